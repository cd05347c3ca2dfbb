"""A window on the worked example, with a real document in a temporary folder and a clock that stands still."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.plan import Plan
from planner.ui import motion, theme
from planner.ui.ask import Asker, use
from planner.ui.jobs import Job
from planner.ui.parts import eased
from planner.ui.settings import Settings
from planner.ui.window import Window
from planner.ui.workspace import Workspace
from tests.ui.patience import PatientBot

_TESTS = count()
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def now() -> datetime:
    return NOW


@pytest.fixture(scope="session", autouse=True)
def collector_off() -> Iterator[None]:
    """As in the program: no thread but that of the windows may end a widget."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected(collector_off: None) -> Iterator[None]:
    """What the tests before have left goes between tests: the young each time, the old after some."""
    yield
    gc.collect(1 if next(_TESTS) % 10 else 2)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """Waits as long as it takes."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What one test lets the program remember, such as the place of a window, is unknown to the next one."""
    yield
    Settings()._store.clear()


@pytest.fixture(scope="session")
def qapp_dressed(qapp: QApplication) -> QApplication:
    """The application in the program's own fonts and colours."""
    theme.install(qapp, "light")
    return qapp


class Answers(Asker):
    """Answers questions from lists and remembers what was told."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.verb: str | None = None
        self.told: list[str] = []

    def open_file(self, *_args: object) -> Path | None:
        return self.path

    def save_file(self, *_args: object) -> Path | None:
        return self.path

    def folder(self, *_args: object) -> Path | None:
        return self.path

    def choose(self, *_args: object) -> str | None:
        return self.verb

    def tell(self, _parent: object, text: str, more: str = "") -> None:
        self.told.append(text)


@pytest.fixture
def answers() -> Iterator[Answers]:
    given = Answers()
    before = use(given)
    yield given
    use(before)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """The jobs that were started: each runs when the test calls its `run`, in the order that the test wants."""
    started: list[Job] = []

    def start(job: Job, *, at_once: bool = False) -> None:
        started.append(job)

    monkeypatch.setattr(Job, "start", start)
    return started


@pytest.fixture(scope="session")
def example_plan(example_text: str) -> Plan:
    from planner.exchange.text import read_plan

    return read_plan(example_text)


def written(qtbot, window: Window) -> None:
    """Waits until what was brought in is in the plan and on screen."""
    qtbot.waitUntil(lambda: not window.workspace.is_writing)


class Clock:
    """The time of what moves, in milliseconds, which stands until a test moves it."""

    def __init__(self) -> None:
        self.at = 0

    def now(self) -> int:
        return self.at


@pytest.fixture
def clock(qapp_dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Things move as in the program, by this clock."""
    clock, frames = Clock(), eased.Frames(qapp_dressed)
    monkeypatch.setattr(frames, "now", clock.now)
    monkeypatch.setattr(eased._Kept, "frames", frames)
    motion.use(True)
    yield clock
    motion.use(False)
    delete(frames)


Open = Callable[[Plan | None], Window]


@pytest.fixture
def open_window(qtbot, qapp_dressed: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Open]:
    """Opens a window on a plan (or an empty one), shown and ready to be typed into."""
    opened: list[Window] = []

    def open_it(plan: Plan | None) -> Window:
        path = tmp_path / f"plan{len(opened)}.cgplan"
        author = Author("Ines Varga")
        document = Document.create(path, now=now, plan=plan, author=author, state_dir=tmp_path / "state")
        workspace = Workspace(document.plan, now=now)
        window = Window(workspace, Settings())
        workspace.setParent(window)
        workspace.attach(document)
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(window.isActiveWindow)  # only then keys are shortcuts, and only then a widget has the keyboard
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Open, example_plan: Plan) -> Window:
    """The example on screen."""
    return open_window(example_plan)


@pytest.fixture
def empty_window(open_window: Open) -> Window:
    """A plan with nothing in it."""
    return open_window(None)
