"""Leads of one activity, or of all, by month, and how many of them still land in the plan (method.md B6)."""

from __future__ import annotations

from collections.abc import Mapping

from planner.calc import lag, months
from planner.calc.supply import is_counted
from planner.model.plan import Month, Plan, RowId


def leads_by_month(plan: Plan, activity: RowId | None = None) -> dict[Month, float]:
    """Likely leads by month: of one activity, or of all that take place."""
    counted = {row.id for row in plan.activities if is_counted(row)} if activity is None else {activity}
    sums: dict[Month, float] = {}
    for cell in plan.lead_months:
        if cell.likely is not None and cell.activity in counted and months.is_month(cell.month):
            sums[cell.month] = sums.get(cell.month, 0.0) + cell.likely
    return dict(sorted(sums.items()))


def landing_by_month(plan: Plan, leads: Mapping[Month, float]) -> dict[Month, float] | None:
    """How many of the leads that arrive in each month have their effect by the plan's last month.

    None where the lag or the period of the plan is not known.
    """
    period, total = months.period(plan), lag.cumulative(plan.funnel.lag_won)
    if not period or not total:
        return None
    end = months.index(period[-1])
    return {month: count * lag.landed(total, end - months.index(month)) for month, count in leads.items()}
