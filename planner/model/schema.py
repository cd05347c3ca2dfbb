"""The tables of a plan file, and the triggers that let nothing but an edit write to them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from planner.model.codec import columns, is_integer
from planner.model.fields import Kind, fields_of
from planner.model.tables import TABLES, row_class

metadata = MetaData()

edit = Table(
    "edit",
    metadata,
    Column("id", Text, primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("author_id", Text),
    Column("label", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("undoes", Text, ForeignKey("edit.id")),
)
"""One line of history per gesture."""

change = Table(
    "change",
    metadata,
    Column("edit_id", Text, ForeignKey("edit.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("table", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
)
"""The image of one row before and after one edit, as JSON; null where there was or is no row."""

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text))
"""What the file knows about itself; not part of the plan and not in its history."""


def _column(name: str, kind: Kind, target: str) -> Column[object]:
    kind_of = Integer if is_integer(kind) else Text
    if kind is Kind.LINK and target:
        # Deferred, so that undo may put rows back in any order within its transaction.
        reference = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
        return Column(name, kind_of, reference)
    return Column(name, kind_of)


def _table(name: str) -> Table:
    declared = fields_of(row_class(name))
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("code", Text),
        Column("position", Integer, nullable=False),
        *(_column(field.name, field.kind, field.target) for field in declared.values()),
    )


PLAN_TABLES: Mapping[str, Table] = {name: _table(name) for name in TABLES}

Index("change_row", change.c.row_id)
Index("amount_line", PLAN_TABLES["amount"].c.line)


def statements(dialect: Dialect) -> list[str]:
    """What creates an empty plan file, in order. The same texts are the only schema an opened file may have."""
    made = [str(CreateTable(table).compile(dialect=dialect)).strip() for table in metadata.sorted_tables]
    indexes = [index for table in metadata.sorted_tables for index in sorted(table.indexes, key=lambda i: i.name or "")]
    return made + [str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes]


def guards(dialect: Dialect) -> list[str]:
    """The temporary table and triggers that journal each write and refuse those outside an edit.

    Temporary, so that no executable text is stored in anybody's file.
    """
    if dialect.name != "sqlite":
        raise NotImplementedError(f"no triggers are written for {dialect.name} yet")
    made = ['CREATE TEMP TABLE "writing" ("edit_id" TEXT NOT NULL)']
    for table in TABLES:
        for event, old, new in (("INSERT", None, "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", None)):
            made.append(_trigger(table, event, old, new))
    return made


def _trigger(table: str, event: str, old: str | None, new: str | None) -> str:
    changed = ""
    if event == "UPDATE":
        changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns(table))
        changed = f"WHEN {changed} "
    return (
        f'CREATE TEMP TRIGGER "journal_{table}_{event.lower()}" AFTER {event} ON main."{table}" {changed}BEGIN '
        "SELECT RAISE(ABORT, 'a plan is only written by an edit') WHERE NOT EXISTS (SELECT 1 FROM \"writing\"); "
        'INSERT INTO "change" ("edit_id", "n", "table", "row_id", "before", "after") '
        'SELECT "edit_id", (SELECT coalesce(max("n"), 0) + 1 FROM "change" c WHERE c."edit_id" = w."edit_id"), '
        f'\'{table}\', {new or old}."id", {_image(table, old)}, {_image(table, new)} FROM "writing" w; END'
    )


def _image(table: str, row: str | None) -> str:
    if row is None:
        return "NULL"
    # One call holds at most 127 arguments, so at most 63 columns; the tests keep tables narrower.
    pairs = (f"'{name}', {row}.\"{name}\"" for name in columns(table))
    return f"json_object({', '.join(pairs)})"
