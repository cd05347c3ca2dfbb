"""Leads by month under the timeline: what lands, typing, the range, the pattern."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.model.edits import PutRows, SetFields
from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, Amount, BudgetLine, Funnel, Plan
from planner.ui.pages.activities.estimate import EVEN, FRONT, LATE, MONEY, EstimateDialog
from planner.ui.pages.activities.page import ActivitiesPage
from planner.ui.parts.grid import CellEditor
from planner.ui.workspace import Workspace

from .activities_plan import activities_plan
from .conftest import Shown

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = ActivitiesPage(open_workspace(activities_plan()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    made = Shown(page)
    page.workspace.apply(PutRows((Funnel(id=SINGLETONS["funnel"], lag_won=(0.0,) * 9 + (1.0,)),), "Lag"))
    page.timeline.take("guide")
    return made


def page_of(shown: Shown) -> ActivitiesPage:
    assert isinstance(shown.page, ActivitiesPage)
    return shown.page


def leads(shown: Shown) -> dict[str, float | None]:
    cells = shown.page.workspace.plan.lead_months
    return {cell.month: cell.likely for cell in sorted(cells, key=lambda cell: cell.month) if cell.activity == "guide"}


def dialog_of(shown: Shown) -> EstimateDialog:
    found = [one for one in shown.page.window().findChildren(EstimateDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_before_anything_is_in_hand_it_shows_all(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = ActivitiesPage(open_workspace(activities_plan()))
    qtbot.addWidget(page)
    page.refresh(page.workspace.plan, page.workspace.results, None)
    assert page.leads.shown.name == "All activities"
    assert page.leads.words()[0] == "40 leads"
    assert not page.leads.change.isVisibleTo(page.leads)


def test_the_strip_says_range_and_what_lands(shown: Shown) -> None:
    strip = page_of(shown).leads
    # Nine months from lead to order: February and March land until December, April's 20 do not.
    assert strip.words() == ("40 leads, 20 to 60", "50% land in this plan")
    assert strip.accessibleName() == (
        "Downtime guide. 40 leads, 20 to 60. 50% land in this plan. Feb 2027 10, Mar 2027 10, Apr 2027 20"
    )
    page_of(shown).timeline.take("group goal lines")
    assert strip.shown.name == "All activities"
    assert strip.words()[0] == "40 leads"
    page_of(shown).timeline.take("fair")
    assert strip.words() == ("No leads said yet", "")


def test_moving_the_bar_shows_what_lands_then(shown: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(page_of(shown).timeline, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page_of(shown).leads.words()[1] == "100% land in this plan"


def test_a_month_is_typed_by_keys(shown: Shown, qtbot: QtBot) -> None:
    strip, before = page_of(shown).leads, shown.page.workspace.plan
    strip.setFocus()
    assert strip.hand == "2027-02"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_3):
        qtbot.keyClick(strip, key)
    editor = strip.findChild(CellEditor)
    assert editor is not None
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert leads(shown) == {"2027-02": 10, "2027-03": 35, "2027-04": 20}
    assert shown.page.workspace.plan.activities["guide"].leads_likely == 65
    assert strip.hasFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert leads(shown) == {"2027-02": 10, "2027-04": 20}
    shown.page.workspace.undo()  # both were quick and are one step
    assert shown.page.workspace.plan == before


def test_a_click_types_and_esc_gives_up(shown: Shown, qtbot: QtBot) -> None:
    strip, place = page_of(shown).leads, page_of(shown).timeline.place
    tick = place.scale.months_boxes()[4]
    qtbot.mouseClick(strip, LEFT, pos=QPoint(round(place.x(tick.x) + 20), 40))
    assert strip.hand == "2027-05"
    editor = strip.findChild(CellEditor)
    assert editor is not None
    qtbot.keyClicks(editor, "7")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert leads(shown) == {"2027-02": 10, "2027-03": 10, "2027-04": 20}
    qtbot.mouseClick(strip, LEFT, pos=QPoint(round(place.x(tick.x) + 20), 40))
    editor = next(one for one in strip.findChildren(CellEditor) if one.isVisible())
    qtbot.keyClicks(editor, "many")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "Write a number" in shown.refused[-1]


@pytest.mark.parametrize(
    ("way", "months"),
    [
        (EVEN, {"2027-02": 13, "2027-03": 13, "2027-04": 12, "2027-05": 12}),
        (FRONT, {"2027-02": 20, "2027-03": 15, "2027-04": 10, "2027-05": 5}),
        (LATE, {"2027-02": 5, "2027-03": 10, "2027-04": 15, "2027-05": 20}),
    ],
)
def test_the_dialog_spreads_over_the_months(
    shown: Shown, qtbot: QtBot, way: str, months: dict[str, float]
) -> None:
    qtbot.keyClick(page_of(shown).timeline, Qt.Key.Key_E)
    dialog = dialog_of(shown)
    assert [line.text() for line in dialog.lines] == ["20", "40", "60"]
    dialog.lines[1].setText("50")
    dialog.way.set_key(way)
    dialog.keep()
    assert leads(shown) == months
    assert shown.page.workspace.undo_label == "Leads of Downtime guide: 20 to 60, likely 50"


def test_leads_come_with_the_money_where_some_is_planned(shown: Shown) -> None:
    assert MONEY not in [key for key, _words in ways_of(shown)]
    cell = Amount(id=cell_id("amount", "ads", "2027-02"), line="ads", month="2027-02", planned=100_000)
    line = BudgetLine(id="ads", description="Ads", activity="guide")
    shown.page.workspace.apply(PutRows((line, cell), "Money"))
    page_of(shown).ask_estimate("guide")
    dialog = dialog_of(shown)
    dialog.lines[1].setText("45")
    dialog.way.set_key(MONEY)
    assert dialog.way.key == MONEY
    dialog.keep()
    assert leads(shown) == {"2027-02": 24, "2027-03": 12, "2027-04": 6, "2027-05": 3}


def ways_of(shown: Shown) -> list[tuple[str, str]]:
    page_of(shown).ask_estimate("guide")
    dialog = dialog_of(shown)
    found = [(str(dialog.way.itemData(at)), dialog.way.itemText(at)) for at in range(dialog.way.count())]
    dialog.finish(False)
    return found


def test_the_dialog_keeps_the_shape_and_refuses_what_is_out_of_order(shown: Shown) -> None:
    page_of(shown).ask_estimate("guide")
    dialog = dialog_of(shown)
    dialog.lines[1].setText("80")
    dialog.keep()
    assert "stands between" in dialog.lines[1].accessibleDescription()
    dialog.lines[2].setText("100")
    dialog.keep()
    assert leads(shown) == {"2027-02": 20, "2027-03": 20, "2027-04": 40}


def test_months_that_do_not_add_up_are_said(shown: Shown) -> None:
    shown.page.workspace.apply(SetFields("activity", "guide", {"leads_likely": 90.0}))
    assert page_of(shown).leads.words() == ("90 leads, 20 to 60", "months add up to 40")


def test_on_a_low_window_it_is_one_line(shown: Shown) -> None:
    page = page_of(shown)
    page.resize(840, 600)
    assert page.leads.is_low
    page.resize(840, 800)
    assert not page.leads.is_low


def test_who_comes_by_tab_sees_where_the_keyboard_is(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = ActivitiesPage(open_workspace(activities_plan()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    page.refresh(page.workspace.plan, page.workspace.results, None)
    with qtbot.waitActive(page):
        page.activateWindow()
    for low in (False, True):
        page.leads.set_low(low)
        page.timeline.setFocus()
        without = page.leads.grab().toImage()
        page.leads.setFocus()
        assert page.leads.grab().toImage() != without
