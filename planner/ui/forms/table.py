"""Rows of one table of the plan as a table on screen, with the words of their declared fields."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from planner.i18n import _
from planner.model.changes import Change
from planner.model.fields import Kind, RowId
from planner.model.plan import Plan, Row, Rows, fields_of, row_class
from planner.model.words import whole_name
from planner.ui.keyed import Index, KeyedModel
from planner.ui.parts.grid import GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import LEFT, RIGHT
from planner.ui.reading import value_words
from planner.ui.voices import voice_of_side

NAME = "name of the row"
"""The column that says what people call a row; it stands first."""

_ROOM_FOR_ALL = 430
_WORDS = frozenset({Kind.TEXT, Kind.LINK})
_FIGURES = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.SHARE, Kind.MONEY})


class RowsModel(KeyedModel):
    """One row for each row of a table; the columns are names of declared fields."""

    def __init__(self, table: str, columns: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._declared = fields_of(row_class(table))
        self._columns = tuple(columns)
        self._plan = Plan()

    def show_plan(self, plan: Plan, change: Change | None) -> None:
        """Show the rows of this plan; only what `change` says has changed is told."""
        rows: Rows[Row] = plan.table(self._table)
        self.keep_only(rows)
        self._plan = plan
        self.set_keys([row.id for row in rows])
        if change is None or not change.tables <= {self._table}:
            self.tell_all()
        else:
            self.tell_rows([row.id for row in change.rows])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(self._row(index), name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(self._row(index), name) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self.data(index)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(name)
        if role == LOOK_ROLE:
            voice = voice_of_side(getattr(self._row(index), "function", None)) if self._speaks(name) else ""
            return CellLook(head=index.column() == 0, voice=voice, muted=index.column() > 0)
        return None

    def _speaks(self, name: str) -> bool:
        return name == NAME and self._table == "person"

    def _row(self, index: Index) -> Row:
        found: Row = self._plan.table(self._table)[self._keys[index.row()]]
        return found

    def _words(self, row: Row, name: str) -> str:
        if name == NAME:
            called = whole_name(self._plan, row)
            return f"{row.code}  {called}" if row.code and row.code != called and self._table != "person" else called
        return value_words(self._plan, self._declared[name], getattr(row, name))

    def _side(self, name: str) -> int:
        right = name != NAME and self._declared[name].kind in _FIGURES
        return int((RIGHT if right else LEFT) | Qt.AlignmentFlag.AlignVCenter)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            name = self._columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return _("Name") if name == NAME else _(self._declared[name].label)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(name)
        return None


class RowsView(GridView):
    """A list of rows to choose one from. `rowChosen(id)` when another row is in hand, None when none is."""

    rowChosen = Signal(object)
    opened = Signal()
    deleteAsked = Signal()

    def __init__(self, table: str, columns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(36, parent)
        self.rows = RowsModel(table, columns, self)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        declared = fields_of(row_class(table))
        for column, name in enumerate(columns[1:], start=1):
            self.setColumnWidth(column, 150 if declared[name].kind in _WORDS else 104)
        self.handInChanged.connect(self._tell)
        self.cleared.connect(self.deleteAsked)
        self.activated.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row in hand, which cannot be typed into here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOM_FOR_ALL
        for column in range(2, self.rows.columnCount()):
            self.setColumnHidden(column, narrow)

    @property
    def chosen(self) -> RowId | None:
        """The row in hand."""
        return self.rows.key_at(self.currentIndex().row())

    def choose(self, id: RowId | None) -> bool:
        """Take a row in hand and bring it into sight. False where it is not in the list."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        index = self.rows.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def _tell(self) -> None:
        self.rowChosen.emit(self.chosen)

    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()
