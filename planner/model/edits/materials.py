"""What is done with materials: decide, leave undecided with names and a day, rate blind, list many at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.i18n import _, _n
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import Material, Plan
from planner.model.words import name_of, shorten

Decision = Literal["keep", "revise", "replace", "retire", "create", "reproduce_unchanged"]


@dataclass(frozen=True)
class DecideMaterial:
    """Decide what becomes of a material, and why. Refused without a reason."""

    id: RowId
    decision: Decision
    reason: str = ""
    replaced_by: RowId | None = None
    """Another material; only kept where this one is replaced."""
    sales_inputs: tuple[RowId, ...] = ()
    """Who asked for it."""

    def label(self, plan: Plan) -> str:
        return {
            "keep": _("Keep {name}"),
            "revise": _("Revise {name}"),
            "replace": _("Replace {name}"),
            "retire": _("Retire {name}"),
            "create": _("Create {name}"),
            "reproduce_unchanged": _("Reprint {name} as it is"),
        }[self.decision].format(name=material_name(plan, self.id))

    @property
    def lacks(self) -> str:
        """The sentence for what is missing; empty where the decision is complete."""
        return "" if self.reason.strip() else _("Say why. Whoever uses it will read the reason.")

    def run(self, write: Writer) -> None:
        if self.lacks:
            raise EditRefused(self.lacks)
        _material(write.plan, self.id)
        if self.replaced_by == self.id:
            raise EditRefused(_("A material cannot replace itself. Choose another one."))
        write.update(
            "material",
            self.id,
            decision=self.decision,
            reason=self.reason.strip(),
            replaced_by=self.replaced_by if self.decision == "replace" else None,
            sales_inputs=self.sales_inputs,
            deciders=(),
            decide_by=None,
        )

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class LeaveUndecided:
    """Say who decides on a material, and by when. Refused without a name and a day."""

    id: RowId
    deciders: tuple[RowId, ...]
    by: Day | None
    sales_inputs: tuple[RowId, ...] = ()

    def label(self, plan: Plan) -> str:
        return _("Leave {name} undecided until {day}").format(name=material_name(plan, self.id), day=self.by or "")

    @property
    def lacks_names(self) -> str:
        """The sentence for names that are missing."""
        return "" if self.deciders else _("Say who decides.")

    @property
    def lacks_day(self) -> str:
        """The sentence for a day that is missing."""
        return "" if self.by else _("Say by when. A decision without a day is never made.")

    def run(self, write: Writer) -> None:
        if lacks := self.lacks_names or self.lacks_day:
            raise EditRefused(lacks)
        _material(write.plan, self.id)
        write.update(
            "material",
            self.id,
            decision=None,
            reason=None,
            replaced_by=None,
            deciders=self.deciders,
            decide_by=self.by,
            sales_inputs=self.sales_inputs,
        )

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class RateMaterials:
    """The blind ratings of one person: a score from 1 to 5, "unknown", or None to take a rating back."""

    person: RowId
    scores: Mapping[RowId, float | Literal["unknown"] | None]
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        person = plan.people.get(self.person)
        name = person.name if person else _("somebody")
        if len(self.scores) == 1:
            return _("{person} rates {name}").format(person=name, name=material_name(plan, next(iter(self.scores))))
        count = len(self.scores)
        return _n("{person} rates {n} material", "{person} rates {n} materials", count).format(person=name, n=count)

    def run(self, write: Writer) -> None:
        person = write.plan.people.get(self.person)
        if person is None or not person.function:
            raise EditRefused(_("Say who is at the keyboard first, so that the rating has a side."))
        own = {row.material: row for row in write.plan.ratings if row.person == self.person}
        gone: list[RowId] = []
        for id, score in self.scores.items():
            _material(write.plan, id)
            known = own.get(id)
            if score is None:
                gone.extend([known.id] if known else [])
                continue
            unknown = score == "unknown"
            values = {
                "score": None if unknown else score,
                "unknown": unknown or None,
                "date": self.on,
                "function": person.function,
            }
            if known is not None:
                write.update("rating", known.id, **values)
            else:
                write.put([new_row(write.plan, "rating", material=id, person=self.person, **values)])
        if gone:
            write.delete("rating", gone)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class ListMaterials:
    """Add materials by their names, in this order. Names that the plan has already are left out."""

    names: tuple[str, ...]

    def label(self, plan: Plan) -> str:
        count = len(self.names)
        return _n("List {n} material", "List {n} materials", count).format(n=count)

    def run(self, write: Writer) -> None:
        known = {(row.name or "").casefold() for row in write.plan.materials}
        for name in self.names:
            words = " ".join(name.split())
            if words and words.casefold() not in known:
                known.add(words.casefold())
                write.put([new_row(write.plan, "material", name=words)])

    def merges_with(self) -> str | None:
        return None


def material_name(plan: Plan, id: RowId) -> str:
    """What people call a material."""
    found = plan.materials.get(id)
    return shorten(name_of(plan, found)) if found else _("a material")


def _material(plan: Plan, id: RowId) -> Material:
    found = plan.materials.get(id)
    if found is None:
        raise EditRefused(_("This material is no longer in the plan."))
    return found

