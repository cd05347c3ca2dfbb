"""Customers: cards that are written in place, moved and dragged; what is agreed; what can be handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.model.plan import SINGLETONS, Activity, Facts, Material, Plan, Rows, Segment
from planner.ui.frame.stops import stops
from planner.ui.pages.customers.card import SegmentCard
from planner.ui.pages.customers.page import CustomersPage
from planner.ui.parts.inplace import InPlace
from planner.ui.parts.menu import Menu
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

ALT = Qt.KeyboardModifier.AltModifier


def customers_plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], title="Plan", locale="en_GB", good_lead="A named person", as_of="2026-11-16"),
        Segment(id="dairy", code="S1", name="Dairies", priority=1, accounts=1420, job="Fill without stopping",
                buying_roles=("Plant manager", "Quality"), position=1),
        Segment(id="meat", code="S2", name="Meat", position=2),
        Segment(id="bread", code="S3", name="Bakeries", priority=2, position=3),
        Activity(id="fair", title="Trade fair", segments=("dairy",)),
        Material(id="sheet", name="Data sheet", segments=("dairy",), stage="decide"),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = CustomersPage(open_workspace(customers_plan()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> CustomersPage:
    assert isinstance(shown.page, CustomersPage)
    return shown.page


def card_of(shown: Shown, id: str) -> SegmentCard:
    card = page_of(shown).cards.card(id)
    assert card is not None
    return card


def editor_in(widget: QWidget) -> InPlace:
    (found,) = [one for one in widget.findChildren(InPlace) if one.isVisible()]
    return found


def order(shown: Shown) -> list[str]:
    return [row.id for row in page_of(shown).workspace.plan.segments]


def test_a_card_says_who_it_is_and_what_points_at_it(shown: Shown) -> None:
    dairy, meat = card_of(shown, "dairy"), card_of(shown, "meat")
    assert dairy.face.words["accounts"] == "1,420"
    assert dairy.face.words["buying_roles"] == "Plant manager, Quality"
    assert (dairy.face.pointing, dairy.face.missing) == ("1 activity · 1 material", "")
    assert dairy.face.pointing_names == "Trade fair\nData sheet"
    assert (meat.face.pointing, meat.face.missing) == ("", "No activity points here yet")
    assert dairy.accessibleName() == "Dairies, priority 1, Fill without stopping, 1 activity · 1 material"


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", "Dairies in the north", "Dairies in the north"),
        ("job", "Fill at night", "Fill at night"),
        ("buying_roles", "Plant manager, Procurement; HSE", ("Plant manager", "Procurement", "HSE")),
        ("alternatives", "Filler A, doing nothing", ("Filler A", "doing nothing")),
        ("accounts", "2,000", 2000),
        ("must_not", "Cheese makers under 10 people", "Cheese makers under 10 people"),
    ],
)
def test_every_line_is_written_where_it_stands(
    shown: Shown, qtbot: QtBot, field: str, typed: str, value: object
) -> None:
    line = card_of(shown, "dairy").lines[field]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    editor = editor_in(line)
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    work = shown.page.workspace
    assert getattr(work.plan.segments["dairy"], field) == value
    work.undo()
    assert work.plan == customers_plan()
    work.redo()
    assert getattr(work.plan.segments["dairy"], field) == value


def test_what_is_no_number_stays_and_says_what_would_be_right(shown: Shown, qtbot: QtBot) -> None:
    line = card_of(shown, "dairy").lines["accounts"]
    qtbot.mouseDClick(line, Qt.MouseButton.LeftButton)
    editor = editor_in(line)
    assert editor.toPlainText() == "1,420"
    editor.selectAll()
    qtbot.keyClicks(editor, "many")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert shown.refused[-1] == "Write a whole number, such as 12."
    assert editor.toPlainText() == "many"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert shown.page.workspace.plan == customers_plan()


def test_one_click_starts_what_is_not_known_yet(shown: Shown, qtbot: QtBot) -> None:
    line = card_of(shown, "meat").lines["trigger"]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor_in(line), "A line rebuilt")
    qtbot.keyClick(editor_in(line), Qt.Key.Key_Return)
    assert shown.page.workspace.plan.segments["meat"].trigger == "A line rebuilt"


def test_tab_keeps_a_line_and_goes_on_with_the_next(shown: Shown, qtbot: QtBot) -> None:
    card = card_of(shown, "meat")
    qtbot.mouseClick(card.lines["job"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor_in(card), "Slice by night")
    qtbot.keyClick(editor_in(card), Qt.Key.Key_Tab)
    assert card.lines["trigger"].isAncestorOf(editor_in(card))
    qtbot.keyClicks(editor_in(card), "A line rebuilt")
    qtbot.keyClick(editor_in(card), Qt.Key.Key_Backtab)
    assert editor_in(card).toPlainText() == "Slice by night"
    row = shown.page.workspace.plan.segments["meat"]
    assert (row.job, row.trigger) == ("Slice by night", "A line rebuilt")
    for _line in range(len(card.lines) - 1):
        qtbot.keyClick(editor_in(card), Qt.Key.Key_Tab)
    assert page_of(shown).focusWidget() is card


def test_arrows_walk_and_figures_set_the_priority(shown: Shown, qtbot: QtBot) -> None:
    dairy, meat = card_of(shown, "dairy"), card_of(shown, "meat")
    dairy.setFocus()
    qtbot.keyClick(dairy, Qt.Key.Key_Right)
    assert page_of(shown).focusWidget() is meat
    qtbot.keyClick(meat, Qt.Key.Key_2)
    assert shown.page.workspace.plan.segments["meat"].priority == 2
    qtbot.keyClick(meat, Qt.Key.Key_Down)
    assert page_of(shown).focusWidget() is meat.lines["name"]
    qtbot.keyClick(meat.lines["name"], Qt.Key.Key_Down)
    assert page_of(shown).focusWidget() is meat.lines["job"]
    qtbot.keyClick(meat.lines["job"], Qt.Key.Key_Up)
    qtbot.keyClick(meat.lines["name"], Qt.Key.Key_Up)
    assert page_of(shown).focusWidget() is meat


def test_alt_arrows_and_the_mouse_move_a_card(shown: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(card_of(shown, "dairy"), Qt.Key.Key_Right, ALT)
    assert order(shown) == ["meat", "dairy", "bread"]
    qtbot.keyClick(card_of(shown, "dairy"), Qt.Key.Key_Left, ALT)
    assert order(shown) == ["dairy", "meat", "bread"]
    steps = len(shown.page.workspace.history())
    qtbot.waitUntil(lambda: card_of(shown, "dairy").x() < card_of(shown, "meat").x())
    drag(qtbot, card_of(shown, "bread"), card_of(shown, "dairy"))
    assert order(shown) == ["bread", "dairy", "meat"]
    assert len(shown.page.workspace.history()) == steps + 1
    shown.page.workspace.undo()
    assert order(shown) == ["dairy", "meat", "bread"]


def drag(qtbot: QtBot, card: SegmentCard, before: SegmentCard) -> None:
    """By its dots to the left edge of another card."""
    grip = card.grip
    target = before.mapToGlobal(QPoint(10, before.height() // 2))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    inside = QPointF(grip.mapFromGlobal(target))
    left = Qt.MouseButton.LeftButton
    for kind, button, held in (
        (QEvent.Type.MouseMove, Qt.MouseButton.NoButton, left),
        (QEvent.Type.MouseButtonRelease, left, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, inside, QPointF(target), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(grip, event)


def test_new_customers_are_named_at_once_and_deleted_again(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.add_new()
    added = page.workspace.plan.segments.ordered[-1]
    editor = editor_in(card_of(shown, added.id))
    qtbot.keyClicks(editor, "Wineries")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.workspace.plan.segments[added.id].name == "Wineries"
    qtbot.keyClick(card_of(shown, added.id), Qt.Key.Key_Delete)
    assert added.id not in page.workspace.plan.segments
    qtbot.keyClick(card_of(shown, "dairy"), Qt.Key.Key_Delete)
    assert page.workspace.history()[-1].label == "Delete Dairies, named by 1 activity and 1 material"
    page.workspace.undo()
    assert page.workspace.plan.activities["fair"].segments == ("dairy",)


def test_enter_opens_all_fields(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClick(card_of(shown, "dairy"), Qt.Key.Key_Return)
    assert page._sheet is not None and page._sheet.isVisible()
    assert page._sheet.form.row_id == "dairy"


def test_the_priority_is_chosen_by_mouse(shown: Shown, qtbot: QtBot) -> None:
    card = card_of(shown, "meat")
    qtbot.mouseClick(card._priority, Qt.MouseButton.LeftButton)
    menu = card.findChild(Menu)
    assert menu is not None
    menu.actions()[2].trigger()
    assert shown.page.workspace.plan.segments["meat"].priority == 3


def test_a_good_lead_is_agreed_by_both_halves_and_anew_when_it_changes(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClick(page.lead, Qt.Key.Key_M)
    qtbot.mouseClick(page.lead.halves, Qt.MouseButton.LeftButton, pos=QPoint(page.lead.halves.width() - 20, 20))
    assert page.workspace.plan.facts.good_lead_agreed_by == ("marketing", "sales")
    qtbot.keyClick(page.lead, Qt.Key.Key_E)
    editor = editor_in(page.lead)
    qtbot.keyClicks(editor, "A named person who asked for a price")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    facts = page.workspace.plan.facts
    assert (facts.good_lead, facts.good_lead_agreed_by) == ("A named person who asked for a price", ())
    page.workspace.undo()
    assert page.workspace.plan.facts.good_lead_agreed_by == ("marketing", "sales")


def test_whom_nobody_chases(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClick(page.exclusion, Qt.Key.Key_Return)
    qtbot.keyClicks(editor_in(page.exclusion), "Anybody under 50,000 a year")
    qtbot.keyClick(editor_in(page.exclusion), Qt.Key.Key_Return)
    assert page.workspace.plan.facts.exclusion == "Anybody under 50,000 a year"


def test_the_grid_says_what_can_be_handed_over(shown: Shown, qtbot: QtBot) -> None:
    grid = page_of(shown).cover
    assert [row.name for row in grid.grid.rows] == ["Dairies", "Bakeries", "Meat"]
    kinds = [[grid.grid.cell(grid.grid.index(row, column)).kind for column in (1, 2, 3)] for row in range(3)]
    assert kinds == [["hole", "hole", "full"], ["none"] * 3, ["none"] * 3]
    grid.setFocus()
    assert grid.choose("dairy", 2)
    assert shown.said[-1] == ("Dairies, Decides", "Data sheet")
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert shown.said[-1] == ("Dairies, Considers", "Nothing to hand over yet")
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert page_of(shown).focusWidget() is card_of(shown, "dairy")


def test_show_goes_to_the_line_itself(shown: Shown) -> None:
    page = page_of(shown)
    assert page.show_object("bread", "trigger")
    assert page.focusWidget() is card_of(shown, "bread").lines["trigger"]
    assert page.show_object("meat")
    assert page.focusWidget() is card_of(shown, "meat")
    assert page.show_object(SINGLETONS["facts"], "exclusion")
    assert page.focusWidget() is page.exclusion
    assert page.show_object(SINGLETONS["facts"], "good_lead")
    assert not page.show_object("fair")


def test_nobody_yet_starts_with_a_name_or_with_a_good_lead(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot
) -> None:
    page = CustomersPage(open_workspace(plan_of()))
    qtbot.addWidget(page)
    page.resize(904, 632)
    page.show()
    shown = Shown(page)
    assert page.body.is_empty
    page.body.empty.alternative.emit()
    assert not page.body.is_empty
    qtbot.keyClick(editor_in(page.lead), Qt.Key.Key_Escape)
    qtbot.mouseClick(page.body.empty.button, Qt.MouseButton.LeftButton)
    (added,) = page.workspace.plan.segments
    assert card_of(shown, added.id).isVisible()


def test_three_stand_side_by_side_where_there_is_room(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.resize(1200, 800)
    qtbot.waitUntil(lambda: card_of(shown, "bread").y() == card_of(shown, "dairy").y())
    page.resize(904, 800)
    qtbot.waitUntil(lambda: card_of(shown, "bread").y() > card_of(shown, "dairy").y())


def test_tab_goes_from_what_is_agreed_over_the_cards_to_the_grid(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClick(card_of(shown, "bread"), Qt.Key.Key_Left, ALT)
    order = stops([page])
    wanted = [page._add_button, page.lead, page.lead.halves, page.exclusion,
              *(card_of(shown, id) for id in ("dairy", "bread", "meat")), page.cover]  # fmt: skip
    places = [order.index(one) for one in wanted]
    assert places == sorted(places)


def test_who_agrees_before_a_good_lead_is_written_down_is_asked_for_the_words(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot
) -> None:
    plan = customers_plan()
    page = CustomersPage(open_workspace(plan.with_tables({"facts": Rows([replace(plan.facts, good_lead=None)])})))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    qtbot.mouseClick(page.lead.halves, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.keyClicks(editor_in(page.lead), "Has a plant")
    qtbot.keyClick(editor_in(page.lead), Qt.Key.Key_Return)
    assert page.workspace.plan.facts.good_lead == "Has a plant"
