"""A crash in the middle of a sentence: words for a row are in the plan, words for a new one stand there again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.ui.begun import Begun
from planner.ui.forms.form import Form
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.parts.edits import LineEdit, TextArea
from planner.ui.window import Window


def after_a_crash(window: Window) -> Begun:
    """What the next start finds, when this one ends here without a farewell."""
    document = window.workspace.document
    assert document is not None
    window.workspace.begun.write()  # what the timer does a moment after the last key
    found = Begun()
    found.keep_in(document.begun)
    return found


def test_words_for_a_row_are_in_the_plan_a_moment_after_the_last_key(window: Window, qtbot: QtBot) -> None:
    work = window.workspace
    goal = work.plan.goals.ordered[0]
    form = Form(work, "goal", parent=window)
    form.show_row(work.plan, goal)
    form.show()
    work.changed.connect(lambda _change: form.show_row(work.plan, work.plan.goals.get(goal.id)))
    title = form.editor("title")
    assert isinstance(title, LineEdit)
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Orders from ")
    title.pause()
    assert work.plan.goals[goal.id].title == "Orders from"
    assert title.text() == "Orders from "  # the blank stays, for there is more to come
    qtbot.keyClicks(title, "both")
    title.clearFocus()
    assert work.plan.goals[goal.id].title == "Orders from both"
    work.undo()
    assert work.plan.goals[goal.id].title == goal.title  # one gesture, one step


def test_a_new_row_stands_there_again(window: Window, qtbot: QtBot) -> None:
    window.go("sales_input")
    window.page.add_new()
    (dialog,) = window.findChildren(NewRowDialog)
    words = dialog.form.editor("text")
    assert isinstance(words, TextArea)
    words.setFocus()
    qtbot.keyClicks(words, "Quotations take")
    words.pause()
    assert after_a_crash(window).row("row:sales_input")["text"] == "Quotations take"
    qtbot.keyClicks(words, " nine days.")
    dialog.form.finish_typing()
    assert dialog.form.draft is not None
    dialog.form.draft["given_by"] = window.workspace.plan.people.ordered[0].id
    dialog.add_row()
    assert after_a_crash(window).is_empty


def test_a_line_on_a_sheet_stands_there_again(window: Window, qtbot: QtBot) -> None:
    window.go("context")
    lines = window.page.sheets["threat"].lines  # type: ignore[attr-defined]
    lines.add_new()
    editor = lines.findChild(QPlainTextEdit)
    qtbot.keyClicks(editor, "Plants freeze")
    editor.pause()
    assert after_a_crash(window).text("note:threat") == "Plants freeze"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert after_a_crash(window).is_empty
    window.workspace.begun.note("note:threat", "Plants freeze")
    lines.add_new()
    assert lines.findChild(QPlainTextEdit).toPlainText() == "Plants freeze"


def test_an_answer_to_the_coach_stands_there_again(window: Window, qtbot: QtBot) -> None:
    window.go("goals")
    window.desk.answer("goals-1")
    form = window.desk._coach.card("goals-1").findChild(TextArea)
    qtbot.keyClicks(form, "Order intake")
    assert after_a_crash(window).text("coach:goals-1") == "Order intake"


def test_the_next_start_names_the_chapters_where_words_wait(window: Window) -> None:
    begun = window.workspace.begun
    assert begun.chapters == []
    begun.note("row:budget_line", {"name": "Stand"})
    begun.note("note:threat", "Plants freeze")
    begun.note("answer:i1", "We will")
    begun.note("coach:sales_input-2", "Nine days")
    assert begun.chapters == ["context", "sales_input", "budget"]
    assert begun.words().endswith("It stands there again in: Context, Sales input and Budget.")
