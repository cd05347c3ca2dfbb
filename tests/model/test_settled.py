"""What was settled with a copy is remembered: the same copy asks nothing, a new word of it is looked at anew."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.model.changes import EditRecord
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.model.merge import Merge, merge, own_way
from planner.model.merged import preferring, take_in
from planner.model.plan import Plan, Settled
from planner.model.settled import memory
from tests.model.test_merge import BASE, INES, MARTEN, ONE, TWO, changed, places, plan_of, without

MARA = "first edit of Mara"


def now() -> datetime:
    return datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def met(mine: Plan, theirs: Plan, base: Plan = BASE, own: str = "") -> Merge:
    return merge(base, mine, theirs, memory(mine, theirs, MARA, "mara.cgplan", own))


def after(mine: Plan, merged: Merge, choices: dict) -> Plan:
    """The plan with what was taken in."""
    edit = take_in(merged, choices, "Merge")
    for row in edit.rows:
        mine = mine.with_tables({row.TABLE: mine.table(row.TABLE).with_changes({row.id: row})})
    for table, ids in edit.gone.items():
        mine = mine.with_tables({table: mine.table(table).with_changes(dict.fromkeys(ids))})
    return mine


def test_the_same_copy_asks_once_and_a_new_value_asks_again():
    mine, theirs = changed(BASE, ONE, target=11.0), changed(BASE, ONE, target=12.0)
    mine = after(mine, first := met(mine, theirs), preferring(first, "mine"))
    assert mine.goals["one"].target == 11.0
    second = met(mine, theirs)
    assert (second.incoming, [one.place for one in second.settled]) == ((), [("goal", "one", "target")])
    assert take_in(second, {}, "Merge").rows == ()
    third = met(mine, changed(BASE, ONE, target=13.0))
    assert places(third) == [("changed", "one", "target", True)]
    assert places(merge(BASE, mine, theirs)) == [("changed", "one", "target", True)]


def test_what_was_taken_and_changed_here_later_does_not_come_back():
    theirs = changed(BASE, ONE, target=12.0)
    mine = after(BASE, met(BASE, theirs), {})
    mine = changed(mine, mine.goals["one"], target=20.0)
    assert met(mine, theirs).incoming == ()
    assert places(met(mine, changed(BASE, ONE, target=13.0))) == [("changed", "one", "target", True)]


def test_a_second_thought_of_theirs_fits_where_their_first_one_stands_here():
    mine = after(BASE, met(BASE, changed(BASE, ONE, target=12.0)), {})
    again = met(mine, changed(BASE, ONE, target=13.0))
    assert places(again) == [("changed", "one", "target", False)]
    back = met(mine, BASE)
    assert places(back) == [("changed", "one", "target", False)]
    mine = after(mine, back, {})
    assert mine.goals["one"].target == 10.0
    assert met(mine, BASE).incoming == ()


def test_rows_that_came_in_and_went_here_do_not_come_again():
    three = type(ONE)(id="three", title="A third goal")
    theirs = plan_of(ONE, TWO, three)
    mine = after(BASE, met(BASE, theirs), {})
    mine = without(mine, mine.goals["three"])
    assert met(mine, theirs).incoming == ()


def test_deletions_that_nobody_chose_about_are_not_settled():
    theirs = without(BASE, TWO)
    first = met(BASE, theirs)
    left = take_in(first, {}, "Merge", deletions=False)
    assert not left.gone
    mine = BASE.with_tables({"settled": BASE.settled.with_changes({row.id: row for row in left.rows})})
    assert places(met(mine, theirs)) == [("deleted", "two", "", False)]
    mine = after(BASE, first, {("goal", "two", ""): "mine"})
    assert met(mine, theirs).incoming == ()


def test_another_copy_that_says_the_same_is_asked_about():
    mine, theirs = changed(BASE, ONE, target=11.0), changed(BASE, ONE, target=12.0)
    mine = after(mine, first := met(mine, theirs), preferring(first, "mine"))
    other = merge(BASE, mine, theirs, memory(mine, theirs, "first edit of Jonas", "jonas.cgplan"))
    assert places(other) == [("changed", "one", "target", True)]


def test_the_other_way_round_nobody_is_asked_what_was_settled_there():
    ours, hers = changed(BASE, ONE, target=11.0), changed(BASE, ONE, target=12.0)
    merged = after(ours, first := met(ours, hers), preferring(first, "mine"))
    back = merge(BASE, hers, merged, memory(hers, merged, "first edit of Ines", "ines.cgplan", own=MARA))
    assert places(back) == [("changed", "one", "target", False)]
    hers = after(hers, back, {})
    assert hers.goals["one"].target == 11.0
    assert {row.source for row in hers.settled} == {MARA, "first edit of Ines"}


def test_what_is_remembered_are_marks_without_the_values():
    mine, theirs = changed(BASE, ONE, title="Mine"), changed(BASE, ONE, title="Secret")
    mine = after(mine, first := met(mine, theirs), preferring(first, "mine"))
    (row,) = mine.settled
    assert isinstance(row, Settled)
    assert (row.source, row.name, [len(answer) for answer in row.answers]) == (MARA, "mara.cgplan", [16])
    assert not any("Secret" in answer for answer in row.answers)


def test_undoing_the_merge_forgets_what_it_settled(tmp_path):
    theirs = changed(BASE, ONE, title="Theirs")
    document = Document.create(tmp_path / "mine.cgplan", now=now, author=INES, plan=BASE, state_dir=tmp_path / "state")
    document.apply(SetFields("goal", "one", {"title": "Mine"}), INES)
    first = met(document.plan, theirs)
    document.apply(take_in(first, preferring(first, "mine"), "Merge"), MARTEN)
    assert met(document.plan, theirs).incoming == ()
    document.undo(INES)
    assert len(met(document.plan, theirs).conflicts) == 1
    document.close()


def test_a_copy_is_known_again_by_its_first_own_edit():
    shared, own, later = (EditRecord(seq, id, "", "", None, "", "edit", None) for seq, id in enumerate("abc", start=1))
    assert own_way([shared, own, later], shared) == "b"
    assert own_way([shared], shared) == ""

