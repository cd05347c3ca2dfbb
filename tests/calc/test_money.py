import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.money import exponent, from_major, half_up, largest_remainder, safe_ceil, to_major


def test_ten_thousand_over_three_lines() -> None:
    assert largest_remainder(1_000_000, [1, 1, 1]) == (333_334, 333_333, 333_333)


def test_the_seasonal_weights_of_the_oracle(oracles: dict) -> None:
    oracle = oracles["largest_remainder"]
    assert list(largest_remainder(oracle["total"], oracle["weights"])) == oracle["parts"]


weights = st.lists(st.floats(0, 1e6, allow_nan=False) | st.integers(0, 1000), min_size=1, max_size=40)


@given(st.integers(-(10**12), 10**12), weights)
def test_parts_sum_exactly_and_are_within_one_unit_of_their_share(total: int, weights: list[float]) -> None:
    parts = largest_remainder(total, weights)
    assert sum(parts) == total
    if sum(weights) > 1e-3:
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part - total * weight / sum(weights)) < 1 + abs(total) * 1e-12


def test_without_any_weight_the_split_is_even() -> None:
    assert largest_remainder(5, [0, 0]) == (3, 2)


def test_a_total_needs_a_part_and_weights_are_not_negative() -> None:
    assert largest_remainder(0, []) == ()
    with pytest.raises(ValueError, match="nothing to split"):
        largest_remainder(1, [])
    with pytest.raises(ValueError, match="negative"):
        largest_remainder(1, [1, -1])


def test_the_float_trap() -> None:
    assert safe_ceil(21 / 0.7 / 0.3) == 100
    assert safe_ceil(100.01) == 101


def test_halves_round_away_from_zero() -> None:
    assert [half_up(0.5), half_up(-0.5), half_up(2.5), half_up(1.005, 2)] == [1, -1, 3, 1.01]


def test_minor_units_of_currencies() -> None:
    assert [exponent(code) for code in ("EUR", "JPY", "KWD", None, "eur")] == [2, 0, 3, 2, 2]
    assert from_major(28_500, "EUR") == 2_850_000
    assert from_major(28_500, "JPY") == 28_500
    assert from_major(0.1 + 0.2, "EUR") == 30
    assert to_major(1_234_567, "KWD") == 1234.567
