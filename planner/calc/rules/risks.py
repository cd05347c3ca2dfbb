"""Risks: looked for, owned, answered, and a cut that is prepared for (method.md C9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.risks import is_closed, last_premortem, weight
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.words import day, function, listing, quote
from planner.i18n import _
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Risk

_NO_RISKS = ("assumption", "issue", "dependency")


def _open(plan: Plan) -> list[Risk]:
    return [row for row in plan.risks if not is_closed(row)]


@rule("RSK-01", gates={"K2": WARNING, "K3": ERROR}, chapter="risks")
def somebody_looked_for_risks(plan: Plan, results: Results) -> Said:
    """Nobody looked."""
    if all(row.type in _NO_RISKS for row in plan.risks):
        yield Finding(
            None,
            _("There is no risk on the list."),
            _("A plan without a risk is a plan in which nobody looked for one."),
            _("Imagine that the plan has failed, and write down why."),
        )
    else:
        yield PASSED


@rule("RSK-02", gates={"K3": ERROR}, chapter="risks")
def a_heavy_risk_has_an_owner_and_an_answer(plan: Plan, results: Results) -> Said:
    """Known and ignored."""
    for row in _open(plan):
        heavy = weight(row)
        if row.type != "risk" or heavy is None or heavy < results.limits.heavy_risk:
            continue
        missing = {
            "owner": "" if row.owner in plan.people else _("an owner"),
            "mitigation": "" if (row.mitigation or "").strip() else _("an answer"),
        }
        fields = [field for field, words in missing.items() if words]
        if fields:
            yield Finding(
                row,
                _("{risk} is {probability} of 5 likely and {impact} of 5 heavy, and lacks {missing}.").format(
                    risk=quote(row.statement),
                    probability=row.probability,
                    impact=row.impact,
                    missing=listing([missing[field] for field in fields]),
                ),
                _("It is known and left alone."),
                _("Name who looks after it and what is done about it."),
                fields[0],
            )
        else:
            yield PASSED


@rule("RSK-03", gates={"K3": WARNING}, chapter="risks")
def assumptions_are_checked_in_time(plan: Plan, results: Results) -> Said:
    """The plan stands on it."""
    for row in _open(plan):
        if row.type != "assumption" or row.due is None:
            continue
        if results.as_of is None:
            yield NotYet(
                _("whether {assumption} was checked in time").format(assumption=quote(row.statement)),
                _("today's date"),
                row,
            )
        elif row.due < results.as_of:
            yield Finding(
                row,
                _("{assumption} was to be checked by {due}, and is still open on {today}.").format(
                    assumption=quote(row.statement), due=day(row.due), today=day(results.as_of)
                ),
                _("The plan stands on it."),
                _("Check it now, and close it or make it a risk."),
                "due",
            )
        else:
            yield PASSED


@rule("RSK-04", gates={"K3": WARNING}, chapter="risks")
def several_sides_imagined_the_failure(plan: Plan, results: Results) -> Said:
    """Every side has its own blind spots."""
    row = last_premortem(plan)
    if row is None:
        yield Finding(
            None,
            _("No pre-mortem has been held."),
            _("Every side has blind spots that another side sees."),
            _("Take twenty minutes: the plan has failed, and everybody writes down why."),
            is_note=True,
        )
        return
    sides = {found.function for id in row.participants if (found := plan.people.get(id)) and found.function}
    if not row.participants:
        yield NotYet(
            _("whether several sides took part in the pre-mortem"), _("who took part"), row, "participants"
        )
    elif len(sides) < 2:
        yield Finding(
            row,
            _("In the pre-mortem of {day} only {side} took part.").format(
                day=day(row.held_on) or _("an unknown day"),
                side=listing([function(side) for side in sides]) or _("people without a side"),
            ),
            _("Every side has blind spots that another side sees."),
            _("Hold it again with another side in the room."),
            "participants",
        )
    else:
        yield PASSED


@rule("RSK-05", gates={"K3": WARNING}, chapter="forecast")
def a_cut_is_prepared_for(plan: Plan, results: Results) -> Said:
    """The cut will come without you."""
    if not any(row.kind == "budget_cut" and row.prepared for row in plan.scenarios):
        yield Finding(
            None,
            _("No budget cut has been prepared for."),
            _("If one comes, others will choose what goes."),
            _("Work one out in Forecast, and keep it."),
        )
    else:
        yield PASSED


@rule("RSK-06", gates={"K2": WARNING}, chapter="risks")
def everything_on_the_list_has_an_owner(plan: Plan, results: Results) -> Said:
    """Without an owner the list is an archive."""
    for row in _open(plan):
        if row.owner not in plan.people:
            yield Finding(
                row,
                _("Nobody looks after {risk}.").format(risk=quote(row.statement)),
                _("A list without owners is an archive."),
                _("Name one person."),
                "owner",
            )
        else:
            yield PASSED
