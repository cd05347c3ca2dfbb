"""Earlier copies of a plan file: listed with who did what last, opened beside the plan, nothing overwritten."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.model.plan import SINGLETONS, Plan
from planner.ui.history.copies import EarlierCopies
from planner.ui.program import Program
from planner.ui.settings import Settings
from planner.ui.window import Window
from tests.ui.conftest import NOW, Answers, Open


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers, clock: Clock):
    made = Program(clock, Settings())
    yield made
    made.quit()
    made.deleteLater()


@pytest.fixture
def plan_file(tmp_path: Path, example_plan: Plan, clock: Clock) -> Path:
    """A plan with two earlier copies on this computer: as it began, and with its first new title."""
    path = tmp_path / "plan.cgplan"
    document = Document.create(path, now=clock, plan=example_plan, author=Author("Ines Varga"))
    for title in ("First", "Second"):
        clock.at += timedelta(minutes=20)
        document.apply(SetFields("facts", SINGLETONS["facts"], {"title": title}), Author("Tom Becker"))
        document.publish()
    document.close()
    return path


def opened(program: Program, path: Path, qtbot) -> Window:
    window = program.open_path(path)
    assert window is not None
    qtbot.waitUntil(lambda: window.workspace.document is not None, timeout=20_000)
    return window


def asked(window: Window) -> EarlierCopies:
    window.asked.emit("earlier_copies", window)
    (dialog,) = window.findChildren(EarlierCopies)
    return dialog


def test_each_copy_says_when_it_was_written_and_who_did_what_last(program: Program, plan_file: Path, qtbot) -> None:
    dialog = asked(opened(program, plan_file, qtbot))
    faces = [dialog.list.rows.face(dialog.list.rows.key_at(row)) for row in range(dialog.list.rows.rowCount())]
    assert [face.last for face in faces if face] == [
        "Last, Tom Becker: set Plan to First", "Last, Ines Varga: start the plan",
    ]  # fmt: skip
    assert [face.edits for face in faces if face] == ["2 edits", "1 edit"]
    assert dialog.list.chosen == faces[0].id and dialog.list.hasFocus()  # type: ignore[union-attr]


def test_one_opens_beside_the_plan_by_the_keyboard_and_nothing_is_overwritten(
    program: Program, plan_file: Path, qtbot
) -> None:
    window = opened(program, plan_file, qtbot)
    for turn in range(2):
        dialog = asked(window)
        before = plan_file.read_bytes()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        copy = program.windows[-1]
        assert copy is not window and len(program.windows) == 2 + turn
        qtbot.waitUntil(lambda one=copy: one.workspace.document is not None, timeout=20_000)
        assert copy.workspace.plan.facts.title == "Marketing & sales plan FY2027"
        assert copy.windowTitle() == f"Marketing & sales plan FY2027 ({copy.path.stem}) · Common Ground"  # type: ignore[union-attr]
        assert plan_file.read_bytes() == before and window.workspace.plan.facts.title == "Second"
    assert len({one.path for one in program.windows}) == 3
    assert all("(as of 2026-11-16" in str(one.path) for one in program.windows[1:])
    assert len(window.workspace.document.earlier_versions()) == 2  # type: ignore[union-attr]


def test_where_there_is_none_it_says_so_in_words(empty_window: Window, qtbot) -> None:
    document = empty_window.workspace.document
    assert document is not None
    dialog = EarlierCopies(document.plan, document.path, document.earlier_versions(), True, empty_window.go)
    dialog.open_over(empty_window)
    assert dialog.list.empty_words == "There is no earlier copy of this file yet."
    assert not dialog.as_copy.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not empty_window.findChildren(EarlierCopies))


def test_the_history_leads_there(open_window: Open, qtbot) -> None:
    window = open_window(None)
    window.moments.open_history()
    with qtbot.waitSignal(window.asked) as signal:
        qtbot.mouseClick(window.page.copies, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert signal.args[0] == "earlier_copies"


@pytest.mark.parametrize("harm", ["cut", "wiped"])
def test_a_plan_that_cannot_be_read_offers_its_newest_copy(
    program: Program, plan_file: Path, answers: Answers, qtbot, harm: str
) -> None:
    whole = plan_file.read_bytes()
    plan_file.write_bytes(whole[: len(whole) // 2] if harm == "cut" else bytes(len(whole)))
    harmed = plan_file.read_bytes()
    answers.verb = "copy"
    program.open_path(plan_file)
    qtbot.waitUntil(
        lambda: bool(program.windows) and program.windows[-1].workspace.document is not None, timeout=20_000
    )
    assert program.windows[-1].workspace.plan.facts.title == "First"
    assert plan_file.read_bytes() == harmed
