"""The check of a plan in one call."""

from planner.calc.results import Results
from planner.calc.rules import Report
from planner.model.plan import Day, Plan


def check(plan: Plan, gate: str | None = None, as_of: Day | None = None) -> Report:
    """Every finding on a plan, at the gate and on the day given, else at its own."""
    return Results(plan, as_of).report(gate)
