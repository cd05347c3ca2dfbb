"""The cells of one row, compared with what was written into them, as changes of the plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from planner.calc import months
from planner.exchange.workbook.content import Content
from planner.exchange.workbook_in.finding import FoundList, FoundRow
from planner.exchange.workbook_in.refusing import Problem, Unreadable
from planner.exchange.workbook_in.values import Cells, plain
from planner.i18n import mark
from planner.model.ids import cell_id
from planner.model.merge import empty_cell, same_value, sums_of_months
from planner.model.plan import CELLS, Field, Kind, Month, Plan, Row, RowId, fields_of, row_class

_GRIDS = {"activity": ("lead_month", "activity", "likely"), "budget_line": ("amount", "line", "planned")}
"""Lists with months beside each other: the table of the cells, its link to the row, and the field."""


class Changes:
    """The rows of a plan that a workbook changes."""

    def __init__(self, base: Plan) -> None:
        self.base = base
        self._rows: dict[str, dict[RowId, Row | None]] = {}
        self._last: dict[str, int] = {}

    def begin(self, table: str, new: Iterable[RowId]) -> None:
        """Give new rows their places at the end of their list."""
        rows = self.base.table(table).ordered
        self._last[table] = rows[-1].position if rows else 0

    def get(self, table: str, id: RowId) -> Row | None:
        """A row as it is by now."""
        changed = self._rows.get(table, {})
        return changed[id] if id in changed else self.base.table(table).get(id)

    def put(self, row: Row) -> None:
        """Set a whole row; a new one stands behind all others."""
        if row.id not in self.base.table(row.TABLE) and row.TABLE not in CELLS and not row.position:
            self._last[row.TABLE] = self._last.get(row.TABLE, 0) + 1
            row = replace(row, position=self._last[row.TABLE])
        self._rows.setdefault(row.TABLE, {})[row.id] = row

    def set(self, row: Row, **values: Any) -> None:
        """Set fields of a row; a cell of a grid without anything in it goes."""
        made = replace(self.get(row.TABLE, row.id) or row, **values)
        if made.TABLE in CELLS and made == empty_cell(made):
            self._rows.setdefault(made.TABLE, {})[made.id] = None
        else:
            self.put(made)

    def changed(self) -> list[Row]:
        """The rows that are new or changed by now."""
        return [row for rows in self._rows.values() for row in rows.values() if row is not None]

    def delete(self, table: str, id: RowId) -> None:
        """Take a row out."""
        self._rows.setdefault(table, {})[id] = None

    def plan(self) -> Plan:
        """The plan with all changes."""
        return self.base.with_tables(
            {table: self.base.table(table).with_changes(rows) for table, rows in self._rows.items()}
        )


class LineReader:
    """Reads rows of lists into changes; what cannot be read is a problem and changes nothing."""

    def __init__(
        self, content: Content, changes: Changes, cells: Cells, mine: Plan, problems: list[Problem],
        expected: frozenset[tuple[str, str]],
    ) -> None:  # fmt: skip
        """``expected`` are required fields, by table, that are filled in from who gave the workbook."""
        self._expected = expected
        self.content, self.changes, self.cells, self._mine, self._problems = content, changes, cells, mine, problems
        self._months: set[RowId] = set()
        """Lines whose months changed."""
        self._amounts: dict[RowId, Any] = {}
        """Own amounts that were typed, or emptied."""

    def read(
        self, found: FoundList, row: FoundRow, known: Row, keys: Sequence[str], shown: Sequence[Hashable]
    ) -> None:
        """A row that the plan has: the cells that no longer hold what was written into them."""
        for key, before in zip(keys, shown, strict=False):
            cell = row.cells[key]
            if cell == before or plain(cell) == before:
                continue
            if months.is_month(key) and found.table in _GRIDS:
                self._month(found, row, known, key)
                continue
            declared = fields_of(type(known))[key]
            if found.table in CELLS and key in CELLS[found.table]:
                self.refuse(found, row, key, mark("an amount stays in its line and month; add a row instead"))
            elif declared.required and plain(cell) is None:
                self.refuse(found, row, key, mark("this cannot be left empty"))
            else:
                self._field(found, row, known, declared)

    def read_new(
        self, found: FoundList, row: FoundRow, made: Row, keys: Sequence[str], activity: RowId | None
    ) -> None:
        """A row that the plan does not have."""
        values: dict[str, Any] = {}
        for key in keys:
            if plain(row.cells[key]) is None or (months.is_month(key) and found.table in _GRIDS):
                continue
            read, value = self._read(found, row, fields_of(type(made))[key])
            if read:
                values[key] = value
        lacking = [
            key
            for key, one in fields_of(type(made)).items()
            if one.required
            and key in keys
            and (found.table, key) not in self._expected
            and values.get(key) is None
            and getattr(made, key) in (None, "")
        ]
        if lacking:
            self.refuse(found, row, lacking[0], mark("a new row needs this; the row was left out"))
            return
        if found.table in CELLS:
            id = cell_id(found.table, *(values[name] for name in CELLS[found.table]))
            empty = row_class(found.table)(id=id, **{name: values.pop(name) for name in CELLS[found.table]})
            self.changes.set(empty, **values)
            return
        if activity is not None:
            values.setdefault("activity", activity)
        self.changes.put(replace(made, **values))
        for key in keys:
            if months.is_month(key) and found.table in _GRIDS and plain(row.cells[key]) is not None:
                self._month(found, row, made, key)

    def refuse(self, found: FoundList, row: FoundRow, key: str, reason: str, **words: str) -> None:
        """Say of a cell why it was not taken."""
        heading = str(found.sheet.at(found.head, found.columns.get(key, 0)) or key)
        value = row.cells.get(key)
        said = "" if value is None else str(plain(value))
        self._problems.append(Problem(found.sheet.title, row.number, heading, said[:80], reason, words))

    def add_up(self) -> None:
        """A line whose months changed comes to their sum, where it has no amount of its own."""
        if not self._months:
            return
        sums = sums_of_months(self.changes.plan())
        for id in sorted(self._months):
            line = self.changes.get("budget_line", id)
            if line is not None and self._amounts.get(id, self._own(id)) is None:
                self.changes.set(line, amount=sums.get(id))

    def _own(self, line: RowId) -> int | None:
        return self.content.own_amount(line) if line in self.changes.base.budget_lines else None

    def _field(self, found: FoundList, row: FoundRow, known: Row, declared: Field) -> None:
        read, value = self._read(found, row, declared)
        if not read:
            return
        if found.table == "budget_line" and declared.name == "amount":
            self._amount(known, value)
        elif not same_value(value, getattr(known, declared.name)):
            self.changes.set(known, **{declared.name: value})

    def _amount(self, line: Row, value: int | None) -> None:
        """The own amount of a line; an empty one lets its months be added up."""
        if value is not None:
            self.changes.set(line, amount=value)
        else:
            self.changes.set(line, amount=sums_of_months(self.changes.base).get(line.id))
        self._amounts[line.id] = value

    def _month(self, found: FoundList, row: FoundRow, known: Row, month: Month) -> None:
        table, link, name = _GRIDS[found.table]
        line = self._mine.table(found.table).get(known.id)
        if getattr(line, "locked", None):
            self.refuse(found, row, month, mark("the line is locked; unlock it in the plan first"))
            return
        read, value = self._read(found, row, fields_of(row_class(table))[name], month)
        if not read:
            return
        place: dict[str, Any] = {link: known.id, "month": month}
        cell = row_class(table)(id=cell_id(table, known.id, month), **place)
        now = self.changes.get(table, cell.id)
        if getattr(now, name, None) != value:
            self.changes.set(now or cell, **{name: value})
            if table == "amount":
                self._months.add(known.id)

    def _read(self, found: FoundList, row: FoundRow, declared: Field, key: str = "") -> tuple[bool, Any]:
        """Whether a cell could be read, and its value."""
        key = key or declared.name
        cell = row.cells[key]
        if cell is None and (row.number, found.columns[key]) in found.sheet.formulas:
            self.refuse(found, row, key, mark("it holds a formula without its value; save the workbook first"))
            return False, None
        try:
            return True, self.cells.read(_as_declared(found.table, declared), cell)
        except Unreadable as error:
            self.refuse(found, row, key, error.reason, **error.words)
            return False, None


def _as_declared(table: str, declared: Field) -> Field:
    """Votes are for rows of two tables, which their field does not say."""
    if table == "dot" and declared.name == "item":
        return replace(declared, kind=Kind.LINK, target="sales_input|activity")
    return declared
