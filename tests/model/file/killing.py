"""Killing a program at work, again and again, and looking whether everything it acknowledged is still there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.model.file.plans import Desk, names_in

PROJECT = Path(__file__).resolve().parents[3]
EARLIEST, LATEST = 0.005, 0.120
"""Seconds from when the victim begins to when it is killed."""


@dataclass
class Figures:
    """What came of it."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    """Acknowledged edits that are not there."""
    unacknowledged: int = 0
    """Edits that are there although the kill came before their acknowledgement, which is as good."""
    recovered: int = 0
    """Openings that found edits which had not reached the file."""
    strays: int = 0
    """Files that lay beside the plan after a kill, all of them gone after the next clean close."""
    slowest_opening: float = 0.0
    """Seconds."""


def kill_loop(home: Path, kills: int, seed: int) -> Iterator[Figures]:
    """Kill so many programs. Yields the figures after each kill; raises AssertionError for any damage."""
    chance = random.Random(seed)
    desk = Desk(home)
    desk.made("first")
    figures, expected = Figures(), ["first"]
    for round_ in range(kills):
        expected += _one_kill(desk, f"r{round_}", chance.uniform(EARLIEST, LATEST))
        figures.kills += 1
        figures.strays += len(desk.beside()) - 1
        # A whole document, whenever the kill came. Not every crash is cleaned up before the next one.
        names_in(desk.plan)
        if chance.random() < 0.7 or round_ == kills - 1:
            expected = _look(desk, expected, figures)
        yield figures


def _one_kill(desk: Desk, prefix: str, after: float) -> list[str]:
    """The edits that the victim acknowledged."""
    command = [sys.executable, "-m", "tests.model.file.victim", str(desk.plan), str(desk.state), prefix]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        try:
            victim.wait(timeout=after)
        except subprocess.TimeoutExpired:
            victim.kill()
        else:
            raise AssertionError("the victim ended by itself")
        return victim.stdout.read().split()


def _look(desk: Desk, expected: list[str], figures: Figures) -> list[str]:
    began = time.perf_counter()
    with desk.opened() as session:
        figures.slowest_opening = max(figures.slowest_opening, time.perf_counter() - began)
        found = session.names()
        figures.recovered += bool(session.copy.notices)
        assert session.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    figures.acknowledged += len(expected) - 1
    figures.lost += len(set(expected) - set(found))
    figures.unacknowledged += len(set(found) - set(expected))
    assert not figures.lost
    assert names_in(desk.plan) == found
    assert desk.beside() == [desk.plan.name]
    assert desk.rooms() == []
    assert not (desk.state / "recovered").exists()
    desk.plan.unlink()
    desk.made("first")  # a small plan makes for many kills in all the places that take longest
    return ["first"]
