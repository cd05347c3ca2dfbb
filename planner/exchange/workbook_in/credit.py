"""Who said what came back: new answers, ratings and inputs get the name of the giver where they have none."""

from __future__ import annotations

from dataclasses import replace

from planner.exchange.workbook_in.cells import Changes
from planner.model.plan import CoachAnswer, Day, Person, Plan, Question, Rating, RowId, SalesInput

EXPECTED = frozenset({("sales_input", "given_by")})
"""Required fields that are filled in here."""


def credit(changes: Changes, mine: Plan, giver: RowId, today: Day) -> None:
    """Fill in who it was, and on which day, in everything that is new.

    What came in before, and stands in ``mine``, keeps the day on which it did.
    """
    person = changes.base.people.get(giver)
    if person is None:
        return
    for row in changes.changed():
        before = changes.base.table(row.TABLE).get(row.id)
        known = mine.table(row.TABLE).get(row.id)
        if isinstance(row, SalesInput) and before is None:
            day = row.date or getattr(known, "date", None) or today or None
            changes.put(replace(row, given_by=row.given_by or giver, date=day))
        elif isinstance(row, Rating) and before is None:
            day = row.date or getattr(known, "date", None) or today or None
            changes.put(_rated(row, person, day))
        elif isinstance(row, CoachAnswer) and row.answer and row.state != "answered":
            day = row.on or (known.on if isinstance(known, CoachAnswer) and known.answer == row.answer else None)
            changes.put(replace(row, state="answered", by=row.by or giver, on=day or today or None))
        elif isinstance(row, Question) and isinstance(before, Question) and row.answer and row.answer != before.answer:
            day = known.answered_on if isinstance(known, Question) and known.answer == row.answer else None
            changes.put(_answered(row, before, giver, day or today or None))


def _rated(row: Rating, person: Person, day: Day | None) -> Rating:
    return replace(row, person=row.person or person.id, function=row.function or person.function, date=day)


def _answered(row: Question, before: Question, giver: RowId, day: Day | None) -> Question:
    return replace(
        row,
        answered_by=giver if row.answered_by == before.answered_by else row.answered_by,
        answered_on=day if row.answered_on == before.answered_on else row.answered_on,
        status="answered" if row.status == before.status else row.status,
    )
