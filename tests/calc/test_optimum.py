from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import optimum
from planner.calc.curves import Exponential, Hill, Log, Power
from planner.calc.optimum import Channel, band, best, moved


def powers(a: list[float], b: list[float], budget: float, lo: Any = None, hi: Any = None) -> list[Channel]:
    lo, hi = lo or [0] * len(a), hi or [budget] * len(a)
    return [Channel(Power(*curve), 1, low, high) for *curve, low, high in zip(a, b, lo, hi, strict=True)]


def test_allocations_of_the_method(oracles: dict[str, Any]) -> None:
    for case in oracles["allocation"]:
        channels = powers(case["a"], case["b"], case["B"], case["lo"], case["hi"])
        found = best(channels, case["B"])
        assert found.spend == pytest.approx(case["x"], abs=0.005)
        assert found.total == pytest.approx(case["total"], abs=5e-4)
        assert found.marginal == pytest.approx(case["lam"], rel=1e-6)
        assert (found.remainder, found.why) == (0, optimum.SPENT)


def test_the_best_is_flat() -> None:
    channels = powers([3, 2, 1], [0.5] * 3, 140_000)
    found = best(channels, 140_000)
    totals = [
        sum(channel.worth(x) for channel, x in zip(channels, moved(channels, found.spend, 0, 90_000 * to), strict=True))
        for to in (0.75, 1.25)
    ]
    assert totals == pytest.approx([1381.50, 1377.04], abs=0.005)
    equal = sum(channel.worth(140_000 / 3) for channel in channels)
    assert equal == pytest.approx(1296.15, abs=0.005)


def test_anything_in_the_band_is_as_good() -> None:
    channels = powers([3, 2, 1], [0.5] * 3, 140_000)
    found = best(channels, 140_000)
    for place, (low, high) in enumerate(band(channels, found)):
        assert low < found.spend[place] < high
        for edge, inside in ((low, True), (high, True), (0.98 * low, False), (1.02 * high, False)):
            split = moved(channels, found.spend, place, edge)
            total = sum(channel.worth(x) for channel, x in zip(channels, split, strict=True))
            assert (total >= 0.99 * found.total - 1e-6) is inside


def test_profit_is_flat_in_the_budget() -> None:
    def profit(spend: float) -> float:
        return 400 * spend**0.5 - spend

    assert [profit(40_000 * share) / profit(40_000) for share in (0.75, 1.25, 0.5)] == pytest.approx(
        [0.982, 0.986, 0.914], abs=5e-4
    )


def test_money_that_has_no_place() -> None:
    channels = powers([3, 2], [0.5, 0.5], 0, [1_000, 1_000], [5_000, 5_000])
    assert best(channels, 12_000)[3:] == (2_000, optimum.FULL)
    short = best(channels, 1_500)
    assert (short.spend, short.remainder, short.why) == ((1_000, 1_000), -500, optimum.TOO_LITTLE)
    idle = best([Channel(Power(3, 0.5), 0, 0, 5_000), Channel(Power(2, 0.5), 1, 0, 1_000)], 4_000)
    assert (idle.spend, idle.remainder, idle.why) == ((0, 1_000), 3_000, optimum.NOTHING_GAINED)
    with pytest.raises(ValueError, match="least is above"):
        best([Channel(Power(3, 0.5), 1, 5, 4)], 10)


def test_curves_shaped_like_an_s_are_on_or_off() -> None:
    """With little money one is started well rather than three by halves."""
    channels = [Channel(Hill(300, 40_000, 2), 1, 0, 200_000) for _n in range(3)]
    assert sorted(best(channels, 45_000).spend) == pytest.approx([0, 0, 45_000])
    assert sorted(best(channels, 60_000).spend) == pytest.approx([0, 30_000, 30_000])
    assert sorted(best(channels, 100_000).spend) == pytest.approx([100_000 / 3] * 3)
    assert sum(best(channels, 20_000).spend) == pytest.approx(20_000)


def test_what_lands_too_late_keeps_its_least_whatever_its_curve() -> None:
    late, good = Channel(Hill(300, 40_000, 3), 0, 1_000, 50_000), Channel(Exponential(100, 20_000), 1, 0, 50_000)
    assert best([late, good], 20_000).spend == pytest.approx((1_000, 19_000))
    assert best([late, good], 1_500).spend == pytest.approx((1_000, 500))
    alone = best([late], 30_000)
    assert (alone.spend, alone.remainder, alone.why) == ((1_000,), 29_000, optimum.NOTHING_GAINED)


def test_many_curves_shaped_like_an_s_still_find_a_split() -> None:
    channels = [Channel(Hill(300, 40_000 + 1000 * n, 2.5), 1, 0, 200_000) for n in range(9)]
    found = best(channels, 400_000)
    assert sum(found.spend) == pytest.approx(400_000)
    assert found.total > 9 * Hill(300, 44_000, 2.5).leads(400_000 / 9)


CURVES = st.one_of(
    st.builds(Power, st.floats(0.5, 5), st.floats(0.2, 0.9)),
    st.builds(Log, st.floats(50, 500), st.floats(1_000, 50_000)),
    st.builds(Exponential, st.floats(50, 500), st.floats(1_000, 50_000)),
    st.builds(Hill, st.floats(50, 500), st.floats(1_000, 50_000), st.floats(0.5, 4)),
)
CHANNELS = st.lists(
    st.builds(
        lambda curve, value, low, room: Channel(curve, value, low, low + room),
        CURVES, st.one_of(st.just(0.0), st.floats(0.05, 1)), st.floats(0, 20_000), st.floats(0, 60_000),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(max_examples=60)
@given(CHANNELS, st.floats(0, 250_000), st.floats(0, 50_000))
def test_what_must_hold_of_every_best_split(channels: list[Channel], budget: float, more: float) -> None:
    found = best(channels, budget)
    for channel, spend in zip(channels, found.spend, strict=True):
        assert channel.low - 1e-6 <= spend <= channel.high + 1e-6
    assert sum(found.spend) + found.remainder == pytest.approx(budget, abs=1e-4)
    if found.why == optimum.SPENT:
        richer = best(channels, budget + more, [*found.spend])
        assert richer.total >= found.total * (1 - 1e-9)


@settings(max_examples=60)
@given(CHANNELS, st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_never_worse_than_today_within_the_same_bounds(channels: list[Channel], shares: list[float]) -> None:
    today = [
        channel.low + share * (channel.high - channel.low) for channel, share in zip(channels, shares, strict=False)
    ]
    found = best(channels, sum(today), today)
    assert found.total >= sum(channel.worth(x) for channel, x in zip(channels, today, strict=True)) - 1e-4


@settings(max_examples=40)
@given(
    st.lists(st.builds(Channel, CURVES, st.floats(0.05, 1), st.just(0.0), st.just(60_000.0)), min_size=2, max_size=2),
    st.floats(5_000, 110_000),
)
def test_no_split_on_a_fine_grid_is_better(channels: list[Channel], budget: float) -> None:
    found = best(channels, budget)
    first = [budget * step / 200 for step in range(201)]
    splits = [(x, budget - x) for x in first if x <= 60_000 and budget - x <= 60_000]
    grid = max(sum(c.worth(x) for c, x in zip(channels, split, strict=True)) for split in splits)
    assert found.total >= grid * (1 - 1e-6)


def test_three_shaped_channels_against_a_grid() -> None:
    channels = [Channel(Hill(200 + 60 * n, 30_000 + 9_000 * n, 2 + n / 2), 1, 0, 100_000) for n in range(3)]
    for budget in (25_000, 60_000, 90_000, 140_000):
        found = best(channels, budget)
        steps = [budget * step / 60 for step in range(61)]
        grid = max(
            sum(c.worth(x) for c, x in zip(channels, (one, two, budget - one - two), strict=True))
            for one, two in product(steps, steps)
            if 0 <= budget - one - two <= 100_000 and max(one, two) <= 100_000
        )
        assert found.total >= grid * (1 - 1e-3)
