"""Talks: noted with a day, counted as the last time somebody was heard, and taken out again."""

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, EditRefused, SetFields
from planner.model.edits.talks import DeleteTalk, NoteTalk
from planner.model.journal import Journal

from .conftest import NOW, Apply


@pytest.fixture
def who(journal: Journal, apply: Apply) -> str:
    apply(AddRow("stakeholder", {"person": "callum", "current": "neutral"}, "st"))
    return "st"


def test_a_talk_is_the_last_time_somebody_was_heard(journal: Journal, apply: Apply, who: str) -> None:
    change = apply(NoteTalk(who, "2026-11-12", "tess", "call", " Too dear ", "resistant", "budget", "late"))
    assert change is not None and change.label == "Note a talk with Callum Reid"
    talk = journal.plan.engagements["late"]
    assert (talk.by, talk.kind, talk.heard, talk.stance, talk.chapter) == (
        "tess", "call", "Too dear", "resistant", "budget",
    )  # fmt: skip
    assert journal.plan.stakeholders[who].engaged_on == "2026-11-12"
    assert journal.plan.stakeholders[who].current == "neutral"
    apply(NoteTalk(who, "2026-10-01", id="early"))
    assert journal.plan.stakeholders[who].engaged_on == "2026-11-12"
    change = apply(DeleteTalk("late"))
    assert change is not None and change.label == "Delete the talk with Callum Reid"
    assert journal.plan.stakeholders[who].engaged_on == "2026-10-01"
    apply(DeleteTalk("early"))
    assert journal.plan.stakeholders[who].engaged_on is None
    journal.undo(Author("Tess Bright"), NOW)
    assert journal.plan.stakeholders[who].engaged_on == "2026-10-01"


def test_a_day_of_the_register_outlives_an_older_talk(journal: Journal, apply: Apply, who: str) -> None:
    apply(SetFields("stakeholder", who, {"engaged_on": "2026-11-01"}))
    apply(NoteTalk(who, "2026-10-01", id="talk"))
    apply(DeleteTalk("talk"))
    assert journal.plan.stakeholders[who].engaged_on == "2026-11-01"


def test_another_day_of_a_talk_is_counted(journal: Journal, apply: Apply, who: str) -> None:
    def heard(id: str = who) -> str | None:
        return journal.plan.stakeholders[id].engaged_on

    apply(NoteTalk(who, "2026-10-01", id="early"))
    apply(NoteTalk(who, "2026-11-12", id="late"))
    apply(SetFields("engagement", "late", {"date": "2026-10-20"}))
    assert heard() == "2026-10-20"
    apply(SetFields("engagement", "late", {"date": "2026-09-01"}))
    assert heard() == "2026-10-01"
    apply(SetFields("engagement", "late", {"date": "2026-11-30"}))
    assert heard() == "2026-11-30"
    apply(SetFields("engagement", "late", {"heard": "Too dear"}))
    assert heard() == "2026-11-30"
    apply(SetFields("engagement", "late", {"date": None}))
    assert heard() == "2026-10-01"
    journal.undo(Author("Tess Bright"), NOW)
    assert heard() == "2026-11-30"

    apply(AddRow("stakeholder", {"person": "tess"}, "other"))
    apply(SetFields("engagement", "late", {"stakeholder": "other"}))
    assert (heard(), heard("other")) == ("2026-10-01", "2026-11-30")
    apply(DeleteRows("engagement", ("early", "late")))
    assert (heard(), heard("other")) == (None, None)


def test_another_day_of_an_older_talk_leaves_the_day_of_the_register(
    journal: Journal, apply: Apply, who: str
) -> None:
    apply(NoteTalk(who, "2026-10-01", id="talk"))
    apply(SetFields("stakeholder", who, {"engaged_on": "2026-11-01"}))
    apply(SetFields("engagement", "talk", {"date": "2026-10-02"}))
    assert journal.plan.stakeholders[who].engaged_on == "2026-11-01"
    apply(SetFields("engagement", "talk", {"date": "2026-11-02"}))
    assert journal.plan.stakeholders[who].engaged_on == "2026-11-02"


def test_a_talk_needs_somebody_and_a_day(apply: Apply, who: str) -> None:
    with pytest.raises(EditRefused, match="who was talked with"):
        apply(NoteTalk(None, "2026-10-01"))
    with pytest.raises(EditRefused, match="which day"):
        apply(NoteTalk(who, None))
    with pytest.raises(EditRefused, match="no longer"):
        apply(DeleteTalk("gone"))
