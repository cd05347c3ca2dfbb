"""Every place of the window: the chapters with all their views, and whatever opens when something is pressed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from planner.ui.pages import CHAPTERS
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.popsheet import PopSheet
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.sidesheet import SideSheet
from planner.ui.window import Window

from .seen import settle

COMMANDS = ("jump", "help", "about", "settings_dialog")
_SHEETS = (Dialog, PopSheet, SideSheet)


def chapters(window: Window) -> Iterator[str]:
    """Each chapter on screen, as it is first shown."""
    for chapter in CHAPTERS:
        window.go(chapter.key)
        settle()
        yield chapter.key


def views(window: Window) -> Iterator[str]:
    """Each chapter on screen, in each of its views; the names say which."""
    for key in chapters(window):
        yield key
        for choice in window.page.findChildren(Segmented):
            if not choice.isVisible():
                continue
            first = choice.findChildren(QPushButton)[0]
            for segment in choice.findChildren(QPushButton):
                if segment.isEnabled() and not segment.isChecked():
                    _press(segment)
                    yield f"{key}: {segment.text()}"
            _press(first)


def sheets(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every dialog and sheet that a command, a button of a page or Enter on a row opens, one after another.

    Each is closed with Esc before the next; what was changed on the way is taken back.
    """
    untouched = window.workspace.undo_label
    for command in COMMANDS:
        getattr(window, command)()
        yield from _opened(window, command, untouched)
    for key in chapters(window):
        pressed: set[tuple[str, str]] = set()
        while (button := _next(window, pressed)) is not None:
            _press(button)
            yield from _opened(window, f"{key}: {_name(button)[1]}" if _alive(button) else key, untouched)
        for rows in window.page.findChildren(PaintedList):
            if rows.isVisible() and rows.model().rowCount():
                rows.setFocus()
                rows.setCurrentIndex(rows.model().index(0, 0))
                yield from _opened_by_keys(window, rows, f"{key}: {rows.accessibleName()}", untouched)


def _opened_by_keys(
    window: Window, rows: PaintedList, name: str, untouched: str | None
) -> Iterator[tuple[str, QWidget]]:
    """What Enter and the letters open on a row; N belongs to the window."""
    for key in (Qt.Key.Key_Return, *(Qt.Key(letter) for letter in b"ABCDEFGHIJKLMOPQRSTUVWXYZ")):
        rows.setFocus()
        rows.setCurrentIndex(rows.model().index(0, 0))
        QTest.keyClick(rows, key)
        yield from _opened(window, f"{name}, {key.name}", untouched)


def _name(button: QAbstractButton) -> tuple[str, str]:
    return type(button).__name__, button.text() or button.accessibleName().split(",")[0]


def _next(window: Window, pressed: set[tuple[str, str]]) -> QAbstractButton | None:
    """A button of the page of a kind and a name that has not been pressed yet."""
    for button in window.page.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and not button.isCheckable() and _name(button) not in pressed:
            pressed.add(_name(button))
            return button
    return None


def _press(button: QAbstractButton) -> None:
    button.click()
    settle()


def open_sheet(window: Window) -> QWidget | None:
    """The dialog or sheet that lies over the page, the uppermost first."""
    return next((found for found in window.findChildren(QWidget) if isinstance(found, _SHEETS) and found.isVisible()),
                None)  # fmt: skip


def _opened(window: Window, name: str, untouched: str | None) -> Iterator[tuple[str, QWidget]]:
    settle()
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    chapter = window.chapter
    sheet = open_sheet(window)
    if sheet is not None:
        yield name, sheet
        QTest.keyClick(window.focusWidget() or sheet, Qt.Key.Key_Escape)
        settle()
    while window.workspace.undo_label != untouched:
        window.undo()
    window.go(chapter)
    settle()


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(widget))
