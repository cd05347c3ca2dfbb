"""What is done in a pre-mortem: write a sentence, put dots on it, make it a risk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.edits.inputs import Vote
from planner.model.edits.rows import delete_with_links
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import Cause, Plan
from planner.model.words import shorten


@dataclass(frozen=True)
class WriteCause:
    """Keep a sentence why the plan failed. Without a pre-mortem it opens one on the day ``on``.

    Its name does not quote the sentence: others are still writing theirs.
    """

    text: str
    by: RowId | None = None
    premortem: RowId | None = None
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        return _("Write down why it failed")

    def run(self, write: Writer) -> None:
        if not self.text.strip():
            raise EditRefused(_("Write a sentence first."))
        premortem = write.plan.premortems.get(self.premortem)
        if premortem is None:
            premortem = new_row(write.plan, "premortem", held_on=self.on)
        if self.by and self.by not in premortem.participants:
            premortem = replace(premortem, participants=(*premortem.participants, self.by))
        if write.plan.premortems.get(premortem.id) != premortem:
            write.put([premortem])
        write.put([new_row(write.plan, "cause", premortem=premortem.id, text=self.text.strip(), by=self.by)])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class MakeRisk:
    """Turn a sentence of a pre-mortem into a row of the list of risks."""

    cause: Cause
    risk: RowId

    def label(self, plan: Plan) -> str:
        return _("Make “{sentence}” a risk").format(sentence=shorten(self.cause.text or ""))

    def run(self, write: Writer) -> None:
        if self.cause.risk in write.plan.risks:
            raise EditRefused(_("This sentence is a risk already."))
        write.put([new_row(write.plan, "risk", id=self.risk, type="risk", statement=self.cause.text, status="open")])
        write.put([replace(self.cause, risk=self.risk)])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class DotOnCause:
    """A dot on a sentence, or one taken back. Refused as ``Vote`` is."""

    cause: Cause
    function: str | None
    person: RowId | None = None
    back: bool = False
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        name = shorten(self.cause.text or "")
        return _("Take a dot off “{name}”").format(name=name) if self.back else _("Dot on “{name}”").format(name=name)

    def run(self, write: Writer) -> None:
        if self.cause.id not in write.plan.causes:
            write.put([self.cause])
        Vote(self.cause.id, self.function, self.person, self.back, "causes", self.on).run(write)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class DropCause:
    """Take a sentence out of its pre-mortem, with its dots."""

    cause: Cause

    def label(self, plan: Plan) -> str:
        return _("Delete “{sentence}”").format(sentence=shorten(self.cause.text or ""))

    def run(self, write: Writer) -> None:
        if self.cause.id in write.plan.causes:
            delete_with_links(write, "cause", frozenset({self.cause.id}))
        premortem = write.plan.premortems.get(self.cause.premortem)
        if premortem is not None and self.cause.text in premortem.top_causes:
            left = tuple(text for text in premortem.top_causes if text != self.cause.text)
            write.update("premortem", premortem.id, top_causes=left)

    def merges_with(self) -> str | None:
        return None
