"""Files out and in through the window: the export dialog, CRM exports, the text format."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.exchange import export
from planner.model.fields import Audience
from planner.model.plan import Plan
from planner.ui import file_commands
from planner.ui.exporting.dialog import ExportDialog
from planner.ui.exporting.parts import AudienceCard, hidden_fields
from planner.ui.importing.crm import CrmDialog
from planner.ui.jobs import Job
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.window import Window
from tests.ui.conftest import Answers, now, written


def _export(window: Window, folder: Path) -> ExportDialog:
    dialog = ExportDialog(window.workspace, folder, "2026-11-16")
    dialog.open_over(window)
    return dialog


def test_the_text_is_written_beside_the_window(window: Window, qtbot, tmp_path: Path) -> None:
    dialog = _export(window, tmp_path / "out")
    dialog._workbook.setChecked(False)
    dialog._charts.setChecked(False)
    dialog._text.setChecked(True)
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog._job is None)
    assert len(list((tmp_path / "out").rglob("*.yaml"))) == 1
    assert "ready" in dialog._doing.text()
    dialog.finish(None)


def test_the_export_runs_beside_the_window_and_can_be_stopped(
    window: Window, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed, real = Event(), export.export

    def slow(*given: Any, **more: Any) -> list[Path]:
        pressed.wait()
        return real(*given, **more)

    monkeypatch.setattr(export, "export", slow)
    dialog = _export(window, tmp_path / "out")
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog._stop, Qt.MouseButton.LeftButton)
    assert dialog._doing.text() == "Stopping"
    pressed.set()
    qtbot.waitUntil(lambda: dialog._job is None)
    assert _files(tmp_path) == [] and "Stopped" in dialog._doing.text()
    dialog.finish(None)


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
def test_stop_at_any_step_leaves_nothing_behind(
    window: Window, qtbot, tmp_path: Path, later: list[Job], at: float
) -> None:
    """After all is made, too, as long as nothing lies in the folder yet."""
    dialog = _export(window, tmp_path / "out")
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    (job,) = later

    def press(done: int, total: int, words: str) -> None:
        if done >= at * total and not job._stop.is_set():
            qtbot.mouseClick(dialog._stop, Qt.MouseButton.LeftButton)

    job.progressed.connect(press)
    job.run()
    assert _files(tmp_path) == [] and "Stopped" in dialog._doing.text()
    dialog.finish(None)


def test_stop_in_the_moment_of_being_done_says_what_is_there(
    window: Window, qtbot, tmp_path: Path, later: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _export(window, tmp_path / "out")
    dialog._charts.setChecked(False)
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    move = export._move

    def stopped_here(made: Path, folder: Path) -> list[Path]:
        qtbot.mouseClick(dialog._stop, Qt.MouseButton.LeftButton)
        return move(made, folder)

    monkeypatch.setattr(export, "_move", stopped_here)
    later[0].run()
    assert [path.suffix for path in _files(tmp_path)] == [".xlsx"]
    assert dialog._doing.text() == "1 file is ready" and dialog._go.text() == "Open the folder"
    dialog.finish(None)


def _files(folder: Path) -> list[Path]:
    """What an export has left, half-finished or not."""
    return [path for path in folder.rglob("*") if path.suffix in {".xlsx", ".png", ".svg", ".yaml"}]


def test_nothing_chosen_cannot_be_exported(window: Window, tmp_path: Path) -> None:
    dialog = _export(window, tmp_path)
    dialog._workbook.setChecked(False)
    dialog._charts.setChecked(False)
    assert not dialog._go.isEnabled()
    dialog.finish(None)


def test_the_agency_is_told_what_it_does_not_get(window: Window, tmp_path: Path, example_plan: Plan) -> None:
    dialog = _export(window, tmp_path)
    card = next(one for one in dialog.findChildren(AudienceCard) if one.audience is Audience.AGENCY)
    card.setChecked(True)
    count = len(hidden_fields(example_plan, Audience.AGENCY))
    assert count and str(count) in dialog._left_out.text()
    assert not dialog._text.isEnabled()
    dialog.finish(None)


_CRM = "Id,Created,Closed,Stage,Amount\n" + "".join(
    f"{n},2026-01-{n % 27 + 1:02d},2026-05-{n % 27 + 1:02d},Closed {'Lost' if n % 4 else 'Won'},{40_000 + n}\n"
    for n in range(1, 61)
)


def test_a_crm_export_is_looked_at_and_then_one_edit(window: Window, qtbot, tmp_path: Path, answers: Answers) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(_CRM, encoding="utf-8")
    answers.path = path
    before = window.workspace.plan
    file_commands.import_file(window, now)
    qtbot.waitUntil(lambda: window.findChild(CrmDialog) is not None)
    dialog = window.findChild(CrmDialog)
    qtbot.waitUntil(lambda: dialog._go.isEnabled())
    assert "60 opportunities: 15 won, 45 lost" in dialog._said.text()
    assert window.workspace.plan == before
    dialog._import()
    written(qtbot, window)
    assert window.workspace.plan != before
    window.workspace.undo()
    assert window.workspace.plan == before


def test_the_answer_that_was_given_last_counts_whichever_is_read_first(
    window: Window, tmp_path: Path, later: list[Job]
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(_CRM.replace("2026-", "03/04/").replace("-", "/"), encoding="utf-8")
    dialog = CrmDialog(window.workspace, path.name, path)
    dialog.open_over(window)
    later[0].run()
    first, second = [button for button in dialog.findChildren(Button) if button.property("answer")][:2]
    first.click()
    second.click()
    assert not dialog._go.isEnabled()  # until it is known what would come in
    later[2].run()
    shown = dialog._crm
    later[1].run()
    assert dialog._crm is shown and dialog._go.isEnabled()
    dialog.finish(None)


def test_a_file_that_is_no_export_is_refused_in_a_sentence(window: Window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Dear Sir or Madam\n", encoding="utf-8")
    dialog = CrmDialog(window.workspace, path.name, path)
    dialog.open_over(window)
    qtbot.waitUntil(lambda: "Reading" not in dialog._said.text())
    assert not dialog._go.isEnabled()
    dialog.finish(None)


def test_a_plan_as_text_replaces_this_one_in_one_step(
    empty_window: Window, qtbot, example_path: Path, example_plan: Plan, answers: Answers
) -> None:
    work = empty_window.workspace
    before = work.plan
    answers.path = example_path
    file_commands.import_file(empty_window, now)
    qtbot.waitUntil(lambda: len(work.plan.goals) == len(example_plan.goals))
    work.undo()
    written(qtbot, empty_window)
    assert work.plan == before


def test_a_copy_is_saved_where_it_was_asked_for(window: Window, tmp_path: Path, answers: Answers) -> None:
    answers.path = tmp_path / "copy.cgplan"
    file_commands.save_copy(window, now)
    assert answers.path.is_file()


def test_small_dialogs_open_and_close(window: Window, qtbot) -> None:
    for open_it in (window.help, window.about, window.settings_dialog):
        open_it()
        dialog = next(one for one in window.findChildren(Dialog) if one.isVisible())
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
