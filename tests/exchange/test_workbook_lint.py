"""The check before a workbook is handed over finds what spreadsheets stumble over."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableColumn

from planner.exchange.workbook.lint import faults


def sound() -> Workbook:
    book = Workbook()
    sheet: Any = book.active
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    for column, said in enumerate(("Name", "Sum"), 1):
        sheet.cell(1, column, said)
        sheet.cell(2, column, 1)
    table = Table(displayName="tblThings", ref="A1:B2")
    table.tableColumns = [TableColumn(id=1, name="Name"), TableColumn(id=2, name="Sum")]
    sheet.add_table(table)
    return book


def head(value: Any) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        sheet["B1"] = value
        sheet.tables["tblThings"].tableColumns[1].name = str(value)

    return change


def cell(value: Any) -> Callable[[Any], None]:
    return lambda sheet: sheet.__setitem__("D9", value)


def footer(sheet: Any) -> None:
    sheet.oddFooter.left.text = "Brief & questions"


def not_fitted(sheet: Any) -> None:
    sheet.sheet_properties.pageSetUpPr.fitToPage = False


def long_list(sheet: Any) -> None:
    sheet.add_data_validation(DataValidation(type="list", formula1='"' + "a," * 200 + '"'))


def link(sheet: Any) -> None:
    sheet["D9"] = "there"
    sheet["D9"].hyperlink = "#Sheet!A1"


def chart(sheet: Any) -> None:
    bars = BarChart()
    bars.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    bars.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=2))
    sheet.add_chart(bars, "F2")


def two_filters(sheet: Any) -> None:
    from openpyxl.worksheet.filters import AutoFilter

    sheet.tables["tblThings"].autoFilter = AutoFilter(ref="A1:B2")
    sheet.auto_filter.ref = "A1:B2"


def short_table(sheet: Any) -> None:
    sheet.tables["tblThings"].ref = "A1:B1"


def cell_like(sheet: Any) -> None:
    sheet.tables["tblThings"].displayName = "T1"


def nameless_font(sheet: Any) -> None:
    sheet["D9"] = 1
    sheet["D9"].font = Font(size=9)


def an_error(sheet: Any) -> None:
    sheet["D9"] = "#N/A"


def test_a_sound_workbook_has_no_faults() -> None:
    assert faults(sound(), {}) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (head(2027), "no text"),
        (head("name"), "two heads"),
        (short_table, "has no row"),
        (cell_like, "could be a cell"),
        (two_filters, "both filter"),
        (nameless_font, "without a name"),
        (an_error, "holds an error"),
        (cell("=1+1"), "without a value"),
        (cell(10**15), "loses digits"),
        (cell(datetime(1899, 5, 1)), "before 1900"),
        (cell(datetime(2027, 1, 1, tzinfo=UTC)), "zone"),
        (cell(float("nan")), "no number"),
        (footer, "not doubled"),
        (not_fitted, "not fitted"),
        (long_list, "too long"),
        (link, "links outside"),
        (chart, "axes"),
    ],
)
def test_each_fault_is_found(change: Callable[[Any], None], said: str) -> None:
    book = sound()
    change(book.active)
    assert any(said in fault for fault in faults(book, {})), faults(book, {})


@pytest.mark.parametrize(
    ("formula", "value", "said"),
    [
        ("=XLOOKUP(1,A:A,B:B)", 1, "uses XLOOKUP"),
        ("=TEXTJOIN(1,1,1)", 1, "uses TEXTJOIN"),
        ("=SUM(A1;B1)", 1, "not written"),
        ("=SUM(tblThings[@Sum])", 1, "not written"),
        ("=SUM(#REF!)", 1, "not written"),
        ("=SUM(A1)", float("inf"), "comes to an error"),
        ("=SUM(A1)", "#DIV/0!", "comes to an error"),
    ],
)
def test_each_faulty_formula_is_found(formula: str, value: Any, said: str) -> None:
    book = sound()
    sheet: Any = book.active
    sheet["D9"] = formula
    assert any(said in fault for fault in faults(book, {("Sheet", "D9"): value}))


def test_two_tables_of_one_name_are_found() -> None:
    book = sound()
    other: Any = book.create_sheet("Other")
    other["A1"], other["A2"] = "x", 1
    table = Table(displayName="tblOther", ref="A1:A2")
    table.tableColumns = [TableColumn(id=1, name="x")]
    other.add_table(table)
    assert not any("two tables" in fault for fault in faults(book, {}))
    table.displayName = "TBLThings"
    assert any("two tables" in fault for fault in faults(book, {}))
