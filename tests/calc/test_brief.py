"""How far a heading is, who has signed, how both halves score, and the order of the questions."""

from planner.calc.brief import (
    HEADINGS,
    BriefScores,
    heading_state,
    question_order,
    question_state,
    scores_of,
    signed,
)
from planner.calc.materials import Mean
from planner.model.plan import Approval, Brief, BriefScore, BriefSection, Question
from planner.model.rows import brief as rows
from tests.calc.test_habit import plan_of


def test_the_headings_are_those_of_the_plan() -> None:
    assert HEADINGS == rows.HEADINGS


def test_a_heading_is_empty_in_draft_or_agreed() -> None:
    brief = Brief(id="b", title="Brief", agency="Fernblick", version=1, problem="Chosen late", budget=0)
    plan = plan_of(
        brief,
        BriefSection(id="1", brief="b", heading="management", text="Every second Tuesday", ready=True),
        BriefSection(id="2", brief="b", heading="how_we_know", text="  "),
        BriefSection(id="3", brief="other", heading="where_to", text="Up"),
    )
    found = {heading: heading_state(plan, brief, heading) for heading in HEADINGS}
    assert found == {
        "management": "agreed", "where_now": "draft", "where_to": "empty", "what_we_do": "empty",
        "who_to_talk_to": "empty", "how_we_know": "empty", "practicalities": "draft", "approvals": "empty",
    }  # fmt: skip
    named = Brief(id="n", title="Brief", final_approvers=("p",))
    assert heading_state(plan_of(named), named, "approvals") == "draft"


def test_a_signature_holds_for_one_version() -> None:
    brief = Brief(id="b", title="Brief", version=2)
    plan = plan_of(
        brief,
        Approval(id="old", brief="b", function="sales", version=1),
        Approval(id="new", brief="b", function="marketing", version=2),
    )
    assert signed(plan, brief) == {"marketing": "new"}


def score(id: str, heading: str, side: str, value: float | None) -> BriefScore:
    return BriefScore(id=id, brief="b", heading=heading, person=id[:1], function=side, score=value)


def test_both_halves_with_the_widest_gap_first() -> None:
    plan = plan_of(
        Brief(id="b", title="Brief"),
        score("a1", "where_now", "marketing", 4), score("b1", "where_now", "sales", 5),
        score("c1", "where_now", "agency", 4), score("a2", "practicalities", "marketing", 4),
        score("c2", "practicalities", "agency", 2), score("a3", "approvals", "marketing", 3),
        score("c3", "own words", "agency", None),
    )  # fmt: skip
    found = scores_of(plan, "b")
    assert [one.heading for one in found.headings[:2]] == ["practicalities", "where_now"]
    assert [one.gap for one in found.headings[:3]] == [2, 0.5, None]
    assert len(found.headings) == 8
    assert (found.client, found.agency) == (Mean(4, 4), Mean(3, 2))
    assert (found.client_people, found.agency_people) == (2, 1)


def test_not_scored_is_not_zero() -> None:
    found = scores_of(plan_of(), None)
    assert not found.is_known
    assert found == BriefScores(found.headings, None, None, 0, 0)


def test_what_blocks_comes_first() -> None:
    questions = [
        Question(id="1", question="?", status="open", blocking=True, due="2026-11-13"),
        Question(id="2", question="?", status="open", blocking=True),
        Question(id="3", question="?", status="assumed", blocking=True, assumption_until="2026-11-30"),
        Question(id="4", question="?", status="open"),
        Question(id="5", question="?", status="answered", blocking=True, position=1),
        Question(id="6", question="?", status="answered", position=2),
    ]
    assert [question_state(row) for row in questions] == [
        "blocking", "blocking", "assumed", "open", "answered", "answered",
    ]  # fmt: skip
    mixed = [questions[place] for place in (5, 3, 1, 0, 4, 2)]
    assert sorted(mixed, key=question_order) == questions
