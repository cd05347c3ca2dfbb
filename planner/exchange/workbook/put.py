"""The one way values get into cells: formulas with their value, text that stays text, numbers and days as such."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any, cast

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
_FIRST_DAY = date(1900, 3, 1)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f￾￿\ud800-\udfff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "#")


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell by row and column, both from 1; sheets of this package join no cells but in the facts of a chapter."""
    return cast(Cell, sheet.cell(row, column))


class Cells:
    """Writes cells and remembers what each formula comes to, so that the saved file can show it uncalculated."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], Any] = {}
        """By sheet title and coordinate: float, int, str or bool; "" where there is nothing to show."""

    def put(self, cell: Cell, formula: str, value: Any) -> Cell:
        """A live formula (without ``=``) and the value it comes to, worked out by ``planner.calc``."""
        cell.value = f"={formula}"
        self.values[cell.parent.title, cell.coordinate] = "" if value is None else value
        return cell

    def enter(self, cell: Cell, value: Any) -> Cell:
        """A value of its own: text stays text, whatever it begins with; None leaves the cell empty."""
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            return cell
        if isinstance(value, date) and value < _FIRST_DAY:
            value = value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**15:
            value = str(value)
        if not isinstance(value, str):
            cell.value = value
            return cell
        said = clean(value)
        if said:
            cell.value = said
            cell.data_type = "s"
            if said.startswith(_FORMULA_LIKE):
                cell.quotePrefix = True
        return cell


def clean(text: str) -> str:
    """The text as a sheet can hold it: no control characters, no look-alikes of its escapes, not too long."""
    said = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    said = _ESCAPE.sub("_x005F_", said)
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
