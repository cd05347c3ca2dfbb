"""The import page in a real window: what is found, what is asked, what comes in, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.exchange.lists.find import Area
from planner.model.plan import Plan
from planner.ui import file_commands
from planner.ui.importing.entry import bring_in
from planner.ui.importing.faces import WordFace
from planner.ui.importing.page import ImportPage
from planner.ui.importing.sheetcanvas import ROW
from planner.ui.jobs import _RUNNING
from planner.ui.window import Window
from tests.ui.conftest import Answers, now, written

MESS = """\
Budget 2027;;;;
;;;;
Line;who;Jan;Total;Remark
Trade shows;;;;
Packline;Ines Varga;1.400;1.400;
Demo van;TBC;6;6;
SUBTOTAL;;20;20;
Old stand;Ines Varga;;9;sold
"""


@pytest.fixture
def bring(window: Window, qtbot, tmp_path: Path) -> Callable[..., ImportPage]:
    """Brings a text in as a file, and waits until it is looked at."""

    def bring_it(text: str, name: str = "budget.csv") -> ImportPage:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        bring_in(window, path)
        page = window.page
        assert isinstance(page, ImportPage)
        wait(qtbot, page)
        return page

    return bring_it


def wait(qtbot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: not page.session.busy)


def came_in(qtbot, window: Window, chapter: str) -> None:
    """Waits until the window shows what has come in."""
    qtbot.waitUntil(lambda: window.chapter == chapter)


def face(page: ImportPage, row: int, key: str = "") -> WordFace:
    """The face of a row that needs a word."""
    faces = (page.rows.rows.face(one) for one in page.rows.rows.keys)
    return next(one for one in faces if one is not None and one.row == row and one.id.startswith(key))


def press(qtbot, page: ImportPage, row: int, choice: str) -> None:
    """Click a choice of a row with the mouse."""
    shown = face(page, row)
    page.rows.take(shown.id)
    pill = dict(page.rows.pills(page.rows.row_box(shown.id), shown))[choice]
    qtbot.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=pill.center().toPoint())
    wait(qtbot, page)


def key(widget: object, of: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, of, held)  # type: ignore[call-overload]


def lines(plan: Plan) -> set[str]:
    return {line.description or "" for line in plan.budget_lines}


def test_what_is_ready_comes_in_as_one_step_and_what_asks_stays_out(window: Window, bring, qtbot) -> None:
    before = window.workspace.plan
    page = bring(MESS)
    assert window.workspace.plan is before and window.frame.sidebar._current == "import"
    assert [text.text() for pair in page.foot._counts for text in pair] == [
        "2", "rows ready", "1", "still asks", "1", "left out",
    ]  # fmt: skip
    assert page.foot.go.text() == "Import 2 rows"
    qtbot.mouseClick(page.foot.go, Qt.MouseButton.LeftButton)
    came_in(qtbot, window, "budget")
    assert lines(window.workspace.plan) - lines(before) == {"Demo van", "Old stand"}
    assert page.session.preview is None and not page.session.busy  # nothing looks at the list again that is in now
    assert window.toast.accessibleName() == "2 rows came in: 2 are new."
    window.toast.undone.emit(None)
    assert window.workspace.plan == before


def test_an_answer_lets_the_rows_in_and_can_be_given_otherwise(window: Window, bring, qtbot) -> None:
    page = bring(MESS)
    asked = face(page, 5)
    assert asked.reason == "Jan says 1.400. Is it 1,400 or 1.4?" and asked.chosen == ""
    press(qtbot, page, 5, "decimal=,")
    assert face(page, 5).chosen == "decimal=," and page.session.preview.ready == 3
    months = {entry.row: entry.months for entry in page.session.preview.read.entries}
    assert months[5] == {(2027, 1, False): 1400.0}
    press(qtbot, page, 5, "decimal=.")
    months = {entry.row: entry.months for entry in page.session.preview.read.entries}
    assert months[5] == {(2027, 1, False): 1.4}


def test_a_row_that_was_left_out_is_taken_in_and_out_again(window: Window, bring, qtbot) -> None:
    page = bring(MESS)
    assert face(page, 7).reason == "Left out: a total"
    press(qtbot, page, 7, "take")
    assert page.session.preview.ready == 3 and page.view._look.looks[7] == "rest"
    press(qtbot, page, 7, "drop")
    assert page.session.preview.ready == 2 and face(page, 7).reason == "Left out: a total"


def test_a_row_much_like_one_of_the_plan_is_the_same_or_a_new_one(window: Window, bring, qtbot) -> None:
    known = next(one for one in window.workspace.plan.activities if len(one.title or "") > 12)
    page = bring(f"Activity;Start;Owner\n{known.title}s;2027-02;Ines Varga\nQuite new;2027-03;Ines Varga\n", "plan.csv")
    assert page.session.preview.ready == 1
    press(qtbot, page, 2, "same")
    assert page.session.preview.outcome.updated == (2,)
    press(qtbot, page, 2, "new")
    assert page.session.preview.outcome.added == (2, 3)


def test_what_a_column_holds_is_chosen_from_a_menu(window: Window, bring, qtbot) -> None:
    page = bring(MESS)
    faces = [page.columns.rows.face(one) for one in page.columns.rows.keys]
    assert [(one.title, one.label) for one in faces if one is not None] == [
        ("Line", "Line"), ("who", "Lead"), ("Jan", "January"), ("Total", "Check only"), ("Remark", "Note"),
    ]  # fmt: skip
    page.columns._place = 4
    menu = page.columns.menu("note")
    next(action for action in menu.actions() if action.data() == "").trigger()
    menu.deleteLater()
    wait(qtbot, page)
    assert page.columns.rows.face("4").label == "Not imported"
    assert page._column_count.text() == "4 of 5 columns matched"


def test_a_corner_is_dragged_with_the_mouse(window: Window, bring, qtbot) -> None:
    page = bring(MESS)
    view = page.view
    assert view._area == Area("", 3, 0, 8, 4)
    corner = view.grips()["bottom right"].toPoint()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(view.viewport(), corner - QPoint(8, 2 * ROW))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=corner - QPoint(8, 2 * ROW))
    wait(qtbot, page)
    assert page.session.preview.read.found.area == Area("", 3, 0, 6, 4)
    assert page.session.preview.left_out == ()


def test_a_corner_is_moved_by_keys(window: Window, bring, qtbot) -> None:
    page = bring(MESS)
    page.view.setFocus()
    key(page.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    wait(qtbot, page)
    assert page.session.preview.read.found.area == Area("", 3, 0, 8, 3)
    key(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, page)
    assert page.session.preview.said.answers.area.top == 4


def test_tab_goes_column_by_column_then_row_by_row(window: Window, bring, qtbot) -> None:
    page = bring(MESS)
    assert page.columns.hasFocus() and page.columns.chosen == "0"
    for expected in ("1", "2", "3", "4"):
        key(page.columns, Qt.Key.Key_Tab)
        assert page.columns.chosen == expected
    key(page.columns, Qt.Key.Key_Tab)
    assert page.rows.hasFocus() and page.rows.chosen == "ask5"
    key(page.rows, Qt.Key.Key_1)
    wait(qtbot, page)
    assert face(page, 5).chosen == "decimal=,"
    key(page.rows, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.columns.hasFocus() and page.columns.chosen == "4"


def test_control_enter_imports_and_escape_leaves(window: Window, bring, qtbot) -> None:
    before = window.workspace.plan
    window.go("goals")
    page = bring(MESS)
    key(page.columns, Qt.Key.Key_Escape)
    assert window.chapter == "goals" and window.workspace.plan is before
    page = bring(MESS)
    key(page.columns, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    came_in(qtbot, window, "budget")
    assert lines(window.workspace.plan) != lines(before)


def test_what_was_said_is_remembered(window: Window, bring, qtbot) -> None:
    page = bring("Wofür;Wieviel?;\nMesse;1.200;\n", "a.csv")
    page.session.say_kind("budget")
    wait(qtbot, page)
    page.session.say_column(1, "amount")
    wait(qtbot, page)
    press(qtbot, page, 2, "decimal=,")
    page.import_now()
    written(qtbot, window)
    page.session._profiles = type(page.session._profiles)()
    page = bring("Wofür;Wieviel?;\nFilm;3.400;\n", "b.csv")
    assert page.session.preview.read.entries[0].values == {"description": "Film", "amount": 3400.0}
    assert any("last file of this shape" in page.rows.rows.face(one).reason for one in page.rows.rows.keys)


def test_a_block_that_was_copied_is_looked_at_before_it_comes_in(window: Window, qtbot) -> None:
    window.go("risks")
    QApplication.clipboard().setText("Risk\tLikelihood\nBudget is cut\t4\nFair is called off\t2\n")
    key(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page = window.page
    assert isinstance(page, ImportPage)
    wait(qtbot, page)
    assert (page.session.preview.read.kind.key, page.session.preview.ready) == ("risks", 2)
    before = len(window.workspace.plan.risks)
    page.import_now()
    came_in(qtbot, window, "risks")
    assert len(window.workspace.plan.risks) == before + 2


def test_one_word_that_was_copied_is_no_list(window: Window) -> None:
    window.go("risks")
    QApplication.clipboard().setText("word")
    key(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.chapter == "risks"


def test_a_file_that_cannot_be_used_is_a_sentence_and_another_can_be_chosen(
    window: Window, bring, qtbot, tmp_path: Path, answers: Answers
) -> None:
    page = bring("", "empty.csv")
    assert page.waiting.isVisible() and page.waiting.sentence.text() == "empty.csv is empty."
    answers.path = tmp_path / "good.csv"
    answers.path.write_text(MESS, encoding="utf-8")
    qtbot.mouseClick(page.waiting.choose, Qt.MouseButton.LeftButton)
    wait(qtbot, page)
    assert page.foot.isVisible() and page.session.preview.ready == 2


def test_reading_can_be_stopped(window: Window, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(MESS, encoding="utf-8")
    bring_in(window, path)
    page = window.page
    assert isinstance(page, ImportPage) and page.waiting.stop.isVisible()
    qtbot.mouseClick(page.waiting.stop, Qt.MouseButton.LeftButton)
    assert page.waiting.sentence.text() == "Stopped. Nothing was read." and page.session.preview is None
    assert not page.session.busy


def test_an_answer_after_stop_says_nothing(window: Window, qtbot, tmp_path: Path) -> None:
    """The file may be read to its end in the very moment of the click."""
    path = tmp_path / "list.csv"
    path.write_text(MESS, encoding="utf-8")
    bring_in(window, path)
    page = window.page
    assert isinstance(page, ImportPage)
    job = page.session._job
    QThreadPool.globalInstance().waitForDone()
    page.session.stop()
    qtbot.waitUntil(lambda: job not in _RUNNING)
    assert page.waiting.sentence.text() == "Stopped. Nothing was read." and page.session.preview is None


def test_sheets_and_kinds_are_chosen(window: Window, qtbot, tmp_path: Path, answers: Answers) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "People"
    for row in (["Name", "Role", "Influence"], ["Ada Lovell", "CFO", 4]):
        book.active.append(row)
    other = book.create_sheet("Money")
    for row in (["Line", "Category", "Jan", "Feb"], ["Fair", "Shows", 5, 6]):
        other.append(row)
    answers.path = tmp_path / "two.xlsx"
    book.save(answers.path)
    file_commands.import_file(window, now)
    page = window.page
    assert isinstance(page, ImportPage)
    wait(qtbot, page)
    assert (page.sheet.key, page.kind.key, page._sheets.text()) == ("Money", "budget", "Sheet 2 of 2")
    page.sheet.chosen.emit("People")
    wait(qtbot, page)
    assert (page.sheet.key, page.kind.key) == ("People", "stakeholders")
    page.kind.chosen.emit("activities")
    wait(qtbot, page)
    assert page.kind.key == "activities" and page._head.accessibleName() == "Import activities"


def test_everything_is_said_to_a_screen_reader(window: Window, bring) -> None:
    page = bring(MESS)
    index = page.columns.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Column C, Jan: January. 1 row asks"
    said = page.rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Row 5, Packline: Jan says 1.400. Is it 1,400 or 1.4? Choices: 1,400, 1.4"
    assert page.view.accessibleName() == "The sheet. Table found: rows 3 to 8"
    assert page.kind.accessibleName() and page.foot.accessibleName() == "2 rows ready, 1 still asks, 1 left out"


def test_the_sheet_scrolls_along_with_the_row_in_hand(window: Window, bring, qtbot) -> None:
    text = "Line;Jan\n" + "".join(f"Line {n};{n}\n" for n in range(300)) + "Last;odd\n"
    page = bring(text)
    page.rows.setFocus()
    page.rows.take("odd302")
    assert page.view._row == 302
    assert page.view.viewport().rect().contains(page.view.cell_box(302, 0).center().toPoint())
    assert QPointF(0, 0) not in page.view.grips().values()


def test_what_the_sheet_hides_is_said_and_left_out_by_a_click(window: Window, qtbot, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Activity", "Owner", "Cost"), ("Van tour", "Ines", 900), ("Podcast series", "Marten", 700)):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = sheet.column_dimensions["C"].hidden = True
    path = tmp_path / "plan.xlsx"
    book.save(path)
    bring_in(window, path)
    page = window.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.session.preview is not None and not page.session.busy, timeout=60_000)
    said = face(page, 0, "hidden")
    assert said.reason == "1 hidden column: Cost. 1 row that is hidden or filtered out: 3."
    assert (said.chosen, page.session.preview.ready) == ("hidden=in", 2)
    press(qtbot, page, 0, "hidden=out")
    assert (face(page, 0, "hidden").chosen, page.session.preview.ready) == ("hidden=out", 1)
    assert face(page, 3).reason == "Left out: hidden in the sheet"
