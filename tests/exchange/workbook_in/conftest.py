"""The worked example as a workbook, and what comes back of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from planner.calc.results import Results
from planner.exchange.workbook import write_workbook
from planner.exchange.workbook.marks import read_marks
from planner.exchange.workbook_in.finding import FoundList, find_lists
from planner.exchange.workbook_in.raw import RawBook, read_raw
from planner.exchange.workbook_in.returned import Returned, read_returned
from planner.model.changes import Moment
from planner.model.merge import merge
from planner.model.plan import Plan

AS_OF = "2026-11-16"
MOMENT = Moment("plan", "edit", 14)


def written(plan: Plan, path: Path, **more: Any) -> Path:
    return write_workbook(plan, Results(plan, AS_OF), path, today=AS_OF, exported=MOMENT, **more)


def came_back(path: Path, plan: Plan) -> Returned:
    raw = read_raw(path)
    return read_returned(raw, read_marks(raw.marks), plan, plan)


def said(found: Returned) -> list[tuple[str, str, str, Any]]:
    """The changes of a workbook: kind, code of the row, field, and what it is now."""
    lines = []
    for each in merge(found.base, found.base, found.theirs).incoming:
        row = found.base.table(each.table).get(each.id) or found.theirs.table(each.table)[each.id]
        now = each.theirs if each.field else getattr(each.theirs, "title", None)
        lines.append((each.kind.value, row.code or each.table, each.field, now))
    return lines


@dataclass
class Sheets:
    """The cells of a workbook, to change by hand."""

    raw: RawBook
    plan: Plan

    def list(self, table: str) -> FoundList:
        return find_lists(self.raw.sheets, read_marks(self.raw.marks))[table][0]

    def row_of(self, table: str, code: str) -> int:
        row = self.plan.table(table).by_code(code)
        assert row is not None
        return next(found.number for found in self.list(table).rows if found.id == row.id)

    def type(self, table: str, row: int, key: str, value: Any) -> None:
        found = self.list(table)
        self.put(found, row, found.columns[key], value)

    @staticmethod
    def put(found: FoundList, row: int, column: int, value: Any) -> None:
        cells = [*found.sheet.rows.get(row, ())]
        cells += [None] * (column - len(cells))
        cells[column - 1] = value
        found.sheet.rows[row] = tuple(cells)
        found.sheet.formulas -= {(row, column)}

    def insert(self, table: str, row: int) -> None:
        """An empty row before this one."""
        sheet = self.list(table).sheet
        sheet.rows = {number + (number >= row): cells for number, cells in sheet.rows.items()}
        sheet.formulas = frozenset((number + (number >= row), column) for number, column in sheet.formulas)

    def delete(self, table: str, row: int) -> None:
        sheet = self.list(table).sheet
        sheet.rows = {number - (number > row): cells for number, cells in sheet.rows.items() if number != row}
        sheet.formulas = frozenset((n - (n > row), column) for n, column in sheet.formulas if n != row)

    def read(self) -> Returned:
        return read_returned(self.raw, read_marks(self.raw.marks), self.plan, self.plan)


@pytest.fixture(scope="session")
def example_raw(example: Plan, tmp_path_factory: pytest.TempPathFactory) -> RawBook:
    return read_raw(written(example, tmp_path_factory.mktemp("back") / "plan.xlsx"))


def copied(raw: RawBook) -> RawBook:
    """The same cells, to be changed without changing these."""
    return replace(raw, sheets=[replace(sheet, rows=dict(sheet.rows)) for sheet in raw.sheets])


@pytest.fixture
def sheets(example: Plan, example_raw: RawBook) -> Sheets:
    return Sheets(copied(example_raw), example)
