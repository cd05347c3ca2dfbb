"""The one connection to the working copy of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from planner.model import schema

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "busy_timeout=2000",
    "recursive_triggers=ON",
    "locking_mode=EXCLUSIVE",
)
_DURABLE = ("synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON", "journal_size_limit=4194304")


def connect(database: Path) -> Connection:
    """Open a working copy, alone, with every commit durable and every write to the plan guarded.

    The connection is never opened twice: SQLite's locks are lost when a process opens a database a second time, and
    its write-ahead log has known faults with two writers. Threads may use it in turn, never at once: the driver does
    not see to that, so whoever holds the connection does (``document.Document``).
    """
    engine = create_engine(f"sqlite:///{database}", poolclass=StaticPool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine.connect()


def create_tables(connection: Connection, file_marks: Mapping[str, int]) -> None:
    """Create the tables of an empty plan, and mark the file with these pragmas (application id, version)."""
    for mark, value in file_marks.items():
        connection.exec_driver_sql(f"PRAGMA {mark}={value:d}")
    for statement in schema.statements(connection.dialect):
        connection.exec_driver_sql(statement)
    connection.commit()


def guard(connection: Connection) -> None:
    """From now on refuse each write to the plan outside an edit, and journal those inside."""
    for statement in schema.guards(connection.dialect):
        connection.exec_driver_sql(statement)
    connection.commit()


def _prepare(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # else Python's driver commits before each change of the schema
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    mode = cursor.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    for pragma in _DURABLE:
        cursor.execute(f"PRAGMA {pragma}")
    if mode != "wal":
        cursor.execute("PRAGMA journal_mode=DELETE")
        cursor.execute("PRAGMA synchronous=EXTRA")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
