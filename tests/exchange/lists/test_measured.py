"""Some sixty workbooks and exports as teams have them: the table, its kind, columns, rows, and no silent slip."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planner.exchange.delimited import read_delimited
from planner.exchange.lists.importing import Entry, read_tables_as
from planner.exchange.lists.into_plan import list_rows
from planner.exchange.sheets import read_sheets
from tests.exchange.lists.measured import english, german, other_languages, platforms, second_look, third_look
from tests.exchange.lists.measured.case import Case

CASES = (
    *english.CASES, *german.CASES, *other_languages.CASES, *platforms.CASES, *second_look.CASES, *third_look.CASES,
)  # fmt: skip


def values(entry: Entry) -> dict[str, Any]:
    """What was read of a row, months as ``m1`` and actual ones as ``a1``."""
    made = dict(entry.values)
    made.update({f"{'a' if actual else 'm'}{month}": amount for (_year, month, actual), amount in entry.months.items()})
    return made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_teams_have_is_understood(case: Case, tmp_path: Path, empty) -> None:
    path = case.write(tmp_path)
    tables = (read_delimited(path),) if case.text else read_sheets(path)
    read = read_tables_as(tables, path.name, None, year=2027)
    assert read.kind.key == case.kind
    assert (read.found.sheet, read.found.head_rows) == (case.sheet or next(iter(case.sheets), ""), case.head)
    assert {head.title: head.role for head in read.found.heads if head.role} == dict(case.roles)
    assert [entry.row for entry in read.entries] == list(case.rows)
    for entry in read.entries:
        told = values(entry)
        assert {name: told.get(name) for name in case.rows[entry.row]} == dict(case.rows[entry.row])
        assert entry.problems == ()
    assert [out.row for out in read.left_out] == list(case.left)
    assert {one.row: one.key for one in read.asking} == dict(case.asks)
    outcome = list_rows(empty, read)
    assert len(outcome.added) + len(outcome.updated) + len(outcome.same) == len(case.rows)


def test_there_are_about_forty_of_them() -> None:
    assert len(CASES) >= 40 and len({case.name for case in CASES}) == len(CASES)
