"""Find or jump to, by keyboard alone, and the search behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.ui.actions import COMMANDS
from planner.ui.jump import Jump, targets
from planner.ui.search import Index
from planner.ui.window import Window

TEXTS = [
    ("Budget", ""), ("Forecast", ""), ("Ruzena Cajkova", "ST-02"), ("Budget line for the fair", "B-01"),
    ("Brochure about the fair", "M-11"), ("Present", ""), ("Customers ask what downtime costs", "SI-07"),
    ("AI", "A-01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("budget", 0), ("b-01", 3), ("SI-07", 6), ("fair broch", 4), ("downtime", 6), ("bugdet", 0), ("forcast", 1),
        ("cajkva", 2), ("dowmtime costs", 6)
    ],
)  # fmt: skip
def test_the_best_comes_first_with_slips_too(typed: str, best: int) -> None:
    assert Index(TEXTS).find(typed)[0] == best


def test_a_stranger_finds_nothing_and_nothing_finds_all() -> None:
    index = Index(TEXTS)
    assert index.find("xylophone orchestra") == []
    assert index.find("  ") == list(range(len(TEXTS)))
    assert len(index.find("", 3)) == 3


def open_it(window: Window, qtbot) -> Jump:
    window.jump()
    jump = window.findChildren(Jump)[-1]
    assert jump.field.hasFocus()
    return jump


def words(jump: Jump) -> list[str]:
    return [jump.found.said(row) for row in range(jump.found.rowCount())]


def test_a_chapter_by_a_slip_of_the_fingers(window: Window, qtbot) -> None:
    jump = open_it(window, qtbot)
    qtbot.keyClicks(jump.field, "forcast")
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    assert window.chapter == "forecast"


def test_a_row_by_its_code_takes_the_keyboard_there(window: Window, qtbot) -> None:
    jump = open_it(window, qtbot)
    qtbot.keyClicks(jump.field, "si-07")
    assert words(jump)[0].startswith("SI-07")
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    assert window.chapter == "sales_input"


def test_arrows_choose_another_and_escape_leaves(window: Window, qtbot) -> None:
    jump = open_it(window, qtbot)
    qtbot.keyClick(jump.field, Qt.Key.Key_Down)
    qtbot.keyClick(jump.field, Qt.Key.Key_Down)
    assert "Customers" in jump.field.accessibleDescription()
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    assert window.chapter == "customers"
    jump = open_it(window, qtbot)
    qtbot.keyClick(jump.field, Qt.Key.Key_Escape)
    assert window.chapter == "customers"


def test_every_command_is_there_with_its_keys_and_is_done(window: Window, qtbot) -> None:
    from planner.model.edits import AddRow

    window.workspace.apply(AddRow("note", {"text": "to be undone"}))
    found = {one.words for one in targets(window)}
    shown = {window.menubar.actions[one.handler].text().replace("&", "").rstrip("…") for one in COMMANDS
             if window.menubar.actions[one.handler].isEnabled()}  # fmt: skip
    assert shown <= found
    jump = open_it(window, qtbot)
    qtbot.keyClicks(jump.field, "undo")
    assert words(jump)[0].endswith("Ctrl Z")
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    assert not any(note.text == "to be undone" for note in window.workspace.plan.notes)


def test_what_is_not_there_is_said(window: Window, qtbot) -> None:
    jump = open_it(window, qtbot)
    qtbot.keyClicks(jump.field, "xylophone orchestra")
    assert jump.found.rowCount() == 0 and "Nothing is called like that" in jump._nothing.text()
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    assert jump.isVisible()


def test_every_row_with_a_name_can_be_found(window: Window) -> None:
    plan = window.workspace.plan
    codes = {one.code for one in targets(window)}
    for table in ("goal", "segment", "stakeholder", "sales_input", "material", "activity", "budget_line", "risk",
                  "decision", "commitment", "person", "brief", "question"):  # fmt: skip
        assert {row.code for row in plan.table(table)} <= codes, table


def test_words_behind_the_shortened_name_find_a_row_too(window: Window) -> None:
    from planner.model.edits import AddRow

    text = "A sentence that goes on for a while before it comes to the word pomegranate"
    window.workspace.apply(AddRow("note", {"text": text}))
    window.jump()
    jump = window.findChildren(Jump)[-1]
    jump.field.setText("pomegranate")
    assert words(jump)[0].startswith("A sentence that goes on")
