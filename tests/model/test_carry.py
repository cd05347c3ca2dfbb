"""What carries over from last year's plan, what is asked again, and what stays behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.model.carry import next_plan, wants_last_result
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.ids import cell_id
from planner.model.plan import Actual, Plan, Rows, Run
from tests.model.conftest import Clock


@pytest.fixture(scope="module")
def last(example_text: str) -> Plan:
    from planner.exchange.text import read_plan

    plan = read_plan(example_text)
    actuals = [Actual(id=f"x{n}", measure="leads", month="2027-11", value=40.0 + n) for n in range(2)]
    return plan.with_tables({"actual": Rows(actuals)})


@pytest.fixture(scope="module")
def plan(last: Plan) -> Plan:
    return next_plan(last)


def test_it_is_a_draft_for_the_year_after(plan: Plan, last: Plan) -> None:
    facts = plan.facts
    assert (facts.title, facts.fiscal_year_start, facts.status) == ("Marketing & sales plan FY2028", "2028-01", "draft")
    assert (facts.company, facts.currency, facts.margin_rate) == (last.facts.company, "EUR", 0.38)
    assert facts.revenue_target is None and facts.envelope is None and facts.budget_lock_date is None


def test_people_and_segments_carry_over_and_nobody_counts_as_heard(plan: Plan, last: Plan) -> None:
    assert plan.people == last.people and plan.segments == last.segments
    assert len(plan.stakeholders) == len(last.stakeholders)
    assert all(row.engaged_on is None and row.engagement_action is None for row in plan.stakeholders)
    assert [row.power for row in plan.stakeholders] == [row.power for row in last.stakeholders]
    assert not len(plan.engagements)


def test_activities_come_a_year_later_with_their_result_to_be_told(plan: Plan, last: Plan) -> None:
    fair = plan.activities.by_code("A-01")
    assert fair is not None
    assert (fair.start, fair.end, fair.origin, fair.status) == ("2028-01", "2028-02", "carry_over", "proposed")
    assert fair.last_result is None and fair.goals == () and fair.owner is not None
    assert wants_last_result(plan) == list(plan.activities)
    assert sum(row.likely or 0 for row in plan.lead_months) == sum(row.likely or 0 for row in last.lead_months)
    assert min(row.month for row in plan.lead_months) >= "2028-01"


def test_all_runs_of_an_activity_come_a_year_later(last: Plan) -> None:
    fair = last.activities.by_code("A-01")
    assert fair is not None
    runs = [Run(id="again", activity=fair.id, start="2027-10", end="2027-10", start_day="2027-10-04")]
    carried = next_plan(last.with_tables({"run": Rows(runs)}))
    assert list(carried.runs) == [replace(runs[0], start="2028-10", end="2028-10", start_day="2028-10-04")]
    cancelled = last.activities.with_changes({fair.id: replace(fair, status="cancelled")})
    assert not len(next_plan(last.with_tables({"run": Rows(runs), "activity": cancelled})).runs)


def test_budget_lines_are_last_years_without_what_was_committed_or_spent(plan: Plan, last: Plan) -> None:
    assert len(plan.budget_lines) == len(last.budget_lines)
    assert {row.basis for row in plan.budget_lines} == {"last_year"}
    assert not any(row.committed or row.locked for row in plan.budget_lines)
    assert sum(row.planned or 0 for row in plan.amounts) == sum(row.planned or 0 for row in last.amounts)
    assert not any(row.actual or row.committed for row in plan.amounts)
    assert all(row.id == cell_id("amount", row.line, row.month) for row in plan.amounts)


def test_assumptions_say_where_they_come_from_and_are_agreed_anew(plan: Plan, last: Plan) -> None:
    rate, before = plan.rates.by_code("lead_to_mql"), last.rates.by_code("lead_to_mql")
    assert rate is not None and before is not None
    assert (rate.low, rate.most_likely, rate.high, rate.n) == (before.low, before.most_likely, before.high, before.n)
    assert rate.evidence == f"Carried over from Marketing & sales plan FY2027: {before.evidence}"
    assert plan.funnel.deal_evidence == f"Carried over from Marketing & sales plan FY2027: {last.funnel.deal_evidence}"
    assert [row.definition for row in plan.stages] == [row.definition for row in last.stages]
    assert not any(row.accepted_by for row in plan.stages)


def test_leads_that_were_counted_last_year_order_this_year(plan: Plan) -> None:
    assert [(row.month, row.leads) for row in plan.prior_months] == [("2027-11", 81.0)]


def test_open_and_parked_inputs_are_new_again_and_answered_ones_stay_behind(plan: Plan, last: Plan) -> None:
    assert {row.code for row in plan.sales_inputs} == {
        row.code for row in last.sales_inputs if row.status in ("new", "discussed", "parked")
    }
    assert {row.status for row in plan.sales_inputs} == {"new"}
    assert not any(row.response or row.decline_reason or row.activities for row in plan.sales_inputs)
    assert not len(plan.dots) and not len(plan.vote_rounds)


def test_materials_are_rated_and_decided_anew_and_retired_ones_are_gone(plan: Plan, last: Plan) -> None:
    assert {row.code for row in plan.materials} == {row.code for row in last.materials if row.decision != "retire"}
    assert not any(row.decision or row.sales_rating or row.usage_share for row in plan.materials)
    assert [row.annual_cost for row in plan.materials if row.code == "M-01"] == [
        row.annual_cost for row in last.materials if row.code == "M-01"
    ]


def test_what_has_to_be_said_anew_stays_in_last_years_plan(plan: Plan) -> None:
    for table in ("goal", "signoff", "decision", "commitment", "actual", "scenario", "waiver", "brief", "question"):
        assert not len(plan.table(table)), table


def test_it_can_be_kept_as_a_file_whatever_the_plan_held(plan: Plan, tmp_path: Path, clock: Clock) -> None:
    """Every link points to something that carried over too."""
    author = Author("Ines")
    document = Document.create(tmp_path / "next.cgplan", now=clock, plan=plan, author=author, state_dir=tmp_path)
    assert document.plan == plan
    document.close()
    assert next_plan(Plan()).facts.status == "draft"


def test_a_title_without_a_year_stays(last: Plan) -> None:
    plan = last.with_tables({"facts": Rows([replace(last.facts, title="Growth 2050")])})
    assert next_plan(plan).facts.title == "Growth 2050"
