"""What is written on the sheets of the context: lines that carry whoever said them, and doubts about them."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import RowId
from planner.model.ids import new_row
from planner.model.plan import Plan
from planner.model.words import name_of, shorten

SIGNED = ("situation", "strength", "weakness", "opportunity", "threat")
"""The sheets on which a line without an author is not kept."""


@dataclass(frozen=True)
class AddNote:
    """Write a line on a sheet, in the name of whoever is at the keyboard.

    Refused: an empty line, and on most sheets one that nobody in the plan said.
    """

    kind: str
    text: str
    author: RowId | None = None
    id: RowId | None = None

    def label(self, plan: Plan) -> str:
        return _("Write “{line}”").format(line=shorten(self.text))

    def run(self, write: Writer) -> None:
        if not self.text.strip():
            raise EditRefused(_("Write something first."))
        known = self.author in write.plan.people
        if self.kind in SIGNED and not known:
            raise EditRefused(_("Say who is at the keyboard first: a line without a name is not kept."))
        values = {"kind": self.kind, "text": self.text.strip(), "author": self.author if known else None}
        write.put([new_row(write.plan, "note", **values, **({"id": self.id} if self.id else {}))])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class DoubtNote:
    """Put one's own mark of doubt on a line, or take it off again. Refused: without a person of the plan."""

    id: RowId
    person: RowId | None

    def label(self, plan: Plan) -> str:
        row = plan.notes.get(self.id)
        line = name_of(plan, row) if row else _("a line")
        off = row is not None and row.doubted_by == self.person
        return (_("No longer doubt “{line}”") if off else _("Doubt “{line}”")).format(line=line)

    def run(self, write: Writer) -> None:
        row = write.plan.notes.get(self.id)
        if row is None:
            raise EditRefused(_("This line is no longer in the plan."))
        if self.person not in write.plan.people:
            raise EditRefused(_("Say who is at the keyboard first, so that the doubt has a name."))
        write.update("note", self.id, doubted_by=None if row.doubted_by == self.person else self.person)

    def merges_with(self) -> str | None:
        return None
