"""The workbook in the making: its sheets, names, lists to choose from, and who may see what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname, range_boundaries
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc.results import Results
from planner.charts import words as say
from planner.exchange.workbook import pages, style
from planner.exchange.workbook.content import Content
from planner.exchange.workbook.marks import MARKS, NO_ROW, Marks
from planner.exchange.workbook.put import Cells, at
from planner.exchange.workbook.words import yes_no
from planner.i18n import _, language
from planner.model.changes import Moment
from planner.model.plan import Audience, Day, Plan, fields_of, row_class

if TYPE_CHECKING:
    from planner.exchange.workbook.tables import Placed

LISTS = "Lists"
ID, FIRST = 2, 3
"""The hidden column of row ids, and the first column that is seen."""
TOP = 5
"""The first row below the heading of a sheet."""
_A4, _A3 = 9, 8
_LONGEST_LABEL = 56
_TITLE_LETTER = 1.9
"""How many characters of a cell one letter of a title is wide."""
_A4_HOLDS = 210
"""Characters side by side that can still be read on A4; wider sheets are laid out for A3."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line at the left under the heading: a formula with its value, or an input when ``formula`` is empty."""

    label: str
    formula: str
    value: Any
    form: str = style.COUNT
    name: str = ""
    """The defined name of the cell."""
    field: tuple[str, str] | None = None
    """For an input the table with one row and the field that it is."""


class Book:
    """One workbook for one audience."""

    def __init__(
        self, plan: Plan, results: Results, audience: Audience, version: str, today: Day, cells: Cells | None = None
    ) -> None:
        self.plan, self.results, self.audience = plan, results, audience
        self.version, self.today = version, today
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.cells = cells or Cells()
        self.content = Content(plan, audience)
        self.marks = Marks(Moment("", "", 0), language(), audience.value, row_id=_("Row ID"))
        self.formats = style.Formats(plan)
        self.placed: dict[str, Placed] = {}
        """Where the lists of the plan stand, by table."""
        self._lists: dict[tuple[str, ...], str] = {}
        self._headings: dict[str, list[int]] = {}
        """Rows in which a heading stands, by sheet."""

    def sees(self, table: str, *names: str) -> bool:
        """Whether the audience may see all of these fields."""
        declared = fields_of(row_class(table))
        return all(declared[name].seen_by(self.audience) for name in names)

    def sheet(self, title: str, heading: str, purpose: str, tab: str) -> Worksheet:
        """A new sheet with its heading."""
        sheet: Worksheet = self.workbook.create_sheet(title)
        sheet.sheet_properties.tabColor = tab
        sheet.sheet_view.showGridLines = False
        sheet.sheet_format.defaultRowHeight = 16.5
        sheet.sheet_format.customHeight = True
        sheet.column_dimensions["A"].width = 2
        sheet.column_dimensions[get_column_letter(ID)].hidden = True
        sheet.row_dimensions[1].height = 28
        sheet.row_dimensions[3].height = sheet.row_dimensions[4].height = 7
        self.say(sheet, 1, FIRST, heading, style.font(size=20, name="Georgia"))
        self.say(sheet, 2, FIRST, purpose, style.font(style.MUTED))
        return sheet

    def say(self, sheet: Worksheet, row: int, column: int, text: str | None, font: Any = None) -> Any:
        """Words in a cell."""
        cell = self.cells.enter(at(sheet, row, column), text)
        style.dress(cell, text=font or style.font(), at=style.aligned())
        return cell

    def heading(self, sheet: Worksheet, row: int, said: str) -> int:
        """A heading over what follows; returns the row after it."""
        self.say(sheet, row, FIRST, said, style.font(bold=True, size=13))
        sheet.row_dimensions[row].height = 24
        self._headings.setdefault(sheet.title, []).append(row)
        return row + 1

    def finish(self, sheet: Worksheet, last: int) -> None:
        """Rule, what stands at the right of the heading, and the page, once the last printed column is known."""
        last = max(last, FIRST + 4)
        self._mark_rows(sheet)
        for column in range(FIRST, last + 1):
            style.dress(at(sheet, 3, column), border=style.edges(below=style.INK))
        facts = self.plan.facts
        about = ", ".join(part for part in (facts.company, facts.title) if part)
        right = style.aligned("right")
        if sheet.title != _("Contents"):
            beside = _beside_title(sheet, last, (about, facts.title or ""))
            style.dress(self.cells.enter(at(sheet, 1, last), beside), text=style.font(style.MUTED), at=right)
            cell = self.link(at(sheet, 2, last), _("Contents"), _("‹ Contents"))
            cell.alignment = right
        width = get_column_letter(last)
        sheet.print_area = f"A1:{width}{sheet.max_row}"
        page = sheet.page_setup
        page.orientation = "landscape"
        page.paperSize = _A3 if _wide(sheet, last) > _A4_HOLDS else _A4
        pages.keep_together(sheet, last, self._headings.get(sheet.title, ()), a3=page.paperSize == _A3)
        page.fitToWidth, page.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom = 0.55, 0.65
        name = sheet.title.replace("&", "&&")
        version = self.version.replace("&", "&&")
        page_of = _("{sheet}, version {version}, {page} of {pages}") if version else _("{sheet}, {page} of {pages}")
        said = page_of.format(sheet=name, version=version, page="&P", pages="&N")
        foot: Any = sheet.oddFooter
        for part, text in ((foot.left, about.replace("&", "&&")[:120]), (foot.right, said)):
            part.text, part.size, part.font, part.color = text, 9, "Calibri,Regular", style.MUTED

    @staticmethod
    def _mark_rows(sheet: Worksheet) -> None:
        """Say of everything that stands outside tables that it is no row of the plan."""
        inside = {row for table in sheet.tables.values() for row in _rows_of(table.ref)}
        for number in range(1, sheet.max_row + 1):
            if number not in inside:
                cell = at(sheet, number, ID)
                cell.value = NO_ROW
                style.dress(cell, text=style.font(style.MUTED, size=9))

    def link(self, cell: Any, sheet: str, text: str) -> Any:
        """A link to the head of another sheet."""
        self.cells.enter(cell, text)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(sheet)}!A1", display=text)
        style.dress(cell, text=style.font(style.LINK, underline=False))
        return cell

    @staticmethod
    def room_for_labels(sheet: Worksheet, labels: Iterable[str], value_column: int) -> None:
        """Make the columns before the values of single facts as wide as what the facts are called."""
        wanted = min(_LONGEST_LABEL, max(map(len, labels), default=0) + 1)
        wide = [sheet.column_dimensions[get_column_letter(column)].width for column in range(FIRST, value_column)]
        if wanted > sum(wide):
            sheet.column_dimensions[get_column_letter(value_column - 1)].width = wide[-1] + wanted - sum(wide)

    def facts(self, sheet: Worksheet, top: int, facts: Sequence[Fact], value_column: int = FIRST + 2) -> int:
        """Lines of label and value; returns the row after the last."""
        self.room_for_labels(sheet, (fact.label for fact in facts), value_column)
        for row, fact in enumerate(facts, top):
            for column in range(FIRST, value_column + 1):
                style.dress(at(sheet, row, column), border=style.edges())
            self.say(sheet, row, FIRST, fact.label, style.font(style.MUTED))
            cell = at(sheet, row, value_column)
            if fact.formula:
                self.cells.put(cell, fact.formula, fact.value)
            else:
                self.cells.enter(cell, fact.value)
                cell.fill = style.fill(style.TYPED_FACT)
            style.dress(cell, text=style.font(bold=True), at=style.aligned("right"), form=fact.form)
            if fact.name:
                self.name(fact.name, sheet, cell.coordinate)
                if fact.formula:
                    self.marks.formulas.append(fact.name)
                elif fact.field:
                    self.marks.singles[fact.field] = fact.name
        return top + len(facts)

    def legend(self, sheet: Worksheet, row: int, column: int = FIRST) -> None:
        """What the grounds of cells mean, in two rows."""
        for ground, said in ((style.TYPED_FACT, _("You type here")), ("", _("The sheet calculates"))):
            cell = self.say(sheet, row, column, said, style.font(style.MUTED, size=10))
            style.dress(cell, ground=ground, border=style.edges(style.EDGE, style.EDGE, style.EDGE))
            row += 1

    def name(self, name: str, sheet: Worksheet, ref: str) -> None:
        """A name for a cell or a range (``B3`` or ``B3:B9``)."""
        where = ":".join(map(fixed, ref.split(":")))
        self.workbook.defined_names[name] = DefinedName(name, attr_text=f"{quote_sheetname(sheet.title)}!{where}")

    def choose(self, sheet: Worksheet, ref: str, options: Sequence[str]) -> None:
        """Let the cells be chosen from a list; other words are possible after a question."""
        self._validate(
            sheet, ref, DataValidation(type="list", formula1=f"={self._list(tuple(options))}", allow_blank=True)
        )

    def within(self, sheet: Worksheet, ref: str, least: float, most: float) -> None:
        """Numbers from least to most."""
        rule = DataValidation(type="decimal", operator="between", formula1=f"{least:g}", formula2=f"{most:g}",
                              allow_blank=True)  # fmt: skip
        rule.error = _("A number from {least} to {most} is expected here.").format(least=f"{least:g}", most=f"{most:g}")
        self._validate(sheet, ref, rule)

    @staticmethod
    def shade(sheet: Worksheet, ref: str, formula: str, ground: str = "", colour: str = "") -> None:
        """Let cells look otherwise while a formula (without ``=``, over plain cells and names) is true."""
        look = DifferentialStyle(font=Font(color=colour) if colour else None,
                                 fill=PatternFill(bgColor=ground) if ground else None)  # fmt: skip
        sheet.conditional_formatting.add(ref, Rule(type="expression", dxf=look, formula=[formula]))

    @staticmethod
    def _validate(sheet: Worksheet, ref: str, rule: DataValidation) -> None:
        rule.errorStyle = "warning"
        rule.showErrorMessage = True
        rule.add(ref)
        sheet.add_data_validation(rule)

    def _list(self, options: tuple[str, ...]) -> str:
        if options not in self._lists:
            self._lists[options] = f"list_{len(self._lists) + 1}"
        return self._lists[options]

    def yes_or_no(self) -> tuple[str, str]:
        """Both answers, to choose from."""
        return yes_no(True), yes_no(False)

    def write_hidden(self) -> None:
        """The sheets that nobody sees: the lists to choose from, and the marks. The last thing to write."""
        sheet: Worksheet = self.workbook.create_sheet(LISTS)
        sheet.sheet_state = "hidden"
        for column, (options, name) in enumerate(self._lists.items(), 1):
            for row, option in enumerate(options, 1):
                style.dress(self.cells.enter(at(sheet, row, column), option), text=style.font())
            letter = get_column_letter(column)
            self.name(name, sheet, f"{letter}1:{letter}{max(1, len(options))}")
        marks: Worksheet = self.workbook.create_sheet(MARKS)
        marks.sheet_state = "veryHidden"
        for row, cells in enumerate(self.marks.rows(), 1):
            for column, said in enumerate(cells, 1):
                style.dress(self.cells.enter(at(marks, row, column), said), text=style.font())

    def amounts_in(self) -> str:
        """The sentence about the unit of all amounts on a sheet."""
        currency = self.plan.facts.currency
        return _(" All amounts in {currency}.").format(currency=currency) if currency else ""

    def day(self) -> str:
        """The day of this copy in words."""
        return say.day(self.today)


def _wide(sheet: Worksheet, last: int) -> float:
    """How many characters the columns up to the last are wide."""
    shown = (sheet.column_dimensions[get_column_letter(column)] for column in range(1, last + 1))
    return sum(one.width for one in shown if not one.hidden)


def _beside_title(sheet: Worksheet, last: int, choices: Iterable[str]) -> str:
    """The first of these that stands beside the title of a sheet without touching it; nothing where none does."""
    room = int(_wide(sheet, last) - len(str(at(sheet, 1, FIRST).value or "")) * _TITLE_LETTER) - 4
    fitting = [said for said in choices if len(said) <= room]
    return fitting[0] if fitting else ""


def _rows_of(ref: str) -> range:
    _left, top, _right, bottom = range_boundaries(ref)
    assert top is not None
    assert bottom is not None
    return range(top, bottom + 1)


def fixed(ref: str) -> str:
    """A cell as formulas speak of it wherever they stand: ``$B$3``."""
    letters = ref.rstrip("0123456789")
    return f"${letters}${ref[len(letters) :]}"


def need(expression: str, *cells: str) -> str:
    """The expression where every one of the cells holds a number, otherwise nothing: empty is not 0."""
    return f'IF(COUNT({",".join(cells)})<{len(cells)},"",IFERROR({expression},""))'
