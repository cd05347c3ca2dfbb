"""Rows of one table of the plan as a grid of their declared fields, every cell typed into where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.i18n import _
from planner.model.edits import PutRows, SetFields
from planner.model.fields import LISTS, Field, Kind, RowId
from planner.model.plan import Plan, Row, fields_of, row_class
from planner.model.value import Value
from planner.ui.keyed import Index, KeyedModel
from planner.ui.parts.grid import CHOICES_ROLE, ChoosingDelegate, GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import LEFT, RIGHT, text_width
from planner.ui.reading import offered, read_offered, typed_words, value_words
from planner.ui.workspace import Workspace

_FIGURES = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.SHARE, Kind.MONEY})
_ROW, _HEAD_PAD = 34, 22


class FieldColumn(Value):
    """A field as a column: its least width, its share of what is left, and a shorter title where wanted."""

    field: str
    width: int
    stretch: int = 0
    title: str = ""


NAME = ""
"""The field of the column that only names its row."""


class FieldModel(KeyedModel):
    """One row for each row of a table. `given(edit)` says what was typed."""

    given = Signal(object)

    def __init__(
        self, table: str, columns: Sequence[FieldColumn], name: Callable[[Plan, Any], str], parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.columns = tuple(columns)
        self._name = name
        self._declared = fields_of(row_class(table))
        self.plan = Plan()
        self.wrong: dict[tuple[str, int], tuple[str, str]] = {}
        """Cells whose typed text says nothing: the text and the sentence that says what would be right."""

    def show_rows(self, plan: Plan, rows: Sequence[Row]) -> None:
        """Show these rows of a plan."""
        self.keep_only({row.id for row in rows})
        self.plan = plan
        self.set_keys([row.id for row in rows])
        self.wrong = {place: said for place, said in self.wrong.items() if self.row_of(place[0]) >= 0}
        self.tell_all()

    def row_at(self, key: str) -> Row | None:
        """The row of a key."""
        return self.plan.table(self.table).get(key)

    def field_at(self, column: int) -> Field | None:
        """The field of a column; None where it only names the row."""
        return self._declared.get(self.columns[column].field)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        field = self.field_at(index.column())
        typed = field is not None and field.kind not in LISTS
        return usual | Qt.ItemFlag.ItemIsEditable if typed else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, column = self._keys[index.row()], index.column()
        field = self.field_at(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(key, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(key, column)
        if role == LOOK_ROLE:
            said = self.wrong.get((key, column))
            return CellLook(head=column == 0, wrong=said[1] if said else "", bold=field is None)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.wrong[key, column][1] if (key, column) in self.wrong else self.words(key, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self.said(key, column))
        if role == CHOICES_ROLE and field is not None:
            return [words for _value, words in offered(self.plan, field)]
        return None

    def _side(self, column: int) -> int:
        field = self.field_at(column)
        side = RIGHT if field is not None and field.kind in _FIGURES else LEFT
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def words(self, key: str, column: int) -> str:
        """What stands in a cell."""
        row, field = self.row_at(key), self.field_at(column)
        if (key, column) in self.wrong:
            return self.wrong[key, column][0]
        if row is None:
            return ""
        return self._name(self.plan, row) if field is None else value_words(self.plan, field, getattr(row, field.name))

    def _typed(self, key: str, column: int) -> str:
        row, field = self.row_at(key), self.field_at(column)
        if row is None or field is None or (key, column) in self.wrong or offered(self.plan, field):
            return self.words(key, column)
        return typed_words(self.plan, field, getattr(row, field.name))

    def said(self, key: str, column: int) -> tuple[str, str]:
        """A cell for the status line and for a screen reader."""
        row = self.row_at(key)
        name = self._name(self.plan, row) if row else ""
        title = str(self.headerData(column, Qt.Orientation.Horizontal) or "")
        value = self.wrong[key, column][1] if (key, column) in self.wrong else self.words(key, column)
        return ", ".join(part for part in (name, title) if part), value or _("not known yet")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role == Qt.ItemDataRole.DisplayRole:
            field = self.field_at(section)
            return self.columns[section].title or (_(field.label) if field else "")
        return None

    def read(self, column: int, text: str) -> Any:
        """A typed value. Raises ValueError with a sentence."""
        field = self.field_at(column)
        assert field is not None
        if field.required and not text.strip():
            raise ValueError(_("This cannot be left empty."))
        return read_offered(self.plan, field, text, offered(self.plan, field))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key, column, text = self._keys[index.row()], index.column(), str(value)
        field, row = self.field_at(column), self.row_at(key)
        if field is None or row is None or role != Qt.ItemDataRole.EditRole or text == self._typed(key, column):
            return False
        self.wrong.pop((key, column), None)
        try:
            read = self.read(column, text)
        except ValueError as error:
            self.wrong[key, column] = text, str(error)
            self.tell_rows([key])
            return False
        self.tell_rows([key])
        if read == getattr(row, field.name):
            return False
        self.given.emit(SetFields(self.table, key, {field.name: read}))
        return True


class FieldGrid(GridView):
    """As high as its rows. Typing replaces, Space takes the next choice, Del empties or asks to take the row out,
    Enter on what cannot be typed and Shift Enter anywhere ask for all fields.

    `detailsAsked(id)`, `removeAsked(id)`, `cellTold(name, value)`.
    """

    detailsAsked = Signal(object)
    removeAsked = Signal(object)
    cellTold = Signal(object, object)

    def __init__(
        self, workspace: Workspace, table: str, columns: Sequence[FieldColumn], name: Callable[[Plan, Any], str],
        title: str, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(_ROW, parent)
        self._workspace = workspace
        self.rows = FieldModel(table, columns, name, self)
        self.rows.given.connect(workspace.apply)
        self.setModel(self.rows)
        self.setItemDelegate(ChoosingDelegate(self))
        self.setAccessibleName(title)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cleared.connect(self._clear)
        self.pasted.connect(self._paste)
        self.handInChanged.connect(self._tell)

    def show_rows(self, plan: Plan, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.rows.show_rows(plan, rows)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + _ROW * len(rows) + 1)
        if self.hasFocus() or self.state() == self.State.EditingState:
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns, room = self.rows.columns, self.viewport().width()
        heads = [self._head_width(place) for place in range(len(columns))]
        widths = [max(column.width, head) for column, head in zip(columns, heads, strict=True)]
        lack = sum(widths) - room
        if lack > 0:  # heads stay whole: the columns that take most of what is left give as far as their own head
            gives = [
                max(0, width - head) if column.stretch > 1 else 0
                for column, width, head in zip(columns, widths, heads, strict=True)
            ]
            if sum(gives) >= lack:
                widths = [width - ceil(lack * give / sum(gives)) for width, give in zip(widths, gives, strict=True)]
            else:
                widths = [column.width for column in columns]
        spare = max(0, room - sum(widths))
        parts = sum(column.stretch for column in columns) or 1
        for place, column in enumerate(columns):
            self.setColumnWidth(place, widths[place] + spare * column.stretch // parts)

    def _head_width(self, column: int) -> int:
        words = str(self.rows.headerData(column, Qt.Orientation.Horizontal) or "")
        return ceil(text_width(words, "caption", 500)) + _HEAD_PAD

    # Rows and cells

    @property
    def chosen(self) -> RowId | None:
        """The row in hand."""
        return self.rows.key_at(self.currentIndex().row())

    def take(self, id: RowId, field: str | None = None) -> bool:
        """Take a cell in hand, by default the first of its row. False where the row is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        names = [column.field for column in self.rows.columns]
        self.setCurrentIndex(self.rows.index(row, names.index(field) if field in names else 0))
        return True

    def _tell(self) -> None:
        index = self.currentIndex()
        key = self.rows.key_at(index.row())
        if key is not None:
            self.cellTold.emit(*self.rows.said(key, index.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), self.chosen
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        typed = bool(self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable)
        editing = self.state() == self.State.EditingState
        if enter and key is not None and not editing and (shift or not typed):
            self.detailsAsked.emit(key)
        elif event.key() == Qt.Key.Key_Space and not editing and self._step(index):
            event.accept()
        elif event.key() == Qt.Key.Key_N and not event.modifiers() and not typed:
            event.ignore()  # the window starts a new row
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are written into cells."""

    def _step(self, index: Index) -> bool:
        """The next choice in the cell in hand, and after the last one not known."""
        key, field = self.chosen, self.rows.field_at(index.column()) if index.isValid() else None
        row = self.rows.row_at(key) if key else None
        if row is None or field is None or field.kind not in (Kind.YES_NO, Kind.CHOICE):
            return False
        order = [None, *(value for value, _words in offered(self.rows.plan, field))]
        now = getattr(row, field.name)
        following = order[(order.index(now) + 1) % len(order)] if now in order else order[0]
        self._workspace.apply(SetFields(self.rows.table, row.id, {field.name: following}))
        return True

    def _clear(self) -> None:
        """Del on the name asks to take the row out; elsewhere what stands in the range is not known any more."""
        index, key = self.currentIndex(), self.chosen
        if key is None:
            return
        if self.rows.field_at(index.column()) is None:
            self.removeAsked.emit(key)
            return
        cells = [(place.row(), place.column(), "") for place in self.selectedIndexes() or [index]]
        self._put(cells, _("Empty {name}"))

    def _paste(self, texts: Sequence[Sequence[str]]) -> None:
        """A copied block from the cell in hand on; what says nothing is refused with the whole block."""
        start = self.currentIndex()
        last_row, last_column = self.rows.rowCount(), self.rows.columnCount()
        cells = [
            (start.row() + down, start.column() + on, text)
            for down, line in enumerate(texts)
            for on, text in enumerate(line)
            if start.isValid() and start.row() + down < last_row and start.column() + on < last_column
        ]
        self._put(cells, _("Paste into {name}"))

    def _put(self, cells: Sequence[tuple[int, int, str]], said: str) -> None:
        """All of it as one step."""
        changed: dict[RowId, Row] = {}
        for at, column, text in cells:
            key = self.rows.key_at(at)
            row = changed.get(key or "") or (self.rows.row_at(key) if key else None)
            field = self.rows.field_at(column)
            if row is None or field is None or field.kind in LISTS:
                continue
            try:
                value = self.rows.read(column, text)
            except ValueError as error:
                self._workspace.refused.emit(str(error))
                return
            changed[row.id] = replace(row, **{field.name: value})
        rows = tuple(row for id, row in changed.items() if row != self.rows.row_at(id))
        if rows:
            self._workspace.apply(PutRows(rows, said.format(name=self.accessibleName())))
