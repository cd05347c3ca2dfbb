"""Lines break at words, balanced lines are even, and shortened text keeps its whole in the tooltip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.parts.text import Text, balance, break_lines
from planner.ui.theme import install, metrics

QUESTION = "Which of these goals would you still chase if the budget were halved?"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


def test_no_word_stands_alone_at_the_end() -> None:
    lines = balance(QUESTION, "quote", 214)
    assert lines == ("Which of these goals", "would you still chase if", "the budget were halved?")


@given(
    st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=30),
    st.integers(min_value=120, max_value=600),
)
def test_no_word_is_lost_and_no_line_is_too_wide(words: list[str], width: int) -> None:
    text = " ".join(words)
    for split in (break_lines, balance):
        lines = split(text, "small", float(width))
        assert " ".join(lines).split() == words
        for line in lines:
            assert " " not in line or metrics("small").horizontalAdvance(line) <= width + 2
    assert len(balance(text, "small", float(width))) == len(break_lines(text, "small", float(width)))


def test_line_ends_of_the_text_are_kept() -> None:
    assert break_lines("Martin will see it.\nIt stays.", "body", 400.0) == ("Martin will see it.", "It stays.")


def test_a_shortened_text_tells_the_whole(qtbot: QtBot) -> None:
    label = Text(QUESTION, "body", lines=1)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == QUESTION
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_markup_in_a_plan_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = Text("<b>bold</b>", "body")
    qtbot.addWidget(label)
    assert label.text() == "<b>bold</b>"
    assert label.textFormat().name == "PlainText"
