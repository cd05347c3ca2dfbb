"""How far each chapter is, and what is missing next, in plain words: what its ring shows.

A chapter asks for some things to be there at all (``asks``), and the rules say what is wrong with what is there. Both
make one share: an ask counts like a warning, a rule as it will count at the last gate, so that a ring is closed when
the chapter is fit to be signed. What is missing is the first ask that is not met, or else the gravest finding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.calc.progress.agree import agreement, review
from planner.calc.progress.listen import brief, materials, sales_input
from planner.calc.progress.plan import activities, budget, forecast, risks
from planner.calc.progress.set_out import context, customers, goals, stakeholders
from planner.calc.progress.step import Asks, Progress, progress
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

__all__ = ["Progress", "chapter_progress"]

_CHAPTERS: dict[str, Callable[[Plan, Results], Asks]] = {
    "context": context,
    "goals": goals,
    "customers": customers,
    "stakeholders": stakeholders,
    "sales_input": sales_input,
    "materials": materials,
    "brief": brief,
    "activities": activities,
    "budget": budget,
    "forecast": forecast,
    "risks": risks,
    "agreement": agreement,
    "review": review,
}


def chapter_progress(plan: Plan, results: Results) -> dict[str, Progress]:
    """The progress of all thirteen chapters, in their order, by their keys."""
    report = results.report()
    return {key: progress(asks(plan, results), report, key) for key, asks in _CHAPTERS.items()}
