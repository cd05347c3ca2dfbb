"""Monte Carlo against the bare drawing of the same variates, and the forecast of the example.

100,000 runs over 16 activities and 12 months: the peer draws the same variates with numpy, in the same lots, and keeps
nothing. The peak is what Python's own tracing of memory sees, against the matrix of the result.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from planner.assets import resource
from planner.calc.montecarlo import Assumptions, Source, simulate
from planner.calc.ranges import Range
from planner.calc.results import Results
from planner.exchange.text import read_plan
from planner.model.plan import Plan

RUNS, ACTIVITIES, MONTHS = 100_000, 16, 12
ROUNDS = 7
LOT = 4096


def measure() -> list[str]:
    """The rows of the report."""
    given = assumptions()
    ours, bare = [], []
    for _round in range(ROUNDS):
        bare.append(_time(lambda: _draw(given)))
        ours.append(_time(lambda: simulate(given, RUNS, 1)))
    ratio = median(a / b for a, b in zip(ours, bare, strict=True))
    tracemalloc.start()
    simulate(given, RUNS, 1)
    peak = tracemalloc.get_traced_memory()[1] / (RUNS * MONTHS * 8)
    tracemalloc.stop()
    example = read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))
    everything = 1e3 * median(_results(example) for _n in range(9))
    size = f"{RUNS:,} runs, {ACTIVITIES} activities, {MONTHS} months"
    return [
        f"Monte Carlo, {size}: {1e3 * median(ours):.0f} ms, {ratio:.2f} times the bare draws",
        f"Monte Carlo, peak memory: {peak:.2f} times the result",
        f"forecast, findings, progress, returns, capacity, tornado, review of the example: {everything:.1f} ms",
    ]


def assumptions() -> Assumptions:
    """Sixteen activities, five rates and a deal, all with ranges."""
    effect = tuple(month / 100 for month in range(1, MONTHS + 1))
    sources = tuple(Source(f"a{n}", Range(50, 100 + n, 180), effect) for n in range(ACTIVITIES))
    rates = (Range(0.36, 0.4, 0.44), Range(0.75, 0.8, 0.85), Range(0.45, 0.5, 0.55),
             Range(0.56, 0.625, 0.68), Range(0.21, 0.25, 0.29))  # fmt: skip
    return Assumptions(rates, Range(4.2e6, 4.8e6, 5.6e6), sources, (40.0,) * MONTHS, 1.9e8)


def _draw(given: Assumptions) -> None:
    """The same variates with numpy, and nothing else."""
    rng = np.random.default_rng(1)
    ranges = [*given.rates, given.deal, *(source.leads for source in given.sources)]
    expected = np.full((MONTHS, LOT), 3.5)
    for first in range(0, RUNS, LOT):
        count = min(LOT, RUNS - first)
        for part in ranges:
            rng.beta(part.alpha, part.beta, count)
        rng.poisson(expected[:, :count])


def _results(plan: Plan) -> float:
    def work() -> None:
        results = Results(plan, "2026-11-16")
        assert results.forecast.deals
        assert results.findings
        assert results.progress
        assert results.returns
        assert results.capacity
        assert results.tornado
        assert results.review

    return _time(work)


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
