"""What is done to activities: move them in time, give them leads by month, say what they need first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.i18n import _, figure
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
from planner.model.fields import Day, Month, RowId
from planner.model.plan import Activity, Plan
from planner.model.words import month_words, name_of


@dataclass(frozen=True)
class Schedule:
    """Say when an activity, or one of its later runs, starts and ends. Days are None where whole months are meant.

    ``leads_by`` moves its leads by so many months along with it, those of its own months where there are other runs;
    its money stays in the months it is planned for. Refused: days that another run has already.
    """

    id: RowId
    start: Month
    end: Month
    start_day: Day | None = None
    end_day: Day | None = None
    leads_by: int = 0
    run_id: RowId | None = None

    @property
    def _place(self) -> Place:
        return Place(self.start, self.end, self.start_day, self.end_day)

    def label(self, plan: Plan) -> str:
        row, at = run_of(plan, self.id, self.run_id), self._place
        words = {"name": name_of(plan, activity_of(plan, self.id)), "start": at.starts, "end": at.ends}
        same_start = (row.start, row.start_day) == (self.start, self.start_day)
        same_end = (row.end, row.end_day) == (self.end, self.end_day)
        if same_start and not same_end:
            return _("Let {name} end in {end}").format(**words)
        if same_end and not same_start:
            return _("Let {name} start in {start}").format(**words)
        if at.starts == at.ends:
            return _("Move {name} to {start}").format(**words)
        return _("Move {name} to {start} until {end}").format(**words)

    def run(self, write: Writer) -> None:
        row = run_of(write.plan, self.id, self.run_id)
        before, several = place_of(row), len(runs_of(write.plan, self.id)) > 1
        put_place(write, self.id, row, self._place)
        settle(write, self.id)
        if self.leads_by:
            move_leads(write, self.id, self.leads_by, months_in(before) if several else None)

    def merges_with(self) -> str | None:
        return f"schedule {self.run_id or self.id}"


@dataclass(frozen=True)
class SetLeads:
    """Set the likely leads of an activity by month; None empties a month. Its likely total becomes their sum.

    ``said`` replaces the label, for gestures with a name of their own.
    """

    id: RowId
    months: Mapping[Month, float | None]
    said: str = ""

    def label(self, plan: Plan) -> str:
        name = name_of(plan, activity_of(plan, self.id))
        if self.said or len(self.months) != 1:
            return self.said or _("Leads of {name} by month").format(name=name)
        ((month, likely),) = self.months.items()
        leads = _("none") if likely is None else figure(f"{likely:,g}")
        words = {"name": name, "month": month_words(month), "leads": leads}
        return _("Leads of {name}, {month}: {leads}").format(**words)

    def run(self, write: Writer) -> None:
        activity_of(write.plan, self.id)
        now: dict[Month, float | None] = {month: cell.likely for month, cell in leads_of(write.plan, self.id).items()}
        put_leads(write, self.id, {**now, **self.months})
        count_leads(write, self.id)

    def merges_with(self) -> str | None:
        return f"leads {self.id} {' '.join(self.months)}" if len(self.months) == 1 else None


@dataclass(frozen=True)
class EstimateLeads:
    """Say how many leads an activity brings, and by which months the likely ones arrive; other months go empty."""

    id: RowId
    low: float | None
    likely: float | None
    high: float | None
    months: Mapping[Month, float | None]

    def label(self, plan: Plan) -> str:
        name = name_of(plan, activity_of(plan, self.id))
        if self.likely is None:
            return _("Leads of {name}: not known").format(name=name)
        if self.low is None or self.high is None:
            return _("Leads of {name}: {likely}").format(name=name, likely=figure(f"{self.likely:,g}"))
        three = {"low": self.low, "likely": self.likely, "high": self.high}
        words = {key: figure(f"{value:,g}") for key, value in three.items()}
        return _("Leads of {name}: {low} to {high}, likely {likely}").format(name=name, **words)

    def run(self, write: Writer) -> None:
        activity_of(write.plan, self.id)
        put_leads(write, self.id, self.months)
        write.update("activity", self.id, leads_low=self.low, leads_likely=self.likely, leads_high=self.high)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class NeedFirst:
    """Say that an activity needs another one to be finished first, or that it does not. Refused: a circle."""

    id: RowId
    first: RowId
    needed: bool = True

    def label(self, plan: Plan) -> str:
        words = {name: name_of(plan, activity_of(plan, id)) for name, id in (("name", self.id), ("first", self.first))}
        if self.needed:
            return _("{name} needs {first} first").format(**words)
        return _("{name} no longer waits for {first}").format(**words)

    def run(self, write: Writer) -> None:
        row, first = activity_of(write.plan, self.id), activity_of(write.plan, self.first)
        if self.needed and self.id in _all_needed(write.plan, first):
            words = {"name": name_of(write.plan, row), "first": name_of(write.plan, first)}
            raise EditRefused(_("{first} waits for {name} already, so it cannot come first.").format(**words))
        others = tuple(id for id in row.depends_on if id != self.first)
        write.update("activity", self.id, depends_on=(*others, self.first) if self.needed else others)

    def merges_with(self) -> str | None:
        return None


def _all_needed(plan: Plan, activity: Activity) -> set[RowId]:
    """An activity and everything that has to be finished before it."""
    found: set[RowId] = set()
    waiting = [activity.id]
    while waiting:
        id = waiting.pop()
        row = plan.activities.get(id)
        if row is not None and id not in found:
            found.add(id)
            waiting.extend(row.depends_on)
    return found
