"""The window: commands, undo, chapters, who is typing, saving, the coach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from planner.model.changes import Author, EditRecord
from planner.model.edits import AddRow, SetFields
from planner.model.plan import SINGLETONS, Facts, Plan
from planner.model.reader import read_file
from planner.model.words import edit_words
from planner.ui.actions import COMMANDS, MENUS
from planner.ui.authors import author_menu
from planner.ui.jump import Jump
from planner.ui.pages import CHAPTERS
from planner.ui.parts.button import Button
from planner.ui.parts.menu import Sheet
from planner.ui.parts.sidesheet import SideSheet
from planner.ui.surround import period_words
from planner.ui.voices import first_name
from planner.ui.window import Window
from planner.ui.workspace import Workspace
from tests.ui.conftest import now
from tests.ui.pages.conftest import plan_of


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys] + [f"Ctrl+{n}" for n in range(1, 10)]
    assert len({QKeySequence(key).toString() for key in keys}) == len(keys)


def test_every_menu_has_commands_with_tips_and_mnemonics_of_their_own() -> None:
    for menu in MENUS:
        commands = [command for command in COMMANDS if command.menu == menu]
        assert commands
        letters = [command.text.partition("&")[2][:1].lower() for command in commands]
        assert all(letters)
        assert len(set(letters)) == len(letters), menu
        assert all(command.tip for command in commands)


@pytest.mark.parametrize("chapter", [chapter for chapter in CHAPTERS if chapter.number <= 9])
def test_control_and_a_figure_go_to_a_chapter(window: Window, qtbot, chapter) -> None:
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{chapter.number}"), Qt.KeyboardModifier.ControlModifier)
    assert window.chapter == chapter.key


def test_page_keys_step_through_the_chapters(window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.chapter == "customers"
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.chapter == "goals"


def test_undo_names_what_it_takes_back(window: Window, qtbot) -> None:
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None
    window.workspace.apply(SetFields("goal", goal.id, {"title": "Orders"}))
    assert "Orders" in window.menubar.actions["undo"].text()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.plan.goals[goal.id].title == goal.title
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.plan.goals[goal.id].title == "Orders"


def test_a_hidden_page_waits_until_it_is_shown(window: Window) -> None:
    goals = window.page
    window.go("stakeholders")
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None
    seen: list[object] = []
    goals.refresh = lambda *args: seen.append(args)  # type: ignore[method-assign]
    window.workspace.apply(SetFields("goal", goal.id, {"title": "Orders"}))
    assert not seen
    window.go("goals")
    assert len(seen) == 1
    window.workspace.apply(SetFields("goal", goal.id, {"title": "Orders again"}))
    assert len(seen) == 2


def test_what_is_typed_belongs_to_whoever_was_chosen(window: Window) -> None:
    menu = author_menu(window.workspace, window)
    action = next(action for action in menu.actions() if action.text() == "Marten Dahl")
    action.trigger()
    assert window.workspace.author.name == "Marten Dahl"
    assert "Marten Dahl" in window.frame.topbar.author.accessibleName()
    window.workspace.apply(AddRow("note", {"text": "Said by sales"}))
    assert window.workspace.history()[-1].author == "Marten Dahl"


def test_the_header_follows_a_new_name_of_whoever_is_typing(window: Window) -> None:
    work = window.workspace
    work.set_author(Author("Marten Dahl", next(one.id for one in work.plan.people if one.name == "Marten Dahl")))
    work.apply(SetFields("person", work.author.id or "", {"name": "Marten Dahl-Berg"}))
    assert work.author.name == "Marten Dahl-Berg"
    assert "Marten Dahl-Berg" in window.frame.topbar.author.accessibleName()
    work.undo()
    assert work.author.name == "Marten Dahl"


def _by_ines(label: str) -> EditRecord:
    return EditRecord(1, "e", "2026-11-16T09:00:00Z", "Ines Varga", None, label, "edit", None)


def test_a_name_keeps_its_capital_after_a_name(example_plan: Plan) -> None:
    said = {label: edit_words(example_plan, _by_ines(label)) for label in (
        "Set Goal to 3", "Ines Varga rates 2 materials", "Marten Dahl signs for sales")}  # fmt: skip
    assert list(said.values()) == ["set Goal to 3", "rates 2 materials", "Marten Dahl signs for sales"]
    assert [first_name(name) for name in ("Head of sales", "Common Ground", "Ines Varga", "Ludwig van Beek")] == [
        "Head of sales",
        "Common Ground",
        "Ines",
        "Ludwig",
    ]


def test_edits_made_before_the_document_is_there_wait_for_it(qtbot, window: Window, example_plan: Plan) -> None:
    document = window.workspace.document
    assert document is not None
    early = Workspace(example_plan, now=now)
    early.set_author(Author("Ines Varga"))
    assert early.apply(AddRow("note", {"text": "early"})) is None
    early.attach(document)
    assert any(note.text == "early" for note in early.plan.notes)
    assert early.history()[-1].author == "Ines Varga"


def test_saving_now_brings_the_edit_to_the_file(window: Window, qtbot) -> None:
    window.workspace.apply(AddRow("note", {"text": "to the file"}))
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    path, document = window.path, window.workspace.document
    assert path is not None and document is not None
    qtbot.waitUntil(lambda: not document.needs_publish)
    assert any(note.text == "to the file" for note in read_file(path).notes)


def test_closing_asks_nothing_and_loses_nothing(window: Window) -> None:
    path = window.path
    assert path is not None
    window.workspace.apply(AddRow("note", {"text": "at the last moment"}))
    window.close()
    assert any(note.text == "at the last moment" for note in read_file(path).notes)


def test_a_refused_edit_is_said_and_changes_nothing(window: Window) -> None:
    before = window.workspace.plan
    assert window.workspace.apply(SetFields("goal", "nobody", {"title": "x"})) is None
    assert window.workspace.plan == before
    assert window.toast.isVisible()


def test_what_was_refused_on_one_page_is_not_said_on_the_next(window: Window) -> None:
    window.workspace.apply(SetFields("goal", "nobody", {"title": "x"}))
    assert window.toast.isVisible() and "All changes saved" not in window.frame.status.accessibleName()
    window.go("stakeholders")
    assert not window.toast.isVisible()
    assert "All changes saved" in window.frame.status.accessibleName()


def test_enter_presses_a_button_of_the_page_as_space_does(window: Window, qtbot) -> None:
    window.go("context")
    button = next(one for one in window.page.findChildren(Button) if one.text() == "Plan and company")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    sheet = next(one for one in window.page.findChildren(SideSheet) if one.isVisible())
    assert sheet.isVisible()


def test_showing_a_finding_goes_to_its_cell(window: Window) -> None:
    finding = next(one for one in window.workspace.results.findings if one.rule == "GOL-01")
    window.go("stakeholders")
    assert finding.row_id is not None
    assert window.show_object(finding.row_id, finding.field)
    assert window.chapter == "goals"
    focus = QApplication.focusWidget()
    assert focus is not None and window.page.isAncestorOf(focus)


def test_what_is_agreed_about_leads_is_shown_where_it_is_edited(window: Window) -> None:
    facts = window.workspace.plan.facts.id
    for field in ("good_lead", "exclusion"):
        window.go("goals")
        assert window.show_object(facts, field)
        assert window.chapter == "customers"
    assert window.show_object(facts, "envelope")
    assert window.chapter == "context"


def test_jump_finds_a_row_by_its_code(window: Window, qtbot) -> None:
    jump = Jump(window)
    jump.open_over(window)
    field = jump.findChild(QLineEdit)
    qtbot.keyClicks(field, "ST-02")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.chapter == "stakeholders"


def test_every_button_has_a_name(window: Window) -> None:
    for key in ("goals", "stakeholders"):
        window.go(key)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName() or button.text(), button


def test_the_coach_asks_and_finds_for_the_chapter(window: Window) -> None:
    from planner.ui import surround

    work = window.workspace
    for chapter in CHAPTERS[:12]:
        assert surround.questions(work.plan, chapter.key)
    assert surround.findings(work.results, "goals")[0].level == "fix"
    assert surround.recent(work.plan, work.history(), now())[0].name == "Ines Varga"
    first, second = surround.compared(work.plan, "budget")
    assert first.text == "Marketing gets 7.8% of revenue on average."
    for one in (first, second):
        assert "Trust: B. Not a target. Your envelope is 1.3% of the revenue target." in one.source
    assert surround.compared(work.plan, "context") == []


def test_the_menus_in_one_are_drawn_as_every_menu_is(window: Window) -> None:
    menus = window.menubar._menus()
    assert len(menus) == len(MENUS)
    assert all(isinstance(menu, Sheet) and menu.actions() for menu in menus)


@pytest.mark.parametrize(
    ("start", "months", "words"),
    [
        ("2027-01", 12, "FY 2027"),
        ("2026-12", 3, "Dec 2026 to Feb 2027"),
        ("2026-12", 1, "Dec 2026"),
        ("2026-12", None, "Dec 2026"),
    ],
)
def test_the_period_is_said_with_its_last_month(start: str, months: int | None, words: str) -> None:
    facts = Facts(id=SINGLETONS["facts"], locale="en_GB", fiscal_year_start=start, horizon_months=months)
    assert period_words(plan_of(facts)) == words


def test_a_field_undoes_what_is_typed_in_it_and_else_leaves_the_key_to_the_plan(window: Window, qtbot) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    window.go("context").open_facts("company")  # type: ignore[attr-defined]
    company = QApplication.focusWidget()
    assert isinstance(company, QLineEdit)
    before = window.workspace.plan.facts.company
    qtbot.keyClicks(company, "x")
    qtbot.keyClick(company, Qt.Key.Key_Z, ctrl)
    assert company.text() == before and len(window.workspace.history()) == 1
    qtbot.keyClicks(company, "Other")
    qtbot.keyClick(company, Qt.Key.Key_Return)
    assert window.workspace.plan.facts.company != before
    qtbot.keyClick(company, Qt.Key.Key_Z, ctrl)
    assert window.workspace.plan.facts.company == before == company.text()
    qtbot.keyClick(company, Qt.Key.Key_Y, ctrl)
    assert window.workspace.plan.facts.company == company.text() != before


def test_a_message_lies_over_a_page_that_is_made_after_it(empty_window: Window) -> None:
    window = empty_window
    window.toast.say("Added")
    page = window.go("review")
    around = window.toast.parentWidget()
    assert around is not None
    children = around.children()
    assert children.index(window.toast) > children.index(page)


def test_what_was_refused_is_forgiven_in_the_line_below_after_its_message_has_gone(window: Window) -> None:
    window.go("budget")
    window.workspace.refused.emit("“=1+1” is no amount, so nothing was pasted.")
    window.toast.hide()  # its time is over; the line below still says it
    assert "no amount" in window.frame.status.accessibleName()
    window.go("goals")
    assert "no amount" not in window.frame.status.accessibleName()
