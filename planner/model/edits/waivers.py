"""Leaving a finding as it is, in somebody's name, with a reason and an end; and taking it up again."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.edits.rows import delete_with_links
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import TWO_SIDED, Plan
from planner.model.words import shorten


@dataclass(frozen=True)
class WaiveFinding:
    """Leave a finding as it is until a day. It is logged as a decision (method.md C0).

    ``rule`` and ``object`` are its fingerprint, ``message`` its words. Refused: without a person, a reason, or a day
    after ``on``; and for the rules that one side cannot waive alone, without two people of different sides.
    """

    rule: str
    object: str
    message: str
    persons: tuple[RowId, ...]
    reason: str
    until: Day | None
    on: Day
    two_sides: bool = False

    def label(self, plan: Plan) -> str:
        return _("Leave as it is: {finding}").format(finding=shorten(self.message))

    def lacks(self, plan: Plan) -> dict[str, str]:
        """What is missing, as a sentence by the name of the field; empty where nothing is."""
        missing = {}
        people = [person for id in self.persons if (person := plan.people.get(id))]
        if not people:
            missing["persons"] = _("Say who takes this upon them.")
        elif (self.two_sides or self.rule in TWO_SIDED) and len({person.function for person in people}) < 2:
            missing["persons"] = _("This one takes two people of different sides.")
        if not self.reason.strip():
            missing["reason"] = _("Say why it may stay as it is.")
        if not self.until or self.until <= self.on:
            missing["until"] = _("Say until when, a day to come.")
        return missing

    def run(self, write: Writer) -> None:
        for sentence in self.lacks(write.plan).values():
            raise EditRefused(sentence)
        for old in [row for row in write.plan.waivers if (row.rule, row.object) == (self.rule, self.object)]:
            _drop(write, old.id)
        decision = new_row(
            write.plan,
            "decision",
            date=self.on,
            decision=_("Leave as it is: {finding}").format(finding=self.message),
            approvers=self.persons,
            rationale=self.reason.strip(),
            revisit_on=self.until,
            status="decided",
        )
        write.put([decision])
        waiver = new_row(
            write.plan,
            "waiver",
            rule=self.rule,
            object=self.object,
            persons=self.persons,
            reason=self.reason.strip(),
            until=self.until,
            decision=decision.id,
        )
        write.put([waiver])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class EndWaiver:
    """Take a finding up again that had been left as it was; the decision about it goes too."""

    id: RowId

    def label(self, plan: Plan) -> str:
        waiver = plan.waivers.get(self.id)
        decision = plan.decisions.get(waiver.decision) if waiver else None
        what = decision.decision if decision else waiver.object if waiver else ""
        return _("Take up again: {finding}").format(finding=shorten(what or ""))

    def run(self, write: Writer) -> None:
        if self.id not in write.plan.waivers:
            raise EditRefused(_("This row is no longer in the plan."))
        _drop(write, self.id)

    def merges_with(self) -> str | None:
        return None


def _drop(write: Writer, id: RowId) -> None:
    decision = write.plan.waivers[id].decision
    write.delete("waiver", [id])
    if decision in write.plan.decisions:
        delete_with_links(write, "decision", frozenset({str(decision)}))
