"""The sign of each voice: two circles, a diamond, a square, a ring."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _, mark
from planner.ui.parts.paint import circle, painter, rounded
from planner.ui.theme import theme

VOICE_NAMES = {
    "marketing": mark("Marketing"),
    "sales": mark("Sales"),
    "agency": mark("Agency"),
    "shared": mark("Shared, management"),
    "finance": mark("Finance"),
    "customer": mark("Customer"),
}
_PAIRS = ("marketing", "sales", "shared")


def glyph_width(voice: str, height: float) -> float:
    """Pairs of circles are 1.55 times as wide as they are high; the other signs are square."""
    return height * 1.55 if voice in _PAIRS else height


def draw_glyph(p: QPainter, voice: str, left: float, middle: float, height: float = 10) -> None:
    """Draw the sign of a voice from `left`, centred on the height `middle`."""
    fill = theme().voice(voice).fill
    radius = height / 2
    if voice == "agency":
        centre = left + radius
        diamond = QPainterPath()
        diamond.moveTo(centre, middle - radius)
        diamond.lineTo(centre + radius, middle)
        diamond.lineTo(centre, middle + radius)
        diamond.lineTo(centre - radius, middle)
        diamond.closeSubpath()
        p.fillPath(diamond, fill)
    elif voice == "finance":
        inset = height * 0.05
        box = QRectF(left + inset, middle - radius + inset, height * 0.9, height * 0.9)
        rounded(p, box, height * 0.2, fill)
    elif voice == "customer":
        width = max(1.25, height * 0.14)
        rounded(p, QRectF(left, middle - radius, height, height), radius, None, QPen(fill, width))
    else:
        _draw_pair(p, voice, left, middle, height)


def _draw_pair(p: QPainter, voice: str, left: float, middle: float, height: float) -> None:
    colours = theme().voice(voice)
    stroke = max(1.2, height * 0.13)
    radius = height / 2 - stroke / 2
    first = circle(left + height / 2, middle, radius)
    second = circle(left + height * 1.05, middle, radius)
    if voice == "marketing":
        p.fillPath(first, colours.fill)
    elif voice == "sales":
        p.fillPath(second, colours.fill)
    else:
        p.fillPath(first.intersected(second), colours.fill)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(colours.fill, stroke))
    p.drawPath(first)
    p.drawPath(second)


class Glyph(QLabel):
    """The sign of a voice as a widget; its accessible name is the name of the voice."""

    def __init__(self, voice: str, height: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._height = voice, height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_voice(voice)

    def set_voice(self, voice: str) -> None:
        self._voice = voice
        self.setAccessibleName(_(VOICE_NAMES.get(voice, voice)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(glyph_width(self._voice, self._height)) + 1, self._height + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_glyph(painter(self), self._voice, 0.5, self.height() / 2, self._height)
