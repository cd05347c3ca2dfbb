"""The sheet of the budget: lines by month under their activities, totals, who leads what, and a chart of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.money import to_major
from planner.calc.voices import voice_of_person
from planner.charts import words as say
from planner.charts.colours import FILL, WORDS
from planner.exchange.workbook import budget_foot, grid, marks, style
from planner.exchange.workbook.book import FIRST, Book
from planner.exchange.workbook.chapters import BUDGET, tab
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Column, Placed, columns_of, escaped, place
from planner.i18n import _
from planner.model.plan import Activity, BudgetLine, Kind, Month

HEAD = 18
LINE, GROUP = "line", "group"
_BACK = ("category", "activity", "owner", "in_brief", "amount", "locked", "in_second_currency", "note")


@dataclass(frozen=True, slots=True)
class Group:
    """The heading over the lines of one activity."""

    activity: Activity | None
    lines: tuple[BudgetLine, ...]

    @property
    def said(self) -> str:
        """What stands in the first column."""
        return (self.activity.title or self.activity.code or "") if self.activity else _("Not part of an activity")


def write(book: Book) -> Placed:
    """The whole sheet. An audience that may not see amounts gets the lines without them."""
    sheet = book.sheet(_(BUDGET.title), _(BUDGET.title), _(BUDGET.purpose) + book.amounts_in(), tab(BUDGET))
    if not shows_amounts(book):
        placed = place(book, sheet, 5, "tblBudget", list(book.plan.budget_lines), columns_of(book, "budget_line"),
                       table="budget_line")  # fmt: skip
        book.finish(sheet, FIRST + len(placed.letters) - 1)
        return placed
    plan = book.plan
    used = grid.columns(plan, (cell.month for cell in plan.amounts if cell.line in plan.budget_lines
                               and cell.planned is not None))  # fmt: skip
    rows = _rows(book)
    columns = _columns(book, used, rows)
    placed = place(book, sheet, HEAD, "tblBudget", rows, columns, table="budget_line", buttons=False,
                   row_id=lambda row: row.id if isinstance(row, BudgetLine) else _group_mark(row),
                   look=lambda on, number, row, where: _look(book, on, number, row, where, used))  # fmt: skip
    _narrow(sheet, placed, used)
    _tall(sheet, placed)
    budget_foot.write(book, sheet, placed, used, rows)
    sheet.freeze_panes = f"{get_column_letter(FIRST + 1)}{placed.first}"
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    last = FIRST + list(columns).index("share")
    book.finish(sheet, last)
    return placed


def _group_mark(group: Group) -> str:
    return marks.GROUP + (group.activity.id if group.activity else "")


def shows_amounts(book: Book) -> bool:
    """Whether the audience may see what things cost; then the envelope is typed on this sheet."""
    return book.sees("budget_line", "amount") and book.sees("amount", "planned") and book.sees("facts", "envelope")


def _rows(book: Book) -> list[Any]:
    """Groups and their lines: activities in their order, what belongs to none at the end."""
    homes: dict[str | None, list[BudgetLine]] = {}
    for line in book.plan.budget_lines:
        homes.setdefault(line.activity if line.activity in book.plan.activities else None, []).append(line)
    rows: list[Any] = []
    for activity in [*book.plan.activities, None]:
        own = tuple(homes.get(activity.id if activity else None, ()))
        if own:
            rows.extend((Group(activity, own), *own))
    return rows


def _columns(book: Book, used: tuple[Month, ...], rows: list[Any]) -> dict[str, Column]:
    plan, declared, headers = book.plan, columns_of(book, "budget_line"), grid.headers(used)
    first = {id(row): HEAD + 1 + number for number, row in enumerate(rows)}
    columns = {
        "description": Column(_("Line"), _line(lambda row: row.description, lambda group: group.said), width=(30, 42)),
        "lead": Column(_("Lead"), _line(lambda row: say.voice(voice_of_person(plan, row.owner))), Kind.CHOICE,
                       width=(11, 12), typed=False),
    }  # fmt: skip
    for name in ("priority", "basis", "committed"):
        columns[name] = _only_lines(declared[name])
    wide = _width_of_months(book)
    for month, header in zip(used, headers, strict=True):
        columns[month] = _month(book, month, header, wide)
    fixed = _("Amount, if not by month")
    amount = f"tblBudget[[#This Row],[{escaped(fixed)}]]"
    cells = f"tblBudget[[#This Row],[{escaped(headers[0])}]:[{escaped(headers[-1])}]]" if used else ""
    sums = f'IF(COUNT({cells})=0,"",SUM({cells}))' if used else '""'
    whole = f"IF(ISNUMBER({amount}),{amount},{sums})"
    year_at = FIRST + len(columns)
    columns["year"] = _year(book, whole, first, get_column_letter(year_at))
    year = f"tblBudget[[#This Row],[{escaped(_('Year'))}]]"
    share = f'IF(COUNT({year},budget_total)<2,"",IF(budget_total=0,"",{year}/budget_total))'
    columns["share"] = Column(_("Share"), lambda row: _share(book, row), Kind.SHARE, style.SHARE,
                              lambda row, number: share, calculated=share, width=(8, 8))  # fmt: skip
    columns["code"] = _only_lines(declared["code"])
    for name in _BACK:
        if name in declared:
            columns[name] = _only_lines(declared[name])
    columns["owner"] = replace(columns["owner"], header=_("Led by"))
    columns["amount"] = Column(fixed, columns["amount"].value, Kind.MONEY, book.formats.amount, width=(12, 14))
    columns["kind"] = Column(_("Row kind"), lambda row: GROUP if isinstance(row, Group) else LINE, hidden=True,
                             typed=False)  # fmt: skip
    return columns


def _line(of_line: Any, of_group: Any = lambda group: None) -> Any:
    return lambda row: of_group(row) if isinstance(row, Group) else of_line(row)


def _only_lines(column: Column) -> Column:
    return replace(column, value=_line(column.value))


def _month(book: Book, month: Month, header: str, wide: int) -> Column:
    def value(row: Any) -> Any:
        return book.content.value("budget_line", row, month) if isinstance(row, BudgetLine) else None

    return Column(header, value, Kind.MONEY, book.formats.grid, width=(wide, wide))


def _width_of_months(book: Book) -> int:
    """Characters that the largest figure of the grid takes, the running total of the last month."""
    whole = to_major(book.results.budget.total or 0, book.plan.facts.currency)
    places = book.formats.grid.partition(";")[0].partition(".")[2]
    return max(7, len(f"{whole:,.{len(places)}f}") + 2)


def _year(book: Book, whole: str, first: dict[int, int], letter: str) -> Column:
    currency, budget = book.plan.facts.currency, book.results.budget

    def formula(row: Any, number: int) -> str:
        if isinstance(row, Group):
            return f"SUM({letter}{number + 1}:{letter}{number + len(row.lines)})"
        return whole

    def value(row: Any) -> float | None:
        if isinstance(row, Group):
            return to_major(sum(budget.amount(line) or 0 for line in row.lines), currency)
        amount = budget.amount(row)
        return None if amount is None else to_major(amount, currency)

    wide = max(10, _width_of_months(book) + 1)
    return Column(_("Year"), value, Kind.MONEY, book.formats.grid, formula, calculated=whole, width=(wide, wide))


def _share(book: Book, row: Any) -> float | None:
    budget = book.results.budget
    if not budget.total:
        return None
    if isinstance(row, Group):
        return sum(budget.amount(line) or 0 for line in row.lines) / budget.total
    amount = budget.amount(row)
    return None if amount is None else amount / budget.total


def _look(book: Book, sheet: Worksheet, number: int, row: Any, placed: Placed, used: tuple[Month, ...]) -> None:
    sheet.row_dimensions[number].height = 16.5
    first = at(sheet, number, FIRST)
    if isinstance(row, Group):
        for letter in placed.letters.values():
            cell = sheet[f"{letter}{number}"]
            style.dress(cell, text=style.font(bold=True), ground=style.GROUP, border=style.edges())
        first.alignment = style.aligned("left")
        _sums(book, sheet, number, row, placed, used)
        return
    sheet[f"{placed.letters[placed.headers['priority']]}{number}"].alignment = style.aligned("center")
    voice = voice_of_person(book.plan, row.owner)
    style.dress(first, border=style.edges(beside=style.WHITE, left=FILL[voice][1:]),
                at=style.aligned("left", wrap=True, indent=1))  # fmt: skip
    sheet[f"{placed.letters[_('Lead')]}{number}"].font = style.font(WORDS[voice][1:])
    sheet[f"{placed.letters[_('Year')]}{number}"].font = style.font(bold=True)
    sheet[f"{placed.letters[_('Share')]}{number}"].font = style.font(style.MUTED)
    if row.locked:
        for month in used:
            cell = sheet[f"{placed.letters[placed.headers[month]]}{number}"]
            style.dress(cell, text=style.font(style.MUTED), ground=style.LOCKED)


def _sums(book: Book, sheet: Worksheet, number: int, group: Group, placed: Placed, used: Sequence[Month]) -> None:
    """The months of a group: sums over its own lines."""
    planned, currency = book.content.planned, book.plan.facts.currency
    for month in used:
        letter = placed.letters[placed.headers[month]]
        total = sum(planned.get((line.id, month)) or 0 for line in group.lines)
        cells = f"{letter}{number + 1}:{letter}{number + len(group.lines)}"
        book.cells.put(sheet[f"{letter}{number}"], f"SUM({cells})", to_major(total, currency))


def _tall(sheet: Worksheet, placed: Placed) -> None:
    """Rows as high as the name of their line needs."""
    room = sheet.column_dimensions[get_column_letter(FIRST)].width - 2
    for number in range(placed.first, placed.last + 1):
        said = at(sheet, number, FIRST)
        if said.alignment.wrap_text:
            sheet.row_dimensions[number].height = 1.5 + 15 * math.ceil(len(str(said.value or " ")) / room)


def _narrow(sheet: Worksheet, placed: Placed, used: tuple[Month, ...]) -> None:
    """A line beside the last month of each quarter; the head of the priorities over their middle."""
    head = sheet[f"{placed.letters[placed.headers['priority']]}{placed.head}"]
    head.alignment = style.aligned("center")
    for month in used:
        if int(month[5:7]) % 3 == 0:
            for number in range(placed.first, placed.last + 1):
                cell = sheet[f"{placed.letters[placed.headers[month]]}{number}"]
                cell.border = style.edges(beside=style.QUARTER)
