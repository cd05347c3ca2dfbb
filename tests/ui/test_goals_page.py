"""Goals: typing into the table, owners on halves, adding and taking out; one gesture is one step of undo."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.model.edits import SetFields
from planner.model.plan import Goal
from planner.ui.forms.sheet import DetailSheet
from planner.ui.pages.goals.cards import EndGoalCard, GoalCard
from planner.ui.pages.goals.table import BASELINE, DUE, SALES, TARGET, TITLE, GoalTable
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.people_menu import PeopleMenu
from planner.ui.window import Window
from tests.ui.whole.seen import settle, texts_of


def _table(window: Window) -> GoalTable:
    found = window.page.findChild(GoalTable)
    assert isinstance(found, GoalTable)
    return found


def _goal(window: Window, code: str) -> Goal:
    found = window.workspace.plan.goals.by_code(code)
    assert found is not None
    return found


def _type(window: Window, qtbot: Any, code: str, column: int, text: str) -> None:
    table = _table(window)
    table.setFocus()
    table.setCurrentIndex(table.model_.index(table.model_.row_of(_goal(window, code).id), column))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    _finish(window, qtbot, text)


def _finish(window: Window, qtbot: Any, text: str) -> None:
    """Type into the open editor and press Return; the view takes the text a moment later."""
    editor = next(one for one in _table(window).findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in _table(window).findChildren(QLineEdit)))


def test_a_target_is_typed_in_the_units_of_its_goal(window: Window, qtbot) -> None:
    _type(window, qtbot, "G1", TARGET, "2.1m")
    assert _goal(window, "G1").target == 2_100_000
    _type(window, qtbot, "G3", TARGET, "80")
    assert _goal(window, "G3").target == 0.8


def test_each_typed_cell_is_one_step_back(window: Window, qtbot) -> None:
    before = _goal(window, "G3")
    _type(window, qtbot, "G3", BASELINE, "40%")
    _type(window, qtbot, "G3", DUE, "1 Oct 2027")
    assert (_goal(window, "G3").baseline, _goal(window, "G3").due) == (0.4, "2027-10-01")
    window.workspace.undo()
    assert (_goal(window, "G3").baseline, _goal(window, "G3").due) == (0.4, before.due)
    window.workspace.undo()
    assert _goal(window, "G3") == before


def test_nonsense_is_refused_with_a_sentence(window: Window, qtbot) -> None:
    before = window.workspace.plan
    with qtbot.waitSignal(window.workspace.refused) as said:
        _type(window, qtbot, "G1", TARGET, "a lot")
    assert "number" in said.args[0]
    assert window.workspace.plan == before


def test_a_click_on_an_open_half_chooses_its_owner(window: Window, qtbot) -> None:
    table = _table(window)
    index = table.model_.index(table.model_.row_of(_goal(window, "G3").id), SALES)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PeopleMenu)
    next(action for action in menu.actions() if action.text().startswith("Karin Moller")).trigger()
    menu.close()
    owner = _goal(window, "G3").owner_sales
    assert owner is not None and window.workspace.plan.people[owner].name == "Karin Moller"


def test_enter_on_a_half_opens_the_same_menu(window: Window, qtbot) -> None:
    table = _table(window)
    table.setFocus()
    table.setCurrentIndex(table.model_.index(0, SALES))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, PeopleMenu)
    menu.close()


def test_delete_takes_a_goal_out_and_undo_brings_it_back(window: Window, qtbot) -> None:
    before = window.workspace.plan
    table = _table(window)
    table.setFocus()
    table.setCurrentIndex(table.model_.index(table.model_.row_of(_goal(window, "G4").id), TITLE))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert window.workspace.plan.goals.by_code("G4") is None
    assert window.toast.isVisible()
    window.workspace.undo()
    assert window.workspace.plan == before


def test_the_key_n_adds_a_goal_that_is_being_typed(window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N)
    editor = _table(window).findChild(QLineEdit)
    assert editor is not None and editor.text() == "New goal"
    _finish(window, qtbot, "More service contracts")
    assert _goal(window, "G5").title == "More service contracts"


def test_a_card_for_each_goal_under_the_end_goal(window: Window) -> None:
    cards = window.page.findChildren(GoalCard)
    assert [card.goal.title for card in cards if card.isVisible()] == [
        goal.title for goal in window.workspace.plan.goals if goal.code != "G1"
    ]


def test_enter_on_a_card_opens_all_fields(window: Window, qtbot) -> None:
    from planner.ui.forms.sheet import DetailSheet

    card = window.page.findChildren(GoalCard)[0]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    sheet = window.page.findChild(DetailSheet)
    assert sheet is not None and sheet.isVisible()


def test_an_empty_plan_starts_with_the_number_that_is_shared(empty_window: Window, qtbot) -> None:
    page = empty_window.page.findChild(EmptyPage)
    assert page is not None and page.isVisible()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    goals = list(empty_window.workspace.plan.goals)
    assert [goal.kind for goal in goals] == ["revenue"]
    assert not page.isVisible()


def test_a_click_on_a_card_opens_all_about_the_goal(window: Window, qtbot) -> None:
    window.go("goals")
    card = window.page.findChildren(GoalCard)[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    (sheet,) = [one for one in window.page.findChildren(DetailSheet) if one.isVisible()]
    assert sheet.form.row_id == card.goal.id
    sheet.close_sheet()
    (shared,) = window.page.findChildren(EndGoalCard)
    qtbot.mouseClick(shared, Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
    assert sheet.form.row_id == shared._id


def test_large_figures_without_a_unit_are_read_whole_in_a_narrow_card(window: Window) -> None:
    goal = _goal(window, "G2")
    window.workspace.apply(SetFields("goal", goal.id, {"unit": None, "baseline": 1_250_000.0, "target": 12_475_000.0}))
    window.resize(1180, 720)
    settle()
    card = next(one for one in window.page.findChildren(GoalCard) if one.goal.id == goal.id)
    read = [seen.text for seen in texts_of(window, card)]
    assert "1,250,000" in read and "12,475,000" in read
