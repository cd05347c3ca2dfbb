"""How ready each chapter is (method.md B14; own construction, label it as such).

A rule counts with its weight at the gate (an error 5, a warning 2, a note 0) times the share of its objects that pass;
rules with nothing to look at are left out and not counted as passed. With one open error a chapter is not ready,
whatever its score.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planner.calc.rules.finding import ERROR, OPEN, WARNING, Outcome, Report
from planner.calc.rules.registry import CHAPTERS


class Readiness(NamedTuple):
    """One chapter, or the whole plan, at one gate."""

    score: float | None
    """0 to 1; None where no rule of weight has anything to look at."""
    errors: int
    """Open errors: they block the gate."""
    warnings: int

    @property
    def is_ready(self) -> bool:
        """Whether nothing blocks the gate."""
        return not self.errors


def readiness(report: Report) -> dict[str, Readiness]:
    """Readiness of all thirteen chapters at the gate of a report, in their order."""
    counted = {chapter: [0, 0] for chapter in CHAPTERS}
    for one in report:
        if one.status == OPEN and one.severity in (ERROR, WARNING):
            counted[one.chapter][one.severity == WARNING] += 1
    return {
        chapter: Readiness(score(one for one in report.outcomes if one.chapter == chapter), *counted[chapter])
        for chapter in CHAPTERS
    }


def whole_readiness(report: Report) -> Readiness:
    """Readiness of the whole plan."""
    found = readiness(report).values()
    return Readiness(
        score(report.outcomes), sum(one.errors for one in found), sum(one.warnings for one in found)
    )


def score(outcomes: Iterable[Outcome]) -> float | None:
    """The weighed mean of what passes, at the gate of the report; None where nothing has weight."""
    weighed = [(one.weight, one.passing) for one in outcomes if one.weight]
    total = sum(weight for weight, _passing in weighed)
    return sum(weight * passing for weight, passing in weighed) / total if total else None
