"""Thresholds: declared once, drawn elsewhere by the plan, each read by the rules it names."""

import inspect

import pytest

from planner.calc.limits import DEFAULT, Limits, limits_of
from planner.calc.results import Results
from planner.calc.rules import rules
from planner.model.plan import Plan
from tests.calc.changes import found, with_new, with_single


def test_every_threshold_says_what_it_is_for_and_who_reads_it() -> None:
    ids = {one.id for one in rules()}
    for name, line in Limits.declared().items():
        assert line.label and line.help.endswith("."), name
        assert line.rules and set(line.rules) <= ids, name
        assert line.fits(line.usual), name
        assert getattr(DEFAULT, name) == line.usual


def test_every_threshold_is_read() -> None:
    sources = "".join(inspect.getsource(inspect.getmodule(one.look)) for one in rules())  # type: ignore[arg-type]
    for name in Limits.declared():
        assert f"limits.{name}" in sources or name == "seller_capacity", name


def test_a_plan_draws_a_line_elsewhere(example: Plan) -> None:
    plan = with_new(example, "threshold", code="landing_share", value=0.4, reason="our cycle is long")
    assert limits_of(plan).landing_share == 0.4
    assert found(plan) - found(example) == {("FUN-03", "A-04")}
    assert Results(plan).limits.changed["landing_share"] == 0.4
    mild = with_new(example, "threshold", code="landing_share", value=0.02, reason="the fair is for next year")
    assert found(example) - found(mild) == {("FUN-03", "A-13")}


@pytest.mark.parametrize(
    ("name", "value"),
    [("landing_share", 1.5), ("landing_share", -0.1), ("most_goals", 2.5), ("most_goals", None), ("no_such", 3.0)],
)
def test_a_line_that_cannot_be_drawn_stays_where_it_is(example: Plan, name: str, value: float | None) -> None:
    plan = with_new(example, "threshold", code=name, value=value)
    assert limits_of(plan).changed == limits_of(example).changed
    assert found(plan) == found(example)


def test_two_lines_are_fields_of_the_plan(example: Plan) -> None:
    assert limits_of(example).response_days == 14
    assert limits_of(with_single(example, "facts", response_sla_days=60)).response_days == 60
    assert limits_of(with_single(example, "facts", response_sla_days=None)).response_days == 14
    assert limits_of(with_single(example, "funnel", capacity=8.0)).seller_capacity == 8
    assert [line.field for line in Limits.declared().values() if line.field] == [
        "facts.response_sla_days",
        "funnel.capacity",
    ]
