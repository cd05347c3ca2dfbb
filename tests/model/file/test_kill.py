"""A kill at any time costs nothing that was acknowledged, and leaves nothing lying about."""

from pathlib import Path

from tests.model.file.killing import kill_loop

KILLS = 25


def test_a_kill_at_any_time_loses_no_acknowledged_edit(tmp_path: Path) -> None:
    for figures in kill_loop(tmp_path, KILLS, seed=2026):
        last = figures
    assert last.kills == KILLS
    assert last.acknowledged > 0  # else nothing was at stake
