"""A merge carried out: mine with what was chosen from theirs, as one edit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from planner.model.edits.merge import TakeIn
from planner.model.fields import RowId
from planner.model.merge import Choice, Coming, Incoming, Merge, empty_cell, said_by, sums_of_months
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.settled import Place, remembering
from planner.model.tables import CELLS, row_class


class Unsettled(Exception):
    """There are conflicts that nobody has chosen in yet."""


def take_in(merge: Merge, choices: Mapping[Place, Choice], said: str, *, deletions: bool = True) -> TakeIn:
    """The edit that makes mine what both sides have become.

    ``choices`` settle conflicts, and say ``mine`` where something that fits is not wanted. Rows that theirs deleted
    and nobody chose about go only with ``deletions``. Raises Unsettled.
    """
    wanted: list[tuple[Incoming, Choice]] = []
    heard = dict(said_by(merge))
    for each in merge.incoming:
        usual: Choice = "mine" if each.kind is Coming.DELETED and not deletions else "theirs"
        choice = choices.get(each.place, None if each.conflict else usual)
        if choice is None:
            raise Unsettled(each.place)
        if choice != "mine":
            wanted.append((each, choice))
        if choice != "mine" or each.place in choices:
            heard[each.place] = each.theirs
    edit = _Merged(merge, wanted).edit(said)
    if not merge.incoming:
        return edit
    return replace(edit, rows=(*edit.rows, *remembering(merge.mine, merge.theirs, merge.memory, heard.items())))


def preferring(merge: Merge, side: Choice) -> dict[Place, Choice]:
    """All conflicts settled the same way."""
    return {each.place: side for each in merge.conflicts}


class _Merged:
    """The rows of the edit."""

    def __init__(self, merge: Merge, wanted: Sequence[tuple[Incoming, Choice]]) -> None:
        self._merge = merge
        self._rows: dict[tuple[str, RowId], Row] = {}
        self._gone: dict[str, set[RowId]] = {}
        self._codes: dict[str, _Codes] = {}
        values: dict[tuple[str, RowId], dict[str, Any]] = {}
        for each, choice in wanted:
            if each.kind is Coming.DELETED:
                self._gone.setdefault(each.table, set()).add(each.id)
            elif not each.field:
                self._add(each.theirs)
            else:
                value = each.both if choice == "both" else each.theirs
                values.setdefault((each.table, each.id), {})[each.field] = value
        for (table, id), fields in values.items():
            self._change(table, id, fields)
        self._add_up({each.place for each, _choice in wanted})
        for row in merge.moved:
            now = self._rows.get((row.TABLE, row.id)) or merge.mine.table(row.TABLE)[row.id]
            self._put(replace(now, position=row.position))

    def edit(self, said: str) -> TakeIn:
        """All of it as one edit."""
        gone = {table: frozenset(ids) for table, ids in self._gone.items()}
        return TakeIn(tuple(self._rows.values()), gone, said)

    def _put(self, row: Row) -> None:
        self._rows[row.TABLE, row.id] = row

    def _change(self, table: str, id: RowId, fields: Mapping[str, Any]) -> None:
        row = self._merge.mine.table(table).get(id)
        if table in CELLS:
            known = row or self._merge.theirs.table(table).get(id) or self._merge.base.table(table)[id]
            row = replace(row or empty_cell(known), **fields)
            if row == empty_cell(row):
                self._gone.setdefault(table, set()).add(id)
                return
        elif row is not None:
            row = replace(row, **fields)
        if row is not None:
            self._put(row)

    def _add(self, row: Row) -> None:
        """A row of theirs; where its short code is taken here by another row, it gets the next one that is free."""
        if row_class(row.TABLE).CODE:
            codes = self._codes.setdefault(row.TABLE, _Codes(self._merge.mine, row.TABLE))
            row = replace(row, code=codes.for_row(row))
        self._put(row)

    def _add_up(self, chosen: set[Place]) -> None:
        """A line whose months changed comes to the sum of its months, unless its amount was chosen itself."""
        cells = [*(row for row in self._rows.values() if row.TABLE == "amount"),
                 *(self._merge.mine.amounts.get(id) for id in self._gone.get("amount", ()))]  # fmt: skip
        lines = {line for cell in cells if (line := getattr(cell, "line", None))}
        if not lines:
            return
        before = sums_of_months(self._merge.mine)
        after = sums_of_months(self._after("amount"))
        known = self._after("budget_line").budget_lines
        for id in sorted(lines):
            line, total = known.get(id), after.get(id)
            if line is None or total == before.get(id) or ("budget_line", id, "amount") in chosen:
                continue
            if line.amount != total and line.amount in (None, before.get(id)):
                self._put(replace(line, amount=total))

    def _after(self, table: str) -> Plan:
        changed: dict[RowId, Row | None] = dict.fromkeys(self._gone.get(table, ()))
        changed.update({id: row for (of, id), row in self._rows.items() if of == table})
        return self._merge.mine.with_tables({table: self._merge.mine.table(table).with_changes(changed)})


class _Codes:
    """The short codes in use in one table."""

    def __init__(self, plan: Plan, table: str) -> None:
        made = row_class(table)
        self._start, self._digits = made.CODE, made.DIGITS
        self._taken = {row.code: row.id for row in plan.table(table) if row.code}
        pattern = re.compile(re.escape(self._start) + r"(\d+)$")
        self._last = max((int(found[1]) for code in self._taken if (found := pattern.match(code))), default=0)

    def for_row(self, row: Row) -> str:
        """The row's own code where it is free, otherwise the next one."""
        code = row.code
        if not code or self._taken.get(code, row.id) != row.id:
            self._last += 1
            code = f"{self._start}{self._last:0{self._digits}d}"
        self._taken[code] = row.id
        return code


