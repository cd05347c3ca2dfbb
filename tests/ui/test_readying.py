"""Chapters are made ready while nobody does anything: hidden, and without taking part in what is done on screen."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt

from planner.model.edits import SetFields
from planner.ui.launch.readying import Readying, make_ready
from planner.ui.pages import CHAPTERS
from planner.ui.parts.menu import Menu
from planner.ui.program import Program
from planner.ui.window import Window

LONG = 3_600_000


@pytest.fixture
def waiting(window: Window) -> Iterator[Readying]:
    """Somebody has just touched a key, and the test says when time passes."""
    made = Readying(window, LONG)
    made.start()
    yield made
    made._timer.stop()


def made_ready(window: Window) -> list[str]:
    return [chapter.key for chapter in CHAPTERS if window.has_page(chapter.key)]


def test_every_chapter_is_made_and_only_the_one_on_screen_is_seen(window: Window, qtbot) -> None:
    assert made_ready(window) == ["goals"]
    ready = Readying(window, 0)
    with qtbot.waitSignal(ready.done):
        ready.start()
    assert made_ready(window) == [chapter.key for chapter in CHAPTERS]
    assert window.chapter == "goals"
    assert [chapter.key for chapter in CHAPTERS if window.made(chapter.key).isVisible()] == ["goals"]
    assert window._stale == set()


def test_a_chapter_that_is_ready_waits_with_an_edit_until_it_is_shown(
    window: Window, waiting: Readying, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _step in waiting._steps:
        pass
    page, seen = window.made("stakeholders"), cast(list[object], [])
    old = page.refresh

    def refresh(*given: Any) -> None:
        seen.append(given)
        old(*given)

    monkeypatch.setattr(page, "refresh", refresh)
    somebody = next(iter(window.workspace.plan.stakeholders))
    window.workspace.apply(SetFields("stakeholder", somebody.id, {"current": "resistant"}))
    window.workspace.apply(SetFields("stakeholder", somebody.id, {"current": "neutral"}))
    assert not seen
    window.go("stakeholders")
    window.go("goals")
    window.go("stakeholders")
    assert len(seen) == 1


def test_nothing_is_made_while_a_hand_is_on_the_keys(window: Window, waiting: Readying, qtbot) -> None:
    waiting._next()
    assert made_ready(window) == ["goals"]
    waiting._rest = 0
    waiting._next()
    assert made_ready(window) == ["context", "goals"]
    waiting._rest = LONG
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    waiting._next()
    assert waiting._timer.remainingTime() > LONG // 2
    assert "context" in window._stale  # what was begun is finished with the next rest


def test_nothing_is_made_while_a_menu_is_open(window: Window, waiting: Readying, qtbot) -> None:
    waiting._rest = 0
    menu = Menu(window)
    menu.add("Here")
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    waiting._next()
    assert made_ready(window) == ["goals"]
    menu.close()
    waiting._next()
    assert made_ready(window) == ["context", "goals"]


def test_going_to_a_chapter_that_is_half_ready_finishes_it(window: Window, waiting: Readying) -> None:
    next(waiting._steps)
    page = window.go("context")
    assert page.isVisible() and window._stale == set()
    for _step in waiting._steps:
        pass
    assert window.page is page


def test_a_plan_is_made_ready_once(window: Window) -> None:
    program = cast(Program, SimpleNamespace(windows=[window]))
    for _time in range(2):
        make_ready(program)
    (ready,) = window.findChildren(Readying)
    ready._timer.stop()


def test_a_plan_that_is_let_go_of_is_left_alone(window: Window, waiting: Readying) -> None:
    window.workspace.close()
    assert list(waiting._steps) == [] and made_ready(window) == ["goals"]
