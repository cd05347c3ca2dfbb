from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planner.assets import resource
from planner.exchange.cells import RawTable, cell, trimmed
from planner.exchange.lists import Answers, ListImport
from planner.exchange.lists.importing import read_tables_as
from planner.exchange.text import read_plan
from planner.model.plan import Facts, Plan, Rows


@pytest.fixture(scope="session")
def example() -> Plan:
    return read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def empty() -> Plan:
    facts = Facts(
        id="00000000-0000-4000-8000-00000000fac7", currency="EUR", fiscal_year_start="2027-01", horizon_months=12
    )
    return Plan({"facts": Rows([facts])})


def sheet(*rows: list[Any], name: str = "Sheet1", first: int = 1) -> RawTable:
    """A sheet of plain cells; empty rows count and are not there, as in a file."""
    made = (trimmed(number, [cell(value) for value in row]) for number, row in enumerate(rows, start=first))
    return RawTable(tuple(row for row in made if row is not None), sheet=name)


def read(*rows: list[Any], kind: str | None = None, answers: Answers | None = None, **more: Any) -> ListImport:
    return read_tables_as([sheet(*rows)], "list.xlsx", kind, answers=answers, year=2027, **more)


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[[dict[str, list[list[Any]]]], Path]:
    """Writes a workbook with these sheets."""

    def write(sheets: dict[str, list[list[Any]]]) -> Path:
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            made = book.create_sheet(title)
            for row in rows:
                made.append(row)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return write
