"""The review: a month entered by key and by paste, against what was signed; promises kept and broken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.model.edits import SetFields
from planner.model.edits.budget import SetAmounts, amount_in
from planner.model.edits.review import CheckPromise, EnterMonth
from planner.model.edits.signing import SignPlan
from planner.model.plan import (
    SINGLETONS,
    Activity,
    Actual,
    BudgetLine,
    Commitment,
    Facts,
    Goal,
    LeadMonth,
    NamedVersion,
    Person,
    Plan,
)
from planner.ui.pages.review.chart import scale_for
from planner.ui.pages.review.entry import ACTUAL, MonthDialog
from planner.ui.pages.review.figures import next_month
from planner.ui.pages.review.page import ReviewPage
from planner.ui.pages.review.promises import month_left
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.parts.readtable import ReadingDialog
from planner.ui.workspace import Workspace

from .conftest import Shown, amount, plan_of

LEADS = ("leads", None, None)


def running_plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], title="Plan", company="Wrenfield", currency="GBP", locale="en_GB",
              fiscal_year_start="2027-01", horizon_months=12, envelope=10_000_000, as_of="2027-03-06"),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="tess", code="P-2", name="Tess Bright", function="marketing", position=2),
        Goal(id="reps", code="G1", title="Reps use it", unit="share", target=0.75, position=1),
        Activity(id="shows", code="A-01", title="Trade shows", position=1),
        BudgetLine(id="packline", code="B-01", activity="shows", description="Packline", position=1),
        BudgetLine(id="van", code="B-02", activity="shows", description="Demo van", position=2),
        amount("packline", "2027-01", 10_000), amount("packline", "2027-02", 20_000), amount("van", "2027-02", 5_000),
        LeadMonth(id="l1", activity="shows", month="2027-01", likely=40.0),
        LeadMonth(id="l2", activity="shows", month="2027-02", likely=60.0),
        Commitment(id="leads", code="C-01", from_function="marketing", to_function="sales", promise="35 leads a month",
                   metric="lead_count", target=35.0, position=1),
        Commitment(id="call", code="C-02", from_function="sales", to_function="marketing", promise="Call in a day",
                   metric="share_in_a_day", target=0.9, position=2),
        Commitment(id="mql", code="C-03", from_function="marketing", to_function="sales", promise="MQLs a quarter",
                   targets=(("2027-Q1", 248.0),), position=3),
        NamedVersion(id="v", name="As signed", edit="e", position=1),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    return opened(open_workspace(running_plan()), qtbot)


def opened(workspace: Workspace, qtbot: QtBot) -> Shown:
    page = ReviewPage(workspace)
    qtbot.addWidget(page)
    page.resize(1160, 900)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> ReviewPage:
    assert isinstance(shown.page, ReviewPage)
    return shown.page


def entry(shown: Shown, month: str) -> MonthDialog:
    dialog = page_of(shown).enter(month)
    assert dialog is not None
    return dialog


def type_into(qtbot: QtBot, dialog: MonthDialog, line: str | None, count: object, text: str) -> None:
    dialog.show_cell(line, count)  # type: ignore[arg-type]
    dialog.grid.edit(dialog.grid.currentIndex())
    editor = dialog.grid.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.grid.state() != dialog.grid.State.EditingState)
    QApplication.processEvents()


def test_nothing_is_there_before_a_month_is_entered(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.body.is_empty
    assert next_month(page.workspace.plan, "2027-03-06") == "2027-01"
    page.body.empty.button.click()
    dialog = page.window().findChild(MonthDialog)
    assert isinstance(dialog, MonthDialog)
    assert dialog.month == "2027-01"
    type_into(qtbot, dialog, "packline", None, "12k")
    assert amount_in(page.workspace.plan, "packline", "2027-01", "actual") == 1_200_000
    assert not page.body.is_empty
    assert page.head_card.accessibleName() == (
        "Leads are not entered yet. Jan 2027. Spend: 120% £12k of £10k. Leads: not entered yet not entered yet"
    )
    assert page._enter.text() == "Enter Feb"
    page.workspace.undo()
    assert page.body.is_empty


def test_each_figure_is_one_step_and_zero_is_a_figure(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    dialog = entry(shown, "2027-02")
    tester = QAbstractItemModelTester(dialog.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.source.setText("CRM")
    steps = len(page.workspace.history())
    type_into(qtbot, dialog, None, LEADS, "55")
    type_into(qtbot, dialog, None, ("kpi", None, "reps"), "41%")
    type_into(qtbot, dialog, "van", None, "0")
    assert len(page.workspace.history()) == steps + 3
    found = {(row.measure, row.goal): (row.value, row.source) for row in page.workspace.plan.actuals}
    assert found == {("leads", None): (55.0, "CRM"), ("kpi", "reps"): (0.41, "CRM")}
    assert amount_in(page.workspace.plan, "van", "2027-02", "actual") == 0
    type_into(qtbot, dialog, "van", None, "lots")
    assert "Write a number" in dialog._wrong.text()
    assert amount_in(page.workspace.plan, "van", "2027-02", "actual") == 0
    dialog.show_cell("van", None)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert amount_in(page.workspace.plan, "van", "2027-02", "actual") is None
    del tester


def test_a_column_is_pasted_over_lines_and_counts_in_one_step(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    dialog = entry(shown, "2027-02")
    steps = len(page.workspace.history())
    dialog.show_cell("packline", None)
    QApplication.clipboard().setText("21,000\n4,500\n58")
    qtbot.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(page.workspace.history()) == steps + 1
    assert page.workspace.undo_label == "Enter February: 3 figures"
    assert amount_in(page.workspace.plan, "packline", "2027-02", "actual") == 2_100_000
    assert amount_in(page.workspace.plan, "van", "2027-02", "actual") == 450_000
    assert [row.value for row in page.workspace.plan.actuals] == [58.0]


def test_enter_goes_on_to_the_next_figure_and_passes_titles(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    dialog = entry(shown, "2027-02")
    grid = dialog.grid
    for text in ("21k", "4.5k", "58"):
        qtbot.keyClicks(grid, text[0])
        editor = grid.findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        qtbot.keyClicks(editor, text[1:])
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: grid.state() != grid.State.EditingState and grid.findChild(QLineEdit) is None)
    assert amount_in(page.workspace.plan, "packline", "2027-02", "actual") == 2_100_000
    assert amount_in(page.workspace.plan, "van", "2027-02", "actual") == 450_000
    assert [row.value for row in page.workspace.plan.actuals] == [58.0]
    before = grid.currentIndex()
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert grid.currentIndex().row() < before.row()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex() == before


def test_months_follow_each_other_in_the_dialog(shown: Shown) -> None:
    dialog = entry(shown, "2027-01")
    dialog._back()
    assert dialog.month == "2027-01"
    dialog._ahead()
    assert dialog.month == "2027-02"
    assert dialog.rows.index(1, ACTUAL - 1).data() == "£20,000"


def enter_two_months(page: ReviewPage) -> None:
    page.workspace.apply(EnterMonth("2027-01", {"packline": 1_000_000}, {LEADS: 30.0}))
    page.workspace.apply(EnterMonth("2027-02", {"packline": 2_600_000}, {LEADS: 35.0}))


def test_the_finding_is_the_headline(shown: Shown) -> None:
    page = page_of(shown)
    enter_two_months(page)
    assert page.head_card.accessibleName() == (
        "Burning ahead of the effect. Jan to Feb 2027. Spend: 103% £36k of £35k. Leads: 65% 65 of 100"
    )
    assert page.tile_cards[0].accessibleName() == "Burn, £18k, a month, signed pace £17.5k"
    assert page.tile_cards[1].accessibleName() == "Free to spend, £64k, of £100k, nothing committed"
    assert page._unsigned.isVisible() and not page._baseline.isVisible()


def test_what_was_signed_is_the_measure_and_not_what_stands_here_now(shown: Shown) -> None:
    page = page_of(shown)
    work = page.workspace
    work.apply(SignPlan("marketing", "tess", "2027-01-02", work.last_edit))
    work.apply(SignPlan("sales", "callum", "2027-01-03", work.last_edit))
    work.apply(SetAmounts({("packline", "2027-02"): 9_900_000}))
    work.apply(SetFields("lead_month", "l2", {"likely": 500.0}))
    enter_two_months(page)
    assert page._baseline.text() == "Baseline signed 3 Jan 2027"
    assert "Spend: 103% £36k of £35k. Leads: 65% 65 of 100" in page.head_card.accessibleName()


def test_arrows_move_through_both_charts_and_e_enters(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    enter_two_months(page)
    chart = page.chart
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.bar is not None and chart.bar.month == "2027-02"
    assert chart.accessibleName().endswith("Feb 2027: spend £26k, planned £25k; leads so far 65, planned 100")
    assert shown.said[-1] == ("Feb 2027", "spend £26k, planned £25k; leads so far 65, planned 100")
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.bar.month == "2027-03"
    assert "spend not entered" in chart.accessibleName()
    qtbot.keyClick(chart, Qt.Key.Key_E)
    dialog = page.window().findChild(MonthDialog)
    assert isinstance(dialog, MonthDialog) and dialog.month == "2027-03"
    dialog.finish()
    page.read_as_table()
    assert page.window().findChild(ReadingDialog) is not None


def test_an_axis_has_the_least_room_to_spare() -> None:
    assert scale_for(103) == (50, 3)
    assert scale_for(1174) == (500, 3)
    assert scale_for(80) == (50, 2) or scale_for(80)[0] * scale_for(80)[1] >= 80


def test_promises_are_checked_by_key_and_by_click(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    enter_two_months(page)
    view = page.promises.list
    assert view.months == ["2027-01", "2027-02", "2027-03"]
    view.take("call")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_K)
    (check,) = page.workspace.plan.promise_checks
    assert (check.commitment, check.period, check.kept) == ("call", "2027-02", True)
    qtbot.keyClick(view, Qt.Key.Key_B)
    face = view.rows.face("call")
    assert face is not None and face.state == "broken"
    assert page.promises._words.text() == "1 broken, 2 not checked"
    page.workspace.undo()
    box = view.row_box("leads")
    left = month_left(box.width(), 3, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(left + 20), round(box.center().y())))
    sheet = page.promises.sheet
    assert sheet.isVisible()
    assert sheet.figure.placeholderText() == "Promised: 35"
    qtbot.keyClicks(sheet.figure, "29")
    qtbot.keyClicks(sheet.step, "Meet on 13 May")
    qtbot.keyClick(sheet.step, Qt.Key.Key_Return)
    face = view.rows.face("leads")
    assert face is not None
    assert (face.state, face.next_step, face.cells[0][1] and face.cells[0][1].words) == (
        "broken", "Meet on 13 May", "29",
    )  # fmt: skip
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    face = view.rows.face("leads")
    assert face is not None and face.state == "open"


def test_a_promise_by_quarter_is_checked_for_its_quarter(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    enter_two_months(page)
    page.promises.check("mql", "2027-02", True)
    (check,) = page.workspace.plan.promise_checks
    assert check.period == "2027-Q1"
    face = page.promises.list.rows.face("mql")
    assert face is not None and [month for month, cell in face.cells if cell] == ["2027-03"]


def test_what_is_looked_for_is_found(shown: Shown) -> None:
    page = page_of(shown)
    enter_two_months(page)
    page.workspace.apply(CheckPromise("call", "2027-01", True))
    (check,) = page.workspace.plan.promise_checks
    assert page.show_object(check.id)
    assert page.promises.list.chosen == "call"
    leads: Actual = next(iter(page.workspace.plan.actuals))
    assert page.show_object(leads.id)
    dialog = page.window().findChild(MonthDialog)
    assert isinstance(dialog, MonthDialog)
    assert dialog.grid.currentIndex() == dialog.rows.place_of(None, LEADS)
    dialog.finish()
    assert page.show_object("v")
    assert page.window().findChild(TablesDialog) is not None
    assert not page.show_object("nothing")


def test_a_plan_without_months_says_what_comes_first(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = page_of(opened(open_workspace(Plan()), qtbot))
    assert page.body.empty.button.text() == "Say when the plan starts"
    with qtbot.waitSignal(page.showAsked) as asked:
        page.body.empty.button.click()
    assert asked.args == ["context", None]
