"""Cells of a column as values of the plan's fields, decided for the whole column at once."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

from planner.exchange.amounts import AmountColumn, is_nothing, read_column
from planner.exchange.cells import Cell, words
from planner.exchange.crm.outcomes import flag
from planner.exchange.days import DayReader, day_reader, month_number
from planner.exchange.lists.words import choice_of, scale_of
from planner.i18n import _

Read = Callable[[Cell], Any]
"""A cell as a value; None where nothing stands there. Raises ValueError with a sentence."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def text_reader(values: Sequence[Cell]) -> Read:
    """Words as they stand."""
    return _text


def _text(cell: Cell) -> str | None:
    text = words(cell)
    return None if is_nothing(text) or (text.startswith("#") and text.isupper()) else text


def amount_reader(values: Sequence[Cell], decimal: str = "") -> tuple[Read, AmountColumn]:
    """Amounts in major units."""
    column = read_column(values, hint=decimal)

    def read(cell: Cell) -> float | None:
        if not isinstance(cell, str):
            return float(cell)
        if cell.strip().startswith("#"):
            raise ValueError(_("{cell} is an error of the spreadsheet").format(cell=cell.strip()))
        try:
            return column.read(cell)
        except ValueError:
            raise ValueError(_("“{cell}” is no amount").format(cell=words(cell))) from None

    return read, column


def number_reader(values: Sequence[Cell], decimal: str = "") -> Read:
    """Plain numbers."""
    return amount_reader(values, decimal)[0]


def day_readers(values: Sequence[Cell], order: str = "") -> tuple[Read, DayReader]:
    """Days as ``YYYY-MM-DD``."""
    reader = day_reader(values, hint=order)

    def read(cell: Cell) -> str | None:
        try:
            day = reader.read(cell)
        except ValueError:
            raise ValueError(_("“{cell}” is no day").format(cell=words(cell))) from None
        return day.isoformat() if day else None

    return read, reader


_MONTH_YEAR = re.compile(r"([^\W\d_]{3,})\.?[ \-/']*(20\d\d|\d\d)?")
_NUMBERS = re.compile(r"(?:(20\d\d)[-/.](\d{1,2})|(\d{1,2})[-/.](20\d\d))")


def month_reader(day: Read, year: int | None) -> Read:
    """Months as ``YYYY-MM``, from a day, "March 2027", "03/2027" or, with ``year``, "March"."""

    def read(cell: Cell) -> str | None:
        text = words(cell)
        if is_nothing(text):
            return None
        if found := _NUMBERS.fullmatch(text):
            made = int(found[1] or found[4]), int(found[2] or found[3])
            if 1 <= made[1] <= 12:
                return f"{made[0]}-{made[1]:02d}"
        found = _MONTH_YEAR.fullmatch(text)
        number = month_number(found[1]) if found else None
        if found and number:
            of = int(found[2]) if found[2] else year
            if of is None:
                raise ValueError(_("“{cell}” names no year").format(cell=text))
            return f"{of + 2000 if of < 100 else of}-{number:02d}"
        try:
            known = day(cell)
        except ValueError:
            raise ValueError(_("“{cell}” is no month").format(cell=text)) from None
        return known[:7] if known else None

    return read


def choice_reader(key: str, choices: Sequence[str]) -> Read:
    """One of the declared choices, from words in four languages."""

    def read(cell: Cell) -> str | None:
        text = _text(cell)
        if text is None:
            return None
        found = choice_of(key, text, choices)
        if found is None:
            raise ValueError(_("“{cell}” is none of the words that are known here").format(cell=text))
        return found

    return read


def scale_reader(values: Sequence[Cell]) -> tuple[Read, str]:
    """1 to 5 from figures, words or percent, and a note on how another scale was read."""
    figures = [float(found[0].replace(",", ".")) for cell in values if (found := _FIGURE.search(words(cell)))]
    percent = any("%" in words(cell) for cell in values) or (bool(figures) and max(figures) < 1 < len(set(figures)))
    largest = max(figures, default=5)
    note = ""
    if percent:
        note = _("percent was read as 1 to 5 in steps of 20")
    elif figures and largest <= 3 and any(scale_of(words(cell)) for cell in values):
        note = _("a scale of 1 to 3 was read as 1, 3 and 5")
    elif largest > 5:
        note = _("a scale of 1 to 10 was read as 1 to 5")

    def read(cell: Cell) -> int | None:
        text = words(cell)
        if is_nothing(text):
            return None
        found = _FIGURE.search(text)
        if found is None:
            value = scale_of(text)
            if value is None:
                raise ValueError(_("“{cell}” is neither a figure nor low, medium or high").format(cell=text))
            return value
        figure = float(found[0].replace(",", "."))
        if percent:
            share = figure / 100 if "%" in text or figure > 1 else figure
            figure = max(1, math.ceil(round(share * 5, 6)))
        elif note and largest <= 3:
            figure = figure * 2 - 1
        elif note:
            figure = max(1, math.ceil(figure / 2))
        if not 1 <= figure <= 5:
            raise ValueError(_("{cell} is not from 1 to 5").format(cell=text))
        return round(figure)

    return read, note


def share_reader(values: Sequence[Cell], decimal: str = "") -> Read:
    """Shares as fractions, from "34%", 34 or 0.34."""
    plain = number_reader([words(cell).replace("%", "").strip() if "%" in words(cell) else cell for cell in values],
                          decimal)  # fmt: skip
    read_figures = [cell for cell in values if isinstance(cell, int | float)]
    whole = bool(read_figures) and max(read_figures) > 1

    def read(cell: Cell) -> float | None:
        text = words(cell)
        value = plain(text.replace("%", "").strip() if "%" in text else cell)
        if value is None:
            return None
        share = value / 100 if "%" in text or whole or value > 1 else value
        if not 0 <= share <= 1:
            raise ValueError(_("{cell} is no share").format(cell=text))
        return float(share)

    return read


def yes_no(cell: Cell) -> bool | None:
    """Yes or no, in the words and signs that lists use."""
    text = words(cell)
    if is_nothing(text):
        return None
    found = flag(text)
    if found is None:
        raise ValueError(_("“{cell}” is neither yes nor no").format(cell=text))
    return found
