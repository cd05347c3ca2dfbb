"""Chapter 1: the plan itself and the company."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import (
    FUNCTIONS,
    Audience,
    Day,
    Money,
    Month,
    choice,
    choices,
    day,
    integer,
    long_text,
    money,
    month,
    number,
    share,
    text,
)
from planner.model.rows.base import Row

STATUSES = ("draft", "in_review", "locked", "live", "closed")
GATES = ("K0", "K1", "K2", "K3", "K4", "K5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Row):
    """The one row of facts about the plan itself and the company."""

    TABLE: ClassVar[str] = "facts"

    title: str | None = text("Plan", "What this plan is called", required=True)
    plan_code: str | None = text("Plan code", key="plan_id")
    version: int | None = integer("Version", minimum=1)
    status: str | None = choice("Status", STATUSES)
    currency: str | None = text("Currency", "Three letters, such as EUR", required=True)
    fiscal_year_start: Month | None = month("First month", "The month the plan starts with", required=True)
    horizon_months: int | None = integer("Months", "How many months the plan covers", minimum=1, maximum=60)
    kickoff_date: Day | None = day("Kick-off")
    as_of: Day | None = day("As of", "The day that 'today' means when the plan is checked")
    budget_lock_date: Day | None = day("Budget lock", "The day after which the budget is fixed")
    lint_gate: str | None = text("Gate", "The gate the plan is working towards")
    response_sla_days: int | None = integer("Answer within", "Days in which an input is answered", unit="days")
    locale: str | None = text("Language and region", "How numbers, dates and money are written", written=False)
    second_currency: str | None = text("Second currency", written=False)
    second_currency_rate: float | None = number(
        "Exchange rate", "Units of the plan's currency for one unit of the second", written=False
    )
    company: str | None = text("Company", required=True, key="-")
    industry: str | None = text("Industry", key="-")
    employees: int | None = integer("Employees", minimum=0, key="-")
    revenue_before_last: Money | None = money("Revenue, last full year", key="-", visibility=Audience.AGENCY)
    revenue_last: Money | None = money("Revenue, this year's forecast", key="-", visibility=Audience.AGENCY)
    revenue_target: Money | None = money("Revenue target", key="-", visibility=Audience.AGENCY)
    margin_rate: float | None = share("Contribution margin", key="-", visibility=Audience.INTERNAL)
    sales_heads: int | None = integer("Heads of sales", key="-")
    sales_field: int | None = integer("Field reps", key="-")
    sales_inside: int | None = integer("Inside sales", key="-")
    sales_distributors: int | None = integer("Distributors", key="-")
    marketing_fte: float | None = number("Marketing team", unit="full-time people", key="-")
    marketing_salaries: Money | None = money(
        "Marketing salaries outside this plan", key="-", visibility=Audience.INTERNAL
    )
    bridge_base: Money | None = money("Bridge: last year", key="-", visibility=Audience.AGENCY)
    bridge_existing: Money | None = money("Bridge: existing customers", key="-", visibility=Audience.AGENCY)
    bridge_marketing: Money | None = money("Bridge: through marketing", key="-", visibility=Audience.AGENCY)
    bridge_target: Money | None = money("Bridge: target", key="-", visibility=Audience.AGENCY)
    envelope: Money | None = money("Envelope", "What may be spent in all", key="-", visibility=Audience.AGENCY)
    budget_scope: str | None = text("What the envelope covers", key="-", visibility=Audience.AGENCY)
    good_lead: str | None = long_text("A good lead is", "Agreed by both halves", written=False)
    good_lead_agreed_by: tuple[str, ...] = choices("Agreed by", FUNCTIONS, written=False)
    exclusion: str | None = long_text("Who we do not chase", written=False)
