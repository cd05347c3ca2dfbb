"""Where activities, their runs and their leads stand in time; what the edits of both share.

The start and end of an activity are its first run, the others are rows of their own: whichever comes first is made the
first. Two runs may touch; no day belongs to two of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, Month, RowId
from planner.model.ids import cell_id
from planner.model.plan import Activity, LeadMonth, Plan, Run
from planner.model.shift import later_month
from planner.model.words import month_words, name_of


class Place(NamedTuple):
    """From when to when, as the fields of an activity or a run say it: days are None where whole months are meant."""

    start: Month
    end: Month
    start_day: Day | None = None
    end_day: Day | None = None

    @property
    def first(self) -> Day:
        """A day that compares as its first one does."""
        return self.start_day if self.start_day and self.start_day[:7] == self.start else f"{self.start}-01"

    @property
    def last(self) -> Day:
        """A day that compares as its last one does."""
        return self.end_day if self.end_day and self.end_day[:7] == self.end else f"{self.end}-31"

    @property
    def starts(self) -> str:
        """When it starts: "March", or "8 March"."""
        return _day_words(self.start, self.start_day)

    @property
    def ends(self) -> str:
        """When it ends: "April", or "7 April"."""
        return _day_words(self.end, self.end_day)


def _day_words(month: Month, day: Day | None) -> str:
    return f"{int(day[8:])} {month_words(month)}" if day else month_words(month)


def activity_of(plan: Plan, id: RowId) -> Activity:
    """The activity with this id. Raises EditRefused where it is gone."""
    found = plan.activities.get(id)
    if found is None:
        raise EditRefused(_("This activity is no longer in the plan."))
    return found


def run_of(plan: Plan, activity: RowId, run: RowId | None) -> Activity | Run:
    """One run of an activity: the first, which is the activity itself, or a later one. Raises EditRefused."""
    row = activity_of(plan, activity)
    if run is None or run == activity:
        return row
    later = plan.runs.get(run)
    if later is None or later.activity != activity:
        raise EditRefused(_("This run is no longer in the plan."))
    return later


def place_of(row: Activity | Run) -> Place | None:
    """When a run is; None where its start or end is not known."""
    return Place(row.start, row.end, row.start_day, row.end_day) if row.start and row.end else None


def runs_of(plan: Plan, activity: RowId) -> list[Activity | Run]:
    """All runs of an activity, itself in front."""
    return [activity_of(plan, activity), *plan.runs.linked("activity", activity)]


def put_place(write: Writer, activity: RowId, row: Activity | Run, at: Place) -> None:
    """Give a run its place, unless some of its days belong to another run of the activity: that is refused."""
    for other in runs_of(write.plan, activity):
        there = place_of(other)
        if other.id != row.id and there and at.first <= there.last and there.first <= at.last:
            words = {"name": name_of(write.plan, activity_of(write.plan, activity)), "start": there.starts}
            raise EditRefused(_("{name} runs in {start} already. Choose a time that is still free.").format(**words))
    write.update(row.TABLE, row.id, **at._asdict())


def settle(write: Writer, activity: RowId) -> None:
    """Make the earliest run the first one."""
    own = activity_of(write.plan, activity)
    here = place_of(own)
    later = [(at, run) for run in runs_of(write.plan, activity)[1:] if (at := place_of(run))]
    if here is None or not later:
        return
    at, run = min(later, key=lambda one: one[0].first)
    if at.first < here.first:
        write.update("activity", own.id, **at._asdict())
        write.update("run", run.id, **here._asdict())


def months_in(place: Place | None) -> set[Month]:
    """The months that a run touches."""
    if place is None:
        return set()
    found, month = set(), place.start
    while month <= place.end:
        found.add(month)
        month = later_month(month, 1)
    return found


def leads_of(plan: Plan, activity: RowId) -> dict[Month, LeadMonth]:
    """The leads of an activity by month."""
    return {cell.month: cell for cell in plan.lead_months if cell.activity == activity}


def put_leads(write: Writer, activity: RowId, wanted: Mapping[Month, float | None]) -> None:
    """Leads in these months and in no others; empty ones go away."""
    known = {month: likely for month, likely in wanted.items() if likely is not None}
    gone = [cell.id for month, cell in leads_of(write.plan, activity).items() if month not in known]
    cells = [
        LeadMonth(id=cell_id("lead_month", activity, month), activity=activity, month=month, likely=likely)
        for month, likely in known.items()
    ]
    fresh = [cell for cell in cells if write.plan.lead_months.get(cell.id) != cell]
    if gone:
        write.delete("lead_month", gone)
    if fresh:
        write.put(fresh)


def move_leads(write: Writer, activity: RowId, by: int, only: Collection[Month] | None = None) -> None:
    """Bring leads so many months on: all of them, or only those of some months, which join what is there already."""
    wanted: dict[Month, float] = {}
    for month, cell in leads_of(write.plan, activity).items():
        if cell.likely is not None:
            to = later_month(month, by) if only is None or month in only else month
            wanted[to] = wanted.get(to, 0.0) + cell.likely
    put_leads(write, activity, wanted)


def count_leads(write: Writer, activity: RowId) -> None:
    """Make the likely leads of an activity the sum of its months."""
    known = [cell.likely for cell in leads_of(write.plan, activity).values() if cell.likely is not None]
    total = sum(known) if known else None
    if activity_of(write.plan, activity).leads_likely != total:
        write.update("activity", activity, leads_likely=total)
