"""The frame: width rules, names for screen readers, regions, and what it emits."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.frame import ChapterEntry, FindingItem, Frame, QuestionItem, RecentItem
from planner.ui.frame.chapterrow import ChapterRow
from planner.ui.frame.items import ComparedItem
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.coachcards import FindingRow
from planner.ui.parts.text import Text
from planner.ui.theme import install

GROUPS = ("Set out",) * 4 + ("Listen",) * 3 + ("Plan",) * 4 + ("Agree",) * 2


@pytest.fixture
def frame(qapp: QApplication, qtbot: QtBot) -> Frame:
    install(qapp, "light")
    made = Frame()
    qtbot.addWidget(made)
    made.sidebar.set_chapters(
        [
            ChapterEntry(f"c{n}", n + 1, f"Chapter {n + 1}", group, n / 12, "One half is open")
            for n, group in enumerate(GROUPS)
        ]
    )
    made.set_content(QWidget())
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("width", "sidebar", "coach", "content"),
    [(1440, 232, 304, 904), (1920, 232, 304, 1384), (1366, 232, 48, 1086), (1180, 72, 48, 1060)],
)
def test_the_width_rules(frame: Frame, width: int, sidebar: int, coach: int, content: int) -> None:
    frame.resize(width, 768)
    assert frame.sidebar.width() == sidebar
    assert frame.coach.width() == coach
    assert frame._content is not None and frame._content.width() == content


def test_the_coach_folds_beside_the_content_and_floats_over_it(frame: Frame) -> None:
    frame.toggle_coach()
    assert (frame.coach.folded, frame._content.width()) == (True, 1160)  # type: ignore[union-attr]
    frame.resize(1366, 768)
    before = frame._content.width()  # type: ignore[union-attr]
    frame.toggle_coach()
    assert (frame.coach.folded, frame.coach.width(), frame._content.width()) == (False, 304, before)  # type: ignore[union-attr]


def test_escape_folds_the_floating_coach(frame: Frame, qtbot: QtBot) -> None:
    frame.resize(1366, 768)
    frame.toggle_coach()
    qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Escape)
    assert frame.coach.folded


@pytest.mark.parametrize(("width", "height"), [(1180, 720), (1366, 768), (1440, 900), (1920, 1080)])
def test_thirteen_chapters_fit(frame: Frame, width: int, height: int) -> None:
    frame.resize(width, height)
    rows = frame.sidebar.findChildren(ChapterRow)
    foot = min(button.y() for button in frame.sidebar.findChildren(IconButton) if button.isVisible())
    assert len(rows) == 13
    assert max(row.geometry().bottom() for row in rows) < foot
    tops = [row.y() for row in rows]
    assert tops == sorted(tops)


def test_a_chapter_is_chosen_by_mouse_and_arrows(frame: Frame, qtbot: QtBot) -> None:
    rows = frame.sidebar.findChildren(ChapterRow)
    with qtbot.waitSignal(frame.sidebar.chapterChosen) as told:
        qtbot.mouseClick(rows[4], Qt.MouseButton.LeftButton)
    assert told.args == ["c4"]
    rows[4].setFocus()
    qtbot.keyClick(rows[4], Qt.Key.Key_Down)
    with qtbot.waitSignal(frame.sidebar.chapterChosen) as told:
        qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Space)
    assert told.args == ["c5"]


def test_a_chapter_says_where_it_stands(frame: Frame) -> None:
    row = frame.sidebar.findChildren(ChapterRow)[6]
    frame.sidebar.set_current("c6")
    assert row.accessibleName() == "7 Chapter 7"
    assert row.accessibleDescription() == "Current chapter. 50 percent done. One half is open"
    frame.sidebar.set_current("")
    assert "Current" not in row.accessibleDescription()


def test_updated_chapters_keep_their_rows(frame: Frame) -> None:
    before = frame.sidebar.findChildren(ChapterRow)
    frame.sidebar.set_chapters([ChapterEntry(f"c{n}", n + 1, "New", g, 1.0) for n, g in enumerate(GROUPS)])
    assert frame.sidebar.findChildren(ChapterRow) == before


def test_every_control_has_a_name_and_a_size(frame: Frame, qtbot: QtBot) -> None:
    fill(frame)
    for width in (1440, 1366):
        frame.resize(width, 900)
        controls = frame.findChildren(QAbstractButton)
        for control in controls:
            found = QAccessible.queryAccessibleInterface(control)
            assert found.text(QAccessible.Text.Name), control
            if isinstance(control, IconButton):
                assert control.toolTip()
        shown = [control for control in controls if control.isVisible()]
        # places are known once the layouts have run
        qtbot.waitUntil(lambda shown=shown: all(one.height() >= 28 and one.width() >= 28 for one in shown))


def fill(frame: Frame) -> None:
    frame.topbar.set_plan("Wrenfield", "Marketing plan", "FY 2027")
    frame.topbar.set_author("Priya Nair", "marketing", "Marketing")
    frame.sidebar.set_voices([("marketing", 38), ("sales", 34), ("agency", 0)])
    frame.coach.set_questions([QuestionItem("What is missing?", "Ask sales", "sales", "Q1")])
    frame.coach.set_findings([FindingItem("fix", "Joan has not been heard.", "P9"), FindingItem("fine", "All well.")])
    frame.coach.set_recent([RecentItem("Martin Okafor", "sales", "10:42", "set the win rate")])


def test_the_coach_shows_and_counts(frame: Frame, qtbot: QtBot) -> None:
    fill(frame)
    with qtbot.waitSignal(frame.coach.showFinding) as told:
        frame.coach.findChildren(FindingRow)[0].findChild(Button).click()  # type: ignore[union-attr]
    assert told.args == ["P9"]
    names = {button.accessibleName() for button in frame.coach.findChildren(IconButton)}
    assert {"Questions to ask, 1", "Findings here, 1"} <= names


def test_what_others_report_is_shown_when_it_is_asked_for(frame: Frame, qtbot: QtBot) -> None:
    fill(frame)
    item = ComparedItem("Marketing gets 7.8% of revenue.", "Gartner, 2026. Trust: B. Not a target.")
    frame.coach.set_compared([item])
    said = {text.text() for text in frame.coach.findChildren(Text)}
    assert item.text not in said
    (more,) = [one for one in frame.coach.findChildren(Button) if one.text() == "What others report"]
    more.click()
    shown = {text.text() for text in frame.coach.findChildren(Text) if text.isVisible()}
    assert {item.text, item.source} <= shown
    frame.coach.set_compared([])
    assert not more.isVisible()


def test_what_the_coach_no_longer_shows_is_gone(frame: Frame) -> None:
    fill(frame)
    fill(frame)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(frame.coach.findChildren(FindingRow)) == 2


def test_regions_are_reached_in_order(frame: Frame) -> None:
    fill(frame)
    page = QWidget()
    first = Button("First", parent=page)
    frame.set_content(page)
    seen: list[QWidget] = []
    if frame.focusWidget() is not None:
        frame.focusWidget().clearFocus()
    for _step in range(6):
        frame.next_region()
        seen.append(QApplication.focusWidget())
    assert frame.sidebar.isAncestorOf(seen[0]) and frame.topbar.isAncestorOf(seen[1])
    assert seen[2] is first and frame.coach.isAncestorOf(seen[3]) and seen[4] is frame.status
    assert seen[5] is seen[0]
    frame.next_region(-1)
    assert QApplication.focusWidget() is frame.status


def test_why_it_is_not_saved_is_reached_by_keyboard(frame: Frame, qtbot: QtBot) -> None:
    frame.status.setFocus()
    with qtbot.waitSignal(frame.status.stateClicked):
        qtbot.keyClick(frame.status, Qt.Key.Key_Return)


def test_the_chip_gives_way_before_the_find_field(frame: Frame) -> None:
    fill(frame)
    frame.topbar.resize(1000, 56)
    wide = frame.topbar.author.width()
    frame.topbar.resize(880, 56)
    assert frame.topbar.author.width() < wide and frame.topbar.find_field.width() == 232
    frame.topbar.resize(620, 56)
    assert frame.topbar.find_field.width() == 36


def test_who_types_is_said(frame: Frame, qtbot: QtBot) -> None:
    fill(frame)
    chip = frame.topbar.author
    assert chip.accessibleName() == "At the keyboard: Priya Nair, Marketing"
    with qtbot.waitSignal(frame.topbar.authorMenuRequested) as told:
        chip.click()
    assert told.args[0] == chip.mapToGlobal(chip.rect().bottomLeft())


def test_the_status_line_reads_as_a_sentence(frame: Frame) -> None:
    frame.status.set_state("fix", "Disk is full: see why")
    frame.status.set_cell("Packline, Sep", "52")
    frame.status.set_date("10 Nov 2026")
    assert frame.status.accessibleName() == "Disk is full: see why. Packline, Sep 52. 100%. 10 Nov 2026"


def test_the_voices_are_read_out(frame: Frame) -> None:
    fill(frame)
    assert frame.sidebar._voices.accessibleName() == "Voices in this plan: Marketing 38, Sales 34"


def test_tab_goes_over_the_window_as_the_eye_does(frame: Frame, qtbot: QtBot) -> None:
    fill(frame)
    page = QWidget()
    on_page = Button("On the page", parent=page)
    frame.set_content(page)
    fill(frame)  # the coach follows the page and is made after it
    frame.sidebar.focus_first()
    start, seen = QApplication.focusWidget(), []
    while not seen or seen[-1] is not start:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        assert len(seen) < 60
    regions = (frame.sidebar, frame.topbar, page, frame.coach, frame.status)
    order = [next(region for region in regions if region is at or region.isAncestorOf(at)) for at in seen[:-1]]
    assert list(dict.fromkeys(order)) == list(regions)
    assert order == sorted(order, key=regions.index)
    assert on_page in seen
    in_coach = [at.mapTo(frame.coach, at.rect().topLeft()).y() for at in seen if frame.coach.isAncestorOf(at)]
    assert in_coach == sorted(in_coach)
    qtbot.keyClick(start, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is frame.status


def test_all_of_a_card_is_reached_before_the_card_beside_it(frame: Frame, qtbot: QtBot) -> None:
    page = QWidget()
    names = {}
    for name, card_at, at in (("last", (0, 320), (0, 0)), ("right, below", (300, 2), (0, 90)),
                              ("left, below", (0, 0), (0, 90)), ("right", (300, 2), (40, 4)),
                              ("left", (0, 0), (0, 0)), ("left, beside", (0, 0), (80, 4))):  # fmt: skip
        card = names.setdefault(card_at, QWidget(page))
        card.setGeometry(*card_at, 280, 200)
        Button(name, parent=card).setGeometry(*at, 60, 30)
    frame.set_content(page)
    frame.topbar.present.setFocus()
    seen = []
    for _stop in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().text())
    assert seen == ["left", "left, beside", "left, below", "right", "right, below", "last"]
