"""The timeline by mouse and keys: move, resize, link, fold, search, group, open, delete, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.model.edits import AddRow, DeleteRows, SetFields
from planner.model.plan import Activity, Plan, fields_of
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.activities.needs import NeedsDialog
from planner.ui.pages.activities.page import ActivitiesPage
from planner.ui.pages.activities.paint import knob_at
from planner.ui.pages.activities.place import LEAST_NAME
from planner.ui.workspace import Workspace

from ..conftest import Clock
from .activities_plan import activities_plan, many
from .conftest import Shown, plan_of

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def workspace(open_workspace: Callable[[Plan], Workspace]) -> Workspace:
    return open_workspace(activities_plan())


@pytest.fixture
def shown(workspace: Workspace, qtbot: QtBot) -> Shown:
    page = ActivitiesPage(workspace)
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    made = Shown(page)
    page.timeline.setFocus()
    return made


def page_of(shown: Shown) -> ActivitiesPage:
    assert isinstance(shown.page, ActivitiesPage)
    return shown.page


def when(shown: Shown, id: str) -> tuple[str | None, ...]:
    row = shown.page.workspace.plan.activities[id]
    return row.start, row.end, row.start_day, row.end_day


def leads(shown: Shown, id: str) -> dict[str, float | None]:
    return {cell.month: cell.likely for cell in shown.page.workspace.plan.lead_months if cell.activity == id}


def bar(shown: Shown, id: str) -> QRectF:
    box = page_of(shown).timeline.bar_box(id)
    assert box is not None
    return box


def press(shown: Shown, qtbot: QtBot, id: str, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    page_of(shown).timeline.take(id)
    qtbot.keyClick(page_of(shown).timeline, key, held)


def drag(shown: Shown, qtbot: QtBot, start: QPointF, end: QPointF) -> None:
    port = page_of(shown).timeline.viewport()
    qtbot.mousePress(port, LEFT, pos=start.toPoint())
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, (start + (end - start) * share).toPoint())
    qtbot.mouseRelease(port, LEFT, pos=end.toPoint())


def columns(shown: Shown, count: float) -> QPointF:
    return QPointF(page_of(shown).timeline.place.scale.column * count, 0)


# What is shown


def test_activities_stand_under_their_goals(shown: Shown) -> None:
    rows = page_of(shown).rows
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == [
        "New lines", "Packline Birmingham", "Downtime guide", "More service", "Dairy films", "For every goal",
        "Sales cards",
    ]  # fmt: skip
    assert rows.group(rows.keys[0]).note == "26 to 40 installations"
    fair = rows.face("fair")
    assert (fair.lead, fair.support, fair.when) == ("marketing", "sales", "Jan to Mar 2027")
    assert fair.fixed is not None and fair.fixed.words == "Packline, 16–18 Feb"
    assert rows.face("guide").support == "sales"
    assert rows.face("cards").when == "No dates yet"


@pytest.mark.parametrize(
    ("by", "heads"),
    [
        ("owner", ["Callum Reid", "Tess Bright", "Nobody yet"]),
        ("channel", ["Fairs", "Without a channel"]),
        ("segment", ["Dairies", "For all customers", "Without customers"]),
    ],
)
def test_they_can_be_grouped_by_something_else(shown: Shown, by: str, heads: list[str]) -> None:
    page = page_of(shown)
    page.timeline.take("guide")
    page.group_by(by)
    assert [page.rows.group(key).title for key in page.rows.keys if key.startswith("group ")] == heads
    assert page.timeline.chosen == "guide"


def test_inputs_are_quoted_whichever_side_the_link_is_on(shown: Shown) -> None:
    rows = page_of(shown).rows
    assert [(quote.short, quote.voice) for quote in rows.face("guide").quotes] == [
        ("What an hour of downtime costs", "sales")
    ]
    assert [quote.short for quote in rows.face("films").quotes] == ["Film before noon"]
    place = page_of(shown).timeline.place
    chips = place.chips(rows.face("fair"), [bar(shown, "fair")])
    assert [(chip.text, chip.voice) for chip in chips] == [("No input behind it yet", "")]
    assert chips[0].left > bar(shown, "fair").right()


def test_a_row_can_be_read_out(shown: Shown) -> None:
    rows, role = page_of(shown).rows, Qt.ItemDataRole.AccessibleTextRole
    assert rows.index(rows.row_of("films"), 0).data(role) == (
        "Dairy films. A-03. Callum Reid. May to Aug 2027. Live. Answers: Film before noon. "
        "Starts before Downtime guide has ended"
    )
    assert rows.index(0, 0).data(role) == "New lines, 26 to 40 installations, open"


def test_months_keep_their_least_width_and_names_stay_when_scrolled(shown: Shown) -> None:
    page = page_of(shown)
    page.resize(840, 600)
    place = page.timeline.place
    assert place.scale.column == 44
    assert place.names >= LEAST_NAME
    page.timeline.across.setValue(page.timeline.across.maximum())
    assert place.shift == place.most_shift > 0
    assert bar(shown, "fair").left() < place.left  # under the names, which stay


# Mouse


def test_a_drag_moves_by_whole_months_with_the_leads_as_one_step(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    start = bar(shown, "guide").center()
    drag(shown, qtbot, start, start + columns(shown, 2.2))
    assert when(shown, "guide") == ("2027-04", "2027-07", None, None)
    assert leads(shown, "guide") == {"2027-04": 10, "2027-05": 10, "2027-06": 20}
    assert shown.page.workspace.undo_label == "Move Downtime guide to April until July"
    shown.page.workspace.undo()
    assert shown.page.workspace.plan == before
    shown.page.workspace.redo()
    assert when(shown, "guide") == ("2027-04", "2027-07", None, None)


def test_handles_resize_and_leave_the_leads(shown: Shown, qtbot: QtBot) -> None:
    page_of(shown).timeline.take("guide")
    box = bar(shown, "guide")
    drag(shown, qtbot, QPointF(box.right() - 1, box.center().y()), QPointF(box.right(), 0) + columns(shown, 1))
    assert when(shown, "guide") == ("2027-02", "2027-06", None, None)
    box = bar(shown, "guide")
    drag(shown, qtbot, QPointF(box.left() + 1, box.center().y()), QPointF(box.left(), 0) + columns(shown, -1))
    assert when(shown, "guide") == ("2027-01", "2027-06", None, None)
    assert sorted(leads(shown, "guide")) == ["2027-02", "2027-03", "2027-04"]
    assert shown.page.workspace.undo_label == "Let Downtime guide start in January"


def test_esc_drops_a_drag_and_a_small_twitch_is_none(shown: Shown, qtbot: QtBot) -> None:
    page, before = page_of(shown), shown.page.workspace.plan
    port, start = page.timeline.viewport(), bar(shown, "guide").center().toPoint()
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + QPoint(200, 0))
    assert page.timeline.painting.held
    qtbot.keyClick(page.timeline, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=start + QPoint(200, 0))
    assert not page.timeline.painting.held
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + QPoint(2, 0))
    qtbot.mouseRelease(port, LEFT, pos=start + QPoint(2, 0))
    assert shown.page.workspace.plan == before


def test_weeks_drag_by_weeks(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.filter.units._segments["week"].click()
    page.timeline.scroll_months(0)
    start = QPointF(bar(shown, "fair").left() + 60, bar(shown, "fair").center().y())
    drag(shown, qtbot, start, start + columns(shown, 2))
    assert when(shown, "fair") == ("2027-01", "2027-04", "2027-01-15", "2027-04-14")
    assert page.rows.face("fair").when == "15 Jan to 14 Apr 2027"


def test_an_arrow_is_pulled_to_what_needs_it_and_away_again(shown: Shown, qtbot: QtBot) -> None:
    timeline = page_of(shown).timeline
    for needs in (("fair",), ()):
        timeline.take("fair")
        drag(shown, qtbot, knob_at(bar(shown, "fair")), bar(shown, "guide").center())
        assert shown.page.workspace.plan.activities["guide"].depends_on == needs
    timeline.take("films")
    drag(shown, qtbot, knob_at(bar(shown, "films")), bar(shown, "guide").center())
    assert "already" in shown.refused[-1]


def test_a_click_on_a_chip_opens_what_it_answers(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    chip = page.timeline.place.chips(page.rows.face("fair"), [bar(shown, "fair")])[0]
    point = QPointF(chip.left + 10, bar(shown, "fair").center().y()).toPoint()
    qtbot.mouseClick(page.timeline.viewport(), LEFT, pos=point)
    assert page.details.isVisible()
    assert page.details.form.row_id == "fair"


def test_a_click_on_a_quote_goes_to_the_input(shown: Shown, qtbot: QtBot) -> None:
    page, asked = page_of(shown), []
    page.showAsked.connect(lambda what, field: asked.append((what, field)))
    chip = page.timeline.place.chips(page.rows.face("guide"), [bar(shown, "guide")])[0]
    point = QPointF(chip.left + 10, bar(shown, "guide").center().y()).toPoint()
    qtbot.mouseClick(page.timeline.viewport(), LEFT, pos=point)
    assert asked == [("downtime", None)]
    assert not page.details.isVisible()


def test_a_click_on_a_group_folds_it(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    box = page.timeline.visualRect(page.rows.index(0, 0))
    qtbot.mouseClick(page.timeline.viewport(), LEFT, pos=box.center())
    assert page.rows.row_of("fair") < 0
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right)
    assert page.rows.row_of("fair") == 1
    qtbot.keyClick(page.timeline, Qt.Key.Key_Space)
    assert page.rows.row_of("fair") < 0


# Keys


def test_arrows_move_by_a_week_and_back_to_whole_months(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "guide", Qt.Key.Key_Right)
    assert when(shown, "guide") == ("2027-02", "2027-06", "2027-02-08", "2027-06-07")
    assert leads(shown, "guide") == {"2027-02": 10, "2027-03": 10, "2027-04": 20}
    press(shown, qtbot, "guide", Qt.Key.Key_Left)
    assert when(shown, "guide") == ("2027-02", "2027-05", None, None)


def test_quick_steps_are_one_undo(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    for _step in range(5):
        press(shown, qtbot, "guide", Qt.Key.Key_Right)
    assert when(shown, "guide") == ("2027-03", "2027-07", "2027-03-08", "2027-07-05")
    assert leads(shown, "guide") == {"2027-03": 10, "2027-04": 10, "2027-05": 20}
    shown.page.workspace.undo()
    assert shown.page.workspace.plan == before


def test_shift_moves_by_a_month_and_alt_changes_the_end(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "guide", Qt.Key.Key_Right, SHIFT)
    assert when(shown, "guide") == ("2027-03", "2027-06", None, None)
    press(shown, qtbot, "fair", Qt.Key.Key_Left, ALT)
    assert when(shown, "fair") == ("2027-01", "2027-03", None, "2027-03-24")
    press(shown, qtbot, "fair", Qt.Key.Key_Right, ALT | SHIFT)
    assert when(shown, "fair") == ("2027-01", "2027-04", None, "2027-04-24")


def test_enter_opens_all_declared_fields(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "guide", Qt.Key.Key_Return)
    assert page.details.isVisible()
    assert set(page.details.form._editors) == set(fields_of(Activity))
    editor = page.details.form.editor("sales_role")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "reps bring cases")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.workspace.plan.activities["guide"].sales_role == "reps bring cases"
    qtbot.keyClick(page.details, Qt.Key.Key_Escape)
    assert not page.details.isVisible()
    assert page.timeline.hasFocus()


def test_delete_takes_the_leads_along_and_undo_brings_all_back(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    press(shown, qtbot, "guide", Qt.Key.Key_Delete)
    plan = shown.page.workspace.plan
    assert "guide" not in plan.activities
    assert len(plan.lead_months) == 0
    assert plan.activities["films"].depends_on == ()
    assert page_of(shown).timeline.currentIndex().isValid()
    shown.page.workspace.undo()
    assert shown.page.workspace.plan == before


def test_l_asks_what_it_needs_first(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "fair", Qt.Key.Key_L)
    dialog = shown.page.window().findChild(NeedsDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.picker.line, "A-04")
    qtbot.keyClick(dialog.picker.line, Qt.Key.Key_Return)
    assert shown.page.workspace.plan.activities["fair"].depends_on == ("cards",)
    dialog.finish(None)


def test_what_is_in_hand_is_said(shown: Shown) -> None:
    page_of(shown).timeline.take("guide")
    assert shown.said[-1] == ("Downtime guide", "Feb to May 2027")


# Search


def test_search_side_and_state_narrow_the_rows(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.keyClicks(page.filter.words, "downtime hour")
    assert [face.id for face in page.rows.shown] == ["guide"]
    page.filter.words.clear()
    page.rows.want(side="sales")
    assert [face.id for face in page.rows.shown] == ["fair", "guide", "films"]
    page.rows.want(side="", state="live")
    assert [face.id for face in page.rows.shown] == ["films"]
    page.rows.want(state="")
    page.filter.open.click()
    assert [face.id for face in page.rows.shown] == ["fair", "cards"]
    assert page.filter.open.text() == "2 without input"
    page.filter.words.setText("nowhere")
    assert page.rows.rowCount() == 0
    assert page.timeline.empty_words == "Nothing fits this search."


def test_show_goes_to_an_activity_whatever_is_searched_or_folded(shown: Shown) -> None:
    page = page_of(shown)
    page.fold(page.rows.keys[0])
    page.filter.words.setText("films")
    assert page.show_object("guide")
    assert page.timeline.chosen == "guide"
    assert page.filter.words.text() == ""
    assert page.show_object("films", "success_metric")
    assert page.details.isVisible()
    cell = next(iter(page.workspace.plan.lead_months))
    assert page.show_object(cell.id)
    assert page.timeline.chosen == "guide"
    assert not page.show_object("callum")


# Create


def test_a_new_activity_is_asked_for_and_taken_in_hand(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.timeline.take("films")
    page.add_new()
    dialog = page.findChild(NewRowDialog)
    assert dialog is not None
    dialog.add_row()
    assert "This is needed." in dialog.form.editor("title").accessibleDescription()
    editor = dialog.form.editor("title")
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Renewal mailing")
    dialog.add_row()
    row = page.workspace.plan.activities.ordered[-1]
    assert (row.title, row.code, row.goals) == ("Renewal mailing", "A-05", ("service",))
    assert page.timeline.chosen == row.id


def test_the_model_keeps_its_promises(shown: Shown) -> None:
    page, work = page_of(shown), shown.page.workspace
    tester = QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    work.apply(AddRow("activity", {"title": "New", "goals": ("service",)}))
    work.apply(SetFields("activity", "guide", {"goals": ("service",)}))
    work.apply(DeleteRows("activity", ("fair", "films")))
    work.apply(DeleteRows("goal", ("service",)))
    page.group_by("owner")
    page.fold(page.rows.keys[0])
    page.rows.want(words="guide")
    while work.undo():
        pass
    assert tester.model() is page.rows


def test_an_empty_plan_says_why_and_starts(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = ActivitiesPage(open_workspace(plan_of()))
    qtbot.addWidget(page)
    page.show()
    Shown(page)
    assert page.body.is_empty
    page.workspace.apply(AddRow("activity", {"title": "First"}))
    assert not page.body.is_empty
    page.workspace.undo()
    assert page.body.is_empty


def test_of_300_activities_only_those_in_sight_are_painted(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ActivitiesPage(open_workspace(many()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    Shown(page)
    painted: list[str] = []
    monkeypatch.setattr(page.timeline.painting, "paint_chips", lambda p, row, face: painted.append(face.id))
    page.timeline.grab()
    assert 0 < len(painted) < 25
    told: list[int] = []
    page.rows.dataChanged.connect(lambda first, last: told.append(first.row()))
    page.workspace.apply(SetFields("activity", "a9", {"title": "Another name"}))
    assert told == [page.rows.row_of("a9")]


def test_a_bar_that_is_moved_by_key_goes_to_its_new_place_and_back_with_undo(
    shown: Shown, qtbot: QtBot, clock: Clock
) -> None:
    id = "guide"
    page_of(shown).timeline.grab()
    before = bar(shown, id)
    press(shown, qtbot, id, Qt.Key.Key_Right)
    assert bar(shown, id) == before
    clock.at += 90
    between = bar(shown, id)
    clock.at += 90
    after = bar(shown, id)
    assert before.left() < between.left() < after.left()
    span = page_of(shown).rows.face(id).bars[0].span
    row = QRectF(0, after.top() - 10, 100, 40)
    assert (after.left(), after.right()) == pytest.approx(
        (page_of(shown).timeline.place.bar(span, row).left(), page_of(shown).timeline.place.bar(span, row).right())
    )
    shown.page.workspace.undo()
    qtbot.waitUntil(lambda: page_of(shown).rows.face(id).bars[0].span != span)
    assert bar(shown, id) == after
    clock.at += 180
    assert bar(shown, id) == before


def test_a_bar_does_not_lag_behind_the_mouse(shown: Shown, qtbot: QtBot, clock: Clock) -> None:
    id = "guide"
    line = page_of(shown).timeline
    line.grab()
    before = bar(shown, id)
    start = before.center()
    qtbot.mousePress(line.viewport(), LEFT, pos=start.toPoint())
    qtbot.mouseMove(line.viewport(), (start + QPointF(2 * line.place.scale.column, 0)).toPoint())
    held = bar(shown, id)
    assert held.left() > before.left() + line.place.scale.column
    qtbot.mouseRelease(line.viewport(), LEFT, pos=(start + QPointF(2 * line.place.scale.column, 0)).toPoint())
    assert bar(shown, id) == held
