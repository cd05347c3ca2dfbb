from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.forecast import forecast_of
from planner.calc.montecarlo import MARKET, Assumptions, Source, analytic, chance_words, lots, simulate
from planner.calc.ranges import TRIANGULAR, Range, ranged
from planner.model.plan import Plan
from tests.calc.changes import with_single


def certain(value: float) -> Range:
    return ranged(None, value, None)


def test_draws_of_one_range() -> None:
    alone = Assumptions((), Range(10, 14, 24), (), (1.0,), 14.0)
    drawn = simulate(alone, runs=50_000, seed=1).parameters
    assert [drawn.p10, drawn.p50, drawn.p90] == pytest.approx([11.8087, 14.7652, 18.5454], rel=0.015)
    assert drawn.mean == pytest.approx(15, rel=0.005)


def test_certain_assumptions_leave_only_the_luck_of_counting() -> None:
    given_all = Assumptions((certain(0.5),), certain(10), (Source("a", certain(80), (0.25, 0.75)),), (0.0, 0.0), None)
    spread = analytic(given_all)
    assert (spread.mean, spread.sd) == (400, 0)
    assert spread.sd_with_counting == pytest.approx(10 * 40**0.5)
    drawn = simulate(given_all, runs=20_000, seed=1)
    assert drawn.parameters.sd == 0
    assert drawn.counted.sd == pytest.approx(10 * 40**0.5, rel=0.02)
    assert drawn.counted.p_hit is None


def test_no_runs_are_no_simulation() -> None:
    with pytest.raises(ValueError, match="at least one"):
        simulate(Assumptions((), certain(1), (), (1.0,), None), runs=0)


def test_the_same_seed_draws_the_same_whatever_the_number_of_runs(example: Plan) -> None:
    given_all = forecast_of(example).assumptions
    assert given_all is not None
    first = next(lots(given_all, 10_000, 5))
    assert (first.deals == next(lots(given_all, 4096, 5)).deals).all()
    assert simulate(given_all, 5000, 5) == simulate(given_all, 5000, 5) != simulate(given_all, 5000, 6)


def test_the_fan_opens_month_by_month_and_ends_at_the_year(example: Plan) -> None:
    given_all = forecast_of(example).assumptions
    assert given_all is not None
    simulation = simulate(given_all)
    for band in simulation.fan:
        assert len(band) == 12
        assert all(before <= after for before, after in pairwise(band))
    for low, inner_low, middle, inner_high, high in zip(*simulation.fan, strict=True):
        assert low <= inner_low <= middle <= inner_high <= high
    assert (simulation.fan.p10[-1], simulation.fan.p50[-1], simulation.fan.p90[-1]) == pytest.approx(
        (simulation.counted.p10, simulation.counted.p50, simulation.counted.p90)
    )


def test_triangular_instead_of_pert(example: Plan) -> None:
    given_all = forecast_of(with_single(example, "funnel", distribution="triangular")).assumptions
    assert given_all is not None
    assert {part.shape for part in (*given_all.rates, given_all.deal)} == {TRIANGULAR}
    assert simulate(given_all).counted.p_hit == pytest.approx(0.572, abs=0.012)


def test_good_and_bad_times_widen_the_spread(example: Plan) -> None:
    apart = forecast_of(example).assumptions
    together = forecast_of(with_single(example, "funnel", market_factor=True)).assumptions
    assert apart is not None
    assert together is not None
    assert together == apart._replace(market=True)
    wider, drawn = analytic(together), simulate(together, 100_000)
    assert wider.sd > analytic(apart).sd
    assert drawn.parameters.mean == pytest.approx(wider.mean, rel=0.005)
    assert drawn.parameters.sd == pytest.approx(wider.sd, rel=0.015)
    assert drawn.counted.sd == pytest.approx(wider.sd_with_counting, rel=0.015)


def test_moments_of_the_market_are_those_of_its_range() -> None:
    assert MARKET.mean == pytest.approx(1)
    assert MARKET.variance == pytest.approx(0.01 / 6)


def test_the_plans_own_seed_is_used(example: Plan) -> None:
    from planner.calc.results import Results

    seeded = Results(with_single(example, "funnel", seed=7)).simulation
    assert seeded is not None
    assert seeded.seed == 7
    assert Results(Plan()).simulation is None




@pytest.mark.parametrize(
    ("chance", "words"),
    [(0, "unlikely"), (0.349, "unlikely"), (0.35, "a coin flip"), (0.587, "a coin flip"), (0.65, "likely"),
     (0.85, "likely"), (0.851, "safe"), (1, "safe")],
)  # fmt: skip
def test_chances_in_words(chance: float, words: str) -> None:
    assert chance_words(chance) == words


ranges = st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)).map(sorted).map(lambda ends: Range(*ends))


@given(ranges, ranges)
def test_counting_never_makes_a_forecast_more_certain(rate: Range, deal: Range) -> None:
    source = Source("a", Range(80, 100, 130), (0.3, 0.4))
    spread = analytic(Assumptions((rate,), deal, (source,), (5.0, 7.0), None))
    assert spread.sd_with_counting >= spread.sd >= 0
