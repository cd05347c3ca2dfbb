"""The worked example: its planted defects and nothing else, their repairs, and the mutations of method.md C10."""

from collections.abc import Callable
from typing import Any

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, id_of, linked, new_findings, with_row, with_single
from tests.calc.checking import check

Change = Callable[[Plan], Plan]


def test_the_example_has_exactly_its_planted_defects(example: Plan, expected: dict[str, Any]) -> None:
    report = check(example)
    assert {(one.rule, one.object, one.severity) for one in report} == {tuple(row) for row in expected["findings"]}
    assert len(report) == 10
    assert (report.gate, report.as_of) == ("K3", "2026-11-16")


def test_a_later_gate_finds_nothing_more_in_it(example: Plan) -> None:
    assert found(example, "K5") == found(example, "K3") == found(example, "K0")


REPAIRS: dict[str, tuple[tuple[str, str], Change]] = {
    "G3 gets a sales owner": (
        ("GOL-01", "G3"),
        lambda plan: with_row(plan, "goal", "G3", owner_sales=id_of(plan, "P-SA2")),
    ),
    "the CFO is engaged before the lock": (
        ("STK-01", "ST-02"),
        lambda plan: with_row(plan, "stakeholder", "ST-02", engaged_on="2026-11-20"),
    ),
    "SI-07 is answered": (
        ("SIN-01", "SI-07"),
        lambda plan: linked(with_row(plan, "sales_input", "SI-07", status="adapted"), "activities", "SI-07", "A-13"),
    ),
    "SI-12 gets a reason": (
        ("SIN-02", "SI-12"),
        lambda plan: with_row(plan, "sales_input", "SI-12", decline_reason="two orders do not pay for it"),
    ),
    "M-01 is revised as SI-02 asks": (
        ("MAT-01", "M-01"),
        lambda plan: with_row(plan, "material", "M-01", decision="revise", sales_inputs=(id_of(plan, "SI-02"),)),
    ),
    "Q-09 is answered": (
        ("BRF-01", "Q-09"),
        lambda plan: with_row(
            plan, "question", "Q-09", status="answered", answer="ten-year cost", answered_by=id_of(plan, "P-PM")
        ),
    ),
    "A-15 serves G2": (
        ("ACT-01", "A-15"),
        lambda plan: with_row(plan, "activity", "A-15", goals=(id_of(plan, "G2"),)),
    ),
    "A-13 serves G2": (
        ("FUN-03", "A-13"),
        lambda plan: with_row(plan, "activity", "A-13", goals=(id_of(plan, "G2"),)),
    ),
}


@pytest.mark.parametrize("name", REPAIRS)
def test_a_repair_removes_its_finding_and_adds_none(example: Plan, name: str) -> None:
    gone, repair = REPAIRS[name]
    for gate in ("K3", "K5"):
        before, after = found(example, gate), found(repair(example), gate)
        assert before - after == {gone}
        assert after <= before


def test_all_repairs_together_leave_the_two_notes(example: Plan) -> None:
    plan = example
    for _gone, repair in REPAIRS.values():
        plan = repair(plan)
    assert found(plan) == {("MAT-06", "S1/aware"), ("MAT-06", "S2/aware")}
    assert not check(plan).open_errors


def without_leads(plan: Plan, code: str) -> Plan:
    """An activity whose leads nobody has estimated."""
    id = id_of(plan, code)
    cells = {cell.id: None for cell in plan.lead_months if cell.activity == id}
    plan = with_row(plan, "activity", code, leads_low=None, leads_likely=None, leads_high=None)
    return plan.with_tables({"lead_month": plan.lead_months.with_changes(cells)})


def marketing_wants_only(plan: Plan, code: str) -> Plan:
    """All dots of marketing on one activity."""
    priorities = {row.id for row in plan.vote_rounds if row.kind == "priorities"}
    own = [row for row in plan.dots if row.round in priorities and row.function == "marketing"]
    item = id_of(plan, code)
    gone = {row.id: None for row in own if row.item != item}
    return plan.with_tables({"dot": plan.dots.with_changes(gone)})


def without_approval(plan: Plan, side: str) -> Plan:
    """The brief without the yes of one side."""
    gone = {row.id: None for row in plan.approvals if row.function == side}
    return plan.with_tables({"approval": plan.approvals.with_changes(gone)})


C10: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "a smaller envelope": (
        lambda plan: with_single(plan, "facts", envelope=50_000_000),
        {("BUD-01", "plan")},
    ),
    "A-12 starts while A-03 is being made": (
        lambda plan: with_row(plan, "activity", "A-12", start="2027-03"),
        {("ACT-07", "A-12")},
    ),
    "A-08 has no leads": (
        lambda plan: without_leads(plan, "A-08"),
        {("ACT-05", "A-08"), ("FUN-02", "G1"), ("FUN-06", "plan")},
    ),
    "six sellers": (
        lambda plan: with_single(plan, "funnel", sellers=6),
        {("FUN-05", "2027-03"), ("FUN-05", "2027-11")},
    ),
    "two who decide": (
        lambda plan: with_row(plan, "decision", "D-01", approvers=(id_of(plan, "P-MD"), id_of(plan, "P-SA1"))),
        {("DEC-01", "D-01")},
    ),
    "sales has not approved": (lambda plan: without_approval(plan, "sales"), {("BRF-08", "BR-1")}),
    "marketing wants only A-14": (lambda plan: marketing_wants_only(plan, "A-14"), {("VOT-01", "plan")}),
}


@pytest.mark.parametrize("name", C10)
def test_the_mutations_of_the_method(example: Plan, name: str) -> None:
    mutate, wanted = C10[name]
    assert new_findings(mutate(example), example) == wanted


def test_without_a_revenue_goal_nothing_is_due_to_it(example: Plan) -> None:
    plan = with_row(example, "goal", "G1", kind="pipeline")
    assert new_findings(plan, example) == {("GOL-04", "plan")}
    assert found(example) - found(plan) == {("FUN-03", "A-13")}
