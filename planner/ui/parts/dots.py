"""Dot votes: one dot for each vote in the voter's voice, first vote first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.theme import theme

A_ROW = 5


def draw_dots(p: QPainter, left: float, top: float, voices: Sequence[str], side: float = 9, a_row: int = A_ROW) -> None:
    """Dots of `side` across, 3 apart, `a_row` to a row."""
    p.setPen(Qt.PenStyle.NoPen)
    step = side + 3
    for place, voice in enumerate(voices):
        p.setBrush(theme().voice(voice).fill)
        p.drawEllipse(QRectF(left + step * (place % a_row), top + step * (place // a_row), side, side))
