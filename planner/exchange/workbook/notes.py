"""Notes on cells that have a history: who changed them last, when, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from openpyxl.comments import Comment

from planner.charts import words as say_day
from planner.exchange.workbook.book import Book
from planner.exchange.workbook.put import clean
from planner.i18n import _
from planner.model.plan import Audience, fields_of, row_class
from planner.model.touches import Touched, Touches
from planner.model.words import say

_MOST = 2_000
_GRIDS = {"amount": ("budget_line", "line", "planned"), "lead_month": ("activity", "activity", "likely")}


def write(book: Book, touches: Touches | None) -> None:
    """Notes for the team; nobody else is told who changed what."""
    if book.audience is not Audience.INTERNAL:
        return
    said: dict[tuple[str, str], list[str]] = {}
    authors: dict[tuple[str, str], str] = {}
    for touched in islice(touches.fields() if touches is not None else (), _MOST):
        place = _place(book, touched)
        if place is not None:
            said.setdefault(place, []).append(_words(book, touched))
            authors[place] = touched.record.author
    for place, note in _left(book):
        said.setdefault(place, []).append(note)
    for (sheet, ref), texts in said.items():
        text = clean("\n".join(texts))
        made = Comment(text, clean(authors.get((sheet, ref), "")) or "Common Ground")
        made.width, made.height = 260, 40 + 18 * (len(text) // 36 + text.count("\n") + 1)
        book.workbook[sheet][ref].comment = made


def _words(book: Book, touched: Touched) -> str:
    declared = fields_of(row_class(touched.table))[touched.field]
    return _("{author}, {day}. Before: {value}.").format(
        author=touched.record.author,
        day=say_day.day(touched.record.at[:10]),
        value=say(book.plan, declared, touched.before),
    )


def _place(book: Book, touched: Touched) -> tuple[str, str] | None:
    """The sheet and cell that show a field now; None where none does."""
    table, id, key = touched.table, touched.id, touched.field
    if (table, key) in book.marks.singles:
        sheet, ref = next(iter(book.workbook.defined_names[book.marks.singles[table, key]].destinations))
        return sheet, ref.replace("$", "")
    if table in _GRIDS and key == _GRIDS[table][2]:
        row: Any = book.plan.table(table).get(id)
        if row is None:
            return None
        table, id, key = _GRIDS[table][0], getattr(row, _GRIDS[table][1]), row.month
    placed = book.placed.get(table)
    if placed is None or id not in placed.rows or key not in placed.headers:
        return None
    return placed.sheet, f"{placed.letters[placed.headers[key]]}{placed.rows[id]}"


def _left(book: Book) -> Iterator[tuple[tuple[str, str], str]]:
    """What people left on the cells of the month grid."""
    placed = book.placed.get("budget_line")
    if placed is None:
        return
    for cell in book.plan.amounts:
        if cell.note and cell.line in placed.rows and cell.month in placed.headers:
            yield (placed.sheet, f"{placed.letters[placed.headers[cell.month]]}{placed.rows[cell.line]}"), cell.note
