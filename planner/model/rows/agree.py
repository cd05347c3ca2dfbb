"""Chapters 11 and 12: risks, decisions, promises, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import (
    FUNCTIONS,
    Audience,
    Day,
    RowId,
    Series,
    choice,
    day,
    integer,
    link,
    links,
    long_text,
    number,
    series,
    text,
    texts,
)
from planner.model.rows.base import Row

INTERNAL = Audience.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Row):
    """A risk, assumption, issue or dependency."""

    TABLE: ClassVar[str] = "risk"
    CODE: ClassVar[str] = "R-"
    DIGITS: ClassVar[int] = 2

    type: str | None = choice("Kind", ("risk", "assumption", "issue", "dependency"), required=True)
    statement: str | None = long_text("What", required=True)
    probability: int | None = integer("Likely", "1 to 5", minimum=1, maximum=5)
    impact: int | None = integer("Heavy", "1 to 5", minimum=1, maximum=5)
    owner: RowId | None = link("Owner", "person")
    mitigation: str | None = text("What we do about it")
    trigger: str | None = text("We will notice by")
    due: Day | None = day("Look again on")
    status: str | None = choice("State", ("open", "closed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Premortem(Row):
    """A round in which the room imagined that the plan had failed."""

    TABLE: ClassVar[str] = "premortem"

    held_on: Day | None = day("Held on")
    participants: tuple[RowId, ...] = links("Who took part", "person")
    top_causes: tuple[str, ...] = texts("Why it failed", visibility=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(Row):
    """One sentence of a pre-mortem: why the plan failed, as somebody wrote it."""

    TABLE: ClassVar[str] = "cause"

    premortem: RowId | None = link("Pre-mortem", "premortem", required=True, visibility=INTERNAL)
    text: str | None = long_text("Why it failed", required=True, visibility=INTERNAL)
    by: RowId | None = link("Written by", "person", visibility=INTERNAL)
    risk: RowId | None = link("Became", "risk", visibility=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Row):
    """A decision, who made it, and who disagreed."""

    TABLE: ClassVar[str] = "decision"
    CODE: ClassVar[str] = "D-"
    DIGITS: ClassVar[int] = 2

    date: Day | None = day("On")
    decision: str | None = long_text("Decision", required=True)
    driver: RowId | None = link("Driven by", "person")
    approvers: tuple[RowId, ...] = links("Decided by", "person", key="approver", single=True)
    contributors: tuple[RowId, ...] = links("Took part", "person")
    informed: tuple[RowId, ...] = links("Told", "person")
    alternatives: tuple[str, ...] = texts("What else was possible")
    rationale: str | None = long_text("Because")
    revisit_on: Day | None = day("Look again on")
    status: str | None = choice("State", ("proposed", "decided", "parked", "superseded"))
    dissent: str | None = long_text("Who disagreed said", written=False, visibility=INTERNAL)
    dissent_by: RowId | None = link("Disagreed", "person", written=False, visibility=INTERNAL)
    superseded_by: RowId | None = link("Replaced by", "decision", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Row):
    """What one side promises another. The target is one number or one by period."""

    TABLE: ClassVar[str] = "commitment"
    CODE: ClassVar[str] = "C-"
    DIGITS: ClassVar[int] = 2

    from_function: str | None = choice("Who promises", FUNCTIONS)
    to_function: str | None = choice("To whom", FUNCTIONS)
    promise: str | None = long_text("Promise", required=True)
    metric: str | None = text("Measure")
    target: float | None = number("Target", key="-")
    targets: Series = series("Target by period", key="-")
    review: str | None = text("Reviewed")
    accepted_by: tuple[RowId, ...] = links("Accepted by", "person")
    accepted_on: Day | None = day("Accepted on")
    if_missed: str | None = text("If missed, we will", written=False)
    unit: str | None = text("Unit", "Share for a percentage, or what is counted, such as leads", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signoff(Row):
    """A signature under one version of the plan."""

    TABLE: ClassVar[str] = "signoff"

    person: RowId | None = link("Person", "person", required=True)
    function: str | None = choice("Side", FUNCTIONS)
    date: Day | None = day("On")
    version: int | None = integer("Version")
    edit: str | None = text("Signed at", "The edit the signature stands under", written=False)
    statement: str | None = text("In their words", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Row):
    """A finding that a person took upon them to leave, with a reason and an end."""

    TABLE: ClassVar[str] = "waiver"

    rule: str | None = text("Finding", required=True)
    object: str | None = text("About", "The short code of the row", required=True)
    persons: tuple[RowId, ...] = links("Waived by", "person")
    reason: str | None = long_text("Because", required=True)
    until: Day | None = day("Until", required=True)
    decision: RowId | None = link("Decision", "decision", written=False)
