"""Rows to stored values and back.

A stored value is an integer, a text or nothing, so that the image of a row as JSON restores it exactly. Numbers
with decimals are stored as the text Python writes for them: SQLite's own JSON keeps only 15 of their digits.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from math import isfinite
from operator import index
from typing import Any

from planner.model.fields import LISTS, Field, Kind, fields_of
from planner.model.rows.base import Row
from planner.model.tables import row_class

Stored = int | str | None
BASE = ("id", "code", "position")
_BASE_FIELDS = {
    "id": Field("id", "Id", Kind.TEXT, required=True),
    "code": Field("code", "Code", Kind.TEXT),
    "position": Field("position", "Place", Kind.INTEGER, required=True),
}

_WHOLE = frozenset({Kind.INTEGER, Kind.MONEY, Kind.YES_NO})
_DECIMAL = frozenset({Kind.NUMBER, Kind.SHARE})
_LARGEST = 2**63
"""The first whole number that a database has no room for."""


class Unstorable(ValueError):
    """A value that its field cannot hold."""

    def __init__(self, field: Field, value: object) -> None:
        super().__init__(f"{field.name}: {value!r}")
        self.field = field
        self.value = value


@cache
def stored_fields(table: str) -> Mapping[str, Field]:
    """What is stored of each row of a table by column, in order: its identity and its declared fields."""
    return {**_BASE_FIELDS, **fields_of(row_class(table))}


@cache
def columns(table: str) -> tuple[str, ...]:
    """The stored columns of a table, in order."""
    return tuple(stored_fields(table))


def is_integer(kind: Kind) -> bool:
    """Whether values of this kind are stored as integers (all others are texts)."""
    return kind in _WHOLE


def encode_value(field: Field, value: Any) -> Stored:
    """A field's value as it is stored. Raises Unstorable, so that what is kept is what was given, or nothing is."""
    try:
        return _encoded(field, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise Unstorable(field, value) from error


def _encoded(field: Field, value: Any) -> Stored:
    if value is None:
        if field.name in BASE and field.required:
            raise ValueError("a row without a name or a place")
        return None
    if field.kind in _WHOLE:
        whole = int(value)
        if whole != value or not -_LARGEST <= whole < _LARGEST:
            raise ValueError("no whole number, or too large a one")
        return whole
    if field.kind in _DECIMAL:
        decimal = float(value)
        if not isfinite(decimal):
            raise ValueError("no number")
        return repr(decimal)
    if field.kind in LISTS:
        if isinstance(value, str):
            raise TypeError("a text is no list")
        text = json.dumps(tuple(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    else:
        text = str(value)
    if "\0" in text:  # SQLite's JSON ends a text there, so that undo would not bring the rest back
        raise ValueError("a text with a null in it")
    text.encode()  # half a character, as broken programs put on the clipboard, is no text
    return text


def encode(row: Row) -> dict[str, Stored]:
    """A row as it is stored, by column. Raises Unstorable."""
    return {name: encode_value(field, getattr(row, name)) for name, field in stored_fields(row.TABLE).items()}


def decode(table: str, stored: Mapping[str, Any]) -> Row:
    """The row that these stored values are. Raises ValueError or TypeError for what no row is stored as."""
    return row_class(table)(
        **{name: convert(value) for name, convert in decoders(table) if (value := stored.get(name)) is not None}
    )


@cache
def decoders(table: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """For each column of a table the function from stored to value.

    A column of SQLite holds whatever was put there, so that each of them refuses values of another type.
    """
    return tuple((name, _decoder(field.kind)) for name, field in stored_fields(table).items())


def _decoder(kind: Kind) -> Callable[[Any], Any]:
    if kind is Kind.SERIES:
        return _series
    if kind is Kind.NUMBERS:
        return _numbers
    if kind in LISTS:
        return _list
    if kind in _DECIMAL:
        return _decimal
    if kind is Kind.YES_NO:
        return _yes_no
    return index if kind in _WHOLE else str.__str__  # both raise TypeError for anything else, and cost next to nothing


def _decimal(stored: str) -> float:
    value = float(stored)
    if not isfinite(value):
        raise ValueError("no number")
    return value


def _yes_no(stored: int) -> bool:
    return bool(index(stored))


def _list(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _numbers(stored: str) -> tuple[float, ...]:
    return tuple(float(value) for value in json.loads(stored))


def _series(stored: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(key), float(value)) for key, value in json.loads(stored))
