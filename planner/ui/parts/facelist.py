"""Lists of painted rows: each row has a face, plain values that its list draws; nothing is made per row."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.ui.keyed import Index, KeyedModel
from planner.ui.parts.paint import flat, rounded
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.theme import theme


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


class FaceList(PaintedList, Generic[F]):
    """The view of such rows. A list of its own kind says how a row is drawn, and what keys and clicks do to it."""

    def __init__(self, row_height: int, name: str, parent: QWidget | None = None) -> None:
        self.rows: FaceModel[F] = FaceModel()
        super().__init__(self.rows, parent)
        self.rows.setParent(self)
        self.row_height = row_height
        self.setAccessibleName(name)
        self.setItemDelegate(_Painter(self))

    # What a list of its own kind says

    def draw(self, p: QPainter, box: QRectF, face: F) -> None:
        """Paint a row; the ground, the line above and the sign of being in hand are there already."""
        raise NotImplementedError

    def height_of(self, face: F) -> int:
        """How high a row is at this width, for lists whose rows differ; these call `setUniformItemSizes(False)`."""
        return self.row_height

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

    def set_row_height(self, height: int) -> None:
        """Make rows higher or lower, for another width."""
        if height != self.row_height:
            self.row_height = height
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        face = self.rows.face(key)
        return face is not None and self.key_on(face, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        face = self.rows.face(self.key_under(event.position().toPoint()))
        if face is not None and event.button() == Qt.MouseButton.LeftButton:
            self.click_on(face, self.row_box(face.id), event.position())


class _Painter(QStyledItemDelegate):
    """Ground, line and focus of a row; the rest is the list's."""

    def __init__(self, view: FaceList[F]) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        face = None if self._view.uniformItemSizes() else self._view.rows.face(self._view.rows.key_at(index.row()))
        return QSize(200, self._view.row_height if face is None else self._view.height_of(face))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, now, box = self._view, theme(), QRectF(option.rect)
        face = view.rows.face(view.rows.key_at(index.row()))
        if face is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row():
            flat(painter, QRectF(box.left(), box.top(), box.width(), 1), now.hairline)
        if ground := view.ground(index):
            rounded(painter, box.adjusted(3, 3, -3, -2), 7, ground)
        if view.currentIndex() == index and view.hasFocus():
            rounded(painter, box.adjusted(3, 3, -3, -2), 7, now.selection, now.focus, 2)
        view.draw(painter, box, face)
