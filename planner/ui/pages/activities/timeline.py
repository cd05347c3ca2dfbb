"""The timeline with mouse and keys on its bars."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

from planner.calc.schedule import WEEK, by_days, by_months
from planner.model.fields import RowId
from planner.ui.pages.activities.groups import GROUP
from planner.ui.pages.activities.monthrows import MonthRows
from planner.ui.pages.activities.pull import SCROLLS, Pull, pulled, taken_at

_EDGE = 40  # pixels from the edge where a drag scrolls the months


class Timeline(MonthRows):
    """Arrows up and down go from row to row, left and right move what is in hand by a week (with Shift by a month),
    with Alt its end, with Ctrl they go from bar to bar where an activity has several; R lets it run again, Enter opens.

    Drag moves a bar (with Shift all of its activity, with Ctrl another like it), its handles resize it, and beside the
    bars of the row in hand it draws a new one; months snap to months and weeks to weeks."""

    moved = Signal(object, object)
    """An activity, and the new spans of its runs by their ids."""
    againAsked = Signal(object, object)
    """An activity, and the span in which it is to run again; None where the page finds one."""
    stopAsked = Signal(object, object)
    """An activity, and its run that is no longer wanted."""
    needAsked = Signal(object, object)
    """An activity, and the one it needs first."""
    opened = Signal(object, object)
    """An activity, and the field to start in."""
    inputAsked = Signal(object)
    """The input that a chip quotes."""
    foldAsked = Signal(object)
    deleteAsked = Signal(object)
    needMenuAsked = Signal(object)
    estimateAsked = Signal(object)
    menuAsked = Signal(object, object)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = self.rows.key_at(self.currentIndex().row())
        if key == Qt.Key.Key_Escape and (self._pull is not None or self.bar is not None):
            self._drop_pull() if self._pull is not None else self.take_bar(None)
        elif at is None or key == Qt.Key.Key_N:
            event.ignore() if key == Qt.Key.Key_N else super().keyPressEvent(event)
        elif at.startswith(GROUP):
            self._key_on_group(event, at)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = 1 if key == Qt.Key.Key_Right else -1
            self._next_bar(by) if held & Qt.KeyboardModifier.ControlModifier else self._step(at, by, held)
            if held & Qt.KeyboardModifier.AltModifier:
                event.ignore()  # the window must see it, or it takes the Alt that comes up for a wish for its menus
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(at, None)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_away(at)
        elif key == Qt.Key.Key_R and not held:
            self.againAsked.emit(at, None)
        elif key == Qt.Key.Key_L and not held:
            self.needMenuAsked.emit(at)
        elif key == Qt.Key.Key_E and not held:
            self.estimateAsked.emit(at)
        else:
            super().keyPressEvent(event)

    def _key_on_group(self, event: QKeyEvent, group: str) -> None:
        folds = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        opens, closes = Qt.Key.Key_Right, Qt.Key.Key_Left
        folded = group in self.rows.folded
        key = Qt.Key(event.key())
        if key in folds or (key == opens and folded) or (key == closes and not folded):
            self.foldAsked.emit(group)
        elif key not in (opens, closes):
            super().keyPressEvent(event)

    def _step(self, id: RowId, by: int, held: Qt.KeyboardModifier) -> None:
        bars, bar = self.rows.face(id).bars, self.bar
        resized = bool(held & Qt.KeyboardModifier.AltModifier)
        if resized and bar is None:
            bar = len(bars) - 1
        start = 0 if resized else by
        move = by_months if held & Qt.KeyboardModifier.ShiftModifier else by_days
        unit = 1 if held & Qt.KeyboardModifier.ShiftModifier else WEEK
        taken = bars if bar is None else bars[bar : bar + 1]
        if taken:
            self.moved.emit(id, {one.id: move(one.span, unit * start, unit * by) for one in taken})

    def _next_bar(self, by: int) -> None:
        """Go to the next bar of the row, and after the last one to all of them."""
        count = len(self.rows.face(self.chosen).bars) if self.chosen else 0
        if count < 2:
            return
        before = self.bar if self.bar is not None else -1 if by > 0 else count
        self.take_bar(before + by if 0 <= before + by < count else None)
        self.show_bar()

    def _take_away(self, id: RowId) -> None:
        """The run in hand goes; where all are in hand, the activity."""
        if self.bar is None:
            self.deleteAsked.emit(id)
        else:
            self.stopAsked.emit(id, self.rows.face(id).bars[self.bar].id)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands; they do not jump."""

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self.rows.key_at(self.indexAt(event.position().toPoint()).row())
        pull = self._taken(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)
        if key is not None and key.startswith(GROUP):
            if event.button() == Qt.MouseButton.LeftButton:
                self.foldAsked.emit(key)
        elif pull is not None:
            self._pull = self._with_runs(pull, event.modifiers())
        else:
            self.take_bar(self._bar_at(event.position()))

    def _with_runs(self, pull: Pull, held: Qt.KeyboardModifier) -> Pull:
        """The gesture with the runs that it takes along; the bar that was taken is in hand."""
        bars = self.rows.face(pull.id).bars
        if pull.kind in ("move", "start", "end"):
            together = pull.kind == "move" and bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.take_bar(None if together else pull.bar)
            place = pull.bar or 0
            runs = {bar.id: bar.span for bar in (bars if together else bars[place : place + 1])}
            again = pull.kind == "move" and held & Qt.KeyboardModifier.ControlModifier
            return replace(pull, spans=runs, kind="again" if again else pull.kind)
        if pull.kind == "draw":
            self.take_bar(None)
            return replace(pull, spans={bar.id: bar.span for bar in bars})
        return pull

    def _bar_at(self, at: QPointF) -> int | None:
        """Which bar of the row in hand stands at a place."""
        bars = self.bars_of(self.chosen) if self.chosen and len(self.rows.face(self.chosen).bars) > 1 else []
        return next((place for place, bar in enumerate(bars) if bar.contains(at)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is None:
            self._hover(event.position())
            return
        begun = self._pull.begun or (event.position() - self._pull.start).manhattanLength() >= 4
        self._pull = replace(self._pull, at=event.position(), begun=begun)
        if begun and self._pull.kind in SCROLLS:
            self._scroll_at_edge(event.position().x())
            now = pulled(self.place, self._pull)
            self._pull = replace(self._pull, now=now)
            if self._pull.kind in ("again", "draw"):
                self.painting.drawn = (self._pull.id, now[self._pull.id]) if now else None
            else:
                self.painting.held = now
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pull = self._pull
        self._drop_pull()
        if pull is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if pull.kind in ("chip", "move", "again") and not pull.begun:
            self._click_chip(pull)
        elif pull.kind == "link" and pull.begun:
            other = self.rows.key_at(self.indexAt(event.position().toPoint()).row())
            if other is not None and other != pull.id and not other.startswith(GROUP):
                self.needAsked.emit(other, pull.id)
        elif pull.kind in ("again", "draw") and pull.now:
            self.againAsked.emit(pull.id, pull.now[pull.id])
        elif pull.now and pull.now != pull.spans:
            self.moved.emit(pull.id, pull.now)

    def _click_chip(self, pull: Pull) -> None:
        """Go to the input that a chip quotes; a count, or that nothing is behind it, opens the activity."""
        chips = self.place.chips(self.rows.face(pull.id), self.bars_of(pull.id))
        chip = next((chip for chip in chips if chip.is_at(pull.at.x())), None)
        if chip is not None and chip.quoted:
            self.inputAsked.emit(chip.quoted)
        elif chip is not None:
            self.opened.emit(pull.id, "sales_inputs")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drop_pull()
        key = self.rows.key_at(self.indexAt(event.position().toPoint()).row())
        if key is not None and not key.startswith(GROUP):
            self.opened.emit(key, None)

    def _taken(self, at: QPointF) -> Pull | None:
        """What the mouse would take at a place."""
        index = self.indexAt(at.toPoint())
        key = self.rows.key_at(index.row())
        if key is None or key.startswith(GROUP) or at.x() < self.place.left:
            return None
        face, row = self.rows.face(key), QRectF(self.visualRect(index))
        chosen = key == self.chosen
        bars = self.painting.bars_of(face, row)
        kind, bar = taken_at(self.place, at, face, bars, chosen=chosen, hand=self.bar if chosen else None)
        return Pull(kind, key, at, at, bar) if kind else None

    def _scroll_at_edge(self, x: float) -> None:
        """Near the edge the months come along, and the place where the bar was taken with them."""
        before = self.place.shift
        if x > self.viewport().width() - _EDGE:
            self.scroll_months(round(before + self.place.scale.column / 2))
        elif self.place.left <= x < self.place.left + _EDGE:
            self.scroll_months(round(before - self.place.scale.column / 2))
        if self._pull is not None and self.place.shift != before:
            self._pull = replace(self._pull, start=self._pull.start - QPointF(self.place.shift - before, 0))

    def _drop_pull(self) -> None:
        self._pull = None
        self.painting.held, self.painting.drawn = {}, None
        self.viewport().update()

    def _hover(self, at: QPointF) -> None:
        pull = self._taken(at)
        shapes = {
            "start": Qt.CursorShape.SizeHorCursor,
            "end": Qt.CursorShape.SizeHorCursor,
            "move": Qt.CursorShape.OpenHandCursor,
            "link": Qt.CursorShape.CrossCursor,
            "draw": Qt.CursorShape.CrossCursor,
            "chip": Qt.CursorShape.PointingHandCursor,
        }
        self.viewport().setCursor(shapes[pull.kind] if pull and pull.kind else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self.rows.key_at(self.indexAt(event.pos()).row()) or self.chosen
        if key is not None and not key.startswith(GROUP):
            self.take(key)
            self.take_bar(self._bar_at(QPointF(event.pos())))
            self.menuAsked.emit(key, event.globalPos())
