from dataclasses import replace

import pytest

from planner.calc.capacity import capacity_of, hours_needed, to_accepted
from planner.model.plan import Plan, Rows
from tests.calc.changes import id_of, with_row, with_single


def test_hours_that_accepted_leads_take() -> None:
    assert hours_needed(135, 5, 8) == 90
    assert hours_needed(135, 5, 8) / 11 == pytest.approx(8.2, abs=0.05)


def test_leads_a_seller_gets(example: Plan) -> None:
    found = capacity_of(example)
    assert to_accepted(example) == pytest.approx(0.32)
    march = found.sales[2]
    assert (march.month, march.accepted) == ("2027-03", pytest.approx(134.72))
    assert march.per_seller == pytest.approx(12.247, abs=5e-4)
    assert march.hours is None
    assert found.too_many_leads == ()
    assert capacity_of(with_single(example, "funnel", sellers=6)).too_many_leads == ("2027-03", "2027-11")


def test_hours_of_sales(example: Plan) -> None:
    plan = with_single(example, "funnel", attempts=5, minutes_per_attempt=8, hours_per_seller=8)
    found = capacity_of(plan)
    assert found.sales_hours == 88
    assert found.sales[2].hours == pytest.approx(134.72 * 5 * 8 / 60)
    assert found.too_many_hours == {"sales": ("2027-03",)}
    with_fair = capacity_of(with_row(plan, "activity", "A-10", hours_sales=90))
    assert with_fair.sales[2].hours == pytest.approx(134.72 * 5 * 8 / 60 + 30)


def test_hours_of_the_teams(example: Plan) -> None:
    plan = with_row(example, "activity", "A-03", hours_agency=90, hours_marketing=30)
    plan = with_single(plan, "funnel", hours_agency=25, hours_marketing=40)
    found = capacity_of(plan)
    assert [row.hours for row in found.agency[:4]] == [30, 30, 30, 0]
    assert [row.hours for row in found.marketing[:4]] == [10, 10, 10, 0]
    assert found.too_many_hours == {"agency": ("2027-01", "2027-02", "2027-03")}
    unplaced = capacity_of(with_row(plan, "activity", "A-03", end=None))
    assert unplaced.unplaced == (id_of(example, "A-03"),)
    assert unplaced.too_many_hours == {}


def test_without_the_usual_stage_the_first_of_sales_counts(example: Plan) -> None:
    stages = Rows(row for row in example.stages if row.code in ("lead", "sql"))
    assert to_accepted(example.with_tables({"stage": Rows()})) == pytest.approx(0.32)
    renamed = [replace(row, code="taken") if row.code == "sal" else row for row in example.stages]
    assert to_accepted(example.with_tables({"stage": Rows(renamed)})) == pytest.approx(0.32)
    assert to_accepted(example.with_tables({"stage": stages, "rate": Rows()})) is None


def test_an_empty_plan_asks_nothing_of_anybody() -> None:
    found = capacity_of(Plan())
    assert found.sales == found.marketing == found.agency == ()
    assert found.too_many_hours == {}
    assert found.too_many_leads == ()
