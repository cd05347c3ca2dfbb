"""Bringing files of earlier versions up to this one, one numbered step after the other, all or nothing."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

Step = Callable[[Connection], None]

STEPS: dict[int, Step] = {}
"""For each older version the step that leads to the next one; version 1 is the first."""


def migrate(connection: Connection, to: int, steps: dict[int, Step] = STEPS) -> bool:
    """Run the steps that are missing, in one transaction. Returns whether there were any.

    Raises KeyError where a step is missing, which a released version never lets happen.
    """
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    connection.rollback()
    if version >= to:
        return False
    with connection.begin():
        for number in range(version, to):
            steps[number](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={to:d}")
    return True
