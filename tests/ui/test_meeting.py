"""Two states of the plan meet in the window: what fits, what somebody chooses by key and mouse, one step at the end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from planner.i18n import use_language
from planner.model.changes import Author
from planner.model.compare import compare
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.ui.exporting.homework import HomeworkDialog
from planner.ui.meeting.coming import Coming
from planner.ui.meeting.conflicts import Places
from planner.ui.meeting.page import MergePage
from planner.ui.window import Window
from tests.rows import row_called
from tests.ui.conftest import now, written
from tests.ui.whole.seen import settle
from tests.ui.whole.test_layout import complaints

MARTEN = Author("Marten Dahl")


def change(document: Document, code: str, author: Author, **values: object) -> None:
    row = row_called(document.plan, code)
    document.apply(SetFields(row.TABLE, row.id, values), author)


def copy_of(window: Window, tmp_path: Path, **more: object) -> Path:
    """A copy of the plan in which Marten changed three goals."""
    document = window.workspace.document
    assert document is not None
    path = tmp_path / "theirs.cgplan"
    document.save_copy(path)
    other = Document.open(path, now=now, state_dir=tmp_path / "other")
    for code, title in (("G1", "Theirs 1"), ("G2", "Theirs 2"), ("G3", "Theirs 3")):
        change(other, code, MARTEN, title=title)
    change(other, "SI-01", MARTEN, response="Mail it")
    other.close()
    return path


def meet(qtbot, window: Window, path: Path) -> MergePage:
    Coming(window, path).start()
    qtbot.waitUntil(lambda: window.chapter == "merge" and window.page.meeting is not None)
    page = window.page
    assert isinstance(page, MergePage)
    return page


@pytest.fixture
def page(qtbot, window: Window, tmp_path: Path) -> MergePage:
    path = copy_of(window, tmp_path)
    window.workspace.set_author(Author("Ines Varga"))
    for code, title in (("G1", "Mine 1"), ("G2", "Mine 2")):
        row = row_called(window.workspace.plan, code)
        window.workspace.apply(SetFields("goal", row.id, {"title": title}))
    row = row_called(window.workspace.plan, "SI-01")
    window.workspace.apply(SetFields("sales_input", row.id, {"response": "Print it"}))
    return meet(qtbot, window, path)


def titles(window: Window) -> list[str]:
    return [window.workspace.plan.goals.by_code(code).title for code in ("G1", "G2", "G3")]


def test_conflicts_are_settled_by_keys_and_written_as_one_step(qtbot, window: Window, page: MergePage) -> None:
    assert page.conflicts_model.rowCount() == 3
    assert not page.save.isEnabled()
    assert page.conflicts.hasFocus() or page.conflicts.isVisible()
    page.conflicts.setFocus()
    page.conflicts.take(page.conflicts_model.keys[0])
    qtbot.keyClick(page.conflicts, Qt.Key.Key_3)  # a title is one title: both is not possible
    assert page.meeting.settled == 0
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(page.conflicts, key)
    assert page.meeting.settled == 3
    assert page.save.isEnabled()
    qtbot.keyClick(page.conflicts, Qt.Key.Key_0)
    assert not page.save.isEnabled()
    qtbot.keyClick(page.conflicts, Qt.Key.Key_3)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    written(qtbot, window)
    assert titles(window) == ["Mine 1", "Theirs 2", "Theirs 3"]
    assert window.workspace.plan.sales_inputs.by_code("SI-01").response == "Print it\nMail it"
    assert window.chapter != "merge"
    window.undo()
    assert titles(window)[2] != "Theirs 3"


def test_panes_and_choices_are_clicked(qtbot, window: Window, page: MergePage) -> None:
    key = page.conflicts_model.keys[0]
    row = QRectF(page.conflicts.visualRect(page.conflicts_model.index(0, 0)))
    places = Places(row)
    for box, chosen in ((places.panes[1], "theirs"), (places.choices[0], "mine")):
        point: QPoint = box.center().toPoint()
        qtbot.mouseClick(page.conflicts.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert page.meeting.choice(page.conflicts_model.one(key)) == chosen


def test_what_fits_may_be_left(qtbot, window: Window, page: MergePage) -> None:
    qtbot.mouseClick(page._see, Qt.MouseButton.LeftButton)
    assert page.fits.isVisible()
    (key,) = page.fits_model.keys
    page.fits.setFocus()
    qtbot.keyClick(page.fits, Qt.Key.Key_Space)
    assert page.meeting.choice(page.fits_model.one(key)) == "mine"
    page.conflicts.setFocus()
    for _conflict in page.conflicts_model.keys:
        qtbot.keyClick(page.conflicts, Qt.Key.Key_1)
    assert page.meeting.taken == 0
    before = window.workspace.plan
    assert page.save.text() == "Save as it is settled"
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    written(qtbot, window)
    after = window.workspace.plan
    assert [one.table for one in compare(before, after)] == ["settled"]


def test_what_was_settled_is_asked_again_only_where_somebody_wants_it(
    qtbot, window: Window, page: MergePage, tmp_path: Path
) -> None:
    page.conflicts.setFocus()
    for _conflict in page.conflicts_model.keys:
        qtbot.keyClick(page.conflicts, Qt.Key.Key_1)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    written(qtbot, window)
    assert titles(window) == ["Mine 1", "Mine 2", "Theirs 3"]
    page = meet(qtbot, window, tmp_path / "theirs.cgplan")
    assert page.conflicts_model.rowCount() == 0
    assert page._fitting.text().endswith("3 were settled before.")
    assert page.save.text() == "Nothing to save, close"
    qtbot.mouseClick(page._again, Qt.MouseButton.LeftButton)
    assert page.conflicts_model.rowCount() == 3
    assert page._again.isHidden()
    page.conflicts.setFocus()
    for _conflict in page.conflicts_model.keys:
        qtbot.keyClick(page.conflicts, Qt.Key.Key_2)
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    written(qtbot, window)
    assert titles(window) == ["Theirs 1", "Theirs 2", "Theirs 3"]


def test_who_said_what_is_read_out(page: MergePage) -> None:
    said = page.conflicts_model.data(page.conflicts_model.index(0, 0))
    assert "Mine, Ines: Mine 1" in said
    assert "Theirs, Marten: Theirs 1" in said
    assert "Not settled yet" in said


def test_escape_leaves_and_nothing_is_written(qtbot, window: Window, page: MergePage) -> None:
    before = window.workspace.plan
    qtbot.mouseClick(page._leave, Qt.MouseButton.LeftButton)
    assert (window.chapter, window.workspace.plan) == ("goals", before)


def test_a_workbook_that_is_dropped_comes_back_with_its_givers_name(qtbot, window: Window, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from planner.exchange.workbook import write_workbook

    document = window.workspace.document
    assert document is not None
    path = write_workbook(document.plan, window.workspace.results, tmp_path / "plan.xlsx", exported=document.moment,
                          today="2026-11-16", pictures=False)  # fmt: skip
    book = load_workbook(path)
    sheet = book["Goals"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == titles(window)[0]]
    cell.value = "From the workbook"
    where, ref = next(iter(book.defined_names["changes_by"].destinations))
    book[where][ref] = "Marten Dahl"
    book.save(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    held = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), *held)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), *held))
    qtbot.waitUntil(lambda: window.chapter == "merge" and window.page.meeting is not None)
    page = window.page
    assert isinstance(page, MergePage)
    assert page.fits.isVisible()
    assert [page.fits_model.words(key)[2] for key in page.fits_model.keys] == ["From the workbook"]
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    written(qtbot, window)
    assert titles(window)[0] == "From the workbook"
    assert document.history()[-1].author == "Marten Dahl"


def test_homework_is_handed_out_to_those_who_are_ticked(qtbot, window: Window, tmp_path: Path, monkeypatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("planner.ui.exporting.homework.QDesktopServices.openUrl", opened.append)
    dialog = HomeworkDialog(window.workspace, tmp_path / "out", "2026-11-16")
    dialog.open_over(window)
    assert not dialog._go.isEnabled()
    person = next(person for person in window.workspace.plan.people if person.name == "Marten Dahl")
    dialog._boxes[person.id].setChecked(True)
    qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))
    assert [path.suffix for path in (tmp_path / "out" / "Homework").iterdir()] == [".xlsx"]
    assert "1 pack is ready" in dialog._said.text()
    dialog.finish(None)


def test_what_cannot_meet_is_one_sentence(qtbot, window: Window, tmp_path: Path, answers, example_plan) -> None:
    other = tmp_path / "other.cgplan"
    Document.create(other, now=now, plan=example_plan, author=MARTEN, state_dir=tmp_path / "x").close()
    shutil.copy(other, tmp_path / "broken.xlsx")
    for path, said in ((other, "not a copy of this plan"), (tmp_path / "broken.xlsx", "not an Excel workbook")):
        answers.told.clear()
        Coming(window, path).start()
        qtbot.waitUntil(lambda: bool(answers.told))
        assert said in answers.told[0]
    assert window.chapter == "goals"


@pytest.mark.parametrize("code", ["en", "de"])
def test_two_copies_that_meet_are_read_whole_on_the_smallest_screen(
    qtbot, window: Window, tmp_path: Path, code: str
) -> None:
    use_language(code)
    try:
        path = copy_of(window, tmp_path)
        row = row_called(window.workspace.plan, "G1")
        window.workspace.apply(SetFields("goal", row.id, {"title": "A title that says more than any card holds " * 3}))
        window.resize(1180, 720)
        page = meet(qtbot, window, path)
        settle()
        assert list(complaints(window, "two copies", page)) == []
        gap = page.conflicts.y() - page._settled.geometry().bottom()
        assert gap <= 32  # nothing is left free for what fits while it is not shown
    finally:
        use_language(None)
