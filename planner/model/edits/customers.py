"""What both halves agree on before they plan: what a good lead is."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.edits.rows import SetFields
from planner.model.plan import SINGLETONS, Plan
from planner.model.words import shorten

HALVES = ("marketing", "sales")


@dataclass(frozen=True)
class SetGoodLead:
    """Say what a good lead is. Whoever had agreed to other words is asked again."""

    words: str

    def label(self, plan: Plan) -> str:
        if not self.words.strip():
            return _("Take back what a good lead is")
        return _("A good lead is “{words}”").format(words=shorten(self.words))

    def run(self, write: Writer) -> None:
        words = self.words.strip() or None
        values: dict[str, object] = {"good_lead": words}
        if words != write.plan.facts.good_lead:
            values["good_lead_agreed_by"] = ()
        SetFields("facts", SINGLETONS["facts"], values).run(write)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class AgreeGoodLead:
    """One side agrees to the words for a good lead, or takes that back. Refused while there are no words."""

    side: str

    def label(self, plan: Plan) -> str:
        off = self.side in plan.facts.good_lead_agreed_by
        says = {
            ("marketing", False): _("Marketing agrees what a good lead is"),
            ("sales", False): _("Sales agrees what a good lead is"),
            ("marketing", True): _("Marketing no longer agrees what a good lead is"),
            ("sales", True): _("Sales no longer agrees what a good lead is"),
        }
        return says[self.side, off]

    def run(self, write: Writer) -> None:
        agreed = write.plan.facts.good_lead_agreed_by
        if self.side in agreed:
            after = tuple(side for side in agreed if side != self.side)
        elif not write.plan.facts.good_lead:
            raise EditRefused(_("Write down first what a good lead is."))
        else:
            after = tuple(side for side in HALVES if side in agreed or side == self.side)
        SetFields("facts", SINGLETONS["facts"], {"good_lead_agreed_by": after}).run(write)

    def merges_with(self) -> str | None:
        return None
