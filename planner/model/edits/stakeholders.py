"""Where people stand on the map of power and interest."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.words import name_of


@dataclass(frozen=True)
class PlaceOnMap:
    """Put a stakeholder where they stand, or where they are wanted. Interest and power run from 1 to 5."""

    stakeholder: RowId
    interest: float
    power: float
    wanted: bool = False

    def label(self, plan: Plan) -> str:
        row = plan.stakeholders.get(self.stakeholder)
        said = _("Say where {name} is wanted on the map") if self.wanted else _("Move {name} on the map")
        return said.format(name=name_of(plan, row) if row else _("somebody"))

    def run(self, write: Writer) -> None:
        if self.stakeholder not in write.plan.stakeholders:
            raise EditRefused(_("This row is no longer in the plan."))
        names = ("wanted_interest", "wanted_power") if self.wanted else ("interest", "power")
        place = (self.interest, self.power)
        write.update("stakeholder", self.stakeholder, **dict(zip(names, place, strict=True)))

    def merges_with(self) -> str | None:
        return f"place {self.stakeholder} {self.wanted}"
