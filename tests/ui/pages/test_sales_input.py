"""The ledger by its keys: answer, refuse, vote, filter, add, merge, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows
from planner.model.plan import Plan, SalesInput, fields_of
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.sales_input.cards import button_box, card_box, votes_box
from planner.ui.pages.sales_input.page import SalesInputPage
from planner.ui.pages.sales_input.strip import rated
from planner.ui.parts.button import Button
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(workspace: Workspace, qtbot: QtBot) -> Shown:
    page = SalesInputPage(workspace)
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    return Shown(page)


def page_of(shown: Shown) -> SalesInputPage:
    assert isinstance(shown.page, SalesInputPage)
    return shown.page


def input_of(shown: Shown, id: str) -> SalesInput:
    return shown.page.workspace.plan.sales_inputs[id]


def press(shown: Shown, qtbot: QtBot, id: str, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    ledger = page_of(shown).ledger
    ledger.take(id)
    qtbot.keyClick(ledger, key, held or Qt.KeyboardModifier.NoModifier)


def test_most_votes_first_with_counts_in_the_filter(shown: Shown) -> None:
    page = page_of(shown)
    assert list(page.rows.keys) == ["downtime", "plant", "prices", "reprint"]
    assert page.rows.counts == {"all": 4, "new": 1, "accepted": 1, "adapted": 1, "parked": 0, "declined": 1}
    face = page.rows.face("downtime")
    assert face.dots == ("sales",) * 3 + ("marketing",) * 2
    assert (face.below, face.below_is) == ("L60 launch", "link")
    assert page.rows.face("prices").below == "Waiting 2 days for an answer"
    assert page.rows.face("plant").below == "3 regions, not 6"
    assert page.rows.face("reprint").below == "Printed already."


def test_the_filter_shows_one_answer_and_says_when_there_is_none(shown: Shown) -> None:
    page = page_of(shown)
    page.choice._segments["declined"].click()
    assert list(page.rows.keys) == ["reprint"]
    page.choice._segments["parked"].click()
    assert not page.rows.keys
    assert page.ledger.empty_words == "No input is marked “Parked”."
    page.sort_by("newest")
    page.choice._segments["all"].click()
    assert page.rows.keys[0] == "prices"
    page.sort_by("oldest")
    assert page.rows.keys[0] == "prices"


def test_x_opens_the_reason_and_a_decline_without_one_is_not_kept(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    before = page.workspace.plan
    press(shown, qtbot, "prices", Qt.Key.Key_X)
    sheet = page.answer_sheet
    assert sheet.isVisible()
    assert sheet.choice.current == "declined"
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert "Say why" in sheet.words.accessibleDescription()
    assert page.workspace.plan == before
    qtbot.keyClicks(sheet.words, "Options move it 40%.")
    assert "Say why" not in sheet.words.accessibleDescription()
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    row = input_of(shown, "prices")
    assert (row.status, row.decline_reason, row.responder, row.responded_on) == (
        "declined",
        "Options move it 40%.",
        "callum",
        "2026-11-16",
    )
    page.workspace.undo()
    assert input_of(shown, "prices").status == "new"
    page.workspace.redo()
    assert input_of(shown, "prices").status == "declined"


def test_parking_needs_a_day(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "prices", Qt.Key.Key_P)
    qtbot.keyClick(page.answer_sheet.words, Qt.Key.Key_Return)
    assert "Say until when" in page.answer_sheet.until.accessibleDescription()
    qtbot.keyClicks(page.answer_sheet.until, "1 Mar 2027")
    page.answer_sheet.until.editingFinished.emit()
    page.answer_sheet.keep()
    assert (input_of(shown, "prices").status, input_of(shown, "prices").revisit_on) == ("parked", "2027-03-01")
    assert page.rows.face("prices").note == "until 1 Mar 2027"


def test_accepting_links_what_is_typed(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "prices", Qt.Key.Key_A)
    line = page.answer_sheet.links.line
    for typed in ("A-01", "broch"):
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    page.answer_sheet.keep()
    row = input_of(shown, "prices")
    assert (row.status, row.activities, row.materials) == ("accepted", ("shows",), ("brochure",))
    assert page.rows.face("prices").below == "Trade shows, L40 brochure"


def test_what_was_answered_before_is_no_reason_to_decline(shown: Shown, qtbot: QtBot) -> None:
    sheet = page_of(shown).answer_sheet
    press(shown, qtbot, "plant", Qt.Key.Key_X)
    assert sheet.words.toPlainText() == ""
    sheet.choice._segments["adapted"].click()
    assert sheet.words.toPlainText() == "3 regions, not 6"
    qtbot.keyClicks(sheet.words, " yet")
    sheet.choice._segments["declined"].click()
    assert sheet.words.toPlainText() == "3 regions, not 6 yet"


def test_esc_keeps_nothing(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    before = page.workspace.plan
    press(shown, qtbot, "prices", Qt.Key.Key_D)
    qtbot.keyClicks(page.answer_sheet.words, "Something else")
    qtbot.keyClick(page.answer_sheet, Qt.Key.Key_Escape)
    assert not page.answer_sheet.isVisible()
    assert page.workspace.plan == before


def test_what_was_written_before_esc_is_there_again_for_the_same_input_only(shown: Shown, qtbot: QtBot) -> None:
    sheet = page_of(shown).answer_sheet
    press(shown, qtbot, "prices", Qt.Key.Key_D)
    qtbot.keyClicks(sheet.words, "Something else")
    qtbot.keyClicks(sheet.links.line, "nothing like it")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    press(shown, qtbot, "downtime", Qt.Key.Key_D)
    assert (sheet.words.toPlainText(), sheet.links.line.text()) == ("", "")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    press(shown, qtbot, "prices", Qt.Key.Key_D)
    assert sheet.words.toPlainText() == "Something else"


def test_an_answer_that_names_nothing_is_said_and_not_dropped(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "prices", Qt.Key.Key_A)
    links = page.answer_sheet.links
    qtbot.keyClicks(links.line, "moon")
    page.answer_sheet.keep()
    assert page.answer_sheet.isVisible()
    assert links.line.text() == "moon"
    assert links.accessibleDescription() == "Nothing here is called that."
    links.line.selectAll()
    qtbot.keyClicks(links.line, "broch")
    assert links.accessibleDescription() == ""
    page.answer_sheet.keep()  # without Enter: it can mean one material only
    assert input_of(shown, "prices").materials == ("brochure",)


def test_a_click_on_answer_opens_the_sheet(shown: Shown, qtbot: QtBot) -> None:
    ledger = page_of(shown).ledger
    index = ledger.rows.index(ledger.rows.row_of("prices"), 0)
    ledger.scrollTo(index)
    box = button_box(card_box(QRectF(ledger.visualRect(index))))
    point = box.center().toPoint()
    qtbot.mouseClick(ledger.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))
    assert page_of(shown).answer_sheet.isVisible()


def test_a_click_on_the_dots_places_one_and_shift_takes_it_back(shown: Shown, qtbot: QtBot) -> None:
    ledger = page_of(shown).ledger
    index = ledger.rows.index(ledger.rows.row_of("prices"), 0)
    ledger.scrollTo(index)
    point = votes_box(card_box(QRectF(ledger.visualRect(index)))).center().toPoint()
    qtbot.mouseMove(ledger.viewport(), point)
    qtbot.mouseClick(ledger.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page_of(shown).rows.face("prices").dots == ("sales",)
    assert not page_of(shown).answer_sheet.isVisible()
    index = ledger.rows.index(ledger.rows.row_of("prices"), 0)
    point = votes_box(card_box(QRectF(ledger.visualRect(index)))).center().toPoint()
    qtbot.mouseClick(ledger.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, point)
    assert page_of(shown).rows.face("prices").dots == ()


def test_v_places_a_dot_of_whoever_is_at_the_keyboard(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "prices", Qt.Key.Key_V)
    page.workspace.set_author(Author("Tess Bright", "tess"))
    press(shown, qtbot, "prices", Qt.Key.Key_V)
    assert sorted(page.rows.face("prices").dots) == ["marketing", "sales"]
    assert page.ledger.chosen == "prices"
    assert list(page.rows.keys)[:2] == ["downtime", "prices"]
    press(shown, qtbot, "prices", Qt.Key.Key_V, SHIFT)
    assert page.rows.face("prices").dots == ("sales",)
    press(shown, qtbot, "prices", Qt.Key.Key_V, SHIFT)
    assert "no dot of yours" in shown.refused[-1]


def test_dots_run_out_with_a_sentence(shown: Shown, qtbot: QtBot) -> None:
    for _dot in range(4):
        press(shown, qtbot, "prices", Qt.Key.Key_V)
    assert len(page_of(shown).rows.face("prices").dots) == 3
    assert "All 3 dots are placed" in shown.refused[-1]


def test_a_new_input_says_who_said_what(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.add_new()
    dialog = page.findChild(NewRowDialog)
    assert dialog is not None
    dialog.add_row()
    assert "This is needed." in dialog.form.editor("text").accessibleDescription()
    words = dialog.form.editor("text")
    assert isinstance(words, QPlainTextEdit)
    qtbot.keyClicks(words, "Quotations take nine days.")
    dialog.add_row()
    row = page.workspace.plan.sales_inputs.ordered[-1]
    assert (row.text, row.given_by, row.date, row.code) == (
        "Quotations take nine days.",
        "callum",
        "2026-11-16",
        "SI-05",
    )
    assert page.ledger.chosen == row.id


def test_an_input_left_with_esc_stands_there_again_and_cancel_gives_it_up(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.add_new()
    (dialog,) = page.findChildren(NewRowDialog)
    qtbot.keyClicks(dialog.form.editor("text"), "Quotations take")
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    page.add_new()
    (dialog,) = page.findChildren(NewRowDialog)
    words = dialog.form.editor("text")
    assert isinstance(words, QPlainTextEdit)
    assert words.toPlainText() == "Quotations take"
    with qtbot.waitSignal(dialog.destroyed):
        next(one for one in dialog.findChildren(Button) if one.text() == "Cancel").click()
    page.add_new()
    (dialog,) = page.findChildren(NewRowDialog)
    words = dialog.form.editor("text")
    assert isinstance(words, QPlainTextEdit)
    assert words.toPlainText() == ""


def test_every_field_is_on_the_sheet_and_is_an_edit_of_its_own(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "prices", Qt.Key.Key_Return)
    form = page.details.form
    assert set(form._editors) == set(fields_of(SalesInput))
    editor = form.editor("evidence")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    qtbot.keyClicks(editor, "Three quotes lost")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert input_of(shown, "prices").evidence == "Three quotes lost"
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    assert not page.details.isVisible()


def test_delete_takes_the_input_and_its_dots(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "downtime", Qt.Key.Key_Delete)
    assert "downtime" not in shown.page.workspace.plan.sales_inputs
    assert len(shown.page.workspace.plan.dots) == 1
    shown.page.workspace.undo()
    assert page_of(shown).rows.face("downtime").dots


def test_twins_join(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.merge("plant")
    page._twin.set_key("downtime")
    page._merge(True)
    assert len(page.rows.face("downtime").dots) == 6
    assert page.rows.face("plant").below == "Same as SI-01"
    assert list(page.rows.keys)[-1] == "plant"


def test_show_goes_to_the_input_whatever_is_filtered(shown: Shown) -> None:
    page = page_of(shown)
    page.filter_by("declined")
    assert page.show_object("prices")
    assert page.ledger.chosen == "prices"
    assert page.show_object("d1")
    assert page.ledger.chosen == "downtime"
    assert not page.show_object("packline")


def test_cards_and_strip_can_be_read_out(shown: Shown) -> None:
    page = page_of(shown)
    said = page.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "5 votes. Customers ask what downtime costs. said by Callum Reid. Customer need. Accepted. L60 launch"
    )
    assert "L40 brochure: 1.8, 4.1" in page.strip.accessibleName()
    assert [one.name for one in rated(page.workspace.plan)] == ["L40 brochure", "Film"]


def test_the_model_keeps_its_promises(shown: Shown) -> None:
    rows = page_of(shown).rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    work = shown.page.workspace
    work.apply(AddRow("sales_input", {"text": "New"}))
    work.apply(DeleteRows("sales_input", ("plant", "prices")))
    page_of(shown).sort_by("newest")
    page_of(shown).filter_by("new")
    while work.undo():
        pass
    assert tester.model() is rows


def test_an_empty_plan_says_why(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = SalesInputPage(open_workspace(plan_of()))
    qtbot.addWidget(page)
    page.show()
    Shown(page)
    assert page.body.is_empty
    page.workspace.apply(AddRow("sales_input", {"text": "First"}))
    assert not page.body.is_empty


def test_what_had_been_begun_is_typed_on_at_its_end(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.begun.note("row:sales_input", {"text": "Quotations take"})
    page.add_new()
    (dialog,) = page.findChildren(NewRowDialog)
    words = dialog.form.editor("text")
    assert isinstance(words, QPlainTextEdit)
    qtbot.keyClicks(words, " nine days")
    assert words.toPlainText() == "Quotations take nine days"
