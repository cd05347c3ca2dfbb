"""Tables one at a time: every table of a chapter, every declared field, by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.model.plan import CELLS, SINGLETONS, fields_of, row_class
from planner.ui.forms.form import Form
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages import BY_KEY, CHAPTERS
from planner.ui.pages.generic_words import SHEETS
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.workspace import Workspace

ALL = [chapter.key for chapter in CHAPTERS if SHEETS.keys() >= set(chapter.tables)]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """An empty window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 812)
    made.show()
    yield made


def opened(workspace: Workspace, window: QWidget, key: str) -> TablesDialog:
    """The tables of a chapter."""
    dialog = TablesDialog(workspace, key, listed(key))
    dialog.open_over(window)
    return dialog


def listed(key: str) -> tuple[str, ...]:
    """The tables of a chapter that have more than one row."""
    return tuple(table for table in BY_KEY[key].tables if table not in SINGLETONS)


@pytest.mark.parametrize("key", ALL)
def test_every_declared_field_of_every_table_can_be_reached(
    workspace: Workspace, window: QWidget, qtbot: QtBot, key: str
) -> None:
    page = opened(workspace, window, key)
    for table in listed(key):
        shown = set(page.sheet(table).form._editors) | set(CELLS.get(table, ()))
        assert shown - {"code"} == set(fields_of(row_class(table))), table


@pytest.mark.parametrize("key", ALL)
def test_every_table_takes_a_new_row_and_gives_it_back(
    workspace: Workspace, window: QWidget, qtbot: QtBot, key: str
) -> None:
    page = opened(workspace, window, key)
    for table in listed(key):
        if table in CELLS:
            continue
        sheet = page.sheet(table)
        before = len(workspace.plan.table(table))
        sheet.add_new()
        assert len(workspace.plan.table(table)) == before + 1
        assert sheet.view.chosen == workspace.plan.table(table).ordered[-1].id
        sheet.delete()
        assert len(workspace.plan.table(table)) == before


def typed(qtbot: QtBot, form: Form, name: str, text: str) -> QLineEdit:
    editor = form.editor(name)
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    return editor


def test_typed_values_are_read_in_the_plans_region(workspace: Workspace, window: QWidget, qtbot: QtBot) -> None:
    page = opened(workspace, window, "activities")
    sheet = page.sheet("activity")
    page.show_row("activity", "launch")
    typed(qtbot, sheet.form, "start", "march 2027")
    typed(qtbot, sheet.form, "leads_low", "1,200")
    row = workspace.plan.activities["launch"]
    assert (row.start, row.leads_low) == ("2027-03", 1200.0)
    workspace.undo()
    assert workspace.plan.activities["launch"].leads_low is None
    facts = Form(workspace, "facts")
    qtbot.addWidget(facts)
    facts.show_row(workspace.plan, workspace.plan.facts)
    facts.show()
    typed(qtbot, facts, "envelope", "£500k")
    typed(qtbot, facts, "margin_rate", "41%")
    assert workspace.plan.facts.envelope == 50_000_000
    assert workspace.plan.facts.margin_rate == pytest.approx(0.41)


def test_a_stage_gets_its_name_by_hand(workspace: Workspace, window: QWidget, qtbot: QtBot) -> None:
    page = opened(workspace, window, "forecast")
    page.choice._segments["stage"].click()
    page.add_new()
    typed(qtbot, page.sheet("stage").form, "code", "mql")
    assert workspace.plan.stages.by_code("mql") is not None
    assert workspace.undo_label is not None
    workspace.undo()
    assert workspace.plan.stages.by_code("mql") is None


def test_what_is_no_value_stays_and_says_what_would_be_right(
    workspace: Workspace, window: QWidget, qtbot: QtBot
) -> None:
    page = opened(workspace, window, "activities")
    page.show_row("activity", "launch")
    before = workspace.plan
    editor = typed(qtbot, page.sheet("activity").form, "start", "13/2027")
    assert workspace.plan == before
    assert editor.text() == "13/2027"
    assert editor.accessibleDescription() == "There is no month 13."
    title = typed(qtbot, page.sheet("activity").form, "title", " ")
    assert title.accessibleDescription() == "This cannot be left empty."
    page.show_row("activity", "shows")
    assert editor.text() == ""
    assert editor.accessibleDescription() == ""


def test_what_is_typed_belongs_to_the_row_it_was_typed_into(
    workspace: Workspace, window: QWidget, qtbot: QtBot
) -> None:
    page = opened(workspace, window, "activities")
    page.show_row("activity", "launch")
    editor = page.sheet("activity").form.editor("channel")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "Van")
    page.show_row("activity", "shows")
    assert workspace.plan.activities["launch"].channel == "Van"
    assert workspace.plan.activities["shows"].channel is None


def test_a_cell_is_asked_for_its_place_first(workspace: Workspace, window: QWidget, qtbot: QtBot) -> None:
    page = opened(workspace, window, "activities")
    page.choice._segments["lead_month"].click()
    page.add_new()
    dialog = page.window().findChild(NewRowDialog)
    assert dialog is not None
    assert dialog.form.draft is not None
    dialog.form.draft.update({"activity": "launch", "month": "2027-04", "likely": 12.0})
    dialog.add_row()
    (cell,) = workspace.plan.lead_months
    assert (cell.activity, cell.month, cell.likely) == ("launch", "2027-04", 12.0)


def test_links_are_found_by_typing_and_taken_off(workspace: Workspace, window: QWidget, qtbot: QtBot) -> None:
    page = opened(workspace, window, "activities")
    page.show_row("activity", "launch")
    picker = page.sheet("activity").form.editor("sales_inputs")
    line = picker.line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "si-02")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.plan.activities["launch"].sales_inputs == ("prices",)
    qtbot.keyClicks(line, "nothing like it")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.plan.activities["launch"].sales_inputs == ("prices",)
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert workspace.plan.activities["launch"].sales_inputs == ()


def test_show_goes_to_the_field_of_a_row(workspace: Workspace, window: QWidget, qtbot: QtBot) -> None:
    page = opened(workspace, window, "context")
    assert page.show_row("person", "tess", "role")
    assert page.choice.current == "person"
    assert not page.show_row("person", "prices")


def test_several_rows_are_named_one_after_the_other_by_the_keyboard(
    workspace: Workspace, window: QWidget, qtbot: QtBot
) -> None:
    dialog = TablesDialog(workspace, "Everybody", ("person",))
    dialog.open_over(window)
    sheet = dialog.sheet("person")
    qtbot.waitUntil(sheet.view.hasFocus)
    for name in ("Ann Example", "Ben Example"):
        qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
        field = sheet.form.editor("name")
        qtbot.waitUntil(field.hasFocus)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert dialog.isVisible() and sheet.view.hasFocus()
        qtbot.keyClick(sheet.view, Qt.Key.Key_Down)
    assert [person.name for person in workspace.plan.people.ordered][:2] == ["Ann Example", "Ben Example"]
