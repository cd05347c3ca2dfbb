"""Promises are accepted, both halves sign, and the plan that they signed is locked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import Commitment, Plan, Signoff
from planner.model.words import name_of

Half = Literal["marketing", "sales"]
_HALVES = ("marketing", "sales")


@dataclass(frozen=True)
class AcceptPromise:
    """Accept a promise in the name of a person, or take the acceptance back."""

    id: RowId
    person: RowId
    on: Day
    back: bool = False

    def label(self, plan: Plan) -> str:
        words = {"promise": name_of(plan, _promise(plan, self.id)), "name": _name(plan, self.person)}
        if self.back:
            return _("{name} no longer accepts “{promise}”").format(**words)
        return _("{name} accepts “{promise}”").format(**words)

    def run(self, write: Writer) -> None:
        row = _promise(write.plan, self.id)
        others = tuple(id for id in row.accepted_by if id != self.person)
        persons = others if self.back else (*others, self.person)
        on = row.accepted_on if others else None
        write.update("commitment", self.id, accepted_by=persons, accepted_on=on if self.back else self.on)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class SignPlan:
    """Sign the plan for one half. ``edit`` is the edit of the history that the signature stands under.

    Where the other half has signed this version already, the plan is locked. Signing again replaces the signature.
    ``name`` is what a person is called who has only been a part so far, or who joins the plan by signing. Refused: by
    somebody who does not speak for that half, or has no name.
    """

    half: Half
    person: RowId
    on: Day
    edit: str | None
    words: str = ""
    name: str = ""

    def label(self, plan: Plan) -> str:
        name = self.name or _name(plan, self.person)
        return (_("{name} signs for marketing") if self.half == "marketing" else _("{name} signs for sales")).format(
            name=name
        )

    def run(self, write: Writer) -> None:
        plan = write.plan
        person = plan.people.get(self.person)
        if person is None and self.name:
            values = {"name": self.name, "function": self.half, "present": True}
            write.put([new_row(plan, "person", id=self.person, **values)])
        elif person is None or person.function != self.half:
            raise EditRefused(_("Somebody of that half has to sign."))
        elif self.name:
            write.update("person", self.person, name=self.name, present=True)
        elif not person.name or person.name == person.role:
            raise EditRefused(_("A signature needs a name."))
        version = plan.facts.version or 1
        rows = [row for row in plan.signoffs if row.version in (version, None)]
        own = next((row for row in rows if row.function == self.half), None)
        if own is not None:
            write.delete("signoff", [own.id])
        signed = new_row(
            write.plan,
            "signoff",
            person=self.person,
            function=self.half,
            date=self.on,
            version=version,
            edit=self.edit,
            statement=self.words.strip() or None,
        )
        write.put([signed])
        if {row.function for row in rows} | {self.half} >= set(_HALVES):
            write.update("facts", plan.facts.id, version=version, status="locked")

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class TakeSignatureBack:
    """Take a signature off; a plan that was locked by it is open again."""

    id: RowId

    def label(self, plan: Plan) -> str:
        row = plan.signoffs.get(self.id)
        return _("Take back the signature of {name}").format(name=_name(plan, row.person if row else None))

    def run(self, write: Writer) -> None:
        row: Signoff | None = write.plan.signoffs.get(self.id)
        if row is None:
            raise EditRefused(_("This row is no longer in the plan."))
        write.delete("signoff", [self.id])
        if row.function in _HALVES and write.plan.facts.status == "locked":
            write.update("facts", write.plan.facts.id, status="in_review")

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class ReopenPlan:
    """Start the next version of a locked plan; both halves sign it anew, and the signatures of the old one stay."""

    def label(self, plan: Plan) -> str:
        return _("Open the plan again, as version {version}").format(version=(plan.facts.version or 1) + 1)

    def run(self, write: Writer) -> None:
        facts = write.plan.facts
        write.update("facts", facts.id, version=(facts.version or 1) + 1, status="in_review")

    def merges_with(self) -> str | None:
        return None


def _promise(plan: Plan, id: RowId) -> Commitment:
    found = plan.commitments.get(id)
    if found is None:
        raise EditRefused(_("This promise is no longer in the plan."))
    return found


def _name(plan: Plan, id: RowId | None) -> str:
    person = plan.people.get(id)
    return (person.name or person.code or "") if person else _("somebody")
