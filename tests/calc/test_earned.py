from typing import Any

import pytest

from planner.calc.earned import EarnedValue


def test_the_textbook_case(oracles: dict[str, Any]) -> None:
    oracle = oracles["evm"]
    found = EarnedValue(oracle["BAC"], oracle["PV"], oracle["EV"], oracle["AC"])
    assert found.cpi == pytest.approx(oracle["CPI"])
    assert found.spi == pytest.approx(oracle["SPI"])
    assert found.eac_typical == pytest.approx(oracle["EAC_typical"])
    assert found.eac_atypical == pytest.approx(oracle["EAC_atypical"])
    assert found.eac_both == pytest.approx(oracle["EAC_both"])
    assert found.tcpi == pytest.approx(oracle["TCPI"])
    assert found.etc == pytest.approx(67.5)
    assert found.vac == pytest.approx(-12.5)
    assert found.eac_bottom_up(70) == 115


def test_the_end_of_april() -> None:
    found = EarnedValue(515_400, 274_200, 252_264, 268_900)
    assert found.cpi == pytest.approx(0.938133, abs=5e-7)
    assert found.spi == pytest.approx(0.92)
    assert found.eac_typical == pytest.approx(549_388.97, abs=0.005)
    assert found.eac_atypical == 532_036
    assert found.eac_both == pytest.approx(573_779.32, abs=0.005)
    assert found.tcpi == pytest.approx(1.067489, abs=5e-7)


def test_nothing_is_divided_by_nothing() -> None:
    found = EarnedValue(100, 0, 0, 0)
    assert (found.cpi, found.spi, found.eac_typical, found.eac_both, found.etc, found.vac) == (None,) * 6
    assert EarnedValue(100, 50, 100, 100).tcpi is None
