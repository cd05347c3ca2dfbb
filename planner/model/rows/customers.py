"""Chapter 3: from whom it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import integer, long_text, text, texts
from planner.model.rows.base import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Row):
    """Customers who buy for the same reason."""

    TABLE: ClassVar[str] = "segment"
    CODE: ClassVar[str] = "S"

    name: str | None = text("Segment", required=True)
    priority: int | None = integer("Priority", minimum=1, maximum=4)
    accounts: int | None = integer("Accounts", minimum=0)
    job: str | None = text("The job they want done")
    buying_roles: tuple[str, ...] = texts("Who decides")
    trigger: str | None = text("What starts the search")
    alternatives: tuple[str, ...] = texts("What they compare us with", written=False)
    must_not: str | None = long_text("Who we do not chase here", written=False)
