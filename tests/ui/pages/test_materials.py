"""Materials by keys and mouse: decide with a reason, leave open with names, rate blind, list, filter, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.model.edits import AddRow, DeleteRows, SetFields
from planner.model.edits.materials import ListMaterials, RateMaterials
from planner.model.plan import SINGLETONS, BudgetLine, Facts, Material, Person, Plan, Rating, SalesInput
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.materials.list import columns
from planner.ui.pages.materials.page import ManyDialog, MaterialsPage
from planner.ui.pages.materials.rate import RateDialog
from planner.ui.parts.menu import Menu
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of


def plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], currency="GBP", locale="en_GB", sales_field=8, fiscal_year_start="2027-01"),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="ewa", code="P-2", name="Ewa Lis", function="sales", position=2),
        Person(id="tess", code="P-3", name="Tess Bright", function="marketing", position=3),
        Person(id="sofia", code="P-4", name="Sofia Marchetti", function="agency", position=4),
        SalesInput(id="slides", code="SI-01", given_by="ewa", text="Fewer slides.", position=1),
        BudgetLine(id="line", code="B-01", description="Retainer", amount=6_600_000, position=1),
        Material(id="deck", code="M-01", name="Company slides", type="64 slides", annual_cost=300_000,
                 usage_share=0.13, sales_rating=1.5, n_raters=6, marketing_rating=3.9, n_marketing_raters=3,
                 position=1),
        Material(id="film", code="M-02", name="Film", annual_cost=400_000, usage_share=0.75, sales_rating=4.7,
                 n_raters=6, marketing_rating=3.6, n_marketing_raters=3, decision="keep", reason="Two more like it.",
                 sales_inputs=("slides",), position=2),
        Material(id="calendar", code="M-03", name="Wall calendar", sales_rating=2.0, n_raters=4,
                 deciders=("callum", "tess"), decide_by="2026-11-20", position=3),
        Material(id="cards", code="M-04", name="Answer cards", decision="create", reason="Give us answers.",
                 position=4),
        Rating(id="r1", material="calendar", person="ewa", function="sales", score=2),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = MaterialsPage(open_workspace(plan()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    return Shown(page)


def page_of(shown: Shown) -> MaterialsPage:
    assert isinstance(shown.page, MaterialsPage)
    return shown.page


def material(shown: Shown, id: str) -> Material:
    return shown.page.workspace.plan.materials[id]


def press(shown: Shown, qtbot: QtBot, id: str, key: Qt.Key) -> None:
    page_of(shown).list.take(id)
    qtbot.keyClick(page_of(shown).list, key)


def test_the_widest_gap_comes_first_and_every_mean_says_of_how_many(shown: Shown) -> None:
    page = page_of(shown)
    assert list(page.rows.keys) == ["deck", "film", "calendar", "cards"]
    deck = page.rows.face("deck")
    assert (deck.means, deck.raters) == (("1.5", "3.9"), ("by 6", "by 3"))
    assert (deck.used, deck.little_used, deck.cost, deck.asked) == ("1 of 8", True, "£3k", "Nobody yet")
    film = page.rows.face("film")
    assert (film.used, film.little_used, film.asked) == ("6 of 8", False, "Ewa")
    calendar = page.rows.face("calendar")
    assert (calendar.means, calendar.raters) == (("2.0", "–"), ("by 4", ""))
    assert (calendar.reason, calendar.waits) == ("Waits for Callum and Tess, due 20 Nov", True)
    cards = page.rows.face("cards")
    assert not cards.opinion.is_known
    assert cards.unrated == "Rated once it exists"
    assert page.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(
        "Company slides. 64 slides. Sales 1.5, by 6. Marketing 3.9, by 3. costs £3k a year. used by 1 of 8"
    )


def test_the_habit_bar_says_how_much_nobody_asked_for(shown: Shown) -> None:
    page = page_of(shown)
    assert page.habit.headline == "100% of this budget is habit"
    assert page.habit.consists == "Retainer £66k"
    page.workspace.apply(AddRow("activity", {"title": "Van", "sales_inputs": ("slides",)}, id="van"))
    page.workspace.apply(AddRow("budget_line", {"activity": "van", "amount": 19_800_000, "description": "Van"}))
    assert page.habit.accessibleName() == (
        "25% of this budget is habit. Asked for by sales or customers: 75%, £198k. Habit: 25%, £66k. Retainer £66k"
    )
    page.workspace.apply(DeleteRows("budget_line", ("line",)))
    assert page.habit.headline == "Nothing in this budget is habit"


def test_a_key_asks_for_the_reason_and_enter_without_one_does_not_close(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    before = page.workspace.plan
    press(shown, qtbot, "deck", Qt.Key.Key_T)
    sheet = page.decision_sheet
    assert sheet.isVisible()
    assert sheet.choice.current == "retire"
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert "Say why" in sheet.words.accessibleDescription()
    assert page.workspace.plan == before
    qtbot.keyClicks(sheet.words, "Nobody missed it.")
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert (material(shown, "deck").decision, material(shown, "deck").reason) == ("retire", "Nobody missed it.")
    assert page.list.chosen == "deck"
    assert page.workspace.undo_label == "Retire Company slides"
    page.workspace.undo()
    assert material(shown, "deck").decision is None
    page.workspace.redo()
    assert material(shown, "deck").decision == "retire"


@pytest.mark.parametrize(
    ("key", "decision"),
    [(Qt.Key.Key_K, "keep"), (Qt.Key.Key_R, "revise"), (Qt.Key.Key_P, "replace"), (Qt.Key.Key_C, "create")],
)
def test_every_decision_has_its_key(shown: Shown, qtbot: QtBot, key: Qt.Key, decision: str) -> None:
    press(shown, qtbot, "deck", key)
    sheet = page_of(shown).decision_sheet
    qtbot.keyClicks(sheet.words, "Because")
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert material(shown, "deck").decision == decision


def test_replaced_by_and_who_asked_are_found_by_typing(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "deck", Qt.Key.Key_P)
    sheet = page_of(shown).decision_sheet
    qtbot.keyClicks(sheet.words, "Answers instead of slides")
    replaced, asked = sheet.replacement.line, sheet.inputs.line
    for line, typed in ((replaced, "film"), (replaced, "M-04"), (asked, "SI-01")):
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    sheet.keep()
    row = material(shown, "deck")
    assert (row.decision, row.replaced_by, row.sales_inputs) == ("replace", "cards", ("slides",))
    assert page_of(shown).rows.face("deck").asked == "Ewa"


def test_undecided_needs_names_and_a_day(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "deck", Qt.Key.Key_U)
    sheet = page.decision_sheet
    sheet.keep()
    assert sheet.deciders.accessibleDescription() == "Say who decides."
    qtbot.keyClicks(sheet.deciders.line, "Ewa")
    qtbot.keyClick(sheet.deciders.line, Qt.Key.Key_Return)
    sheet.keep()
    assert "Say by when" in sheet.by.accessibleDescription()
    qtbot.keyClicks(sheet.by, "30 Nov 2026")
    sheet.keep()
    assert (material(shown, "deck").deciders, material(shown, "deck").decide_by) == (("ewa",), "2026-11-30")
    assert page.rows.face("deck").reason == "Waits for Ewa, due 30 Nov"
    page.open_chip.click()
    assert list(page.rows.keys) == ["deck", "calendar"]
    page.choice._segments["all"].click()
    assert len(page.rows.keys) == 4
    assert not page.open_chip.isChecked()


def test_reprinting_as_it_is_is_a_way_to_keep(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "deck", Qt.Key.Key_K)
    sheet = page_of(shown).decision_sheet
    sheet.unchanged.click()
    qtbot.keyClicks(sheet.words, "Always was")
    sheet.keep()
    assert material(shown, "deck").decision == "reproduce_unchanged"
    assert page_of(shown).rows.counts["keep"] == 2


def test_esc_keeps_nothing(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    before = page.workspace.plan
    press(shown, qtbot, "deck", Qt.Key.Key_R)
    qtbot.keyClicks(page.decision_sheet.words, "Half of it")
    qtbot.keyClick(page.decision_sheet, Qt.Key.Key_Escape)
    assert not page.decision_sheet.isVisible()
    assert page.workspace.plan == before


def test_the_filter_shows_one_decision_and_the_order_can_be_changed(shown: Shown) -> None:
    page = page_of(shown)
    page.choice._segments["create"].click()
    assert list(page.rows.keys) == ["cards"]
    page.choice._segments["retire"].click()
    assert not page.rows.keys
    assert page.list.empty_words == "No material is marked “Retire”."
    page.choice._segments["all"].click()
    page.sort_by("cost")
    assert list(page.rows.keys) == ["film", "deck", "calendar", "cards"]
    page.sort_by("use")
    assert page.rows.keys[0] == "deck"
    page.sort_by("name")
    assert list(page.rows.keys) == ["cards", "deck", "film", "calendar"]


def test_a_click_opens_the_details_and_the_keys_still_decide(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    port = page.list.viewport()
    box = page.list.visualRect(page.rows.index(1, 0))
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(60, box.center().y()))
    assert page.details.isVisible()
    assert page.details.form.row_id == "film"
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.details.form.row_id == "calendar"
    qtbot.keyClick(page.list, Qt.Key.Key_R)
    assert page.decision_sheet.isVisible()
    assert not page.details.isVisible()
    page.decision_sheet.give_up()
    chip = QPoint(round(columns(port.width()).decision) + 20, box.center().y())
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=chip)
    assert page.decision_sheet.choice.current == "keep"


def test_fields_on_the_sheet_are_edits_of_their_own(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "deck", Qt.Key.Key_Return)
    editor = page.details.form.editor("annual_cost")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "4k")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert material(shown, "deck").annual_cost == 400_000
    assert page.rows.face("deck").cost == "£4k"
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    assert not page.details.isVisible()


def test_one_after_the_other_rates_and_sees_no_other_answer(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.rate()
    dialog = page.findChild(RateDialog)
    assert dialog is not None
    assert dialog.person == "callum"
    board = dialog.board
    assert list(board.rows.keys) == ["deck", "film", "calendar"]
    for key in (Qt.Key.Key_2, Qt.Key.Key_0):
        qtbot.keyClick(board, key)
    assert board.answers == {"deck": 2, "film": "unknown"}
    assert dialog._next.text() == "Pass on to Ewa"
    qtbot.keyClick(board, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.person, board.answers) == ("ewa", {})
    box = board.visualRect(board.rows.index(2, 0)).toRectF()
    four = next(target for answer, target in board.targets(box) if answer == 4)
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=four.center().toPoint())
    dialog.pass_on()
    assert dialog.person == "tess"
    dialog._close.click()
    found = {(row.material, row.person): (row.score, row.unknown) for row in page.workspace.plan.ratings}
    assert found == {("deck", "callum"): (2, None), ("film", "callum"): (None, True), ("calendar", "ewa"): (4, None)}
    last = page.workspace.history()[-1]
    assert (last.author, last.label) == ("Ewa Lis", "Ewa Lis rates Wall calendar")
    assert page.workspace.author.id == "callum"
    page.workspace.undo()
    assert page.workspace.plan.ratings["r1"].score == 2


def test_the_laptop_is_not_passed_to_somebody_who_is_away(shown: Shown) -> None:
    page = page_of(shown)
    page.workspace.apply(SetFields("person", "ewa", {"present": False}))
    page.rate()
    dialog = page.findChild(RateDialog)
    assert dialog is not None
    assert dialog._next.text() == "Pass on to Ewa"  # nobody is marked as here, so nobody is missed out
    page.workspace.apply(SetFields("person", "callum", {"present": True}))
    dialog._say()
    assert dialog._next.text() == "Pass on to Tess"
    dialog.finish()


def test_taking_an_answer_back_on_the_board(shown: Shown, qtbot: QtBot) -> None:
    page_of(shown).rate()
    dialog = page_of(shown).findChild(RateDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.board, Qt.Key.Key_5)
    qtbot.keyClick(dialog.board, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.board, Qt.Key.Key_Delete)
    assert dialog.board.answers == {}
    dialog.finish()


def test_enough_single_ratings_speak_for_their_side(shown: Shown) -> None:
    page = page_of(shown)
    page.workspace.apply(RateMaterials("tess", {"calendar": 3}))
    face = page.rows.face("calendar")
    assert (face.means, face.raters) == (("2.0", "3.0"), ("by 4", "by 1"))
    assert page._rated.text() == "3 of 4 rated by both"


def test_a_new_material_and_a_pasted_list(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.add_new()
    dialog = page.findChild(NewRowDialog)
    assert dialog is not None
    dialog.add_row()
    assert "This is needed." in dialog.form.editor("name").accessibleDescription()
    name = dialog.form.editor("name")
    assert isinstance(name, QLineEdit)
    qtbot.keyClicks(name, "Price sheet")
    dialog.add_row()
    added = page.workspace.plan.materials.ordered[-1]
    assert (added.name, added.code, page.list.chosen) == ("Price sheet", "M-05", added.id)
    page.add_many()
    many = page.findChild(ManyDialog)
    assert many is not None
    many.keep()
    assert "at least one name" in many.names.accessibleDescription()
    many.names.setPlainText("Film\n\nSample box\nGiveaway")
    many.keep()
    assert [row.name for row in page.workspace.plan.materials.ordered[-2:]] == ["Sample box", "Giveaway"]


def test_what_cannot_be_read_in_a_new_material_is_asked_for_again(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    before = page.workspace.plan
    page.add_new()
    (dialog,) = page.findChildren(NewRowDialog)
    name, updated = dialog.form.editor("name"), dialog.form.editor("last_updated")
    qtbot.keyClicks(name, "Price sheet")
    qtbot.keyClicks(updated, "some time ago")
    qtbot.keyClick(updated, Qt.Key.Key_Return)
    assert page.workspace.plan == before
    assert updated.hasFocus()
    assert "Write the month like" in updated.accessibleDescription()
    assert isinstance(updated, QLineEdit)
    updated.selectAll()
    qtbot.keyClicks(updated, "Mar 2021")
    qtbot.keyClick(updated, Qt.Key.Key_Return)
    assert page.workspace.plan.materials.ordered[-1].last_updated == "2021-03"


def test_delete_takes_the_ratings_along(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "calendar", Qt.Key.Key_Delete)
    assert "calendar" not in shown.page.workspace.plan.materials
    assert not len(shown.page.workspace.plan.ratings)
    shown.page.workspace.undo()
    assert page_of(shown).rows.face("calendar").raters[0] == "by 4"


def test_show_goes_to_the_material_whatever_is_filtered(shown: Shown) -> None:
    page = page_of(shown)
    page.choice._segments["create"].click()
    assert page.show_object("deck")
    assert page.list.chosen == "deck"
    assert page.show_object("r1")
    assert page.list.chosen == "calendar"
    assert page.show_object("film", "owner")
    assert page.details.isVisible()
    assert not page.show_object("line")
    assert shown.said[-1] == ("Film", "Keep")


def test_the_models_keep_their_promises(shown: Shown) -> None:
    page = page_of(shown)
    tester = QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    work = page.workspace
    work.apply(ListMaterials(tuple(f"Sheet {n}" for n in range(300))))
    assert page.rows.rowCount() == 304
    work.apply(DeleteRows("material", ("deck", "film")))
    work.apply(SetFields("material", "cards", {"decision": "retire"}))
    page.sort_by("name")
    page.filter_by("retire")
    while work.undo():
        pass
    assert tester.model() is page.rows


def test_an_empty_plan_says_why(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = MaterialsPage(open_workspace(plan_of()))
    qtbot.addWidget(page)
    page.show()
    Shown(page)
    assert page.body.is_empty
    page.rate()
    dialog = page.findChild(RateDialog)
    assert dialog is not None
    assert dialog._nobody.isVisible()
    dialog.finish()
    page.workspace.apply(AddRow("material", {"name": "Film"}))
    assert not page.body.is_empty
    assert page.habit.headline == "How much of it is habit?"


def test_another_order_is_chosen_from_the_menu_of_the_button(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.mouseClick(page.order, Qt.MouseButton.LeftButton)
    menu = page.order.findChild(Menu)
    assert menu is not None
    by_name = next(action for action in menu.actions() if action.text() == "By name")
    by_name.trigger()
    menu.close()
    assert page.order.text() == "By name"
    assert list(page.rows.keys) == ["cards", "deck", "film", "calendar"]
