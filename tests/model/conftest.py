"""A journal on a database of its own, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.model import database
from planner.model.changes import Author
from planner.model.journal import Journal

INES = Author("Ines Varga")
MARTEN = Author("Marten Dahl")


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = field(default=datetime(2026, 11, 16, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    connection = database.connect(tmp_path / "plan.db")
    database.create_tables(connection, {})
    database.guard(connection)
    yield Journal(connection)
    connection.close()
    connection.engine.dispose()
