"""What is done to the month grid: set amounts, fill a range, lock lines, leave a note on a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from planner.i18n import _, _n
from planner.model.edits.base import EditRefused, Writer
from planner.model.edits.budget_words import money_words
from planner.model.fields import Money, Month, RowId
from planner.model.ids import cell_id
from planner.model.plan import Amount, BudgetLine, Plan
from planner.model.shift import later_month
from planner.model.words import month_words, name_of

Measure = Literal["planned", "committed", "actual"]
Cell = tuple[RowId, Month]

_MARGIN = 24
"""Months before and after the plan in which a line may also have amounts."""


@dataclass(frozen=True)
class SetAmounts:
    """Set amounts of lines in months, in minor units; None empties a cell.

    Where it sets what is planned, each line's own amount becomes the sum of its months. Refused as a whole where one
    of the lines is locked or gone. ``said`` replaces the label, for gestures with a name of their own.
    """

    cells: Mapping[Cell, Money | None]
    measure: Measure = "planned"
    said: str = ""

    def label(self, plan: Plan) -> str:
        if self.said or not self.cells:
            return self.said or _("Set no amount")
        lines = list(dict.fromkeys(line for line, _month in self.cells))
        if len(self.cells) == 1:
            ((line, month), amount) = next(iter(self.cells.items()))
            words = {"line": line_name(plan, line), "month": month_words(month), "amount": money_words(plan, amount)}
            if amount is None:
                return _("Empty {line}, {month}").format(**words)
            return _("Set {line}, {month}, to {amount}").format(**words)
        known = [amount for amount in self.cells.values() if amount is not None]
        count = len(self.cells)
        if not known:
            return _("Empty {n} months of {line}").format(n=count, line=_lines_words(plan, lines))
        total = money_words(plan, sum(known))
        return _("Set {n} months of {line}, {amount} in all").format(
            n=count, line=_lines_words(plan, lines), amount=total
        )

    def run(self, write: Writer) -> None:
        lines = list(dict.fromkeys(line for line, _month in self.cells))
        for id in lines:
            refuse_locked(write.plan, id)
        write_amounts(write, self.cells, self.measure)
        if self.measure == "planned":
            for id in lines:
                total = _sum_of_months(write.plan, id, [month for line, month in self.cells if line == id])
                if write.plan.budget_lines[id].amount != total:
                    write.update("budget_line", id, amount=total)

    def merges_with(self) -> str | None:
        if len(self.cells) != 1:
            return None
        ((line, month),) = self.cells
        return f"amount {self.measure} {line} {month}"


@dataclass(frozen=True)
class FillAmounts:
    """Repeat the first lines of a range in those below them, or its first months in those after them.

    ``down`` and ``right`` say how many lines or months are repeated; where both are 0 it is the first line, or, in a
    range of one line, its first month.
    """

    lines: tuple[RowId, ...]
    months: tuple[Month, ...]
    measure: Measure = "planned"
    down: int = 0
    right: int = 0

    def label(self, plan: Plan) -> str:
        line = line_name(plan, self.lines[0])
        if len(self.lines) == 1 or self.right:
            first, last = month_words(self.months[0]), month_words(self.months[-1])
            words = {"line": _lines_words(plan, self.lines), "first": first, "last": last}
            return _("Fill {line}, {first} to {last}").format(**words)
        count = len(self.lines) - max(1, self.down)
        return _n("Fill {line} into {n} line below", "Fill {line} into {n} lines below", count).format(
            line=line, n=count
        )

    def run(self, write: Writer) -> None:
        SetAmounts(self.cells(write.plan), self.measure).run(write)

    def cells(self, plan: Plan) -> dict[Cell, Money | None]:
        """The cells it sets, with their new amounts."""
        if self.right or (len(self.lines) == 1 and not self.down):
            size = max(1, self.right)
            return {
                (line, month): amount_in(plan, line, self.months[place % size], self.measure)
                for line in self.lines
                for place, month in enumerate(self.months)
                if place >= size
            }
        size = max(1, self.down)
        return {
            (line, month): amount_in(plan, self.lines[place % size], month, self.measure)
            for place, line in enumerate(self.lines)
            for month in self.months
            if place >= size
        }

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class LockLines:
    """Lock lines so that their amounts stay as they are, or open them again."""

    lines: tuple[RowId, ...]
    locked: bool

    def label(self, plan: Plan) -> str:
        words = _lines_words(plan, self.lines)
        return _("Lock {line}").format(line=words) if self.locked else _("Unlock {line}").format(line=words)

    def run(self, write: Writer) -> None:
        for id in self.lines:
            if bool(_line(write.plan, id).locked) != self.locked:
                write.update("budget_line", id, locked=self.locked)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class UseSecondCurrency:
    """Write lines in the second currency, or in that of the plan again. Their amounts stay what they are."""

    lines: tuple[RowId, ...]
    second: bool = True

    def label(self, plan: Plan) -> str:
        code = (plan.facts.second_currency if self.second else plan.facts.currency) or ""
        return _("Write {line} in {currency}").format(line=_lines_words(plan, self.lines), currency=code)

    def run(self, write: Writer) -> None:
        facts = write.plan.facts
        if self.second and not (facts.second_currency and facts.second_currency_rate):
            raise EditRefused(_("Say first which second currency there is, and its rate."))
        for id in self.lines:
            if bool(_line(write.plan, id).in_second_currency) != self.second:
                write.update("budget_line", id, in_second_currency=self.second)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class NoteAmount:
    """Leave a note on one cell; an empty text takes it away."""

    line: RowId
    month: Month
    note: str

    def label(self, plan: Plan) -> str:
        words = {"line": line_name(plan, self.line), "month": month_words(self.month)}
        if not self.note.strip():
            return _("Take the note off {line}, {month}").format(**words)
        return _("Note on {line}, {month}").format(**words)

    def run(self, write: Writer) -> None:
        _line(write.plan, self.line)
        _put(write, self.line, self.month, note=self.note.strip() or None)

    def merges_with(self) -> str | None:
        return None


def amount_in(plan: Plan, line: RowId, month: Month, measure: Measure = "planned") -> Money | None:
    """What a line has in a month; None where that is not known."""
    cell = plan.amounts.get(cell_id("amount", line, month))
    return getattr(cell, measure) if cell else None


def line_name(plan: Plan, id: RowId) -> str:
    """What people call a line."""
    line = plan.budget_lines.get(id)
    return name_of(plan, line) if line else _("a line")


def refuse_locked(plan: Plan, id: RowId) -> None:
    """Raises EditRefused where the line is locked or gone."""
    if _line(plan, id).locked:
        raise EditRefused(_("{line} is locked. Unlock it first, with Ctrl Shift L.").format(line=line_name(plan, id)))


def _line(plan: Plan, id: RowId) -> BudgetLine:
    line = plan.budget_lines.get(id)
    if line is None:
        raise EditRefused(_("This line is no longer in the plan."))
    return line


def _lines_words(plan: Plan, lines: Iterable[RowId]) -> str:
    found = tuple(lines)
    if len(found) == 1:
        return line_name(plan, found[0])
    return _n("{n} line", "{n} lines", len(found)).format(n=len(found))


def write_amounts(write: Writer, cells: Mapping[Cell, Money | None], measure: Measure) -> None:
    """All new cells in one go; cells that hold nothing else afterwards go away."""
    known = write.plan.amounts
    values: dict[str, Any]
    fresh: list[Amount] = []
    empty: list[RowId] = []
    for (line, month), amount in cells.items():
        id = cell_id("amount", line, month)
        cell = known.get(id)
        values = {measure: amount}
        if cell is None:
            if amount is not None:
                fresh.append(Amount(id=id, line=line, month=month, **values))
        elif amount is None and _holds_only(cell, measure):
            empty.append(id)
        elif getattr(cell, measure) != amount:
            write.update("amount", id, **values)
    if fresh:
        write.put(fresh)
    if empty:
        write.delete("amount", empty)


def _put(write: Writer, line: RowId, month: Month, *, note: str | None) -> None:
    id = cell_id("amount", line, month)
    cell = write.plan.amounts.get(id)
    if cell is None:
        if note:
            write.put([Amount(id=id, line=line, month=month, note=note)])
    elif note is None and _holds_only(cell, "note"):
        write.delete("amount", [id])
    else:
        write.update("amount", id, note=note)


def _holds_only(cell: Amount, name: str) -> bool:
    others = {"planned", "committed", "actual", "note"} - {name}
    return all(getattr(cell, other) is None for other in others)


def _sum_of_months(plan: Plan, line: RowId, also: Iterable[Month]) -> Money | None:
    """The months of a line added up, asked for one by one so that the cost does not grow with the plan."""
    wanted = {*_around(plan.facts.fiscal_year_start, plan.facts.horizon_months), *also}
    known = [amount for month in wanted if (amount := amount_in(plan, line, month)) is not None]
    return sum(known) if known else None


def _around(start: Month | None, count: int | None) -> Iterable[Month]:
    if not start:
        return []
    return [later_month(start, step) for step in range(-_MARGIN, (count or 12) + _MARGIN)]
