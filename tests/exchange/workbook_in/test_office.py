"""A workbook that LibreOffice sorted, changed and saved comes back with exactly what was changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.exchange.workbook_in.raw import read_raw
from planner.i18n import use_language
from planner.model.plan import Plan
from tests.exchange.soffice import PYTHON, Office
from tests.exchange.workbook_in.conftest import Sheets, came_back, said, written

pytestmark = pytest.mark.soffice


@pytest.fixture(scope="module")
def hands(office: Office) -> Office:
    try:
        subprocess.run([PYTHON, "-c", "import uno"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("LibreOffice has no hands on this machine (python3-uno)")
    return office


def test_saved_by_libreoffice_is_no_change(example: Plan, hands: Office, tmp_path: Path) -> None:
    source = written(example, tmp_path / "plan.xlsx")
    found = came_back(hands.edited(source, tmp_path / "saved.xlsx"), example)
    assert (said(found), found.problems, found.notes) == ([], [], [])


def test_sorted_changed_inserted_and_deleted(example: Plan, hands: Office, sheets: Sheets, tmp_path: Path) -> None:
    source = written(example, tmp_path / "plan.xlsx")
    goals, inputs, lines = (sheets.list(table) for table in ("goal", "sales_input", "budget_line"))
    first, last = goals.rows[0].number, goals.rows[-1].number
    new, b2 = inputs.rows[3].number, sheets.row_of("budget_line", "B-02")
    giver = example.people.ordered[3].name
    steps = [
        ["set", "Goals", f"D{sheets.row_of('goal', 'G2')}", "Renamed by hand"],
        ["sort", "Goals", f"B{first}:T{last}", 2, False],
        ["set", "Budget", f"{letter(lines.columns['2027-05'])}{b2}", 700],
        ["set", "Forecast", "E10", 1],
        ["insert", "Sales input", new, 1],
        ["set", "Sales input", f"{letter(inputs.columns['text'])}{new}", "Nobody asks for the price list"],
        ["set", "Sales input", f"{letter(inputs.columns['given_by'])}{new}", giver],
        ["delete", "Sales input", inputs.rows[-1].number + 1, 1],
        ["columns", "Stakeholders", 5, 1],
    ]
    found = came_back(hands.edited(source, tmp_path / "edited.xlsx", *steps), example)
    assert found.problems == []
    assert sorted(said(found), key=str) == sorted(
        [
            ("added", "sales_input", "", None),
            ("changed", "G2", "title", "Renamed by hand"),
            ("changed", "amount", "planned", 70_000),
            ("deleted", example.sales_inputs.ordered[-1].code, "", None),
        ],
        key=str,
    )
    (added,) = [row for row in found.theirs.sales_inputs if row.id not in example.sales_inputs]
    assert (added.text, example.people[added.given_by or ""].name) == ("Nobody asks for the price list", giver)
    assert [note for note in found.notes if "typed over" in note]


def test_sorted_without_the_hidden_column(example: Plan, hands: Office, sheets: Sheets, tmp_path: Path) -> None:
    source = written(example, tmp_path / "plan.xlsx")
    one = sheets.list("sales_input")
    end = letter(max(one.columns.values()))
    steps = [["sort", "Sales input", f"C{one.rows[0].number}:{end}{one.rows[-1].number}", 4, True]]
    found = came_back(hands.edited(source, tmp_path / "sorted.xlsx", *steps), example)
    assert (said(found), found.problems) == ([], [])
    assert len(found.notes) == 1


@pytest.fixture
def german() -> Iterator[None]:
    use_language("de")
    yield
    use_language("en")


def test_a_german_workbook_that_was_copied_in_moved_renamed_and_emptied(
    example: Plan, hands: Office, german: None, tmp_path: Path
) -> None:
    source = written(example, tmp_path / "plan.xlsx")
    sheets = Sheets(read_raw(source), example)
    goals, register, inputs, lines = (sheets.list(one) for one in ("goal", "stakeholder", "sales_input", "budget_line"))
    asked = sheets.row_of("sales_input", "SI-05")
    register_end = f"T{register.rows[-1].number + 1}"
    steps = [
        ["copy", register.sheet.title, register.rows[1].number, register.rows[3].number],
        ["sort", register.sheet.title, f"B{register.rows[0].number}:{register_end}", 2, True],
        ["set", goals.sheet.title, f"{letter(goals.columns['due'])}{sheets.row_of('goal', 'G2')}", None],
        ["rename", goals.sheet.title, "Anders"],
        ["set", inputs.sheet.title, f"{letter(inputs.columns['category'])}{asked}", "Preis"],
        ["move", inputs.sheet.title, inputs.columns["response"], inputs.columns["text"]],
        ["set", lines.sheet.title, f"{letter(lines.columns['2027-04'])}{sheets.row_of('budget_line', 'B-02')}", 950],
    ]
    hands.edited(source, tmp_path / "edited.xlsx", *steps, ["ods", str(tmp_path / "plan.ods")])
    for path in (tmp_path / "edited.xlsx", hands.edited(tmp_path / "plan.ods", tmp_path / "back.xlsx")):
        found = came_back(path, example)
        assert found.problems == []
        assert sorted(said(found), key=str) == [
            ("added", "stakeholder", "", None),
            ("changed", "G2", "due", None),
            ("changed", "SI-05", "category", "price"),
            ("changed", "amount", "planned", 95_000),
        ]
        assert len(found.notes) == 1


def letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
