"""The columns of amounts: the months of the plan, or its quarters."""

from dataclasses import dataclass

from planner.calc import months as calendar
from planner.i18n import _
from planner.model.fields import Month
from planner.model.plan import Plan
from planner.ui.numbers import numbers_of


@dataclass(frozen=True)
class Column:
    """A column of amounts: its months and its words."""

    months: tuple[Month, ...]
    title: str
    name: str


def columns_of(plan: Plan, *, quarters: bool) -> tuple[Column, ...]:
    """One column for each month of the plan, or for each three of them."""
    period, numbers = calendar.period(plan), numbers_of(plan)
    if not quarters:
        years = len({month[:4] for month in period}) > 1
        return tuple(Column((month,), numbers.month_short(month), numbers.month(month, year=years)) for month in period)
    parts = [period[first : first + 3] for first in range(0, len(period), 3)]
    names = [_("Q{n}").format(n=place + 1) for place in range(len(parts))]
    return tuple(Column(part, name, name) for part, name in zip(parts, names, strict=True))
