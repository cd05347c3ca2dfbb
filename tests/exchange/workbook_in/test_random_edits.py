"""Random edits of the cells of an exported workbook: what was typed comes back, and nothing else changes."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.exchange.workbook import words
from planner.exchange.workbook.content import Content
from planner.exchange.workbook_in.raw import RawBook
from planner.exchange.workbook_in.values import plain
from planner.model.plan import CELLS, Kind, Plan, fields_of, row_class
from tests.exchange.workbook_in.conftest import Sheets, copied, said
from tests.model.strategies import values

TABLES = ("goal", "segment", "stakeholder", "sales_input", "material", "question", "activity", "budget_line", "rate",
          "risk", "decision", "commitment", "person", "prior_month")  # fmt: skip
FIELDS = [
    (table, name)
    for table in TABLES
    for name, one in fields_of(row_class(table)).items()
    if not one.target and name not in CELLS.get(table, ()) and (table, name) not in {("budget_line", "amount"),
                                                                                     ("budget_line", "locked")}
]  # fmt: skip


def _typed(place: tuple[str, str]) -> st.SearchStrategy[tuple[str, str, int, object]]:
    table, name = place
    return st.tuples(
        st.just(table), st.just(name), st.integers(0, 999), values(fields_of(row_class(table))[name])
    )  # fmt: skip


EDITS = st.lists(st.sampled_from(FIELDS).flatmap(_typed), min_size=1, max_size=6)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(edits=EDITS, order=st.integers(0, 999))
def test_what_is_typed_comes_back_and_nothing_else(
    example: Plan, example_raw: RawBook, edits: list[tuple[str, str, int, Any]], order: int
) -> None:
    sheets = Sheets(copied(example_raw), example)
    typed: dict[tuple[str, str, str], Any] = {}
    for table, name, place, value in edits:
        one = sheets.list(table)
        row = one.rows[place % len(one.rows)]
        cell = words.shown(example, fields_of(row_class(table))[name], value)
        sheets.type(table, row.number, name, cell)
        typed[table, row.id, name] = cell
    for table in sorted({table for table, *_rest in edits}):
        _mix(sheets, table, random.Random(order))
    found = sheets.read()
    refused = {(problem.sheet, problem.row, problem.column) for problem in found.problems}
    content, before = Content(found.theirs), Content(example)
    differing = 0
    for (table, id, name), cell in typed.items():
        now = plain(content.value(table, found.theirs.table(table)[id], name))
        was = plain(before.value(table, example.table(table)[id], name))
        assert now in (plain(cell), was), (table, name)
        differing += now != was
        if now != plain(cell):
            assert refused, (table, name, cell)
    changes = {(kind, field) for kind, _code, field, _value in said(found)}
    assert changes <= {("changed", name) for _table, _id, name in typed}
    assert len(said(found)) >= differing


def _mix(sheets: Sheets, table: str, order: random.Random) -> None:
    one = sheets.list(table)
    numbers = [row.number for row in one.rows]
    rows = [one.sheet.rows[number] for number in numbers]
    order.shuffle(rows)
    for number, row in zip(numbers, rows, strict=True):
        one.sheet.rows[number] = row


def test_kinds_of_cells_are_all_tried() -> None:
    tried = {fields_of(row_class(table))[name].kind for table, name in FIELDS}
    assert tried >= set(Kind) - {Kind.LINK, Kind.LINKS, Kind.NUMBERS, Kind.CHOICES}
