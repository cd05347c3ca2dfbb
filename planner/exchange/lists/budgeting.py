"""Amounts of lists as cells of the budget: months, quarters, totals that are spread, spend by campaign."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from planner.calc import months as calendar
from planner.calc.money import from_major, largest_remainder, to_major
from planner.exchange.lists.importing import Entry, ListImport
from planner.exchange.plainwords import figure, plain
from planner.i18n import _
from planner.model.fields import Money, Month
from planner.model.ids import NewRows, cell_id, new_row
from planner.model.plan import Amount, Plan, Row


def budget_rows(
    plan: Plan, line: Row, entry: Entry, read: ListImport, activity: Row | None = None
) -> tuple[Row, list[Row], list[str]]:
    """The line with its amount, its cells, and sentences about amounts that have no place in the plan."""
    period = calendar.period(plan)
    currency = plan.facts.currency
    notes: list[str] = []
    planned: dict[Month, Money] = {}
    actual: dict[Month, Money] = {}
    outside = 0
    carry = {False: 0.0, True: 0.0}
    for (year, number, is_actual), amount in sorted(_by_month(entry, read, plan).items(), key=_in_time):
        month = _place(period, year, number)
        if month is None:
            outside += bool(amount)
            continue
        # A third of a quarter is no whole number of cents: what rounding leaves goes to the next month.
        cents = from_major(amount + carry[is_actual], currency)
        carry[is_actual] += amount - to_major(cents, currency)
        of = actual if is_actual else planned
        of[month] = of.get(month, 0) + cents
    if outside:
        notes.append(_("{n} amounts lie outside the months of this plan and were left out").format(n=outside))
    total, dated = entry.values.get("amount"), bool(entry.values.get("month"))
    if total is not None and not planned and not dated:
        activity = activity or plan.activities.get(getattr(line, "activity", None))
        planned = _spread(from_major(total, currency), period, activity)
    elif total is not None and planned and not dated and from_major(total, currency) != sum(planned.values()):
        said = {"sum": figure(to_major(sum(planned.values()), currency)), "total": figure(total)}
        notes.append(_("months add up to {sum}, total says {total}; months are taken").format(**said))
    if entry.values.get("actual") is not None and not actual and not dated:
        notes.append(_("what was spent has no month; enter it by month in the budget"))
    values: dict[str, Any] = {"amount": sum(planned.values())} if planned else {}
    committed = entry.values.get("committed")
    if isinstance(committed, bool):
        values["committed"] = committed
    months = sorted({*planned, *actual})
    cells = [_cell(plan, line.id, month, planned.get(month), actual.get(month)) for month in months]
    return replace(line, **values), cells, notes


def _in_time(one: tuple[tuple[int | None, int, bool], float]) -> tuple[int, int]:
    (year, number, _actual), _amount = one
    return year or 0, number


def _by_month(entry: Entry, read: ListImport, plan: Plan) -> dict[tuple[int | None, int, bool], float]:
    """Amounts by month, from month columns or from a row that names its month."""
    if not (month := entry.values.get("month")):
        return dict(entry.months)
    made: dict[tuple[int | None, int, bool], float] = {}
    year, number = int(month[:4]), int(month[5:])
    for role, is_actual in (("amount", False), ("actual", True)):
        if entry.values.get(role) is not None:
            made[year, number, is_actual] = entry.values[role]
    return made


def _place(period: tuple[Month, ...], year: int | None, number: int) -> Month | None:
    """The month of the plan that a column means; one without a year is the first such month."""
    if year is not None:
        month = f"{year}-{number:02d}"
        return month if month in period else None
    return next((month for month in period if int(month[5:]) == number), None)


def _spread(total: Money, period: tuple[Month, ...], activity: Row | None) -> dict[Month, Money]:
    start, end = getattr(activity, "start", None), getattr(activity, "end", None)
    within = tuple(month for month in period if start and end and start <= month <= end) or period
    return dict(zip(within, largest_remainder(total, [1.0] * len(within)), strict=True)) if within else {}


def _cell(plan: Plan, line: str, month: Month, planned: Money | None, actual: Money | None) -> Row:
    known = plan.amounts.get(cell_id("amount", line, month))
    if known is None:
        made: Amount = new_row(plan, "amount", line=line, month=month, planned=planned, actual=actual)
        return made
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
        cells.append(_cell(plan, lines[name].id, month, None, from_major(amount, plan.facts.currency)))
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
