"""Risks by hand and by key: weigh, answer, close, the pre-mortem and what becomes of it, decisions with dissent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.model.edits import AddRow
from planner.model.plan import SINGLETONS, Cause, Decision, Facts, Person, Plan, Premortem, Risk
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.risks.list import Columns
from planner.ui.pages.risks.page import RisksPage
from planner.ui.pages.risks.premortem import PremortemDialog
from planner.ui.people_menu import PeopleMenu
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def risky_plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], title="Plan", currency="GBP", locale="en_GB", fiscal_year_start="2027-01",
              horizon_months=12, as_of="2026-11-16"),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="tess", code="P-2", name="Tess Bright", function="marketing", position=2),
        Risk(id="unit", code="R-01", type="risk", statement="Demo unit is late", probability=3, impact=5,
             status="open", position=1),
        Risk(id="quoted", code="R-02", type="assumption", statement="45% of leads are quoted", probability=2, impact=5,
             mitigation="Counted on the 1st", trigger="Below 40%", owner="tess", due="2026-11-01", position=2),
        Risk(id="van", code="R-03", type="dependency", statement="Callum alone drives the van", position=3),
        Premortem(id="pm", held_on="2026-11-10", participants=("callum", "tess"), top_causes=("It came too late",)),
        Cause(id="broke", premortem="pm", text="The van broke in May", by="callum", position=1),
        Decision(id="demo", code="D-01", date="2026-11-05", decision="Three demo regions, not six",
                 approvers=("tess",), contributors=("callum", "tess"), dissent_by="callum",
                 dissent="The South will feel left out.", revisit_on="2027-06-01", status="decided", position=1),
        Decision(id="prices", code="D-02", date="2026-11-06", decision="No list prices", approvers=("tess", "callum"),
                 position=2),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = RisksPage(open_workspace(risky_plan()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> RisksPage:
    assert isinstance(shown.page, RisksPage)
    return shown.page


def risk_of(shown: Shown, id: str) -> Risk:
    return shown.page.workspace.plan.risks[id]


def test_heaviest_first_with_words_for_what_is_missing(shown: Shown) -> None:
    page = page_of(shown)
    rows = page.table.list.rows
    assert list(rows.keys) == ["unit", "quoted", "van"]
    heavy, quoted, van = (rows.face(id) for id in rows.keys)
    assert heavy and quoted and van
    assert (heavy.weight, heavy.is_heavy, quoted.is_heavy, van.weight) == (15, True, False, None)
    assert heavy.said == (
        "Risk. Demo unit is late. likely 3 of 5, heavy 5 of 5, together 15. No answer yet. nobody owns it"
    )
    assert quoted.late
    assert "not weighed yet" in van.said


def test_figures_weigh_and_it_can_be_undone(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).table.list
    view.take("van")
    qtbot.keyClick(view, Qt.Key.Key_4)
    qtbot.keyClick(view, Qt.Key.Key_5, SHIFT)
    assert (risk_of(shown, "van").probability, risk_of(shown, "van").impact) == (4, 5)
    assert view.rows.keys[0] == "van"
    assert view.chosen == "van"
    assert shown.said[-1] == ("R-03", "likely 4 of 5, heavy 5 of 5, together 20")
    page_of(shown).workspace.undo()
    assert (risk_of(shown, "van").probability, risk_of(shown, "van").impact) == (4, None)
    page_of(shown).workspace.redo()
    assert risk_of(shown, "van").impact == 5


def test_a_click_on_a_block_weighs(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).table.list
    box = view.row_box("van")
    left = Columns.of(box.width()).blocks
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(round(left + 24), round(box.center().y() - 6)))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(round(left + 14), round(view.row_box("van").center().y() + 6)))
    assert (risk_of(shown, "van").probability, risk_of(shown, "van").impact) == (3, 2)


def test_the_dashed_chip_asks_for_the_answer(shown: Shown, qtbot: QtBot) -> None:
    table = page_of(shown).table
    box = table.list.row_box("unit")
    at = QPoint(round(Columns.of(box.width()).answer + 20), round(box.center().y()))
    qtbot.mouseClick(table.list.viewport(), LEFT, pos=at)
    assert table.details.isVisible()
    line = table.details.form.editor("mitigation")
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Hire one")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert risk_of(shown, "unit").mitigation == "Hire one"
    face = table.list.rows.face("unit")
    assert face is not None and face.answer == "Hire one"
    qtbot.keyClick(table.details, Qt.Key.Key_Escape)
    assert not table.details.isVisible()


def test_o_asks_for_the_owner(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).table.list
    view.take("unit")
    qtbot.keyClick(view, Qt.Key.Key_O)
    menu = page_of(shown).findChild(PeopleMenu)
    assert isinstance(menu, PeopleMenu)
    next(action for action in menu.actions() if action.data() == "callum").trigger()
    menu.close()
    assert risk_of(shown, "unit").owner == "callum"


def test_c_closes_and_delete_takes_out(shown: Shown, qtbot: QtBot) -> None:
    view = page_of(shown).table.list
    view.take("unit")
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert risk_of(shown, "unit").status == "closed"
    assert list(view.rows.keys)[-1] == "unit"
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert risk_of(shown, "unit").status == "open"
    view.take("quoted")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "quoted" not in shown.page.workspace.plan.risks
    page_of(shown).workspace.undo()
    assert risk_of(shown, "quoted").mitigation == "Counted on the 1st"


def test_the_filter_shows_one_kind_and_a_finding_leaves_it(shown: Shown) -> None:
    page = page_of(shown)
    page.choice._segments["assumption"].click()
    assert list(page.table.list.rows.keys) == ["quoted"]
    page.choice._segments["issue"].click()
    assert not page.table.list.rows.keys
    assert page.table.list.empty_words == "No issue is written down yet."
    assert page.show_object("unit", "mitigation")
    assert page.choice.current == "all"
    assert page.table.list.chosen == "unit"
    assert page.table.details.isVisible()
    assert not page.show_object("nothing")


def test_a_new_row_is_asked_for_and_shown(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.add_new()
    dialog = page.window().findChild(NewRowDialog)
    assert isinstance(dialog, NewRowDialog)
    words = dialog.form.editor("statement")
    assert isinstance(words, QPlainTextEdit)
    qtbot.keyClicks(words, "The hall is not ready")
    dialog.add_row()
    added = shown.page.workspace.plan.risks.by_code("R-04")
    assert added is not None
    assert (added.statement, added.type, added.status) == ("The hall is not ready", "risk", "open")
    assert page.table.list.chosen == added.id


def test_a_sentence_becomes_a_row_in_one_step(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    causes = page.premortem.list
    faces = [causes.rows.face(id) for id in causes.rows.keys]
    assert [face.sentence for face in faces if face] == ["The van broke in May", "It came too late"]
    steps = len(page.workspace.history())
    causes.take(causes.rows.keys[1])
    qtbot.keyClick(causes, Qt.Key.Key_R)
    assert len(page.workspace.history()) == steps + 1
    made = page.workspace.plan.risks.by_code("R-04")
    assert made is not None and made.statement == "It came too late"
    assert page.table.list.chosen == made.id
    face = causes.rows.face(causes.rows.keys[1])
    assert face is not None and face.risk == "R-04"
    causes.take(causes.rows.keys[1])
    qtbot.keyClick(causes, Qt.Key.Key_R)  # again goes there
    assert len(page.workspace.history()) == steps + 1
    page.workspace.undo()
    assert page.workspace.plan.risks.by_code("R-04") is None


def test_dots_on_sentences_belong_to_who_is_typing(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    causes = page.premortem.list
    late = causes.rows.keys[1]
    causes.take(late)
    qtbot.keyClick(causes, Qt.Key.Key_V)
    face = causes.rows.face(late)
    assert face is not None and face.dots == ("sales",)
    assert causes.rows.keys[0] == late
    qtbot.keyClick(causes, Qt.Key.Key_V, SHIFT)
    face = causes.rows.face(late)
    assert face is not None and face.dots == ()
    qtbot.keyClick(causes, Qt.Key.Key_V, SHIFT)
    assert "no dot of yours" in shown.refused[-1]
    qtbot.keyClick(causes, Qt.Key.Key_Delete)
    assert late not in causes.rows.keys


def test_the_room_writes_in_silence(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.run_premortem()
    dialog = page.window().findChild(PremortemDialog)
    assert isinstance(dialog, PremortemDialog)
    qtbot.keyClick(dialog.sentence, Qt.Key.Key_Return)
    assert dialog.sentence.accessibleDescription() == "Write a sentence first."
    qtbot.keyClicks(dialog.sentence, "Sales stopped calling")
    qtbot.keyClick(dialog.sentence, Qt.Key.Key_Return)
    dialog.who.set_key("tess")
    qtbot.keyClicks(dialog.sentence, "Spend was frozen")
    qtbot.keyClick(dialog.sentence, Qt.Key.Key_Return)
    assert page.premortem.list.rows.rowCount() == 2  # still those of the last round
    dialog.finish(True)
    plan = page.workspace.plan
    assert len(plan.premortems) == 2
    fresh = next(row for row in plan.premortems if row.id != "pm")
    assert (fresh.held_on, fresh.participants) == ("2026-11-16", ("callum", "tess"))
    faces = [page.premortem.list.rows.face(id) for id in page.premortem.list.rows.keys]
    assert [(face.sentence, face.writer) for face in faces if face] == [
        ("Sales stopped calling", "Callum"),
        ("Spend was frozen", "Tess"),
    ]
    assert page.premortem._title.text() == "It is December 2027, and it failed"
    assert page.premortem._written.text() == "Written in silence by 2 people, 16 Nov. Dots: most likely."


def test_decisions_say_who_disagreed_or_that_nobody_did(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    log = page.decisions.list
    assert list(log.rows.keys) == ["prices", "demo"]
    demo, prices = log.rows.face("demo"), log.rows.face("prices")
    assert demo and prices
    assert (demo.disagreed, demo.dissent, demo.dissent_voice) == (
        "Callum disagreed", "The South will feel left out.", "sales",
    )  # fmt: skip
    assert (demo.decided_by, demo.took_part, demo.again) == ("Tess", ("sales",), "1 Jun")
    assert (prices.disagreed, prices.trouble) == ("Nobody disagreed", "2 people decided")
    log.take("prices")
    qtbot.keyClick(log, Qt.Key.Key_Return)
    assert page.decisions.details.isVisible()
    page.decisions.details.close_sheet()
    qtbot.keyClick(log, Qt.Key.Key_Delete)
    assert list(log.rows.keys) == ["demo"]
    page.workspace.undo()
    assert list(log.rows.keys) == ["prices", "demo"]
    assert page.show_object("demo", "rationale")
    assert page.decisions.details.isVisible()


def test_one_person_decides(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.decisions.open_row("demo", "approvers")
    picker = page.decisions.details.form.editor("approvers")
    line = picker.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Callum")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.workspace.plan.decisions["demo"].approvers == ("callum",)
    face = page.decisions.list.rows.face("demo")
    assert face is not None and (face.decided_by, face.trouble) == ("Callum", "")


def test_an_empty_plan_offers_the_premortem(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = RisksPage(open_workspace(Plan()))
    qtbot.addWidget(page)
    page.resize(904, 632)
    page.show()
    shown = Shown(page)
    assert page.body.is_empty
    page.body.empty.started.emit()
    dialog = page.window().findChild(PremortemDialog)
    assert isinstance(dialog, PremortemDialog)
    qtbot.keyClicks(dialog.sentence, "Nobody called")
    qtbot.keyClick(dialog.sentence, Qt.Key.Key_Return)
    dialog.finish(True)
    assert not page.body.is_empty
    assert not shown.refused


def test_red_begins_where_the_team_has_drawn_the_line(shown: Shown) -> None:
    rows = page_of(shown).table.list.rows
    face = rows.face("quoted")
    assert face is not None and not face.is_heavy
    shown.page.workspace.apply(AddRow("threshold", {"code": "heavy_risk", "value": 10.0}))
    face = rows.face("quoted")
    assert face is not None and face.is_heavy


def test_in_a_narrow_card_a_decision_is_as_high_as_its_words(shown: Shown) -> None:
    decisions = page_of(shown).decisions.list
    page_of(shown).resize(840, 812)
    faces = [decisions.rows.face(key) for key in ("demo", "prices")]
    with_dissent, without = [decisions.height_of(face) for face in faces if face is not None]
    assert with_dissent - without == 26
    assert decisions.row_box("demo").height() == with_dissent
