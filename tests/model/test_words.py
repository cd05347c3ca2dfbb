"""What rows are called in the names of edits and in the history."""

from __future__ import annotations

import pytest

from planner.model.plan import Activity, Amount, BudgetLine, Plan, Rate, Rows, Run, Stage
from planner.model.words import name_of, whole_name


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (Rate(id="r", code="lead_to_mql"), "Leads → Qualified by marketing"),
        (Rate(id="r", code="trial_to_won"), "trial → Orders"),
        (Stage(id="s", code="opp"), "Opportunities"),
        (Rate(id="r"), "a rate"),
    ],
)
def test_stages_and_steps_are_called_what_people_call_them(row: Rate | Stage, name: str) -> None:
    assert name_of(Plan(), row) == name


LONG = "Always-on demand programme (search and professional network ads)"


def test_a_long_name_is_short_in_a_sentence_and_whole_where_a_place_shortens_it() -> None:
    row = Activity(id="a", code="A-01", title=f"{LONG}\n")
    assert name_of(Plan(), row) == "Always-on demand programme (search and…"
    assert whole_name(Plan(), row) == LONG


def test_a_cell_of_a_grid_is_called_by_its_line_and_month_however_long() -> None:
    plan = Plan().with_tables({"budget_line": Rows([BudgetLine(id="b", description=LONG)])})
    cell = Amount(id="c", line="b", month="2027-03")
    assert name_of(plan, cell) == "Always-on demand programme (search and…, March"
    assert whole_name(plan, cell) == f"{LONG}, March"


def test_a_run_is_called_by_its_activity_and_when_it_starts() -> None:
    plan = Plan().with_tables({"activity": Rows([Activity(id="mailing", title="Renewal mailing")])})
    assert name_of(plan, Run(id="r", activity="mailing", start="2027-07")) == "Renewal mailing, July"
    assert name_of(plan, Run(id="r", activity="mailing")) == "Renewal mailing"
    assert name_of(plan, Run(id="r")) == "another run"
