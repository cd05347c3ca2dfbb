"""Excel workbooks as plain cells. Runs in a process of its own (sandbox.py): a workbook may be made to harm."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from planner.exchange.cells import LONGEST, MOST_COLUMNS, MOST_ROWS, Cell, Hidden, RawRow, RawTable, cell, trimmed
from planner.exchange.hidden import SHEET, Hides, parts_of, with_hidden
from planner.exchange.refused import ImportRefused
from planner.i18n import _, figure

MOST_MEMBERS = 2_000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 200
_SMALL_MEMBER = 1024 * 1024
"""Below this a member is harmless, however well it is packed."""
MOST_CELLS = 4_000_000
EMPTY_ROWS = 500
"""So many empty rows in a row are the end of a sheet."""
_USUAL = frozenset((str, float))
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="[A-Z]+[0-9]+:([A-Z]{1,3})([0-9]{1,7})"')
_MACROS = re.compile(r"vbaProject\.bin$|macrosheets[/\\]", re.IGNORECASE)
_ERRORS = (b't="e"', b"t='e'")
_PART = 1024 * 1024
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_sheets(path: Path) -> tuple[RawTable, ...]:
    """All sheets of a workbook that are not hidden, in their order. Raises ImportRefused."""
    check_package(path)
    return _noted(path, _read_somehow(path))


def _noted(path: Path, tables: tuple[RawTable, ...]) -> tuple[RawTable, ...]:
    """The sheets with what has to be said of the whole workbook."""
    with zipfile.ZipFile(path) as package:
        if not any(_MACROS.search(name) for name in package.namelist()):
            return tables
    said = _("The workbook holds macros; they were not run, only its cells were read.")
    return tuple(replace(table, notes=(*table.notes, said)) for table in tables)


def _read_somehow(path: Path) -> tuple[RawTable, ...]:
    if not _says_it_is_huge(path):
        # Looked for beside the reading, which does not need all of the processor's hands.
        looked: list[tuple[bool, dict[str, Hidden]]] = []
        look = Thread(target=lambda: looked.append(_look_through(path)))
        look.start()
        tables = None
        with suppress(Exception):  # whatever it trips over, the other reader says what is wrong, or reads it
            tables = _read_fast(path)
        look.join()
        if looked:
            errors, hidden = looked[0]
            return with_hidden(path, _read_whole(path) if tables is None or errors else tables, hidden)
    return _read_whole(path)


def read_foreign(path: Path, mark: str) -> tuple[RawTable, ...] | None:
    """The sheets of a workbook from elsewhere; None for one that has a sheet of this name, as this program's have.

    Raises ImportRefused."""
    check_package(path)
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.replace("\\", "/").lower() == "xl/workbook.xml"]
        if any(f'name="{mark}"'.encode() in package.read(name) for name in names):
            return None
    return read_sheets(path)


def read_sheets_slowly(path: Path) -> tuple[RawTable, ...]:
    """The same, row by row, for a workbook that has made the fast reader take too much. Raises ImportRefused."""
    check_package(path)
    return _noted(path, _read_whole(path))


def _read_whole(path: Path) -> tuple[RawTable, ...]:
    with warnings.catch_warnings():
        # openpyxl warns of what it would lose on saving; nothing is saved here.
        warnings.simplefilter("ignore")
        return _read(path)


def _says_it_is_huge(path: Path) -> bool:
    """Whether a sheet says that it has more cells than are read; the fast reader would take it at its word."""
    with zipfile.ZipFile(path) as package:
        for name in filter(SHEET.fullmatch, package.namelist()):
            with package.open(name) as file:
                size = _DIMENSION.search(file.read(2_000))
            if size and _cells_to(size[1].decode(), int(size[2])) > MOST_CELLS:
                return True
    return False


def _look_through(path: Path) -> tuple[bool, dict[str, Hidden]]:
    """Whether cells hold errors (#REF! and the like), which the fast reader takes for nothing, and what the parts of
    the sheets hide."""
    errors = False
    hidden = {}
    with zipfile.ZipFile(path) as package:
        for name in filter(SHEET.fullmatch, package.namelist()):
            hides = Hides()
            for part in parts_of(package, name, _PART):
                errors = errors or any(error in part for error in _ERRORS)
                hides.look(part)
            hidden[name] = hides.found()
    return errors, hidden


def _cells_to(column: str, row: int) -> int:
    wide = 0
    for letter in column:
        wide = wide * 26 + ord(letter) - 64
    return wide * row


def _read_fast(path: Path) -> tuple[RawTable, ...]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_path(path) as book:
        names = [one.name for one in book.sheets_metadata
                 if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet]  # fmt: skip
        tables = []
        for name in names:
            sheet = book.get_sheet_by_name(name)
            tables.append(_plain_rows(sheet.iter_rows(), name, path, before=sheet.start[1] if sheet.start else 0))
    if not tables:
        raise ImportRefused(_("{file} has no sheet with cells.").format(file=path.name))
    return tuple(tables)


def _plain_rows(values: Iterable[list[Any]], name: str, path: Path, before: int) -> RawTable:
    """Rows of the fast reader as plain cells, which begin behind so many empty columns; what most cells are is told
    without a call for each."""
    rows: list[RawRow] = []
    empty = 0
    for number, row in enumerate(values, start=1):
        if _USUAL.issuperset(map(type, row)):
            cells: list[Cell] = [
                value if value.__class__ is float
                else value.strip()[:LONGEST] if "_x00" not in value else _unescaped(value)
                for value in row
            ]  # fmt: skip
        else:
            cells = [cell(value) for value in row]
        if before:
            cells[:0] = [""] * before
        made = trimmed(number, cells)
        if made is not None:
            empty = 0
            rows.append(made)
            if len(rows) > MOST_ROWS:
                raise _too_long(path, name)
            continue
        empty += 1
        if empty > EMPTY_ROWS:
            break
    return RawTable(tuple(rows), sheet=name)


def _unescaped(text: str) -> str:
    """A text whose odd letters the workbook holds as their numbers, and the fast reader leaves so."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).strip()[:LONGEST]


def _too_long(path: Path, sheet: str) -> ImportRefused:
    return ImportRefused(
        _("{file}, sheet {sheet}: more than {most} rows; export fewer years and try again.").format(
            file=path.name, sheet=sheet, most=figure(f"{MOST_ROWS:,}")
        )
    )


def _read(path: Path) -> tuple[RawTable, ...]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (ImportRefused, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes it trip over
        raise damaged(path, error) from None
    tables = []
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                tables.append(_sheet(sheet, path))
    except (ImportRefused, MemoryError):
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
            raise _too_long(path, sheet.title)
    return RawTable(tuple(rows), sheet=str(sheet.title))


def damaged(path: Path, error: Exception) -> ImportRefused:
    """What is said of a workbook that cannot be read."""
    return ImportRefused(
        _("{file} cannot be read as an Excel workbook ({reason}); open it in Excel and save a fresh copy.").format(
            file=path.name, reason=type(error).__name__
        )
    )
