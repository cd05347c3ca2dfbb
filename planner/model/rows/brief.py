"""Chapter 7: the agency brief, its questions, its two-sided score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import (
    FUNCTIONS,
    Audience,
    Day,
    Money,
    RowId,
    choice,
    day,
    integer,
    link,
    links,
    long_text,
    money,
    number,
    text,
    texts,
    yes_no,
)
from planner.model.rows.base import Row

HEADINGS = (
    "management",
    "where_now",
    "where_to",
    "what_we_do",
    "who_to_talk_to",
    "how_we_know",
    "practicalities",
    "approvals",
)
"""The eight headings of a client's brief (method.md A12)."""
QUESTION_STATUSES = ("open", "answered", "assumed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(Row):
    """The brief an agency works from. One proposition, one approver."""

    TABLE: ClassVar[str] = "brief"
    CODE: ClassVar[str] = "BR-"

    title: str | None = text("Brief", required=True)
    agency: str | None = text("Agency")
    version: int | None = integer("Version", minimum=1)
    goals: tuple[RowId, ...] = links("Goals", "goal")
    segments: tuple[RowId, ...] = links("For", "segment")
    problem: str | None = long_text("The problem")
    propositions: tuple[str, ...] = texts("The one proposition", key="proposition", single=True)
    proof: tuple[str, ...] = texts("Proof")
    mandatories: tuple[str, ...] = texts("What must be kept to")
    measures: tuple[str, ...] = texts("How we will know")
    budget: Money | None = money("Budget", visibility=Audience.AGENCY)
    timing: str | None = text("Timing")
    final_approvers: tuple[RowId, ...] = links("Who says the final yes", "person", key="final_approver", single=True)
    approval_days: int | None = integer("The final yes takes", unit="days", minimum=0, written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Row):
    """One side's yes to one version of the brief."""

    TABLE: ClassVar[str] = "approval"

    brief: RowId | None = link("Brief", "brief", required=True, key="-")
    person: RowId | None = link("Person", "person")
    function: str | None = choice("Side", FUNCTIONS)
    date: Day | None = day("On")
    version: int | None = integer("Version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Row):
    """A question the agency or the team asks, and its answer or the assumption that stands in for it."""

    TABLE: ClassVar[str] = "question"
    CODE: ClassVar[str] = "Q-"
    DIGITS: ClassVar[int] = 2

    section: str | None = text("About")
    question: str | None = long_text("Question", required=True)
    asked_by: RowId | None = link("Asked by", "person")
    answer: str | None = long_text("Answer")
    answered_by: RowId | None = link("Answered by", "person")
    answered_on: Day | None = day("Answered on")
    status: str = choice("State", QUESTION_STATUSES, default="open", required=True)
    blocking: bool | None = yes_no("Blocks work until it is answered")
    due: Day | None = day("Needed by")
    activities: tuple[RowId, ...] = links("Waiting for it", "activity")
    put_to: RowId | None = link("Put to", "person", written=False)
    assumption_until: Day | None = day("Assumed until", "The day by which the assumption is checked", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefScore(Row):
    """One person's blind score of one heading of the brief."""

    TABLE: ClassVar[str] = "brief_score"

    brief: RowId | None = link("Brief", "brief", required=True)
    heading: str | None = text("Heading", required=True)
    person: RowId | None = link("Person", "person", visibility=Audience.INTERNAL)
    function: str | None = choice("Side", FUNCTIONS)
    score: float | None = number("Score", "1 to 5", minimum=1, maximum=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection(Row):
    """One of the eight headings of a brief: what stands under it, who writes it, and whether it is ready."""

    TABLE: ClassVar[str] = "brief_section"

    brief: RowId | None = link("Brief", "brief", required=True)
    heading: str | None = choice("Heading", HEADINGS, required=True)
    text: str | None = long_text("What it says")
    writer: RowId | None = link("Written by", "person")
    ready: bool | None = yes_no("Ready")
