"""Answers, dots and twins: what is written, and what is refused with a sentence."""

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, EditRefused, SetFields
from planner.model.edits.inputs import AnswerInput, MergeInputs, TellApart, Vote, latest_round
from planner.model.journal import Journal

from .conftest import NOW, Apply

TODAY = "2026-11-16"


def test_an_accepted_input_carries_who_when_and_what(journal: Journal, apply: Apply) -> None:
    apply(AddRow("activity", {"title": "Price guide"}, id="guide"))
    change = apply(
        AnswerInput("one", "accepted", "A guide with ranges", activities=("guide",), responder="tess", on=TODAY)
    )
    assert change is not None
    assert change.label == "Accept “Put list prices on the website.”"
    row = journal.plan.sales_inputs["one"]
    assert (row.status, row.response, row.responder, row.responded_on) == (
        "accepted",
        "A guide with ranges",
        "tess",
        TODAY,
    )
    assert row.activities == ("guide",)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (AnswerInput("one", "declined", "  "), "Say why"),
        (AnswerInput("one", "parked", "Next year"), "Say until when"),
        (AnswerInput("one", "adapted"), "done differently"),
        (AnswerInput("nowhere", "accepted"), "no longer in the plan"),
    ],
)
def test_half_an_answer_is_refused(journal: Journal, apply: Apply, edit: AnswerInput, sentence: str) -> None:
    before = journal.plan
    with pytest.raises(EditRefused, match=sentence):
        apply(edit)
    assert journal.plan == before


def test_a_reason_goes_when_the_answer_changes_and_comes_back_with_undo(journal: Journal, apply: Apply) -> None:
    apply(AnswerInput("one", "declined", "Options move it 40%.", on=TODAY))
    assert journal.plan.sales_inputs["one"].decline_reason == "Options move it 40%."
    apply(AnswerInput("one", "parked", "After the price list", until="2027-03-01", on=TODAY))
    row = journal.plan.sales_inputs["one"]
    assert (row.status, row.decline_reason, row.revisit_on) == ("parked", "After the price list", "2027-03-01")
    journal.undo(Author("Tess Bright"), NOW)
    assert journal.plan.sales_inputs["one"].status == "declined"


def test_the_first_dot_opens_a_round(journal: Journal, apply: Apply) -> None:
    apply(Vote("one", "sales", "callum", on=TODAY))
    apply(Vote("one", "sales", "callum"))
    (dot,) = journal.plan.dots
    assert (dot.item, dot.function, dot.person, dot.dots) == ("one", "sales", "callum", 2)
    assert journal.plan.vote_rounds[dot.round or ""].held_on == TODAY


def test_a_dot_is_taken_back_and_nobody_elses(journal: Journal, apply: Apply) -> None:
    apply(Vote("one", "sales", "callum"))
    with pytest.raises(EditRefused, match="no dot of yours"):
        apply(Vote("one", "marketing", "tess", back=True))
    apply(Vote("one", "sales", "callum", back=True))
    assert len(journal.plan.dots) == 0
    with pytest.raises(EditRefused, match="no dot of yours"):
        apply(Vote("one", "sales", "callum", back=True))


def test_a_side_that_placed_none_was_asked(journal: Journal, apply: Apply) -> None:
    apply(Vote("one", "sales"))
    apply(Vote("one", "sales", back=True))
    (dot,) = journal.plan.dots
    assert dot.dots == 0


def test_dots_run_out(journal: Journal, apply: Apply) -> None:
    apply(Vote("one", "sales", "callum"))
    round = latest_round(journal.plan)
    assert round is not None
    apply(SetFields("vote_round", round.id, {"dots_per_person": 2}))
    apply(Vote("two", "sales", "callum"))
    with pytest.raises(EditRefused, match="All 2 dots"):
        apply(Vote("one", "sales", "callum"))
    apply(Vote("one", "marketing", "tess"))


def test_without_a_side_there_is_no_dot(apply: Apply) -> None:
    with pytest.raises(EditRefused, match="who is at the keyboard"):
        apply(Vote("one", None, None))


def test_twins_are_put_together_with_their_dots(journal: Journal, apply: Apply) -> None:
    apply(Vote("one", "sales", "callum"))
    apply(Vote("two", "sales", "callum"))
    apply(Vote("two", "marketing", "tess"))
    change = apply(MergeInputs("one", ("two",)))
    assert change is not None
    assert change.label == "Put 1 input with “Put list prices on the website.”"
    assert journal.plan.sales_inputs["two"].merged_into == "one"
    assert {(dot.item, dot.function, dot.dots) for dot in journal.plan.dots} == {
        ("one", "sales", 2),
        ("one", "marketing", 1),
    }
    with pytest.raises(EditRefused, match="the one input that stays"):
        apply(MergeInputs("two", ("one",)))


def test_what_differs_is_kept_once_and_can_be_undone(journal: Journal, apply: Apply) -> None:
    change = apply(TellApart("one", "two"))
    assert change is not None
    assert change.label.startswith("Tell “Put list prices on the website.” and “")
    assert journal.plan.sales_inputs["two"].differs_from == ("one",)
    assert journal.plan.sales_inputs["one"].differs_from == ()
    assert apply(TellApart("one", "two")) is None
    with pytest.raises(EditRefused, match="no longer"):
        apply(TellApart("gone", "two"))
