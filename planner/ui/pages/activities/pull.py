"""What the mouse takes on the timeline, and where it is pulled to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from planner.calc.runs import listed
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

Kind = Literal["move", "start", "end", "again", "draw", "link", "chip", ""]
SCROLLS: frozenset[Kind] = frozenset(("move", "start", "end", "again", "draw"))
"""What is pulled along the months, which come along at the edges."""
_ABOVE, _KNOB = 4, 8


@dataclass(frozen=True)
class Pull:
    """A gesture with the mouse: what was taken, where, and what came of it so far."""

    kind: Kind
    id: RowId
    start: QPointF
    at: QPointF
    bar: int | None = None
    """Which bar of the row was taken."""
    spans: dict[RowId, Span] = field(default_factory=dict)
    """The runs that are pulled, by their ids."""
    now: dict[RowId, Span] = field(default_factory=dict)
    """Where they would go; a new run has its activity's id."""
    begun: bool = False


def taken_at(
    place: Place, at: QPointF, face: Face, bars: Sequence[QRectF], *, chosen: bool, hand: int | None
) -> tuple[Kind, int | None]:
    """What the mouse would take at a place of a row, and which bar.

    Only the bar in hand shows handles, only the row in hand the knob of an arrow; beside its bars a new run is drawn.
    """
    if bars and chosen and (at - knob_at(bars[0])).manhattanLength() <= _KNOB:
        return "link", 0
    for number, bar in enumerate(bars):
        in_hand = chosen and (number == hand or len(bars) == 1)
        reach = float(HANDLE) if in_hand else 4.0
        if bar.top() - _ABOVE <= at.y() <= bar.bottom() + _ABOVE:
            inner = min(reach, bar.width() / 3)
            if bar.right() - inner <= at.x() <= bar.right() + reach:
                return "end", number
            if bar.left() - reach <= at.x() <= bar.left() + inner:
                return "start", number
    for chip in place.chips(face, bars):
        if not chip.on_bar and chip.is_at(at.x()):
            return "chip", None
    for number, bar in enumerate(bars):
        if bar.adjusted(0, -_ABOVE, 0, _ABOVE).contains(at):
            return "move", number
    return ("draw", None) if chosen else ("", None)


def pulled(place: Place, pull: Pull) -> dict[RowId, Span]:
    """Where runs go, in whole columns of the scale: months or weeks."""
    scale = place.scale
    if pull.kind == "draw":
        span = drawn(scale, *(x - place.x(0) for x in sorted((pull.start.x(), pull.at.x()))))
        return {pull.id: span} if span else {}
    steps = round((pull.at.x() - pull.start.x()) / scale.column)
    start = 0 if pull.kind == "end" else steps
    end = 0 if pull.kind == "start" else steps
    if scale.unit == "month":
        found = {id: by_months(span, start, end) for id, span in pull.spans.items()}
    else:
        found = {id: by_days(span, WEEK * start, WEEK * end) for id, span in pull.spans.items()}
    return {pull.id: next(iter(found.values()))} if pull.kind == "again" else found


def drawn(scale: Timescale, left: float, right: float) -> Span | None:
    """The columns between two places of the scale, from the first day to the last."""
    ticks = scale.ticks()
    touched = [n for n, tick in enumerate(ticks) if tick.x + tick.width > left and tick.x <= right]
    if not touched:
        return None
    last = touched[-1] + 1
    return Span(ticks[touched[0]].day, ticks[last].day - timedelta(days=1) if last < len(ticks) else scale.last)


def paint_pull(p: QPainter, pull: Pull, bar: QRectF | None, sides: tuple[float, float], numbers: Numbers) -> None:
    """What a drag would do, in words between the two sides: new dates, or an arrow to what needs this first."""
    if bar is None:
        return
    if pull.kind == "link":
        path = QPainterPath(knob_at(bar))
        path.lineTo(pull.at)
        draw_pointed(p, path, pull.at, -1 if pull.at.y() > bar.top() else 1, theme().focus)
        draw_said(p, pull.at.x(), pull.at.y() - 10, _("Drop on what needs this first"), *sides)
    elif pull.now:
        words = listed(sorted(pull.now.values()), lambda span, year: span_words(numbers, span, year))
        if pull.kind in ("again", "draw"):
            words = _("Again in {when}").format(when=words) if pull.spans else words
        draw_said(p, bar.center().x(), max(bar.top() - 6, 28), words, *sides)
