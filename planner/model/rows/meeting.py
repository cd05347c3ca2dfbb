"""What was settled when another copy of the plan was taken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import Audience, text, texts
from planner.model.rows.base import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(Row):
    """What one copy said when it was last taken in, so that nobody is asked about the same thing twice."""

    TABLE: ClassVar[str] = "settled"

    name: str | None = text("Copy", "The file that was taken in last", visibility=Audience.INTERNAL)
    source: str | None = text("Came from", "By what the copy is known again", visibility=Audience.INTERNAL)
    answers: tuple[str, ...] = texts(
        "Settled", "What it said that is settled, as marks by which it is known again", visibility=Audience.INTERNAL,
        counted=True,
    )  # fmt: skip
