"""Whom a homework pack is for, and until when it is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.plan import FUNCTIONS, Audience, Day, Person, Plan, RowId


class NobodyError(LookupError):
    """Neither a person of the plan nor a side is called so; the message says it in words."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a pack is for: one person, or everybody of a side."""

    function: str
    person: Person | None = None

    @property
    def name(self) -> str:
        """What they are called."""
        from planner.exchange.workbook.words import word

        if self.person is not None:
            return self.person.name or self.person.code or _("somebody")
        return word(self.function)

    @property
    def audience(self) -> Audience:
        """What they may see."""
        if self.function == "agency":
            return Audience.AGENCY
        return Audience.CLIENT if self.function in ("customer", "partner") else Audience.INTERNAL

    def owns(self, plan: Plan, *ids: RowId | None) -> bool:
        """Whether one of these people is meant."""
        if self.person is not None:
            return self.person.id in ids
        return any((row := plan.people.get(id)) is not None and row.function == self.function for id in ids)


def recipient(plan: Plan, said: str) -> Recipient:
    """The person (by name, code or e-mail) or side that is called so. Raises NobodyError."""
    wanted = " ".join(said.split()).casefold()
    found = [
        person
        for person in plan.people
        if wanted in {one.casefold() for one in (person.name, person.code, person.email) if one}
    ]
    if len(found) == 1:
        return Recipient(found[0].function or "", found[0])
    if len(found) > 1:
        raise NobodyError(_("Several people are called {name}; use the code, such as {code}.").format(
            name=said, code=found[0].code))  # fmt: skip
    if wanted in FUNCTIONS:
        return Recipient(wanted)
    raise NobodyError(
        _("Nobody in this plan is called {name}; give a person of the plan or one of: {sides}.").format(
            name=said, sides=", ".join(FUNCTIONS)
        )
    )


def due_day(plan: Plan, today: Day) -> Day:
    """The day by which answers are wanted: the kick-off, else the budget lock, else a week from today."""
    for day in (plan.facts.kickoff_date, plan.facts.budget_lock_date):
        if day and today and day > today:
            return day
    if not today:
        return ""
    from datetime import date, timedelta

    return (date.fromisoformat(today) + timedelta(days=7)).isoformat()
