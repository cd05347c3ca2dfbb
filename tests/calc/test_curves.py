from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc import curves
from planner.calc.curves import Curve, Exponential, Hill, Log, Power

CURVES = (
    Power(3, 0.5), Log(150, 20_000), Exponential(300, 40_000), Hill(300, 40_000, 1), Hill(300, 40_000, 2, 20),
    Hill(300, 40_000, 0.7), Hill(80, 9_000, 4.5),
)  # fmt: skip
IDS = ["power", "log", "exponential", "hill-1", "hill-2", "hill-0.7", "hill-4.5"]


def test_power_through_two_points() -> None:
    found = curves.power_through(20_000, 100, 40_000, 160)
    assert found is not None
    assert found.b == pytest.approx(0.678072, abs=5e-7)
    assert found.a == pytest.approx(0.121225, abs=5e-7)
    assert curves.power_through(20_000, 100, 40_000, 90) is None


def test_power_at_today() -> None:
    found = curves.power_at(105_000, 420, 0.6)
    assert found is not None
    assert found.leads(105_000) == pytest.approx(420)
    assert curves.power_at(0, 420, 0.6) is None


def test_log_and_exponential() -> None:
    log = curves.log_through(20_000, 100, 40_000, 160)
    assert log is not None
    assert [log.leads(spend) for spend in (0, 20_000, 40_000)] == pytest.approx([0, 100, 160])
    assert curves.log_through(20_000, 100, 40_000, 220) is None  # more than in proportion
    under = curves.exponential_at(300, 40_000, 150)
    assert under is not None
    assert under.leads(40_000) == pytest.approx(150)
    assert under.leads(1e9) == pytest.approx(300)
    assert curves.exponential_at(300, 40_000, 300) is None


def test_hill(oracles: dict[str, Any]) -> None:
    oracle = oracles["hill"]
    spends = (20_000, 40_000, 80_000)
    assert [Hill(oracle["M"], oracle["K"], 1).leads(x) for x in spends] == pytest.approx(oracle["S1"])
    shaped = Hill(oracle["M"], oracle["K"], 2)
    assert [shaped.leads(x) for x in spends] == pytest.approx(oracle["S2"])
    assert shaped.tangent == pytest.approx(oracle["tangent_S2"])
    assert shaped.leads(shaped.tangent) / shaped.tangent == pytest.approx(shaped.marginal(shaped.tangent))
    assert Hill(300, 40_000, 1).tangent == 0


def test_four_questions(oracles: dict[str, Any]) -> None:
    oracle = oracles["adbudg"]
    found = curves.adbudg(oracle["min"], oracle["max"], oracle["now"], oracle["plus50"])
    assert found is not None
    assert found.slope == pytest.approx(oracle["gamma"], abs=5e-7)
    assert found.half**found.slope == pytest.approx(oracle["delta"], abs=5e-7)
    assert [found.leads(x) for x in oracle["x"]] == pytest.approx(oracle["y"], abs=5e-5)
    in_money = curves.adbudg(20, 90, 50, 60, today=30_000)
    assert in_money is not None
    assert in_money.leads(45_000) == pytest.approx(60)
    for answers in ((60, 90, 50, 60), (20, 55, 50, 60), (20, 90, 50, 45)):
        assert curves.adbudg(*answers) is None


def test_adstock() -> None:
    assert curves.adstock([100, 0, 0, 0], 0.5) == [100, 50, 25, 12.5]


@pytest.mark.parametrize("curve", CURVES, ids=IDS)
@given(spend=st.floats(500, 200_000))
def test_the_marginal_is_the_slope(curve: Curve, spend: float) -> None:
    step = spend * 1e-5
    slope = (curve.leads(spend + step) - curve.leads(spend - step)) / (2 * step)
    assert curve.marginal(spend) == pytest.approx(slope, rel=1e-4, abs=1e-9)


@pytest.mark.parametrize("curve", CURVES, ids=IDS)
@given(spend=st.floats(500, 200_000))
def test_the_spend_for_a_marginal_is_found_again(curve: Curve, spend: float) -> None:
    if spend > curve.bend * 1.01:
        assert curve.spend_at(curve.marginal(spend)) == pytest.approx(spend, rel=1e-6)
    assert curve.spend_at(0) == float("inf") or isinstance(curve, Power)


@pytest.mark.parametrize("curve", CURVES, ids=IDS)
@given(one=st.floats(0, 1e7), two=st.floats(0, 1e7))
def test_more_money_never_brings_fewer_leads(curve: Curve, one: float, two: float) -> None:
    assert curve.leads(min(one, two)) <= curve.leads(max(one, two)) + 1e-9


def test_at_the_ends() -> None:
    assert Power(3, 0.5).marginal(0) == float("inf")
    assert Power(3, 1.4).bend == float("inf")
    assert Hill(300, 40_000, 2).marginal(0) == 0
    assert Hill(300, 40_000, 2).spend_at(1.0) == Hill(300, 40_000, 2).bend
    assert Hill(300, 40_000, 1).marginal(0) == pytest.approx(300 / 40_000)
    assert Exponential(300, 40_000).spend_at(1.0) == 0
