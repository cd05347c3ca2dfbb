"""Who is typing: asked for in a new plan, found among many by letters, and never in the way of a cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.model.changes import Author
from planner.model.edits import AddRow
from planner.ui.authors import AuthorMenu, author_menu
from planner.ui.people_menu import PeopleMenu, choose_person
from planner.ui.program import Program
from planner.ui.settings import Settings
from planner.ui.start.playbooks import playbook_plan
from planner.ui.whotypes import WhoTypes, ask_who_types
from planner.ui.window import Window
from tests.ui.conftest import Answers, now


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers):
    settings = Settings()
    before, settings.author = settings.author, ""
    made = Program(now, settings)
    yield made
    made.quit()
    made.deleteLater()
    settings.author = before


def test_a_new_plan_asks_for_a_name_and_the_first_edit_is_theirs(
    program: Program, tmp_path: Path, answers: Answers, qtbot
) -> None:
    answers.path = tmp_path / "new.cgplan"
    window = program.new_from("annual-plan")
    assert window is not None
    qtbot.waitUntil(lambda: window.findChild(WhoTypes) is not None)
    dialog = window.findChild(WhoTypes)
    assert dialog.part.currentText() == "Head of marketing"
    qtbot.keyClicks(dialog.name, "Priya  Nair")
    dialog.begin()
    people = window.workspace.plan.people
    person = next(person for person in people if person.name == "Priya Nair")
    assert person.role == "Head of marketing" and person.present
    assert window.workspace.author == Author("Priya Nair", person.id)
    window.workspace.apply(AddRow("note", {"text": "x"}))
    assert [record.author for record in window.workspace.history()][1:] == ["Priya Nair"] * 2


def test_without_a_name_it_says_what_to_do_and_later_is_allowed(empty_window: Window, qtbot) -> None:
    empty_window.settings.author = ""
    dialog = ask_who_types(empty_window)
    dialog.name.clear()
    dialog.begin()
    assert dialog.isVisible() and "Later" in dialog.name.accessibleDescription()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and not empty_window.workspace.author.name


def test_in_a_plan_without_people_the_chip_asks(empty_window: Window, qtbot) -> None:
    qtbot.mouseClick(empty_window.frame.topbar.author, Qt.MouseButton.LeftButton)
    dialog = empty_window.findChild(WhoTypes)
    assert dialog is not None
    dialog.name.setText("Callum Reid")
    dialog.part.set_key("sales")
    dialog.begin()
    person = next(iter(empty_window.workspace.plan.people))
    assert (person.name, person.function) == ("Callum Reid", "sales")
    assert "Sales" in empty_window.frame.topbar.author.accessibleName()


def test_a_role_that_waits_for_a_name_is_nobody_at_the_keyboard(open_window) -> None:
    window = open_window(playbook_plan("trade-show", date(2026, 11, 16)))
    assert window.workspace.author.name == ""


def test_letters_narrow_the_authors_down_and_the_last_one_left_is_taken(window: Window, qtbot) -> None:
    menu = author_menu(window.workspace, window)
    menu.popup(QPoint(0, 0))
    assert len(menu.shown) == 25
    qtbot.keyClick(menu, Qt.Key.Key_M)
    assert {action.text().split()[0] for action in menu.shown} == {"Marten", "Milan", "Maja", "Karin"}
    qtbot.keyClick(menu, Qt.Key.Key_X)  # leads nowhere
    assert len(menu.shown) == 4
    qtbot.keyClicks(menu, "il")
    assert window.workspace.author.name == "Milan Kos"
    assert not menu.isVisible()


def test_arrows_and_enter_still_choose(window: Window, qtbot) -> None:
    menu = author_menu(window.workspace, window)
    menu.popup(QPoint(0, 0))
    qtbot.keyClick(menu, Qt.Key.Key_N)
    names = [action.text() for action in menu.shown]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert window.workspace.author.name == names[1]


def test_backspace_and_escape_take_letters_back_before_closing(window: Window, qtbot) -> None:
    menu = author_menu(window.workspace, window)
    menu.popup(QPoint(0, 0))
    qtbot.keyClicks(menu, "ma")
    few = len(menu.shown)
    qtbot.keyClick(menu, Qt.Key.Key_Backspace)
    assert few < len(menu.shown) < 25
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert len(menu.shown) == 25 and menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


@pytest.mark.parametrize("kind", [AuthorMenu, PeopleMenu])
def test_twenty_five_people_stand_in_one_column(window: Window, kind) -> None:
    plan = window.workspace.plan
    if kind is AuthorMenu:
        menu = author_menu(window.workspace, window)
    else:
        menu = choose_person(plan, "sales", None, print, window, QPoint(0, 0))
    menu.popup(QPoint(0, 0))
    lefts = {menu.actionGeometry(action).left() for action in menu.shown}
    assert len(lefts) == 1
    assert menu.height() <= menu.screen().availableGeometry().height()
    menu.close()


def test_a_toast_goes_up_where_somebody_is_typing_below(window: Window, qtbot) -> None:
    surface = window.toast.parentWidget()
    field = QLineEdit(surface)
    field.setGeometry(surface.width() // 2 - 100, surface.height() - 60, 200, 36)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    window.toast.say("Done")
    assert not window.toast.geometry().adjusted(0, 20, 0, -20).intersects(field.geometry())
    field.clearFocus()
    window.frame.topbar.author.setFocus()
    qtbot.waitUntil(lambda: window.toast.y() > surface.height() // 2)


def test_undo_names_the_chapter_where_it_was_in_another_one(window: Window, qtbot) -> None:
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None
    from planner.model.edits import SetFields

    window.workspace.apply(SetFields("goal", goal.id, {"title": "Orders"}))
    window.undo()
    assert window.toast.accessibleName().startswith("Taken back: Set ")
    window.redo()
    window.go("budget")
    window.undo()
    assert window.toast.accessibleName().startswith("Taken back in Goals: Set ")
    window.redo()
    assert window.toast.accessibleName().startswith("Brought back in Goals: Set ")


def test_the_copy_of_the_example_goes_with_its_window(program: Program, qtbot) -> None:
    window = program.open_example()
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    folder = window.path.parent
    assert folder.is_dir()
    window.close()
    assert not folder.exists()


def test_present_shows_the_questions_of_the_chapter(window: Window, qtbot) -> None:
    from planner.ui.presenting import Presenting

    window.go("budget")
    window.present()
    screen = window.findChild(Presenting)
    assert screen is not None and screen.question.key.startswith("budget-")
    qtbot.waitUntil(window.isFullScreen)
    qtbot.keyClick(screen, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_a_ring_says_what_is_missing_when_the_keyboard_comes_to_it(window: Window, qtbot) -> None:
    from PySide6.QtWidgets import QToolTip

    from planner.ui.frame.chapterrow import ChapterRow

    row = next(one for one in window.frame.sidebar.findChildren(ChapterRow) if one.entry.key == "goals")
    assert row.entry.missing and row.entry.missing in row.toolTip()
    with qtbot.waitActive(window):
        window.activateWindow()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QToolTip.isVisible() and row.entry.missing in QToolTip.text())


def test_whoever_sits_down_for_a_part_says_a_name(open_window, qtbot) -> None:
    window = open_window(playbook_plan("annual-plan", date(2026, 11, 16)))
    menu = author_menu(window.workspace, window)
    menu.partAsked.connect(window._ask_who_plays)
    menu.popup(QPoint(0, 0))
    (head,) = [action for action in menu.shown if action.text() == "Head of sales"]
    head.trigger()
    menu.close()
    dialog = window.findChild(WhoTypes)
    assert dialog is not None
    assert (dialog.name.text(), dialog.part.currentText()) == ("", "Head of sales")
    qtbot.keyClicks(dialog.name, "Mark Ellis")
    dialog.begin()
    person = next(person for person in window.workspace.plan.people if person.role == "Head of sales")
    assert (person.name, window.workspace.author) == ("Mark Ellis", Author("Mark Ellis", person.id))


def test_later_hands_a_part_the_keyboard_as_it_is_and_no_next_plan_proposes_it(open_window, qtbot) -> None:
    window = open_window(playbook_plan("annual-plan", date(2026, 11, 16)))
    window.settings.author = "Priya Nair"
    person = next(person for person in window.workspace.plan.people if person.role == "Head of sales")
    dialog = ask_who_types(window, person)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert window.workspace.author == Author("Head of sales", person.id)
    assert window.settings.author == "Priya Nair"


def test_the_made_up_people_of_the_example_do_not_type_the_next_plan(program: Program, qtbot) -> None:
    window = program.open_example()
    qtbot.waitUntil(lambda: bool(window.workspace.author.name))
    assert window.workspace.author.name == "Ines Varga"
    assert program.settings.author == ""
