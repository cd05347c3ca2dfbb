"""Patterns over months, and leads that land."""

from __future__ import annotations

import pytest

from planner.calc.leads import landing_by_month, leads_by_month
from planner.calc.money import largest_remainder
from planner.calc.phasing import Pattern, after_money, spread_count, weights
from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, Activity, Facts, Funnel, LeadMonth, Plan, Rows


@pytest.mark.parametrize(
    ("pattern", "count", "parts"),
    [
        ("even", 3, (3334, 3333, 3333)),
        ("front", 4, (4000, 3000, 2000, 1000)),
        ("event", 4, (3000, 0, 0, 7000)),
        ("event", 1, (10_000,)),
        ("event", 2, (3000, 7000)),
        ("seasonal", 4, (1000, 1000, 4000, 4000)),
    ],
)
def test_patterns_sum_to_the_cent(pattern: Pattern, count: int, parts: tuple[int, ...]) -> None:
    assert largest_remainder(10_000, weights(pattern, count, (1, 1, 4, 4))) == parts


def test_seasons_that_are_all_nothing_are_even() -> None:
    assert weights("seasonal", 3, (0, 0, 0)) == (1, 1, 1)
    assert weights("seasonal", 3) == (1, 1, 1)


def test_what_money_does_comes_with_it_and_half_of_it_a_month_later() -> None:
    months = ("2027-01", "2027-02", "2027-03", "2027-04")
    assert after_money({"2027-01": 100}, months) == (100, 50, 25, 12.5)
    assert after_money({"2026-11": 400, "2027-02": 60}, months) == (100, 110, 55, 27.5)
    assert after_money({"2027-05": 100}, months) == ()
    assert after_money({}, months) == after_money({"2027-01": 5}, ()) == ()
    assert spread_count(15, after_money({"2027-01": 100}, months)) == (8, 4, 2, 1)


def test_whole_leads_stay_whole() -> None:
    assert spread_count(10, (1, 1, 1)) == (4, 3, 3)
    assert spread_count(1.5, (1, 2)) == (0.5, 1.0)
    assert spread_count(1.5, (0, 0)) == (0.75, 0.75)
    assert spread_count(5, ()) == ()


def plan() -> Plan:
    def cell(activity: str, month: str, likely: float | None) -> LeadMonth:
        return LeadMonth(id=cell_id("lead_month", activity, month), activity=activity, month=month, likely=likely)

    return Plan(
        {
            "facts": Rows([Facts(id=SINGLETONS["facts"], fiscal_year_start="2027-01", horizon_months=12)]),
            "funnel": Rows([Funnel(id=SINGLETONS["funnel"], lag_won=(0.0, 0.5, 0.5))]),
            "activity": Rows([Activity(id="a"), Activity(id="b"), Activity(id="off", status="cancelled")]),
            "lead_month": Rows(
                [cell("a", "2027-03", 10), cell("a", "2027-11", 8), cell("b", "2027-03", 5), cell("b", "2027-12", 4),
                 cell("off", "2027-03", 100), cell("a", "2027-04", None)]
            ),
        }
    )  # fmt: skip


def test_leads_of_one_and_of_all_that_take_place() -> None:
    assert leads_by_month(plan(), "a") == {"2027-03": 10, "2027-11": 8}
    assert leads_by_month(plan()) == {"2027-03": 15, "2027-11": 8, "2027-12": 4}


def test_late_leads_land_after_the_plan() -> None:
    assert landing_by_month(plan(), leads_by_month(plan())) == {"2027-03": 15, "2027-11": 4, "2027-12": 0}
    assert landing_by_month(Plan(), {"2027-03": 1.0}) is None
