"""Days as people and programs write them, decided for all date columns of a file together.

``3/4/2026`` is read as the file's other days tell; where none tells, the reader asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from planner.exchange.amounts import is_nothing
from planner.exchange.cells import Cell
from planner.exchange.plainwords import unaccented

DAY_FIRST, MONTH_FIRST = "day first", "month first"
YEARS = range(1980, 2101)

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_NUMERIC = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)")
_DAY_NAMED = re.compile(
    r"(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[\s-]*(?:de\s+)?([a-z]{3,})\.?,?[\s-]*(?:de\s+)?(\d{4}|\d{2})(?!\d)"
)
_NAMED_DAY = re.compile(r"(?:[a-z]+\.?,\s+)?([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,?\s+(?=\d)")
"""A weekday before a day in figures: "Mon 04.01.27"."""
_EPOCH = date(1899, 12, 30)
_NONE = frozenset(("0000-00-00", "0000-00-00 00:00:00", "00.00.0000"))

_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev"),
    ("mar", "maer", "mrz", "mrt", "maa"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mei", "mag", "maj"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic"),
)
_MONTH_OF = {begin: number for number, begins in enumerate(_MONTHS, start=1) for begin in begins}


@dataclass(frozen=True, slots=True)
class DayReader:
    """Reads days; ``order`` decides what stands first where only numbers stand."""

    order: str = DAY_FIRST
    uncertain: str = ""
    """A day that could as well be read otherwise, where no other day tells; empty where there is none."""
    proven: bool = False
    """Whether some day can only be read in this order."""
    _known: dict[Cell, date | None] = field(default_factory=dict, repr=False, compare=False)

    def leaves_open(self, value: Cell) -> bool:
        """Whether this day could as well be read otherwise, and nothing tells which."""
        return bool(self.uncertain) and _may_be_two(str(value).strip())

    def read(self, value: Cell) -> date | None:
        """The day; None where the cell is empty. Raises ValueError where it is no day."""
        if value not in self._known:
            self._known[value] = read_day(value, self.order)
        return self._known[value]


def day_reader(values: Iterable[Cell], *, hint: str = "") -> DayReader:
    """A reader for these days. ``hint`` settles what they leave open; without one, open days are day first."""
    day_first = month_first = 0
    uncertain = ""
    for cell in values:
        value = _WEEKDAY.sub("", str(cell).strip())
        found = _NUMERIC.match(value)
        if found is None or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        day_first += first > 12 >= second
        month_first += second > 12 >= first
        if _may_be_two(value):
            uncertain = uncertain or value
    if day_first and month_first:  # both ways in one file: the days that prove neither stay open
        return DayReader(hint or (DAY_FIRST if day_first >= month_first else MONTH_FIRST), uncertain)
    if day_first or month_first:
        return DayReader(DAY_FIRST if day_first else MONTH_FIRST, proven=True)
    return DayReader(hint or DAY_FIRST, uncertain)


def _may_be_two(value: str) -> bool:
    found = _NUMERIC.match(_WEEKDAY.sub("", value))
    if found is None or found[2] == ".":
        return False
    first, second = int(found[1]), int(found[3])
    return first <= 12 and second <= 12 and first != second


def read_day(value: Cell, order: str = DAY_FIRST) -> date | None:
    """One day; None where the cell is empty. Raises ValueError where it is no day between 1980 and 2100."""
    text = str(value).strip()
    if is_nothing(text) or text in _NONE:
        return None
    try:
        day = _number(float(text)) if re.fullmatch(r"\d{5}(\.\d+)?|\d{10}|\d{13}", text) else _words(text, order)
    except OverflowError:
        raise ValueError(text) from None
    if day.year not in YEARS:
        raise ValueError(text)
    return day


def is_day(value: Cell) -> bool:
    """Whether a cell holds a day, in whichever order it is written."""
    for order in (DAY_FIRST, MONTH_FIRST):
        try:
            return read_day(value, order) is not None
        except ValueError:
            continue
    return False


def _number(count: float) -> date:
    """Days since 1899-12-30 as Excel counts them, or seconds or milliseconds since 1970."""
    if count < 100_000:
        return _EPOCH + timedelta(days=int(count))
    seconds = count / 1000 if count > 1e11 else count
    return datetime.fromtimestamp(seconds, UTC).date()


def _words(text: str, order: str) -> date:
    if found := _ISO.match(_WEEKDAY.sub("", text)) or _COMPACT.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.match(_WEEKDAY.sub("", text)):
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        # A figure above 12 is no month: such a day is read as it proves itself.
        if found[2] != "." and first <= 12 and (second > 12 or order == MONTH_FIRST):
            first, second = second, first
        return date(year, second, first)
    plain = unaccented(text)
    if found := _DAY_NAMED.match(plain):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _NAMED_DAY.match(plain):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    raise ValueError(text)


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def month_number(name: str) -> int | None:
    """The number of a month by its name or the beginning of it, in the languages that exports come in."""
    begin = unaccented(name)
    return _MONTH_OF.get(begin[:4]) or _MONTH_OF.get(begin[:3])


def _month(name: str) -> int:
    number = month_number(name)
    if number is None:
        raise ValueError(name)
    return number
