"""From the start of the process to the first page painted, against a bare PySide6 window, in turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.cli import main

ROUNDS = 9

_BARE = """
import sys
from time import perf_counter
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print(perf_counter(), flush=True)
        app.quit()
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

_OURS = """
import sys
from time import perf_counter
from planner import app
from planner.ui.sparing import spare_the_start
spare_the_start()
import planner.ui.program as program
from PySide6.QtCore import QCoreApplication
class Timed(program.Program):
    def open_path(self, path):
        window = super().open_path(path)
        window.painted.connect(painted)
        return window
def painted():
    print(perf_counter(), flush=True)
    QCoreApplication.quit()
program.Program = Timed
app.main([sys.argv[1]])
"""


def measure() -> list[str]:
    """The rows of the report. Both processes tell the moment of their first paint on the machine's own clock."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "example.cgplan"
        main(["example", str(plan)])
        home = {**os.environ, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
        home.setdefault("QT_QPA_PLATFORM", "offscreen")
        home.pop("PYTHONDONTWRITEBYTECODE", None)  # it would have this program's modules compiled in every round
        bare, ours = [], []
        for _round in range(ROUNDS):
            bare.append(_time(_BARE, home))
            ours.append(_time(_OURS, home, str(plan)))
    ratio = median(a / b for a, b in zip(ours[1:], bare[1:], strict=True))
    took, peer = 1e3 * median(ours[1:]), 1e3 * median(bare[1:])
    return [f"first page painted: {took:.0f} ms, {ratio:.2f} times a bare window ({peer:.0f} ms)"]


def _time(code: str, home: dict[str, str], *words: str) -> float:
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, env=home, check=False)
    if not done.stdout.strip():
        raise SystemExit(done.stderr)
    return float(done.stdout.split()[-1]) - start
