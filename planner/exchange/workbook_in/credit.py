"""Who said what came back: new answers, ratings and inputs get the name of the giver where they have none."""

from __future__ import annotations

from dataclasses import replace

from planner.exchange.workbook_in.cells import Changes
from planner.model.plan import CoachAnswer, Day, Person, Question, Rating, RowId, SalesInput

EXPECTED = frozenset({("sales_input", "given_by")})
"""Required fields that are filled in here."""


def credit(changes: Changes, giver: RowId, today: Day) -> None:
    """Fill in who it was, and on which day, in everything that is new."""
    person = changes.base.people.get(giver)
    if person is None:
        return
    for row in changes.changed():
        before = changes.base.table(row.TABLE).get(row.id)
        if isinstance(row, SalesInput) and before is None:
            changes.put(replace(row, given_by=row.given_by or giver, date=row.date or today or None))
        elif isinstance(row, Rating) and before is None:
            changes.put(_rated(row, person, today))
        elif isinstance(row, CoachAnswer) and row.answer and row.state != "answered":
            changes.put(replace(row, state="answered", by=row.by or giver, on=row.on or today or None))
        elif isinstance(row, Question) and isinstance(before, Question) and row.answer and row.answer != before.answer:
            changes.put(_answered(row, before, giver, today))


def _rated(row: Rating, person: Person, today: Day) -> Rating:
    return replace(row, person=row.person or person.id, function=row.function or person.function,
                   date=row.date or today or None)  # fmt: skip


def _answered(row: Question, before: Question, giver: RowId, today: Day) -> Question:
    return replace(
        row,
        answered_by=giver if row.answered_by == before.answered_by else row.answered_by,
        answered_on=(today or None) if row.answered_on == before.answered_on else row.answered_on,
        status="answered" if row.status == before.status else row.status,
    )
