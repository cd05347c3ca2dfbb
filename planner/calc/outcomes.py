"""What each goal on orders or on pipeline comes to with given arrivals of leads (method.md B6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.calc import funnel, lag, months
from planner.calc.lag import Arrivals
from planner.calc.money import from_major, whole
from planner.model.plan import Money, Plan

if TYPE_CHECKING:
    from planner.model.plan import Goal

REVENUE, PIPELINE = "revenue", "pipeline"


class Outcomes:
    """Orders and open pipeline of one plan for whatever leads arrive. Amounts are minor units."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.length = len(months.period(plan))
        self.weights: Sequence[float] = plan.funnel.lag_won
        self.total = lag.cumulative(self.weights)
        self.opened = lag.cumulative(plan.funnel.lag_opportunity)
        rates = funnel.known_rates(plan)
        self.rate = funnel.end_to_end(rates) if rates else None
        self.to_opportunity = funnel.end_to_end(rates[:-1]) if rates and len(rates) > 1 else None
        self.deal = plan.funnel.deal_likely

    @property
    def order_value(self) -> float | None:
        """Order intake that one landed lead stands for."""
        return None if self.rate is None or self.deal is None or not self.total else self.rate * self.deal

    def intake(self, arrivals: Arrivals, end: int) -> float | None:
        """Order intake from the plan's first month to the month ``end``."""
        value = self.order_value
        if value is None or not self.length:
            return None
        return value * (lag.carry_in(arrivals, self.total, end) + lag.landing(arrivals, self.total, end))

    def pipeline(self, arrivals: Arrivals, end: int) -> float | None:
        """Value of the opportunities open at the end of the month ``end``."""
        if not self.opened or not self.total or self.to_opportunity is None or self.deal is None or not self.length:
            return None
        return lag.open_at(arrivals, self.to_opportunity, self.opened, self.total, end) * self.deal

    def of(self, goal: Goal, arrivals: Arrivals) -> Money | None:
        """What a goal on orders or pipeline comes to by its month; None for other goals and where it is not known."""
        if goal.unit not in (None, self.plan.facts.currency):
            return None
        end = months.offset(self.plan.facts.fiscal_year_start, months.month_of(goal.due))
        if goal.due is None:
            end = self.length - 1
        if end is None or end < 0:
            return None
        if goal.kind == REVENUE:
            return whole(self.intake(arrivals, end))
        if goal.kind == PIPELINE:
            return whole(self.pipeline(arrivals, end))
        return None

    def target(self, goal: Goal) -> Money | None:
        """The goal's target in minor units."""
        return None if goal.target is None else from_major(goal.target, self.plan.facts.currency)
