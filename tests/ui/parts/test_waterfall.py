"""The axis of the bridge, and the keys along its columns."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.ui.parts.waterfall import Pier, Waterfall, axis


@pytest.mark.parametrize(
    ("levels", "first", "ticks"),
    [
        ([18.4, 17.0, 21.0], 16.0, [16.0, 18.0, 20.0]),
        ([38.4, 41.0], 36.0, [36.0, 38.0, 40.0]),
        ([0.0, 100.0], 0.0, [0.0, 50.0, 100.0]),
        ([10.0, 100.0], 0.0, [0.0, 50.0, 100.0]),
        ([-20.0, 40.0], -20.0, [-20.0, 0.0, 20.0, 40.0]),
        ([5.0], 0.0, [0.0, 2.0, 4.0]),
        ([], 0.0, [0.0]),
    ],
)
def test_the_axis_is_round_and_starts_at_zero_unless_all_is_far_above(
    levels: list[float], first: float, ticks: list[float]
) -> None:
    assert axis(levels) == (first, ticks)


def pier(key: str, end: float | None, start: float | None = None, *, total: bool = False) -> Pier:
    figure = "" if end is None else str(end)
    return Pier(key, key, "", figure, f"{key}, {figure or 'not known yet'}", total, start, end)


@pytest.fixture
def shown(qtbot: QtBot) -> Waterfall:
    made = Waterfall()
    qtbot.addWidget(made)
    made.resize(800, 214)
    made.show_piers((pier("base", 10, total=True), pier("up", 14, 10), pier("open", None, 14), pier("goal", 15,
                    total=True)), 0.0, [(0.0, "0"), (10.0, "10")])  # fmt: skip
    made.show()
    return made


def test_arrows_walk_the_columns_and_enter_opens_one(shown: Waterfall, qtbot: QtBot) -> None:
    first, second = shown.handle("base"), shown.handle("up")
    assert first is not None and second is not None
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert shown.focusWidget() is second
    with qtbot.waitSignal(shown.opened) as opened:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == ["up"]
    with qtbot.waitSignal(shown.moved) as moved:
        qtbot.keyClick(second, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert moved.args == ["up", 1]
    with qtbot.waitSignal(shown.removed) as removed:
        qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert removed.args == ["up"]


def test_every_column_has_a_name_for_screen_readers(shown: Waterfall) -> None:
    handle = shown.handle("open")
    assert handle is not None
    assert handle.accessibleName() == "open, not known yet"
    assert "goal, 15" in shown.accessibleDescription()
    shown.show_piers((pier("base", 10, total=True),), 0.0, [])
    assert shown.handle("open") is None
    shown.grab()
