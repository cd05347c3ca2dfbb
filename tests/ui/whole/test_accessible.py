"""What a screen reader hears of every page, every view and every sheet: a name, what it is, and its value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from planner.model.plan import Plan
from planner.ui.parts.readtable import Readable, ReadingDialog, readings_in
from planner.ui.parts.spoken import speak
from planner.ui.window import Window

from .heard import CONTROLS, NO_ROLE, Heard, Role, heard_in
from .places import sheets, views
from .plans import PLANS
from .seen import settle

_FIELDS = (QLineEdit, QPlainTextEdit)


@pytest.fixture(autouse=True)
def screen_reader() -> Iterator[None]:
    """Somebody listens, so that Qt keeps what it tells up to date."""
    speak()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def complaints(widget: QWidget, place: str) -> Iterator[str]:
    """What a screen reader could not say, in words."""
    names: Counter[tuple[str, str]] = Counter()
    for heard in heard_in(widget):
        kind = f"{place}: {type(heard.widget).__name__} ({heard.role.name})"
        if heard.role in CONTROLS and not heard.whole_name.strip(" ."):
            yield f"{kind} has no name"
        if heard.takes_keys and heard.role in NO_ROLE:
            yield f"{kind} {heard.name!r} does not say that something can be done here"
        if heard.takes_keys:
            names[heard.role.name, heard.whole_name] += 1
        if said := _wrong_value(heard):
            yield f"{kind} {heard.name!r} {said}"
    for (role, name), times in names.items():
        if times > 1:
            yield f"{place}: {times} of {role} are called {name!r}"


def _wrong_value(heard: Heard) -> str:
    widget, state = heard.widget, heard.face.state()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return "" if bool(state.checkable) and bool(state.checked) == widget.isChecked() else "hides its state"
    if isinstance(widget, _FIELDS) and heard.role == Role.EditableText:
        text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        return "" if heard.value == text else f"says {heard.value!r} instead of {text!r}"
    if heard.role == Role.ComboBox and not heard.value and heard.name:
        return "does not say what is chosen" if widget is None or widget.currentText() else ""
    return ""


@pytest.mark.parametrize("name", ["example", "empty", "300 activities"])
def test_every_page_is_heard(open_window: Callable[[Plan], Window], name: str) -> None:
    window = open_window(PLANS[name]())
    found = list(complaints(window.frame, "the frame"))
    for place in views(window):
        found += complaints(window.page, place)
    assert not found, "\n".join(found)


def test_every_sheet_is_heard(open_window: Callable[[Plan], Window]) -> None:
    window = open_window(PLANS["example"]())
    found = []
    for place, sheet in sheets(window):
        found += complaints(sheet, place)
        role = QAccessible.queryAccessibleInterface(sheet).role()
        if role != Role.Dialog or not sheet.accessibleName():
            found.append(f"{place}: {type(sheet).__name__} is a {role.name} called {sheet.accessibleName()!r}")
    assert not found, "\n".join(found)


def test_rows_of_painted_lists_are_heard_as_they_are_filtered(open_window: Callable[[Plan], Window]) -> None:
    window = open_window(PLANS["example"]())
    window.go("sales_input")
    page = window.page
    page.filter_by("declined")
    rows = [heard.name for heard in heard_in(page) if heard.role == Role.ListItem]
    assert len(rows) == 2
    assert all("Declined" in name for name in rows)


def test_every_chart_and_the_map_can_be_read_as_a_table(open_window: Callable[[Plan], Window]) -> None:
    window = open_window(PLANS["example"]())
    read: set[str] = set()
    for place in views(window):
        charts = [one for one in window.page.findChildren(QWidget) if getattr(one, "spoken_as", "") == "Chart"]
        mute = [type(chart).__name__ for chart in charts if chart.isVisible() and not isinstance(chart, Readable)]
        assert not mute, (place, mute)
        for reading in readings_in(window.page):
            assert all(len(row) == len(reading.head) for row in reading.rows), (place, reading.title)
            read.add(reading.title)
    assert {"Map of power and interest", "Budget by month and side", "From leads to orders"} <= read
    assert len(read) >= 10


def test_the_command_reads_the_charts_on_screen(open_window: Callable[[Plan], Window]) -> None:
    window = open_window(PLANS["example"]())
    window.go("stakeholders")
    settle()
    window.menubar.actions["read_as_table"].trigger()
    dialog = window.findChild(ReadingDialog)
    assert dialog is not None
    assert dialog.tables[0].model().rowCount() == 12
    dialog.finish()
    window.go("brief")
    window.read_as_table()
    assert window.toast.isVisible()
