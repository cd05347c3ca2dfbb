"""Edits of any row: what follows from one."""

from __future__ import annotations

from planner.model.edits import AddRow, SetFields
from planner.model.journal import Journal
from planner.model.plan import SINGLETONS

from .conftest import Apply


def test_goals_in_the_currency_of_the_plan_follow_it(journal: Journal, apply: Apply) -> None:
    for id, unit in (("orders", "GBP"), ("reps", "share"), ("abroad", "USD")):
        apply(AddRow("goal", {"title": id, "unit": unit}, id=id))
    apply(SetFields("facts", SINGLETONS["facts"], {"currency": "EUR"}))
    assert [(goal.id, goal.unit) for goal in journal.plan.goals] == [
        ("orders", "EUR"),
        ("reps", "share"),
        ("abroad", "USD"),
    ]
