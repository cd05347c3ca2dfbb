"""Who changed which field last: what a conflict says beside each of its two sides."""

from __future__ import annotations

import json
from collections.abc import Iterable

from planner.model.changes import EditRecord
from planner.model.fields import RowId

Image = str | None
"""A row as JSON; None where there is none."""


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


def _value(image: Image, field: str) -> object:
    return None if image is None else json.loads(image).get(field)
