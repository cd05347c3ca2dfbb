from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc import lag

WON = (0, 0.02, 0.08, 0.15, 0.2, 0.2, 0.15, 0.1, 0.06, 0.04)
OPENED = (0.1, 0.3, 0.3, 0.2, 0.1)
TOTAL = lag.cumulative(WON)
PRIOR = dict(zip(range(-9, 0), (92, 96, 104, 88, 76, 118, 124, 112, 90), strict=True))
LEADS = dict(enumerate((30, 128, 401, 66, 146, 145, 97, 89, 154, 143, 298, 78)))


def test_the_small_convolution(oracles: dict[str, Any]) -> None:
    oracle = oracles["convolution"]
    arrivals, length = dict(enumerate(oracle["leads"])), len(oracle["leads"]) + len(oracle["w"]) - 1
    deals = [count * oracle["rate"] for count in lag.effect_by_month(arrivals, oracle["w"], length)]
    assert deals == pytest.approx(oracle["deals"])
    assert sum(deals) == pytest.approx(250 * 0.05)


def test_cumulative_shares() -> None:
    shares = [lag.landed(TOTAL, k) for k in range(12)]
    assert shares == pytest.approx([0, 0.02, 0.10, 0.25, 0.45, 0.65, 0.80, 0.90, 0.96, 1, 1, 1])
    assert sum(shares) == pytest.approx(7.13)
    assert lag.landed(TOTAL, -1) == 0
    assert lag.landed((), 5) == 0


def test_carry_in_and_landing_of_the_example() -> None:
    assert lag.carry_in(PRIOR, TOTAL, 11) == pytest.approx(506.54)
    assert lag.landing(LEADS, TOTAL, 11) == pytest.approx(1031.62)
    assert lag.landing(dict.fromkeys(range(12), 20), TOTAL, 11) == pytest.approx(142.60)


def test_an_even_plan_falls_short() -> None:
    effective = lag.carry_in(PRIOR, TOTAL, 11) + lag.landing(dict.fromkeys(range(12), 1600 / 12), TOTAL, 11)
    assert effective * 0.025 * 48_000 == pytest.approx(1_748_648, abs=1)
    assert lag.uniform_rate_needed(1600, 506.54, TOTAL, 12) == pytest.approx(153.36, abs=0.005)


def test_when_leads_must_arrive_for_the_third_quarter() -> None:
    weights = lag.arrival_weights(WON, 6, 8)
    assert weights == pytest.approx(
        {-3: 0.04, -2: 0.10, -1: 0.20, 0: 0.31, 1: 0.45, 2: 0.55}
        | {3: 0.55, 4: 0.43, 5: 0.25, 6: 0.10, 7: 0.02}
    )
    assert sum(weights.values()) == pytest.approx(3)
    assert lag.arrival_weights((), 6, 8) == {}


def test_open_opportunities_at_both_ends() -> None:
    opened = lag.cumulative(OPENED)
    everything = PRIOR | {month: leads + 20 for month, leads in LEADS.items()}
    start = lag.open_at(PRIOR, 0.10, opened, TOTAL, -1)
    end = lag.open_at(everything, 0.10, opened, TOTAL, 11)
    assert start == pytest.approx(30.934)
    assert start * 48_000 == pytest.approx(1_484_832)
    assert end * 48_000 == pytest.approx(2_378_304)


def test_a_share_of_no_leads_is_not_known() -> None:
    assert lag.landing_share({}, TOTAL, 11) is None
    assert lag.landing_share({10: 200}, TOTAL, 11) == pytest.approx(0.02)


arrivals = st.dictionaries(st.integers(-12, 11), st.floats(0, 1000), max_size=24)


@given(arrivals)
def test_what_lands_in_the_year_is_what_its_months_say(given_leads: dict[int, float]) -> None:
    by_month = lag.effect_by_month(given_leads, WON, 12)
    landed = lag.carry_in(given_leads, TOTAL, 11) + lag.landing(given_leads, TOTAL, 11)
    assert sum(by_month) == pytest.approx(landed)


@given(arrivals)
def test_nothing_is_lost_between_before_during_and_after(given_leads: dict[int, float]) -> None:
    before = sum(count * lag.landed(TOTAL, -1 - month) for month, count in given_leads.items() if month < 0)
    during = sum(lag.effect_by_month(given_leads, WON, 12))
    after = lag.effect_after(given_leads, TOTAL, 11)
    assert before + during + after == pytest.approx(sum(given_leads.values()))


@given(arrivals, st.integers(-12, 10), st.floats(0, 100))
def test_leads_that_come_earlier_never_land_less(
    given_leads: dict[int, float], month: int, moved: float
) -> None:
    late = given_leads | {month + 1: given_leads.get(month + 1, 0) + moved}
    early = given_leads | {month: given_leads.get(month, 0) + moved}
    if month >= 0:
        assert lag.landing(early, TOTAL, 11) >= lag.landing(late, TOTAL, 11) - 1e-9
