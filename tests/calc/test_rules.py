"""The four families of rules on the worked example: its defects, their repairs, and one-step mutations."""

from collections.abc import Callable
from typing import Any

import pytest

from planner.calc.rules import check
from planner.model.plan import Plan
from tests.calc.changes import found, id_of, with_new, with_row, with_single, without

DEFECTS = {("GOL-01", "G3"), ("STK-01", "ST-02"), ("SIN-01", "SI-07"), ("SIN-02", "SI-12")}
FAMILIES = ("GOL", "STK", "SIN", "BUD")
Change = Callable[[Plan], Plan]


def test_the_example_has_exactly_its_planted_defects(example: Plan, expected: dict[str, Any]) -> None:
    planted = {
        (rule, object, severity) for rule, object, severity in expected["findings"] if rule[:3] in FAMILIES
    }
    report = check(example)
    said = {(one.rule, one.object, one.severity) for one in report if one.rule[:3] in FAMILIES}
    assert said == planted
    assert {one.fingerprint for one in report if one.rule[:3] in FAMILIES} == DEFECTS
    assert (report.gate, report.as_of) == ("K3", "2026-11-16")


def of_families(plan: Plan, gate: str = "K3", as_of: str | None = None) -> set[tuple[str, str]]:
    return {one for one in found(plan, gate, as_of) if one[0][:3] in FAMILIES}


REPAIRS: dict[str, tuple[tuple[str, str], Change]] = {
    "G3 gets a sales owner": (
        ("GOL-01", "G3"),
        lambda plan: with_row(plan, "goal", "G3", owner_sales=id_of(plan, "P-SA2")),
    ),
    "the CFO is engaged before the lock": (
        ("STK-01", "ST-02"),
        lambda plan: with_row(plan, "stakeholder", "ST-02", engaged_on="2026-11-20"),
    ),
    "the CFO is engaged, in the log": (
        ("STK-01", "ST-02"),
        lambda plan: with_new(
            plan, "engagement", stakeholder=id_of(plan, "ST-02"), date="2026-11-20", kind="talk"
        ),
    ),
    "SI-07 is answered": (
        ("SIN-01", "SI-07"),
        lambda plan: with_row(
            with_row(plan, "sales_input", "SI-07", status="adapted", activities=(id_of(plan, "A-13"),)),
            "activity",
            "A-13",
            sales_inputs=(id_of(plan, "SI-07"),),
        ),
    ),
    "SI-12 gets a reason": (
        ("SIN-02", "SI-12"),
        lambda plan: with_row(plan, "sales_input", "SI-12", decline_reason="two orders do not pay for it"),
    ),
}


@pytest.mark.parametrize("name", REPAIRS)
def test_a_repair_removes_its_finding_and_adds_none(example: Plan, name: str) -> None:
    gone, repair = REPAIRS[name]
    before, after = of_families(example), of_families(repair(example))
    assert before - after == {gone}
    assert after <= before


MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "no owner at all": (
        lambda plan: with_row(plan, "goal", "G2", owner_marketing=None, owner_sales=None),
        {("GOL-01", "G2")},
    ),
    "an owner who left": (
        lambda plan: with_row(plan, "goal", "G2", owner_sales="gone"),
        {("GOL-01", "G2")},
    ),
    "no target": (lambda plan: with_row(plan, "goal", "G4", target=None), {("GOL-02", "G4")}),
    "no source": (lambda plan: with_row(plan, "goal", "G4", baseline_source=" "), {("GOL-03", "G4")}),
    "G1 no longer on revenue": (
        lambda plan: with_row(plan, "goal", "G1", kind="pipeline"),
        {("GOL-04", "plan")},
    ),
    "nothing serves G4": (
        lambda plan: with_row(
            with_row(plan, "activity", "A-02", goals=(id_of(plan, "G3"),)),
            "activity",
            "A-16",
            goals=(id_of(plan, "G1"),),
        ),
        {("GOL-05", "G4")},
    ),
    "a gap in the bridge": (
        lambda plan: with_single(plan, "facts", bridge_marketing=60_000_000),
        {("GOL-06", "plan")},
    ),
    "due after the plan": (
        lambda plan: with_row(plan, "goal", "G4", due="2028-01-31"),
        {("GOL-08", "G4")},
    ),
    "counting posts": (lambda plan: with_row(plan, "goal", "G4", kind="output"), {("GOL-09", "G4")}),
    "a talk after the lock": (
        lambda plan: with_row(plan, "stakeholder", "ST-01", engaged_on="2026-12-01"),
        {("STK-01", "ST-01")},
    ),
    "no day for the next step": (
        lambda plan: with_row(plan, "stakeholder", "ST-09", engagement_action_date=None),
        {("STK-02", "ST-09")},
    ),
    "a key player against it": (
        lambda plan: with_row(plan, "stakeholder", "ST-03", current="resistant"),
        {("STK-03", "ST-03")},
    ),
    "nobody of finance": (
        lambda plan: with_row(plan, "stakeholder", "ST-02", person=id_of(plan, "P-PM")),
        {("STK-04", "plan")},
    ),
    "nobody keeps in touch": (
        lambda plan: with_row(plan, "stakeholder", "ST-01", relationship_owner=None),
        {("STK-05", "ST-01")},
    ),
    "no reps": (lambda plan: without(plan, "stakeholder", "ST-05", "ST-06"), {("STK-06", "plan")}),
    "less support wanted": (
        lambda plan: with_row(plan, "stakeholder", "ST-06", desired="neutral"),
        {("STK-07", "ST-06")},
    ),
    "a hidden approver": (
        lambda plan: with_row(plan, "decision", "D-03", approvers=(id_of(plan, "P-MK4"),)),
        {("STK-08", "D-03")},
    ),
    "a stakeholder without a person": (
        lambda plan: with_row(plan, "stakeholder", "ST-12", person="gone"),
        {("STK-09", "ST-12")},
    ),
    "no customer": (lambda plan: without(plan, "stakeholder", "ST-11"), {("STK-10", "plan")}),
    "an old input reopened": (
        lambda plan: with_row(plan, "sales_input", "SI-16", status="discussed"),
        {("SIN-01", "SI-16")},
    ),
    "a bare no": (
        lambda plan: with_row(plan, "sales_input", "SI-11", decline_reason="  "),
        {("SIN-02", "SI-11")},
    ),
    "a yes without a vehicle": (
        lambda plan: with_row(
            with_row(plan, "sales_input", "SI-16", activities=()), "activity", "A-11", sales_inputs=()
        ),
        {("SIN-03", "SI-16")},
    ),
    "the best-voted declined": (
        lambda plan: with_row(plan, "sales_input", "SI-07", status="declined", decline_reason="no demo skid"),
        {("SIN-05", "SI-07")},
    ),
    "parked without a day": (
        lambda plan: with_row(plan, "sales_input", "SI-13", decision=None),
        {("SIN-06", "SI-13")},
    ),
    "sales answers sales": (
        lambda plan: with_row(plan, "sales_input", "SI-16", responder=id_of(plan, "P-SA1")),
        {("SIN-07", "SI-16")},
    ),
    "the vehicle is cancelled": (
        lambda plan: with_row(plan, "activity", "A-11", status="cancelled"),
        {("SIN-09", "SI-16")},
    ),
    "the vehicle is deleted": (
        lambda plan: with_row(plan, "sales_input", "SI-16", activities=("gone", id_of(plan, "A-11"))),
        {("SIN-09", "SI-16")},
    ),
    "a one-way link": (
        lambda plan: with_row(plan, "activity", "A-09", sales_inputs=()),
        {("SIN-12", "SI-10")},
    ),
    "a one-way link from a material": (
        lambda plan: with_row(plan, "material", "M-01", sales_inputs=(id_of(plan, "SI-01"),)),
        {("SIN-12", "SI-01")},
    ),
    "a smaller envelope": (
        lambda plan: with_single(plan, "facts", envelope=50_000_000),
        {("BUD-01", "plan")},
    ),
    "no lead": (lambda plan: with_row(plan, "budget_line", "B-03", owner=None), {("BUD-02", "B-03")}),
    "amount and months differ": (
        lambda plan: with_row(plan, "budget_line", "B-03", amount=600_100),
        {("BUD-03", "B-03")},
    ),
    "no activity": (
        lambda plan: with_row(plan, "budget_line", "B-03", activity=None),
        {("BUD-04", "B-03")},
    ),
    "paid long before": (
        lambda plan: with_row(plan, "activity", "A-12", start="2027-08"),
        {("BUD-05", "B-23")},
    ),
    "a large guess": (
        lambda plan: with_row(plan, "budget_line", "B-24", basis="guess"),
        {("BUD-08", "B-24")},
    ),
    "an activity without a line": (
        lambda plan: with_new(plan, "activity", code="A-17", title="Podcast", kind="brand"),
        {("BUD-09", "A-17")},
    ),
    "no priority": (
        lambda plan: with_row(plan, "budget_line", "B-03", priority=None),
        {("BUD-11", "B-03")},
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert of_families(mutate(example)) - DEFECTS == wanted


def test_measuring_and_contingency_are_missed_when_they_go(example: Plan) -> None:
    less = with_row(example, "budget_line", "B-31", amount=100, category="media")
    assert {("BUD-06", "plan"), ("BUD-03", "B-31"), ("BUD-04", "B-31")} == of_families(less) - DEFECTS
    unmeasured = with_row(example, "activity", "A-16", kind="brand")
    assert of_families(unmeasured) - DEFECTS == {("BUD-07", "plan")}


def test_one_activity_that_takes_it_all(example: Plan) -> None:
    plan = example
    for code in ("B-10", "B-11", "B-12"):
        line = plan.budget_lines.by_code(code)
        assert line is not None
        plan = with_row(plan, "budget_line", code, amount=(line.amount or 0) * 4)
    assert ("BUD-10", "A-06") in of_families(plan)


def test_overspending_shows_in_the_review(example: Plan) -> None:
    line = id_of(example, "B-01")
    plan = with_new(example, "amount", line=line, month="2027-03", actual=3_200_000)
    assert ("BUD-12", "B-01") in of_families(plan, "K5")
    ordered = with_new(example, "amount", line=line, month="2027-03", actual=3_000_000, committed=135_000)
    assert ("BUD-12", "B-01") not in of_families(ordered, "K5")


def test_too_few_inputs_and_too_late(example: Plan) -> None:
    codes = [row.code for row in example.sales_inputs if row.code != "SI-16"]
    few = without(example, "sales_input", *(code for code in codes if code))
    assert {("SIN-11", "plan"), ("SIN-04", "plan")} <= of_families(few)
    late = with_row(few, "sales_input", "SI-16", date="2026-11-03")
    assert ("SIN-10", "plan") in of_families(late)


def test_more_goals_than_anybody_keeps_in_mind(example: Plan) -> None:
    plan = example
    for number in (5, 6):
        plan = with_new(plan, "goal", code=f"G{number}", title="More")
    assert ("GOL-07", "plan") in of_families(plan)


def test_declining_most_of_it(example: Plan) -> None:
    plan = example
    for row in example.sales_inputs:
        assert row.code is not None
        plan = with_row(plan, "sales_input", row.code, status="declined", decline_reason="no money")
    assert ("SIN-08", "plan") in of_families(plan)


def test_an_answer_never_adds_a_finding_on_answers(example: Plan) -> None:
    for row in example.sales_inputs:
        assert row.code is not None
        answered = with_row(
            example, "sales_input", row.code, response="Yes", responder=id_of(example, "P-MK1"),
            responded_on="2026-11-16",
        )  # fmt: skip
        new = of_families(answered) - of_families(example)
        assert not {one for one in new if one[0].startswith("SIN")}


def test_a_lower_amount_never_breaks_the_envelope(example: Plan) -> None:
    for line in example.budget_lines:
        assert line.code is not None
        assert ("BUD-01", "plan") not in of_families(with_row(example, "budget_line", line.code, amount=0))
