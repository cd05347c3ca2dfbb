"""An earlier moment of a plan: what the file says of it, read at once, and the plan that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.model.changes import RowChange, apply_rows
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.reader import row_from


@dataclass(frozen=True)
class Earlier:
    """Made by the journal, in the thread that owns the file; `plan()` asks nothing of it and fits beside the window."""

    later: Plan
    images: Mapping[tuple[str, RowId], str | None]
    """What differs from it: each row as it was then, None where it was not there."""

    def plan(self) -> Plan:
        """The plan as it was."""
        return apply_rows(
            self.later,
            (
                RowChange(table, id, self.later.table(table).get(id), row_from(table, image))
                for (table, id), image in self.images.items()
            ),
        )
