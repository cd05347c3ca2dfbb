"""Where a printed sheet goes on to the next page: never between a heading and the first rows under it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

_WIDE, _HIGH = 770.0, 505.0
"""Points that a landscape A4 page leaves between its margins."""
_A3 = 1.414
_SURE = 0.96
"""Programs differ by a few points in how high they print; better a break too early than one in the wrong place."""
_FIRST_ROWS = 3
"""A heading, the head of its table and one row stay together."""
_SHORT = 0.4
"""A table that takes less than this share of a page is not parted."""


def keep_together(sheet: Worksheet, last: int, headings: Sequence[int], *, a3: bool) -> None:
    """Break pages before headings whose first rows would stand on the next page, or whose short table would."""
    page = _SURE * _HIGH * (_A3 if a3 else 1) / _scale(sheet, last, _A3 if a3 else 1)
    used = _heights(sheet, 1, min(headings, default=1) - 1)
    for row, then in pairwise([*sorted(headings), sheet.max_row + 1]):
        first, whole = _heights(sheet, row, row + _FIRST_ROWS - 1), _heights(sheet, row, then - 1)
        used %= page
        if used + (whole if whole < _SHORT * page else first) > page:
            sheet.row_breaks.append(Break(id=row - 1))
            used = 0.0
        used += whole


def _scale(sheet: Worksheet, last: int, paper: float) -> float:
    """How much smaller than on screen a sheet is printed, so that it is one page wide."""
    columns = (sheet.column_dimensions[get_column_letter(column)] for column in range(1, last + 1))
    wide = sum((one.width * 7 + 5) * 0.75 for one in columns if not one.hidden)
    return min(1.0, _WIDE * paper / wide)


def _heights(sheet: Worksheet, first: int, last: int) -> float:
    usual = sheet.sheet_format.defaultRowHeight
    return sum(sheet.row_dimensions[row].height or usual for row in range(first, last + 1))
