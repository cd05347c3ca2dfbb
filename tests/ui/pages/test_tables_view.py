"""Tables one at a time: every table of a chapter, every declared field, by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.model.changes import Change
from planner.model.plan import CELLS, SINGLETONS, fields_of, row_class
from planner.ui.detailsheet import NewRowDialog
from planner.ui.pages import BY_KEY, CHAPTERS
from planner.ui.pages.generic_words import SHEETS
from planner.ui.pages.sheets import FormSheet, ListSheet
from planner.ui.pages.tables_view import TablesView
from planner.ui.workspace import Workspace

ALL = [chapter.key for chapter in CHAPTERS if SHEETS.keys() >= set(chapter.tables)]


class Followed(QObject):
    """The view of the tables of a chapter, which follows its workspace."""

    def __init__(self, workspace: Workspace, key: str) -> None:
        self.view = TablesView(workspace, BY_KEY[key].tables)
        super().__init__(self.view)
        self._workspace = workspace
        workspace.changed.connect(self.follow)
        self.follow(None)

    def follow(self, change: Change | None) -> None:
        self.view.show_plan(self._workspace.plan, change)


def opened(workspace: Workspace, qtbot: QtBot, key: str) -> TablesView:
    view = Followed(workspace, key).view
    qtbot.addWidget(view)
    view.resize(904, 812)
    view.show()
    return view


@pytest.mark.parametrize("key", ALL)
def test_every_declared_field_of_every_table_can_be_reached(workspace: Workspace, qtbot: QtBot, key: str) -> None:
    page = opened(workspace, qtbot, key)
    for table in BY_KEY[key].tables:
        shown = set(page.sheet(table).form._editors) | set(CELLS.get(table, ()))
        assert shown - {"code"} == set(fields_of(row_class(table))), table


@pytest.mark.parametrize("key", ALL)
def test_every_table_takes_a_new_row_and_gives_it_back(workspace: Workspace, qtbot: QtBot, key: str) -> None:
    page = opened(workspace, qtbot, key)
    for table in BY_KEY[key].tables:
        if table in SINGLETONS or table in CELLS:
            continue
        sheet = page.sheet(table)
        assert isinstance(sheet, ListSheet)
        before = len(workspace.plan.table(table))
        sheet.add_new()
        assert len(workspace.plan.table(table)) == before + 1
        assert sheet.view.chosen == workspace.plan.table(table).ordered[-1].id
        sheet.delete()
        assert len(workspace.plan.table(table)) == before


def typed(qtbot: QtBot, sheet: ListSheet | FormSheet, name: str, text: str) -> QLineEdit:
    editor = sheet.form.editor(name)
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    return editor


def test_typed_values_are_read_in_the_plans_region(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "activities")
    sheet = page.sheet("activity")
    page.show_row("launch")
    typed(qtbot, sheet, "start", "march 2027")
    typed(qtbot, sheet, "leads_low", "1,200")
    row = workspace.plan.activities["launch"]
    assert (row.start, row.leads_low) == ("2027-03", 1200.0)
    workspace.undo()
    assert workspace.plan.activities["launch"].leads_low is None
    facts = opened(workspace, qtbot, "context")
    typed(qtbot, facts.sheet("facts"), "envelope", "£500k")
    typed(qtbot, facts.sheet("facts"), "margin_rate", "41%")
    assert workspace.plan.facts.envelope == 50_000_000
    assert workspace.plan.facts.margin_rate == pytest.approx(0.41)


def test_a_stage_gets_its_name_by_hand(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "forecast")
    page.choice._segments["stage"].click()
    page.add_new()
    typed(qtbot, page.sheet("stage"), "code", "mql")
    assert workspace.plan.stages.by_code("mql") is not None
    assert workspace.undo_label is not None
    workspace.undo()
    assert workspace.plan.stages.by_code("mql") is None


def test_what_is_no_value_stays_and_says_what_would_be_right(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "activities")
    page.show_row("launch")
    before = workspace.plan
    editor = typed(qtbot, page.sheet("activity"), "start", "13/2027")
    assert workspace.plan == before
    assert editor.text() == "13/2027"
    assert editor.accessibleDescription() == "There is no month 13."
    title = typed(qtbot, page.sheet("activity"), "title", " ")
    assert title.accessibleDescription() == "This cannot be left empty."
    page.show_row("shows")
    assert editor.text() == ""
    assert editor.accessibleDescription() == ""


def test_what_is_typed_belongs_to_the_row_it_was_typed_into(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "activities")
    page.show_row("launch")
    editor = page.sheet("activity").form.editor("channel")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "Van")
    page.show_row("shows")
    assert workspace.plan.activities["launch"].channel == "Van"
    assert workspace.plan.activities["shows"].channel is None


def test_a_cell_is_asked_for_its_place_first(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "activities")
    page.choice._segments["lead_month"].click()
    page.add_new()
    dialog = page.findChild(NewRowDialog)
    assert dialog is not None
    assert dialog.form.draft is not None
    dialog.form.draft.update({"activity": "launch", "month": "2027-04", "likely": 12.0})
    dialog.add_row()
    (cell,) = workspace.plan.lead_months
    assert (cell.activity, cell.month, cell.likely) == ("launch", "2027-04", 12.0)


def test_links_are_found_by_typing_and_taken_off(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "activities")
    page.show_row("launch")
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


def test_show_goes_to_the_field_of_a_row(workspace: Workspace, qtbot: QtBot) -> None:
    page = opened(workspace, qtbot, "context")
    assert page.show_row("tess", "role")
    assert page.choice.current == "person"
    assert page.show_row(SINGLETONS["facts"], "envelope")
    assert page.choice.current == "facts"
    assert not page.show_row("prices")
