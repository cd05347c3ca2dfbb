"""Half-empty plans, and plans with slips of the pen, give figures or None and never an error."""

from dataclasses import fields, replace
from typing import Any

import pytest

from planner.calc import timing
from planner.calc.allocation import LIFETIME, YEAR, allocate
from planner.calc.cut import POLICIES, CutRequest, consequence, cut_json, groups, plain, saved_by_month, scenario_cuts
from planner.calc.results import Results
from planner.model.plan import TABLES, Plan, Rows
from planner.model.tables import SINGLETONS, row_class


def everything(plan: Plan) -> None:
    """Ask a plan for all its numbers."""
    results = Results(plan, "2026-11-16")
    results.forecast_json(300, 1)
    for found in (results.returns, results.capacity, results.money_promise, results.tornado, results.review,
                  results.goal_scores):  # fmt: skip
        assert found is not None
    assert results.capacity.too_many_hours is not None
    for objective in (YEAR, LIFETIME):
        allocate(results, objective=objective)
    for first, last in timing.quarters(plan):
        timing.arrivals_for(plan, first, last)
    timing.last_month_that_counts(plan)
    simulator = results.simulator
    cuts = {policy: simulator.cut(CutRequest(from_month="2027-05", share=0.2, policy=policy), chance=False)
            for policy in POLICIES}  # fmt: skip
    cut_json(plan, cuts)
    for cut in cuts.values():
        assert plain(consequence(cut, str, results.forecast.target, "2027-12"))
        assert sum(saved_by_month(plan, cut).values()) <= cut.saved
    simulator.cut(CutRequest(from_month="2027-05", share=0.2, policy="optimal", by_curve=True), chance=False)
    scenario_cuts(simulator, chance=False)
    groups(plan, results.budget, "2027-05")


@pytest.mark.parametrize("table", TABLES)
def test_without_a_table(example: Plan, table: str) -> None:
    everything(example.with_tables({table: Rows()}))


@pytest.mark.parametrize(
    "table", ["activity", "budget_line", "amount", "rate", "lead_month", "goal", "prior_month", "stage"]
)
def test_without_a_field(example: Plan, table: str) -> None:
    for field in fields(row_class(table)):
        if field.name in ("id", "code", "position", "line", "activity", "month") and table in ("amount", "lead_month"):
            continue
        if field.name in ("id", "position") or (table == "prior_month" and field.name == "month"):
            continue
        empty: Any = () if field.default == () else None
        rows = Rows(replace(row, **{field.name: empty}) for row in example.table(table))
        everything(example.with_tables({table: rows}))


@pytest.mark.parametrize("table", ["facts", "funnel"])
def test_without_one_fact(example: Plan, table: str) -> None:
    row = example.table(table)[SINGLETONS[table]]
    for field in fields(row_class(table)):
        if field.name not in ("id", "position"):
            empty: Any = () if field.default == () else None
            everything(example.with_tables({table: Rows([replace(row, **{field.name: empty})])}))


@pytest.mark.parametrize(
    "slip",
    [
        {"deal_likely": 0}, {"deal_likely": -5}, {"lag_won": (0.0, 0.0)}, {"lag_won": (0.2, -0.4, 1.2)},
        {"lag_won": (3.0,)}, {"baseline_likely": 1e25}, {"lag_opportunity": (0.0,)}, {"sellers": 0},
        {"margin_rate": 0.0}, {"retention_rate": 1.5}, {"market_factor": True, "distribution": "triangular"},
    ],
    ids=str,
)  # fmt: skip
def test_slips_of_the_pen_in_the_funnel(example: Plan, slip: dict[str, Any]) -> None:
    row = replace(example.funnel, **slip)
    plan = example.with_tables({"funnel": Rows([row])})
    everything(plan)
    assert Results(plan).simulator.cut(CutRequest(from_month="2027-05", share=0.2)) is not None


@pytest.mark.parametrize("rate", [0.0, 1.0, 1.7, -0.2])
def test_rates_that_are_none(example: Plan, rate: float) -> None:
    for code in ("lead_to_mql", "opp_to_won"):
        rows = Rows(replace(row, most_likely=rate) if row.code == code else row for row in example.rates)
        everything(example.with_tables({"rate": rows}))


@pytest.mark.parametrize("start", ["2026-07", "2027-05", "2031-01", "1999-12"])
def test_a_plan_that_starts_elsewhere(example: Plan, start: str) -> None:
    for length in (1, 7, 12, 60):
        facts = replace(example.facts, fiscal_year_start=start, horizon_months=length)
        everything(example.with_tables({"facts": Rows([facts])}))
