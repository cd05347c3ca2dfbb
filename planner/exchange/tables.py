"""Any table file as rows of plain cells: which cells mean what is found out elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from planner.exchange.cells import RawTable
from planner.exchange.refused import ImportRefused
from planner.i18n import _

MOST_BYTES = 100 * 1024 * 1024
SMALL = 8 * 1024 * 1024
"""Bytes of delimited text that are read at once in this process."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


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
