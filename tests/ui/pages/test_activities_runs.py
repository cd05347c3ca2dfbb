"""Several bars in one row of the timeline: each moved, made longer, drawn, taken away, by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from planner.model.plan import Activity, Plan, Rows, Run
from planner.ui.pages.activities import monthrows
from planner.ui.pages.activities.page import ActivitiesPage
from planner.ui.pages.activities.runsbox import RunsBox
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.menu import Menu
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

from .activities_plan import activities_plan, leads
from .conftest import Shown

ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
MAILING = Activity(
    id="mailing", code="A-05", title="Renewal mailing", start="2027-04", end="2027-04", owner="tess",
    supporter="callum", goals=("service",), sales_inputs=("downtime",), position=5,
)  # fmt: skip


def plan() -> Plan:
    """The small plan with a mailing in April, July and October, and its leads."""
    made = activities_plan()
    cells = [leads("mailing", month, 10) for month in ("2027-04", "2027-07", "2027-10")]
    return made.with_tables(
        {
            "activity": made.activities.with_changes({"mailing": MAILING}),
            "lead_month": made.lead_months.with_changes({cell.id: cell for cell in cells}),
            "run": Rows(
                Run(id=f"run-{month}", activity="mailing", start=month, end=month, position=place)
                for place, month in enumerate(("2027-07", "2027-10"), 1)
            ),
        }
    )


@pytest.fixture
def page(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> ActivitiesPage:
    made = ActivitiesPage(open_workspace(plan()))
    qtbot.addWidget(made)
    made.resize(1160, 812)
    made.show()
    Shown(made)
    made.timeline.setFocus()
    made.timeline.take("mailing")
    return made


def runs(page: ActivitiesPage, id: str = "mailing") -> str:
    return page.rows.face(id).when


def bars(page: ActivitiesPage, id: str = "mailing") -> list[QRectF]:
    return page.timeline.bars_of(id)


def drag(
    page: ActivitiesPage, qtbot: QtBot, start: QPointF, end: QPointF, held: Qt.KeyboardModifier = PLAIN
) -> None:
    port = page.timeline.viewport()
    qtbot.mousePress(port, LEFT, held, start.toPoint())
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, (start + (end - start) * share).toPoint())
    qtbot.mouseRelease(port, LEFT, held, end.toPoint())


def months(page: ActivitiesPage, count: float) -> QPointF:
    return QPointF(page.timeline.place.scale.column * count, 0)


def arriving(page: ActivitiesPage) -> dict[str, float | None]:
    cells = page.workspace.plan.lead_months
    return {cell.month[5:]: cell.likely for cell in cells if cell.activity == "mailing"}


def test_a_row_shows_each_run_where_it_is(page: ActivitiesPage) -> None:
    place = page.timeline.place
    assert [round((box.left() - place.x(0) - 1) / place.scale.column) for box in bars(page)] == [3, 6, 9]
    assert runs(page) == "Apr, Jul and Oct 2027"
    role = Qt.ItemDataRole.AccessibleTextRole
    row = page.rows.index(page.rows.row_of("mailing"), 0)
    assert "Apr, Jul and Oct 2027" in row.data(role)
    assert page.list.rows.index(0, 0).isValid() is False
    page.show_view("list")
    assert page.list.rows.index(page.list.rows.row_of("mailing"), 3).data() == "Apr, Jul and Oct 2027"


def test_a_quote_stands_beside_the_bars_not_on_them(page: ActivitiesPage) -> None:
    boxes = bars(page)
    (chip,) = page.timeline.place.chips(page.rows.face("mailing"), boxes)
    assert not chip.on_bar
    assert not any(box.left() <= chip.left <= box.right() for box in boxes)
    assert chip.left > boxes[-1].right() or chip.left < boxes[0].left()


def test_one_bar_is_dragged_with_its_own_leads(page: ActivitiesPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    drag(page, qtbot, bars(page)[1].center(), bars(page)[1].center() + months(page, 1))
    assert runs(page) == "Apr, Aug and Oct 2027"
    assert arriving(page) == {"04": 10, "08": 10, "10": 10}
    assert page.timeline.bar == 1
    assert page.workspace.undo_label == "Move Renewal mailing to August"
    page.workspace.undo()
    assert page.workspace.plan == before


def test_the_bar_in_hand_is_made_longer(page: ActivitiesPage, qtbot: QtBot) -> None:
    edge = QPointF(bars(page)[1].right() - 2, bars(page)[1].center().y())
    drag(page, qtbot, edge, edge + months(page, 1))
    assert runs(page) == "Apr, Jul to Aug and Oct 2027"
    edge = QPointF(bars(page)[2].left() + 2, bars(page)[2].center().y())
    drag(page, qtbot, edge, edge - months(page, 1))
    assert runs(page) == "Apr, Jul to Aug and Sept to Oct 2027"
    assert arriving(page) == {"04": 10, "07": 10, "10": 10}


def test_shift_drags_all_of_them(page: ActivitiesPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    drag(page, qtbot, bars(page)[1].center(), bars(page)[1].center() + months(page, 1), SHIFT)
    assert runs(page) == "May, Aug and Nov 2027"
    assert arriving(page) == {"05": 10, "08": 10, "11": 10}
    page.workspace.undo()
    assert page.workspace.plan == before


def test_ctrl_drags_another_one_like_it(page: ActivitiesPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    drag(page, qtbot, bars(page)[2].center(), bars(page)[2].center() + months(page, 2), CTRL)
    assert runs(page) == "Apr, Jul, Oct and Dec 2027"
    assert page.timeline.bar == 3
    assert page.workspace.undo_label == "Run Renewal mailing again in December"
    page.workspace.undo()
    assert page.workspace.plan == before


def test_a_new_run_is_drawn_beside_the_bars_of_the_row_in_hand(page: ActivitiesPage, qtbot: QtBot) -> None:
    at = bars(page)[1].center()
    drag(page, qtbot, at + months(page, -1), at + months(page, -2))
    assert runs(page) == "Apr, May to Jun, Jul and Oct 2027"
    assert page.timeline.bar == 1
    assert page.workspace.undo_label == "Run Renewal mailing again from May to June"
    page.timeline.take("films")
    films = runs(page, "films")
    drag(page, qtbot, at + months(page, -2), at + months(page, -1))
    assert runs(page, "films") == films
    assert runs(page) == "Apr, May to Jun, Jul and Oct 2027"


def test_an_activity_without_dates_gets_its_first_ones(page: ActivitiesPage, qtbot: QtBot) -> None:
    page.timeline.take("cards")
    row = QRectF(page.timeline.visualRect(page.rows.index(page.rows.row_of("cards"), 0)))
    at = QPointF(page.timeline.place.x(0) + months(page, 8.5).x(), row.center().y())
    drag(page, qtbot, at, at + months(page, 1))
    assert runs(page, "cards") == "Sept to Oct 2027"
    assert not len(page.workspace.plan.runs.linked("activity", "cards"))


def test_where_two_runs_would_meet_the_plan_says_so(page: ActivitiesPage, qtbot: QtBot) -> None:
    said: list[str] = []
    page.workspace.refused.connect(said.append)
    drag(page, qtbot, bars(page)[1].center(), bars(page)[1].center() + months(page, 3))
    assert runs(page) == "Apr, Jul and Oct 2027"
    assert said == ["Renewal mailing runs in October already. Choose a time that is still free."]


def test_weeks_drag_by_weeks(page: ActivitiesPage, qtbot: QtBot) -> None:
    page.show_unit("week")
    page.timeline.take_bar(1)
    page.timeline.show_bar()
    drag(page, qtbot, bars(page)[1].center(), bars(page)[1].center() + months(page, 2))
    assert runs(page) == "Apr, 15 Jul to 14 Aug and Oct 2027"


def test_keys_go_from_bar_to_bar_and_move_the_one_in_hand(page: ActivitiesPage, qtbot: QtBot) -> None:
    line = page.timeline
    assert line.bar is None
    qtbot.keyClick(line, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(line, Qt.Key.Key_Right, CTRL)
    assert line.bar == 1
    row, role = page.rows.index(page.rows.row_of("mailing"), 0), Qt.ItemDataRole.AccessibleTextRole
    assert row.data(role).startswith("Jul 2027, run 2 of 3. Renewal mailing.")
    qtbot.keyClick(line, Qt.Key.Key_Right, SHIFT)
    assert runs(page) == "Apr, Aug and Oct 2027"
    qtbot.keyClick(line, Qt.Key.Key_Right, ALT)
    assert page.rows.face("mailing").bars[1].span.last.isoformat() == "2027-09-07"
    qtbot.keyClick(line, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert page.rows.face("mailing").bars[1].span.first.isoformat() == "2027-08-08"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.bar is None
    qtbot.keyClick(line, Qt.Key.Key_Left, CTRL)
    assert line.bar == 2
    qtbot.keyClick(line, Qt.Key.Key_Right, CTRL)
    assert line.bar is None


def test_the_bar_that_comes_in_hand_is_announced(
    page: ActivitiesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(monthrows, "announce", lambda _about, words: said.append(words))
    monkeypatch.setattr(page.timeline, "hasFocus", lambda: True)
    for _step in range(4):
        qtbot.keyClick(page.timeline, Qt.Key.Key_Right, CTRL)
    assert said == [
        "Apr 2027, run 1 of 3", "Jul 2027, run 2 of 3", "Oct 2027, run 3 of 3", "Apr, Jul and Oct 2027",
    ]  # fmt: skip


def test_all_in_hand_move_together_and_quick_steps_are_one_undo(page: ActivitiesPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    for _step in range(2):
        qtbot.keyClick(page.timeline, Qt.Key.Key_Right, SHIFT)
    assert runs(page) == "Jun, Sept and Dec 2027"
    assert arriving(page) == {"06": 10, "09": 10, "12": 10}
    page.workspace.undo()
    assert page.workspace.plan == before


def test_a_bar_that_overtakes_another_stays_in_hand(page: ActivitiesPage, qtbot: QtBot) -> None:
    drag(page, qtbot, bars(page)[0].center(), bars(page)[0].center() + months(page, 4))
    assert runs(page) == "Jul, Aug and Oct 2027"
    assert page.workspace.plan.activities["mailing"].start == "2027-07"
    assert page.timeline.bar == 1
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right, SHIFT)
    assert runs(page) == "Jul, Sept and Oct 2027"


def test_r_runs_it_again_at_its_own_distance(page: ActivitiesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.timeline, Qt.Key.Key_R)
    assert runs(page) == "Jan, Apr, Jul and Oct 2027"
    assert page.timeline.bar == 0
    page.timeline.take("guide")
    qtbot.keyClick(page.timeline, Qt.Key.Key_R)
    assert runs(page, "guide") == "Feb to May and Jun to Sept 2027"
    page.timeline.take("cards")
    qtbot.keyClick(page.timeline, Qt.Key.Key_R)
    assert page.details.isVisible() and page.details.form.row_id == "cards"


def test_delete_takes_the_run_in_hand_away(page: ActivitiesPage, qtbot: QtBot) -> None:
    before = page.workspace.plan
    page.timeline.take_bar(0)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Delete)
    assert runs(page) == "Jul and Oct 2027"
    assert arriving(page) == {"07": 10, "10": 10}
    page.workspace.undo()
    assert page.workspace.plan == before
    page.timeline.take_bar(None)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Delete)
    assert "mailing" not in page.workspace.plan.activities and not len(page.workspace.plan.runs)


def test_the_menu_of_a_bar_offers_both(page: ActivitiesPage, qtbot: QtBot) -> None:
    page.timeline.take_bar(1)
    page.menus.activity("mailing", QPoint(200, 200))
    menu = page.findChildren(Menu)[-1]
    offered = {action.text().split("\t")[0]: action for action in menu.findChildren(QAction)}
    assert {"Run it again", "Take this run away", "Delete the activity"} <= offered.keys()
    offered["Take this run away"].trigger()
    assert runs(page) == "Apr and Oct 2027"
    offered["Run it again"].trigger()
    assert runs(page) == "Jan, Apr and Oct 2027"
    menu.close()


def test_show_goes_to_a_run(page: ActivitiesPage) -> None:
    page.timeline.take("fair")
    assert page.show_object("run-2027-10")
    assert (page.timeline.chosen, page.timeline.bar) == ("mailing", 2)
    assert page.show_object("mailing")
    assert page.timeline.bar is None


def test_a_click_takes_a_bar_and_a_click_on_the_name_all_of_them(page: ActivitiesPage, qtbot: QtBot) -> None:
    port = page.timeline.viewport()
    said: list[tuple[str, str]] = []
    page.cell.connect(lambda name, words: said.append((name, words)))
    qtbot.mouseClick(port, LEFT, pos=bars(page)[2].center().toPoint())
    assert page.timeline.bar == 2
    assert said[-1] == ("Renewal mailing", "Oct 2027, run 3 of 3")
    qtbot.mouseClick(port, LEFT, pos=QPoint(60, bars(page)[2].center().toPoint().y()))
    assert page.timeline.bar is None
    assert said[-1] == ("Renewal mailing", "Apr, Jul and Oct 2027")


def sheet(page: ActivitiesPage) -> RunsBox:
    page.open_details("mailing")
    box = page.details.form.parts["end"]
    assert isinstance(box, RunsBox)
    return box


def typed(qtbot: QtBot, line: LineEdit, words: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_sheet_shows_and_changes_the_runs(page: ActivitiesPage, qtbot: QtBot) -> None:
    box = sheet(page)
    assert [(line.start.text(), line.end.text()) for line in box.lines] == [
        ("Jul 2027", "Jul 2027"), ("Oct 2027", "Oct 2027"),
    ]  # fmt: skip
    assert [line.start.accessibleName() for line in box.lines] == ["Run 2 starts", "Run 3 starts"]
    typed(qtbot, box.lines[0].end, "Aug 2027")
    assert runs(page) == "Apr, Jul to Aug and Oct 2027"
    typed(qtbot, box.lines[0].start, "2027-06")
    assert runs(page) == "Apr, Jun to Aug and Oct 2027"
    qtbot.mouseClick(box.lines[1].bin, LEFT)
    assert len(box.lines) == 1
    qtbot.mouseClick(box.again, LEFT)
    assert len(box.lines) == 2


def test_a_start_behind_the_end_takes_the_run_and_its_leads_along(page: ActivitiesPage, qtbot: QtBot) -> None:
    box = sheet(page)
    typed(qtbot, box.lines[1].start, "Dec 2027")
    assert runs(page) == "Apr, Jul and Dec 2027"
    assert arriving(page) == {"04": 10, "07": 10, "12": 10}
    assert page.workspace.undo_label == "Move Renewal mailing to December"


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [("end", "Jun 2027", "A run cannot end before it starts."), ("start", "", "This cannot be left empty.")],
)
def test_what_is_no_run_is_said(page: ActivitiesPage, qtbot: QtBot, field: str, words: str, said: str) -> None:
    box = sheet(page)
    line: LineEdit = getattr(box.lines[0], field)
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    typed(qtbot, line, words)
    assert runs(page) == "Apr, Jul and Oct 2027"
    assert said in [text.text() for text in box.findChildren(Text) if text.isVisible()]
