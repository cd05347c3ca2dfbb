"""Goals: shared, measurable, served by something (method.md C1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.bridge import bridge_of
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.supply import is_counted
from planner.calc.words import amount, day, listing, month, number, quote
from planner.i18n import _
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Goal


@rule("GOL-01", gates={"K0": WARNING, "K3": ERROR}, chapter="goals")
def goal_has_an_owner_on_both_sides(plan: Plan, results: Results) -> Said:
    """A goal that one side owns alone is that side's problem."""
    for goal in plan.goals:
        marketing = plan.people.get(goal.owner_marketing)
        sales = plan.people.get(goal.owner_sales)
        if marketing and sales:
            yield PASSED
            continue
        owner = marketing or sales
        if owner is None:
            said = _("The goal {goal} has no owner, neither in marketing nor in sales.")
        elif marketing:
            said = _("The goal {goal} is owned by {owner} in marketing and by nobody in sales.")
        else:
            said = _("The goal {goal} is owned by {owner} in sales and by nobody in marketing.")
        yield Finding(
            goal,
            said.format(goal=quote(goal.title), owner=owner.name if owner else ""),
            _("A goal that one side owns alone becomes that side's problem."),
            _("Name a person on the missing side who is able to say no."),
            "owner_sales" if marketing else "owner_marketing",
        )


@rule("GOL-02", gates={"K0": WARNING, "K3": ERROR}, chapter="goals")
def goal_can_be_reviewed(plan: Plan, results: Results) -> Said:
    """Without a measure, a start and an end nobody can say whether it was reached."""
    parts = {
        "metric": _("what is measured"),
        "unit": _("the unit"),
        "baseline": _("today's figure"),
        "target": _("the target"),
        "due": _("the day it is due"),
    }
    for goal in plan.goals:
        missing = [name for name in parts if getattr(goal, name) in (None, "")]
        if missing:
            yield Finding(
                goal,
                _("The goal {goal} does not say {missing}.").format(
                    goal=quote(goal.title), missing=listing([parts[name] for name in missing])
                ),
                _("Nobody will be able to say whether it was reached."),
                _("Complete it, or keep it as a ground rule in Context."),
                missing[0],
            )
        else:
            yield PASSED


@rule("GOL-03", gates={"K0": WARNING}, chapter="goals")
def baseline_has_a_source(plan: Plan, results: Results) -> Said:
    """The first quarrel of the year is about the figure it started from."""
    for goal in plan.goals:
        if goal.baseline is None:
            continue
        if not (goal.baseline_source or "").strip():
            yield Finding(
                goal,
                _(
                    "The goal {goal} starts from {figure}, and nobody says where that figure comes from."
                ).format(goal=quote(goal.title), figure=number(goal.baseline)),
                _("The first quarrel of the year is about the figure it started from."),
                _("Cite the report and its date."),
                "baseline_source",
            )
        else:
            yield PASSED


@rule("GOL-04", gates={"K0": ERROR}, chapter="goals")
def there_is_a_shared_revenue_goal(plan: Plan, results: Results) -> Said:
    """Without one number in common the plan is two plans."""
    revenue = [goal for goal in plan.goals if goal.kind == "revenue"]
    if any(_owned_by_both(plan, goal) for goal in revenue):
        yield PASSED
        return
    if revenue:
        said = _("The revenue goal {goal} is not owned by both marketing and sales.").format(
            goal=quote(min(revenue, key=_place).title)
        )
    elif plan.goals:
        said = _("None of the goals is about revenue.")
    else:
        said = _("There is no goal yet.")
    yield Finding(
        None,
        said,
        _("Without one number in common this is two plans."),
        _("Agree on one revenue goal first, with an owner on each side."),
    )


@rule("GOL-05", gates={"K2": WARNING, "K3": ERROR}, chapter="goals")
def goal_is_served_by_an_activity(plan: Plan, results: Results) -> Said:
    """A goal that nothing is done for is a wish."""
    served = {id for activity in plan.activities if is_counted(activity) for id in activity.goals}
    for goal in plan.goals:
        if goal.id not in served:
            yield Finding(
                goal,
                _("No activity serves the goal {goal}.").format(goal=quote(goal.title)),
                _("A goal that nothing is done for is a wish."),
                _("Add an activity for it, link one that is there, or drop the goal."),
            )
        else:
            yield PASSED


@rule("GOL-06", gates={"K0": WARNING}, chapter="context")
def revenue_bridge_adds_up(plan: Plan, results: Results) -> Said:
    """What is missing between last year and the target belongs to nobody."""
    bridge = bridge_of(plan)
    if bridge.is_blank:
        return
    target, reached = bridge.target, bridge.reached
    if target is None or reached is None:
        yield NotYet(
            _("whether the revenue bridge adds up"),
            _("last year's revenue, every step and the target"),
            plan.facts,
            "bridge_target",
        )
        return
    if reached == target:
        yield PASSED
        return
    currency = plan.facts.currency
    said = (
        _("The revenue bridge comes to {reached}, which is {gap} less than the target of {target}.")
        if reached < target
        else _("The revenue bridge comes to {reached}, which is {gap} more than the target of {target}.")
    )
    yield Finding(
        plan.facts,
        said.format(
            reached=amount(reached, currency),
            gap=amount(abs(target - reached), currency),
            target=amount(target, currency),
        ),
        _("A gap in the bridge belongs to nobody."),
        _("Assign the difference to existing customers or to marketing, or change the target."),
        "bridge_target",
    )


@rule("GOL-07", gates={}, chapter="goals")
def goals_are_few(plan: Plan, results: Results) -> Said:
    """More than five goals are none."""
    most = results.limits.most_goals
    if len(plan.goals) > most:
        yield Finding(
            None,
            _("There are {n} goals; {most} are about as many as a team can keep in mind.").format(
                n=len(plan.goals), most=most
            ),
            _("What is not in focus is not done."),
            _("Merge the ones that move together."),
        )


@rule("GOL-08", gates={"K0": WARNING}, chapter="goals")
def goal_is_due_within_the_plan(plan: Plan, results: Results) -> Said:
    """A plan cannot steer what is decided after it ends."""
    due = [(goal, at) for goal in plan.goals if (at := months.month_of(goal.due))]
    period = months.period(plan)
    if due and not period:
        yield NotYet(
            _("whether the goals are due within the plan"),
            _("the plan's first month and its length"),
            plan.facts,
            "fiscal_year_start",
        )
        return
    for goal, at in due:
        if at not in period:
            yield Finding(
                goal,
                _("The goal {goal} is due on {due}; the plan covers {first} to {last}.").format(
                    goal=quote(goal.title), due=day(goal.due), first=month(period[0]), last=month(period[-1])
                ),
                _("This plan cannot steer it."),
                _("Move the day, or split the goal."),
                "due",
            )
        else:
            yield PASSED


@rule("GOL-09", gates={"K0": WARNING}, chapter="goals")
def goal_is_an_effect(plan: Plan, results: Results) -> Said:
    """Work done is not a result."""
    for goal in plan.goals:
        if goal.kind == "output":
            yield Finding(
                goal,
                _("The goal {goal} counts what is produced and not what it brings about.").format(
                    goal=quote(goal.title)
                ),
                _("Work done is easily mistaken for a result."),
                _("State the effect that is wanted, and keep the count as an activity."),
                "kind",
            )
        else:
            yield PASSED


def _owned_by_both(plan: Plan, goal: Goal) -> bool:
    return goal.owner_marketing in plan.people and goal.owner_sales in plan.people


def _place(goal: Goal) -> tuple[str, str]:
    return goal.code or "", goal.id
