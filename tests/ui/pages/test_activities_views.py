"""Activities as a list and as a board: order, states by drag and by keys, what is in hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.model.edits import AddRow, DeleteRows, SetFields
from planner.model.plan import Plan
from planner.ui.pages.activities.list import ANSWERS, LEADS, OWNER, STATE, TITLE, WHEN
from planner.ui.pages.activities.page import ActivitiesPage
from planner.ui.workspace import Workspace

from .activities_plan import activities_plan
from .conftest import Shown

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> ActivitiesPage:
    made = ActivitiesPage(open_workspace(activities_plan()))
    qtbot.addWidget(made)
    made.resize(1160, 812)
    made.show()
    Shown(made)
    return made


def state(page: ActivitiesPage, id: str) -> str | None:
    return page.workspace.plan.activities[id].status


def go(page: ActivitiesPage, view: str) -> None:
    page.choice._segments[view].click()


def test_the_list_says_all_of_a_row(page: ActivitiesPage) -> None:
    go(page, "list")
    rows = page.list.rows
    assert [rows.index(1, column).data() for column in (TITLE, OWNER, WHEN, ANSWERS, LEADS, STATE)] == [
        "A-02  Downtime guide", "Tess Bright", "Feb to May 2027", "What an hour of downtime costs", "40", "",
    ]  # fmt: skip
    assert rows.index(0, ANSWERS).data() == "No input behind it yet"


def test_a_click_on_a_head_orders_forwards_backwards_and_not(page: ActivitiesPage, qtbot: QtBot) -> None:
    go(page, "list")
    head = page.list.horizontalHeader()
    point = QPoint(head.sectionViewportPosition(WHEN) + 10, 10)
    orders = []
    for _click in range(3):
        qtbot.mouseClick(head.viewport(), LEFT, pos=point)
        orders.append(list(page.list.rows.keys))
    assert orders == [["fair", "guide", "films", "cards"], ["cards", "films", "guide", "fair"],
                      ["fair", "guide", "films", "cards"]]  # fmt: skip
    page.list.rows.order_by(LEADS)
    assert page.list.rows.keys[0] == "guide"


def test_what_is_in_hand_stays_in_hand_from_view_to_view(page: ActivitiesPage) -> None:
    page.timeline.take("films")
    for view in ("list", "board", "timeline"):
        go(page, view)
        assert page.hand == "films"


def test_the_list_opens_deletes_and_follows_the_search(page: ActivitiesPage, qtbot: QtBot) -> None:
    go(page, "list")
    page.filter.words.setText("guide")
    assert list(page.list.rows.keys) == ["guide"]
    page.list.take("guide")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.details.isVisible()
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert "guide" not in page.workspace.plan.activities
    page.workspace.undo()
    assert list(page.list.rows.keys) == ["guide"]


def test_the_board_has_a_column_for_each_state(page: ActivitiesPage) -> None:
    go(page, "board")
    found = {state: list(page.board.column(state).cards.keys) for state in ("none", "approved", "live", "done")}
    assert found == {"none": ["guide", "cards"], "approved": ["fair"], "live": ["films"], "done": []}
    assert page.board.column("live").accessibleName() == "Live, 1"


def test_a_card_is_dragged_to_another_state_as_one_step(page: ActivitiesPage, qtbot: QtBot) -> None:
    go(page, "board")
    source, target = page.board.column("approved"), page.board.column("done")
    start = source.visualRect(source.cards.index(0, 0)).center()
    end = source.viewport().mapFromGlobal(target.viewport().mapToGlobal(QPoint(20, 200)))
    qtbot.mousePress(source.viewport(), LEFT, pos=start)
    qtbot.mouseMove(source.viewport(), start + QPoint(30, 0))
    qtbot.mouseMove(source.viewport(), end)
    assert page.board._ghost.isVisible()
    qtbot.mouseRelease(source.viewport(), LEFT, pos=end)
    assert state(page, "fair") == "done"
    assert page.hand == "fair"
    assert page.workspace.undo_label == "Set Packline Birmingham, State, to done"
    page.workspace.undo()
    assert state(page, "fair") == "approved"


def test_keys_walk_the_board_and_shift_takes_the_card_along(page: ActivitiesPage, qtbot: QtBot) -> None:
    go(page, "board")
    page.board.take("fair")
    qtbot.keyClick(page.board.column("approved"), Qt.Key.Key_Right)
    assert page.hand == "films"
    qtbot.keyClick(page.board.column("live"), Qt.Key.Key_Right, SHIFT)
    assert state(page, "films") == "done"
    assert page.hand == "films"
    assert page.board.column("done").hasFocus()
    qtbot.keyClick(page.board.column("done"), Qt.Key.Key_Return)
    assert page.details.isVisible()


def test_a_jump_finds_the_activity_in_whichever_view(page: ActivitiesPage) -> None:
    for view in ("list", "board"):
        go(page, view)
        page.filter.words.setText("nowhere")
        assert page.show_object("guide")
        assert page.hand == "guide"


def test_the_models_keep_their_promises(page: ActivitiesPage) -> None:
    go(page, "list")
    flag = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(model, flag) for model in (page.list.rows, page.board.column("live").cards)]
    work = page.workspace
    for view in ("list", "board"):
        go(page, view)
        work.apply(AddRow("activity", {"title": "New", "status": "live"}))
        work.apply(SetFields("activity", "fair", {"status": "live"}))
        work.apply(DeleteRows("activity", ("films",)))
        page.list.rows.order_by(TITLE)
        while work.undo():
            pass
    assert len(testers) == 2
