"""Stakeholders: dragging on the map, the same with keys, stances, talks, adding people."""

from PySide6.QtCore import QPoint, QPointF, QPropertyAnimation, QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.edits import PutRows, SetFields
from planner.model.ids import NewRows
from planner.model.plan import Row, Stakeholder
from planner.ui import motion
from planner.ui.pages.stakeholders.bubble import Bubble
from planner.ui.pages.stakeholders.dialogs import PersonDialog, TalkDialog
from planner.ui.pages.stakeholders.map import StakeholderMap, _part
from planner.ui.pages.stakeholders.register import RegisterRow
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.window import Window


def _stakeholder(window: Window, code: str) -> Stakeholder:
    found = window.workspace.plan.stakeholders.by_code(code)
    assert found is not None
    return found


def _bubble(window: Window, code: str) -> Bubble:
    found = window.go("stakeholders").findChild(StakeholderMap)
    assert isinstance(found, StakeholderMap)
    bubble = found.bubble(_stakeholder(window, code).id)
    assert bubble is not None
    return bubble


def _drag(qtbot, bubble: Bubble, by: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press, move in steps, let go, as a hand does; the bubble moves along under the mouse."""
    qtbot.mousePress(bubble, Qt.MouseButton.LeftButton, held, pos=QPoint(20, 20))
    for _step in range(4):
        _send_move(bubble, QPoint(20, 20) + by / 4, held)
    qtbot.mouseRelease(bubble, Qt.MouseButton.LeftButton, held, pos=QPoint(20, 20))


def _send_move(bubble: Bubble, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """Offscreen, qtbot's mouseMove carries no pressed button and no modifier; this one does."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    place = QPointF(bubble.mapToGlobal(at))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), place, Qt.MouseButton.NoButton, left, held)
    QApplication.sendEvent(bubble, event)


def test_a_drag_is_one_step_and_moves_the_person(window: Window, qtbot) -> None:
    bubble = _bubble(window, "ST-02")
    before = _stakeholder(window, "ST-02")
    steps = len(window.workspace.history())
    _drag(qtbot, bubble, QPoint(80, 60))
    after = _stakeholder(window, "ST-02")
    assert after.interest is not None and before.interest is not None and after.interest > before.interest
    assert after.power is not None and before.power is not None and after.power < before.power
    assert len(window.workspace.history()) == steps + 1
    window.workspace.undo()
    assert _stakeholder(window, "ST-02") == before


def test_a_drag_with_shift_says_where_the_person_is_needed(window: Window, qtbot) -> None:
    before = _stakeholder(window, "ST-02")
    _drag(qtbot, _bubble(window, "ST-02"), QPoint(80, 40), Qt.KeyboardModifier.ShiftModifier)
    after = _stakeholder(window, "ST-02")
    assert (after.interest, after.power) == (before.interest, before.power)
    assert after.wanted_interest is not None and after.wanted_power is not None


def test_arrows_do_what_a_drag_does(window: Window, qtbot) -> None:
    bubble = _bubble(window, "ST-05")
    bubble.setFocus()
    qtbot.keyClick(bubble, Qt.Key.Key_Left)
    assert _stakeholder(window, "ST-05").interest == 4.75
    qtbot.keyClick(bubble, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert _stakeholder(window, "ST-05").wanted_power == 3.25


def test_figures_set_the_stance(window: Window, qtbot) -> None:
    bubble = _bubble(window, "ST-05")
    qtbot.keyClick(bubble, Qt.Key.Key_3)
    assert _stakeholder(window, "ST-05").current == "neutral"
    assert "Neutral" in bubble.accessibleDescription()


def test_the_longest_unheard_stand_first(window: Window) -> None:
    rows = window.go("stakeholders").findChildren(RegisterRow)
    rows.sort(key=lambda row: row.y())
    assert [row.one.days is None for row in rows][:3] == [True, True, False]
    days = [row.one.days for row in rows if row.one.days is not None]
    assert days == sorted(days, reverse=True)


def test_a_person_in_hand_lights_the_row(window: Window, qtbot) -> None:
    bubble = _bubble(window, "ST-05")
    bubble.setFocus()
    rows = window.page.findChildren(RegisterRow)
    assert [row.one.short for row in rows if row._lit] == ["Karin"]


def test_a_talk_gone_by_is_noted_and_one_to_come_is_booked(window: Window, qtbot) -> None:
    window.go("stakeholders")
    id = _stakeholder(window, "ST-09").id
    for day in ("2026-11-10", "2026-12-01"):
        talk = TalkDialog(window.workspace, id)
        talk.open_over(window)
        talk._day.set_day(day)
        talk._keep()
    after = _stakeholder(window, "ST-09")
    assert (after.engaged_on, after.engagement_action_date) == ("2026-11-10", "2026-12-01")
    assert len(window.workspace.plan.engagements) == 1


def test_a_new_person_is_one_step(window: Window, qtbot) -> None:
    window.go("stakeholders")
    before = window.workspace.plan
    dialog = PersonDialog(window.workspace, lambda _id: None)
    dialog.open_over(window)
    qtbot.keyClicks(dialog._name, "Joan Hughes")
    dialog._side.set_key("service")
    dialog._add()
    added = list(window.workspace.plan.stakeholders)[-1]
    assert added.person is not None and window.workspace.plan.people[added.person].name == "Joan Hughes"
    window.workspace.undo()
    assert window.workspace.plan == before


def test_a_person_without_a_side_is_not_taken(window: Window, qtbot) -> None:
    dialog = PersonDialog(window.workspace, lambda _id: None)
    dialog.open_over(window)
    dialog._add()
    assert dialog.isVisible()
    dialog.finish(None)


def test_nobody_yet_is_said_kindly(empty_window: Window) -> None:
    page = empty_window.go("stakeholders")
    assert page.findChild(EmptyPage) is not None


def test_people_without_a_place_stand_below_the_axis_and_inside_the_card(window: Window, qtbot) -> None:
    work = window.workspace
    nowhere = {"interest": None, "power": None, "wanted_interest": None, "wanted_power": None}
    people = [row.id for row in work.plan.stakeholders]
    for id in people[:9]:
        work.apply(SetFields("stakeholder", id, nowhere))
    page = window.go("stakeholders")
    (drawing,) = page.findChildren(StakeholderMap)
    shelf = [one.geometry() for id in people[:9] if (one := drawing.bubble(id)) is not None]
    assert min(box.top() for box in shelf) > drawing.plot.bottom() + 54  # the words of the axis, and those of the shelf
    assert max(box.right() for box in shelf) <= drawing.plot.right()
    assert max(box.bottom() for box in shelf) + 19 < drawing.height() - 44  # the name, and the legend below


def test_a_drop_is_a_quarter_and_is_called_a_move(window: Window, qtbot) -> None:
    _drag(qtbot, _bubble(window, "ST-02"), QPoint(83, 61))
    after = _stakeholder(window, "ST-02")
    assert after.interest is not None and after.power is not None
    assert (after.interest * 4) % 1 == (after.power * 4) % 1 == 0
    assert window.workspace.history()[-1].label == "Move Ruben Castell on the map"


def test_people_in_one_place_lie_beside_each_other_on_the_ground(qtbot) -> None:
    spots = {str(number): QPointF(100, 100) for number in range(12)}
    ground = QRectF(0, 0, 400, 300)
    _part(spots, ground)
    assert all(ground.contains(spot) for spot in spots.values())
    pairs = [(a, b) for a in spots.values() for b in spots.values() if a is not b]
    assert min(((a.x() - b.x()) ** 2 + (0.75 * (a.y() - b.y())) ** 2) ** 0.5 for a, b in pairs) > 40


def test_more_people_than_the_ground_has_room_for_stay_on_it() -> None:
    spots = {str(number): QPointF(number % 20 * 10, number % 7 * 10) for number in range(800)}
    ground = QRectF(0, 0, 400, 300)
    _part(spots, ground)
    assert len(spots) == 800 and all(ground.contains(spot) for spot in spots.values())


def test_a_person_that_is_moved_by_key_glides_to_the_new_place_and_back_with_undo(
    window: Window, qtbot, monkeypatch
) -> None:
    begun: list[QPoint] = []

    def slide(widget: QWidget, start: QPoint, milliseconds: int) -> None:
        if widget is bubble:
            begun.append(start)
        motion.slide(widget, start, milliseconds)

    monkeypatch.setattr("planner.ui.pages.stakeholders.bubble.slide", slide)
    bubble = _bubble(window, "ST-02")
    qtbot.waitUntil(bubble.isVisible)
    start = bubble.pos()
    qtbot.keyClick(bubble, Qt.Key.Key_Left)
    end = bubble.pos()
    assert end.x() < start.x()
    window.workspace.undo()
    qtbot.waitUntil(lambda: bubble.pos() == start)
    begun.clear()
    motion.use(True)
    try:
        qtbot.keyClick(bubble, Qt.Key.Key_Left)
        qtbot.waitUntil(lambda: bubble.pos() == end)
        assert begun == [start - end]
        window.workspace.undo()
        qtbot.waitUntil(lambda: bubble.pos() == start)
        qtbot.waitUntil(lambda: not bubble.findChildren(QPropertyAnimation))
    finally:
        motion.use(False)


def _crowd(window: Window, count: int) -> None:
    """So many more people in the register, each with less power than the one before."""
    made = NewRows(window.workspace.plan)
    rows: list[Row] = []
    for number in range(count):
        person = made.row("person", name=f"Guest {number}", function="sales")
        place = {"interest": 1 + 4 * (count - number) / count, "power": 1 + 4 * (count - number) / count}
        rows += [person, made.row("stakeholder", person=person.id, **place)]
    assert window.workspace.apply(PutRows(tuple(rows), "Many")) is not None


def test_many_people_have_widgets_only_where_somebody_looks(window: Window, qtbot) -> None:
    page = window.go("stakeholders")
    _crowd(window, 400)
    everybody = len(window.workspace.plan.stakeholders)
    rows = page.findChildren(RegisterRow)
    assert 12 < len([row for row in rows if not row.isHidden()]) < 60
    (drawing,) = page.findChildren(StakeholderMap)
    shown = {bubble.one.id for bubble in drawing.findChildren(Bubble) if not bubble.isHidden()}
    assert len(shown) == 100
    assert drawing.accessibleDescription() == f"{everybody - 100} more in the register"
    assert len(drawing.reading().rows) == everybody
    strongest, weakest = _named(window, "Guest 0"), _named(window, "Guest 399")
    assert strongest in shown and weakest not in shown


def test_anybody_of_many_is_found_and_reached_by_keys(window: Window, qtbot) -> None:
    page = window.go("stakeholders")
    _crowd(window, 400)
    last = _named(window, "Guest 399")
    assert page.show_object(last)
    row = page._register.row(last)
    assert row is not None and row.isVisible() and not row.visibleRegion().isEmpty()
    rows = sorted((one for one in page.findChildren(RegisterRow) if not one.isHidden()), key=RegisterRow.y)
    first = page._register.row(page._register._people[0].id)
    assert first is not None
    first.setFocus()
    for place in range(1, 60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        held = QApplication.focusWidget()
        if not isinstance(held, RegisterRow):  # the button of a row without a talk
            qtbot.keyClick(held, Qt.Key.Key_Tab)
            held = QApplication.focusWidget()
        assert isinstance(held, RegisterRow) and held.one.id == page._register._people[place].id
        assert not held.visibleRegion().isEmpty()
    assert len([one for one in page.findChildren(RegisterRow) if not one.isHidden()]) < 2 * len(rows)


def _named(window: Window, name: str) -> str:
    """The row in the register of somebody with this name."""
    plan = window.workspace.plan
    return next(row.id for row in plan.stakeholders if row.person and plan.people[row.person].name == name)
