"""The head of a chapter has its actions at the right, and none on an empty page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.parts.button import Button
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.window import Window
from tests.ui.conftest import Open


def test_bare_it_keeps_its_height_and_each_action_its_own_state(qapp_dressed: QApplication, qtbot) -> None:
    head = ChapterHead("Budget", "What it costs.")
    qtbot.addWidget(head)
    shown, hidden = Button("Add line"), Button("Open it again")
    head.add_action(shown)
    head.add_action(hidden)
    hidden.hide()
    head.show()
    high = head.sizeHint().height()
    head.set_bare(True)
    assert not shown.isVisible() and head.sizeHint().height() == high
    head.set_bare(False)
    assert shown.isVisible() and not hidden.isVisible()


@pytest.mark.parametrize("chapter", ["sales_input", "activities", "budget", "agreement"])
def test_an_empty_page_has_one_button_and_nothing_in_its_head(
    chapter: str, open_window: Open, window: Window, qtbot
) -> None:
    def offered(one: Window) -> list[str]:
        one.go(chapter)
        (head, *_rest) = one.page.findChildren(ChapterHead)
        return [button.text() for button in head.findChildren(Button) if button.isVisible()]

    assert offered(open_window(None)) == []
    assert offered(window) != []
