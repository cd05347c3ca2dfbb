"""A chart read as a table: its rows and columns, copied for a spreadsheet, one of several at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.parts.readtable import Reading, ReadingDialog, readings_in
from planner.ui.theme import install

SPEND = Reading("Spend", ("Month", "Planned"), (("Jan", "£14k"), ("Feb", "")))
LEADS = Reading("Leads", ("Month", "Leads"), (("Jan", "30"),))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


class _Chart(QWidget):
    def __init__(self, reading: Reading | None) -> None:
        super().__init__()
        self._reading = reading

    def reading(self) -> Reading | None:
        return self._reading


@pytest.fixture
def host(qtbot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1180, 720)
    host.show()
    return host


def opened(host: QWidget, *readings: Reading) -> ReadingDialog:
    dialog = ReadingDialog(readings)
    dialog.open_over(host)
    return dialog


def test_one_chart_is_a_table_that_can_be_copied(host: QWidget) -> None:
    dialog = opened(host, SPEND)
    table = dialog.tables[0]
    assert dialog.accessibleName() == "Spend"
    assert QApplication.focusWidget() is table
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Planned"
    assert table.model().index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Planned: not known yet"
    table.selectAll()
    table.copy()
    assert QApplication.clipboard().text() == "Jan\t£14k\nFeb\t"


def test_several_charts_take_turns(host: QWidget) -> None:
    dialog = opened(host, SPEND, LEADS)
    assert dialog.tables[0].isVisible()
    dialog.choice.findChildren(QWidget)[1].click()
    assert dialog.tables[1].isVisible()
    assert dialog.tables[1].model().index(0, 1).data() == "30"


def test_only_what_is_in_sight_and_holds_something_is_read(qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    charts = [_Chart(SPEND), _Chart(None), _Chart(Reading("Nothing", ("Month",), ())), _Chart(LEADS)]
    for chart in charts:
        chart.setParent(page)
    page.show()
    charts[3].hide()
    assert readings_in(page) == [SPEND]
