"""Months side by side in a table: which ones, what they are called, which row is filled where."""

from __future__ import annotations

from collections.abc import Iterable

from planner.calc import months
from planner.charts import words as say
from planner.model.plan import Month, Plan


def columns(plan: Plan, used: Iterable[Month]) -> tuple[Month, ...]:
    """The plan's months, and every other month that holds something, in order."""
    found = {month for month in used if months.is_month(month)}
    return tuple(sorted({*months.period(plan), *found}))


def headers(of: tuple[Month, ...]) -> list[str]:
    """Jan to Dec, with the year where months of several years meet."""
    years = len({month[:4] for month in of}) > 1
    return [say.month(month, years) for month in of]


def number(plan: Plan, month: Month) -> int | None:
    """Which month of the plan it is, from 1; 0 and less before it."""
    at = months.offset(plan.facts.fiscal_year_start, month)
    return None if at is None else at + 1
