"""Agreement: promises both ways, priorities that are shared, signatures of both halves (method.md C9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.calc.alignment import dots_of, is_accepted, latest_priorities
from planner.calc.brief import signed
from planner.calc.rules.decisions import decisions_in_force
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.signing import changed_since, is_locked, signatures
from planner.calc.words import amount, function, listing, percent, period, person, quote
from planner.i18n import _, _n, mark
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Commitment

_PARTS = {
    "goals": mark("the goals"),
    "budget": mark("the budget"),
    "forecast": mark("the forecast"),
    "agreement": mark("the promises"),
}
_DIFFERENCES = 3
_ON_MONEY = re.compile(
    r"\bcuts?\b|\bcutting\b|budget|envelop|kürz|\betat|\bcoup|recort|presup|\btagli|bilancio", re.IGNORECASE
)
"""Words by which a decision on the envelope or on the order of cuts is known."""


@rule("COM-01", gates={"K3": ERROR}, chapter="agreement")
def promises_go_both_ways(plan: Plan, results: Results) -> Said:
    """Promises in one direction are an order."""
    ways = {(row.from_function, row.to_function) for row in plan.commitments}
    there, back = ("marketing", "sales") in ways, ("sales", "marketing") in ways
    if there and back:
        yield PASSED
        return
    if there:
        said = _("Marketing has promised sales something, and sales has promised marketing nothing.")
    elif back:
        said = _("Sales has promised marketing something, and marketing has promised sales nothing.")
    else:
        said = _("Marketing and sales have promised each other nothing yet.")
    yield Finding(
        None,
        said,
        _("A promise in one direction is an order."),
        _("Ask each side what it needs from the other every week."),
    )


@rule("COM-02", gates={"K3": WARNING, "K4": ERROR}, chapter="agreement")
def who_receives_a_promise_accepted_it(plan: Plan, results: Results) -> Said:
    """Not a promise yet."""
    for row in plan.commitments:
        if is_accepted(plan, row):
            yield PASSED
            continue
        names = listing([person(plan, id) for id in row.accepted_by])
        yield Finding(
            row,
            _accepted_words(row).format(**_promise(row), names=names),
            _("What the other side has not accepted is not a promise yet."),
            _("Let a person of {receiver} accept it.").format(receiver=function(row.to_function))
            if row.to_function
            else _("Say who promises it to whom, and let that side accept it."),
            "accepted_by",
        )


def _accepted_words(row: Commitment) -> str:
    """What lacks an acceptance; a promise that does not say all yet is not told as one that does."""
    if row.from_function and row.to_function and (row.promise or "").strip():
        if row.accepted_by:
            return _("{giver} promises {receiver} {promise}, and only {names} accepted it.")
        return _("{giver} promises {receiver} {promise}, and nobody has accepted it.")
    if row.accepted_by:
        return _("Only {names} accepted the promise {promise}.")
    return _("Nobody has accepted the promise {promise} yet.")


def _promise(row: Commitment) -> dict[str, str]:
    giver = function(row.from_function)
    return {"giver": giver[:1].upper() + giver[1:], "receiver": function(row.to_function), "promise": _named(row)}


def _named(row: Commitment) -> str:
    """A promise by its words, or by its code until there are some."""
    return quote(row.promise) if (row.promise or "").strip() or not row.code else row.code


@rule("COM-03", gates={"K3": WARNING}, chapter="agreement")
def a_promise_is_looked_at_regularly(plan: Plan, results: Results) -> Said:
    """What nobody looks at decays."""
    for row in plan.commitments:
        if not (row.review or "").strip():
            yield Finding(
                row,
                _("Nobody says when the promise {promise} is looked at.").format(promise=_named(row)),
                _("What nobody looks at decays."),
                _("Name the meeting in which it is looked at."),
                "review",
            )
        else:
            yield PASSED


@rule("COM-04", gates={"K5": WARNING}, chapter="agreement")
def a_promise_is_kept(plan: Plan, results: Results) -> Said:
    """Twice missed is to be talked about."""
    limits = results.limits
    missed: dict[RowId, list[str]] = {}
    for check in plan.promise_checks:
        row = plan.commitments.get(check.commitment)
        if row is not None:
            periods = missed.setdefault(row.id, [])
            if _is_missed(row, check.period, check.value, check.kept, limits.kept_share):
                periods.append(check.period or "")
    for id, periods in missed.items():
        row = plan.commitments[id]
        if len(periods) >= limits.missed_periods:
            yield Finding(
                row,
                _("The promise {promise} was missed in {periods}.").format(
                    promise=_named(row), periods=listing([period(one) for one in sorted(periods)])
                ),
                _("A promise that is missed again and again is none; less than {share} counts as missed.").format(
                    share=percent(limits.kept_share)
                ),
                _("Talk about it openly, and agree on what can be kept."),
                "target",
            )
        else:
            yield PASSED


def _is_missed(
    row: Commitment, period: str | None, value: float | None, kept: bool | None, share: float
) -> bool:
    """Whether too little came; by the figure where there is one, else by what was said."""
    target = dict(row.targets).get(period or "", row.target)
    if value is None or not target:
        return kept is False
    return value / target < share - 1e-9


@rule("VOT-01", gates={"K2": WARNING}, chapter="agreement")
def both_halves_want_the_same_first(plan: Plan, results: Results) -> Said:
    """Two lists of priorities."""
    round, shared = latest_priorities(plan), results.alignment.shared_priorities
    if round is None or shared is None:
        return
    if 1 - shared <= results.limits.divergence + 1e-9:
        yield PASSED
        return
    sales, marketing = (dots_of(plan, round, side) for side in ("sales", "marketing"))
    shares = {
        item: sales.get(item, 0) / sum(sales.values()) - marketing.get(item, 0) / sum(marketing.values())
        for item in sales.keys() | marketing.keys()
    }
    widest = sorted(shares, key=lambda item: (-abs(shares[item]), _title(plan, item)))[:_DIFFERENCES]
    yield Finding(
        None,
        _("Sales and marketing placed {share} of their dots differently; furthest apart: {items}.").format(
            share=percent(1 - shared),
            items=listing(
                [
                    (_("{item} (more from sales)") if shares[item] > 0 else _("{item} (more from marketing)")).format(
                        item=_title(plan, item)
                    )
                    for item in widest
                ]
            ),
        ),
        _("They work from two lists."),
        _("Talk about these before anything else."),
    )


def _title(plan: Plan, id: RowId) -> str:
    activity = plan.activities.get(id)
    return quote(activity.title) if activity else _("something that is no longer in the plan")


@rule("SGN-01", gates={"K4": ERROR}, chapter="agreement")
def both_halves_signed(plan: Plan, results: Results) -> Said:
    """Not a common plan."""
    if not is_locked(plan):
        return
    under = signatures(plan)
    missing = [function(side) for side in ("marketing", "sales") if side not in under]
    if missing:
        yield Finding(
            None,
            _("The plan is locked and lacks the signature of {sides}.").format(sides=listing(missing)),
            _("Without both signatures it is not a common plan."),
            _("Read it together, and sign it, or open it again."),
        )
    else:
        yield PASSED


@rule("SGN-02", gates={"K4": ERROR}, chapter="agreement")
def what_was_signed_still_stands(plan: Plan, results: Results) -> Said:
    """Something else was signed."""
    for side, row in signatures(plan).items():
        then = results.signed.get(row.edit) if row.edit else None
        if then is None:
            yield NotYet(
                _("whether the plan is still what {name} signed").format(name=person(plan, row.person)),
                _("the history of the plan"),
                row,
            )
            continue
        parts = [_(_PARTS[chapter]) for chapter in changed_since(plan, then)]
        if parts:
            yield Finding(
                row,
                _("{name} signed for {side}; changed since then: {parts}.").format(
                    name=person(plan, row.person), side=function(side), parts=listing(parts)
                ),
                _("What was signed is not what stands here."),
                _("Show what has changed, and sign again."),
                part=side,
            )
        else:
            yield PASSED


@rule("SGN-03", gates={"K4": WARNING}, chapter="agreement")
def the_agency_signed_the_brief_in_force(plan: Plan, results: Results) -> Said:
    """A surprise waits."""
    for row in plan.briefs:
        approved = signed(plan, row).keys()
        if not {"marketing", "sales"} & approved:
            continue
        if "agency" in approved:
            yield PASSED
            continue
        said = (
            _("Version {version} of the brief {brief} is approved by {sides}, and not by the agency.")
            if row.version is not None
            else _("The brief {brief} is approved by {sides}, and not by the agency.")
        )
        sides = [function(side) for side in ("marketing", "sales") if side in approved]
        yield Finding(
            row,
            said.format(brief=quote(row.title), version=row.version, sides=listing(sides)),
            _("The agency may be working from another version."),
            _("Ask them to countersign this one."),
        )


@rule("SGN-04", gates={"K4": WARNING}, chapter="agreement")
def finance_knows_envelope_and_order(plan: Plan, results: Results) -> Said:
    """First to cut, last to know.

    Finance knows where one of its people took part in or was told of a decision on the budget or on cuts, talked about
    the budget, or signed. What a decision is about is read from its words, in the languages that plans are written in.
    """
    finance = {row.id for row in plan.people if row.function == "finance"}
    envelope = plan.facts.envelope
    if not finance or envelope is None:
        return
    on_money = [row for row in decisions_in_force(plan) if _ON_MONEY.search(row.decision or "")]
    told = {id for row in on_money for id in (row.driver, *row.approvers, *row.contributors, *row.informed)}
    told |= {row.person for row in plan.signoffs}
    sat = {row.id: row.person for row in plan.stakeholders}
    told |= {sat.get(row.stakeholder or "") for row in plan.engagements if row.chapter == "budget"}
    if not finance & told:
        yield Finding(
            None,
            _n(
                "{names} of finance was never told of the envelope of {envelope} and the order of cuts.",
                "{names} of finance were never told of the envelope of {envelope} and the order of cuts.",
                len(finance),
            ).format(
                names=listing(sorted(person(plan, id) for id in finance)),
                envelope=amount(envelope, plan.facts.currency),
            ),
            _("Who may cut first should not be the last to know."),
            _("Tell them, and enter them as told in the decision on it."),
        )
    else:
        yield PASSED
