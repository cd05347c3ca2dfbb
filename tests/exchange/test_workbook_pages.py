"""How a workbook looks on paper and beside other columns: nothing hidden, nothing cut off, no heading left alone."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from planner import i18n
from planner.calc.results import Results
from planner.exchange.workbook import native, write_workbook
from planner.exchange.workbook.pages import keep_together
from planner.model.plan import Plan

AS_OF = "2026-11-16"


@pytest.fixture(scope="module")
def book(example: Plan, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("pages")
    return load_workbook(write_workbook(example, Results(example, AS_OF), folder / "plan.xlsx", pictures=False))


def test_only_row_ids_and_kinds_of_rows_are_hidden(book: Any) -> None:
    hidden = {
        (sheet.title, cell.value)
        for sheet in book.worksheets
        for table in sheet.tables.values()
        for cell in sheet[table.ref][0]
        if sheet.column_dimensions[cell.column_letter].hidden
    }
    assert {said for _sheet, said in hidden} == {"Row ID", "Row kind"}
    assert [sheet for sheet, said in hidden if said == "Row kind"] == ["Budget"]


def test_nothing_on_a_sheet_is_written_for_programs(book: Any) -> None:
    heads = {cell.value for sheet in book.worksheets for table in sheet.tables.values() for cell in sheet[table.ref][0]}
    assert not [said for said in heads if "JSON" in said]
    assert "tblExtras" not in {name for sheet in book.worksheets for name in sheet.tables}


def test_charts_stand_within_what_is_printed(book: Any) -> None:
    charts = [(sheet, chart) for sheet in book.worksheets for chart in sheet._charts]
    assert len(charts) >= 8
    for sheet, chart in charts:
        last = range_boundaries(sheet.print_area.rpartition("!")[2].replace("$", ""))[2]
        corner = chart.anchor._from
        room = native.pixels(sheet, corner.col + 1, last) - corner.colOff / native.EMU
        assert chart.anchor.ext.width / native.EMU <= room, (sheet.title, corner.col)


def test_what_single_facts_are_called_has_its_room(book: Any) -> None:
    for sheet, named in (("Context", "facts_"), ("Forecast", "funnel_")):
        wide = sum(book[sheet].column_dimensions[letter].width for letter in "CD")
        for name, defined in book.defined_names.items():
            if name.startswith(named) and "!$E$" in defined.attr_text and sheet in defined.attr_text:
                label = book[sheet][f"C{defined.attr_text.rpartition('$')[2]}"].value
                assert len(label) < wide, label


def test_a_page_ends_before_a_heading_whose_rows_are_on_the_next() -> None:
    sheet: Any = Workbook().active
    sheet.sheet_format.defaultRowHeight = 15
    for column in range(1, 8):
        sheet.column_dimensions[get_column_letter(column)].width = 14
    sheet.cell(70, 1).value = "last"
    keep_together(sheet, 7, (10, 31, 50), a3=False)
    # 484.8 points are 32 rows: the heading in row 31 would stand alone, the one in row 50 starts a page of 19 + 21.
    assert [one.id for one in sheet.row_breaks.brk] == [30]
    keep_together(sheet, 7, (), a3=True)
    assert len(sheet.row_breaks.brk) == 1


def test_days_and_money_are_written_as_the_language_does(example: Plan, tmp_path: Path) -> None:
    forms = {}
    for language in ("en", "de"):
        i18n.use_language(language)
        try:
            path = write_workbook(example, Results(example, AS_OF), tmp_path / f"{language}.xlsx", pictures=False)
        finally:
            i18n.use_language(None)
        made = load_workbook(path)
        cells = {}
        for name in ("facts_kickoff_date", "facts_fiscal_year_start", "facts_envelope"):
            ((sheet, ref),) = made.defined_names[name].destinations
            cells[name] = made[sheet][ref].number_format
        forms[language] = tuple(cells.values())
    assert forms["en"] == ("d mmm yyyy", "mmm yyyy", '"€"#,##0;−"€"#,##0;"€"0;@')
    assert forms["de"] == ("[$-407]d. mmm yyyy", "[$-407]mmm yyyy", '#,##0"\xa0€";−#,##0"\xa0€";0"\xa0€";@')
