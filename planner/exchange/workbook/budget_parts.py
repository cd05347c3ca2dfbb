"""The budget divided, under its table: by the side that leads a line, by priority, by category, in live formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.budget import share_of
from planner.calc.money import to_major
from planner.calc.voices import VOICES, voice_of_person
from planner.charts import words as say
from planner.charts.colours import WORDS
from planner.exchange.workbook import style
from planner.exchange.workbook.book import FIRST, Book
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Placed
from planner.i18n import _
from planner.model.plan import BudgetLine, Month
from planner.model.words import choice_words


class _Part(NamedTuple):
    """One row: what it is called, which lines it adds up, and how a formula finds them: by its own name where nothing
    is said."""

    key: str
    said: str
    lines: Sequence[BudgetLine]
    field: str
    criterion: str
    colour: str


def write(
    book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], lines: Sequence[BudgetLine], row: int
) -> list[tuple[str, list[float]]]:
    """All divisions from a row on. Returns the months of each side, whose rows come first: a chart is drawn of them."""
    sides = [(part, _row(book, sheet, placed, used, part, row + place))
             for place, part in enumerate(_sides(book, lines), 1)]  # fmt: skip
    book.heading(sheet, row, _("By the side that leads the line"))
    row += len(sides) + 2
    for heading, parts in (
        (_("By priority: 1 is cut last, 4 is cut first"), list(_priorities(lines))),
        (_("By category"), _categories(book, lines)),
    ):
        if not parts or parts[0].field not in placed.headers:
            continue
        book.heading(sheet, row, heading)
        for place, part in enumerate(parts, 1):
            _row(book, sheet, placed, used, part, row + place)
        row += len(parts) + 2
    return [(part.key, values) for part, values in sides]


def only_lines(placed: Placed, field: str, *more: str) -> str:
    """The sum of a column over lines, not over the groups that add them up."""
    conditions = ",".join([placed.column("kind"), '"<>group"', *more])
    return f"SUMIFS({placed.column(field)},{conditions})"


def _sides(book: Book, lines: Sequence[BudgetLine]) -> Iterator[_Part]:
    for voice in VOICES:
        own = [line for line in lines if voice_of_person(book.plan, line.owner) == voice]
        if own:
            yield _Part(voice, say.voice(voice), own, "lead", "", WORDS[voice][1:])


def _priorities(lines: Sequence[BudgetLine]) -> Iterator[_Part]:
    for priority in sorted({line.priority for line in lines if line.priority is not None}):
        own = [line for line in lines if line.priority == priority]
        said = _("Priority {n}").format(n=priority)
        yield _Part(str(priority), said, own, "priority", str(priority), style.INK)


def _categories(book: Book, lines: Sequence[BudgetLine]) -> list[_Part]:
    """The most expensive first."""
    found: dict[str, list[BudgetLine]] = {}
    for line in lines:
        if line.category:
            found.setdefault(line.category, []).append(line)

    def cost(name: str) -> tuple[int, str]:
        return -sum(book.results.budget.amount(line) or 0 for line in found[name]), name

    return [_Part(name, choice_words(name), found[name], "category", f'"{_literally(name)}"', style.INK)
            for name in sorted(found, key=cost)]  # fmt: skip


def _literally(text: str) -> str:
    """A text as a criterion that means only itself."""
    for sign in "~*?":
        text = text.replace(sign, f"~{sign}")
    return "=" + text.replace('"', '""')


def _row(book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], part: _Part, row: int) -> list[float]:
    """Writes one row; returns its months in major units."""
    amounts, currency, budget = book.content.planned, book.plan.facts.currency, book.results.budget
    condition = (placed.column(part.field), part.criterion or f"$C{row}")
    book.say(sheet, row, FIRST, part.said, style.font(part.colour, bold=True))
    values = []
    for month in used:
        value = to_major(sum(amounts.get((line.id, month)) or 0 for line in part.lines), currency)
        cell = _put(book, sheet, placed, placed.headers[month], row, only_lines(placed, month, *condition), value)
        style.dress(cell, text=style.font(), at=style.aligned("right"), form=book.formats.grid)
        values.append(value)
    whole = sum(budget.amount(line) or 0 for line in part.lines)
    year = _put(book, sheet, placed, _("Year"), row, only_lines(placed, "year", *condition), to_major(whole, currency))
    style.dress(year, text=style.font(bold=True), at=style.aligned("right"), form=book.formats.grid)
    formula = f'IF(N(budget_total)=0,"",{year.coordinate}/budget_total)'
    share = _put(book, sheet, placed, _("Share"), row, formula, share_of(whole, budget.total))
    style.dress(share, text=style.font(style.MUTED), at=style.aligned("right"), form=style.SHARE)
    for column in range(FIRST, FIRST + list(placed.letters).index(_("Share")) + 1):
        at(sheet, row, column).border = style.edges()
    return values


def _put(
    book: Book, sheet: Worksheet, placed: Placed, header: str, row: int, formula: str, value: float | None
) -> Cell:
    return book.cells.put(sheet[f"{placed.letters[header]}{row}"], formula, value)
