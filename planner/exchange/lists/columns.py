"""The columns of one found list with a reader for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from planner.exchange.amounts import currency_in, read_column
from planner.exchange.cells import Cell, words
from planner.exchange.days import day_reader
from planner.exchange.lists.find import Found, Line
from planner.exchange.lists.kinds import Kind
from planner.exchange.lists.values import (
    Read,
    amount_reader,
    choice_reader,
    day_readers,
    month_reader,
    number_reader,
    scale_reader,
    share_reader,
    text_reader,
    yes_no,
)
from planner.exchange.questions import DAYS, DECIMAL
from planner.i18n import _
from planner.model import fields
from planner.model.fields import fields_of
from planner.model.tables import row_class

_AMOUNTS = frozenset(("amount", "actual", "cost", "annual_cost", "spend"))
_DAYS = frozenset(("engaged_on", "engagement_action_date", "date", "due"))
_MONTHS = frozenset(("start", "end", "on", "month", "last_updated"))
_SCALES = frozenset(("power", "interest", "probability", "impact"))
_CHOICES = {
    "current": "current", "desired": "desired", "type": "risk.type", "basis": "basis", "decision": "decision",
    "category": "category",
}  # fmt: skip

Months = dict[tuple[int | None, int, bool], float]


@dataclass(frozen=True, slots=True)
class Asking:
    """A row that waits for an answer: which question, the column of the table from 0, and what stands there."""

    row: int
    key: str
    place: int
    value: str


class Columns:
    """Reads lines. ``uncertain_amount`` and ``uncertain_day`` are examples of what has to be asked, ``unread`` counts
    cells that were not understood by the place of their column."""

    def __init__(self, kind: Kind, found: Found, decimal: str, days: str, year: int | None) -> None:
        self.kind, self.found = kind, found
        self.notes: list[str] = []
        self.unread: Counter[int] = Counter()
        self.uncertain_amount = self.uncertain_day = self.currency = ""
        self._cells: dict[int, list[Cell]] = {}
        self._year = found.year or year
        self._decimal = decimal or self._decimal_of_all()
        self._days = days or self._days_of_all()
        self._open: list[tuple[int, str, Callable[[Cell], bool]]] = []
        self._readers: list[tuple[int, str, Read, float]] = []
        self._months: list[tuple[int, tuple[int | None, tuple[int, ...], bool], Read, float]] = []
        for place, head in enumerate(found.heads):
            if head.role:
                self._add(place, head.role, 1000.0 if head.thousands or found.thousands else 1.0)
            self.currency = self.currency or currency_in(head.title)
        if any(head.thousands for head in found.heads) or found.thousands:
            self.notes.append(_("Amounts are in thousands in the file."))

    def read(self, line: Line) -> tuple[dict[str, Any], Months, list[str]]:
        """Values by role, amounts by month, and sentences about cells that were not understood."""
        values: dict[str, Any] = {}
        months: Months = {}
        problems: list[str] = []
        for place, role, read, factor in self._readers:
            value = self._value(line, place, read, problems)
            if value is not None:
                values[role] = value * factor if factor != 1.0 and role in _AMOUNTS else value
        cells, width = line.cells, len(line.cells)
        for place, (year, numbers, actual), read, factor in self._months:
            cell = cells[place] if place < width else ""
            value = self._value(line, place, read, problems) if isinstance(cell, str) else cell
            if value is not None:
                part = value * factor / len(numbers)
                for number in numbers:
                    key = (year, number, actual)
                    months[key] = months[key] + part if key in months else part
        if "first_name" in values or "last_name" in values:
            full = f"{values.pop('first_name', '')} {values.pop('last_name', '')}".strip()
            values.setdefault("name", full)
        return values, months, problems

    def asking(self, line: Line) -> Asking | None:
        """What has to be answered before this line can be read; None where nothing is open."""
        for place, key, leaves_open in self._open:
            cell: Cell = line.cells[place] if place < len(line.cells) else ""
            if leaves_open(cell):
                return Asking(line.row, key, place, words(cell))
        return None

    def _value(self, line: Line, place: int, read: Read, problems: list[str]) -> Any:
        cell: Cell = line.cells[place] if place < len(line.cells) else ""
        try:
            return read(cell)
        except ValueError as error:
            self.unread[place] += 1
            problems.append(_("{column}: {reason}").format(column=self.found.heads[place].title, reason=error))
            return None

    def _column(self, place: int) -> list[Cell]:
        if place not in self._cells:
            self._cells[place] = self._filled(place)
        return self._cells[place]

    def _filled(self, place: int) -> list[Cell]:
        return [line.cells[place] for line in self.found.lines if place < len(line.cells) and line.cells[place] != ""]

    def _decimal_of_all(self) -> str:
        """The decimal mark that any amount of the table proves, for columns that leave it open."""
        for place, head in enumerate(self.found.heads):
            if self._is_amount(head.role):
                column = read_column(self._column(place))
                texts = [cell for cell in self._column(place) if isinstance(cell, str)]
                if texts and not column.uncertain and any("." in text or "," in text for text in texts):
                    return column.decimal
        return ""

    def _days_of_all(self) -> str:
        """The order of day and month that any day of the table proves: one list is written in one way."""
        roles = _DAYS | _MONTHS
        places = [place for place, head in enumerate(self.found.heads) if head.role in roles]
        proven = {reader.order for place in places if (reader := day_reader(self._column(place))).proven}
        return proven.pop() if len(proven) == 1 else ""

    def _is_amount(self, role: str) -> bool:
        return role in _AMOUNTS or role.startswith(("month:", "quarter:", "spend:"))

    def _amounts(self, place: int) -> Read:
        values = self._column(place)
        read, column = amount_reader(values, self._decimal)
        if column.uncertain and not self._decimal:
            self.uncertain_amount = self.uncertain_amount or column.uncertain
            self._open.append((place, DECIMAL, column.leaves_open))
        self.currency = self.currency or next(iter(column.currencies), "")
        return read

    def _day(self, place: int) -> Read:
        read, reader = day_readers(self._column(place), self._days)
        if reader.uncertain and not self._days:
            self.uncertain_day = self.uncertain_day or reader.uncertain
            self._open.append((place, DAYS, reader.leaves_open))
        return read

    def _add(self, place: int, role: str, factor: float) -> None:
        head = self.found.heads[place]
        if role.startswith(("month:", "quarter:")):
            number = int(role.partition(":")[2])
            numbers = (number,) if role.startswith("month:") else tuple(range(number * 3 - 2, number * 3 + 1))
            when = (head.year or self.found.year, numbers, head.actual)
            self._months.append((place, when, self._amounts(place), factor))
        else:
            self._readers.append((place, role, self._reader(place, role), factor))

    def _reader(self, place: int, role: str) -> Read:
        values = self._column(place)
        if self._is_amount(role):
            return self._amounts(place)
        if role in _DAYS:
            return self._day(place)
        if role in _MONTHS:
            if self.kind.key == "activities":
                return self._day_or_month(place)
            return month_reader(self._day(place), self._year)
        if role in _SCALES:
            read, note = scale_reader(values)
            if note:
                self.notes.append(f"{self.found.heads[place].title}: {note}.")
            return read
        if role == "committed" and not any(isinstance(cell, int | float) and cell not in (0, 1) for cell in values):
            return yes_no
        if role == "leads_likely":
            return self._amounts(place)
        if role in ("sales_rating", "committed"):
            return number_reader(values, self._decimal)
        if role == "priority":
            return scale_reader(values)[0]
        if role == "usage_share":
            return share_reader(values, self._decimal)
        return self._choice(role) or text_reader(values)

    def _day_or_month(self, place: int) -> Read:
        day = self._day(place)
        month = month_reader(day, self._year)

        def read(cell: Cell) -> str | None:
            try:
                found: str | None = day(cell)
            except ValueError:
                found = month(cell)
            return found

        return read

    def _choice(self, role: str) -> Read | None:
        if role == "function":
            return choice_reader("function", fields.FUNCTIONS)
        key = f"{self.kind.table}.{role}" if role in ("status", "kind") else _CHOICES.get(role)
        if key is None or (role == "category" and self.kind.key != "sales-input"):
            return None
        if role == "type" and self.kind.key != "risks":
            return None
        declared = fields_of(row_class(self.kind.table)).get(role)
        return choice_reader(key, declared.choices) if declared and declared.choices else None
