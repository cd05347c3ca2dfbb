"""Things move where motion is wanted, and are there at once where it is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint

from planner.ui import motion
from planner.ui.parts.dialog import Dialog
from planner.ui.window import Window


@pytest.fixture(autouse=True)
def still_again() -> Iterator[None]:
    yield
    motion.use(False)


def open_dialog(window: Window) -> Dialog:
    dialog = Dialog("Title")
    dialog.open_over(window)
    return dialog


def test_a_dialog_fades_in_and_ends_without_an_effect(window: Window, qtbot) -> None:
    motion.use(True)
    sheet = open_dialog(window)._sheet
    assert sheet.graphicsEffect() is not None
    qtbot.waitUntil(lambda: sheet.graphicsEffect() is None)


def test_with_less_motion_it_is_there_at_once(window: Window) -> None:
    motion.use(False)
    assert open_dialog(window)._sheet.graphicsEffect() is None


def test_a_toast_rises_to_its_place(window: Window, qtbot) -> None:
    window.toast.say("once", undo=False)
    place = window.toast.pos()
    motion.use(True)
    window.toast.say("once", undo=False)
    qtbot.waitUntil(lambda: window.toast.pos() == place)
    assert window.toast.pos() != QPoint(0, 0)


def test_the_floating_coach_slides_to_its_place(window: Window, qtbot) -> None:
    window.resize(1366, 768)
    motion.use(True)
    qtbot.waitUntil(lambda: window.frame.coach.folded)
    window.toggle_coach()
    qtbot.waitUntil(lambda: window.frame.coach.geometry().right() == window.frame.width() - 1)


def test_what_is_closed_while_it_moves_harms_nothing(window: Window, qtbot) -> None:
    motion.use(True)
    for _time in range(3):
        open_dialog(window).finish(None)
    window.close()
