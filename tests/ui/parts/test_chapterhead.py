"""The head of a chapter has its actions at the right, and none on an empty page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.pages import CHAPTERS
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


def _offered(window: Window, chapter: str) -> list[str]:
    """The words of the buttons in the head of a chapter."""
    window.go(chapter)
    (head, *_rest) = window.page.findChildren(ChapterHead)
    return [button.text() for button in head.findChildren(Button) if button.isVisible()]


@pytest.mark.parametrize("chapter", [chapter.key for chapter in CHAPTERS if chapter.key != "forecast"])
def test_an_empty_page_has_one_button_and_nothing_in_its_head(chapter: str, open_window: Open) -> None:
    assert _offered(open_window(None), chapter) == []


@pytest.mark.parametrize("chapter", ["sales_input", "activities", "budget", "agreement"])
def test_a_page_with_something_on_it_has_its_actions_in_its_head(chapter: str, window: Window) -> None:
    assert _offered(window, chapter) != []
