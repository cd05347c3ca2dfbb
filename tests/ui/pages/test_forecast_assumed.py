"""The assumptions, written where they stand, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.calc.funnel import wilson
from planner.exchange.text import read_plan
from planner.model.plan import SINGLETONS, Facts, Plan, fields_of, row_class
from planner.ui.ask import use
from planner.ui.forms.grid import FieldGrid
from planner.ui.importing.crm import CrmDialog
from planner.ui.pages.forecast.assumed import USUAL_RATES, USUAL_STAGES
from planner.ui.pages.forecast.limits import LimitsDialog, limits
from planner.ui.pages.forecast.page import ASSUMPTIONS, ForecastPage
from planner.ui.parts.button import Button
from planner.ui.workspace import Workspace
from tests.ui.conftest import Answers

from .conftest import Shown, plan_of

FUNNEL = SINGLETONS["funnel"]


@pytest.fixture
def show(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Callable[[Plan], ForecastPage]:
    """Shows the assumptions of a plan."""

    def make(plan: Plan) -> ForecastPage:
        page = ForecastPage(open_workspace(plan))
        qtbot.addWidget(page)
        page.resize(1022, 900)
        page.show()
        Shown(page)
        page.show_view(ASSUMPTIONS)
        qtbot.waitUntil(lambda: page.is_drawn)
        return page

    return make


@pytest.fixture
def answers() -> Iterator[Answers]:
    given = Answers()
    before = use(given)
    yield given
    use(before)


@pytest.fixture
def page(show: Callable[[Plan], ForecastPage], example_text: str) -> ForecastPage:
    return show(read_plan(example_text))


@pytest.fixture
def empty(show: Callable[[Plan], ForecastPage]) -> ForecastPage:
    facts = Facts(id=SINGLETONS["facts"], title="Plan", currency="EUR", locale="en_GB", fiscal_year_start="2027-01",
                  horizon_months=12)  # fmt: skip
    return show(plan_of(facts))


def write(qtbot: QtBot, grid: FieldGrid, id: str, field: str, text: str) -> None:
    """Take a cell in hand and type into it."""
    grid.setFocus()
    assert grid.take(id, field)
    qtbot.keyClick(grid, text[0])
    editor = next(one for one in grid.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def settle(page: ForecastPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.is_drawn)


def test_a_rate_is_typed_with_its_source_and_taken_back(page: ForecastPage, qtbot: QtBot) -> None:
    grid, plan = page.assumed.grids["rate"], page.workspace.plan
    first = grid.rows.keys[0]
    said: list[tuple[str, str]] = []
    page.cell.connect(lambda name, value: said.append((name, value)))
    write(qtbot, grid, first, "most_likely", "38%")
    assert page.workspace.plan.rates[first].most_likely == 0.38
    assert said[-1] == ("Leads → Qualified by marketing, Likely", "38%")
    assert page.workspace.undo_label == "Set Leads → Qualified by marketing, Likely, to 38%"
    write(qtbot, grid, first, "evidence_kind", "judg")
    assert page.workspace.plan.rates[first].evidence_kind == "judgement"
    write(qtbot, grid, first, "agreed_by", page.workspace.plan.people.ordered[0].name or "")
    assert page.workspace.plan.rates[first].agreed_by == page.workspace.plan.people.ordered[0].id
    for _again in range(3):
        page.workspace.undo()
    assert page.workspace.plan.rates[first] == plan.rates[first]
    page.workspace.redo()
    assert page.workspace.plan.rates[first].most_likely == 0.38
    grid.take(first, "n")
    assert said[-1] == ("Leads → Qualified by marketing, Counted", "2,480")
    settle(page, qtbot)


def test_what_is_no_rate_stays_and_says_what_would_be_right(page: ForecastPage, qtbot: QtBot) -> None:
    grid = page.assumed.grids["rate"]
    first, before = grid.rows.keys[0], page.workspace.plan
    write(qtbot, grid, first, "low", "140%")
    assert page.workspace.plan == before
    assert grid.rows.wrong[first, 1] == ("140%", "This goes from 0% to 100%.")
    write(qtbot, grid, first, "low", "35")
    assert not grid.rows.wrong
    assert page.workspace.plan.rates[first].low == 0.35
    settle(page, qtbot)


def test_low_and_high_come_from_the_counts_as_one_step(page: ForecastPage, qtbot: QtBot) -> None:
    page.assumed._counted.click()
    win = page.workspace.plan.rates.by_code("opp_to_won")
    assert win is not None
    between = wilson(62, 251)
    assert between is not None
    assert (win.low, win.high) == (round(between[0], 4), round(between[1], 4))
    assert page.workspace.undo_label == "Take low and high from the counts"
    assert not page.assumed._counted.isEnabled()
    page.workspace.undo()
    assert page.assumed._counted.isEnabled()
    settle(page, qtbot)


def test_a_block_is_pasted_as_one_step_or_not_at_all(page: ForecastPage, qtbot: QtBot) -> None:
    grid = page.assumed.grids["rate"]
    first, second = grid.rows.keys[:2]
    grid.take(first, "low")
    QApplication.clipboard().setText("30%\t35%\t40%\n70\t75\t80")
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rates = page.workspace.plan.rates
    assert (rates[first].low, rates[first].most_likely, rates[first].high) == (0.3, 0.35, 0.4)
    assert (rates[second].low, rates[second].high) == (0.7, 0.8)
    page.workspace.undo()
    assert page.workspace.plan.rates[second].low == 0.75
    QApplication.clipboard().setText("30%\tmany")
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.workspace.plan.rates[first].low == 0.36
    settle(page, qtbot)


def test_space_takes_the_next_choice_and_del_empties(page: ForecastPage, qtbot: QtBot) -> None:
    grid = page.assumed.grids["rate"]
    first = grid.rows.keys[0]
    grid.setFocus()
    grid.take(first, "evidence_kind")
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert page.workspace.plan.rates[first].evidence_kind == "estimate"
    grid.take(first, "n")
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert page.workspace.plan.rates[first].n is None
    grid.take(first)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert first not in page.workspace.plan.rates
    page.workspace.undo()
    assert first in page.workspace.plan.rates
    settle(page, qtbot)


def test_what_cannot_be_typed_opens_all_fields(page: ForecastPage, qtbot: QtBot) -> None:
    grid = page.assumed.grids["stage"]
    first = grid.rows.keys[0]
    grid.setFocus()
    grid.take(first, "accepted_by")
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    sheet = page.assumed._sheets["stage"]
    assert sheet.isVisible() and sheet.form.row_id == first


def test_every_assumption_can_be_written_on_the_page(page: ForecastPage) -> None:
    on_forms = {name for form in page.assumed._forms for name in form._editors}
    on_forms |= {name for card in (page.assumed.won, page.assumed.opened) for name in card._form._editors}
    assert on_forms | {"lag_won", "lag_opportunity"} == set(fields_of(row_class("funnel")))
    for table in ("rate", "stage", "prior_month", "lead_type"):
        columns = {column.field for column in page.assumed.grids[table].rows.columns}
        assert columns | {"month"} >= set(fields_of(row_class(table))), table
    for grid in page.assumed.grids.values():
        QAbstractItemModelTester(grid.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.assumed.add_row("prior_month")
    page.workspace.undo()


# How many months pass


def test_bars_are_moved_by_keys_typed_and_pulled(page: ForecastPage, qtbot: QtBot) -> None:
    bars = page.assumed.won.bars
    before = page.workspace.plan.funnel.lag_won
    bars.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(bars, key)
    assert page.workspace.plan.funnel.lag_won[1] == 0.03
    assert page.assumed.won._said.text() == "Adds up to 101% instead of 100%."
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert page.workspace.plan.funnel.lag_won == before
    qtbot.keyClicks(bars, "12,5")
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert page.workspace.plan.funnel.lag_won[1] == 0.125
    page.assumed.won.mend.click()
    assert sum(page.workspace.plan.funnel.lag_won) == pytest.approx(1.0, abs=1e-9)
    assert not page.assumed.won.mend.isVisible()
    each = bars._each()
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(round(4.5 * each), 60))
    qtbot.mouseMove(bars, QPoint(round(4.5 * each), 108))
    steps = len(page.workspace.history())
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(round(4.5 * each), 108))
    assert page.workspace.plan.funnel.lag_won[4] == 0.0
    assert len(page.workspace.history()) <= steps + 1
    settle(page, qtbot)


def test_a_wait_that_is_not_known_begins_with_the_first_bar(empty: ForecastPage, qtbot: QtBot) -> None:
    bars = empty.assumed.opened.bars
    assert bars.hand == 0
    bars.setFocus()
    qtbot.keyClicks(bars, "60")
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    qtbot.keyClicks(bars, "40")
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert empty.workspace.plan.funnel.lag_opportunity == (0.6, 0.4)
    qtbot.keyClick(bars, Qt.Key.Key_Delete)
    assert empty.workspace.plan.funnel.lag_opportunity == (0.6,)


# New rows


def test_the_usual_steps_are_one_step(empty: ForecastPage) -> None:
    empty.assumed._usual.click()
    plan = empty.workspace.plan
    assert [row.code for row in plan.rates] == list(USUAL_RATES)
    assert [row.code for row in plan.stages] == list(USUAL_STAGES)
    assert [row.owner for row in plan.stages] == ["marketing"] * 2 + ["sales"] * 4
    assert all(row.most_likely is None for row in plan.rates)
    assert not empty.assumed._usual.isVisible()
    empty.workspace.undo()
    assert not len(empty.workspace.plan.rates) and not len(empty.workspace.plan.stages)


def test_rows_are_added_where_they_belong(empty: ForecastPage) -> None:
    assumed = empty.assumed
    assumed.add_row("prior_month")
    assumed.add_row("prior_month")
    assert [row.month for row in sorted(empty.workspace.plan.prior_months, key=lambda row: row.month)] == [
        "2026-11", "2026-12",
    ]  # fmt: skip
    assumed.add_row("rate")
    assumed.add_row("rate")
    assert [row.code for row in empty.workspace.plan.rates] == ["lead_to_mql", "mql_to_sal"]
    assumed.add_row("lead_type")
    (kind,) = empty.workspace.plan.lead_types
    assert assumed.grids["lead_type"].chosen == kind.id


def test_kinds_of_leads_are_held_against_the_promise(page: ForecastPage, qtbot: QtBot) -> None:
    page.assumed.add_row("lead_type")
    (kind,) = page.workspace.plan.lead_types
    grid = page.assumed.grids["lead_type"]
    write(qtbot, grid, kind.id, "close_rate", "9%")
    write(qtbot, grid, kind.id, "revenue", "52000")
    write(qtbot, grid, kind.id, "per_month", "8")
    assert page.assumed._worth.text() == "The leads of a month are worth €37.4k."
    settle(page, qtbot)


def test_the_crm_is_one_click_away(page: ForecastPage, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "deals.csv"
    answers.path.write_text("Opportunity;Stage;Amount\nOne;Won;100\n", encoding="utf-8")
    button = next(one for one in page.assumed.findChildren(Button) if one.text() == "Bring in from the CRM")
    button.click()
    dialog = page.findChild(CrmDialog)
    assert dialog is not None
    QThreadPool.globalInstance().waitForDone()
    dialog.finish()


# The lines of the checks


def test_a_line_of_a_check_is_moved_with_a_reason_and_back(page: ForecastPage, qtbot: QtBot) -> None:
    dialog = LimitsDialog(page.workspace)
    dialog.open_over(page)
    dialog.list.take("fewest_questions")
    dialog.value.setText("6")
    dialog.draw()
    assert not len(page.workspace.plan.thresholds)
    assert dialog.reason.accessibleDescription() == "Say why the line is drawn here."
    dialog.reason.setText("Two of us only")
    dialog.draw()
    (row,) = page.workspace.plan.thresholds
    assert (row.code, row.value, row.reason) == ("fewest_questions", 6.0, "Two of us only")
    dialog.value.setText("some")
    dialog.draw()
    assert dialog.value.accessibleDescription().startswith("Write a number")
    assert page.show_object(row.id)
    dialog.back()
    assert not len(page.workspace.plan.thresholds)
    assert len(limits()) > 20
    dialog.finish()
