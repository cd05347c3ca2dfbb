"""Rules on the budget: one-step mutations of the example."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, id_of, new_findings, with_new, with_row, with_single

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
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
        lambda plan: with_new(
            plan, "activity", code="A-17", title="Podcast", kind="brand", start="2027-02", end="2027-05",
            owner=id_of(plan, "P-MK1"), goals=(id_of(plan, "G2"),), success_metric="listeners", origin="new",
        ),
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
    assert new_findings(mutate(example), example) == wanted


def test_measuring_and_contingency_are_missed_when_they_go(example: Plan) -> None:
    less = with_row(example, "budget_line", "B-31", amount=100, category="media")
    assert {("BUD-06", "plan"), ("BUD-03", "B-31"), ("BUD-04", "B-31")} == new_findings(less, example)
    unmeasured = with_row(example, "activity", "A-16", kind="brand")
    assert new_findings(unmeasured, example) == {("BUD-07", "plan")}


def test_one_activity_that_takes_it_all(example: Plan) -> None:
    plan = example
    for code in ("B-10", "B-11", "B-12"):
        line = plan.budget_lines.by_code(code)
        assert line is not None
        plan = with_row(plan, "budget_line", code, amount=(line.amount or 0) * 4)
    assert ("BUD-10", "A-06") in found(plan)


def test_overspending_shows_in_the_review(example: Plan) -> None:
    line = id_of(example, "B-01")
    plan = with_new(example, "amount", line=line, month="2027-03", actual=3_200_000)
    assert ("BUD-12", "B-01") in found(plan, "K5")
    ordered = with_new(example, "amount", line=line, month="2027-03", actual=3_000_000, committed=135_000)
    assert ("BUD-12", "B-01") not in found(ordered, "K5")


def test_a_lower_amount_never_breaks_the_envelope(example: Plan) -> None:
    for line in example.budget_lines:
        assert line.code is not None
        assert ("BUD-01", "plan") not in found(with_row(example, "budget_line", line.code, amount=0))
