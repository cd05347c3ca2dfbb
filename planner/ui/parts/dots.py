"""Dot votes: one dot for each vote in the voter's voice, first vote first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.parts.glyph import VOICE_NAMES
from planner.ui.parts.paint import painter
from planner.ui.theme import theme

A_ROW = 5


def draw_dots(p: QPainter, left: float, top: float, voices: Sequence[str], side: float = 9, a_row: int = A_ROW) -> None:
    """Dots of `side` across, 3 apart, `a_row` to a row."""
    p.setPen(Qt.PenStyle.NoPen)
    step = side + 3
    for place, voice in enumerate(voices):
        p.setBrush(theme().voice(voice).fill)
        p.drawEllipse(QRectF(left + step * (place % a_row), top + step * (place // a_row), side, side))


class DotVotes(QLabel):
    """The dots; the count must be printed beside them. 9 across in lists, 13 in present mode."""

    def __init__(
        self,
        voices: Sequence[str] = (),
        side: int = 9,
        a_row: int = A_ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side, self._a_row = side, a_row
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_votes(voices)

    def set_votes(self, voices: Sequence[str]) -> None:
        """The voice of each vote, in the order in which they were given."""
        self._votes = tuple(voices)
        counted = {voice: self._votes.count(voice) for voice in dict.fromkeys(self._votes)}
        words = ", ".join(f"{_(VOICE_NAMES[voice])} {n}" for voice, n in counted.items())
        said = _("{count} votes").format(count=len(self._votes))
        self.setAccessibleName(f"{said}: {words}" if words else _("No votes yet"))
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        step = self._side + 3
        rows = max(1, -(-len(self._votes) // self._a_row))
        columns = max(1, min(self._a_row, len(self._votes)))
        return QSize(columns * step - 3, rows * step - 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_dots(painter(self), 0, 0, self._votes, self._side, self._a_row)
