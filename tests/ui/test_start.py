"""What the way to the first page leaves alone: its time is the time that a person waits for the window."""

import os
import subprocess
import sys

import pytest

HEAVY = (
    "sqlalchemy", "openpyxl", "matplotlib", "numpy", "yaml", "babel", "platformdirs", "lxml", "rapidfuzz",
    "planner.exchange", "planner.commands", "planner.cli", "planner.model.edits", "planner.model.document",
    "planner.model.schema", "planner.ui.menubar", "planner.ui.ask", "planner.ui.frame.coachbody",
    "planner.ui.parts.coachcards", "planner.ui.parts.toast", "planner.ui.forms.form", "planner.ui.forms.sheet",
    "logging", "gettext", "ast", "random", "planner.ui.parts.spoken",
)  # fmt: skip

_PAINT = """
import sys
from pathlib import Path
from planner import app
from planner.ui.launch.sparing import spare_the_start
spare_the_start()
from planner.ui import theme
made = theme.new_application([], "light")
from planner.ui.program import Program
from planner.ui.settings import Settings
window = Program(app._now, Settings()).open_path(Path(sys.argv[1]))
window.painted.disconnect()
window.painted.connect(lambda: (print(*sys.modules), made.quit()))
made.exec()
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The modules of a fresh process in the moment when its first page has been painted."""
    from planner.cli import main

    folder = tmp_path_factory.mktemp("start")
    plan = folder / "example.cgplan"
    main(["example", str(plan)])
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
    done = subprocess.run([sys.executable, "-c", _PAINT, plan], capture_output=True, text=True, env=env, check=True)
    return frozenset(done.stdout.split())


def test_the_first_page_is_there(imported: frozenset[str]) -> None:
    assert {"planner.ui.window", "planner.ui.pages.goals.page", "planner.model.rows.goals"} <= imported


@pytest.mark.parametrize("module", HEAVY)
def test_the_first_page_waits_for_nothing_heavy(imported: frozenset[str], module: str) -> None:
    assert not {name for name in imported if name == module or name.startswith(f"{module}.")}
