"""The agreement: accept, waive, sign, lock, see what changed since, open again; no score without an action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.model.changes import Author
from planner.model.edits import DeleteRows, SetFields
from planner.model.plan import (
    SINGLETONS,
    Activity,
    Commitment,
    Facts,
    Goal,
    Person,
    Plan,
    Pulse,
    Rows,
    SalesInput,
)
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.agreement.changes import ChangesDialog
from planner.ui.pages.agreement.page import AgreementPage
from planner.ui.pages.agreement.sign import SignDialog
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.people_menu import PeopleMenu
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

LEFT = Qt.MouseButton.LeftButton


def agreed_plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], title="Plan", company="Wrenfield", currency="GBP", locale="en_GB",
              fiscal_year_start="2027-01", horizon_months=12, as_of="2026-11-16", lint_gate="K1", status="in_review",
              response_sla_days=14),
        Person(id="callum", code="P-1", name="Callum Reid", role="Field rep", function="sales", position=1),
        Person(id="martin", code="P-2", name="Martin Okafor", role="Sales director", function="sales", level="lead",
               position=2),
        Person(id="tess", code="P-3", name="Tess Bright", role="Head of marketing", function="marketing", position=3),
        Person(id="sofia", code="P-4", name="Sofia Marchetti", function="agency", position=4),
        Goal(id="goal", code="G1", title="Orders", kind="revenue", metric="orders", unit="GBP", target=100.0,
             owner_marketing="tess", owner_sales="martin", due="2027-12-31", position=1),
        Activity(id="shows", code="A-01", title="Trade shows", owner="tess", start="2027-02", end="2027-03",
                 position=1),
        SalesInput(id="late", code="SI-01", given_by="callum", text="Bring the L60 to their plant.", date="2026-10-01",
                   position=1),
        SalesInput(id="no", code="SI-02", given_by="callum", text="Put list prices up.", date="2026-11-10",
                   status="declined", position=2),
        Commitment(id="leads", code="C-01", from_function="marketing", to_function="sales", promise="35 leads a month",
                   metric="lead_count", target=35.0, review="monthly", position=1),
        Commitment(id="call", code="C-02", from_function="sales", to_function="marketing", promise="Call in a day",
                   metric="share_in_a_day", target=0.9, review="monthly", accepted_by=("tess",),
                   if_missed="meet in the same week", position=2),
        Commitment(id="ask", code="C-03", from_function="agency", to_function="marketing", promise="Ask before drawing",
                   position=3),
        Commitment(id="paid", code="C-04", from_function="finance", to_function="marketing", promise="Pay in time",
                   position=4),
        Pulse(id="p1", statement=1, function="sales", score=4),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    return opened(open_workspace(agreed_plan()), qtbot)


def opened(workspace: Workspace, qtbot: QtBot) -> Shown:
    page = AgreementPage(workspace)
    qtbot.addWidget(page)
    page.resize(1160, 900)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> AgreementPage:
    assert isinstance(shown.page, AgreementPage)
    return shown.page


def sign(shown: Shown, half: str) -> None:
    page = page_of(shown)
    page.feet[half].sign.click()
    dialog = page.window().findChildren(SignDialog)[-1]
    dialog._sign()


def test_promises_stand_in_their_halves(shown: Shown) -> None:
    board = page_of(shown).board
    left, right = board.main.halves
    assert [list(half.list.rows.keys) for half in (left, right)] == [["leads"], ["call"]]
    assert [list(half.list.rows.keys) for half in board.agency.halves] == [["ask"], []]
    assert list(board.others.list.rows.keys) == ["paid"]
    leads, call = left.faces[0], right.faces[0]
    assert (leads.measure, leads.accepted, leads.missed_words) == (
        "Lead count, 35, monthly", False, "If missed: nothing is agreed yet",
    )  # fmt: skip
    assert (call.measure, call.by) == ("Share in a day, 90%, monthly", "Tess Bright")
    assert call.missed_words == "If missed, we will meet in the same week"
    assert board.agency.halves[1].list.empty_words == "Nobody has promised the agency anything yet."


def test_the_score_says_what_it_is_made_of(shown: Shown) -> None:
    page = page_of(shown)
    assert "Goals with both halves: 1 of 1 100" in page.score._bars.accessibleName()
    assert "Promises accepted: 1 of 4 25" in page.score._bars.accessibleName()
    assert "Priorities shared by both: not known yet" in page.score._bars.accessibleName()
    assert page.score._words.text().startswith("Our own measure, from")
    assert "not known yet" not in page.score._circles.accessibleName()


def test_no_score_while_nobody_is_to_do_anything(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.apply(DeleteRows("activity", ("shows",)))
    assert page.score._circles.accessibleName() == "Common ground: not known yet"
    assert page.score._link.isVisible()
    with qtbot.waitSignal(page.showAsked) as asked:
        page.score._link.click()
    assert asked.args == ["activities", None]


def test_a_accepts_for_who_is_at_the_keyboard(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    left = page.board.main.halves[0].list
    left.take("leads")
    qtbot.keyClick(left, Qt.Key.Key_A)
    row = page.workspace.plan.commitments["leads"]
    assert (row.accepted_by, row.accepted_on) == (("callum",), "2026-11-16")
    qtbot.keyClick(left, Qt.Key.Key_A)
    assert page.workspace.plan.commitments["leads"].accepted_by == ()
    page.workspace.undo()
    assert page.workspace.plan.commitments["leads"].accepted_by == ("callum",)


def test_a_click_on_the_open_tick_asks_who_accepts(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.set_author(Author("Tess Bright", "tess"))
    left = page.board.main.halves[0].list
    box = left.row_box("leads")
    qtbot.mouseClick(left.viewport(), LEFT, pos=QPoint(round(box.right() - 34), round(box.top() + 22)))
    menu = page.findChild(PeopleMenu)
    assert isinstance(menu, PeopleMenu)
    assert menu.shown[0].data() in ("callum", "martin")  # the receiving side first
    next(action for action in menu.actions() if action.data() == "martin").trigger()
    menu.close()
    assert page.workspace.plan.commitments["leads"].accepted_by == ("martin",)


def test_a_promise_is_added_changed_and_taken_out(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.add_new()
    dialog = page.window().findChild(NewRowDialog)
    assert isinstance(dialog, NewRowDialog)
    words = dialog.form.editor("promise")
    assert isinstance(words, QPlainTextEdit)
    qtbot.keyClicks(words, "Two customers a quarter")
    dialog.add_row()
    added = page.workspace.plan.commitments.by_code("C-05")
    assert added is not None and (added.from_function, added.to_function) == ("sales", "marketing")
    right = page.board.main.halves[1].list
    assert list(right.rows.keys) == ["call", added.id]
    assert right.chosen == added.id
    qtbot.keyClick(right, Qt.Key.Key_Return)
    assert page.board.details.isVisible()
    page.board.details.close_sheet()
    qtbot.keyClick(right, Qt.Key.Key_Delete)
    assert list(right.rows.keys) == ["call"]
    page.workspace.undo()
    assert list(right.rows.keys) == ["call", added.id]


def test_findings_are_shown_waived_and_taken_up_again(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    card = page.findings
    key = "SIN-01|SI-01"
    face = card.list.rows.face(key)
    assert face is not None and face.level == "look"
    card.list.take(key)
    with qtbot.waitSignal(page.showAsked) as asked:
        qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert asked.args is not None and asked.args[0] == "late"
    qtbot.keyClick(card.list, Qt.Key.Key_W)
    sheet = card.sheet
    assert sheet.isVisible()
    qtbot.keyClick(sheet.why, Qt.Key.Key_Return)
    assert sheet.why.accessibleDescription() == "Say why it may stay as it is."
    assert not len(page.workspace.plan.waivers)
    sheet.who.set_ids(("callum", "tess"))  # this one takes both sides
    qtbot.keyClicks(sheet.why, "The plant is closed until March.")
    qtbot.keyClicks(sheet.until, "31 Mar 2027")
    sheet.until.editingFinished.emit()
    sheet.keep()
    assert not sheet.isVisible()
    (waiver,) = page.workspace.plan.waivers
    assert (waiver.rule, waiver.object, waiver.persons, waiver.until) == (
        "SIN-01", "SI-01", ("callum", "tess"), "2027-03-31",
    )  # fmt: skip
    face = card.list.rows.face(key)
    assert face is not None
    assert face.waived == "Callum Reid, Tess Bright, until 31 Mar 2027: The plant is closed until March."
    assert card._count.text().endswith(", 1 waived")
    assert page.show_object(waiver.id)
    assert card.list.chosen == key
    qtbot.keyClick(card.list, Qt.Key.Key_W)
    assert not len(page.workspace.plan.waivers)


def test_both_sign_the_plan_is_locked_and_one_undo_opens_it(shown: Shown) -> None:
    page = page_of(shown)
    foot = page.feet["sales"]
    assert foot._note.text() == "1 promise still open is noted"
    assert foot.line.accessibleName() == "Sales has not signed"
    sign(shown, "marketing")
    assert page.feet["marketing"].line.accessibleName() == (
        "Marketing: signed by Tess Bright, Head of marketing, 16 Nov 2026"
    )
    assert not page._locked.isVisible()
    before = page.workspace.last_edit
    sign(shown, "sales")
    signed = next(row for row in page.workspace.plan.signoffs if row.function == "sales")
    assert (signed.person, signed.edit, signed.version) == ("callum", before, 1)
    assert page.workspace.plan.facts.status == "locked"
    assert page._locked.isVisible() and page._locked.text() == "Locked as version 1"
    assert page.show_object(signed.id)
    page.workspace.undo()
    assert page.workspace.plan.facts.status == "in_review"
    assert not page._locked.isVisible()
    page.workspace.redo()
    assert page._locked.isVisible()


def test_what_changes_after_signing_is_plain_to_see(shown: Shown) -> None:
    page = page_of(shown)
    sign(shown, "sales")
    foot = page.feet["sales"]
    assert not foot._changes.isVisible()
    page.workspace.apply(SetFields("goal", "goal", {"target": 120.0}))
    page.workspace.apply(SetFields("activity", "shows", {"title": "Shows"}))  # no signature stands under that
    assert foot._changes.isVisible() and foot._changes.text() == "1 change since then"
    said = [one.message for one in page.workspace.results.report("K4") if one.rule == "SGN-02"]
    assert said == ["Callum Reid signed for sales; changed since then: the goals."]
    foot._changes.click()
    dialog = page.window().findChild(ChangesDialog)
    assert isinstance(dialog, ChangesDialog)
    faces = [dialog.list.rows.face(key) for key in dialog.list.rows.keys]
    assert [(face.what, face.before, face.after) for face in faces if face] == [("Orders, target", "£100", "£120")]
    dialog.finish()
    foot._again.click()
    page.window().findChildren(SignDialog)[-1]._sign()
    assert not foot._changes.isVisible()
    assert len(page.workspace.plan.signoffs) == 1
    foot._back.click()
    assert not len(page.workspace.plan.signoffs)


def test_a_locked_plan_is_opened_again_as_the_next_version(shown: Shown) -> None:
    page = page_of(shown)
    sign(shown, "marketing")
    sign(shown, "sales")
    page._reopen.click()
    assert (page.workspace.plan.facts.version, page.workspace.plan.facts.status) == (2, "in_review")
    assert page.feet["sales"].sign.isVisible()
    assert len(page.workspace.plan.signoffs) == 2
    old = next(row for row in page.workspace.plan.signoffs if row.function == "sales")
    assert page.show_object(old.id)  # an old signature is found in the list of all
    assert page.window().findChild(TablesDialog) is not None


def test_findings_jump_to_promises_and_the_pulse_to_its_list(shown: Shown) -> None:
    page = page_of(shown)
    assert page.show_object("call", "metric")
    assert page.board.main.halves[1].list.chosen == "call"
    assert page.board.details.isVisible()
    assert page.show_object("p1")
    assert not page.show_object("nothing")


def test_an_empty_plan_starts_with_two_promises(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    facts = replace(agreed_plan().facts)
    shown = opened(open_workspace(plan_of(facts)), qtbot)
    page = page_of(shown)
    assert page.body.is_empty
    page.body.empty.alternative.emit()
    assert not page.body.is_empty
    assert [half.count for half in page.board.main.halves] == [1, 1]
    assert [row.code for row in page.workspace.plan.commitments] == ["C-01", "C-02"]
    page.workspace.undo()
    assert page.body.is_empty


def test_whoever_has_no_name_yet_is_asked_for_it_when_they_sign(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot
) -> None:
    plan = agreed_plan()
    people = [replace(one, name=one.role) if one.id == "callum" else one for one in plan.people]
    page = opened(open_workspace(plan.with_tables({"person": Rows(people)})), qtbot).page
    assert isinstance(page, AgreementPage)
    page.feet["sales"].sign.click()
    dialog = page.window().findChildren(SignDialog)[-1]
    dialog._sign()
    assert dialog.isVisible() and "name" in dialog.name.accessibleDescription()
    dialog.name.setText("Tom  Becker")
    dialog._sign()
    assert page.workspace.plan.people["callum"].name == "Tom Becker"
    assert [row.person for row in page.workspace.plan.signoffs] == ["callum"]
