"""Table files of any kind as plain cells, and what is refused."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest

from planner.exchange.cells import RawRow, RawTable, cell, words
from planner.exchange.delimited import decoded, read_delimited, sniffed
from planner.exchange.refused import ImportRefused
from planner.exchange.sheets import check_package, read_sheets
from planner.exchange.tables import read_table, read_tables


def package(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("lines", "delimiter"),
    [
        (["a;b;c\n", "1,5;2,5;3,5\n", "4,5;5,5;6,5\n"], ";"),
        (["a,b,c\n", "1;2,x,y\n", "3,4;4,5\n"], ","),
        (["a\tb\n", "1,5\t2,5\n", "3,5\t4,5\n"], "\t"),
        (["a|b\n", "1|2\n"], "|"),
        (["only one column\n", "here\n"], ","),
        (["Report; of, all\n", "\n", "a,b\n", '"x, y",2\n', "3,4\n"], ","),
    ],
)
def test_the_delimiter_cuts_most_lines_alike(lines: list[str], delimiter: str) -> None:
    assert sniffed(lines) == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_are_understood(encoding: str) -> None:
    text, notes = decoded("Müller;Straße;12 €\n".encode(encoding))
    assert text == "Müller;Straße;12 €\n"
    assert bool(notes) == (encoding == "cp1252")


def test_rows_keep_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('title\n\na,b\n"two\nlines",2\n,,\n3,4,\n', encoding="utf-8")
    assert read_delimited(path).rows == (
        RawRow(1, ("title",)),
        RawRow(3, ("a", "b")),
        RawRow(4, ("two\nlines", "2")),
        RawRow(6, ("3", "4")),
    )


def test_cells_are_plain() -> None:
    assert [cell(value) for value in (None, True, 3, 2.5, " x ", date(2026, 3, 1), time(9, 30))] == [
        "", "true", 3, 2.5, "x", "2026-03-01", "09:30:00",
    ]  # fmt: skip
    assert cell(datetime(2026, 3, 1)) == "2026-03-01"
    assert cell(datetime(2026, 3, 1, 9)) == "2026-03-01 09:00:00"
    assert words(3.0) == "3"


def test_a_workbook_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["a", 1, None])
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    hidden.append(["secret"])
    book.create_sheet("Empty")
    path = tmp_path / "x.xlsx"
    book.save(path)
    said = ("1 hidden sheet was not read: Hidden.",)
    assert read_tables(path) == (RawTable((RawRow(1, ("a", 1)),), "Sheet", said), RawTable((), "Empty", said))
    assert read_table(path, "sheet").rows == (RawRow(1, ("a", 1)),)
    assert read_table(path).sheet == "Sheet"


def test_a_sheet_that_lies_about_its_size(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["a"])
    book.active["XFD1048576"] = "far away"
    path = tmp_path / "far.xlsx"
    book.save(path)
    assert read_sheets(path)[0].rows == (RawRow(1, ("a",)),)


def test_a_sheet_that_hides_its_size_is_read_row_by_row(tmp_path: Path) -> None:
    """The fast reader would take as much memory as the sheet is large, and its process ends."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["a"])
    book.active["XFD1048576"] = "far away"
    book.save(tmp_path / "far.xlsx")
    with zipfile.ZipFile(tmp_path / "far.xlsx") as given, zipfile.ZipFile(tmp_path / "lie.xlsx", "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name).replace(b"A1:XFD1048576", b"A1:B2"))
    assert read_tables(tmp_path / "lie.xlsx") == (RawTable((RawRow(1, ("a",)),), "Sheet"),)


def test_a_table_away_from_the_edge_stays_where_it_is(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active["C4"] = "far"
    book.active["D5"] = 1
    book.save(tmp_path / "x.xlsx")
    assert read_sheets(tmp_path / "x.xlsx")[0].rows == (RawRow(4, ("", "", "far")), RawRow(5, ("", "", "", 1)))


def test_errors_and_escaped_letters_are_what_they_are(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Sum", "#REF!", "two\nlines"])
    book.save(tmp_path / "x.xlsx")
    assert read_sheets(tmp_path / "x.xlsx")[0].rows == (RawRow(1, ("Sum", "#REF!", "two\nlines")),)
    book.active["B1"] = "_x000D_ back"
    book.save(tmp_path / "y.xlsx")
    assert read_sheets(tmp_path / "y.xlsx")[0].rows[0].cells[1] == "back"


def test_macros_are_left_alone_and_it_is_said(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Name", "Role"])
    book.save(tmp_path / "plain.xlsx")
    assert read_tables(tmp_path / "plain.xlsx")[0].notes == ()
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as given, zipfile.ZipFile(tmp_path / "macros.xlsm", "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name))
        made.writestr("xl/vbaProject.bin", b"anything")
    (table,) = read_tables(tmp_path / "macros.xlsm")
    assert table.rows == (RawRow(1, ("Name", "Role")),)
    assert table.notes == ("The workbook holds macros; they were not run, only its cells were read.",)


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"xl/workbook.xml": b"0" * 30_000_000}, "unpacks to far more"),
        ({f"xl/{number}.xml": b"" for number in range(2_100)}, "unpacks to far more"),
        ({"xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "holds instructions"),
        ({"xl/workbook.xml": "<!DOCTYPE x>".encode("utf-16")}, "holds instructions"),
        ({"word/document.xml": b"<x/>"}, "is not an Excel workbook"),
    ],
)
def test_a_package_that_may_harm_is_not_opened(tmp_path: Path, members: dict[str, bytes], said: str) -> None:
    with pytest.raises(ImportRefused, match=said):
        check_package(package(tmp_path / "x.xlsx", members))


def test_a_damaged_workbook_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="save a fresh copy"):
        read_tables(package(tmp_path / "x.xlsx", {"xl/workbook.xml": b"<nonsense"}))


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.exchange.delimited.MOST_ROWS", 3)
    path = tmp_path / "x.csv"
    path.write_text("a,b\n" * 5, encoding="utf-8")
    with pytest.raises(ImportRefused, match="more than 3 rows"):
        read_delimited(path)
