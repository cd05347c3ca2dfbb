"""Activities in time, their leads by month, what they need first."""

from __future__ import annotations

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, EditRefused, SetFields
from planner.model.edits.activities import EstimateLeads, NeedFirst, Schedule, SetLeads
from planner.model.journal import Journal

from .conftest import NOW, Apply

TESS = Author("Tess Bright")


@pytest.fixture
def fair(apply: Apply) -> str:
    apply(AddRow("activity", {"title": "Packline", "start": "2027-01", "end": "2027-02"}, id="fair-work"))
    apply(AddRow("activity", {"title": "Film", "start": "2027-03", "end": "2027-05"}, id="film-work"))
    apply(SetLeads("fair-work", {"2027-01": 10.0, "2027-02": 30.0}))
    return "fair-work"


def leads(journal: Journal, id: str) -> dict[str, float | None]:
    return {cell.month: cell.likely for cell in journal.plan.lead_months if cell.activity == id}


def test_a_move_takes_the_leads_along_and_is_one_step(journal: Journal, apply: Apply, fair: str) -> None:
    before = journal.plan
    change = apply(Schedule(fair, "2027-03", "2027-04", leads_by=2))
    assert change is not None and change.label == "Move Packline to March until April"
    assert leads(journal, fair) == {"2027-03": 10.0, "2027-04": 30.0}
    journal.undo(TESS, NOW)
    assert journal.plan == before


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (Schedule("fair-work", "2027-01", "2027-05"), "Let Packline end in May"),
        (Schedule("fair-work", "2027-02", "2027-02"), "Let Packline start in February"),
        (Schedule("fair-work", "2027-06", "2027-06"), "Move Packline to June"),
        (
            Schedule("fair-work", "2027-01", "2027-03", "2027-01-08", "2027-03-07"),
            "Move Packline to 8 January until 7 March",
        ),
        (SetLeads("fair-work", {"2027-02": 12.5}), "Leads of Packline, February: 12.5"),
        (SetLeads("fair-work", {"2027-02": None}), "Leads of Packline, February: none"),
        (SetLeads("fair-work", {"2027-01": 1.0, "2027-02": 2.0}), "Leads of Packline by month"),
    ],
)
def test_the_label_says_what_moved(journal: Journal, fair: str, edit: Schedule | SetLeads, label: str) -> None:
    assert edit.label(journal.plan) == label


def test_the_likely_total_is_the_sum_of_its_months(journal: Journal, apply: Apply, fair: str) -> None:
    assert journal.plan.activities[fair].leads_likely == 40
    apply(SetLeads(fair, {"2027-02": None}))
    assert leads(journal, fair) == {"2027-01": 10.0}
    assert journal.plan.activities[fair].leads_likely == 10
    apply(SetLeads(fair, {"2027-01": None}))
    assert journal.plan.activities[fair].leads_likely is None


def test_an_estimate_sets_range_and_months_as_one_step(journal: Journal, apply: Apply, fair: str) -> None:
    before = journal.plan
    change = apply(EstimateLeads(fair, 20, 50, 1200, {"2027-02": 30.0, "2027-03": 20.0}))
    assert change is not None and change.label == "Leads of Packline: 20 to 1,200, likely 50"
    row = journal.plan.activities[fair]
    assert (row.leads_low, row.leads_likely, row.leads_high) == (20, 50, 1200)
    assert leads(journal, fair) == {"2027-02": 30.0, "2027-03": 20.0}
    journal.undo(TESS, NOW)
    assert journal.plan == before


def test_what_waits_cannot_come_first(journal: Journal, apply: Apply, fair: str) -> None:
    change = apply(NeedFirst("film-work", fair))
    assert change is not None and change.label == "Film needs Packline first"
    assert journal.plan.activities["film-work"].depends_on == (fair,)
    with pytest.raises(EditRefused, match="Film waits for Packline already"):
        apply(NeedFirst(fair, "film-work"))
    with pytest.raises(EditRefused):
        apply(NeedFirst(fair, fair))
    change = apply(NeedFirst("film-work", fair, needed=False))
    assert change is not None and change.label == "Film no longer waits for Packline"
    assert journal.plan.activities["film-work"].depends_on == ()


def test_a_circle_that_came_with_a_file_ends_no_search(journal: Journal, apply: Apply, fair: str) -> None:
    apply(SetFields("activity", fair, {"depends_on": ("film-work",)}))
    apply(SetFields("activity", "film-work", {"depends_on": (fair,)}))
    with pytest.raises(EditRefused):
        apply(NeedFirst(fair, "film-work"))


def test_an_activity_that_is_gone_is_said(apply: Apply) -> None:
    with pytest.raises(EditRefused, match="no longer in the plan"):
        apply(Schedule("gone", "2027-01", "2027-02"))
