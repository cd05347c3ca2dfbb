"""A plan with nothing in it: chosen on the start screen, asked what it is for, pleasant from there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.ui.program import Program
from planner.ui.settings import Settings
from planner.ui.start.first_facts import FirstFacts
from planner.ui.start.playbooks import blank_plan
from planner.ui.start.screen import StartWindow
from planner.ui.whotypes import WhoTypes
from planner.ui.window import Window
from tests.ui.conftest import Answers, now


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers) -> Iterator[Program]:
    made = Program(now, Settings())
    yield made
    made.quit()
    made.deleteLater()


def begun(program: Program, qtbot) -> FirstFacts:
    """Choose a blank plan on the start screen, say who types, and see what is asked first."""
    program.show_start()
    (start,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, StartWindow) and one.isVisible()]
    qtbot.mouseClick(start.blank, Qt.MouseButton.LeftButton)
    (window,) = program.windows
    qtbot.waitUntil(lambda: window.findChild(WhoTypes) is not None, timeout=20_000)
    who = window.findChild(WhoTypes)
    who.name.setText("Priya Nair")
    who.begin()
    qtbot.waitUntil(lambda: window.findChild(FirstFacts) is not None, timeout=20_000)
    return window.findChild(FirstFacts)


def test_it_knows_its_period_and_nothing_else() -> None:
    plan = blank_plan(date(2026, 11, 16))
    facts = plan.facts
    assert (facts.title, facts.fiscal_year_start, facts.horizon_months) == ("Marketing plan 2027", "2027-01", 12)
    assert facts.kickoff_date == "2026-11-16" and len(facts.currency or "") == 3
    assert [row.TABLE for row in plan.rows()] == ["facts"]


def test_it_asks_what_the_plan_is_for_and_keeps_it_as_one_edit(
    program: Program, tmp_path: Path, answers: Answers, qtbot
) -> None:
    answers.path = tmp_path / "new.cgplan"
    dialog = begun(program, qtbot)
    (window,) = program.windows
    edits = len(window.workspace.history())
    company = dialog.form.editor("company")
    company.setFocus()
    qtbot.keyClicks(company, "Tolland Pumps")
    dialog.keep()
    facts = window.workspace.plan.facts
    assert (facts.company, facts.title, facts.fiscal_year_start) == ("Tolland Pumps", "Marketing plan 2027", "2027-01")
    assert [one.label for one in window.workspace.history()[edits:]] == ["Set Company to Tolland Pumps"]
    assert window.chapter == "context" and window.workspace.author.name == "Priya Nair"


def test_later_leaves_the_plan_as_it_is(program: Program, tmp_path: Path, answers: Answers, qtbot) -> None:
    answers.path = tmp_path / "new.cgplan"
    dialog = begun(program, qtbot)
    window = dialog.window()
    assert isinstance(window, Window)
    edits = len(window.workspace.history())
    dialog.finish(None)
    assert len(window.workspace.history()) == edits and window.workspace.plan.facts.company is None


def test_what_is_needed_is_asked_for_in_words(program: Program, tmp_path: Path, answers: Answers, qtbot) -> None:
    answers.path = tmp_path / "new.cgplan"
    dialog = begun(program, qtbot)
    month = dialog.form.editor("fiscal_year_start")
    month.setFocus()
    month.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(month, "soon")
    dialog.keep()
    assert dialog.isVisible() and month.accessibleDescription() == "Write the month like Mar 2027."
