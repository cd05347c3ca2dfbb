"""Dialog, toast, empty page, list of cards."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.ui.parts.button import Button
from planner.ui.parts.coachcards import FindingRow
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.menu import Menu
from planner.ui.parts.toast import Toast
from planner.ui.theme import install


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QMainWindow:
    install(qapp, "light")
    made = QMainWindow()
    made.setCentralWidget(Button("Behind"))
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def bury() -> None:
    """Run what deleteLater has put off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asked(window: QMainWindow) -> tuple[Dialog, LineEdit, Button, Button]:
    dialog = Dialog("Decline this input?", 322, lines="Martin will see the reason.")
    reason = LineEdit()
    dialog.body.addWidget(reason)
    keep = dialog.add_button(Button("Keep open"))
    decline = dialog.add_button(Button("Decline", "primary"), "declined")
    dialog.open_over(window)
    return dialog, reason, keep, decline


def test_a_dialog_keeps_the_keyboard_and_gives_it_back(window: QMainWindow, qtbot: QtBot) -> None:
    behind = window.centralWidget()
    behind.setFocus()
    dialog, reason, keep, decline = asked(window)
    seen = []
    for _step in range(4):
        seen.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [reason, keep, decline, reason]
    told: list[object] = []
    dialog.finished.connect(told.append)
    qtbot.mouseClick(decline, Qt.MouseButton.LeftButton)
    bury()
    assert told == ["declined"]
    assert not isValid(dialog)
    assert window.focusWidget() is behind


def test_enter_presses_the_button_that_has_the_keyboard(window: QMainWindow, qtbot: QtBot) -> None:
    dialog, _reason, keep, _decline = asked(window)
    told: list[object] = []
    dialog.finished.connect(told.append)
    keep.setFocus()
    qtbot.keyClick(keep, Qt.Key.Key_Return)
    assert told == [None]
    dialog, _reason, _keep, decline = asked(window)
    dialog.finished.connect(told.append)
    decline.setFocus()
    qtbot.keyClick(decline, Qt.Key.Key_Return)
    assert told == [None, "declined"]


def test_what_follows_a_dialog_may_take_the_keyboard(window: QMainWindow, qtbot: QtBot) -> None:
    behind = window.centralWidget()
    other = LineEdit(parent=window)
    other.show()
    behind.setFocus()
    dialog, _reason, keep, _decline = asked(window)
    dialog.finished.connect(other.setFocus)
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is other


def test_escape_closes_unless_work_is_running(window: QMainWindow, qtbot: QtBot) -> None:
    dialog, reason, _keep, _decline = asked(window)
    told: list[object] = []
    dialog.finished.connect(told.append)
    dialog.set_busy(True)
    qtbot.keyClick(reason, Qt.Key.Key_Escape)
    assert told == []
    dialog.set_busy(False)
    qtbot.keyClick(reason, Qt.Key.Key_Escape)
    assert told == [None]


def test_enter_in_a_line_of_text_is_the_main_button(window: QMainWindow, qtbot: QtBot) -> None:
    dialog, reason, _keep, decline = asked(window)
    told: list[object] = []
    dialog.finished.connect(told.append)
    decline.setEnabled(False)
    reason.setFocus()
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert told == []
    decline.setEnabled(True)
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert told == ["declined"]


def test_the_windows_shortcuts_rest_under_a_dialog(window: QMainWindow, qtbot: QtBot) -> None:
    fired: list[bool] = []

    def fire(checked: bool) -> None:
        fired.append(checked)

    action = QAction("Export", window)
    action.setShortcut("Ctrl+E")
    action.triggered.connect(fire)
    window.addAction(action)
    qtbot.keyClick(window.centralWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(fired) == 1
    _dialog, _reason, keep, _decline = asked(window)
    qtbot.keyClick(keep, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(fired) == 1


def test_a_dialog_stays_inside_the_window(window: QMainWindow) -> None:
    dialog, *_rest = asked(window)
    assert dialog.geometry() == window.rect()
    window.resize(1366, 768)
    QCoreApplication.sendPostedEvents()
    assert dialog.geometry() == window.rect()


def test_undo_in_a_toast_names_what_to_undo(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    told: list[object] = []
    toast.undone.connect(told.append)
    toast.say("Moved £4k to April", "edit-1")
    assert toast.isVisible() and toast.accessibleName() == "Moved £4k to April"
    qtbot.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert told == ["edit-1"] and not toast.isVisible()


def test_a_click_beside_undo_puts_a_toast_away(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    told: list[object] = []
    toast.undone.connect(told.append)
    toast.say("Moved £4k to April", "edit-1")
    qtbot.mouseClick(toast, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert not toast.isVisible() and not told


def test_a_toast_waits_while_the_keyboard_is_in_it(window: QMainWindow) -> None:
    toast = Toast(window)
    toast.say("Moved £4k to April")
    assert toast._timer.isActive()
    toast.setFocus(Qt.FocusReason.TabFocusReason)
    toast._button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast._timer.isActive()


def test_an_empty_page_has_one_step_and_one_alternative(qtbot: QtBot, window: QMainWindow) -> None:
    page = EmptyPage("It starts with a question.", "Why.", "Write it", "or start from twelve")
    qtbot.addWidget(page)
    told: list[str] = []
    page.started.connect(lambda: told.append("started"))
    page.alternative.connect(lambda: told.append("alternative"))
    for button in page.findChildren(Button):
        button.click()
    assert told == ["started", "alternative"]


def test_a_finding_says_its_level_and_shows_its_thing(qtbot: QtBot, window: QMainWindow) -> None:
    row = FindingRow("look", "Two inputs have no answer.", "SI-07")
    qtbot.addWidget(row)
    told: list[object] = []
    row.show_it.connect(told.append)
    row.findChild(Button).click()  # type: ignore[union-attr]
    assert told == ["SI-07"]


def test_a_menu_dies_when_it_closes(window: QMainWindow) -> None:
    menu = Menu(window)
    menu.add("Answer", "A", "check")
    menu.popup(window.mapToGlobal(window.rect().center()))
    menu.close()
    bury()
    assert not isValid(menu)


def test_an_empty_page_shows_no_half_row(qapp: QApplication, qtbot: QtBot) -> None:
    install(qapp, "light")
    page = EmptyPage("Who could say no?", "Somebody can stop it.", "Add the first person")
    qtbot.addWidget(page)
    outline = page.layout().itemAt(page.layout().count() - 1).widget()
    outline.setParent(None)
    qtbot.addWidget(outline)
    for high, ends in ((40, 0), (80, 48), (110, 104), (159, 104)):
        outline.resize(700, high)
        seen = outline.grab().toImage()
        painted = [y for y in range(high) if any(seen.pixel(x, y) != seen.pixel(2, 2) for x in range(700))]
        assert max(painted, default=-1) + 1 == ends
