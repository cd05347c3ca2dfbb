"""Rows to stored values and back.

A stored value is an integer, a text or nothing, so that the image of a row as JSON restores it exactly. Numbers
with decimals are stored as the text Python writes for them: SQLite's own JSON keeps only 15 of their digits.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from planner.model.fields import LISTS, Kind, fields_of
from planner.model.rows.base import Row
from planner.model.tables import row_class

Stored = int | str | None
BASE = ("id", "code", "position")

_WHOLE = frozenset({Kind.INTEGER, Kind.MONEY, Kind.YES_NO})
_DECIMAL = frozenset({Kind.NUMBER, Kind.SHARE})


@cache
def columns(table: str) -> tuple[str, ...]:
    """The stored columns of a table, in order."""
    return BASE + tuple(fields_of(row_class(table)))


def is_integer(kind: Kind) -> bool:
    """Whether values of this kind are stored as integers (all others are texts)."""
    return kind in _WHOLE


def encode_value(kind: Kind, value: Any) -> Stored:
    """A field's value as it is stored."""
    if value is None:
        return None
    if kind in LISTS:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if kind in _DECIMAL:
        return repr(float(value))
    return int(value) if kind in _WHOLE else str(value)


def encode(row: Row) -> dict[str, Stored]:
    """A row as it is stored, by column."""
    stored: dict[str, Stored] = {"id": row.id, "code": row.code, "position": row.position}
    for name, declared in fields_of(type(row)).items():
        stored[name] = encode_value(declared.kind, getattr(row, name))
    return stored


def decode(table: str, stored: Mapping[str, Any]) -> Row:
    """The row that these stored values are."""
    return row_class(table)(
        **{
            name: value if convert is None or value is None else convert(value)
            for name, convert in decoders(table)
            if (value := stored.get(name)) is not None
        }
    )


@cache
def decoders(table: str) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """For each column of a table the function from stored to value; None where they are the same."""
    found: list[tuple[str, Callable[[Any], Any] | None]] = [(name, None) for name in BASE]
    for name, declared in fields_of(row_class(table)).items():
        found.append((name, _decoder(declared.kind)))
    return tuple(found)


def _decoder(kind: Kind) -> Callable[[Any], Any] | None:
    if kind is Kind.SERIES:
        return _series
    if kind is Kind.NUMBERS:
        return _numbers
    if kind in LISTS:
        return _list
    if kind in _DECIMAL:
        return float
    return bool if kind is Kind.YES_NO else None


def _list(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _numbers(stored: str) -> tuple[float, ...]:
    return tuple(float(value) for value in json.loads(stored))


def _series(stored: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(key), float(value)) for key, value in json.loads(stored))
