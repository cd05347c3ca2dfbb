"""Large edits beside the window: nothing that is asked for meanwhile is lost, and all of it comes in its turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.model.changes import Change
from planner.model.edits import AddRow, PutRows, SetFields
from planner.model.file.errors import PlanFileError
from planner.model.ids import NewRows
from planner.model.plan import Plan
from planner.model.reader import read_file
from planner.ui.window import Window
from planner.ui.workspace import Workspace
from tests.ui.conftest import written

MANY = 600


def many(plan: Plan, words: str = "many", count: int = MANY) -> PutRows:
    """An edit of so many rows."""
    made = NewRows(plan)
    return PutRows(tuple(made.row("note", text=f"{words} {n}") for n in range(count)), words)


@pytest.fixture
def work(window: Window) -> Workspace:
    return window.workspace


def labels(work: Workspace) -> list[str]:
    """What the history says since the plan was made."""
    return [record.label for record in work.history(1)]


def test_many_rows_come_in_as_one_step_and_the_window_is_told_after(qtbot, window: Window, work: Workspace) -> None:
    before, told = work.plan, list[Change | None]()
    work.bring_in(many(before), told=told.append)
    assert work.is_writing and work.plan is before and not told
    assert window.frame.status._state == "Bringing it in: many"
    written(qtbot, window)
    assert len(work.plan.notes) == len(before.notes) + MANY
    assert [change.label if change else None for change in told] == ["many"]
    assert work.results.plan is work.plan
    assert window.frame.status._state != "Bringing it in: many"
    assert labels(work) == ["many"]


def test_what_is_asked_for_meanwhile_is_done_after_it_in_its_turn(qtbot, window: Window, work: Workspace) -> None:
    before = work.plan
    work.bring_in(many(before))
    goal = next(iter(before.goals))
    assert work.apply(SetFields("goal", goal.id, {"title": "Typed meanwhile"})) is None
    work.bring_in(many(before, "more"))
    assert work.apply(AddRow("note", {"text": "at last"})) is None
    assert work.undo() is None
    assert work.plan is before
    qtbot.waitUntil(lambda: len(work.history(1)) == 5 and not work.is_writing)
    assert labels(work)[0] == "many" and labels(work)[2] == "more"
    assert [record.kind for record in work.history(1)] == ["edit"] * 4 + ["undo"]
    assert work.plan.goals[goal.id].title == "Typed meanwhile"
    assert not any(note.text == "at last" for note in work.plan.notes)
    assert len(work.plan.notes) == len(before.notes) + 2 * MANY


def test_a_large_edit_is_taken_back_and_brought_back_beside_the_window(qtbot, window: Window, work: Workspace) -> None:
    before = work.plan
    work.bring_in(many(before))
    written(qtbot, window)
    after = work.plan
    assert work.undo() is None and work.is_writing
    assert window.frame.status._state == "Taking it back: many"
    written(qtbot, window)
    assert work.plan == before
    assert window.toast.accessibleName() == "Taken back in Context: many"
    assert work.redo() is None and work.is_writing
    written(qtbot, window)
    assert work.plan == after


def test_a_small_edit_is_taken_back_at_once(work: Workspace) -> None:
    before = work.plan
    assert work.apply(AddRow("note", {"text": "small"})) is not None
    assert work.undo() is not None and not work.is_writing
    assert work.plan == before


def test_closing_in_the_middle_loses_nothing(window: Window, work: Workspace) -> None:
    path = window.path
    assert path is not None
    work.bring_in(many(work.plan))
    work.apply(AddRow("note", {"text": "typed meanwhile"}))
    work.bring_in(many(work.plan, "more"))
    window.close()
    texts = [note.text or "" for note in read_file(path).notes]
    assert sum(text.startswith("many") for text in texts) == MANY == sum(text.startswith("more") for text in texts)
    assert texts.count("typed meanwhile") == 1


def test_whoever_looks_at_an_earlier_moment_goes_on_looking_at_it(qtbot, window: Window, work: Workspace) -> None:
    before = work.plan
    work.bring_in(many(before))
    work.look_at(work.history()[0])
    shown = work.plan
    written(qtbot, window)
    assert work.plan is shown and work.past is not None
    assert work.back_to_now()
    assert len(work.plan.notes) == len(before.notes) + MANY


def test_a_large_edit_that_is_refused_changes_nothing_and_the_rest_goes_on(
    qtbot, window: Window, work: Workspace
) -> None:
    before, told, refused = work.plan, list[Change | None](), list[str]()
    work.refused.connect(refused.append)
    nowhere = NewRows(before).row("activity", title="x", owner="nobody")
    work.bring_in(PutRows((*many(before).rows, nowhere), "wrong"), told=told.append)
    work.apply(AddRow("note", {"text": "after it"}))
    written(qtbot, window)
    assert told == [None]
    assert [note.text for note in work.plan.notes if note.id not in before.notes] == ["after it"]
    assert refused == ["This refers to something that is no longer in the plan."]


def test_what_cannot_reach_the_file_is_said_and_tried_again(
    qtbot, window: Window, work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, path = work.document, window.path
    assert document is not None and path is not None
    real, said = document.publish, list[str]()

    def fails() -> None:
        raise PlanFileError("The stick is full.")

    monkeypatch.setattr(document, "publish", fails)
    work.saved.connect(lambda state: said.append(state.text))
    work.apply(AddRow("note", {"text": "kept"}))
    work.publish()
    qtbot.waitUntil(lambda: "The stick is full." in said)
    monkeypatch.setattr(document, "publish", real)
    assert document.needs_publish
    work.publish()
    qtbot.waitUntil(lambda: said[-1] == "All changes saved")
    assert any(note.text == "kept" for note in read_file(path).notes)


def test_the_file_comes_after_a_large_edit(qtbot, window: Window, work: Workspace) -> None:
    path, document = window.path, work.document
    assert path is not None and document is not None
    work.apply(AddRow("note", {"text": "first"}))
    work.bring_in(many(work.plan))
    work.publish()
    written(qtbot, window)
    work.publish()
    qtbot.waitUntil(lambda: not document.needs_publish)
    assert read_file(path) == work.plan


def test_edits_between_two_steps_of_publishing_all_reach_the_file(qtbot, window: Window, work: Workspace) -> None:
    path, document = window.path, work.document
    assert path is not None and document is not None
    for number in range(5):
        work.apply(AddRow("note", {"text": f"step {number}"}))
        work.publish()

    def done(_path: Path = path) -> bool:
        work.publish()
        return not document.needs_publish

    qtbot.waitUntil(done)
    assert read_file(path) == work.plan
