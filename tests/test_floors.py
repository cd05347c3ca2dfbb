"""The rooms of the program keep to their floors, and the check that says so can fail."""

import sys
from pathlib import Path

import pytest

from tests.floors import LONGEST_FILE, circle, findings

STANDARD_LIBRARY = frozenset(sys.stdlib_module_names)


@pytest.fixture(scope="module")
def sources(project: Path) -> dict[str, str]:
    """The text of each file of the program, by its path."""
    files = sorted((project / "planner").rglob("*.py"))
    return {file.relative_to(project).as_posix(): file.read_text("utf-8") for file in files}


def test_nothing_crosses_a_floor(sources: dict[str, str]) -> None:
    assert sources
    assert list(findings(sources, STANDARD_LIBRARY)) == []


def test_no_files_go_round_in_circles(sources: dict[str, str]) -> None:
    assert circle(sources) == []


def test_a_circle_is_found() -> None:
    sources = {
        "planner/calc/a.py": "from planner.calc.b import x",
        "planner/calc/b.py": "def f():\n    from planner.calc import c",
        "planner/calc/c.py": "import planner.calc.a",
        "planner/calc/d.py": "import planner.calc.a\nif TYPE_CHECKING:\n    from planner.calc.e import y",
        "planner/calc/e.py": "import planner.calc.d",
    }
    assert set(circle(sources)) == {"planner.calc.a", "planner.calc.b", "planner.calc.c"}


def test_the_packaging_folder_does_not_shadow_the_library_of_that_name(project: Path) -> None:
    assert not (project / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize(
    ("path", "source", "complaint"),
    [
        ("planner/calc/lag.py", "from planner.model.document import Document", "may not import planner.model.document"),
        ("planner/calc/lag.py", "from planner.model import document", "may not import planner.model.document"),
        ("planner/calc/lag.py", "from ..model import document", "may not import planner.model.document"),
        ("planner/calc/lag.py", "def f():\n    import planner.ui.window", "may not import planner.ui.window"),
        ("planner/calc/rules/goals.py", "from planner.exchange import text", "may not import planner.exchange"),
        ("planner/calc/lag.py", "if TYPE_CHECKING:\n    from planner.ui import page", "may not import planner.ui"),
        ("planner/calc/lag.py", "import sqlalchemy.sql", "may not import sqlalchemy"),
        (
            "planner/charts/goals.py",
            "from planner.model.journal import Journal",
            "may not import planner.model.journal",
        ),
        ("planner/charts/goals.py", "from planner.ui.theme import tokens", "may not import planner.ui.theme"),
        ("planner/charts/goals.py", "import matplotlib.pyplot as plt", "pyplot"),
        ("planner/charts/goals.py", "from matplotlib import pyplot", "pyplot"),
        ("planner/charts/goals.py", "from matplotlib.backends.backend_qtagg import X", "Qt backend"),
        ("planner/exchange/pack.py", "from planner.ui.canvas import Canvas", "may not import planner.ui.canvas"),
        ("planner/exchange/pack.py", "from PySide6 import QtGui", "may not import PySide6"),
        ("planner/model/document.py", "from planner.calc import money", "may not import planner.calc"),
        ("planner/model/plan.py", "from planner.model.journal import Journal", "may not import planner.model.journal"),
        ("planner/model/rows/goals.py", "import dateutil", "standard library only"),
        ("planner/model/fields.py", "import platformdirs", "standard library only"),
        ("planner/ui/window.py", "import sqlalchemy", "may not import sqlalchemy"),
        ("planner/ui/window.py", "from planner.app import main", "may not import planner.app"),
        ("planner/ui/window.py", "import importlib\nimportlib.import_module('openpyxl')", "may not import openpyxl"),
        ("planner/ui/window.py", "from matplotlib.figure import Figure", "may not import matplotlib"),
        ("planner/ui/window.py", "from PySide6.QtWidgets import QMessageBox", "may not name QMessageBox"),
        ("planner/ui/window.py", "QtWidgets.QFileDialog.getOpenFileName()", "may not name QFileDialog"),
        ("planner/ui/window.py", "button.clicked.connect(lambda: self.go())", "connect a method"),
        ("planner/ui/window.py", "QTimer.singleShot(0, self.go)", "name the object"),
        ("planner/ui/window.py", "from datetime import date\ndate.today()", "may not read the clock"),
        ("planner/calc/lag.py", "import datetime\ndatetime.datetime.now()", "may not read the clock"),
        ("planner/model/journal.py", "import time\ntime.time()", "may not read the clock"),
        ("planner/cli.py", "from PySide6.QtCore import QObject", "may not import PySide6"),
        ("planner/__main__.py", "from planner.ui import window", "may not import planner.ui"),
        ("planner/cellar/wine.py", "from planner.model import plan", "may not import planner.model"),
        ("planner/calc/lag.py", "x = 1\n" * (LONGEST_FILE + 1), "lines"),
    ],
)
def test_a_crossing_is_found(path: str, source: str, complaint: str) -> None:
    sources = {"planner/model/document.py": "", path: source}
    found = list(findings(sources, STANDARD_LIBRARY))
    assert len(found) == 1
    assert found[0].startswith(path)
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("planner/calc/lag.py", "from planner.model.plan import Plan\nfrom planner.calc import months\nimport numpy"),
        ("planner/calc/rules/goals.py", "from planner.i18n import _\nfrom planner.calc.results import Results"),
        ("planner/model/journal.py", "from sqlalchemy import text\nimport sqlite3\nfrom .plan import Plan"),
        ("planner/charts/style.py", "from matplotlib.figure import Figure\nfrom planner.assets import resource"),
        ("planner/ui/canvas.py", "from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg"),
        ("planner/ui/ask.py", "from PySide6.QtWidgets import QFileDialog, QMessageBox"),
        ("planner/ui/window.py", "from planner.exchange import text\nbutton.clicked.connect(self.go)\ntimer.time()"),
        ("planner/cli.py", "from datetime import datetime\ndatetime.now()\nfrom planner.exchange import text"),
        ("planner/calc/lag.py", "x = 1\n" * LONGEST_FILE),
    ],
)
def test_what_is_allowed_is_not_found(path: str, source: str) -> None:
    assert list(findings({path: source}, STANDARD_LIBRARY)) == []
