"""The slider of the cut: how much of an amount goes, from nothing to everything."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from planner.ui.parts.eased import lit
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import RIGHT, draw_text, painter, rounded, text_width
from planner.ui.parts.whole import WholeTips
from planner.ui.theme import mix, theme

STEP, FINE, LEAP = 5, 1, 25
EVERYTHING = 100
HEIGHT = 41
_TRACK, _THUMB, _MIDDLE = 6.0, 9.0, 31.0


class CutSlider(Ringed, WholeTips, QSlider):
    """Whole percent. Arrows 5 points, Shift arrows 1, Home nothing, End everything; `moved(percent)` by people only.
    What is typed and ended with Enter is told as it stands, `typed(text)`: a share such as 20% or an amount.

    The name stands at the left, what goes at the right in red; at nothing the whole amount stands there.
    """

    moved = Signal(object)
    typed = Signal(object)
    ring_radius = 8

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name, self._said, self._rest, self._typing = name, "", "", ""
        self.setRange(0, EVERYTHING)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_cut(self, name: str, percent: int, said: str, rest: str, tip: str = "") -> None:
        """`said`: what goes, in words; `rest`: what stands there while nothing does. Both are read out."""
        self._name, self._said, self._rest = name, said, rest
        held = self.blockSignals(True)
        self.setValue(percent)
        self.blockSignals(held)
        self.setAccessibleName(f"{name}, {said or rest}")
        self.setToolTip(tip)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    # Moving

    def _give(self, percent: int) -> None:
        percent = max(0, min(EVERYTHING, percent))
        if percent != self.value():
            self.setValue(percent)
            self.moved.emit(percent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        ways = {
            Qt.Key.Key_Left.value: self.value() - step,
            Qt.Key.Key_Down.value: self.value() - step,
            Qt.Key.Key_Right.value: self.value() + step,
            Qt.Key.Key_Up.value: self.value() + step,
            Qt.Key.Key_PageDown.value: self.value() - LEAP,
            Qt.Key.Key_PageUp.value: self.value() + LEAP,
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: EVERYTHING,
        }
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        text = event.text()
        if event.key() in ways:
            self._type("")
            self._give(ways[event.key()])
        elif enter and self._typing:
            said = self._typing
            self._type("")
            self.typed.emit(said)
        elif event.key() == Qt.Key.Key_Escape and self._typing:
            self._type("")
        elif event.key() == Qt.Key.Key_Backspace and self._typing:
            self._type(self._typing[:-1])
        elif text and (text.isdigit() or (self._typing and text in ".,%km ")):
            self._type(self._typing + text)
        else:
            event.ignore()

    def _type(self, text: str) -> None:
        self._typing = text
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._type("")
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() >= _MIDDLE - 12:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a cut is not made by accident

    def _follow(self, event: QMouseEvent) -> None:
        left, length = self._track()
        self._give(round(EVERYTHING * (event.position().x() - left) / length))

    # How it looks

    def _track(self) -> tuple[float, float]:
        return _THUMB + 1, self.width() - 2 * _THUMB - 2

    def _room(self) -> float:
        return self.width() - text_width(self._shown(), "small", 600) - 16

    def _shown(self) -> str:
        return f"{self._typing}_" if self._typing else self._said or self._rest

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        strong = bool(self._said or self._typing)
        tone = "ink" if self._typing else "fix.text" if self._said else "muted"
        draw_text(p, QRectF(0, 0, self.width(), 20), self._shown(), "small", tone, 600 if strong else None, RIGHT)
        draw_text(p, QRectF(0, 0, self._room(), 20), self._name, "body", "ink" if self.isEnabled() else "muted")
        self._paint_track(p)

    def _paint_track(self, p: QPainter) -> None:
        now = theme()
        rounded(p, QRectF(0, _MIDDLE - _TRACK / 2, self.width(), _TRACK), _TRACK / 2, now.track)
        if not self.isEnabled():
            return
        left, length = self._track()
        at = left + length * self.value() / EVERYTHING
        red = now.level("fix").fill
        if self.value():
            rounded(p, QRectF(0, _MIDDLE - _TRACK / 2, at, _TRACK), _TRACK / 2, red)
        edge = red if self.value() else mix(now.control, now.ink, lit(self))
        p.setPen(QPen(edge, 2))
        p.setBrush(now.surface)
        p.drawEllipse(QPointF(at, _MIDDLE), _THUMB - 1, _THUMB - 1)
