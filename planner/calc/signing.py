"""Signatures of both halves, what they stand under, and what has changed since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.calc.supply import is_counted
from planner.model.plan import CELLS, Plan, Row, RowId, fields_of

if TYPE_CHECKING:
    from planner.model.plan import Signoff

HALVES = ("marketing", "sales")
LOCKED = ("locked", "live", "closed")
"""States of a plan that has been agreed on."""
SIGNED = {
    "goals": ("goal",),
    "budget": ("budget_line", "amount"),
    "forecast": ("funnel", "stage", "rate"),
    "agreement": ("commitment",),
}
"""What a signature stands under: tables by the chapter in which they are changed."""
NEWS = {"amount": ("actual", "committed", "note")}
"""Fields of these tables that say what happened since; filling them changes nothing that was signed."""


def is_locked(plan: Plan) -> bool:
    """Whether both halves have agreed on this version."""
    return plan.facts.status in LOCKED


def signatures(plan: Plan) -> dict[str, Signoff]:
    """The signatures under the version in force, the last of each side."""
    found: dict[str, Signoff] = {}
    for row in sorted(plan.signoffs, key=lambda row: (row.version or 0, row.date or "", row.position)):
        if row.function and (row.version is None or plan.facts.version in (None, row.version)):
            found[row.function] = row
    return found


def baseline(plan: Plan) -> Signoff | None:
    """The signature that completed the two halves; the plan as it stood under it is what was agreed. None before."""
    rows = [row for side, row in signatures(plan).items() if side in HALVES]
    return max(rows, key=lambda row: (row.date or "", row.position)) if len(rows) == len(HALVES) else None


def last_agreement(plan: Plan) -> Signoff | None:
    """The signature that completed the two halves last, of whichever version; None where they never were complete."""
    versions: dict[int, list[Signoff]] = {}
    for row in plan.signoffs:
        if row.function in HALVES:
            versions.setdefault(row.version or 0, []).append(row)
    whole = [version for version, rows in versions.items() if {row.function for row in rows} == set(HALVES)]
    if not whole:
        return None
    return max(versions[max(whole)], key=lambda row: (row.date or "", row.position))


def changed_since(plan: Plan, signed: Plan) -> dict[str, int]:
    """How many rows were added, changed or taken out since then, by chapter; chapters without any are left out."""
    counts = {}
    for chapter, tables in SIGNED.items():
        count = sum(len(changed_rows(plan, signed, table)) for table in tables)
        if chapter == "budget" and plan.facts.envelope != signed.facts.envelope:
            count += 1
        if count:
            counts[chapter] = count
    return counts


def changed_rows(plan: Plan, signed: Plan, table: str) -> list[RowId]:
    """The rows of a table that were added, changed or taken out since then; news alone changes nothing."""
    now, then = plan.table(table), signed.table(table)
    if now is then:
        return []
    ids = dict.fromkeys([*(row.id for row in now), *(row.id for row in then)])
    return [id for id in ids if _differ(now.get(id), then.get(id))]


def _differ(now: Row | None, then: Row | None) -> bool:
    return now is not then and now != then and _without_news(now) != _without_news(then)


def _without_news(row: Row | None) -> Row | None:
    """The row without its news; None also for one that holds nothing else."""
    news = NEWS.get(row.TABLE, ()) if row is not None else ()
    if row is None or not news:
        return row
    nothing: dict[str, Any] = dict.fromkeys(news)
    bare = replace(row, **nothing)
    held = (getattr(bare, name) for name in fields_of(type(row)) if name not in CELLS.get(row.TABLE, ()))
    return None if all(value is None for value in held) else bare


def has_owned_action(plan: Plan) -> bool:
    """Whether anybody is to do anything by a day: an activity, a next step with a stakeholder, an answer to a risk.

    Without one an assessment is talk, and no score is shown.
    """
    return (
        any(row.owner and (row.start or row.end) for row in plan.activities if is_counted(row))
        or any(row.relationship_owner and row.engagement_action_date for row in plan.stakeholders)
        or any(row.owner and row.due and row.mitigation for row in plan.risks)
    )
