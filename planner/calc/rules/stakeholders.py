"""Stakeholders: heard in time, nobody missing (method.md C2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.engagement import stance_gap, talks
from planner.calc.rules.decisions import decisions_in_force
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.words import day, function, listing, number, person, quote
from planner.i18n import _, mark
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Stakeholder

_STANCES = {
    "unaware": mark("unaware"),
    "resistant": mark("against it"),
    "neutral": mark("neutral"),
    "supportive": mark("supportive"),
    "leading": mark("leading it"),
}


@rule("STK-01", gates={"K1": WARNING, "K3": ERROR}, chapter="stakeholders")
def the_powerful_are_heard_before_the_lock(plan: Plan, results: Results) -> Said:
    """Who can stop the plan and hears of it late, stops it late."""
    lock = plan.facts.budget_lock_date
    heard = talks(plan)
    for row in plan.stakeholders:
        if not _is_high(row.power, results.limits.power_high):
            continue
        days = heard[row.id]
        if days and lock is None:
            yield NotYet(
                _("whether {name} was consulted in time").format(name=_name(plan, row)),
                _("the day of the budget lock"),
                row,
            )
        elif not days or (lock is not None and days[0] > lock):
            yield Finding(
                row,
                _too_late(plan, row, days),
                _("Who can stop the plan and hears of it late, stops it late."),
                _("Talk to them before the lock, and note the day and what was heard."),
                "engaged_on",
            )
        else:
            yield PASSED


def _too_late(plan: Plan, row: Stakeholder, days: list[str]) -> str:
    lock, planned = plan.facts.budget_lock_date, row.engagement_action_date
    facts = {
        "name": _name(plan, row),
        "power": number(row.power or 0),
        "lock": day(lock),
        "first": day(days[0]) if days else "",
        "planned": day(planned),
    }
    if days:
        said = _(
            "{name} (power {power} of 5) was first consulted on {first}, after the budget lock on {lock}."
        )
    elif lock and planned and planned > lock:
        said = _(
            "{name} (power {power} of 5) has never been consulted; "
            "the first talk is planned for {planned}, after the budget lock on {lock}."
        )
    elif lock:
        said = _("{name} (power {power} of 5) has never been consulted; the budget is locked on {lock}.")
    else:
        said = _("{name} (power {power} of 5) has never been consulted.")
    return said.format(**facts)


@rule("STK-02", gates={"K0": WARNING}, chapter="stakeholders")
def a_gap_has_a_next_step(plan: Plan, results: Results) -> Said:
    """A gap without a step stays."""
    for row in plan.stakeholders:
        if (stance_gap(row) or 0) <= 0:
            continue
        missing = [
            words
            for words, there in (
                (_("next step"), (row.engagement_action or "").strip()),
                (_("day for it"), row.engagement_action_date),
                (_("person who takes it"), row.relationship_owner in plan.people),
            )
            if not there
        ]
        if missing:
            yield Finding(
                row,
                _("{name} is {now} and the plan needs them {wanted}; missing: {missing}.").format(
                    name=_name(plan, row),
                    now=_(_STANCES[row.current or ""]),
                    wanted=_(_STANCES[row.desired or ""]),
                    missing=listing(missing),
                ),
                _("A gap without a step stays a gap."),
                _("One step, one name, one day."),
                "engagement_action",
            )
        else:
            yield PASSED


@rule("STK-03", gates={"K1": WARNING, "K3": ERROR}, chapter="stakeholders")
def no_key_player_is_against_the_plan(plan: Plan, results: Results) -> Said:
    """A key player against the plan decides about it outside the room."""
    limits = results.limits
    for row in plan.stakeholders:
        is_key = _is_high(row.power, limits.power_high) and _is_high(row.interest, limits.interest_high)
        if not is_key or row.current is None:
            continue
        if row.current in ("unaware", "resistant"):
            yield Finding(
                row,
                _("{name} has power {power} and interest {interest} of 5, and is {now}.").format(
                    name=_name(plan, row),
                    power=number(row.power or 0),
                    interest=number(row.interest or 0),
                    now=_(_STANCES[row.current]),
                ),
                _("A key player against the plan decides about it outside the room."),
                _("Meet them, and record the condition under which they would agree."),
                "current",
            )
        else:
            yield PASSED


@rule("STK-04", gates={"K0": ERROR}, chapter="stakeholders")
def no_chair_is_empty(plan: Plan, results: Results) -> Said:
    """A side without a chair is asked for its view when it is too late."""
    needed = ["marketing", "sales", "finance", "management"] + (["agency"] if plan.briefs else [])
    present = {_side(plan, row) for row in plan.stakeholders}
    missing = [side for side in needed if side not in present]
    if missing:
        yield Finding(
            None,
            _("Nobody among the stakeholders speaks for {sides}.").format(
                sides=listing([function(side) for side in missing])
            ),
            _("A side without a chair is asked for its view when it is too late."),
            _("Add a person for each."),
        )
    else:
        yield PASSED


@rule("STK-05", gates={"K0": WARNING}, chapter="stakeholders")
def somebody_keeps_in_touch_with_the_powerful(plan: Plan, results: Results) -> Said:
    """What is everybody's relationship is nobody's."""
    for row in plan.stakeholders:
        if not _is_high(row.power, results.limits.power_high):
            continue
        if row.relationship_owner not in plan.people:
            yield Finding(
                row,
                _("{name} has power {power} of 5, and nobody is named to keep in touch.").format(
                    name=_name(plan, row), power=number(row.power or 0)
                ),
                _("What everybody might do, nobody does."),
                _("Name one person who keeps in touch."),
                "relationship_owner",
            )
        else:
            yield PASSED


@rule("STK-06", gates={"K0": WARNING}, chapter="stakeholders")
def the_field_is_among_the_stakeholders(plan: Plan, results: Results) -> Said:
    """Heads of sales speak for the field, but do not carry the bag."""
    if not plan.stakeholders:
        return
    levels = {found.level for row in plan.stakeholders if (found := plan.people.get(row.person))}
    if not levels & {"field", "inside"}:
        yield Finding(
            None,
            _("Among the stakeholders is nobody who sells in the field or from the inside."),
            _("Heads of sales speak for the field, but do not carry the bag."),
            _("Invite two reps."),
        )
    else:
        yield PASSED


@rule("STK-07", gates={}, chapter="stakeholders")
def less_support_is_not_wanted_by_mistake(plan: Plan, results: Results) -> Said:
    """Wanting less than there is can be a slip."""
    for row in plan.stakeholders:
        if (stance_gap(row) or 0) < 0:
            yield Finding(
                row,
                _("{name} is {now} today and is wanted {wanted}.").format(
                    name=_name(plan, row),
                    now=_(_STANCES[row.current or ""]),
                    wanted=_(_STANCES[row.desired or ""]),
                ),
                _("It may be a slip, or something that has not been said aloud."),
                _("Check it together."),
                "desired",
            )


@rule("STK-08", gates={"K1": WARNING}, chapter="stakeholders")
def who_decides_is_a_stakeholder(plan: Plan, results: Results) -> Said:
    """Who decides and is not on the list has hidden power."""
    listed = {row.person for row in plan.stakeholders}
    for decision in decisions_in_force(plan):
        hidden = [id for id in decision.approvers if id not in listed]
        if hidden:
            yield Finding(
                decision,
                _("{names} decided {decision} and is not among the stakeholders.").format(
                    names=listing([person(plan, id) for id in hidden]), decision=quote(decision.decision)
                ),
                _("Who decides and is not on the list has power that nobody reckons with."),
                _("Add them to the stakeholders."),
                "approvers",
            )
        else:
            yield PASSED


@rule("STK-09", gates={"K0": ERROR}, chapter="stakeholders")
def a_stakeholder_is_a_person_of_the_plan(plan: Plan, results: Results) -> Said:
    """A row that names nobody cannot be talked to."""
    for row in plan.stakeholders:
        if row.person not in plan.people:
            yield Finding(
                row,
                _("A row of the stakeholders names nobody.")
                if row.person is None
                else _("A row of the stakeholders names a person who is not in the plan."),
                _("Nobody can talk to a row without a name."),
                _("Choose the person, or delete the row."),
                "person",
            )
        else:
            yield PASSED


@rule("STK-10", gates={"K1": WARNING}, chapter="stakeholders")
def a_customer_was_asked(plan: Plan, results: Results) -> Said:
    """A plan made without one customer is made from the inside."""
    if not plan.stakeholders:
        return
    heard = [_side(plan, row) for row in plan.stakeholders]
    heard += [found.function for row in plan.sales_inputs if (found := plan.people.get(row.given_by))]
    if "customer" not in heard:
        yield Finding(
            None,
            _("No customer is among the stakeholders, and none has given an input."),
            _("A plan made without a customer is made from the inside."),
            _("Have one conversation with a customer, and enter what was said."),
        )
    else:
        yield PASSED


def _is_high(value: float | None, limit: float) -> bool:
    return value is not None and value >= limit


def _name(plan: Plan, row: Stakeholder) -> str:
    return person(plan, row.person)


def _side(plan: Plan, row: Stakeholder) -> str | None:
    found = plan.people.get(row.person)
    return found.function if found else None
