"""What every row of a plan has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its identity for machines, its code for people, its place in the list."""

    TABLE: ClassVar[str] = ""
    CODE: ClassVar[str] = ""
    """What a new short code starts with (``SI-`` gives ``SI-07``); empty where rows carry none."""
    DIGITS: ClassVar[int] = 1
    """The least number of digits of a short code."""

    id: RowId
    code: str | None = None
    position: int = 0
