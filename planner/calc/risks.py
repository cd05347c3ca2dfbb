"""What can go wrong: how heavy each row weighs, and the sentences of a pre-mortem."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from planner.model.plan import Plan, row_class

if TYPE_CHECKING:
    from planner.model.plan import Cause, Decision, Premortem, Risk

KINDS = ("risk", "assumption", "issue", "dependency")
HEAVY = 12
"""From this product of likely and heavy on, a risk needs an answer and an owner (method.md C9, RSK-02)."""


def weight(row: Risk) -> int | None:
    """Likely times heavy, 1 to 25; None where either is not known."""
    if row.probability is None or row.impact is None:
        return None
    return row.probability * row.impact


def is_closed(row: Risk) -> bool:
    """Whether nobody has to think of it any more."""
    return row.status == "closed"


def heaviest_first(plan: Plan) -> list[Risk]:
    """Open rows by weight, those of unknown weight after them, closed ones last; else in the order of the list."""
    return sorted(plan.risks, key=lambda row: (is_closed(row), -(weight(row) or 0), row.position))


def last_premortem(plan: Plan) -> Premortem | None:
    """The pre-mortem that was run last; None before the first."""
    return max(plan.premortems, key=lambda row: (row.held_on or "", row.position, row.id), default=None)


def causes(plan: Plan, premortem: Premortem) -> list[Cause]:
    """The sentences of a pre-mortem: its rows, then those that came from a file as plain texts.

    A text becomes a row when something is done with it, so it has the id of that row already.
    """
    made = [row for row in plan.causes if row.premortem == premortem.id]
    known = {row.text for row in made}
    cause: type[Cause] = row_class("cause")  # type: ignore[assignment]
    for number, text in enumerate(premortem.top_causes, start=len(made) + 1):
        if text not in known:
            id = str(uuid5(NAMESPACE_OID, f"cause/{premortem.id}/{text}"))
            made.append(cause(id=id, premortem=premortem.id, text=text, position=number))
    return made


def latest_decisions(plan: Plan) -> list[Decision]:
    """All decisions, the latest first."""
    return sorted(plan.decisions, key=lambda row: (row.date or "", row.position), reverse=True)
