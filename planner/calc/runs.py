"""In which months activities take place: all their runs, each month once. The one place that answers this.

The start and end of an activity are its first run, further ones are rows of their own. Edits keep the first one first;
a plan that was typed or merged may hold them in any order, and runs that overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.schedule import Span, by_months, span_of
from planner.calc.supply import is_counted
from planner.calc.words import listing
from planner.i18n import _
from planner.model.plan import Month, Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Activity, Run

_QUARTER = 3
Stretch = tuple[int, int]
"""The first and the last month of several in a row, as `months.index` counts them."""


def runs_of(plan: Plan, activity: Activity) -> tuple[Activity | Run, ...]:
    """The runs of an activity in the order in which they start; the first one is mostly the activity itself."""
    later = plan.runs.linked("activity", activity.id)
    return tuple(sorted((activity, *later), key=_start)) if later else (activity,)


def _start(run: Activity | Run) -> tuple[str, str]:
    return run.start or "", run.start_day or ""


def spans_of(plan: Plan, activity: Activity) -> tuple[Span, ...]:
    """The days of each run, in order; runs whose start or end is not known are left out."""
    return tuple(sorted(span for run in runs_of(plan, activity) if (span := span_of(run))))


def stretches_of(plan: Plan, activity: Activity) -> tuple[Stretch, ...]:
    """The months in which an activity takes place as stretches without a gap; empty where none is known."""
    found: list[Stretch] = []
    for run in runs_of(plan, activity):
        first, last = months.offset("0000-01", run.start), months.offset("0000-01", run.end)
        if first is not None and last is not None and first <= last:
            found.append((first, last))
    merged: list[Stretch] = []
    for first, last in sorted(found):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return tuple(merged)


def months_of(plan: Plan, activity: Activity) -> tuple[Month, ...]:
    """The months in which an activity takes place, each once and in order; empty where none is known."""
    return tuple(months.from_index(at) for first, last in stretches_of(plan, activity) for at in range(first, last + 1))


def next_span(plan: Plan, activity: Activity) -> Span | None:
    """When an activity may take place once more; None where none of its runs has its dates.

    As long as its last run, and as far from it as that is from the one before; a quarter on where there is only one.
    Where the plan would be over by then: the first months within it that are still free.
    """
    spans, period = spans_of(plan, activity), months.period(plan)
    if not spans:
        return None
    starts = [span.first.year * 12 + span.first.month for span in spans]
    last, length = spans[-1], _touched(spans[-1])
    step = max(length, starts[-1] - starts[-2] if len(starts) > 1 else _QUARTER)
    following = by_months(last, step, step)
    if not period or f"{following.first:%Y-%m}" <= period[-1]:
        return following
    taken = set(months_of(plan, activity))
    for first in period[: len(period) - length + 1]:
        if taken.isdisjoint(months.add(first, at) for at in range(length)):
            by = months.index(first) - months.index(f"{last.first:%Y-%m}")
            return by_months(last, by, by)
    return following


def _touched(span: Span) -> int:
    """How many months a span touches."""
    return (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1


def words_of(plan: Plan, activity: Activity, written: Callable[[Month, bool], str]) -> str:
    """The months of all runs as people say them, "Apr, Jul and Oct 2027"; empty where a start or end is not known.

    ``written`` puts a month into words, with its year or without; a year that all share is said once.
    """
    runs = [(run.start, run.end) for run in runs_of(plan, activity) if run.start and run.end]
    if not runs:
        return ""
    one_year = len({month[:4] for run in runs for month in run}) == 1
    said = [_said(start, end, written, not one_year or at == len(runs)) for at, (start, end) in enumerate(runs, 1)]
    return listing(said)


def _said(start: Month, end: Month, written: Callable[[Month, bool], str], year: bool) -> str:
    if start == end:
        return written(end, year)
    return _("{start} to {end}").format(start=written(start, year and start[:4] != end[:4]), end=written(end, year))


def listed(spans: Sequence[Span], written: Callable[[Span, bool], str]) -> str:
    """Spans as people say them; ``written`` puts one into words, with its year or without."""
    one_year = len({day.year for span in spans for day in span}) == 1
    return listing([written(span, not one_year or at == len(spans)) for at, span in enumerate(spans, 1)])


def clashes(plan: Plan) -> dict[RowId, tuple[RowId, ...]]:
    """For each activity that starts before one it needs has ended: those it needs (rule ACT-07).

    The first run of each is meant: what takes place again is ready when it has been there once. What is cancelled
    neither waits nor is waited for.
    """
    found: dict[RowId, tuple[RowId, ...]] = {}
    for activity in plan.activities:
        if activity.depends_on and is_counted(activity) and (late := tuple(_late(plan, activity))):
            found[activity.id] = late
    return found


def _late(plan: Plan, activity: Activity) -> Iterator[RowId]:
    mine = spans_of(plan, activity)[:1]
    for id in activity.depends_on:
        other = plan.activities.get(id)
        theirs = spans_of(plan, other)[:1] if other and is_counted(other) else ()
        if mine and theirs and mine[0].first <= theirs[0].last:
            yield id
