"""Excel workbooks as plain cells. Runs in a process of its own (sandbox.py): a workbook may be made to harm."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

from planner.exchange.refused import ImportRefused
from planner.exchange.tables import MOST_COLUMNS, MOST_ROWS, RawRow, RawTable, cell, trimmed
from planner.i18n import _, figure

MOST_MEMBERS = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 200
_SMALL_MEMBER = 1024 * 1024
"""Below this a member is harmless, however well it is packed."""
MOST_CELLS = 4_000_000
EMPTY_ROWS = 500
"""So many empty rows in a row are the end of a sheet."""


def read_sheets(path: Path) -> tuple[RawTable, ...]:
    """All sheets of a workbook that are not hidden, in their order. Raises ImportRefused."""
    check_package(path)
    with warnings.catch_warnings():
        # openpyxl warns of what it would lose on saving; nothing is saved here.
        warnings.simplefilter("ignore")
        return _read(path)


def _read(path: Path) -> tuple[RawTable, ...]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except ImportRefused:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes it trip over
        raise damaged(path, error) from None
    tables = []
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                tables.append(_sheet(sheet, path))
    except ImportRefused:
        raise
    except Exception as error:
        raise damaged(path, error) from None
    finally:
        book.close()
    if not tables:
        raise ImportRefused(_("{file} has no sheet with cells.").format(file=path.name))
    return tuple(tables)


def check_package(path: Path) -> None:
    """Look at the packed file before anything is unpacked (platform.md 2.2). Raises ImportRefused."""
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
            names = {member.filename.replace("\\", "/").lower() for member in members}
            unpacked = sum(member.file_size for member in members)
            packed_well = any(
                member.file_size > _SMALL_MEMBER and member.file_size > MOST_RATIO * max(member.compress_size, 1)
                for member in members
            )
            if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or packed_well:
                raise ImportRefused(
                    _("{file} unpacks to far more than a table needs; save a copy with only the table in it.").format(
                        file=path.name
                    )
                )
            if any(member.flag_bits & 0x1 for member in members):
                raise ImportRefused(
                    _("{file} is protected by a password; save a copy without one.").format(file=path.name)
                )
            if not any(name.startswith("xl/") for name in names):
                raise ImportRefused(
                    _("{file} is not an Excel workbook; export the table as CSV or .xlsx.").format(file=path.name)
                )
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    with package.open(member) as file:
                        if re.search(rb"<!\s*DOCTYPE", file.read(4096).replace(b"\0", b""), re.IGNORECASE):
                            raise ImportRefused(
                                _("{file} holds instructions that no workbook needs; it was not opened.").format(
                                    file=path.name
                                )
                            )
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise damaged(path, error) from None


def _sheet(sheet: Any, path: Path) -> RawTable:
    # What a sheet says about its own size may be wrong by a million rows.
    sheet.reset_dimensions()
    rows: list[RawRow] = []
    cells = empty = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), start=1):
        row = trimmed(number, [cell(value) for value in values])
        if row is None:
            empty += 1
            if empty > EMPTY_ROWS:
                break
            continue
        empty = 0
        rows.append(row)
        cells += len(row.cells)
        if len(rows) > MOST_ROWS or cells > MOST_CELLS:
            raise ImportRefused(
                _("{file}, sheet {sheet}: more than {most} rows; export fewer years and try again.").format(
                    file=path.name, sheet=sheet.title, most=figure(f"{MOST_ROWS:,}")
                )
            )
    return RawTable(tuple(rows), sheet=str(sheet.title))


def damaged(path: Path, error: Exception) -> ImportRefused:
    """What is said of a workbook that cannot be read."""
    return ImportRefused(
        _("{file} cannot be read as an Excel workbook ({reason}); open it in Excel and save a fresh copy.").format(
            file=path.name, reason=type(error).__name__
        )
    )
