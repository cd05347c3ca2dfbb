"""Another split of the money, kept as a what-if: what it brings more, by each activity's curve (method.md B9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import lag
from planner.calc.allocation import curve_of
from planner.calc.money import half_up, whole
from planner.calc.outcomes import Outcomes

if TYPE_CHECKING:
    from planner.calc.budget import Budget
    from planner.calc.cut.chance import CommonDraws
    from planner.calc.lag import Arrivals
    from planner.calc.montecarlo import Draws
    from planner.calc.results import Results
    from planner.model.plan import Money, Plan, RowId, Series


class Split(NamedTuple):
    """One split. Money is minor units; what is less than with today's split is negative."""

    spend: dict[RowId, Money]
    """What each activity that it names would get."""
    more: Money
    """Money more than today."""
    leads: float
    """Leads more."""
    year: Money | None
    """Orders more within the plan."""
    later: Money | None
    """Orders more after its last month."""
    deals: float | None
    """Orders more, counted."""
    pipeline: Money | None
    """Open at the end of the plan's last month."""
    after: Draws | None
    """Order intake drawn with the same luck as without it; None where it was not asked for."""


def spend_of(plan: Plan, budget: Budget, shares: Series) -> dict[RowId, Money]:
    """What each activity gets: today's money less the share that it loses; a share below 0 is what it gains."""
    found = {}
    for code, share in shares:
        row = plan.activities.by_code(code) or plan.activities.get(code)
        today = budget.by_activity.get(row.id) if row else None
        if row is not None and today:
            found[row.id] = max(0, int(half_up(today * (1 - share))))
    return found


def shares_for(plan: Plan, budget: Budget, spend: Mapping[RowId, Money]) -> Series:
    """A split as a scenario keeps it: by codes, without what stays as it is."""
    found = []
    for id, amount in spend.items():
        today = budget.by_activity.get(id)
        if today and amount != today:
            found.append((plan.activities[id].code or id, 1 - amount / today))
    return tuple(found)


def split_of(results: Results, shares: Series, draws: CommonDraws | None = None) -> Split:
    """What a split comes to; with the chance of the goal where the plan's draws are given."""
    plan, budget, supply = results.plan, results.budget, results.supply
    spend = spend_of(plan, budget, shares)
    factors = {id: factor for id, amount in spend.items() if (factor := _factor(results, id, amount)) != 1.0}
    before = supply.everything
    more: dict[int, float] = {}
    for id, factor in factors.items():
        for at, count in supply.by_activity.get(id, {}).items():
            more[at] = more.get(at, 0.0) + (factor - 1) * count
    after = {at: before.get(at, 0.0) + more.get(at, 0.0) for at in before.keys() | more.keys()}
    outcomes, end = Outcomes(plan), supply.length - 1
    rate = outcomes.rate if outcomes.weights and supply.length else None
    year, later = _landing(more, outcomes, end)
    value = outcomes.order_value if supply.length else None
    return Split(
        spend=spend,
        more=sum(amount - budget.by_activity[id] for id, amount in spend.items()),
        leads=sum(more.values()),
        year=None if value is None else whole(value * year),
        later=None if value is None else whole(value * later),
        deals=None if rate is None else rate * (year + later),
        pipeline=whole(outcomes.pipeline(after, end)) if after else None,
        after=None if draws is None else draws.after(_landing_shares(results, outcomes, factors)),
    )


def _factor(results: Results, id: RowId, amount: Money) -> float:
    """Leads of an activity with this money, for each lead that it brings today; 1 where nobody can say."""
    row, today = results.plan.activities[id], results.budget.by_activity[id]
    found = None if amount == today else curve_of(results.plan, row, results.budget)
    leads = found.curve.leads(today) if found else 0.0
    return found.curve.leads(amount) / leads if found and leads else 1.0


def _landing(more: Arrivals, outcomes: Outcomes, end: int) -> tuple[float, float]:
    """Of these leads those whose effect lands within the plan, and those after it."""
    if not outcomes.total:
        return 0.0, 0.0
    year = lag.carry_in(more, outcomes.total, end) + lag.landing(more, outcomes.total, end)
    return year, lag.effect_after(more, outcomes.total, end)


def _landing_shares(results: Results, outcomes: Outcomes, factors: Mapping[RowId, float]) -> dict[str, float]:
    end, arrivals = results.supply.length - 1, results.supply.by_activity
    shares = {id: lag.landing_share(arrivals.get(id, {}), outcomes.total, end) for id in factors}
    return {id: share * factors[id] for id, share in shares.items() if share is not None}
