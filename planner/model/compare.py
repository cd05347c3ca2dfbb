"""Two states of a plan, row by row over their ids, field by field."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from planner.model.fields import LISTS, Field, Kind, RowId, fields_of
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.rowset import Rows
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
        places = _moved(rows_a, rows_b)
        for row in rows_a:
            other = rows_b.get(row.id)
            if other is None:
                yield Difference(table, row.id, called(a, row), "", name_of(a, row), None)
            elif other != row:
                yield from _fields(a, b, table, row, other)
            if row.id in places:
                yield Difference(table, row.id, called(b, row), "position", *places[row.id])
        for row in rows_b:
            if row.id not in rows_a:
                yield Difference(table, row.id, called(b, row), "", None, name_of(b, row))


def _fields(a: Plan, b: Plan, table: str, row: Row, other: Row) -> Iterator[Difference]:
    if row.code != other.code:
        yield Difference(table, row.id, called(b, other), "code", row.code, other.code)
    for name, field in fields_of(row_class(table)).items():
        before, after = getattr(row, name), getattr(other, name)
        if before != after:
            values = plain_value(a, field, before), plain_value(b, field, after)
            yield Difference(table, row.id, called(b, other), name, *values)


def _moved(a: Rows[Any], b: Rows[Any]) -> dict[RowId, tuple[int, int]]:
    """The fewest rows whose moving explains another order, with their places in both, counted from 1.

    The numbers that rows are ordered by say nothing: one deleted row leaves a gap, one moved row shifts all others.
    So the longest row of rows in their old order stays where it is (patience sorting), and the others have moved.
    """
    places = {row.id: place for place, row in enumerate(b, start=1)}
    common = [(place, row.id) for place, row in enumerate(a, start=1) if row.id in places]
    if all(places[id] < places[after] for (_p, id), (_q, after) in pairwise(common)):
        return {}
    ends: list[int] = []
    chains: list[tuple[RowId, Any]] = []
    for _place, id in common:
        at = bisect(ends, places[id])
        link = (id, chains[at - 1] if at else None)
        ends[at : at + 1], chains[at : at + 1] = [places[id]], [link]
    stays: set[RowId] = set()
    chain: Any = chains[-1]
    while chain is not None:
        stays.add(chain[0])
        chain = chain[1]
    return {id: (place, places[id]) for place, id in common if id not in stays}


def called(plan: Plan, row: Row) -> str:
    """What a row is called in a comparison: its short code, or its name where it has none."""
    return row.code or name_of(plan, row)


def plain_value(plan: Plan, field: Field, value: Any) -> Any:
    """A value as programs are told it: links as short codes or names."""
    if field.kind is Kind.LINK and value is not None:
        return _linked(plan, value)
    if field.kind is Kind.LINKS:
        return [_linked(plan, id) for id in value]
    if field.counted:
        return len(value)
    return list(value) if field.kind in LISTS else value


def _linked(plan: Plan, id: RowId) -> str:
    row = plan.find(id)
    return called(plan, row) if row else id
