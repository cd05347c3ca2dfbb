"""The settings: made from their declaration, named for screen readers, each taking effect when it is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import AddRow
from planner.ui import motion
from planner.ui.jump import Jump
from planner.ui.preferences import Preferences
from planner.ui.program import Program
from planner.ui.settings import LEAVE_NOTHING, SETTINGS, Settings
from planner.ui.theme import install, theme
from planner.ui.window import Window
from tests.ui.conftest import NOW, Answers, now


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    motion.use(False)
    install(qapp, "light")


@pytest.fixture
def dialog(window: Window) -> Preferences:
    window.settings_dialog()
    found = window.findChild(Preferences)
    assert found is not None
    return found


def test_every_setting_has_a_control_with_a_name_and_a_help(dialog: Preferences) -> None:
    assert set(dialog.controls) == {setting.key for setting in SETTINGS}
    for key, control in dialog.controls.items():
        found = QAccessible.queryAccessibleInterface(control)
        assert found.text(QAccessible.Text.Name), key


def test_the_theme_changes_at_once_and_is_kept(window: Window, dialog: Preferences, qtbot) -> None:
    dark = next(one for one in dialog.controls["theme"].findChildren(QPushButton) if one.text() == "Dark")
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert theme().dark and Settings().theme == "dark"


def test_less_motion_takes_effect_at_once(dialog: Preferences, qtbot) -> None:
    motion.use(True)
    switch = dialog.controls["less_motion"]
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not motion.moves() and Settings().less_motion
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert motion.moves()


def test_the_plans_own_settings_are_edits(window: Window, dialog: Preferences, qtbot) -> None:
    field = dialog.form.editor("response_sla_days")
    assert isinstance(field, QLineEdit)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "10")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert window.workspace.plan.facts.response_sla_days == 10
    assert "Answer within" in window.workspace.history()[-1].label


def test_leave_nothing_forgets_and_remembers_no_more(
    window: Window, dialog: Preferences, tmp_path: Path, qtbot, monkeypatch
) -> None:
    swept: list[bool] = []
    monkeypatch.setattr("planner.model.file.workcopy.leave_nothing", lambda: swept.append(True))
    plan = tmp_path / "plan.cgplan"
    plan.write_bytes(b"x")
    settings = window.settings
    settings.remember(plan, NOW)
    assert settings.recent
    switch = dialog.controls["leave_nothing"]
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert swept and not settings.recent
    settings.remember(plan, NOW)
    assert not settings.recent


def test_with_leave_nothing_no_earlier_version_is_kept(tmp_path: Path, answers: Answers, qapp_dressed, qtbot) -> None:
    settings = Settings()
    settings.set(LEAVE_NOTHING, "yes")
    path = tmp_path / "plan.cgplan"
    Document.create(path, now=now, author=Author("Ines"), state_dir=tmp_path / "state").close()
    program = Program(now, settings)
    window = program.open_path(path)
    assert window is not None
    qtbot.waitUntil(lambda: window.workspace.document is not None)
    window.workspace.apply(AddRow("note", {"text": "x"}))
    window.workspace.publish()
    document = window.workspace.document
    assert document is not None and document._copy._keep_versions is False
    program.quit()
    program.deleteLater()


def test_a_setting_is_found_by_its_name(window: Window, qtbot) -> None:
    window.jump()
    jump = window.findChildren(Jump)[-1]
    qtbot.keyClicks(jump.field, "less motion")
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    dialog = window.findChild(Preferences)
    assert dialog is not None and dialog.controls["less_motion"].hasFocus()
