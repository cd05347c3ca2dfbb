"""The brief and its questions: what is written, and what is refused with a sentence."""

import pytest

from planner.model.edits import AddRow, EditRefused, SetFields
from planner.model.edits.base import Edit
from planner.model.edits.brief import (
    AnswerQuestion,
    AskQuestions,
    AssumeAnswer,
    BlockOnQuestion,
    NewBriefVersion,
    ScoreBrief,
    SignBrief,
    WriteBrief,
    WriteHeading,
)
from planner.model.journal import Journal
from planner.model.plan import Brief, Question

from .conftest import Apply

TODAY = "2026-11-16"


@pytest.fixture(autouse=True)
def started(apply: Apply) -> None:
    apply(AddRow("brief", {"title": "Brief", "version": 3}, id="b"))
    apply(AddRow("question", {"question": "Who releases the figure?"}, id="q"))
    apply(AddRow("person", {"name": "Graham Hale", "function": "finance"}, id="graham"))


def brief(journal: Journal) -> Brief:
    return journal.plan.briefs["b"]


def question(journal: Journal) -> Question:
    return journal.plan.questions["q"]


def test_the_first_words_start_a_brief(journal: Journal, apply: Apply) -> None:
    change = apply(WriteBrief(None, {"propositions": ("We stop it stopping.",)}))
    assert change is not None
    assert change.label == "Brief, The one proposition: We stop it stopping."
    made = journal.plan.briefs.ordered[-1]
    assert (made.title, made.version, made.propositions) == ("Agency brief", 1, ("We stop it stopping.",))


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (WriteBrief("b", {"propositions": ("One", "Two")}), "Say which one goes"),
        (WriteBrief("b", {"final_approvers": ("tess", "callum")}), "Say who goes"),
        (WriteBrief("gone", {"problem": "Late"}), "no longer in the plan"),
        (SignBrief("b", "graham"), "Hand the keyboard"),
        (SignBrief("b", None), "Hand the keyboard"),
        (SignBrief("b", "tess", back=True), "no signature"),
        (NewBriefVersion("gone"), "no longer in the plan"),
        (AnswerQuestion("q", "  "), "Write the answer"),
        (AnswerQuestion("gone", "Yes"), "no longer in the plan"),
        (AssumeAnswer("q", "", "2026-11-30"), "what is assumed"),
        (AssumeAnswer("q", "Two", None), "until when"),
        (ScoreBrief("b", "nobody", {"where_now": 3}), "who is at the keyboard"),
    ],
)
def test_halves_are_refused(journal: Journal, apply: Apply, edit: Edit, sentence: str) -> None:
    before = journal.plan
    with pytest.raises(EditRefused, match=sentence):
        apply(edit)
    assert journal.plan == before


def test_a_heading_is_one_row_however_often_it_is_written(journal: Journal, apply: Apply) -> None:
    apply(WriteHeading("b", "where_now", {"text": "Late"}, "Where are we now"))
    change = apply(WriteHeading("b", "where_now", {"ready": True}, "Where are we now"))
    assert change is not None
    assert change.label == "Brief, “Where are we now” is agreed"
    (row,) = journal.plan.brief_sections
    assert (row.heading, row.text, row.ready) == ("where_now", "Late", True)


def test_a_new_version_is_signed_anew_and_old_signatures_stay(journal: Journal, apply: Apply) -> None:
    apply(SignBrief("b", "tess", TODAY))
    with pytest.raises(EditRefused, match="signed this version already"):
        apply(SignBrief("b", "tess", TODAY))
    apply(NewBriefVersion("b"))
    assert brief(journal).version == 4
    apply(SignBrief("b", "tess", TODAY))
    apply(SignBrief("b", "callum", TODAY))
    found = sorted((row.version, row.function) for row in journal.plan.approvals)
    assert found == [(3, "marketing"), (4, "marketing"), (4, "sales")]
    apply(SignBrief("b", "tess", back=True))
    assert [row.version for row in journal.plan.approvals if row.function == "marketing"] == [3]


def test_a_brief_without_a_version_is_the_first(journal: Journal, apply: Apply) -> None:
    apply(SetFields("brief", "b", {"version": None}))
    apply(SignBrief("b", "tess", TODAY))
    assert brief(journal).version == 1
    assert next(iter(journal.plan.approvals)).version == 1


def test_scores_belong_to_one_person(journal: Journal, apply: Apply) -> None:
    apply(ScoreBrief("b", "callum", {"where_now": 4, "approvals": 2}))
    apply(ScoreBrief("b", "callum", {"where_now": 5, "approvals": None}))
    found = {row.heading: (row.person, row.function, row.score) for row in journal.plan.brief_scores}
    assert found == {"where_now": ("callum", "sales", 5)}


def test_open_assumed_answered_blocking(journal: Journal, apply: Apply) -> None:
    apply(AssumeAnswer("q", " Two, as in 2025 ", "2026-11-30", "tess"))
    row = question(journal)
    assert (row.status, row.answer, row.assumption_until, row.answered_by) == (
        "assumed", "Two, as in 2025", "2026-11-30", "tess",
    )  # fmt: skip
    change = apply(BlockOnQuestion("q"))
    assert change is not None
    assert change.label == "“Who releases the figure?” holds work up"
    assert (question(journal).status, question(journal).blocking, question(journal).assumption_until) == (
        "open", True, None,
    )  # fmt: skip
    apply(AnswerQuestion("q", "Tess, on Monday", "tess", TODAY))
    row = question(journal)
    assert (row.status, row.answer, row.answered_on) == ("answered", "Tess, on Monday", TODAY)
    with pytest.raises(EditRefused, match="Take the answer back"):
        apply(BlockOnQuestion("q"))


def test_several_questions_are_one_step(journal: Journal, apply: Apply) -> None:
    change = apply(AskQuestions((("problem", "What is missing?"), ("proof", "Who released it?")), "callum"))
    assert change is not None
    assert change.label == "Ask 2 questions"
    assert [(row.section, row.asked_by, row.code) for row in journal.plan.questions.ordered[-2:]] == [
        ("problem", "callum", "Q-02"), ("proof", "callum", "Q-03"),
    ]  # fmt: skip
