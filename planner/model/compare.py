"""Two states of a plan, row by row over their ids, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.model.fields import LISTS, Field, Kind, RowId, fields_of
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.tables import TABLES, row_class
from planner.model.words import name_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. For a row that only one side has, ``field`` is empty and the other side None."""

    table: str
    id: RowId
    object: str
    field: str
    a: Any
    b: Any


def compare(a: Plan, b: Plan) -> Iterator[Difference]:
    """What differs between two plans, in the order of the tables and rows; links as short codes or names."""
    for table in TABLES:
        rows_a, rows_b = a.table(table), b.table(table)
        if rows_a is rows_b:
            continue
        for row in rows_a:
            other = rows_b.get(row.id)
            if other is None:
                yield Difference(table, row.id, _called(a, row), "", name_of(a, row), None)
            elif other != row:
                yield from _fields(a, b, table, row, other)
        for row in rows_b:
            if row.id not in rows_a:
                yield Difference(table, row.id, _called(b, row), "", None, name_of(b, row))


def _fields(a: Plan, b: Plan, table: str, row: Row, other: Row) -> Iterator[Difference]:
    if row.code != other.code:
        yield Difference(table, row.id, _called(b, other), "code", row.code, other.code)
    if row.position != other.position:
        yield Difference(table, row.id, _called(b, other), "position", row.position, other.position)
    for name, field in fields_of(row_class(table)).items():
        before, after = getattr(row, name), getattr(other, name)
        if before != after:
            yield Difference(table, row.id, _called(b, other), name, _plain(a, field, before), _plain(b, field, after))


def _called(plan: Plan, row: Row) -> str:
    return row.code or name_of(plan, row)


def _plain(plan: Plan, field: Field, value: Any) -> Any:
    if field.kind is Kind.LINK and value is not None:
        return _linked(plan, value)
    if field.kind is Kind.LINKS:
        return [_linked(plan, id) for id in value]
    return list(value) if field.kind in LISTS else value


def _linked(plan: Plan, id: RowId) -> str:
    row = plan.find(id)
    return _called(plan, row) if row else id
