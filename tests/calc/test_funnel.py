from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc import funnel
from planner.calc.budget import share_of
from planner.calc.money import safe_ceil
from planner.model.plan import Plan, Rate, Rows, Stage


def rates_plan(*codes: str, stages: tuple[str, ...] = ()) -> Plan:
    rows = [Rate(id=f"r{n}", code=code, position=n, most_likely=0.5) for n, code in enumerate(codes)]
    return Plan(
        {
            "rate": Rows(rows),
            "stage": Rows([Stage(id=f"s{n}", code=code, position=n) for n, code in enumerate(stages)]),
        }
    )


def test_the_reverse_funnel_of_the_example(oracles: dict[str, Any]) -> None:
    oracle = oracles["reverse_funnel"]
    deals = funnel.deals_needed(oracle["revenue"], oracle["deal"])
    assert deals is not None
    needed = funnel.reverse(deals, oracle["rates"])
    assert needed == pytest.approx(list(reversed(oracle["won_to_lead"])))
    assert funnel.end_to_end(oracle["rates"]) == pytest.approx(0.025)


def test_counts_are_rounded_late(oracles: dict[str, Any]) -> None:
    needed = funnel.reverse(500_000 / 18_000, [0.35, 0.60, 0.45, 0.22])
    assert needed is not None
    late = [safe_ceil(n) for n in reversed(needed)]
    assert late == oracles["reverse_funnel_rounding"]["fluid_then_ceil"] == [28, 127, 281, 468, 1337]
    early = [safe_ceil(500_000 / 18_000)]
    for rate in (0.22, 0.45, 0.60, 0.35):
        early.append(safe_ceil(early[-1] / rate))
    assert early == oracles["reverse_funnel_rounding"]["ceil_each"] == [28, 128, 285, 475, 1358]


@pytest.mark.parametrize(
    ("leads", "rates", "counts"),
    [
        (1000, [0.30, 0.40, 2 / 3, 0.625, 0.40], [1000, 300, 120, 80, 50, 20]),
        (10_000, [0.03, 0.30, 0.40, 0.75, 6 / 27], [10_000, 300, 90, 36, 27, 6]),
        (100, [0.5, 0.6, 0.5, 1 / 3], [100, 50, 30, 15, 5]),
        (100, [0.4, 0.4, 0.3], [100, 40, 16, 4.8]),
    ],
)
def test_published_tables(leads: float, rates: list[float], counts: list[float]) -> None:
    assert funnel.forward(leads, rates) == pytest.approx(counts)


def test_the_value_of_a_stage(oracles: dict[str, Any]) -> None:
    values = funnel.stage_values(48_000, [0.4, 0.8, 0.5, 0.625, 0.25])
    assert values == pytest.approx(list(oracles["stage_values"].values()))


def test_coverage_and_velocity() -> None:
    assert funnel.coverage_needed(0.25) == 4
    assert funnel.coverage_needed(0.38) == pytest.approx(2.63, abs=0.005)
    slow, fast = (funnel.velocity(120, 42_000, 0.24, days) for days in (78, 58.5))
    assert slow is not None
    assert fast is not None
    assert (slow, fast) == (pytest.approx(15_507.69, abs=0.005), pytest.approx(20_676.92, abs=0.005))
    assert 90 * slow == pytest.approx(1_395_692, abs=0.5)
    assert fast / slow - 1 == pytest.approx(0.333, abs=5e-4)
    assert funnel.coverage_needed(0) is None
    assert funnel.velocity(1, 1, 1, 0) is None


@pytest.mark.parametrize(
    ("pipeline", "target", "coverage", "win_rate", "needed"),
    [(990, 300, 3.3, 0.30, 3.33), (2_640, 800, 3.3, 0.18, 5.56), (1_260, 450, 2.8, 0.38, 2.63)],
)
def test_three_times_is_enough_for_some_only(
    pipeline: float, target: float, coverage: float, win_rate: float, needed: float
) -> None:
    assert share_of(pipeline, target) == pytest.approx(coverage)
    assert funnel.coverage_needed(win_rate) == pytest.approx(needed, abs=0.005)


def test_wilson(oracles: dict[str, Any]) -> None:
    for oracle in oracles["wilson95"]:
        assert funnel.wilson(oracle["k"], oracle["n"]) == pytest.approx(
            (oracle["lo"], oracle["hi"]), abs=5e-7
        )
    assert funnel.wilson(0, 0) is None
    assert funnel.wilson(0, 5) == pytest.approx((0, 0.4345), abs=1e-4)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_observed_rate(counted: tuple[int, int]) -> None:
    k, n = counted
    found = funnel.wilson(k, n)
    assert found is not None
    assert 0 <= found[0] <= k / n + 1e-12
    assert k / n - 1e-12 <= found[1] <= 1


def test_rates_are_chained_by_their_codes() -> None:
    plan = rates_plan("mql_to_sal", "opp_to_won", "lead_to_mql", "sal_to_opp")
    assert [step.row.code for step in funnel.steps(plan)] == [
        "lead_to_mql",
        "mql_to_sal",
        "sal_to_opp",
        "opp_to_won",
    ]
    assert funnel.stage_names(plan) == ("lead", "mql", "sal", "opp", "won")


@pytest.mark.parametrize(
    "codes", [("b_to_c", "x_to_y"), ("a_to_b", "a_to_c"), ("first", "second"), ("a_to_b", "b_to_a")]
)
def test_rates_without_a_chain_keep_their_order(codes: tuple[str, ...]) -> None:
    assert tuple(step.row.code for step in funnel.steps(rates_plan(*codes))) == codes


def test_stages_name_themselves_where_there_is_one_for_each() -> None:
    plan = rates_plan("lead_to_opp", "opp_to_won", stages=("lead", "opportunity", "won"))
    assert funnel.stage_names(plan) == ("lead", "opportunity", "won")


def test_a_rate_that_is_not_known_leaves_the_chain_unknown() -> None:
    plan = rates_plan("a_to_b", "b_to_c")
    unknown = Rate(id="r1", code="b_to_c", position=1)
    assert funnel.known_rates(plan) == (0.5, 0.5)
    assert funnel.known_rates(plan.with_tables({"rate": plan.rates.with_changes({"r1": unknown})})) is None
    assert funnel.known_rates(Plan()) is None
    assert funnel.steps(Plan()) == ()
    assert funnel.stage_names(Plan()) == ()


def test_no_count_is_enough_for_a_rate_of_nothing() -> None:
    assert funnel.reverse(10, [0.5, 0]) is None
    assert funnel.deals_needed(10, 0) is None
