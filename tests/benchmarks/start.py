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

ROUNDS = 15

_SCREEN = """{"synchronousWindowSystemEvents": false, "windowFrameMargins": true, "screens": [{"name": "hall",
"x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}"""
"""Room for both windows at 1440 by 900; Qt's own invisible screen has 800 by 800."""

_BARE = """
import sys
from time import perf_counter
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)
def painted():
    print(perf_counter(), flush=True)
    app.quit()
app = QApplication([])
window = Window()
if "words" in sys.argv:
    window.setCentralWidget(QLabel("Common Ground"))
window.resize(1440, 900)
window.show()
app.exec()
"""
"""Nothing but a window; with "words" one with a line of text, for which the fonts of the system must be known."""

_OURS = """
import sys
from time import perf_counter
from planner import app
from planner.ui.launch.sparing import spare_the_start
spare_the_start()
import planner.ui.program as program
from PySide6.QtCore import QCoreApplication
class Timed(program.Window):
    def _after_first_paint(self):
        print(perf_counter(), flush=True)
        QCoreApplication.quit()
program.Window = Timed
app.main([sys.argv[1]])
"""
"""The program as it is. Its windows say so, as the bare one does, by a timer that their first paint has set."""


def measure() -> list[str]:
    """The rows of the report. Both processes tell the moment of their first paint on the machine's own clock."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "example.cgplan"
        main(["example", str(plan)])
        home = {**os.environ, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
        screen = Path(folder) / "screen.json"
        screen.write_text(_SCREEN, encoding="utf-8")
        home.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen}")
        home.pop("PYTHONDONTWRITEBYTECODE", None)  # it would have this program's modules compiled in every round
        took: dict[str, list[float]] = {"bare": [], "words": [], "ours": []}
        for _round in range(ROUNDS + 1):
            took["bare"].append(_time(_BARE, home))
            took["words"].append(_time(_BARE, home, "words"))
            took["ours"].append(_time(_OURS, home, str(plan)))
    bare, words, ours = ([1e3 * seconds for seconds in took[name][1:]] for name in ("bare", "words", "ours"))
    return [
        f"first page painted: {median(ours):.0f} ms",
        f"the same, against a bare window: {_ratio(ours, bare):.2f} times ({median(bare):.0f} ms)",
        f"the same, against a window with a line of text: {_ratio(ours, words):.2f} times ({median(words):.0f} ms)",
    ]


def _ratio(ours: list[float], others: list[float]) -> float:
    """The median of the ratios of runs that came one after the other."""
    return median(a / b for a, b in zip(ours, others, strict=True))


def _time(code: str, home: dict[str, str], *words: str) -> float:
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, env=home, check=False)
    if not done.stdout.strip():
        raise SystemExit(done.stderr)
    return float(done.stdout.split()[-1]) - start
