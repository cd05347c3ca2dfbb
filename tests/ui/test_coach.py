"""The coach through its own buttons and keys: questions answered where they belong, findings, the big screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.exchange.question_bank import questions_of
from planner.model.plan import CELLS, fields_of, row_class
from planner.ui.coach.answer import AnswerForm
from planner.ui.forms.form import Form
from planner.ui.frame.coachbody import CoachBody
from planner.ui.pages import CHAPTERS
from planner.ui.parts.button import Button
from planner.ui.parts.coachcards import AnsweredQuestion, FindingRow, QuestionCard
from planner.ui.parts.text import Text
from planner.ui.presenting import Presenting
from planner.ui.window import Window


def cards(window: Window) -> list[QuestionCard]:
    found = [card for card in window.frame.coach.findChildren(QuestionCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def click(qtbot, host, text: str) -> None:
    button = next(one for one in host.findChildren(Button) if one.text() == text and one.isVisible())
    qtbot.waitUntil(lambda: button.height() >= 28)  # its place is known once the layout has run
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_form(window: Window, qtbot, place: int = 0) -> AnswerForm:
    card = cards(window)[place]
    click(qtbot, card, "Answer")
    assert isinstance(card.form, AnswerForm)
    return card.form


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.key)
def test_every_answer_goes_to_fields_that_there_are(chapter) -> None:
    for one in questions_of(chapter.key):
        if one.place is not None:
            declared = fields_of(row_class(one.place.table))
            assert one.place.table not in CELLS
            assert {one.place.words, *one.place.also, *(one.place.new or {})} - {""} <= declared.keys(), one.key
            assert one.place.words or one.place.also


def test_three_questions_are_shown_and_the_next_moves_up(window: Window, qtbot) -> None:
    window.go("context")
    before = [card.accessibleName() for card in cards(window)]
    assert len(before) == 3
    form = open_form(window, qtbot)
    qtbot.keyClicks(form.words, "Two of our largest customers merged")
    qtbot.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = [card.accessibleName() for card in cards(window)]
    assert after[:2] == before[1:] and len(after) == 3
    note = next(note for note in window.workspace.plan.notes if note.text == "Two of our largest customers merged")
    assert (note.kind, note.author) == ("situation", window.workspace.author.id)
    assert len(window.workspace.history()) == 2
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [card.accessibleName() for card in cards(window)] == before)


def test_an_answer_goes_to_the_row_that_is_chosen_with_its_figure(window: Window, qtbot) -> None:
    window.go("goals")
    form = open_form(window, qtbot, 1)
    assert form.row is not None and form.more is not None
    goal = window.workspace.plan.goals.by_code("G2")
    assert goal is not None
    form.row.setCurrentIndex(form.row.findData(goal.id))
    form.row.chosen.emit(goal.id)
    editor = form.more.editor("baseline")
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "0.25")
    form.words.setPlainText("Survey of October")
    click(qtbot, form, "Keep the answer")
    after = window.workspace.plan.goals[goal.id]
    assert after.baseline == 0.25
    assert (after.baseline_source or "").endswith("Survey of October")
    assert len(window.workspace.history()) == 2


def test_an_empty_answer_says_what_to_do(window: Window, qtbot) -> None:
    form = open_form(window, qtbot)
    click(qtbot, form, "Keep the answer")
    assert len(window.workspace.history()) == 1
    assert "Write the answer first" in form.words.accessibleDescription()


def test_a_skipped_question_is_folded_away_and_comes_back(window: Window, qtbot) -> None:
    first = cards(window)[0].accessibleName()
    click(qtbot, open_form(window, qtbot), "Skip")
    assert first not in [card.accessibleName() for card in cards(window)]
    click(qtbot, window.frame.coach, "1 asked already")
    row = window.frame.coach.findChildren(AnsweredQuestion)[0]
    click(qtbot, row, "Skipped. Ask again")
    qtbot.waitUntil(lambda: first in [card.accessibleName() for card in cards(window)])


def test_asked_without_an_answer_goes_behind_the_others(window: Window, qtbot) -> None:
    first = cards(window)[0].accessibleName()
    click(qtbot, open_form(window, qtbot), "Asked, no answer yet")
    click(qtbot, window.frame.coach, "5 more questions")
    names = [card.accessibleName() for card in cards(window)]
    assert names[-1] == first and len(names) == 8


def test_what_was_typed_is_there_again(window: Window, qtbot) -> None:
    form = open_form(window, qtbot)
    qtbot.keyClicks(form.words, "half a thought")
    qtbot.keyClick(form.words, Qt.Key.Key_Escape)
    assert not cards(window)[0].form
    window.go("budget")
    window.go("goals")
    assert open_form(window, qtbot).words.toPlainText() == "half a thought"


def test_typing_goes_on_while_the_plan_changes(window: Window, qtbot) -> None:
    from planner.model.edits import AddRow

    form = open_form(window, qtbot)
    qtbot.keyClicks(form.words, "in the middle")
    window.workspace.apply(AddRow("note", {"text": "somebody else"}))
    window.desk.tell()
    assert cards(window)[0].form is form and form.words.toPlainText() == "in the middle"


def test_an_empty_plan_keeps_the_answer_with_the_question(empty_window: Window, qtbot) -> None:
    empty_window.go("customers")
    form = open_form(empty_window, qtbot)
    qtbot.keyClicks(form.words, "They stopped re-printing")
    click(qtbot, form, "Keep the answer")
    assert [row.answer for row in empty_window.workspace.plan.coach_answers] == ["They stopped re-printing"]
    assert not len(empty_window.workspace.plan.segments)


def test_a_finding_is_shown_from_the_coach(window: Window, qtbot) -> None:
    row = window.frame.coach.findChildren(FindingRow)[0]
    click(qtbot, row, "Show")
    focus = QApplication.focusWidget()
    assert focus is not None and window.page.isAncestorOf(focus)


def test_the_rail_opens_at_the_section_that_was_meant(window: Window, qtbot) -> None:
    window.resize(1366, 768)
    coach = window.frame.coach
    qtbot.waitUntil(lambda: coach.folded)
    flag = next(button for button in coach._rail if button.property("section") == "findings")
    qtbot.mouseClick(flag, Qt.MouseButton.LeftButton)
    assert not coach.folded
    body = coach.findChild(CoachBody)
    assert body is not None and body._findings.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert coach.folded


def test_a_question_fills_the_screen_and_the_keys_move_on(window: Window, qtbot) -> None:
    form = open_form(window, qtbot)
    qtbot.keyClicks(form.words, "Orders of 2027")
    click(qtbot, form, "Keep the answer")
    window.showMaximized()
    window.desk._present("goals-2")
    screen = window.findChild(Presenting)
    assert screen is not None and screen.isVisible() and screen.geometry() == window.rect()
    qtbot.waitUntil(window.isFullScreen)
    assert screen.question.key == "goals-2"
    qtbot.keyClick(screen, Qt.Key.Key_Right)
    assert screen.question.key == "goals-3"
    for _step in range(6):
        qtbot.keyClick(screen, Qt.Key.Key_Right)
    said = "Orders of 2027"
    qtbot.waitUntil(lambda: any(one.text() == said and one.isVisible() for one in screen.findChildren(Text)))
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.isMaximized()
    assert not screen.isVisible()


def test_everything_in_the_form_is_reached_by_tab(window: Window, qtbot) -> None:
    window.go("goals")
    form = open_form(window, qtbot, 1)
    assert form.words.hasFocus()
    seen = []
    for _step in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert form.said_by in seen and form.row in seen
    assert {"Keep the answer", "Skip", "Asked, no answer yet", "Close"} <= {
        one.text() for one in seen if isinstance(one, Button)
    }
    assert isinstance(form.more, Form)
