"""Rules on sales input: one-step mutations of the example."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, id_of, new_findings, with_row, without

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
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
    "a material that does not name who asked for it": (
        lambda plan: with_row(plan, "material", "M-03", sales_inputs=()),
        {("SIN-12", "SI-01")},
    ),
    "one more material for an input that has its own": (
        lambda plan: with_row(plan, "material", "M-03", sales_inputs=(id_of(plan, "SI-01"), id_of(plan, "SI-02"))),
        set(),
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def test_too_few_inputs_and_too_late(example: Plan) -> None:
    codes = [row.code for row in example.sales_inputs if row.code != "SI-16"]
    few = without(example, "sales_input", *(code for code in codes if code))
    assert {("SIN-11", "plan"), ("SIN-04", "plan")} <= found(few)
    late = with_row(few, "sales_input", "SI-16", date="2026-11-03")
    assert ("SIN-10", "plan") in found(late)


def test_declining_most_of_it(example: Plan) -> None:
    plan = example
    for row in example.sales_inputs:
        assert row.code is not None
        plan = with_row(plan, "sales_input", row.code, status="declined", decline_reason="no money")
    assert ("SIN-08", "plan") in found(plan)


def test_an_answer_never_adds_a_finding_on_answers(example: Plan) -> None:
    for row in example.sales_inputs:
        assert row.code is not None
        answered = with_row(
            example, "sales_input", row.code, response="Yes", responder=id_of(example, "P-MK1"),
            responded_on="2026-11-16",
        )  # fmt: skip
        new = new_findings(answered, example)
        assert not {one for one in new if one[0].startswith("SIN")}
