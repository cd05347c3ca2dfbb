"""Looking at a file that anybody may have made, before the program trusts it.

SQLite runs what a file says: triggers, views, defaults, checks. So a file may hold exactly the schema that the
program itself writes, text for text, and nothing else.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Container, Mapping
from contextlib import closing
from pathlib import Path

from planner.i18n import _
from planner.model.file import errors, format

Schema = Mapping[tuple[str, str], str]
"""(type, name) and SQL text of everything that a plan file holds."""

_PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0")
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1024 * 1024,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
_STEPS_PER_CALL = 1_000_000
_MOST_CALLS = 5_000
"""A check of the largest plan takes some hundred calls; a file made to keep SQLite busy for ever takes them all."""


def check_header(path: Path, versions: Container[int], name: Path) -> None:
    """Raise PlanMissing, NotAPlan, NewerPlan or DamagedPlan by the file's size and first 100 bytes alone."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise errors.not_a_plan(name)
        with path.open("rb") as file:
            header = file.read(format.HEADER_SIZE)
    except FileNotFoundError:
        raise errors.missing(name) from None
    if not format.is_plan(header):
        raise errors.not_a_plan(name)
    if format.version_of(header) > format.FILE_VERSION:
        raise errors.newer(name)
    if format.version_of(header) not in versions:
        raise errors.damaged(name, _("its version number is unknown"))
    if size > format.LARGEST:
        raise errors.damaged(name, _("it is larger than any plan"))


def check_untrusted(
    path: Path,
    expected_schema: Schema,
    *,
    older_schemas: Mapping[int, Schema] | None = None,
    thorough: bool = False,
    name: Path | None = None,
) -> None:
    """Raise PlanFileError unless the file is a whole plan and holds nothing else.

    ``older_schemas`` are those of the earlier versions that the program can bring up to date. ``thorough`` also
    compares every index with its table. ``name`` is the file that the sentences speak of. Reads only; never for a
    file that SQLite has open in this process.
    """
    schemas = {**(older_schemas or {}), format.FILE_VERSION: expected_schema}
    name = name or path
    with errors.plainly(name):
        try:
            check_header(path, schemas, name)
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
                _restrain(connection)
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
                trouble = _foreign_content(connection, schemas[version]) or _faults(connection, thorough)
        except UnicodeDecodeError:
            # SQLite's own report on a damaged file quotes the damage.
            raise errors.damaged(name, _("its text cannot be read")) from None
        except sqlite3.Error as error:
            raise errors.damaged(name, str(error)) from error
        if trouble:
            raise errors.damaged(name, trouble)


def _restrain(connection: sqlite3.Connection) -> None:
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    calls = iter(range(_MOST_CALLS))
    connection.set_progress_handler(lambda: next(calls, None) is None, _STEPS_PER_CALL)


def _foreign_content(connection: sqlite3.Connection, expected: Schema) -> str | None:
    """What the file holds or lacks beside the expected schema, in words."""
    wanted = {key: _normal(sql) for key, sql in expected.items()}
    tables = {name for kind, name in expected if kind == "table"}
    found: set[tuple[str, str]] = set()
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"):
        key = (kind, name)
        own_index = kind == "index" and sql is None and str(name).startswith("sqlite_autoindex_") and table in tables
        same = sql is not None and wanted.get(key) == _normal(sql) and (name if kind == "table" else table) == table
        if key in found or not (own_index or same):
            return _("it holds something that no plan holds: {kind} {name}").format(kind=kind, name=name)
        found.add(key)
    lacking = sorted(name for kind, name in wanted.keys() - found)
    return _("it lacks {name}").format(name=lacking[0]) if lacking else None


def _faults(connection: sqlite3.Connection, thorough: bool) -> str | None:
    """What SQLite finds wrong with the file, in its words."""
    report = connection.execute("PRAGMA integrity_check(1)" if thorough else "PRAGMA quick_check(1)").fetchone()[0]
    if report != "ok":
        return str(report).splitlines()[-1]
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    return _("a row in {table} refers to one that is not there").format(table=broken[0]) if broken else None


def _normal(sql: str) -> str:
    return " ".join(sql.split())
