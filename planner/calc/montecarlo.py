"""How sure the forecast is: ranges of the assumptions, and the luck of counting a few deals (method.md B12).

Two layers. The first is not knowing the rates, the deal size and the leads, each on its own; the second is that about
forty deals expected are not forty deals counted (Poisson). Where the plan says so, good and bad times move the win
rate and the deal together. Amounts are minor units.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from planner.calc.ranges import TRIANGULAR, Range
from planner.i18n import _

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

RUNS = 20_000
SEED = 20270101
MARKET = Range(0.9, 1.0, 1.1, TRIANGULAR)
"""Good and bad times: what win rate and deal size are both multiplied with."""

_AT_ONCE = 4096
"""Runs drawn together, so that what is drawn never needs as much room as the result."""
MOST_EXPECTED = 1e12
"""Deals a month; figures beyond that are slips of the pen, and nothing is drawn from them."""
_BANDS = (10, 25, 50, 75, 90)
_UNLIKELY, _EVEN, _LIKELY = 0.35, 0.65, 0.85


class Source(NamedTuple):
    """One source of leads: how many, and the share of them whose effect lands in each month of the plan."""

    key: str
    """The id of an activity, or ``inbound``."""
    leads: Range
    effect: tuple[float, ...]


class Assumptions(NamedTuple):
    """What order intake follows from: ``(carried + sum of leads x their effect) x rates x deal``, by month."""

    rates: tuple[Range, ...]
    """From the first step to the last; the last is the win rate."""
    deal: Range
    sources: tuple[Source, ...]
    carried: tuple[float, ...]
    """Leads from before the plan whose effect lands in each month."""
    target: float | None
    market: bool = False


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


class Fan(NamedTuple):
    """Order intake up to and with each month: the value that 10, 25, 50, 75 and 90 of 100 runs stay below."""

    p10: tuple[float, ...]
    p25: tuple[float, ...]
    p50: tuple[float, ...]
    p75: tuple[float, ...]
    p90: tuple[float, ...]


class Simulation(NamedTuple):
    """Order intake drawn many times."""

    runs: int
    seed: int
    parameters: Draws
    """From not knowing the assumptions alone."""
    counted: Draws
    """From that and from the luck of counting: the one to show."""
    fan: Fan


class Lot(NamedTuple):
    """Some runs: what each drew."""

    leads: NDArray[numpy.float64]
    """Sources x runs."""
    rate: NDArray[numpy.float64]
    deal: NDArray[numpy.float64]
    deals: NDArray[numpy.int64]
    """Counted, months x runs."""
    expected: NDArray[numpy.float64]
    """Deals expected, months x runs."""


def chance_words(p_hit: float) -> str:
    """A chance in words (our own scale): unlikely, a coin flip, likely, safe."""
    if p_hit < _UNLIKELY:
        return _("unlikely")
    if p_hit < _EVEN:
        return _("a coin flip")
    return _("likely") if p_hit <= _LIKELY else _("safe")


def analytic(given: Assumptions) -> Spread:
    """Mean and spread from the moments of the parts; a win rate is not held below 1."""
    factors = [(part.mean, part.variance) for part in (*given.rates, given.deal)]
    shares = [sum(source.effect) for source in given.sources]
    effective = (
        sum(given.carried)
        + sum(source.leads.mean * share for source, share in zip(given.sources, shares, strict=True)),
        sum(source.leads.variance * share**2 for source, share in zip(given.sources, shares, strict=True)),
    )
    mean, square = _product([effective, *factors])
    expected_deals, _unused = _product([effective, *factors[:-1]])
    counting = (given.deal.variance + given.deal.mean**2) * expected_deals
    if given.market:
        var = MARKET.variance
        mean *= 1 + var
        counting *= 1 + 3 * var
        square *= 1 + 6 * var + (MARKET.high - 1) ** 4 / 15
    variance = max(0.0, square - mean**2)
    return Spread(mean, math.sqrt(variance), math.sqrt(max(0.0, variance + counting)))


def _product(factors: list[tuple[float, float]]) -> tuple[float, float]:
    """Mean and mean square of the product of independent factors given as (mean, variance)."""
    mean = math.prod(factor[0] for factor in factors)
    return mean, math.prod(variance + average**2 for average, variance in factors)


def lots(given: Assumptions, runs: int = RUNS, seed: int = SEED) -> Iterator[Lot]:
    """Draw so many runs, a lot at a time; the same seed draws the same. Raises ValueError for no runs."""
    if runs < 1:
        raise ValueError("a simulation needs at least one run")
    import numpy as np

    rng = np.random.default_rng(seed)
    effects = np.array([source.effect for source in given.sources]).reshape(len(given.sources), len(given.carried)).T
    carried = np.array(given.carried)[:, None]
    for first in range(0, runs, _AT_ONCE):
        count = min(_AT_ONCE, runs - first)
        market = MARKET.draw(rng, count) if given.market else 1.0
        rate = np.ones(count)
        for part in given.rates[:-1]:
            rate *= part.draw(rng, count)
        if given.rates:
            rate *= np.minimum(given.rates[-1].draw(rng, count) * market, 1.0)
        deal = given.deal.draw(rng, count)
        deal *= market
        leads = np.empty((len(given.sources), count))
        for place, source in enumerate(given.sources):
            leads[place] = source.leads.draw(rng, count)
        expected = effects @ leads
        expected += carried
        expected *= rate
        np.nan_to_num(expected, copy=False)
        np.clip(expected, 0.0, MOST_EXPECTED, out=expected)
        yield Lot(leads, rate, deal, rng.poisson(expected), expected)


def simulate(given: Assumptions, runs: int = RUNS, seed: int = SEED) -> Simulation:
    """Draw order intake so many times; the same seed gives the same figures. Raises ValueError for no runs.

    The one matrix that is kept is the result, months x runs; a lot is added to it and forgotten.
    """
    if runs < 1:
        raise ValueError("a simulation needs at least one run")
    import numpy as np

    intake = np.empty((len(given.carried), runs))
    certain = np.empty(runs)
    at = 0
    for lot in lots(given, runs, seed):
        end = at + len(lot.deal)
        np.multiply(lot.deals, lot.deal, out=intake[:, at:end])
        np.multiply(lot.expected.sum(axis=0), lot.deal, out=certain[at:end])
        at = end
    np.cumsum(intake, axis=0, out=intake)
    bands = [np.percentile(month, _BANDS) for month in intake]
    fan = Fan(*(tuple(float(band[place]) for band in bands) for place in range(len(_BANDS))))
    return Simulation(runs, seed, sum_up(certain, given.target), sum_up(intake[-1], given.target), fan)


def sum_up(drawn: NDArray[numpy.float64], target: float | None) -> Draws:
    """What drawn amounts came to."""
    import numpy as np

    p10, p50, p90 = (float(value) for value in np.percentile(drawn, [10, 50, 90]))
    hit = None if target is None else float((drawn >= target).mean())
    return Draws(float(drawn.mean()), float(drawn.std()), p10, p50, p90, hit)
