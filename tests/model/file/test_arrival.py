"""What another program left beside a document is recovered on a copy, where it fits, and passed over where not."""

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest

from planner.model.file.errors import DamagedPlan
from tests.model.file.plans import Desk, connect, names_in


def copied_while_open(plan: Path, mode: str) -> None:
    """Leave the plan and its journal as a program that was killed while it wrote in place leaves them."""
    connection = sqlite3.connect(plan, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode={mode}")
    connection.execute("PRAGMA cache_size=1")  # so that unfinished work reaches the file
    if mode == "DELETE":
        connection.execute("BEGIN")
    connection.executemany("INSERT INTO goal VALUES (?, ?)", [(f"x{n}", "y" * 900) for n in range(50)])
    kept = plan.with_name("kept")
    kept.mkdir()
    for path in plan.parent.glob(f"{plan.name}*"):
        shutil.copy(path, kept / path.name)
    connection.close()
    for path in plan.parent.glob(f"{plan.name}*"):
        path.unlink()
    for path in kept.iterdir():
        path.replace(plan.with_name(path.name))
    kept.rmdir()


def test_a_write_ahead_log_is_taken_in_and_removed(desk: Desk) -> None:
    desk.made("a")
    copied_while_open(desk.plan, "WAL")
    assert f"{desk.plan.name}-wal" in desk.beside()
    with desk.opened() as session:
        assert len(session.names()) == 51
        assert "put in order with the help of “Plän 2027.cgplan-wal”" in session.copy.notices[0]
        session.publish()
    assert len(names_in(desk.plan)) == 51
    assert desk.beside() == [desk.plan.name]


def test_a_hot_journal_is_rolled_back(desk: Desk) -> None:
    desk.made("a")
    copied_while_open(desk.plan, "DELETE")
    assert f"{desk.plan.name}-journal" in desk.beside()
    before = desk.plan.read_bytes()
    with desk.opened() as session:
        assert session.names() == ["a"]
        assert "put in order with the help of “Plän 2027.cgplan-journal”" in session.copy.notices[0]
        assert desk.plan.read_bytes() == before
        session.publish()
    assert names_in(desk.plan) == ["a"]
    assert desk.beside() == [desk.plan.name]


def left_by_sync(desk: Desk, mode: str) -> Path:
    """The new file, and a journal that belongs to an old one."""
    desk.made(*(f"old {n}" for n in range(500)))
    copied_while_open(desk.plan, mode)
    [journal] = desk.plan.parent.glob(f"{desk.plan.name}-[wj]*")
    old = journal.read_bytes()
    for path in desk.plan.parent.iterdir():
        path.unlink()
    desk.made(*(f"new {n}" for n in range(300)))
    journal.write_bytes(old)
    return journal


def test_a_log_beside_a_plan_is_never_played_into_it(desk: Desk) -> None:
    """It may be whole and fit, and would turn the plan into an old one without anybody noticing."""
    left_by_sync(desk, "WAL")
    with desk.opened() as session:
        assert session.names() == [f"new {n}" for n in range(300)]
        session.publish()
    assert desk.beside() == [desk.plan.name]


def test_a_journal_that_does_not_fit_is_passed_over(desk: Desk) -> None:
    journal = left_by_sync(desk, "DELETE")
    with desk.opened() as session:
        assert len(session.names()) == 300
        assert f"“{journal.name}” lies beside “Plän 2027.cgplan” but does not belong to it" in session.copy.notices[0]
        session.publish()
    assert desk.beside() == [desk.plan.name]


def test_a_damaged_plan_with_nothing_beside_it_is_said(desk: Desk) -> None:
    desk.made(*(f"goal {n}" for n in range(500)))
    with desk.plan.open("r+b") as file:
        file.seek(4096)
        file.write(Random(1).randbytes(8 * 4096))
    with pytest.raises(DamagedPlan, match=r"“Plän 2027.cgplan” is damaged \(.*\); open an earlier version"):
        desk.open()
    assert desk.beside() == [desk.plan.name]
    assert desk.rooms() == []


def test_a_plan_that_another_program_turned_to_a_log_opens(desk: Desk) -> None:
    desk.made("a")
    connect(desk.plan).close()
    assert desk.plan.read_bytes()[18] == 2
    with desk.opened() as session:
        assert session.names() == ["a"]
        session.publish()
    assert desk.plan.read_bytes()[18] == 1
