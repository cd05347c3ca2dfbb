"""What the mouse takes on the timeline, and where it is pulled to."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from planner.calc.schedule import WEEK, Span, by_days, by_months
from planner.i18n import _
from planner.model.fields import RowId
from planner.ui.numbers import Numbers
from planner.ui.pages.activities.faces import Face, span_words
from planner.ui.pages.activities.paint import knob_at
from planner.ui.pages.activities.place import Place
from planner.ui.parts.timeline import HANDLE, draw_pointed, draw_said
from planner.ui.parts.timescale import Timescale
from planner.ui.theme import theme

Kind = Literal["move", "start", "end", "link", "chip", ""]
_ABOVE, _KNOB = 4, 8


@dataclass(frozen=True)
class Pull:
    """A gesture with the mouse: what was taken, where, and what came of it so far."""

    kind: Kind
    id: RowId
    start: QPointF
    span: Span | None
    at: QPointF
    now: Span | None = None
    begun: bool = False


def kind_at(place: Place, at: QPointF, face: Face, bar: QRectF | None, *, chosen: bool) -> Kind:
    """What the mouse would take at a place of a row; only the bar in hand shows handles and the knob of an arrow."""
    if bar is not None:
        if chosen and (at - knob_at(bar)).manhattanLength() <= _KNOB:
            return "link"
        reach = float(HANDLE) if chosen else 4.0
        if bar.top() - _ABOVE <= at.y() <= bar.bottom() + _ABOVE:
            inner = min(reach, bar.width() / 3)
            if bar.right() - inner <= at.x() <= bar.right() + reach:
                return "end"
            if bar.left() - reach <= at.x() <= bar.left() + inner:
                return "start"
    for chip in place.chips(face, bar):
        if not chip.on_bar and chip.is_at(at.x()):
            return "chip"
    return "move" if bar is not None and bar.adjusted(0, -_ABOVE, 0, _ABOVE).contains(at) else ""


def pulled(scale: Timescale, pull: Pull) -> Span | None:
    """Where a bar goes, in whole columns of the scale: months or weeks. None where its dates are not known."""
    if pull.span is None:
        return None
    steps = round((pull.at.x() - pull.start.x()) / scale.column)
    start = steps if pull.kind in ("move", "start") else 0
    end = steps if pull.kind in ("move", "end") else 0
    if scale.unit == "month":
        return by_months(pull.span, start, end)
    return by_days(pull.span, WEEK * start, WEEK * end)


def paint_pull(p: QPainter, pull: Pull, bar: QRectF | None, sides: tuple[float, float], numbers: Numbers) -> None:
    """What a drag would do, in words between the two sides: new dates, or an arrow to what needs this first."""
    if bar is None:
        return
    if pull.kind == "link":
        path = QPainterPath(knob_at(bar))
        path.lineTo(pull.at)
        draw_pointed(p, path, pull.at, -1 if pull.at.y() > bar.top() else 1, theme().focus)
        draw_said(p, pull.at.x(), pull.at.y() - 10, _("Drop on what needs this first"), *sides)
    elif pull.now is not None:
        draw_said(p, bar.center().x(), max(bar.top() - 6, 28), span_words(numbers, pull.now), *sides)
