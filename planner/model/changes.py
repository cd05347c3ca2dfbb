"""What an edit changed, who made it, and the line of history it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.value import Value


class Author(Value):
    """Who is at the keyboard: a name, and the person in the plan where there is one."""

    name: str
    id: RowId | None = None


class RowChange(Value):
    """One row before and after; None where there was or is none."""

    table: str
    id: RowId
    before: Row | None
    after: Row | None


class Change(Value):
    """Everything one edit, undo or redo changed."""

    seq: int
    edit: str
    label: str
    kind: str
    author: Author
    rows: tuple[RowChange, ...]

    @property
    def tables(self) -> frozenset[str]:
        """The tables with at least one changed row."""
        return frozenset(row.table for row in self.rows)


class EditRecord(Value):
    """One line of history. ``kind`` is edit, undo or redo; ``at`` an ISO time in UTC."""

    seq: int
    id: str
    at: str
    author: str
    author_id: RowId | None
    label: str
    kind: str
    undoes: str | None


class Moment(Value):
    """Where a copy of a plan was taken: the first edit names the plan, the last one the state it was in."""

    plan: str
    edit: str
    seq: int


def moment_of(history: Sequence[EditRecord]) -> Moment:
    """The moment after these edits; a plan that nothing happened to has no name."""
    return Moment(history[0].id, history[-1].id, history[-1].seq) if history else Moment("", "", 0)


class Touched(NamedTuple):
    """How many rows of one table an edit wrote to, and the id of one of them."""

    seq: int
    table: str
    rows: int
    row: RowId


def apply_rows(plan: Plan, rows: Iterable[RowChange]) -> Plan:
    """The plan after these changes."""
    by_table: dict[str, dict[RowId, Row | None]] = {}
    for row in rows:
        by_table.setdefault(row.table, {})[row.id] = row.after
    return plan.with_tables({name: plan.table(name).with_changes(changed) for name, changed in by_table.items()})
