from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from planner.model import schema
from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, EditRefused, MoveRow, SetFields
from planner.model.ids import cell_id, new_id, new_row
from planner.model.journal import Journal
from planner.model.tables import TABLES

INES = Author("Ines Varga")
MARTEN = Author("Marten Dahl")


def add_goal(journal: Journal, clock, title="Win more orders", **values) -> str:
    id = new_id()
    journal.apply(AddRow("goal", {"title": title, **values}, id=id), INES, clock())
    return id


def reopened(journal: Journal) -> Journal:
    return Journal(journal._connection)


def test_an_edit_is_in_the_plan_in_the_history_and_in_the_file(journal, clock):
    change = journal.apply(AddRow("goal", {"title": "Win more orders"}), INES, clock())
    (goal,) = journal.plan.goals
    assert (goal.code, goal.title) == ("G1", "Win more orders")
    assert change.tables == {"goal"}
    assert change.rows[0].before is None
    assert change.rows[0].after == goal
    (record,) = journal.history()
    assert (record.seq, record.author, record.label, record.kind) == (1, "Ines Varga", "Add Win more orders", "edit")
    assert reopened(journal).plan == journal.plan


def test_a_decimal_comes_back_to_the_last_digit(journal, clock):
    id = add_goal(journal, clock)
    journal.apply(SetFields("goal", id, {"target": 0.1 + 0.2}), INES, clock())
    clock.pass_(60)
    journal.apply(SetFields("goal", id, {"target": 1.0}), INES, clock())
    journal.undo(INES, clock())
    assert journal.plan.goals[id].target == 0.1 + 0.2
    assert reopened(journal).plan.goals[id].target == 0.1 + 0.2


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["INSERT INTO {t} (id, position) VALUES ('x', 1)", "DELETE FROM {t}"])
def test_the_database_refuses_a_write_outside_an_edit(journal, clock, table, statement):
    connection = journal._connection
    if statement.startswith("DELETE"):
        values = {"line": "x", "month": "2027-01"} if table == "amount" else {}
        values |= {"activity": "x", "month": "2027-01"} if table == "lead_month" else {}
        values |= {"month": "2027-01"} if table == "prior_month" else {}
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        journal.apply(AddRow(table, values), INES, clock())
    with pytest.raises(IntegrityError, match="only written by an edit"):
        connection.exec_driver_sql(statement.format(t=f'"{table}"'))
    connection.rollback()
    assert reopened(journal).plan == journal.plan


def test_undo_and_redo_survive_closing_and_go_back_to_the_start(journal, clock):
    id = add_goal(journal, clock)
    states = [journal.plan]
    for target in (1.0, 2.0, 3.0):
        clock.pass_(60)
        journal.apply(SetFields("goal", id, {"target": target}), INES, clock())
        states.append(journal.plan)
    journal = reopened(journal)
    for state in reversed(states[:-1]):
        journal.undo(MARTEN, clock())
        assert journal.plan == state
    journal.undo(MARTEN, clock())
    assert not journal.plan.goals
    assert journal.undo(MARTEN, clock()) is None
    journal = reopened(journal)
    for state in states:
        journal.redo(MARTEN, clock())
        assert journal.plan == state
    assert journal.redo(MARTEN, clock()) is None
    assert [record.kind for record in journal.history()] == ["edit"] * 4 + ["undo"] * 4 + ["redo"] * 4


def test_a_new_edit_ends_redo(journal, clock):
    add_goal(journal, clock)
    journal.undo(INES, clock())
    add_goal(journal, clock, "Another")
    assert journal.redo_record is None
    assert reopened(journal).redo_record is None


def test_quick_edits_of_one_field_are_one_step_and_others_are_not(journal, clock):
    id = add_goal(journal, clock)
    for text in ("W", "Wi", "Win"):
        clock.pass_(1)
        journal.apply(SetFields("goal", id, {"title": text}), INES, clock())
    assert journal.seq == 2
    assert journal.undo_record.label.endswith("to Win")
    journal.apply(SetFields("goal", id, {"title": "Wins"}), MARTEN, clock())
    assert journal.seq == 3
    clock.pass_(4)
    journal.apply(SetFields("goal", id, {"title": "Winst"}), MARTEN, clock())
    assert journal.seq == 4
    for _ in range(3):
        journal.undo(INES, clock())
    assert journal.plan.goals[id].title == "Win more orders"


def test_an_edit_that_changes_nothing_is_no_history(journal, clock):
    id = add_goal(journal, clock)
    assert journal.apply(SetFields("goal", id, {"title": "Win more orders"}), INES, clock()) is None
    assert journal.seq == 1


def test_a_refused_edit_leaves_nothing_behind(journal, clock):
    with pytest.raises(EditRefused, match="no longer in the plan"):
        journal.apply(SetFields("goal", new_id(), {"title": "x"}), INES, clock())
    assert journal.history() == []
    add_goal(journal, clock)
    assert journal.seq == 1


def test_the_plan_as_it_was_after_each_edit(journal, clock):
    states = [journal.plan]
    id = add_goal(journal, clock)
    states.append(journal.plan)
    for target in (1.0, 2.0):
        clock.pass_(60)
        journal.apply(SetFields("goal", id, {"target": target}), INES, clock())
        states.append(journal.plan)
    journal.undo(INES, clock())
    states.append(journal.plan)
    for seq, state in enumerate(states):
        assert journal.plan_at(seq) == state


def test_deleting_takes_along_what_makes_no_sense_alone_and_empties_links(journal, clock):
    activity = new_id()
    journal.apply(AddRow("activity", {"title": "Fair"}, id=activity), INES, clock())
    line = new_row(journal.plan, "budget_line", description="Stand", activity=activity)
    journal.apply(AddRow("budget_line", {"description": "Stand", "activity": activity}, id=line.id), INES, clock())
    journal.apply(AddRow("amount", {"line": line.id, "month": "2027-03", "planned": 1400000}), INES, clock())
    journal.apply(AddRow("lead_month", {"activity": activity, "month": "2027-03", "likely": 9}), INES, clock())
    journal.apply(AddRow("activity", {"title": "After", "depends_on": (activity,)}), INES, clock())
    before = journal.plan
    journal.apply(DeleteRows("activity", (activity,)), INES, clock())
    assert [row.title for row in journal.plan.activities] == ["After"]
    assert next(iter(journal.plan.activities)).depends_on == ()
    assert not journal.plan.lead_months
    assert journal.plan.budget_lines[line.id].activity is None
    assert journal.plan.amounts[cell_id("amount", line.id, "2027-03")].planned == 1400000
    journal.apply(DeleteRows("budget_line", (line.id,)), INES, clock())
    assert not journal.plan.amounts
    journal.undo(INES, clock())
    journal.undo(INES, clock())
    assert journal.plan == before
    assert reopened(journal).plan == before


def test_rows_are_moved_by_their_place(journal, clock):
    ids = [add_goal(journal, clock, title) for title in "abc"]
    journal.apply(MoveRow("goal", ids[2], before=ids[0]), INES, clock())
    assert [goal.title for goal in journal.plan.goals] == ["c", "a", "b"]
    assert [goal.title for goal in reopened(journal).plan.goals] == ["c", "a", "b"]


def test_every_table_fits_into_one_json_call():
    assert all(len(table.columns) <= 63 for table in schema.PLAN_TABLES.values())


def test_what_has_left_the_database_takes_no_more_edits_in(journal, clock):
    id = add_goal(journal, clock)
    journal.apply(SetFields("goal", id, {"title": "W"}), INES, clock())
    journal.seal()
    journal.apply(SetFields("goal", id, {"title": "Wi"}), INES, clock())
    assert journal.seq == 3


def test_a_clock_that_is_set_back_ends_a_step(journal, clock):
    id = add_goal(journal, clock)
    journal.apply(SetFields("goal", id, {"title": "W"}), INES, clock())
    clock.pass_(-3600)
    journal.apply(SetFields("goal", id, {"title": "Wi"}), INES, clock())
    assert journal.seq == 3
    journal.undo(INES, clock())
    assert journal.plan.goals[id].title == "W"


def test_quick_edits_that_lead_back_to_their_start_are_undone_and_redone_like_any_other(journal, clock):
    id = add_goal(journal, clock)
    for title in ("Win", "Win more orders"):
        journal.apply(SetFields("goal", id, {"title": title}), INES, clock())
    assert journal.undo(INES, clock()).rows == ()
    assert journal.redo(INES, clock()).rows == ()
    assert [record.kind for record in journal.history()] == ["edit", "edit", "undo", "redo"]
    assert reopened(journal).undo_record == journal.undo_record
    journal.undo(INES, clock())
    journal.undo(INES, clock())
    assert not journal.plan.goals


@pytest.mark.parametrize(("table", "link"), [("goal", "parent"), ("decision", "superseded_by")])
def test_rows_that_point_at_each_other_and_at_themselves_are_deleted_one_by_one_and_together(
    journal, clock, table, link
):
    ids = [new_id(), new_id(), new_id()]
    for id in ids:
        journal.apply(AddRow(table, id=id), INES, clock())
    for id, other in zip(ids, (ids[1], ids[0], ids[2]), strict=True):
        journal.apply(SetFields(table, id, {link: other}), INES, clock())
    before = journal.plan
    journal.apply(DeleteRows(table, (ids[0],)), INES, clock())
    assert getattr(journal.plan.table(table)[ids[1]], link) is None
    journal.undo(INES, clock())
    assert journal.plan == before
    journal.apply(DeleteRows(table, tuple(ids)), INES, clock())
    assert not journal.plan.table(table)
    journal.undo(INES, clock())
    assert journal.plan == before == reopened(journal).plan
