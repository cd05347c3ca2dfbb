"""A kill while a large edit is written in its thread costs nothing that was acknowledged, and leaves nothing half."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

from planner.model.document import Document
from planner.model.plan import Plan
from planner.model.reader import read_file
from tests.model.victim import INES, LARGE, now

PROJECT = Path(__file__).resolve().parents[2]
KILLS = 8
EARLIEST, LATEST = 0.01, 0.3
"""Seconds from its first large edit to when the victim is killed."""


def test_a_kill_while_large_edits_are_written_leaves_none_of_them_half(tmp_path: Path) -> None:
    chance = random.Random(2026)
    plan, state = tmp_path / "plan.cgplan", tmp_path / "state"
    Document.create(plan, now=now, author=INES, state_dir=state).close()
    acknowledged: set[str] = set()
    taken_back: set[str] = set()
    for round_ in range(KILLS):
        said = _kill(plan, state, f"r{round_}", chance.uniform(EARLIEST, LATEST))
        acknowledged |= {name for name in said if not name.startswith("-")}
        taken_back |= {name[1:] for name in said if name.startswith("-")}
        _whole(read_file(plan))  # whenever the kill came, nobody finds half of an edit in the file
        document = Document.open(plan, now=now, state_dir=state)
        found = _whole(document.plan)
        assert len({record.label for record in document.history() if "large" in record.label}) >= len(
            {name for name in acknowledged if "large" in name}
        )
        document.close()
        assert not found & taken_back
        lost = acknowledged - taken_back - found
        # The one that was being taken back when the kill came may be gone already.
        assert all(int(name.rsplit("-", 1)[1]) % 3 == 0 and "large" in name for name in lost), lost
        assert len(lost) <= round_ + 1
        taken_back |= lost
        assert _whole(read_file(plan)) == found
    assert any("large" in name for name in acknowledged) and any("small" in name for name in acknowledged)


def _whole(plan: Plan) -> set[str]:
    """The edits whose rows are there; each of them has all of its rows."""
    rows = Counter((note.text or "").split()[0] for note in plan.notes)
    assert all(count == (LARGE if "large" in name else 1) for name, count in rows.items())
    return set(rows)


def _kill(plan: Path, state: Path, prefix: str, after: float) -> list[str]:
    """What the victim said."""
    command = [sys.executable, "-m", "tests.model.victim", str(plan), str(state), prefix]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        said = []
        while not said or "large" not in said[-1]:
            said.append(victim.stdout.readline().strip())
            assert said[-1]  # else it has ended
        try:
            victim.wait(timeout=after)
        except subprocess.TimeoutExpired:
            victim.kill()
        else:
            raise AssertionError("the victim ended by itself")
        return said + victim.stdout.read().split()
