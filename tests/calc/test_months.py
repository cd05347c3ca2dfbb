import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc import months
from planner.model.plan import Facts, Plan, Rows
from planner.model.tables import SINGLETONS


def plan_with(**facts: object) -> Plan:
    return Plan({"facts": Rows([Facts(id=SINGLETONS["facts"], **facts)])})


@given(st.integers(0, 9000 * 12), st.integers(-600, 600))
def test_adding_and_counting_are_inverse(at: int, count: int) -> None:
    start = months.from_index(at + 600)
    assert months.offset(start, months.add(start, count)) == count


def test_spans_cross_years() -> None:
    assert months.span("2026-11", "2027-02") == ("2026-11", "2026-12", "2027-01", "2027-02")
    assert months.span("2027-02", "2027-01") == ()


def test_quarters() -> None:
    assert months.quarter("2027-03") == "2027-Q1"
    assert months.fiscal_quarter("2027-03", "2027-01") == 1
    assert months.fiscal_quarter("2027-03", "2026-07") == 3
    assert months.fiscal_quarter("2026-12", "2027-01") == 0


@pytest.mark.parametrize("text", ["2027", "2027-13", "27-01", "2027-1", "", "January", "2027/01"])
def test_text_that_is_no_month(text: str) -> None:
    assert not months.is_month(text)
    with pytest.raises(ValueError, match="not a month"):
        months.index(text)


def test_the_months_of_a_plan() -> None:
    plan = plan_with(fiscal_year_start="2026-11", horizon_months=3)
    assert months.period(plan) == ("2026-11", "2026-12", "2027-01")


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"fiscal_year_start": "2027-01"},
        {"horizon_months": 12},
        {"fiscal_year_start": "soon", "horizon_months": 12},
    ],
)
def test_a_plan_without_a_period_has_no_months(facts: dict) -> None:
    assert months.period(plan_with(**facts)) == ()


def test_days() -> None:
    assert months.month_of("2027-12-31") == "2027-12"
    assert months.month_of("31.12.2027") is None
    assert months.days_between("2026-10-05", "2026-11-16") == 42
    assert months.days_between(None, "2026-11-16") is None
