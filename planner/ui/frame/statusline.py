"""The line at the foot: whether all is saved, the cell in hand, zoom and date. It never blinks."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from planner.i18n import _
from planner.ui.parts.paint import draw_text, flat, painter, rounded, text_width
from planner.ui.theme import theme

HEIGHT = 32


class StatusLine(QLabel):
    """`stateClicked` is emitted when the words at the left are clicked or opened by Enter ("see why")."""

    spoken_as = "StatusBar"
    stateClicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._state = "fine", ""
        self._cell, self._value, self._zoom, self._date = "", "", "100%", ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_state("fine", _("All changes saved"))

    def set_state(self, level: str, text: str) -> None:
        """The dot's level (fine, note, look, fix) and the words beside it."""
        self._level, self._state = level, text
        self._said()

    def set_cell(self, name: str, value: str = "") -> None:
        """The cell in hand and its value, or sum, average and count of a range."""
        self._cell, self._value = name, value
        self._said()

    def set_zoom(self, text: str) -> None:
        self._zoom = text
        self._said()

    def set_date(self, text: str) -> None:
        self._date = text
        self._said()

    def _said(self) -> None:
        cell = f"{self._cell} {self._value}".strip()
        words = [self._state, cell, self._zoom, self._date]
        self.setAccessibleName(". ".join(word for word in words if word))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < 46 + text_width(self._state, "caption"):
            self.stateClicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.stateClicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        flat(p, self.rect(), now.paper)
        flat(p, QRectF(0, 0, self.width(), 1), now.hairline)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(now.level(self._level).fill)
        p.drawEllipse(QRectF(35, 13.5, 6, 6))
        right = self.width() - 24.0
        for text, gap in ((self._date, 20.0), (self._zoom, 24.0)):
            right = self._at_right(p, text, right, "muted", 400) - gap
        right = self._at_right(p, self._value, right, "ink", 600) - (10 if self._value else 0)
        right = self._at_right(p, self._cell, right, "ink", 600)
        if self.hasFocus():
            ring = QRectF(28, 4, 28 + text_width(self._state, "caption"), HEIGHT - 7)
            rounded(p, ring, 6, None, now.focus, 2)
        tone = "muted" if self._level in ("fine", "note") else f"{self._level}.text"
        draw_text(p, QRectF(48, 1, max(0.0, right - 72), HEIGHT - 1), self._state, "caption", tone)

    def _at_right(self, p: QPainter, text: str, right: float, colour: str, weight: int) -> float:
        wide = text_width(text, "caption", weight)
        draw_text(p, QRectF(right - wide, 1, wide + 1, HEIGHT - 1), text, "caption", colour, weight)
        return right - wide
