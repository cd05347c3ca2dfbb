"""What rows are called in the names of edits and in the history."""

from __future__ import annotations

import pytest

from planner.model.plan import Plan, Rate, Stage
from planner.model.words import name_of


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
