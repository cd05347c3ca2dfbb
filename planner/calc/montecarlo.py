"""How sure the forecast is: ranges of the assumptions, and the luck of counting a few deals (method.md B12).

Two layers. The first is not knowing the rates, the deal size and the leads (PERT, lambda 4, each on its own); the
second is that about forty deals expected are not forty deals counted (Poisson). Amounts are minor units.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

RUNS = 20_000
SEED = 20270101


class Pert(NamedTuple):
    """A value known by its low, likely and high end. Without a proper range it is taken as certain."""

    low: float
    likely: float
    high: float

    @property
    def is_certain(self) -> bool:
        """Whether there is no range to draw from."""
        return not self.low <= self.likely <= self.high or self.low == self.high

    @property
    def alpha(self) -> float:
        return 1 + 4 * (self.likely - self.low) / (self.high - self.low)

    @property
    def beta(self) -> float:
        return 1 + 4 * (self.high - self.likely) / (self.high - self.low)

    @property
    def mean(self) -> float:
        return self.likely if self.is_certain else (self.low + 4 * self.likely + self.high) / 6

    @property
    def variance(self) -> float:
        """The exact variance of this distribution, not the classic approximation ``((high - low) / 6)²``."""
        return 0.0 if self.is_certain else (self.mean - self.low) * (self.high - self.mean) / 7


def pert(low: float | None, likely: float, high: float | None) -> Pert:
    """A range; an end that is not known makes the value certain."""
    return Pert(likely, likely, likely) if low is None or high is None else Pert(low, likely, high)


class Assumptions(NamedTuple):
    """What order intake follows from: ``(carried + sum of leads x their share that lands) x rates x deal``."""

    rates: tuple[Pert, ...]
    deal: Pert
    leads: tuple[tuple[Pert, float], ...]
    """Each source of leads and the share of it that lands by the end."""
    carried: float
    target: float | None


class Spread(NamedTuple):
    """Mean and standard deviation of order intake, worked out without drawing."""

    mean: float
    sd: float
    """Of the assumptions alone."""
    sd_with_counting: float
    """Of the assumptions and of counting."""


class Draws(NamedTuple):
    """What the draws of one layer came to; the chance to reach the target is None without a target."""

    mean: float
    sd: float
    p10: float
    p50: float
    p90: float
    p_hit: float | None


class Simulation(NamedTuple):
    """Order intake drawn many times."""

    runs: int
    seed: int
    parameters: Draws
    """From not knowing the assumptions alone."""
    counted: Draws
    """From that and from the luck of counting: the one to show."""


def analytic(given: Assumptions) -> Spread:
    """Mean and spread from the moments of the parts."""
    factors = [(part.mean, part.variance) for part in (*given.rates, given.deal)]
    effective = (
        given.carried + sum(source.mean * landing for source, landing in given.leads),
        sum(source.variance * landing**2 for source, landing in given.leads),
    )
    mean, square = _product([effective, *factors])
    expected_deals, _ = _product([effective, *factors[:-1]])
    counting = (given.deal.variance + given.deal.mean**2) * expected_deals
    variance = max(0.0, square - mean**2)
    return Spread(mean, math.sqrt(variance), math.sqrt(variance + counting))


def _product(factors: list[tuple[float, float]]) -> tuple[float, float]:
    """Mean and mean square of the product of independent factors given as (mean, variance)."""
    mean = math.prod(factor[0] for factor in factors)
    return mean, math.prod(variance + average**2 for average, variance in factors)


def simulate(given: Assumptions, runs: int = RUNS, seed: int = SEED) -> Simulation:
    """Draw order intake so many times; the same seed gives the same figures. Raises ValueError for no runs."""
    if runs < 1:
        raise ValueError("a simulation needs at least one run")
    import numpy as np

    rng = np.random.default_rng(seed)
    rate = np.ones(runs)
    for part in given.rates:
        rate *= _draw(rng, part, runs)
    deal = _draw(rng, given.deal, runs)
    effective = np.full(runs, float(given.carried))
    for source, landing in given.leads:
        effective += landing * _draw(rng, source, runs)
    expected = effective * rate
    certain = expected * deal
    return Simulation(
        runs, seed, _sum_up(certain, given.target), _sum_up(rng.poisson(expected) * deal, given.target)
    )


def _sum_up(drawn: NDArray[numpy.float64], target: float | None) -> Draws:
    import numpy as np

    p10, p50, p90 = (float(value) for value in np.percentile(drawn, [10, 50, 90]))
    hit = None if target is None else float((drawn >= target).mean())
    return Draws(float(drawn.mean()), float(drawn.std()), p10, p50, p90, hit)


def _draw(rng: numpy.random.Generator, part: Pert, runs: int) -> NDArray[numpy.float64]:
    import numpy as np

    if part.is_certain:
        return np.full(runs, float(part.likely))
    return part.low + (part.high - part.low) * rng.beta(part.alpha, part.beta, runs)
