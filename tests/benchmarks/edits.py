"""One edit, durable and journaled, against the same statements in bare sqlite3, pair by pair."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import uuid4

from sqlalchemy.dialects import sqlite

from planner.model import database, schema
from planner.model.changes import Author
from planner.model.edits import PutRows, SetFields
from planner.model.journal import Journal
from tests.benchmarks.big import big_plan

PAIRS = 200
_PRAGMAS = ("foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY", "recursive_triggers=ON",
            "locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL")  # fmt: skip


def measure() -> list[str]:
    """The rows of the report: the ratio at each size, and how the cost of an edit grows."""
    found, costs = [], {}
    for rows in (1_000, 10_000, 100_000):
        ours, bare = _pairs(rows)
        costs[rows] = median(ours)
        ratio = median(a / b for a, b in zip(ours, bare, strict=True))
        found.append(f"edit, plan of {rows:,} rows: {1e3 * median(ours):.2f} ms, {ratio:.2f} times bare sqlite3")
    found.append(f"edit, 100,000 rows against 1,000: {costs[100_000] / costs[1_000]:.2f} times")
    return found


def _pairs(rows: int) -> tuple[list[float], list[float]]:
    plan = big_plan(rows)
    with tempfile.TemporaryDirectory() as folder:
        connection = database.connect(Path(folder) / "ours.db")
        database.create_tables(connection, {})
        database.guard(connection)
        journal = Journal(connection)
        author, now = Author("Ines"), datetime(2026, 11, 16, tzinfo=UTC)
        journal.apply(PutRows(tuple(plan.rows()), "Fill"), author, now)
        bare = _bare(Path(folder) / "bare.db", connection)
        amounts = [row.id for row in journal.plan.amounts]
        times: tuple[list[float], list[float]] = ([], [])
        for n in range(PAIRS):
            now += timedelta(seconds=10)
            id = amounts[n * 37 % len(amounts)]
            start = perf_counter()
            journal.apply(SetFields("amount", id, {"planned": n}), author, now)
            middle = perf_counter()
            _raw_edit(bare, n + 2, id, n)
            times[0].append(middle - start)
            times[1].append(perf_counter() - middle)
        bare.close()
        connection.close()
        connection.engine.dispose()
    return times[0][10:], times[1][10:]


def _bare(path: Path, like: object) -> sqlite3.Connection:
    raw = like.connection.driver_connection  # type: ignore[attr-defined]
    raw.execute("VACUUM INTO ?", (str(path),))
    bare = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        bare.execute(f"PRAGMA {pragma}")
    for statement in schema.guards(sqlite.dialect()):
        bare.execute(statement)
    return bare


def _raw_edit(bare: sqlite3.Connection, seq: int, id: str, value: int) -> None:
    edit = str(uuid4())
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(
        "INSERT INTO edit (id, seq, at, author, author_id, label, kind, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (edit, seq, "2026-11-16", "Ines", None, "Set", "edit", None),
    )
    bare.execute("INSERT INTO writing (edit_id) VALUES (?)", (edit,))
    bare.execute("UPDATE amount SET planned = ? WHERE id = ?", (value, id))
    bare.execute("DELETE FROM writing")
    bare.execute("COMMIT")
