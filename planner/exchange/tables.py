"""Any table file as rows of plain cells: which cells mean what is found out elsewhere.

The rows can be sent between processes, so that reading may happen in one that is stopped when it takes too long.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from planner.exchange.refused import ImportRefused
from planner.i18n import _

Cell = str | int | float
"""A cell: a text (empty where there is nothing), or a number where the file itself says that it is one. Days come as
ISO texts, yes and no as ``true`` and ``false``."""

MOST_BYTES = 100 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
LONGEST = 32_767
"""Letters in a cell of a workbook, which is as many as Excel allows."""
SMALL = 8 * 1024 * 1024
"""Bytes of delimited text that are read at once in this process."""
_AT_ONCE = 500
"""So many rows are handed over at once between processes."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its number as a spreadsheet shows it, and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of one sheet that are not empty, and what was noticed while reading them."""

    rows: tuple[RawRow, ...]
    sheet: str = ""
    notes: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        # A table goes from one process to another. A row at a time takes several times as long; all at once, and a
        # window of the program that receives them stands still meanwhile.
        parts = [self.rows[at : at + _AT_ONCE] for at in range(0, len(self.rows), _AT_ONCE)]
        packed = [pickle.dumps(([row.number for row in part], [row.cells for row in part])) for part in parts]
        return _table, (packed, self.sheet, self.notes)


def _table(packed: list[bytes], sheet: str, notes: tuple[str, ...]) -> RawTable:
    rows: list[RawRow] = []
    for part in packed:
        rows.extend(map(RawRow, *pickle.loads(part)))
    return RawTable(tuple(rows), sheet, notes)


def read_tables(path: Path) -> tuple[RawTable, ...]:
    """The sheets of a file; one for delimited text. Raises ImportRefused.

    Workbooks, and texts above ``SMALL`` bytes, are read in a process of their own with limits.
    """
    from planner.exchange.delimited import read_delimited
    from planner.exchange.sandbox import run_limited
    from planner.exchange.sheets import read_sheets, read_sheets_slowly

    if is_workbook(path):
        return run_limited(read_sheets, path, otherwise=partial(read_sheets_slowly, path))
    if path.stat().st_size > SMALL:
        return (run_limited(read_delimited, path),)
    return (read_delimited(path),)


def read_table(path: Path, sheet: str | None = None, tables: Sequence[RawTable] = ()) -> RawTable:
    """One sheet of a file: the named one, else the first that holds anything. ``tables`` are its sheets where they have
    been read already. Raises ImportRefused."""
    tables = tables or read_tables(path)
    if sheet is not None:
        for table in tables:
            if table.sheet.casefold() == sheet.casefold():
                return table
        names = ", ".join(table.sheet for table in tables if table.sheet)
        raise ImportRefused(
            _("{file} has no sheet called “{sheet}”; it has: {names}.").format(
                file=path.name, sheet=sheet, names=names or "-"
            )
        )
    return next((table for table in tables if table.rows), tables[0])


def is_workbook(path: Path) -> bool:
    """Whether the file is an Excel workbook, by what it starts with. Raises ImportRefused for what cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
        size = path.stat().st_size
    except FileNotFoundError:
        raise ImportRefused(_("There is no file {file}; check its name and folder.").format(file=path)) from None
    except OSError as error:
        raise ImportRefused(
            _("{file} cannot be opened ({reason}).").format(file=path, reason=error.strerror or error)
        ) from None
    if size > MOST_BYTES:
        raise ImportRefused(
            _("{file} is larger than 100 MB; export fewer years or columns and try again.").format(file=path.name)
        )
    if not head.strip(b"\0 \t\r\n"):
        raise ImportRefused(_("{file} is empty.").format(file=path.name))
    if head.startswith(_OLE):
        raise ImportRefused(
            _("{file} is protected by a password or an old .xls; save a copy as .xlsx without a password.").format(
                file=path.name
            )
        )
    if head.startswith(_ZIP):
        return True
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<?xml", b"%pdf", b"{\\rtf")):
        raise ImportRefused(
            _("{file} is a web page or a document, not a table; export it as CSV or .xlsx.").format(file=path.name)
        )
    return False


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
