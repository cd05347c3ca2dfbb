"""All rules on plans of several sizes. Wanted: 10,000 rows under 500 ms, and time that grows no faster than rows."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from planner.assets import resource
from planner.calc.results import Results
from planner.exchange.text import read_plan
from planner.model.plan import Plan
from tests.benchmarks.big import big_plan
from tests.benchmarks.many import many

_TIMES = 5


def measure() -> list[str]:
    """The rows of the report."""
    example = read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))
    rows = sum(1 for _row in example.rows())
    copies = 10_000 // rows
    plans = {
        "the example": example,
        "10,000 rows, mostly budget": big_plan(10_000),
        "10,000 rows of all tables": many(example, copies),
        "100,000 rows of all tables": many(example, 10 * copies),
    }
    times = {name: _check(plan) for name, plan in plans.items()}
    said = [f"all rules, {name}: {1e3 * time:.0f} ms" for name, time in times.items()]
    growth = times["100,000 rows of all tables"] / times["10,000 rows of all tables"]
    return [*said, f"ten times the rows take {growth:.1f} times as long"]


def _check(plan: Plan) -> float:
    times = []
    for _round in range(_TIMES):
        start = perf_counter()
        results = Results(plan, "2026-11-16")
        found = results.report("K5")
        times.append(perf_counter() - start)
        assert all(not one.is_defect for one in found)
    return median(times)

