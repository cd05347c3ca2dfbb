"""Months, days, quarters and cells a year later."""

from __future__ import annotations

import pytest

from planner.model.ids import cell_id
from planner.model.plan import Activity, Amount, BudgetLine, Commitment, Plan, Rows
from planner.model.shift import later_day, later_month, later_period, later_plan


@pytest.mark.parametrize(
    ("month", "months", "after"),
    [("2027-11", 2, "2028-01"), ("2027-01", -1, "2026-12"), ("2027-03", 12, "2028-03"), ("soon", 12, "soon")],
)
def test_months(month: str, months: int, after: str) -> None:
    assert later_month(month, months) == after


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [("2027-01-31", 1, "2027-02-28"), ("2028-02-29", 12, "2029-02-28"), ("2027-05-04", 1, "2027-06-04"), ("x", 1, "x")],
)
def test_days(day: str, months: int, after: str) -> None:
    assert later_day(day, months) == after


def test_quarters_move_by_whole_quarters() -> None:
    assert later_period("2027-Q4", 12) == "2028-Q4"
    assert later_period("2027-Q4", 3) == "2028-Q1"
    assert later_period("2027-Q4", 1) == "2027-Q4"


def test_cells_of_a_grid_move_with_their_identity() -> None:
    line = BudgetLine(id="fair", description="Fair")
    cell = Amount(id=cell_id("amount", "fair", "2027-03"), line="fair", month="2027-03", planned=100)
    plan = Plan(
        {
            "activity": Rows([Activity(id="a", title="Fair", start="2027-03", end="2027-12")]),
            "budget_line": Rows([line]),
            "amount": Rows([cell]),
            "commitment": Rows([Commitment(id="c", promise="Leads", targets=(("2027-Q1", 248.0), ("all", 3.0)))]),
        }
    )
    after = later_plan(plan, 12)
    assert [(row.id, row.month) for row in after.amounts] == [(cell_id("amount", "fair", "2028-03"), "2028-03")]
    assert (after.activities["a"].start, after.activities["a"].end) == ("2028-03", "2028-12")
    assert after.commitments["c"].targets == (("2028-Q1", 248.0), ("all", 3.0))
    assert later_plan(after, -12) == plan
