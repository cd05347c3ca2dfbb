"""Plan: activities, budget, forecast, risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.funnel import known_rates
from planner.calc.progress.step import Step, Steps, each, either
from planner.calc.supply import is_counted
from planner.i18n import _, mark
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def activities(plan: Plan, results: Results) -> Steps:
    rows = [row for row in plan.activities if is_counted(row)]
    if not rows:
        return [Step(0, _("There is no activity yet"))]
    phased = {cell.activity for cell in plan.lead_months if cell.likely is not None}
    demand = [row for row in rows if row.kind == "demand"]
    steps = [
        each(
            (row.owner and row.start and row.end for row in rows),
            mark("{n} activity has no owner, start or end"),
            mark("{n} activities have no owner, start or end"),
        ),
        each(
            (row.goals for row in rows),
            mark("{n} activity serves no goal"),
            mark("{n} activities serve no goal"),
        ),
        each(
            ((row.sales_role or "").strip() for row in rows),
            mark("{n} activity gives sales no part"),
            mark("{n} activities give sales no part"),
        ),
    ]
    if demand:
        steps.append(
            each(
                (row.id in phased for row in demand),
                mark("{n} activity has no leads by month"),
                mark("{n} activities have no leads by month"),
            )
        )
    return steps


def budget(plan: Plan, results: Results) -> Steps:
    lines, budget = plan.budget_lines, results.budget
    envelope = either(budget.envelope is not None, _("There is no envelope yet"))
    if not lines:
        return [envelope, Step(0, _("There is no budget line yet"))]
    return [
        envelope,
        each(
            (budget.amount(line) is not None for line in lines),
            mark("{n} line has no amount"),
            mark("{n} lines have no amount"),
        ),
        each((line.owner for line in lines), mark("{n} line has no lead"), mark("{n} lines have no lead")),
        each(
            (line.priority for line in lines),
            mark("{n} line has no priority"),
            mark("{n} lines have no priority"),
        ),
        either((budget.unallocated or 0) >= 0, _("The lines are more than the envelope")),
    ]


def forecast(plan: Plan, results: Results) -> Steps:
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


def risks(plan: Plan, results: Results) -> Steps:
    return [
        either(plan.risks, _("No risk is on the list yet")),
        each(
            (row.owner and row.mitigation for row in plan.risks),
            mark("{n} risk has no owner or no answer"),
            mark("{n} risks have no owner or no answer"),
        ),
        either(plan.premortems, _("No pre-mortem has been held")),
        either(plan.decisions, _("No decision is recorded")),
        either(any(row.prepared for row in plan.scenarios), _("No cut has been prepared for")),
    ]
