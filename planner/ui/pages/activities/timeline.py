"""The timeline on screen: one list whose rows are painted on a scale, with mouse and keys on its bars."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from planner.calc.schedule import WEEK, by_days, by_months
from planner.i18n import _
from planner.model.fields import RowId
from planner.ui.numbers import numbers_of
from planner.ui.pages.activities.faces import Face
from planner.ui.pages.activities.groups import GROUP, Group
from planner.ui.pages.activities.model import FACE_ROLE, ActivitiesModel
from planner.ui.pages.activities.paint import RowPainter, paint_arrows
from planner.ui.pages.activities.place import Place
from planner.ui.pages.activities.pull import Pull, kind_at, paint_pull, pulled
from planner.ui.parts.paint import CENTRE, draw_text, painter
from planner.ui.parts.scroll import ThinBar

Index = QModelIndex | QPersistentModelIndex
_EDGE = 40  # pixels from the edge where a drag scrolls the months


class Timeline(QListView):
    """Arrows up and down go from row to row, left and right move a bar by a week (with Shift by a month), with Alt its
    end; Enter opens. Drag moves a bar, its handles resize it; months snap to months and weeks to weeks."""

    moved = Signal(object, object)
    """An activity and its new span."""
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
    handChanged = Signal()
    placed = Signal()
    """The months stand elsewhere or are wider."""

    def __init__(self, model: ActivitiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.place = Place()
        self.painting = RowPainter(model, self.place)
        self.empty_words = ""
        self._pull: Pull | None = None
        self.setModel(model)
        self.setItemDelegate(self.painting)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._thumb = ThinBar(Qt.Orientation.Vertical, self)
        self._thumb.hide()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._thumb.setValue)
        self._thumb.valueChanged.connect(bar.setValue)
        self.across = ThinBar(Qt.Orientation.Horizontal, self)
        self.across.setAccessibleName(_("Scroll the months"))
        self.across.valueChanged.connect(self.scroll_months)

    # Places

    def fit(self) -> None:
        """Give names and months their width."""
        self.place.fit(self.viewport().width(), [face.title for face in self.rows.shown])
        most = round(self.place.most_shift)
        self.across.setRange(0, most)
        self.across.setPageStep(round(self.place.room))
        self.across.setVisible(most > 0)
        self.setViewportMargins(0, 0, 0, 12 if most > 0 else 0)  # the bar lies on no row
        box = self.viewport().geometry()
        self.across.setGeometry(self.place.left, box.bottom() + 1, round(self.place.room), 12)
        self.across.raise_()
        self.viewport().update()
        self.placed.emit()

    def scroll_months(self, shift: int) -> None:
        """Show the months from a place on."""
        self.place.shift = max(0.0, min(self.place.most_shift, float(shift)))
        if self.across.value() != round(self.place.shift):
            self.across.setValue(round(self.place.shift))
        self.viewport().update()
        self.placed.emit()

    def bar_box(self, id: RowId) -> QRectF | None:
        """The bar of an activity in the viewport's pixels; None where it has none or is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return None
        return self.painting.bar_of(self.rows.face(id), QRectF(self.visualRect(self.rows.index(row, 0))))

    @property
    def chosen(self) -> RowId | None:
        """The activity in hand; None where it is a group."""
        key = self.rows.key_at(self.currentIndex().row())
        return None if key is None or key.startswith(GROUP) else key

    def take(self, id: RowId | None) -> bool:
        """Take a row in hand and bring it and its bar into sight. False where it is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, 0))
        self.scrollTo(self.currentIndex())
        return True

    def show_bar(self) -> None:
        """Scroll the months so that the bar in hand can be seen."""
        id = self.chosen
        bar = self.bar_box(id) if id else None
        if bar is None:
            return
        if bar.right() < self.place.left + 20:
            self.scroll_months(round(self.place.shift - (self.place.left + 40 - bar.left())))
        elif bar.left() > self.place.left + self.place.room - 40:
            self.scroll_months(round(self.place.shift + bar.left() - self.place.left - 40))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = self.rows.key_at(self.currentIndex().row())
        if key == Qt.Key.Key_Escape and self._pull is not None:
            self._drop_pull()
        elif at is None or key == Qt.Key.Key_N:
            event.ignore() if key == Qt.Key.Key_N else super().keyPressEvent(event)
        elif at.startswith(GROUP):
            self._key_on_group(event, at)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(at, 1 if key == Qt.Key.Key_Right else -1, held)
            if held & Qt.KeyboardModifier.AltModifier:
                event.ignore()  # the window must see it, or it takes the Alt that comes up for a wish for its menus
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(at, None)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleteAsked.emit(at)
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
        span = self.rows.face(id).span
        if span is None:
            return
        start = 0 if held & Qt.KeyboardModifier.AltModifier else by
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.moved.emit(id, by_months(span, start, by))
        else:
            self.moved.emit(id, by_days(span, WEEK * start, WEEK * by))

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
        else:
            self._pull = pull

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is None:
            self._hover(event.position())
            return
        begun = self._pull.begun or (event.position() - self._pull.start).manhattanLength() >= 4
        self._pull = replace(self._pull, at=event.position(), begun=begun)
        if begun and self._pull.kind in ("move", "start", "end"):
            self._scroll_at_edge(event.position().x())
            self._pull = replace(self._pull, now=pulled(self.place.scale, self._pull))
            if self._pull.now is not None:
                self.painting.held = {self._pull.id: self._pull.now}
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pull = self._pull
        self._drop_pull()
        if pull is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if pull.kind in ("chip", "move") and not pull.begun:
            self._click_chip(pull)
        elif pull.kind == "link" and pull.begun:
            other = self.rows.key_at(self.indexAt(event.position().toPoint()).row())
            if other is not None and other != pull.id and not other.startswith(GROUP):
                self.needAsked.emit(other, pull.id)
        elif pull.now is not None and pull.now != pull.span:
            self.moved.emit(pull.id, pull.now)

    def _click_chip(self, pull: Pull) -> None:
        """Go to the input that a chip quotes; a count, or that nothing is behind it, opens the activity."""
        chips = self.place.chips(self.rows.face(pull.id), self.bar_box(pull.id))
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
        bar = self.painting.bar_of(face, row)
        kind = kind_at(self.place, at, face, bar, chosen=key == self.chosen)
        return Pull(kind, key, at, face.span, at) if kind else None

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
        self.painting.held = {}
        self.viewport().update()

    def _hover(self, at: QPointF) -> None:
        pull = self._taken(at)
        shapes = {
            "start": Qt.CursorShape.SizeHorCursor,
            "end": Qt.CursorShape.SizeHorCursor,
            "move": Qt.CursorShape.OpenHandCursor,
            "link": Qt.CursorShape.CrossCursor,
            "chip": Qt.CursorShape.PointingHandCursor,
        }
        self.viewport().setCursor(shapes[pull.kind] if pull and pull.kind else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or event.angleDelta().y()
        if sideways:
            self.scroll_months(round(self.place.shift - sideways / 2))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self.rows.key_at(self.indexAt(event.pos()).row()) or self.chosen
        if key is not None and not key.startswith(GROUP):
            self.take(key)
            self.menuAsked.emit(key, event.globalPos())

    # What Qt says

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.painting.current = self.rows.key_at(current.row()) or ""
        if not QApplication.mouseButtons():
            self.show_bar()
        self.viewport().update()
        self.handChanged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rows.key_at(self.currentIndex().row()) is None and self.rows.rowCount():
            first = next((row for row, key in enumerate(self.rows.keys) if not key.startswith(GROUP)), 0)
            self.setCurrentIndex(self.rows.index(first, 0))
        self._tell_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_focus()

    def _tell_focus(self) -> None:
        self.painting.focused = self.hasFocus()
        self.viewport().update()

    def _follow_range(self, least: int, most: int) -> None:
        self._thumb.setRange(least, most)
        self._thumb.setPageStep(self.verticalScrollBar().pageStep())
        self._thumb.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            box = self.viewport().geometry()
            self._thumb.setGeometry(box.right() - 11, box.top(), 12, box.height())
            self._thumb.raise_()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = painter(self.viewport())
        if not self.rows.rowCount():
            box = QRectF(0, 24, self.viewport().width(), 24)
            draw_text(p, box, self.empty_words, "purpose", "muted", None, CENTRE)
        p.setClipRect(QRectF(self.place.left, 0, self.place.room, self.viewport().height()))
        free = p.clipRegion()
        seen = tuple(self._rows_in_sight())
        for row, what in seen:
            if isinstance(what, Group):
                free -= self.painting.words_of_group(row, what).adjusted(-4, 0, 4, 0).toAlignedRect()
        p.save()
        p.setClipRegion(free)
        self._paint_arrows(p)
        p.restore()
        for row, what in seen:
            if isinstance(what, Face):
                self.painting.paint_chips(p, row, what)
        if self._pull is not None and self._pull.begun:
            sides = self.place.left + 4.0, self.place.left + self.place.room - 4
            paint_pull(p, self._pull, self.bar_box(self._pull.id), sides, numbers_of(self.rows.plan))

    def _rows_in_sight(self) -> Iterator[tuple[QRectF, Face | Group]]:
        first = max(0, self.indexAt(QPoint(4, 0)).row())
        for row in range(first, self.rows.rowCount()):
            index = self.rows.index(row, 0)
            box, what = QRectF(self.visualRect(index)), index.data(FACE_ROLE)
            if box.top() > self.viewport().height():
                return
            if isinstance(what, (Face, Group)):
                yield box, what

    def _paint_arrows(self, p: QPainter) -> None:
        boxes: dict[RowId, QRectF | None] = {}
        for lit in (False, True):
            arrows = []
            for key in self.rows.keys:
                if key.startswith(GROUP):
                    continue
                face = self.rows.face(key)
                for first in face.needs:
                    if (self.painting.current in (key, first)) is not lit:
                        continue
                    for id in (key, first):
                        if id not in boxes:
                            boxes[id] = self.bar_box(id)
                    start, end = boxes[first], boxes[key]
                    if start is not None and end is not None and self._in_sight(start, end):
                        arrows.append((start, end, first in face.clash))
            paint_arrows(p, arrows, chosen=lit)

    def _in_sight(self, start: QRectF, end: QRectF) -> bool:
        return max(start.bottom(), end.bottom()) >= 0 and min(start.top(), end.top()) <= self.viewport().height()
