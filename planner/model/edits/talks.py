"""Talks with stakeholders: noted with a day, and counted as the last time somebody was heard."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import Engagement, Plan
from planner.model.words import name_of


@dataclass(frozen=True)
class NoteTalk:
    """Note a talk that was had. The stakeholder counts as consulted on its day; nobody moves on the map.

    Refused: without a stakeholder, and without a day.
    """

    stakeholder: RowId | None
    date: Day | None
    by: RowId | None = None
    kind: str | None = "talk"
    heard: str | None = None
    stance: str | None = None
    chapter: str | None = None
    id: RowId | None = None

    def label(self, plan: Plan) -> str:
        row = plan.stakeholders.get(self.stakeholder)
        return _("Note a talk with {name}").format(name=name_of(plan, row) if row else _("somebody"))

    def run(self, write: Writer) -> None:
        who = write.plan.stakeholders.get(self.stakeholder)
        if who is None:
            raise EditRefused(_("Say first who was talked with."))
        if self.date is None:
            raise EditRefused(_("Say on which day you talked."))
        values = {
            "stakeholder": who.id,
            "date": self.date,
            "by": self.by,
            "kind": self.kind,
            "heard": (self.heard or "").strip() or None,
            "stance": self.stance,
            "chapter": self.chapter,
        }
        write.put([new_row(write.plan, "engagement", **values, **({"id": self.id} if self.id else {}))])
        if self.date > (who.engaged_on or ""):
            write.update("stakeholder", who.id, engaged_on=self.date)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class DeleteTalk:
    """Take a talk out of the log. Where it was the last one, the one before it is the last again."""

    id: RowId

    def label(self, plan: Plan) -> str:
        talk = plan.engagements.get(self.id)
        return _("Delete the talk with {name}").format(name=name_of(plan, talk) if talk else _("somebody"))

    def run(self, write: Writer) -> None:
        talk: Engagement | None = write.plan.engagements.get(self.id)
        if talk is None:
            raise EditRefused(_("This talk is no longer in the plan."))
        write.delete("engagement", [self.id])
        who = write.plan.stakeholders.get(talk.stakeholder)
        if who is not None and talk.date is not None and who.engaged_on == talk.date:
            left = [other.date for other in write.plan.engagements if other.stakeholder == who.id and other.date]
            write.update("stakeholder", who.id, engaged_on=max(left, default=None))

    def merges_with(self) -> str | None:
        return None
