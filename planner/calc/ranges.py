"""A value known by its low, likely and high end, and how it spreads between them (method.md B12)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

PERT, TRIANGULAR = "pert", "triangular"


class Range(NamedTuple):
    """A range. Without a proper one (low <= likely <= high, and not all equal) the likely value is certain."""

    low: float
    likely: float
    high: float
    shape: str = PERT

    @property
    def is_certain(self) -> bool:
        """Whether there is no range to draw from."""
        return not self.low <= self.likely <= self.high or self.low == self.high

    @property
    def alpha(self) -> float:
        """First parameter of the beta distribution behind a PERT range."""
        return 1 + 4 * (self.likely - self.low) / (self.high - self.low)

    @property
    def beta(self) -> float:
        """Second parameter of the beta distribution behind a PERT range."""
        return 1 + 4 * (self.high - self.likely) / (self.high - self.low)

    @property
    def mean(self) -> float:
        if self.is_certain:
            return self.likely
        weight = 1 if self.shape == TRIANGULAR else 4
        return (self.low + weight * self.likely + self.high) / (2 + weight)

    @property
    def variance(self) -> float:
        """The exact variance; for PERT not the classic approximation ``((high - low) / 6)²``."""
        if self.is_certain:
            return 0.0
        low, likely, high = self.low, self.likely, self.high
        if self.shape == TRIANGULAR:
            return (low * low + high * high + likely * likely - low * high - low * likely - high * likely) / 18
        return (self.mean - low) * (high - self.mean) / 7

    def quantile(self, share: float) -> float:
        """The value that this share of all cases lies below. Raises ValueError for no share."""
        if not 0 <= share <= 1:
            raise ValueError(f"not a share: {share!r}")
        if self.is_certain:
            return self.likely
        low, likely, high = self.low, self.likely, self.high
        if self.shape == TRIANGULAR:
            if share * (high - low) < likely - low:
                return low + math.sqrt(share * (high - low) * (likely - low))
            return high - math.sqrt((1 - share) * (high - low) * (high - likely))

        def below(x: float) -> float:
            return _incomplete_beta(self.alpha, self.beta, x)

        return low + (high - low) * bisect(below, share, 0.0, 1.0)

    def draw(self, rng: numpy.random.Generator, count: int) -> NDArray[numpy.float64]:
        """So many values drawn."""
        import numpy as np

        if self.is_certain:
            return np.full(count, float(self.likely))
        if self.shape == TRIANGULAR:
            return rng.triangular(self.low, self.likely, self.high, count)
        drawn = rng.beta(self.alpha, self.beta, count)
        drawn *= self.high - self.low
        drawn += self.low
        return drawn


def ranged(low: float | None, likely: float, high: float | None, shape: str | None = PERT) -> Range:
    """A range; an end that is not known makes the value certain."""
    if low is None or high is None:
        low = high = likely
    return Range(low, likely, high, shape or PERT)


def bisect(rising: Callable[[float], float], wanted: float, low: float, high: float) -> float:
    """Where a rising function reaches a value between two places; the nearer end where it never does."""
    for _step in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if rising(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The share of a beta distribution below x, by its continued fraction (Lentz's method)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    tiny = 1e-300
    c, d, total = 1.0, 0.0, 1.0
    for step in range(400):
        m, odd = divmod(step, 2)
        if step == 0:
            term = 1.0
        elif odd:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / ((1 + term * d) or tiny)
        c = (1 + term / c) or tiny
        total *= c * d
        if abs(1 - c * d) < 1e-14:
            break
    return front * (total - 1)
