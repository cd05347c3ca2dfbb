"""The sheet of the review: plan and actual by month with what differs, in live formulas, over the lists behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.money import to_major
from planner.calc.review import MonthSoFar
from planner.charts.colours import FILL
from planner.exchange.workbook import ending, native, orders, style
from planner.exchange.workbook.book import FIRST, TOP, Book, fixed
from planner.exchange.workbook.budget import shows_amounts
from planner.exchange.workbook.chapters import REVIEW, tab
from planner.exchange.workbook.plain import lists
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Column, Placed, header, place
from planner.exchange.workbook.words import month_start, word
from planner.i18n import _
from planner.model.plan import Kind

_CHART_ROWS = 13
_AMOUNT, _LEADS = "amount", "leads"


def write(book: Book, budget: Placed, forecast: dict[str, Placed]) -> None:
    """The whole sheet; an audience gets the columns whose figures it may see."""
    sheet = book.sheet(_(REVIEW.title), _(REVIEW.title), _(REVIEW.purpose) + book.amounts_in(), tab(REVIEW))
    rows = book.results.review.months
    columns = _columns(book, budget, "tblMonths" if "rate" in forecast and book.sees("rate", "most_likely") else "")
    top = TOP + (_CHART_ROWS if rows else 0)
    placed = place(book, sheet, top, "tblReview", list(enumerate(rows, 1)), columns, buttons=False,
                   heading=_("Plan and actual by month"), row_id=lambda row: None)  # fmt: skip
    last = _totals(book, sheet, placed, columns) if rows else placed.last
    if "spend" in columns:
        last = ending.write(book, sheet, placed, last + 2)
    below = lists(book, sheet, REVIEW.lists, last + 3)
    if rows:
        _charts(book, sheet, placed, columns)
    sheet.freeze_panes = f"A{TOP}"
    book.finish(sheet, FIRST + max([len(columns), *(len(one.letters) for one in below.values())]) - 1)


def _columns(book: Book, budget: Placed, months: str) -> dict[str, Column]:
    several = len({row.month[:4] for row in book.results.review.months}) > 1
    first = book.results.review.months[0].month if book.results.review.months else ""
    columns = {
        "no": Column(_("No."), lambda row: row[0], Kind.INTEGER, typed=False),
        "month": Column(_("Month"), lambda row: month_start(row[1].month), Kind.CHOICE, book.formats.month,
                        typed=False),
        "name": Column(_("Short"), lambda row: orders.short_month(row[1].month, first, several), typed=False,
                       width=(9, 12)),
    }
    if shows_amounts(book):
        columns["spend_planned"] = _money(book, _("Spend, planned"), lambda row: row.spend_planned,
                                          lambda row, number: _planned(budget, row[1].month))  # fmt: skip
        if book.sees("amount", "actual"):
            columns["spend"] = _money(book, _("Spend, actual"), lambda row: row.spend, _spent)
            columns["spend_less"] = _differing(book, columns, _("Less spent"), "spend_planned", "spend", _AMOUNT)
    if months:
        columns["leads_planned"] = _count(_("Leads, planned"), lambda row: row.leads_planned,
                                          lambda row, number: _in_month(months, _("From activities"), number)
                                          + "+" + _in_month(months, _("Inbound"), number))  # fmt: skip
    columns["leads"] = _count(_("Leads, came"), lambda row: row.leads, lambda row, number: _came("leads", number))
    if months:
        columns["leads_more"] = _differing(book, columns, _("More leads"), "leads", "leads_planned", _LEADS)
        columns["orders_planned"] = _money(
            book, _("Orders, forecast"), lambda row: row.orders_planned,
            lambda row, number: f'IF(COUNT(order_intake)=0,"",{_in_month(months, _("Order intake"), number)})',
        )  # fmt: skip
        columns["orders"] = _money(book, _("Orders, came"), lambda row: row.orders,
                                   lambda row, number: _orders(book, number))  # fmt: skip
        columns["orders_more"] = _differing(book, columns, _("More orders"), "orders", "orders_planned", _AMOUNT)
    return columns


def _money(book: Book, said: str, value: Callable[[MonthSoFar], Any], formula: Any) -> Column:
    currency = book.plan.facts.currency

    def major(row: tuple[int, MonthSoFar]) -> float | None:
        amount = value(row[1])
        return None if amount is None else to_major(amount, currency)

    return Column(said, major, Kind.MONEY, book.formats.amount, formula, width=(11, 13))


def _count(said: str, value: Callable[[MonthSoFar], Any], formula: Any) -> Column:
    return Column(said, lambda row: value(row[1]), Kind.NUMBER, style.LEADS, formula, width=(9, 12))


def _differing(book: Book, columns: dict[str, Column], said: str, more: str, less: str, kind: str) -> Column:
    """One column less another, where both are known: positive is good."""
    first, second = (get_column_letter(FIRST + list(columns).index(name)) for name in (more, less))
    ours, others = columns[more].value, columns[less].value

    def value(row: Any) -> float | None:
        one, other = ours(row), others(row)
        return None if one is None or other is None else one - other

    def formula(row: Any, number: int) -> str:
        return f'IF(COUNT({first}{number},{second}{number})<2,"",{first}{number}-{second}{number})'

    form = book.formats.amount if kind == _AMOUNT else style.LEADS
    return Column(said, value, Kind.NUMBER, form, formula, width=(9, 12))


def _planned(budget: Placed, month: str) -> str:
    if month not in budget.headers:
        return "0"
    return f'SUMIFS({budget.column(month)},{budget.column("kind")},"<>group")'


def _spent(row: Any, number: int) -> str:
    month, actual = header("amount", "month"), header("amount", "actual")
    on, values = f"tblSpend[{month}]=$D{number}", f"tblSpend[{actual}]"
    return f'IF(SUMPRODUCT(({on})*ISNUMBER({values}))=0,"",SUMIFS({values},tblSpend[{month}],$D{number}))'


def _in_month(table: str, column: str, number: int) -> str:
    return f"SUMIFS({table}[{column}],{table}[{_('No.')}],$C{number})"


def _came(measure: str, number: int, then: str = '""', times: str = "") -> str:
    """What was counted in a month: its own total, else the sum of its activities, else ``then``."""
    names = {name: f"tblActuals[{header('actual', name)}]" for name in ("measure", "month", "activity", "value")}
    on = f'({names["measure"]}="{word(measure)}")*({names["month"]}=$D{number})'
    known = f"*ISNUMBER({names['value']})"
    total, part = f'{on}*({names["activity"]}="")', f'{on}*({names["activity"]}<>"")'
    value = f",{names['value']}"
    return (
        f'IF(SUMPRODUCT({total}{known})>0,SUMPRODUCT({total}{value}){times},'
        f'IF(SUMPRODUCT({part}{known})>0,SUMPRODUCT({part}{value}){times},{then}))'
    )


def _orders(book: Book, number: int) -> str:
    """Order intake that came in; where only orders were counted, at the usual deal size."""
    counted = _came("won", number)
    worth = f"ROUND(({counted})*funnel_deal_likely,{orders.places(book)})"
    return _came("order_intake", number, f'IF(COUNT({counted},funnel_deal_likely)<2,"",{worth})')


def _totals(book: Book, sheet: Worksheet, placed: Placed, columns: dict[str, Column]) -> int:
    """The row of sums under the table; returns its number."""
    number = placed.last + 1
    book.say(sheet, number, FIRST, _("Total"), style.font(bold=True))
    rows = list(enumerate(book.results.review.months, 1))
    for step, (key, column) in enumerate(columns.items()):
        cell = at(sheet, number, FIRST + step)
        style.dress(cell, border=style.edges(below=style.INK, above=style.INK, above_weight="medium"))
        if column.formula is None:
            continue
        known = [value for row in rows if (value := column.value(row)) is not None]
        ref = placed.cells(key)
        book.cells.put(cell, f'IF(COUNT({ref})=0,"",SUM({ref}))', sum(known) if known else None)
        style.dress(cell, text=style.font(bold=True), at=style.aligned("right"), form=str(column.form))
    return number


def _charts(book: Book, sheet: Worksheet, placed: Placed, columns: dict[str, Column]) -> None:
    """Plan beside actual, of money and of leads."""
    rows = list(enumerate(book.results.review.months, 1))
    names = [str(columns["name"].value(row)) for row in rows]
    shift = 0
    for planned, came, title, form in (
        ("spend_planned", "spend", _("Spend"), "#,##0"),
        ("leads_planned", "leads", _("Leads"), "0"),
    ):
        if planned not in columns or came not in columns:
            continue
        pair = [
            native.series(sheet, _fixed(placed.cells(key)), [columns[key].value(row) for row in rows],
                          _fixed(placed.cells("name")), names, said, colour)
            for key, said, colour in (
                (planned, _("{what}, planned").format(what=title), "B4C3CD"),
                (came, _("{what}, actual").format(what=title), FILL["marketing"][1:]))
        ]  # fmt: skip
        native.stand(sheet, native.bars(pair, form), TOP, FIRST, 470, 250, shift=shift)
        shift += 490


def _fixed(ref: str) -> str:
    return ":".join(map(fixed, ref.split(":")))
