"""Which row of the plan a row of a list is: the same by name, or so much like one that somebody should look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.exchange.lists.importing import Entry
from planner.exchange.lists.kinds import Kind
from planner.exchange.plainwords import plain
from planner.model.plan import Plan, Row
from planner.model.words import name_of

NEAR = 88
_AT_MOST = 5_000
"""Rows among which something alike is looked for."""


class Matching:
    """Rows of one table by their names."""

    def __init__(self, plan: Plan, kind: Kind) -> None:
        self._plan, self._kind = plan, kind
        self._rows: dict[str, Row] = {}
        for row in plan.table(kind.table):
            self._rows.setdefault(self._key_of(row), row)

    def _key_of(self, row: Row) -> str:
        if self._kind.key == "stakeholders":
            return str(getattr(row, "person", ""))
        name = plain(str(getattr(row, self._kind.main, "") or ""))
        if self._kind.key == "budget":
            return f"{name}/{plain(str(getattr(row, 'category', '') or ''))}"
        if self._kind.key == "sales-input":
            return f"{name}/{getattr(row, 'given_by', '') or ''}"
        return name

    def same(self, entry: Entry, values: Mapping[str, Any]) -> Row | None:
        """The row that the entry is, by its name (an input: by its words and giver; a line: with its category)."""
        if self._kind.key == "stakeholders":
            return self._rows.get(str(values.get("person", "")))
        name = plain(str(entry.values.get(self._kind.main, "")))
        if self._kind.key == "budget":
            exact = self._rows.get(f"{name}/{plain(str(values.get('category') or ''))}")
            alone = [row for key, row in self._rows.items() if key.partition("/")[0] == name]
            return exact or (alone[0] if len(alone) == 1 and not values.get("category") else None)
        if self._kind.key == "sales-input":
            return self._rows.get(f"{name}/{values.get('given_by') or ''}")
        return self._rows.get(name)

    def remember(self, row: Row) -> None:
        """What comes later in the list under the same name is this row."""
        self._rows.setdefault(self._key_of(row), row)

    def near(self, entry: Entry) -> str:
        """The name of a row of the plan that is much like the entry; empty where none is."""
        from rapidfuzz import fuzz, process

        rows = list(self._plan.table(self._kind.table))[:_AT_MOST]
        if self._kind.key == "stakeholders":
            names = {plain(name_of(self._plan, row)): row for row in rows}
        else:
            names = {plain(str(getattr(row, self._kind.main, "") or "")): row for row in rows}
        wanted = plain(str(entry.values.get(self._kind.main, "")))
        if len(wanted) < 4:
            return ""
        match = process.extractOne(wanted, list(names), scorer=fuzz.ratio, score_cutoff=NEAR)
        return name_of(self._plan, names[match[0]]) if match else ""
