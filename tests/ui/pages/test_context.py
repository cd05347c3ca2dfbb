"""Context: the bridge, the sheets, the room, the facts; by keyboard and mouse, with undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.model.changes import Author
from planner.model.edits import AddRow, SetFields
from planner.model.plan import SINGLETONS, BridgeStep, Extra, Facts, Note, Person, Plan, fields_of
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.frame.stops import stops
from planner.ui.pages.context.bridge import StepDialog
from planner.ui.pages.context.facts import FACT_GROUPS
from planner.ui.pages.context.figures import bridge_figures
from planner.ui.pages.context.notes import NoteLine, NoteLines
from planner.ui.pages.context.page import ContextPage
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.inplace import InPlace
from planner.ui.parts.menu import Menu
from planner.ui.people_menu import PeopleMenu
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

ALT = Qt.KeyboardModifier.AltModifier


def context_plan() -> Plan:
    return plan_of(
        Facts(
            id=SINGLETONS["facts"], title="Plan", company="Wrenfield", currency="GBP", locale="en_GB",
            fiscal_year_start="2027-01", horizon_months=12, as_of="2026-11-16",
            bridge_base=1_840_000_000, bridge_target=2_100_000_000,
        ),
        BridgeStep(id="lost", name="Will not repeat", amount=-140_000_000, arithmetic="3 closed sites", position=1),
        BridgeStep(id="lines", name="New lines", amount=175_000_000, arithmetic="14 × £125k", position=2),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="tess", code="P-2", name="Tess Bright", function="marketing", present=True, position=2),
        *(Note(id=f"n{n}", kind="strength", text=f"Strength {n}", author="tess", position=n) for n in range(1, 6)),
        Note(id="rule", kind="ground_rule", text="Write first, talk second", position=9),
        Note(id="parked", kind="parking_lot", text="Prices abroad", author="tess", position=10),
        Extra(id="extra", key="palette", value="1", position=1),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = ContextPage(open_workspace(context_plan()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> ContextPage:
    assert isinstance(shown.page, ContextPage)
    return shown.page


def line_of(shown: Shown, id: str) -> NoteLine:
    page = page_of(shown)
    line = page.sheets[page.workspace.plan.notes[id].kind].lines.line(id)
    assert line is not None
    return line


def editor_of(lines: NoteLines) -> InPlace:
    found = [one for one in lines.findChildren(InPlace) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def texts(page: ContextPage, kind: str) -> list[str | None]:
    return [note.text for note in page.workspace.plan.notes if note.kind == kind]


def only(page: QWidget, kind: type) -> QWidget:
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


# The bridge


def test_the_bridge_says_by_how_much_it_does_not_add_up(shown: Shown) -> None:
    figures = bridge_figures(page_of(shown).workspace.plan)
    assert [(pier.name, pier.figure, pier.below) for pier in figures.piers] == [
        ("2026", "£18.4m", ""),
        ("Will not repeat", "−1.40", "3 closed sites"),
        ("New lines", "+1.75", "14 × £125k"),
        ("Goal 2027", "£21.0m", "+14.1%"),
    ]
    assert (figures.level, figures.verdict) == ("look", "£2,250,000 short of the goal")
    page_of(shown).workspace.apply(SetFields("bridge_step", "lines", {"amount": 400_000_000}))
    assert page_of(shown).bridge._verdict.text() == "The steps add up to the goal"


def test_enter_opens_a_step_and_what_is_typed_is_one_edit(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    handle = page.bridge.drawing.handle("lines")
    assert handle is not None
    qtbot.keyClick(handle, Qt.Key.Key_Return)
    dialog = only(page, StepDialog)
    assert isinstance(dialog, StepDialog)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    qtbot.keyClicks(dialog.amount, "£4m")
    assert dialog._verdict.text() == "The steps add up to the goal"
    (keep,) = [one for one in dialog.findChildren(Button) if one.kind == "primary"]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert page.workspace.plan.bridge_steps["lines"].amount == 400_000_000
    page.workspace.undo()
    assert page.workspace.plan == context_plan()
    page.workspace.redo()
    assert page.workspace.plan.bridge_steps["lines"].amount == 400_000_000


def test_n_on_the_bridge_adds_a_step_that_needs_a_name_and_a_number(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    handle = page.bridge.drawing.handle("lost")
    assert handle is not None
    qtbot.keyClick(handle, Qt.Key.Key_N)
    dialog = only(page, StepDialog)
    assert isinstance(dialog, StepDialog)
    qtbot.keyClicks(dialog.amount, "much")
    dialog.keep()
    assert dialog.name.accessibleDescription() == "Give the step a name."
    assert "Write a number" in dialog.amount.accessibleDescription()
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.name, "Price")
    dialog.amount.setText("0.3m")
    dialog.keep()
    added = page.workspace.plan.bridge_steps.ordered[-1]
    assert (added.name, added.amount) == ("Price", 30_000_000)
    assert page.bridge.drawing.handle(added.id) is not None


def test_a_number_that_cannot_be_read_keeps_the_keyboard(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.bridge.open_step("bridge_base")
    dialog = only(page, StepDialog)
    assert isinstance(dialog, StepDialog)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    qtbot.keyClicks(dialog.amount, "banana")
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.amount.hasFocus()
    qtbot.keyClicks(dialog.amount, "8.2m")  # what was wrong is selected, so that typing replaces it
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
    assert page.workspace.plan.facts.bridge_base == 820_000_000


def test_a_total_is_a_fact_of_the_plan(shown: Shown) -> None:
    page = page_of(shown)
    page.bridge.open_step("bridge_target")
    dialog = only(page, StepDialog)
    assert isinstance(dialog, StepDialog)
    dialog.amount.setText("20m")
    dialog.keep()
    assert page.workspace.plan.facts.bridge_target == 2_000_000_000


def test_steps_are_moved_and_deleted_by_keys(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    drawing = page.bridge.drawing
    qtbot.keyClick(drawing.handle("lines"), Qt.Key.Key_Left, ALT)
    assert [row.id for row in page.workspace.plan.bridge_steps] == ["lines", "lost"]
    qtbot.keyClick(drawing.handle("lines"), Qt.Key.Key_Delete)
    assert [row.id for row in page.workspace.plan.bridge_steps] == ["lost"]
    qtbot.keyClick(drawing.handle("bridge_base"), Qt.Key.Key_Delete)
    page.workspace.undo()
    page.workspace.undo()
    assert page.workspace.plan == context_plan()


# The sheets


def test_n_on_a_sheet_takes_one_line_after_the_other(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    sheet = page.sheets["threat"]
    qtbot.keyClick(sheet, Qt.Key.Key_N)
    for text in ("Plants freeze spending", "Two rivals rent machines"):
        editor = editor_of(sheet.lines)
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor_of(sheet.lines), Qt.Key.Key_Escape)
    assert texts(page, "threat") == ["Plants freeze spending", "Two rivals rent machines"]
    assert {note.author for note in page.workspace.plan.notes if note.kind == "threat"} == {"callum"}
    page.workspace.undo()
    assert texts(page, "threat") == ["Plants freeze spending"]


def test_a_line_without_an_author_stays_in_the_editor(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.set_author(Author("Somebody"))
    page.add_to("weakness")
    editor = editor_of(page.sheets["weakness"].lines)
    qtbot.keyClicks(editor, "No figure for downtime")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "who is at the keyboard" in shown.refused[-1]
    assert editor.toPlainText() == "No figure for downtime"
    page.workspace.set_author(Author("Tess Bright", "tess"))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert texts(page, "weakness") == ["No figure for downtime"]


def test_enter_edits_a_line_where_it_stands(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    line = line_of(shown, "n2")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    editor = editor_of(page.sheets["strength"].lines)
    assert editor.toPlainText() == "Strength 2"
    editor.selectAll()
    qtbot.keyClicks(editor, "Nine of ten reorder")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.workspace.plan.notes["n2"].text == "Nine of ten reorder"
    assert page.workspace.plan.notes["n2"].author == "tess"
    assert not editor.isVisible() and line.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_F2)
    qtbot.keyClicks(editor_of(page.sheets["strength"].lines), "other")
    qtbot.keyClick(editor_of(page.sheets["strength"].lines), Qt.Key.Key_Escape)
    assert page.workspace.plan.notes["n2"].text == "Nine of ten reorder"


def test_doubt_is_a_mark_of_whoever_is_at_the_keyboard(shown: Shown, qtbot: QtBot) -> None:
    line = line_of(shown, "n1")
    qtbot.keyClick(line, Qt.Key.Key_D)
    assert shown.page.workspace.plan.notes["n1"].doubted_by == "callum"
    assert "Callum doubts it" in line.accessibleName()
    qtbot.keyClick(line, Qt.Key.Key_D)
    assert shown.page.workspace.plan.notes["n1"].doubted_by is None


def test_whose_a_line_is_is_chosen_from_the_people(shown: Shown, qtbot: QtBot) -> None:
    line = line_of(shown, "n1")
    qtbot.keyClick(line, Qt.Key.Key_A)
    menu = page_of(shown).findChild(PeopleMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.data() == "callum").trigger()
    assert shown.page.workspace.plan.notes["n1"].author == "callum"


def test_lines_are_moved_deleted_and_opened_up(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    lines = page.sheets["strength"].lines
    assert lines._more.text() == "2 more"
    assert "n4" not in lines._lines
    qtbot.keyClick(line_of(shown, "n1"), Qt.Key.Key_Down, ALT)
    assert texts(page, "strength")[:2] == ["Strength 2", "Strength 1"]
    qtbot.keyClick(line_of(shown, "n1"), Qt.Key.Key_Up, ALT)
    assert texts(page, "strength")[:2] == ["Strength 1", "Strength 2"]
    qtbot.keyClick(line_of(shown, "n1"), Qt.Key.Key_Delete)
    assert "n1" not in page.workspace.plan.notes
    page.workspace.undo()
    assert page.show_object("n5")
    assert lines._lines["n5"].isVisible()
    assert lines._more.text() == "Show fewer"


# The room


def test_a_click_says_who_is_in_the_room(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.room._count.text() == "1 of 2"
    assert page.room._foot.text() == "Callum is not here."
    face = page.room.face("callum")
    assert face is not None
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    assert page.workspace.plan.people["callum"].present is True
    assert page.room._count.text() == "2 of 2"
    qtbot.keyClick(face, Qt.Key.Key_Space)
    assert page.workspace.plan.people["callum"].present is False
    qtbot.keyClick(face, Qt.Key.Key_Right)
    assert page.focusWidget() is page.room.face("tess")


def test_enter_opens_a_person_and_delete_says_what_hangs_on_them(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    face = page.room.face("tess")
    assert face is not None
    qtbot.keyClick(face, Qt.Key.Key_Return)
    assert page._person is not None and page._person.isVisible()
    page._person.close_sheet()
    qtbot.keyClick(face, Qt.Key.Key_Delete)
    assert "tess" not in page.workspace.plan.people
    assert page.workspace.history()[-1].label == "Delete Tess Bright, named by 6 lines of the context"
    page.workspace.undo()
    assert page.workspace.plan == context_plan()


def test_n_in_the_room_asks_who_joins(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClick(page.room, Qt.Key.Key_N)
    dialog = only(page, NewRowDialog)
    assert isinstance(dialog, NewRowDialog)
    name = dialog.form.editor("name")
    qtbot.keyClicks(name, "Joan Hughes")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible()  # the side is still missing
    assert dialog.form.draft is not None
    dialog.form.draft["function"] = "service"
    dialog.add_row()
    joan = page.workspace.plan.people.ordered[-1]
    assert (joan.name, joan.function, joan.present) == ("Joan Hughes", "service", True)


def test_what_was_missing_is_settled_when_it_is_chosen(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClick(page.room, Qt.Key.Key_N)
    dialog = only(page, NewRowDialog)
    assert isinstance(dialog, NewRowDialog)
    qtbot.keyClicks(dialog.form.editor("name"), "Joan Hughes")
    dialog.add_row()
    side = dialog.form.editor("function")
    assert side.accessibleDescription() == "This is needed."
    qtbot.keyClicks(side, "Serv")
    assert side.accessibleDescription() != "This is needed."


def test_faces_without_room_are_a_count_that_opens_everybody(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot
) -> None:
    people = [Person(id=f"p{n}", name=f"Person Number{n}", function="sales", position=n) for n in range(60)]
    page = ContextPage(open_workspace(plan_of(*people)))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    Shown(page)
    shown = len(page.room._faces)
    assert 5 <= shown < 60
    assert page.room._more.text() == f"+{60 - shown}"
    page.room._more.click()
    assert only(page, TablesDialog).isVisible()
    assert page.show_object("p59")
    assert page._person is not None and page._person.form.row_id == "p59"


# Facts, jumping, adding, empty


def test_every_fact_has_its_place_on_the_sheet() -> None:
    shown = [name for _title, names in FACT_GROUPS for name in names]
    assert sorted(shown) == sorted(fields_of(Facts))


def test_facts_are_typed_in_the_plans_region(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page._facts_button.click()
    assert page._facts is not None and page._facts.isVisible()
    envelope = page._facts.form.editor("envelope")
    assert isinstance(envelope, QLineEdit)
    envelope.setFocus()
    qtbot.keyClicks(envelope, "£480k")
    qtbot.keyClick(envelope, Qt.Key.Key_Return)
    assert page.workspace.plan.facts.envelope == 48_000_000
    qtbot.keyClick(page._facts, Qt.Key.Key_Escape)
    assert not page._facts.isVisible()


def test_currency_and_region_are_chosen_from_lists(shown: Shown) -> None:
    page = page_of(shown)
    page.open_facts("locale")
    assert page._facts is not None
    region, currency = page._facts.form.editor("locale"), page._facts.form.editor("currency")
    assert isinstance(region, Combo) and isinstance(currency, Combo)
    assert (region.currentText(), currency.currentText()) == ("British English (United Kingdom), 1,234.5", "GBP")
    for combo, key in ((region, "de_DE"), (currency, "EUR")):
        combo.set_key(key)
        combo.chosen.emit(key)
    assert region.currentText() == "Deutsch (Deutschland), 1.234,5"
    facts = page.workspace.plan.facts
    assert (facts.locale, facts.currency) == ("de_DE", "EUR")
    assert bridge_figures(page.workspace.plan).piers[0].figure == "€18,4m"


def test_show_goes_to_the_thing_itself(shown: Shown) -> None:
    page = page_of(shown)
    for id in ("n1", "rule", "parked", "lines", "tess"):
        assert page.show_object(id), id
    assert page.focusWidget() is page.room.face("tess")
    assert page.show_object(SINGLETONS["facts"], "bridge_target")
    assert page.focusWidget() is page.bridge.drawing.handle("bridge_target")
    assert page.show_object(SINGLETONS["facts"], "envelope")
    assert page._facts is not None and page._facts.isVisible()
    assert page.show_object("tess", "level")
    assert page._person is not None and page._person.isVisible()
    assert page.show_object("extra")
    assert only(page, TablesDialog).isVisible()
    assert not page.show_object("nowhere")


def test_add_a_fact_offers_what_the_page_is_made_of(shown: Shown) -> None:
    page = page_of(shown)
    page.add_new()
    menu = page.findChild(Menu)
    assert menu is not None
    next(action for action in menu.actions() if action.data() == "ground_rule").trigger()
    assert editor_of(page.sheets["ground_rule"].lines).isVisible()


def test_nothing_yet_starts_with_the_company(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = ContextPage(open_workspace(plan_of()))
    qtbot.addWidget(page)
    page.resize(904, 632)
    page.show()
    Shown(page)
    assert page.body.is_empty
    qtbot.mouseClick(page.body.empty.button, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert page._facts is not None
    company = page._facts.form.editor("company")
    assert isinstance(company, QLineEdit)
    qtbot.keyClicks(company, "Wrenfield")
    qtbot.keyClick(company, Qt.Key.Key_Return)
    assert page.workspace.plan.facts.company == "Wrenfield"
    assert not page.body.is_empty
    assert page.bridge.isVisible()
    page.workspace.apply(AddRow("note", {"kind": "threat", "text": "Film prices up by a fifth"}))
    page.workspace.undo()
    page.workspace.undo()
    assert page.body.is_empty


@pytest.mark.parametrize("width", [560, 840, 1440])
def test_sheets_stand_two_by_two_where_it_is_narrow(shown: Shown, qtbot: QtBot, width: int) -> None:
    page = page_of(shown)
    page.resize(width + 64, 800)
    strength, threat = page.sheets["strength"], page.sheets["threat"]
    qtbot.waitUntil(lambda: page.bridge.width() == min(width, 1120))
    qtbot.waitUntil(lambda: (strength.y() == threat.y()) is (width > 560))


def test_tab_goes_through_the_page_as_the_eye_does(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.apply(AddRow("note", {"kind": "weakness", "text": "No figure for downtime", "author": "tess"}, "w"))
    page.workspace.apply(AddRow("bridge_step", {"name": "Price", "amount": 1}, "price"))
    order = stops([page])
    lines = page.sheets["strength"].lines
    drawing = page.bridge.drawing
    wanted = [page._add_button, page.bridge.add, drawing.handle("bridge_base"), drawing.handle("price"),
              drawing.handle("bridge_target"), page.sheets["strength"].add, lines.line("n1"), lines._more,
              page.sheets["weakness"].add, page.sheets["weakness"].lines.line("w"), page.room.add,
              page.room.face("callum"), page.sheets["ground_rule"].add]  # fmt: skip
    places = [order.index(one) for one in wanted if one is not None]
    assert len(places) == len(wanted)
    assert places == sorted(places)
    assert page.room.face("tess") not in order  # arrows go there


def test_lines_typed_one_after_the_other_stay_in_sight(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    lines = page.sheets["threat"].lines
    page.add_to("threat")
    for number in range(5):
        qtbot.keyClicks(editor_of(lines), f"Threat {number}")
        qtbot.keyClick(editor_of(lines), Qt.Key.Key_Return)
    qtbot.keyClick(editor_of(lines), Qt.Key.Key_Escape)
    assert sum(line.isVisible() for line in lines._lines.values()) == 5
    assert page.focusWidget() is lines._lines[page.workspace.plan.notes.ordered[-1].id]
