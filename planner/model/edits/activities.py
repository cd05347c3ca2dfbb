"""What is done to activities: move them in time, give them leads by month, say what they need first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.i18n import _, figure
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, Month, RowId
from planner.model.ids import cell_id
from planner.model.plan import Activity, LeadMonth, Plan
from planner.model.words import month_words, name_of


@dataclass(frozen=True)
class Schedule:
    """Say when an activity starts and ends. Days are None where whole months are meant.

    ``leads_by`` moves its leads by so many months along with it; its money stays in the months it is planned for.
    """

    id: RowId
    start: Month
    end: Month
    start_day: Day | None = None
    end_day: Day | None = None
    leads_by: int = 0

    def label(self, plan: Plan) -> str:
        row = _activity(plan, self.id)
        start, end = _place(self.start, self.start_day), _place(self.end, self.end_day)
        words = {"name": name_of(plan, row), "start": start, "end": end}
        same_start = (row.start, row.start_day) == (self.start, self.start_day)
        same_end = (row.end, row.end_day) == (self.end, self.end_day)
        if same_start and not same_end:
            return _("Let {name} end in {end}").format(**words)
        if same_end and not same_start:
            return _("Let {name} start in {start}").format(**words)
        if start == end:
            return _("Move {name} to {start}").format(**words)
        return _("Move {name} to {start} until {end}").format(**words)

    def run(self, write: Writer) -> None:
        _activity(write.plan, self.id)
        write.update(
            "activity", self.id, start=self.start, end=self.end, start_day=self.start_day, end_day=self.end_day
        )
        if self.leads_by:
            cells = _leads(write.plan, self.id)
            _put_leads(write, self.id, {_later(month, self.leads_by): cell.likely for month, cell in cells.items()})

    def merges_with(self) -> str | None:
        return f"schedule {self.id}"


@dataclass(frozen=True)
class SetLeads:
    """Set the likely leads of an activity by month; None empties a month. Its likely total becomes their sum.

    ``said`` replaces the label, for gestures with a name of their own.
    """

    id: RowId
    months: Mapping[Month, float | None]
    said: str = ""

    def label(self, plan: Plan) -> str:
        name = name_of(plan, _activity(plan, self.id))
        if self.said or len(self.months) != 1:
            return self.said or _("Leads of {name} by month").format(name=name)
        ((month, likely),) = self.months.items()
        leads = _("none") if likely is None else figure(f"{likely:,g}")
        words = {"name": name, "month": month_words(month), "leads": leads}
        return _("Leads of {name}, {month}: {leads}").format(**words)

    def run(self, write: Writer) -> None:
        _activity(write.plan, self.id)
        now: dict[Month, float | None] = {month: cell.likely for month, cell in _leads(write.plan, self.id).items()}
        _put_leads(write, self.id, {**now, **self.months})
        known = [cell.likely for cell in _leads(write.plan, self.id).values() if cell.likely is not None]
        total = sum(known) if known else None
        if write.plan.activities[self.id].leads_likely != total:
            write.update("activity", self.id, leads_likely=total)

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
        name = name_of(plan, _activity(plan, self.id))
        if self.likely is None:
            return _("Leads of {name}: not known").format(name=name)
        if self.low is None or self.high is None:
            return _("Leads of {name}: {likely}").format(name=name, likely=figure(f"{self.likely:,g}"))
        three = {"low": self.low, "likely": self.likely, "high": self.high}
        words = {key: figure(f"{value:,g}") for key, value in three.items()}
        return _("Leads of {name}: {low} to {high}, likely {likely}").format(name=name, **words)

    def run(self, write: Writer) -> None:
        _activity(write.plan, self.id)
        _put_leads(write, self.id, self.months)
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
        words = {name: name_of(plan, _activity(plan, id)) for name, id in (("name", self.id), ("first", self.first))}
        if self.needed:
            return _("{name} needs {first} first").format(**words)
        return _("{name} no longer waits for {first}").format(**words)

    def run(self, write: Writer) -> None:
        row, first = _activity(write.plan, self.id), _activity(write.plan, self.first)
        if self.needed and self.id in _all_needed(write.plan, first):
            words = {"name": name_of(write.plan, row), "first": name_of(write.plan, first)}
            raise EditRefused(_("{first} waits for {name} already, so it cannot come first.").format(**words))
        others = tuple(id for id in row.depends_on if id != self.first)
        write.update("activity", self.id, depends_on=(*others, self.first) if self.needed else others)

    def merges_with(self) -> str | None:
        return None


def _activity(plan: Plan, id: RowId) -> Activity:
    found = plan.activities.get(id)
    if found is None:
        raise EditRefused(_("This activity is no longer in the plan."))
    return found


def _leads(plan: Plan, id: RowId) -> dict[Month, LeadMonth]:
    return {cell.month: cell for cell in plan.lead_months if cell.activity == id}


def _put_leads(write: Writer, id: RowId, wanted: Mapping[Month, float | None]) -> None:
    """These months and no others; empty ones go away."""
    known = {month: likely for month, likely in wanted.items() if likely is not None}
    gone = [cell.id for month, cell in _leads(write.plan, id).items() if month not in known]
    cells = [
        LeadMonth(id=cell_id("lead_month", id, month), activity=id, month=month, likely=likely)
        for month, likely in known.items()
    ]
    fresh = [cell for cell in cells if write.plan.lead_months.get(cell.id) != cell]
    if gone:
        write.delete("lead_month", gone)
    if fresh:
        write.put(fresh)


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


def _later(month: Month, count: int) -> Month:
    year, place = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + count, 12)
    return f"{year:04d}-{place + 1:02d}"


def _place(month: Month, day: Day | None) -> str:
    """'2027-03' as "March", 2027-03-08 as "8 March"."""
    return f"{int(day[8:])} {month_words(month)}" if day else month_words(month)
