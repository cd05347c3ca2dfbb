"""A scroll area that fits its content."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.parts.dialog import Dialog
from planner.ui.parts.scroll import FittingScroll


def fields(n: int) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    for place in range(n):
        field = QPushButton(str(place))
        field.setFixedHeight(60)
        column.addWidget(field)
    return content


def open_dialog(qtbot: QtBot, n: int) -> tuple[QWidget, FittingScroll]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1180, 720)
    window.show()
    scroll = FittingScroll(fields(n))
    dialog = Dialog("Fields", 480)
    dialog.body.addWidget(scroll)
    dialog.open_over(window)
    qtbot.waitUntil(lambda: scroll.height() > 0)
    return window, scroll


def test_what_has_room_is_as_high_as_it_is_and_does_not_scroll(qtbot: QtBot) -> None:
    _window, scroll = open_dialog(qtbot, 4)
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.height() == scroll.widget().sizeHint().height()
    assert scroll.viewport().width() == scroll.width()


def test_what_has_no_room_scrolls_and_nothing_is_squeezed(qtbot: QtBot) -> None:
    window, scroll = open_dialog(qtbot, 14)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    assert scroll.height() < window.height()
    assert scroll.widget().height() == scroll.widget().sizeHint().height()
    assert scroll.viewport().width() == scroll.width() - 16  # the thumb lies beside what scrolls


def test_it_grows_with_its_content(qtbot: QtBot) -> None:
    _window, scroll = open_dialog(qtbot, 2)
    before = scroll.height()
    more = QPushButton("one more")
    more.setFixedHeight(60)
    scroll.widget().layout().addWidget(more)
    qtbot.waitUntil(lambda: scroll.height() > before)
    assert scroll.verticalScrollBar().maximum() == 0
