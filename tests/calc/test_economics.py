import pytest

from planner.calc import economics as eco


def test_what_a_lead_and_a_customer_cost() -> None:
    assert eco.cost_per(515_400, 2015) == pytest.approx(255.78, abs=0.005)
    assert eco.cost_per(21_600, 265) == pytest.approx(81.51, abs=0.005)
    assert eco.cost_per(515_400, 50.375) == pytest.approx(10_231.27, abs=0.005)
    assert eco.cost_per(815_400, 50.375) == pytest.approx(16_186.60, abs=0.005)
    assert eco.landed_cost_per_lead(45_000, 200, 0.02) == pytest.approx(11_250)
    assert eco.landed_cost_per_lead(57_600, 260, 1) == pytest.approx(221.54, abs=0.005)


def test_break_even() -> None:
    assert eco.break_even_deals(515_400, 48_000, 0.38) == pytest.approx(28.2566, abs=5e-5)
    assert eco.break_even_deals(815_400, 48_000, 0.38) == pytest.approx(44.70, abs=0.005)


def test_return_counts_contribution_and_not_revenue() -> None:
    assert eco.romi(50_000 * 0.6, 10_000) == pytest.approx(2.0)
    assert eco.romi(50.375 * 48_000 * 0.38, 515_400) == pytest.approx(0.7828, abs=5e-5)
    assert eco.romi(2_016_912 * 0.38, 515_400) == pytest.approx(0.4871, abs=5e-5)
    assert eco.romi(50.375 * 48_000 * 0.38, 815_400) == pytest.approx(0.1269, abs=5e-5)


def test_published_trade_fairs() -> None:
    revenue = 100 * 0.25 * 0.5 * 10_000
    assert revenue == 125_000
    assert eco.cost_per(revenue, 16_250) == pytest.approx(7.69, abs=0.005)
    assert eco.cost_per(16_250, 100) == pytest.approx(162.50)
    assert eco.romi(200_000, 134_787) == pytest.approx(0.484, abs=5e-4)
    assert eco.cost_per(134_787, 98) == pytest.approx(1_375.38, abs=0.005)


def test_lifetime_value_by_convention() -> None:
    assert eco.ltv_simple(40 * 0.75, 0.04) == pytest.approx(750)
    assert eco.ltv_end_of_year(14_000, 0.85, 0.10) == pytest.approx(47_600)
    assert eco.ltv_now(14_000, 0.85, 0.10) == pytest.approx(61_600)
    assert eco.ltv_simple(14_000, 0.15) == pytest.approx(93_333.33, abs=0.005)
    assert eco.ltv_to_cac(47_600, 10_231.27) == pytest.approx(4.65, abs=0.005)
    end, now = eco.ltv_end_of_year(150, 0.55, 0.10), eco.ltv_now(150, 0.55, 0.10)
    assert end == pytest.approx(150)
    assert now == pytest.approx(300)


def test_what_is_not_known_stays_unknown() -> None:
    assert eco.cost_per(None, 10) is None
    assert eco.cost_per(10, 0) is None
    assert eco.landed_cost_per_lead(10, None, 0.5) is None
    assert eco.break_even_deals(10, None, 0.5) is None
    assert eco.romi(10, 0) is None
    assert eco.ltv_simple(10, 0) is None
    assert eco.ltv_now(10, 1.2, 0.1) is None
    assert eco.ltv_end_of_year(None, 0.8, 0.1) is None
    assert eco.ltv_to_cac(10, None) is None
