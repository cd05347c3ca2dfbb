"""The sheets of a pack: what to do, questions, ratings and figures, what is yours. Only answers can be typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openpyxl.styles import Protection
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.results import Results
from planner.calc.words import step
from planner.charts import words as say
from planner.exchange.homework.asked import INPUT, OWN, QUESTIONS, RATES, RATINGS, Asked, Part, questions
from planner.exchange.homework.recipient import Recipient
from planner.exchange.workbook import grid, style
from planner.exchange.workbook.book import FIRST, TOP, Book
from planner.exchange.workbook.marks import GIVER
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Column, Placed, columns_of, heights, place
from planner.exchange.workbook.words import called
from planner.i18n import _
from planner.model.changes import Moment
from planner.model.plan import Day, Kind, Material, Plan, RowId

_FREE = Protection(locked=False)
Counted = list[tuple[str, int]]
_WIDE = ("text", "question", "answer", "statement", "promise", "why")
"""Fields in which people write sentences."""


def make(
    plan: Plan, results: Results, to: Recipient, exported: Moment | None, today: Day, due: Day
) -> Book:
    """The whole pack."""
    version = str(plan.facts.version) if plan.facts.version is not None else ""
    book = Book(plan, results, to.audience, version, today)
    book.marks.moment = exported or book.marks.moment
    book.marks.pack, book.marks.giver = "homework", to.person.id if to.person else ""
    # All links of the sheets lead to the first one, which is called so in every workbook.
    first = book.sheet(_("Contents"), _("Homework for {name}").format(name=to.name),
                       _("What you are asked before the plan is agreed on, and what is yours in it."),
                       style.PART_TABS[""])  # fmt: skip
    sheets: list[tuple[str, Counted]] = []
    for title, purpose, parts in (
        (_("Questions"), _("Answer in a sentence or two. “I do not know” is an answer."), (QUESTIONS, None)),
        (_("Input"), _("What you hear from customers. Each input gets an answer in the plan."), (INPUT,)),
        (_("Ratings"), _("Blind: nobody sees who gave which rating before all are in."), (RATINGS,)),
        (_("Figures"), _("Your own estimate, low and high where you are not sure."), (RATES,)),
        (_("Yours"), _("What you own in the plan. Change what is not right."), OWN),
    ):
        counted = _sheet(book, to, title, purpose, parts)
        if counted:
            sheets.append((title, counted))
    _cover(book, first, to, due, sheets)
    book.write_hidden()
    return book


def _sheet(book: Book, to: Recipient, title: str, purpose: str, parts: tuple[Part | None, ...]) -> Counted:
    """One sheet with its tables; none where there is nothing to ask."""
    lists: list[tuple[Part | None, list[Any]]] = []
    for part in parts:
        rows: list[Any] = questions(book.plan, to) if part is None else list(part.rows(book.plan, to))
        if rows or (part is not None and part.room):
            lists.append((part, rows))
    if not lists:
        return []
    sheet = book.sheet(title, title, purpose, style.PART_TABS["Listen"])
    row, counted, widest = TOP, [], 8
    for part, rows in lists:
        placed = _coach(book, sheet, row, rows) if part is None else _list(book, sheet, row, part, rows)
        if placed is None:
            continue
        heights(sheet, placed)
        heading = _("Questions to you") if part is None else _(part.heading)
        counted.append((heading, len(rows)))
        widest = max(widest, len(placed.letters))
        row = placed.last + 3
    sheet.freeze_panes = f"A{TOP}"
    book.finish(sheet, FIRST + widest - 1)
    _protect(sheet)
    return counted


def _list(book: Book, sheet: Worksheet, top: int, part: Part, rows: list[Any]) -> Placed | None:
    declared = columns_of(book, part.table)
    columns: dict[str, Column] = {}
    if part.table == "rating":
        columns["material"] = _material(book, declared)
    elif "code" in declared:
        columns["code"] = declared["code"]
    if part.table == "rate":
        columns["step"] = Column(_("Step"), lambda row: step(row.code), width=(30, 50), typed=False)
    typed = {name: _unless_new(declared[name]) if part.table == "rating" else declared[name]
             for name in part.typed if name in declared}  # fmt: skip
    said = {name: replace(declared[name], typed=False, choices=(), limits=None)
            for name in part.said if name in declared}  # fmt: skip
    columns.update({**typed, **said} if part.room else {**said, **typed})
    for name in _WIDE:
        if name in columns:
            columns[name] = replace(columns[name], width=(44, 60))
    if part.months and book.sees("amount", "planned"):
        used = grid.columns(book.plan, ())
        for month, header in zip(used, grid.headers(used), strict=True):
            columns[month] = Column(header, _month(book, month), Kind.MONEY, book.formats.grid, width=(7, 11))
    if not any(column.typed for column in columns.values()):
        return None
    placed = place(book, sheet, top, part.name, [*rows, *[None] * part.room], columns, table=part.table,
                   heading=_(part.heading), row_id=_row_id)  # fmt: skip
    _unlock(sheet, placed, columns)
    return placed


def _row_id(row: Any) -> RowId | None:
    return None if isinstance(row, Material) else str(row.id)


def _unless_new(column: Column) -> Column:
    """A material without a rating yet stands for the rating that it may get, which is empty."""
    return replace(column, value=lambda row: None if isinstance(row, Material) else column.value(row))


def _material(book: Book, declared: dict[str, Column]) -> Column:
    def value(row: Any) -> Any:
        material = row if isinstance(row, Material) else book.plan.materials[row.material]
        same = [other for other in book.plan.materials if other.name == material.name]
        return material.name if material.name and len(same) == 1 else material.code

    return replace(declared["material"], value=value, typed=False, given=True, width=(36, 50))


def _month(book: Book, month: str) -> Any:
    return lambda row: book.content.value("budget_line", row, month)


def _coach(book: Book, sheet: Worksheet, top: int, rows: list[Asked]) -> Placed:
    """The coach's questions; an answer becomes a row of its own."""
    columns = {
        "code": Column(_("Code"), lambda row: row.key, width=(9, 15), typed=False),
        "asked": Column(_("Question"), lambda row: row.text, Kind.LONG_TEXT, width=(40, 70), typed=False),
        "answer": Column(_("Answer"), lambda row: getattr(row.waiting, "answer", None), Kind.LONG_TEXT, width=(60, 60)),
    }
    placed = place(book, sheet, top, "tblCoach", rows, columns, table="coach_answer", heading=_("Questions to you"),
                   row_id=lambda row: row.waiting.id if row.waiting else None)  # fmt: skip
    _unlock(sheet, placed, columns)
    return placed


def _unlock(sheet: Worksheet, placed: Placed, columns: dict[str, Column]) -> None:
    for key, column in columns.items():
        if column.typed and column.formula is None:
            for row in sheet[placed.cells(key)]:
                for cell in row:
                    cell.protection = _FREE


def _protect(sheet: Worksheet) -> None:
    """Against slips, not against people: there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.formatCells = False
    sheet.protection.selectLockedCells = False


def _cover(book: Book, sheet: Worksheet, to: Recipient, due: Day, sheets: list[tuple[str, Counted]]) -> None:
    """What to do, by when, and who answers."""
    for letter, wide in zip("CDEFGH", (24, 44, 10, 14, 14, 14), strict=True):
        sheet.column_dimensions[letter].width = wide
    row = TOP + 1
    _line(book, sheet, row, _("Please send it back by"), say.day(due))
    names = tuple(name for person in book.plan.people if to.person in (None, person) and (
        to.person or person.function == to.function) and (name := called(book.plan, person.id)))  # fmt: skip
    cell = _line(book, sheet, row + 1, _("Answered by"), names[0] if to.person and names else "")
    cell.fill, cell.protection = style.fill(style.TYPED_FACT), _FREE
    book.name(GIVER, sheet, cell.coordinate)
    if names:
        book.choose(sheet, cell.coordinate, names)
    row += 3
    for number, said in enumerate(
        (
            _("Type in the tinted cells only; cells with a list open with Alt and the arrow key."),
            _("Leave empty what you do not know. Empty is not nought."),
            _("Save the file and send it back; your answers come into the plan with your name on them."),
        ),
        start=1,
    ):
        book.say(sheet, row, FIRST, f"{number}. {said}")
        row += 1
    row += 1
    for title, counted in sheets:
        book.link(at(sheet, row, FIRST), title, title).font = style.font(style.LINK, bold=True)
        lists = [f"{heading}: {count}" if count else heading for heading, count in counted]
        book.say(sheet, row, FIRST + 1, "; ".join(lists))
        row += 1
    book.legend(sheet, row + 1)
    book.finish(sheet, FIRST + 5)
    _protect(sheet)


def _line(book: Book, sheet: Worksheet, row: int, label: str, said: str) -> Any:
    book.say(sheet, row, FIRST, label, style.font(style.MUTED))
    cell = book.say(sheet, row, FIRST + 1, said, style.font(bold=True))
    for column in (FIRST, FIRST + 1):
        at(sheet, row, column).border = style.edges()
    return cell
