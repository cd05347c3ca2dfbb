"""One plain sentence in Consequence style, in which what matters is set apart."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.parts.paint import painter, text_width
from planner.ui.theme import font, line_height, metrics, theme

STYLE = "consequence"
Marked = Sequence[tuple[str, bool]]
"""Words, and whether they matter."""
_KEY = 600


class Sentence(QWidget):
    """Wraps like text; words that matter are heavier and in `tone`."""

    spoken_as = "StaticText"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[list[tuple[str, bool]]] = []
        self._tone = "fix.text"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: Marked, tone: str = "fix.text") -> None:
        """The sentence in parts."""
        self._tone = tone
        self._words = _words(parts)
        self.setAccessibleName("".join(text for text, _key in parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, line_height(STYLE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return line_height(STYLE) * max(1, len(self._lines(width)))

    def last_line(self, width: int) -> float:
        """How far the last line reaches at this width."""
        lines = self._lines(width)
        return sum(text_width(word, STYLE, _KEY if key else None) for word, key in lines[-1]) if lines else 0.0

    def _lines(self, width: float) -> list[list[tuple[str, bool]]]:
        lines: list[list[tuple[str, bool]]] = [[]]
        used = 0.0
        for group in self._words:
            wide = sum(text_width(word, STYLE, _KEY if key else None) for word, key in group)
            if lines[-1] and used + wide - text_width(" ", STYLE) > width:
                lines.append([])
                used = 0.0
            lines[-1] += group
            used += wide
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        p: QPainter = painter(self)
        measure = metrics(STYLE)
        base = (line_height(STYLE) + measure.ascent() - measure.descent()) / 2
        for line in self._lines(self.width()):
            left = 0.0
            for word, key in line:
                weight = _KEY if key else None
                p.setFont(font(STYLE, weight))
                p.setPen(theme().colour(self._tone if key else "ink"))
                p.drawText(QPointF(left, base), word)
                left += text_width(word, STYLE, weight)
            base += line_height(STYLE)


def _words(parts: Marked) -> list[list[tuple[str, bool]]]:
    """What stays together on a line: a word with the space after it, and marks that join it from the next part."""
    groups: list[list[tuple[str, bool]]] = [[]]
    for text, key in parts:
        rest = text
        while rest:
            head, space, rest = rest.partition(" ")
            groups[-1].append((head + space, key))
            if space:
                groups.append([])
    return [group for group in groups if group]
