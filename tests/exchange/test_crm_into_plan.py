"""What an export changes in the plan's assumptions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.exchange.crm import CrmImport, Opportunity, crm_rows, preview
from planner.exchange.crm.outcomes import LOST, OPEN, WON
from planner.exchange.text import read_plan
from planner.model.plan import Funnel, Plan, Rate

START = date(2025, 1, 10)


def deals(won: int, lost: int, amount: float = 100.0, days: int = 40) -> tuple[Opportunity, ...]:
    made = [Opportunity(row, WON, "Won", amount, START, START + timedelta(days)) for row in range(won)]
    return tuple(made + [Opportunity(row, LOST, "Lost", 0.0, START, START + timedelta(9)) for row in range(lost)])


@pytest.fixture
def plan(example_text: str) -> Plan:
    return read_plan(example_text)


def rate(plan: Plan, crm: CrmImport, code: str) -> Rate:
    return next(row for row in crm_rows(plan, crm) if isinstance(row, Rate) and row.code == code)


def funnel(plan: Plan, crm: CrmImport) -> Funnel:
    return next(row for row in crm_rows(plan, crm) if isinstance(row, Funnel))


@pytest.mark.parametrize(("won", "lost", "low", "high"), [(62, 189, 0.1977, 0.3039), (7, 21, 0.1268, 0.4336)])
def test_the_win_rate_has_its_wilson_range(plan: Plan, won: int, lost: int, low: float, high: float) -> None:
    found = rate(plan, CrmImport("deals.csv", deals(won, lost)), "opp_to_won")
    assert (found.low, found.high) == (low, high)
    assert found.observed == pytest.approx(won / (won + lost), abs=1e-6)
    assert (found.n, found.evidence_kind) == (won + lost, "own_data")
    assert found.evidence == "deals.csv, 2025-01..2025-02"
    assert found.id == plan.rates.by_code("opp_to_won").id


def test_a_plan_without_rates_gets_one() -> None:
    rows = crm_rows(Plan(), CrmImport("deals.csv", deals(1, 1)))
    assert [row.code for row in rows] == ["opp_to_won", None]


def test_deal_size_is_the_mean_with_its_range_in_minor_units(plan: Plan) -> None:
    sizes = (100.0, 200.0, 300.0, 400.0)
    crm = CrmImport("d.csv", tuple(Opportunity(row, WON, amount=size) for row, size in enumerate(sizes)))
    found = funnel(plan, crm)
    assert (found.deal_low, found.deal_likely, found.deal_high) == (12_348, 25_000, 37_652)
    assert found.deal_n == 4
    assert found.lag_won == plan.funnel.lag_won


def test_amounts_in_another_currency_are_not_taken(plan: Plan) -> None:
    found = funnel(plan, CrmImport("d.csv", deals(3, 1), currency="USD"))
    assert found.deal_likely == plan.funnel.deal_likely


def test_the_time_to_the_order_by_whole_months(plan: Plan) -> None:
    waits = (date(2025, 2, 9), date(2025, 2, 10), date(2025, 3, 9), date(2025, 4, 10))
    crm = CrmImport("d.csv", tuple(Opportunity(row, WON, created=START, closed=day) for row, day in enumerate(waits)))
    found = funnel(plan, crm)
    assert found.lag_won == (0.25, 0.5, 0.0, 0.25)
    assert "young deals included" in (found.lag_won_evidence or "")


def test_shares_sum_to_one_and_end_after_two_years(plan: Plan) -> None:
    made = tuple(Opportunity(n, WON, created=START, closed=START + timedelta(37 * n)) for n in range(31))
    found = funnel(plan, CrmImport("d.csv", made))
    assert len(found.lag_won) == 25
    assert sum(round(share * 10_000) for share in found.lag_won) == 10_000


def test_young_cohorts_do_not_make_the_wait_look_short(plan: Plan) -> None:
    old = deals(30, 0, days=95)
    young = tuple(Opportunity(n, WON, created=date(2025, 12, 1), closed=date(2025, 12, 5)) for n in range(30))
    found = funnel(plan, CrmImport("d.csv", old + young))
    assert found.lag_won == (0.0, 0.0, 0.0, 1.0)
    assert (found.lag_won_evidence or "").startswith("30 won deals")


def test_earlier_stages_where_the_export_has_their_days(plan: Plan) -> None:
    reached = [{"mql", "sal", "sql"}] * 3 + [{"mql", "sal"}] * 2 + [{"mql"}] * 5
    made = tuple(Opportunity(n, OPEN, reached=frozenset(names)) for n, names in enumerate(reached))
    crm = CrmImport("d.csv", made, stages_reached=("mql", "sal", "sql"))
    assert (rate(plan, crm, "mql_to_sal").observed, rate(plan, crm, "mql_to_sal").n) == (0.5, 10)
    assert rate(plan, crm, "sal_to_sql").observed == 0.6


def test_nothing_found_changes_nothing(plan: Plan) -> None:
    assert crm_rows(plan, CrmImport("d.csv", ())) == ()
    assert preview(plan, CrmImport("d.csv", ())) == []


def test_the_preview_says_before_and_after(plan: Plan) -> None:
    lines = {line.label: (line.before, line.after) for line in preview(plan, CrmImport("d.csv", deals(62, 189)))}
    assert lines["“Opportunities” to “Orders”: Low"] == ("21.0%", "19.8%")
    assert lines["Deal size, likely"] == ("EUR 48,000", "EUR 100")
    first = {line.label: line.after for line in preview(Plan(), CrmImport("d.csv", deals(62, 189)))}
    assert first["“Opportunities” to “Orders”: Kind of evidence"] == "Own data"
    assert lines["Months from lead to order"][1] == "0% · 100%"
