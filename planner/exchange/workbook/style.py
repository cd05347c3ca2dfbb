"""How sheets look (design language 9.11 and second set 2.13): fonts, fills, edges, number formats."""

from __future__ import annotations

from copy import copy
from functools import cache
from locale import windows_locale
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from planner.calc import money
from planner.charts.words import sign
from planner.i18n import _, in_currency, language
from planner.model.plan import Kind, Plan

INK, MUTED, WHITE, LINK = "1B2230", "5B6475", "FFFFFF", "1F5FBF"
HEAD, GROUP, EDGE, QUARTER = "2F4858", "F1EEE7", "E1DFDB", "CFCAC0"
TYPED, TYPED_FACT, LOCKED = "EFF4FC", "EAF1FB", "F7F5F0"
FINE, FIX = "24693F", "B3261E"
FIX_GROUND, BAR = "FBE9E7", "BFDDD9"
"""Grounds of what has to be looked at, and of the bars of a timeline."""

PART_TABS = {"": INK, "Set out": "B4C3CD", "Listen": "8CA1AE", "Plan": "5D7686", "Agree": "2F4858"}

SHARE = "0.0%"
COUNT = "#,##0"
LEADS = "#,##0.0"
TIMES = "0.00"
PLAIN = "General"


_LOOKS: WeakKeyDictionary[Any, dict[tuple[Any, ...], Any]] = WeakKeyDictionary()
"""The looks of each workbook in the making."""


@cache
def font(
    colour: str = INK, bold: bool = False, size: float = 11, name: str = "Calibri", underline: bool = False
) -> Font:
    """A font that is always named, since a font without a name shows as a serif in some programs."""
    return Font(name=name, size=size, bold=bold, color=colour, underline="single" if underline else None)


@cache
def fill(colour: str) -> PatternFill:
    """A plain ground."""
    return PatternFill("solid", start_color=colour, end_color=colour)


@cache
def line(colour: str = EDGE, weight: str = "thin") -> Side:
    """One edge of a cell."""
    return Side(style=weight, color=colour)  # type: ignore[arg-type]  # the stubs want the words one by one


@cache
def edges(below: str = EDGE, beside: str = "", above: str = "", left: str = "", above_weight: str = "thin") -> Border:
    """The edges of a cell by colour; none where the colour is empty."""
    none = Side()
    return Border(
        bottom=line(below) if below else none,
        right=line(beside) if beside else none,
        top=line(above, above_weight) if above else none,
        left=line(left, "thick") if left else none,
    )


@cache
def aligned(horizontal: str = "left", wrap: bool = False, indent: int = 0, vertical: str = "center") -> Alignment:
    """Where the content of a cell stands."""
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap, indent=indent)


def dress(
    cell: Cell,
    *,
    text: Font | None = None,
    ground: str = "",
    border: Border | None = None,
    at: Alignment | None = None,
    form: str = "",
) -> None:
    """Give a cell its look; what is not named stays as it is.

    A look that another cell of the same workbook got before is taken from there: openpyxl finds the number of each
    part of a look by comparing it with all others, which takes longer than everything else together. Parts are told
    apart by identity, since they are made once.
    """
    known = _LOOKS.setdefault(cell.parent.parent, {})
    look = (tuple(cell._style or ()), id(text), ground, id(border), id(at), form)  # type: ignore[attr-defined]
    if look in known:
        cell._style = copy(known[look])  # type: ignore[attr-defined]
        return
    if text is not None:
        cell.font = text
    if ground:
        cell.fill = fill(ground)
    if border is not None:
        cell.border = border
    if at is not None:
        cell.alignment = at
    if form:
        cell.number_format = form
    known[look] = copy(cell._style)  # type: ignore[attr-defined]


class Formats:
    """Number formats in the currency of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.currency = plan.facts.currency
        places = money.exponent(self.currency) if self._has_cents(plan) else 0
        digits = "#,##0" + ("." + "0" * places if places else "")
        mark = sign(self.currency).replace('"', "")
        self.amount = f"{digits};−{digits};0;@"
        self.grid = f"{digits};−{digits};;@"
        some, none = (_with_sign(f'"{mark}"' if mark else "", figures) for figures in (digits, "0"))
        self.money = f"{some};−{some};{none};@"
        spoken = _spoken_dates()
        self.day = spoken + _("{day} {month} {year}").format(day="d", month="mmm", year="yyyy")
        self.month = f"{spoken}mmm yyyy"

    @staticmethod
    def _has_cents(plan: Plan) -> bool:
        unit = 10 ** money.exponent(plan.facts.currency)
        return any(
            value is not None and value % unit
            for cell in plan.amounts
            for value in (cell.planned, cell.committed, cell.actual)
        ) or any(row.amount is not None and row.amount % unit for row in plan.budget_lines)

    def of(self, kind: Kind) -> str:
        """The number format of a kind of field."""
        own = {Kind.MONEY: self.amount, Kind.SHARE: SHARE, Kind.DAY: self.day, Kind.MONTH: self.month}
        return own.get(kind, PLAIN)


def _with_sign(mark: str, figures: str) -> str:
    """A number format with the sign of the currency; what parts both from each other stands within the quotes."""
    return in_currency(mark, figures).replace('\N{NO-BREAK SPACE}"', '"\N{NO-BREAK SPACE}')


def _spoken_dates() -> str:
    """What makes a spreadsheet write the names of months in the language of the sheet, whatever its own is."""
    spoken = language()
    if spoken == "en":
        return ""
    numbers = {name: number for number, name in windows_locale.items()}
    number = numbers.get(spoken) or numbers.get(f"{spoken}_{spoken.upper()}")
    return f"[$-{number:X}]" if number else ""
