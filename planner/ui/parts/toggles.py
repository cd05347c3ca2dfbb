"""Check box and switch."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from planner.ui.icons import draw_icon
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import theme


class _Toggle(Ringed, QCheckBox):
    """What is on or off, with its words after it; the whole row of 28 is the target."""

    mark, gap = 20, 10
    """How wide the drawn mark is, and what lies between it and the words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), "body") + self.gap if self.text() else 0
        return QSize(int(words) + self.mark + 1, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self._draw_mark(p)
        left = self.mark + self.gap
        words = QRectF(left, 0, self.width() - left, 28)
        draw_text(p, words, self.text(), "body", "ink" if self.isEnabled() else "muted")

    def _draw_mark(self, p: QPainter) -> None:
        raise NotImplementedError


class CheckBox(_Toggle):
    """A box of 20 with its words."""

    ring_radius = 6

    def _draw_mark(self, p: QPainter) -> None:
        now = theme()
        box = QRectF(0, 4, 20, 20)
        on = self.checkState() != Qt.CheckState.Unchecked
        if on:
            rounded(p, box, 6, now.ink if self.isEnabled() else now.control)
            sign = "check" if self.checkState() == Qt.CheckState.Checked else "minus"
            draw_icon(p, sign, QRectF(3, 7, 14, 14), "on_ink", "bold")
        else:
            edge = now.ink if self.underMouse() and self.isEnabled() else now.control
            rounded(p, box, 6, now.surface, edge, 1.25)


class Switch(_Toggle):
    """On or off at once, 40 by 24, with its words after it."""

    ring_radius = 12
    mark, gap = 40, 9

    def _draw_mark(self, p: QPainter) -> None:
        now = theme()
        on = self.isChecked()
        rounded(p, QRectF(0, 2, 40, 24), 12, now.blue if on else now.track, None if on else now.control)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(now.on_fill if on else now.control)
        p.drawEllipse(QPointF(28 if on else 12, 14), 8.5, 8.5)
