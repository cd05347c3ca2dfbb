"""What happened against what was signed, with what nobody entered left out on both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.calc.against import against, chance_so_far, measured
from planner.calc.results import Results
from planner.model.plan import (
    SINGLETONS,
    Activity,
    Actual,
    Amount,
    BudgetLine,
    Facts,
    Funnel,
    LeadMonth,
    Plan,
    Row,
    Rows,
)

FACTS = Facts(id=SINGLETONS["facts"], currency="GBP", fiscal_year_start="2027-01", horizon_months=4, envelope=100_000)


def plan_of(*rows: Row) -> Plan:
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def signed_plan(*more: Row) -> Plan:
    return plan_of(
        FACTS,
        Activity(id="a", title="Shows"),
        BudgetLine(id="b", description="Fair", activity="a"),
        *(Amount(id=f"b{n}", line="b", month=f"2027-0{n}", planned=10_000) for n in (1, 2, 3, 4)),
        *(LeadMonth(id=f"l{n}", activity="a", month=f"2027-0{n}", likely=30.0) for n in (1, 2, 3, 4)),
        *more,
    )


def later_plan() -> Plan:
    """Two months later: January and March are entered, February is not, and the plan itself has moved."""
    signed = signed_plan()
    cells = [replace(row, planned=99_000) for row in signed.amounts]
    cells[0] = replace(cells[0], actual=12_000)
    cells[2] = replace(cells[2], actual=9_000)
    return signed.with_tables(
        {
            "amount": Rows([*cells, Amount(id="n1", line="n", month="2027-01", planned=5_000, actual=1_000)]),
            "budget_line": Rows([*signed.budget_lines, BudgetLine(id="n", description="New", amount=5_000)]),
            "actual": Rows([Actual(id="x", measure="leads", month="2027-01", value=24.0)]),
        }
    )


def test_the_signed_plan_takes_what_came_in_and_nothing_else() -> None:
    mixed = measured(later_plan(), signed_plan())
    assert [(row.planned, row.actual) for row in mixed.amounts] == [
        (10_000, 12_000), (10_000, None), (10_000, 9_000), (10_000, None), (None, 1_000),
    ]  # fmt: skip
    assert mixed.budget_lines["n"].amount is None
    assert len(mixed.actuals) == 1


def test_months_that_nobody_entered_stand_on_neither_side() -> None:
    found = against(later_plan(), signed_plan(), "2027-04-10")
    assert found.spend is not None and found.landed is not None
    assert found.spend[:3] == (20_000, 22_000, 1.1)
    assert found.spend.months == ("2027-01", "2027-03")
    assert (found.landed.signed, found.landed.actual, found.landed.share) == (30.0, 24.0, 0.8)
    assert found.ahead == pytest.approx(0.3)
    assert (found.signed_spend, found.likely_spend) == (40_000, 12_000 + 1_000 + 10_000 + 9_000 + 10_000)
    assert not found.weighed


def test_the_running_total_ends_before_the_first_gap() -> None:
    found = against(later_plan(), signed_plan(), None)
    assert [row.signed for row in found.line] == [30.0, 60.0, 90.0, 120.0]
    assert [row.came for row in found.line] == [24.0, None, None, None]
    assert [row.likely for row in found.line] == [24.0, 54.0, 84.0, 114.0]
    nothing = against(signed_plan(), signed_plan(), None)
    assert nothing.spend is None and nothing.landed is None and nothing.ahead is None
    assert all(row.likely is None for row in nothing.line)
    assert nothing.likely_spend is None


def test_late_leads_count_by_what_still_lands() -> None:
    funnel = Funnel(id=SINGLETONS["funnel"], lag_won=(0.0, 0.5, 0.5))
    found = against(later_plan(), signed_plan(funnel), None)
    assert found.weighed
    assert [row.signed for row in found.line] == [30.0, 60.0, 75.0, 75.0]


def test_an_empty_plan_has_nothing_to_compare() -> None:
    found = against(Plan(), Plan(), None)
    assert (found.spend, found.landed, found.line, found.signed_spend) == (None, None, (), 0)


def test_fewer_leads_than_planned_lower_the_chance(example: Plan) -> None:
    plan = example
    came = [Actual(id=f"x{n}", measure="leads", month=f"2027-0{n}", value=count) for n, count in ((1, 0.0), (3, 10.0))]
    few = plan.with_tables({"actual": Rows(came)})
    before = chance_so_far(plan, Results(plan, "2026-11-16"))
    after = chance_so_far(few, Results(few, "2027-04-10"))
    assert before is not None and after is not None
    assert after < before - 0.1
    assert chance_so_far(Plan(), Results(Plan(), None)) is None
