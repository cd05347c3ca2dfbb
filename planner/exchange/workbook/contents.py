"""The first sheet: what the workbook holds, and the figures that people ask for first."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from planner.calc import signing
from planner.calc.money import to_major
from planner.charts import words as say
from planner.exchange.workbook import style
from planner.exchange.workbook.book import FIRST, TOP, Book, Fact
from planner.exchange.workbook.chapters import CHAPTERS
from planner.exchange.workbook.marks import GIVER
from planner.exchange.workbook.put import at
from planner.exchange.workbook.words import called, word
from planner.i18n import _


def begin(book: Book) -> Worksheet:
    """The sheet with its heading, so that it stands first; ``write`` fills it when all names are known."""
    facts = book.plan.facts
    parts = (
        facts.company,
        _("version {version}").format(version=book.version) if book.version else "",
        word(facts.status) if facts.status else "",
        book.day(),
    )
    purpose = ", ".join(part for part in parts if part)
    return book.sheet(_("Contents"), facts.title or _("Marketing plan"), purpose, style.PART_TABS[""])


def write(book: Book, sheet: Worksheet) -> None:
    """Links to all chapters, the key figures at the right, what the colours mean."""
    purposes = max(len(_(chapter.purpose)) for chapter in CHAPTERS)
    for letter, wide in zip("CDEFGH", (6, 24, max(66, purposes), 4, 26, 24), strict=True):
        sheet.column_dimensions[letter].width = wide
    row = TOP
    part = ""
    for number, chapter in enumerate(CHAPTERS, 1):
        if chapter.part != part:
            part = chapter.part
            row += 1
            book.say(sheet, row, FIRST, _(part), style.font(style.MUTED, bold=True, size=10))
            row += 1
        cell = book.cells.enter(at(sheet, row, FIRST), number)
        style.dress(cell, text=style.font(style.MUTED), at=style.aligned("left"))
        _jump(book, sheet, row, _(chapter.title))
        book.say(sheet, row, FIRST + 2, _(chapter.purpose), style.font())
        for column in range(FIRST, FIRST + 3):
            at(sheet, row, column).border = style.edges()
        sheet.row_dimensions[row].height = 18
        row += 1
    if _("Charts") in book.workbook.sheetnames:
        _jump(book, sheet, row, _("Charts"))
        book.say(sheet, row, FIRST + 2, _("The plan in pictures."), style.font())
        row += 1
    _agreed(book, sheet, _figures(book, sheet))
    book.legend(sheet, row + 1, FIRST + 1)
    _giver(book, sheet, row + 1)
    sheet.freeze_panes = f"A{TOP}"
    book.finish(sheet, FIRST + 5)


def _jump(book: Book, sheet: Worksheet, row: int, title: str) -> None:
    cell = book.link(at(sheet, row, FIRST + 1), title, title)
    style.dress(cell, text=style.font(style.LINK, bold=True), at=style.aligned())


def _giver(book: Book, sheet: Worksheet, row: int) -> None:
    """Where people say who they are, so that their changes get their name when the workbook comes back."""
    book.say(sheet, row, FIRST + 2, _("Changes made by"), style.font(style.MUTED)).alignment = style.aligned("right")
    cell = at(sheet, row, FIRST + 4)
    style.dress(cell, text=style.font(), ground=style.TYPED_FACT, border=style.edges())
    book.name(GIVER, sheet, cell.coordinate)
    names = tuple(name for person in book.plan.people if (name := called(book.plan, person.id)))
    if names:
        book.choose(sheet, cell.coordinate, names)


def _agreed(book: Book, sheet: Worksheet, row: int) -> None:
    """How far the plan is: its state, the overlap of the sides, and who has signed this version."""
    column, facts = FIRST + 4, book.plan.facts
    lines = [(_("State"), word(facts.status) if facts.status else _("not set yet"))]
    if book.sees("stakeholder", "power"):
        index = book.results.alignment.index if signing.has_owned_action(book.plan) else None
        lines.append((_("Overlap, our own measure"), _("{n} of 100").format(n=round(index * 100)) if index is not None
                      else _("no score yet")))  # fmt: skip
    signed = signing.signatures(book.plan)
    for side in signing.HALVES:
        row_signed = signed.get(side)
        who = called(book.plan, row_signed.person) if row_signed else None
        said = ", ".join(part for part in (who, say.day(row_signed.date) if row_signed else "") if part)
        lines.append((_("Signed, {side}").format(side=word(side)), said or _("not yet")))
    book.say(sheet, row, column, _("Agreement"), style.font(style.MUTED, bold=True, size=10))
    for number, (label, said) in enumerate(lines, row + 1):
        book.say(sheet, number, column, label, style.font(style.MUTED))
        cell = book.say(sheet, number, column + 1, said, style.font(bold=True))
        cell.alignment = style.aligned("right", wrap=True)
        for each in (column, column + 1):
            at(sheet, number, each).border = style.edges()


def _figures(book: Book, sheet: Worksheet) -> int:
    """Live copies of the figures of budget and forecast, as far as the audience may see them.

    Returns the row under them.
    """
    budget, forecast, currency = book.results.budget, book.results.forecast, book.plan.facts.currency
    named = (
        (_("Envelope"), "facts_envelope", budget.envelope, True),
        (_("Planned"), "budget_total", budget.total, True),
        (_("Not allocated yet"), "unallocated", budget.unallocated, True),
        (_("Revenue goal"), "goal_revenue", forecast.target, True),
        (_("Leads needed"), "needed_leads", forecast.needed_leads, False),
        (_("Effective leads"), "effective_leads", forecast.effective_leads, False),
        (_("Orders"), "deals", forecast.deals, False),
        (_("Order intake"), "order_intake", forecast.order_intake, True),
    )
    facts = []
    for label, name, value, is_money in named:
        if name in book.workbook.defined_names:
            shown = to_major(value, currency) if is_money and value is not None else value
            form = book.formats.money if is_money else style.LEADS
            facts.append(Fact(label, f'IF(COUNT({name})=0,"",{name})', shown, form))
    if facts:
        column = FIRST + 4
        book.say(sheet, TOP + 1, column, _("At a glance"), style.font(style.MUTED, bold=True, size=10))
        for row, fact in enumerate(facts, TOP + 2):
            book.say(sheet, row, column, fact.label, style.font(style.MUTED))
            cell = book.cells.put(at(sheet, row, column + 1), fact.formula, fact.value)
            style.dress(cell, text=style.font(bold=True), at=style.aligned("right"), form=fact.form)
            for each in (column, column + 1):
                at(sheet, row, each).border = style.edges()
        return TOP + len(facts) + 3
    return TOP + 1
