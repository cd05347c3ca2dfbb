"""The forecast: every figure that follows from a plan without drawing lots (method.md B1 to B7, B14).

The year is the months the plan covers. Money is whole minor units, rounded only at the very end; leads and deals are
fractions. What cannot be worked out is None. A source of leads that nobody entered adds nothing and is named in
``uncounted``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.calc import economics, funnel, lag, months
from planner.calc.alignment import Alignment, alignment_of
from planner.calc.budget import Budget, budget_of, share_of
from planner.calc.money import from_major, whole
from planner.calc.montecarlo import Assumptions, Source, Spread, analytic
from planner.calc.ranges import ranged
from planner.calc.supply import Supply, supply_of
from planner.model.plan import Money, Month, Plan

if TYPE_CHECKING:
    from planner.model.plan import Activity, Goal

INBOUND = "inbound"
"""What the leads that nobody plans are called among the sources."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Forecast:
    """Every derived figure of one plan."""

    months: tuple[Month, ...]
    currency: str | None
    budget_total: Money | None
    unallocated: Money | None
    brief_budget: Money | None
    contingency_share: float | None
    spend_by_month: tuple[Money, ...] | None

    stages: tuple[str, ...]
    """Names of the stages, first to last; the next three go with them."""
    needed_by_stage: tuple[float, ...] | None
    expected_by_stage: tuple[float, ...] | None
    """From the leads whose effect lands in the year."""
    stage_values: tuple[Money, ...] | None

    plan_leads_by_month: tuple[float, ...] | None
    end_to_end_rate: float | None
    carry_in_leads: float | None
    plan_leads_landing: float | None
    baseline_leads_landing: float | None
    effective_leads: float | None
    needed_leads: float | None
    leads_a_month_needed: float | None
    """Leads a month, evenly, that would meet the goal."""
    landing_share: dict[str, float]
    """By short code of the activity, for those that expect leads."""

    target: Money | None
    """Of the first revenue goal."""
    deals: float | None
    deals_by_month: tuple[float, ...] | None
    deals_next_year: float | None
    """Deals that this plan and last year's leads bring after the last month."""
    order_intake: Money | None
    order_intake_by_month: tuple[Money, ...] | None
    order_intake_by_quarter: tuple[Money, ...] | None
    open_pipeline_start: Money | None
    open_pipeline_end: Money | None
    coverage: float | None
    coverage_needed: float | None

    cost_per_lead: float | None
    """Minor units, of all leads that arrive in the year."""
    cac_programme: float | None
    """Programme money, without salaries, for each deal of those leads, minor units."""
    break_even_deals: float | None
    romi_programme: float | None

    alignment: Alignment
    priority_divergence: float | None
    """0 where sales and marketing placed the same shares of their dots, 1 where they share nothing."""
    assumptions: Assumptions | None
    spread: Spread | None
    uncounted: tuple[str, ...]
    """Sources of leads that nobody entered: ``prior``, ``activities``, ``inbound``."""


def forecast_of(
    plan: Plan, budget: Budget | None = None, alignment: Alignment | None = None, supply: Supply | None = None
) -> Forecast:
    """The forecast of a plan; hand in what is computed already."""
    budget = budget or budget_of(plan)
    return _Working(plan, budget, supply or supply_of(plan)).forecast(alignment or alignment_of(plan, budget))


def revenue_goal(plan: Plan) -> Goal | None:
    """The goal that the funnel is worked back from: the first on revenue that has a target."""
    return next((goal for goal in plan.goals if goal.kind == "revenue" and goal.target is not None), None)


def effective_leads(plan: Plan, by: Month | None = None, supply: Supply | None = None) -> float | None:
    """Leads whose effect lands by the end of a month, last year's included; by default the plan's last month.

    None without a lag, a period or any leads.
    """
    supply = supply or supply_of(plan)
    total = lag.cumulative(plan.funnel.lag_won)
    end = supply.length - 1 if by is None else months.offset(plan.facts.fiscal_year_start, by)
    if not total or end is None or not supply.length or not supply.everything:
        return None
    return lag.carry_in(supply.everything, total, end) + lag.landing(supply.everything, total, end)


def landing_share(
    plan: Plan, activity: Activity, by: Month | None = None, supply: Supply | None = None
) -> float | None:
    """The share of an activity's leads whose effect lands by the end of a month (by default the plan's last)."""
    supply = supply or supply_of(plan)
    total = lag.cumulative(plan.funnel.lag_won)
    end = supply.length - 1 if by is None else months.offset(plan.facts.fiscal_year_start, by)
    if not total or end is None or not supply.length:
        return None
    return lag.landing_share(supply.by_activity.get(activity.id, {}), total, end)


class _Working:
    """The steps between a plan and its forecast, amounts still unrounded."""

    def __init__(self, plan: Plan, budget: Budget, supply: Supply) -> None:
        self.plan = plan
        self.budget = budget
        self.supply = supply
        self.length = self.supply.length
        self.end = self.length - 1
        self.weights = plan.funnel.lag_won
        self.total = lag.cumulative(self.weights)
        self.can_land = bool(self.total) and self.length > 0
        self.rates = funnel.known_rates(plan)
        self.end_to_end = funnel.end_to_end(self.rates) if self.rates else None
        self.deal = plan.funnel.deal_likely
        goal = revenue_goal(plan)
        self.target = (
            None if goal is None or goal.target is None else from_major(goal.target, plan.facts.currency)
        )
        margin = plan.funnel.margin_rate
        self.margin = plan.facts.margin_rate if margin is None else margin

    def forecast(self, alignment: Alignment) -> Forecast:
        """All figures together."""
        supply, needed = self.supply, self._needed_by_stage()
        effective = effective_leads(self.plan, supply=supply)
        carried = self._carried()
        deals = self._times(effective, self.end_to_end)
        deals_by_month = self._deals_by_month()
        spend, cohort_deals = self.budget.total, self._times(supply.cohort, self.end_to_end)
        given = self._assumptions()
        return Forecast(
            months=months.period(self.plan),
            currency=self.plan.facts.currency,
            budget_total=spend,
            unallocated=self.budget.unallocated,
            brief_budget=self.budget.brief,
            contingency_share=self.budget.contingency_share,
            spend_by_month=self.budget.spend_by_month,
            stages=funnel.stage_names(self.plan),
            needed_by_stage=needed,
            expected_by_stage=(
                None if effective is None or not self.rates else funnel.forward(effective, self.rates)
            ),
            stage_values=self._stage_values(),
            plan_leads_by_month=self._plan_leads_by_month(),
            end_to_end_rate=self.end_to_end,
            carry_in_leads=carried,
            plan_leads_landing=self._landing(supply.planned),
            baseline_leads_landing=self._landing(supply.inbound),
            effective_leads=effective,
            needed_leads=needed[0] if needed else None,
            leads_a_month_needed=(
                lag.uniform_rate_needed(needed[0], carried or 0.0, self.total, self.length)
                if needed and self.can_land
                else None
            ),
            landing_share=self._landing_shares(),
            target=self.target,
            deals=deals,
            deals_by_month=deals_by_month,
            deals_next_year=self._deals_next_year(),
            order_intake=whole(self._times(deals, self.deal)),
            order_intake_by_month=self._intake(deals_by_month, 1),
            order_intake_by_quarter=self._intake(deals_by_month, 3),
            open_pipeline_start=whole(self._open_pipeline(-1)) if supply.prior else None,
            open_pipeline_end=whole(self._open_pipeline(self.end)),
            coverage=share_of(self._times(effective, self._to_opportunity(), self.deal), self.target),
            coverage_needed=funnel.coverage_needed(self.rates[-1]) if self.rates else None,
            cost_per_lead=economics.cost_per(spend, supply.cohort),
            cac_programme=economics.cost_per(spend, cohort_deals),
            break_even_deals=economics.break_even_deals(spend, self.deal, self.margin),
            romi_programme=economics.romi(self._times(cohort_deals, self.deal, self.margin), spend),
            alignment=alignment,
            priority_divergence=(
                None if alignment.shared_priorities is None else 1 - alignment.shared_priorities
            ),
            assumptions=given,
            spread=analytic(given) if given else None,
            uncounted=tuple(
                name
                for name, source in (
                    ("prior", supply.prior),
                    ("activities", supply.planned),
                    ("inbound", supply.inbound),
                )
                if source is None
            ),
        )

    @staticmethod
    def _times(*factors: float | None) -> float | None:
        """The product, or None where a factor is not known."""
        product = 1.0
        for factor in factors:
            if factor is None:
                return None
            product *= factor
        return product

    def _to_opportunity(self) -> float | None:
        """The share of leads that becomes an opportunity: every step but the last. None for a one-step funnel."""
        return funnel.end_to_end(self.rates[:-1]) if self.rates and len(self.rates) > 1 else None

    def _needed_by_stage(self) -> tuple[float, ...] | None:
        if self.target is None or self.deal is None or not self.rates:
            return None
        deals = funnel.deals_needed(self.target, self.deal)
        return None if deals is None else funnel.reverse(deals, self.rates)

    def _stage_values(self) -> tuple[Money, ...] | None:
        if self.deal is None or not self.rates:
            return None
        return tuple(whole(value) or 0 for value in funnel.stage_values(self.deal, self.rates))

    def _plan_leads_by_month(self) -> tuple[float, ...] | None:
        planned = self.supply.planned
        if planned is None or not self.length:
            return None
        return tuple(planned.get(month, 0.0) for month in range(self.length))

    def _carried(self) -> float | None:
        if self.supply.prior is None or not self.can_land:
            return None
        return lag.carry_in(self.supply.prior, self.total, self.end)

    def _landing(self, source: dict[int, float] | None) -> float | None:
        return None if source is None or not self.can_land else lag.landing(source, self.total, self.end)

    def _landing_shares(self) -> dict[str, float]:
        shares = {}
        for activity in self.plan.activities:
            share = landing_share(self.plan, activity, supply=self.supply)
            if share is not None:
                shares[activity.code or activity.id] = share
        return shares

    def _deals_by_month(self) -> tuple[float, ...] | None:
        everything, rate = self.supply.everything, self.end_to_end
        if not everything or rate is None or not self.can_land:
            return None
        return tuple(leads * rate for leads in lag.effect_by_month(everything, self.weights, self.length))

    def _deals_next_year(self) -> float | None:
        everything, rate = self.supply.everything, self.end_to_end
        if not everything or rate is None or not self.can_land:
            return None
        return lag.effect_after(everything, self.total, self.end) * rate

    def _intake(self, deals: Sequence[float] | None, size: int) -> tuple[Money, ...] | None:
        """Order intake in each group of so many months, rounded per group."""
        if deals is None or self.deal is None:
            return None
        groups = (deals[at : at + size] for at in range(0, len(deals), size))
        return tuple(whole(sum(group) * self.deal) or 0 for group in groups)

    def _open_pipeline(self, end: int) -> float | None:
        """Value of the opportunities open at the end of a month."""
        opened, everything = lag.cumulative(self.plan.funnel.lag_opportunity), self.supply.everything
        rate = self._to_opportunity()
        if not opened or not everything or rate is None or self.deal is None or not self.can_land:
            return None
        return lag.open_at(everything, rate, opened, self.total, end) * self.deal

    def _assumptions(self) -> Assumptions | None:
        if not self.rates or self.deal is None or not self.can_land or not self.supply.everything:
            return None
        assumed = self.plan.funnel
        shape = assumed.distribution
        sources = []
        for id, by_month in self.supply.by_activity.items():
            row = self.plan.activities[id]
            likely = sum(by_month.values())
            leads = ranged(row.leads_low, likely, row.leads_high, shape)
            sources.append(Source(id, leads, self._effect(by_month, likely)))
        if self.supply.inbound is not None and self.supply.baseline is not None:
            each_month = dict.fromkeys(range(self.length), 1.0)
            leads = ranged(assumed.baseline_low, self.supply.baseline, assumed.baseline_high, shape)
            sources.append(Source(INBOUND, leads, self._effect(each_month, 1.0)))
        rates = tuple(
            ranged(step.row.low, step.rate, step.row.high, shape)
            for step in funnel.steps(self.plan)
            if step.rate is not None
        )
        deal = ranged(assumed.deal_low, self.deal, assumed.deal_high, shape)
        carried = self._effect(self.supply.prior or {}, 1.0)
        return Assumptions(rates, deal, tuple(sources), carried, self.target, bool(assumed.market_factor))

    def _effect(self, arrivals: lag.Arrivals, whole: float) -> tuple[float, ...]:
        """What lands in each month of the plan, as a share of the whole."""
        effect = lag.effect_by_month(arrivals, self.weights, self.length)
        return tuple(leads / whole for leads in effect) if whole else effect
