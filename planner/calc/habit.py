"""How much of the budget is habit: money that nobody asked for and that serves no goal.

Own construction, label it as our own measure; it answers the question of method.md D9 "Which line exists because it
existed last year?". Every line with an amount goes to the first heap that fits:

* **asked for**: its activity answers at least one input (linked from either side), or makes a material that one asked
  for;
* **for a goal**: its activity serves a goal;
* **habit**: all else, lines without an activity among it.

Lines kept for surprises stay out, and so do lines of cancelled activities: nobody spends them out of habit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planner.calc.budget import CONTINGENCY, Budget, share_of
from planner.calc.supply import is_counted
from planner.model.plan import Money, Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import BudgetLine

Heap = Literal["asked", "goal", "habit"]


@dataclass(frozen=True)
class HabitLine:
    """Money spent out of habit: an activity with all its lines, or one line without an activity."""

    id: RowId
    """The activity, or the line where it belongs to none."""
    amount: Money


@dataclass(frozen=True)
class Habit:
    """The three heaps in minor units, and what habit consists of, the most expensive first."""

    asked: Money
    goal: Money
    habit: Money
    lines: tuple[HabitLine, ...]

    @property
    def total(self) -> Money:
        """All three heaps."""
        return self.asked + self.goal + self.habit

    @property
    def share(self) -> float | None:
        """Habit as a share of the three heaps; None where there is no money yet."""
        return share_of(self.habit, self.total)


def habit_of(plan: Plan, budget: Budget) -> Habit | None:
    """Why the money of a plan is in it; None where no line has an amount."""
    asked_for = _asked_for(plan)
    sums: dict[Heap, Money] = {"asked": 0, "goal": 0, "habit": 0}
    found: dict[RowId, Money] = {}
    known = False
    for line in plan.budget_lines:
        amount = budget.amount(line)
        if amount is None or line.category == CONTINGENCY or not _is_spent(plan, line):
            continue
        known = True
        heap = _heap(plan, line, asked_for)
        sums[heap] += amount
        if heap == "habit":
            key = line.activity if line.activity in plan.activities else line.id
            assert key is not None
            found[key] = found.get(key, 0) + amount
    if not known:
        return None
    lines = sorted((HabitLine(id, amount) for id, amount in found.items()), key=lambda one: -one.amount)
    return Habit(sums["asked"], sums["goal"], sums["habit"], tuple(lines))


def _asked_for(plan: Plan) -> frozenset[RowId]:
    """The activities that somebody asked for."""
    found = {id for row in plan.sales_inputs for id in row.activities}
    found.update(row.id for row in plan.activities if row.sales_inputs)
    answered = {id for row in plan.sales_inputs for id in row.materials}
    for material in plan.materials:
        if material.activity is not None and (material.sales_inputs or material.id in answered):
            found.add(material.activity)
    return frozenset(found)


def _is_spent(plan: Plan, line: BudgetLine) -> bool:
    activity = plan.activities.get(line.activity)
    return activity is None or is_counted(activity)


def _heap(plan: Plan, line: BudgetLine, asked_for: frozenset[RowId]) -> Heap:
    activity = plan.activities.get(line.activity)
    if activity is None:
        return "habit"
    if activity.id in asked_for:
        return "asked"
    return "goal" if activity.goals else "habit"
