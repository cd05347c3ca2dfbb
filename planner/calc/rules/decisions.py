"""Decisions: one who decides, several who took part, reasons that can be read later (method.md C9).

Decisions to leave a finding as it is are looked at by the rule on waivers and not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.words import day, function, listing, person, quote
from planner.i18n import _
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Decision


def decisions_in_force(plan: Plan) -> list[Decision]:
    """All but those that were replaced and those that leave a finding as it is."""
    waivers = {row.decision for row in plan.waivers}
    return [row for row in plan.decisions if row.status != "superseded" and row.id not in waivers]


@rule("DEC-01", gates={"K2": ERROR}, chapter="risks")
def one_person_decides(plan: Plan, results: Results) -> Said:
    """Where several decide, nobody did."""
    for row in decisions_in_force(plan):
        known = [person(plan, id) for id in row.approvers if id in plan.people]
        if len(row.approvers) == 1 == len(known):
            yield PASSED
            continue
        said = (
            _("{names} are said to have decided {decision} together.")
            if len(known) > 1
            else _("Nobody is named who decided {decision}.")
        )
        yield Finding(
            row,
            said.format(names=listing(known), decision=quote(row.decision)),
            _("Where several decide, nobody did."),
            _("Name exactly one person, and the others as having taken part."),
            "approvers",
        )


@rule("DEC-02", gates={"K2": WARNING}, chapter="risks")
def a_decision_says_why(plan: Plan, results: Results) -> Said:
    """It will be opened again in March."""
    for row in decisions_in_force(plan):
        missing = {
            "alternatives": "" if any(text.strip() for text in row.alternatives) else _("what else was possible"),
            "rationale": "" if (row.rationale or "").strip() else _("why it was decided so"),
        }
        fields = [field for field, words in missing.items() if words]
        if fields:
            yield Finding(
                row,
                _("The decision {decision} does not say {missing}.").format(
                    decision=quote(row.decision), missing=listing([missing[field] for field in fields])
                ),
                _("Without that it will be opened again in a few months."),
                _("Add it while people remember."),
                fields[0],
            )
        else:
            yield PASSED


@rule("DEC-03", gates={"K0": WARNING}, chapter="risks")
def a_decision_is_looked_at_again(plan: Plan, results: Results) -> Said:
    """Forgotten."""
    for row in decisions_in_force(plan):
        if row.revisit_on is None:
            continue
        if results.as_of is None:
            yield NotYet(
                _("whether {decision} is due to be looked at again").format(decision=quote(row.decision)),
                _("today's date"),
                row,
            )
        elif row.revisit_on < results.as_of:
            yield Finding(
                row,
                _("{decision} was to be looked at again on {revisit}; today is {today}.").format(
                    decision=quote(row.decision), revisit=day(row.revisit_on), today=day(results.as_of)
                ),
                _("It may rest on something that has changed."),
                _("Look at it again, and give the next day or replace it."),
                "revisit_on",
            )
        else:
            yield PASSED


@rule("DEC-04", gates={"K2": WARNING}, chapter="risks")
def several_sides_took_part(plan: Plan, results: Results) -> Said:
    """Decided about, and not with."""
    for row in decisions_in_force(plan):
        sides = {found.function for id in row.contributors if (found := plan.people.get(id)) and found.function}
        if len(sides) >= 2:
            yield PASSED
            continue
        said = (
            _("Only {side} took part in deciding {decision}.")
            if sides
            else _("Nobody is said to have taken part in deciding {decision}.")
        )
        yield Finding(
            row,
            said.format(side=listing([function(side) for side in sides]), decision=quote(row.decision)),
            _("The other side was decided about, and not with."),
            _("Talk it over with the other side, and add who took part."),
            "contributors",
        )
