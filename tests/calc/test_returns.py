import pytest

from planner.calc.results import Results
from planner.calc.returns import cycle_days, velocity_by_day
from planner.model.plan import Plan
from tests.calc.changes import id_of, with_single

CENT = 0.5


def test_unit_economics_of_the_example(example: Plan) -> None:
    found = Results(example).returns
    assert found.leads == 2015
    assert found.customers == pytest.approx(50.375)
    assert found.cost_by_stage["lead"] == pytest.approx(25_578, abs=CENT)
    assert found.cac_programme == pytest.approx(1_023_127, abs=CENT)
    assert found.cac_with_salaries == pytest.approx(1_618_660, abs=CENT)
    assert found.ltv_simple == pytest.approx(9_333_333, abs=CENT)
    assert found.ltv_end_of_year == pytest.approx(4_760_000)
    assert found.ltv_now == pytest.approx(6_160_000)
    assert found.ltv_to_cac == pytest.approx(4.65, abs=0.005)
    assert found.romi_cohort == pytest.approx(0.7828, abs=5e-5)
    assert found.romi_year == pytest.approx(0.4871, abs=5e-5)
    assert found.romi_with_salaries == pytest.approx(0.1269, abs=5e-5)
    assert found.break_even_deals == pytest.approx(28.2566, abs=5e-5)
    assert found.break_even_with_salaries == pytest.approx(44.70, abs=0.005)
    assert found.payback_months_recurring == pytest.approx(10_231.27 / (14_000 / 12), abs=1e-3)


def test_what_each_activity_costs_and_brings(example: Plan) -> None:
    found = {row.activity: row for row in Results(example).returns.by_activity}
    ads, webinars, spring, autumn = (found[id_of(example, code)] for code in ("A-06", "A-08", "A-10", "A-13"))
    assert ads.cost_per_lead == 25_000
    assert ads.cost_per_landed_lead == pytest.approx(43_400, abs=5)
    assert webinars.cost_per_lead == pytest.approx(8_151, abs=CENT)
    assert spring.cost_per_landed_lead == pytest.approx(22_154, abs=CENT)
    assert autumn.cost_per_landed_lead == pytest.approx(1_125_000)
    assert autumn.romi is not None
    assert autumn.romi_in_year is not None
    assert autumn.romi > 0 > autumn.romi_in_year
    catalogue = found[id_of(example, "A-01")]
    assert (catalogue.leads, catalogue.cost_per_lead) == (None, None)


def test_payback_is_the_first_month_that_covers_what_was_spent(example: Plan) -> None:
    """By the end of December the cohort's leads that landed (1,174.22) have brought more than was spent."""
    assert 1174.22 * 0.025 * 48_000 * 0.38 > 515_400
    assert Results(example).returns.payback_month == "2027-12"
    assert Results(with_single(example, "funnel", margin_rate=0.05)).returns.payback_month is None


def test_velocity(example: Plan) -> None:
    assert cycle_days(example) == pytest.approx((4.87 - 1.9) * 365.25 / 12)
    assert velocity_by_day(example, 30.934) == pytest.approx(30.934 * 4_800_000 * 0.25 / (2.97 * 365.25 / 12))
    assert velocity_by_day(example, None) is None
    assert velocity_by_day(Plan(), 30) is None


def test_an_empty_plan_has_no_returns() -> None:
    found = Results(Plan()).returns
    values = {getattr(found, name) for name in found.__slots__ if name not in ("cost_by_stage", "by_activity")}
    assert values == {None}
    assert found.by_activity == ()
    assert found.cost_by_stage == {}
