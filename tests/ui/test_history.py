"""The history page: filtered, compared, looked at, one edit taken back, a moment named; by mouse and by keys."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import AddRow, PutRows, SetFields
from planner.model.ids import NewRows
from planner.model.plan import Plan
from planner.ui.history.compared import Compared
from planner.ui.history.compared import compared as compare_moments
from planner.ui.history.page import HistoryPage
from planner.ui.jobs import Stopped
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.settings import Settings
from planner.ui.window import Window
from planner.ui.workspace import Workspace
from tests.ui.conftest import NOW, written


class Clock:
    """Moves a minute with each look at it."""

    def __init__(self) -> None:
        self.at = NOW - timedelta(days=3)

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def window(qtbot, qapp_dressed: QApplication, tmp_path: Path, example_plan: Plan):
    """The example with three days of edits by three people."""
    clock = Clock()
    path = tmp_path / "plan.cgplan"
    document = Document.create(path, now=clock, plan=example_plan, author=Author("Ines Varga"), state_dir=tmp_path)
    workspace = Workspace(document.plan, now=clock)
    made = Window(workspace, Settings())
    workspace.setParent(made)
    workspace.attach(document)
    people = {person.name: Author(person.name or "", person.id) for person in document.plan.people}
    goal = document.plan.goals.by_code("G1")
    assert goal is not None
    for who, edit in (
        ("Marten Dahl", SetFields("goal", goal.id, {"target": 2_000_000.0})),
        ("Ines Varga", AddRow("note", {"text": "A competitor moves in"}, id="moved")),
        ("Nadia Ferrante", SetFields("goal", goal.id, {"title": "Orders of the year"})),
    ):
        workspace.set_author(people[who])
        workspace.apply(edit)
        clock.at += timedelta(days=1)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(window: Window, qtbot) -> HistoryPage:
    window.menubar.actions["history"].trigger()
    assert isinstance(window.page, HistoryPage)
    qtbot.waitUntil(lambda: window.page.changes.rowCount() > 0)
    return window.page


def shown(page: HistoryPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def compared(page: HistoryPage) -> list[str]:
    return [str(page.changes.index(row, 0).data()) for row in range(page.changes.rowCount())]


def finish(qtbot, window: Window, text: str) -> None:
    dialog = window.findChild(Dialog)
    assert dialog is not None
    button = next(one for one in dialog.findChildren(Button) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_edit_stands_under_its_day_with_author_chapter_and_values(page: HistoryPage) -> None:
    lines = shown(page)
    assert lines[1].startswith("Nadia Ferrante set ") and lines[1].split(", ")[-2] == "Goals"
    assert any(line.startswith("Marten Dahl") and "€1.92m to €2.00m" in line for line in lines)
    assert lines[0].endswith("Nov") and sum("Nov" in line and ":" not in line for line in lines) == 3


def test_no_chapter_is_marked_and_escape_goes_back(window: Window, page: HistoryPage, qtbot) -> None:
    assert window.chapter == "history"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.chapter == "goals"


def test_filters_by_voice_chapter_words_and_code(window: Window, page: HistoryPage, qtbot) -> None:
    qtbot.mouseClick(page.filters._pills["sales"], Qt.MouseButton.LeftButton)
    assert page.model.count == 1 and "Marten" in shown(page)[1]
    qtbot.mouseClick(page.filters._pills[""], Qt.MouseButton.LeftButton)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F)
    assert page.filters.field.hasFocus()
    qtbot.keyClicks(page.filters.field, "competitor")
    assert page.model.count == 1 and "competitor" in shown(page)[1]
    page.filters.field.clear()
    qtbot.keyClicks(page.filters.field, "G1")
    assert page.model.count == 3  # the start of the plan, and both changes of the goal
    page.filters.field.clear()
    qtbot.keyClicks(page.filters.field, "nothing of the kind")
    assert page.model.count == 0 and not page._nothing.isHidden()
    page.filters.field.clear()
    page.filters._chapter.set_key("context")
    page.filters._chapter.chosen.emit("context")
    assert page.model.count == 1


def test_markers_are_set_by_key_and_what_changed_between_them_is_said(page: HistoryPage, qtbot) -> None:
    first = page.model.place_of(page._entries[0].record.id)
    page.list.setFocus()
    page.list.set_in_hand(first)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(compared(page)) == 5)
    assert compared(page) == [
        "Context",
        "A competitor moves in: empty → new, Ines Varga",
        "Goals",
        (
            "Orders of the year, goal: Order intake from marketing-sourced leads FY2027 → Orders of the year, "
            "Nadia Ferrante"
        ),
        "Orders of the year, target: €1.92m → €2.00m, Nadia Ferrante",
    ]
    page.strip.setFocus()
    qtbot.keyClick(page.strip, Qt.Key.Key_B)
    qtbot.keyClick(page.strip, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: not any("Orders of the year" in line for line in compared(page)))


def test_an_older_question_is_stopped_and_one_left_open_is_asked_again(
    window: Window, page: HistoryPage, qtbot
) -> None:
    page.strip.take("A")
    page._moved("A", -1)
    page._compare()
    first = page._comparing
    assert first is not None
    page._moved("A", 0)
    page._compare()
    assert page._comparing is not first and first._stop.is_set()
    window.go("goals")
    assert page._comparing is None
    page.changes.show(Compared(Plan(), Plan(), [], 0, {}))
    window.go("history")
    qtbot.waitUntil(lambda: len(compared(page)) == 5)
    assert page._between.text().startswith("From A (")


def test_comparing_ends_where_nobody_waits(window: Window, page: HistoryPage) -> None:
    document = window.workspace.document
    assert document is not None
    told: list[int] = []

    def stop(done: int, total: int, text: str) -> None:
        told.append(done)
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        compare_moments(document.earlier(0), document.earlier(document.seq), {}, stop)
    assert told == [0, 1, 2]
    assert document.earlier(1).plan() == document.plan_at(1)


def test_a_marker_is_dragged_along_the_days(page: HistoryPage, qtbot) -> None:
    strip = page.strip
    start, end = strip._x(strip.places["B"]), strip._x(0)
    from PySide6.QtCore import QPoint

    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(start), 84))
    qtbot.mouseMove(strip, QPoint(round(end), 84))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(end), 84))
    assert strip.places["B"] == 0
    assert "Marker B" in strip.accessibleDescription()


def test_one_edit_is_taken_back_after_one_question(window: Window, page: HistoryPage, qtbot) -> None:
    entry = page._entries[1]
    page.list.setFocus()
    page.list.set_in_hand(page.model.place_of(entry.record.id))
    assert "restores €1.92m. Nothing after it depends on it." in page._sentence.text()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    finish(qtbot, window, "Take back")
    written(qtbot, window)
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None and goal.target == 1_920_000 and goal.title == "Orders of the year"
    last = window.workspace.history()[-1]
    assert last.author == "Nadia Ferrante" and last.label.startswith("Take back")
    assert "Nadia Ferrante take back" in shown(page)[1]


def test_what_no_longer_fits_says_why_and_cannot_be_pressed(window: Window, page: HistoryPage) -> None:
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None
    window.workspace.apply(SetFields("goal", goal.id, {"target": 2_100_000.0}))
    page.list.set_in_hand(page.model.place_of(page._entries[1].record.id))
    assert "has been changed since, to 2,100,000. Set it there." in page._sentence.text()
    assert not page.list._button.isEnabled()


def test_the_plan_as_it_was_refuses_every_change_until_escape(window: Window, page: HistoryPage, qtbot) -> None:
    page.list.setFocus()
    page.list.set_in_hand(page.model.place_of(page._entries[0].record.id))
    qtbot.mouseClick(page._look, Qt.MouseButton.LeftButton)
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None and goal.target == 1_920_000
    assert window.chapter == "goals" and window.frame.topbar.now.isVisible()
    seq = len(window.workspace.history())
    assert window.workspace.apply(SetFields("goal", goal.id, {"title": "x"})) is None
    qtbot.keyClick(window, Qt.Key.Key_N)
    for dialog in window.findChildren(Dialog):
        dialog.finish(None)
    assert len(window.workspace.history()) == seq
    assert window.toast.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.workspace.past is None and not window.frame.topbar.now.isVisible()
    assert window.chapter == "history"
    now = window.workspace.plan.goals.by_code("G1")
    assert now is not None and now.target == 2_000_000


def test_a_moment_gets_a_name_that_stands_at_its_marker(window: Window, page: HistoryPage, qtbot) -> None:
    page.list.set_in_hand(page.model.place_of(page._entries[1].record.id))
    qtbot.mouseClick(page._name_it, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page._name_field, "First draft")
    finish(qtbot, window, "Keep the name")
    (version,) = window.workspace.plan.named_versions
    assert (version.name, version.edit) == ("First draft", page._entries[1].record.id)
    page._moved("A", 1)
    assert page.strip.label("A").startswith("First draft, ")
    assert any("First draft" in line for line in shown(page))


def test_a_new_edit_appears_on_top_and_the_row_in_hand_stays(window: Window, page: HistoryPage) -> None:
    page.list.set_in_hand(page.model.place_of(page._entries[1].record.id))
    window.workspace.apply(AddRow("note", {"text": "Just now"}))
    assert "Just now" in shown(page)[1]
    assert page.list.entry is not None and page.list.entry.record.id == page._entries[1].record.id
    assert page.strip.places["B"] == len(page._entries) - 1


def test_an_empty_plan_has_a_history_page_too(empty_window: Window, qtbot) -> None:
    empty_window.history()
    page = empty_window.page
    assert isinstance(page, HistoryPage) and page.model.count == 0
    assert page._nothing.text() == "Nothing has been changed yet."
    page.look()
    page.name_moment()
    assert not empty_window.findChildren(Dialog)


def test_the_keyboard_is_at_the_edits_as_soon_as_the_history_opens(window: Window, qtbot) -> None:
    goal = window.workspace.plan.goals.by_code("G1")
    assert goal is not None
    window.workspace.apply(SetFields("goal", goal.id, {"title": "Orders"}))
    window.moments.open_history()
    page = window.page
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert any(one.isVisible() for one in window.findChildren(Dialog))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.plan.goals[goal.id].title == goal.title)


def test_whether_a_large_edit_can_be_taken_back_is_found_out_beside_the_window(
    window: Window, page: HistoryPage, qtbot
) -> None:
    made = NewRows(window.workspace.plan)
    rows = tuple(made.row("note", text=f"note {number}") for number in range(300))
    window.workspace.apply(PutRows(rows, "Import many"))
    page.list.set_in_hand(page.model.place_of(page._entries[-1].record.id))
    qtbot.waitUntil(lambda: page._looking is None)
    assert page._sentence.text().startswith("Taking back “Import many”")
    assert page.list._button.isEnabled()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    finish(qtbot, window, "Take back")
    written(qtbot, window)
    assert not any((note.text or "").startswith("note ") for note in window.workspace.plan.notes)
