"""Spreading an amount by a pattern, and lines in a second currency."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.model.edits import SetFields
from planner.model.edits.budget import SetAmounts, UseSecondCurrency, amount_in
from planner.model.plan import SINGLETONS, Plan
from planner.ui.numbers import Numbers
from planner.ui.pages.budget.amounts import THOUSAND, Writing
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.pages.budget.spread import EVEN, EVENT, FRONT, LIKE, SEASON, WHOLE, SpreadDialog
from planner.ui.workspace import Workspace

from .conftest import Shown, small_plan

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = BudgetPage(open_workspace(small_plan()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    made = Shown(page)
    page.view.setFocus()
    return made


def page_of(shown: Shown) -> BudgetPage:
    assert isinstance(shown.page, BudgetPage)
    return shown.page


def row_of(shown: Shown, line: str, months: int = 4) -> list[int | None]:
    return [amount_in(shown.page.workspace.plan, line, f"2027-{n:02d}") for n in range(1, months + 1)]


def asked(shown: Shown, qtbot: QtBot, line: str, columns: list[int]) -> SpreadDialog:
    page = page_of(shown)
    page.view.select([page.rows.row_of(line)], columns)
    qtbot.keyClick(page.view, Qt.Key.Key_S)
    found = [one for one in page.window().findChildren(SpreadDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


# Spread


@pytest.mark.parametrize(
    ("way", "parts"),
    [
        (EVEN, [250_000, 250_000, 250_000, 250_000]),
        (FRONT, [400_000, 300_000, 200_000, 100_000]),
        (EVENT, [300_000, 0, 0, 700_000]),
        # Three months of the first quarter weigh 1 each, April 4.
        (SEASON, [142_857, 142_857, 142_857, 571_429]),
        # The other lines have 14, 38 and 2 + 6 thousand.
        (WHOLE, [233_334, 633_333, 133_333, 0]),
        (LIKE, [259_259, 703_704, 37_037, 0]),
    ],
)
def test_an_amount_is_spread_to_the_cent_as_one_step(
    shown: Shown, qtbot: QtBot, way: str, parts: list[int]
) -> None:
    before = shown.page.workspace.plan
    dialog = asked(shown, qtbot, "foodtech", [1, 2, 3, 4])
    dialog.amount.setText("10")
    dialog.way.set_key(way)
    dialog.seasons.setText("1, 4, 1, 1")
    dialog.like.set_key("packline")
    dialog.keep()
    assert sum(parts) == 1_000_000
    assert row_of(shown, "foodtech") == parts
    assert shown.page.workspace.undo_label == "Spread £10,000 over Foodtech, Jan to Apr"
    shown.page.workspace.undo()
    assert shown.page.workspace.plan == before


def test_the_months_of_the_activity_are_offered_and_what_comes_is_said(shown: Shown, qtbot: QtBot) -> None:
    shown.page.workspace.apply(SetFields("activity", "launch", {"start": "2027-05", "end": "2027-08"}))
    dialog = asked(shown, qtbot, "van", [1])
    assert dialog.months == ("2027-05", "2027-06", "2027-07", "2027-08")
    assert dialog.amount.text() == "6"
    assert dialog.preview.text() == (
        "May £1,500 · Jun £1,500 · Jul £1,500 · Aug £1,500. Other months keep what they have."
    )


def test_what_is_missing_is_asked_for(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    dialog = asked(shown, qtbot, "foodtech", [1, 2])
    dialog.amount.setText("")
    dialog.keep()
    assert "Write the amount" in dialog.amount.accessibleDescription()
    dialog.amount.setText("abc")
    assert "Write a number" in dialog.amount.accessibleDescription()
    dialog.amount.setText("10")
    dialog.way.set_key(SEASON)
    dialog.seasons.setText("1, 2")
    dialog.keep()
    assert "four numbers" in dialog.seasons.accessibleDescription()
    assert shown.page.workspace.plan is before
    dialog.finish(None)


def test_a_locked_line_is_not_spread(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.view.take(page.rows.row_of("van"), 1)
    qtbot.keyClick(page.view, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.view, Qt.Key.Key_S)
    assert "locked" in shown.refused[-1]


# The second currency


def dollars(shown: Shown, line: str = "van") -> None:
    work = shown.page.workspace
    work.apply(SetFields("facts", SINGLETONS["facts"], {"second_currency": "USD"}))
    work.apply(SetFields("facts", SINGLETONS["facts"], {"second_currency_rate": 0.79}))
    work.apply(UseSecondCurrency((line,)))


def test_a_line_is_typed_and_shown_in_it_and_stored_converted(shown: Shown, qtbot: QtBot) -> None:
    dollars(shown)
    page = page_of(shown)
    rows, row = page.rows, page.rows.row_of("van")
    rows.setData(rows.index(row, 1), "14")
    assert row_of(shown, "van", 1) == [1_106_000]
    assert rows.index(row, 1).data() == "14"
    assert rows.index(row, 1).data(Qt.ItemDataRole.EditRole) == "14"
    assert rows.index(row, 0).data() == "Demo van ($)"
    assert rows.said("van", 1) == ("Demo van ($), Jan", "$14,000, which is £11,060")
    # Its group and the total are in the currency of the plan.
    assert rows.index(rows.row_of("group launch"), 1).data() == "11"
    assert "1 USD is 0.79 GBP" in rows.rate_words


@pytest.mark.parametrize("typed", ["1,234.56", "3", "99.99", "250", "12,345.6"])
@pytest.mark.parametrize("rate", [0.79, 0.9137, 1.27, 0.0061, 11.3])
def test_what_was_typed_comes_back_as_it_was_typed(typed: str, rate: float) -> None:
    writing = Writing(Numbers("en_GB", "USD"), 1, 100, None, rate)
    amount = writing.read(typed)
    assert amount is not None
    again = writing.read(writing.full(amount))
    assert again == amount
    if rate > 0.6:
        assert writing.full(amount) == typed


def test_paste_and_copy_speak_the_currency_of_the_line(shown: Shown, qtbot: QtBot) -> None:
    dollars(shown)
    page = page_of(shown)
    page.view.take(page.rows.row_of("van"), 1)
    QApplication.clipboard().setText("10\t$20k")
    qtbot.keyClick(page.view, Qt.Key.Key_V, CTRL)
    assert row_of(shown, "van", 2) == [790_000, 1_580_000]
    page.view.select([page.rows.row_of("van")], [1, 2])
    qtbot.keyClick(page.view, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "10\t20"


def test_two_currencies_are_not_pasted_over_at_once(shown: Shown, qtbot: QtBot) -> None:
    dollars(shown)
    page, before = page_of(shown), shown.page.workspace.plan
    page.view.take(page.rows.row_of("foodtech"), 1)
    QApplication.clipboard().setText("1\n2")
    qtbot.keyClick(page.view, Qt.Key.Key_V, CTRL)
    assert "two currencies" in shown.refused[-1]
    assert page.workspace.plan is before


def test_the_menu_turns_a_line_over_and_back_and_amounts_stay(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.view.take(page.rows.row_of("van"), 1)
    page.hands.second()
    assert "Say first which second currency" in shown.refused[-1]
    dollars(shown, "packline")
    before = row_of(shown, "van")
    page.hands.second()
    assert page.workspace.plan.budget_lines["van"].in_second_currency
    assert page.workspace.undo_label == "Write Demo van in USD"
    assert row_of(shown, "van") == before
    page.hands.second()
    assert not page.workspace.plan.budget_lines["van"].in_second_currency


def test_a_second_currency_without_a_rate_is_said_and_lines_stay_as_they_are(shown: Shown) -> None:
    work, rows = shown.page.workspace, page_of(shown).rows
    work.apply(SetFields("budget_line", "van", {"in_second_currency": True}))
    assert rows.rate_words == "The second currency has no rate yet"
    work.apply(SetAmounts({("van", "2027-01"): 700_000}))
    assert rows.index(rows.row_of("van"), 1).data() == "7"
    assert rows.unit == THOUSAND
