"""New identities: ids, cell ids, short codes, places."""

from __future__ import annotations

import re
from hashlib import sha1
from typing import Any
from uuid import NAMESPACE_OID, uuid4

from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.tables import CELLS, row_class

_SPACE = NAMESPACE_OID.bytes
_VARIANT = {digit: f"{int(digit, 16) & 3 | 8:x}" for digit in "0123456789abcdef"}


def new_id() -> RowId:
    """An id that no row has."""
    return str(uuid4())


def cell_id(table: str, *keys: str) -> RowId:
    """The id of a cell of a grid: two people who fill the same cell fill the same row."""
    if len(keys) != len(CELLS[table]):
        raise ValueError(f"{table} cells are named by {CELLS[table]}")
    return made_id(table, *keys)


def made_id(*words: str) -> RowId:
    """The id that follows from these words: the same ones give the same id."""
    found = sha1(_SPACE + "/".join(words).encode(), usedforsecurity=False).hexdigest()
    # A UUID of version 5 as the library makes it, without an object for each of a hundred thousand cells.
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{_VARIANT[found[16]]}{found[17:20]}-{found[20:32]}"


def next_code(plan: Plan, table: str) -> str | None:
    """The short code after the highest in use (``SI-17``); None for tables whose rows carry none."""
    made = row_class(table)
    return _code(table, _last_number(plan, table) + 1) if made.CODE else None


def _last_number(plan: Plan, table: str) -> int:
    pattern = re.compile(re.escape(row_class(table).CODE) + r"(\d+)$")
    return max((int(found[1]) for row in plan.table(table) if (found := pattern.match(row.code or ""))), default=0)


def _code(table: str, number: int) -> str:
    made = row_class(table)
    return f"{made.CODE}{number:0{made.DIGITS}d}"


def next_position(plan: Plan, table: str) -> int:
    """The place behind the last row."""
    rows = plan.table(table).ordered
    return rows[-1].position + 1 if rows else 1


class NewRows:
    """Rows with fresh identities, each behind the one made before; for many rows at once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last: dict[str, tuple[int, int]] = {}

    def row(self, table: str, **values: Any) -> Any:
        """A row at the end of its table; cells get the id that follows from their keys."""
        made = row_class(table)
        if table in CELLS:
            keys = [str(values[name]) for name in CELLS[table]]
            return made(id=cell_id(table, *keys), **values)
        if table not in self._last:
            number = _last_number(self._plan, table) if made.CODE else 0
            self._last[table] = number, next_position(self._plan, table) - 1
        number, position = (last + 1 for last in self._last[table])
        self._last[table] = number, position
        code = _code(table, number) if made.CODE else None
        return made(**{"id": new_id(), "code": code, "position": position, **values})


def new_row(plan: Plan, table: str, **values: Any) -> Any:
    """A row with a fresh identity, at the end of its table; cells get the id that follows from their keys."""
    return NewRows(plan).row(table, **values)
