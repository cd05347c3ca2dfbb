"""Rules on the funnel and the forecast: one-step mutations of the example."""

from collections.abc import Callable

import pytest

from planner.model.plan import Plan
from tests.calc.changes import found, new_findings, with_new, with_row, with_single
from tests.calc.checking import check

Change = Callable[[Plan], Plan]

MUTATIONS: dict[str, tuple[Change, set[tuple[str, str]]]] = {
    "no evidence": (lambda plan: with_row(plan, "rate", "opp_to_won", evidence=""), {("FUN-01", "opp_to_won")}),
    "counted on seven": (lambda plan: with_row(plan, "rate", "opp_to_won", n=7), {("FUN-01", "opp_to_won")}),
    "an estimate needs no count": (
        lambda plan: with_row(plan, "rate", "opp_to_won", evidence_kind="estimate", n=None),
        set(),
    ),
    "a higher target": (
        lambda plan: with_row(plan, "goal", "G1", target=2_100_000),
        {("FUN-02", "G1"), ("FUN-06", "plan")},
    ),
    "a smaller deal": (
        lambda plan: with_single(plan, "funnel", deal_likely=4_500_000),
        {("FUN-02", "G1"), ("FUN-06", "plan")},
    ),
    "the webinars come late": (
        lambda plan: with_row(plan, "goal", "G1", due="2027-12-30"),
        set(),
    ),
    "a range upside down": (
        lambda plan: with_row(plan, "rate", "mql_to_sal", low=0.83, high=0.81, observed=None),
        {("FUN-04", "mql_to_sal")},
    ),
    "more than all of it": (
        lambda plan: with_row(plan, "rate", "mql_to_sal", high=1.2),
        {("FUN-04", "mql_to_sal")},
    ),
    "eight leads each": (
        lambda plan: with_single(plan, "funnel", capacity=8.0),
        {("FUN-05", "2027-03"), ("FUN-05", "2027-11")},
    ),
    "nobody counted the sellers": (lambda plan: with_single(plan, "funnel", sellers=None), {("FUN-05", "plan")}),
    "false certainty": (
        lambda plan: with_row(plan, "rate", "sal_to_sql", low=0.507, high=0.507, most_likely=0.507),
        {("FUN-08", "sal_to_sql")},
    ),
    "sales did not agree on an MQL": (
        lambda plan: with_row(plan, "stage", "mql", accepted_by=("marketing",)),
        {("FUN-09", "mql")},
    ),
    "nobody says what a lead is": (lambda plan: with_row(plan, "stage", "lead", definition=None), {("FUN-09", "lead")}),
    "a borrowed rate": (
        lambda plan: with_row(plan, "rate", "lead_to_mql", evidence_kind="benchmark"),
        {("FUN-10", "lead_to_mql")},
    ),
    "six deals counted": (lambda plan: with_single(plan, "funnel", deal_n=6), {("FUN-11", "plan")}),
    "a deal size from nowhere": (
        lambda plan: with_single(plan, "funnel", deal_evidence=None),
        {("FUN-11", "plan")},
    ),
    "a thin margin": (lambda plan: with_single(plan, "funnel", margin_rate=0.2), {("FUN-12", "plan")}),
    "optimism that shows": (
        lambda plan: with_row(plan, "rate", "opp_to_won", observed=0.19),
        {("FUN-13", "opp_to_won")},
    ),
    "no lag": (
        lambda plan: with_single(plan, "funnel", lag_won=()),
        {("FUN-02", "G1"), ("FUN-03", "plan")},
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings(example: Plan, name: str) -> None:
    mutate, wanted = MUTATIONS[name]
    assert new_findings(mutate(example), example) == wanted


def test_a_fair_that_is_too_late_for_its_goal(example: Plan) -> None:
    plan = with_row(example, "goal", "G1", due="2027-09-30")
    assert new_findings(plan, example) == {
        ("FUN-02", "G1"),
        ("FUN-03", "A-04"),
        ("FUN-03", "A-12"),
        ("FUN-03", "A-14"),
    }
    no_demand = with_row(example, "activity", "A-13", kind="brand")
    assert ("FUN-03", "A-13") not in found(no_demand)


def test_committing_to_what_is_unlikely(example: Plan) -> None:
    """Just enough in the likely case, with a range that mostly goes down."""
    plan = with_row(example, "rate", "opp_to_won", low=0.1, high=0.255)
    assert new_findings(plan, example) == {("FUN-07", "G1")}
    (said,) = [one.message for one in check(plan) if one.rule == "FUN-07"]
    assert said.endswith("its chance is 39%.")
    aspiring = with_row(plan, "goal", "G1", commitment="aspirational")
    assert new_findings(aspiring, example) == set()


def actuals(plan: Plan, **counts: tuple[float, ...]) -> Plan:
    """Counts by month from January 2027 on."""
    for measure, values in counts.items():
        for number, value in enumerate(values, start=1):
            month = f"2027-{number:02d}"
            plan = with_new(plan, "actual", id=f"{measure}{number}", measure=measure, month=month, value=value)
    return plan


def test_a_rate_that_broke_shows_after_three_months(example: Plan) -> None:
    plan = actuals(example, leads=(60, 160, 400), mql=(24, 60, 180))
    assert ("FUN-14", "lead_to_mql") not in found(plan, "K5")
    worse = actuals(example, leads=(60, 160, 400), mql=(24, 50, 120))
    (said,) = [one for one in check(worse, "K5") if one.rule == "FUN-14"]
    assert "From January 2027 to March 2027" in said.message
    assert "31.29%" in said.message
    early = actuals(example, leads=(60, 160), mql=(24, 30))
    (asked,) = [one for one in check(early, "K5") if one.rule == "FUN-14"]
    assert asked.message.startswith("Cannot check yet")
