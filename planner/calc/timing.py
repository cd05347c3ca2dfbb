"""When leads must arrive to count (method.md B6)."""

from __future__ import annotations

from typing import NamedTuple

from planner.calc import lag, months
from planner.model.plan import Month, Plan

_MOST = 0.8
"""The share of a period's effect that the months which decide it hold together (our own measure)."""


class Arrivals(NamedTuple):
    """How much of a lead counts in a period, by the month in which it arrives."""

    weights: dict[Month, float]
    """Months that contribute nothing at the edges are left out; a lead that always counts has weight 1."""
    decided: tuple[Month, Month] | None
    """The shortest run of months that holds four fifths of the effect: the period is decided between the two."""


def arrivals_for(plan: Plan, first: Month, last: Month) -> Arrivals | None:
    """When leads must arrive whose orders are to come in the months ``first`` to ``last``.

    None without a lag or a first month of the plan. Raises ValueError for text that is no month.
    """
    start = plan.facts.fiscal_year_start
    begin, end = months.offset(start, first), months.offset(start, last)
    if start is None or begin is None or end is None or not plan.funnel.lag_won:
        return None
    shares = lag.arrival_weights(plan.funnel.lag_won, begin, end)
    weights = {months.add(start, at): share for at, share in shares.items()}
    return Arrivals(weights, _decided(weights))


def quarters(plan: Plan) -> tuple[tuple[Month, Month], ...]:
    """First and last month of each quarter of the plan; the last one may be shorter."""
    period = months.period(plan)
    return tuple((period[at], period[min(at + 2, len(period) - 1)]) for at in range(0, len(period), 3))


def last_month_that_counts(plan: Plan, due: Month | None = None, share: float = 0.5) -> Month | None:
    """The last month whose leads still have at least this share of their effect by the end of the month ``due``.

    By default the plan's last month. None where no month does, or without a lag.
    """
    period = months.period(plan)
    due = due or (period[-1] if period else None)
    total = lag.cumulative(plan.funnel.lag_won)
    if due is None or not months.is_month(due):
        return None
    waits = (wait for wait, landed in enumerate(total) if landed >= share - 1e-9)
    wait = next(waits, None)
    return None if wait is None else months.add(due, -wait)


def _decided(weights: dict[Month, float]) -> tuple[Month, Month] | None:
    listed = list(weights.items())
    whole = sum(weights.values())
    for count in range(1, len(listed) + 1):
        runs = [listed[at : at + count] for at in range(len(listed) - count + 1)]
        best = max(runs, key=_weight)
        if _weight(best) >= _MOST * whole - 1e-9:
            return best[0][0], best[-1][0]
    return None


def _weight(run: list[tuple[Month, float]]) -> float:
    return sum(weight for _month, weight in run)
