"""A month is entered in one step; promises are checked."""

from __future__ import annotations

import pytest

from planner.model.edits import EditRefused, PutRows, SetFields
from planner.model.edits.budget import amount_in
from planner.model.edits.review import CheckPromise, EnterMonth
from planner.model.journal import Journal
from planner.model.plan import Actual, Commitment

from .conftest import Apply

LEADS = ("leads", None, None)


def test_a_month_is_one_step_and_names_its_figures(journal: Journal, apply: Apply) -> None:
    change = apply(EnterMonth("2027-03", {"fair": 1_400_000, "film": 0}, {LEADS: 24.0}, "CRM"))
    assert change is not None and change.label == "Enter March: 3 figures"
    assert amount_in(journal.plan, "fair", "2027-03", "actual") == 1_400_000
    assert amount_in(journal.plan, "film", "2027-03", "actual") == 0
    (row,) = journal.plan.actuals
    assert (row.measure, row.month, row.value, row.source) == ("leads", "2027-03", 24.0, "CRM")
    change = apply(EnterMonth("2027-03", {"fair": 1_200_000}))
    assert change is not None and change.label == "Enter March: Trade fair spent, £12k"
    change = apply(EnterMonth("2027-03", {}, {LEADS: 26.0}))
    assert change is not None and change.label == "Enter March: leads, 26"
    assert [row.value for row in journal.plan.actuals] == [26.0]
    assert [row.source for row in journal.plan.actuals] == ["CRM"]


def test_an_emptied_figure_is_gone_and_not_zero(journal: Journal, apply: Apply) -> None:
    apply(EnterMonth("2027-03", {"fair": 1_400_000}, {LEADS: 24.0}))
    apply(EnterMonth("2027-03", {"fair": None}, {LEADS: None}))
    assert amount_in(journal.plan, "fair", "2027-03", "actual") is None
    assert not len(journal.plan.actuals)


def test_a_figure_that_stood_twice_is_typed_once(journal: Journal, apply: Apply) -> None:
    apply(PutRows(tuple(Actual(id=f"x{n}", measure="leads", month="2027-03", value=5.0) for n in (1, 2)), "Import"))
    apply(EnterMonth("2027-03", {}, {LEADS: 12.0}))
    assert [row.value for row in journal.plan.actuals] == [12.0]


def test_locked_lines_take_facts_and_unknown_ones_are_refused(journal: Journal, apply: Apply) -> None:
    apply(SetFields("budget_line", "fair", {"locked": True}))
    apply(EnterMonth("2027-03", {"fair": 100}))
    assert amount_in(journal.plan, "fair", "2027-03", "actual") == 100
    with pytest.raises(EditRefused):
        apply(EnterMonth("2027-03", {"none": 100}))


def test_promises_are_kept_broken_and_left_open(journal: Journal, apply: Apply) -> None:
    apply(PutRows((Commitment(id="c", promise="35 leads"),), "Start"))
    change = apply(CheckPromise("c", "2027-01", False, 26.0, "Meet on 13 May"))
    assert change is not None and change.label == "Broken in January: “35 leads”"
    (row,) = journal.plan.promise_checks
    assert (row.kept, row.value, row.next_step) == (False, 26.0, "Meet on 13 May")
    change = apply(CheckPromise("c", "2027-01", True, 36.0))
    assert change is not None and change.label == "Kept in January: “35 leads”"
    (row,) = journal.plan.promise_checks
    assert (row.kept, row.value, row.next_step) == (True, 36.0, None)
    assert CheckPromise("c", "2027-Q1", True).label(journal.plan) == "Kept in Q1 2027: “35 leads”"
    apply(CheckPromise("c", "2027-01", None))
    assert not len(journal.plan.promise_checks)
