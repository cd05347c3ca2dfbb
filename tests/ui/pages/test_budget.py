"""The budget page by its keys: type, paste, fill, empty, lock, undo, quarters, groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, SetFields
from planner.model.edits.budget import SetAmounts, amount_in
from planner.model.edits.signing import ReopenPlan, SignPlan
from planner.model.plan import Plan
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.parts.paint import text_width
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
JAN, FEB, MAR, SEP, YEAR = 1, 2, 3, 9, 13


@pytest.fixture
def shown(workspace: Workspace, qtbot: QtBot) -> Shown:
    page = BudgetPage(workspace)
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    made = Shown(page)
    page.view.setFocus()
    return made


def page_of(shown: Shown) -> BudgetPage:
    assert isinstance(shown.page, BudgetPage)
    return shown.page


def go(shown: Shown, line: str, column: int) -> None:
    rows = page_of(shown).rows
    page_of(shown).view.take(rows.row_of(line), column)


def texts(shown: Shown) -> list[list[str]]:
    rows = page_of(shown).rows
    return [[str(rows.index(row, c).data()) for c in range(rows.columnCount())] for row in range(rows.rowCount())]


def planned(shown: Shown, line: str, month: str) -> int | None:
    return amount_in(shown.page.workspace.plan, line, month)


def type_over(shown: Shown, qtbot: QtBot, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    view = page_of(shown).view
    qtbot.keyClicks(view, text[0])
    editor = view.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, end)
    qtbot.waitUntil(lambda: view.state() != view.State.EditingState or end != Qt.Key.Key_Return)
    QApplication.processEvents()


def test_groups_lines_and_sums_in_thousands(shown: Shown) -> None:
    found = texts(shown)
    assert [row[0] for row in found] == ["Trade shows", "Packline", "Foodtech", "L60 launch", "Demo van"]
    assert found[0][1:5] == ["14", "38", "2", ""]
    assert found[1][YEAR] == "54"
    assert page_of(shown).rows.amount("", YEAR) == 6_000_000


def test_typing_replaces_in_the_unit_of_the_grid(shown: Shown, qtbot: QtBot) -> None:
    go(shown, "foodtech", SEP)
    type_over(shown, qtbot, "52")
    assert planned(shown, "foodtech", "2027-09") == 5_200_000
    assert shown.page.workspace.plan.budget_lines["foodtech"].amount == 5_200_000
    assert shown.said[-1] == ("Foodtech, Sept", "£52,000")
    shown.page.workspace.undo()
    assert planned(shown, "foodtech", "2027-09") is None
    shown.page.workspace.redo()
    assert planned(shown, "foodtech", "2027-09") == 5_200_000


@pytest.mark.parametrize(("typed", "pence"), [("14k", 1_400_000), ("£950.50", 95_050), ("1.5", 150_000), ("0", 0)])
def test_a_suffix_or_a_sign_says_its_own_unit(shown: Shown, qtbot: QtBot, typed: str, pence: int) -> None:
    page_of(shown).rows.setData(page_of(shown).rows.index(page_of(shown).rows.row_of("foodtech"), FEB), typed)
    assert planned(shown, "foodtech", "2027-02") == pence


def test_more_than_the_envelope_in_thousands_is_meant_in_full(shown: Shown) -> None:
    rows = page_of(shown).rows
    rows.setData(rows.index(rows.row_of("foodtech"), FEB), "14,000")
    assert planned(shown, "foodtech", "2027-02") == 1_400_000


def test_esc_gives_up_and_nothing_is_written(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    go(shown, "packline", FEB)
    type_over(shown, qtbot, "99", Qt.Key.Key_Escape)
    assert shown.page.workspace.plan == before


def test_enter_edits_with_all_digits(shown: Shown, qtbot: QtBot) -> None:
    shown.page.workspace.apply(SetAmounts({("packline", "2027-01"): 1_234_567}))
    go(shown, "packline", JAN)
    assert texts(shown)[1][JAN] == "12"
    qtbot.keyClick(page_of(shown).view, Qt.Key.Key_Return)
    editor = page_of(shown).view.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "12.34567"
    before = shown.page.workspace.plan
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert shown.page.workspace.plan is before


def test_words_are_no_amount_and_say_so(shown: Shown, qtbot: QtBot) -> None:
    go(shown, "packline", FEB)
    type_over(shown, qtbot, "abc")
    rows = page_of(shown).rows
    index = rows.index(rows.row_of("packline"), FEB)
    assert planned(shown, "packline", "2027-02") == 3_800_000
    assert index.data() == "abc"
    assert "Write a number" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    rows.setData(index, "39")
    assert index.data() == "39"


def test_a_block_from_a_spreadsheet_is_one_step(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    QApplication.clipboard().setText("1.2\t14k\t£3,000\r\n\t0\t2.5\r\n")
    go(shown, "foodtech", JAN)
    qtbot.keyClick(page_of(shown).view, Qt.Key.Key_V, CTRL)
    assert [planned(shown, "foodtech", f"2027-0{n}") for n in (1, 2, 3)] == [120_000, 1_400_000, 300_000]
    # The second row goes to the next line, past the row of its group.
    assert [planned(shown, "van", f"2027-0{n}") for n in (1, 2, 3)] == [None, 0, 250_000]
    assert shown.page.workspace.undo_label is not None
    assert "Paste 5 amounts" in shown.page.workspace.undo_label
    shown.page.workspace.undo()
    assert shown.page.workspace.plan == before


def test_a_block_with_words_is_refused_as_a_whole(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    QApplication.clipboard().setText("100\tapril")
    go(shown, "foodtech", JAN)
    qtbot.keyClick(page_of(shown).view, Qt.Key.Key_V, CTRL)
    assert shown.refused == ["“april” is no amount, so nothing was pasted."]
    assert shown.page.workspace.plan == before


def test_copy_gives_what_is_edited_and_comes_back(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).view
    go(shown, "packline", JAN)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "14\t38"
    go(shown, "van", 5)
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert [planned(shown, "van", month) for month in ("2027-05", "2027-06")] == [1_400_000, 3_800_000]


def test_a_range_is_summed_filled_and_emptied(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).view
    go(shown, "packline", JAN)
    for _step in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert shown.said[-1] == ("3 cells", "Sum £54,000 · average £18,000 · count 3")
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_D, CTRL)
    assert planned(shown, "foodtech", "2027-02") == 3_800_000
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert planned(shown, "packline", "2027-02") is None
    assert shown.page.workspace.undo_label == "Empty 6 months of 2 lines"
    shown.page.workspace.undo()
    assert planned(shown, "packline", "2027-02") == 3_800_000


def test_a_locked_line_takes_nothing(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).view
    go(shown, "packline", JAN)
    qtbot.keyClick(view, Qt.Key.Key_L, CTRL | SHIFT)
    assert shown.page.workspace.plan.budget_lines["packline"].locked
    assert not page_of(shown).rows.flags(view.currentIndex()) & Qt.ItemFlag.ItemIsEditable
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert planned(shown, "packline", "2027-01") == 1_400_000
    assert "Packline is locked" in shown.refused[-1]
    qtbot.keyClicks(view, "7")
    assert len(shown.refused) == 2
    assert planned(shown, "packline", "2027-01") == 1_400_000
    qtbot.keyClick(view, Qt.Key.Key_L, CTRL | SHIFT)
    assert not shown.page.workspace.plan.budget_lines["packline"].locked


def test_quarters_add_up_and_are_spread_over_their_months(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.choice._segments["quarters"].click()
    assert texts(shown)[1] == ["Packline", "54", "", "", "", "54"]
    rows = page.rows
    rows.setData(rows.index(rows.row_of("packline"), 1), "108")
    assert [planned(shown, "packline", f"2027-0{n}") for n in (1, 2, 3)] == [2_800_000, 7_600_000, 400_000]
    rows.setData(rows.index(rows.row_of("foodtech"), 2), "£100")
    assert [planned(shown, "foodtech", f"2027-0{n}") for n in (4, 5, 6)] == [3_334, 3_333, 3_333]
    page.choice._segments["months"].click()
    assert rows.columnCount() == 14


def test_a_group_folds_and_the_selection_stays_with_its_line(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    go(shown, "van", MAR)
    shown.page.workspace.apply(AddRow("budget_line", {"description": "Leaflet", "activity": "shows"}))
    assert page.rows.key_at(page.view.currentIndex().row()) == "van"
    page.toggle("group shows")
    assert [row[0] for row in texts(shown)] == ["Trade shows", "L60 launch", "Demo van"]
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert len(texts(shown)) == 6


def test_only_the_rows_of_a_change_are_told(shown: Shown) -> None:
    rows = page_of(shown).rows
    told: list[int] = []
    rows.dataChanged.connect(lambda first, last: told.append(first.row()))
    rows.modelReset.connect(lambda: told.append(-1))
    shown.page.workspace.apply(SetAmounts({("van", "2027-05"): 100}))
    assert sorted(told) == [3, 4]


def test_a_new_line_is_asked_for_and_shown(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    go(shown, "van", MAR)
    page.add_new()
    dialog = page.findChild(NewRowDialog)
    assert dialog is not None
    dialog.add_row()
    assert "This is needed." in dialog.form.editor("description").accessibleDescription()
    editor = dialog.form.editor("description")
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Posters")
    dialog.add_row()
    line = next(line for line in page.workspace.plan.budget_lines if line.description == "Posters")
    assert line.activity == "launch"
    assert page.rows.key_at(page.view.currentIndex().row()) == line.id


def test_a_thumb_is_there_only_where_something_scrolls(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.grid.months.verticalScrollBar().maximum() == 0
    assert not page.grid.months._thumb.isVisible()
    for n in range(40):
        page.workspace.apply(AddRow("budget_line", {"description": f"Line {n}"}, id=f"line{n}"))
    qtbot.waitUntil(page.grid.months._thumb.isVisible)


def test_names_stay_beside_their_months_when_a_line_comes_at_the_end(shown: Shown) -> None:
    page = page_of(shown)
    for n in range(40):
        page.workspace.apply(AddRow("budget_line", {"description": f"Line {n}"}, id=f"line{n}"))
        page.show_object(f"line{n}")
    months, names = page.grid.months.verticalScrollBar(), page.grid.names.verticalScrollBar()
    QApplication.processEvents()
    assert months.value() == months.maximum() > 0
    assert (names.value(), names.maximum()) == (months.value(), months.maximum())


def test_all_fields_of_a_line_are_on_its_sheet(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    go(shown, "van", MAR)
    qtbot.keyClick(page.view, Qt.Key.Key_Return, SHIFT)
    assert page.details.isVisible()
    from planner.model.plan import BudgetLine, fields_of

    assert set(fields_of(BudgetLine)) == set(page.details.form._editors)
    page.workspace.apply(DeleteRows("budget_line", ("van",)))
    assert not page.details.isVisible()


def test_cells_say_their_line_month_and_amount(shown: Shown) -> None:
    rows = page_of(shown).rows
    role = Qt.ItemDataRole.AccessibleTextRole
    assert rows.index(rows.row_of("packline"), FEB).data(role) == "Packline, Feb, £38,000"
    assert rows.index(rows.row_of("packline"), SEP).data(role) == "Packline, Sept, not known yet"
    assert "£60k" in page_of(shown).top.accessibleName()


def test_the_model_keeps_its_promises(shown: Shown) -> None:
    rows = page_of(shown).rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    work = shown.page.workspace
    work.apply(AddRow("budget_line", {"description": "Leaflet"}))
    work.apply(SetFields("budget_line", "van", {"activity": "shows"}))
    work.apply(DeleteRows("budget_line", ("packline", "foodtech")))
    page_of(shown).toggle("group shows")
    page_of(shown)._choose_columns("quarters")
    while work.undo():
        pass
    assert tester.model() is rows


def test_an_empty_plan_says_why_and_starts(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = BudgetPage(open_workspace(plan_of()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    shown = Shown(page)
    assert page.body.is_empty
    page.workspace.apply(AddRow("budget_line", {"description": "First"}))
    assert not page.body.is_empty
    assert texts(shown)[1][0] == "First"


def test_what_is_no_amount_is_said_in_a_sentence(shown: Shown, qtbot: QtBot) -> None:
    line = next(iter(shown.page.workspace.plan.budget_lines)).id
    go(shown, line, JAN)
    type_over(shown, qtbot, "loads")
    assert shown.refused == ["Write a number, such as 1,250.50."]


def test_what_changed_since_both_signed_has_the_dot_of_its_side(shown: Shown) -> None:
    work, rows = shown.page.workspace, page_of(shown).rows
    assert rows.changed_by("foodtech", SEP) == ""
    for half, person in (("marketing", "tess"), ("sales", "callum")):
        work.apply(SignPlan(half, person, "2026-11-16", work.last_edit))  # type: ignore[arg-type]
    work.apply(ReopenPlan())
    before = amount_in(work.plan, "foodtech", "2027-09")
    work.set_author(Author("Callum Reid", "callum"))
    work.apply(SetAmounts({("foodtech", "2027-09"): 5_500_000}))
    assert rows.changed_by("foodtech", SEP) == "sales"
    assert rows.changed_by("foodtech", YEAR) == rows.changed_by("packline", JAN) == ""
    assert "changed since the agreement" in rows.said("foodtech", SEP)[1]
    page_of(shown).refresh(work.plan, work.results, None)
    assert rows.changed_by("foodtech", SEP) == "sales"
    work.apply(SetAmounts({("foodtech", "2027-09"): before}))
    assert rows.changed_by("foodtech", SEP) == ""


def test_figures_are_read_whole_in_the_narrowest_months(shown: Shown) -> None:
    page = page_of(shown)
    page.workspace.apply(SetAmounts({("foodtech", "2027-09"): 123_400_000}))
    page.grid.fit()
    assert page.grid.column_box(SEP)[1] >= text_width("1,234", "small", 600) + 5
