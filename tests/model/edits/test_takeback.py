"""One edit out of the middle of the history is taken back, or a sentence says why it no longer can be."""

from __future__ import annotations

import pytest

from planner.model.edits import AddRow, DeleteRows, Edit, EditRefused, MoveRow, SetFields
from planner.model.edits.takeback import TakeBack, obstacle, restored_words
from planner.model.journal import Journal
from tests.model.conftest import INES, MARTEN, Clock


class Told:
    """A journal with a clock that moves on between edits, so that none of them join."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self.journal, self.clock = journal, clock

    def do(self, edit: Edit) -> str:
        """Do an edit; returns its id."""
        self.clock.pass_(60)
        change = self.journal.apply(edit, INES, self.clock())
        assert change is not None
        return change.edit

    def back(self, edit: str) -> None:
        said = next(record.label for record in self.journal.history() if record.id == edit)
        self.clock.pass_(60)
        self.journal.apply(TakeBack(self.journal.rows_of(edit), said), MARTEN, self.clock())

    def obstacle(self, edit: str) -> str:
        return obstacle(self.journal.plan, self.journal.rows_of(edit))


@pytest.fixture
def told(journal: Journal, clock: Clock) -> Told:
    made = Told(journal, clock)
    made.do(AddRow("goal", {"title": "Win", "unit": "EUR"}, id="goal"))
    return made


def test_one_field_goes_back_and_what_came_after_stays(told: Told) -> None:
    first = told.do(SetFields("goal", "goal", {"target": 48.0}))
    told.do(SetFields("goal", "goal", {"title": "Win more"}))
    told.back(first)
    goal = told.journal.plan.goals["goal"]
    assert (goal.target, goal.title) == (None, "Win more")
    last = told.journal.history()[-1]
    assert (last.author, last.kind) == ("Marten Dahl", "edit")
    assert last.label.startswith("Take back “Set Win, Target, to 48")
    told.journal.undo(INES, told.clock())
    assert told.journal.plan.goals["goal"].target == 48.0


def test_a_field_that_was_changed_again_is_refused_by_name(told: Told) -> None:
    first = told.do(SetFields("goal", "goal", {"target": 48.0}))
    told.do(SetFields("goal", "goal", {"target": 52.0}))
    assert told.obstacle(first) == "Target of “Win” has been changed since, to 52. Set it there."
    seq = told.journal.seq
    with pytest.raises(EditRefused, match="changed since"):
        told.back(first)
    assert told.journal.seq == seq and told.journal.plan.goals["goal"].target == 52.0


def test_an_addition_is_taken_out_unless_it_is_in_use(told: Told) -> None:
    added = told.do(AddRow("activity", {"title": "Fair"}, id="fair"))
    assert restored_words(told.journal.plan, told.journal.rows_of(added)) == "takes out “Fair”"
    line = told.do(AddRow("budget_line", {"description": "Stand", "activity": "fair"}, id="stand"))
    assert told.obstacle(added) == "“Stand” refers to “Fair” by now. Change that first."
    told.back(line)
    told.back(added)
    assert "fair" not in told.journal.plan.activities and "stand" not in told.journal.plan.budget_lines


def test_an_addition_that_was_worked_on_is_not_thrown_away(told: Told) -> None:
    added = told.do(AddRow("activity", {"title": "Fair"}, id="fair"))
    told.do(SetFields("activity", "fair", {"title": "Trade fair"}))
    assert told.obstacle(added) == "“Trade fair” has been changed since. Delete it instead."


def test_a_deletion_comes_back_with_what_hung_on_it_and_its_links(told: Told) -> None:
    told.do(AddRow("activity", {"title": "Fair", "goals": ("goal",)}, id="fair"))
    told.do(AddRow("lead_month", {"activity": "fair", "month": "2027-03", "likely": 4.0}))
    gone = told.do(DeleteRows("activity", ("fair",)))
    told.do(SetFields("goal", "goal", {"title": "Later"}))
    told.back(gone)
    plan = told.journal.plan
    assert plan.activities["fair"].goals == ("goal",)
    assert [cell.likely for cell in plan.lead_months] == [4.0]
    assert plan.goals["goal"].title == "Later"


def test_a_row_that_comes_back_gets_another_code_where_its_own_is_taken(told: Told) -> None:
    told.do(AddRow("activity", {"title": "Fair"}, id="fair"))
    gone = told.do(DeleteRows("activity", ("fair",)))
    told.do(AddRow("activity", {"title": "Film"}, id="film"))
    told.back(gone)
    assert {row.code for row in told.journal.plan.activities} == {"A-01", "A-02"}


def test_a_row_does_not_come_back_into_the_air(told: Told) -> None:
    told.do(AddRow("activity", {"title": "Fair"}, id="fair"))
    told.do(AddRow("budget_line", {"description": "Stand", "activity": "fair"}, id="stand"))
    gone = told.do(DeleteRows("budget_line", ("stand",)))
    told.do(DeleteRows("activity", ("fair",)))
    assert told.obstacle(gone) == "“Stand” belongs to something that is no longer in the plan."


def test_what_was_undone_is_not_taken_back_again(told: Told) -> None:
    first = told.do(SetFields("goal", "goal", {"target": 48.0}))
    told.journal.undo(INES, told.clock())
    assert "nothing to take back" in told.obstacle(first)


def test_moving_is_taken_back(told: Told) -> None:
    told.do(AddRow("goal", {"title": "Second"}, id="second"))
    moved = told.do(MoveRow("goal", "second", before="goal"))
    assert next(row.id for row in told.journal.plan.goals) == "second"
    told.back(moved)
    assert next(row.id for row in told.journal.plan.goals) == "goal"


def test_who_touched_what(told: Told) -> None:
    edit = told.do(SetFields("goal", "goal", {"target": 48.0}))
    seq = told.journal.seq
    assert told.journal.edits_of("goal") >= {edit}
    assert told.journal.last_touch(0, seq)["goal", "goal"] == seq
    assert [(one.table, one.rows) for one in told.journal.touched(seq - 1)] == [("goal", 1)]
