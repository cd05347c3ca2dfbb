from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.ranges import PERT, TRIANGULAR, Range, bisect, ranged

PLACES = (0.1, 0.5, 0.9)


def test_pert(oracles: dict[str, Any]) -> None:
    oracle = oracles["pert"]
    found = Range(oracle["a"], oracle["m"], oracle["b"])
    assert found.alpha == pytest.approx(oracle["alpha"], abs=5e-7)
    assert found.beta == pytest.approx(oracle["beta"], abs=5e-7)
    assert found.mean == oracle["mean"]
    assert found.variance**0.5 == pytest.approx(oracle["sd"], abs=5e-7)
    assert [found.quantile(place) for place in PLACES] == pytest.approx(oracle["p"], abs=5e-5)


def test_triangular(oracles: dict[str, Any]) -> None:
    oracle = oracles["triangular"]
    found = Range(oracle["a"], oracle["c"], oracle["b"], TRIANGULAR)
    assert found.mean == oracle["mean"]
    assert found.variance**0.5 == pytest.approx(oracle["sd"], abs=5e-6)
    assert [found.quantile(place) for place in PLACES] == pytest.approx(oracle["p"], abs=5e-5)


@pytest.mark.parametrize("shape", [PERT, TRIANGULAR])
def test_draws_follow_the_quantiles(shape: str) -> None:
    range_ = Range(10, 14, 24, shape)
    drawn = range_.draw(np.random.default_rng(1), 50_000)
    assert drawn.mean() == pytest.approx(range_.mean, rel=0.005)
    wanted = [range_.quantile(place) for place in PLACES]
    assert list(np.percentile(drawn, [10, 50, 90])) == pytest.approx(wanted, rel=0.015)


def test_a_value_without_a_proper_range_is_certain() -> None:
    assert ranged(None, 5, 9).is_certain
    assert ranged(6, 5, 9).variance == 0
    assert ranged(5, 5, 5).mean == 5
    assert ranged(None, 5, 9).quantile(0.9) == 5
    assert set(ranged(7, 5, 9).draw(np.random.default_rng(1), 3)) == {5.0}


def test_a_share_is_between_nothing_and_all() -> None:
    with pytest.raises(ValueError, match="not a share"):
        Range(1, 2, 3).quantile(1.5)
    assert Range(1, 2, 3).quantile(0) == pytest.approx(1)
    assert Range(1, 2, 3).quantile(1) == pytest.approx(3, abs=1e-4)


@given(
    st.tuples(*[st.floats(0, 1000)] * 3).map(sorted),
    st.sampled_from([PERT, TRIANGULAR]),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_a_larger_share_lies_below_a_larger_value(ends: list[float], shape: str, one: float, two: float) -> None:
    range_ = Range(*ends, shape)
    first, second = range_.quantile(min(one, two)), range_.quantile(max(one, two))
    assert first <= second + 1e-6
    assert range_.is_certain or range_.low - 1e-6 <= first <= range_.high + 1e-6


def test_where_a_rising_function_reaches_a_value() -> None:
    assert bisect(lambda x: x * x, 2.0, 0.0, 4.0) == pytest.approx(2**0.5)
    assert bisect(lambda x: x, 9.0, 0.0, 4.0) == pytest.approx(4.0)
