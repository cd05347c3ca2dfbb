"""Where Tab stops: row after row on screen, whenever a part was made, and whatever its height."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.frame.stops import stops


def _button(words: str, parent: QWidget, left: int, top: int, high: int = 24) -> QPushButton:
    made = QPushButton(words, parent)
    made.setGeometry(left, top, 80, high)
    return made


def test_rows_are_read_from_the_left_and_what_has_no_height_yet_is_read_too(qtbot: QtBot) -> None:
    region = QWidget()
    qtbot.addWidget(region)
    region.resize(300, 200)
    below = _button("below", region, 0, 100)
    right = _button("right", region, 100, 0)
    left = _button("left", region, 0, 4)
    folded = QWidget(region)
    folded.setGeometry(0, 60, 300, 0)
    inside = _button("inside", folded, 0, 0)
    region.show()
    assert stops([region]) == [left, right, inside, below]
