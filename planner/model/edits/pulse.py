"""The blind pulse: one person answers the twelve statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import Plan


@dataclass(frozen=True)
class AnswerPulse:
    """One person's answers, 1 to 5 by statement, within the session of that day; a session is opened where there is
    none. Answering again on the same day replaces what the person said before."""

    person: RowId
    scores: Mapping[int, int]
    on: Day

    def label(self, plan: Plan) -> str:
        person = plan.people.get(self.person)
        return _("{person} answers the pulse").format(person=person.name if person else _("somebody"))

    def run(self, write: Writer) -> None:
        person = write.plan.people.get(self.person)
        if person is None or not person.function:
            raise EditRefused(_("Say who is at the keyboard first, so that the answers have a side."))
        session = next((row.id for row in write.plan.sessions if row.held_on == self.on), None)
        if session is None:
            opened = new_row(write.plan, "session", title=_("Pulse"), held_on=self.on)
            write.put([opened])
            session = opened.id
        own = {
            row.statement: row.id for row in write.plan.pulses if row.person == self.person and row.session == session
        }
        for statement, score in self.scores.items():
            if statement in own:
                write.update("pulse", own[statement], score=score, function=person.function)
                continue
            values = {"session": session, "statement": statement, "person": self.person,
                      "function": person.function, "score": score}  # fmt: skip
            write.put([new_row(write.plan, "pulse", **values)])

    def merges_with(self) -> str | None:
        return None
