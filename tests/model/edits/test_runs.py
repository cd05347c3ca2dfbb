"""An activity that takes place several times."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, Edit, EditRefused
from planner.model.edits.activities import Schedule, SetLeads
from planner.model.edits.placing import Place
from planner.model.edits.runs import MoveRuns, RunAgain, StopRun
from planner.model.journal import Journal

from .conftest import NOW, Apply

TESS = Author("Tess Bright")
APRIL, JULY, OCTOBER = (Place(month, month) for month in ("2027-04", "2027-07", "2027-10"))


@pytest.fixture
def mailing(apply: Apply) -> str:
    apply(AddRow("activity", {"title": "Renewal mailing", "start": "2027-04", "end": "2027-04"}, id="mailing"))
    apply(RunAgain("mailing", JULY, "in-july"))
    apply(RunAgain("mailing", OCTOBER, "in-october"))
    apply(SetLeads("mailing", {"2027-04": 20.0, "2027-07": 30.0, "2027-08": 5.0, "2027-10": 40.0}))
    return "mailing"


def starts(journal: Journal) -> list[str | None]:
    rows = [*journal.plan.activities, *journal.plan.runs]
    return [row.start_day or row.start for row in rows]


def leads(journal: Journal) -> dict[str, float | None]:
    return {cell.month[5:]: cell.likely for cell in journal.plan.lead_months}


@pytest.mark.parametrize(
    ("edit", "label"),
    [
        (RunAgain("mailing", Place("2027-12", "2027-12")), "Run Renewal mailing again in December"),
        (RunAgain("mailing", Place("2027-12", "2028-01")), "Run Renewal mailing again from December to January"),
        (Schedule("mailing", "2027-08", "2027-08", run_id="in-july"), "Move Renewal mailing to August"),
        (Schedule("mailing", "2027-07", "2027-08", run_id="in-july"), "Let Renewal mailing end in August"),
        (StopRun("mailing", "in-july"), "Do not run Renewal mailing in July"),
        (StopRun("mailing", "mailing"), "Do not run Renewal mailing in April"),
        (
            MoveRuns("mailing", {"mailing": Place("2027-05", "2027-05"), "in-july": Place("2027-08", "2027-08")}),
            "Move Renewal mailing to May and August",
        ),
    ],
)
def test_the_label_says_what_is_done(journal: Journal, mailing: str, edit: Edit, label: str) -> None:
    assert edit.label(journal.plan) == label


def test_a_run_that_is_moved_takes_its_own_leads_along(journal: Journal, apply: Apply, mailing: str) -> None:
    before = journal.plan
    apply(Schedule(mailing, "2027-08", "2027-08", leads_by=1, run_id="in-july"))
    assert starts(journal) == ["2027-04", "2027-08", "2027-10"]
    assert leads(journal) == {"04": 20.0, "08": 35.0, "10": 40.0}
    journal.undo(TESS, NOW)
    assert journal.plan == before


def test_quick_moves_of_one_run_are_one_step(journal: Journal, apply: Apply, mailing: str) -> None:
    before = journal.plan
    apply(Schedule(mailing, "2027-08", "2027-08", run_id="in-july"))
    apply(Schedule(mailing, "2027-09", "2027-09", run_id="in-july"))
    journal.undo(TESS, NOW)
    assert journal.plan == before


def test_a_run_that_is_moved_before_the_first_becomes_the_first(
    journal: Journal, apply: Apply, mailing: str
) -> None:
    apply(Schedule(mailing, "2027-02", "2027-02", "2027-02-08", None, run_id="in-october"))
    assert starts(journal) == ["2027-02-08", "2027-07", "2027-04"]
    apply(RunAgain(mailing, Place("2027-01", "2027-01")))
    assert starts(journal)[0] == "2027-01"


def test_all_runs_move_together(journal: Journal, apply: Apply, mailing: str) -> None:
    places = {"mailing": Place("2027-05", "2027-05"), "in-july": Place("2027-08", "2027-08")}
    apply(MoveRuns(mailing, {**places, "in-october": Place("2027-11", "2027-11")}, leads_by=1))
    assert starts(journal) == ["2027-05", "2027-08", "2027-11"]
    assert leads(journal) == {"05": 20.0, "08": 30.0, "09": 5.0, "11": 40.0}


@pytest.mark.parametrize(
    "edit",
    [
        RunAgain("mailing", Place("2027-06", "2027-07")),
        Schedule("mailing", "2027-04", "2027-07"),
        Schedule("mailing", "2027-07", "2027-08", "2027-07-31", None),
    ],
)
def test_no_day_belongs_to_two_runs(journal: Journal, apply: Apply, mailing: str, edit: Edit) -> None:
    before = journal.plan
    with pytest.raises(EditRefused, match="Renewal mailing runs in July already"):
        apply(edit)
    assert journal.plan == before


def test_runs_may_touch_and_share_a_month(journal: Journal, apply: Apply, mailing: str) -> None:
    apply(Schedule(mailing, "2027-07", "2027-07", None, "2027-07-09", run_id="in-july"))
    apply(RunAgain(mailing, Place("2027-07", "2027-08", "2027-07-10", None)))
    assert starts(journal) == ["2027-04", "2027-07", "2027-10", "2027-07-10"]


def test_a_run_is_taken_away_with_the_leads_of_its_months(journal: Journal, apply: Apply, mailing: str) -> None:
    before = journal.plan
    apply(StopRun(mailing, "in-july"))
    assert starts(journal) == ["2027-04", "2027-10"]
    assert leads(journal) == {"04": 20.0, "08": 5.0, "10": 40.0}
    assert journal.plan.activities[mailing].leads_likely == 65
    journal.undo(TESS, NOW)
    assert journal.plan == before


def test_without_the_first_run_the_next_one_is_the_first(journal: Journal, apply: Apply, mailing: str) -> None:
    apply(StopRun(mailing, mailing))
    assert starts(journal) == ["2027-07", "2027-10"]
    apply(StopRun(mailing, mailing))
    with pytest.raises(EditRefused, match="It runs only once"):
        apply(StopRun(mailing, mailing))


def test_what_has_no_dates_cannot_run_again(journal: Journal, apply: Apply) -> None:
    apply(AddRow("activity", {"title": "Packline"}, id="open"))
    with pytest.raises(EditRefused, match="Say first when it starts and ends"):
        apply(RunAgain("open", JULY))


def test_runs_go_with_their_activity(journal: Journal, apply: Apply, mailing: str) -> None:
    before = journal.plan
    apply(DeleteRows("activity", (mailing,)))
    assert not len(journal.plan.runs)
    journal.undo(TESS, NOW + timedelta(minutes=1))
    assert journal.plan == before


def test_a_run_of_another_activity_is_not_taken(journal: Journal, apply: Apply, mailing: str) -> None:
    apply(AddRow("activity", {"title": "Film", "start": "2027-03", "end": "2027-03"}, id="film"))
    with pytest.raises(EditRefused, match="no longer in the plan"):
        apply(Schedule("film", "2027-05", "2027-05", run_id="in-july"))
