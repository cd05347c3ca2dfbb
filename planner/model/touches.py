"""Who changed which field last: what a conflict says beside each of its two sides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from planner.model.changes import EditRecord
from planner.model.codec import decode
from planner.model.fields import RowId, fields_of
from planner.model.tables import row_class

Image = str | None
"""A row as JSON; None where there is none."""


class Touched(NamedTuple):
    """A field that was changed, by which edit, and what it was before that."""

    table: str
    id: RowId
    field: str
    record: EditRecord
    before: Any


class Touches:
    """The changes of some edits, oldest first: the edit, table, row, and the images before and after."""

    def __init__(self, changes: Iterable[tuple[EditRecord, str, RowId, Image, Image]]) -> None:
        self._by_row: dict[tuple[str, RowId], list[tuple[EditRecord, Image, Image]]] = {}
        for record, table, id, before, after in changes:
            self._by_row.setdefault((table, id), []).append((record, before, after))

    def last(self, table: str, id: RowId, field: str = "") -> EditRecord | None:
        """The last edit that changed this field (or, without one, anything) of this row; None where none did."""
        for record, before, after in reversed(self._by_row.get((table, id), [])):
            if not field or _value(before, field) != _value(after, field):
                return record
        return None

    def fields(self) -> Iterator[Touched]:
        """For each field that was changed after its row was there: the last edit that did, and the value before it."""
        for (table, id), changes in self._by_row.items():
            found: dict[str, Touched] = {}
            for record, before, after in changes:
                if before is None or after is None:
                    continue
                was, now = decode(table, json.loads(before)), decode(table, json.loads(after))
                for name in fields_of(row_class(table)):
                    if getattr(was, name) != getattr(now, name):
                        found[name] = Touched(table, id, name, record, getattr(was, name))
            yield from found.values()


def _value(image: Image, field: str) -> object:
    return None if image is None else json.loads(image).get(field)
