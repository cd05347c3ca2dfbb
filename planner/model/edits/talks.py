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
        talk = new_row(write.plan, "engagement", **values, **({"id": self.id} if self.id else {}))
        write.put([talk])
        count_talk(write, None, talk)

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
        count_talk(write, talk, None)

    def merges_with(self) -> str | None:
        return None


def count_talk(write: Writer, before: Engagement | None, after: Engagement | None) -> None:
    """Keep the day on which a stakeholder was heard last true to a talk that was noted, changed or taken out.

    Where it was the last one, the latest of those that are there now takes its place; a day that the register has from
    elsewhere gives way to a later talk only.
    """
    for id in dict.fromkeys(talk.stakeholder for talk in (before, after) if talk is not None):
        who = write.plan.stakeholders.get(id)
        if who is None:
            continue
        heard = who.engaged_on
        if before is not None and before.stakeholder == id and before.date is not None and before.date == heard:
            heard = max((talk.date for talk in write.plan.engagements if talk.stakeholder == id and talk.date),
                        default=None)  # fmt: skip
        elif after is not None and after.stakeholder == id and (after.date or "") > (heard or ""):
            heard = after.date
        if heard != who.engaged_on:
            write.update("stakeholder", who.id, engaged_on=heard)
