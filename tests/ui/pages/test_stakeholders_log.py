"""The log of talks and who was heard: noting by keys, narrowing, deleting, the grid, jumping."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.model.plan import SINGLETONS, Engagement, Facts, Person, Plan, Stakeholder
from planner.ui.pages.stakeholders.page import StakeholdersPage
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of


def talked_plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], title="Plan", locale="en_GB", as_of="2026-11-16"),
        Person(id="callum", name="Callum Reid", function="sales", position=1),
        Person(id="graham", name="Graham Pell", function="finance", position=2),
        Person(id="joan", name="Joan Hughes", function="service", position=3),
        Stakeholder(id="st-graham", person="graham", power=5, interest=3, position=1),
        Stakeholder(id="st-joan", person="joan", power=2, interest=3, engaged_on="2026-11-02", position=2),
        Engagement(id="talk", stakeholder="st-joan", date="2026-11-02", by="callum", kind="call",
                   heard="No extra paperwork.", stance="neutral", chapter="materials", position=1),
        Engagement(id="before", stakeholder="st-joan", date="2026-09-02", position=2),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = StakeholdersPage(open_workspace(talked_plan()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> StakeholdersPage:
    assert isinstance(shown.page, StakeholdersPage)
    return shown.page


def test_the_latest_talk_stands_first_with_who_and_how(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.view._segments["log"].click()
    assert page.log.isVisible()
    QAbstractItemModelTester(page.log.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert list(page.log.rows.keys) == ["talk", "before"]
    face = page.log.rows.face("talk")
    assert (face.name, face.day, face.how, face.about, face.heard, face.stance) == (
        "Joan Hughes", "2 Nov 2026", "Call, by Callum", "about Materials", "No extra paperwork.", 2,
    )  # fmt: skip
    assert face.said == "2 Nov 2026. Joan Hughes. Call, by Callum. about Materials. No extra paperwork. Neutral"
    page.grab()


def test_n_in_the_log_notes_a_talk_by_keys(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.show_view("log")
    page.add_new()
    bar = page.log.bar
    assert page.focusWidget() is bar.who
    qtbot.keyClicks(bar.who, "G")
    assert bar.who.key == "st-graham"
    bar.stance.setFocus()
    qtbot.keyClicks(bar.stance, "Sup")
    bar.heard.setFocus()
    qtbot.keyClicks(bar.heard, "Show me break-even")
    qtbot.keyClick(bar.heard, Qt.Key.Key_Return)
    talk = page.workspace.plan.engagements.ordered[-1]
    assert (talk.stakeholder, talk.date, talk.by, talk.kind, talk.heard, talk.stance, talk.chapter) == (
        "st-graham", "2026-11-16", "callum", "talk", "Show me break-even", "supportive", None,
    )  # fmt: skip
    assert page.workspace.plan.stakeholders["st-graham"].engaged_on == "2026-11-16"
    assert page.log.rows.keys[0] == talk.id
    assert (bar.who.key, bar.heard.text(), bar.day.day) == (None, "", "2026-11-16")
    page.workspace.undo()
    assert page.workspace.plan == talked_plan()


def test_a_talk_without_a_person_says_so(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.show_view("log")
    qtbot.keyClick(page.log.bar.heard, Qt.Key.Key_Return)
    assert page.log.bar.who.accessibleDescription() == "Say who."
    assert page.workspace.plan == talked_plan()


def test_delete_takes_a_talk_out_and_the_one_before_is_the_last(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.show_view("log")
    page.log.list.take("talk")
    qtbot.keyClick(page.log.list, Qt.Key.Key_Delete)
    assert list(page.log.rows.keys) == ["before"]
    assert page.workspace.plan.stakeholders["st-joan"].engaged_on == "2026-09-02"
    page.workspace.undo()
    assert list(page.log.rows.keys) == ["talk", "before"]


def test_one_persons_talks(shown: Shown) -> None:
    page = page_of(shown)
    page.show_view("log")
    page.log.show_only("st-graham")
    assert not page.log.rows.keys
    assert page.log.list.empty_words == "No talk with this person is written down."
    page.grab()
    assert page.show_object("talk")
    assert list(page.log.rows.keys) == ["talk", "before"]
    assert page.log.list.chosen == "talk"


def test_enter_opens_a_talk_and_its_day_is_changed(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.show_object("talk", "heard")
    assert page._talk_sheet is not None and page._talk_sheet.isVisible()
    page._talk_sheet.close_sheet()
    qtbot.keyClick(page.log.list, Qt.Key.Key_Return)
    assert page._talk_sheet.isVisible()
    page._talk_sheet._delete()
    assert page.workspace.plan.stakeholders["st-joan"].engaged_on == "2026-09-02"


def test_the_grid_says_who_has_not_been_heard(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.show_view("heard")
    grid = page.heard
    assert [row.name for row in grid.grid.rows] == ["Graham Pell", "Joan Hughes"]
    first = [grid.grid.cell(grid.grid.index(row, 1)) for row in (0, 1)]
    assert [(cell.kind, cell.text) for cell in first] == [("hole", "not yet"), ("full", "2 Nov")]
    assert grid.grid.headerData(7, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "Materials"
    grid.choose("st-joan", 6)
    assert shown.said[-1] == ("Joan Hughes", "1 talk about Materials")
    grid.choose("st-graham", 9)
    assert shown.said[-1] == ("Graham Pell", "Not asked about Budget yet")
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    bar = page.log.bar
    assert page.view.current == "log"
    assert (bar.who.key, bar.about.key) == ("st-graham", "budget")
    qtbot.keyClick(bar.heard, Qt.Key.Key_Return)
    assert page.workspace.plan.engagements.ordered[-1].chapter == "budget"


def test_showing_a_person_goes_back_to_the_map(shown: Shown) -> None:
    page = page_of(shown)
    page.show_view("heard")
    assert page.show_object("st-joan")
    assert page.view.current == "map"
    assert not page.show_object("gone")
