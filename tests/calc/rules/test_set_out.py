"""Rules on goals, the bridge and stakeholders: one-step mutations of the example."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, id_of, new_findings, with_new, with_row, with_single, without

Change = Callable[[Plan], Plan]

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
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def test_more_goals_than_anybody_keeps_in_mind(example: Plan) -> None:
    plan = example
    for number in (5, 6):
        plan = with_new(plan, "goal", code=f"G{number}", title="More")
    assert ("GOL-07", "plan") in found(plan)
