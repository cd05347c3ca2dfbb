"""Where marketing hands leads over to sales: how many there are, how many are needed, how many sales can take on.

Everything takes what is known and answers None, or nothing, where the plan does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import funnel, months
from planner.calc.forecast import effective_leads
from planner.calc.money import from_major
from planner.model.plan import Month, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Goal

def leads_for(plan: Plan, results: Results, goal: Goal) -> tuple[float | None, float | None]:
    """Leads whose effect lands by the day a revenue goal is due, and leads that its target needs."""
    rates, deal, target = funnel.known_rates(plan), plan.funnel.deal_likely, goal.target
    leads = effective_leads(plan, months.month_of(goal.due), results.supply)
    if not rates or not deal or target is None:
        return leads, None
    deals = funnel.deals_needed(from_major(target, plan.facts.currency), deal)
    needed = None if deals is None else funnel.reverse(deals, rates)
    return leads, needed[0] if needed else None


def has_room(results: Results) -> bool | None:
    """Whether sales can take on what is expected in every month; None where that cannot be said."""
    loads = [row.per_seller for row in results.capacity.sales if row.per_seller is not None]
    return max(loads) <= results.limits.seller_capacity + 1e-9 if loads else None


def reaching_by_month(plan: Plan, results: Results, stage: str) -> dict[Month, float]:
    """Leads that will reach a stage, by the month in which they arrive; empty where that does not follow."""
    rate, supply = rate_between(plan, None, stage), results.supply
    if rate is None or (supply.planned is None and supply.inbound is None):
        return {}
    planned, inbound = supply.planned or {}, supply.inbound or {}
    return {
        at: rate * (planned.get(place, 0.0) + inbound.get(place, 0.0))
        for place, at in enumerate(months.period(plan))
    }


def rate_between(plan: Plan, before: str | None, after: str) -> float | None:
    """The share that goes from one stage (None: the first) to a later one; None where the funnel does not say."""
    chain = funnel.steps(plan)
    names = [chain[0].before, *(part.after for part in chain)] if chain else []
    first = names.index(before) if before in names else None if before else 0
    if first is None or after not in names or names.index(after) < first:
        return None
    product = 1.0
    for part in chain[first : names.index(after)]:
        if part.rate is None:
            return None
        product *= part.rate
    return product

