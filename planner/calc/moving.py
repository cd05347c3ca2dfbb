"""Moving money between activities: from what each is to cost to the months of its lines. Whole minor units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.calc.budget import Budget
from planner.calc.money import largest_remainder
from planner.model.plan import Money, Month, Plan, RowId


class Moved(NamedTuple):
    """What is planned in which cell after the move."""

    cells: dict[tuple[RowId, Month], Money]
    """By line and month, only what changes."""
    left: dict[RowId, Money]
    """By activity, what cannot be moved: committed, spent, locked, past, or without months. Negative where less was
    wanted than can be taken out."""


def moved(plan: Plan, budget: Budget, wanted: Mapping[RowId, Money], from_month: Month | None = None) -> Moved:
    """Bring each activity to what it is to cost, by changing its open months in proportion to what stands there.

    Open is what is neither committed nor spent, in lines that are not committed or locked, from a month on. More
    money goes to committed months where no other is open.
    """
    cells: dict[tuple[RowId, Month], Money] = {}
    left: dict[RowId, Money] = {}
    for activity, amount in wanted.items():
        change = amount - budget.by_activity.get(activity, 0)
        if not change:
            continue
        open_ = _open(plan, activity, from_month)
        if change > 0 and not open_:
            open_ = _open(plan, activity, from_month, bound=True)
        planned = {place: had for place, (had, _free) in open_.items()}
        could = {place: free for place, (_had, free) in open_.items()}
        weights = planned if change > 0 else could
        whole = sum(weights.values())
        take = change if change > 0 and whole else max(change, -whole)
        if not whole:
            left[activity] = change
            continue
        parts = largest_remainder(take, list(weights.values()))
        for place, part in zip(weights, parts, strict=True):
            if part:
                cells[place] = planned[place] + part
        if change != take:
            left[activity] = change - take
    return Moved(cells, left)


def _open(
    plan: Plan, activity: RowId, from_month: Month | None, *, bound: bool = False
) -> dict[tuple[RowId, Month], tuple[Money, Money]]:
    """By line and month, what is planned and what of it is still free; with ``bound`` what is committed as well."""
    lines = {
        line.id
        for line in plan.budget_lines
        if line.activity == activity and (bound or not line.committed) and not line.locked
    }
    found = {}
    for cell in plan.amounts:
        if cell.line in lines and cell.planned and (from_month is None or cell.month >= from_month):
            free = cell.planned - max(cell.committed or 0, cell.actual or 0)
            if free > 0 or bound:
                found[cell.line, cell.month] = (cell.planned, free)
    return dict(sorted(found.items()))
