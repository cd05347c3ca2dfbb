"""Three states of one plan made into one: what both grew from, mine, and theirs. Conflicts are data.

A field that only one side changed is theirs or stays mine; where both changed it differently, somebody has to choose.
Two copies of a plan, and a workbook that comes back, are merged by the same rules.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Literal

from planner.model.changes import EditRecord
from planner.model.fields import Field, Kind, RowId, fields_of
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.rowset import Rows
from planner.model.settled import TABLE as SETTLED
from planner.model.settled import Memory, Place
from planner.model.tables import CELLS, SINGLETONS, TABLES, row_class

Choice = Literal["mine", "theirs", "both"]


class Coming(Enum):
    """What theirs does to a place."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that theirs changed and mine does not have. For whole rows the three values are rows or None."""

    kind: Coming
    table: str
    id: RowId
    field: str
    base: Any
    mine: Any
    theirs: Any
    conflict: bool

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.table, self.id, self.field

    @property
    def declared(self) -> Field | None:
        """The field it is about; None for whole rows."""
        return fields_of(row_class(self.table)).get(self.field)

    @property
    def both(self) -> Any:
        """The value that keeps what both sides said; None where only one of them can be true."""
        field = self.declared
        if not self.conflict or field is None or self.mine is None or self.theirs is None:
            return None
        if field.kind in (Kind.LINKS, Kind.CHOICES, Kind.TEXTS):
            kept = [each for each in self.mine if each in self.theirs or each not in (self.base or ())]
            return (*kept, *(each for each in self.theirs if each not in kept and each not in (self.base or ())))
        if field.kind is Kind.LONG_TEXT:
            return f"{self.mine}\n{self.theirs}"
        if field.kind is Kind.TEXT and not field.required and self.table not in SINGLETONS:
            return f"{self.mine}; {self.theirs}"
        if self.place[0] == "dot" and self.field == "dots":
            return max(0, self.mine + self.theirs - (self.base or 0))
        return None


@dataclass(frozen=True, slots=True)
class Merge:
    """Three states and what theirs brings. ``mine_changes`` counts what mine changed since both were one."""

    base: Plan
    mine: Plan
    theirs: Plan
    incoming: tuple[Incoming, ...]
    mine_changes: int
    moved: tuple[Row, ...]
    """Rows that only theirs moved, with the place that they have there."""
    settled: tuple[Incoming, ...] = ()
    """What theirs said in the same way when it was taken in before, and what had its answer then."""
    memory: Memory = field(default_factory=Memory)

    @property
    def conflicts(self) -> tuple[Incoming, ...]:
        """What somebody has to choose in."""
        return tuple(each for each in self.incoming if each.conflict)


def merge(base: Plan, mine: Plan, theirs: Plan, memory: Memory | None = None) -> Merge:
    """Compare both sides with what they grew from, row by row, field by field.

    What theirs said before, by ``memory``, and says again has had its answer, and does not come in once more.
    """
    found = _Found(memory or Memory())
    moved: list[Row] = []
    mine_changes = 0
    derived = _Derived(base, mine, theirs)
    for table in TABLES:
        if table == SETTLED:
            continue
        was, ours, others = base.table(table), mine.table(table), theirs.table(table)
        if ours is not was:
            mine_changes += sum(_count(was.get(row.id), row) for row in ours if row is not was.get(row.id))
            mine_changes += sum(row.id not in ours for row in was)
        if others is ours or (others is was and not found.memory.said):
            continue
        if table in CELLS:
            found.cells(was, ours, others)
            continue
        for row in others:
            before, now = was.get(row.id), ours.get(row.id)
            if row is not now and row != now:
                found.row(before, now, row, derived)
                if before and now and before.position == now.position != row.position:
                    moved.append(row)
        for row in was:
            if row.id not in others and (ours_now := ours.get(row.id)) is not None:
                changed = _same_place(ours_now, row) != row
                found.put(Incoming(Coming.DELETED, table, row.id, "", row, ours_now, None, changed))
    moved = [row for row in moved if not found.memory.answered((row.TABLE, row.id, "position"), row.position)]
    return Merge(base, mine, theirs, tuple(found.incoming), mine_changes, tuple(moved), tuple(found.settled),
                 found.memory)  # fmt: skip


def said_by(merge: Merge) -> Iterator[tuple[Place, Any]]:
    """Each place at which theirs says something else than what both grew from, and what it says there."""
    for table in TABLES:
        was, others = merge.base.table(table), merge.theirs.table(table)
        if table == SETTLED or others is was:
            continue
        for row in others:
            before = was.get(row.id)
            if row is before or row == before:
                continue
            if before is None:
                yield (table, row.id, ""), row
            elif before.position != row.position:
                yield (table, row.id, "position"), row.position
            for name in _changed(before, row):
                yield (table, row.id, name), getattr(row, name)


def common_edit(mine: Sequence[EditRecord], theirs: Sequence[EditRecord]) -> EditRecord | None:
    """The last edit that both histories share from their start; None where they share none."""
    last = None
    for one, other in zip(mine, theirs, strict=False):
        if one.id != other.id:
            break
        last = one
    return last


def empty_cell(row: Row) -> Row:
    """The cell at the same place with nothing in it."""
    return row_class(row.TABLE)(id=row.id, **{name: getattr(row, name) for name in CELLS[row.TABLE]})


def own_way(history: Sequence[EditRecord], common: EditRecord) -> str:
    """The id of the first edit after the common one, by which a copy is known again; empty where there is none."""
    return next((record.id for record in history if record.seq > common.seq), "")


class _Found:
    """What theirs brings, as it is found; what had its answer before is kept apart."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.incoming: list[Incoming] = []
        self.settled: list[Incoming] = []

    def put(self, one: Incoming) -> None:
        """One thing that theirs says and mine does not."""
        (self.settled if self.memory.answered(one.place, one.theirs) else self.incoming).append(one)

    def cells(self, base: Rows[Any], mine: Rows[Any], theirs: Rows[Any]) -> None:
        """What theirs does to the cells of a grid: one that is not there is empty, so that cells only ever change."""
        for id in dict.fromkeys(row.id for rows in (theirs, base) for row in rows):
            now, row = mine.get(id), theirs.get(id)
            known = row or base[id]
            if row is not now and row != now:
                empty = empty_cell(known)
                self.row(base.get(id) or empty, now or empty, row or empty)

    def row(self, base: Row | None, mine: Row | None, theirs: Row, derived: _Derived | None = None) -> None:
        """What theirs does to one row."""
        table, id = theirs.TABLE, theirs.id
        if mine is None:
            if base is None or self.memory.agreed((table, id, ""), None):
                self.put(Incoming(Coming.ADDED, table, id, "", None, None, theirs, False))
            elif _changed(base, theirs):
                self.put(Incoming(Coming.CHANGED, table, id, "", base, None, theirs, True))
            return
        empty = row_class(table)(id=id)
        for name in _changed(mine, theirs):
            before, ours, others = (getattr(row or empty, name) for row in (base, mine, theirs))
            place = table, id, name
            if same_value(before, others) and (not self.memory.asked(place) or self.memory.answered(place, others)):
                continue
            if derived is not None and derived.follows(table, id, name):
                continue
            conflict = not same_value(ours, before) and not self.memory.agreed(place, ours)
            self.put(Incoming(Coming.CHANGED, table, id, name, before, ours, others, conflict))


def _count(base: Row | None, row: Row) -> int:
    """How many changes there are in a row; a new one is one change."""
    return 1 if base is None else len(_changed(base, row))


def _changed(base: Row | None, row: Row) -> list[str]:
    """The declared fields in which a row differs from what it was."""
    before = base or row_class(row.TABLE)(id=row.id)
    return [name for name in fields_of(type(row)) if not same_value(getattr(before, name), getattr(row, name))]


def same_value(one: Any, other: Any) -> bool:
    """Whether two values of a field are the same; two ways of writing one letter are."""
    if isinstance(one, str) and isinstance(other, str) and one != other:
        return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    return bool(one == other)


def _same_place(row: Row, like: Row) -> Row:
    return replace(row, position=like.position, code=like.code)


class _Derived:
    """What follows from other rows on both sides, so that it is worked out again rather than chosen."""

    def __init__(self, base: Plan, mine: Plan, theirs: Plan) -> None:
        self._plans = (mine, theirs)
        self._sums: list[dict[RowId, int]] | None = None

    def follows(self, table: str, id: RowId, field: str) -> bool:
        """Whether the field is the sum of the months of a line, in mine and in theirs."""
        if (table, field) != ("budget_line", "amount"):
            return False
        if self._sums is None:
            self._sums = [sums_of_months(plan) for plan in self._plans]
        rows = (plan.budget_lines.get(id) for plan in self._plans)
        return all(row is not None and sums.get(id) == row.amount for row, sums in zip(rows, self._sums, strict=True))


def sums_of_months(plan: Plan) -> dict[RowId, int]:
    """What the months of each line add up to, in minor units; lines without months are not in it."""
    sums: dict[RowId, int] = {}
    for cell in plan.amounts:
        if cell.planned is not None:
            sums[cell.line] = sums.get(cell.line, 0) + cell.planned
    return sums
