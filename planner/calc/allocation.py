"""Where money for leads works best: the best split over activities, and how wide "as good" is (method.md B9, B10).

Money is minor units. Leads are the likely ones of the whole period; "landed" leads have their effect within it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import curves, lag, optimum
from planner.calc.curves import Curve
from planner.calc.optimum import Channel, Optimum
from planner.calc.supply import is_counted
from planner.i18n import _, mark
from planner.model.plan import Money, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.budget import Budget
    from planner.calc.results import Results
    from planner.model.plan import Activity

YEAR, LIFETIME = "year", "lifetime"
ALL, CHANGE = "all", "change"
PAID, OTHER = 0.6, 0.5
"""Elasticities where nobody says: of paid media, and of others. Judgement, to be labelled so."""
SPREAD = 0.5
"""How far from today an activity is moved where it has no bounds of its own."""
_MEDIA = "media"

_WHY = {
    optimum.FULL: mark("Every activity is at the most that can be spent on it well; this much is left over."),
    optimum.TOO_LITTLE: mark("The least of all activities together is more than there is; this much is missing."),
    optimum.NOTHING_GAINED: mark("More money would bring no more leads in time here; this much is left over."),
}


class CurveOf(NamedTuple):
    """The curve of one activity."""

    curve: Curve
    kind: str
    elasticity: float | None
    """For a power curve."""
    is_judgement: bool
    """Whether the elasticity is the usual one, because nobody said another."""


class Share(NamedTuple):
    """What one activity gets."""

    activity: RowId
    today: Money
    best: Money
    low: Money
    high: Money
    """Between these two the split is as good as the best."""
    least: Money
    most: Money
    """The bounds it was kept to."""
    landing_share: float
    marginal_today: float
    """Leads (landed ones, for this year) that one more minor unit would bring today."""
    curve: CurveOf


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Allocation:
    """The best split of a budget."""

    objective: str
    """``year``: leads that land within the plan. ``lifetime``: all leads."""
    budget: Money
    today: Money
    """What is spent on these activities today."""
    shares: tuple[Share, ...]
    total_today: float | None
    """Leads counted by the objective, as money is spread today; None where today is another amount of money."""
    total: float
    """Leads counted by the objective, at the best split."""
    remainder: Money
    """``budget`` less all shares: what cannot be spent within the bounds, negative where the bounds ask for more."""
    why: str
    """Why something remains, in words; empty where nothing does."""

    @property
    def gain(self) -> float | None:
        """What the best split brings more than today's, as a share of it."""
        return self.total / self.total_today - 1 if self.total_today else None


def leads_at(share: Share, spend: Money, objective: str) -> float:
    """Leads of an activity at another spend, counted by the objective."""
    return (share.landing_share if objective == YEAR else 1.0) * share.curve.curve.leads(float(spend))


def curve_of(plan: Plan, activity: Activity, budget: Budget) -> CurveOf | None:
    """The curve of an activity through what it costs and brings today.

    A curve whose answers are missing or do not fit together is taken as a power curve. None where it costs or brings
    nothing.
    """
    spend, leads = float(budget.by_activity.get(activity.id) or 0), activity.leads_likely
    if leads is None or spend <= 0 or leads <= 0:
        return None
    floor, more, most = activity.leads_at_nothing, activity.leads_at_half_more, activity.leads_at_most
    made: Curve | None = None
    if activity.curve == curves.LOG and more is not None:
        made = curves.log_through(spend, leads, 1.5 * spend, more)
    elif activity.curve == curves.EXPONENTIAL and most is not None:
        made = curves.exponential_at(most, spend, leads)
    elif activity.curve in (curves.HILL, curves.ADBUDG) and more is not None and most is not None:
        base = floor or 0.0 if activity.curve == curves.ADBUDG else 0.0
        made = curves.adbudg(base, most, leads, more, spend)
    elif activity.curve == curves.POWER and activity.elasticity is None and more is not None:
        made = curves.power_through(spend, leads, 1.5 * spend, more)
    if made is not None:
        elasticity = made.b if isinstance(made, curves.Power) else None
        return CurveOf(made, activity.curve or curves.POWER, elasticity, False)
    given = activity.elasticity if activity.elasticity else None
    elasticity = given or usual_elasticity(plan, activity, budget)
    power = curves.power_at(spend, leads, elasticity)
    return None if power is None else CurveOf(power, curves.POWER, elasticity, given is None)


def usual_elasticity(plan: Plan, activity: Activity, budget: Budget) -> float:
    """The elasticity where nobody says: that of paid media where at least half of the money is media."""
    lines = [line for line in plan.budget_lines if line.activity == activity.id]
    whole = sum(budget.amount(line) or 0 for line in lines)
    media = sum(budget.amount(line) or 0 for line in lines if line.category == _MEDIA)
    return PAID if whole and 2 * media >= whole else OTHER


def allocate(
    results: Results,
    *,
    objective: str = YEAR,
    budget: Money | None = None,
    moves: str = ALL,
    activities: Collection[RowId] | None = None,
    spread: float = SPREAD,
) -> Allocation | None:
    """The best split over activities that bring leads; of today's money unless another budget is given.

    ``moves``: ``all`` money may move, or with ``change`` only what is more or less than today: nobody loses where
    there is more, nobody gains where there is less. An activity that cannot be done by halves, and what is committed,
    stay. Bounds are the activity's own, else so far (``spread``) from today. None where there is nothing to split.
    """
    plan, sums = results.plan, results.budget
    total = lag.cumulative(plan.funnel.lag_won)
    rows, channels = [], []
    for activity in plan.activities:
        by_month = results.supply.by_activity.get(activity.id)
        if not is_counted(activity) or (activities is not None and activity.id not in activities) or not by_month:
            continue
        found = curve_of(plan, activity, sums)
        share = lag.landing_share(by_month, total, results.supply.length - 1) if total else None
        if found is None or (share is None and objective == YEAR):
            continue
        today = sums.by_activity[activity.id]
        least, most = _bounds(plan, activity, sums, today, spread)
        rows.append((activity, found, today, share or 0.0, least, most))
    if not rows:
        return None
    today_all = sum(row[2] for row in rows)
    wanted = today_all if budget is None else budget
    for _activity, found, today, share, least, most in rows:
        low, high = float(least), float(most)
        if moves == CHANGE:
            low, high = (float(today), max(high, today)) if wanted >= today_all else (min(low, today), float(today))
        channels.append(Channel(found.curve, share if objective == YEAR else 1.0, low, high))
    todays = [float(row[2]) for row in rows]
    best = optimum.best(channels, float(wanted), todays)
    spend = to_minor(best, channels)
    edges = optimum.band(channels, best)
    return Allocation(
        objective=objective,
        budget=wanted,
        today=today_all,
        shares=tuple(
            Share(
                activity.id, today, amount, int(edge[0]), -int(-edge[1] // 1), int(channel.low), int(channel.high),
                share, channel.value * found.curve.marginal(today), found,
            )
            for (activity, found, today, share, _least, _most), amount, edge, channel in zip(
                rows, spend, edges, channels, strict=True
            )
        ),
        total_today=(
            sum(channel.worth(amount) for channel, amount in zip(channels, todays, strict=True))
            if wanted == today_all
            else None
        ),
        total=best.total,
        remainder=wanted - sum(spend),
        why="" if wanted == sum(spend) else _(_WHY.get(best.why, _WHY[optimum.NOTHING_GAINED])),
    )  # fmt: skip


def to_minor(found: Optimum, channels: Sequence[Channel]) -> list[Money]:
    """The split in whole minor units, inside the bounds; what the rounding leaves goes where there is room."""
    spend = [int(amount + 1e-6) for amount in found.spend]
    left = round(sum(found.spend)) - sum(spend)
    rests = [whole - amount for amount, whole in zip(found.spend, spend, strict=True)]
    for place in sorted(range(len(spend)), key=rests.__getitem__):
        if left > 0 and spend[place] + 1 <= channels[place].high:
            spend[place] += 1
            left -= 1
    return spend


def _bounds(plan: Plan, activity: Activity, sums: Budget, today: Money, spread: float) -> tuple[Money, Money]:
    """The least and the most that may be spent on an activity, minor units."""
    if activity.all_or_nothing:
        return today, today
    bound = sum(
        sums.amount(line) or 0 for line in plan.budget_lines if line.activity == activity.id and line.committed
    )
    least = activity.least_spend if activity.least_spend is not None else int(today * (1 - spread))
    most = activity.most_spend if activity.most_spend is not None else int(today * (1 + spread))
    least = max(least, bound)
    return least, max(least, most)
