"""What is shortened says its whole in a tooltip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from planner.ui.parts.edits import LineEdit
from planner.ui.parts.paint import draw_text, painter
from planner.ui.parts.text import break_lines, draw_shortened, draw_within, fit_lines
from planner.ui.parts.whole import WholeTips, whole_at
from planner.ui.theme import install


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


LONG = "Marketing-sourced leads contacted within one working day"


class _Painted(WholeTips, QWidget):
    def paintEvent(self, event: object) -> None:
        p = painter(self)
        draw_text(p, QRectF(10, 10, 100, 20), LONG)
        draw_text(p, QRectF(10, 40, 900, 20), "It fits")
        draw_shortened(p, QRectF(10, 70, 100, 40), f"{LONG}, twice", "small", "ink")
        draw_within(p, QRectF(10, 120, 100, 40), f"{LONG}, thrice", "small", "ink")


def test_a_painted_text_knows_its_whole_where_it_is_shortened() -> None:
    widget = _Painted()
    widget.resize(1000, 200)
    assert whole_at(widget, QPoint(20, 20)) == LONG
    assert whole_at(widget, QPoint(20, 50)) == ""
    assert whole_at(widget, QPoint(500, 20)) == ""
    assert whole_at(widget, QPoint(20, 90)) == f"{LONG}, twice"
    assert whole_at(widget, QPoint(20, 130)) == f"{LONG}, thrice"


def test_a_tip_of_its_own_follows_the_whole(qtbot) -> None:
    widget = _Painted()
    qtbot.addWidget(widget)
    widget.setToolTip("Of last year.")
    widget.resize(1000, 200)
    widget.show()
    for place, said in ((QPoint(20, 20), f"{LONG}\nOf last year."), (QPoint(500, 20), "Of last year.")):
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
        assert QToolTip.text() == said
    QToolTip.hideText()


def test_a_field_says_what_it_is_too_narrow_for() -> None:
    field = LineEdit(LONG, "Search activities")
    field.resize(120, 36)
    assert whole_at(field, QPoint(20, 10)) == LONG
    field.setText("")
    assert whole_at(field, QPoint(20, 10)) == "Search activities"
    field.resize(600, 36)
    assert whole_at(field, QPoint(20, 10)) == ""


def test_a_word_longer_than_a_line_goes_on_in_the_next() -> None:
    lines = break_lines("in Oberammergau-Unterpfaffenhofen", "small", 120)
    assert lines == ("in Oberammergau-", "Unterpfaffenhofen")
    assert break_lines("Unterpfaffenhofen", "small", 60) == ("Unterpfaf", "fenhofen")
    assert fit_lines("in Oberammergau-Unterpfaffenhofen", "small", 80, 2)[1].startswith("Oberamm")
