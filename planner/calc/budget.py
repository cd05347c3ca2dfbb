"""The budget: what is planned, committed and spent, by line, month, activity, side, priority and category.

All sums are whole minor units of the plan's currency. A sum that nothing is known for is None or not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from planner.calc import months
from planner.model.plan import Money, Month, Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import BudgetLine

CONTINGENCY = "contingency"

K = TypeVar("K")


class LineSums(NamedTuple):
    """The months of one line added up; None where no month says."""

    planned: Money | None = None
    committed: Money | None = None
    actual: Money | None = None


class Budget:
    """The budget of one plan. Sums that few ask for are computed when asked."""

    def __init__(
        self,
        plan: Plan,
        by_line: Mapping[RowId, LineSums],
        by_month: Mapping[Month, Money],
        actual_by_month: Mapping[Month, Money],
    ) -> None:
        self.plan = plan
        self.by_line = by_line
        self.by_month = by_month
        """Planned by month, months of any year, sorted."""
        self.actual_by_month = actual_by_month

    def amount(self, line: BudgetLine) -> Money | None:
        """What the line comes to: its own amount, or else its months added up."""
        if line.amount is not None:
            return line.amount
        return self.by_line[line.id].planned if line.id in self.by_line else None

    @cached_property
    def total(self) -> Money | None:
        """All lines; None where no line has an amount."""
        return _sum(self._amounts.values())

    @cached_property
    def _amounts(self) -> dict[RowId, Money]:
        known = ((line.id, self.amount(line)) for line in self.plan.budget_lines)
        return {id: amount for id, amount in known if amount is not None}

    @property
    def envelope(self) -> Money | None:
        """What may be spent in all."""
        return self.plan.facts.envelope

    @property
    def unallocated(self) -> Money | None:
        """The envelope less all lines, negative where they are more."""
        return None if self.envelope is None else self.envelope - (self.total or 0)

    @cached_property
    def contingency(self) -> Money | None:
        """Lines kept for surprises; None where no line has an amount."""
        return self._where(lambda line: line.category == CONTINGENCY)

    @property
    def contingency_share(self) -> float | None:
        """Contingency as a share of all lines."""
        return share_of(self.contingency, self.total)

    @cached_property
    def brief(self) -> Money | None:
        """Lines that the agency brief covers; None where no line has an amount."""
        return self._where(lambda line: bool(line.in_brief))

    @cached_property
    def committed(self) -> Money | None:
        """Lines that are committed; None where no line has an amount."""
        return self._where(lambda line: bool(line.committed))

    def _where(self, wanted: Callable[[BudgetLine], bool]) -> Money | None:
        if self.total is None:
            return None
        return sum(self._amounts.get(line.id, 0) for line in self.plan.budget_lines if wanted(line))

    @cached_property
    def by_activity(self) -> dict[RowId, Money]:
        """Sum of the lines of each activity that has one with an amount."""
        return self._group(lambda line: line.activity)

    @cached_property
    def by_function(self) -> dict[str, Money]:
        """Sum of the lines by the side of the person who leads them."""
        people = self.plan.people

        def side(line: BudgetLine) -> str | None:
            lead = people.get(line.owner)
            return lead.function if lead else None

        return self._group(side)

    @cached_property
    def by_priority(self) -> dict[int, Money]:
        """Sum of the lines by priority, 1 first; lines without one are not in it."""
        return dict(sorted(self._group(lambda line: line.priority).items()))

    @cached_property
    def by_category(self) -> dict[str, Money]:
        """Sum of the lines by category."""
        return self._group(lambda line: line.category)

    def _group(self, key: Callable[[BudgetLine], K | None]) -> dict[K, Money]:
        sums: dict[K, Money] = {}
        for line in self.plan.budget_lines:
            amount = self._amounts.get(line.id)
            if amount is not None and (group := key(line)) is not None:
                sums[group] = sums.get(group, 0) + amount
        return sums

    @cached_property
    def spend_by_month(self) -> tuple[Money, ...] | None:
        """Planned in each month of the plan; None where no month has an amount or the plan has no months."""
        period = months.period(self.plan)
        if not period or not self.by_month:
            return None
        return tuple(self.by_month.get(month, 0) for month in period)

    @property
    def cumulative(self) -> tuple[Money, ...] | None:
        """Planned up to and with each month of the plan."""
        return None if self.spend_by_month is None else tuple(accumulate(self.spend_by_month))

    @cached_property
    def by_activity_month(self) -> dict[RowId, dict[Month, Money]]:
        """Planned by activity and month."""
        sums: dict[RowId, dict[Month, Money]] = {}
        lines = self.plan.budget_lines
        for cell in self.plan.amounts:
            line = lines.get(cell.line)
            if cell.planned is not None and line is not None and line.activity is not None:
                row = sums.setdefault(line.activity, {})
                row[cell.month] = row.get(cell.month, 0) + cell.planned
        return sums


def budget_of(plan: Plan) -> Budget:
    """The budget of a plan, in one pass over its cells. Cells of a line that is not there are left out."""
    lines = plan.budget_lines
    sums: dict[RowId, list[Money | None]] = {}
    planned_by_month: dict[Month, Money] = {}
    actual_by_month: dict[Month, Money] = {}
    for cell in plan.amounts:
        if cell.line not in lines:
            continue
        row = sums.setdefault(cell.line, [None, None, None])
        for place, value in enumerate((cell.planned, cell.committed, cell.actual)):
            if value is not None:
                row[place] = (row[place] or 0) + value
        if cell.planned is not None:
            planned_by_month[cell.month] = planned_by_month.get(cell.month, 0) + cell.planned
        if cell.actual is not None:
            actual_by_month[cell.month] = actual_by_month.get(cell.month, 0) + cell.actual
    by_line = {id: LineSums(*row) for id, row in sums.items()}
    return Budget(
        plan, by_line, dict(sorted(planned_by_month.items())), dict(sorted(actual_by_month.items()))
    )


def share_of(part: float | None, whole: float | None) -> float | None:
    """The part as a share of the whole; None where either is not known or the whole is nothing."""
    return None if part is None or not whole else part / whole


def _sum(amounts: Iterable[Money]) -> Money | None:
    known = list(amounts)
    return sum(known) if known else None
