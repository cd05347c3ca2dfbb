"""Under what the lines of the budget stand: their activity, its goal, their category, who leads them."""

from typing import Literal

from planner.i18n import _, mark
from planner.model.plan import BudgetLine, Plan
from planner.model.words import whole_name
from planner.ui.reading import choice_words

By = Literal["activity", "goal", "category", "owner"]
WAYS: tuple[By, ...] = ("activity", "goal", "category", "owner")
_NAMES: dict[By, str] = {
    "activity": mark("Grouped by activity"),
    "goal": mark("Grouped by goal"),
    "category": mark("Grouped by category"),
    "owner": mark("Grouped by who leads"),
}
_WITHOUT: dict[By, str] = {
    "activity": mark("Without an activity"),
    "goal": mark("Without a goal"),
    "category": mark("Without a category"),
    "owner": mark("Nobody leads these yet"),
}


def way_words(by: By) -> str:
    """What the way of grouping is called."""
    return _(_NAMES[by])


def group_order(plan: Plan, by: By) -> list[str]:
    """The groups there may be, in their order; "" for lines that stand under nothing."""
    if by == "category":
        return [*sorted({line.category for line in plan.budget_lines if line.category}), ""]
    table = {"activity": "activity", "goal": "goal", "owner": "person"}[by]
    return [*(row.id for row in plan.table(table)), ""]


def group_of(plan: Plan, line: BudgetLine, by: By) -> str:
    """The group of a line: an id, a category, or "" where it stands under nothing."""
    if by == "category":
        return line.category or ""
    if by == "owner":
        return line.owner if line.owner and line.owner in plan.people else ""
    activity = plan.activities.get(line.activity)
    if activity is None or by == "activity":
        return activity.id if activity else ""
    return next((goal for goal in activity.goals if goal in plan.goals), "")


def group_title(plan: Plan, group: str, by: By) -> str:
    """What a group is called."""
    if not group:
        return _(_WITHOUT[by])
    if by == "category":
        return choice_words(group)
    row = plan.find(group)
    return whole_name(plan, row) if row else _(_WITHOUT[by])
