"""Chapters that are lists: facts and a small chart at the head, one table below the other."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.promises import unit_of
from planner.exchange.workbook import native, style, words
from planner.exchange.workbook.book import FIRST, TOP, Book
from planner.exchange.workbook.chapters import INPUT, MATERIALS, Chapter, Listing, tab
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Column, Placed, columns_of, heights, place
from planner.i18n import _
from planner.model.plan import Kind, Row, fields_of

_FACT_LABEL, _FACT_VALUE = FIRST, FIRST + 2
_CHARTED = (INPUT, MATERIALS)
_CHART_ROWS = 8
_SENTENCE = 44
_FAR_APART = 1.0
"""Ratings, of one to five, that differ by so much are talked about."""
_IN_UNIT = {"goal": ("baseline", "target"), "commitment": ("target",)}


def write(book: Book, chapter: Chapter, leave_out: tuple[str, ...] = ()) -> dict[str, Placed]:
    """The sheet of a chapter; returns its tables by the name of the list.

    ``leave_out`` names fields of the single row that are typed on another sheet.
    """
    sheet = book.sheet(_(chapter.title), _(chapter.title), _(chapter.purpose), tab(chapter))
    row = TOP
    if chapter.single:
        row = single(book, sheet, chapter.single, row, leave_out) + 1
    room = _fact_rows(chapter)
    row += room
    placed = lists(book, sheet, chapter.lists, row)
    if chapter.single:
        widen(sheet, TOP, row - 1)
    if chapter is MATERIALS:
        _gaps(book, sheet, placed["material"])
    if chapter.facts is not None:
        facts = chapter.facts(book, placed)
        book.facts(sheet, TOP, facts)
        if chapter in _CHARTED:
            native.counts(book, sheet, facts, TOP, _FACT_VALUE)
    if len(chapter.lists) == 1:
        only = next(iter(placed.values()))
        sheet.freeze_panes = f"{get_column_letter(FIRST + 2)}{only.first}"
        sheet.print_title_rows = f"{only.head}:{only.head}"
    else:
        sheet.freeze_panes = f"A{TOP}"
    book.finish(sheet, _last_column(placed))
    return placed


def _gaps(book: Book, sheet: Worksheet, materials: Placed) -> None:
    """Ratings in which both sides are far from each other."""
    if not {"sales_rating", "marketing_rating"} <= materials.headers.keys():
        return
    sales, marketing = (materials.letters[materials.headers[key]] for key in ("sales_rating", "marketing_rating"))
    row = materials.first
    apart = f"AND(COUNT(${sales}{row},${marketing}{row})=2,ABS(${sales}{row}-${marketing}{row})>={_FAR_APART:g})"
    for key in ("sales_rating", "marketing_rating"):
        book.shade(sheet, materials.cells(key), apart, style.FIX_GROUND, style.FIX)


def _fact_rows(chapter: Chapter) -> int:
    """Rows kept free for facts, so that the tables can be written first: the facts count their columns."""
    if chapter.facts is None:
        return 0
    return _CHART_ROWS if chapter in _CHARTED else 4


def lists(book: Book, sheet: Worksheet, listings: tuple[Listing, ...], row: int) -> dict[str, Placed]:
    """Tables below each other, two rows apart."""
    placed: dict[str, Placed] = {}
    for listing in listings:
        rows, columns = _content(book, listing.table)
        if len(columns) > 1:
            placed[listing.table] = place(
                book, sheet, row, listing.name, rows, columns, table=listing.table, heading=_(listing.heading)
            )
            row = placed[listing.table].last + 3
    for table in placed.values():
        heights(sheet, table)
    return placed


def _content(book: Book, table: str) -> tuple[list[Row], dict[str, Column]]:
    """The rows and columns of a list; a few lists are shown in part, or with formats of their own."""
    rows = book.content.rows(table)
    if table == "amount":
        columns = columns_of(book, table, leave_out=("planned",))
        columns.pop("code")
        return rows, columns if columns.keys() - {"line", "month"} else {}
    columns = columns_of(book, table)
    if table == "stage" and "definition" in columns:
        columns["definition"] = columns.pop("definition")
    for name in _IN_UNIT.get(table, ()):
        columns[name] = _in_unit(book, columns[name])
    return rows, columns


def _in_unit(book: Book, column: Column) -> Column:
    """A figure in its row's own unit."""
    currency = book.plan.facts.currency

    def form(row: Any) -> str:
        unit = unit_of(row) if row.TABLE == "commitment" else row.unit
        if unit == "share":
            return style.SHARE
        return book.formats.money if unit and unit == currency else style.COUNT

    return Column(column.header, column.value, Kind.NUMBER, form, width=(11, 14))


def single(book: Book, sheet: Worksheet, table: str, row: int, leave_out: tuple[str, ...] = ()) -> int:
    """The fields of a table with one row as lines of label and value; returns the row after the last.

    Every value has a defined name made of table and field, such as ``facts_envelope``.
    """
    subject = book.plan.facts if table == "facts" else book.plan.funnel
    for name, field in fields_of(type(subject)).items():
        if name in leave_out or not field.seen_by(book.audience):
            continue
        book.say(sheet, row, _FACT_LABEL, _(field.label), style.font(style.MUTED))
        cell = at(sheet, row, _FACT_VALUE)
        book.cells.enter(cell, words.shown(book.plan, field, getattr(subject, name)))
        form = book.formats.money if field.kind is Kind.MONEY else book.formats.of(field.kind)
        for column in range(_FACT_LABEL, _FACT_VALUE + 1):
            at(sheet, row, column).border = style.edges()
        style.dress(cell, text=style.font(bold=field.kind in words.RIGHT), ground=style.TYPED_FACT,
                    at=style.aligned("left", wrap=True), form=form)  # fmt: skip
        book.name(f"{table}_{name}", sheet, cell.coordinate)
        book.marks.singles[table, name] = f"{table}_{name}"
        if field.kind is Kind.CHOICE:
            book.choose(sheet, cell.coordinate, tuple(words.word(each) for each in field.choices))
        row += 1
    return row


def widen(sheet: Worksheet, top: int, bottom: int) -> None:
    """Give the values of single facts the width of a sentence, once the tables have made their columns."""
    Book.room_for_labels(sheet, (str(at(sheet, row, _FACT_LABEL).value) for row in range(top, bottom)), _FACT_VALUE)
    span, wide = _FACT_VALUE, 0.0
    while True:
        wide += sheet.column_dimensions[get_column_letter(span)].width
        if wide >= _SENTENCE:
            break
        span += 1
    for row in range(top, bottom):
        for column in range(_FACT_VALUE + 1, span + 1):
            style.dress(at(sheet, row, column), ground=style.TYPED_FACT, border=style.edges())
        if span > _FACT_VALUE:
            sheet.merge_cells(start_row=row, end_row=row, start_column=_FACT_VALUE, end_column=span)
        value = at(sheet, row, _FACT_VALUE).value
        if isinstance(value, str) and len(value) > wide:
            sheet.row_dimensions[row].height = min(200.0, 15.0 * (len(value) // wide + 1) + 2)


def _last_column(placed: dict[str, Placed]) -> int:
    return FIRST + max((len(table.letters) for table in placed.values()), default=4) - 1
