"""Bringing files of earlier versions up to this one, one numbered step after the other, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection

from planner.model.versions import schema_of

Step = Callable[[Connection], None]


def take_on_schema(connection: Connection, version: int) -> None:
    """Give the file exactly the schema of this version; rows keep what both have, and what is new is not known.

    A table that differs is made anew rather than altered, because a file may hold no other text than the schema's.
    """
    wanted = schema_of(version)
    found = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").all()
    now = {(kind, name): sql for kind, name, sql in found}
    for (kind, name), sql in wanted.items():
        if kind == "table" and (kind, name) in now and now[kind, name] != sql:
            _remake(connection, name, sql)
    there = {(kind, name) for kind, name in connection.exec_driver_sql("SELECT type, name FROM sqlite_schema")}
    for place in sorted(wanted.keys() - there, key=lambda place: place[0] == "index"):
        connection.exec_driver_sql(wanted[place])


def _remake(connection: Connection, table: str, sql: str) -> None:
    old = _columns(connection, table)
    connection.exec_driver_sql(f'CREATE TEMP TABLE "kept" AS SELECT * FROM main."{table}"')
    connection.exec_driver_sql(f'DROP TABLE main."{table}"')
    connection.exec_driver_sql(sql)
    both = ", ".join(f'"{name}"' for name in _columns(connection, table) if name in old)
    connection.exec_driver_sql(f'INSERT INTO main."{table}" ({both}) SELECT {both} FROM temp."kept"')
    connection.exec_driver_sql('DROP TABLE temp."kept"')


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.exec_driver_sql(f'PRAGMA main.table_info("{table}")')]


STEPS: dict[int, Step] = {1: partial(take_on_schema, version=2)}
"""For each older version the step that leads to the next one."""


def migrate(connection: Connection, to: int, steps: dict[int, Step] = STEPS) -> bool:
    """Run the steps that are missing, in one transaction. Returns whether there were any.

    Raises KeyError where a step is missing, which a released version never lets happen.
    """
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    connection.rollback()
    if version >= to:
        return False
    # Inside a transaction this pragma does nothing, and with it dropping a table would count its rows as missed.
    raw = connection.connection.cursor()
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            for number in range(version, to):
                steps[number](connection)
            connection.exec_driver_sql(f"PRAGMA user_version={to:d}")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")
        raw.close()
    return True
