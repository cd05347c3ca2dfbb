"""Which assumption moves the forecast most: one at a time to its low and its high end (method.md B13)."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from planner.calc import funnel
from planner.calc.forecast import INBOUND, Forecast
from planner.calc.money import whole
from planner.calc.montecarlo import Assumptions
from planner.calc.ranges import Range
from planner.calc.words import stage
from planner.i18n import _, in_sentence
from planner.model.plan import Money, Plan

RATE, DEAL, LEADS = "rate", "deal", "leads"
_TENTHS = (0.1, 0.9)


class Bar(NamedTuple):
    """One assumption and what it does to order intake while the others stay likely."""

    kind: str
    """``rate``, ``deal`` or ``leads``."""
    key: str
    """The id of the rate or the activity; ``deal`` or ``inbound`` for the other two."""
    name: str
    at_low: float
    at_high: float
    """The ends of the assumption, in its own unit."""
    low: Money
    high: Money
    """Order intake at those ends, minor units."""
    is_ours: bool
    """Whether the team controls it: what it plans, and how it hands over and closes; not deal size, not inbound."""

    @property
    def width(self) -> Money:
        """How much order intake hangs on it."""
        return abs(self.high - self.low)


def tornado(plan: Plan, forecast: Forecast, *, tenths: bool = False) -> tuple[Bar, ...]:
    """The bars, widest first; assumptions without a range are left out.

    ``tenths``: to the values that one in ten lies beyond, instead of to the ends. Empty without a forecast.
    """
    given = forecast.assumptions
    if given is None:
        return ()
    bars = []

    def add(kind: str, key: str, name: str, range_: Range, change: Callable[[float], Money], ours: bool) -> None:
        low, high = _ends(range_, tenths)
        bars.append(Bar(kind, key, name, low, high, change(low), change(high), ours))

    for place, (step, rate) in enumerate(zip(funnel.steps(plan), given.rates, strict=True)):
        name = _("Win rate") if place == len(given.rates) - 1 else _step_name(step.before, step.after)
        add(RATE, step.row.id, name, rate, partial(_with_rate, given, place), True)
    add(DEAL, DEAL, _("Deal size"), given.deal, partial(_intake, given), False)
    for place, source in enumerate(given.sources):
        row = plan.activities.get(source.key)
        name = _("Inbound leads") if row is None else row.title or row.code or ""
        add(LEADS, source.key, name, source.leads, partial(_with_leads, given, place), source.key != INBOUND)
    return tuple(sorted((bar for bar in bars if bar.at_low != bar.at_high), key=_width, reverse=True))


def _width(bar: Bar) -> Money:
    return bar.width


def _step_name(before: str, after: str) -> str:
    return _("{before} to {after}").format(before=stage(before), after=in_sentence(stage(after)))


def _ends(range_: Range, tenths: bool) -> tuple[float, float]:
    if range_.is_certain:
        return range_.likely, range_.likely
    if tenths:
        return range_.quantile(_TENTHS[0]), range_.quantile(_TENTHS[1])
    return range_.low, range_.high


def _with_rate(given: Assumptions, place: int, value: float) -> Money:
    rates = list(given.rates)
    rates[place] = _certain(value)
    return _intake(given._replace(rates=tuple(rates)))


def _with_leads(given: Assumptions, place: int, value: float) -> Money:
    sources = list(given.sources)
    sources[place] = sources[place]._replace(leads=_certain(value))
    return _intake(given._replace(sources=tuple(sources)))


def _certain(value: float) -> Range:
    return Range(value, value, value)


def _intake(given: Assumptions, deal: float | None = None) -> Money:
    """Order intake in minor units with everything likely; the deal may be handed in."""
    effective = sum(given.carried)
    effective += sum(source.leads.likely * sum(source.effect) for source in given.sources)
    rate = math.prod(rate.likely for rate in given.rates)
    return whole(effective * rate * (given.deal.likely if deal is None else deal)) or 0
