"""What a workbook hides is found and said: columns, rows, rows behind a filter, sheets."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from planner.exchange.cells import Hidden
from planner.exchange.crm import read_crm
from planner.exchange.hidden import Hides
from planner.exchange.lists import Answers, read_list
from planner.exchange.tables import read_tables


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list with a hidden column, two hidden rows, and a hidden sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plan"
    for row in (("Activity", "Owner", "Cost", "Start"), ("Fair", "Ines", 1000, "2027-03"),
                ("Podcast", "Marten", 2000, "2027-04"), ("Webinar", "Ines", 500, "2027-05"),
                ("Mailing", "Marten", 300, "2027-06")):  # fmt: skip
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[5].hidden = True
    sheet.auto_filter.ref = "A1:D5"
    lookups = book.create_sheet("Lookups")
    lookups["A1"] = "yes"
    lookups.sheet_state = "hidden"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    return path


def test_columns_and_rows_are_found_with_their_sheet(file: Path) -> None:
    (table,) = read_tables(file)
    assert table.hidden == Hidden(frozenset({3, 5}), frozenset({2}))
    assert table.notes == ("1 hidden sheet was not read: Lookups.",)


def test_an_error_in_a_cell_makes_no_difference(tmp_path: Path, file: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(file)
    book["Plan"]["B2"] = "#REF!"
    book["Plan"]["B2"].data_type = "e"
    book.save(file)
    (table,) = read_tables(file)
    assert table.hidden.rows == {3, 5}


def test_they_are_said_and_left_out_where_somebody_wants_that(file: Path) -> None:
    read = read_list(file, "activities")
    assert [entry.values["title"] for entry in read.entries] == ["Fair", "Podcast", "Webinar", "Mailing"]
    assert read.hiding == ("1 hidden column: Cost.", "2 rows that are hidden or filtered out: 3, 5.")
    seen = read_list(file, "activities", answers=Answers(hidden="out"))
    assert [entry.values["title"] for entry in seen.entries] == ["Fair", "Webinar"]
    assert all("cost" not in entry.values for entry in seen.entries)
    assert [(out.row, out.reason) for out in seen.left_out] == [(3, "hidden in the sheet"), (5, "hidden in the sheet")]
    told = read_list(file, "activities", answers=Answers(hidden="out", places={2: "cost"}, taken=frozenset({3})))
    assert [entry.values["cost"] for entry in told.entries] == [1000.0, 2000.0, 500.0]


def test_deals_that_a_filter_hides_are_read_and_said(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Opportunity Name", "Stage", "Amount", "Created Date", "Close Date"))
    for number in range(6):
        stage = "Closed Won" if number % 2 else "Closed Lost"
        sheet.append((f"Deal {number}", stage, 1000 + number, f"2026-01-{number + 10}", f"2026-03-{number + 10}"))
    sheet.row_dimensions[4].hidden = True
    path = tmp_path / "deals.xlsx"
    book.save(path)
    crm = read_crm(path)
    assert len(crm.opportunities) == 6
    assert "1 row that is hidden or filtered out in the sheet was read as well: 4." in crm.notes


@pytest.mark.parametrize(
    ("part", "rows", "columns"),
    [
        (b'<col min="2" max="3" width="0" hidden="1"/>', set(), {1, 2}),
        (b"<x:col hidden='true' min='1' max='16384'/>", set(), set(range(1000))),
        (b'<row r="7" spans="1:3" hidden="1" ht="12"><c r="A7"/></row><row r="8" hidden="0">', {7}, set()),
        (b'<c r="A1" t="inlineStr"><is><t>hidden="1"</t></is></c>', set(), set()),
        (b'<row hidden="1">', set(), set()),
    ],
)
def test_marks_of_the_sheet(part: bytes, rows: set[int], columns: set[int]) -> None:
    hides = Hides()
    hides.look(part)
    assert hides.found() == Hidden(frozenset(rows), frozenset(columns))
