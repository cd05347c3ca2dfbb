"""Next year's plan from last year's: what carries over, marked as carried, and what everybody has to say anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from planner.i18n import _
from planner.model.ids import cell_id
from planner.model.plan import (
    Activity,
    Amount,
    BudgetLine,
    Facts,
    Funnel,
    Material,
    Plan,
    PriorMonth,
    Rate,
    Row,
    RowId,
    Rows,
    SalesInput,
    Stage,
    Stakeholder,
)
from planner.model.shift import later_month, later_plan

R = TypeVar("R", bound=Row)

_MONTHS = 12
_WHOLE = ("person", "segment", "lead_type", "threshold")
"""Tables whose rows carry over as they are."""
_OPEN_INPUTS = ("new", "discussed", "parked")


def next_plan(last: Plan) -> Plan:
    """The plan that follows a plan, a year later.

    People, stakeholders, segments, materials that were not retired, ground rules, definitions and rates carry over;
    rates and lags say where they come from. Activities come as carried over, proposed, a year later, with their last
    result still to be told; budget lines as last year's, without what was committed or spent. Inputs that nobody has
    answered, and those that were parked, are new again. Goals, promises, decisions, signatures, votes and actuals
    stay in last year's plan.
    """
    title = last.facts.title or _("last year's plan")
    moved = later_plan(last, _MONTHS)
    activities = [_activity(row) for row in moved.activities if row.status != "cancelled"]
    kept = {row.id for row in activities}
    materials = [_material(row, kept) for row in last.materials if row.decision != "retire"]
    lines = [_line(row) for row in moved.budget_lines if row.activity is None or row.activity in kept]
    inputs = [_input(row) for row in last.sales_inputs if row.status in _OPEN_INPUTS and row.merged_into is None]
    known = kept | {row.id for row in materials} | {row.id for row in inputs}
    tables: dict[str, Iterable[Row]] = {
        **{table: last.table(table) for table in _WHOLE},
        "facts": [_facts(last.facts)],
        "stakeholder": [_stakeholder(row) for row in last.stakeholders],
        "note": [row for row in last.notes if row.kind == "ground_rule"],
        "material": [_linked(row, known, ("sales_inputs",)) for row in materials],
        "sales_input": [_linked(row, known, ("differs_from",)) for row in inputs],
        "activity": [_linked(row, known, ("depends_on", "sales_inputs", "goals")) for row in activities],
        "run": [row for row in moved.runs if row.activity in kept],
        "lead_month": [row for row in moved.lead_months if row.activity in kept],
        "budget_line": lines,
        "amount": [_amount(row) for row in moved.amounts if row.line in {line.id for line in lines}],
        "funnel": [_funnel(last.funnel, title)],
        "stage": [_stage(row) for row in last.stages],
        "rate": [_rate(row, title) for row in last.rates],
        "prior_month": _prior(last),
    }
    return Plan({table: Rows(list(rows)) for table, rows in tables.items()})


def wants_last_result(plan: Plan) -> list[Activity]:
    """The activities that were carried over and of which nobody has said yet what came out."""
    return [row for row in plan.activities if row.origin == "carry_over" and not row.last_result]


def _facts(facts: Facts) -> Facts:
    start = later_month(facts.fiscal_year_start, _MONTHS) if facts.fiscal_year_start else None
    return replace(
        _without(facts, "plan_code", "version", "kickoff_date", "as_of", "budget_lock_date", "lint_gate",
                 "revenue_before_last", "revenue_last", "revenue_target", "bridge_base", "bridge_existing",
                 "bridge_marketing", "bridge_target", "envelope"),
        title=_next_title(facts.title, facts.fiscal_year_start),
        status="draft",
        fiscal_year_start=start,
        good_lead_agreed_by=(),
    )  # fmt: skip


def _without(row: R, *names: str) -> R:
    """The row with these fields not known."""
    gone: dict[str, Any] = dict.fromkeys(names)
    return replace(row, **gone)


def _next_title(title: str | None, start: str | None) -> str | None:
    """The years in a title, each one later."""
    years = {start[:4], str(int(start[:4]) + 1)} if start else set()

    def later(found: re.Match[str]) -> str:
        return str(int(found[0]) + 1) if found[0] in years else found[0]

    return re.sub(r"\d{4}", later, title or "") or None


def _stakeholder(row: Stakeholder) -> Stakeholder:
    return replace(row, engaged_on=None, engagement_action=None, engagement_action_date=None)


def _material(row: Material, activities: set[RowId]) -> Material:
    """As it exists; whether it is used and good is asked again."""
    after = _without(row, "replaced_by", "decision", "reason", "usage_share", "sales_rating", "n_raters",
                     "marketing_rating", "n_marketing_raters")  # fmt: skip
    return after if row.activity in activities else replace(after, activity=None)


def _input(row: SalesInput) -> SalesInput:
    after = _without(row, "response", "responder", "responded_on", "decline_reason", "decision", "revisit_on",
                     "told_on")  # fmt: skip
    return replace(after, status="new", activities=(), materials=())


def _activity(row: Activity) -> Activity:
    return replace(row, origin="carry_over", last_result=None, status="proposed", progress=None)


def _line(row: BudgetLine) -> BudgetLine:
    return replace(row, basis="last_year", committed=None, locked=None, note=None)


def _amount(row: Amount) -> Amount:
    return replace(row, committed=None, actual=None, note=None)


def _linked(row: Any, known: set[RowId], names: Iterable[str]) -> Any:
    """The row without links to what did not carry over."""
    return replace(row, **{name: tuple(id for id in getattr(row, name) if id in known) for name in names})


def _carried(evidence: str | None, title: str) -> str:
    if not evidence:
        return _("Carried over from {plan}").format(plan=title)
    return _("Carried over from {plan}: {evidence}").format(plan=title, evidence=evidence)


def _rate(row: Rate, title: str) -> Rate:
    known = any(value is not None for value in (row.low, row.most_likely, row.high))
    return replace(row, evidence=_carried(row.evidence, title) if known else None, observed=None, agreed_by=None)


def _stage(row: Stage) -> Stage:
    return replace(row, accepted_by=())


def _funnel(row: Funnel, title: str) -> Funnel:
    marked = {
        "deal_evidence": row.deal_likely, "lag_won_evidence": row.lag_won,
        "lag_opportunity_evidence": row.lag_opportunity, "baseline_evidence": row.baseline_likely,
    }  # fmt: skip
    known = [name for name, value in marked.items() if value not in (None, ())]
    said: dict[str, Any] = {name: _carried(getattr(row, name), title) for name in known}
    return replace(row, prior_note=None, **said)


def _prior(last: Plan) -> list[PriorMonth]:
    """The leads that came in last year, where they were entered month by month: they order this year."""
    counted: dict[str, float] = {}
    for actual in last.actuals:
        if actual.measure == "leads" and actual.month and actual.value is not None:
            counted[actual.month] = counted.get(actual.month, 0.0) + actual.value
    return [
        PriorMonth(id=cell_id("prior_month", month), month=month, leads=leads)
        for month, leads in sorted(counted.items())
    ]
