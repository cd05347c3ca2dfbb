"""The chance of the goal with and without a cut, from the same luck.

The runs are those of the simulation, kept. A cut does not draw again: of the orders that a run counted, each survives
with the probability that its leads do. So a small step of a slider is a small step of the figures, a deeper cut never
has more orders, and a cut of nothing changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.calc.montecarlo import MOST_EXPECTED, RUNS, Assumptions, Draws, lots, sum_up

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_MOST_MARKS = 3_000_000
"""Orders over all runs from which on they are no longer followed one by one: there are so many in each run that the
bell curve says as well how many survive, from one draw for each run."""


class CommonDraws:
    """The runs of one plan. Costs one drawing; each question after that costs a few milliseconds."""

    def __init__(self, given: Assumptions, seed: int, runs: int = RUNS) -> None:
        import numpy as np

        drawn = list(lots(given, runs, seed))
        self._given = given
        self._leads = np.concatenate([lot.leads for lot in drawn], axis=1)
        self._rate = np.concatenate([lot.rate for lot in drawn])
        self._deal = np.concatenate([lot.deal for lot in drawn])
        self._deals = np.concatenate([lot.deals.sum(axis=0) for lot in drawn])
        self._expected = np.concatenate([lot.expected.sum(axis=0) for lot in drawn])
        self._seed = seed
        self._ends = np.cumsum(self._deals)
        self.before = sum_up(self._deals * self._deal, given.target)
        marks = int(self._ends[-1])
        rng = np.random.default_rng([seed, 1])
        self._marks = rng.random(marks) if marks <= _MOST_MARKS else None
        self._luck = rng.standard_normal(runs) if marks > _MOST_MARKS else np.zeros(0)

    def after(self, landing: Mapping[str, float]) -> Draws:
        """Order intake where so much of each source's leads lands within the plan; other sources as planned."""
        import numpy as np

        if not landing:
            return self.before
        shares = np.array([landing.get(source.key, sum(source.effect)) for source in self._given.sources])
        expected = (shares @ self._leads + sum(self._given.carried)) * self._rate
        expected = np.clip(np.nan_to_num(expected), 0.0, MOST_EXPECTED * len(self._given.carried))
        survives = np.divide(expected, self._expected, out=np.ones_like(expected), where=self._expected > 0)
        deals = self._surviving(np.minimum(survives, 1.0))
        more = expected - self._expected
        if (more > 1e-9).any():
            deals = deals + np.random.default_rng([self._seed, 2]).poisson(np.maximum(more, 0.0))
        return sum_up(deals * self._deal, self._given.target)

    def _surviving(self, share: NDArray[numpy.float64]) -> NDArray[numpy.int64]:
        """Of each run's orders those that survive."""
        import numpy as np

        if self._marks is None:
            spread = np.sqrt(self._deals * share * (1 - share))
            drawn = np.rint(self._deals * share + self._luck * spread)
            return np.clip(drawn, 0, self._deals).astype(np.int64)
        kept = np.concatenate([[0], np.cumsum(self._marks < np.repeat(share, self._deals))])
        surviving: NDArray[numpy.int64] = kept[self._ends] - kept[self._ends - self._deals]
        return surviving
