"""What a month brought is entered, and promises are checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.i18n import _, _n, figure
from planner.model.edits.base import EditRefused, Writer
from planner.model.edits.budget import line_name, write_amounts
from planner.model.edits.budget_words import money_words
from planner.model.fields import Money, Month, RowId
from planner.model.ids import new_row
from planner.model.plan import Actual, Plan
from planner.model.words import month_words, name_of

Count = tuple[str, RowId | None, RowId | None]
"""What is counted: a measure, and the activity or the goal that it is about."""


@dataclass(frozen=True)
class EnterMonth:
    """Enter what was spent by line, and what was counted, in one month; None empties a figure, 0 is a figure.

    Locked lines take what was spent: locking keeps a plan, not the facts.
    """

    month: Month
    spent: Mapping[RowId, Money | None] = field(default_factory=dict)
    counted: Mapping[Count, float | None] = field(default_factory=dict)
    source: str | None = None

    def label(self, plan: Plan) -> str:
        month, count = month_words(self.month), len(self.spent) + len(self.counted)
        if count != 1:
            return _n("Enter {month}: {n} figure", "Enter {month}: {n} figures", count).format(month=month, n=count)
        if self.spent:
            ((line, amount),) = self.spent.items()
            words = {"what": line_name(plan, line), "value": money_words(plan, amount)}
            return _("Enter {month}: {what} spent, {value}").format(month=month, **words)
        (((measure, activity, goal), value),) = self.counted.items()
        about = plan.activities.get(activity) or plan.goals.get(goal)
        what = name_of(plan, about) if about else measure.replace("_", " ")
        said = _("empty") if value is None else figure(f"{value:,.10g}")
        return _("Enter {month}: {what}, {value}").format(month=month, what=what, value=said)

    def run(self, write: Writer) -> None:
        for line in self.spent:
            if line not in write.plan.budget_lines:
                raise EditRefused(_("This line is no longer in the plan."))
        write_amounts(write, {(line, self.month): amount for line, amount in self.spent.items()}, "actual")
        for (measure, activity, goal), value in self.counted.items():
            self._count(write, measure, activity, goal, value)

    def _count(
        self, write: Writer, measure: str, activity: RowId | None, goal: RowId | None, value: float | None
    ) -> None:
        same = [row for row in write.plan.actuals if _is(row, measure, self.month, activity, goal)]
        if len(same) > 1 or (same and value is None):
            # Where a figure stood twice, what is typed is the whole of it.
            write.delete("actual", [row.id for row in same[0 if value is None else 1 :]])
        if value is None:
            return
        more: dict[str, Any] = {} if self.source is None else {"source": self.source}
        if same:
            write.update("actual", same[0].id, value=value, **more)
        else:
            values = {"measure": measure, "month": self.month, "activity": activity, "goal": goal, "value": value}
            write.put([new_row(write.plan, "actual", **values, **more)])

    def merges_with(self) -> str | None:
        keys = [*self.spent, *("/".join(str(part) for part in key) for key in self.counted)]
        return f"month {self.month} {keys[0]}" if len(keys) == 1 else None


@dataclass(frozen=True)
class CheckPromise:
    """Say whether a promise was kept in a period, with the figure if there is one, and what follows if it was not."""

    promise: RowId
    period: str
    kept: bool | None
    value: float | None = None
    next_step: str = ""

    def label(self, plan: Plan) -> str:
        row = plan.commitments.get(self.promise)
        words = {"promise": name_of(plan, row) if row else _("a promise"), "period": month_words(self.period)}
        if self.kept is None and self.value is None:
            return _("Leave “{promise}” open in {period}").format(**words)
        if self.kept is None:
            return _("“{promise}” in {period}: {value}").format(**words, value=figure(f"{self.value:,.10g}"))
        return (_("Kept in {period}: “{promise}”") if self.kept else _("Broken in {period}: “{promise}”")).format(
            **words
        )

    def run(self, write: Writer) -> None:
        if self.promise not in write.plan.commitments:
            raise EditRefused(_("This promise is no longer in the plan."))
        same = [
            row for row in write.plan.promise_checks if row.commitment == self.promise and row.period == self.period
        ]
        step = self.next_step.strip() or None
        if self.kept is None and self.value is None and step is None:
            write.delete("promise_check", [row.id for row in same])
        elif same:
            write.update("promise_check", same[0].id, kept=self.kept, value=self.value, next_step=step)
        else:
            values = {"commitment": self.promise, "period": self.period, "kept": self.kept, "value": self.value}
            write.put([new_row(write.plan, "promise_check", **values, next_step=step)])

    def merges_with(self) -> str | None:
        return None


def _is(row: Actual, measure: str, month: Month, activity: RowId | None, goal: RowId | None) -> bool:
    return (row.measure, row.month, row.activity, row.goal) == (measure, month, activity, goal)
