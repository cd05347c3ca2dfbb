"""Everything of the outlook that is drawn by lot, made once for as long as nothing it follows from changes.

It takes a moment, so it is made beside the window; what it follows from says whether an earlier one still holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.calc.montecarlo import MARKET, RUNS, SEED, Assumptions, Simulation, simulate

if TYPE_CHECKING:
    from planner.calc.cut import CommonDraws
    from planner.model.plan import Plan

_TENTHS = (10, 90)


class Basis(NamedTuple):
    """What draws follow from: equal bases give equal draws."""

    given: Assumptions
    seed: int


class Outlook(NamedTuple):
    """The draws of one basis."""

    basis: Basis
    simulation: Simulation
    stages: tuple[tuple[float, float], ...]
    """For each stage, first to last, the counts that one in ten runs stays below, and above."""
    draws: CommonDraws
    """The runs that cuts are asked of."""


def basis_of(plan: Plan, given: Assumptions | None) -> Basis | None:
    """What the draws of a plan follow from, by the assumptions of its forecast; None without a forecast."""
    seed = plan.funnel.seed
    return None if given is None else Basis(given, SEED if seed is None else seed)


def outlook_of(basis: Basis, runs: int = RUNS) -> Outlook:
    """Draw everything."""
    from planner.calc.cut import CommonDraws

    return Outlook(basis, simulate(basis.given, runs, basis.seed), stage_ranges(basis, runs), CommonDraws(*basis, runs))


def stage_ranges(basis: Basis, runs: int = RUNS) -> tuple[tuple[float, float], ...]:
    """How many pieces of each stage to expect from the leads that land: one in ten runs is below, one above.

    Rates and leads are drawn from their ranges, and each stage is counted (Poisson), as in method.md B12.
    """
    import numpy as np

    rng = np.random.default_rng([basis.seed, 3])
    given = basis.given
    expected = np.full(runs, float(sum(given.carried)))
    for source in given.sources:
        expected += source.leads.draw(rng, runs) * sum(source.effect)
    found = []
    for place in range(len(given.rates) + 1):
        if place:
            rate = given.rates[place - 1].draw(rng, runs)
            if given.market and place == len(given.rates):
                rate = np.minimum(rate * MARKET.draw(rng, runs), 1.0)
            expected *= rate
        low, high = (float(value) for value in np.percentile(rng.poisson(expected), _TENTHS))
        found.append((low, high))
    return tuple(found)
