"""The strip of days: a dot for each edit, or for as many as fit, and two markers that can be moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _
from planner.model.plan import Plan
from planner.ui.history.entries import Entry, moment_words
from planner.ui.numbers import numbers_of
from planner.ui.parts.card import Card
from planner.ui.parts.paint import CENTRE, draw_text, flat, painter, rounded, text_width
from planner.ui.theme import mix, theme

HEIGHT = 118
_SIDE, _LINE, _DOT, _STEP, _STACK = 34, 84, 6, 7.5, 5
_LEAST_SLOT = 74


@dataclass(frozen=True)
class Slot:
    """An hour, a day, a week or a month, and which of the entries fall into it."""

    start: datetime
    words: str
    first: int
    last: int
    """Places in the list of entries; none where `last` is smaller than `first`."""


class Strip(Card):
    """`moved(marker, place)`: A or B is wanted after the entry at a place in the list (-1: before the first).

    Left and right move the marker in hand by one edit, Page Up and Page Down by a slot; A and B take one in hand.
    """

    moved = Signal(object, object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plan = Plan()
        self._entries: Sequence[Entry] = ()
        self._names: dict[str, str] = {}
        self._slots: list[Slot] = []
        self.places = {"A": -1, "B": -1}
        self.hand = "A"
        self._dragged = ""

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def show_entries(self, plan: Plan, entries: Sequence[Entry], names: dict[str, str]) -> None:
        """The edits, oldest first, and the names of moments by the ids of their edits."""
        self._plan, self._entries, self._names = plan, entries, names
        self._arrange()

    def set_markers(self, a: int, b: int) -> None:
        """Where the markers stand: places in the list of entries, -1 before the first."""
        self.places = {"A": a, "B": b}
        self._describe()
        self.update()

    def label(self, marker: str) -> str:
        """What stands over a marker: the name of the moment and when it was."""
        place = self.places[marker]
        if not self._entries or place < 0:
            return _("Before the first edit")
        entry = self._entries[place]
        when = moment_words(self._plan, entry.at)
        name = self._names.get(entry.record.id, "")
        if place == len(self._entries) - 1:
            name = name or _("Now")
        return f"{name}, {when}" if name else when

    def _describe(self) -> None:
        said = _("Marker A: {a}. Marker B: {b}. {marker} is in hand.")
        self.setAccessibleName(_("Days of the history"))
        self.setAccessibleDescription(said.format(a=self.label("A"), b=self.label("B"), marker=self.hand))

    # Slots

    def _arrange(self) -> None:
        room = max(1, int((self.width() - 2 * _SIDE) // _LEAST_SLOT))
        self._slots = list(_slots(self._plan, self._entries, room)) if self._entries else []
        self._describe()
        self.update()

    def _x_of(self, slot: int) -> float:
        return _SIDE + (self.width() - 2 * _SIDE) * slot / max(1, len(self._slots))

    def _x(self, place: int) -> float:
        """Where a moment stands on the line: after its share of the slot's edits."""
        if place < 0 or not self._slots:
            return float(_SIDE)
        for number, slot in enumerate(self._slots):
            if place <= slot.last:
                count = slot.last - slot.first + 1
                left, right = self._x_of(number), self._x_of(number + 1)
                columns = ceil(min(count, self._capacity()) / _STACK)
                dots = min(right - left - 16, columns * _STEP + 14)
                return left + 8 + dots * (place - slot.first + 1) / count
        return self._x_of(len(self._slots))

    def _capacity(self) -> int:
        wide = (self.width() - 2 * _SIDE) / max(1, len(self._slots)) - 30
        return _STACK * max(1, min(8, int(wide // _STEP)))

    def _place_at(self, x: float) -> int:
        """The moment nearest to a place on the line."""
        best, nearest = -1, abs(x - _SIDE)
        for number, slot in enumerate(self._slots):
            if slot.last < slot.first or self._x_of(number + 1) < x - 60 or self._x_of(number) > x + 60:
                continue
            for place in range(slot.first, slot.last + 1):
                away = abs(self._x(place) - x)
                if away <= nearest:
                    best, nearest = place, away
        return best

    # What is done

    def take(self, marker: str) -> None:
        """Take a marker in hand."""
        self.hand = marker
        self._describe()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = Qt.Key(event.key()), self.places[self.hand]
        steps = {Qt.Key.Key_Left: place - 1, Qt.Key.Key_Right: place + 1, Qt.Key.Key_Home: -1,
                 Qt.Key.Key_End: len(self._entries) - 1}  # fmt: skip
        if key in (Qt.Key.Key_A, Qt.Key.Key_B):
            self.take("A" if key == Qt.Key.Key_A else "B")
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not event.modifiers():
            self._by_slot(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in steps:
            self._move(steps[key])
        else:
            super().keyPressEvent(event)

    def _by_slot(self, step: int) -> None:
        place = self.places[self.hand]
        ends = [-1, *(slot.last for slot in self._slots if slot.last >= slot.first)]
        wanted = [end for end in ends if (end < place if step < 0 else end > place)]
        if wanted:
            self._move(wanted[-1] if step < 0 else wanted[0])

    def _move(self, place: int) -> None:
        place = max(-1, min(len(self._entries) - 1, place))
        if place != self.places[self.hand]:
            self.moved.emit(self.hand, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y()
        near = min(self.places, key=lambda one: abs(self._x(self.places[one]) - x))
        if abs(self._x(self.places[near]) - x) <= 14 and abs(y - _LINE) <= 16:
            self._dragged = near
            self.take(near)
        else:
            self.take(near)
            self._move(self._place_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._move(self._place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = ""

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        if not self._entries:
            said = _("Nothing has been changed yet. Every edit will stand here with its author.")
            draw_text(p, QRectF(self.rect()), said, "body", "muted", None, CENTRE)
            return
        now = theme()
        flat(p, QRectF(_SIDE, _LINE - 1, self.width() - 2 * _SIDE, 2), now.hairline_strong)
        left, right = sorted(self._x(place) for place in self.places.values())
        flat(p, QRectF(left, _LINE - 3, right - left, 6), mix(now.focus, now.surface, 0.73))
        for number, slot in enumerate(self._slots):
            self._slot(p, number, slot)
        for place, entry in enumerate(self._entries) if self._names else ():
            if entry.record.id in self._names:
                self._flag(p, self._x(place))
        self._labels(p)
        for marker in sorted(self.places, key=lambda one: one == self.hand):
            self._marker(p, marker)

    def _slot(self, p: QPainter, number: int, slot: Slot) -> None:
        left = self._x_of(number)
        flat(p, QRectF(left, _LINE, 1, 7), theme().hairline_strong)
        wide = self._x_of(number + 1) - left
        draw_text(p, QRectF(left + 6, _LINE + 9, wide - 8, 20), slot.words, "caption", "muted")
        count = slot.last - slot.first + 1
        shown = min(count, self._capacity())
        p.setPen(Qt.PenStyle.NoPen)
        for dot in range(shown):
            entry = self._entries[slot.first + dot * count // shown]
            column, row = divmod(dot, _STACK)
            p.setBrush(theme().voice(entry.voice).fill)
            p.drawEllipse(QRectF(left + 9 + column * _STEP, _LINE - 14 - row * _STEP, _DOT, _DOT))

    def _flag(self, p: QPainter, x: float) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme().focus)
        p.drawPolygon([QPointF(x - 4, _LINE), QPointF(x, _LINE - 5), QPointF(x + 4, _LINE), QPointF(x, _LINE + 5)])

    def _labels(self, p: QPainter) -> None:
        """Over their markers, moved apart where they would meet."""
        found = sorted(((self._x(self.places[one]), self.label(one)) for one in self.places), key=lambda one: one[0])
        words = [said for _x, said in found]
        wide = [text_width(said, "small", 600) for said in words]
        left = [max(16.0, min(self.width() - 16 - w, x - w / 2)) for (x, _said), w in zip(found, wide, strict=True)]
        if (over := left[0] + wide[0] + 16 - left[1]) > 0:
            left[1] = min(left[1] + over, self.width() - 16 - wide[1])
            left[0] = max(16.0, min(left[0], left[1] - 16 - wide[0]))
        for place in range(2):
            draw_text(p, QRectF(left[place], 10, wide[place] + 1, 20), words[place], "small", "ink", 600)

    def _marker(self, p: QPainter, marker: str) -> None:
        now, x = theme(), self._x(self.places[marker])
        box = QRectF(x - 11, _LINE - 11, 22, 22)
        if marker == self.hand and self.hasFocus():
            rounded(p, box.adjusted(-4, -4, 4, 4), 15, now.surface, now.focus, 2)
        rounded(p, box, 11, now.ink)
        draw_text(p, box, marker, "caption", "on_ink", 600, CENTRE)


def _slots(plan: Plan, entries: Sequence[Entry], most: int) -> list[Slot]:
    """At most so many slots from the first to the last edit, in the smallest unit that fits."""
    first, last = entries[0].at, entries[-1].at
    day = first.replace(hour=0, minute=0, second=0, microsecond=0)
    hour = first.replace(minute=0, second=0, microsecond=0)
    if (last - hour) / timedelta(hours=1) < min(most, 10):
        starts = [hour + timedelta(hours=n) for n in range(int((last - hour) / timedelta(hours=1)) + 1)]
        words = [f"{start:%H:%M}" for start in starts]
    else:
        days = (last - day).days + 1
        size = ceil(days / most)
        starts = [day + timedelta(days=n) for n in range(0, days, size)]
        words = [numbers_of(plan).day_short(start.date().isoformat()) for start in starts]
    ends = [*starts[1:], None]
    made, place = [], 0
    for start, end, said in zip(starts, ends, words, strict=True):
        begin = place
        while place < len(entries) and (end is None or entries[place].at < end):
            place += 1
        made.append(Slot(start, said, begin, place - 1))
    return made
