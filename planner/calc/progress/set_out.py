"""Set out: context, goals, customers, stakeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.bridge import bridge_of
from planner.calc.engagement import stance_gap, talks
from planner.calc.progress.step import Step, Steps, each, either
from planner.i18n import _, mark
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def context(plan: Plan, results: Results) -> Steps:
    facts = plan.facts
    bridge = bridge_of(plan)
    parts = (bridge.base, *(step.amount for step in bridge.steps), bridge.target)
    kinds = {note.kind for note in plan.notes}
    swot = kinds & {"strength", "weakness", "opportunity", "threat"}
    sides = {person.function for person in plan.people}
    return [
        either(facts.company, _("The company has no name yet")),
        either(months.period(plan), _("The plan has no period yet")),
        either(facts.currency, _("The plan has no currency yet")),
        either(
            {"marketing", "sales"} <= sides, _("Nobody from marketing, or nobody from sales, is named yet")
        ),
        either("situation" in kinds, _("Nothing is said about the situation yet")),
        Step(len(swot) / 4, _("Strengths, weaknesses, opportunities or threats are missing")),
        Step(sum(part is not None for part in parts) / len(parts), _("The revenue bridge is not complete")),
    ]


def goals(plan: Plan, results: Results) -> Steps:
    if not plan.goals:
        return [Step(0, _("There is no goal yet"))]
    goals = plan.goals
    people = plan.people
    shared = [goal.owner_marketing in people and goal.owner_sales in people for goal in goals]
    return [
        either(any(goal.kind == "revenue" for goal in goals), _("There is no revenue goal yet")),
        each(
            shared,
            mark("{n} goal has an owner on one side only"),
            mark("{n} goals have an owner on one side only"),
        ),
        each(
            (None not in (goal.metric, goal.unit, goal.baseline, goal.target, goal.due) for goal in goals),
            mark("{n} goal has no measure, figure or day"),
            mark("{n} goals have no measure, figure or day"),
        ),
        each(
            (goal.baseline_source for goal in goals),
            mark("{n} goal does not say where today's figure comes from"),
            mark("{n} goals do not say where today's figure comes from"),
        ),
    ]


def customers(plan: Plan, results: Results) -> Steps:
    if not plan.segments:
        return [Step(0, _("There is no segment yet"))]
    agreed = any({"marketing", "sales"} <= set(stage.accepted_by) for stage in plan.stages)
    agreed = agreed or {"marketing", "sales"} <= set(plan.facts.good_lead_agreed_by)
    excluded = plan.facts.exclusion or any(segment.must_not for segment in plan.segments)
    return [
        each(
            (segment.job and segment.trigger and segment.buying_roles for segment in plan.segments),
            mark("{n} segment has no job, trigger or buying roles"),
            mark("{n} segments have no job, trigger or buying roles"),
        ),
        each(
            (segment.priority for segment in plan.segments),
            mark("{n} segment has no priority"),
            mark("{n} segments have no priority"),
        ),
        either(agreed, _("The two sides have not agreed on what a good lead is")),
        either(excluded, _("Nobody says yet who is not to be chased")),
    ]


def stakeholders(plan: Plan, results: Results) -> Steps:
    rows = plan.stakeholders
    if not rows:
        return [Step(0, _("There is no stakeholder yet"))]
    heard, lock = talks(plan), plan.facts.budget_lock_date
    in_time = (heard[row.id] and (lock is None or heard[row.id][0] <= lock) for row in rows)
    gaps = [row for row in rows if (stance_gap(row) or 0) > 0]
    steps = [
        each(
            (row.power is not None and row.interest is not None for row in rows),
            mark("{n} stakeholder is not on the map"),
            mark("{n} stakeholders are not on the map"),
        ),
        each(
            (row.current and row.desired for row in rows),
            mark("{n} stakeholder has no stance"),
            mark("{n} stakeholders have no stance"),
        ),
        each(in_time, mark("{n} person has not been heard"), mark("{n} people have not been heard")),
    ]
    if gaps:
        steps.append(
            each(
                (row.engagement_action and row.engagement_action_date for row in gaps),
                mark("{n} stakeholder has no next step"),
                mark("{n} stakeholders have no next step"),
            )
        )
    return steps
