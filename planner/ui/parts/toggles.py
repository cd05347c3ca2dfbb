"""Check box, switch and slider."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSlider, QWidget

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


class Slider(Ringed, QSlider):
    """0 to 100 in percent. Arrows move by 5, Shift arrows by 1, Home is nothing, End everything.

    `level` is the colour of its fill: "fix.fill" for the cut, "blue" elsewhere. `moved(value)` by the user only.
    """

    ring_radius = 10
    moved = Signal(object)

    def __init__(self, name: str, level: str = "blue", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tone = level
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(10)
        self.setAccessibleName(name)
        self.setFixedHeight(28)
        self.actionTriggered.connect(self._acted)

    def sizeHint(self) -> QSize:
        return QSize(240, 28)

    def _acted(self, _action: int) -> None:
        self.moved.emit(self.sliderPosition())

    def _move_to(self, value: int) -> None:
        value = max(self.minimum(), min(self.maximum(), value))
        if value != self.value():
            self.setValue(value)
            self.moved.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 5
        moves = {
            Qt.Key.Key_Left: self.value() - step,
            Qt.Key.Key_Down: self.value() - step,
            Qt.Key.Key_Right: self.value() + step,
            Qt.Key.Key_Up: self.value() + step,
            Qt.Key.Key_Home: self.minimum(),
            Qt.Key.Key_End: self.maximum(),
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._move_to(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._to_mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._to_mouse(event)

    def _to_mouse(self, event: QMouseEvent) -> None:
        share = (event.position().x() - 9) / max(1.0, self.width() - 18.0)
        self._move_to(round(self.minimum() + share * (self.maximum() - self.minimum())))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        tone = now.colour(self._tone) if self.isEnabled() else now.control
        middle = self.height() / 2
        span = self.maximum() - self.minimum()
        at = 9 + (self.width() - 18) * ((self.value() - self.minimum()) / span if span else 0)
        rounded(p, QRectF(0, middle - 3, self.width(), 6), 3, now.track)
        if self.value() > self.minimum():
            rounded(p, QRectF(0, middle - 3, at, 6), 3, tone)
        p.setBrush(now.surface)
        p.setPen(QPen(tone, 2))
        p.drawEllipse(QPointF(at, middle), 8, 8)
