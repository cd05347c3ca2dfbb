"""The cells of any table file, before anybody knows what they mean.

The rows can be sent between processes, so that reading may happen in one that is stopped when it takes too long.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

Cell = str | int | float
"""A cell: a text (empty where there is nothing), or a number where the file itself says that it is one. Days come as
ISO texts, yes and no as ``true`` and ``false``."""

MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LONGEST = 32_767
"""Letters in a cell of a workbook, which is as many as Excel allows."""
_AT_ONCE = 500
"""So many rows are handed over at once between processes."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its number as a spreadsheet shows it, and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a sheet hides from people who look at it: rows by their numbers, columns from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of one sheet that are not empty, and what was noticed while reading them."""

    rows: tuple[RawRow, ...]
    sheet: str = ""
    notes: tuple[str, ...] = ()
    hidden: Hidden = Hidden()

    def __reduce__(self) -> tuple[Any, ...]:
        # A table goes from one process to another. A row at a time takes several times as long; all at once, and a
        # window of the program that receives them stands still meanwhile.
        parts = [self.rows[at : at + _AT_ONCE] for at in range(0, len(self.rows), _AT_ONCE)]
        packed = [pickle.dumps(([row.number for row in part], [row.cells for row in part])) for part in parts]
        return _table, (packed, self.sheet, self.notes, self.hidden)


def _table(packed: list[bytes], sheet: str, notes: tuple[str, ...], hidden: Hidden) -> RawTable:
    rows: list[RawRow] = []
    for part in packed:
        rows.extend(map(RawRow, *pickle.loads(part)))
    return RawTable(tuple(rows), sheet, notes, hidden)


def cell(value: Any) -> Cell:
    """A value of a workbook as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value if abs(value) < 1e300 else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value).strip()[:LONGEST]


def words(value: Cell) -> str:
    """A cell as people read it; whole numbers without decimals."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def column_letters(place: int) -> str:
    """A column, counted from 0, as a spreadsheet calls it: A, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def trimmed(number: int, cells: list[Cell]) -> RawRow | None:
    """A row without the empty cells at its end; None for one that is empty altogether."""
    while cells and cells[-1] == "":
        cells.pop()
    if not cells:
        return None
    return RawRow(number, tuple(cells) if len(cells) <= MOST_COLUMNS else tuple(cells[:MOST_COLUMNS]))
