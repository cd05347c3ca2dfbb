"""Rules on risks, decisions, promises, signatures and the review: one-step mutations of the example."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planner.calc.results import Results
from planner.model.plan import Plan, Rows
from tests.calc.changes import found, id_of, new_findings, with_new, with_row, with_single, without
from tests.calc.checking import check

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "no risk at all": (lambda plan: plan.with_tables({"risk": Rows()}), {("RSK-01", "plan")}),
    "a heavy risk without an answer": (
        lambda plan: with_row(plan, "risk", "R-02", mitigation=None),
        {("RSK-02", "R-02")},
    ),
    "a heavy risk without an owner": (
        lambda plan: with_row(plan, "risk", "R-02", owner=None),
        {("RSK-02", "R-02"), ("RSK-06", "R-02")},
    ),
    "a slight risk without an answer": (lambda plan: with_row(plan, "risk", "R-08", mitigation=None), set()),
    "an assumption that nobody checked": (
        lambda plan: with_row(plan, "risk", "R-04", due="2026-11-10"),
        {("RSK-03", "R-04")},
    ),
    "a closed assumption": (
        lambda plan: with_row(plan, "risk", "R-04", due="2026-11-10", status="closed"),
        set(),
    ),
    "no pre-mortem": (lambda plan: plan.with_tables({"premortem": Rows()}), {("RSK-04", "plan")}),
    "marketing alone imagined it": (
        lambda plan: with_premortem(plan, "P-MK1", "P-MK2"),
        {("RSK-04", "plan")},
    ),
    "no cut prepared": (lambda plan: with_row(plan, "scenario", "SC-1", prepared=False), {("RSK-05", "plan")}),
    "nobody looks after it": (lambda plan: with_row(plan, "risk", "R-05", owner=None), {("RSK-06", "R-05")}),
    "nobody decided": (lambda plan: with_row(plan, "decision", "D-06", approvers=()), {("DEC-01", "D-06")}),
    "no reasons given": (
        lambda plan: with_row(plan, "decision", "D-06", rationale=None, alternatives=()),
        {("DEC-02", "D-06")},
    ),
    "a decision to look at again": (
        lambda plan: with_row(plan, "decision", "D-06", revisit_on="2026-11-15"),
        {("DEC-03", "D-06")},
    ),
    "decided by marketing about sales": (
        lambda plan: with_row(plan, "decision", "D-06", contributors=(id_of(plan, "P-MK3"),)),
        {("DEC-04", "D-06")},
    ),
    "a decision that was replaced": (
        lambda plan: with_row(plan, "decision", "D-06", approvers=(), rationale=None, status="superseded"),
        set(),
    ),
    "sales promises nothing": (
        lambda plan: without(plan, "commitment", "C-02", "C-03"),
        {("COM-01", "plan")},
    ),
    "accepted by those who promise": (
        lambda plan: with_row(plan, "commitment", "C-01", accepted_by=(id_of(plan, "P-MK2"),)),
        {("COM-02", "C-01")},
    ),
    "a promise that nobody looks at": (
        lambda plan: with_row(plan, "commitment", "C-04", review=""),
        {("COM-03", "C-04")},
    ),
    "the agency has not countersigned": (
        lambda plan: without_approval(plan, "agency"),
        {("SGN-03", "BR-1")},
    ),
    "locked without a signature": (
        lambda plan: with_single(plan, "facts", status="locked"),
        {("SGN-01", "plan")},
    ),
    "finance was never told": (
        lambda plan: with_row(
            with_row(plan, "decision", "D-01", informed=()), "decision", "D-04", informed=(id_of(plan, "P-AG1"),)
        ),
        {("SGN-04", "plan")},
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def with_premortem(plan: Plan, *codes: str) -> Plan:
    """The pre-mortem held by these people."""
    (row,) = plan.premortems
    held = replace(row, participants=tuple(id_of(plan, code) for code in codes))
    return plan.with_tables({"premortem": plan.premortems.with_changes({row.id: held})})


def without_approval(plan: Plan, side: str) -> Plan:
    """The brief without the yes of one side."""
    gone = {row.id: None for row in plan.approvals if row.function == side}
    return plan.with_tables({"approval": plan.approvals.with_changes(gone)})


def severities(plan: Plan, gate: str) -> dict[str, str]:
    return {one.rule: one.severity for one in check(plan, gate)}


def test_no_premortem_is_a_note_and_one_of_one_side_is_more(example: Plan) -> None:
    assert severities(example.with_tables({"premortem": Rows()}), "K3")["RSK-04"] == "info"
    alone = with_premortem(example, "P-MK1", "P-MK2")
    assert [severities(alone, gate)["RSK-04"] for gate in ("K2", "K3")] == ["info", "warning"]
    (asked,) = [one for one in check(with_premortem(example)) if one.rule == "RSK-04"]
    assert asked.message.startswith("Cannot check yet")


def test_a_promise_missed_twice(example: Plan) -> None:
    target = id_of(example, "C-01")
    once = with_new(example, "promise_check", id="q1", commitment=target, period="2027-Q1", value=190)
    assert new_findings(once, example, "K5") == set()
    twice = with_new(once, "promise_check", id="q2", commitment=target, period="2027-Q2", value=130)
    assert new_findings(twice, example, "K5") == {("COM-04", "C-01")}
    nearly = with_new(once, "promise_check", id="q2", commitment=target, period="2027-Q2", value=134)
    assert new_findings(nearly, example, "K5") == set()
    said = with_new(once, "promise_check", id="q2", commitment=target, period="2027-Q2", kept=False)
    assert new_findings(said, example, "K5") == {("COM-04", "C-01")}
    (told,) = [one for one in check(said, "K5") if one.rule == "COM-04"]
    assert told.message.endswith("was missed in Q1 2027 and Q2 2027.")


def test_a_promise_that_does_not_say_all_yet_is_told_plainly(example: Plan) -> None:
    def told(**values: object) -> list[tuple[str, str]]:
        plan = with_new(example, "commitment", id="new", code="C-09", **values)
        said = [one for one in check(plan, "K3") if one.object == "C-09"]
        return [(one.message, one.fix) for one in said if one.rule in ("COM-02", "COM-03")]

    assert told() == [
        ("Nobody has accepted the promise C-09 yet.", "Say who promises it to whom, and let that side accept it."),
        ("Nobody says when the promise C-09 is looked at.", "Name the meeting in which it is looked at."),
    ]
    some = told(from_function="marketing", to_function="sales", accepted_by=(id_of(example, "P-MK2"),), review="weekly")
    (name,) = [row.name for row in example.people if row.code == "P-MK2"]
    assert some == [(f"Only {name} accepted the promise C-09.", "Let a person of sales accept it.")]
    half = told(promise="Call every lead", to_function="sales", review="weekly")
    assert half == [("Nobody has accepted the promise “Call every lead” yet.", "Let a person of sales accept it.")]


def signed(plan: Plan, *codes: str, edit: str | None = "e1") -> Plan:
    """The plan with the signatures of these people."""
    for code in codes:
        person = plan.people[id_of(plan, code)]
        plan = with_new(
            plan, "signoff", id=f"signed-{code}", person=person.id, function=person.function, version=7, edit=edit,
            date="2026-11-16",
        )  # fmt: skip
    return plan


def test_both_halves_sign_what_stands(example: Plan) -> None:
    plan = with_single(signed(example, "P-MK1", "P-SA1"), "facts", status="locked")
    results = Results(plan, "2026-11-16", signed={"e1": example})
    assert {one.rule for one in results.report("K4")} == {one.rule for one in check(example)}
    cheaper = with_row(plan, "goal", "G1", target=1_900_000)
    (marketing, sales) = [
        one for one in Results(cheaper, "2026-11-16", signed={"e1": example}).report("K4") if one.rule == "SGN-02"
    ]
    assert (marketing.object, marketing.severity) == ("marketing", "error")
    assert marketing.message == "Ines Varga signed for marketing; changed since then: the goals."
    assert sales.object == "sales"


def test_one_signature_is_not_both(example: Plan) -> None:
    plan = with_single(signed(example, "P-MK1"), "facts", status="live")
    (said,) = [one for one in check(plan, "K4") if one.rule == "SGN-01"]
    assert said.message == "The plan is locked and lacks the signature of sales."


def test_without_history_a_signature_cannot_be_checked(example: Plan) -> None:
    for edit in (None, "e1"):
        (asked,) = [one for one in check(signed(example, "P-MK1", edit=edit), "K4") if one.rule == "SGN-02"]
        assert asked.severity == "info"
        assert asked.message.startswith("Cannot check yet")


def test_money_ahead_of_effect(example: Plan) -> None:
    """By March the plan spends 244,500; 619 leads are planned."""
    plan = example
    for month, leads in (("2027-01", 30), ("2027-02", 100), ("2027-03", 300)):
        plan = with_new(plan, "actual", id=f"leads{month}", measure="leads", month=month, value=leads)
    (asked,) = [one for one in check(plan, "K5") if one.rule == "REV-01"]
    assert asked.message.startswith("Cannot check yet")
    cheap = with_new(plan, "amount", line=id_of(plan, "B-01"), month="2027-03", actual=20_000_000)
    assert not [one for one in check(cheap, "K5") if one.rule == "REV-01"]
    plan = with_new(plan, "amount", line=id_of(plan, "B-01"), month="2027-03", actual=24_000_000)
    (said,) = [one for one in check(plan, "K5") if one.rule == "REV-01"]
    assert said.severity == "warning"
    assert said.message.startswith("By March 2027 98% of the money planned so far is spent, and 69% of the leads")


def test_who_spoke_hears_what_became_of_it(example: Plan) -> None:
    live = with_single(example, "facts", status="live")
    untold = {object for rule, object in found(live, "K5") if rule == "REV-02"}
    assert len(untold) == 14
    assert not untold & {"SI-07", "SI-12"}
    told = with_row(live, "sales_input", "SI-01", told_on="2027-01-10")
    assert {object for rule, object in found(told, "K5") if rule == "REV-02"} == untold - {"SI-01"}
