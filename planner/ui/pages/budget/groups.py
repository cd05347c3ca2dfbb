"""Under what the lines of the budget stand: activity, goal, category, priority, who leads them and for which side."""

from typing import Literal

from planner.i18n import _, mark
from planner.model.fields import FUNCTIONS
from planner.model.plan import BudgetLine, Plan
from planner.model.words import whole_name
from planner.ui.reading import choice_words

By = Literal["activity", "goal", "category", "priority", "owner", "side"]
WAYS: tuple[By, ...] = ("activity", "goal", "category", "priority", "owner", "side")
PRIORITIES = (1, 2, 3, 4)
_NAMES: dict[By, str] = {
    "activity": mark("Grouped by activity"),
    "goal": mark("Grouped by goal"),
    "category": mark("Grouped by category"),
    "priority": mark("Grouped by priority"),
    "owner": mark("Grouped by who leads"),
    "side": mark("Grouped by side"),
}
_WITHOUT: dict[By, str] = {
    "activity": mark("Without an activity"),
    "goal": mark("Without a goal"),
    "category": mark("Without a category"),
    "priority": mark("Without a priority"),
    "owner": mark("Nobody leads these yet"),
    "side": mark("Nobody leads these yet"),
}


def way_words(by: By) -> str:
    """What the way of grouping is called."""
    return _(_NAMES[by])


def group_order(plan: Plan, by: By) -> list[str]:
    """The groups there may be, in their order; "" for lines that stand under nothing."""
    if by == "category":
        return [*sorted({line.category for line in plan.budget_lines if line.category}), ""]
    if by == "priority":
        return [*map(str, PRIORITIES), ""]
    if by == "side":
        return [*FUNCTIONS, ""]
    table = {"activity": "activity", "goal": "goal", "owner": "person"}[by]
    return [*(row.id for row in plan.table(table)), ""]


def group_of(plan: Plan, line: BudgetLine, by: By) -> str:
    """The group of a line: an id, a category, a priority, a side, or "" where it stands under nothing."""
    if by == "category":
        return line.category or ""
    if by == "priority":
        return "" if line.priority is None else str(line.priority)
    if by == "side":
        lead = plan.people.get(line.owner)
        return (lead.function or "") if lead else ""
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
    if by in ("category", "side"):
        return choice_words(group)
    if by == "priority":
        return priority_words(int(group))
    row = plan.find(group)
    return whole_name(plan, row) if row else _(_WITHOUT[by])


def priority_words(priority: int) -> str:
    """ "Priority 1, cut last"; the ends of the scale say what they mean."""
    words = _("Priority {n}").format(n=priority)
    said = {PRIORITIES[0]: _("cut last"), PRIORITIES[-1]: _("cut first")}.get(priority)
    return f"{words}, {said}" if said else words
