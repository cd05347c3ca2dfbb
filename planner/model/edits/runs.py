"""What is done to the runs of an activity: add one, move all of them, take one away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.edits.placing import (
    Place,
    activity_of,
    count_leads,
    leads_of,
    months_in,
    move_leads,
    place_of,
    put_leads,
    put_place,
    run_of,
    runs_of,
    settle,
)
from planner.model.fields import RowId
from planner.model.ids import new_row
from planner.model.plan import Plan
from planner.model.words import name_of


@dataclass(frozen=True)
class RunAgain:
    """Let an activity take place once more; ``run`` may be given so that the caller can go to it afterwards.

    Refused: an activity without a first run, and days that another run has already.
    """

    id: RowId
    at: Place
    run_id: RowId | None = None

    def label(self, plan: Plan) -> str:
        words = {"name": name_of(plan, activity_of(plan, self.id)), "start": self.at.starts, "end": self.at.ends}
        if self.at.starts == self.at.ends:
            return _("Run {name} again in {start}").format(**words)
        return _("Run {name} again from {start} to {end}").format(**words)

    def run(self, write: Writer) -> None:
        if place_of(activity_of(write.plan, self.id)) is None:
            raise EditRefused(_("Say first when it starts and ends; then it can run again."))
        given = {"id": self.run_id} if self.run_id else {}
        row = new_row(write.plan, "run", activity=self.id, **given)
        write.put([row])
        put_place(write, self.id, row, self.at)
        settle(write, self.id)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class MoveRuns:
    """Move all runs of an activity at once: where each of them goes, by its id, the first one's being the activity's.

    ``leads_by`` moves all its leads by so many months along with them.
    """

    id: RowId
    places: Mapping[RowId, Place]
    leads_by: int = 0

    def label(self, plan: Plan) -> str:
        starts = [at.starts for at in sorted(self.places.values(), key=lambda at: at.first)]
        words = {"name": name_of(plan, activity_of(plan, self.id)), "several": ", ".join(starts[:-1])}
        return _("Move {name} to {several} and {last}").format(**words, last=starts[-1])

    def run(self, write: Writer) -> None:
        for id, at in self.places.items():
            row = run_of(write.plan, self.id, id)
            write.update(row.TABLE, row.id, **at._asdict())
        settle(write, self.id)
        if self.leads_by:
            move_leads(write, self.id, self.leads_by)

    def merges_with(self) -> str | None:
        return f"schedule {self.id}"


@dataclass(frozen=True)
class StopRun:
    """Take one run away; where it is the first, the next one becomes the first. The leads of its months go with it.

    Refused: the only run.
    """

    id: RowId
    run_id: RowId

    def label(self, plan: Plan) -> str:
        at = place_of(run_of(plan, self.id, self.run_id))
        name = name_of(plan, activity_of(plan, self.id))
        if at is None:
            return _("Take a run of {name} away").format(name=name)
        return _("Do not run {name} in {start}").format(name=name, start=at.starts)

    def run(self, write: Writer) -> None:
        gone = run_of(write.plan, self.id, self.run_id)
        before = place_of(gone)
        if gone.TABLE == "run":
            write.delete("run", [gone.id])
        else:
            self._promote(write)
        left = set().union(*(months_in(place_of(row)) for row in runs_of(write.plan, self.id)))
        lost = months_in(before) - left
        leads = {month: cell.likely for month, cell in leads_of(write.plan, self.id).items()}
        if lost & leads.keys():
            put_leads(write, self.id, {month: likely for month, likely in leads.items() if month not in lost})
            count_leads(write, self.id)

    def _promote(self, write: Writer) -> None:
        """The next run becomes the first."""
        later = [(at, run) for run in runs_of(write.plan, self.id)[1:] if (at := place_of(run))]
        if not later:
            raise EditRefused(_("It runs only once. To do without it, delete the activity."))
        at, run = min(later, key=lambda one: one[0].first)
        write.update("activity", self.id, **at._asdict())
        write.delete("run", [run.id])

    def merges_with(self) -> str | None:
        return None
