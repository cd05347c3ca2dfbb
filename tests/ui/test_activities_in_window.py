"""The timeline inside the window: keys that the window also listens to, and the way from a finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.activities.page import ActivitiesPage
from planner.ui.window import Window


def opened(window: Window) -> ActivitiesPage:
    page = window.go("activities")
    assert isinstance(page, ActivitiesPage)
    return page


def test_alt_with_an_arrow_changes_the_end_and_opens_no_menus(window: Window, qtbot: QtBot) -> None:
    page = opened(window)
    fair = next(row for row in window.workspace.plan.activities if row.code == "A-10")
    page.timeline.take(fair.id)
    page.timeline.setFocus()
    qtbot.keyPress(page.timeline, Qt.Key.Key_Alt)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(page.timeline, Qt.Key.Key_Alt)
    assert window.workspace.plan.activities[fair.id].end_day == "2027-04-07"
    assert not window.menuBar().isVisible()


def test_n_asks_for_a_new_activity(window: Window, qtbot: QtBot) -> None:
    page = opened(window)
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, Qt.Key.Key_N)
    assert window.findChild(NewRowDialog) is not None


def test_every_activity_can_be_jumped_to(window: Window) -> None:
    for row in window.workspace.plan.activities:
        assert window.show_object(row.id, "owner")
        assert window.chapter == "activities"
    page = opened(window)
    assert page.hand == window.workspace.plan.activities.ordered[-1].id


def test_the_head_says_how_many_inputs_wait(window: Window) -> None:
    page = opened(window)
    page.resize(1160, 800)
    assert page.unanswered.text() == "1 input unanswered"
