"""A pack holds what one person or side is asked and owns, and nothing else; it comes back with their name on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.calc.results import Results
from planner.exchange.homework import NobodyError, Recipient, due_day, recipient, write_homework
from planner.exchange.workbook.marks import read_marks
from planner.exchange.workbook_in.raw import read_raw
from planner.exchange.workbook_in.returned import Returned, read_returned
from planner.model.changes import Moment
from planner.model.plan import Plan, Rows, Run

TODAY = "2026-11-16"


def written(plan: Plan, folder: Path, name: str) -> Path:
    to = recipient(plan, name)
    exported = Moment("p", "e", 3)
    return write_homework(plan, Results(plan, TODAY), folder / "pack.xlsx", to, exported=exported, today=TODAY)


def came_back(plan: Plan, path: Path, by: str | None = None) -> Returned:
    raw = read_raw(path)
    return read_returned(raw, read_marks(raw.marks), plan, plan, by, "2026-11-20")


def answered(path: Path, *typed: tuple[str, str, str, str, Any]) -> None:
    """Type into cells: sheet, heading of a known column, what stands there, heading of the column, value."""
    book = load_workbook(path)
    for title, known, said, heading, value in typed:
        sheet = book[title]
        columns: dict[Any, int] = {}
        for row in sheet.iter_rows():
            if any(cell.value == "Row ID" for cell in row):
                columns = {cell.value: cell.column for cell in row if cell.value}
            elif known in columns and heading in columns and row[columns[known] - 1].value == said:
                cell = row[columns[heading] - 1]
                assert not cell.protection.locked
                cell.value = value
                break
        else:
            raise AssertionError((title, said))
    book.save(path)


def test_people_and_sides_are_known_by_what_they_are_called(example: Plan) -> None:
    marten = next(person for person in example.people if person.name == "Marten Dahl")
    assert recipient(example, " marten  dahl ").person == marten
    assert recipient(example, marten.code or "").person == marten
    assert recipient(example, "Agency") == Recipient("agency")
    with pytest.raises(NobodyError, match="Nobody in this plan is called Zed"):
        recipient(example, "Zed")


def test_answers_are_wanted_before_the_next_date_of_the_plan(example: Plan) -> None:
    assert due_day(example, TODAY) == example.facts.budget_lock_date
    assert due_day(Plan(), TODAY) == "2026-11-23"
    assert due_day(Plan(), "") == ""


def test_nothing_typed_is_no_change(example: Plan, tmp_path: Path) -> None:
    marten = next(person for person in example.people if person.name == "Marten Dahl")
    for name, by in (("Marten Dahl", marten.id), ("sales", None), ("agency", None), ("finance", None)):
        found = came_back(example, written(example, tmp_path, name), by)
        assert (found.theirs == example, found.problems, found.notes) == (True, [], []), name


def test_answers_come_back_with_the_name_of_their_giver(example: Plan, tmp_path: Path) -> None:
    marten = next(person for person in example.people if person.name == "Marten Dahl")
    path = written(example, tmp_path, "Marten Dahl")
    material, rate = example.materials.ordered[0], example.rates.ordered[0]
    goal = next(goal for goal in example.goals if goal.owner_sales == marten.id)
    mine = (None, marten.id)
    question = next(row for row in example.questions if row.status != "answered" and row.answered_by in mine)
    book = load_workbook(path)
    asked = [row[3].value for row in book["Questions"].iter_rows() if row[2].value == "goals-1"]
    answered(
        path,
        ("Questions", "Code", "goals-1", "Answer", "The second order."),
        ("Questions", "Code", question.code or "", "Answer", "In March."),
        ("Ratings", "Material", material.name or "", "Rating", 2),
        ("Figures", "Code", rate.code or "", "Likely", 0.44),
        ("Yours", "Code", goal.code or "", "Says who", "CRM, today"),
        ("Input", "In their words", None, "In their words", "They want a price guide"),  # type: ignore[arg-type]
    )
    found = came_back(example, path, marten.id)
    assert found.problems == []
    theirs = found.theirs
    (answer,) = theirs.coach_answers
    assert (answer.code, answer.answer, answer.state, answer.by, answer.on) == (
        "goals-1", "The second order.", "answered", marten.id, "2026-11-20")  # fmt: skip
    assert asked
    now = theirs.questions[question.id]
    assert (now.answer, now.status, now.answered_by) == ("In March.", "answered", marten.id)
    (rating,) = theirs.ratings
    assert (rating.material, rating.score, rating.person, rating.function) == (material.id, 2, marten.id, "sales")
    assert theirs.rates[rate.id].most_likely == 0.44
    assert theirs.goals[goal.id].baseline_source == "CRM, today"
    (said,) = [row for row in theirs.sales_inputs if row.id not in example.sales_inputs]
    assert (said.text, said.given_by, said.date) == ("They want a price guide", marten.id, "2026-11-20")
    assert len(theirs.materials) == len(example.materials), "a pack takes nothing out"


def test_when_ones_own_activities_run_again_can_be_changed(example: Plan, tmp_path: Path) -> None:
    film = next(row for row in example.activities if row.code == "A-15")
    owner = example.people[film.owner or ""].name or ""
    other = next(row for row in example.activities if row.owner not in (None, film.owner))
    runs = Rows(
        Run(id=row.code or "", activity=row.id, start="2027-09", end="2027-09", position=place)
        for place, row in enumerate((film, other), 1)
    )
    plan = example.with_tables({"run": runs})
    path = written(plan, tmp_path, owner)
    answered(path, ("Yours", "Activity", "A-15", "Ends", "Oct 2027"))
    found = came_back(plan, path, film.owner)
    assert found.problems == []
    assert [row.end for row in found.theirs.runs] == ["2027-10", "2027-09"]
    book = load_workbook(path)
    assert other.code not in [cell.value for row in book["Yours"].iter_rows() for cell in row]


def test_only_answers_can_be_typed(example: Plan, tmp_path: Path) -> None:
    book = load_workbook(written(example, tmp_path, "sales"))
    visible = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert all(sheet.protection.sheet for sheet in visible)
    assert all(cell.protection.locked for sheet in visible for row in sheet.iter_rows(max_col=3) for cell in row
               if cell.value)  # fmt: skip
    assert visible[0]["D6"].value == "30 Nov 2026"


def test_a_pack_for_the_agency_holds_nothing_that_it_may_not_see(example: Plan, tmp_path: Path) -> None:
    book = load_workbook(written(example, tmp_path, "agency"))
    assert "Figures" not in book.sheetnames
    assert {sheet.title for sheet in book if sheet.sheet_state == "visible"} >= {"Contents", "Input"}
