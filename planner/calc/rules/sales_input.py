"""Sales input: asked early, answered visibly (method.md C3)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.supply import is_counted
from planner.calc.words import day, listing, percent, person, quote
from planner.i18n import _, _n
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Activity, Material, SalesInput


def _inputs(plan: Plan) -> list[SalesInput]:
    """All inputs but those that were merged into another, which carries their answer."""
    return [row for row in plan.sales_inputs if row.merged_into is None]


@rule("SIN-01", gates={"K1": WARNING, "K3": ERROR}, chapter="sales_input")
def input_is_answered_in_time(plan: Plan, results: Results) -> Said:
    """Silence teaches people to stop speaking."""
    allowed = results.limits.response_days
    for row in _inputs(plan):
        if row.status not in ("new", "discussed"):
            yield PASSED
            continue
        waited = months.days_between(row.date, results.as_of)
        if waited is None:
            yield NotYet(
                _("whether {input} was answered in time").format(input=quote(row.text)),
                _("today's date") if results.as_of is None else _("the day it was said"),
                row,
                "date",
            )
        elif waited > allowed:
            yield Finding(
                row,
                _n(
                    "{name} said {input} on {said} and has no answer after {n} day; {allowed} are allowed.",
                    "{name} said {input} on {said} and has no answer after {n} days; {allowed} are allowed.",
                    waited,
                ).format(
                    name=person(plan, row.given_by),
                    input=quote(row.text),
                    said=day(row.date),
                    n=waited,
                    allowed=allowed,
                ),
                _("Silence teaches people to stop speaking."),
                _("Accept it, adapt it, park it until a day, or decline it with a reason."),
                "status",
            )
        else:
            yield PASSED


@rule("SIN-02", gates={"K1": ERROR}, chapter="sales_input")
def a_no_has_a_reason(plan: Plan, results: Results) -> Said:
    """A bare no is not an answer."""
    for row in _inputs(plan):
        if row.status != "declined":
            continue
        if not (row.decline_reason or "").strip():
            yield Finding(
                row,
                _("{input} from {name} was declined, and no reason is given.").format(
                    input=quote(row.text), name=person(plan, row.given_by)
                ),
                _("A bare no is not an answer."),
                _("Write the reason that {name} would accept as fair.").format(
                    name=person(plan, row.given_by)
                ),
                "decline_reason",
            )
        else:
            yield PASSED


@rule("SIN-03", gates={"K2": WARNING, "K3": ERROR}, chapter="sales_input")
def a_yes_has_a_vehicle(plan: Plan, results: Results) -> Said:
    """A yes that nothing carries is a promise without a vehicle."""
    carried = {id for activity in plan.activities for id in activity.sales_inputs}
    carried |= {id for material in plan.materials for id in material.sales_inputs}
    for row in _inputs(plan):
        if row.status not in ("accepted", "adapted"):
            continue
        if not (row.activities or row.materials or row.id in carried):
            yield Finding(
                row,
                _("{input} from {name} was taken up, and no activity or material carries it.").format(
                    input=quote(row.text), name=person(plan, row.given_by)
                ),
                _("A yes that nothing carries is a promise without a vehicle."),
                _("Link the activity or material that answers it, or change the answer."),
                "activities",
            )
        else:
            yield PASSED


@rule("SIN-04", gates={"K1": WARNING}, chapter="sales_input")
def most_of_sales_has_spoken(plan: Plan, results: Results) -> Said:
    """Three loud reps are not the field."""
    sellers = {found.id for found in plan.people if found.function == "sales"}
    if not sellers:
        if plan.sales_inputs:
            yield NotYet(_("whether most of sales has spoken"), _("the people of sales"))
        return
    givers = {row.given_by for row in plan.sales_inputs} & sellers
    if len(givers) / len(sellers) < results.limits.givers_share:
        yield Finding(
            None,
            _n(
                "{n} of {all} people in sales has given an input.",
                "{n} of {all} people in sales have given an input.",
                len(givers),
            ).format(n=len(givers), all=len(sellers)),
            _("A few loud voices are not the field."),
            _("Ask the others, beginning with the territories that are missing."),
        )
    else:
        yield PASSED


@rule("SIN-05", gates={"K2": WARNING}, chapter="sales_input")
def overruling_the_field_is_a_recorded_decision(plan: Plan, results: Results) -> Said:
    """What sales wants most may be refused, but not in passing."""
    for row, placed in most_wanted(plan, results):
        if row.status in ("declined", "parked") and row.decision is None:
            yield Finding(
                row,
                _n(
                    "Sales gave {input} {n} dot, among the most of all, and it was put off without a decision.",
                    "Sales gave {input} {n} dots, among the most of all, and it was put off without a decision.",
                    placed,
                ).format(input=quote(row.text), n=placed),
                _("Overruling the field needs a decision that can be read later."),
                _("Record the decision, with who took part in it."),
                "decision",
            )
        else:
            yield PASSED


def most_wanted(plan: Plan, results: Results) -> list[tuple[SalesInput, int]]:
    """The inputs on which sales placed the most dots, with their number; those level with the last are in it too."""
    inputs = _inputs(plan)
    dots = _sales_dots(plan)
    count = math.ceil(len(inputs) * results.limits.top_voted_share - 1e-9)
    ranked = sorted((dots.get(row.id, 0) for row in inputs), reverse=True)
    least = max(1, ranked[count - 1]) if count else 1
    return [(row, dots[row.id]) for row in inputs if dots.get(row.id, 0) >= least]


def _sales_dots(plan: Plan) -> dict[RowId, int]:
    """Dots of sales by input, over all rounds on inputs."""
    rounds = {row.id for row in plan.vote_rounds if row.kind == "inputs"}
    placed: dict[RowId, int] = {}
    for dot in plan.dots:
        if dot.round in rounds and dot.function == "sales" and dot.item is not None:
            placed[dot.item] = placed.get(dot.item, 0) + (dot.dots or 0)
    return placed


@rule("SIN-06", gates={"K2": WARNING}, chapter="sales_input")
def what_is_parked_has_a_day(plan: Plan, results: Results) -> Said:
    """Parked without a day is put in a drawer."""
    for row in _inputs(plan):
        if row.status != "parked":
            continue
        if row.decision is None and row.revisit_on is None:
            yield Finding(
                row,
                _("{input} from {name} is parked, and nobody says until when.").format(
                    input=quote(row.text), name=person(plan, row.given_by)
                ),
                _("What is parked without a day is put in a drawer."),
                _("Give the day on which it is looked at again."),
                "revisit_on",
            )
        else:
            yield PASSED


@rule("SIN-07", gates={}, chapter="sales_input")
def the_other_side_heard_it(plan: Plan, results: Results) -> Said:
    """An answer from sales to sales may have passed marketing by."""
    for row in _inputs(plan):
        giver, responder = plan.people.get(row.given_by), plan.people.get(row.responder)
        if giver and responder and giver.function == responder.function == "sales":
            yield Finding(
                row,
                _("{giver} of sales said {input} and {responder} of sales answered it.").format(
                    giver=giver.name, input=quote(row.text), responder=responder.name
                ),
                _("Marketing may never have heard it."),
                _("Let somebody in marketing read it and answer too."),
                "responder",
            )


@rule("SIN-08", gates={"K2": WARNING}, chapter="sales_input")
def listening_is_more_than_declining(plan: Plan, results: Results) -> Said:
    """Asking and then declining most of it is theatre."""
    inputs = _inputs(plan)
    declined = sum(row.status == "declined" for row in inputs)
    if not inputs:
        return
    if declined / len(inputs) > results.limits.declined_share:
        yield Finding(
            None,
            _("{n} of {all} inputs ({share}) were declined.").format(
                n=declined, all=len(inputs), share=percent(declined / len(inputs))
            ),
            _("Asking and then declining most of it is listening for show."),
            _("Go through the declined ones together once more."),
        )
    else:
        yield PASSED


@rule("SIN-09", gates={"K3": WARNING, "K5": ERROR}, chapter="sales_input")
def what_was_promised_still_takes_place(plan: Plan, results: Results) -> Said:
    """A promise whose vehicle is gone is broken, whether or not anybody says so."""
    for row in _inputs(plan):
        if row.status not in ("accepted", "adapted"):
            continue
        gone = [words for id in row.activities if (words := _gone(plan, results, id))]
        if gone:
            yield Finding(
                row,
                _("{input} from {name} was to be answered by {gone}.").format(
                    input=quote(row.text), name=person(plan, row.given_by), gone=listing(gone)
                ),
                _("A promise whose vehicle is gone is broken, whether or not anybody says so."),
                _("Tell {name}, and choose another activity or material.").format(
                    name=person(plan, row.given_by)
                ),
                "activities",
            )
        else:
            yield PASSED


def _gone(plan: Plan, results: Results, id: RowId) -> str:
    """Why an activity no longer takes place; empty where it does."""
    activity = plan.activities.get(id)
    if activity is None:
        return _("an activity that is no longer in the plan")
    if not is_counted(activity):
        return _("{activity}, which is cancelled").format(activity=quote(activity.title))
    if results.budget.by_activity.get(id) == 0:
        return _("{activity}, which has lost its money").format(activity=quote(activity.title))
    return ""


@rule("SIN-10", gates={"K1": ERROR}, chapter="sales_input")
def sales_is_asked_before_the_brief_is_approved(plan: Plan, results: Results) -> Said:
    """Asked after the decision is not asked."""
    approved = [row.date for row in plan.approvals if months.parse_day(row.date) and row.date]
    if not approved or not plan.sales_inputs:
        return
    said = [row.date for row in plan.sales_inputs if months.parse_day(row.date) and row.date]
    if not said:
        yield NotYet(
            _("whether sales was asked before the brief was approved"),
            _("the days of the inputs"),
            field="date",
        )
    elif min(said) > min(approved):
        yield Finding(
            None,
            _("The first input came on {said}, after the brief was first approved on {approved}.").format(
                said=day(min(said)), approved=day(min(approved))
            ),
            _("Asked after the decision is not asked."),
            _("Reopen the brief, and read the inputs before it is approved again."),
        )
    else:
        yield PASSED


@rule("SIN-11", gates={"K1": WARNING, "K3": ERROR}, chapter="sales_input")
def sales_was_asked(plan: Plan, results: Results) -> Said:
    """Nobody said anything, because nobody asked."""
    count, fewest = len(_inputs(plan)), results.limits.fewest_inputs
    if count < fewest:
        said = (
            _n("There is {n} input so far.", "There are {n} inputs so far.", count)
            if count
            else _("There is no input so far.")
        )
        yield Finding(
            None,
            said.format(n=count),
            _("Fewer than {n} usually means that nobody asked.").format(n=fewest),
            _("Hold the listening session, with reps in the room."),
        )
    else:
        yield PASSED


@rule("SIN-12", gates={}, chapter="sales_input")
def links_go_both_ways(plan: Plan, results: Results) -> Said:
    """A link that one side does not show cannot be followed back."""
    by_activity, by_material = _linked_from(plan.activities), _linked_from(plan.materials)
    for row in _inputs(plan):
        one_way = [
            quote(activity.title)
            for id in set(row.activities) ^ by_activity.get(row.id, set())
            if (activity := plan.activities.get(id))
        ]
        # A material may have been asked for by an input that another material answers.
        one_way += [
            quote(material.name)
            for id in set(row.materials) - by_material.get(row.id, set())
            if (material := plan.materials.get(id))
        ]
        if one_way:
            yield Finding(
                row,
                _("{input} and {others} are linked on one side only.").format(
                    input=quote(row.text), others=listing(sorted(one_way))
                ),
                _("A link that one side does not show cannot be followed back."),
                _("Link them on both sides."),
                "activities",
            )


def _linked_from(rows: Iterable[Activity | Material]) -> dict[RowId, set[RowId]]:
    """The rows that say they answer an input, by input."""
    found: dict[RowId, set[RowId]] = {}
    for row in rows:
        for id in row.sales_inputs:
            found.setdefault(id, set()).add(row.id)
    return found
