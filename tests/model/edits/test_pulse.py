"""The blind pulse: one person's answers belong to a session of that day, and are one edit."""

import pytest

from planner.model.changes import Author
from planner.model.edits import EditRefused
from planner.model.edits.pulse import AnswerPulse
from planner.model.journal import Journal

from .conftest import NOW, Apply


def test_the_first_answers_of_a_day_open_a_session(journal: Journal, apply: Apply) -> None:
    apply(AnswerPulse("callum", {1: 4, 5: 2}, "2026-11-16"))
    apply(AnswerPulse("tess", {1: 5}, "2026-11-16"))
    (session,) = journal.plan.sessions
    assert (session.title, session.held_on) == ("Pulse", "2026-11-16")
    found = [(row.statement, row.person, row.function, row.score, row.session) for row in journal.plan.pulses]
    assert found == [
        (1, "callum", "sales", 4, session.id),
        (5, "callum", "sales", 2, session.id),
        (1, "tess", "marketing", 5, session.id),
    ]
    for _edit in range(2):
        journal.undo(Author("Tess Bright", "tess"), NOW)
    assert (list(journal.plan.pulses), list(journal.plan.sessions)) == ([], [])


def test_answering_again_replaces_on_the_same_day_and_adds_on_another(journal: Journal, apply: Apply) -> None:
    apply(AnswerPulse("tess", {1: 5}, "2026-11-16"))
    apply(AnswerPulse("tess", {1: 3}, "2026-11-16"))
    assert [row.score for row in journal.plan.pulses] == [3]
    apply(AnswerPulse("tess", {1: 4}, "2026-12-01"))
    assert [row.score for row in journal.plan.pulses] == [3, 4]
    assert len(journal.plan.sessions) == 2


def test_nobody_answers_without_a_side(apply: Apply) -> None:
    with pytest.raises(EditRefused, match="Say who is at the keyboard first"):
        apply(AnswerPulse("nobody", {1: 3}, "2026-11-16"))


def test_the_history_says_who_answered(journal: Journal) -> None:
    assert AnswerPulse("tess", {1: 3}, "2026-11-16").label(journal.plan) == "Tess Bright answers the pulse"
