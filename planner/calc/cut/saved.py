"""When a cut saves: the months whose money is not spent."""

from __future__ import annotations

from planner.calc import months
from planner.calc.cut.result import Cut
from planner.calc.money import largest_remainder
from planner.model.plan import Money, Month, Plan


def saved_by_month(plan: Plan, cut: Cut) -> dict[Month, Money]:
    """What is not spent in each month, sorted; the parts of a line follow its months that could be cut.

    What was not allocated has no month and is left out.
    """
    taken = {row.key: row.amount for row in cut.taken}
    cells: dict[str, dict[Month, Money]] = {}
    for cell in plan.amounts:
        wait = months.offset(cut.request.from_month, cell.month)
        if cell.line in taken and wait is not None and wait >= 0 and cell.planned:
            left = cell.planned - max(cell.committed or 0, cell.actual or 0)
            if left > 0:
                cells.setdefault(cell.line, {})[cell.month] = left
    sums: dict[Month, Money] = {}
    for line, by_month in cells.items():
        parts = largest_remainder(taken[line], list(by_month.values()))
        for month, amount in zip(by_month, parts, strict=True):
            sums[month] = sums.get(month, 0) + amount
    return dict(sorted(sums.items()))
