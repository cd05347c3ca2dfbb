"""Set out: context, goals, customers, stakeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.bridge import bridge_of
from planner.calc.engagement import talks
from planner.calc.progress.step import Ask, Asks, each, either
from planner.i18n import _, mark_n
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def context(plan: Plan, results: Results) -> Asks:
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
        Ask(len(swot) / 4, _("Strengths, weaknesses, opportunities or threats are missing")),
        Ask(sum(part is not None for part in parts) / len(parts), _("The revenue bridge is not complete")),
    ]


def goals(plan: Plan, results: Results) -> Asks:
    if not plan.goals:
        return [Ask(0, _("There is no goal yet"))]
    return [
        either(any(goal.kind == "revenue" for goal in plan.goals), _("There is no revenue goal yet")),
    ]


def customers(plan: Plan, results: Results) -> Asks:
    if not plan.segments:
        return [Ask(0, _("There is no segment yet"))]
    agreed = any({"marketing", "sales"} <= set(stage.accepted_by) for stage in plan.stages)
    agreed = agreed or {"marketing", "sales"} <= set(plan.facts.good_lead_agreed_by)
    excluded = plan.facts.exclusion or any(segment.must_not for segment in plan.segments)
    return [
        each(
            (segment.job and segment.trigger and segment.buying_roles for segment in plan.segments),
            mark_n(
                "{n} segment has no job, trigger or buying roles",
                "{n} segments have no job, trigger or buying roles",
            ),
        ),
        each(
            (segment.priority for segment in plan.segments),
            mark_n("{n} segment has no priority", "{n} segments have no priority"),
        ),
        either(agreed, _("The two sides have not agreed on what a good lead is")),
        either(excluded, _("Nobody says yet who is not to be chased")),
    ]


def stakeholders(plan: Plan, results: Results) -> Asks:
    rows = plan.stakeholders
    if not rows:
        return [Ask(0, _("There is no stakeholder yet"))]
    heard, lock = talks(plan), plan.facts.budget_lock_date
    in_time = (heard[row.id] and (lock is None or heard[row.id][0] <= lock) for row in rows)
    return [
        each(
            (row.power is not None and row.interest is not None for row in rows),
            mark_n("{n} stakeholder is not on the map", "{n} stakeholders are not on the map"),
        ),
        each(
            (row.current and row.desired for row in rows),
            mark_n("{n} stakeholder has no stance", "{n} stakeholders have no stance"),
        ),
        each(in_time, mark_n("{n} person has not been heard", "{n} people have not been heard")),
    ]
