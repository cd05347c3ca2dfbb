"""From a request to all that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import lag, months
from planner.calc.allocation import CurveOf, curve_of
from planner.calc.cut.by_curve import cheapest, lost_leads
from planner.calc.cut.chance import CommonDraws
from planner.calc.cut.cuttable import UNALLOCATED, Piece, pieces
from planner.calc.cut.policies import Laid, agreed, bundled, equal, optimal
from planner.calc.cut.promises import broken_promises
from planner.calc.cut.request import AGREED, EQUAL, OPTIMAL, YEAR, CutRequest
from planner.calc.cut.result import Cut, GoalOutcome, Taken
from planner.calc.lag import Arrivals
from planner.calc.money import half_up, whole
from planner.calc.montecarlo import SEED, Draws
from planner.calc.outcomes import Outcomes
from planner.model.plan import Money, Month, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results


class Losses(NamedTuple):
    """Leads that a cut costs."""

    share: dict[RowId, float]
    """Of each activity's leads from the decision on."""
    by_month: dict[int, float]
    """All together, by month of the plan."""


class Simulator:
    """Cuts of one plan. Made once for a plan, asked as often as a slider moves."""

    def __init__(self, results: Results, draws: CommonDraws | None = None) -> None:
        """``draws``: the runs of this plan's assumptions, where they are there already."""
        self.plan: Plan = results.plan
        self._draws = draws
        self.results = results
        self._outcomes = Outcomes(self.plan)
        self._supply = results.supply
        self._length = results.supply.length
        self._end = self._length - 1
        self._pieces: dict[Month, tuple[Piece, ...]] = {}
        margin = self.plan.funnel.margin_rate
        self._margin = self.plan.facts.margin_rate if margin is None else margin

    def cut(self, request: CutRequest, *, chance: bool = True) -> Cut:
        """One cut. ``chance``: with the chance of the goal before and after. Raises ValueError for a bad request."""
        _check(request)
        found = self.cuttable(request.from_month)
        allowed = [piece for piece in found if _allowed(piece, request)]
        asked = self._asked(request, allowed)
        share: float | None = None
        if request.free is not None:
            laid = _free(allowed, dict(request.free), self._wholes)
        else:
            worth = self.worth(request.from_month, year_first=request.objective == YEAR)
            bundles = bundled(allowed, self._wholes, worth)
            if request.by_curve and request.policy == OPTIMAL:
                laid = cheapest(allowed, min(asked, sum(piece.amount for piece in allowed)),
                                self.results.budget.by_activity, self._curves, self._values(worth))
            elif request.policy == EQUAL:
                laid, share = equal(bundles, asked)
            else:
                laid = (agreed if request.policy == AGREED else optimal)(bundles, asked)
        return self._follow(request, asked, allowed, found, laid, share, chance)

    def cuttable(self, from_month: Month) -> tuple[Piece, ...]:
        """Everything that can be cut from a month on, contingency and unallocated money included."""
        if from_month not in self._pieces:
            self._pieces[from_month] = pieces(self.plan, self.results.budget, from_month)
        return self._pieces[from_month]

    def worth(self, from_month: Month, *, year_first: bool = True) -> dict[RowId, tuple[float, float]]:
        """What each activity's leads from a month on are worth: those that land in the year, and all of them.

        An activity that keeps its leads when its money is cut is worth nothing here.
        """
        found = {}
        for id, leads in self._supply.by_activity.items():
            ahead = self._ahead(leads, from_month)
            if self.plan.activities[id].sunk:
                ahead = {}
            landed = lag.landing(ahead, self._outcomes.total, self._end)
            whole_life = sum(ahead.values())
            found[id] = (landed, whole_life) if year_first else (whole_life, landed)
        return found

    @cached_property
    def draws(self) -> CommonDraws | None:
        """The runs that all chances come from; None without a forecast."""
        given, seed = self.results.forecast.assumptions, self.plan.funnel.seed
        if self._draws is not None:
            return self._draws
        return None if given is None else CommonDraws(given, SEED if seed is None else seed)

    @cached_property
    def _wholes(self) -> frozenset[RowId]:
        return frozenset(row.id for row in self.plan.activities if row.all_or_nothing)

    @cached_property
    def _curves(self) -> dict[RowId, CurveOf]:
        found = ((row.id, curve_of(self.plan, row, self.results.budget)) for row in self.plan.activities)
        return {id: curve for id, curve in found if curve is not None}

    @staticmethod
    def _values(worth: Mapping[RowId, tuple[float, float]]) -> dict[RowId, float]:
        """What one lead still ahead of each activity is worth by the objective; a tie is broken by the other."""
        return {id: (pair[0] or 1e-9 * pair[1]) / max(pair) for id, pair in worth.items() if max(pair)}

    @cached_property
    def _before(self) -> dict[int, float]:
        return self._supply.everything

    def _ahead(self, leads: Arrivals, from_month: Month) -> dict[int, float]:
        first = months.offset(self.plan.facts.fiscal_year_start, from_month)
        return {} if first is None else {at: count for at, count in leads.items() if at >= first}

    def _asked(self, request: CutRequest, allowed: list[Piece]) -> Money:
        budget = self.results.budget
        if request.free is not None:
            return sum(_free(allowed, dict(request.free), frozenset()).values())
        if request.amount is not None:
            return request.amount
        basis = budget.envelope if budget.envelope is not None else budget.total
        return int(half_up((request.share or 0.0) * (basis or 0)))

    def _losses(self, request: CutRequest, allowed: list[Piece], laid: Laid) -> Losses:
        could, lost = _by_activity(allowed, {piece.key: piece.amount for piece in allowed}), _by_activity(allowed, laid)
        shares: dict[RowId, float] = {}
        by_month: dict[int, float] = {}
        for id, amount in lost.items():
            activity, leads = self.plan.activities[id], self._supply.by_activity.get(id, {})
            share = amount / could[id]
            ahead = self._ahead(leads, request.from_month)
            if request.by_curve and id in self._curves and ahead:
                whole = self.results.budget.by_activity[id]
                share = lost_leads(self._curves[id], whole, amount, sum(ahead.values())) / sum(ahead.values())
            least = activity.least_spend
            if activity.all_or_nothing or (
                least is not None and (self.results.budget.by_activity.get(id) or 0) - amount < least
            ):
                share = 1.0
            if activity.sunk or not amount:
                continue
            shares[id] = share
            for at, count in ahead.items():
                by_month[at] = by_month.get(at, 0.0) + share * count
        return Losses(shares, by_month)

    def _follow(
        self, request: CutRequest, asked: Money, allowed: list[Piece], found: tuple[Piece, ...], laid: Laid,
        share: float | None, chance: bool,
    ) -> Cut:  # fmt: skip
        losses = self._losses(request, allowed, laid)
        outcomes, start = self._outcomes, self.plan.facts.fiscal_year_start
        after = {at: count - losses.by_month.get(at, 0.0) for at, count in self._before.items()}
        value = outcomes.order_value
        reach = self._length + len(outcomes.weights)
        effect = lag.effect_by_month(losses.by_month, outcomes.weights, reach) if outcomes.weights else ()
        rate = outcomes.rate if outcomes.weights else None
        in_year, later = sum(effect[: self._length]), sum(effect[self._length :])
        first = months.offset(start, request.from_month) or 0
        monthly = [
            (months.add(start, at), effect[at] * value)
            for at in range(max(0, first), reach)
            if start is not None and value is not None and (at < self._length or any(effect[at:]))
        ]
        saved = sum(laid.values())
        lost = None if value is None else value * (in_year + later)
        contribution = None if lost is None or self._margin is None else lost * self._margin
        by_activity = {
            id: part * sum(self._ahead(self._supply.by_activity.get(id, {}), request.from_month).values())
            for id, part in losses.share.items()
        }
        could = _by_activity(allowed, {piece.key: piece.amount for piece in allowed})
        gone = _by_activity(allowed, laid)
        cut_shares = {id: amount / could[id] for id, amount in gone.items() if amount}
        before_chance, after_chance = self._chances(losses, request) if chance else (None, None)
        return Cut(
            request=request,
            asked=asked,
            saved=saved,
            cuttable=sum(piece.amount for piece in allowed),
            taken=tuple(
                Taken(piece.key, piece.activity, laid[piece.key], laid[piece.key] / piece.amount)
                for piece in found
                if laid.get(piece.key)
            ),
            share=share,
            lost_leads=sum(losses.by_month.values()),
            lost_leads_by_activity={id: leads for id, leads in by_activity.items() if leads},
            dropped=tuple(id for id, part in cut_shares.items() if part >= 1 - 1e-9),
            lost_deals_year=None if rate is None else rate * in_year,
            lost_deals_later=None if rate is None else rate * later,
            lost_year=None if value is None else whole(value * in_year),
            lost_later=None if value is None else whole(value * later),
            lost_by_month=tuple((month, whole(amount) or 0) for month, amount in monthly),
            lost_by_quarter=_by_quarter(monthly),
            peak_month=max(monthly, key=_second)[0] if lost else None,
            illusion_ratio=later / (in_year + later) if lost else None,
            contribution_lost=whole(contribution),
            contribution_per_unit=contribution / saved if contribution is not None and saved else None,
            order_intake_before=self.results.forecast.order_intake,
            order_intake_after=whole(outcomes.intake(after, self._end)) if after else None,
            intake_by_month_before=self.results.forecast.order_intake_by_month,
            intake_by_month_after=self._by_month(after),
            pipeline_before=whole(outcomes.pipeline(self._before, self._end)) if self._before else None,
            pipeline_after=whole(outcomes.pipeline(after, self._end)) if after else None,
            goals=tuple(self._goals(after)),
            promises=broken_promises(self.plan, self._supply, cut_shares, losses.by_month),
            before=before_chance,
            after=after_chance,
        )

    def _by_month(self, arrivals: Arrivals) -> tuple[Money, ...] | None:
        value = self._outcomes.order_value
        if value is None or not arrivals or not self._length:
            return None
        effect = lag.effect_by_month(arrivals, self._outcomes.weights, self._length)
        return tuple(whole(leads * value) or 0 for leads in effect)

    def _goals(self, after: Arrivals) -> list[GoalOutcome]:
        found = []
        for goal in self.plan.goals:
            target, before = self._outcomes.target(goal), self._outcomes.of(goal, self._before)
            reached = self._outcomes.of(goal, after)
            if target is not None and before is not None and reached is not None and self._before:
                found.append(GoalOutcome(goal.id, target, before, reached))
        return found

    def _chances(self, losses: Losses, request: CutRequest) -> tuple[Draws | None, Draws | None]:
        if self.draws is None:
            return None, None
        landing: dict[str, float] = {}
        total = self._outcomes.total
        for id, share in losses.share.items():
            leads = self._supply.by_activity.get(id, {})
            count = sum(leads.values())
            if count:
                lost = share * lag.landing(self._ahead(leads, request.from_month), total, self._end)
                landing[id] = (lag.landing_share(leads, total, self._end) or 0.0) - lost / count
        return self.draws.before, self.draws.after(landing)


def _check(request: CutRequest) -> None:
    if not months.is_month(request.from_month):
        raise ValueError(f"not a month: {request.from_month!r}")
    if request.free is None and request.amount is None and request.share is None:
        raise ValueError("a cut needs a share, an amount or shares by activity")
    if request.share is not None and not 0 <= request.share <= 1:
        raise ValueError(f"not a share: {request.share!r}")
    if request.amount is not None and request.amount < 0:
        raise ValueError("a cut is not negative")


def _allowed(piece: Piece, request: CutRequest) -> bool:
    if request.free is not None:
        return True
    if piece.key == UNALLOCATED:
        return request.takes_unallocated
    return request.takes_contingency or not piece.is_contingency


def _free(allowed: list[Piece], shares: Mapping[str, float], wholes: frozenset[RowId]) -> Laid:
    """What a free cut takes of each piece; what cannot be done by halves goes as soon as half of it is taken."""
    laid: Laid = {}
    for piece in allowed:
        share = min(1.0, max(0.0, shares.get(piece.activity or piece.key, 0.0)))
        if piece.activity in wholes:
            share = float(share >= 0.5)
        amount = int(half_up(share * piece.amount))
        if amount:
            laid[piece.key] = amount
    return laid


def _by_activity(found: list[Piece], amounts: Mapping[str, Money]) -> dict[RowId, Money]:
    sums: dict[RowId, Money] = {}
    for piece in found:
        if piece.activity is not None and piece.key in amounts:
            sums[piece.activity] = sums.get(piece.activity, 0) + amounts[piece.key]
    return sums


def _by_quarter(monthly: list[tuple[Month, float]]) -> tuple[tuple[str, Money], ...]:
    sums: dict[str, float] = {}
    for month, amount in monthly:
        sums[months.quarter(month)] = sums.get(months.quarter(month), 0.0) + amount
    return tuple((quarter, whole(amount) or 0) for quarter, amount in sums.items())


def _second(pair: tuple[Month, float]) -> float:
    return pair[1]
