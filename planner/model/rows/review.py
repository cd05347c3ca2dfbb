"""Chapter 13 and the room: actuals, kept promises, sessions, the pulse, the coach's questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import (
    FUNCTIONS,
    Audience,
    Day,
    Month,
    RowId,
    choice,
    day,
    integer,
    link,
    links,
    long_text,
    month,
    number,
    text,
    yes_no,
)
from planner.model.rows.base import Row

MEASURES = ("leads", "mql", "sal", "sql", "opportunity", "won", "order_intake", "kpi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual(Row):
    """What really came in one month: a stage count, order intake (major units), or a goal's own measure."""

    TABLE: ClassVar[str] = "actual"

    measure: str | None = choice("Measure", MEASURES, required=True)
    month: Month | None = month("Month", required=True)
    activity: RowId | None = link("Activity", "activity")
    goal: RowId | None = link("Goal", "goal")
    value: float | None = number("Value")
    source: str | None = text("Says who")


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCheck(Row):
    """Whether a promise was kept in one period."""

    TABLE: ClassVar[str] = "promise_check"

    commitment: RowId | None = link("Promise", "commitment", required=True)
    period: str | None = text("Period", "A month or a quarter", required=True)
    value: float | None = number("Value")
    kept: bool | None = yes_no("Kept")
    next_step: str | None = text("Next step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Row):
    """A workshop: which gate it worked towards, who was there."""

    TABLE: ClassVar[str] = "session"
    CODE: ClassVar[str] = "W-"

    title: str | None = text("Session", required=True)
    gate: str | None = text("Gate")
    held_on: Day | None = day("Held on")
    minutes: int | None = integer("Minutes", minimum=0)
    participants: tuple[RowId, ...] = links("Who took part", "person")
    notes: str | None = long_text("Notes", visibility=Audience.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse(Row):
    """One blind answer to one statement of the alignment pulse."""

    TABLE: ClassVar[str] = "pulse"

    session: RowId | None = link("Session", "session")
    statement: int | None = integer("Statement", minimum=1, maximum=12, required=True)
    person: RowId | None = link("Person", "person", visibility=Audience.INTERNAL)
    function: str | None = choice("Side", FUNCTIONS)
    score: int | None = integer("Answer", "1 to 5", minimum=1, maximum=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachAnswer(Row):
    """What became of one of the coach's questions. Its code names the question (goals-3)."""

    TABLE: ClassVar[str] = "coach_answer"

    state: str | None = choice("State", ("asked", "answered", "skipped"))
    answer: str | None = long_text("Answer", visibility=Audience.INTERNAL)
    by: RowId | None = link("Said by", "person")
    on: Day | None = day("On")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVersion(Row):
    """A moment of the plan's history that somebody gave a name."""

    TABLE: ClassVar[str] = "named_version"

    name: str | None = text("Version", required=True)
    edit: str | None = text("Moment", "The edit after which the plan stood so", required=True)
    note: str | None = text("Note")
    by: RowId | None = link("Named by", "person")
