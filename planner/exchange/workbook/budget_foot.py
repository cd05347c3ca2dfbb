"""Under and over the budget table: totals, running total, the facts at the head, the chart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.budget import CONTINGENCY
from planner.calc.money import to_major
from planner.charts import words as say
from planner.charts.colours import FILL
from planner.charts.steps import round_step
from planner.exchange.workbook import budget_parts, grid, native, style
from planner.exchange.workbook.book import FIRST, TOP, Book, Fact, need
from planner.exchange.workbook.budget_parts import only_lines
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Placed
from planner.exchange.workbook.words import yes_no
from planner.i18n import _
from planner.model.plan import BudgetLine, Money, Month

_CHART_HIGH = 230


def write(book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], rows: list[Any]) -> None:
    """Everything on the sheet but the table."""
    lines = [row for row in rows if isinstance(row, BudgetLine)]
    total = placed.last + 1
    sums = _totals(book, sheet, placed, used, lines, total)
    sides = budget_parts.write(book, sheet, placed, used, lines, total + 3)
    book.facts(sheet, TOP, _facts(book, placed, used, sums, total), FIRST + 1)
    book.legend(sheet, TOP + 10)
    _over(book, sheet, placed, used, total)
    if used and sides:
        _chart(book, sheet, placed, used, sides, sums, total + 4)


def _over(book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], total: int) -> None:
    """What is over the envelope is seen at once: the facts at the head, and the month in which it happens."""
    over = "AND(COUNT(facts_envelope,budget_total)=2,budget_total>facts_envelope)"
    planned, left, share = (at(sheet, TOP + step, FIRST + 1).coordinate for step in (1, 2, 3))
    for ref in (planned, left, share):
        book.shade(sheet, ref, over, style.FIX_GROUND, style.FIX)
    if used:
        first, last = placed.letters[placed.headers[used[0]]], placed.letters[placed.headers[used[-1]]]
        row = total + 1
        book.shade(sheet, f"{first}{row}:{last}{row}", f"AND(COUNT(facts_envelope)=1,{first}{row}>facts_envelope)",
                   style.FIX_GROUND, style.FIX)  # fmt: skip


def _totals(
    book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], lines: Sequence[BudgetLine], row: int
) -> list[float]:
    amounts, currency, budget = book.content.planned, book.plan.facts.currency, book.results.budget
    sums = [to_major(sum(amounts.get((line.id, month)) or 0 for line in lines), currency) for month in used]
    sheet.row_dimensions[row].height = 20
    book.say(sheet, row, FIRST, _("Total"))
    book.say(sheet, row + 1, FIRST, _("Running total"), style.font(style.MUTED))
    last = FIRST + list(placed.letters).index(_("Share"))
    for column in range(FIRST, last + 1):
        edge = style.edges(below=style.INK, above=style.INK, above_weight="medium")
        style.dress(at(sheet, row, column), text=style.font(bold=True), border=edge, at=style.aligned("right"))
    at(sheet, row, FIRST).alignment = style.aligned("left")
    start = placed.letters[placed.headers[used[0]]] if used else ""
    for month, value, running in zip(used, sums, accumulate(sums), strict=True):
        letter = placed.letters[placed.headers[month]]
        book.cells.put(sheet[f"{letter}{row}"], only_lines(placed, month), value).number_format = book.formats.grid
        cell = book.cells.put(sheet[f"{letter}{row + 1}"], f"SUM(${start}${row}:{letter}{row})", running)
        style.dress(cell, text=style.font(style.MUTED), at=style.aligned("right"), form=book.formats.grid)
    whole = None if budget.total is None else to_major(budget.total, currency)
    year = sheet[f"{placed.letters[_('Year')]}{row}"]
    some = f'SUMPRODUCT(({placed.column("kind")}<>"group")*ISNUMBER({placed.column("year")}))=0'
    book.cells.put(year, f'IF({some},"",{only_lines(placed, "year")})', whole).number_format = book.formats.grid
    book.name("budget_total", sheet, year.coordinate)
    share = sheet[f"{placed.letters[_('Share')]}{row}"]
    book.cells.put(share, 'IF(COUNT(budget_total)=0,"",IF(budget_total=0,"",budget_total/budget_total))',
                   1.0 if whole else None).number_format = style.SHARE  # fmt: skip
    return sums


def _facts(book: Book, placed: Placed, used: tuple[Month, ...], sums: list[float], total: int) -> list[Fact]:
    budget, currency, form = book.results.budget, book.plan.facts.currency, book.formats.money
    known = budget.total is not None

    def major(amount: Money | None) -> float | None:
        return None if amount is None else to_major(amount, currency)

    def where(field: str) -> str:
        yes = f'"{yes_no(True)}"'
        return f'IF(COUNT(budget_total)=0,"",{only_lines(placed, "year", placed.column(field), yes)})'

    kept = f'SUMPRODUCT(--EXACT({placed.column("category")},"{CONTINGENCY}"),{placed.column("year")})'
    used_share = budget.total / budget.envelope if known and budget.total is not None and budget.envelope else None
    facts = [
        Fact(_("Envelope"), "", major(budget.envelope), form, "facts_envelope", ("facts", "envelope")),
        Fact(_("Planned"), "budget_total", major(budget.total), form),
        Fact(_("Not allocated yet"), 'IF(COUNT(facts_envelope)=0,"",facts_envelope-N(budget_total))',
             major(budget.unallocated), form, "unallocated"),
        Fact(_("Used"), need('IF(facts_envelope=0,"",budget_total/facts_envelope)', "facts_envelope", "budget_total"),
             used_share, style.SHARE),
        Fact(_("Committed"), where("committed"), major(budget.committed), form),
        Fact(_("Contingency"), f'IF(COUNT(budget_total)=0,"",{kept})', major(budget.contingency), form, "contingency"),
        Fact(_("Contingency share"),
             need('IF(budget_total=0,"",contingency/budget_total)', "contingency", "budget_total"),
             budget.contingency_share, style.SHARE, "contingency_share"),
        Fact(_("In the agency brief"), where("in_brief"), major(budget.brief), form, "brief_budget"),
    ]  # fmt: skip
    if used:
        first, last = placed.letters[placed.headers[used[0]]], placed.letters[placed.headers[used[-1]]]
        row, head = f"{first}{total}:{last}{total}", f"{first}{placed.head}:{last}{placed.head}"
        largest = grid.headers(used)[sums.index(max(sums))] if max(sums) > 0 else None
        formula = f'IF(MAX({row})<=0,"",INDEX({head},MATCH(MAX({row}),{row},0)))'
        facts.append(Fact(_("Largest month"), formula, largest, "@"))
    return facts


def _chart(
    book: Book, sheet: Worksheet, placed: Placed, used: tuple[Month, ...], sides: list[tuple[str, list[float]]],
    sums: list[float], row: int,
) -> None:  # fmt: skip
    """Stacked bars whose columns stand over the month columns."""
    first, last = placed.letters[placed.headers[used[0]]], placed.letters[placed.headers[used[-1]]]
    cats, names = f"${first}${placed.head}:${last}${placed.head}", grid.headers(used)
    all_series = [
        native.series(sheet, f"${first}${row + at}:${last}${row + at}", values, cats, names, say.voice(voice),
                      FILL[voice][1:])
        for at, (voice, values) in enumerate(sides)
    ]  # fmt: skip
    chart = native.bars(all_series, "#,##0", stacked=True)
    total = f"${first}${row - 4}:${last}${row - 4}"
    native.label_largest(chart, native.series(sheet, total, sums, cats, names, _("Total"), style.INK), sums)
    chart.y_axis.majorUnit = round_step(max(sums))
    column = FIRST + list(placed.letters).index(placed.headers[used[0]])
    months_wide = native.pixels(sheet, column, column + len(used) - 1)
    before = native.pixels(sheet, column - 1, column - 1)
    wide = before + months_wide
    native.stand(sheet, chart, TOP, column - 1, wide, _CHART_HIGH,
                 (before / wide, 0.14, months_wide / wide, 0.72))  # fmt: skip
