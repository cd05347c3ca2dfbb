"""Rules on materials, the brief and its questions: one-step mutations of the example."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, id_of, new_findings, with_new, with_row, without

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "a good catalogue that few use": (
        lambda plan: with_row(plan, "material", "M-01", sales_rating=3.6),
        {("MAT-02", "M-01")},
    ),
    "two ratings are no picture": (
        lambda plan: with_row(plan, "material", "M-01", n_raters=2),
        {("MAT-02", "M-01"), ("MAT-03", "M-01")},
    ),
    "kept and hardly used": (
        lambda plan: with_row(plan, "material", "M-04", decision="keep", last_updated="2026-06"),
        {("MAT-02", "M-04")},
    ),
    "nobody has rated it": (lambda plan: with_row(plan, "material", "M-07", n_raters=None), {("MAT-03", "M-07")}),
    "kept without a look": (
        lambda plan: with_row(plan, "material", "M-03", decision="keep", last_updated="2024-10"),
        {("MAT-04", "M-03")},
    ),
    "kept, and its age is not known": (
        lambda plan: with_row(plan, "material", "M-03", decision="keep", last_updated=None),
        {("MAT-04", "M-03")},
    ),
    "made though nobody asked": (
        lambda plan: with_new(
            plan, "material", code="M-09", name="Mouse pads", decision="create", owner=id_of(plan, "P-MK4")
        ),
        {("MAT-05", "M-09")},
    ),
    "the image brochure stays": (
        lambda plan: with_row(plan, "material", "M-02", decision="revise"),
        {("MAT-05", "M-02")},
    ),
    "nothing left to decide with": (
        lambda plan: with_row(
            with_row(plan, "material", "M-07", segments=(id_of(plan, "S1"),)),
            "material", "M-05", segments=(id_of(plan, "S1"),),
        ),
        {("MAT-06", "S2/decide")},
    ),
    "a third segment of the first priority": (
        lambda plan: with_row(plan, "segment", "S3", priority=1),
        {("MAT-06", "S3/aware"), ("MAT-06", "S3/decide")},
    ),
    "money on what is retired": (
        lambda plan: with_row(plan, "material", "M-01", decision="retire"),
        {("MAT-07", "M-01")},
    ),
    "retired, and its activity makes something else": (
        lambda plan: with_row(plan, "material", "M-03", decision="retire"),
        set(),
    ),
    "nobody owns it": (lambda plan: with_row(plan, "material", "M-07", owner=None), {("MAT-08", "M-07")}),
    "replaced by nothing": (
        lambda plan: with_row(plan, "material", "M-04", replaced_by=None),
        {("MAT-09", "M-04")},
    ),
    "one more blocking question": (
        lambda plan: with_row(plan, "question", "Q-08", status="open", blocking=True),
        {("BRF-01", "Q-08")},
    ),
    "a blocking question that nothing waits for": (
        lambda plan: with_row(plan, "question", "Q-08", status="open", blocking=True, activities=()),
        set(),
    ),
    "assumed for ever": (
        lambda plan: with_row(plan, "question", "Q-12", status="assumed"),
        {("BRF-02", "Q-12")},
    ),
    "assumed until a day": (
        lambda plan: with_row(plan, "question", "Q-12", status="assumed", assumption_until="2026-12-20"),
        set(),
    ),
    "an agency that asks little": (
        lambda plan: without(plan, "question", "Q-10", "Q-11", "Q-12"),
        {("BRF-03", "BR-1")},
    ),
    "no proof": (lambda plan: with_row(plan, "brief", "BR-1", proof=()), {("BRF-04", "BR-1")}),
    "no budget for the agency": (lambda plan: with_row(plan, "brief", "BR-1", budget=None), {("BRF-04", "BR-1")}),
    "two propositions": (
        lambda plan: with_row(plan, "brief", "BR-1", propositions=("Provable ten-year cost.", "Five-day delivery.")),
        {("BRF-05", "BR-1")},
    ),
    "the agency is told another budget": (
        lambda plan: with_row(plan, "brief", "BR-1", budget=15_000_000),
        {("BRF-06", "BR-1")},
    ),
    "the brief's budget is rounded": (
        lambda plan: with_row(plan, "brief", "BR-1", budget=14_000_000),
        set(),
    ),
    "a line leaves the brief": (
        lambda plan: with_row(plan, "budget_line", "B-12", in_brief=False),
        {("BRF-06", "BR-1")},
    ),
    "a private goal": (
        lambda plan: with_row(plan, "brief", "BR-1", goals=(id_of(plan, "G1"), "gone")),
        {("BRF-07", "BR-1")},
    ),
    "a new version that nobody approved": (
        lambda plan: with_row(plan, "brief", "BR-1", version=4),
        {("BRF-08", "BR-1")},
    ),
    "two who say the final yes": (
        lambda plan: with_row(plan, "brief", "BR-1", final_approvers=(id_of(plan, "P-MK1"), id_of(plan, "P-MD"))),
        {("BRF-09", "BR-1")},
    ),
    "nobody says the final yes": (
        lambda plan: with_row(plan, "brief", "BR-1", final_approvers=()),
        {("BRF-04", "BR-1"), ("BRF-09", "BR-1")},
    ),
    "customers described from memory": (
        lambda plan: with_row(
            with_row(
                with_row(plan, "question", "Q-02", answered_by=id_of(plan, "P-MK1")),
                "question", "Q-03", answered_by=id_of(plan, "P-MK2"),
            ),
            "question", "Q-05", answered_by=id_of(plan, "P-MK3"),
        ),
        {("BRF-10", "BR-1")},
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def test_a_material_is_judged_by_the_money_that_goes_into_it(example: Plan) -> None:
    plan = with_row(with_row(example, "budget_line", "B-01", amount=0), "budget_line", "B-02", amount=0)
    assert ("MAT-01", "M-01") not in found(plan)
    assert ("MAT-02", "M-01") in found(plan)
