"""How far each chapter is, and what is missing next, in plain words.

A chapter is a list of steps; its share is their mean, and what is missing is the first step that is not done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.calc.progress.agree import agreement, review
from planner.calc.progress.listen import brief, materials, sales_input
from planner.calc.progress.plan import activities, budget, forecast, risks
from planner.calc.progress.set_out import context, customers, goals, stakeholders
from planner.calc.progress.step import Progress, Steps, progress
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

__all__ = ["Progress", "chapter_progress"]

_CHAPTERS: dict[str, Callable[[Plan, Results], Steps]] = {
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
    return {key: progress(steps(plan, results)) for key, steps in _CHAPTERS.items()}
