"""What the money brings: unit economics of a plan, each convention by its name (method.md B5).

The cohort is the leads that arrive because of this plan, whenever they become orders. Programme is the budget;
"with salaries" adds those of the marketing team that stand outside it. Amounts are minor units, not rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.calc import economics, funnel, lag, months
from planner.calc.budget import Budget
from planner.calc.supply import Supply
from planner.model.plan import Month, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.forecast import Forecast


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActivityReturn:
    """What one activity costs and brings; None where it is not known."""

    activity: RowId
    spend: float | None
    leads: float | None
    landing_share: float | None
    cost_per_lead: float | None
    cost_per_landed_lead: float | None
    contribution: float | None
    """Of all orders from its leads."""
    contribution_in_year: float | None
    """Of the orders that come within the plan."""
    romi: float | None
    romi_in_year: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Returns:
    """Unit economics of the plan; None where it is not known."""

    spend: float | None
    """The programme: all budget lines."""
    salaries: float | None
    leads: float | None
    """Of the cohort."""
    customers: float | None
    """Orders of the cohort."""
    cost_by_stage: dict[str, float]
    """Programme for each piece of a stage, the cost per lead first."""
    cost_per_landed_lead: float | None
    cac_programme: float | None
    cac_with_salaries: float | None
    ltv_simple: float | None
    """Not discounted: margin a year over the share of customers lost in a year."""
    ltv_end_of_year: float | None
    """Discounted, the first margin at the end of year 1."""
    ltv_now: float | None
    """Discounted, the first margin now."""
    ltv_to_cac: float | None
    """By the lifetime value with the first margin at the end of year 1 and the cost of the programme."""
    payback_month: Month | None
    """The first month in which the cohort's contribution so far covers the programme's spend so far."""
    payback_months_recurring: float | None
    """Months in which one customer's yearly margin pays for winning them."""
    romi_cohort: float | None
    romi_year: float | None
    """On all orders that come within the plan, last year's leads included."""
    romi_with_salaries: float | None
    """Of the cohort."""
    break_even_deals: float | None
    break_even_with_salaries: float | None
    by_activity: tuple[ActivityReturn, ...]


def returns_of(plan: Plan, forecast: Forecast, budget: Budget, supply: Supply) -> Returns:
    """Unit economics of a plan."""
    facts, given = plan.facts, plan.funnel
    margin = given.margin_rate if given.margin_rate is not None else facts.margin_rate
    rates, deal = funnel.known_rates(plan), given.deal_likely
    spend = None if budget.total is None else float(budget.total)
    salaries = facts.marketing_salaries
    everything = None if spend is None or salaries is None else spend + salaries
    leads, rate = supply.cohort, forecast.end_to_end_rate
    customers = None if leads is None or rate is None else leads * rate
    cac = economics.cost_per(spend, customers)
    by_stage = funnel.forward(leads, rates) if leads is not None and rates else ()
    contribution = _product(customers, deal, margin)
    ltv = economics.ltv_end_of_year(_float(given.annual_margin), given.retention_rate, given.discount_rate)
    churn = None if given.retention_rate is None else 1 - given.retention_rate
    landed = [part for part in (forecast.plan_leads_landing, forecast.baseline_leads_landing) if part is not None]
    monthly = None if given.annual_margin is None else given.annual_margin / 12
    return Returns(
        spend=spend,
        salaries=_float(salaries),
        leads=leads,
        customers=customers,
        cost_by_stage={
            name: cost
            for name, count in zip(forecast.stages, by_stage, strict=False)
            if (cost := economics.cost_per(spend, count)) is not None
        },
        cost_per_landed_lead=economics.cost_per(spend, sum(landed)) if landed else None,
        cac_programme=cac,
        cac_with_salaries=economics.cost_per(everything, customers),
        ltv_simple=economics.ltv_simple(_float(given.annual_margin), churn),
        ltv_end_of_year=ltv,
        ltv_now=economics.ltv_now(_float(given.annual_margin), given.retention_rate, given.discount_rate),
        ltv_to_cac=economics.ltv_to_cac(ltv, cac),
        payback_month=_payback(plan, budget, supply, _product(rate, deal, margin)),
        payback_months_recurring=economics.cost_per(cac, monthly),
        romi_cohort=economics.romi(contribution, spend),
        romi_year=economics.romi(_product(forecast.deals, deal, margin), spend),
        romi_with_salaries=economics.romi(contribution, everything),
        break_even_deals=economics.break_even_deals(spend, deal, margin),
        break_even_with_salaries=economics.break_even_deals(everything, deal, margin),
        by_activity=tuple(_activities(plan, forecast, budget, supply, _product(rate, deal, margin))),
    )


def _activities(
    plan: Plan, forecast: Forecast, budget: Budget, supply: Supply, per_lead: float | None
) -> list[ActivityReturn]:
    """Activities that cost something or bring leads. ``per_lead`` is the contribution of one lead."""
    found = []
    for activity in plan.activities:
        spend = _float(budget.by_activity.get(activity.id))
        by_month = supply.by_activity.get(activity.id)
        if spend is None and by_month is None:
            continue
        leads = None if by_month is None else sum(by_month.values())
        share = forecast.landing_share.get(activity.code or activity.id)
        contribution = _product(leads, per_lead)
        in_year = _product(leads, share, per_lead)
        found.append(
            ActivityReturn(
                activity=activity.id,
                spend=spend,
                leads=leads,
                landing_share=share,
                cost_per_lead=economics.cost_per(spend, leads),
                cost_per_landed_lead=economics.landed_cost_per_lead(spend, leads, share),
                contribution=contribution,
                contribution_in_year=in_year,
                romi=economics.romi(contribution, spend),
                romi_in_year=economics.romi(in_year, spend),
            )
        )
    return found


def _payback(plan: Plan, budget: Budget, supply: Supply, per_lead: float | None) -> Month | None:
    """Month by month, the cohort's contribution against the spend, until its last lead has had its effect."""
    period, spend = months.period(plan), budget.spend_by_month
    weights = plan.funnel.lag_won
    sources = [source for source in (supply.planned, supply.inbound) if source is not None]
    if not period or spend is None or not weights or not sources or per_lead is None:
        return None
    length = len(period) + len(weights)
    effects = [lag.effect_by_month(source, weights, length) for source in sources]
    paid, brought = 0, 0.0
    for at in range(length):
        paid += spend[at] if at < len(spend) else 0
        brought += per_lead * sum(effect[at] for effect in effects)
        if paid > 0 and brought >= paid:
            return months.add(period[0], at)
    return None


def velocity_by_day(plan: Plan, opportunities: float | None) -> float | None:
    """What open opportunities turn into orders per day (method.md B3), minor units.

    The cycle is the mean wait from opportunity to order: the plan's two lags, less one another.
    """
    rates, deal = funnel.known_rates(plan), plan.funnel.deal_likely
    cycle = cycle_days(plan)
    if opportunities is None or rates is None or deal is None or cycle is None:
        return None
    return funnel.velocity(opportunities, deal, rates[-1], cycle)


def cycle_days(plan: Plan) -> float | None:
    """Mean days from opportunity to order; None without both lags, or where they leave no time."""
    won, opened = plan.funnel.lag_won, plan.funnel.lag_opportunity
    if not won or not opened or not sum(won) or not sum(opened):
        return None
    waits = [sum(k * share for k, share in enumerate(weights)) / sum(weights) for weights in (won, opened)]
    return (waits[0] - waits[1]) * 365.25 / 12 if waits[0] > waits[1] else None


def _product(*factors: float | None) -> float | None:
    product = 1.0
    for factor in factors:
        if factor is None:
            return None
        product *= factor
    return product


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


