"""Answers to the coach's questions: kept with the question, written where they belong, one step of undo."""

from __future__ import annotations

import pytest

from planner.model.edits import EditRefused
from planner.model.edits.coach import AnswerQuestion, MarkQuestion, answers_to, written_into
from planner.model.edits.rows import AddRow
from planner.model.journal import Journal
from planner.model.plan import SINGLETONS, Segment
from tests.model.conftest import INES, Clock

SAID = "Describe the last customer who thanked us: what job was done for them?"


def answer(journal: Journal, clock: Clock, **more: object) -> None:
    journal.apply(AnswerQuestion("customers-1", SAID, **more), INES, clock())  # type: ignore[arg-type]


def test_an_answer_is_kept_and_put_where_it_belongs_in_one_step(journal: Journal, clock: Clock) -> None:
    journal.apply(AddRow("segment", {"name": "Food"}, id="food"), INES, clock())
    answer(journal, clock, words="No more downtime", on="2026-11-16", table="segment", row="food",
           values={"job": "No more downtime"})  # fmt: skip
    kept = answers_to(journal.plan, "customers-1")
    assert [(row.state, row.answer, row.on) for row in kept] == [("answered", "No more downtime", "2026-11-16")]
    assert journal.plan.segments["food"].job == "No more downtime"
    assert journal.history()[-1].label == "Answer “Describe the last customer who thanked…”"
    journal.undo(INES, clock())
    assert not answers_to(journal.plan, "customers-1")
    assert journal.plan.segments["food"].job is None


def test_an_answer_can_be_a_new_row(journal: Journal, clock: Clock) -> None:
    values = {"kind": "strength", "text": "Service at night"}
    answer(journal, clock, words="Service at night", table="note", values=values)
    assert [(note.kind, note.text) for note in journal.plan.notes] == [("strength", "Service at night")]


def test_an_answer_can_go_to_the_facts_of_a_plan_without_any(journal: Journal, clock: Clock) -> None:
    answer(journal, clock, words="Resellers", table="facts", values={"exclusion": "Resellers"})
    assert journal.plan.facts.exclusion == "Resellers"
    assert journal.plan.facts.id == SINGLETONS["facts"]


def test_an_answer_of_nothing_is_refused(journal: Journal, clock: Clock) -> None:
    with pytest.raises(EditRefused):
        answer(journal, clock, words="  ")
    assert len(journal.history()) == 1


def test_what_was_asked_or_skipped_becomes_answered_and_a_second_answer_stands_beside_it(
    journal: Journal, clock: Clock
) -> None:
    journal.apply(MarkQuestion("customers-1", SAID, "asked"), INES, clock())
    journal.apply(MarkQuestion("customers-1", SAID, "skipped"), INES, clock())
    assert [row.state for row in answers_to(journal.plan, "customers-1")] == ["skipped"]
    answer(journal, clock, words="one")
    answer(journal, clock, words="two")
    assert [row.answer for row in answers_to(journal.plan, "customers-1")] == ["one", "two"]


def test_a_skipped_question_can_be_asked_again(journal: Journal, clock: Clock) -> None:
    journal.apply(MarkQuestion("customers-1", SAID, "skipped"), INES, clock())
    journal.apply(MarkQuestion("customers-1", SAID, "open"), INES, clock())
    assert not answers_to(journal.plan, "customers-1")


def test_nobodys_words_are_written_over() -> None:
    known = Segment(id="s", job="Run all night", buying_roles=("Plant manager",), must_not="Resellers")
    assert written_into(known, "segment", "job", "No downtime") == "Run all night; No downtime"
    assert written_into(known, "segment", "buying_roles", "Buyer") == ("Plant manager", "Buyer")
    assert written_into(known, "segment", "must_not", "Students") == "Resellers\nStudents"
    assert written_into(None, "segment", "buying_roles", "Buyer") == ("Buyer",)
