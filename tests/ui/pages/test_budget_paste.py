"""What a copied block means: as typed, in the unit of the grid; asked where it can be read in two ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.model.edits.budget import amount_in
from planner.model.plan import Plan
from planner.ui.numbers import NotANumber, Numbers
from planner.ui.pages.budget.amounts import THOUSAND, Writing
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.pages.budget.paste import PasteQuestion, readings
from planner.ui.workspace import Workspace

from .conftest import Shown, small_plan

CTRL = Qt.KeyboardModifier.ControlModifier
HERE = Writing(Numbers("en_GB", "GBP"), THOUSAND, 100, 48_000_000)
THERE = Writing(Numbers("de_DE", "EUR"), 1, 100, None)


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = BudgetPage(open_workspace(small_plan()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    made = Shown(page)
    page.view.setFocus()
    page.view.take(page.rows.row_of("foodtech"), 1)
    return made


def paste(shown: Shown, qtbot: QtBot, text: str) -> None:
    assert isinstance(shown.page, BudgetPage)
    QApplication.clipboard().setText(text)
    qtbot.keyClick(shown.page.view, Qt.Key.Key_V, CTRL)


def planned(shown: Shown, line: str, month: str) -> int | None:
    return amount_in(shown.page.workspace.plan, line, month)


@pytest.mark.parametrize(
    ("writing", "texts", "blocks"),
    [
        (HERE, [["3", "14k"], ["£950.50", "-"]], [[[300_000, 1_400_000], [95_050, 0]]]),
        # As thousands 14,000 would be more than the whole envelope, so all bare numbers are in full.
        (HERE, [["14,000", "300", "2k"]], [[[1_400_000, 30_000, 200_000]]]),
        # Another amount of the block proves the mark.
        (HERE, [["1.200,50", "2.000"]], [[[120_050, 200_000]]]),
        # The mark for groups of this region leaves no doubt; as thousands it would exceed the envelope.
        (HERE, [["2,000"]], [[[200_000]]]),
        # Two thousand, or two in thousands: the same.
        (HERE, [["2.000"]], [[[200_000]]]),
        (HERE, [["2.000", "1.500"]], [[[200_000, 150_000]]]),
        (THERE, [["2.000", "n/a"]], [[[200_000, None]]]),
        (THERE, [["2,000"]], [[[200]], [[200_000]]]),
    ],
)
def test_what_a_block_may_mean(writing: Writing, texts: list[list[str]], blocks: list[list[list[int | None]]]) -> None:
    assert [one.block for one in readings(texts, writing)] == blocks


def test_another_currency_is_refused() -> None:
    with pytest.raises(NotANumber, match="in USD, this grid is in GBP"):
        readings([["$300"]], HERE)


def test_pasted_and_typed_mean_the_same_and_the_unit_is_said(shown: Shown, qtbot: QtBot) -> None:
    page = shown.page
    assert isinstance(page, BudgetPage)
    paste(shown, qtbot, "3\t4.5")
    page.rows.setData(page.rows.index(page.rows.row_of("foodtech"), 4), "3")
    assert planned(shown, "foodtech", "2027-01") == planned(shown, "foodtech", "2027-04") == 300_000
    assert planned(shown, "foodtech", "2027-02") == 450_000
    assert ("Pasted in £k", "£7,500") in shown.said


def test_an_amount_that_may_be_two_is_asked_for(shown: Shown, qtbot: QtBot) -> None:
    page = shown.page
    assert isinstance(page, BudgetPage)
    page.choose("planned", 1)
    before = page.workspace.plan
    paste(shown, qtbot, "1.250\t2.000")
    question = page.window().findChild(PasteQuestion)
    assert question is not None
    assert [button.text() for button in question.choices] == ["£1.25, and £3.25 in all", "£1,250, and £3,250 in all"]
    assert page.workspace.plan is before
    qtbot.mouseClick(question.choices[1], Qt.MouseButton.LeftButton)
    assert planned(shown, "foodtech", "2027-02") == 200_000
    page.workspace.undo()
    assert page.workspace.plan == before


def test_no_answer_pastes_nothing(shown: Shown, qtbot: QtBot) -> None:
    page = shown.page
    assert isinstance(page, BudgetPage)
    page.choose("planned", 1)
    before = page.workspace.plan
    paste(shown, qtbot, "1.250")
    question = page.window().findChild(PasteQuestion)
    assert question is not None
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert page.workspace.plan is before
