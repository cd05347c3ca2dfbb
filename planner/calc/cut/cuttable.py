"""What can still be cut: money of the months from the decision on that nobody is bound to yet."""

from __future__ import annotations

from typing import NamedTuple

from planner.calc import months
from planner.calc.budget import CONTINGENCY, Budget
from planner.calc.supply import is_counted
from planner.model.plan import Money, Month, Plan, RowId

UNALLOCATED = "unallocated"


class Piece(NamedTuple):
    """One line's money that can be cut."""

    key: str
    """The id of the line, or ``unallocated``."""
    activity: RowId | None
    priority: int | None
    is_contingency: bool
    amount: Money


class Group(NamedTuple):
    """Activities that are cut together with one slider: those whose first goal is the same."""

    goal: RowId | None
    """None for what serves no goal."""
    name: str
    """The goal's title, empty where there is none."""
    total: Money
    """All that is planned for the group."""
    cuttable: Money
    """Of that, what can still be cut."""
    keys: tuple[str, ...]
    """What to hand to a free cut: ids of activities, or of lines without one."""

    @property
    def key(self) -> str:
        """What the group is called among groups of its kind."""
        return self.goal or (self.keys[0] if len(self.keys) == 1 else "")


def pieces(plan: Plan, budget: Budget, from_month: Month) -> tuple[Piece, ...]:
    """Everything that can be cut from a month on, in the order of the lines, unallocated money first.

    A committed line cannot be cut, nor what a month has committed or spent already.
    """
    open_by_line: dict[RowId, Money] = {}
    for cell in plan.amounts:
        wait = months.offset(from_month, cell.month)
        if wait is None or wait < 0 or not cell.planned:
            continue
        left = cell.planned - max(cell.committed or 0, cell.actual or 0)
        open_by_line[cell.line] = open_by_line.get(cell.line, 0) + max(0, left)
    found = []
    if budget.unallocated is not None and budget.unallocated > 0:
        found.append(Piece(UNALLOCATED, None, None, False, budget.unallocated))
    for line in plan.budget_lines:
        amount = open_by_line.get(line.id, 0)
        if amount <= 0 or line.committed:
            continue
        activity = plan.activities.get(line.activity)
        bound = activity.id if activity is not None and is_counted(activity) else None
        found.append(Piece(line.id, bound, line.priority, line.category == CONTINGENCY, amount))
    return tuple(found)


def groups(plan: Plan, budget: Budget, from_month: Month) -> tuple[Group, ...]:
    """Activities by their first goal, in the order of the goals, then what serves none."""
    open_by_key: dict[str, Money] = {}
    for piece in pieces(plan, budget, from_month):
        key = piece.activity or piece.key
        open_by_key[key] = open_by_key.get(key, 0) + piece.amount
    totals: dict[RowId | None, Money] = {}
    keys: dict[RowId | None, list[str]] = {}
    for line in plan.budget_lines:
        activity = plan.activities.get(line.activity)
        served = next((goal for goal in activity.goals if goal in plan.goals), None) if activity else None
        totals[served] = totals.get(served, 0) + (budget.amount(line) or 0)
        key = activity.id if activity is not None and is_counted(activity) else line.id
        if key not in keys.setdefault(served, []):
            keys[served].append(key)
    found = []
    for goal in (*(goal.id for goal in plan.goals), None):
        if goal in totals:
            row = plan.goals.get(goal)
            cuttable = sum(open_by_key.get(key, 0) for key in keys[goal])
            name = (row.title or row.code or "") if row else ""
            found.append(Group(goal, name, totals[goal], cuttable, tuple(keys[goal])))
    return tuple(found)


def single_groups(plan: Plan, budget: Budget, from_month: Month) -> tuple[Group, ...]:
    """Each activity on its own, and each line without one, in the order of the lines; those that can be cut."""
    found: dict[str, Group] = {}
    for piece in pieces(plan, budget, from_month):
        key = piece.activity or piece.key
        if key in plan.activities:
            row = plan.activities[key]
            name, total = row.title or row.code or "", budget.by_activity.get(key) or 0
        elif key in plan.budget_lines:
            line = plan.budget_lines[key]
            name, total = line.description or line.code or "", budget.amount(line) or 0
        else:
            continue
        before = found[key].cuttable if key in found else 0
        found[key] = Group(None, name, total, before + piece.amount, (key,))
    return tuple(found.values())
