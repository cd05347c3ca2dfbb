"""What a field cannot hold is refused in one sentence, and nothing is written; what it can hold comes back the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, EditRefused, PutRows, SetFields
from planner.model.ids import new_id, new_row
from planner.model.journal import Journal

INES = Author("Ines Varga")


@pytest.fixture
def goal(journal, clock) -> str:
    id = new_id()
    journal.apply(AddRow("goal", {"title": "Win"}, id=id), INES, clock())
    return id


@pytest.mark.parametrize(
    "values",
    [
        {"target": float("nan")},
        {"target": float("inf")},
        {"target": "many"},
        {"target": 10**400},
        {"title": "half a character \ud83d"},
        {"title": "null \0 in it"},
        {"position": None},
        {"position": 1.5},
        {"id": "another"},
        {"no_such_field": 1},
    ],
    ids=str,
)
def test_what_a_field_cannot_hold_is_refused(journal, clock, goal, values):
    before = journal.plan
    for edit in (SetFields("goal", goal, values), AddRow("goal", values)):
        if "position" in values and values["position"] is None and isinstance(edit, AddRow):
            continue
        with pytest.raises(EditRefused) as refused:
            journal.apply(edit, INES, clock())
        assert str(refused.value).endswith(".")
        assert "\n" not in str(refused.value)
    assert journal.plan == before == Journal(journal._connection).plan
    assert journal.seq == 1


@pytest.mark.parametrize("amount", [2**63, -(2**63) - 1, 0.5, "12"])
def test_money_is_a_whole_number_that_fits(journal, clock, amount):
    with pytest.raises(EditRefused, match="cannot hold"):
        journal.apply(SetFields("facts", journal.plan.facts.id, {"envelope": amount}), INES, clock())
    assert journal.history() == []


def test_the_largest_amounts_survive_undo_and_reopening(journal, clock):
    facts = journal.plan.facts.id
    for amount in (2**63 - 1, -(2**63)):
        clock.pass_(60)
        journal.apply(SetFields("facts", facts, {"envelope": amount}), INES, clock())
    journal.undo(INES, clock())
    assert journal.plan.facts.envelope == 2**63 - 1
    assert Journal(journal._connection).plan.facts.envelope == 2**63 - 1


def test_a_list_and_a_tuple_are_the_same_and_a_text_is_neither(journal, clock, goal):
    activity = new_id()
    journal.apply(AddRow("activity", {"title": "Fair", "goals": [goal]}, id=activity), INES, clock())
    assert journal.plan.activities[activity].goals == (goal,)
    assert journal.apply(SetFields("activity", activity, {"goals": (goal,)}), INES, clock()) is None
    with pytest.raises(EditRefused, match="cannot hold"):
        journal.apply(SetFields("activity", activity, {"goals": goal}), INES, clock())


def test_an_empty_text_is_not_an_unknown_one(journal, clock, goal):
    journal.apply(SetFields("goal", goal, {"title": ""}), INES, clock())
    assert Journal(journal._connection).plan.goals[goal].title == ""
    clock.pass_(60)
    journal.apply(SetFields("goal", goal, {"title": None}), INES, clock())
    assert Journal(journal._connection).plan.goals[goal].title is None
    journal.undo(INES, clock())
    assert journal.plan.goals[goal].title == ""


def test_one_row_twice_in_an_import_is_the_last_of_the_two(journal, clock):
    row = new_row(journal.plan, "goal", title="First")
    journal.apply(PutRows((row, replace(row, title="Second")), "Import"), INES, clock())
    assert [goal.title for goal in journal.plan.goals] == ["Second"]


def test_setting_nothing_is_no_edit(journal, clock, goal):
    assert journal.apply(SetFields("goal", goal, {}), INES, clock()) is None
