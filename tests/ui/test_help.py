"""Help inside the window, and the tour: a page for each chapter, six steps, left at any time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.assets import resource
from planner.i18n import use_language
from planner.ui.help import FILES, KEYS, PAGES, HelpDialog, page_of, parts_of
from planner.ui.pages import BY_KEY, CHAPTERS
from planner.ui.parts.button import Button
from planner.ui.tour import STEPS, Tour
from planner.ui.window import Window


@pytest.mark.parametrize("key", [key for key, _title in PAGES])
def test_every_page_says_what_to_do_in_short(key: str) -> None:
    parts = page_of(key)
    assert parts[0].kind == "title"
    kinds = {part.kind for part in parts}
    if key in BY_KEY:
        assert {"words", "heading", "point", "keys"} <= kinds
        assert sum(len(part.words.split()) for part in parts) < 260
    assert not any("!" in part.words for part in parts)


@pytest.mark.parametrize("key", [key for key, _title in PAGES])
def test_german_pages_are_the_same_pages(key: str) -> None:
    english = parts_of(resource("help", f"{key}.md").read_text(encoding="utf-8"))
    use_language("de")
    try:
        german = page_of(key)[: len(english)]
    finally:
        use_language(None)
    assert [part.kind for part in german] == [part.kind for part in english]
    assert not {part.words for part in german} & {part.words for part in english} - {"Budget"}
    assert not any("!" in part.words for part in german)


def test_every_command_with_keys_is_on_the_page_of_keys() -> None:
    from planner.ui.actions import COMMANDS
    from planner.ui.parts.badge import key_words

    said = {part.keys for part in page_of(KEYS)}
    assert {key_words(one.keys[0]) for one in COMMANDS if one.keys} <= said


@pytest.mark.parametrize("chapter", [CHAPTERS[0].key, CHAPTERS[4].key, CHAPTERS[8].key])
def test_help_opens_at_the_chapter_on_screen(window: Window, qtbot, chapter: str) -> None:
    window.go(chapter)
    window.menubar.actions["help"].trigger()
    dialog = window.findChild(HelpDialog)
    assert dialog is not None and dialog.key == chapter


def test_arrows_go_from_page_to_page_and_escape_closes(window: Window, qtbot) -> None:
    window.help_page(KEYS)
    dialog = window.findChild(HelpDialog)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert dialog.key == FILES
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert dialog.key == CHAPTERS[-1].key
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_a_page_says_is_read_out_whole(window: Window) -> None:
    window.help_page("budget")
    dialog = window.findChild(HelpDialog)
    assert "Ctrl Shift L" in dialog._shown.accessibleDescription()


def test_six_steps_each_beside_what_it_is_about(window: Window, qtbot) -> None:
    assert len(STEPS) == 6
    for size in ((1440, 900), (1366, 768), (1180, 720)):
        window.resize(*size)
        tour = Tour(window)
        tour.open()
        for place in range(len(STEPS)):
            assert tour.place == place
            card, target = tour._card.geometry(), tour.target()
            assert window.rect().contains(card), (size, place)
            if STEPS[place].about != "page":  # the page fills the window
                assert not card.intersects(target), (size, place)
            qtbot.keyClick(tour, Qt.Key.Key_Right)
        assert not tour.isVisible()


def test_the_tour_is_left_by_escape_and_started_again_from_help(window: Window, qtbot) -> None:
    window.tour()
    tour = window.findChild(Tour)
    qtbot.keyClick(tour, Qt.Key.Key_Right)
    qtbot.keyClick(tour, Qt.Key.Key_Left)
    assert tour.place == 0 and "Step 1 of 6" in tour.accessibleName()
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    window.help()
    dialog = window.findChild(HelpDialog)
    button = next(one for one in dialog.findChildren(Button) if one.text() == "Show the tour")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.findChildren(Tour)[-1].isVisible()
