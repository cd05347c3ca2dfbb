"""Amounts of lists as cells of the budget: months, quarters, totals that are spread, spend by campaign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from planner.calc import months as calendar
from planner.calc.money import exponent, from_major, half_up, largest_remainder, to_major
from planner.calc.runs import months_of
from planner.exchange.lists.importing import Entry, ListImport
from planner.exchange.plainwords import figure, plain
from planner.i18n import _
from planner.model.fields import Money, Month, RowId
from planner.model.ids import NewRows, cell_id
from planner.model.plan import Activity, Amount, BudgetLine, Plan, Row

Months = dict[Month, Money]
_OUTSIDE = ""


class Budgeting:
    """Takes the amounts of lines, one entry after the other; the rows for them are made when they are asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._period = calendar.period(plan)
        self._currency = plan.facts.currency
        self._minor = 10 ** exponent(self._currency)
        self._months = set(self._period)
        self._places: dict[tuple[int | None, int, bool], Month] = {}
        self._taken: dict[RowId, tuple[Months, Months]] = {}
        self._held = _cells_by_line(plan)

    def take(self, line: RowId, entry: Entry, spread_over: Activity | None = None) -> tuple[bool, list[str]]:
        """Take an entry's amounts for a line: whether they are news, and sentences about what has no place in the
        plan. A total without months is spread over the months of ``spread_over``, an activity, or of the plan."""
        notes: list[str] = []
        planned, actual, outside = self._by_month(entry)
        if outside:
            notes.append(_("{n} amounts lie outside the months of this plan and were left out").format(n=outside))
        total = None if entry.values.get("month") else entry.values.get("amount")
        dated = bool(entry.values.get("month"))
        if total is not None and not planned:
            planned = _spread(self._plan, self._cents(total), self._period, spread_over)
        elif total is not None and self._cents(total) != sum(planned.values()):
            said = {"sum": figure(to_major(sum(planned.values()), self._currency)), "total": figure(total)}
            notes.append(_("months add up to {sum}, total says {total}; months are taken").format(**said))
        if entry.values.get("actual") is not None and not actual and not dated:
            notes.append(_("what was spent has no month; enter it by month in the budget"))
        if not planned and not actual:
            return False, notes
        before = self._taken.setdefault(line, ({}, {}))
        for of, more in zip(before, (planned, actual), strict=True):
            of.update(more)
        return self._is_news(line, planned, actual), notes

    def _by_month(self, entry: Entry) -> tuple[Months, Months, int]:
        """Planned and actual amounts by month of the plan, and how many have no such month."""
        planned: Months = {}
        actual: Months = {}
        outside = 0
        left = [0.0, 0.0]
        for key, amount in _amounts_of(entry).items():
            month = self._places.get(key)
            if month is None:
                month = self._places[key] = self._place(key[0], key[1])
            if not month:
                outside += bool(amount)
                continue
            # A third of a quarter is no whole number of cents: what rounding leaves goes to the next month.
            is_actual = key[2]
            exact = amount * self._minor + left[is_actual]
            cents = int(exact)
            if cents != exact:
                cents = int(half_up(exact))
                left[is_actual] = exact - cents
            of = actual if is_actual else planned
            of[month] = of[month] + cents if month in of else cents
        return planned, actual, outside

    def _cents(self, amount: float) -> Money:
        exact = amount * self._minor
        return int(exact) if exact == int(exact) else from_major(amount, self._currency)

    def _place(self, year: int | None, number: int) -> Month:
        """The month of the plan that a column means; one without a year is the first such month. Empty where none."""
        if year is None:
            return next((month for month in self._period if int(month[5:]) == number), _OUTSIDE)
        month = f"{year}-{number:02d}"
        return month if month in self._months else _OUTSIDE

    def _is_news(self, line: RowId, planned: Months, actual: Months) -> bool:
        held = self._held.get(line)
        if held is None:
            return True
        nothing = Amount(id="")
        return any(held.get(month, nothing).planned != amount for month, amount in planned.items()) or any(
            held.get(month, nothing).actual != amount for month, amount in actual.items()
        )

    def line(self, line: Row) -> Row:
        """The line with the sum of its months."""
        planned, _actual = self._taken.get(line.id, ({}, {}))
        if not planned or not isinstance(line, BudgetLine):
            return line
        held = {month: cell.planned or 0 for month, cell in self._held.get(line.id, {}).items()}
        return replace(line, amount=sum({**held, **planned}.values()))

    def rows(self) -> list[Row]:
        """The cells of all lines."""
        return [
            _cell(self._held.get(line, {}).get(month), line, month, planned.get(month), actual.get(month))
            for line, (planned, actual) in self._taken.items()
            for month in sorted({*planned, *actual})
        ]


def _cells_by_line(plan: Plan) -> Mapping[RowId, dict[Month, Amount]]:
    cells: dict[RowId, dict[Month, Amount]] = defaultdict(dict)
    for cell in plan.amounts:
        cells[cell.line or ""][cell.month or ""] = cell
    return dict(cells)


def _amounts_of(entry: Entry) -> Mapping[tuple[int | None, int, bool], float]:
    """Amounts by month, from month columns or from a row that names its month."""
    if not (month := entry.values.get("month")):
        return entry.months
    made: dict[tuple[int | None, int, bool], float] = {}
    year, number = int(month[:4]), int(month[5:])
    for role, is_actual in (("amount", False), ("actual", True)):
        if entry.values.get(role) is not None:
            made[year, number, is_actual] = entry.values[role]
    return made


def _spread(plan: Plan, total: Money, period: tuple[Month, ...], activity: Activity | None) -> Months:
    needed = set(months_of(plan, activity)) if activity else set()
    within = tuple(month for month in period if month in needed) or period
    return dict(zip(within, largest_remainder(total, [1.0] * len(within)), strict=True)) if within else {}


def _cell(known: Amount | None, line: RowId, month: Month, planned: Money | None, actual: Money | None) -> Amount:
    if known is None:
        return Amount(id=cell_id("amount", line, month), line=line, month=month, planned=planned, actual=actual)
    return replace(
        known,
        planned=known.planned if planned is None else planned,
        actual=known.actual if actual is None else actual,
    )


def spend_rows(plan: Plan, read: ListImport) -> tuple[list[Row], list[str]]:
    """Spend from ad platforms as actual amounts by month, one budget line for each campaign or channel."""
    sums: dict[tuple[str, Month], float] = defaultdict(float)
    for entry in read.entries:
        month = entry.values.get("on")
        if month is None:
            continue
        wide = {role.partition(":")[2]: value for role, value in entry.values.items() if role.startswith("spend:")}
        named = {str(entry.values.get("line") or read.found.title or _("Advertising")): entry.values.get("spend")}
        for name, amount in (wide or named).items():
            if amount is not None:
                sums[name, month] += amount
    period = set(calendar.period(plan))
    fresh = NewRows(plan)
    known = _lines_by_name(plan)
    lines: dict[str, Row] = {}
    cells: list[Row] = []
    outside = 0.0
    for (name, month), amount in sorted(sums.items()):
        if month not in period:
            outside += amount
            continue
        if name not in lines:
            lines[name] = known.get(plain(name)) or fresh.row("budget_line", description=name)
        held = plan.amounts.get(cell_id("amount", lines[name].id, month))
        cells.append(_cell(held, lines[name].id, month, None, from_major(amount, plan.facts.currency)))
    notes = []
    if outside:
        notes.append(
            _("{amount} was spent outside the months of this plan and was left out.").format(amount=figure(outside))
        )
    return [*(line for line in lines.values() if line.id not in plan.budget_lines), *cells], notes


def _lines_by_name(plan: Plan) -> dict[str, Row]:
    """Budget lines by their own name, then by that of their activity; the first of a name counts."""
    known: dict[str, Row] = {}
    for line in plan.budget_lines:
        activity = plan.activities.get(line.activity)
        for name in (line.description, activity.title if activity else None):
            if plain(name or ""):
                known.setdefault(plain(name or ""), line)
    return known
