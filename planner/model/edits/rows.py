"""The plain edits that work on any table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.i18n import _, _n
from planner.model.edits.base import EditRefused, Writer, stored_values
from planner.model.edits.hanging import hanging_words
from planner.model.edits.talks import count_talk
from planner.model.fields import Kind, RowId, fields_of
from planner.model.ids import new_row
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.tables import SINGLETONS, TABLES, row_class
from planner.model.words import name_of, say


@dataclass(frozen=True)
class AddRow:
    """Add one row with these values; its id may be given so that the caller can go to it afterwards."""

    table: str
    values: Mapping[str, Any] = field(default_factory=dict)
    id: RowId | None = None

    def label(self, plan: Plan) -> str:
        stored_values(self.table, self.values)  # a name can only be made of values that are fit to keep
        row = new_row(plan, self.table, **self.values)
        return _("Add {name}").format(name=name_of(plan, row))

    def run(self, write: Writer) -> None:
        given = {"id": self.id} if self.id else {}
        write.put([new_row(write.plan, self.table, **self.values, **given)])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class SetFields:
    """Set fields of one row."""

    table: str
    id: RowId
    values: Mapping[str, Any]

    def label(self, plan: Plan) -> str:
        stored_values(self.table, self.values)  # a name can only be made of values that are fit to keep
        row = plan.table(self.table).get(self.id) or row_class(self.table)(id=self.id)
        declared = fields_of(type(row))
        first, value = next(iter(self.values.items()), ("", None))
        words = {
            "name": name_of(plan, row),
            "field": _(declared[first].label) if first in declared else first,
            "value": say(plan, declared.get(first), value),
        }
        if self.table in SINGLETONS:
            return _("Set {field} to {value}").format(**words)
        return _("Set {name}, {field}, to {value}").format(**words)

    def run(self, write: Writer) -> None:
        if self.table in SINGLETONS and self.id not in write.plan.table(self.table):
            write.put([row_class(self.table)(id=self.id)])
        if self.table == "facts" and "currency" in self.values:
            _count_goals_in(write, self.values["currency"])
        before = write.plan.engagements.get(self.id) if self.table == "engagement" else None
        write.update(self.table, self.id, **self.values)
        if before is not None:
            count_talk(write, before, write.plan.engagements.get(self.id))

    def merges_with(self) -> str | None:
        return f"set {self.table} {self.id} {' '.join(self.values)}"


def _count_goals_in(write: Writer, currency: str | None) -> None:
    """Goals that are counted in the currency of the plan go on being counted in it when it is another one."""
    before = write.plan.facts.currency
    if before and currency:
        for goal in write.plan.goals:
            if goal.unit == before:
                write.update("goal", goal.id, unit=currency)


@dataclass(frozen=True)
class MoveRow:
    """Put one row before another, or at the end."""

    table: str
    id: RowId
    before: RowId | None = None

    def label(self, plan: Plan) -> str:
        row = plan.table(self.table).get(self.id)
        return _("Move {name}").format(name=name_of(plan, row) if row else _("a row"))

    def run(self, write: Writer) -> None:
        rows = [row.id for row in write.plan.table(self.table) if row.id != self.id]
        if self.id not in write.plan.table(self.table):
            raise EditRefused(_("This row is no longer in the plan."))
        rows.insert(rows.index(self.before) if self.before in rows else len(rows), self.id)
        for position, id in enumerate(rows, start=1):
            if write.plan.table(self.table)[id].position != position:
                write.update(self.table, id, position=position)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class DeleteRows:
    """Take rows out, with the cells and votes that belong to them; links from elsewhere to them are emptied."""

    table: str
    ids: tuple[RowId, ...]

    def label(self, plan: Plan) -> str:
        rows = [row for id in self.ids if (row := plan.table(self.table).get(id))]
        if len(rows) == 1:
            lost = hanging_words(plan, self.table, frozenset(self.ids))
            said = _("Delete {name}, named by {lost}") if lost else _("Delete {name}")
            return said.format(name=name_of(plan, rows[0]), lost=lost)
        return _n("Delete {n} row", "Delete {n} rows", len(rows)).format(n=len(rows))

    def run(self, write: Writer) -> None:
        if self.table in SINGLETONS:
            raise EditRefused(_("This part of the plan can be emptied but not deleted."))
        talks = [talk for talk in write.plan.engagements if self.table == "engagement" and talk.id in self.ids]
        delete_with_links(write, self.table, frozenset(self.ids))
        for talk in talks:
            count_talk(write, talk, None)

    def merges_with(self) -> str | None:
        return None


def delete_with_links(write: Writer, table: str, gone: frozenset[RowId]) -> None:
    """Delete rows and, field by declared field, what points to them: required links take their row along."""
    for other in TABLES:
        pointing = [f for f in fields_of(row_class(other)).values() if f.target == table]
        if other == "dot":
            pointing.append(fields_of(row_class(other))["item"])
        if not pointing:
            continue
        orphans: set[RowId] = set()
        for row in write.plan.table(other):
            values: dict[str, Any] = {}
            for declared in pointing:
                value = getattr(row, declared.name)
                if declared.kind is Kind.LINKS:
                    if gone.intersection(value):
                        values[declared.name] = tuple(id for id in value if id not in gone)
                elif value in gone:
                    values[declared.name] = None
                    if declared.required and row.id not in gone and owns(table, other):
                        orphans.add(row.id)
            if values and row.id not in orphans and row.id not in gone:
                write.update(other, row.id, **values)
        if orphans:
            delete_with_links(write, other, frozenset(orphans))
    write.delete(table, gone)


_OWNED = {
    "stakeholder": {"engagement"},
    "sales_input": {"dot"},
    "activity": {"run", "lead_month", "dot"},
    "vote_round": {"dot"},
    "material": {"rating"},
    "brief": {"approval", "brief_score", "brief_section"},
    "budget_line": {"amount"},
    "commitment": {"promise_check"},
    "premortem": {"cause"},
    "cause": {"dot"},
    "person": {"stakeholder", "signoff"},
}


def owns(table: str, other: str) -> bool:
    """Whether rows of ``other`` make no sense without the row of ``table`` that they point to."""
    return other in _OWNED.get(table, ())


@dataclass(frozen=True)
class PutRows:
    """Add or replace whole rows, as imports do."""

    rows: tuple[Row, ...]
    said: str

    def label(self, plan: Plan) -> str:
        return self.said

    def run(self, write: Writer) -> None:
        write.put(self.rows)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class ReplacePlan:
    """Put another plan in the place of this one, as one step that can be undone."""

    by: Plan
    said: str

    def label(self, plan: Plan) -> str:
        return self.said

    def run(self, write: Writer) -> None:
        for table in TABLES:
            write.delete(table, [row.id for row in write.plan.table(table) if row.id not in self.by.table(table)])
        for table in TABLES:
            now = write.plan.table(table)
            write.put([row for row in self.by.table(table) if now.get(row.id) != row])

    def merges_with(self) -> str | None:
        return None
