"""Lists of painted rows: each row has a face, plain values that its list draws; nothing is made per row."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.keyed import KeyedModel
from planner.ui.parts.paint import CENTRE, draw_text, flat, painter, rounded
from planner.ui.parts.scroll import ThinBar
from planner.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex


class Face(Protocol):
    """What a row shows. Two faces that are equal look the same."""

    @property
    def id(self) -> str: ...

    @property
    def said(self) -> str:
        """The whole row for a screen reader."""
        ...

    @property
    def tip(self) -> str:
        """What may not fit on the row; empty where everything does."""
        ...


F = TypeVar("F", bound=Face)


class FaceModel(KeyedModel, Generic[F]):
    """One column; rows whose face differs from before are told to the view, the others are left alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces: dict[str, F] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_faces(self, faces: Sequence[F]) -> None:
        """Show these faces in this order."""
        before, self._faces = self._faces, {**self._faces, **{face.id: face for face in faces}}
        self.set_keys([face.id for face in faces])
        self._faces = {face.id: face for face in faces}
        self.tell_rows([face.id for face in faces if face.id in before and before[face.id] != face])

    def face(self, id: str | None) -> F | None:
        """The face of a row; None where it is not shown."""
        return self._faces.get(id or "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        face = self.face(self.key_at(index.row())) if index.isValid() else None
        if face is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return face.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return face.tip or None
        return None


class FaceList(QListView, Generic[F]):
    """The view of such rows. A list of its own kind says how a row is drawn, and what keys and clicks do to it.

    Arrows move, Enter opens, Delete asks to take the row out, the menu key and the right button open a menu.
    """

    opened = Signal(object)
    deleteAsked = Signal(object)
    menuAsked = Signal(object, object)
    handChanged = Signal()

    def __init__(self, row_height: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: FaceModel[F] = FaceModel(self)
        self.setModel(self.rows)
        self.row_height = row_height
        self.empty_words = ""
        self.setAccessibleName(name)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self._thumb = ThinBar(Qt.Orientation.Vertical, self)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._thumb.setValue)
        self._thumb.valueChanged.connect(bar.setValue)
        self.doubleClicked.connect(self._open)

    # What a list of its own kind says

    def draw(self, p: QPainter, box: QRectF, face: F) -> None:
        """Paint a row; the ground, the line below and the sign of being in hand are there already."""
        raise NotImplementedError

    def key_on(self, face: F, event: QKeyEvent) -> bool:
        """Do what a key does to the row in hand; False where it does nothing."""
        return False

    def click_on(self, face: F, box: QRectF, at: QPointF) -> None:
        """Do what a click at a place of the row does."""

    # Rows

    def show_faces(self, faces: Sequence[F]) -> None:
        """Show these faces; the row in hand stays in hand."""
        self.rows.show_faces(faces)
        self.viewport().update()

    @property
    def chosen(self) -> str | None:
        """The row in hand."""
        return self.rows.key_at(self.currentIndex().row())

    def take(self, id: str | None) -> bool:
        """Take a row in hand and bring it into sight. False where it is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, 0))
        self.scrollTo(self.currentIndex())
        return True

    def box_of(self, id: str) -> QRectF:
        """The place of a row in the viewport."""
        return QRectF(self.visualRect(self.rows.index(self.rows.row_of(id), 0)))

    def set_row_height(self, height: int) -> None:
        """Make rows higher or lower, for another width."""
        if height != self.row_height:
            self.row_height = height
            self.scheduleDelayedItemsLayout()

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        face, key = self.rows.face(self.chosen), event.key()
        if key == Qt.Key.Key_N and not event.modifiers():
            event.ignore()  # the window starts a new row
        elif face is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(face.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleteAsked.emit(face.id)
        elif not self.key_on(face, event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do things; they do not jump."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        face = self.rows.face(self.rows.key_at(self.indexAt(event.position().toPoint()).row()))
        if face is not None and event.button() == Qt.MouseButton.LeftButton:
            self.click_on(face, self.box_of(face.id), event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        id = self.chosen if by_key else self.rows.key_at(self.indexAt(event.pos()).row())
        if id is not None:
            self.take(id)
            at = self.viewport().mapToGlobal(self.box_of(id).center().toPoint()) if by_key else event.globalPos()
            self.menuAsked.emit(id, at)

    def _open(self, index: QModelIndex) -> None:
        if (id := self.rows.key_at(index.row())) is not None:
            self.opened.emit(id)

    # How it looks

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.handChanged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen is None and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _follow_range(self, least: int, most: int) -> None:
        self._thumb.setRange(least, most)
        self._thumb.setPageStep(self.verticalScrollBar().pageStep())
        self._thumb.setVisible(most > least)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            box = self.viewport().geometry()
            self._thumb.setGeometry(box.right() - 12, box.top(), 12, box.height())
            self._thumb.raise_()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount() and self.empty_words:
            p = painter(self.viewport())
            box = QRectF(8, 0, self.viewport().width() - 16, min(self.viewport().height(), 72))
            draw_text(p, box, self.empty_words, "body", "muted", None, CENTRE)


class _Painter(QStyledItemDelegate):
    """Ground, line and focus of a row; the rest is the list's."""

    def __init__(self, view: FaceList[F]) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._view.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, now, box = self._view, theme(), QRectF(option.rect)
        face = view.rows.face(view.rows.key_at(index.row()))
        if face is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row():
            flat(painter, QRectF(box.left(), box.top(), box.width(), 1), now.hairline)
        if view.currentIndex() == index and view.hasFocus():
            rounded(painter, box.adjusted(3, 3, -3, -2), 7, now.selection, now.focus, 2)
        view.draw(painter, box, face)
