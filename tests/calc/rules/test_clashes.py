"""Contradictions between chapters, which no rule of the method covers."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import id_of, new_findings, with_new, with_row
from tests.calc.checking import check

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "the brief leaves out chemicals": (
        lambda plan: with_row(plan, "brief", "BR-1", segments=(id_of(plan, "S1"), id_of(plan, "S2"))),
        {("CON-01", "BR-1")},
    ),
    "the brief is for somebody sales never speaks of": (
        lambda plan: with_row(
            with_new(plan, "segment", id="s4", code="S4", name="Breweries"),
            "brief", "BR-1", segments=(*tuple(row.id for row in plan.segments), "s4"),
        ),
        {("CON-01", "BR-1")},
    ),
    "a brief for nobody is said by its own rule": (
        lambda plan: with_row(plan, "brief", "BR-1", segments=()),
        {("BRF-04", "BR-1")},
    ),
    "the sheets are ready when most leads have come": (
        lambda plan: with_row(plan, "activity", "A-03", start="2027-08", end="2027-10"),
        {("ACT-07", "A-12"), ("BUD-05", "B-04"), ("BUD-05", "B-05"), ("CON-02", "A-14/M-06")},
    ),
    "a promise beyond what sales can call": (
        lambda plan: with_row(plan, "commitment", "C-01", targets=(("2027-Q1", 700.0),), target=None),
        {("CON-03", "C-01/2027-Q1"), ("CON-04", "C-01")},
    ),
    "a promise beyond the plan": (
        lambda plan: with_row(plan, "commitment", "C-01", targets=(("2027-Q1", 400.0),), target=None),
        {("CON-04", "C-01")},
    ),
    "a share is no number of leads": (
        lambda plan: with_row(plan, "commitment", "C-01", metric="share of MQL called", targets=(("2027-Q1", 900.0),)),
        set(),
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def test_the_facts_that_clash_are_both_said(example: Plan) -> None:
    plan = with_row(example, "brief", "BR-1", segments=(id_of(example, "S1"), id_of(example, "S2")))
    (said,) = [one for one in check(plan) if one.rule == "CON-01"]
    assert "“Food & beverage producers” and “Water & wastewater utilities”" in said.message
    assert "9 inputs of sales that were taken up are about “Speciality chemicals”" in said.message
    assert (said.field, said.chapter, said.severity) == ("segments", "brief", "warning")

    plan = with_row(example, "activity", "A-03", start="2027-08", end="2027-10")
    (said,) = [one for one in check(plan) if one.rule == "CON-02"]
    assert said.message.startswith("64% of the leads of “Segment landing pages and search optimisation” come before")
    assert "October 2027" in said.message

    plan = with_row(example, "commitment", "C-01", targets=(("2027-Q1", 700.0),))
    (said,) = [one for one in check(plan) if one.rule == "CON-03"]
    assert said.message == (
        "Marketing promises 700 × “Qualified by marketing” for Q1 2027, which makes 560 to call; "
        "11 sellers can take on 495 in that time."
    )


def test_what_sales_wants_most_and_nobody_pays(example: Plan) -> None:
    """SI-02 has the most dots of sales; its material is made in no activity with money."""
    plan = with_row(example, "sales_input", "SI-02", activities=())
    plan = with_row(plan, "activity", "A-03", sales_inputs=(id_of(plan, "SI-06"), id_of(plan, "SI-15")))
    assert new_findings(plan, example) == set()
    plan = with_row(plan, "material", "M-06", activity=None)
    assert new_findings(plan, example) == {("CON-05", "SI-02")}
    (said,) = [one for one in check(plan) if one.rule == "CON-05"]
    assert said.message.startswith("Sales gave “The 148-page catalogue is too heavy")
    assert "8 dots" in said.message
