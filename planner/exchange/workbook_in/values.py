"""Cells as values of fields, and when a cell still holds what was written into it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from planner.calc import money, months
from planner.exchange.amounts import is_nothing, read_column
from planner.exchange.days import DAY_FIRST, MONTH_FIRST, read_day
from planner.exchange.workbook import words
from planner.exchange.workbook.put import LONGEST, clean
from planner.exchange.workbook_in.names import Names
from planner.exchange.workbook_in.raw import Value
from planner.exchange.workbook_in.refusing import Unreadable
from planner.i18n import mark
from planner.model.fields import LISTS
from planner.model.plan import Field, Kind, Plan

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPLIT = {Kind.CHOICES: ",", Kind.LINKS: ",", Kind.TEXTS: ";", Kind.NUMBERS: ";", Kind.SERIES: ";"}
_YES = frozenset({"yes", "y", "true", "1", "x", "✓"})
_NO = frozenset({"no", "n", "false", "0"})
_COMMA_REGIONS = frozenset({"de", "fr", "es", "it", "nl", "pl", "pt", "cs", "da", "sv", "nb", "fi", "tr", "ru"})


def tidy(text: str) -> str:
    """Text without what programs do to it on the way: escapes, wide blanks, other line ends, blanks around it."""
    said = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    said = unicodedata.normalize("NFC", said.replace("\r\n", "\n").replace("\r", "\n"))
    return said.replace("\u00a0", " ").replace("\u202f", " ").strip()


def plain(value: Any) -> Any:
    """A cell, or what was written into one, as it is compared: two that look the same are the same."""
    if value is None:
        return None
    if isinstance(value, str):
        if value.isascii() and "_x" not in value and "\r" not in value and len(value) <= LONGEST:
            return _CONTROLS.sub("", value).strip() or None
        return tidy(clean(value)) or None
    if isinstance(value, bool):
        return words.yes_no(value)
    if isinstance(value, (int, float)):
        return str(int(value)) if abs(value) >= 10**15 and float(value).is_integer() else float(f"{value:.12g}")
    if isinstance(value, date):
        return value.isoformat()
    return value


class Cells:
    """Reads cells of one workbook into values of a plan."""

    def __init__(self, plan: Plan, names: Names) -> None:
        self._currency = plan.facts.currency
        self._names = names
        region = (plan.facts.locale or "")[:2].lower()
        self._decimal = "," if region in _COMMA_REGIONS else ""
        self._words: dict[tuple[str, ...], dict[str, str]] = {}

    def read(self, field: Field, cell: Value) -> Any:
        """The value of a field; None, or an empty list, for an empty cell. Raises Unreadable."""
        if cell is None or (isinstance(cell, str) and not tidy(cell)):
            return () if field.kind in LISTS else None
        if field.kind in LISTS:
            return self._list(field, cell)
        if field.kind is Kind.LINK:
            return self._names.find(field.target, _as_text(cell))
        value = self._single(field, cell)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            self._within(field, value)
        return value

    def _single(self, field: Field, cell: Value) -> Any:
        kind = field.kind
        if kind in (Kind.TEXT, Kind.LONG_TEXT):
            return _as_text(cell)
        if kind is Kind.DAY:
            return self.day(cell).isoformat()
        if kind is Kind.MONTH:
            return self._month(cell)
        if kind is Kind.YES_NO:
            return _yes_no(cell)
        if kind is Kind.CHOICE:
            return self._choice(field, _as_text(cell))
        number = self.number(cell)
        if kind is Kind.MONEY:
            return money.from_major(number, self._currency)
        if kind is Kind.SHARE and isinstance(cell, str) and "%" in cell:
            return money.half_up(number / 100, 12)
        if kind is Kind.INTEGER:
            if not number.is_integer():
                raise Unreadable(mark("a whole number is expected here"))
            return int(number)
        return number

    def number(self, cell: Value) -> float:
        """A number, also where it was typed as text. Raises Unreadable."""
        if isinstance(cell, bool | date):
            raise Unreadable(mark("a number is expected here"))
        if isinstance(cell, (int, float)):
            return float(cell)
        text = tidy(str(cell)).replace("%", "").strip()
        if is_nothing(text):
            raise Unreadable(mark("a number is expected here"))
        column = read_column([text], hint=self._decimal)
        if column.uncertain and not self._decimal:
            raise Unreadable(mark("this can be read as two different numbers; type it without separators"))
        try:
            found = column.read(text)
        except ValueError:
            raise Unreadable(mark("a number is expected here")) from None
        assert found is not None
        return found

    @staticmethod
    def day(cell: Value) -> date:
        """A day. Raises Unreadable."""
        if isinstance(cell, date):
            return cell
        text = tidy(str(cell))
        try:
            found = {read_day(text, order) for order in (DAY_FIRST, MONTH_FIRST) if _is_day(text, order)}
        except ValueError:
            found = set()
        if len(found) > 1:
            raise Unreadable(mark("this can be read as two different days; write it like 2027-03-31"))
        day = found.pop() if found else None
        if day is None:
            raise Unreadable(mark("a day is expected here, such as 2027-03-31"))
        return day

    def _month(self, cell: Value) -> str:
        if isinstance(cell, date):
            return f"{cell:%Y-%m}"
        text = tidy(str(cell))
        if months.is_month(text):
            return text
        for written in (f"1 {text}", f"1.{text}", f"1/{text}"):
            for order in (DAY_FIRST,):
                if _is_day(written, order):
                    day = read_day(written, order)
                    assert day is not None
                    return f"{day:%Y-%m}"
        return f"{self.day(cell):%Y-%m}"

    def _choice(self, field: Field, said: str) -> str:
        if field.choices not in self._words:
            self._words[field.choices] = {
                key.casefold(): value for value in field.choices for key in (words.word(value), value)
            }
        found = self._words[field.choices].get(said.casefold())
        if found is None:
            known = ", ".join(words.word(value) for value in field.choices)
            raise Unreadable(mark("it is not one of the choices: {choices}"), choices=known)
        return found

    def _list(self, field: Field, cell: Value) -> tuple[Any, ...]:
        parts = [part for part in re.split(rf"[{_SPLIT[field.kind]}\n]", _as_text(cell)) if part.strip()]
        kind = field.kind
        if kind is Kind.LINKS:
            return self._names.find_all(field.target, parts)
        if kind is Kind.CHOICES:
            return tuple(self._choice(field, part.strip()) for part in parts)
        if kind is Kind.NUMBERS:
            return tuple(self.number(part) for part in parts)
        if kind is Kind.SERIES:
            return tuple(self._pair(part) for part in parts)
        return tuple(part.strip() for part in parts)

    def _pair(self, part: str) -> tuple[str, float]:
        period, colon, amount = part.rpartition(":")
        if not colon:
            raise Unreadable(mark("write it like 2027-Q1: 248; 2027-Q2: 260"))
        return period.strip(), self.number(amount.strip())

    @staticmethod
    def _within(field: Field, value: float) -> None:
        least, most = field.minimum, field.maximum
        if field.kind is Kind.SHARE and most is not None and value > most:
            raise Unreadable(mark("a share is at most 100%"))
        if least is not None and value < least:
            raise Unreadable(mark("it is less than {least}"), least=f"{least:g}")
        if most is not None and value > most:
            raise Unreadable(mark("it is more than {most}"), most=f"{most:g}")


def _as_text(cell: Value) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, bool):
        return words.yes_no(cell)
    return cell.isoformat() if isinstance(cell, date) else tidy(str(cell))


def _yes_no(cell: Value) -> bool:
    said = _as_text(cell).casefold()
    if said in _YES or said == words.yes_no(True).casefold():
        return True
    if said in _NO or said == words.yes_no(False).casefold():
        return False
    raise Unreadable(mark("yes or no is expected here"))


def _is_day(text: str, order: str) -> bool:
    try:
        return read_day(text, order) is not None
    except ValueError:
        return False
