"""How leads follow money: response curves, what one more unit brings, and how to find them (method.md B9).

Spend is in any one unit, of the whole period; leads are those of the whole period.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from planner.calc.ranges import bisect

POWER, LOG, EXPONENTIAL, HILL, ADBUDG = "power", "log", "exponential", "hill", "adbudg"


class Curve(Protocol):
    """A curve that never falls."""

    @property
    def bend(self) -> float:
        """The spend from which on each unit brings less than the one before; infinite where it never does."""

    def leads(self, spend: float) -> float:
        """Leads for a spend of 0 or more."""

    def marginal(self, spend: float) -> float:
        """Leads that one more unit brings; infinite at the very start of a power curve."""

    def spend_at(self, marginal: float) -> float:
        """The spend from the bend on at which one more unit brings this much; the bend where it never does."""


@dataclass(frozen=True, slots=True)
class Power:
    """``a x^b``: with b below 1 each unit brings less than the one before. b is the elasticity."""

    a: float
    b: float

    @property
    def bend(self) -> float:
        return 0.0 if self.b <= 1 else math.inf

    def leads(self, spend: float) -> float:
        return self.a * math.pow(spend, self.b) if spend > 0 else 0.0

    def marginal(self, spend: float) -> float:
        if spend <= 0 and self.b < 1:
            return math.inf if self.a else 0.0
        return self.a * self.b * math.pow(spend, self.b - 1)

    def spend_at(self, marginal: float) -> float:
        if self.b >= 1 or not self.a or not self.b:
            return self.bend
        if marginal <= 0:
            return math.inf
        return math.exp(min(700.0, math.log(marginal / (self.a * self.b)) / (self.b - 1)))


@dataclass(frozen=True, slots=True)
class Log:
    """``a ln(1 + x / s)``."""

    a: float
    s: float

    @property
    def bend(self) -> float:
        return 0.0

    def leads(self, spend: float) -> float:
        return self.a * math.log1p(max(0.0, spend) / self.s)

    def marginal(self, spend: float) -> float:
        return self.a / (self.s + spend)

    def spend_at(self, marginal: float) -> float:
        return max(0.0, self.a / marginal - self.s) if marginal > 0 else math.inf


@dataclass(frozen=True, slots=True)
class Exponential:
    """``M (1 - e^(-x / s))``, which comes near M and never reaches it."""

    ceiling: float
    s: float

    @property
    def bend(self) -> float:
        return 0.0

    def leads(self, spend: float) -> float:
        return -self.ceiling * math.expm1(-max(0.0, spend) / self.s)

    def marginal(self, spend: float) -> float:
        return self.ceiling / self.s * math.exp(-spend / self.s)

    def spend_at(self, marginal: float) -> float:
        if marginal <= 0:
            return math.inf
        return max(0.0, -self.s * math.log(marginal * self.s / self.ceiling)) if self.ceiling else 0.0


@dataclass(frozen=True, slots=True)
class Hill:
    """``floor + M x^S / (K^S + x^S)``: half of M at K; with S above 1 it starts slowly and is shaped like an S."""

    ceiling: float
    """M: what money adds at most."""
    half: float
    slope: float
    floor: float = 0.0
    """Leads that come without money."""

    @property
    def bend(self) -> float:
        if self.slope <= 1:
            return 0.0
        return self.half * math.pow((self.slope - 1) / (self.slope + 1), 1 / self.slope)

    @property
    def tangent(self) -> float:
        """The spend at which the average unit brings most: less than this is worse than now and then nothing."""
        return self.half * math.pow(self.slope - 1, 1 / self.slope) if self.slope > 1 else 0.0

    def leads(self, spend: float) -> float:
        if spend <= 0:
            return self.floor
        return self.floor + self.ceiling * _logistic(self._log_odds(spend))

    def marginal(self, spend: float) -> float:
        if spend <= 0:
            if self.slope > 1:
                return 0.0
            return self.ceiling / self.half if self.slope == 1 else math.inf
        share = _logistic(self._log_odds(spend))
        return self.ceiling * self.slope * share * (1 - share) / spend

    def _log_odds(self, spend: float) -> float:
        return self.slope * (math.log(spend) - math.log(self.half))

    def spend_at(self, marginal: float) -> float:
        """With t the logarithm of ``(x / K)^S``: where ``(1 - 1/S) t - 2 ln(1 + e^t)`` reaches a value, by Newton."""
        if marginal <= 0:
            return math.inf
        rise = 1 - 1 / self.slope
        wanted = math.log(marginal * self.half / (self.ceiling * self.slope))
        top = math.log(rise / (2 - rise)) if rise > 0 else -math.inf
        if (rise > 0 and wanted >= rise * top - 2 * _softplus(top)) or (rise == 0 and wanted >= 0):
            return self.bend
        t = max(-wanted / (2 - rise), top + 1)
        for _step in range(50):
            fall = rise - 2 * _logistic(t)
            step = (rise * t - 2 * _softplus(t) - wanted) / fall
            t -= step
            if abs(step) < 1e-14 * max(1.0, abs(t)):
                break
        return self.half * math.exp(min(700.0, t / self.slope))


def _softplus(t: float) -> float:
    """``ln(1 + e^t)`` without overflow."""
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))


def _logistic(t: float) -> float:
    """``1 / (1 + e^-t)`` without overflow."""
    return 1 / (1 + math.exp(-t)) if t > -700 else 0.0


def power_at(spend: float, leads: float, elasticity: float) -> Power | None:
    """The power curve through today with this elasticity; None without money or leads today."""
    if spend <= 0 or leads <= 0 or elasticity <= 0:
        return None
    return Power(leads / spend**elasticity, elasticity)


def power_through(x1: float, y1: float, x2: float, y2: float) -> Power | None:
    """The power curve through two points; None where they lie on none that rises."""
    if not 0 < x1 < x2 or not 0 < y1 < y2:
        return None
    b = math.log(y2 / y1) / math.log(x2 / x1)
    return Power(y1 / x1**b, b)


def log_through(x1: float, y1: float, x2: float, y2: float) -> Log | None:
    """The log curve through two points; None where they lie on none, since it never rises faster than money."""
    if not 0 < x1 < x2 or not 0 < y1 < y2 or y2 / y1 >= x2 / x1:
        return None

    def ratio(scale: float) -> float:
        s = x1 * math.exp(scale)
        return math.log1p(x2 / s) / math.log1p(x1 / s)

    s = x1 * math.exp(bisect(ratio, y2 / y1, -500.0, 40.0))
    return Log(y1 / math.log1p(x1 / s), s)


def exponential_at(ceiling: float, spend: float, leads: float) -> Exponential | None:
    """The exponential curve under a ceiling and through one point; None where the point is not under the ceiling."""
    if spend <= 0 or not 0 < leads < ceiling:
        return None
    return Exponential(ceiling, -spend / math.log1p(-leads / ceiling))


def adbudg(floor: float, ceiling: float, now: float, half_more: float, today: float = 1.0) -> Hill | None:
    """The curve from four answers: leads without money, with any money, today, and with half as much again.

    ``today`` is the spend that brings ``now``. None where the answers do not rise from one to the next, or nothing is
    spent today. In Little's words delta is ``(half / today)^slope`` and gamma the slope.
    """
    if not floor < now < half_more < ceiling or today <= 0:
        return None
    delta = (ceiling - floor) / (now - floor) - 1
    gamma = math.log(delta / ((ceiling - floor) / (half_more - floor) - 1)) / math.log(1.5)
    return Hill(ceiling - floor, today * delta ** (1 / gamma), gamma, floor)


def adstock(spend: Sequence[float], carried: float) -> list[float]:
    """Spend with what still works of the months before: ``A_t = x_t + carried x A_(t-1)``, not normalised."""
    kept, found = 0.0, []
    for amount in spend:
        kept = amount + carried * kept
        found.append(kept)
    return found

