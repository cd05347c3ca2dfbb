"""Rows by what a sheet calls them: codes, names of people, titles."""

from __future__ import annotations

from planner.exchange.workbook import words
from planner.exchange.workbook_in.refusing import Unreadable
from planner.i18n import mark
from planner.model.plan import Plan, RowId
from planner.model.words import whole_name

_SEVERAL = ""


class Names:
    """Finds the rows that cells of links name."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._tables: dict[str, dict[str, RowId]] = {}

    def find(self, table: str, said: str) -> RowId:
        """The row with this code, name or title. Raises Unreadable, also where several are called so."""
        found = self._known(table).get(_folded(said))
        if found is None:
            raise Unreadable(mark("nothing in the plan is called “{name}”"), name=said)
        if found == _SEVERAL:
            raise Unreadable(mark("several are called “{name}”; use the code"), name=said)
        return found

    def find_all(self, table: str, parts: list[str]) -> tuple[RowId, ...]:
        """The rows that parts of a list name; a name may hold the comma that it was split at. Raises Unreadable."""
        known, found, at = self._known(table), [], 0
        while at < len(parts):
            for end in range(len(parts), at, -1):
                said = ",".join(parts[at:end]).strip()
                if known.get(_folded(said)):
                    break
            found.append(self.find(table, said))
            at = end
        return tuple(dict.fromkeys(found))

    def _known(self, table: str) -> dict[str, RowId]:
        if table not in self._tables:
            self._tables[table] = self._read(table)
        return self._tables[table]

    def _read(self, tables: str) -> dict[str, RowId]:
        """All names; several tables are named with a bar between them."""
        sure: dict[str, RowId] = {}
        perhaps: dict[str, RowId] = {}
        for row in (row for table in tables.split("|") for row in self._plan.table(table)):
            for said in (words.called(self._plan, row.id), row.code):
                if said:
                    sure.setdefault(_folded(said), row.id)
            for said in (whole_name(self._plan, row), *(getattr(row, one, None) for one in ("name", "title"))):
                if said:
                    key = _folded(said)
                    perhaps[key] = row.id if perhaps.get(key, row.id) == row.id else _SEVERAL
        return {**perhaps, **sure}


def _folded(said: str) -> str:
    return " ".join(said.split()).casefold()
