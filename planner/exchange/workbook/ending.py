"""Under the review by month: how the budget will end, in four ways, in live formulas over four sums."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.completion import ATYPICAL, BOTH, BOTTOM_UP, FITS, NAMES, TYPICAL, WAYS, Completion, completion_of
from planner.calc.money import to_major
from planner.exchange.workbook import style
from planner.exchange.workbook.book import FIRST, Book
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Placed
from planner.i18n import _

_VALUES = FIRST + 5
"""The column of the figures: names run over the ones before it."""


def write(book: Book, sheet: Worksheet, placed: Placed, row: int) -> int:
    """The block from a row on; returns the row after it. Nothing where it is not known how it will end."""
    found = completion_of(book.results)
    if found is None:
        return row
    book.heading(sheet, row, _("How it will end"))
    book.say(sheet, row + 1, FIRST, _(FITS[found.fits]), style.font(style.MUTED))
    sums = _sums(book, sheet, placed, found, row + 2)
    head = row + 2 + len(sums) + 3
    _ratios(book, sheet, found, sums, head - 3)
    return _ways(book, sheet, found, sums, head) + 1


def _sums(book: Book, sheet: Worksheet, placed: Placed, found: Completion, row: int) -> dict[str, str]:
    """The four sums and what the months ahead are given; where each stands. A signed plan is not on these sheets, so
    that its sums are written as figures."""
    earned, currency = found.earned, book.plan.facts.currency
    past = f'"<="&{book.results.review.elapsed}'
    planned = f"SUMIFS({placed.cells('spend_planned')},{placed.cells('no')},{past})"
    lines = (
        ("bac", _("The whole budget (BAC)"), earned.bac, "" if found.signed else "N(budget_total)"),
        ("pv", _("Planned by now (PV)"), earned.pv, "" if found.signed else planned),
        ("ev", _("Done by now, at its planned cost (EV)"), earned.ev, ""),
        ("ac", _("Spent by now (AC)"), earned.ac, f"SUM({placed.cells('spend')})"),
        ("ahead", _("Given to the months ahead (ETC)"), found.ahead, f"N(budget_total)-{planned}"),
    )
    refs = {}
    for number, (key, said, value, formula) in enumerate(lines, row):
        cell = _line(book, sheet, number, said, formula, to_major(round(value), currency), book.formats.amount)
        refs[key] = cell.coordinate
    return refs


def _ratios(book: Book, sheet: Worksheet, found: Completion, sums: dict[str, str], row: int) -> None:
    earned = found.earned
    lines = (
        (_("Done for each unit spent (CPI): below 1 is dearer"), earned.cpi, "{ev}", "{ac}"),
        (_("Done for each unit planned by now (SPI): below 1 is late"), earned.spi, "{ev}", "{pv}"),
        (_("What each unit left has to buy for the budget to do (TCPI)"), earned.tcpi, "({bac}-{ev})", "({bac}-{ac})"),
    )
    for number, (said, value, part, by) in enumerate(lines, row):
        _line(book, sheet, number, said, _divided(part, by).format(**sums), value, "0.00")


def _ways(book: Book, sheet: Worksheet, found: Completion, sums: dict[str, str], row: int) -> int:
    currency = book.plan.facts.currency
    for step, said in enumerate((_("Comes to"), _("Still to be spent"), _("Left of the budget"), _("Which one"))):
        cell = book.say(sheet, row, _VALUES + step, said, style.font(style.MUTED))
        cell.alignment = style.aligned("right")
    formulas = {
        TYPICAL: _divided("{bac}*{ac}", "{ev}"),
        ATYPICAL: "{ac}+{bac}-{ev}",
        BOTH: 'IF(OR({ev}=0,{pv}=0,{ac}=0),"",{ac}+({bac}-{ev})/(({ev}/{ac})*({ev}/{pv})))',
        BOTTOM_UP: "{ac}+{ahead}",
    }
    for number, way in enumerate(WAYS, row + 1):
        form = book.formats.amount
        end = _line(book, sheet, number, _(NAMES[way]), formulas[way].format(**sums),
                    _major(found.ends[way], currency), form)  # fmt: skip
        beside = (
            (found.to_come[way], f"{end.coordinate}-{sums['ac']}"),
            (found.left[way], f"{sums['bac']}-{end.coordinate}"),
        )
        for step, (value, formula) in enumerate(beside, 1):
            known = f'IF(COUNT({end.coordinate})=0,"",{formula})'
            _figure(book, sheet, number, _VALUES + step, known, _major(value, currency), form)
        if way == found.fits:
            cell = book.say(sheet, number, _VALUES + 3, _("fits"), style.font(bold=True))
            cell.alignment = style.aligned("right")
    return row + len(WAYS)


def _divided(part: str, by: str) -> str:
    return f'IF({by}=0,"",{part}/{by})'


def _major(value: float | None, currency: str | None) -> float | None:
    return None if value is None else value * to_major(1, currency)


def _line(
    book: Book, sheet: Worksheet, row: int, said: str, formula: str, value: float | None, form: str
) -> Cell:
    book.say(sheet, row, FIRST, said, style.font(style.MUTED))
    for column in range(FIRST, _VALUES + 1):
        style.dress(at(sheet, row, column), border=style.edges())
    return _figure(book, sheet, row, _VALUES, formula, value, form)


def _figure(
    book: Book, sheet: Worksheet, row: int, column: int, formula: str, value: float | None, form: str
) -> Cell:
    cell = at(sheet, row, column)
    if formula:
        book.cells.put(cell, formula, value)
    else:
        book.cells.enter(cell, value)
    style.dress(cell, text=style.font(bold=True), at=style.aligned("right"), border=style.edges(), form=form)
    return cell
