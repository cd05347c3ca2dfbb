"""Entering a month: every line and every count under each other, typed or pasted, with what was signed beside it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHBoxLayout, QHeaderView, QWidget

from planner.calc import months
from planner.i18n import _, mark
from planner.model.changes import Change
from planner.model.edits.budget import amount_in
from planner.model.edits.review import Count, EnterMonth
from planner.model.fields import Month, RowId
from planner.model.plan import Goal, Plan
from planner.model.value import Value
from planner.model.words import whole_name
from planner.ui.numbers import NotANumber, numbers_of
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.grid import GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
NAME, SIGNED, ACTUAL = range(3)
_STAGES = {
    "mql": mark("Marketing-qualified leads"),
    "sal": mark("Leads that sales accepted"),
    "sql": mark("Sales-qualified leads"),
    "opportunity": mark("Opportunities"),
    "won": mark("Orders won"),
    "order_intake": mark("Order intake"),
}


class EntryRow(Value):
    """A row to be typed into, or the title of a group where it has neither a line nor a count."""

    name: str
    line: RowId | None = None
    count: Count | None = None
    signed: str = ""
    goal: Goal | None = None

    @property
    def is_title(self) -> bool:
        """Whether nothing can be typed here."""
        return self.line is None and self.count is None


def entry_rows(plan: Plan, signed: Plan, month: Month) -> list[EntryRow]:
    """What can be entered for a month; lines with money in it come first."""
    numbers = numbers_of(plan)
    lines = []
    for row in plan.budget_lines:
        planned = amount_in(signed, row.id, month)
        asked = bool(planned) or amount_in(plan, row.id, month, "actual") is not None
        lines.append((not asked, EntryRow(whole_name(plan, row), row.id, signed=numbers.money(planned or None))))
    leads = {cell.activity: cell.likely for cell in signed.lead_months if cell.month == month}
    made = [EntryRow(_("Spend")), *(row for _later, row in sorted(lines, key=lambda pair: pair[0]))]
    made.append(EntryRow(_("Leads and stages")))
    total = sum(likely or 0.0 for likely in leads.values()) + (signed.funnel.baseline_likely or 0.0)
    made.append(EntryRow(_("All leads"), count=("leads", None, None), signed=numbers.number(total or None)))
    for activity in plan.activities:
        if leads.get(activity.id) or _value(plan, ("leads", activity.id, None), month) is not None:
            name = _("of these, {activity}").format(activity=whole_name(plan, activity))
            made.append(EntryRow(name, None, ("leads", activity.id, None), numbers.number(leads.get(activity.id))))
    made += [EntryRow(_(words), count=(measure, None, None)) for measure, words in _STAGES.items()]
    if len(plan.goals):
        made.append(EntryRow(_("Measures of the goals")))
        made += [
            EntryRow(
                whole_name(plan, goal), None, ("kpi", None, goal.id), numbers.of_unit(goal.target, goal.unit), goal
            )
            for goal in plan.goals
        ]
    return made


def _value(plan: Plan, count: Count, month: Month) -> float | None:
    known = [
        row.value
        for row in plan.actuals
        if (row.measure, row.activity, row.goal, row.month) == (*count, month) and row.value is not None
    ]
    return sum(known) if known else None


class EntryModel(QAbstractTableModel):
    """`entered(spent, counted)` for what was typed, `complained(sentence)` for what is no figure."""

    entered = Signal(object, object)
    complained = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self._month: Month = ""
        self._rows: list[EntryRow] = []

    def show_month(self, plan: Plan, signed: Plan, month: Month) -> None:
        """Show what can be entered for a month; the cell in hand stays where the rows are the same."""
        rows = entry_rows(plan, signed, month)
        same = [(row.line, row.count) for row in rows] == [(row.line, row.count) for row in self._rows]
        if not same or month != self._month:
            self.beginResetModel()
        self._plan, self._month, before, self._rows = plan, month, self._month, rows
        if not same or month != before:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, ACTUAL))

    def first(self) -> QModelIndex:
        """The first cell to be typed into."""
        row = next((n for n, one in enumerate(self._rows) if not one.is_title), 0)
        return self.index(row, ACTUAL)

    def place_of(self, line: RowId | None, count: Count | None) -> QModelIndex:
        """The cell of a line or a count."""
        row = next((n for n, one in enumerate(self._rows) if (one.line, one.count) == (line, count)), -1)
        return self.index(row, ACTUAL)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        open_cell = index.column() == ACTUAL and not self._rows[index.row()].is_title
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if open_cell else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return ("", _("In the plan"), _("What it came to"))[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (row.name, row.signed, self._words(row))[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == LOOK_ROLE:
            if row.is_title:
                return CellLook(kind="group", head=column == NAME)
            return CellLook(head=column == NAME, muted=column == SIGNED, bold=column == ACTUAL)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(row) or _("not entered")
            return row.name if row.is_title else f"{row.name}: {words}"
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return row.name
        return None

    def _words(self, row: EntryRow) -> str:
        numbers = numbers_of(self._plan)
        if row.line is not None:
            return numbers.money(amount_in(self._plan, row.line, self._month, "actual"))
        if row.count is None:
            return ""
        value = _value(self._plan, row.count, self._month)
        return numbers.of_unit(value, row.goal.unit, short=False) if row.goal else numbers.number(value)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self.take({index.row(): str(value)})
        return True

    def take(self, typed: dict[int, str]) -> None:
        """Read what was typed or pasted, by row, as one step; titles are passed over."""
        numbers = numbers_of(self._plan)
        spent: dict[RowId, int | None] = {}
        counted: dict[Count, float | None] = {}
        try:
            for place, text in typed.items():
                row = self._rows[place]
                if row.line is not None:
                    amount = numbers.read_money(text)
                    if amount != amount_in(self._plan, row.line, self._month, "actual"):
                        spent[row.line] = amount
                elif row.count is not None:
                    value = numbers.read_of_unit(text, row.goal.unit if row.goal else None)
                    if value != _value(self._plan, row.count, self._month):
                        counted[row.count] = value
        except NotANumber as error:
            self.complained.emit(str(error))
            return
        self.complained.emit("")
        if spent or counted:
            self.entered.emit(spent, counted)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == NAME else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class EntryGrid(GridView):
    """Moves over cells that can be typed into; Enter goes on to the next one, so that a month is typed downwards."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        if action in (moves.MoveNext, moves.MoveDown, moves.MovePrevious, moves.MoveUp):
            return self.next_open(1 if action in (moves.MoveNext, moves.MoveDown) else -1)
        return super().moveCursor(action, held)

    def next_open(self, step: int) -> QModelIndex:
        """The next cell that can be typed into, down or up; the one in hand where there is none."""
        model, row = self.model(), self.currentIndex().row() + step
        while 0 <= row < model.rowCount():
            index = model.index(row, ACTUAL)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                return index
            row += step
        return self.currentIndex()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.setCurrentIndex(self.next_open(1))


class MonthDialog(Dialog):
    """One month after the other; each figure is kept as it is typed."""

    def __init__(self, workspace: Workspace, signed: Plan | None, month: Month) -> None:
        super().__init__(
            _("What happened"), 720, lines=_("What is not known yet stays empty. 0 means that there was none.")
        )
        self._workspace, self._signed, self._month = workspace, signed, month
        self._title = Text("", "title", lines=1)
        back = IconButton("caret-left", _("The month before"))
        back.clicked.connect(self._back)
        ahead = IconButton("caret-right", _("The month after"))
        ahead.clicked.connect(self._ahead)
        self.source = LineEdit("", _("Says who, such as CRM"))
        self.source.setAccessibleName(_("Says who"))
        self.source.setFixedWidth(220)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(back)
        head.addWidget(self._title)
        head.addWidget(ahead)
        head.addStretch(1)
        head.addWidget(self.source)
        self.rows = EntryModel(self)
        self.rows.entered.connect(self._keep_figures)
        self.grid = EntryGrid(30)
        self.grid.setModel(self.rows)
        self.grid.setAccessibleName(_("Figures of the month"))
        self.grid.setMinimumHeight(360)
        self.grid.pasted.connect(self._paste)
        self.grid.cleared.connect(self._clear)
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (SIGNED, ACTUAL):
            self.grid.setColumnWidth(column, 136)
        self._wrong = Text("", "small", "fix.text", lines=1)
        self.rows.complained.connect(self._wrong.setText)
        self.body.addLayout(head)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self._wrong)
        self.add_button(Button(_("Done"), "primary"), True)
        workspace.changed.connect(self._follow)
        self.show_month(month)

    @property
    def month(self) -> Month:
        """The month that is being entered."""
        return self._month

    def show_month(self, month: Month) -> None:
        """Go to a month."""
        self._month = month
        self._title.setText(numbers_of(self._workspace.plan).month(month))
        self._follow(None)
        self.grid.setCurrentIndex(self.rows.first())

    def show_cell(self, line: RowId | None, count: Count | None) -> None:
        """Take a figure in hand."""
        self.grid.setCurrentIndex(self.rows.place_of(line, count))
        self.grid.scrollTo(self.grid.currentIndex())

    def _follow(self, change: Change | None) -> None:
        plan = self._workspace.plan
        self.rows.show_month(plan, self._signed or plan, self._month)

    def _step(self, count: int) -> None:
        period = months.period(self._workspace.plan)
        wanted = months.add(self._month, count)
        if wanted in period:
            self.show_month(wanted)
        self.grid.setFocus()

    def _back(self) -> None:
        self._step(-1)

    def _ahead(self) -> None:
        self._step(1)

    def _keep_figures(self, spent: dict[RowId, int | None], counted: dict[Count, float | None]) -> None:
        source = self.source.text().strip() or None
        self._workspace.apply(EnterMonth(self._month, spent, counted, source))

    def _paste(self, rows: list[list[str]]) -> None:
        start = self.grid.currentIndex().row()
        open_rows = [
            place
            for place in range(max(0, start), self.rows.rowCount())
            if self.rows.flags(self.rows.index(place, ACTUAL)) & Qt.ItemFlag.ItemIsEditable
        ]
        self.rows.take({place: row[-1] for place, row in zip(open_rows, rows, strict=False)})

    def _clear(self) -> None:
        self.rows.take({index.row(): "" for index in self.grid.selectedIndexes() if index.column() == ACTUAL})
