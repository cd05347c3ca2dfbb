"""What came with a plan and has no field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import Audience, RowId, text
from planner.model.rows.base import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra(Row):
    """Something a plan in the text format carried that this version has no field for; kept as it came."""

    TABLE: ClassVar[str] = "extra"

    owner: RowId | None = text("Belongs to", "The row it stood in; empty for the plan")
    key: str = text("Name", default="", required=True)
    value: str = text("Value, as JSON", default="null", visibility=Audience.INTERNAL)
