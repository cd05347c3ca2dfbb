"""Which row of the plan a row of a list is: the same by name, or so much like one that somebody should look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.exchange.lists.importing import Entry
from planner.exchange.lists.kinds import Kind
from planner.exchange.plainwords import plain
from planner.model.fields import RowId
from planner.model.plan import Plan, Row
from planner.model.words import whole_name

NEAR = 88
_MOST_LOOKS = 4_000_000
"""So many pairs of names are compared at most; where a list is longer, nothing is said to be alike."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A row of the plan that a new row is much like."""

    row: RowId
    name: str


class Matching:
    """Rows of one table by their names."""

    def __init__(self, plan: Plan, kind: Kind) -> None:
        self._plan, self._kind = plan, kind
        self._rows: dict[str, Row] = {}
        self._called: dict[str, list[Row]] = defaultdict(list)
        self._looks = 0
        for row in plan.table(kind.table):
            self.remember(row)
        self._known = {plain(self._name(row)): row for row in plan.table(kind.table)}
        self._names = list(self._known)

    def _name(self, row: Row) -> str:
        if self._kind.key == "stakeholders":
            return whole_name(self._plan, row)
        return str(getattr(row, self._kind.main, "") or "")

    def _key_of(self, row: Row) -> str:
        if self._kind.key == "stakeholders":
            return str(getattr(row, "person", ""))
        name = plain(self._name(row))
        if self._kind.key == "budget":
            return f"{name}/{plain(str(getattr(row, 'category', '') or ''))}"
        if self._kind.key == "sales-input":
            return f"{name}/{getattr(row, 'given_by', '') or ''}"
        return name

    def same(self, entry: Entry, values: Mapping[str, Any]) -> Row | None:
        """The row that the entry is, by its name (an input: by its words and giver; a line: with its category)."""
        if not self._rows:
            return None
        if self._kind.key == "stakeholders":
            return self._rows.get(str(values.get("person", "")))
        name = plain(str(entry.values.get(self._kind.main, "")))
        if self._kind.key == "budget":
            exact = self._rows.get(f"{name}/{plain(str(values.get('category') or ''))}")
            alone = self._called.get(name, [])
            return exact or (alone[0] if len(alone) == 1 and not values.get("category") else None)
        if self._kind.key == "sales-input":
            return self._rows.get(f"{name}/{values.get('given_by') or ''}")
        return self._rows.get(name)

    def remember(self, row: Row) -> None:
        """What comes later in the list under the same name is this row."""
        key = self._key_of(row)
        if key not in self._rows:
            self._rows[key] = row
            if self._kind.key == "budget":
                self._called[key.partition("/")[0]].append(row)

    def near(self, entry: Entry) -> Alike | None:
        """The row of the plan that the entry is much like; None where none is."""
        self._looks += len(self._names)
        if not self._names or self._looks > _MOST_LOOKS:
            return None
        wanted = plain(str(entry.values.get(self._kind.main, "")))
        if len(wanted) < 4:
            return None
        from rapidfuzz import fuzz, process

        match = process.extractOne(wanted, self._names, scorer=fuzz.ratio, score_cutoff=NEAR)
        if match is None:
            return None
        row = self._known[match[0]]
        return Alike(row.id, whole_name(self._plan, row))
