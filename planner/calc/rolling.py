"""The share of one stage that reached the next, as it was counted over the last months."""

from __future__ import annotations

from typing import NamedTuple

from planner.calc import months
from planner.calc.review import counted_by_measure
from planner.model.plan import Month, Plan

_WINDOW = 3
_MEASURES = {"lead": "leads", "opp": "opportunity"}
"""Stages of the funnel whose counts have another name."""


class Rolling(NamedTuple):
    """A share over the last three months in which both stages were counted; None while there are fewer."""

    first: Month
    last: Month
    share: float | None


def rolling(plan: Plan, before: str, after: str) -> Rolling | None:
    """The share of one stage that reached the next; None where no month counted both."""
    counted = counted_by_measure(plan, months.period(plan))
    entered, reached = (counted.get(_MEASURES.get(stage, stage), {}) for stage in (before, after))
    both = sorted(entered.keys() & reached.keys())[-_WINDOW:]
    if not both:
        return None
    started = sum(entered[month] for month in both)
    share = sum(reached[month] for month in both) / started if len(both) == _WINDOW and started > 0 else None
    return Rolling(both[0], both[-1], share)
