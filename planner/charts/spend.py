"""What each side's budget lines cost by month: the side of the person who leads the line."""

from __future__ import annotations

from planner.calc import months
from planner.calc.voices import VOICES, voice_of_person
from planner.model.plan import Money, Month, Plan


def by_voice_and_month(plan: Plan) -> dict[str, dict[Month, Money]]:
    """Planned minor units by voice, in stacking order, and month of the plan; months without any are absent."""
    period = set(months.period(plan))
    sums: dict[str, dict[Month, Money]] = {voice: {} for voice in VOICES}
    lines = plan.budget_lines
    for cell in plan.amounts:
        line = lines.get(cell.line)
        if line is None or cell.planned is None or cell.month not in period:
            continue
        row = sums[voice_of_person(plan, line.owner)]
        row[cell.month] = row.get(cell.month, 0) + cell.planned
    return {voice: row for voice, row in sums.items() if row}
