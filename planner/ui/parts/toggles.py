"""Check box and switch."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from planner.ui.icons import draw_icon
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import theme


class CheckBox(Ringed, QCheckBox):
    """A box of 20 with its words; the whole row of 28 is the target."""

    ring_radius = 6

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), "body") + 10 if self.text() else 0
        return QSize(int(words) + 21, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
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
        words = QRectF(30, 0, self.width() - 30, 28)
        draw_text(p, words, self.text(), "body", "ink" if self.isEnabled() else "muted")


class Switch(Ringed, QCheckBox):
    """On or off at once, 40 by 24, with its words after it."""

    ring_radius = 12

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), "body") + 9 if self.text() else 0
        return QSize(int(words) + 41, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        on = self.isChecked()
        ground = now.blue if on else now.track
        rounded(p, QRectF(0, 2, 40, 24), 12, ground, None if on else now.control)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(now.on_fill if on else now.control)
        p.drawEllipse(QPointF(28 if on else 12, 14), 8.5, 8.5)
        words = QRectF(49, 0, self.width() - 49, 28)
        draw_text(p, words, self.text(), "body", "ink" if self.isEnabled() else "muted")
