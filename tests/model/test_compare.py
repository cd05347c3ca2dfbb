from __future__ import annotations

from planner.model.changes import Author
from planner.model.compare import compare
from planner.model.edits import AddRow, DeleteRows, MoveRow, SetFields
from planner.model.ids import new_id

INES = Author("Ines Varga")


def add_goals(journal, clock, *titles) -> list[str]:
    ids = [new_id() for _title in titles]
    for id, title in zip(ids, titles, strict=True):
        journal.apply(AddRow("goal", {"title": title}, id=id), INES, clock())
    return ids


def said(a, b) -> list[tuple[object, ...]]:
    return [(found.object, found.field, found.a, found.b) for found in compare(a, b)]


def test_one_moved_row_is_one_difference(journal, clock):
    ids = add_goals(journal, clock, *"abcdef")
    before = journal.plan
    journal.apply(MoveRow("goal", ids[4], before=ids[1]), INES, clock())
    assert said(before, journal.plan) == [("G5", "position", 5, 2)]


def test_a_row_that_is_gone_does_not_move_the_others(journal, clock):
    ids = add_goals(journal, clock, *"abc")
    before = journal.plan
    journal.apply(DeleteRows("goal", (ids[0],)), INES, clock())
    journal.apply(MoveRow("goal", ids[1], before=ids[2]), INES, clock())
    assert [goal.position for goal in journal.plan.goals] == [1, 2]
    assert said(before, journal.plan) == [("G1", "", "a", None)]
    assert said(journal.plan, before) == [("G1", "", None, "a")]


def test_links_are_said_by_their_codes(journal, clock):
    first, second = add_goals(journal, clock, "a", "b")
    before = journal.plan
    journal.apply(SetFields("goal", second, {"parent": first}), INES, clock())
    assert said(before, journal.plan) == [("G2", "parent", None, "G1")]
