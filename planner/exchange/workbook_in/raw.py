"""The cells of a workbook that comes back, as plain values. Runs in a process of its own, with limits (sandbox.py)."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from planner.exchange.cells import MOST_COLUMNS, MOST_ROWS
from planner.exchange.refused import ImportRefused
from planner.exchange.sheets import EMPTY_ROWS, MOST_CELLS, check_package, damaged
from planner.exchange.workbook.marks import MARKS
from planner.i18n import _

Value = str | int | float | bool | date | None
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<f[\s/>]')

_EMPTY: set[type] = {type(None)}
_PLAIN: set[type] = {type(None), str, int, float, bool}


@dataclass(slots=True)
class RawSheet:
    """One sheet: its rows by number, and where formulas stand, as (row, column) from 1."""

    title: str
    rows: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    formulas: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> Value:
        """The value of a cell, both from 1."""
        cells = self.rows.get(row, ())
        return cells[column - 1] if 0 < column <= len(cells) else None


@dataclass(slots=True)
class RawBook:
    """All sheets, the lines of the hidden one, where named cells are, and who saved the workbook when."""

    sheets: list[RawSheet] = field(default_factory=list)
    marks: list[tuple[str, ...]] = field(default_factory=list)
    names: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """By name: sheet, row, column."""
    saved_by: str = ""
    saved_at: str = ""


def read_raw(path: Path) -> RawBook:
    """Every cell that holds something. Raises ImportRefused."""
    check_package(path)
    with warnings.catch_warnings():
        # openpyxl warns of what it would lose on saving; nothing is saved here.
        warnings.simplefilter("ignore")
        try:
            return _read(path)
        except ImportRefused:
            raise
        except Exception as error:  # openpyxl raises whatever a damaged part makes it trip over
            raise damaged(path, error) from None


def _read(path: Path) -> RawBook:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        raw = RawBook(names=dict(_names(book)), saved_by=(book.properties.lastModifiedBy or "").strip())
        if book.properties.modified:
            raw.saved_at = book.properties.modified.isoformat()
        with zipfile.ZipFile(path) as package:
            room = MOST_CELLS
            for sheet in book.worksheets:
                if sheet.title == MARKS:
                    raw.marks = [tuple(_text(value) for value in row) for row in sheet.iter_rows(values_only=True)]
                    continue
                one, room = _sheet(sheet, path, room)
                part = str(sheet._worksheet_path)  # type: ignore[attr-defined]  # the one place that says it
                one.formulas = frozenset(_formulas(package.read(part)))
                raw.sheets.append(one)
        return raw
    finally:
        book.close()


def _sheet(sheet: Any, path: Path, room: int) -> tuple[RawSheet, int]:
    """The cells of a sheet, and how many more cells may be read after it."""
    # What a sheet says about its own size may be wrong by a million rows.
    sheet.reset_dimensions()
    rows: dict[int, tuple[Value, ...]] = {}
    empty = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        kinds = set(map(type, values))
        if kinds != _EMPTY and kinds:
            cells = values[:MOST_COLUMNS]
            rows[number] = tuple(cells) if kinds <= _PLAIN else tuple(map(_value, cells))
            empty = 0
            room -= len(cells)
            if len(rows) > MOST_ROWS or room < 0:
                raise ImportRefused(
                    _("{file}, sheet {sheet}: more cells than a plan holds; nothing was read.").format(
                        file=path.name, sheet=sheet.title
                    )
                )
        else:
            empty += 1
            if empty > EMPTY_ROWS:
                break
    return RawSheet(str(sheet.title), rows), room


def _value(value: Any) -> Value:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return value.isoformat()
    if value is None or isinstance(value, (str, int, float, date)):
        return value
    return str(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _formulas(part: bytes) -> Iterator[tuple[int, int]]:
    from openpyxl.utils import column_index_from_string

    columns: dict[bytes, int] = {}
    for found in _FORMULA.finditer(part):
        letters = found[1]
        if letters not in columns:
            columns[letters] = column_index_from_string(letters.decode("ascii"))
        yield int(found[2]), columns[letters]


def _names(book: Any) -> Iterator[tuple[str, tuple[str, int, int]]]:
    from openpyxl.utils import range_boundaries

    for name, defined in book.defined_names.items():
        sheet, mark, ref = (defined.attr_text or "").rpartition("!")
        if not mark or "#REF" in ref or ":" in ref:
            continue
        try:
            left, top, _right, _bottom = range_boundaries(ref.replace("$", ""))
        except ValueError:
            continue
        if left is not None and top is not None:
            yield name, (sheet.strip("'").replace("''", "'"), top, left)
