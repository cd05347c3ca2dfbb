"""The month grid on screen: names that stay put at the left, months beside them, the totals below."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QGridLayout, QHeaderView, QWidget

from planner.i18n import _
from planner.model.fields import Month, RowId
from planner.ui.pages.budget.model import GROUP, BudgetModel
from planner.ui.parts.grid import GridHead, GridView
from planner.ui.parts.gridcell import CellLook, CellState, draw_cell
from planner.ui.parts.paint import RIGHT, draw_text, painter, text_width
from planner.ui.parts.scroll import ThinBar
from planner.ui.theme import theme

ROW, TOTAL_ROW = 28, 34
LEAST_NAME, MOST_NAME, TOTAL, TOTAL_FULL = 184, 300, 80, 104
_CORNER = 11  # of a card, inside its edge
LEAST_MONTH, MOST_MONTH, LEAST_FULL, MOST_QUARTER = 44, 80, 80, 150


class MonthsView(GridView):
    """The months; the one view with the keyboard."""

    detailsAsked = Signal(object)
    menuAsked = Signal(object)
    foldAsked = Signal(object)
    lockedTyped = Signal(object)
    quartersAsked = Signal()
    spreadAsked = Signal()

    def __init__(self, model: BudgetModel, parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.rows = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.fills = True
        self.setHorizontalHeader(_QuarterHead(self))
        self.setColumnHidden(0, True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._thumb = ThinBar(Qt.Orientation.Vertical, self)
        self._thumb.hide()  # until there is something to scroll
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._thumb.setValue)
        self._thumb.valueChanged.connect(bar.setValue)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.rows.key_at(self.currentIndex().row())
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key and not key.startswith(GROUP):
            self.detailsAsked.emit(key)
        elif (enter or event.key() == Qt.Key.Key_Space) and key and key.startswith(GROUP):
            self.foldAsked.emit(key)
        elif event.key() == Qt.Key.Key_N and not event.modifiers():
            event.ignore()  # N is a new line everywhere, and no amount starts with it
        elif event.key() == Qt.Key.Key_Q and not event.modifiers():
            self.quartersAsked.emit()
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.spreadAsked.emit()
        elif key and _types(event) and self._is_locked(key):
            self.lockedTyped.emit(key)
        else:
            super().keyPressEvent(event)

    def _is_locked(self, key: str) -> bool:
        line = self.rows.plan.budget_lines.get(key)
        return line is not None and bool(line.locked)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump to rows: on a line they are typed into the cell, on a group they do nothing."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.take(index.row(), index.column())
        self.menuAsked.emit(event.globalPos())

    def copy(self) -> None:
        """The range in full amounts, for this grid and for spreadsheets."""
        rows, columns = self.range_places()
        lines = [
            "\t".join(self.rows.writing_of(key).plain(self.rows.amount(key, column)) for column in columns)
            for key in (self.rows.keys[row] for row in rows)
        ]
        QApplication.clipboard().setText("\n".join(lines))

    def range_places(self) -> tuple[list[int], list[int]]:
        """The rows and the columns of the range, or of the cell in hand."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        return sorted({index.row() for index in chosen}), sorted({index.column() for index in chosen})

    def range_cells(self) -> tuple[list[RowId], list[Month]]:
        """The lines and months of the range; groups and totals are not among them."""
        rows, columns = self.range_places()
        lines = [key for row in rows if (key := self.rows.key_at(row)) and not key.startswith(GROUP)]
        last = self.rows.last
        return lines, [month for column in columns if column < last for month in self.rows.months_at(column)]

    def take(self, row: int, column: int) -> None:
        """Take one cell in hand, whatever keys are held, and bring it into sight."""
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def select(self, rows: list[int], columns: list[int]) -> None:
        """Select the block between these rows and columns; its first cell is in hand."""
        if not rows or not columns:
            return
        first = self.rows.index(rows[0], columns[0])
        self.take(rows[0], columns[0])
        block = QItemSelection(first, self.rows.index(rows[-1], columns[-1]))
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _selection_changed(self) -> None:
        self.handInChanged.emit()

    def _follow_range(self, least: int, most: int) -> None:
        self._thumb.setRange(least, most)
        self._thumb.setPageStep(self.verticalScrollBar().pageStep())
        self._thumb.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        box = self.viewport().geometry()
        self._thumb.setGeometry(box.right() - 12, box.top(), 12, box.height())
        self._thumb.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = painter(self.viewport())
        for column in range(1, self.rows.columnCount()):
            if self.rows.starts_quarter(column):
                x = self.columnViewportPosition(column)
                p.fillRect(QRectF(x, 0, 1, self.viewport().height()), theme().hairline)


def _types(event: QKeyEvent) -> bool:
    """Whether a key would start to write in a cell."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return not event.modifiers() & commands and event.text().isprintable() and bool(event.text().strip())


class _QuarterHead(GridHead):
    """The words over the months, with a line before each quarter."""

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        super().paintSection(painter, rect, logical_index)
        model = self.model()
        if isinstance(model, BudgetModel) and model.starts_quarter(logical_index):
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), theme().hairline)


class NamesView(GridView):
    """The first column. It takes clicks and leaves the keyboard to the months."""

    nameClicked = Signal(object)
    nameOpened = Signal(object)

    def __init__(self, model: BudgetModel, parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.rows = model
        self.setModel(model)
        self.setAccessibleName(_("Lines of the budget"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)
        model.columnsInserted.connect(self.hide_months)
        self.hide_months()

    def hide_months(self) -> None:
        """Show the names only."""
        for column in range(1, self.rows.columnCount()):
            self.setColumnHidden(column, True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def _click(self, index: QModelIndex) -> None:
        self.nameClicked.emit(self.rows.key_at(index.row()))

    def _open(self, index: QModelIndex) -> None:
        self.nameOpened.emit(self.rows.key_at(index.row()))


class BudgetGrid(QWidget):
    """Names, months and totals as one grid. `columnsMoved` when the columns have another place or width."""

    columnsMoved = Signal()

    def __init__(self, model: BudgetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.names = NamesView(model, self)
        self.months = MonthsView(model, self)
        self.totals = _Totals(self)
        self.name_width = LEAST_NAME
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.names, 0, 0)
        layout.addWidget(self.months, 0, 1)
        layout.addWidget(self.totals, 1, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(0, 1)
        here, there = self.months.verticalScrollBar(), self.names.verticalScrollBar()
        here.valueChanged.connect(there.setValue)
        there.valueChanged.connect(here.setValue)
        there.rangeChanged.connect(self._keep_beside)
        across = self.months.horizontalScrollBar()
        across.valueChanged.connect(self._moved)
        across.rangeChanged.connect(self._leave_room)
        model.columnsInserted.connect(self.fit)
        model.columnsRemoved.connect(self.fit)
        model.dataChanged.connect(self.totals.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Months from 44 to 80 wide, names as wide as they need where there is room, totals 80; the rest scrolls."""
        count = max(1, len(self.rows.columns))
        full = self.rows.writing.unit == 1
        total = TOTAL_FULL if full else TOTAL
        room = self.width() - total
        least = LEAST_FULL if full else LEAST_MONTH
        most = MOST_QUARTER if self.rows.quarters else MOST_MONTH
        widest = max((text_width(self.rows.writing.short(self.rows.amount("", column)), "small", 600)
                      for column in range(1, self.rows.last)), default=0.0)  # fmt: skip
        least = max(least, int(widest) + 6)
        needed = max((text_width(self.rows.name(key), "small", 600) for key in self.rows.keys), default=0.0) + 48
        names = max(LEAST_NAME, min(MOST_NAME, int(needed), room - least * count))
        month = max(least, min(most, (room - names) // count))
        self.name_width = max(names, room - month * count)
        self.names.setFixedWidth(self.name_width)
        for column in range(1, self.rows.last):
            self.months.setColumnWidth(column, month)
        self.months.setColumnWidth(self.rows.last, total)
        self._moved()

    def column_box(self, column: int) -> tuple[float, float]:
        """Left edge and width of a column, in this widget's own pixels."""
        head = self.months.horizontalHeader()
        return self.name_width + head.sectionViewportPosition(column), head.sectionSize(column)

    def column_at(self, x: float) -> int:
        """The column at a place of this widget; -1 left of the months."""
        return self.months.horizontalHeader().logicalIndexAt(QPoint(int(x) - self.name_width, 0)) if x > 0 else -1

    def _moved(self) -> None:
        self.totals.update()
        self.columnsMoved.emit()

    def _keep_beside(self, _least: int, _most: int) -> None:
        """Rows that come or go are counted later by the names than by the months: they follow when they have."""
        self.names.verticalScrollBar().setValue(self.months.verticalScrollBar().value())

    def _leave_room(self, _least: int, most: int) -> None:
        """The names end where the months end, also above a scroll bar."""
        self.names.setViewportMargins(0, self.names.horizontalHeader().height(), 0, 12 if most > 0 else 0)


class _Totals(QWidget):
    """The last row: bold, an ink line above, always in sight."""

    def __init__(self, grid: BudgetGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setFixedHeight(TOTAL_ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        grid, model = self._grid, self._grid.rows
        p.setClipPath(foot_of_card(QRectF(self.rect())))
        look = CellLook("total", bold=True)
        for column in range(1, model.columnCount()):
            left, width = grid.column_box(column)
            text = model.writing.short(model.amount("", column))
            draw_cell(p, QRectF(left, 0, width, TOTAL_ROW + 1), text, look, CellState(), RIGHT)  # no line at its foot
            if model.starts_quarter(column):
                p.fillRect(QRectF(left, 0, 1, TOTAL_ROW), theme().hairline)
        p.fillRect(QRectF(0, 0, grid.name_width, TOTAL_ROW), theme().surface)
        p.fillRect(QRectF(0, 0, self.width(), 1.5), theme().ink)
        draw_text(p, QRectF(20, 0, grid.name_width - 20, TOTAL_ROW), _("Total"), "small", "ink", 600)


def foot_of_card(box: QRectF) -> QPainterPath:
    """The room of the last row of a card, whose lower corners are round."""
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0, -_CORNER, 0, 0), _CORNER, _CORNER)
    return path
