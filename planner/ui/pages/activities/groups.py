"""In which groups activities stand: by goal, owner, channel or segment."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from planner.i18n import _, _n, mark
from planner.model.fields import RowId
from planner.model.plan import Activity, Plan
from planner.model.words import whole_name
from planner.ui.numbers import numbers_of

By = Literal["goal", "owner", "channel", "segment"]
WAYS: tuple[By, ...] = ("goal", "owner", "channel", "segment")
GROUP = "group "
"""What the key of a group row starts with."""
_EVERY, _NONE = "every", "none"
_ODD = {
    ("goal", _EVERY): mark("For every goal"),
    ("goal", _NONE): mark("Without a goal"),
    ("owner", _NONE): mark("Nobody yet"),
    ("channel", _NONE): mark("Without a channel"),
    ("segment", _EVERY): mark("For all customers"),
    ("segment", _NONE): mark("Without customers"),
}
_NAMES: dict[By, str] = {
    "goal": mark("Grouped by goal"),
    "owner": mark("Grouped by owner"),
    "channel": mark("Grouped by channel"),
    "segment": mark("Grouped by customers"),
}


@dataclass(frozen=True)
class Group:
    """A head over some activities."""

    key: str
    title: str
    note: str
    ids: tuple[RowId, ...]


def way_words(by: By) -> str:
    """What the way of grouping is called."""
    return _(_NAMES[by])


def groups(plan: Plan, by: By, shown: Callable[[RowId], bool]) -> list[Group]:
    """The groups with at least one activity that is shown, in the order of what they are about."""
    order = _order(plan, by)
    known = frozenset(order)
    found: dict[str, list[RowId]] = {key: [] for key in (*order, _EVERY, _NONE)}
    for row in plan.activities:
        if shown(row.id):
            found[_belongs(row, by, known)].append(row.id)
    return [_made(plan, by, key, ids) for key, ids in found.items() if ids]


def _order(plan: Plan, by: By) -> list[str]:
    if by == "channel":
        return sorted({channel for row in plan.activities if (channel := _channel(row))}, key=str.casefold)
    return [row.id for row in plan.table({"goal": "goal", "owner": "person", "segment": "segment"}[by])]


def _belongs(row: Activity, by: By, known: Collection[str]) -> str:
    """One group for each activity: that of the first thing it is for, or that of all of them."""
    if by == "channel":
        return _channel(row) or _NONE
    if by == "owner":
        return row.owner if row.owner and row.owner in known else _NONE
    there = [id for id in (row.goals if by == "goal" else row.segments) if id in known]
    if len(there) > 1 and len(set(there)) == len(known):
        return _EVERY
    return there[0] if there else _NONE


def _channel(row: Activity) -> str:
    return (row.channel or "").strip()


def _made(plan: Plan, by: By, key: str, ids: list[RowId]) -> Group:
    note = _n("{n} activity", "{n} activities", len(ids)).format(n=len(ids))
    title = _(_ODD[by, key]) if (by, key) in _ODD else key
    if by == "goal" and (goal := plan.goals.get(key)):
        title, note = goal.title or whole_name(plan, goal), _goal_note(plan, key) or note
    elif by in ("owner", "segment") and (row := plan.find(key)):
        title = whole_name(plan, row)
    return Group(f"{GROUP}{by} {key}", title, note, tuple(ids))


def _goal_note(plan: Plan, goal: RowId) -> str:
    """How far a goal goes: "26 to 40 installations"."""
    row = plan.goals[goal]
    if row.target is None:
        return ""
    numbers = numbers_of(plan)
    unit = row.unit if row.unit and row.unit != "share" and not row.unit.isupper() else ""
    now, then = numbers.of_unit(row.baseline, row.unit), numbers.of_unit(row.target, row.unit)
    words = _("{now} to {then}").format(now=now, then=then) if now else then
    return f"{words} {unit}".strip()
