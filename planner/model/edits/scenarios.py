"""Keeping a what-if beside the plan."""

from __future__ import annotations

from dataclasses import dataclass

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Money, Month, RowId, Series
from planner.model.ids import new_row
from planner.model.plan import Plan
from planner.model.words import shorten


@dataclass(frozen=True)
class KeepCut:
    """Keep a cut as a scenario: a share or an amount by a policy, or what each activity loses by hand.

    ``shares`` are fractions by the codes of activities and lines. Refused without a title.
    """

    id: RowId
    title: str
    from_month: Month
    share: float | None = None
    amount: Money | None = None
    policy: str | None = None
    shares: Series = ()

    def label(self, plan: Plan) -> str:
        return _("Keep “{title}” as a scenario").format(title=shorten(self.title))

    def run(self, write: Writer) -> None:
        _keep(
            write,
            id=self.id,
            title=self.title,
            kind="budget_cut",
            from_month=self.from_month,
            cut_share=self.share,
            cut_amount=self.amount,
            policy=self.policy,
            shares=self.shares,
        )

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class KeepSplit:
    """Keep another split of the money as a scenario.

    ``shares`` are what each activity loses of its money, by its code; below 0 it gains. Refused without a title.
    """

    id: RowId
    title: str
    shares: Series

    def label(self, plan: Plan) -> str:
        return _("Keep “{title}” as a scenario").format(title=shorten(self.title))

    def run(self, write: Writer) -> None:
        _keep(write, id=self.id, title=self.title, kind="allocation", shares=self.shares)

    def merges_with(self) -> str | None:
        return None


def _keep(write: Writer, *, title: str, **values: object) -> None:
    if not title.strip():
        raise EditRefused(_("Give the scenario a name, so that people can speak of it."))
    write.put([new_row(write.plan, "scenario", title=title.strip(), **values)])
