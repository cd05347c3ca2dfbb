"""One step of the cut's slider on the example, chance of the goal included; the drawing before the first is its own."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from planner.assets import resource
from planner.calc.cut import POLICIES, CutRequest
from planner.calc.results import Results
from planner.exchange.text import read_plan

STEPS = 60


def measure() -> list[str]:
    """The rows of the report."""
    example = read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))
    simulator = Results(example).simulator
    start = perf_counter()
    assert simulator.draws
    found = [f"the cut, drawing once: {1e3 * (perf_counter() - start):.0f} ms"]
    for policy in POLICIES:
        times = []
        for step in range(STEPS):
            start = perf_counter()
            simulator.cut(CutRequest(from_month="2027-05", share=step / STEPS / 2, policy=policy))
            times.append(perf_counter() - start)
        found.append(f"the cut, one step, {policy}: {1e3 * median(times):.1f} ms, at most {1e3 * max(times):.1f} ms")
    return found
