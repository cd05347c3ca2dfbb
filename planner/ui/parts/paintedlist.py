"""A list whose rows are painted by a delegate: hundreds of rows cost what is visible, and keys are the page's."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QHelpEvent, QHoverEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from planner.ui.keyed import Index, KeyedModel
from planner.ui.parts.eased import OneIndex, eased, veil
from planner.ui.parts.paint import CENTRE, draw_text, painter
from planner.ui.parts.scroll import ThinBar
from planner.ui.parts.whole import say_with_whole
from planner.ui.theme import theme


class PaintedList(QListView):
    """One row per key of a KeyedModel. Arrows move the row in hand; letters are told to `take_key`, never searched.

    `opened(key)` for Enter and a double click, `deleteAsked(key)`, `menuAsked(key, global point)`.
    """

    opened = Signal(object)
    deleteAsked = Signal(object)
    menuAsked = Signal(object, object)
    handChanged = Signal()

    def __init__(self, model: KeyedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._mouse: QPoint | None = None
        self._under = QPersistentModelIndex()
        self.empty_words = ""
        """What stands there when the list is empty."""
        self._thumb = ThinBar(Qt.Orientation.Vertical, self)
        self._thumb.hide()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._thumb.setValue)
        bar.valueChanged.connect(self._follow_mouse)
        self._thumb.valueChanged.connect(bar.setValue)
        self._thumb.hide()
        self.doubleClicked.connect(self._open)

    @property
    def chosen(self) -> str | None:
        """The key of the row in hand."""
        return self._model.key_at(self.currentIndex().row())

    def take(self, key: str | None) -> bool:
        """Take a row in hand and bring it into sight. False where it is not shown."""
        row = self._model.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(self._model.index(row, 0))
        self.scrollTo(self.currentIndex())
        return True

    def row_box(self, key: str) -> QRectF:
        """The whole row of a key in this view's own pixels."""
        rect = self.visualRect(self._model.index(self._model.row_of(key), 0))
        return QRectF(rect).translated(self.viewport().x(), self.viewport().y())

    def key_under(self, point: QPoint) -> str | None:
        """The key of the row at a point of the viewport."""
        return self._model.key_at(self.indexAt(point).row())

    def light(self, index: Index) -> float:
        """How much of the look of hovering a row has, 0 to 1; asked while it is painted."""
        under = self._under.isValid() and self._under.row() == index.row()
        return eased(self, self._model.key_at(index.row()), float(under), rest=0.0, again=OneIndex(index))

    def ground(self, index: Index) -> QColor | None:
        """The ground of a row that the mouse is on, or has just left."""
        return veil(theme().sunken, self.light(index))

    def _follow_mouse(self) -> None:
        """The row under the mouse, also where it came there by scrolling."""
        now = QPersistentModelIndex(QModelIndex() if self._mouse is None else self.indexAt(self._mouse))
        before, self._under = self._under, now
        if before != now:
            OneIndex(before)(self)
            OneIndex(now)(self)

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        """What a letter or figure does to the row in hand; True where it does something."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen, key = self.chosen, event.key()
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_N and not held:
            event.ignore()  # the window starts a new row
        elif held or chosen is None:
            super().keyPressEvent(event)
        elif self.take_key(chosen, event):
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleteAsked.emit(chosen)
        elif key == Qt.Key.Key_Menu:
            self.menuAsked.emit(chosen, self.mapToGlobal(self.row_box(chosen).center().toPoint()))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do something to the row in hand; they do not jump."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.handChanged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen is None and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self.key_under(event.pos()) or self.chosen
        if key is not None:
            self.take(key)
            self.menuAsked.emit(key, event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        if (key := self._model.key_at(index.row())) is not None:
            self.opened.emit(key)

    def _follow_range(self, least: int, most: int) -> None:
        self._thumb.setRange(least, most)
        self._thumb.setPageStep(self.verticalScrollBar().pageStep())
        self._thumb.setVisible(most > least)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            box = self.viewport().geometry()
            self._thumb.setGeometry(box.right() - 12, box.top(), 12, box.height())
            self._thumb.raise_()
        elif isinstance(event, QHoverEvent):
            self._mouse = None if event.type() == QEvent.Type.HoverLeave else event.position().toPoint()
            self._follow_mouse()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole)
            return say_with_whole(self.viewport(), event, str(tip or ""))
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount():
            box = QRectF(0, 24, self.viewport().width(), 24)
            draw_text(painter(self.viewport()), box, self.empty_words, "purpose", "muted", None, CENTRE)
