"""Chapter 10: from leads to orders, and what if."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import (
    FUNCTIONS,
    Audience,
    Money,
    Month,
    RowId,
    Series,
    choice,
    choices,
    integer,
    link,
    long_text,
    money,
    month,
    number,
    numbers,
    series,
    share,
    text,
    yes_no,
)
from planner.model.rows.base import Row

EVIDENCE_KINDS = ("own_data", "estimate", "benchmark", "judgement")
INTERNAL = Audience.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel(Row):
    """The one row of assumptions that belong to the whole funnel. Lag lists are shares by month from month 0."""

    TABLE: ClassVar[str] = "funnel"

    model: str | None = text("Stages", key="-")
    deal_low: Money | None = money("Deal size, low", key="-", visibility=INTERNAL)
    deal_likely: Money | None = money("Deal size, likely", key="-", visibility=INTERNAL)
    deal_high: Money | None = money("Deal size, high", key="-", visibility=INTERNAL)
    deal_evidence: str | None = text("Deal size: evidence", key="-", visibility=INTERNAL)
    deal_n: int | None = integer("Deal size: deals counted", key="-", visibility=INTERNAL)
    lag_won: tuple[float, ...] = numbers("Months from lead to order", key="-", visibility=INTERNAL)
    lag_won_evidence: str | None = text("Months to order: evidence", key="-", visibility=INTERNAL)
    lag_opportunity: tuple[float, ...] = numbers("Months from lead to opportunity", key="-", visibility=INTERNAL)
    lag_opportunity_evidence: str | None = text("Months to opportunity: evidence", key="-", visibility=INTERNAL)
    prior_note: str | None = text("About last year's leads", key="prior_leads_note")
    baseline_low: float | None = number("Inbound leads a month, low", key="-")
    baseline_likely: float | None = number("Inbound leads a month, likely", key="-")
    baseline_high: float | None = number("Inbound leads a month, high", key="-")
    baseline_evidence: str | None = text("Inbound leads: evidence", key="-")
    capacity: float | None = number("Leads a seller can take on a month", key="capacity_sal_per_seller_month")
    sellers: int | None = integer("Sellers", key="sellers")
    margin_rate: float | None = share("Contribution margin", key="-", visibility=INTERNAL)
    annual_margin: Money | None = money("Margin a year from one customer", key="-", visibility=INTERNAL)
    retention_rate: float | None = share("Customers who stay another year", key="-", visibility=INTERNAL)
    discount_rate: float | None = share("Interest", key="-", visibility=INTERNAL)
    seed: int | None = integer("Random seed", "Keeps simulated figures the same", written=False)
    distribution: str | None = choice(
        "How values spread between low and high", ("pert", "triangular"), written=False, visibility=INTERNAL
    )
    market_factor: bool | None = yes_no(
        "Good and bad times move rates and deals together", written=False, visibility=INTERNAL
    )
    attempts: float | None = number("Attempts for each accepted lead", minimum=0, written=False)
    minutes_per_attempt: float | None = number("Minutes an attempt", minimum=0, unit="minutes", written=False)
    hours_per_seller: float | None = number(
        "Hours a seller keeps free for leads", "In a month", minimum=0, unit="hours", written=False
    )
    hours_marketing: float | None = number("Marketing hours a month", minimum=0, unit="hours", written=False)
    hours_agency: float | None = number("Agency hours a month", minimum=0, unit="hours", written=False)
    monthly_quota: Money | None = money("Sales quota a month", written=False, visibility=INTERNAL)
    marketing_share: float | None = share(
        "Marketing's share of the quota", written=False, visibility=INTERNAL
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Row):
    """A stage of the funnel: what counts as one, and who agreed to that. Its code is its name (lead, mql, ...)."""

    TABLE: ClassVar[str] = "stage"

    definition: str | None = long_text("Counts when")
    owner: str | None = choice("Whose", FUNCTIONS)
    accepted_by: tuple[str, ...] = choices("Agreed by", FUNCTIONS)
    time_limit: str | None = text("Time limit", written=False)
    on_refusal: str | None = text("When refused", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Row):
    """The share that goes on from one stage to the next. Its code names the two (lead_to_mql)."""

    TABLE: ClassVar[str] = "rate"

    low: float | None = share("Low", visibility=INTERNAL)
    most_likely: float | None = share("Likely", visibility=INTERNAL)
    high: float | None = share("High", visibility=INTERNAL)
    evidence: str | None = text("Evidence", visibility=INTERNAL)
    evidence_kind: str | None = choice("Kind of evidence", EVIDENCE_KINDS, visibility=INTERNAL)
    n: int | None = integer("Counted", "How many cases the rate was counted on", visibility=INTERNAL)
    observed: float | None = share("Observed", visibility=INTERNAL)
    agreed_by: RowId | None = link("Agreed by", "person", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorMonth(Row):
    """Leads that arrived in one month before the plan starts. Its id follows from the month."""

    TABLE: ClassVar[str] = "prior_month"

    month: Month = month("Month", default="", required=True)
    leads: float | None = number("Leads", minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Row):
    """A what-if kept beside the plan."""

    TABLE: ClassVar[str] = "scenario"
    CODE: ClassVar[str] = "SC-"

    title: str | None = text("What if", required=True)
    kind: str | None = choice("Kind", ("budget_cut", "allocation"))
    cut_share: float | None = share("Cut")
    from_month: Month | None = month("From")
    prepared: bool | None = yes_no("Prepared before the lock")
    policy: str | None = choice("How it is cut", ("equal", "agreed", "optimal"), written=False)
    note: str | None = long_text("What it showed", written=False, visibility=INTERNAL)
    cut_amount: Money | None = money("Cut, as an amount", written=False, visibility=Audience.AGENCY)
    shares: Series = series(
        "By hand", "The share that each activity or line loses, by its code; below 0 it gains",
        written=False, visibility=INTERNAL,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadType(Row):
    """A kind of lead with a worth of its own, for the promise in money (method.md B4)."""

    TABLE: ClassVar[str] = "lead_type"

    name: str | None = text("Kind of lead", required=True)
    close_rate: float | None = share("Become orders", visibility=INTERNAL)
    revenue: Money | None = money("Order brings", visibility=INTERNAL)
    per_month: float | None = number("A month", minimum=0)
    evidence: str | None = text("Evidence", visibility=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Row):
    """A line that the team lets a rule draw elsewhere than usual. Its code names the threshold."""

    TABLE: ClassVar[str] = "threshold"

    value: float | None = number("From here on", required=True)
    reason: str | None = text("Because")
    by: RowId | None = link("Decided by", "person")
