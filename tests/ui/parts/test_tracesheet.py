"""The sheet that tells how a figure comes about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.ui.parts.tracesheet import Trace, TraceSheet


def test_it_does_not_lie_over_a_page_that_somebody_comes_back_to(qtbot: QtBot, qapp_dressed: object) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    sheet = TraceSheet(lambda key: Trace(key, "12", "Counted", ()), page)
    page.show()
    assert sheet.open_trace("score")
    assert sheet.key == "score"
    page.hide()
    page.show()
    assert sheet.key is None
    assert not sheet.isVisible()
