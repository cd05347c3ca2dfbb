"""From which day to which a run of an activity lasts, and the same span moved by days or months.

A day counts only inside the month that stands beside it: months are what a plan is agreed in, days make them finer.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import months
from planner.model.plan import Day, Month

if TYPE_CHECKING:
    from planner.model.plan import Activity, Run

WEEK = 7
_FIRST_YEAR, _LAST_YEAR = 1000, 9990


class Span(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it takes."""
        return (self.last - self.first).days + 1


class When(NamedTuple):
    """A span in the fields of an activity: the days are None where whole months say the same."""

    start: Month
    end: Month
    start_day: Day | None
    end_day: Day | None


def span_of(run: Activity | Run) -> Span | None:
    """The days of one run, be it an activity's first; None where it has no start or no end, or ends before it."""
    first = _day_in(run.start, run.start_day) or first_of(run.start)
    last = _day_in(run.end, run.end_day) or last_of(run.end)
    return Span(first, last) if first and last and first <= last else None


def first_of(month: Month | None) -> date | None:
    """The first day of a month; None for what is no month of a calendar."""
    if not month or not months.is_month(month) or not _FIRST_YEAR <= int(month[:4]) <= _LAST_YEAR:
        return None
    return date(int(month[:4]), int(month[5:]), 1)


def last_of(month: Month | None) -> date | None:
    """The last day of a month; None for what is no month of a calendar."""
    first = first_of(month)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if first else None


def when(span: Span) -> When:
    """The fields that say this span."""
    first, last = span
    tomorrow = last + timedelta(days=1)
    return When(
        f"{first:%Y-%m}",
        f"{last:%Y-%m}",
        None if first.day == 1 else first.isoformat(),
        None if tomorrow.day == 1 else last.isoformat(),
    )


def by_days(span: Span, start: int, end: int) -> Span:
    """The span with its start and its end moved by so many days; at least one day stays."""
    first, last = span.first + timedelta(days=start), span.last + timedelta(days=end)
    return _at_least_a_day(span, first, last)


def by_months(span: Span, start: int, end: int) -> Span:
    """The span with its start and its end moved by so many months; the end of a month stays an end."""
    first, last = _months_on(span.first, start, False), _months_on(span.last, end, True)
    return _at_least_a_day(span, first, last)


def _day_in(month: Month | None, day: Day | None) -> date | None:
    """The day, if it is in the month or no month is said."""
    found = months.parse_day(day)
    return found if found and (month is None or months.month_of(day) == month) else None


def _months_on(day: date, count: int, is_end: bool) -> date:
    """The same day so many months later, or the last one the month has."""
    month = months.add(f"{day:%Y-%m}", count)
    last = last_of(month) or day
    at_end = is_end and (day + timedelta(days=1)).day == 1
    return last if at_end or day.day > last.day else last.replace(day=day.day)


def _at_least_a_day(before: Span, first: date, last: date) -> Span:
    """Whichever end was moved too far stops at the other."""
    if first <= last:
        return Span(first, last)
    return Span(last, last) if last == before.last else Span(first, first)
