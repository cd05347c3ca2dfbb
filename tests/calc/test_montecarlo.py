from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.montecarlo import Assumptions, Pert, analytic, pert, simulate


def test_moments_of_pert(oracles: dict[str, Any]) -> None:
    oracle = oracles["pert"]
    found = Pert(oracle["a"], oracle["m"], oracle["b"])
    assert found.alpha == pytest.approx(oracle["alpha"], abs=5e-7)
    assert found.beta == pytest.approx(oracle["beta"], abs=5e-7)
    assert found.mean == oracle["mean"]
    assert found.variance**0.5 == pytest.approx(oracle["sd"], abs=5e-7)


def test_draws_of_pert(oracles: dict[str, Any]) -> None:
    oracle = oracles["pert"]
    alone = Assumptions((), Pert(oracle["a"], oracle["m"], oracle["b"]), (), 1.0, 14.0)
    drawn = simulate(alone, runs=50_000, seed=1).parameters
    assert [drawn.p10, drawn.p50, drawn.p90] == pytest.approx(oracle["p"], rel=0.015)
    assert drawn.mean == pytest.approx(15, rel=0.005)


def test_a_value_without_a_proper_range_is_certain() -> None:
    assert pert(None, 5, 9).is_certain
    assert pert(6, 5, 9).variance == 0
    assert pert(5, 5, 5).mean == 5


def test_certain_assumptions_leave_only_the_luck_of_counting() -> None:
    given_all = Assumptions(
        (pert(None, 0.5, None),), pert(None, 10, None), ((pert(None, 80, None), 1.0),), 0, None
    )
    spread = analytic(given_all)
    assert (spread.mean, spread.sd) == (400, 0)
    assert spread.sd_with_counting == pytest.approx(10 * 40**0.5)
    assert simulate(given_all, runs=10, seed=1).counted.p_hit is None


def test_no_runs_are_no_simulation() -> None:
    with pytest.raises(ValueError, match="at least one"):
        simulate(Assumptions((), pert(None, 1, None), (), 1, None), runs=0)


ranges = (
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)).map(sorted).map(lambda ends: Pert(*ends))
)


@given(ranges, ranges)
def test_counting_never_makes_a_forecast_more_certain(rate: Pert, deal: Pert) -> None:
    spread = analytic(Assumptions((rate,), deal, ((Pert(80, 100, 130), 0.7),), 12, None))
    assert spread.sd_with_counting >= spread.sd >= 0
