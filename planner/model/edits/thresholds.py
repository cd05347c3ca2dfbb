"""Drawing the line of a check elsewhere than usual, and back."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _, figure
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import RowId
from planner.model.ids import new_row
from planner.model.plan import Plan


@dataclass(frozen=True)
class SetThreshold:
    """Draw the line of a check at ``value``, or where it usually is (None).

    ``name`` is the code of the threshold, ``called`` and ``shown`` are what the window calls it and its value.
    Refused: elsewhere than usual without a reason.
    """

    name: str
    called: str
    value: float | None
    shown: str = ""
    reason: str = ""
    by: RowId | None = None

    def label(self, plan: Plan) -> str:
        if self.value is None:
            return _("Set “{threshold}” back to what is usual").format(threshold=self.called)
        shown = self.shown or figure(f"{self.value:,.10g}")
        return _("Set “{threshold}” to {value}").format(threshold=self.called, value=shown)

    def run(self, write: Writer) -> None:
        known = [row for row in write.plan.thresholds if row.code == self.name]
        if self.value is None:
            write.delete("threshold", [row.id for row in known])
            return
        reason = self.reason.strip()
        if not reason:
            raise EditRefused(_("Say why this line is drawn elsewhere than usual."))
        if known:
            write.update("threshold", known[-1].id, value=self.value, reason=reason, by=self.by)
        else:
            values = {"code": self.name, "value": self.value, "reason": reason, "by": self.by}
            write.put([new_row(write.plan, "threshold", **values)])

    def merges_with(self) -> str | None:
        return f"threshold {self.name}"
