"""Brief and questions: complete, agreed by both halves, challenged by the agency (method.md C5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.brief import current_brief, signed
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.words import amount, day, function, listing, percent, person, quote
from planner.i18n import _, _n
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Question

_AT_WORK = ("approved", "live")
_ON_CUSTOMERS = ("audience", "sales")
_MEET_CUSTOMERS = ("sales", "service", "customer")


@rule("BRF-01", gates={"K1": WARNING, "K2": ERROR}, chapter="brief")
def no_work_goes_on_past_a_blocking_question(plan: Plan, results: Results) -> Said:
    """Work that starts before the answer is guessing with money."""
    for row in plan.questions:
        if not row.blocking:
            continue
        waiting = [
            quote(found.title)
            for id in row.activities
            if (found := plan.activities.get(id)) and found.status in _AT_WORK
        ]
        if row.status == "open" and waiting:
            yield Finding(
                row,
                _open(plan, row).format(
                    name=person(plan, row.asked_by),
                    question=quote(row.question),
                    due=day(row.due),
                    activities=listing(waiting),
                ),
                _("Whoever works on is guessing with money."),
                _("Answer it, or write down what is assumed, by whom and until when."),
                "answer",
            )
        else:
            yield PASSED


def _open(plan: Plan, row: Question) -> str:
    if row.due:
        return _("{name} needed an answer to {question} by {due}; it is open, and work goes on: {activities}.")
    return _("{name} asked {question}; it is open, and work goes on: {activities}.")


@rule("BRF-02", gates={"K2": WARNING}, chapter="brief")
def what_is_assumed_is_checked_on_a_day(plan: Plan, results: Results) -> Said:
    """A guess without an end is a guess for ever."""
    for row in plan.questions:
        if row.status != "assumed":
            continue
        if row.assumption_until is None:
            yield Finding(
                row,
                _("The answer to {question} is assumed, and nobody says until when.").format(
                    question=quote(row.question)
                ),
                _("A guess without an end stays a guess."),
                _("Give the day on which it is checked."),
                "assumption_until",
            )
        else:
            yield PASSED


@rule("BRF-03", gates={"K2": WARNING}, chapter="brief")
def the_agency_asks(plan: Plan, results: Results) -> Said:
    """An agency that asks nothing does as it is told."""
    brief = current_brief(plan)
    if brief is None:
        return
    asked = sum(_side(plan, row.asked_by) == "agency" for row in plan.questions)
    fewest = results.limits.fewest_questions
    if asked < fewest:
        said = (
            _n("The agency has asked {n} question.", "The agency has asked {n} questions.", asked)
            if asked
            else _("The agency has asked nothing yet.")
        )
        yield Finding(
            brief,
            said.format(n=asked),
            _("An agency that only does as it is told fails; {n} questions is a usual least.").format(n=fewest),
            _("Send the brief ahead, and ask for their questions before the talk."),
        )
    else:
        yield PASSED


@rule("BRF-04", gates={"K2": ERROR}, chapter="brief")
def brief_is_complete(plan: Plan, results: Results) -> Said:
    """What the brief leaves out comes back as another round."""
    parts = {
        "problem": _("the problem"),
        "propositions": _("the proposition"),
        "proof": _("the proof"),
        "goals": _("the goals"),
        "segments": _("the customers it is for"),
        "mandatories": _("what must be kept to"),
        "measures": _("how success is measured"),
        "budget": _("the budget"),
        "timing": _("the timing"),
        "final_approvers": _("who says the final yes"),
    }
    for row in plan.briefs:
        missing = [name for name in parts if _is_empty(getattr(row, name))]
        if missing:
            yield Finding(
                row,
                _("The brief {brief} does not say {missing}.").format(
                    brief=quote(row.title), missing=listing([parts[name] for name in missing])
                ),
                _("What the brief leaves out comes back as another round."),
                _("Complete it before it is released."),
                missing[0],
            )
        else:
            yield PASSED


def _is_empty(value: object) -> bool:
    if isinstance(value, tuple):
        return not any(str(part).strip() for part in value)
    return value is None or not str(value).strip()


@rule("BRF-05", gates={"K2": WARNING}, chapter="brief")
def brief_has_one_proposition(plan: Plan, results: Results) -> Said:
    """Two messages are none."""
    for row in plan.briefs:
        said = [quote(text) for text in row.propositions if text.strip()]
        if len(said) > 1:
            yield Finding(
                row,
                _("The brief {brief} has {n} propositions: {said}.").format(
                    brief=quote(row.title), n=len(said), said=listing(said)
                ),
                _("Two messages are none."),
                _("Choose the one that nobody else could honestly say."),
                "propositions",
            )
        else:
            yield PASSED


@rule("BRF-06", gates={"K2": WARNING, "K3": ERROR}, chapter="brief")
def brief_has_the_budget_of_its_lines(plan: Plan, results: Results) -> Said:
    """The agency plans another budget than the plan."""
    told = [row for row in plan.briefs if row.budget is not None]
    if not told:
        return
    budgets, lines = sum(row.budget or 0 for row in told), results.budget.brief
    if lines is None:
        yield NotYet(
            _("whether the brief's budget is that of its lines"), _("the amounts of the budget lines"), told[-1]
        )
        return
    currency = plan.facts.currency
    if abs(budgets - lines) > results.limits.brief_tolerance * budgets:
        yield Finding(
            told[-1],
            _("The brief gives the agency {brief}, and the budget lines for it come to {lines}.").format(
                brief=amount(budgets, currency), lines=amount(lines, currency)
            ),
            _("The agency plans with another budget than the room; more than {share} apart is no rounding.").format(
                share=percent(results.limits.brief_tolerance)
            ),
            _("Correct the brief, or mark the lines it covers."),
            "budget",
        )
    else:
        yield PASSED


@rule("BRF-07", gates={"K2": ERROR}, chapter="brief")
def brief_serves_goals_of_the_plan(plan: Plan, results: Results) -> Said:
    """A goal that only the agency knows is a private goal."""
    for row in plan.briefs:
        private = sum(id not in plan.goals for id in row.goals)
        if private:
            yield Finding(
                row,
                _n(
                    "The brief {brief} names a goal that is not in the plan.",
                    "The brief {brief} names {n} goals that are not in the plan.",
                    private,
                ).format(brief=quote(row.title), n=private),
                _("The agency would work for a goal that nobody else has."),
                _("Choose among the goals of the plan, or add it there."),
                "goals",
            )
        else:
            yield PASSED


@rule("BRF-08", gates={"K2": WARNING, "K3": ERROR}, chapter="brief")
def both_halves_approved_the_brief(plan: Plan, results: Results) -> Said:
    """Sales sees the message first when it is printed."""
    for row in plan.briefs:
        approved = signed(plan, row)
        missing = [function(side) for side in ("marketing", "sales") if side not in approved]
        if not missing:
            yield PASSED
            continue
        said = (
            _("Version {version} of the brief {brief} still lacks the approval of {sides}.")
            if row.version is not None
            else _("The brief {brief} still lacks the approval of {sides}.")
        )
        yield Finding(
            row,
            said.format(brief=quote(row.title), version=row.version, sides=listing(missing)),
            _("Who has not approved it sees it first when it is printed."),
            _("Read it together, and enter the approval of this version."),
        )


@rule("BRF-09", gates={"K2": ERROR}, chapter="brief")
def one_person_says_the_final_yes(plan: Plan, results: Results) -> Said:
    """Several approvers are a matter of taste."""
    for row in plan.briefs:
        known = [id for id in row.final_approvers if id in plan.people]
        if len(row.final_approvers) == 1 == len(known):
            yield PASSED
            continue
        said = (
            _("{names} are to say the final yes to the brief {brief} together.")
            if len(known) > 1
            else _("Nobody is named to say the final yes to the brief {brief}.")
        )
        yield Finding(
            row,
            said.format(names=listing([person(plan, id) for id in known]), brief=quote(row.title)),
            _("Without one approver taste decides, round after round."),
            _("Name exactly one person."),
            "final_approvers",
        )


@rule("BRF-10", gates={"K2": WARNING}, chapter="brief")
def who_meets_customers_described_them(plan: Plan, results: Results) -> Said:
    """Marketing describes the customer to the agency from memory."""
    brief = current_brief(plan)
    if brief is None:
        return
    answered = any(
        row.status == "answered"
        and (row.section or "").strip().lower() in _ON_CUSTOMERS
        and _side(plan, row.answered_by) in _MEET_CUSTOMERS
        for row in plan.questions
    )
    if not answered:
        yield Finding(
            brief,
            _("No question on customers or on selling was answered by sales, service or a customer."),
            _("Otherwise marketing describes customers from memory."),
            _("Let somebody who meets customers answer one."),
        )
    else:
        yield PASSED


def _side(plan: Plan, id: RowId | None) -> str | None:
    found = plan.people.get(id)
    return found.function if found else None
