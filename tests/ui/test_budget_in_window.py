"""The month grid inside the window: it fills its card at each size, and keys of the window stay the window's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.window import Window


def opened(window: Window) -> BudgetPage:
    page = window.go("budget")
    assert isinstance(page, BudgetPage)
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1180, 720)])
def test_the_months_fill_their_card(window: Window, size: tuple[int, int]) -> None:
    page = opened(window)
    window.resize(*size)
    QApplication.processEvents()
    window.grab()  # a picture also lays out what is hidden
    assert page.grid.size() == page.grid.parentWidget().size()
    left, wide = page.grid.column_box(page.rows.last)
    assert round(left + wide) == page.grid.width()


def test_n_asks_for_a_new_line_and_q_shows_quarters(window: Window, qtbot: QtBot) -> None:
    page = opened(window)
    page.view.setFocus()
    page.view.take(1, 1)
    qtbot.keyClick(page.view, Qt.Key.Key_Q)
    assert page.rows.quarters
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert window.findChild(NewRowDialog) is not None
