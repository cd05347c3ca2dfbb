"""What painted widgets are for a screen reader: Qt knows what its own kinds are, of others it has to be told.

A class says it with `spoken_as`, the name of a role of QAccessible: "ListItem" for a row, "Button" for what does
something, "Grouping" for a card with things on it, "Chart" for a picture that says its figures as its name. Names,
descriptions and values are given as everywhere.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_is_installed = False


def speak() -> None:
    """Let screen readers be told; once for a program, more often does no harm."""
    global _is_installed
    if not _is_installed:
        QAccessible.installFactory(_face_of)
        _is_installed = True


def _face_of(key: str, about: QObject) -> QAccessibleInterface | None:
    role = getattr(about, "spoken_as", "")
    if not role or key != type(about).__name__ or not isinstance(about, QWidget):
        return None
    return QAccessibleWidget(about, QAccessible.Role[role], "")


def announce(about: QWidget, words: str) -> None:
    """Say at once what has come in hand inside a painted widget, which has no part of its own for it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, words))
