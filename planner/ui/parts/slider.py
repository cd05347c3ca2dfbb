"""The slider of the cut: how much of an amount goes, from nothing to everything."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import RIGHT, draw_text, painter, rounded, text_width
from planner.ui.theme import theme

STEP, FINE, LEAP = 5, 1, 25
EVERYTHING = 100
HEIGHT = 41
_TRACK, _THUMB, _MIDDLE = 6.0, 9.0, 31.0


class CutSlider(Ringed, QSlider):
    """Whole percent. Arrows 5 points, Shift arrows 1, Home nothing, End everything; `moved(percent)` by people only.

    The name stands at the left, what goes at the right in red; at nothing the whole amount stands there.
    """

    moved = Signal(object)
    ring_radius = 8

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name, self._said, self._rest = name, "", ""
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
        shortened = text_width(name, "body") > self._room()
        self.setToolTip("\n".join(part for part in (name if shortened else "", tip) if part))
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
        if event.key() in ways:
            self._give(ways[event.key()])
        else:
            event.ignore()

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
        return self.width() - text_width(self._said or self._rest, "small", 600) - 16

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        weight = 600 if self._said else None
        words, tone = (self._said, "fix.text") if self._said else (self._rest, "muted")
        draw_text(p, QRectF(0, 0, self.width(), 20), words, "small", tone, weight, RIGHT)
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
        edge = red if self.value() else now.ink if self.underMouse() else now.control
        p.setPen(QPen(edge, 2))
        p.setBrush(now.surface)
        p.drawEllipse(QPointF(at, _MIDDLE), _THUMB - 1, _THUMB - 1)
