"""From the choice of a chapter to its page painted: the first time after a start, and again; typing and scrolling."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from planner.cli import main

ROUNDS = 5

_SWITCH = """
import sys, gc
from time import perf_counter
from planner import app
from planner.ui.launch.sparing import spare_the_start
spare_the_start()
import planner.ui.program as program
from PySide6.QtCore import QCoreApplication, QTimer
from planner.ui.pages import CHAPTERS
class Timed(program.Program):
    def open_path(self, path):
        self.shown = super().open_path(path)
        self.shown.resize(1440, 900)
        self.shown.painted.connect(self.wait)
        return self.shown
    def wait(self):
        QTimer.singleShot(int(sys.argv[2]), self.walk)
    def walk(self):
        for lap in ("first", "again"):
            for chapter in CHAPTERS:
                start = perf_counter()
                self.shown.go(chapter.key)
                self.shown.repaint()
                QCoreApplication.sendPostedEvents()
                print(lap, chapter.key, perf_counter() - start, flush=True)
                QCoreApplication.processEvents()
        QCoreApplication.quit()
program.Program = Timed
app.main([sys.argv[1]])
"""
"""Opens the plan as the program does, waits so long as a person looks at the first page, then walks the chapters."""


def measure() -> list[str]:
    """The rows of the report: medians over the chapters and over some starts, and the slowest chapter."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "example.cgplan"
        main(["example", str(plan)])
        waits = (("when all is ready", 12_000), ("three seconds after the start", 3000), ("at once", 0))
        return [row for when, wait in waits for row in _rows(when, plan, wait)]


def _rows(when: str, plan: Path, wait: int) -> list[str]:
    found: dict[str, dict[str, list[float]]] = {"first": {}, "again": {}}
    for _round in range(ROUNDS):
        for line in _walk(plan, wait):
            lap, chapter, seconds = line.split()
            found[lap].setdefault(chapter, []).append(1e3 * float(seconds))
    rows = []
    for lap, words in (("first", f"first time, {when}"), ("again", "again")):
        times = {chapter: median(some) for chapter, some in found[lap].items()}
        slowest = max(times, key=lambda chapter: times[chapter])
        rows.append(
            f"another chapter on screen, {words}: {median(times.values()):.0f} ms, "
            f"the slowest is {slowest} with {times[slowest]:.0f} ms"
        )
    return rows


def _walk(plan: Path, wait: int) -> list[str]:
    folder = str(plan.parent)
    home = {**os.environ, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
    home.setdefault("QT_QPA_PLATFORM", "offscreen")
    home.pop("PYTHONDONTWRITEBYTECODE", None)  # it would have the pages compiled in every round
    words = [sys.executable, "-c", _SWITCH, str(plan), str(wait)]
    done = subprocess.run(words, capture_output=True, text=True, env=home, check=False)
    if not done.stdout.strip():
        raise SystemExit(done.stderr)
    return done.stdout.splitlines()
