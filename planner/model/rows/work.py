"""Chapters 8 and 9: what is done, by whom, when, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import (
    FUNCTIONS,
    Audience,
    Day,
    Money,
    Month,
    RowId,
    choice,
    day,
    integer,
    link,
    links,
    money,
    month,
    number,
    share,
    text,
    yes_no,
)
from planner.model.rows.base import Row

ACTIVITY_KINDS = ("demand", "material", "process", "brand", "foundation")
CURVES = ("power", "log", "exponential", "hill", "adbudg")
AGENCY = Audience.AGENCY
INTERNAL = Audience.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Row):
    """Something the team does in the period, with the leads it is expected to bring."""

    TABLE: ClassVar[str] = "activity"
    CODE: ClassVar[str] = "A-"
    DIGITS: ClassVar[int] = 2

    title: str | None = text("Activity", required=True)
    kind: str | None = choice("Kind", ACTIVITY_KINDS)
    start: Month | None = month("Starts")
    end: Month | None = month("Ends")
    owner: RowId | None = link("Owner", "person")
    sales_role: str | None = text("What sales does in it")
    goals: tuple[RowId, ...] = links("Serves", "goal")
    sales_inputs: tuple[RowId, ...] = links("Answers", "sales_input")
    segments: tuple[RowId, ...] = links("For", "segment")
    success_metric: str | None = text("We will know by")
    origin: str | None = choice("Where it comes from", ("new", "improved", "carry_over"))
    last_result: str | None = text("What came out last time")
    status: str | None = choice("State", ("proposed", "approved", "live", "done", "cancelled"))
    depends_on: tuple[RowId, ...] = links("Needs first", "activity")
    in_brief: bool | None = yes_no("In the agency brief")
    leads_low: float | None = number("Leads, low", minimum=0, key="-")
    leads_likely: float | None = number("Leads, likely", minimum=0, key="-")
    leads_high: float | None = number("Leads, high", minimum=0, key="-")
    stage: str | None = choice("Helps to", ("reach", "act", "convert", "engage"), written=False)
    channel: str | None = text("Channel", written=False)
    deputy: RowId | None = link("Deputy", "person", written=False)
    supporter: RowId | None = link("With", "person", "Who carries it together with the owner", written=False)
    start_day: Day | None = day("First day", "Where the month is too coarse", written=False)
    end_day: Day | None = day("Last day", "Where the month is too coarse", written=False)
    fixed_day: Day | None = day("Date that cannot move", "Such as the first day of a fair", written=False)
    fixed_last_day: Day | None = day("It lasts until", written=False)
    fixed_what: str | None = text("What is on that date", written=False)
    review_day: Day | None = day("Review on", written=False)
    review_side: str | None = choice("Reviewed by", FUNCTIONS, written=False)
    sunk: bool | None = yes_no("Keeps its leads when its money is cut", written=False)
    all_or_nothing: bool | None = yes_no("Cannot be done by halves", written=False)
    progress: float | None = share("Done", "Share of its milestones that are reached", written=False)
    hours_marketing: float | None = number("Marketing hours", "In all", minimum=0, unit="hours", written=False)
    hours_sales: float | None = number("Sales hours", "In all", minimum=0, unit="hours", written=False)
    hours_agency: float | None = number("Agency hours", "In all", minimum=0, unit="hours", written=False)
    curve: str | None = choice("How leads follow money", CURVES, written=False, visibility=INTERNAL)
    elasticity: float | None = number(
        "Elasticity", "Leads grow by this share of a growth in money", minimum=0, written=False, visibility=INTERNAL
    )
    leads_at_nothing: float | None = number(
        "Leads without money", "In the plan's period", minimum=0, written=False, visibility=INTERNAL
    )
    leads_at_half_more: float | None = number(
        "Leads with half as much again", minimum=0, written=False, visibility=INTERNAL
    )
    leads_at_most: float | None = number(
        "Leads with any money", "However much is spent", minimum=0, written=False, visibility=INTERNAL
    )
    least_spend: Money | None = money("At least", "Below this it is not worth doing", written=False, visibility=AGENCY)
    most_spend: Money | None = money("At most", "More cannot be spent on it well", written=False, visibility=AGENCY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Row):
    """An activity taking place once more; its own start and end are its first time."""

    TABLE: ClassVar[str] = "run"

    activity: RowId | None = link("Activity", "activity", required=True)
    start: Month | None = month("Starts")
    end: Month | None = month("Ends")
    start_day: Day | None = day("First day", "Where the month is too coarse", written=False)
    end_day: Day | None = day("Last day", "Where the month is too coarse", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadMonth(Row):
    """The likely leads of one activity in one month. Its id follows from the two."""

    TABLE: ClassVar[str] = "lead_month"

    activity: RowId = link("Activity", "activity", default="", required=True)
    month: Month = month("Month", default="", required=True)
    likely: float | None = number("Leads, likely", minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Row):
    """Something that is paid for."""

    TABLE: ClassVar[str] = "budget_line"
    CODE: ClassVar[str] = "B-"
    DIGITS: ClassVar[int] = 2

    activity: RowId | None = link("Activity", "activity")
    category: str | None = text("Category")
    description: str | None = text("Line", required=True)
    owner: RowId | None = link("Lead", "person")
    basis: str | None = choice("Basis", ("quote", "estimate", "guess", "last_year", "rule"))
    priority: int | None = integer("Priority", "1 is cut last, 4 is cut first", minimum=1, maximum=4)
    in_brief: bool | None = yes_no("In the agency brief")
    committed: bool | None = yes_no("Committed")
    amount: Money | None = money("Amount", "What the line comes to in all", visibility=AGENCY)
    locked: bool | None = yes_no("Locked", written=False)
    in_second_currency: bool | None = yes_no("In the second currency", written=False)
    note: str | None = text("Note", written=False, visibility=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Row):
    """What one line costs in one month. Its id follows from the two."""

    TABLE: ClassVar[str] = "amount"

    line: RowId = link("Line", "budget_line", default="", required=True)
    month: Month = month("Month", default="", required=True)
    planned: Money | None = money("Planned", visibility=AGENCY)
    committed: Money | None = money("Committed", visibility=AGENCY)
    actual: Money | None = money("Actual", visibility=INTERNAL)
    note: str | None = text("Note", visibility=INTERNAL)
