"""Room size: steps that fit, kept for each screen, and a program that comes back as it was."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.app import _wants_window
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.model.plan import Plan
from planner.ui import AS_IT_WAS
from planner.ui.launch import anew, roomsize
from planner.ui.preferences import Preferences
from planner.ui.program import Program
from planner.ui.settings import ROOM_SIZE, Settings
from planner.ui.theme import room_size, set_room_size, surroundings
from planner.ui.window import Window
from tests.ui.conftest import Answers, now


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The calls of the program that would start."""
    calls: list[list[str]] = []

    def launch(words: list[str]) -> bool:
        calls.append(words)
        return True

    monkeypatch.setattr(anew, "launch", launch)
    return calls


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers) -> Iterator[Program]:
    made = Program(now, Settings())
    yield made
    made.quit()
    made.deleteLater()


@pytest.fixture
def opened(program: Program, tmp_path: Path, example_plan: Plan, qtbot) -> Window:
    path = tmp_path / "plan.cgplan"
    Document.create(path, now=now, plan=example_plan, author=Author("Ines Varga")).close()
    window = program.open_path(path)
    assert window is not None
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    return window


def big(monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...] = (100, 125, 150, 200)) -> None:
    monkeypatch.setattr(roomsize, "sizes_on", lambda _screen: sizes)


def test_the_size_is_kept_for_each_screen() -> None:
    settings = Settings()
    settings.screen = "Beamer/1"
    settings.room_size = 150
    settings.screen = "Laptop"
    assert settings.room_size == 100
    settings.screen = "Beamer/1"
    assert settings.room_size == 150
    settings.room_size = 100


def test_the_scale_around_the_program_is_multiplied_and_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    set_room_size(150)
    assert os.environ["QT_SCALE_FACTOR"] == "3.0" and room_size() == 150
    assert surroundings()["QT_SCALE_FACTOR"] == "2"
    monkeypatch.undo()
    set_room_size(100)
    assert room_size() == 100


def test_presses_add_up_and_the_last_one_counts(window: Window, qtbot, monkeypatch) -> None:
    big(monkeypatch)
    asked: list[str] = []
    window.asked.connect(lambda name, _window: asked.append(name))
    for _press in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: asked == ["reopen"])
    assert Settings().room_size == 150 and Settings().screen == window.screen().name()
    assert "100%" in window.frame.status.accessibleName()  # true until the program has started anew


def test_back_to_the_size_there_is_starts_nothing(window: Window, qtbot, monkeypatch) -> None:
    big(monkeypatch)
    asked: list[str] = []
    window.asked.connect(lambda name, _window: asked.append(name))
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert not window._room_size._wait.isActive() and not asked


def test_a_screen_without_room_says_so(window: Window, qtbot, monkeypatch) -> None:
    big(monkeypatch, (100,))
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert "Nothing larger" in window.toast.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert "smallest" in window.toast.accessibleName()


def test_a_projector_that_is_gone_hands_over_to_the_screen_that_is_there(qapp_dressed: QApplication) -> None:
    settings = Settings()
    settings.screen = "Beamer"
    settings.room_size = 300
    assert roomsize.settle(settings) == 100
    assert settings.screen == QApplication.primaryScreen().name()


def test_a_size_without_room_any_more_becomes_the_largest_there_is(qapp_dressed: QApplication, monkeypatch) -> None:
    big(monkeypatch, (100, 125))
    settings = Settings()
    settings.screen = QApplication.primaryScreen().name()
    settings.room_size = 200
    assert roomsize.settle(settings) == 125 and settings.room_size == 125


def test_everything_comes_back_as_it_was(program: Program, opened: Window, launched, qtbot) -> None:
    goal = opened.workspace.plan.goals.by_code("G1")
    assert goal is not None
    opened.workspace.set_author(Author("Priya Nair", next(iter(opened.workspace.plan.people)).id))
    opened.go("budget")
    opened.resize(1180, 760)
    opened.move(20, 10)
    opened.workspace.apply(SetFields("goal", goal.id, {"title": "Not lost"}))
    stood = anew.describe(opened, None)
    opened.reopen()
    assert launched[0][0] == AS_IT_WAS and _wants_window(launched[0])
    assert opened.isVisible()  # until the other one is there
    note = Path(launched[0][1])
    shown = anew.read_note(note)
    assert shown == [stood]

    other = Program(now, Settings())  # stands for the program that has been started
    other.show_as_it_was(shown, partial(note.unlink, missing_ok=True))
    new = other.windows[0]
    qtbot.waitUntil(lambda: new.workspace.document is not None)
    qtbot.waitUntil(lambda: not program.windows)
    assert new.chapter == "budget" and new.workspace.author == Author(stood.author, stood.author_id)
    assert anew.describe(new, None) == stood  # where this screen has less room, too
    assert new.workspace.plan.goals[goal.id].title == "Not lost"
    new.undo()
    assert new.workspace.plan.goals[goal.id].title == goal.title
    other.quit()
    other.deleteLater()


def test_a_private_example_lives_on(program: Program, launched, qtbot) -> None:
    window = program.open_example()
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    path = window.path
    assert path is not None
    window.reopen()
    note = Path(launched[0][1])
    shown = anew.read_note(note)
    note.unlink()
    qtbot.waitUntil(lambda: not program.windows)
    assert path.is_file()
    program.show_as_it_was(shown)
    again = program.windows[0]
    qtbot.waitUntil(lambda: again.workspace.document is not None)
    again.close()
    assert not path.exists()


def test_where_no_other_program_starts_this_one_goes_on(program: Program, opened: Window, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(anew, "launch", lambda _words: False)
    path = opened.path
    opened.reopen()
    assert len(program.windows) == 1 and program.windows[0] is not opened
    qtbot.waitUntil(lambda: program.windows[0].path == path)


def test_only_the_steps_that_fit_are_offered(window: Window, monkeypatch) -> None:
    monkeypatch.setattr("planner.ui.preferences.sizes_on", lambda _screen: (100, 125))
    window.settings_dialog()
    dialog = window.findChildren(Preferences)[-1]
    combo = dialog.controls["room_size"]
    assert [combo.itemData(place) for place in range(combo.count())] == ["100", "125"]
    dialog.keep(ROOM_SIZE, "125")
    assert not dialog._reopen.isHidden()
    asked: list[str] = []
    window.asked.connect(lambda name, _window: asked.append(name))
    dialog._reopen.click()
    assert asked == ["reopen"]
