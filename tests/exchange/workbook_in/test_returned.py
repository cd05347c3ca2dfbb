"""Exactly what people changed in a workbook comes back, whatever happened to its rows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.exchange.workbook_in.raw import read_raw
from planner.exchange.workbook_in.returned import Returned
from planner.model.merge import sums_of_months
from planner.model.plan import TABLES, Audience, Plan, Rows, Run
from tests.exchange.workbook_in.conftest import Sheets, came_back, said, written


def new_rows(found: Returned, table: str) -> list[Any]:
    return [row for row in found.theirs.table(table) if row.id not in found.base.table(table)]


def quiet(found: Returned) -> None:
    assert (said(found), found.problems, found.notes) == ([], [], [])


def test_nothing_changed_is_nothing(sheets: Sheets) -> None:
    quiet(sheets.read())


@pytest.mark.parametrize("audience", list(Audience))
def test_nothing_changed_is_nothing_for_every_audience(example: Plan, tmp_path: Path, audience: Audience) -> None:
    quiet(came_back(written(example, tmp_path / "plan.xlsx", audience=audience), example))


def test_an_empty_plan_comes_back_empty(tmp_path: Path) -> None:
    quiet(came_back(written(Plan(), tmp_path / "plan.xlsx"), Plan()))


@pytest.mark.parametrize(
    ("table", "code", "key", "typed", "expected"),
    [
        ("goal", "G1", "title", "Win more orders", "Win more orders"),
        ("goal", "G1", "target", 2_000_000, 2_000_000.0),
        ("goal", "G1", "target", "2.000.000,50 €", 2_000_000.5),
        ("goal", "G1", "due", date(2027, 6, 30), "2027-06-30"),
        ("goal", "G1", "due", "30.06.2027", "2027-06-30"),
        ("goal", "G1", "owner_sales", "", None),
        ("sales_input", "SI-01", "status", "Declined", "declined"),
        ("sales_input", "SI-01", "status", "declined", "declined"),
        ("activity", "A-01", "start", "Mar 2027", "2027-03"),
        ("activity", "A-01", "start", date(2027, 3, 1), "2027-03"),
        ("activity", "A-01", "in_brief", True, True),
        ("material", "M-01", "annual_cost", "1,250.50", 125_050),
        ("material", "M-01", "annual_cost", 1250.5, 125_050),
        ("risk", "R-01", "probability", "2", 2),
        ("rate", "lead_to_mql", "most_likely", "45 %", 0.45),
        ("segment", "S1", "buying_roles", "Buyer; Plant manager", ("Buyer", "Plant manager")),
        ("goal", "G2", "metric", 42.0, "42"),
    ],
)
def test_a_typed_cell_changes_its_field(
    sheets: Sheets, table: str, code: str, key: str, typed: Any, expected: Any
) -> None:
    row = sheets.plan.table(table).by_code(code)
    assert row is not None
    sheets.type(table, sheets.row_of(table, code), key, typed)
    found = sheets.read()
    assert found.problems == []
    now = found.theirs.table(table)[row.id]
    assert now == replace(row, **{key: expected})
    assert len(said(found)) == (getattr(row, key) != expected)


def test_people_are_known_by_name_and_rows_by_code_or_title(sheets: Sheets) -> None:
    ines, goals = sheets.plan.people.ordered[0], sheets.plan.goals.ordered
    row = sheets.row_of("activity", "A-02")
    sheets.type("activity", row, "owner", ines.name)
    sheets.type("activity", row, "goals", f"{goals[0].code}, {goals[1].title}")
    found = sheets.read()
    activity = found.theirs.activities.by_code("A-02")
    assert activity is not None
    assert (activity.owner, activity.goals) == (ines.id, (goals[0].id, goals[1].id))
    assert found.problems == []


@pytest.mark.parametrize(
    ("table", "code", "key", "typed", "reason"),
    [
        ("goal", "G1", "target", "a lot", "a number is expected here"),
        ("material", "M-01", "annual_cost", "1,250", "two different numbers"),
        ("goal", "G1", "due", "03/04/2027", "two different days"),
        ("goal", "G1", "kind", "Glory", "not one of the choices"),
        ("goal", "G1", "owner_sales", "Nobody", "nothing in the plan is called “Nobody”"),
        ("goal", "G1", "title", "", "cannot be left empty"),
        ("rate", "lead_to_mql", "most_likely", 45, "at most 100%"),
        ("risk", "R-01", "probability", 6, "more than 5"),
        ("risk", "R-01", "probability", 2.5, "a whole number"),
    ],
)
def test_what_cannot_be_read_changes_nothing_and_is_said(
    sheets: Sheets, table: str, code: str, key: str, typed: Any, reason: str
) -> None:
    row = sheets.row_of(table, code)
    sheets.type(table, row, key, typed)
    found = sheets.read()
    assert said(found) == []
    (problem,) = found.problems
    assert reason in problem.reason
    assert problem.row == row


def test_single_facts_and_lags_come_back(sheets: Sheets) -> None:
    names = sheets.raw.names
    by_title = {sheet.title: sheet for sheet in sheets.raw.sheets}
    for name, value in (("facts_company", "Another company"), ("facts_envelope", 515_000), ("funnel_sellers", None)):
        title, row, column = names[name]
        cells = [*by_title[title].rows[row]]
        cells[column - 1] = value
        by_title[title].rows[row] = tuple(cells)
    lag = sheets.list("lag")
    sheets.put(lag, lag.rows[0].number, lag.columns["won"], 0.07)
    found = sheets.read()
    facts, funnel = found.theirs.facts, found.theirs.funnel
    assert (facts.company, facts.envelope, funnel.sellers) == ("Another company", 51_500_000, None)
    assert funnel.lag_won == (0.07, *sheets.plan.funnel.lag_won[1:])
    assert len(said(found)) == 4
    assert found.problems == []


def test_months_of_a_line_come_back_and_the_line_is_added_up(sheets: Sheets) -> None:
    line = sheets.plan.budget_lines.by_code("B-02")
    assert line is not None
    row = sheets.row_of("budget_line", "B-02")
    sheets.type("budget_line", row, "2027-05", 1234.56)
    found = sheets.read()
    now = found.theirs.budget_lines[line.id]
    before = {cell.month: cell.planned for cell in sheets.plan.amounts if cell.line == line.id}
    after = {cell.month: cell.planned for cell in found.theirs.amounts if cell.line == line.id}
    assert after == before | {"2027-05": 123_456}
    assert now.amount == sums_of_months(found.theirs)[line.id]


def test_an_emptied_month_is_not_nothing(sheets: Sheets) -> None:
    cell = next(cell for cell in sheets.plan.amounts if cell.planned and cell.actual is None)
    line = sheets.plan.budget_lines[cell.line]
    sheets.type("budget_line", sheets.row_of("budget_line", line.code or ""), cell.month, None)
    found = sheets.read()
    assert cell.id not in found.theirs.amounts
    assert found.problems == []


def test_a_locked_line_is_left_as_it_is(sheets: Sheets) -> None:
    line = sheets.plan.budget_lines.by_code("B-02")
    assert line is not None
    locked = sheets.plan.budget_lines.with_changes({line.id: replace(line, locked=True)})
    sheets.plan = sheets.plan.with_tables({"budget_line": locked})
    sheets.type("budget_line", sheets.row_of("budget_line", "B-02"), "locked", "Yes")
    sheets.type("budget_line", sheets.row_of("budget_line", "B-02"), "2027-05", 1)
    found = sheets.read()
    assert said(found) == []
    assert "is locked" in found.problems[0].reason


def test_leads_of_a_month_come_back(sheets: Sheets) -> None:
    activity = sheets.plan.activities.by_code("A-01")
    assert activity is not None
    sheets.type("activity", sheets.row_of("activity", "A-01"), "2027-08", 7.5)
    found = sheets.read()
    leads = {cell.month: cell.likely for cell in found.theirs.lead_months if cell.activity == activity.id}
    assert leads["2027-08"] == 7.5
    assert len(said(found)) == 1


def test_rows_in_another_order_are_no_change(sheets: Sheets) -> None:
    for table in ("goal", "activity", "sales_input", "person"):
        shuffle(sheets, table, random.Random(table), ids_too=True)
    quiet(sheets.read())


def test_ids_that_a_sort_left_behind_are_put_right(sheets: Sheets) -> None:
    shuffle(sheets, "sales_input", random.Random(1), ids_too=False)
    found = sheets.read()
    assert said(found) == []
    assert len(found.notes) == 1
    assert "mixed up" in found.notes[0]


def test_a_part_that_was_sorted_without_its_ids_is_put_right(sheets: Sheets) -> None:
    shuffle(sheets, "sales_input", random.Random(1), ids_too=False, most=4)
    sheets.type("sales_input", sheets.row_of("sales_input", "SI-16"), "evidence", "Seen")
    found = sheets.read()
    assert said(found) == [("changed", "SI-16", "evidence", "Seen")]


def test_lost_ids_are_found_by_what_rows_hold(sheets: Sheets) -> None:
    one = sheets.list("sales_input")
    for row in one.rows:
        sheets.put(one, row.number, one.id_column, None)
    sheets.type("sales_input", one.rows[2].number, "evidence", "Seen")
    found = sheets.read()
    assert said(found) == [("changed", "SI-03", "evidence", "Seen")]


def test_inserted_deleted_and_copied_rows(sheets: Sheets) -> None:
    one = sheets.list("goal")
    sheets.delete("goal", sheets.row_of("goal", "G3"))
    row = sheets.row_of("goal", "G2")
    sheets.insert("goal", row)
    sheets.type("goal", row, "title", "A goal of its own")
    sheets.type("goal", row, "owner_sales", sheets.plan.people.ordered[0].name)
    copy = one.rows[0]
    end = max(one.sheet.rows) + 1
    one.sheet.rows[end] = one.sheet.rows[copy.number]
    found = sheets.read()
    assert sorted(said(found)) == [
        ("added", "G1", "", sheets.plan.goals.ordered[0].title),
        ("added", "goal", "", "A goal of its own"),
        ("deleted", "G3", "", None),
    ] or sorted(kind for kind, *_rest in said(found)) == ["added", "added", "deleted"]
    made = {row.title: row for row in new_rows(found, "goal")}
    assert made["A goal of its own"].owner_sales == sheets.plan.people.ordered[0].id
    assert made[sheets.plan.goals.ordered[0].title].code is None
    assert any("copy of another" in note for note in found.notes)


def test_when_most_of_a_list_is_missing_none_is_deleted(sheets: Sheets) -> None:
    for code in ("G1", "G2", "G3"):
        sheets.delete("goal", sheets.row_of("goal", code))
    found = sheets.read()
    assert said(found) == []
    assert "none of them is deleted" in found.notes[0]


def test_a_line_between_lines_of_an_activity_belongs_to_it(sheets: Sheets) -> None:
    lines = sheets.plan.budget_lines
    activity = next(one for one in sheets.plan.activities if sum(line.activity == one.id for line in lines) > 1)
    own = [line for line in lines if line.activity == activity.id]
    row = sheets.row_of("budget_line", own[1].code or "")
    sheets.insert("budget_line", row)
    sheets.type("budget_line", row, "description", "A new line")
    sheets.type("budget_line", row, "2027-03", 500)
    (line,) = new_rows(found := sheets.read(), "budget_line")
    assert (line.description, line.activity, line.amount) == ("A new line", activity.id, 50_000)
    assert found.problems == []


def test_new_rows_may_speak_of_each_other(sheets: Sheets) -> None:
    row = max(found.number for found in sheets.list("activity").rows) + 1
    sheets.insert("activity", row)
    sheets.type("activity", row, "title", "A day at the plant")
    sheets.type("activity", row, "2027-04", 12)
    first = sheets.list("budget_line").rows[0].number
    sheets.type("budget_line", first, "activity", "A day at the plant")
    found = sheets.read()
    (activity,) = new_rows(found, "activity")
    assert found.problems == []
    assert activity.id in {line.activity for line in found.theirs.budget_lines}
    assert [cell.likely for cell in found.theirs.lead_months if cell.activity == activity.id] == [12.0]


def test_moved_strange_and_missing_columns(sheets: Sheets) -> None:
    one = sheets.list("goal")
    title, metric = one.columns["title"], one.columns["metric"]
    for number in [one.head, *(row.number for row in one.rows)]:
        cells = [*one.sheet.rows[number]]
        cells[title - 1], cells[metric - 1] = cells[metric - 1], cells[title - 1]
        cells.insert(5, "Remarks" if number == one.head else "hello")
        del cells[8]
        one.sheet.rows[number] = tuple(cells)
    found = sheets.read()
    assert said(found) == []
    assert "Remarks" in found.notes[0]


def test_formulas_that_people_wrote_over_are_noticed(sheets: Sheets) -> None:
    sheets.type("budget_line", sheets.row_of("budget_line", "B-03"), "year", 99)
    found = sheets.read()
    assert said(found) == []
    row = sheets.row_of("budget_line", "B-03")
    assert found.notes == [f"“Year” on “Budget” is calculated; what was typed over it (row {row}) is not taken."]


def test_a_list_that_was_taken_out_changes_nothing(sheets: Sheets) -> None:
    sheets.raw.sheets = [sheet for sheet in sheets.raw.sheets if sheet.title != "Goals"]
    found = sheets.read()
    assert said(found) == []
    assert "Goals" in found.notes[0]


def test_votes_ratings_and_spending_come_back(sheets: Sheets) -> None:
    one = sheets.list("dot")
    before = sheets.plan.dots[one.rows[3].id]
    sheets.type("dot", one.rows[3].number, "dots", before.dots + 2)
    line = sheets.plan.budget_lines.ordered[0]
    spend = sheets.list("amount")
    row = spend.head + 1
    for key, value in (("line", line.code), ("month", date(2027, 2, 1)), ("actual", 250), ("note", "paid")):
        sheets.type("amount", row, key, value)
    found = sheets.read()
    assert found.problems == []
    assert found.theirs.dots[before.id].dots == before.dots + 2
    (cell,) = [cell for cell in found.theirs.amounts if cell.actual is not None]
    assert (cell.line, cell.month, cell.actual, cell.note) == (line.id, "2027-02", 25_000, "paid")


def test_runs_are_changed_added_and_taken_out(example: Plan, tmp_path: Path) -> None:
    activity = example.activities.by_code("A-15")
    assert activity is not None
    runs = [
        Run(id=f"run-{month}", position=place, activity=activity.id, start=month, end=month)
        for place, month in enumerate(("2027-07", "2027-10", "2027-12"), 1)
    ]
    plan = example.with_tables({"run": Rows(runs)})
    sheets = Sheets(read_raw(written(plan, tmp_path / "plan.xlsx")), plan)
    quiet(sheets.read())
    first = sheets.list("run").rows[0].number
    sheets.type("run", first, "end", date(2027, 8, 1))
    sheets.insert("run", first + 1)
    sheets.type("run", first + 1, "activity", "A-03")
    sheets.type("run", first + 1, "start", "Sep 2027")
    sheets.type("run", first + 1, "end", "2027-09")
    sheets.delete("run", first + 3)
    found = sheets.read()
    assert found.problems == []
    (added,) = new_rows(found, "run")
    other = example.activities.by_code("A-03")
    assert other is not None and (added.activity, added.start, added.end) == (other.id, "2027-09", "2027-09")
    kept = [(row.id, row.start, row.end) for row in found.theirs.runs if row.id in plan.runs]
    assert kept == [("run-2027-07", "2027-07", "2027-08"), ("run-2027-10", "2027-10", "2027-10")]


def test_every_list_of_the_plan_comes_back(example: Plan, tmp_path: Path) -> None:
    made = one_row_each(example)
    found = came_back(written(made, tmp_path / "plan.xlsx"), made)
    quiet(found)


def one_row_each(plan: Plan) -> Plan:
    """The plan with a row in every table, so that no list is empty."""
    from planner.model.ids import new_row

    filled = plan
    for table in TABLES:
        if not len(plan.table(table)) and table not in ("amount", "lead_month", "prior_month", "facts", "funnel"):
            filled = filled.with_tables({table: Rows([new_row(plan, table)])})
    return filled


def shuffle(sheets: Sheets, table: str, by: random.Random, *, ids_too: bool, most: int | None = None) -> None:
    """Sort the rows of a list, with the column of ids or without it."""
    one = sheets.list(table)
    numbers = [row.number for row in one.rows][:most]
    rows = [one.sheet.rows[number] for number in numbers]
    mixed = rows[1:] + rows[:1] if most else by.sample(rows, len(rows))
    for number, old, new in zip(numbers, rows, mixed, strict=True):
        at = one.id_column - 1
        one.sheet.rows[number] = new if ids_too else (*new[:at], old[at], *new[at + 1 :])
