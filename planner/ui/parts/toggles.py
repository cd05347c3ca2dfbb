"""Check box and switch."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from planner.ui.icons import draw_icon
from planner.ui.motion import CHIP
from planner.ui.parts.eased import eased, lit
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme


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
    _sign = "check"

    def _draw_mark(self, p: QPainter) -> None:
        now = theme()
        box = QRectF(0, 4, 20, 20)
        on = eased(self, "on", float(self.checkState() != Qt.CheckState.Unchecked), milliseconds=CHIP)
        if on < 1:
            rounded(p, box, 6, now.surface, mix(now.control, now.ink, lit(self)), 1.25)
        if on > 0:
            p.setOpacity(on)
            rounded(p, box, 6, now.ink if self.isEnabled() else now.control)
            self._sign = {Qt.CheckState.Checked: "check", Qt.CheckState.PartiallyChecked: "minus"}.get(
                self.checkState(), self._sign
            )
            draw_icon(p, self._sign, QRectF(3, 7, 14, 14), "on_ink", "bold")
            p.setOpacity(1.0)


class Switch(_Toggle):
    """On or off at once, 40 by 24, with its words after it."""

    ring_radius = 12
    mark, gap = 40, 9

    def _draw_mark(self, p: QPainter) -> None:
        now = theme()
        on = eased(self, "on", float(self.isChecked()), milliseconds=CHIP)
        rounded(p, QRectF(0, 2, 40, 24), 12, mix(now.track, now.blue, on), mix(now.control, now.blue, on))
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(mix(now.control, now.on_fill, on))
        p.drawEllipse(QPointF(12 + 16 * on, 14), 8.5, 8.5)
