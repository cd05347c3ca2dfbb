"""Filling the month grid: by keys, with the mouse at the corner of the range, in quarters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.model.edits.budget import SetAmounts, amount_in
from planner.model.plan import Plan
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.workspace import Workspace

from .conftest import Shown, small_plan

CTRL, SHIFT, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
JAN, FEB, MAR, APR, MAY, JUN = range(1, 7)


@pytest.fixture
def page(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> BudgetPage:
    made = BudgetPage(open_workspace(small_plan()))
    qtbot.addWidget(made)
    made.resize(904, 812)
    made.show()
    Shown(made)
    made.view.setFocus()
    return made


def row_of(page: BudgetPage, line: str, months: int = 6) -> list[int | None]:
    return [amount_in(page.workspace.plan, line, f"2027-{n:02d}") for n in range(1, months + 1)]


def pull(page: BudgetPage, qtbot: QtBot, line: str, column: int) -> None:
    port = page.view.viewport()
    end = page.view.visualRect(page.rows.index(page.rows.row_of(line), column)).center()
    start = page.view.handle_at().center()
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)


def test_the_corner_is_dragged_to_the_right(page: BudgetPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    page.view.take(page.rows.row_of("packline"), FEB)
    pull(page, qtbot, "packline", JUN)
    assert row_of(page, "packline") == [1_400_000, *(3_800_000,) * 5]
    assert page.workspace.undo_label == "Fill Packline, February to June"
    assert [index.column() for index in page.view.selectedIndexes()] == [2, 3, 4, 5, 6]
    page.workspace.undo()
    assert page.workspace.plan == before


def test_a_pattern_of_two_months_repeats(page: BudgetPage, qtbot: QtBot) -> None:
    page.view.take(page.rows.row_of("packline"), JAN)
    qtbot.keyClick(page.view, Qt.Key.Key_Right, SHIFT)
    pull(page, qtbot, "packline", MAY)
    assert row_of(page, "packline") == [1_400_000, 3_800_000, 1_400_000, 3_800_000, 1_400_000, None]


def test_the_corner_is_dragged_down_over_group_rows(page: BudgetPage, qtbot: QtBot) -> None:
    page.view.take(page.rows.row_of("packline"), JAN)
    pull(page, qtbot, "van", JAN)
    assert [row_of(page, line, 1) for line in ("packline", "foodtech", "van")] == [[1_400_000]] * 3
    assert page.workspace.undo_label == "Fill Packline into 2 lines below"


def test_a_click_on_the_corner_alone_changes_nothing(page: BudgetPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    page.view.take(page.rows.row_of("packline"), JAN)
    qtbot.mouseClick(page.view.viewport(), LEFT, pos=page.view.handle_at().center())
    assert page.workspace.plan is before
    assert page.view.handle_at().contains(page.view.handle_at().center() + QPoint(1, 1))


def test_a_drag_over_a_locked_line_is_refused_as_a_whole(page: BudgetPage, qtbot: QtBot) -> None:
    page.view.take(page.rows.row_of("foodtech"), JAN)
    qtbot.keyClick(page.view, Qt.Key.Key_L, CTRL | SHIFT)
    before = page.workspace.plan
    page.view.take(page.rows.row_of("packline"), JAN)
    pull(page, qtbot, "van", JAN)
    assert page.workspace.plan is before


def test_ctrl_r_fills_each_line_of_the_range(page: BudgetPage, qtbot: QtBot) -> None:
    page.workspace.apply(SetAmounts({("foodtech", "2027-01"): 500}))
    page.view.select([page.rows.row_of("packline"), page.rows.row_of("foodtech")], [JAN, FEB, MAR])
    qtbot.keyClick(page.view, Qt.Key.Key_R, CTRL)
    assert row_of(page, "packline", 3) == [1_400_000] * 3
    assert row_of(page, "foodtech", 3) == [500] * 3
    assert page.workspace.undo_label == "Fill 2 lines, January to March"


def test_q_changes_between_months_and_quarters_and_keeps_the_place(page: BudgetPage, qtbot: QtBot) -> None:
    page.view.take(page.rows.row_of("van"), MAY)
    qtbot.keyClick(page.view, Qt.Key.Key_Q)
    assert page.rows.quarters
    assert page.choice.current == "quarters"
    assert (page.rows.key_at(page.view.currentIndex().row()), page.view.currentIndex().column()) == ("van", 2)
    page.view.take(page.rows.row_of("packline"), 1)
    pull(page, qtbot, "packline", 2)
    assert row_of(page, "packline") == [1_400_000, 3_800_000, 200_000] * 2
    qtbot.keyClick(page.view, Qt.Key.Key_Q)
    assert not page.rows.quarters
    assert page.view.currentIndex().column() in (1, 4)
