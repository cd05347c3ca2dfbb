"""The bridge: totals at both ends, steps that go up or down between them, drawn to one scale."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _
from planner.model.value import Value
from planner.ui.parts.eased import lit, veil
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import CENTRE, RIGHT, dashed, draw_text, flat, painter, rounded
from planner.ui.parts.readtable import Reading
from planner.ui.parts.spots import Handle
from planner.ui.parts.text import balance
from planner.ui.theme import mix, theme

_LEFT, _RIGHT = 62, 24
_TOP, _FOOT = 34, 56  # room for a figure over the highest bar, and for names and arithmetic under all
_BAR, _APART = 60, 40
_LEAST, _ZIGZAG = 4.0, 8.0
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


class Pier(Value):
    """One column. `start` and `end` are levels; for a total only `end`. None: not known yet, drawn as an open slot."""

    key: str
    name: str
    below: str
    figure: str
    spoken: str
    total: bool
    start: float | None
    end: float | None


def axis(levels: Sequence[float]) -> tuple[float, list[float]]:
    """The lowest value of the axis and its round values, lowest first; it starts at zero unless all is far above."""
    high, low = max(levels, default=0.0), min(levels, default=0.0)
    if high <= 0 and low >= 0:
        return 0.0, [0.0]
    span = high - low
    floor = low - 0.25 * span if low > 0 and 0 < span < 0.5 * high else min(0.0, low)
    rough = (high - floor) / 3
    size = 10 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    step = next(part * size for part in _ROUND if part * size >= rough * 0.999)
    first = math.floor(floor / step) * step
    ticks = [first + n * step for n in range(6) if first + n * step <= high + 1e-9]
    return first, ticks


class _ColumnHandle(Handle):
    """The handle of a column: steps can also be moved, removed and asked for their menu."""

    ring_radius = 8
    moved = Signal(object, object)
    removed = Signal(object)
    asked = Signal(object, object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.key, way)
        elif way:
            self.stepped.emit(self.key, way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(self.key, event.globalPos())


class Waterfall(QWidget):
    """Arrows move along the columns, Enter opens one, Alt arrows move a step, Delete takes it out."""

    spoken_as = "Chart"
    opened = Signal(object)
    moved = Signal(object, object)
    removed = Signal(object)
    menuAsked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piers: Sequence[Pier] = ()
        self._words: Sequence[tuple[float, str]] = ()
        self._floor = 0.0
        self._handles: list[_ColumnHandle] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Bridge from last year to the goal"))

    def sizeHint(self) -> QSize:
        return QSize(760, 214)

    def show_piers(self, piers: Sequence[Pier], floor: float, ticks: Sequence[tuple[float, str]]) -> None:
        """These columns; `floor` is the lowest value of the axis, `ticks` its values with their words."""
        self._piers, self._floor, self._words = piers, floor, ticks
        while len(self._handles) > len(piers):
            gone = self._handles.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._handles) < len(piers):
            self._handles.append(self._make())
        for handle, pier in zip(self._handles, piers, strict=True):
            handle.key = pier.key
            handle.setAccessibleName(pier.spoken)
            handle.setToolTip("\n".join(part for part in (pier.name, pier.figure, pier.below) if part))
        self.setAccessibleDescription(". ".join(pier.spoken for pier in piers))
        self._arrange()

    def reading(self) -> Reading:
        """The columns as rows."""
        head = (_("Step"), _("Amount"), _("What it is"))
        return Reading(self.accessibleName(), head, tuple((one.name, one.figure, one.below) for one in self._piers))

    def _make(self) -> _ColumnHandle:
        made = _ColumnHandle(self)
        made.clicked.connect(self._open)
        made.stepped.connect(self._step)
        made.moved.connect(self.moved)
        made.removed.connect(self.removed)
        made.asked.connect(self.menuAsked)
        made.show()
        return made

    def _open(self) -> None:
        self.opened.emit(self.sender().key)  # type: ignore[attr-defined]

    def _step(self, key: str, way: int) -> None:
        place = [handle.key for handle in self._handles].index(key) + way
        if 0 <= place < len(self._handles):
            by_keyboard(self._handles[place])

    def handle(self, key: str) -> QWidget | None:
        """What takes the keyboard for a column."""
        return next((handle for handle in self._handles if handle.key == key), None)

    # Places

    def _pitch(self) -> float:
        return (self.width() - _LEFT - _RIGHT) / max(1, len(self._piers))

    def _bar_width(self) -> float:
        return float(round(max(8.0, min(_BAR, self._pitch() * _BAR / (_BAR + _APART)))))

    def _middle(self, place: int) -> float:
        return round(_LEFT + self._pitch() * (place + 0.5))

    def _y(self, level: float) -> float:
        high = max((pier.end for pier in self._piers if pier.end is not None), default=0.0)
        high = max([high, *(pier.start for pier in self._piers if pier.start is not None)])
        bottom = self.height() - _FOOT
        span = high - self._floor
        return round(bottom - (bottom - _TOP) * ((level - self._floor) / span if span else 0.0))

    def _arrange(self) -> None:
        pitch = self._pitch()
        for place, handle in enumerate(self._handles):
            left = self._middle(place) - pitch / 2 + 4
            handle.setGeometry(round(left), 6, round(pitch - 8), self.height() - 12)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        for handle in self._handles:
            if ground := veil(now.sunken, lit(handle)):
                rounded(p, QRectF(handle.geometry()), 8, ground)
        right = self.width() - _RIGHT
        for level, words in self._words:
            y = self._y(level)
            flat(p, QRectF(_LEFT - 8, y, right - _LEFT + 8, 1), now.hairline)
            draw_text(p, QRectF(0, y - 9, _LEFT - 16, 18), words, "caption", "muted", None, RIGHT)
        self._paint_connectors(p)
        for place, pier in enumerate(self._piers):
            self._paint_pier(p, place, pier)

    def _paint_connectors(self, p: QPainter) -> None:
        half = self._bar_width() / 2
        p.setPen(dashed(theme().ink, 1.2))
        for place, pier in enumerate(self._piers[:-1]):
            if pier.end is not None:
                y = self._y(pier.end) + 0.5
                p.drawLine(QPointF(self._middle(place) + half, y), QPointF(self._middle(place + 1) - half, y))

    def _paint_pier(self, p: QPainter, place: int, pier: Pier) -> None:
        now = theme()
        middle, wide = self._middle(place), self._bar_width()
        left = middle - wide / 2
        bottom = float(self.height() - _FOOT)
        known = pier.figure != ""
        end = self._y(pier.end) if pier.end is not None else None
        start = bottom if pier.total else self._y(pier.start) if pier.start is not None else None
        if not known or end is None or start is None:
            at = bottom - 56 if end is None else end - 28
            box = QRectF(left, min(at, bottom - 56), wide, 56)
            rounded(p, box, 6, None, dashed(now.level("look").text))
            draw_text(p, box, pier.figure or "?", "small", "look.text", 600, CENTRE)
        else:
            down = not pier.total and end > start
            high = max(_LEAST, abs(end - start))
            box = QRectF(left, min(end, start) if high > _LEAST else end, wide, high)
            fill = now.blue if pier.total else now.level("fix").fill if down else mix(now.blue, now.surface, 0.45)
            rounded(p, box, 0 if pier.total else 3, fill)
            if pier.total and self._floor:
                self._tear(p, box)
            words = QRectF(middle - 60, box.bottom() + 2 if down else box.top() - 22, 120, 20)
            style = "body" if pier.total else "small"
            draw_text(p, words, pier.figure, style, "fix.text" if down else "ink", 600, CENTRE)
        room = min(self._pitch() - 6, 160.0)
        weight = 600 if pier.total else 500
        lines = _two_lines(pier.name, room, weight)
        name = QRectF(middle - room / 2, bottom + (6 if len(lines) == 1 else 3), room, 20)
        for line in lines:
            draw_text(p, name, line, "small", "ink", weight, CENTRE)
            name.translate(0, 16)
        draw_text(p, name, pier.below, "caption", "muted", None, CENTRE)

    def _tear(self, p: QPainter, box: QRectF) -> None:
        """The torn foot of a total whose axis does not start at zero."""
        y = box.bottom() - 12
        steps = max(2, round(box.width() / 15))
        points = [
            QPointF(box.left() + box.width() * n / steps, y + (0 if n % 2 else _ZIGZAG / 2)) for n in range(steps + 1)
        ]
        p.setPen(QPen(theme().surface, 3))
        p.drawPolyline(points)


def _two_lines(name: str, room: float, weight: int) -> Sequence[str]:
    """A name in one line, or in two where it needs them; what is left of a longer one is shortened when drawn."""
    lines = balance(name, "small", room, weight)
    return lines if len(lines) < 3 else (lines[0], " ".join(lines[1:]))
