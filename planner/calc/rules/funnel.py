"""Forecast: leads that are enough, in time, and that sales can take on (method.md C8)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from planner.calc import funnel, lag, months
from planner.calc.forecast import revenue_goal
from planner.calc.handover import leads_for
from planner.calc.money import safe_ceil
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.supply import is_counted
from planner.calc.words import amount, day, listing, month, number, percent, quote
from planner.calc.words import chance as in_chances
from planner.i18n import _, figure
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Activity, Goal

_SLACK = 1e-9
"""What binary fractions may add to a count that is exactly enough."""
_SURE_ENOUGH = 0.05
"""So far the quick estimate of a chance may lie from the simulated one."""


@rule("FUN-02", gates={"K2": WARNING, "K3": ERROR}, chapter="forecast")
def leads_are_enough_for_the_goal(plan: Plan, results: Results) -> Said:
    """A promise that the plan cannot keep."""
    for goal in _revenue_goals(plan):
        leads, needed = leads_for(plan, results, goal)
        if leads is None or needed is None:
            yield NotYet(
                _("whether the leads are enough for the goal {goal}").format(goal=quote(goal.title)),
                _missing(plan, results),
                goal,
            )
        elif leads < needed - _SLACK:
            yield Finding(
                goal,
                _(
                    "The goal {goal} needs {needed} leads that become orders by {due}; the plan has {leads}."
                ).format(
                    goal=quote(goal.title),
                    needed=figure(f"{safe_ceil(needed):,}"),
                    due=day(goal.due) or _("the end of the plan"),
                    leads=figure(f"{leads:,.1f}"),
                ),
                _("It is a promise that the plan cannot keep."),
                _("Bring more leads, earlier or better ones, or lower the target."),
                "target",
            )
        else:
            yield PASSED


def _revenue_goals(plan: Plan) -> list[Goal]:
    return [row for row in plan.goals if row.kind == "revenue" and row.target]


def _missing(plan: Plan, results: Results) -> str:
    """What the forecast lacks, in words."""
    parts = (
        (_("the rates from lead to order"), all(funnel.known_rates(plan) or (0,))),
        (_("the deal size"), plan.funnel.deal_likely),
        (_("the months from lead to order"), plan.funnel.lag_won),
        (_("the plan's first month and its length"), months.period(plan)),
        (_("the leads by month"), results.supply.everything),
    )
    return listing([words for words, there in parts if not there]) or _("figures that fit together")


@rule("FUN-03", gates={"K2": WARNING, "K3": ERROR}, chapter="activities")
def effect_lands_before_the_goal_is_due(plan: Plan, results: Results) -> Said:
    """Money is spent after the results it is to bring about."""
    goals = {row.id: row for row in plan.goals if row.kind == "revenue" and months.month_of(row.due)}
    demand = [
        row
        for row in plan.activities
        if row.kind == "demand" and is_counted(row) and row.id in results.supply.by_activity
    ]
    demand = [row for row in demand if any(id in goals for id in row.goals)]
    total = lag.cumulative(plan.funnel.lag_won)
    if demand and (not total or not results.supply.length):
        yield NotYet(
            _("whether the effect of the activities lands before their goals are due"),
            _("the months from lead to order") if not total else _("the plan's first month and its length"),
            plan.facts if total else plan.funnel,
            "fiscal_year_start" if total else "lag_won",
        )
        return
    for row in demand:
        due = [goals[id] for id in row.goals if id in goals]
        landing = [(_landing(plan, results, row, goal), goal) for goal in due]
        shares = [(share, goal) for share, goal in landing if share is not None]
        share, goal = min(shares, key=_by_share, default=(1.0, None))
        if goal is None:
            continue
        if share < results.limits.landing_share - _SLACK:
            yield Finding(
                row,
                _(
                    "{activity} brings its leads {when}; only {share} of their orders come in by {due}, "
                    "when the goal {goal} is due."
                ).format(
                    activity=quote(row.title),
                    when=_when(plan, results, row),
                    share=percent(share),
                    due=day(goal.due),
                    goal=quote(goal.title),
                ),
                _("Money is spent after the results that it is to bring about."),
                _("Start earlier, or link it to a goal for the year after."),
                "goals",
            )
        else:
            yield PASSED


def _landing(plan: Plan, results: Results, row: Activity, goal: Goal) -> float | None:
    end = months.offset(plan.facts.fiscal_year_start, months.month_of(goal.due))
    total = lag.cumulative(plan.funnel.lag_won)
    return None if end is None else lag.landing_share(results.supply.by_activity[row.id], total, end)


def _by_share(pair: tuple[float, Goal]) -> tuple[float, str, str]:
    share, goal = pair
    return share, goal.code or "", goal.id


def _when(plan: Plan, results: Results, row: Activity) -> str:
    """The first and the last month in which an activity brings leads."""
    start = plan.facts.fiscal_year_start or ""
    found = sorted(at for at, leads in results.supply.by_activity[row.id].items() if leads) or [0]
    first, last = (month(months.add(start, at)) for at in (found[0], found[-1]))
    if first == last:
        return _("in {month}").format(month=first)
    return _("from {first} to {last}").format(first=first, last=last)


@rule("FUN-05", gates={"K3": WARNING}, chapter="forecast")
def sales_can_take_the_leads_on(plan: Plan, results: Results) -> Said:
    """Leads rot in a month in which nobody has time for them."""
    people = results.capacity
    if all(row.accepted is None for row in people.sales):
        return
    if not people.sellers:
        yield NotYet(
            _("whether sales can take the leads on"),
            _("the number of sellers"),
            plan.funnel,
            "sellers",
        )
        return
    most = results.limits.seller_capacity
    for row in people.sales:
        if row.per_seller is None:
            continue
        if row.per_seller > most + _SLACK:
            yield Finding(
                plan.funnel,
                _(
                    "In {month} each of {sellers} sellers would take on {each} accepted leads; {most} is what one can."
                ).format(
                    month=month(row.month),
                    sellers=people.sellers,
                    each=figure(f"{row.per_seller:.1f}"),
                    most=number(most),
                ),
                _("What nobody calls in time is lost."),
                _("Spread the leads over more months, or have more people call back."),
                "sellers",
                part=row.month,
            )
        else:
            yield PASSED


@rule("FUN-06", gates={"K3": WARNING}, chapter="forecast")
def pipeline_covers_the_goal(plan: Plan, results: Results) -> Said:
    """Too few opportunities for the share that is won."""
    forecast = results.forecast
    coverage, needed = forecast.coverage, forecast.coverage_needed
    if coverage is None or needed is None or forecast.effective_leads is None:
        return
    if coverage < needed - _SLACK:
        yield Finding(
            None,
            _(
                "The opportunities created come to {coverage} times the target; "
                "at the share that is won it takes {needed}."
            ).format(coverage=figure(f"{coverage:.2f}"), needed=figure(f"{needed:.3g}")),
            _("With this share won the pipeline is too thin."),
            _("Create more opportunities, or win a larger share."),
        )
    else:
        yield PASSED


@rule("FUN-07", gates={"K3": WARNING}, chapter="forecast")
def what_is_committed_is_likely(plan: Plan, results: Results) -> Said:
    """Committing to what one expects to miss. Where even the likely case falls short, that is said instead."""
    goal = revenue_goal(plan)
    spread, given = results.forecast.spread, results.forecast.assumptions
    if goal is None or goal.commitment != "committed" or spread is None or given is None or not given.target:
        return
    leads, needed = leads_for(plan, results, goal)
    least = results.limits.least_chance
    if leads is None or needed is None or leads < needed - _SLACK:
        return
    chance = _roughly(given.target, spread.mean, spread.sd_with_counting)
    if chance < least + _SURE_ENOUGH:
        drawn = results.chance
        chance = chance if drawn is None else drawn
    if chance < least:
        yield Finding(
            goal,
            _("The goal {goal} is committed, and its chance is {chance}.").format(
                goal=quote(goal.title), chance=in_chances(chance)
            ),
            _("Committing to what one expects to miss costs trust."),
            _("Call it aspirational, or change the plan."),
            "commitment",
        )
    else:
        yield PASSED


def _roughly(target: float, mean: float, sd: float) -> float:
    """The chance of reaching a target, as if the result were spread evenly to both sides of its mean."""
    if sd <= 0:
        return float(mean >= target)
    return 0.5 * (1 + math.erf((mean - target) / sd / math.sqrt(2)))


@rule("FUN-12", gates={"K3": WARNING}, chapter="forecast")
def leads_earn_what_they_cost(plan: Plan, results: Results) -> Said:
    """A plan that loses money on its own figures."""
    spend, leads, deal = results.budget.total, results.supply.cohort, plan.funnel.deal_likely
    rate = results.forecast.end_to_end_rate
    margin = plan.facts.margin_rate if plan.funnel.margin_rate is None else plan.funnel.margin_rate
    if not spend or leads is None:
        return
    if rate is None or deal is None or margin is None:
        yield NotYet(
            _("whether the leads earn what they cost"),
            _("the contribution margin") if margin is None else _missing(plan, results),
            plan.funnel,
            "margin_rate" if margin is None else "",
        )
        return
    earned = leads * rate * deal * margin
    if earned < spend:
        currency = plan.facts.currency
        yield Finding(
            plan.funnel,
            _("All leads of the plan together earn {earned} and cost {spend}.").format(
                earned=amount(round(earned), currency), spend=amount(spend, currency)
            ),
            _("On its own figures the plan costs more than it brings."),
            _("Drop what brings least for its money, or check margin and rates."),
        )
    else:
        yield PASSED
