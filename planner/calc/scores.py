"""How far each goal has come, scored as objectives and key results are (method.md A4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Goal

GREEN, YELLOW, RED = "green", "yellow", "red"
ORDERS = "order_intake"
_GREEN_FROM, _YELLOW_FROM = 0.7, 0.4
_FULL, _ASPIRED = 1.0, 0.6


class GoalScore(NamedTuple):
    """One goal; None where today's figure or an end of the scale is not known."""

    goal: RowId
    actual: float | None
    """In the goal's own unit, as of the last month that has one."""
    score: float | None
    """The share of the way from the baseline to the target: 0 at or before the start, 1 at or beyond the end."""
    level: str | None
    """``green`` from 0.7, ``yellow`` from 0.4, ``red`` below."""
    wanted: float
    """The score the goal is due at: 1 where it is committed, 0.6 where it is aspired to."""

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal is where it is due."""
        return None if self.score is None else self.score >= self.wanted - 1e-9


def goal_score(baseline: float | None, target: float | None, actual: float | None) -> float | None:
    """``(actual - baseline) / (target - baseline)`` between 0 and 1, also where less is better."""
    if baseline is None or target is None or actual is None or target == baseline:
        return None
    return min(1.0, max(0.0, (actual - baseline) / (target - baseline)))


def goal_scores(plan: Plan) -> tuple[GoalScore, ...]:
    """Every goal by its own actuals. The months of order intake add up; of others the last counts."""
    return tuple(_score(plan, goal) for goal in plan.goals)


def plan_score(scores: tuple[GoalScore, ...]) -> float | None:
    """The mean over goals with a score; None where none has one."""
    known = [row.score for row in scores if row.score is not None]
    return sum(known) / len(known) if known else None


def _score(plan: Plan, goal: Goal) -> GoalScore:
    rows = [row for row in plan.actuals if row.goal == goal.id and row.value is not None and row.month]
    actual: float | None
    if goal.kind == "revenue":
        own = [row for row in rows if row.measure == ORDERS] or [
            row
            for row in plan.actuals
            if row.measure == ORDERS and row.value is not None and row.goal is None and row.activity is None
        ]
        actual = sum(row.value or 0.0 for row in own) if own else None
    else:
        last = max(rows, key=lambda row: row.month or "", default=None)
        actual = last.value if last else None
    score = goal_score(goal.baseline, goal.target, actual)
    level = None
    if score is not None:
        level = GREEN if score >= _GREEN_FROM else YELLOW if score >= _YELLOW_FROM else RED
    return GoalScore(goal.id, actual, score, level, _ASPIRED if goal.commitment == "aspirational" else _FULL)
