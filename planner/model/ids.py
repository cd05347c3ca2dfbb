"""New identities: ids, cell ids, short codes, places."""

from __future__ import annotations

import re
from typing import Any
from uuid import NAMESPACE_OID, uuid4, uuid5

from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.tables import CELLS, row_class


def new_id() -> RowId:
    """An id that no row has."""
    return str(uuid4())


def cell_id(table: str, *keys: str) -> RowId:
    """The id of a cell of a grid: two people who fill the same cell fill the same row."""
    if len(keys) != len(CELLS[table]):
        raise ValueError(f"{table} cells are named by {CELLS[table]}")
    return str(uuid5(NAMESPACE_OID, "/".join((table, *keys))))


def next_code(plan: Plan, table: str) -> str | None:
    """The short code after the highest in use (``SI-17``); None for tables whose rows carry none."""
    made = row_class(table)
    if not made.CODE:
        return None
    pattern = re.compile(re.escape(made.CODE) + r"(\d+)$")
    used = [int(found[1]) for row in plan.table(table) if (found := pattern.match(row.code or ""))]
    return f"{made.CODE}{max(used, default=0) + 1:0{made.DIGITS}d}"


def next_position(plan: Plan, table: str) -> int:
    """The place behind the last row."""
    rows = plan.table(table).ordered
    return rows[-1].position + 1 if rows else 1


def new_row(plan: Plan, table: str, **values: Any) -> Any:
    """A row with a fresh identity, at the end of its table; cells get the id that follows from their keys."""
    made = row_class(table)
    if table in CELLS:
        keys = [str(values[name]) for name in CELLS[table]]
        return made(id=cell_id(table, *keys), **values)
    identity = {"id": new_id(), "code": next_code(plan, table), "position": next_position(plan, table)}
    return made(**{**identity, **values})
