"""Where a window stands when it is first shown."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from planner.ui.settings import Settings

_USUAL, _TITLE_BAR = QSize(1440, 900), 40


def show_fitting(window: QMainWindow, settings: Settings) -> None:
    """Show a window where it stood last, else at the size of the drawings; the whole screen where that is too large."""
    if not settings.geometry.isEmpty() and window.restoreGeometry(settings.geometry):
        window.show()
        return
    room = window.screen().availableSize()
    if room.width() <= _USUAL.width() or room.height() < _USUAL.height() + _TITLE_BAR:
        window.showMaximized()
    else:
        window.resize(_USUAL)
        window.show()
