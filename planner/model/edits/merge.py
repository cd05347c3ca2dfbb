"""What another copy, or a workbook that came back, brings into the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from planner.model.edits.base import Writer
from planner.model.edits.rows import delete_with_links, owns
from planner.model.fields import Kind, RowId, fields_of
from planner.model.plan import Plan
from planner.model.rows.base import Row


@dataclass(frozen=True)
class TakeIn:
    """Put rows in and take rows out, as one step. A link to something that is gone by then is emptied."""

    rows: tuple[Row, ...]
    gone: Mapping[str, frozenset[RowId]] = field(default_factory=dict)
    said: str = ""

    def label(self, plan: Plan) -> str:
        return self.said

    def run(self, write: Writer) -> None:
        for table, ids in self.gone.items():
            delete_with_links(write, table, ids)
        coming: dict[str, set[RowId]] = {}
        for row in self.rows:
            coming.setdefault(row.TABLE, set()).add(row.id)
        write.put([whole for row in self.rows if (whole := _whole(write.plan, coming, row)) is not None])

    def merges_with(self) -> str | None:
        return None


def _whole(plan: Plan, coming: Mapping[str, set[RowId]], row: Row) -> Row | None:
    """The row without its links to what is gone; None where it makes no sense without one of them."""
    mended: dict[str, Any] = {}
    for name, declared in fields_of(type(row)).items():
        if declared.kind not in (Kind.LINK, Kind.LINKS):
            continue
        known, value = plan.table(declared.target), getattr(row, name)
        there = coming.get(declared.target, set())
        if declared.kind is Kind.LINKS:
            kept = tuple(id for id in value if id in known or id in there)
            if kept != value:
                mended[name] = kept
        elif value is not None and value not in known and value not in there:
            if declared.required and owns(declared.target, row.TABLE):
                return None
            mended[name] = None
    return replace(row, **mended) if mended else row
