"""Chapter 1: what the room knows before it starts, and the way from last year's revenue to the target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import Audience, Money, RowId, choice, link, long_text, money, text
from planner.model.rows.base import Row

NOTE_KINDS = ("situation", "strength", "weakness", "opportunity", "threat", "ground_rule", "parking_lot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Row):
    """One line of the situation, of the SWOT, of the ground rules or of the parking lot."""

    TABLE: ClassVar[str] = "note"

    kind: str = choice("Sheet", NOTE_KINDS, default="situation", required=True)
    text: str | None = long_text("What", required=True)
    author: RowId | None = link("Said by", "person", written=False)
    doubted_by: RowId | None = link("Doubted by", "person", written=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeStep(Row):
    """One further step between last year's revenue and the target."""

    TABLE: ClassVar[str] = "bridge_step"

    name: str | None = text("Step", required=True)
    amount: Money | None = money("Amount", "Negative where it is lost", visibility=Audience.AGENCY)
    arithmetic: str | None = text("How it is worked out", "Such as 14 × £125k", written=False)
