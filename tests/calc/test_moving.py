"""Money moves between activities to the cent, and what is bound stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.budget import budget_of
from planner.calc.moving import moved
from planner.model.ids import cell_id
from planner.model.plan import Activity, Amount, BudgetLine, Plan, Rows


def cell(line: str, month: str, planned: int, **more: int) -> Amount:
    return Amount(id=cell_id("amount", line, month), line=line, month=month, planned=planned, **more)


def plan_of(*amounts: Amount, committed: bool = False) -> Plan:
    lines = [
        BudgetLine(id="stand", activity="fair", position=1, committed=committed),
        BudgetLine(id="travel", activity="fair", position=2),
        BudgetLine(id="ads", activity="search", position=3),
    ]
    activities = [Activity(id="fair", code="A-01"), Activity(id="search", code="A-02")]
    return Plan({"budget_line": Rows(lines), "activity": Rows(activities), "amount": Rows(amounts)})


USUAL = (cell("stand", "2027-03", 3000), cell("travel", "2027-04", 1000), cell("ads", "2027-03", 2000))


def test_open_months_change_in_proportion() -> None:
    plan = plan_of(*USUAL)
    found = moved(plan, budget_of(plan), {"fair": 3000, "search": 3000})
    assert found.cells == {("stand", "2027-03"): 2250, ("travel", "2027-04"): 750, ("ads", "2027-03"): 3000}
    assert not found.left


def test_what_is_committed_spent_or_past_stays_and_is_said() -> None:
    spent = (cell("stand", "2027-03", 3000, actual=2500), USUAL[1], USUAL[2])
    plan = plan_of(*spent)
    found = moved(plan, budget_of(plan), {"fair": 1000})
    assert found.cells == {("stand", "2027-03"): 2500, ("travel", "2027-04"): 0}
    assert found.left == {"fair": -1500}
    bound = plan_of(*USUAL, committed=True)
    assert moved(bound, budget_of(bound), {"fair": 1000}).left == {"fair": -2000}
    late = plan_of(*USUAL)
    found = moved(late, budget_of(late), {"fair": 5000, "search": 1000}, "2027-04")
    assert found.cells == {("travel", "2027-04"): 2000}
    assert found.left == {"search": -1000}


def test_more_money_goes_to_committed_months_where_no_other_is_open() -> None:
    plan = plan_of(USUAL[0], committed=True)
    assert moved(plan, budget_of(plan), {"fair": 4000}).cells == {("stand", "2027-03"): 4000}
    spent = plan_of(cell("ads", "2027-03", 2000, actual=2000))
    assert moved(spent, budget_of(spent), {"search": 2500}).cells == {("ads", "2027-03"): 2500}


def test_a_locked_line_does_not_move() -> None:
    plan = plan_of(*USUAL)
    lines = [replace(line, locked=line.id == "ads") for line in plan.budget_lines]
    locked = plan.with_tables({"budget_line": Rows(lines)})
    assert moved(locked, budget_of(locked), {"search": 500}).left == {"search": -1500}


def test_money_without_a_month_to_go_to_is_said() -> None:
    plan = plan_of(USUAL[0], USUAL[1])
    assert moved(plan, budget_of(plan), {"search": 700}).left == {"search": 700}


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=8), st.integers(0, 60_000))
def test_not_a_cent_is_lost(amounts: list[int], wanted: int) -> None:
    cells = [cell("ads", f"2027-{n + 1:02d}", amount) for n, amount in enumerate(amounts)]
    plan = plan_of(*cells)
    found = moved(plan, budget_of(plan), {"search": wanted})
    after = sum(found.cells.get((one.line, one.month), one.planned or 0) for one in cells)
    assert after + found.left.get("search", 0) == pytest.approx(wanted)
    assert all(amount >= 0 for amount in found.cells.values())
