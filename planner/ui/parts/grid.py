"""The table view of every grid: painted cells, range selection, keys as in a spreadsheet."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.ui.parts.choices import Offers
from planner.ui.parts.eased import OneIndex, eased
from planner.ui.parts.gridcell import AT_REST, LOOK_ROLE, PLAIN, CellLook, CellState, draw_cell, text_side
from planner.ui.parts.paint import CENTRE, LEFT, RIGHT, draw_text, flat, rounded
from planner.ui.parts.scroll import thin
from planner.ui.parts.whole import say_with_whole
from planner.ui.theme import font, theme

Index = QModelIndex | QPersistentModelIndex
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 70
"""The words that a cell may hold, where that is a list."""


class GridView(QTableView):
    """A QTableView as the design language draws it. The model may return a CellLook for LOOK_ROLE.

    Arrows move, Enter or F2 edits, typing replaces, Tab goes right and at the end of a row out, Ctrl Tab out at once,
    Esc gives up, Shift arrows extend. Tab while typing goes on to the next cell, over the ends of rows.
    Signals, none of which changes anything by itself: `fillDown` (Ctrl D), `fillRight` (Ctrl R), `lockAsked` (Ctrl
    Shift L), `noteAsked` (Shift F2), `pasted(rows)` with the texts of the clipboard as rows of columns, `cleared`
    (Del), `handInChanged` when the cell in hand or the range has changed. With `fills` the corner of the range can be
    dragged down or to the right, and `filled(rows, columns)` says how many rows and columns it had; the range is the
    whole then.
    """

    fillDown = Signal()
    fillRight = Signal()
    filled = Signal(object, object)
    lockAsked = Signal()
    noteAsked = Signal()
    pasted = Signal(object)
    cleared = Signal()
    handInChanged = Signal()

    def __init__(self, row_height: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setFont(font("small"))
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        thin(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(GridHead(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.fills = False
        self._source: tuple[int, int, int, int] | None = None  # top, left, bottom, right of what is being dragged
        self.hovered = (-1, -1)
        self._touched: set[tuple[int, int]] = set()
        """Cells that are lit, or may still be."""
        self.entered.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = Qt.KeyboardModifier.ControlModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        key, held = event.key(), event.modifiers() & (ctrl | shift)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(rows_of(QApplication.clipboard().text()))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and held & ctrl:
            self._leave(key == Qt.Key.Key_Tab and not held & shift)
        elif key == Qt.Key.Key_D and held == ctrl:
            self.fillDown.emit()
        elif key == Qt.Key.Key_R and held == ctrl:
            self.fillRight.emit()
        elif key == Qt.Key.Key_L and held == ctrl | shift:
            self.lockAsked.emit()
        elif key == Qt.Key.Key_F2 and held == shift:
            self.noteAsked.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tab keeps what was typed and goes on to the next cell; it is typed into when somebody types."""
        ends = QStyledItemDelegate.EndEditHint
        ways = {ends.EditNextItem: True, ends.EditPreviousItem: False}
        super().closeEditor(editor, ends.NoHint if hint in ways else hint)
        if hint in ways and not self._to_next_cell(ways[hint]):
            self._leave(ways[hint])

    def _to_next_cell(self, forward: bool, *, within_row: bool = False) -> bool:
        """Take the next or the previous cell in hand; False at the last or the first one, where the grid is left."""
        ways = self.CursorAction
        to = self.moveCursor(ways.MoveNext if forward else ways.MovePrevious, Qt.KeyboardModifier.NoModifier)
        at = self.currentIndex()
        before, after = (at, to) if forward else (to, at)
        if not to.isValid() or (at.isValid() and (before.row(), before.column()) >= (after.row(), after.column())):
            return False
        if within_row and at.isValid() and to.row() != at.row():
            return False
        self.selectionModel().setCurrentIndex(to, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes over the cells of the row in hand and, after its last one, on to what stands behind the grid."""
        if self.tabKeyNavigation() and self._to_next_cell(forward, within_row=True):
            return True
        return self._leave(forward)

    def _leave(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)

    def copy(self) -> None:
        """The range as text, columns apart by tabs, into the clipboard."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        rows: dict[int, list[str]] = {}
        for index in chosen:
            rows.setdefault(index.row(), []).append(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.handInChanged.emit()

    # The handle at the corner of the range

    def range_box(self) -> tuple[int, int, int, int] | None:
        """First and last row and column of the range: top, left, bottom, right."""
        chosen = self.selectedIndexes()
        if not chosen:
            return None
        rows, columns = [index.row() for index in chosen], [index.column() for index in chosen]
        return min(rows), min(columns), max(rows), max(columns)

    def handle_at(self) -> QRect:
        """Where the range can be taken to be filled on, in pixels of the viewport; empty where it cannot."""
        box = self.range_box()
        if not self.fills or box is None:
            return QRect()
        cell = self.visualRect(self.model().index(box[2], box[3]))
        return QRect(cell.right() - 7, cell.bottom() - 7, 10, 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.handle_at().contains(event.position().toPoint()):
            self._source = self.range_box()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._source is None:
            on_handle = not event.buttons() and self.handle_at().contains(at)
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if on_handle else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        index = self.indexAt(at)
        if index.isValid():
            self._extend(self._source, index)

    def _extend(self, source: tuple[int, int, int, int], to: Index) -> None:
        """The range goes on down or to the right, whichever the mouse is further away."""
        top, left, bottom, right = source
        down, on = max(0, to.row() - bottom), max(0, to.column() - right)
        is_down = down * self.rowHeight(top) >= on * self.columnWidth(left)
        end = (bottom + down, right) if is_down else (bottom, right + on)
        model = self.model()
        block = QItemSelection(model.index(top, left), model.index(*end))
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        source, self._source = self._source, None
        if source is None:
            super().mouseReleaseEvent(event)
        elif self.range_box() != source:
            self.filled.emit(source[2] - source[0] + 1, source[3] - source[1] + 1)

    def _enter(self, index: QModelIndex) -> None:
        before, self.hovered = self.hovered, (index.row(), index.column())
        self._touched.add(self.hovered)
        for row, column in (before, self.hovered):
            self.update(self.model().index(row, column))

    def light(self, index: Index) -> float:
        """How much of the look of hovering a cell has, 0 to 1; asked while it is painted."""
        place = index.row(), index.column()
        if place not in self._touched:
            return 0.0
        share = eased(self, place, float(place == self.hovered), rest=0.0, again=OneIndex(index))
        if not share and place != self.hovered:
            self._touched.discard(place)
        return share

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._enter(QModelIndex())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole)
            return say_with_whole(self.viewport(), event, str(tip or ""))
        return super().viewportEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Paints cells and opens the raised editor."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        data = index.model().data  # asked without the detour through Qt: hundreds of cells are painted at once
        look = data(index, LOOK_ROLE) or PLAIN
        seen = self._state(index, look)
        side = text_side(data(index, Qt.ItemDataRole.TextAlignmentRole))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cell(painter, QRectF(option.rect), self.words(index), look, seen, side)

    def _state(self, index: Index, look: CellLook) -> CellState:
        view = self._view
        current = view.currentIndex() == index
        focused = current and (view.hasFocus() or view.state() == QAbstractItemView.State.EditingState)
        in_range = view.selectionModel().isSelected(index)
        hover = view.light(index)
        handle = (current or in_range) and self._has_handle(index, look)
        if not (focused or in_range or hover or handle):
            return AT_REST
        return CellState(current=focused, in_range=in_range, hover=hover, handle=handle)

    def words(self, index: Index) -> str:
        """What is painted in a cell; nothing where a delegate of its own kind paints something else there."""
        text = index.model().data(index, Qt.ItemDataRole.DisplayRole)
        return "" if text is None else str(text)

    def _has_handle(self, index: Index, look: CellLook) -> bool:
        if look.kind != "rest" or look.head:
            return False
        if not self._view.fills:
            return self._view.currentIndex() == index
        box = self._view.range_box()
        return box is not None and (box[2], box[3]) == (index.row(), index.column())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent)
        if text_side(index.data(Qt.ItemDataRole.TextAlignmentRole)) == RIGHT:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return editor


class CellEditor(QLineEdit):
    """The editor in a cell: raised, focus edge, the text in the place where it stood."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setFont(font("small", 600))
        self.setTextMargins(6, 0, 8, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(p, QRectF(self.rect()), 4, None, theme().focus, 2)


class ChoosingDelegate(CellDelegate):
    """Offers the words a cell may hold while one types."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = super().createEditor(parent, option, index)
        words = index.data(CHOICES_ROLE)
        if words and isinstance(made, CellEditor):
            completer = Offers(made)
            completer.setModel(QStringListModel(words, completer))
            completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
            made.setCompleter(completer)
        return made


class GridHead(QHeaderView):
    """The head of a grid: sunken ground, small muted words, aligned as the model says."""

    def __init__(self, parent: QWidget | None = None, height: int = 32) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = height
        self.marked = -1  # the column in hand, whose word is ink and semibold
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(28)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def mark(self, column: int) -> None:
        """Make the word of one column stand out; -1 for none."""
        self.marked = column
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        now = theme()
        box = QRectF(rect)
        flat(painter, box, now.sunken)
        flat(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.hairline)
        model = self.model()
        words = model.headerData(logical_index, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        side = model.headerData(logical_index, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        align = RIGHT if text_side(side) == RIGHT else LEFT
        if side is not None and Qt.AlignmentFlag(side) & CENTRE:
            align = CENTRE
        strong = logical_index == self.marked
        tone, weight = ("ink", 600) if strong else ("muted", 500)
        first = 14 if logical_index == 0 else 8  # where the words of the cells begin
        inner = box.adjusted(first if align == LEFT else 6, 0, -12 if align == RIGHT else -6, -1)
        draw_text(painter, inner, str(words or ""), "caption", tone, weight, align)


def rows_of(text: str) -> list[list[str]]:
    """A copied range as rows of columns; an empty clipboard gives no rows."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n") if text else []
    return [line.split("\t") for line in lines]
