"""Kept and broken promises by month."""

from planner.calc import promises
from planner.model.plan import Commitment, Plan, PromiseCheck, Row, Rows

LEADS = Commitment(id="c", promise="35 leads", target=35.0)
MQLS = Commitment(id="q", promise="MQLs", targets=(("2027-Q1", 248.0), ("2027-Q2", 167.0)))


def plan_of(*rows: Row) -> Plan:
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def test_a_quarter_is_over_with_its_last_month() -> None:
    assert promises.month_of_period("2027-Q1") == "2027-03"
    assert promises.month_of_period("2027-05") == "2027-05"
    assert promises.month_of_period("in spring") is None
    assert promises.period_of_month(MQLS, "2027-05") == "2027-Q2"
    assert promises.period_of_month(LEADS, "2027-05") == "2027-05"


def test_what_somebody_said_goes_before_the_figure() -> None:
    check = PromiseCheck(id="k", commitment="c", period="2027-01", value=30.0)
    assert promises.is_kept(LEADS, check) is False
    assert promises.is_kept(LEADS, PromiseCheck(id="k", period="2027-01", value=30.0, kept=True)) is True
    assert promises.is_kept(LEADS, PromiseCheck(id="k", period="2027-01")) is None
    assert promises.is_kept(MQLS, PromiseCheck(id="k", period="2027-Q2", value=167.0)) is True


def test_a_promise_stands_as_it_was_found_last() -> None:
    plan = plan_of(
        LEADS,
        MQLS,
        PromiseCheck(id="2", commitment="c", period="2027-02", value=20.0, next_step="Meet on 13 May"),
        PromiseCheck(id="1", commitment="c", period="2027-01", value=36.0),
        PromiseCheck(id="3", commitment="c", period="2027-03"),
    )
    leads, mqls = promises.promises_kept(plan)
    assert list(leads.checks) == ["2027-01", "2027-02", "2027-03"]
    assert (leads.state, leads.next_step) == ("broken", "Meet on 13 May")
    assert (mqls.state, mqls.checks) == ("open", {})


def test_a_share_is_known_by_its_unit_else_by_its_measure_or_its_figures() -> None:
    assert promises.unit_of(Commitment(id="a", metric="Anteil beantwortet", unit="share", target=1.0)) == "share"
    assert promises.unit_of(Commitment(id="b", metric="answered in time", target=0.9)) == "share"
    assert promises.unit_of(Commitment(id="c", targets=(("2027-Q1", 0.9), ("2027-Q2", 1.0)))) == "share"
    assert promises.unit_of(Commitment(id="d", metric="share of visits", target=1.0)) == "share"
    assert promises.unit_of(MQLS) is None
    assert promises.unit_of(Commitment(id="e", metric="days", unit="days", target=0.5)) == "days"
    assert promises.unit_of(Commitment(id="f")) is None
