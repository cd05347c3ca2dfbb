"""A small grid of who or what by step: what is covered is a filled pill, a hole that matters a dashed one."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QStyleOptionViewItem, QWidget

from planner.model.value import Value
from planner.ui.parts.grid import CellDelegate, GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import CENTRE, dashed, draw_text, flat, rounded, text_width
from planner.ui.theme import mix, theme

Index = QModelIndex | QPersistentModelIndex
_CELL_ROLE = Qt.ItemDataRole.UserRole + 60
_ROW, _HEAD = 36, 32


class MatrixRow(Value):
    """A row: its key, its name, and the voice of a person where it is one."""

    key: str
    name: str
    voice: str = ""


class MatrixCell(Value):
    """What stands in one place. `full` is filled with `text`, `hole` is dashed and matters, `none` is a faint dot."""

    kind: Literal["full", "hole", "none"]
    text: str = ""
    said: str = ""
    """The whole for the tooltip, the status line and screen readers."""


_NOTHING = MatrixCell("none")


class MatrixModel(QAbstractTableModel):
    """Rows by columns; the first column is the name of the row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: Sequence[str] = ()
        self.rows: Sequence[MatrixRow] = ()
        self.tips: Sequence[str] = ()
        self._cells: Mapping[tuple[str, int], MatrixCell] = {}

    def tell(
        self, columns: Sequence[str], rows: Sequence[MatrixRow], cells: Mapping[tuple[str, int], MatrixCell]
    ) -> None:
        """Show these cells by key of the row and place of the column; what has not changed keeps the keyboard."""
        same = tuple(columns) == tuple(self.columns) and [row.key for row in rows] == [row.key for row in self.rows]
        if not same:
            self.beginResetModel()
        self.columns, self.rows, self._cells = columns, rows, cells
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns)))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.columns) + 1 if self.rows else 0

    def cell(self, index: Index) -> MatrixCell:
        """What stands at an index right of the names."""
        return self._cells.get((self.rows[index.row()].key, index.column() - 1), _NOTHING)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if index.column() == 0:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return row.name
            return CellLook(head=True, voice=row.voice) if role == LOOK_ROLE else None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == _CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.said or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self.columns[index.column() - 1]}: {cell.said or cell.text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section - 1] if section else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return CENTRE
        if role == Qt.ItemDataRole.ToolTipRole and 0 < section <= len(self.tips):
            return self.tips[section - 1]
        return None


class _Cell(CellDelegate):
    """Pills, dashed slots and dots in place of figures."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(_CELL_ROLE)
        if not isinstance(cell, MatrixCell):
            super().paint(painter, option, index)
            return
        now, box = theme(), QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._view.currentIndex() == index and self._view.hasFocus()
        flat(painter, box, mix(now.surface, now.sunken, self._view.light(index)))
        flat(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.hairline)
        wide = min(box.width() - 8, max(min(44.0, box.width() - 16), text_width(cell.text, "caption", 600) + 20))
        pill = QRectF(0, 0, wide, 22)
        pill.moveCenter(box.center())
        if cell.kind == "full":
            rounded(painter, pill, 11, now.level("fine").tint)
            draw_text(painter, pill.adjusted(4, 0, -4, 0), cell.text, "caption", "fine.text", 600, CENTRE)
        elif cell.kind == "hole":
            rounded(painter, pill, 11, None, dashed(now.level("look").text))
            draw_text(painter, pill.adjusted(4, 0, -4, 0), cell.text, "caption", "look.text", 500, CENTRE)
        elif cell.text:
            draw_text(painter, pill, cell.text, "caption", "muted", None, CENTRE)
        else:
            dot = QRectF(0, 0, 5, 5)
            dot.moveCenter(box.center())
            rounded(painter, dot, 2.5, now.hairline_strong)
        if chosen:
            rounded(painter, box.adjusted(0, 0, -1, -1), 3, None, now.focus, 2)


class Matrix(GridView):
    """As high as its rows, up to `most` of them. `opened(row, column)` for Enter or a double click on a cell."""

    opened = Signal(object, object)

    def __init__(self, most: int = 12, widths: Sequence[int] = (), parent: QWidget | None = None) -> None:
        """`widths` are those of the first columns, the names among them; the others share the rest."""
        super().__init__(_ROW, parent)
        self._most, self._widths = most, widths
        self.grid = MatrixModel(self)
        self.setModel(self.grid)
        self._pills = _Cell(self)
        self.setItemDelegate(self._pills)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(self._open)

    def show_cells(
        self,
        columns: Sequence[str],
        rows: Sequence[MatrixRow],
        cells: Mapping[tuple[str, int], MatrixCell],
        tips: Sequence[str] = (),
    ) -> None:
        """Cells by key of the row and place of the column; `tips` say what short heads stand for."""
        self.grid.tips = tips
        self.grid.tell(columns, rows, cells)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, wide in enumerate(self._widths[: self.grid.columnCount()]):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, wide)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(400, _HEAD + _ROW * min(self._most, max(1, len(self.grid.rows))) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def choose(self, key: str, column: int = 0) -> bool:
        """Take a place in hand. False where there is no such row."""
        keys = [row.key for row in self.grid.rows]
        if key not in keys:
            return False
        index = self.grid.index(keys.index(key), column + 1)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def in_hand(self) -> tuple[MatrixRow, str, MatrixCell] | None:
        """The row, the word of the column and the cell in hand; None left of the cells."""
        index = self.currentIndex()
        if not index.isValid() or index.column() == 0:
            return None
        return self.grid.rows[index.row()], self.grid.columns[index.column() - 1], self.grid.cell(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_N):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.grid.rows[index.row()].key, index.column() - 1)
