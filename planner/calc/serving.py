"""Which goal an activity stands under, where money is told goal by goal."""

from collections.abc import Iterable

from planner.i18n import _
from planner.model.plan import Activity, Plan

EVERY, NONE = "every", ""


def served(plan: Plan, activity: Activity | None) -> str:
    """The id of the goal that an activity serves first, EVERY where it serves all of several, NONE where no goal."""
    there = [id for id in activity.goals if id in plan.goals] if activity else []
    if len(there) > 1 and len(set(there)) == len(plan.goals):
        return EVERY
    return there[0] if there else NONE


def in_order(plan: Plan, found: Iterable[str]) -> list[str]:
    """What was found by `served`: the goals as they stand in the plan, then every goal, then none."""
    wanted = set(found)
    return [id for id in (*(goal.id for goal in plan.goals), EVERY, NONE) if id in wanted]


def served_name(plan: Plan, id: str) -> str:
    """The title of a goal, or the words for all of them and for none."""
    if id in (EVERY, NONE):
        return _("For every goal") if id == EVERY else _("Without a goal")
    return plan.goals[id].title or plan.goals[id].code or ""
