"""What was really counted, month by month, beside what was planned (method.md B8).

A row without an activity is the count of the whole month; where a month has none, its activities are added up.
"""

from __future__ import annotations

from typing import NamedTuple

from planner.calc import lag, months
from planner.calc.budget import Budget, share_of
from planner.calc.supply import Supply
from planner.model.plan import Month, Plan

_WINDOW = 3
"""Months over which a rate is looked at."""
_MEASURES = {"lead": "leads", "opp": "opportunity"}
"""Stages of the funnel whose counts have another name."""


class Rolling(NamedTuple):
    """A share seen over the last months in which both stages were counted; None while there are too few of them."""

    first: Month
    last: Month
    share: float | None


class Attainment(NamedTuple):
    """What has been reached of what was planned so far, as shares; None where nothing was planned or counted."""

    until: Month
    """The last month whose leads are counted."""
    spend: float | None
    leads: float | None
    landed: float | None
    """Of the leads whose effect comes within the plan."""


def counted(plan: Plan, measure: str) -> dict[Month, float]:
    """The counts of one measure by month, in order."""
    whole: dict[Month, float] = {}
    parts: dict[Month, float] = {}
    for row in plan.actuals:
        if row.measure != measure or row.value is None or row.month is None or not months.is_month(row.month):
            continue
        sums = whole if row.activity is None else parts
        sums[row.month] = sums.get(row.month, 0.0) + row.value
    return dict(sorted({**parts, **whole}.items()))


def rolling(plan: Plan, before: str, after: str) -> Rolling | None:
    """The share of one stage that reached the next over the last three months; None where nothing was counted."""
    counts = [counted(plan, _MEASURES.get(stage, stage)) for stage in (before, after)]
    both = sorted(counts[0].keys() & counts[1].keys())[-_WINDOW:]
    if not both:
        return None
    entered, reached = (sum(count[month] for month in both) for count in counts)
    share = reached / entered if len(both) == _WINDOW and entered > 0 else None
    return Rolling(both[0], both[-1], share)


def attainment(plan: Plan, budget: Budget, supply: Supply) -> Attainment | None:
    """Spend and leads so far against the plan; None while no month of the plan has counted leads.

    Leads count by the share whose effect comes within the plan, so that leads which arrive late do not look like
    success.
    """
    period = months.period(plan)
    leads = {month: count for month, count in counted(plan, "leads").items() if month in period}
    if not leads:
        return None
    until = max(leads)
    so_far = period[: period.index(until) + 1]
    actual = {place: leads.get(month, 0.0) for place, month in enumerate(so_far)}
    sources = (supply.planned or {}, supply.inbound or {})
    planned = {place: sum(source.get(place, 0.0) for source in sources) for place in range(len(so_far))}
    total, end = lag.cumulative(plan.funnel.lag_won), len(period) - 1
    spent = [budget.actual_by_month[month] for month in so_far if month in budget.actual_by_month]
    return Attainment(
        until,
        share_of(sum(spent), sum(budget.by_month.get(month, 0) for month in so_far)) if spent else None,
        share_of(sum(actual.values()), sum(planned.values())),
        share_of(lag.landing(actual, total, end), lag.landing(planned, total, end)) if total else None,
    )
