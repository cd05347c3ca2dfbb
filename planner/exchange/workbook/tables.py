"""One table per list of the plan: columns from the declared fields, a hidden row id, cells to type in."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableFormula
from openpyxl.worksheet.worksheet import Worksheet

from planner.exchange.workbook import style, words
from planner.exchange.workbook.book import FIRST, ID, Book
from planner.exchange.workbook.marks import CALCULATED, GIVEN, SAID, TYPED
from planner.exchange.workbook.put import at
from planner.i18n import _
from planner.model.plan import Field, Kind, Row, fields_of, row_class

HEAD_HEIGHT = 20
_SAYS_NOTHING = ("edit",)
"""Fields that hold the id of an edit, which says nothing to people."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: typed values, or a formula with its value when ``formula`` is given."""

    header: str
    value: Callable[[Any], Any]
    kind: Kind = Kind.TEXT
    form: Callable[[Any], str] | str = ""
    formula: Callable[[Any, int], str] | None = None
    calculated: str = ""
    """The formula that a spreadsheet fills new rows with."""
    choices: tuple[str, ...] = ()
    limits: tuple[float, float] | None = None
    width: tuple[int, int] | None = None
    hidden: bool = False
    typed: bool = True
    """Whether people type in it; False for what is only said."""
    given: bool = False
    """Whether what is said there belongs to a row that the plan does not have yet, once people type beside it."""


@dataclass(slots=True)
class Placed:
    """Where a table came to stand."""

    name: str
    sheet: str
    head: int
    first: int
    last: int
    letters: dict[str, str] = field(default_factory=dict)
    """Column letters by header."""
    headers: dict[str, str] = field(default_factory=dict)
    """Headers by field name."""
    rows: dict[str, int] = field(default_factory=dict)
    """Row numbers by the ids of rows."""

    def column(self, name: str) -> str:
        """A whole column for formulas, by field name or header."""
        return f"{self.name}[{escaped(self.headers.get(name, name))}]"

    def this(self, name: str) -> str:
        """The cell of the same row, by field name or header."""
        return f"{self.name}[[#This Row],[{escaped(self.headers.get(name, name))}]]"

    def cells(self, name: str) -> str:
        """The range of a column on its sheet."""
        letter = self.letters[self.headers.get(name, name)]
        return f"{letter}{self.first}:{letter}{self.last}"


def escaped(header: str) -> str:
    """A header as it is written inside a structured reference."""
    return "".join(f"'{sign}" if sign in "[]#'" else sign for sign in header)


def header(table: str, name: str) -> str:
    """The header of a declared field."""
    return _(fields_of(row_class(table))[name].label)


def columns_of(book: Book, table: str, leave_out: Iterable[str] = ()) -> dict[str, Column]:
    """The columns of a list by field name, those that the audience may see; first the short code or a number."""
    declared = fields_of(row_class(table))
    coded = book.content.coded(table)
    made = {
        "code": Column(
            _("Code") if coded else _("No."),
            lambda row: book.content.value(table, row, "code"),
            Kind.TEXT if coded else Kind.INTEGER,
            width=(7, 13),
            typed=False,
        )
    }
    out = set(leave_out)
    for name, one in declared.items():
        if name not in out and name not in _SAYS_NOTHING and one.seen_by(book.audience):
            made[name] = _column(book, table, one)
    return made


def _column(book: Book, table: str, one: Field) -> Column:
    choices: tuple[str, ...] = ()
    if one.kind is Kind.CHOICE:
        choices = tuple(words.word(each) for each in one.choices)
    elif one.kind is Kind.YES_NO:
        choices = book.yes_or_no()
    elif one.kind is Kind.LINK and one.target == "person":
        choices = tuple(name for row in book.plan.people if (name := words.called(book.plan, row.id)))
    limits = None
    if one.kind in (Kind.INTEGER, Kind.NUMBER, Kind.SHARE) and one.minimum is not None and one.maximum is not None:
        limits = (one.minimum, one.maximum)

    def value(row: Row) -> Any:
        return book.content.value(table, row, one.name)

    return Column(_(one.label), value, one.kind, book.formats.of(one.kind), choices=choices, limits=limits)


def place(
    book: Book,
    sheet: Worksheet,
    top: int,
    name: str,
    rows: Sequence[Any],
    columns: dict[str, Column],
    *,
    table: str = "",
    heading: str = "",
    buttons: bool = True,
    row_id: Callable[[Any], str | None] = lambda row: row.id,
    look: Callable[[Worksheet, int, Any, Placed], None] | None = None,
) -> Placed:
    """Write a table with its head at ``top`` (or below its heading) and return where it stands.

    ``table`` names the list of the plan whose rows it holds, so that they are recognised when they come back.

    An empty list gets one empty row, since a table without one cannot be opened. Without ``buttons`` to sort and
    filter by the table is a grid: rows one line high. ``look`` may dress a finished row.
    """
    if heading:
        top = book.heading(sheet, top, heading)
    headers = _headers(columns)
    last = top + max(1, len(rows))
    placed = Placed(name, sheet.title, top, top + 1, last)
    placed.headers = headers
    placed.letters = {headers[key]: get_column_letter(FIRST + step) for step, key in enumerate(columns)}
    gaps = _gaps(columns, buttons)
    _head(book, sheet, top, columns, headers, gaps)
    filled: Sequence[Any] = rows or (None,)
    for number, row in enumerate(filled, top + 1):
        id_cell = at(sheet, number, ID)
        if row is not None:
            id = row_id(row)
            book.cells.enter(id_cell, id)
            if id:
                placed.rows[id] = number
        style.dress(id_cell, text=style.font(style.MUTED, size=9))
        for step, (column, gap) in enumerate(zip(columns.values(), gaps, strict=True)):
            _cell(book, sheet, number, FIRST + step, row, column, gap, buttons)
        if look is not None and row is not None:
            look(sheet, number, row, placed)
    _object(sheet, placed, columns, buttons)
    _rules(book, sheet, placed, columns)
    if table:
        book.placed[table] = placed
    book.marks.columns[table or name] = {key: (headers[key], _how(column)) for key, column in columns.items()}
    _widths(sheet, top, last, columns, headers, gaps, buttons)
    return placed


def _how(column: Column) -> str:
    if column.formula is not None:
        return CALCULATED
    return TYPED if column.typed else GIVEN if column.given else SAID


def _headers(columns: dict[str, Column]) -> dict[str, str]:
    taken: set[str] = {_("Row ID").lower()}
    headers: dict[str, str] = {}
    for key, column in columns.items():
        said, number = column.header, 2
        while said.lower() in taken:
            said, number = f"{column.header} {number}", number + 1
        taken.add(said.lower())
        headers[key] = said
    return headers


def _gaps(columns: dict[str, Column], roomy: bool) -> list[int]:
    """How far each column keeps from the edge that it stands at: words keep clear of figures before them."""
    right = [column.kind in words.RIGHT for column in columns.values()]
    return [int(roomy) if here else int(before) for here, before in zip(right, [False, *right], strict=False)]


def _head(
    book: Book, sheet: Worksheet, row: int, columns: dict[str, Column], headers: dict[str, str], gaps: Sequence[int]
) -> None:
    cells = [(ID, _("Row ID"), Kind.TEXT, 0), *((FIRST + step, headers[key], column.kind, gaps[step])
             for step, (key, column) in enumerate(columns.items()))]  # fmt: skip
    for place_at, said, kind, gap in cells:
        cell = book.cells.enter(at(sheet, row, place_at), said)
        side = "right" if kind in words.RIGHT else "left"
        style.dress(cell, text=style.font(style.WHITE, bold=True), ground=style.HEAD,
                    at=style.aligned(side, True, gap))  # fmt: skip


def _cell(
    book: Book, sheet: Worksheet, number: int, where: int, row: Any, column: Column, gap: int, roomy: bool
) -> None:
    cell = at(sheet, number, where)
    form = column.form if isinstance(column.form, str) else (column.form(row) if row is not None else "")
    wrap = column.kind in words.WRAPPED
    right = column.kind in words.RIGHT
    place_at = style.aligned("right" if right else "left", wrap, gap, "top" if roomy else "center")
    if column.formula is not None:
        if row is not None or column.calculated:
            book.cells.put(cell, column.formula(row, number), column.value(row) if row is not None else None)
        style.dress(cell, text=style.font(), border=style.edges(), at=place_at, form=form)
        return
    if row is not None:
        book.cells.enter(cell, column.value(row))
    ground = style.TYPED if column.typed else ""
    border = style.edges(beside=style.WHITE if column.typed else "")
    style.dress(cell, text=style.font(), ground=ground, border=border, at=place_at, form=form)


def _object(sheet: Worksheet, placed: Placed, columns: dict[str, Column], buttons: bool) -> None:
    ref = f"{get_column_letter(ID)}{placed.head}:{get_column_letter(FIRST + len(columns) - 1)}{placed.last}"
    table = Table(displayName=placed.name, name=placed.name, ref=ref)
    heads = [(_("Row ID"), "")] + [(placed.headers[key], column.calculated) for key, column in columns.items()]
    for number, (said, formula) in enumerate(heads, 1):
        made = TableColumn(id=number, name=said)
        if formula:
            made.calculatedColumnFormula = TableFormula(attr_text=formula)
        table.tableColumns.append(made)
    if buttons:
        table.autoFilter = AutoFilter(ref=ref)
    sheet.add_table(table)


def _rules(book: Book, sheet: Worksheet, placed: Placed, columns: dict[str, Column]) -> None:
    for key, column in columns.items():
        if column.choices:
            book.choose(sheet, placed.cells(key), column.choices)
        elif column.limits:
            book.within(sheet, placed.cells(key), *column.limits)


def _widths(
    sheet: Worksheet, top: int, last: int, columns: dict[str, Column], headers: dict[str, str], gaps: Sequence[int],
    roomy: bool,
) -> None:  # fmt: skip
    """Columns as wide as their content asks for within the limits of their kind; lists on one sheet share them."""
    sheet.row_dimensions[top].height = HEAD_HEIGHT
    for step, (key, column) in enumerate(columns.items()):
        letter = get_column_letter(FIRST + step)
        least, most = column.width or words.WIDTHS[column.kind]
        longest = 0
        for number in range(top + 1, last + 1):
            value = at(sheet, number, FIRST + step).value
            if isinstance(value, str) and not value.startswith("="):
                longest = max(longest, *(len(line) for line in value.split("\n")))
        words_of_head = headers[key].split()
        two_lines = max(max(map(len, words_of_head)) + 3, len(headers[key]) // 2 + 4)
        for_head = two_lines if roomy else len(headers[key]) + 3
        wanted = max(min(max(longest + 2, least), most), for_head) + (column.kind not in words.RIGHT) * gaps[step]
        known = sheet.column_dimensions[letter].width if letter in sheet.column_dimensions else 0
        sheet.column_dimensions[letter].width = max(wanted, known)
        if len(headers[key]) + 2 > sheet.column_dimensions[letter].width:
            sheet.row_dimensions[top].height = 2 * HEAD_HEIGHT - 5
        if column.hidden:
            sheet.column_dimensions[letter].hidden = True


def heights(sheet: Worksheet, placed: Placed) -> None:
    """Rows as high as their wrapped text needs, for programs that do not work it out themselves."""
    for number in range(placed.first, placed.last + 1):
        lines = 1
        for letter in placed.letters.values():
            cell = sheet[f"{letter}{number}"]
            if isinstance(cell.value, str) and cell.alignment.wrap_text and not cell.value.startswith("="):
                room = max(4.0, (sheet.column_dimensions[letter].width or 10) - 1.5)
                lines = max(lines, sum(max(1, math.ceil(len(part) / room)) for part in cell.value.split("\n")))
        sheet.row_dimensions[number].height = max(16.5, min(409.0, 15.0 * lines + 2.5))
