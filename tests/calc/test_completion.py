"""Four ways to reckon how the budget ends, and which of them fits what happened so far."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.calc.completion import ATYPICAL, BOTH, BOTTOM_UP, TYPICAL, completion_of
from planner.calc.results import Results
from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, Activity, Amount, BudgetLine, Facts, Plan, Row, Rows, Signoff


def plan_with(*, done: float | None, spent: int, later: int = 600_00) -> Plan:
    """One activity that costs 1,000 in all, 400 of it in the two months that are over."""
    rows: list[Row] = [
        Facts(id=SINGLETONS["facts"], currency="EUR", fiscal_year_start="2027-01", horizon_months=4, envelope=1_200_00),
        Activity(id="fair", title="Fair", progress=done),
        BudgetLine(id="stand", activity="fair"),
    ]
    for month, planned, actual in (("01", 100_00, spent // 2), ("02", 300_00, spent - spent // 2), ("03", later, None)):
        id = cell_id("amount", "stand", f"2027-{month}")
        rows.append(Amount(id=id, line="stand", month=f"2027-{month}", planned=planned, actual=actual))
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def test_all_four_ways_in_minor_units() -> None:
    found = completion_of(Results(plan_with(done=0.36, spent=450_00)))
    assert found is not None and not found.signed and not found.replanned
    assert (found.earned.bac, found.earned.pv, found.earned.ev, found.earned.ac) == (1_000_00, 400_00, 360_00, 450_00)
    assert found.ahead == 600_00
    assert found.ends[TYPICAL] == pytest.approx(1_250_00)
    assert found.ends[ATYPICAL] == pytest.approx(1_090_00)
    assert found.ends[BOTH] == pytest.approx(450_00 + 640_00 / (0.8 * 0.9))
    assert found.ends[BOTTOM_UP] == 1_050_00


@pytest.mark.parametrize(
    ("done", "spent", "fits"),
    [
        (0.36, 450_00, BOTH),  # dearer and late
        (0.40, 450_00, TYPICAL),  # dearer, and in time
        (0.36, 300_00, TYPICAL),  # cheaper, though late
        (0.40, 410_00, ATYPICAL),  # within five in a hundred
        (0.0, 450_00, ATYPICAL),  # nothing is done yet, so that nothing follows from its cost
    ],
)
def test_which_one_fits(done: float, spent: int, fits: str) -> None:
    found = completion_of(Results(plan_with(done=done, spent=spent)))
    assert found is not None and found.fits == fits


def test_nothing_follows_before_money_is_spent_or_where_progress_is_not_known() -> None:
    assert completion_of(Results(plan_with(done=None, spent=450_00))) is None
    assert completion_of(Results(Plan())) is None
    ahead = plan_with(done=0.4, spent=0)
    bare = [replace(row, actual=None) for row in ahead.amounts]
    assert completion_of(Results(ahead.with_tables({"amount": Rows(bare)}))) is None


def signed_by_both(plan: Plan) -> Plan:
    return plan.with_tables({"signoff": Rows(
        [Signoff(id=side, function=side, date="2026-12-01", edit="e1", position=at)
         for at, side in enumerate(("marketing", "sales"))]
    )})  # fmt: skip


def test_it_is_measured_against_the_plan_that_was_signed_with_the_progress_of_now() -> None:
    then = signed_by_both(plan_with(done=0.0, spent=0))
    now = signed_by_both(plan_with(done=0.4, spent=410_00))
    found = completion_of(Results(now, signed={"e1": then}))
    assert found is not None and found.signed
    assert (found.earned.bac, found.earned.ev, found.earned.ac) == (1_000_00, 400_00, 410_00)
    assert not found.replanned and found.fits == ATYPICAL


def test_months_ahead_that_were_planned_anew_are_what_it_comes_to() -> None:
    then = signed_by_both(plan_with(done=0.0, spent=0))
    now = signed_by_both(plan_with(done=0.36, spent=450_00, later=700_00))
    found = completion_of(Results(now, signed={"e1": then}))
    assert found is not None
    assert (found.earned.bac, found.ahead, found.ends[BOTTOM_UP]) == (1_000_00, 700_00, 1_150_00)
    assert found.replanned and found.fits == BOTTOM_UP
