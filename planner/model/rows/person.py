"""Chapter 1: who is in the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import FUNCTIONS, Audience, choice, text, yes_no
from planner.model.rows.base import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """Somebody with a name in this plan."""

    TABLE: ClassVar[str] = "person"
    CODE: ClassVar[str] = "P-"

    name: str | None = text("Name", required=True)
    role: str | None = text("Role")
    function: str | None = choice("Side", FUNCTIONS, required=True)
    level: str | None = choice("Level", ("lead", "field", "inside"), written=False)
    present: bool | None = yes_no("In the room", written=False)
    email: str | None = text("E-mail", written=False, visibility=Audience.INTERNAL)
