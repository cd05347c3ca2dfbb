"""Every figure of the agreement's score can be followed to the rows that it is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.calc.alignment import alignment_of
from planner.calc.results import Results
from planner.model.plan import Plan, Rows
from planner.ui.pages.agreement.page import AgreementPage
from planner.ui.pages.agreement.trace import READINESS, SCORE, story
from planner.ui.workspace import Workspace

from .conftest import Shown

LEFT = Qt.MouseButton.LeftButton
PARTS = (*alignment_of(Plan()).parts,)


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], example_plan: Plan, qtbot: QtBot) -> Shown:
    page = AgreementPage(open_workspace(example_plan))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    return Shown(page)


def page_of(shown: Shown) -> AgreementPage:
    assert isinstance(shown.page, AgreementPage)
    return shown.page


@pytest.mark.parametrize(
    ("key", "value", "first"),
    [
        (SCORE, "82.1", ("Goals with both halves", "75%")),
        ("owned_goals", "75%", ("Reps use current material in customer meetings every week", "marketing only")),
        (
            "answered_inputs",
            "87.5%",
            ("Take the demo skid to regional open days instead of only the big hall stand", "no answer yet"),
        ),
        ("answering_spend", "76.8%", ("Autumn fair", "€45,000")),
        ("engaged_power", "82.5%", ("Ruben Castell", "power 5")),
        ("accepted_promises", "100%", ("MQLs delivered per quarter", "accepted")),
        (
            "shared_priorities",
            "70.8%",
            ("Always-on demand programme (search and professional network ads)", "12.5% to 25%"),
        ),
    ],
)
def test_each_part_has_its_story(example_plan: Plan, key: str, value: str, first: tuple[str, str]) -> None:
    found = story(Results(example_plan, "2026-11-16"), key)
    assert found is not None
    assert found.value == value
    assert first in {(line.name, line.value) for line in found.lines}
    assert all(line.go for line in found.lines)


@pytest.mark.parametrize("key", [SCORE, *PARTS])
def test_a_half_empty_plan_has_stories_too(example_plan: Plan, key: str) -> None:
    bare = example_plan.with_tables({name: Rows() for name in ("person", "vote_round", "dot", "activity", "facts")})
    for plan in (Plan(), bare):
        found = story(Results(plan), key)
        assert found is not None
        assert found.how
    assert story(Results(Plan()), "nothing") is None


def test_a_part_leads_to_the_row_that_does_not_count_yet(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    bars = page.score._bars
    part = bars.handle("owned_goals")
    assert part is not None
    assert part.accessibleName() == "Goals with both halves: 3 of 4 75"
    qtbot.mouseClick(part, LEFT)
    assert page.trace.key == "owned_goals"
    asked: list[tuple[str, str | None]] = []

    def hear(row: str, field: str | None) -> None:
        asked.append((row, field))

    page.showAsked.connect(hear)
    lines = page.trace.lines
    qtbot.mouseClick(lines.viewport(), LEFT, pos=QPoint(40, 20))
    goal = page.workspace.plan.goals.by_code("G3")
    assert goal is not None
    assert asked == [(goal.id, "owner_sales")]


def test_the_score_leads_to_its_parts_and_follows_the_plan(shown: Shown, qtbot: QtBot) -> None:
    from planner.model.edits import PutRows

    page = page_of(shown)
    qtbot.mouseClick(page.score.how, LEFT)
    assert page.trace.key == SCORE
    page.trace.lines.opened.emit("0")
    assert page.trace.key == "owned_goals"
    goal = page.workspace.plan.goals.by_code("G3")
    assert goal is not None
    page.workspace.apply(PutRows((replace(goal, owner_sales=goal.owner_marketing),), "Both halves"))
    assert "100%" in page.trace.accessibleName()


def test_readiness_stands_beside_what_is_open_and_leads_to_each_chapter(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.findings.ready.text() == "96% ready"
    qtbot.mouseClick(page.findings.ready, LEFT)
    assert page.trace.key == READINESS
    found = story(page.workspace.results, READINESS)
    assert found is not None and found.value == "96%"
    assert "8 things block: until they are mended the plan is not ready, whatever the share." in found.how
    values = {line.name: line.value for line in found.lines}
    assert (len(values), values["Sales input"], values["Materials"], values["Budget"], values["Review"]) == (
        13, "92%, 2 to mend", "62%, 1 to mend", "100%", "nothing to check yet",
    )  # fmt: skip
    asked: list[object] = []

    def hear(what: str, _field: str | None) -> None:
        asked.append(what)

    page.showAsked.connect(hear)
    page.trace.lines.opened.emit("1")
    assert asked == ["goals"]
    bare = story(Results(Plan()), READINESS)
    assert bare is not None and bare.value == "0%"
