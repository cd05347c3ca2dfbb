"""How the budget will end, in four ways and the one that fits, and how far the goals have come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.calc.results import Results
from planner.model.plan import Actual, Plan, Rows
from planner.ui.pages.review.page import ReviewPage
from planner.ui.pages.review.trace import ENDING, GOALS, LEADS, reading, story
from planner.ui.workspace import Workspace

from .conftest import Shown

APRIL = ("2027-01", "2027-02", "2027-03", "2027-04")


def after_april(example: Plan) -> Plan:
    """Four months of the example with 98% of their money spent and 47% of every activity done."""
    spent = [replace(row, actual=round((row.planned or 0) * 0.98)) if row.month in APRIL else row
             for row in example.amounts]  # fmt: skip
    done = [replace(row, progress=0.47) for row in example.activities]
    goal = next(row for row in example.goals if row.code == "G3")
    used = Actual(id="used", measure="kpi", month="2027-04", goal=goal.id, value=0.545)
    return example.with_tables({"amount": Rows(spent), "activity": Rows(done), "actual": Rows([used])})


def test_four_ways_and_the_one_that_fits(example_plan: Plan) -> None:
    results = Results(after_april(example_plan))
    found = story(results, ENDING)
    assert found is not None
    assert (found.name, found.value) == ("How it will end", "€666,149")
    assert found.how.startswith("The third fits")
    assert [(line.name, line.value) for line in found.lines] == [
        ("If the rest costs as the part so far did", "€602,110"),
        ("If what went otherwise happens once", "€554,098"),
        ("If cost and delay both go on", "€666,149"),
        ("If the months ahead cost what they are given now", "€509,916"),
        ("What it is reckoned from", ""),
    ]
    typical = story(results, "typical")
    assert typical is not None
    assert [line.value for line in typical.lines] == ["€268,716", "€333,394", "−€86,710", ""]
    base = story(results, "base")
    assert base is not None
    values = [line.value for line in base.lines]
    assert values == ["€515,400", "€274,200", "€230,018", "€268,716", "0.86", "0.84", "1.16"]
    earned = story(results, "earned")
    assert earned is not None and earned.value == "€230,018"
    assert earned.lines[0].value == "47% of €105,000" and earned.lines[0].go.endswith(":progress")
    table = reading(results)
    assert table is not None
    assert [row[3] for row in table.rows] == ["", "", "fits", ""]
    assert [row[2] for row in table.rows] == ["−€86,710", "−€38,698", "−€150,749", "€5,484"]


def test_goals_by_how_far_they_have_come(example_plan: Plan) -> None:
    found = story(Results(after_april(example_plan)), GOALS)
    assert found is not None and found.value == "50%"
    assert (found.lines[0].name, found.lines[0].value) == (
        "Reps use current material in customer meetings every week", "50%",
    )  # fmt: skip
    assert {line.value for line in found.lines[1:]} == {"no figure yet"}


def test_where_nobody_knows_how_far_it_is_the_activities_are_named(example_plan: Plan) -> None:
    plan = after_april(example_plan)
    open_one = next(row for row in plan.activities if row.code == "A-06")
    unknown = plan.activities.with_changes({open_one.id: replace(open_one, progress=None, status=None)})
    results = Results(plan.with_tables({"activity": unknown}))
    found = story(results, ENDING)
    assert found is not None and found.value == "not known yet"
    assert [(line.value, line.go) for line in found.lines] == [("not known yet", f"row:{open_one.id}:progress")]
    assert story(results, "typical") is None and reading(results) is None


def test_a_full_count_of_leads_can_hide_a_poor_year(example_plan: Plan) -> None:
    came = [50, 148, 161, 86, 166, 165, 117, 109, 174, 423]
    rows = [Actual(id=f"l{at}", measure="leads", month=f"2027-{at:02d}", value=float(n))
            for at, n in enumerate(came, 1)]  # fmt: skip
    results = Results(example_plan.with_tables({"actual": Rows(rows)}))
    found = story(results, LEADS)
    assert found is not None and found.value == "80%"
    assert [line.value for line in found.lines] == ["1,599", "1,599", "100%", "80%"]
    assert story(Results(example_plan), LEADS) is None


def test_before_money_is_spent_there_is_nothing_to_tell(example_plan: Plan) -> None:
    results = Results(example_plan)
    assert [story(results, key) for key in (ENDING, GOALS, "typical", "nothing")] == [None] * 4
    assert reading(results) is None


def test_the_links_are_there_when_there_is_something_to_tell(
    open_workspace: Callable[[Plan], Workspace], example_plan: Plan, qtbot: QtBot
) -> None:
    page = ReviewPage(open_workspace(after_april(example_plan)))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    Shown(page)
    qtbot.mouseClick(page.ending, Qt.MouseButton.LeftButton)
    assert page.trace.key == ENDING
    page.trace.lines.opened.emit("2")
    assert page.trace.key == "both"
    page.trace.close_sheet()
    qtbot.mouseClick(page.goals, Qt.MouseButton.LeftButton)
    assert page.trace.key == GOALS


def test_without_money_and_goals_there_are_no_links(
    open_workspace: Callable[[Plan], Workspace], example_plan: Plan, qtbot: QtBot
) -> None:
    only_leads = example_plan.with_tables(
        {"actual": Rows([Actual(id="l", measure="leads", month="2027-01", value=40.0)])}
    )
    page = ReviewPage(open_workspace(only_leads))
    qtbot.addWidget(page)
    page.show()
    Shown(page)
    assert page.ending.isHidden() and page.goals.isHidden()
