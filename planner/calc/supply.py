"""Where leads come from: activities by month, inbound that nobody plans, and last year's leads still on their way.

Months are counted from the plan's first month as 0, months before it are negative. A source that nobody entered is
None and never 0; leads of an activity without months are not counted, since nobody knows when they land.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from planner.calc import months
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Activity

CANCELLED = "cancelled"


class Supply:
    """All leads of a plan by the month they arrive in."""

    def __init__(
        self,
        length: int,
        prior: dict[int, float] | None,
        by_activity: dict[RowId, dict[int, float]],
        baseline: float | None,
    ) -> None:
        self.length = length
        """Months that the plan covers; 0 where its period is not known."""
        self.prior = prior
        self.by_activity = by_activity
        self.baseline = baseline
        """Inbound leads in each month of the plan."""

    @cached_property
    def planned(self) -> dict[int, float] | None:
        """Leads of all activities together."""
        return _together(self.by_activity.values()) if self.by_activity else None

    @cached_property
    def inbound(self) -> dict[int, float] | None:
        """Inbound leads by month."""
        if self.baseline is None or not self.length:
            return None
        return dict.fromkeys(range(self.length), self.baseline)

    @cached_property
    def cohort(self) -> float | None:
        """Leads that arrive because of this plan: of all activities and inbound."""
        known = [sum(source.values()) for source in (self.planned, self.inbound) if source is not None]
        return sum(known) if known else None

    @cached_property
    def everything(self) -> dict[int, float]:
        """Leads of every known source together."""
        return _together(source for source in (self.prior, self.planned, self.inbound) if source is not None)


def supply_of(plan: Plan) -> Supply:
    """The leads that a plan expects. Cells outside any known activity or month are left out."""
    start = plan.facts.fiscal_year_start
    prior = {
        at: row.leads
        for row in plan.prior_months
        if row.leads is not None and (at := months.offset(start, row.month)) is not None and at < 0
    }
    by_activity: dict[RowId, dict[int, float]] = {}
    counted = {activity.id for activity in plan.activities if is_counted(activity)}
    for cell in plan.lead_months:
        at = months.offset(start, cell.month)
        if cell.likely is not None and at is not None and cell.activity in counted:
            by_activity.setdefault(cell.activity, {})[at] = cell.likely
    return Supply(len(months.period(plan)), prior or None, by_activity, plan.funnel.baseline_likely)


def is_counted(activity: Activity) -> bool:
    """Whether an activity still takes place."""
    return activity.status != CANCELLED


def _together(sources: Iterable[dict[int, float]]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for source in sources:
        for month, leads in source.items():
            sums[month] = sums.get(month, 0.0) + leads
    return dict(sorted(sums.items()))
