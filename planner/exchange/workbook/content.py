"""What the lists of a workbook show of a plan: their rows, and the value of each cell. Written and read back by it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from planner.calc import money, months
from planner.exchange.workbook import words
from planner.model.plan import Audience, Money, Month, Plan, Row, RowId, fields_of, row_class


class Content:
    """One plan as lists for an audience. Keys of cells are fields, ``code``, or months (leads, plans of lines)."""

    def __init__(self, plan: Plan, audience: Audience = Audience.INTERNAL) -> None:
        self.plan = plan
        declared = fields_of(row_class("amount"))
        self._beside = [name for name in ("committed", "actual", "note") if declared[name].seen_by(audience)]
        self._orders: dict[str, dict[RowId, int]] = {}

    def rows(self, table: str) -> list[Row]:
        """The rows of a list. Amounts are listed where more is known than what is planned, which is in the grid.

        That more is known is nothing for an audience that may not see what it is.
        """
        if table == "amount":
            known = self._beside
            return [row for row in self.plan.amounts if any(getattr(row, name) is not None for name in known)]
        return list(self.plan.table(table))

    def value(self, table: str, row: Row, key: str) -> Any:
        """What a cell holds; None where it is empty."""
        if key == "code":
            return row.code if self.coded(table) else self._order(table)[row.id]
        if months.is_month(key):
            return self._month(table, row, key)
        given = getattr(row, key)
        if table == "dot" and key == "item":
            return words.called(self.plan, given)
        if table == "budget_line" and key == "amount":
            given = self.own_amount(row.id)
        return words.shown(self.plan, fields_of(row_class(table))[key], given)

    def coded(self, table: str) -> bool:
        """Whether the rows of a list are known by short codes; otherwise they are numbered."""
        return bool(row_class(table).CODE) or any(row.code for row in self.plan.table(table))

    def own_amount(self, line: RowId) -> Money | None:
        """The amount of a line, where its months do not add up to it; otherwise the sheet adds them up."""
        amount = self.plan.budget_lines[line].amount
        return None if amount == self._sums.get(line) else amount

    def _order(self, table: str) -> dict[RowId, int]:
        if table not in self._orders:
            self._orders[table] = {row.id: place for place, row in enumerate(self.plan.table(table), 1)}
        return self._orders[table]

    def _month(self, table: str, row: Row, month: Month) -> float | None:
        if table == "activity":
            return self._leads.get((row.id, month))
        planned = self.planned.get((row.id, month))
        return None if planned is None else money.to_major(planned, self.plan.facts.currency)

    @cached_property
    def _leads(self) -> dict[tuple[RowId, Month], float | None]:
        return {(cell.activity, cell.month): cell.likely for cell in self.plan.lead_months}

    @cached_property
    def planned(self) -> dict[tuple[RowId, Month], Money | None]:
        """Planned amounts in minor units by line and month."""
        return {(cell.line, cell.month): cell.planned for cell in self.plan.amounts}

    @cached_property
    def _sums(self) -> dict[RowId, Money]:
        from planner.model.merge import sums_of_months

        return sums_of_months(self.plan)
