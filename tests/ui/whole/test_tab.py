"""By Tab alone: every chapter is gone through and left again, and one sees at each stop where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.model.plan import Plan
from planner.ui.window import Window

from .places import chapters
from .plans import PLANS
from .seen import settle

_MANY = 1500  # cells of the month grid and all the rest


def shows_the_keyboard(window: Window, stop: QWidget) -> bool:
    """Whether the place of a widget looks different while it has the keyboard."""
    around = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()).adjusted(-6, -6, 6, 6).intersected(window.rect())
    with_it = window.grab(around).toImage()
    stop.clearFocus()
    without = window.grab(around).toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    return with_it != without


def test_tab_goes_through_every_page_and_shows_where_it_is(
    open_window: Callable[[Plan], Window], qtbot: QtBot
) -> None:
    window = open_window(PLANS["example"]())
    unseen = []
    for key in chapters(window):
        with qtbot.waitActive(window):
            window.activateWindow()
        window.frame.sidebar.focus_first()
        start = at = QApplication.focusWidget()
        seen: set[QWidget] = set()
        for _press in range(_MANY):
            QTest.keyClick(at, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            assert now is not None, f"{key}: the keyboard is nowhere after {type(at).__name__}"
            if now not in seen and now is not start:
                settle()
                seen.add(now)
                if not shows_the_keyboard(window, now):
                    unseen.append(f"{key}: {type(now).__name__} {now.accessibleName()!r}")
            at = now
            if at is start:
                break
        assert at is start, f"{key}: Tab does not leave {type(at).__name__} {at.accessibleName()!r}"
        assert any(window.page.isAncestorOf(stop) for stop in seen), key
    assert not unseen, "\n".join(unseen)
