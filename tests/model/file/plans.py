"""A small plan-like file, and a session that edits it through sqlite3: the file package knows no tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from planner.model.file.format import APPLICATION_ID, FILE_VERSION
from planner.model.file.workcopy import Published, WorkingCopy

STATEMENTS = (
    "CREATE TABLE goal (id TEXT NOT NULL, name TEXT, PRIMARY KEY (id))",
    "CREATE TABLE link (id INTEGER PRIMARY KEY, goal TEXT, FOREIGN KEY(goal) REFERENCES goal (id))",
    "CREATE INDEX link_goal ON link (goal)",
)
SCHEMA = {
    ("table", "goal"): STATEMENTS[0],
    ("table", "link"): STATEMENTS[1],
    ("index", "link_goal"): STATEMENTS[2],
}


class Clock:
    """A time that moves only when told."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def passes(self, **amount: float) -> None:
        self.time += timedelta(**amount)


class Session:
    """A working copy with the one connection that a document has to it."""

    def __init__(self, copy: WorkingCopy, *, new: bool = False) -> None:
        self.copy = copy
        self.connection = connect(copy.database)
        if new:
            fill(self.connection)

    def edit(self, *names: str) -> None:
        for name in names:
            self.connection.execute("INSERT INTO goal VALUES (?, ?)", (name, f"goal {name}"))

    def publish(self, **options: Any) -> Published:
        return self.copy.publish(self.vacuum_into, **options)

    def vacuum_into(self, target: Path) -> None:
        self.connection.execute("VACUUM INTO ?", (str(target),))

    def names(self) -> list[str]:
        return [row[0] for row in self.connection.execute("SELECT id FROM goal ORDER BY rowid")]

    def close(self, *, clean: bool = True) -> None:
        self.connection.close()
        self.copy.close(clean=clean)


class Desk:
    """A computer: a folder with plans, a private state folder, a clock."""

    def __init__(self, home: Path) -> None:
        self.now = Clock()
        self.state = home / "state"
        self.plan = home / "shared" / "Plän 2027.cgplan"
        self.plan.parent.mkdir()

    def create(self, *names: str, path: Path | None = None, **options: Any) -> Session:
        path = path or self.plan
        copy = WorkingCopy.create(path, now=self.now, state_dir=self.state, **options)
        session = Session(copy, new=True)
        session.edit(*names)
        session.publish()
        return session

    def made(self, *names: str, path: Path | None = None) -> Path:
        """A plan file that nobody has open."""
        session = self.create(*names, path=path)
        session.close()
        return session.copy.path

    def open(self, path: Path | None = None, **options: Any) -> Session:
        options.setdefault("expected_schema", SCHEMA)
        return Session(WorkingCopy.open(path or self.plan, now=self.now, state_dir=self.state, **options))

    @contextmanager
    def opened(self, path: Path | None = None, **options: Any) -> Iterator[Session]:
        session = self.open(path, **options)
        try:
            yield session
        finally:
            session.close()

    def beside(self) -> list[str]:
        """The names of all files in the plan's folder."""
        return sorted(path.name for path in self.plan.parent.iterdir())

    def rooms(self) -> list[Path]:
        """The private folders of open and of crashed plans."""
        return sorted((self.state / "open").iterdir())


def connect(path: Path) -> sqlite3.Connection:
    """The connection of a document: alone, durable, with a write-ahead log."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def fill(connection: sqlite3.Connection, *, version: int = FILE_VERSION) -> None:
    """The marks and tables of an empty plan, in one transaction."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")
    connection.execute("BEGIN IMMEDIATE")
    for statement in STATEMENTS:
        connection.execute(statement)
    connection.execute("COMMIT")


def forge(path: Path, *statements: str) -> None:
    """Change a plan file from outside, as another program or an attacker would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def names_in(path: Path) -> list[str]:
    """The goals in a plan file that nobody has open; proves that it opens and is whole."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [row[0] for row in connection.execute("SELECT id FROM goal ORDER BY rowid")]


Make = Callable[..., Session]
