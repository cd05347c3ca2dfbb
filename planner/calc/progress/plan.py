"""Plan: activities, budget, forecast, risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.funnel import known_rates
from planner.calc.progress.step import Ask, Asks, each, either
from planner.calc.supply import is_counted
from planner.i18n import _, mark_n
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def activities(plan: Plan, results: Results) -> Asks:
    return [either(any(is_counted(row) for row in plan.activities), _("There is no activity yet"))]


def budget(plan: Plan, results: Results) -> Asks:
    lines, budget = plan.budget_lines, results.budget
    envelope = either(budget.envelope is not None, _("There is no envelope yet"))
    if not lines:
        return [envelope, Ask(0, _("There is no budget line yet"))]
    return [
        envelope,
        each(
            (budget.amount(line) is not None for line in lines),
            mark_n("{n} line has no amount", "{n} lines have no amount"),
        ),
    ]


def forecast(plan: Plan, results: Results) -> Asks:
    assumed = plan.funnel
    return [
        either(known_rates(plan), _("The rates from lead to order are not complete")),
        either(assumed.deal_likely is not None, _("The deal size is not known")),
        either(assumed.lag_won, _("Nobody says how long it takes from lead to order")),
        either(assumed.lag_opportunity, _("Nobody says how long it takes from lead to opportunity")),
        either(plan.lead_months, _("No activity has leads by month")),
        either(plan.prior_months, _("Last year's leads are not entered")),
        either(assumed.baseline_likely is not None, _("Leads that come by themselves are not estimated")),
    ]


def risks(plan: Plan, results: Results) -> Asks:
    return [
        either(plan.risks, _("No risk is on the list yet")),
        either(plan.premortems, _("No pre-mortem has been held")),
        either(plan.decisions, _("No decision is recorded")),
    ]
