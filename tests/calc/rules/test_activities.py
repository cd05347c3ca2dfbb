"""Rules on activities: one-step mutations of the example."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, id_of, new_findings, with_row

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "serves a goal that is gone": (
        lambda plan: with_row(plan, "activity", "A-11", goals=("gone",)),
        {("ACT-01", "A-11")},
    ),
    "an owner who left": (lambda plan: with_row(plan, "activity", "A-11", owner="gone"), {("ACT-02", "A-11")}),
    "no end": (
        lambda plan: with_row(plan, "activity", "A-02", end=None),
        {("ACT-02", "A-02"), ("BUD-05", "B-03")},
    ),
    "no measure": (lambda plan: with_row(plan, "activity", "A-11", success_metric=" "), {("ACT-03", "A-11")}),
    "we always did it": (lambda plan: with_row(plan, "activity", "A-01", last_result=None), {("ACT-04", "A-01")}),
    "no high estimate": (lambda plan: with_row(plan, "activity", "A-11", leads_high=None), {("ACT-05", "A-11")}),
    "leads without a caller": (
        lambda plan: with_row(plan, "activity", "A-06", sales_role=None),
        {("ACT-06", "A-06")},
    ),
    "a measurement needs no part for sales": (
        lambda plan: with_row(plan, "activity", "A-16", sales_role=None),
        set(),
    ),
    "the sheets are late": (
        lambda plan: with_row(plan, "activity", "A-03", end="2027-05"),
        {("ACT-07", "A-12")},
    ),
    "needs what comes after it": (
        lambda plan: with_row(plan, "activity", "A-09", depends_on=(id_of(plan, "A-07"),)),
        {("ACT-07", "A-09")},
    ),
    "goes on into the next year": (
        lambda plan: with_row(plan, "activity", "A-11", end="2028-02"),
        {("ACT-10", "A-11")},
    ),
    "cancelled, and promised to nobody": (lambda plan: with_row(plan, "activity", "A-15", status="cancelled"), set()),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def test_one_person_with_seven_at_once(example: Plan) -> None:
    own = {row.code for row in example.activities if row.owner == id_of(example, "P-MK2")}
    assert own == {"A-04", "A-06", "A-08", "A-09", "A-14"}
    plan = with_row(example, "activity", "A-11", owner=id_of(example, "P-MK2"))
    assert new_findings(plan, example) == set()
    plan = with_row(plan, "activity", "A-02", owner=id_of(example, "P-MK2"))
    assert new_findings(plan, example) == {("ACT-08", "P-MK2")}
    done = with_row(plan, "activity", "A-09", status="done")
    assert new_findings(done, example) == set()


def test_half_of_the_activities_answer_somebody(example: Plan) -> None:
    plan = example
    for code in ("A-02", "A-04", "A-05", "A-06"):
        plan = with_row(plan, "activity", code, sales_inputs=())
    inputs = {row.id: row for row in plan.sales_inputs}
    assert ("ACT-09", "plan") not in found(plan)
    for row in inputs.values():
        assert row.code is not None
        plan = with_row(plan, "sales_input", row.code, activities=())
    assert ("ACT-09", "plan") not in found(plan)
    plan = with_row(plan, "activity", "A-07", sales_inputs=())
    assert ("ACT-09", "plan") in found(plan)


def test_an_end_in_the_far_future_is_no_trouble(example: Plan) -> None:
    plan = with_row(example, "activity", "A-11", start="0001-01", end="9999-12")
    assert ("ACT-10", "A-11") in found(plan)
