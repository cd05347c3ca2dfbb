"""One chapter in the sidebar: number, name and ring; as a rail the number stands inside the ring."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget

from planner.i18n import _
from planner.ui.frame.items import ChapterEntry
from planner.ui.motion import CHIP
from planner.ui.parts.eased import eased, lit, veil
from planner.ui.parts.focus import KEYBOARD, Ringed
from planner.ui.parts.paint import CENTRE, RIGHT, draw_shadow, draw_text, painter, rounded
from planner.ui.parts.ring import draw_ring
from planner.ui.theme import theme

# The row's widget is larger than the row by this margin, so that the shadow of the current row fits.
MARGIN = 4


class ChapterRow(Ringed, QPushButton):
    """Emits `chosen(key)`; arrows up and down go to the neighbours."""

    chosen = Signal(object)
    stepped = Signal(object, int)

    def __init__(self, entry: ChapterEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.rail = False
        self._current = False
        self.ring_radius = 5
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)
        self.set_entry(entry)

    def set_entry(self, entry: ChapterEntry) -> None:
        self.entry = entry
        self.setAccessibleName(f"{entry.number} {entry.title}")
        self._describe()
        self.update()

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self._describe()
            self.update()

    def _describe(self) -> None:
        parts = [_("Current chapter")] if self._current else []
        if self.entry.progress is not None:
            parts.append(_("{share} percent done").format(share=round(100 * self.entry.progress)))
        if self.entry.missing:
            parts.append(self.entry.missing)
        self.setAccessibleDescription(". ".join(parts))
        done = _("Complete") if self.entry.progress is not None and self.entry.progress >= 1 else ""
        tip = [f"{self.entry.number} {self.entry.title}", self.entry.missing or done]
        self.setToolTip("\n".join(part for part in tip if part))

    def _choose(self) -> None:
        self.chosen.emit(self.entry.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in KEYBOARD:
            QTimer.singleShot(0, self, self._say)  # a tip goes with the change of focus that it is shown in

    def _say(self) -> None:
        """What the mouse is told by hovering, the keyboard is told by coming here."""
        if self.hasFocus():
            QToolTip.showText(self.mapToGlobal(QPoint(self.width() - MARGIN, MARGIN)), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self.entry.key, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        row = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        if not self._current and (ground := veil(now.track, lit(self))):
            rounded(p, row, 8, ground)
        if here := eased(self, "current", float(self._current), milliseconds=CHIP):
            p.setOpacity(here)
            draw_shadow(p, row, 8)
            rounded(p, row, 8, now.surface, now.hairline)
            bar = QRectF(row.left() - 1, row.center().y() - 9, 3, 18)
            if not self.rail:
                rounded(p, bar, 1.5, now.ink)
            p.setOpacity(1.0)
        if self.rail:
            self._paint_rail(p, row)
            return
        tone = now.ink if self._current else now.muted
        # Measured from the sidebar's edge, which is 12 px left of the row: number 20 to 42, name from 54.
        middle = row.top(), row.height()
        number = QRectF(row.left() + 8, middle[0], 22, middle[1])
        draw_text(p, number, str(self.entry.number), "body", tone, 500, RIGHT)
        name = QRectF(row.left() + 42, middle[0], row.width() - 42 - 34, middle[1])
        draw_text(p, name, self.entry.title, "body", "ink", 600 if self._current else 500)
        done = self.entry.progress is not None and self.entry.progress >= 1
        side = 16 if done else 15
        ring = QRectF(row.right() - 22 - side / 2, row.center().y() - side / 2, side, side)
        draw_ring(p, ring, self.entry.progress, 2.5, tone)

    def _paint_rail(self, p: QPainter, row: QRectF) -> None:
        now = theme()
        tone = now.ink if self._current else now.muted
        done = self.entry.progress is not None and self.entry.progress >= 1
        colour = now.level("fine").fill if done else tone
        ring = QRectF(0, 0, 32, 32)
        ring.moveCenter(row.center())
        draw_ring(p, ring, self.entry.progress, 3, colour, tick=False)
        draw_text(p, ring, str(self.entry.number), "small", tone, 600, CENTRE)
