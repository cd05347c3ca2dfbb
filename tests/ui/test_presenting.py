"""The big screen: questions with a clock and answers, the sheets of the chapter, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt

from planner.exchange.question_bank import question as question_of
from planner.model.edits.coach import AnswerQuestion
from planner.model.plan import Person, Plan
from planner.ui.coach.answer import AnswerForm
from planner.ui.coach.questions import answers
from planner.ui.parts.text import Text
from planner.ui.presenting import Presenting, said
from planner.ui.presenting.aside import not_heard
from planner.ui.presenting.countdown import AT_FIRST, Countdown
from planner.ui.presenting.said import AnswerCard
from planner.ui.presenting.sheet import Sheet
from planner.ui.theme import LEAST_WINDOW
from planner.ui.window import Window
from tests.ui.conftest import Open
from tests.ui.pages.conftest import plan_of


@pytest.fixture
def screen(window: Window, qtbot) -> Presenting:
    window.present()
    found = window.findChild(Presenting)
    assert found is not None
    qtbot.waitUntil(lambda: window.isFullScreen() and found.geometry() == window.rect())
    return found


def names_on(screen: Presenting) -> list[str]:
    return [card.accessibleName() for card in screen.findChildren(AnswerCard) if card.isVisible()]


def test_the_keys_go_through_the_questions_and_then_the_sheets(screen: Presenting, qtbot) -> None:
    assert screen.question is not None and screen.question.key == "goals-1"
    for _step in range(8):
        qtbot.keyClick(screen, Qt.Key.Key_Right)
    assert screen.question is None
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(Sheet)))
    qtbot.keyClick(screen, Qt.Key.Key_Left)
    assert screen.question is not None and screen.question.key == "goals-8"


def test_p_shows_the_plan_and_comes_back_to_the_question(screen: Presenting, qtbot) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    qtbot.keyClick(screen, Qt.Key.Key_P)
    assert screen.question is None and not screen.foot.pause.isVisible() and not screen.aside.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_P)
    assert screen.question is not None and screen.question.key == "goals-2" and screen.aside.isVisible()


def test_an_arrow_on_a_button_goes_on_too(screen: Presenting, qtbot) -> None:
    screen.foot.minute.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(screen.foot.minute, Qt.Key.Key_Right)
    assert screen.question is not None and screen.question.key == "goals-2"


def test_what_is_answered_arrives_in_its_voice_and_settles(
    window: Window, screen: Presenting, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said, "JUST_NOW", 3_600_000)
    qtbot.keyClick(screen, Qt.Key.Key_A)
    form = window.findChild(AnswerForm)
    assert form is not None
    qtbot.keyClicks(form.words, "Orders of 2027")
    form.keep()
    qtbot.waitUntil(lambda: len(names_on(screen)) == 1)
    card = next(one for one in screen.findChildren(AnswerCard) if one.isVisible())
    assert card.accessibleName().endswith(": Orders of 2027")
    now = next(one for one in card.findChildren(Text) if one.text() == "just now")
    assert now.isVisible()
    card.settle()
    assert not now.isVisible()
    assert "1" in [one.text() for one in screen.aside.findChildren(Text)]


def test_names_can_be_hidden(window: Window, screen: Presenting, qtbot) -> None:
    somebody = next(iter(window.workspace.plan.people))
    window.workspace.apply(AnswerQuestion("goals-1", "Which?", "Orders of 2027", somebody.id))
    qtbot.waitUntil(lambda: names_on(screen) == [f"{somebody.name}: Orders of 2027"])
    qtbot.keyClick(screen, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: names_on(screen) == ["Orders of 2027"])
    assert not any(one.text() == "Not heard yet" and one.isVisible() for one in screen.findChildren(Text))


def test_the_clock_runs_pauses_and_gets_a_minute() -> None:
    clock = Countdown()
    clock.start_anew()
    clock.tick()
    assert clock.left == AT_FIRST - 1 and clock.accessibleName() == "Time left: 4:59"
    clock.pause()
    assert not clock.running
    clock.left = 1
    clock.tick()
    assert clock.left == 0 and not clock.running
    clock.pause()
    assert not clock.running
    clock.add_minute()
    assert clock.left == 60 and clock.running


def test_keys_reach_the_clock(screen: Presenting, qtbot) -> None:
    clock = screen.aside.clock
    assert clock.running
    qtbot.keyClick(screen, Qt.Key.Key_Space)
    assert not clock.running and screen.foot.pause.text() == "Go on"
    qtbot.keyClick(screen, Qt.Key.Key_Plus)
    assert clock.left > AT_FIRST and clock.running


def test_whoever_is_in_the_room_and_asked_is_waited_for() -> None:
    plan = plan_of(
        Person(id="c", code="P-1", name="Callum", function="sales", present=True),
        Person(id="e", code="P-2", name="Ewa", function="sales"),
        Person(id="t", code="P-3", name="Tess", function="marketing", present=True),
    )
    one = question_of("goals-1")
    assert one.ask == "sales"
    assert [person.name for person in not_heard(plan, one, [])] == ["Callum"]
    assert answers(plan, one.key) == []
    assert not_heard(Plan(), one, []) == []


def test_the_window_is_afterwards_as_before(window: Window, screen: Presenting, qtbot) -> None:
    assert window.frame.width() == LEAST_WINDOW.width()  # narrow behind, so that its sheets come large
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen() and window.frame.width() == window.width())
    assert window.frame.minimumSize() == LEAST_WINDOW and window.frame.maximumSize() == QSize(16777215, 16777215)


def test_a_chapter_with_nothing_in_it_shows_its_page(open_window: Open, qtbot) -> None:
    window = open_window(None)
    window.go("review")
    window.present()
    screen = window.findChild(Presenting)
    assert screen is not None and screen.sheets == [window.page]
    qtbot.keyClick(screen, Qt.Key.Key_P)
    assert screen.question is None
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    assert screen.question is None and not screen.foot.next.isEnabled()
