"""What would make a spreadsheet repair or refuse a workbook, or show it wrongly; looked for before it is handed over.

openpyxl lets all of this through. Every check here is a fault that was met in practice.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from planner.exchange.workbook.put import LONGEST

FUNCTIONS = frozenset({
    "AND", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "EXACT", "IF", "IFERROR", "INDEX", "ISNUMBER", "MATCH", "MAX",
    "MIN", "N", "NOT", "OR", "PRODUCT", "ROUND", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT",
})  # fmt: skip
"""Functions that Excel 2007 and LibreOffice 7.4 both have, as far as this program uses them."""

_TABLE_NAME = re.compile(r"tbl[A-Z][A-Za-z]+")
_QUOTED = re.compile(r'"[^"]*"')
_CALL = re.compile(r"([A-Z][A-Z0-9.]*)\(")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")
_LONGEST_LIST, _LONGEST_PROMPT, _LONGEST_ERROR, _LONGEST_TITLE = 255, 255, 224, 32


def faults(workbook: Workbook, values: Mapping[tuple[str, str], Any]) -> list[str]:
    """One line for each fault, empty when the workbook is sound. ``values`` are those of the formulas."""
    found: list[str] = []
    titles = [sheet.title.lower() for sheet in workbook.worksheets]
    if len(set(titles)) < len(titles):
        found.append("two sheets have the same name")
    names = [table.displayName.lower() for sheet in workbook.worksheets for table in sheet.tables.values()]
    if len(set(names)) < len(names):
        found.append("two tables have the same name")
    for sheet in workbook.worksheets:
        checks = (_sheet(sheet), _cells(sheet, values), _rules(sheet), _shades(sheet), _charts(sheet),
                  *(_table(sheet, table) for table in sheet.tables.values()))  # fmt: skip
        found.extend(f"{sheet.title}: {fault}" for check in checks for fault in check)
    found.extend(
        f"a name points nowhere: {name}" for name, one in workbook.defined_names.items() if "#REF!" in one.value
    )
    return found


def _sheet(sheet: Worksheet) -> Iterator[str]:
    if len(sheet.title) > 31:
        yield "the name is longer than 31 characters"
    if sheet.sheet_state != "visible":
        return
    fits = sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
    if not fits or sheet.page_setup.fitToHeight != 0:
        yield "the page is not fitted to its width"
    foot: Any = sheet.oddFooter
    for part in (foot.left, foot.right):
        text = re.sub(r"&&|&[PN]", "", part.text or "")
        if "&" in text:
            yield f"an & of the footer is not doubled: {part.text}"


def _table(sheet: Worksheet, table: Table) -> Iterator[str]:
    name = table.displayName
    if not _TABLE_NAME.fullmatch(name):
        yield f"a table's name could be a cell: {name}"
    rows: Any = sheet[table.ref]
    if len(rows) < 2:
        yield f"{name} has no row"
    heads = [cell.value for cell in rows[0]]
    if any(not isinstance(head, str) or not head for head in heads):
        yield f"{name} has a head that is no text"
    elif len({head.lower() for head in heads}) < len(heads):
        yield f"{name} has two heads of the same name"
    if [column.name for column in table.tableColumns] != heads:
        yield f"{name} has other heads than its cells"
    if table.autoFilter is not None and sheet.auto_filter.ref:
        yield f"{name} and its sheet both filter"


def _cells(sheet: Worksheet, values: Mapping[tuple[str, str], Any]) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            value, where = cell.value, cell.coordinate
            if value is None:
                continue
            if not cell.font.name:
                yield f"{where} has a font without a name"
            if cell.data_type == "f":
                yield from _formula(where, str(value), (sheet.title, where), values)
            elif cell.data_type == "e":
                yield f"{where} holds an error"
            elif isinstance(value, str):
                if len(value) > LONGEST or _CONTROL.search(value):
                    yield f"{where} holds text that a sheet cannot"
            elif isinstance(value, float) and not math.isfinite(value):
                yield f"{where} holds no number"
            elif isinstance(value, int) and abs(value) >= 10**15:
                yield f"{where} holds a number that loses digits"
            elif isinstance(value, datetime) and value.tzinfo is not None:
                yield f"{where} holds a time with a zone"
            elif isinstance(value, date) and value.isoformat() < "1900-03-01":
                yield f"{where} holds a day before 1900-03-01"
            link = getattr(cell, "hyperlink", None)
            if link is not None and (link.target or "").startswith("#"):
                yield f"{where} links outside, where a place inside is meant"


def _formula(where: str, formula: str, key: tuple[str, str], values: Mapping[tuple[str, str], Any]) -> Iterator[str]:
    if key not in values:
        yield f"{where} has a formula without a value"
        return
    value = values[key]
    if (isinstance(value, float) and not math.isfinite(value)) or (isinstance(value, str) and value in _ERRORS):
        yield f"{where} comes to an error"
    bare = _QUOTED.sub('""', formula)
    unknown = set(_CALL.findall(bare)) - FUNCTIONS
    if unknown:
        yield f"{where} uses {', '.join(sorted(unknown))}"
    if ";" in bare or "[@" in bare or "#REF!" in bare:
        yield f"{where} is not written the way files hold formulas"
    if len(formula) > 8192:
        yield f"{where} has a formula that is too long"


def _rules(sheet: Worksheet) -> Iterator[str]:
    for rule in sheet.data_validations.dataValidation:
        if len(rule.formula1 or "") > _LONGEST_LIST:
            yield "a list to choose from is too long; put it on the sheet of lists"
        if len(rule.prompt or "") > _LONGEST_PROMPT or len(rule.error or "") > _LONGEST_ERROR:
            yield "a message of a rule is too long"
        if max(len(rule.promptTitle or ""), len(rule.errorTitle or "")) > _LONGEST_TITLE:
            yield "the title of a rule is too long"


def _shades(sheet: Worksheet) -> Iterator[str]:
    for each in sheet.conditional_formatting:
        for rule in each.rules:
            if any("[" in formula or "#REF!" in formula for formula in rule.formula):
                yield "a look that depends on cells speaks of a table, which no program lets it"


def _charts(sheet: Worksheet) -> Iterator[str]:
    for chart in sheet._charts:  # type: ignore[attr-defined]  # the only list of a sheet's charts that there is
        if chart.x_axis.delete is None or chart.y_axis.delete is None:
            yield "a chart does not say whether its axes are shown"
        for series in chart.series:
            if series.val.numRef.numCache is None or series.cat.strRef is None or series.cat.strRef.strCache is None:
                yield "a chart holds no figures for readers that do not calculate"
