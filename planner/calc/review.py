"""Plan against actual: spend, burn, leads and orders up to the last month that has actuals (method.md B8).

Money is minor units. What is favourable is positive: less spent than planned, or more achieved. A share of nothing
planned is None ("n/a"), never infinite.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import lag, months
from planner.calc.budget import Budget
from planner.calc.earned import EarnedValue
from planner.calc.money import from_major, whole
from planner.calc.supply import Supply, is_counted
from planner.model.plan import Money, Month, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.forecast import Forecast
    from planner.model.plan import Activity

_DONE = {"done": 1.0, "live": 0.5, "approved": 0.0, "proposed": 0.0}
"""What an activity counts as done where nobody says: the 0/50/100 rule."""


class Variance(NamedTuple):
    """A difference, positive where it is favourable."""

    plan: float
    actual: float
    amount: float
    share: float | None
    """Of the plan; None where nothing was planned."""


class Burn(NamedTuple):
    """How fast the envelope goes. Minor units."""

    actual: Money
    rate: float
    """A month, over the months since the plan began."""
    remaining: Money | None
    runway: float | None
    """Months that what is left of the envelope lasts at this rate; None where nothing is spent."""
    committed_open: Money
    """Committed and not yet spent."""
    free: Money | None
    """The envelope less what is spent and less what is committed."""


class MonthSoFar(NamedTuple):
    """One month of the plan. What lies ahead has no actuals; what was not written down is None."""

    month: Month
    spend_planned: Money
    spend: Money | None
    leads_planned: float
    leads: float | None
    orders_planned: Money | None
    orders: Money | None
    orders_expected: Money | None
    """What came in, and for months ahead what actual and planned leads bring together."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Review:
    """The plan after some months; figures are up to and with the month ``through``."""

    through: Month | None
    """The last month of the plan with an actual; None before the first."""
    elapsed: int
    spend: Variance | None
    burn: Burn | None
    earned: EarnedValue | None
    unknown_progress: tuple[RowId, ...]
    """Activities of which nobody knows how far they are; with one that should have spent there is no earned value."""
    leads: Variance | None
    leads_attainment: float | None
    """Leads that came, per lead planned."""
    landed_attainment: float | None
    """The same, each lead weighed with the share of it that lands within the plan: late leads count less."""
    months: tuple[MonthSoFar, ...]
    order_intake_expected: Money | None
    """By the end of the plan, from orders so far, actual leads so far and planned leads ahead."""


def variance(plan: float | None, actual: float | None, *, spend: bool) -> Variance | None:
    """Plan against actual, of spend (less is favourable) or of a result (more is). None where either is not known."""
    if plan is None or actual is None:
        return None
    amount = plan - actual if spend else actual - plan
    return Variance(plan, actual, amount, amount / plan if plan else None)


def review_of(plan: Plan, forecast: Forecast, budget: Budget, supply: Supply) -> Review:
    """The review of a plan."""
    period = months.period(plan)
    counted = counted_by_measure(plan, period)
    spent = [month for month in budget.actual_by_month if month in set(period)]
    last = max([*spent, *(month for by_month in counted.values() for month in by_month)], default=None)
    elapsed = period.index(last) + 1 if last is not None else 0
    so_far = _months(plan, forecast, budget, supply, period, counted, elapsed)
    known = [(row.leads_planned, row.leads) for row in so_far[:elapsed] if row.leads is not None]
    leads = None
    if known:
        leads = variance(sum(wanted for wanted, _came in known), sum(came for _wanted, came in known), spend=False)
    ac = sum(budget.actual_by_month[month] for month in spent)
    pv = sum(row.spend_planned for row in so_far[:elapsed])
    earned, unknown = _earned(plan, budget, pv, ac, period[:elapsed])
    expected = [row.orders_expected for row in so_far]
    return Review(
        through=last,
        elapsed=elapsed,
        spend=variance(pv, ac, spend=True) if spent else None,
        burn=_burn(plan, budget, ac, elapsed) if spent else None,
        earned=earned if spent else None,
        unknown_progress=unknown,
        leads=leads,
        leads_attainment=leads.actual / leads.plan if leads and leads.plan else None,
        landed_attainment=_landed(plan, so_far, elapsed),
        months=so_far,
        order_intake_expected=(
            sum(value or 0 for value in expected) if expected and all(value is not None for value in expected) else None
        ),
    )


def counted_by_measure(plan: Plan, period: tuple[Month, ...]) -> dict[str, dict[Month, float]]:
    """Actuals by measure and month. A month's own total goes before the sum of its activities."""
    totals: dict[str, dict[Month, float]] = {}
    parts: dict[str, dict[Month, float]] = {}
    inside = set(period)
    for row in plan.actuals:
        if row.value is None or row.month not in inside or row.measure is None or row.measure == "kpi":
            continue
        sums = (totals if row.activity is None else parts).setdefault(row.measure, {})
        sums[row.month] = sums.get(row.month, 0.0) + row.value
    return {measure: {**parts.get(measure, {}), **totals.get(measure, {})} for measure in {**parts, **totals}}


def _months(
    plan: Plan, forecast: Forecast, budget: Budget, supply: Supply, period: tuple[Month, ...],
    counted: dict[str, dict[Month, float]], elapsed: int,
) -> tuple[MonthSoFar, ...]:  # fmt: skip
    leads, planned_orders = counted.get("leads", {}), forecast.order_intake_by_month
    orders = _orders(plan, counted)
    planned = [_planned(supply, at) for at in range(len(period))]
    expected = _expected(plan, forecast, supply, period, leads, elapsed)
    rows = []
    for at, month in enumerate(period):
        came = orders.get(month)
        ahead = None if expected is None else expected[at]
        rows.append(
            MonthSoFar(
                month,
                budget.by_month.get(month, 0),
                budget.actual_by_month.get(month),
                planned[at],
                leads.get(month),
                planned_orders[at] if planned_orders else None,
                came,
                came if came is not None and at < elapsed else ahead,
            )
        )
    return tuple(rows)


def _orders(plan: Plan, counted: dict[str, dict[Month, float]]) -> dict[Month, Money]:
    """Order intake that came in; where only orders were counted, at the usual deal size."""
    currency, deal = plan.facts.currency, plan.funnel.deal_likely
    found = {}
    if deal is not None:
        found = {month: whole(count * deal) or 0 for month, count in counted.get("won", {}).items()}
    return {
        **found,
        **{month: from_major(value, currency) for month, value in counted.get("order_intake", {}).items()},
    }


def _planned(supply: Supply, at: int) -> float:
    return sum(source.get(at, 0.0) for source in (supply.planned, supply.inbound) if source is not None)


def _expected(
    plan: Plan, forecast: Forecast, supply: Supply, period: tuple[Month, ...], leads: dict[Month, float], elapsed: int
) -> list[Money] | None:
    """Order intake by month from the leads that came so far and those planned ahead."""
    rate, deal, weights = forecast.end_to_end_rate, plan.funnel.deal_likely, plan.funnel.lag_won
    if rate is None or deal is None or not weights or not period:
        return None
    arrivals = dict(supply.prior or {})
    for at, month in enumerate(period):
        arrivals[at] = leads[month] if at < elapsed and month in leads else _planned(supply, at)
    effect = lag.effect_by_month(arrivals, weights, len(period))
    return [whole(count * rate * deal) or 0 for count in effect]


def _landed(plan: Plan, so_far: tuple[MonthSoFar, ...], elapsed: int) -> float | None:
    total, end = lag.cumulative(plan.funnel.lag_won), len(so_far) - 1
    rows = [(row, lag.landed(total, end - at)) for at, row in enumerate(so_far[:elapsed]) if row.leads is not None]
    wanted = sum(row.leads_planned * share for row, share in rows)
    return sum((row.leads or 0.0) * share for row, share in rows) / wanted if wanted else None


def _burn(plan: Plan, budget: Budget, actual: Money, elapsed: int) -> Burn:
    rate = actual / elapsed if elapsed else 0.0
    remaining = None if budget.envelope is None else budget.envelope - actual
    still = 0
    for line in plan.budget_lines:
        sums = budget.by_line.get(line.id)
        bound = budget.amount(line) if line.committed else sums.committed if sums else None
        still += max(0, (bound or 0) - ((sums.actual if sums else None) or 0))
    return Burn(
        actual,
        rate,
        remaining,
        remaining / rate if remaining is not None and rate > 0 else None,
        still,
        None if remaining is None else remaining - still,
    )


def done_share(activity: Activity) -> float | None:
    """How much of an activity is done; None where nobody says and its state does not tell."""
    return activity.progress if activity.progress is not None else _DONE.get(activity.status or "")


def _earned(
    plan: Plan, budget: Budget, pv: Money, ac: Money, past: tuple[Month, ...]
) -> tuple[EarnedValue | None, tuple[RowId, ...]]:
    """Earned value by activity; a line without one is earned as it is spent. Also whose progress is not known."""
    ev, unknown, needed = 0.0, [], False
    for activity in plan.activities:
        amount = budget.by_activity.get(activity.id)
        if amount is None or not is_counted(activity):
            continue
        done = done_share(activity)
        if done is None:
            unknown.append(activity.id)
            by_month = budget.by_activity_month.get(activity.id, {})
            needed = needed or any(by_month.get(month) for month in past)
        else:
            ev += amount * done
    for line in plan.budget_lines:
        if line.activity is None and (sums := budget.by_line.get(line.id)) is not None:
            ev += min(sums.actual or 0, budget.amount(line) or 0)
    if needed or budget.total is None:
        return None, tuple(unknown)
    return EarnedValue(float(budget.total), float(pv), ev, float(ac)), tuple(unknown)
