"""Three states of one plan made into one: what fits is taken, what both changed is a conflict, nothing else moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, MoveRow, PutRows, SetFields
from planner.model.edits.budget import SetAmounts
from planner.model.ids import cell_id, new_id
from planner.model.merge import Coming, common_edit, merge
from planner.model.merged import Unsettled, preferring, take_in
from planner.model.plan import SINGLETONS, Amount, BudgetLine, Facts, Goal, Plan, Rows, SalesInput, Stakeholder

INES = Author("Ines Varga")
MARTEN = Author("Marten Dahl")


def plan_of(*rows) -> Plan:
    tables: dict[str, list] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({table: Rows(found) for table, found in tables.items()})


def changed(plan: Plan, row, **values) -> Plan:
    return plan.with_tables({row.TABLE: plan.table(row.TABLE).with_changes({row.id: replace(row, **values)})})


def without(plan: Plan, row) -> Plan:
    return plan.with_tables({row.TABLE: plan.table(row.TABLE).with_changes({row.id: None})})


ONE = Goal(id="one", code="G1", position=1, title="Win more orders", target=10.0)
TWO = Goal(id="two", code="G2", position=2, title="Faster answers")
BASE = plan_of(ONE, TWO)


def places(met):
    return [(each.kind.value, each.id, each.field, each.conflict) for each in met.incoming]


def test_what_only_one_side_changed_fits():
    met = merge(BASE, changed(BASE, ONE, title="Win orders"), changed(BASE, ONE, target=12.0))
    assert places(met) == [("changed", "one", "target", False)]
    assert met.mine_changes == 1


def test_both_the_same_is_no_change():
    same = changed(BASE, ONE, title="Zu\u0308rich")
    assert merge(BASE, changed(BASE, ONE, title="Z\u00fcrich"), same).incoming == ()


def test_both_differently_is_a_conflict_that_somebody_settles():
    met = merge(BASE, changed(BASE, ONE, target=11.0), changed(BASE, ONE, target=12.0))
    (conflict,) = met.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs, conflict.both) == (10.0, 11.0, 12.0, None)
    with pytest.raises(Unsettled):
        take_in(met, {}, "Merge")
    assert take_in(met, preferring(met, "mine"), "Merge").rows == ()
    assert take_in(met, preferring(met, "theirs"), "Merge").rows[0].target == 12.0


def test_both_is_possible_for_texts_and_lists_only():
    said = SalesInput(id="in", text="Price list", response="Send it", activities=("a", "b"))
    base = plan_of(said)
    met = merge(
        base,
        changed(base, said, response="Print it", activities=("a", "b", "c")),
        changed(base, said, response="Mail it", activities=("b", "d")),
    )
    both = {each.field: each.both for each in met.conflicts}
    assert both == {"response": "Print it\nMail it", "activities": ("b", "c", "d")}


def test_a_row_deleted_there_and_changed_here_is_a_conflict():
    met = merge(BASE, changed(BASE, ONE, target=11.0), without(without(BASE, ONE), TWO))
    assert places(met) == [("deleted", "one", "", True), ("deleted", "two", "", False)]
    assert take_in(met, preferring(met, "mine"), "", deletions=False).gone == {}
    assert take_in(met, preferring(met, "theirs"), "").gone == {"goal": frozenset({"one", "two"})}


def test_a_row_deleted_here_and_changed_there_comes_back_only_when_chosen():
    met = merge(BASE, without(BASE, ONE), changed(BASE, ONE, target=12.0))
    assert places(met) == [("changed", "one", "", True)]
    assert take_in(met, preferring(met, "theirs"), "").rows == (replace(ONE, target=12.0),)


def test_a_code_that_is_taken_here_gets_the_next_one():
    ours = Goal(id="three", code="G3", position=3, title="Ours")
    theirs = [Goal(id="four", code="G3", position=3, title="Theirs"), Goal(id="five", position=4, title="No code")]
    mine = plan_of(ONE, TWO, ours)
    edit = take_in(merge(BASE, mine, plan_of(ONE, TWO, *theirs)), {}, "")
    assert [(row.id, row.code) for row in edit.rows] == [("four", "G4"), ("five", "G5")]


YEAR = Facts(id=SINGLETONS["facts"], fiscal_year_start="2027-01", horizon_months=12)
LINE = BudgetLine(id="line", code="B-01", position=1, description="Fair", amount=300)
JAN, FEB = (
    Amount(id=cell_id("amount", "line", month), line="line", month=month, planned=amount)
    for month, amount in (("2027-01", 100), ("2027-02", 200))
)


def test_cells_only_ever_change_and_their_line_is_added_up_again():
    base = plan_of(LINE, JAN, FEB)
    mine = changed(changed(base, JAN, planned=150), LINE, amount=350)
    theirs = changed(changed(base, FEB, planned=500), LINE, amount=600)
    met = merge(base, mine, theirs)
    assert places(met) == [("changed", FEB.id, "planned", False)]
    rows = {row.id: row for row in take_in(met, {}, "").rows}
    assert (rows[FEB.id].planned, rows["line"].amount) == (500, 650)


def test_a_cell_that_is_emptied_goes():
    base = plan_of(LINE, JAN, FEB)
    edit = take_in(merge(base, base, without(base, FEB)), {}, "", deletions=False)
    assert edit.gone == {"amount": frozenset({FEB.id})}
    assert edit.rows == (replace(LINE, amount=100),)


def test_an_amount_of_its_own_stays_when_a_month_changes():
    line = replace(LINE, amount=1000)
    base = plan_of(line, JAN, FEB)
    edit = take_in(merge(base, base, changed(base, FEB, planned=500)), {}, "")
    assert edit.rows == (replace(FEB, planned=500),)


def test_links_to_what_is_gone_here_are_emptied(journal, clock):
    person, goal = new_id(), new_id()
    journal.apply(AddRow("person", {"name": "Lena"}, id=person), INES, clock())
    journal.apply(AddRow("goal", {"title": "Orders"}, id=goal), INES, clock())
    base = journal.plan
    theirs = changed(base, base.goals[goal], owner_sales=person, target=3.0)
    register = Stakeholder(id=new_id(), person=person, power=4)
    theirs = theirs.with_tables({"stakeholder": Rows([register])})
    clock.pass_(60)
    journal.apply(DeleteRows("person", (person,)), INES, clock())
    journal.apply(take_in(merge(base, journal.plan, theirs), {}, "Merge"), MARTEN, clock())
    assert (journal.plan.goals[goal].owner_sales, journal.plan.goals[goal].target) == (None, 3.0)
    assert len(journal.plan.stakeholders) == 0


def test_the_merge_is_one_step_that_undo_takes_back(journal, clock):
    journal.apply(PutRows(tuple(plan_of(ONE, TWO, LINE, JAN).rows()), "Start"), INES, clock())
    base = journal.plan
    theirs = without(changed(changed(base, ONE, target=12.0), JAN, planned=5), TWO)
    clock.pass_(60)
    journal.apply(SetFields("goal", "one", {"title": "Ours"}), INES, clock())
    before = journal.plan
    journal.apply(take_in(merge(base, before, theirs), {}, "Merge"), MARTEN, clock())
    assert (journal.plan.goals["one"].title, journal.plan.goals["one"].target) == ("Ours", 12.0)
    assert "two" not in journal.plan.goals
    assert [record.author for record in journal.history()][-1] == "Marten Dahl"
    journal.undo(INES, clock())
    assert journal.plan == before


def test_what_only_theirs_moved_is_moved(journal, clock):
    third = Goal(id="three", code="G3", position=3, title="Third")
    journal.apply(PutRows((ONE, TWO, third), "Start"), INES, clock())
    base = journal.plan
    clock.pass_(60)
    journal.apply(MoveRow("goal", "three", before="one"), INES, clock())
    edit = take_in(merge(base, base, journal.plan), {}, "")
    assert [row.id for row in sorted(edit.rows, key=lambda row: row.position)] == ["three", "one", "two"]


def test_two_histories_share_edits_up_to_where_they_parted(journal, clock):
    for title in "abc":
        journal.apply(AddRow("goal", {"title": title}), INES, clock())
    mine = journal.history()
    parted = [*mine[:2], replace_id(mine[2])]
    assert common_edit(mine, parted).seq == 2
    assert common_edit(mine, [replace_id(mine[0])]) is None


def replace_id(record):
    return type(record)(**{**{name: getattr(record, name) for name in record.FIELDS}, "id": "other"})


def test_who_changed_a_field_last(journal, clock):
    id = new_id()
    journal.apply(AddRow("goal", {"title": "Orders"}, id=id), INES, clock())
    clock.pass_(60)
    journal.apply(SetFields("goal", id, {"target": 3.0}), MARTEN, clock())
    touches = journal.touches(0)
    assert touches.last("goal", id, "target").author == "Marten Dahl"
    assert touches.last("goal", id, "title").author == "Ines Varga"
    assert touches.last("goal", id).author == "Marten Dahl"
    assert journal.touches(2).last("goal", id) is None


def test_lines_changed_both_here_and_there_by_edits_of_the_program(journal, clock):
    journal.apply(PutRows((LINE, JAN, FEB, YEAR), "Start"), INES, clock())
    base = journal.plan
    clock.pass_(60)
    journal.apply(SetAmounts({("line", "2027-01"): 150}), INES, clock())
    mine = journal.plan
    theirs = changed(changed(base, FEB, planned=500), LINE, amount=600)
    met = merge(base, mine, theirs)
    assert met.conflicts == ()
    journal.apply(take_in(met, {}, "Merge"), MARTEN, clock())
    assert journal.plan.budget_lines["line"].amount == 650


def test_added_rows_are_told_apart_from_changed_ones():
    met = merge(BASE, BASE, plan_of(ONE, TWO, Goal(id="new", title="New")))
    assert [each.kind for each in met.incoming] == [Coming.ADDED]
