"""What is known of each line besides its months, as a grid: lead, category, basis, priority, committed, brief."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.i18n import _, _n
from planner.model.edits import PutRows, SetFields
from planner.model.edits.budget import line_name
from planner.model.fields import Field, Kind, RowId, fields_of
from planner.model.plan import BudgetLine
from planner.ui.keyed import Index, KeyedModel
from planner.ui.pages.budget.grid import foot_of_card
from planner.ui.pages.budget.model import GROUP, BudgetModel
from planner.ui.parts.grid import CHOICES_ROLE, ChoosingDelegate, GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import LEFT, RIGHT
from planner.ui.reading import offered, read_offered, value_words
from planner.ui.workspace import Workspace

FIELDS = ("owner", "category", "basis", "priority", "committed", "in_brief")
_LEAST = {"owner": 104, "category": 92, "basis": 80, "priority": 66, "committed": 88, "in_brief": 70}
_MOST = {"owner": 170, "category": 150, "basis": 104, "priority": 80, "committed": 104, "in_brief": 90}
_TOTAL = 88


class LinesModel(KeyedModel):
    """The rows of the month grid, with fields for columns and the total of each line at the end.

    `given(edit)` says what was typed, filled or emptied.
    """

    given = Signal(object)

    def __init__(self, rows: BudgetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._fields = [fields_of(BudgetLine)[name] for name in FIELDS]
        self.wrong: dict[tuple[str, int], tuple[str, str]] = {}
        """Cells whose typed text says nothing: the text and the sentence that says what would be right."""

    def follow(self) -> None:
        """Show the rows that the month grid shows."""
        known = set(self.rows.keys)
        self.wrong = {place: said for place, said in self.wrong.items() if place[0] in known}
        self.set_keys(self.rows.keys)
        self.tell_all()

    @property
    def last(self) -> int:
        """The column of the totals."""
        return len(self._fields) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._fields) + 2

    def field_at(self, column: int) -> Field | None:
        """The field of a column; None for names and totals."""
        return self._fields[column - 1] if 0 < column < self.last else None

    def line_at(self, row: int) -> BudgetLine | None:
        """The line of a row; None for a group."""
        return self.rows.plan.budget_lines.get(self.key_at(row))

    def choices(self, field: Field) -> list[tuple[Any, str]]:
        """What a field may hold and how it is called, where that is a list."""
        if field.name == "priority":
            return [(number, str(number)) for number in range(1, 5)]
        return offered(self.rows.plan, field)

    def read(self, field: Field, text: str) -> Any:
        """A typed value: the beginning of a word is enough. Raises ValueError with a sentence."""
        return read_offered(self.rows.plan, field, text, self.choices(field))

    # Qt

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.line_at(index.row()) is not None and self.field_at(index.column())
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, column = self._keys[index.row()], index.column()
        if role == LOOK_ROLE:
            return self._look(key, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.words(key, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((RIGHT if column == self.last else LEFT) | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.wrong[key, column][1] if (key, column) in self.wrong else self.words(key, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self.said(key, column))
        field = self.field_at(column)
        if role == CHOICES_ROLE and field is not None:
            return [words for _value, words in self.choices(field)]
        return None

    def words(self, key: str, column: int) -> str:
        """What stands in a cell."""
        if (key, column) in self.wrong:
            return self.wrong[key, column][0]
        if column == 0:
            return self.rows.name(key)
        field, line = self.field_at(column), self.rows.plan.budget_lines.get(key)
        if field is None:
            return self.rows.writing_of(key).short(self.rows.amount(key, self.rows.last))
        return value_words(self.rows.plan, field, getattr(line, field.name)) if line else ""

    def said(self, key: str, column: int) -> tuple[str, str]:
        """A cell for the status line and for a screen reader."""
        title = str(self.headerData(column, Qt.Orientation.Horizontal) or "")
        name = f"{self.rows.name(key)}, {title}" if title else self.rows.name(key)
        if (key, column) in self.wrong:
            return name, self.wrong[key, column][1]
        return name, self.words(key, column) or _("not known yet")

    def _look(self, key: str, column: int) -> CellLook:
        if key.startswith(GROUP):
            is_open = key not in self.rows.folded if column == 0 else None
            return CellLook("group", head=column == 0, bold=column == self.last, open=is_open)
        if column in (0, self.last):
            look = self.rows.data(self.rows.index(self.rows.row_of(key), 0), LOOK_ROLE) if column == 0 else None
            return look if isinstance(look, CellLook) else CellLook(bold=True)
        said = self.wrong.get((key, column))
        return CellLook(wrong=said[1] if said else "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((RIGHT if section == self.last else LEFT) | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            field = self.field_at(section)
            if field is None:
                return "" if section == 0 else self.rows.writing.title
            return _("In brief") if field.name == "in_brief" else _(field.label)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key, column, text = self._keys[index.row()], index.column(), str(value)
        field = self.field_at(column)
        if field is None or role != Qt.ItemDataRole.EditRole or text == self.words(key, column):
            return False
        self.wrong.pop((key, column), None)
        try:
            read = self.read(field, text)
        except ValueError as error:
            self.wrong[key, column] = text, str(error)
            self.tell_rows([key])
            return False
        self.tell_rows([key])
        if read == getattr(self.rows.plan.budget_lines[key], field.name):
            return False
        self.given.emit(SetFields("budget_line", key, {field.name: read}))
        return True


class LinesView(GridView):
    """Typing replaces, Space takes the next choice, Ctrl D fills down, Del empties, Shift Enter shows all of a line."""

    detailsAsked = Signal(object)
    foldAsked = Signal(object)
    menuAsked = Signal(object)
    resized = Signal()

    def __init__(self, workspace: Workspace, rows: BudgetModel, parent: QWidget | None = None) -> None:
        super().__init__(28, parent)
        self._workspace = workspace
        self.rows = LinesModel(rows, self)
        self.rows.given.connect(workspace.apply)
        self.setModel(self.rows)
        self.setAccessibleName(_("Budget lines"))
        self.setItemDelegate(ChoosingDelegate(self))
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fillDown.connect(self.fill)
        self.cleared.connect(self.empty)
        self.pasted.connect(self.paste)
        self.clicked.connect(self._fold_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        foot = foot_of_card(QRectF(self.rect()))
        self.setMask(QRegion(foot.toFillPolygon().toPolygon()))
        self.fit()
        self.resized.emit()

    def fit(self) -> None:
        """Names take what the fields leave; fields give way as far as their words allow."""
        room = self.viewport().width() - _TOTAL
        least, most = sum(_LEAST.values()), sum(_MOST.values())
        share = min(1.0, max(0.0, (room - 260 - least) / (most - least)))
        used = 0
        for column, name in enumerate(FIELDS, start=1):
            wide = int(_LEAST[name] + (_MOST[name] - _LEAST[name]) * share)
            self.setColumnWidth(column, wide)
            used += wide
        self.setColumnWidth(0, max(150, room - used))
        self.setColumnWidth(self.rows.last, _TOTAL)

    def take(self, row: int, column: int) -> None:
        """Take one cell in hand."""
        self.setCurrentIndex(self.rows.index(row, column))
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.rows.key_at(self.currentIndex().row())
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        group = bool(key) and str(key).startswith(GROUP)
        if group and (enter or event.key() == Qt.Key.Key_Space):
            self.foldAsked.emit(key)
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key:
            self.detailsAsked.emit(key)
        elif event.key() == Qt.Key.Key_Space:
            self.step()
        elif event.key() == Qt.Key.Key_N and not event.modifiers() and not self._takes_letters():
            event.ignore()  # the window starts a new line
        else:
            super().keyPressEvent(event)

    def _takes_letters(self) -> bool:
        """Whether the cell in hand begins to be written by a letter."""
        return bool(self.rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable)

    def keyboardSearch(self, search: str) -> None:
        """Letters are written into cells."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.take(index.row(), index.column())
        self.menuAsked.emit(event.globalPos())

    def _fold_clicked(self, index: Index) -> None:
        key = self.rows.key_at(index.row())
        if key is not None and key.startswith(GROUP) and index.column() == 0:
            self.foldAsked.emit(key)

    # Hands

    def step(self) -> None:
        """The next choice in the cell in hand: yes, no, not known; priority 1 to 4; a basis."""
        index = self.currentIndex()
        line, field = self.rows.line_at(index.row()), self.rows.field_at(index.column())
        if line is None or field is None or field.kind is Kind.LINK:
            return
        values = [value for value, _words in self.rows.choices(field)]
        if values:
            order = [None, *values]
            now = getattr(line, field.name)
            following = order[(order.index(now) + 1) % len(order)] if now in order else values[0]
            self._workspace.apply(SetFields("budget_line", line.id, {field.name: following}))

    def _range(self) -> Iterator[tuple[RowId, Field]]:
        for index in self.selectedIndexes():
            line, field = self.rows.line_at(index.row()), self.rows.field_at(index.column())
            if line is not None and field is not None:
                yield line.id, field

    def empty(self) -> None:
        """Nothing is known any more in the cells of the range."""
        self._put(dict.fromkeys(self._range()), _("Empty {what}"))

    def fill(self) -> None:
        """The first line of the range into those below it."""
        cells = list(self._range())
        if not cells:
            return
        order = {key: place for place, key in enumerate(self.rows.keys)}
        first = min((line for line, _field in cells), key=order.__getitem__)
        source = self.rows.rows.plan.budget_lines[first]
        values = {(line, field): getattr(source, field.name) for line, field in cells if line != first}
        self._put(values, _("Fill {what}"))

    def paste(self, texts: Sequence[Sequence[str]]) -> None:
        """A copied block from the cell in hand on; what says nothing is refused with the whole block."""
        start = self.currentIndex()
        lines = [row for row in range(start.row(), self.rows.rowCount()) if self.rows.line_at(row) is not None]
        values: dict[tuple[RowId, Field], Any] = {}
        for row, cells in zip(lines, texts, strict=False):
            for place, text in enumerate(cells):
                field, line = self.rows.field_at(start.column() + place), self.rows.line_at(row)
                if field is None or line is None:
                    continue
                try:
                    values[line.id, field] = self.rows.read(field, text)
                except ValueError as error:
                    words = _("“{text}” was not understood. {what} Nothing was pasted.")
                    self._workspace.refused.emit(words.format(text=text.strip(), what=error))
                    return
        self._put(values, _("Paste {what}"))

    def _put(self, values: dict[tuple[RowId, Field], Any], said: str) -> None:
        """All of it as one step."""
        plan = self._workspace.plan
        changed: dict[RowId, BudgetLine] = {}
        names = {}
        for (id, field), value in values.items():
            line = changed.get(id) or plan.budget_lines[id]
            if getattr(line, field.name) != value:
                changed[id] = replace(line, **{field.name: value})
                names[field.name] = _(field.label)
        if not changed:
            return
        lines = _n("{n} line", "{n} lines", len(changed)).format(n=len(changed))
        where = line_name(plan, next(iter(changed))) if len(changed) == 1 else lines
        what = _("{fields} of {lines}").format(fields=", ".join(names.values()), lines=where)
        self._workspace.apply(PutRows(tuple(changed.values()), said.format(what=what)))
