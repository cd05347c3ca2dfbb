"""Who speaks in this plan: the sides of the table, and how much each has said."""

from __future__ import annotations

from typing import NamedTuple

from planner.model.plan import Plan, RowId

VOICES = ("marketing", "sales", "agency", "shared", "finance", "customer")

_OWN = frozenset(VOICES)


def voice_of(function: str | None) -> str:
    """The voice, and so the colour, of a side: management, product, service, IT and partners speak for all."""
    return function if function in _OWN else "shared"


def voice_of_person(plan: Plan, id: RowId | None) -> str:
    """The voice of a person; ``shared`` for nobody and for somebody without a side."""
    person = plan.people.get(id)
    return voice_of(person.function if person else None)


class Said(NamedTuple):
    """What one voice contributed to a plan, counted."""

    inputs: int = 0
    questions: int = 0
    answers: int = 0
    approvals: int = 0
    decisions: int = 0
    notes: int = 0
    activities: int = 0

    @property
    def total(self) -> int:
        """All contributions together."""
        return sum(self)


def voices(plan: Plan) -> dict[str, Said]:
    """What each voice said in this plan; every voice is there, also the silent ones."""
    counts = {voice: dict.fromkeys(Said._fields, 0) for voice in VOICES}

    def count(what: str, who: RowId | None) -> None:
        if who in plan.people:
            counts[voice_of_person(plan, who)][what] += 1

    for row in plan.sales_inputs:
        count("inputs", row.given_by)
        count("answers", row.responder)
    for question in plan.questions:
        count("questions", question.asked_by)
        count("answers", question.answered_by)
    for approval in plan.approvals:
        count("approvals", approval.person)
    for signature in plan.signoffs:
        count("approvals", signature.person)
    for decision in plan.decisions:
        count("decisions", decision.driver)
    for note in plan.notes:
        count("notes", note.author)
    for activity in plan.activities:
        count("activities", activity.owner)
    return {voice: Said(**said) for voice, said in counts.items()}
