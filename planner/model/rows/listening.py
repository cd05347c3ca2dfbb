"""Chapters 5 and 6: what sales says, what it is answered, and the materials."""

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
    Series,
    choice,
    day,
    integer,
    link,
    links,
    long_text,
    money,
    month,
    number,
    series,
    share,
    yes_no,
)
from planner.model.fields import (
    text as words,
)
from planner.model.rows.base import Row

CATEGORIES = (
    "objection",
    "material",
    "lead_quality",
    "process",
    "competitor",
    "customer_need",
    "event",
    "reference",
    "market_signal",
    "price",
    "digital",
    "partner",
    "idea",
)
INPUT_STATUSES = ("new", "discussed", "accepted", "adapted", "parked", "declined")
DECISIONS = ("keep", "revise", "replace", "retire", "create", "reproduce_unchanged")
BUYING_STAGES = ("aware", "consider", "decide")


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesInput(Row):
    """What somebody who meets customers said, and the answer it got."""

    TABLE: ClassVar[str] = "sales_input"
    CODE: ClassVar[str] = "SI-"
    DIGITS: ClassVar[int] = 2

    date: Day | None = day("Said on")
    given_by: RowId | None = link("Said by", "person", required=True)
    category: str | None = choice("Kind", CATEGORIES)
    text: str | None = long_text("In their words", required=True)
    evidence: str | None = words("Evidence")
    status: str = choice("Answer", INPUT_STATUSES, default="new", required=True)
    response: str | None = long_text("What the plan does with it")
    responder: RowId | None = link("Answered by", "person")
    responded_on: Day | None = day("Answered on")
    decline_reason: str | None = long_text("Because", "Why it is declined or parked")
    activities: tuple[RowId, ...] = links("Answered by activities", "activity")
    materials: tuple[RowId, ...] = links("Answered by materials", "material")
    decision: RowId | None = link("Decision", "decision")
    revisit_on: Day | None = day("Parked until", written=False)
    told_on: Day | None = day("Giver told on", written=False)
    merged_into: RowId | None = link("Same as", "sales_input", written=False)
    differs_from: tuple[RowId, ...] = links("Not the same as", "sales_input", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRound(Row):
    """One round of placing dots: on sales inputs, on activities, on the sentences of a pre-mortem."""

    TABLE: ClassVar[str] = "vote_round"

    kind: str = choice("About", ("inputs", "priorities", "causes"), default="inputs", required=True)
    question: str | None = words("Question")
    held_on: Day | None = day("Held on")
    dots_per_person: int | None = integer("Dots each", minimum=1)
    voters: Series = series("Voters by side")
    note: str | None = words("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot(Row):
    """The dots one side, or one person, placed on one thing. No row means nobody was asked, 0 means none placed."""

    TABLE: ClassVar[str] = "dot"

    round: RowId | None = link("Round", "vote_round", required=True)
    item: RowId | None = words("On", "The row that was voted for", required=True)
    function: str | None = choice("Side", FUNCTIONS, required=True)
    person: RowId | None = link("Person", "person", visibility=Audience.INTERNAL)
    dots: int = integer("Dots", default=0, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Row):
    """A brochure, deck, sheet, tool: what it costs, who uses it, what becomes of it."""

    TABLE: ClassVar[str] = "material"
    CODE: ClassVar[str] = "M-"
    DIGITS: ClassVar[int] = 2

    activity: RowId | None = link("Made in", "activity")
    replaced_by: RowId | None = link("Replaced by", "material")
    name: str | None = words("Material", required=True)
    type: str | None = words("Type")
    last_updated: Month | None = month("Last updated")
    annual_cost: Money | None = money("Cost a year", minimum=0, visibility=Audience.AGENCY)
    usage_share: float | None = share("Used by", "Share of reps who used it in the last 90 days")
    sales_rating: float | None = number("Sales rates it", "1 to 5, rated blind", minimum=1, maximum=5)
    n_raters: int | None = integer("Sales raters", minimum=0)
    decision: str | None = choice("Decision", DECISIONS)
    owner: RowId | None = link("Owner", "person")
    reason: str | None = words("Because")
    sales_inputs: tuple[RowId, ...] = links("Asked for by", "sales_input")
    stage: str | None = choice("Helps them to", BUYING_STAGES)
    segments: tuple[RowId, ...] = links("For", "segment")
    marketing_rating: float | None = number(
        "Marketing rates it", "1 to 5, rated blind", minimum=1, maximum=5, written=False
    )
    n_marketing_raters: int | None = integer("Marketing raters", minimum=0, written=False)
    deciders: tuple[RowId, ...] = links("Who decides", "person", written=False)
    decide_by: Day | None = day("Decided by", "The day by which it is decided", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Row):
    """One person's blind rating of one material."""

    TABLE: ClassVar[str] = "rating"

    material: RowId | None = link("Material", "material", required=True)
    person: RowId | None = link("Person", "person", visibility=Audience.INTERNAL)
    function: str | None = choice("Side", FUNCTIONS)
    score: float | None = number("Rating", "1 to 5; empty where it is not known", minimum=1, maximum=5)
    unknown: bool | None = yes_no("Does not know it")
    date: Day | None = day("Rated on")
    why: str | None = words("Because", visibility=Audience.INTERNAL)
