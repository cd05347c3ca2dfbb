import pytest

from planner.calc.timing import arrivals_for, last_month_that_counts, quarters
from planner.model.plan import Plan
from tests.calc.changes import with_single


def test_when_leads_must_arrive_for_the_third_quarter(example: Plan) -> None:
    found = arrivals_for(example, "2027-07", "2027-09")
    assert found is not None
    assert found.weights == pytest.approx(
        {
            "2026-10": 0.04, "2026-11": 0.10, "2026-12": 0.20, "2027-01": 0.31, "2027-02": 0.45, "2027-03": 0.55,
            "2027-04": 0.55, "2027-05": 0.43, "2027-06": 0.25, "2027-07": 0.10, "2027-08": 0.02,
        }
    )  # fmt: skip
    assert sum(found.weights.values()) == pytest.approx(3)
    assert found.decided == ("2027-01", "2027-06")


def test_the_last_month_in_which_half_the_effect_still_lands(example: Plan) -> None:
    assert last_month_that_counts(example) == "2027-07"
    assert last_month_that_counts(example, "2027-06") == "2027-01"
    assert last_month_that_counts(example, share=1.0) == "2027-03"
    assert last_month_that_counts(example, share=1.1) is None


def test_quarters_of_the_plan(example: Plan) -> None:
    assert quarters(example)[2] == ("2027-07", "2027-09")
    assert len(quarters(example)) == 4
    assert quarters(with_single(example, "facts", horizon_months=7))[-1] == ("2027-07", "2027-07")


def test_without_a_lag_nothing_is_said(example: Plan) -> None:
    empty = Plan()
    assert arrivals_for(empty, "2027-07", "2027-09") is None
    assert last_month_that_counts(empty) is None
    assert quarters(empty) == ()
    assert arrivals_for(with_single(example, "funnel", lag_won=()), "2027-07", "2027-09") is None
