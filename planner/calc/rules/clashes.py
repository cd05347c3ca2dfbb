"""Contradictions between chapters. These rules are our own and go beyond method.md C.

What one of its rules says already is not said here again: an activity that names what it needs first (ACT-07), a
month with more leads than sales can take on (FUN-05), leads that do not reach the goal (FUN-02), an activity without a
line or that lost its money (BUD-09, SIN-09).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.capacity import ACCEPTED
from planner.calc.forecast import revenue_goal
from planner.calc.handover import has_room, leads_for, rate_between, reaching_by_month
from planner.calc.promises import unit_of
from planner.calc.rules.finding import PASSED, WARNING, Finding
from planner.calc.rules.registry import Said, rule
from planner.calc.rules.sales_input import most_wanted
from planner.calc.runs import runs_of
from planner.calc.supply import is_counted
from planner.calc.words import listing, month, number, percent, person, quote, stage
from planner.calc.words import period as period_words
from planner.i18n import _, _n, figure
from planner.model.plan import Month, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Activity, Commitment, Material, SalesInput

_TAKEN = ("accepted", "adapted")
_STAGES = {"lead": "lead", "leads": "lead", "mql": "mql", "mqls": "mql", "sal": "sal", "sals": "sal"}
"""What the measure of a promise may call a stage."""


def _taken(plan: Plan) -> list[SalesInput]:
    """Inputs that were taken up."""
    return [row for row in plan.sales_inputs if row.status in _TAKEN and row.merged_into is None]


@rule("CON-01", gates={"K2": WARNING}, chapter="brief")
def brief_is_for_those_sales_speaks_of(plan: Plan, results: Results) -> Said:
    """The brief is written for others than those whom sales meets."""
    named: dict[RowId, int] = {}
    for row in _taken(plan):
        for id in _segments(plan, row):
            named[id] = named.get(id, 0) + 1
    for brief in plan.briefs:
        if not named or not brief.segments:
            continue
        audience = _segment_names(plan, brief.segments)
        left_out = [id for id in named if id not in brief.segments and id in plan.segments]
        unasked = [id for id in brief.segments if id not in named and id in plan.segments]
        if left_out:
            count = max(named[id] for id in left_out)
            said = _n(
                "The brief is written for {audience}; {n} input of sales that was taken up is about {others}.",
                "The brief is written for {audience}; {n} inputs of sales that were taken up are about {others}.",
                count,
            ).format(audience=audience, n=count, others=_segment_names(plan, left_out))
        elif unasked:
            said = _("The brief is written for {audience}; no input of sales that was taken up is about {others}.")
            said = said.format(audience=audience, others=_segment_names(plan, unasked))
        else:
            yield PASSED
            continue
        yield Finding(
            brief,
            said,
            _("The agency would speak to other people than sales meets."),
            _("Agree on whom it is for, in the brief and in the activities."),
            "segments",
        )


def _segments(plan: Plan, row: SalesInput) -> set[RowId]:
    """The segments of what answers an input."""
    answers: list[Activity | Material | None] = [plan.activities.get(id) for id in row.activities]
    answers += [plan.materials.get(id) for id in row.materials]
    return {id for answer in answers if answer is not None for id in answer.segments}


def _segment_names(plan: Plan, ids: Iterable[RowId]) -> str:
    return listing(sorted(quote(found.name) for id in ids if (found := plan.segments.get(id))))


@rule("CON-02", gates={"K3": WARNING}, chapter="activities")
def material_is_there_before_the_leads(plan: Plan, results: Results) -> Said:
    """Leads come before the material that was asked for is made."""
    inputs = plan.sales_inputs
    start = plan.facts.fiscal_year_start
    for row in plan.activities:
        leads = results.supply.by_activity.get(row.id)
        if not leads or not is_counted(row):
            continue
        for material in _new_materials(plan, row):
            made = plan.activities.get(material.activity)
            if made is None or made.id == row.id or made.id in row.depends_on or not is_counted(made):
                continue
            end = runs_of(plan, made)[0].end
            ready = months.offset(start, end)
            early = 0.0 if ready is None else sum(count for at, count in leads.items() if at < ready)
            share = early / sum(leads.values()) if sum(leads.values()) else 0.0
            if share <= results.limits.early_share:
                yield PASSED
                continue
            asked = next(id for id in material.sales_inputs if id in row.sales_inputs)
            yield Finding(
                row,
                _(
                    "{share} of the leads of {activity} come before {end}, when {material} is ready, "
                    "which is to answer {input} too."
                ).format(
                    share=percent(share),
                    activity=quote(row.title),
                    end=month(end or ""),
                    material=quote(material.name),
                    input=quote(inputs[asked].text),
                ),
                _("They would be met without what sales asked for."),
                _("Have the material ready earlier, or bring the leads later."),
                "start",
                part=material.code or material.id,
            )


def _new_materials(plan: Plan, row: Activity) -> list[Material]:
    """Materials that are made to answer an input which an activity answers too."""
    answered = [plan.sales_inputs.get(id) for id in row.sales_inputs]
    ids = dict.fromkeys(id for one in answered if one is not None for id in one.materials)
    found = [material for id in ids if (material := plan.materials.get(id)) and material.decision == "create"]
    return [one for one in found if any(id in row.sales_inputs and id in plan.sales_inputs for id in one.sales_inputs)]


@rule("CON-03", gates={"K3": WARNING}, chapter="agreement")
def what_is_promised_can_be_called(plan: Plan, results: Results) -> Said:
    """Marketing promises more than sales can call."""
    sellers, most = plan.funnel.sellers, results.limits.seller_capacity
    if not sellers or has_room(results) is False:
        return
    for row in plan.commitments:
        named = _stage(row)
        rate = rate_between(plan, named, ACCEPTED) if named else None
        if rate is None or row.from_function != "marketing" or row.to_function != "sales":
            continue
        for period, promised in row.targets:
            covered = _months_of(plan, period)
            room = sellers * most * len(covered)
            if covered and promised * rate > room + 1e-9:
                yield Finding(
                    row,
                    _(
                        "Marketing promises {n} × {stage} for {period}, which makes {accepted} to call; "
                        "{sellers} sellers can take on {room} in that time."
                    ).format(
                        n=number(promised),
                        stage=quote(stage(named or "")),
                        period=period_words(period),
                        accepted=figure(f"{promised * rate:,.0f}"),
                        sellers=sellers,
                        room=figure(f"{room:,.0f}"),
                    ),
                    _("A promise that nobody can take on helps nobody."),
                    _("Promise what can be called, or have more people call."),
                    "targets",
                    part=period,
                )
            else:
                yield PASSED


@rule("CON-04", gates={"K3": WARNING}, chapter="agreement")
def what_is_promised_is_in_the_plan(plan: Plan, results: Results) -> Said:
    """Marketing promises more than its own activities bring."""
    goal = revenue_goal(plan)
    leads, needed = leads_for(plan, results, goal) if goal else (None, None)
    if leads is not None and needed is not None and leads < needed - 1e-9:
        return
    for row in plan.commitments:
        named = _stage(row)
        if named is None or row.from_function != "marketing" or row.to_function != "sales":
            continue
        expected = reaching_by_month(plan, results, named)
        periods = {period: _months_of(plan, period) for period, _target in row.targets}
        promised = sum(target for period, target in row.targets if periods[period])
        brought = sum(expected.get(at, 0.0) for covered in periods.values() for at in covered)
        if not expected:
            continue
        if brought < results.limits.kept_share * promised - 1e-9:
            yield Finding(
                row,
                _("Marketing promises {n} × {stage}, and the activities bring {brought} in that time.").format(
                    n=number(promised), stage=quote(stage(named or "")), brought=figure(f"{brought:,.0f}")
                ),
                _("The promise is broken before the year begins."),
                _("Promise what the plan brings, or plan what is promised."),
                "targets",
            )
        else:
            yield PASSED


def _stage(row: Commitment) -> str | None:
    """The stage whose count is promised."""
    words = re.findall(r"[a-z]+", (row.metric or "").lower())
    if unit_of(row) == "share" or "rate" in words:
        return None
    return next((_STAGES[word] for word in words if word in _STAGES), None)


def _months_of(plan: Plan, period: str) -> tuple[Month, ...]:
    """The months of the plan that a quarter (``2027-Q1``) or a month means."""
    return tuple(at for at in months.period(plan) if period in (at, months.quarter(at)))


@rule("CON-05", gates={"K3": WARNING}, chapter="sales_input")
def what_sales_wants_most_has_money(plan: Plan, results: Results) -> Said:
    """What sales wants most is taken up, and paid by nobody."""
    money = results.budget.by_activity
    lines = {row.activity for row in plan.budget_lines}
    for row, dots in most_wanted(plan, results):
        if row.status not in _TAKEN or not (row.activities or row.materials) or not plan.budget_lines:
            continue
        activities = [one for id in row.activities if (one := plan.activities.get(id))]
        materials = [item for id in row.materials if (item := plan.materials.get(id))]
        paid = [one.id for one in activities] + [item.activity for item in materials if item.activity]
        if any(money.get(id) for id in paid) or any(_is_said(one, lines) for one in activities):
            continue
        names = [quote(one.title) for one in activities] + [quote(item.name) for item in materials]
        if names:
            yield Finding(
                row,
                _n(
                    "Sales gave {input} {n} dot, among the most of all; {names} is to answer it, without money.",
                    "Sales gave {input} {n} dots, among the most of all; {names} is to answer it, without money.",
                    dots,
                ).format(input=quote(row.text), n=dots, names=listing(names)),
                _("A yes without money is a promise to {name} that nobody can keep.").format(
                    name=person(plan, row.given_by)
                ),
                _("Give it a line in the budget, or change the answer."),
                "activities",
            )
        else:
            yield PASSED


def _is_said(row: Activity, lines: set[RowId | None]) -> bool:
    """Whether another rule says already that the activity does not take place or has no money."""
    return not is_counted(row) or row.id in lines or row.kind != "process"
