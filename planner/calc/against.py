"""What happened beside what was signed: spend and landed leads on one scale, month by month (method.md B8).

What nobody entered is not zero: months without a figure are left out of both sides of a comparison, and a running
total ends before the first of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import lag
from planner.calc.budget import share_of
from planner.calc.forecast import forecast_of
from planner.calc.montecarlo import SEED, simulate
from planner.calc.results import Results
from planner.calc.supply import Supply
from planner.model.plan import Day, Money, Month, Plan, Rows

if TYPE_CHECKING:
    from planner.calc.review import MonthSoFar, Review

AHEAD = 0.20
"""From this difference of the two shares on, one runs ahead of the other (method.md C9, REV-01)."""
_RUNS = 5_000


class Pace(NamedTuple):
    """How much of what was signed for some months has happened in them."""

    signed: float
    actual: float
    share: float | None
    """None where nothing was signed for these months."""
    months: tuple[Month, ...]
    """Those that somebody entered."""


class LandedMonth(NamedTuple):
    """Running totals at the end of a month."""

    month: Month
    signed: float
    came: float | None
    likely: float | None
    """What came so far, and from there on what was signed; None before the last month that is known."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Against:
    """A plan after some months, against the plan that was signed."""

    review: Review
    spend: Pace | None
    landed: Pace | None
    line: tuple[LandedMonth, ...]
    weighed: bool
    """Whether leads count by the share whose effect comes within the plan; else, without a lag, each counts whole."""
    signed_spend: Money
    likely_spend: Money | None
    """Spent so far, and for the other months what was signed."""

    @property
    def ahead(self) -> float | None:
        """How far the share of spend lies above the share of landed leads; None where one is not known."""
        if self.spend is None or self.landed is None or self.spend.share is None or self.landed.share is None:
            return None
        return self.spend.share - self.landed.share


def measured(plan: Plan, signed: Plan) -> Plan:
    """The signed plan with what came in and was spent since. Lines that are new have no amounts planned."""
    lines = {row.id: row for row in signed.budget_lines}
    lines.update({row.id: replace(row, amount=None) for row in plan.budget_lines if row.id not in lines})
    cells = {row.id: replace(row, actual=None) for row in signed.amounts}
    for row in plan.amounts:
        if row.id in cells:
            cells[row.id] = replace(cells[row.id], actual=row.actual, committed=row.committed)
        elif row.actual is not None or row.committed is not None:
            cells[row.id] = replace(row, planned=None)
    return signed.with_tables(
        {"actual": plan.actuals, "budget_line": Rows(lines.values()), "amount": Rows(cells.values())}
    )


def against(plan: Plan, signed: Plan, as_of: Day | None) -> Against:
    """The comparison of a plan with the plan as it was signed."""
    results = Results(measured(plan, signed), as_of)
    review = results.review
    weights = signed.funnel.lag_won
    total, end = lag.cumulative(weights), len(review.months) - 1

    def landing(at: int) -> float:
        return lag.landed(total, end - at) if total else 1.0

    wanted = [row.leads_planned * landing(at) for at, row in enumerate(review.months)]
    came = [None if row.leads is None else row.leads * landing(at) for at, row in enumerate(review.months)]
    spent = [row for row in review.months if row.spend is not None]
    return Against(
        review=review,
        spend=_pace(spent, sum(row.spend_planned for row in spent), sum(row.spend or 0 for row in spent)),
        landed=_pace(
            [row for row in review.months if row.leads is not None],
            sum(leads for leads, known in zip(wanted, came, strict=True) if known is not None),
            sum(known for known in came if known is not None),
        ),
        line=_line(review.months, wanted, came),
        weighed=bool(total),
        signed_spend=sum(row.spend_planned for row in review.months),
        likely_spend=(
            sum(row.spend_planned if row.spend is None else row.spend for row in review.months) if spent else None
        ),
    )


def _pace(known: list[MonthSoFar], signed: float, actual: float) -> Pace | None:
    if not known:
        return None
    return Pace(signed, actual, share_of(actual, signed), tuple(row.month for row in known))


def _line(rows: tuple[MonthSoFar, ...], wanted: list[float], came: list[float | None]) -> tuple[LandedMonth, ...]:
    known = len(list(takewhile(lambda leads: leads is not None, came)))
    signed_sum = came_sum = likely = 0.0
    line = []
    for at, row in enumerate(rows):
        signed_sum += wanted[at]
        if at < known:
            came_sum += came[at] or 0.0
            likely = came_sum
        else:
            likely += wanted[at]
        line.append(
            LandedMonth(
                row.month, signed_sum, came_sum if at < known else None, likely if known and at >= known - 1 else None
            )
        )
    return tuple(line)


def chance_so_far(plan: Plan, results: Results, runs: int = _RUNS) -> float | None:
    """The chance of the revenue goal, with the leads and orders that came in place of those planned for their months.

    Orders that came are set off against the target. None where the plan does not say enough.
    """
    review, supply = results.review, results.supply
    known = {at: row.leads for at, row in enumerate(review.months) if row.leads is not None}
    if not known:
        return results.chance
    inbound = supply.baseline or 0.0
    later = Supply(
        supply.length,
        {**(supply.prior or {}), **{at: leads - inbound for at, leads in known.items()}},
        {id: {at: n for at, n in cells.items() if at not in known} for id, cells in supply.by_activity.items()},
        supply.baseline,
    )
    given = forecast_of(plan, results.budget, results.alignment, later).assumptions
    if given is None or given.target is None:
        return None
    extra = sum(
        row.orders - row.orders_planned
        for row in review.months
        if row.orders is not None and row.orders_planned is not None
    )
    kept = plan.funnel.seed
    target = given.target - extra
    return simulate(given._replace(target=target), runs, SEED if kept is None else kept).counted.p_hit
