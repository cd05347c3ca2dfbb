"""Which figure a key stands for, with Shift as well: above the figures every keyboard has other signs."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MAC = (29, 18, 19, 20, 21, 23, 22, 26, 28, 25)  # virtual keys of 0 to 9


def digit_of(event: QKeyEvent) -> int | None:
    """The figure 0 to 9 of a key of the upper row or the keypad, whatever Shift makes of it; None for another key."""
    key = event.key() - Qt.Key.Key_0.value
    if 0 <= key <= 9:
        return key
    if sys.platform == "darwin":
        place = event.nativeVirtualKey()
        return _MAC.index(place) if place in _MAC else None
    # Scan codes run from 1 to 9 and end with 0; where Linux counts from 10, Windows does from 2.
    place = event.nativeScanCode() - (1 if sys.platform == "win32" else 9)
    return place % 10 if 1 <= place <= 10 else None
