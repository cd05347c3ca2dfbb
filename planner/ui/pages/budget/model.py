"""The month grid as a model: lines in groups, months or quarters, the total of each line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from planner.calc import months as calendar
from planner.calc.money import exponent
from planner.calc.runs import months_of
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits import Edit, SetFields
from planner.model.edits.budget import Measure, SetAmounts
from planner.model.fields import Money, Month, RowId
from planner.model.plan import Amount, BudgetLine, Plan
from planner.model.words import whole_name
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import NotANumber, numbers_in, numbers_of
from planner.ui.pages.budget.amounts import THOUSAND, Writing, spread
from planner.ui.pages.budget.columns import Column, columns_of
from planner.ui.pages.budget.groups import By, group_of, group_order, group_title
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import LEFT, RIGHT
from planner.ui.voices import voice_of

_NO_ENVELOPE = 1_000_000  # major units: more in one month is not meant in thousands while nobody has said an envelope
GROUP = "group "
"""What the key of a group row starts with; the id of its activity, or whatever it stands for, follows."""


class BudgetModel(KeyedModel):
    """Column 0 holds names, the last one the total of a line, those between months or quarters.

    Nothing is written here: `given(edit)` says what was typed.
    """

    given = Signal(object)
    refused = Signal(object)
    """A sentence on what was typed and is no amount."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan()
        self.measure: Measure = "planned"
        self.quarters = False
        self.by: By = "activity"
        self.unit = THOUSAND
        self.hand = -1
        """The column in hand, which is tinted."""
        self.folded: set[str] = set()
        self.changed: Mapping[tuple[RowId, Month], str] = {}
        """The side that changed an amount since the last agreement."""
        self.columns: tuple[Column, ...] = ()
        self.writing = Writing(numbers_of(self.plan), THOUSAND, 100, None)
        self.second: Writing | None = None
        """How lines in the second currency are written; None where it or its rate is not known."""
        self._cells: dict[RowId, dict[Month, Amount]] = {}
        self._groups: dict[str, list[RowId]] = {}
        self._sums: dict[str, list[Money | None]] = {}
        self.wrong: dict[tuple[str, int], tuple[str, str]] = {}
        """Cells whose typed text was no amount: the text and the sentence that says what would be right."""

    # What is shown

    def show_plan(self, plan: Plan, change: Change | None) -> None:
        """Show this plan; after a change of amounts only their rows are told."""
        lines_and_groups = [key for key in self._keys if key.startswith(GROUP) or key in plan.budget_lines]
        self.keep_only(set(lines_and_groups))
        self.plan = plan
        only_amounts = change is not None and change.tables <= {"amount", "budget_line"}
        if change is None or not only_amounts:
            self._read_all()
            self.arrange()
            self.tell_all()
            return
        lines: set[RowId] = set()
        for row in change.rows:
            amount = row.after or row.before
            if isinstance(amount, Amount):
                self._place(amount, row.after)
                lines.add(amount.line)
            else:
                lines.add(row.id)
        if any(row.table == "budget_line" and _moves(row.before, row.after) for row in change.rows):
            self.arrange()
        groups = {self.group_of(line) for line in lines}
        for key in (*lines, *groups, ""):
            self._sums.pop(key, None)
        self.wrong = {place: said for place, said in self.wrong.items() if place[0] not in lines}
        self.tell_rows([*lines, *groups])

    def _read_all(self) -> None:
        self._cells = {}
        for amount in self.plan.amounts:
            self._cells.setdefault(amount.line, {})[amount.month] = amount
        self._sums.clear()
        self.wrong.clear()

    def _place(self, amount: Amount, after: object) -> None:
        row = self._cells.setdefault(amount.line, {})
        if isinstance(after, Amount):
            row[amount.month] = after
        else:
            row.pop(amount.month, None)

    def arrange(self) -> None:
        """Columns and rows for the plan, the folded groups, and the choice of months or quarters."""
        facts = self.plan.facts
        numbers = numbers_of(self.plan)
        minor = 10 ** exponent(facts.currency)
        limit = _NO_ENVELOPE * minor if facts.envelope is None else facts.envelope
        self.writing = Writing(numbers, self.unit, minor, limit)
        self.second = None
        if facts.second_currency and facts.second_currency_rate:
            other = numbers_in(self.plan, facts.second_currency)
            self.second = Writing(other, self.unit, minor, limit, facts.second_currency_rate)
        columns = columns_of(self.plan, quarters=self.quarters)
        if columns != self.columns:
            self._set_columns(columns)
        self._groups = {GROUP + group: [] for group in group_order(self.plan, self.by)}
        for line in self.plan.budget_lines:
            self._groups[GROUP + group_of(self.plan, line, self.by)].append(line.id)
        self._groups = {key: lines for key, lines in self._groups.items() if lines}
        keys: list[str] = []
        for key, lines in self._groups.items():
            keys.append(key)
            if key not in self.folded:
                keys.extend(lines)
        self._sums.clear()
        self.set_keys(keys)

    def _set_columns(self, columns: tuple[Column, ...]) -> None:
        before, after = len(self.columns), len(columns)
        parent = self.index(-1, -1)
        if after > before:
            self.beginInsertColumns(parent, before + 1, after)
            self.columns = columns
            self.endInsertColumns()
        elif after < before:
            self.beginRemoveColumns(parent, after + 1, before)
            self.columns = columns
            self.endRemoveColumns()
        self.columns = columns
        self.wrong.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, after + 1)

    def writing_of(self, key: str) -> Writing:
        """How the amounts of a line are written: in its own currency; of a group and of all in that of the plan."""
        line = self.plan.budget_lines.get(key)
        return self.second if line is not None and line.in_second_currency and self.second else self.writing

    @property
    def rate_words(self) -> str:
        """What the second currency is taken for, where a line is in it."""
        facts, code = self.plan.facts, self.plan.facts.second_currency
        if not any(line.in_second_currency for line in self.plan.budget_lines):
            return ""
        if self.second is None or not code:
            return _("The second currency has no rate yet")
        rate = self.writing.numbers.number(facts.second_currency_rate)
        return _("1 {there} is {rate} {here}").format(there=code, rate=rate, here=facts.currency or "")

    # Rows and columns

    @property
    def last(self) -> int:
        """The column of the totals."""
        return len(self.columns) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns) + 2

    def line_at(self, row: int) -> BudgetLine | None:
        """The line of a row; None for a group."""
        return self.plan.budget_lines.get(self.key_at(row))

    def group_of(self, line: RowId) -> str:
        """The key of the group in which a line stands."""
        found = self.plan.budget_lines.get(line)
        key = GROUP + (group_of(self.plan, found, self.by) if found else "")
        return key if key in self._groups else GROUP

    def starts_quarter(self, column: int) -> bool:
        """Whether a line stands at the left of a column: at each quarter of the plan and before the totals."""
        return column == self.last or (column > 0 and (self.quarters or (column - 1) % 3 == 0))

    def toggle(self, key: str) -> None:
        """Fold a group or open it."""
        self.folded ^= {key}
        self.arrange()
        self.tell_rows([key])

    def months_at(self, column: int) -> tuple[Month, ...]:
        """The months of a column; all of them for the totals."""
        if 0 < column < self.last:
            return self.columns[column - 1].months
        return tuple(month for one in self.columns for month in one.months) if column == self.last else ()

    def months_needed(self, line: RowId) -> tuple[Month, ...]:
        """The months of the plan in which the activity of a line takes place; all of them where that is not known."""
        period = calendar.period(self.plan)
        found = self.plan.budget_lines.get(line)
        activity = self.plan.activities.get(found.activity) if found else None
        needed = set(months_of(self.plan, activity)) if activity else set()
        return tuple(month for month in period if month in needed) or period

    def amount(self, key: str, column: int) -> Money | None:
        """What a line or a group has in a column, "" for all lines; None where nothing is known."""
        if key not in self._sums:
            self._sums[key] = self._row_of_sums(key)
        sums = self._sums[key]
        return sums[column - 1] if 0 < column <= len(sums) else None

    def _row_of_sums(self, key: str) -> list[Money | None]:
        if key in self._groups or key == "":
            parts = self._groups[key] if key else [line for lines in self._groups.values() for line in lines]
            rows = [[self.amount(line, column) for column in range(1, self.last + 1)] for line in parts]
            return [_sum(column) for column in zip(*rows, strict=True)] if rows else [None] * self.last
        sums = [_sum([self.cell(key, month) for month in column.months]) for column in self.columns]
        return [*sums, self._total(key)]

    def cell(self, line: RowId, month: Month) -> Money | None:
        """What a line has in a month."""
        cell = self._cells.get(line, {}).get(month)
        return getattr(cell, self.measure) if cell else None

    def _total(self, line: RowId) -> Money | None:
        """Of all months, also those outside the plan; for what is planned the line's own amount comes first."""
        found = self.plan.budget_lines.get(line)
        if self.measure == "planned" and found is not None and found.amount is not None:
            return found.amount
        return _sum([getattr(cell, self.measure) for cell in self._cells.get(line, {}).values()])

    def note(self, key: str, column: int) -> str:
        """The notes on a cell."""
        cells = self._cells.get(key, {})
        found = [cells[month].note for month in self.months_at(column) if month in cells and column < self.last]
        return "; ".join(note for note in found if note)

    def note_of(self, line: RowId, month: Month) -> str:
        """The note on one month of a line."""
        cell = self._cells.get(line, {}).get(month)
        return (cell.note or "") if cell else ""

    def name(self, key: str) -> str:
        """What a line or a group is called."""
        if key.startswith(GROUP):
            return group_title(self.plan, key.removeprefix(GROUP), self.by)
        line = self.plan.budget_lines.get(key)
        if line is None:
            return ""
        name, writing = whole_name(self.plan, line), self.writing_of(key)
        return name if writing is self.writing else f"{name} ({writing.numbers.symbol})"

    # Qt

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = self.line_at(index.row())
        if line is None or line.locked or index.column() == 0:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, column = self._keys[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if (key, column) in self.wrong:
                return self.wrong[key, column][0]
            return self.name(key) if column == 0 else self.writing_of(key).short(self.amount(key, column))
        if role == LOOK_ROLE:
            return self._look(key, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((LEFT if column == 0 else RIGHT) | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.EditRole:
            return self.name(key) if column == 0 else self.writing_of(key).full(self.amount(key, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            said = self.wrong.get((key, column))
            return (said[1] if said else self.note(key, column)) or (self.name(key) if column == 0 else None)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in self.said(key, column) if part)
        return None

    def said(self, key: str, column: int) -> tuple[str, str]:
        """The name of a cell and its value in full, for the status line and for a screen reader."""
        if (key, column) in self.wrong:
            return self.name(key), self.wrong[key, column][1]
        if column == 0:
            return self.name(key), ""
        where = _("all months") if column == self.last else self.columns[column - 1].name
        amount = self.amount(key, column)
        value = _("not known yet") if amount is None else self._money_words(key, amount)
        line = self.plan.budget_lines.get(key)
        locked = _(", locked") if line is not None and line.locked else ""
        changed = _(", changed since the agreement") if self.changed_by(key, column) else ""
        return f"{self.name(key)}, {where}", value + locked + changed

    def _money_words(self, key: str, amount: Money) -> str:
        """An amount in full; in another currency also in that of the plan."""
        writing, here = self.writing_of(key), self.writing.money(amount)
        if writing is self.writing:
            return here
        return _("{there}, which is {here}").format(there=writing.money(amount), here=here)

    def _look(self, key: str, column: int) -> CellLook:
        head, total = column == 0, column == self.last
        if key.startswith(GROUP):
            return CellLook("group", head=head, bold=total, open=key not in self.folded if head else None)
        line = self.plan.budget_lines[key]
        if head:
            return CellLook(head=True, voice=voice_of(self.plan, line.owner), lock=bool(line.locked))
        said = self.wrong.get((key, column))
        return CellLook(
            "locked" if line.locked and not total else "rest",
            note=bool(self._cells.get(key)) and bool(self.note(key, column)),
            wrong=said[1] if said else "",
            bold=total,
            changed_by=self.changed_by(key, column),
            marked=column == self.hand and not total,
        )

    def changed_by(self, key: str, column: int) -> str:
        """The side that changed a cell since the last agreement; empty where none did, and for totals."""
        if not self.changed or self.measure != "planned" or column == self.last:
            return ""
        return next((voice for month in self.months_at(column) if (voice := self.changed.get((key, month)))), "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section == 0:
                return ""
            if section == self.last:
                return _("Year") if len(self.months_at(section)) == 12 else _("Total")
            return self.columns[section - 1].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((LEFT if section == 0 else RIGHT) | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key, column = self._keys[index.row()], index.column()
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or text == self.data(index, role):
            self.forgive(key, column)
            return False
        try:
            amount = self.writing_of(key).read(text)
        except NotANumber as error:
            self.wrong[key, column] = text, str(error)
            self.tell_rows([key])
            self.refused.emit(str(error))
            return False
        self.forgive(key, column)
        self.given.emit(self.edit(key, column, amount))
        return True

    def forgive(self, key: str, column: int) -> None:
        """Forget what was typed wrongly into a cell."""
        if self.wrong.pop((key, column), None) is not None:
            self.tell_rows([key])

    def edit(self, key: RowId, column: int, amount: Money | None) -> Edit:
        """The edit that gives a line this amount in a column; a quarter or a total is spread over its months."""
        months: Sequence[Month] = self.months_at(column)
        now = [self.cell(key, month) for month in months]
        if column == self.last:
            months = [month for month, known in zip(months, now, strict=True) if known is not None]
            now = [known for known in now if known is not None]
            if not months:
                return SetFields("budget_line", key, {"amount": amount})
        parts = [None] * len(months) if amount is None else spread(amount, now)
        return SetAmounts({(key, month): part for month, part in zip(months, parts, strict=True)}, self.measure)


def _sum(amounts: Sequence[Money | None]) -> Money | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _moves(before: object, after: object) -> bool:
    """Whether a line came, went, or stands somewhere else now."""
    if not (isinstance(before, BudgetLine) and isinstance(after, BudgetLine)):
        return True
    places = [(line.activity, line.position, line.category, line.owner) for line in (before, after)]
    return places[0] != places[1]
