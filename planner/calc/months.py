"""Months as text ``'YYYY-MM'``: counting with them, quarters, the months of a plan."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from planner.model.plan import Day, Month, Plan


@lru_cache(maxsize=4096)
def index(month: Month) -> int:
    """Months since year 0, so that differences are numbers of months. Raises ValueError for text that is no month."""
    year, dash, number = month.partition("-")
    if len(year) != 4 or len(number) != 2 or not (year + number).isdecimal() or not dash:
        raise ValueError(f"not a month: {month!r}")
    if not 1 <= int(number) <= 12:
        raise ValueError(f"not a month: {month!r}")
    return int(year) * 12 + int(number) - 1


def is_month(text: str | None) -> bool:
    """Whether the text is a month."""
    return offset("0000-01", text) is not None


def from_index(count: int) -> Month:
    """The month that ``index`` gives this number for."""
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def add(month: Month, count: int) -> Month:
    """The month so many months later, or earlier where the count is negative."""
    return from_index(index(month) + count)


def offset(start: Month | None, month: Month | None) -> int | None:
    """Months from ``start`` to ``month``, negative before it; None where either is not known or no month."""
    if start is None or month is None:
        return None
    try:
        return index(month) - index(start)
    except ValueError:
        return None


def span(first: Month, last: Month) -> tuple[Month, ...]:
    """All months from the first to the last, both included; empty when the last is before the first."""
    return tuple(from_index(count) for count in range(index(first), index(last) + 1))


def quarter(month: Month) -> str:
    """The calendar quarter, ``'2027-Q1'``."""
    return f"{month[:4]}-Q{index(month) % 12 // 3 + 1}"


def fiscal_quarter(month: Month, start: Month) -> int:
    """Which quarter of a plan that begins with ``start`` the month is in, from 1; 0 and less before the plan."""
    return (index(month) - index(start)) // 3 + 1


def period(plan: Plan) -> tuple[Month, ...]:
    """The months that the plan covers; empty where its first month or its length is not known."""
    start, count = plan.facts.fiscal_year_start, plan.facts.horizon_months
    if not is_month(start) or not count or start is None:
        return ()
    return tuple(add(start, step) for step in range(count))


def month_of(day: Day | None) -> Month | None:
    """The month a day is in; None where it is not known or no day."""
    found = parse_day(day)
    return f"{found.year:04d}-{found.month:02d}" if found else None


def parse_day(day: Day | None) -> date | None:
    """The day as a date; None where it is not known or no day."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def days_between(first: Day | None, last: Day | None) -> int | None:
    """Days from the first to the last; None where either is not known."""
    start, end = parse_day(first), parse_day(last)
    return (end - start).days if start and end else None
