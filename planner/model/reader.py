"""A plan read from its tables, through whichever connection there is.

Reading needs no SQLAlchemy: the first page is on screen, and the command line has answered, before that is imported.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.i18n import _
from planner.model.changes import EditRecord, RowChange, apply_rows
from planner.model.codec import columns, decode, decoders
from planner.model.file.errors import damaged, plainly
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.rowset import Rows
from planner.model.tables import TABLES, row_class

if TYPE_CHECKING:
    from planner.model.touches import Touches

_EXECUTABLE = """
    SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR upper(sql) LIKE 'CREATE VIRTUAL%'
"""
"""Finds views, triggers and virtual tables, which would run when a table is read; the whole schema is compared when
the plan is opened."""

_LATER = """
    SELECT "change"."table", "change"."row_id", "change"."before" FROM "change"
    JOIN "edit" ON "edit"."id" = "change"."edit_id"
    WHERE "edit"."seq" > ? ORDER BY "edit"."seq" DESC, "change"."n" DESC
"""

Select = Callable[[str], Iterable[Sequence[Any]]]


def read_tables(select: Select, tables: Iterable[str] = TABLES) -> Plan:
    """The plan in these tables, with all other tables empty. ``select`` runs one SELECT and gives its rows."""
    return Plan({table: _read(select, table) for table in tables})


def _read(select: Select, table: str) -> Rows[Any]:
    names = ", ".join(f'"{name}"' for name in columns(table))
    stored = select(f'SELECT {names} FROM "{table}"')
    make, convert = row_class(table), decoders(table)
    return Rows(
        make(
            **{name: change(value) for (name, change), value in zip(convert, values, strict=True) if value is not None}
        )
        for values in stored
    )


def read_file(path: Path, tables: Iterable[str] = TABLES) -> Plan:
    """The plan in a file that nothing writes to at the moment. Raises PlanFileError."""
    with _looking(path) as connection:
        return read_tables(connection.execute, tables)


def read_history(path: Path) -> list[EditRecord]:
    """The history in a file, oldest first. Raises PlanFileError."""
    names = ", ".join(f'"{name}"' for name in EditRecord.FIELDS)
    with _looking(path) as connection:
        return [EditRecord(*row) for row in connection.execute(f'SELECT {names} FROM "edit" ORDER BY "seq"')]


def read_touches(path: Path, after: int) -> Touches:
    """Who changed which field last in a file, in the edits after the one with this number. Raises PlanFileError."""
    from planner.model.touches import Touches

    names = ", ".join(f'e."{name}"' for name in EditRecord.FIELDS)
    wanted = (
        f'SELECT c."table", c."row_id", c."before", c."after", {names} FROM "change" c '
        'JOIN "edit" e ON e."id" = c."edit_id" WHERE e."seq" > ? ORDER BY e."seq", c."n"'
    )
    with _looking(path) as connection:
        return Touches((EditRecord(*row[4:]), *row[:4]) for row in connection.execute(wanted, (after,)))


def read_plans_after(path: Path, plan: Plan, edits: Iterable[str]) -> dict[str, Plan]:
    """The plan in a file as it stood after each of these edits; those that its history does not have are left out.

    ``plan`` is the plan as it stands in the file. Raises PlanFileError.
    """
    found = {}
    with _looking(path) as connection:
        for edit in edits:
            seq = connection.execute('SELECT "seq" FROM "edit" WHERE "id" = ?', (edit,)).fetchone()
            if seq is not None:
                images = {(table, id): before for table, id, before in connection.execute(_LATER, seq)}
                rows = (RowChange(table, id, None, row_from(table, before)) for (table, id), before in images.items())
                found[edit] = apply_rows(plan, rows)
    return found


def row_from(table: str, stored: str | None) -> Row | None:
    """A row from its image in the journal."""
    return None if stored is None else decode(table, json.loads(stored))


@contextmanager
def _looking(path: Path) -> Iterator[sqlite3.Connection]:
    with plainly(path):
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
                connection.execute("PRAGMA trusted_schema=OFF")
                connection.execute("PRAGMA query_only=ON")
                _limit_work(connection)
                if connection.execute(_EXECUTABLE).fetchone():
                    raise damaged(path, _("it holds something that no plan holds"))
                yield connection
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise damaged(path, str(error)) from error


def _limit_work(connection: sqlite3.Connection) -> None:
    """Stop a file that was made to be slow: reading the largest plan takes a small part of this."""
    left = iter(range(2_000))
    connection.set_progress_handler(lambda: int(next(left, None) is None), 100_000)
