from __future__ import annotations

import pytest
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError

from planner.model import database, schema
from planner.model.file.format import FILE_VERSION
from planner.model.migrate import STEPS, migrate
from planner.model.versions import schema_of


@pytest.fixture
def old(tmp_path):
    connection = database.connect(tmp_path / "old.db")
    database.create_tables(connection, {"user_version": 1})
    yield connection
    connection.close()
    connection.engine.dispose()


def add(column: str):
    def step(connection: Connection) -> None:
        connection.exec_driver_sql(f'ALTER TABLE goal ADD COLUMN "{column}" TEXT')

    return step


def looked_at(connection: Connection) -> tuple[int, set[str]]:
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    columns = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(goal)")}
    connection.rollback()
    return version, columns & {"colour", "mood"}


def test_each_step_that_is_missing_runs_once_and_in_order(old):
    steps = {1: add("colour"), 2: add("mood")}
    assert migrate(old, 3, steps)
    assert looked_at(old) == (3, {"colour", "mood"})
    assert not migrate(old, 3, steps)


def test_a_step_that_fails_leaves_the_file_as_it_was(old):
    with pytest.raises(OperationalError):
        migrate(old, 3, {1: add("colour"), 2: add("colour")})
    assert looked_at(old) == (1, set())
    with pytest.raises(KeyError):
        migrate(old, 3, {1: add("colour")})
    assert looked_at(old) == (1, set())


def test_there_is_a_step_and_a_schema_for_every_earlier_version():
    assert sorted(STEPS) == list(range(1, FILE_VERSION))
    for version in range(1, FILE_VERSION + 1):
        assert schema_of(version)


def test_the_schema_that_is_written_down_is_the_one_that_files_get():
    """Where this fails, a field was declared or taken back: that is a new file version, with its step and script."""
    written = [" ".join(sql.split()) for sql in schema_of(FILE_VERSION).values()]
    assert written == [" ".join(sql.split()) for sql in schema.statements(sqlite.dialect())]
