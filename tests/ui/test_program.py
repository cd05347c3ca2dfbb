"""Opening, starting, and closing plans; what is said when a file is not one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.app import _wants_window
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.plan import Plan
from planner.ui.jobs import Job
from planner.ui.program import Program
from planner.ui.settings import Settings
from planner.ui.start.parts import RecentRow
from planner.ui.start.playbooks import PLAYBOOKS
from tests.ui.conftest import NOW, Answers, now


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers) -> Iterator[Program]:
    made = Program(now, Settings())
    yield made
    made.quit()
    made.deleteLater()


@pytest.fixture
def plan_file(tmp_path: Path, example_plan: Plan) -> Path:
    path = tmp_path / "plan.cgplan"
    Document.create(path, now=now, plan=example_plan, author=Author("Ines Varga")).close()
    return path


def test_the_first_page_is_there_before_the_document(program: Program, plan_file: Path, qtbot) -> None:
    window = program.open_path(plan_file)
    assert window is not None
    assert window.workspace.document is None
    assert len(window.workspace.plan.goals) == 4
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    assert len(window.workspace.plan.sales_inputs) == 16


def test_a_plan_that_is_open_comes_to_the_front(program: Program, plan_file: Path, qtbot) -> None:
    window = program.open_path(plan_file)
    assert window is not None
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    assert program.open_path(plan_file) is window
    assert len(program.windows) == 1


def test_a_window_that_is_closed_meanwhile_opens_nothing(program: Program, plan_file: Path, later: list[Job]) -> None:
    window = program.open_path(plan_file)
    assert window is not None
    opening = program._openings[window]
    opening.start()
    window.close()
    (job,) = later
    job.run()
    assert window.workspace.document is None and not program._openings
    Document.open(plan_file, now=now).close()  # nobody holds it


def test_what_was_done_is_undone_past_closing(program: Program, plan_file: Path, qtbot) -> None:
    from planner.model.edits import SetFields

    for turn in range(2):
        window = program.open_path(plan_file)
        assert window is not None
        qtbot.waitUntil(lambda one=window: one.workspace.document is not None)
        goal = window.workspace.plan.goals.by_code("G1")
        assert goal is not None
        if turn == 0:
            window.workspace.apply(SetFields("goal", goal.id, {"title": "Changed"}))
        else:
            assert goal.title == "Changed"
            window.undo()
            assert window.workspace.plan.goals[goal.id].title != "Changed"
        window.close()


@pytest.mark.parametrize("content", [b"", b"just text", b"SQLite format 3\x00" + bytes(200)])
def test_another_file_is_refused_in_one_sentence(
    program: Program, tmp_path: Path, answers: Answers, content: bytes
) -> None:
    path = tmp_path / "other.cgplan"
    path.write_bytes(content)
    assert program.open_path(path) is None
    assert len(answers.told) == 1 and "other.cgplan" in answers.told[0]


def test_a_missing_file_is_said(program: Program, tmp_path: Path, answers: Answers) -> None:
    assert program.open_path(tmp_path / "gone.cgplan") is None
    assert "gone.cgplan" in answers.told[0]


@pytest.mark.parametrize("playbook", PLAYBOOKS, ids=lambda book: book.key)
def test_each_playbook_starts_a_plan(program: Program, tmp_path: Path, answers: Answers, qtbot, playbook) -> None:
    answers.path = tmp_path / "new.cgplan"
    window = program.new_from(playbook.key)
    assert window is not None
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    facts = window.workspace.plan.facts
    assert facts.fiscal_year_start in ("2027-01", "2026-12")
    assert "{" not in (facts.title or "{")
    assert window.chapter == "context"


def test_the_example_is_a_private_copy(program: Program, qtbot) -> None:
    window = program.open_example()
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    assert len(window.workspace.plan.goals) == 4
    assert window.path not in [path for path, _when in Settings().recent]


def test_recent_plans_show_their_score(program: Program, plan_file: Path, qtbot) -> None:
    program.settings.remember(plan_file, NOW)
    program.show_start()
    start = program._start
    assert start is not None
    qtbot.waitUntil(lambda: bool(start.findChildren(RecentRow)))
    row = start.findChildren(RecentRow)[0]
    assert (row.recent.title, row.recent.author) == ("Marketing & sales plan FY2027", "Ines")
    assert row.recent.score is not None and 40 < row.recent.score <= 100


@pytest.mark.parametrize(
    ("words", "window"),
    [([], True), (["--example"], True), (["a.cgplan"], True), (["check", "a.cgplan"], False), (["tour"], False)],
)
def test_which_calls_show_a_window(words: list[str], window: bool, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _wants_window(words) is window
