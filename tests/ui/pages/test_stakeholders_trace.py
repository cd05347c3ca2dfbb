"""The steps still to go stand under the register and can be followed to each person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.calc.results import Results
from planner.model.edits import SetFields
from planner.model.plan import Plan, Rows
from planner.ui.pages.stakeholders.page import StakeholdersPage
from planner.ui.pages.stakeholders.trace import GAP, gap_words, story
from planner.ui.workspace import Workspace

from .conftest import Shown


def test_the_mean_and_its_parts(example_plan: Plan) -> None:
    results = Results(example_plan)
    found = story(results, GAP)
    assert found is not None and found.value == "0.825 steps"
    assert [(line.name, line.value) for line in found.lines[:3]] == [
        ("Bernd Kolle: Unaware → Supporter", "3 steps, power 2"),
        ("Karin Moller: Against → Supporter", "2 steps, power 3"),
        ("Marten Dahl: Supporter → Champion", "1 step, power 5"),
    ]
    parts = [line.value.split() for line in found.lines]
    assert sum(int(one[0]) * int(one[-1]) for one in parts) / sum(int(one[-1]) for one in parts) == 33 / 40


def test_nobody_to_move_and_nothing_known(example_plan: Plan) -> None:
    there = [replace(row, current=row.desired) for row in example_plan.stakeholders]
    assert gap_words(Results(example_plan.with_tables({"stakeholder": Rows(there)}))) == (
        "Everybody is where the plan needs them"
    )
    assert gap_words(Results(Plan())) == "" and story(Results(Plan()), GAP) is None
    bare = [replace(row, power=None) if at == 0 else row for at, row in enumerate(example_plan.stakeholders)]
    found = story(Results(example_plan.with_tables({"stakeholder": Rows(bare)})), GAP)
    assert found is not None and found.lines[-1].value == "not known yet"


def test_the_foot_of_the_register_opens_it_and_follows_the_plan(
    open_workspace: Callable[[Plan], Workspace], example_plan: Plan, qtbot: QtBot
) -> None:
    page = StakeholdersPage(open_workspace(example_plan))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    Shown(page)
    gap = page._register.gap
    assert gap.text() == "On average 0.82 steps to go" and gap.isVisible()
    qtbot.mouseClick(gap, Qt.MouseButton.LeftButton)
    assert page.trace.key == GAP
    first = next(row for row in example_plan.stakeholders if row.current == "unaware")
    page.workspace.apply(SetFields("stakeholder", first.id, {"current": "neutral"}))
    assert gap.text() == "On average 0.72 steps to go"
    assert page.trace.accessibleName().startswith("Steps still to go, on average: 0.725 steps")
