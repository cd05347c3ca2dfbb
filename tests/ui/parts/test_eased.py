"""Values on their way: where they start, where they end, and that nothing runs once they are there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from planner.ui import motion
from planner.ui.parts import eased
from planner.ui.parts.button import Button
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.toggles import CheckBox, Switch
from planner.ui.theme import set_theme, theme
from tests.ui.conftest import Clock


class Dial(QWidget):
    """Paints where its value stands."""

    def __init__(self, rest: float | None = None) -> None:
        super().__init__()
        self.wanted, self.rest = 0.0, rest
        self.seen: list[float] = []
        self.resize(40, 40)

    def turn(self, to: float) -> None:
        self.wanted = to
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.append(eased.eased(self, "at", self.wanted, rest=self.rest, milliseconds=120))


@pytest.fixture
def dial(clock: Clock, qtbot: QtBot) -> Dial:
    made = Dial()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.seen))
    return made


def seen_at(dial: Dial, clock: Clock, at: int, qtbot: QtBot) -> float:
    """The value that is painted at a time; the clock of the frames asks for the painting by itself."""
    dial.seen.clear()
    clock.at = at
    qtbot.waitUntil(lambda: bool(dial.seen))
    return dial.seen[-1]


def still(clock: Clock, qtbot: QtBot) -> None:
    """Wait until nothing moves; the mouse, wherever it is, may have begun something meanwhile."""

    def come_to_rest() -> bool:
        clock.at += 1000
        return not eased.frames().runs

    qtbot.waitUntil(come_to_rest)


def test_the_first_value_is_there_at_once_and_keeps_no_clock(dial: Dial) -> None:
    assert set(dial.seen) == {0.0}
    assert not eased.frames().runs


def test_a_change_starts_where_it_stood_slows_down_and_ends_exactly(dial: Dial, clock: Clock, qtbot: QtBot) -> None:
    dial.turn(1.0)
    assert seen_at(dial, clock, 0, qtbot) == 0.0
    assert seen_at(dial, clock, 60, qtbot) == 0.875
    assert seen_at(dial, clock, 119, qtbot) < 1.0
    assert seen_at(dial, clock, 120, qtbot) == 1.0
    still(clock, qtbot)


def test_turned_back_on_the_way_it_goes_on_from_there(dial: Dial, clock: Clock, qtbot: QtBot) -> None:
    dial.turn(1.0)
    seen_at(dial, clock, 0, qtbot)
    assert seen_at(dial, clock, 60, qtbot) == 0.875
    dial.turn(0.0)
    assert seen_at(dial, clock, 60, qtbot) == 0.875
    assert seen_at(dial, clock, 120, qtbot) == pytest.approx(0.875 * 0.125)
    assert seen_at(dial, clock, 180, qtbot) == 0.0
    still(clock, qtbot)


def test_what_leaves_for_its_rest_starts_slowly_and_leaves_nothing_behind(clock: Clock, qtbot: QtBot) -> None:
    dial = Dial(rest=0.0)
    qtbot.addWidget(dial)
    dial.wanted = 1.0
    dial.show()
    qtbot.waitUntil(lambda: dial.seen[-1:] == [0.0])
    assert seen_at(dial, clock, 120, qtbot) == 1.0
    still(clock, qtbot)
    begun = clock.at
    dial.turn(0.0)
    assert seen_at(dial, clock, begun, qtbot) == 1.0
    assert seen_at(dial, clock, begun + 60, qtbot) == 0.875
    assert seen_at(dial, clock, begun + 120, qtbot) == 0.0
    still(clock, qtbot)
    assert dial not in eased.frames()._still


def test_with_less_motion_it_is_there_at_once(dial: Dial, qtbot: QtBot) -> None:
    motion.use(False)
    dial.seen.clear()
    dial.turn(1.0)
    qtbot.waitUntil(lambda: bool(dial.seen))
    assert set(dial.seen) == {1.0}
    assert not eased.frames().runs


def test_less_motion_in_the_middle_ends_it_and_motion_again_starts_from_there(
    dial: Dial, clock: Clock, qtbot: QtBot
) -> None:
    dial.turn(1.0)
    seen_at(dial, clock, 60, qtbot)
    motion.use(False)
    dial.turn(1.0)
    qtbot.waitUntil(lambda: dial.seen[-1] == 1.0)
    still(clock, qtbot)
    motion.use(True)
    dial.seen.clear()
    dial.turn(1.0)
    qtbot.waitUntil(lambda: bool(dial.seen))
    assert set(dial.seen) == {1.0}


def test_what_is_hidden_on_its_way_stands_at_its_end_when_it_comes_back(
    dial: Dial, clock: Clock, qtbot: QtBot
) -> None:
    dial.turn(1.0)
    seen_at(dial, clock, 60, qtbot)
    dial.hide()
    still(clock, qtbot)
    dial.seen.clear()
    dial.show()
    qtbot.waitUntil(lambda: bool(dial.seen))
    assert set(dial.seen) == {1.0}


def test_no_way_outlives_its_widget(clock: Clock, qtbot: QtBot) -> None:
    dial = Dial()
    dial.show()
    qtbot.waitUntil(lambda: bool(dial.seen))
    dial.turn(1.0)
    seen_at(dial, clock, 60, qtbot)
    assert eased.frames().runs
    delete(dial)
    still(clock, qtbot)


def test_one_clock_for_many(clock: Clock, qtbot: QtBot) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    dials = [Dial() for _number in range(5)]
    for dial in dials:
        dial.setMinimumSize(10, 10)
        column.addWidget(dial)
    qtbot.addWidget(host)
    host.show()
    qtbot.waitUntil(lambda: all(dial.seen for dial in dials))
    for dial in dials:
        dial.turn(1.0)
    qtbot.waitUntil(lambda: all(dial in eased.frames()._ways for dial in dials))
    clock.at = 120
    qtbot.waitUntil(lambda: all(dial.seen[-1] == 1.0 for dial in dials))
    still(clock, qtbot)


def colour_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


def test_a_button_is_pressed_in_120_ms_and_let_go(clock: Clock, qtbot: QtBot) -> None:
    button = Button("Add goal")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    rest = {theme().surface.name(), theme().sunken.name()}  # wherever the mouse is
    button.setDown(True)
    assert colour_at(button, 6, 18) in rest
    clock.at += 60
    assert colour_at(button, 6, 18) not in rest
    clock.at += 60
    assert colour_at(button, 6, 18) == theme().track.name()
    still(clock, qtbot)
    button.setDown(False)
    assert colour_at(button, 6, 18) == theme().track.name()
    clock.at += 120
    assert colour_at(button, 6, 18) in rest
    still(clock, qtbot)


def test_the_knob_of_a_switch_travels_and_wears_the_colours_of_the_theme_of_now(
    clock: Clock, qtbot: QtBot, qapp: QApplication
) -> None:
    switch = Switch("Dots")
    qtbot.addWidget(switch)
    switch.show()
    qtbot.waitExposed(switch)
    off = colour_at(switch, 12, 14)
    switch.setChecked(True)
    assert colour_at(switch, 12, 14) == off
    try:
        set_theme(qapp, "dark")
        clock.at = 180
        after = colour_at(switch, 28, 14)
    finally:
        set_theme(qapp, "light")
    motion.use(False)
    fresh = Switch("Dots")
    qtbot.addWidget(fresh)
    fresh.setChecked(True)
    try:
        set_theme(qapp, "dark")
        assert colour_at(fresh, 28, 14) == after
    finally:
        set_theme(qapp, "light")


def test_a_box_fills_and_empties(clock: Clock, qtbot: QtBot) -> None:
    box = CheckBox("Shared")
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    empty, full = theme().surface.name(), theme().ink.name()
    assert colour_at(box, 3, 14) == empty
    box.setChecked(True)
    assert colour_at(box, 3, 14) == empty
    clock.at += 180
    assert colour_at(box, 3, 14) == full
    box.setChecked(False)
    assert colour_at(box, 3, 14) == full
    clock.at += 180
    assert colour_at(box, 3, 14) == empty
    still(clock, qtbot)


def test_the_mouse_lights_a_button_and_leaves_it(clock: Clock, qtbot: QtBot) -> None:
    button = Button("Add goal")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    still(clock, qtbot)
    at = QPointF(6, 18)
    QApplication.sendEvent(button, QEnterEvent(at, at, at))
    assert colour_at(button, 6, 18) == theme().surface.name()
    clock.at += 120
    assert colour_at(button, 6, 18) == theme().sunken.name()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert colour_at(button, 6, 18) == theme().sunken.name()
    clock.at += 120
    assert colour_at(button, 6, 18) == theme().surface.name()
    still(clock, qtbot)


def test_the_raised_ground_of_a_segmented_choice_slides(clock: Clock, qtbot: QtBot) -> None:
    choice = Segmented([("a", "First"), ("b", "Second"), ("c", "Third")])
    qtbot.addWidget(choice)
    choice.show()
    qtbot.waitExposed(choice)
    first, third = (choice._segments[key].geometry() for key in "ac")
    choice.grab()
    choice.set_current("c")
    assert choice._raised().toRect() == first
    clock.at = 90
    assert first.left() < choice._raised().left() < third.left()
    clock.at = 180
    assert choice._raised().toRect() == third
