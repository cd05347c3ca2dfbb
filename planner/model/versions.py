"""The schema of each file version there has been, as its files hold it.

They are written down rather than derived from the declarations of today: an older file is checked against the schema
of its own time. And reading a file needs no SQLAlchemy.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing

from planner.assets import resource
from planner.model.file.untrusted import Schema


def schema_of(version: int) -> Schema:
    """The (type, name) and SQL text of everything that a plan file of this version may hold."""
    script = resource("schema", f"version-{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(script)
        found = made.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {(kind, name): sql for kind, name, sql in found}
