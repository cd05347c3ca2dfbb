"""The sheet of the activities: the list, leads by month, and how much of them lands in time."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc import lag, words
from planner.calc.runs import runs_of, words_of
from planner.calc.supply import CANCELLED
from planner.exchange.workbook import grid, style
from planner.exchange.workbook.book import FIRST, TOP, Book, Fact
from planner.exchange.workbook.chapters import ACTIVITIES, tab
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Column, Placed, columns_of, escaped, header, heights, place
from planner.exchange.workbook.words import word
from planner.i18n import _
from planner.model.plan import Activity, Kind, Month

_FRONT = ("code", "title", "kind", "start", "end", "owner", "status")
_ROOM = 60
"""Rows under the runs in which further ones may be typed."""
_LEADS = ("leads_low", "leads_likely", "leads_high")


def write(book: Book) -> Placed:
    """One row per activity; under it all leads of a month and the share of them that lands in time, then the runs."""
    plan = book.plan
    sheet = book.sheet(_(ACTIVITIES.title), _(ACTIVITIES.title), _(ACTIVITIES.purpose), tab(ACTIVITIES))
    used = grid.columns(plan, (cell.month for cell in plan.lead_months if cell.activity in plan.activities))
    declared = columns_of(book, "activity")
    columns = {name: declared[name] for name in _FRONT}
    columns.update(_months(book, used))
    lands = book.sees("funnel", "lag_won")
    top = TOP + 3
    foot = top + max(1, len(plan.activities)) + 2
    if used:
        columns["all"] = _all(grid.headers(used))
        if lands:
            columns["lands"] = _lands(book, used, grid.headers(used), foot)
    columns["runs"] = Column(_("All runs"), lambda row: _runs(book, row), width=(9, 24), typed=False)
    columns.update({name: declared[name] for name in _LEADS})
    columns.update({name: one for name, one in declared.items() if name not in columns})
    placed = place(book, sheet, top, "tblActivities", list(plan.activities), columns, table="activity")
    if used:
        _foot(book, sheet, placed, used, foot, lands)
    again = _again(book, sheet, (foot if used else placed.last) + 3)
    _bars(book, sheet, placed, again, used)
    title = placed.column("title")
    book.facts(sheet, TOP, [Fact(_("Activities"), f"COUNTA({title})", sum(bool(row.title) for row in plan.activities))])
    for table in (placed, again):
        heights(sheet, table)
    sheet.freeze_panes = f"{get_column_letter(FIRST + 2)}{placed.first}"
    sheet.print_title_rows = f"{placed.head}:{placed.head}"
    last = FIRST + list(columns).index("leads_high")
    book.finish(sheet, last)
    if not len(plan.runs):
        sheet.print_area = f"A1:{get_column_letter(last)}{again.head - 2}"  # an empty list is for typing, not for paper
    return placed


def _runs(book: Book, row: Activity) -> str | None:
    """All runs of an activity in words, where there are several."""
    several = len(runs_of(book.plan, row)) > 1
    return words_of(book.plan, row, words.month) if several else None


def _again(book: Book, sheet: Worksheet, top: int) -> Placed:
    """The further runs, each a row: what is typed here comes back, and the bars above follow it."""
    listing = next(one for one in ACTIVITIES.lists if one.table == "run")
    columns = columns_of(book, "run")
    return place(book, sheet, top, listing.name, list(book.plan.runs), columns, table="run", heading=_(listing.heading))


def _bars(book: Book, sheet: Worksheet, placed: Placed, again: Placed, used: tuple[Month, ...]) -> None:
    """A bar over the months in which an activity runs; it follows when a start or an end is changed."""
    start, end, state, code, title = (
        placed.letters[placed.headers[key]] for key in ("start", "end", "status", "code", "title")
    )
    row = placed.first
    activity, first, last = (_with_room(again, key) for key in ("activity", "start", "end"))
    for month in used:
        day = f"DATE({month[:4]},{int(month[5:])},1)"
        own = (
            f"AND(ISNUMBER(${start}{row}),${start}{row}<={day},"
            f"IF(ISNUMBER(${end}{row}),${end}{row},${start}{row})>={day})"
        )
        same = f"(({activity}=${code}{row})+({activity}=${title}{row})>0)"
        later = f"SUMPRODUCT({same}*ISNUMBER({first})*({first}<={day})*ISNUMBER({last})*({last}>={day}))>0"
        runs = f'AND(${state}{row}<>"{word(CANCELLED)}",OR({own},{later}))'
        book.shade(sheet, placed.cells(month), runs, ground=style.BAR)


def _with_room(placed: Placed, key: str) -> str:
    """A column of the last table of the sheet with the rows in which it can grow."""
    letter = placed.letters[placed.headers[key]]
    return f"${letter}${placed.first}:${letter}${placed.last + _ROOM}"


def _months(book: Book, used: tuple[Month, ...]) -> dict[str, Column]:
    form = style.LEADS if any(cell.likely and cell.likely % 1 for cell in book.plan.lead_months) else style.COUNT

    def column(month: Month, said: str) -> Column:
        return Column(said, lambda row: book.content.value("activity", row, month), Kind.NUMBER, form, width=(7, 8))

    return {month: column(month, said) for month, said in zip(used, grid.headers(used), strict=True)}


def _all(headers: list[str]) -> Column:
    cells = f"tblActivities[[#This Row],[{escaped(headers[0])}]:[{escaped(headers[-1])}]]"
    formula = f'IF(COUNT({cells})=0,"",SUM({cells}))'
    return Column(_("Leads in all"), lambda row: None, Kind.NUMBER, style.COUNT, lambda row, number: formula,
                  calculated=formula, width=(9, 12))  # fmt: skip


def _lands(book: Book, used: tuple[Month, ...], headers: list[str], foot: int) -> Column:
    shares, cancelled = book.results.forecast.landing_share, word(CANCELLED)
    first = get_column_letter(FIRST + len(_FRONT))
    last = get_column_letter(FIRST + len(_FRONT) + len(used) - 1)
    total = f"tblActivities[[#This Row],[{_('Leads in all')}]]"
    state = f"tblActivities[[#This Row],[{escaped(header('activity', 'status'))}]]"
    shown = f"${first}${foot}:${last}${foot}"

    def formula(row: Any, number: int) -> str:
        leads = f"{first}{number}:{last}{number}"
        expression = f"SUMPRODUCT({leads},{shown})/{total}"
        return f'IF(OR({state}="{cancelled}",COUNT({shown})=0,N({total})<=0),"",{expression})'

    return Column(_("Lands in time"), lambda row: shares.get(row.code or row.id), Kind.SHARE, style.SHARE, formula,
                  width=(9, 12))  # fmt: skip


def _foot(book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], foot: int, lands: bool) -> None:
    """The rows under the table; fills in the sums of the rows, too."""
    plan, row = book.plan, foot - 1
    headers = grid.headers(used)
    by_row = {
        number: [sheet[f"{placed.letters[said]}{number}"].value for said in headers]
        for number in range(placed.first, placed.last + 1)
    }
    sums: dict[int, Any] = {}
    for number, values in by_row.items():
        known = [value for value in values if value is not None]
        sums[number] = sum(known) if known else ""
        book.cells.values[sheet.title, f"{placed.letters[placed.headers['all']]}{number}"] = sums[number]
    book.say(sheet, row, FIRST + 1, _("Leads of all activities that take place"), style.font(bold=True))
    counted = [place.status != CANCELLED for place in plan.activities] or [True]
    state = placed.column("status")
    for step, (month, said) in enumerate(zip(used, headers, strict=True)):
        letter = placed.letters[said]
        total = sum(values[step] or 0 for on, values in zip(counted, by_row.values(), strict=True) if on)
        cell = at(sheet, row, FIRST + len(_FRONT) + step)
        book.cells.put(cell, f'SUMPRODUCT(--({state}<>"{word(CANCELLED)}"),{placed.column(month)})', total)
        _under(cell, style.COUNT, True)
        if lands:
            below = sheet[f"{letter}{foot}"]
            share, formula = _landed(book, grid.number(plan, month))
            book.cells.put(below, formula, share)
            _under(below, "0%", False)
    if lands:
        book.say(
            sheet, foot, FIRST + 1, _("Share of a month's leads that becomes orders in time"), style.font(style.MUTED)
        )
    for column in range(FIRST, FIRST + len(_FRONT)):
        at(sheet, row, column).border = style.edges(above=style.INK, above_weight="medium")


def _landed(book: Book, number: int | None) -> tuple[float | None, str]:
    plan, length = book.plan, len(book.results.forecast.months)
    if number is None:
        return None, '""'
    guard = "COUNT(lag_won)=0,COUNT(facts_horizon_months)=0"
    formula = f'IF(OR({guard}),"",SUMIF(lag_month,"<="&(facts_horizon_months-({number})),lag_won))'
    if not plan.funnel.lag_won or not length:
        return None, formula
    return lag.landed(lag.cumulative(plan.funnel.lag_won), length - number), formula


def _under(cell: Any, form: str, strong: bool) -> None:
    border = style.edges(above=style.INK, above_weight="medium") if strong else style.edges()
    style.dress(cell, text=style.font(bold=strong) if strong else style.font(style.MUTED), border=border,
                at=style.aligned("right"), form=form)  # fmt: skip
