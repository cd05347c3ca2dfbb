from typing import Any

import pytest

from planner.calc.alignment import alignment_of
from planner.calc.budget import budget_of
from planner.calc.forecast import effective_leads, forecast_of
from planner.calc.forecast_json import as_json
from planner.calc.montecarlo import simulate
from planner.model.plan import Plan, Rows

KEYS_ASIDE = {"findings", "mc_with_poisson"}


def test_every_figure_of_the_example(example: Plan, expected: dict[str, Any]) -> None:
    found = as_json(forecast_of(example))
    assert found.keys() == expected.keys() - {"findings"}
    for key in expected.keys() - KEYS_ASIDE:
        assert found[key] == expected[key], key
    assert found["mc_with_poisson"]["sd"] == expected["mc_with_poisson"]["sd"]


def test_simulated_figures_are_within_their_tolerance(example: Plan, expected: dict[str, Any]) -> None:
    forecast = forecast_of(example)
    assert forecast.assumptions is not None
    assert forecast.spread is not None
    simulation = simulate(forecast.assumptions)
    counted = as_json(forecast, simulation)["mc_with_poisson"]
    wanted = expected["mc_with_poisson"]
    for key in ("p10", "p50", "p90"):
        assert counted[key] == pytest.approx(wanted[key], rel=0.015)
    assert counted["p_hit_approx"] == pytest.approx(0.587, abs=0.012)
    assert simulation.parameters.p_hit == pytest.approx(0.654, abs=0.012)
    assert simulation.parameters.mean == pytest.approx(forecast.spread.mean, rel=0.005)
    alone = simulation.parameters
    assert (alone.p10, alone.p50, alone.p90) == pytest.approx((174_200_000, 200_600_000, 231_000_000), rel=0.015)
    assert simulate(forecast.assumptions) == simulation


def test_by_stage(example: Plan, oracles: dict[str, Any]) -> None:
    forecast = forecast_of(example)
    assert forecast.stages == tuple(oracles["stage_values"])
    assert forecast.stage_values == tuple(100 * value for value in oracles["stage_values"].values())
    assert forecast.needed_by_stage == pytest.approx([1600, 640, 512, 256, 160, 40])
    assert forecast.expected_by_stage is not None
    assert forecast.expected_by_stage[-1] == pytest.approx(42.019)
    assert forecast.coverage_needed == 4
    assert forecast.leads_a_month_needed == pytest.approx(153.36, abs=0.005)
    assert forecast.romi_programme == pytest.approx(0.7828, abs=5e-5)


def test_months_add_up_to_the_year(example: Plan) -> None:
    forecast = forecast_of(example)
    assert forecast.order_intake_by_month is not None
    assert forecast.deals_by_month is not None
    assert sum(forecast.order_intake_by_month) == pytest.approx(201_691_200, abs=12)
    assert sum(forecast.deals_by_month) == pytest.approx(42.019)


def test_budget_sums_of_the_example(example: Plan) -> None:
    budget = budget_of(example)
    assert budget.by_priority == {1: 9_040_000, 2: 27_120_000, 3: 10_280_000, 4: 5_100_000}
    assert budget.contingency == 2_600_000
    assert budget.cumulative is not None
    assert [amount // 100 for amount in budget.cumulative] == [
        69_700,
        150_900,
        244_500,
        274_200,
        305_000,
        347_000,
        380_200,
        405_900,
        426_200,
        460_000,
        504_200,
        515_400,
    ]
    fair = example.activities.by_code("A-13")
    assert fair is not None
    assert budget.by_activity[fair.id] == 4_500_000
    assert budget.by_activity_month[fair.id] == {"2027-08": 1_200_000, "2027-11": 3_300_000}
    assert sum(budget.by_category.values()) == budget.total == sum(budget.by_function.values())


def test_the_six_parts_of_alignment(example: Plan) -> None:
    alignment = alignment_of(example)
    assert list(alignment.parts.values()) == pytest.approx(
        [0.75, 0.875, 0.768288, 0.825, 1, 0.708333], abs=5e-7
    )
    assert alignment.index == pytest.approx(0.821104, abs=5e-7)
    assert alignment.known == 6


def test_an_empty_plan_knows_nothing() -> None:
    forecast = as_json(forecast_of(Plan()))
    layered = forecast.pop("mc_parameter_only") | forecast.pop("mc_with_poisson")
    layered.pop("note")
    assert set(layered.values()) == {None}
    assert forecast.pop("landing_share") == {}
    assert set(forecast.values()) == {None}


def test_a_source_of_leads_that_nobody_entered_is_named_and_not_guessed(example: Plan) -> None:
    forecast = forecast_of(example.with_tables({"prior_month": Rows()}))
    assert forecast.carry_in_leads is None
    assert forecast.open_pipeline_start is None
    assert forecast.effective_leads == pytest.approx(1031.62 + 142.60)
    assert forecast.uncounted == ("prior",)


@pytest.mark.parametrize("gone", ["rate", "funnel", "facts"])
def test_without_what_it_rests_on_there_is_no_forecast(example: Plan, gone: str) -> None:
    forecast = forecast_of(example.with_tables({gone: Rows()}))
    assert forecast.order_intake is None
    assert forecast.order_intake_by_quarter is None
    assert forecast.spread is None


def test_leads_land_later_for_a_later_day(example: Plan) -> None:
    june, december, later = (effective_leads(example, by) for by in ("2027-06", "2027-12", "2029-12"))
    assert june is not None
    assert december is not None
    assert later is not None
    assert june < december == pytest.approx(1680.76)
    assert later > december


def test_cancelled_activities_bring_no_leads(example: Plan) -> None:
    from dataclasses import replace

    spring = example.activities.by_code("A-10")
    assert spring is not None
    without = example.with_tables(
        {"activity": example.activities.with_changes({spring.id: replace(spring, status="cancelled")})}
    )
    assert forecast_of(without).effective_leads == pytest.approx(1680.76 - 260)
    assert "A-10" not in forecast_of(without).landing_share
