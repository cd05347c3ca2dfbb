"""What each side's budget lines cost by month: the side of the person who leads the line."""

from __future__ import annotations

from planner.calc import months
from planner.charts import style
from planner.model.plan import BudgetLine, Money, Month, Plan

SAID = {"marketing": "Marketing", "sales": "Sales", "agency": "Agency", "shared": "Shared", "finance": "Finance",
        "customer": "Partners"}  # fmt: skip


def voice_of_line(plan: Plan, line: BudgetLine) -> str:
    """The voice of the line's lead; a line without one is shared."""
    lead = plan.people.get(line.owner)
    return style.voice_of(lead.function if lead else None)


def by_voice_and_month(plan: Plan) -> dict[str, dict[Month, Money]]:
    """Planned minor units by voice, in stacking order, and month of the plan; months without any are absent."""
    period = set(months.period(plan))
    sums: dict[str, dict[Month, Money]] = {voice: {} for voice in style.VOICES}
    lines = plan.budget_lines
    for cell in plan.amounts:
        line = lines.get(cell.line)
        if line is None or cell.planned is None or cell.month not in period:
            continue
        row = sums[voice_of_line(plan, line)]
        row[cell.month] = row.get(cell.month, 0) + cell.planned
    return {voice: row for voice, row in sums.items() if row}
