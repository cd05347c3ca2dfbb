"""Where everything of a plan stands in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from planner.model.plan import Plan

SCHEMA = "common-ground/1"

MAIN = {
    "people": "person",
    "stakeholders": "stakeholder",
    "goals": "goal",
    "segments": "segment",
    "sales_inputs": "sales_input",
    "materials": "material",
    "activities": "activity",
    "risks": "risk",
    "scenarios": "scenario",
    "decisions": "decision",
    "commitments": "commitment",
    "signoffs": "signoff",
}
"""Lists that are written even when they are empty."""

FURTHER = {
    "bridge_steps": "bridge_step",
    "runs": "run",
    "engagements": "engagement",
    "ratings": "rating",
    "briefs": "brief",
    "approvals": "approval",
    "questions": "question",
    "brief_scores": "brief_score",
    "brief_sections": "brief_section",
    "premortems": "premortem",
    "causes": "cause",
    "lead_types": "lead_type",
    "thresholds": "threshold",
    "waivers": "waiver",
    "actuals": "actual",
    "promise_checks": "promise_check",
    "sessions": "session",
    "pulses": "pulse",
    "coach_answers": "coach_answer",
    "named_versions": "named_version",
    "vote_rounds": "vote_round",
    "dots": "dot",
    "settled": "settled",
}
"""Lists that are written when there is something in them; rows that stand elsewhere in the text are not repeated."""

NOTES = {
    "situation": "situation",
    "strengths": "strength",
    "weaknesses": "weakness",
    "opportunities": "opportunity",
    "threats": "threat",
    "ground_rules": "ground_rule",
    "parking_lot": "parking_lot",
}

SECTIONS = (
    "meta",
    "company",
    "people",
    "stakeholders",
    "goals",
    "segments",
    "sales_inputs",
    "input_vote",
    "materials",
    "brief",
    "activities",
    "budget",
    "funnel",
    "risks",
    "premortem",
    "scenarios",
    "decisions",
    "commitments",
    "signoffs",
    "priority_votes",
)

FUNNEL = {
    ("model",): "model",
    ("deal_size", "low"): "deal_low",
    ("deal_size", "most_likely"): "deal_likely",
    ("deal_size", "high"): "deal_high",
    ("deal_size", "evidence"): "deal_evidence",
    ("deal_size", "n"): "deal_n",
    ("lag_lead_to_won", "pmf"): "lag_won",
    ("lag_lead_to_won", "evidence"): "lag_won_evidence",
    ("lag_lead_to_opportunity", "pmf"): "lag_opportunity",
    ("lag_lead_to_opportunity", "evidence"): "lag_opportunity_evidence",
    ("prior_leads_note",): "prior_note",
    ("baseline_leads_per_month", "low"): "baseline_low",
    ("baseline_leads_per_month", "most_likely"): "baseline_likely",
    ("baseline_leads_per_month", "high"): "baseline_high",
    ("baseline_leads_per_month", "evidence"): "baseline_evidence",
    ("capacity_sal_per_seller_month",): "capacity",
    ("sellers",): "sellers",
    ("unit_economics", "contribution_margin_rate"): "margin_rate",
    ("unit_economics", "annual_margin_per_customer"): "annual_margin",
    ("unit_economics", "retention_rate"): "retention_rate",
    ("unit_economics", "discount_rate"): "discount_rate",
    ("seed",): "seed",
}
LAGS = ("lag_lead_to_won", "lag_lead_to_opportunity")


def facts_paths(first_month: str | None) -> dict[tuple[str, ...], str]:
    """Where the facts stand; some keys name their fiscal year, which follows from the first month."""
    year = int(first_month[:4]) if first_month and first_month[:4].isdigit() else None
    before, last, target, bridge = (
        (f"revenue_fy{year - 2}", f"revenue_fy{year - 1}_forecast", f"revenue_target_fy{year}", f"_fy{year}")
        if year
        else ("revenue_before_last", "revenue_last", "revenue_target", "")
    )
    steps = f"revenue_bridge{bridge}"
    return {
        ("company", "name"): "company",
        ("company", "industry"): "industry",
        ("company", "employees"): "employees",
        ("company", before): "revenue_before_last",
        ("company", last): "revenue_last",
        ("company", target): "revenue_target",
        ("company", "contribution_margin_rate"): "margin_rate",
        ("company", "sales_team", "head"): "sales_heads",
        ("company", "sales_team", "field_reps"): "sales_field",
        ("company", "sales_team", "inside_sales"): "sales_inside",
        ("company", "sales_team", "distributors"): "sales_distributors",
        ("company", "marketing_team_fte"): "marketing_fte",
        ("company", "marketing_salaries_excluded_from_plan"): "marketing_salaries",
        (steps, "base"): "bridge_base",
        (steps, "existing_accounts_growth"): "bridge_existing",
        (steps, "marketing_sourced_increment"): "bridge_marketing",
        (steps, "target"): "bridge_target",
        ("budget", "envelope"): "envelope",
        ("budget", "scope"): "budget_scope",
    }


def names(plan: Plan, table: str, order: Sequence[str] | None = None) -> dict[str, str]:
    """What each row of a table is called in the text: its code where that is its own, else its number there."""
    rows = plan.table(table)
    codes = Counter(row.code for row in rows)
    named: dict[str, str] = {}
    for number, id in enumerate(order or [row.id for row in rows], start=1):
        code = rows[id].code
        named[id] = code if code and not code.startswith("#") and codes[code] == 1 else f"#{number}"
    return named
