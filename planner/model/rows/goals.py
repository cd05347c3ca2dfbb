"""Chapter 2: what both sides want."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import Day, RowId, choice, day, link, number, text
from planner.model.rows.base import Row

GOAL_KINDS = ("revenue", "pipeline", "enablement", "process", "awareness", "retention", "output")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Row):
    """A goal with a marketing half and a sales half. Its figures are in its own unit: major units of money
    where the unit is a currency, fractions where it is ``share``."""

    TABLE: ClassVar[str] = "goal"
    CODE: ClassVar[str] = "G"

    title: str | None = text("Goal", required=True)
    kind: str | None = choice("Kind", GOAL_KINDS)
    metric: str | None = text("Measure", "What is counted")
    unit: str | None = text("Unit", "GBP or EUR for money, share for a percentage, or what is counted, such as leads")
    baseline: float | None = number("Today")
    baseline_source: str | None = text("Says who", "The report today's figure comes from")
    target: float | None = number("Target")
    due: Day | None = day("By")
    owner_marketing: RowId | None = link("Marketing half", "person")
    owner_sales: RowId | None = link("Sales half", "person")
    commitment: str | None = choice("Commitment", ("committed", "aspirational"))
    parent: RowId | None = link("Supports", "goal", written=False)
    marketing_promise: str | None = text("What marketing does for it", written=False)
    sales_promise: str | None = text("What sales does for it", written=False)
    review: str | None = text("Review", "How often it is looked at", written=False)
    guard_metric: str | None = text("What must not suffer", written=False)
