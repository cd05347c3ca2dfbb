"""Phosphor icons, drawn in any colour when they are first needed."""

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from planner.assets import resource
from planner.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

Weight = Literal["regular", "bold", "fill"]


def icon(
    name: str, size: int = 16, colour: str | QColor = "ink", weight: Weight = "regular", ratio: float = 0.0
) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels, sharp at the device pixel ratio (the screen's if 0).

    `colour` is a QColor or a token such as "muted" or "sales.text". FileNotFoundError if there is no such icon.
    """
    tone = theme().colour(colour) if isinstance(colour, str) else colour
    return _pixmap(name, size, tone.rgba(), weight, ratio or QGuiApplication.primaryScreen().devicePixelRatio())


def draw_icon(
    painter: QPainter,
    name: str,
    box: QRectF,
    colour: str | QColor = "ink",
    weight: Weight = "regular",
) -> None:
    """Draw an icon into a square box of logical pixels."""
    shown = icon(name, round(box.width()), colour, weight, painter.device().devicePixelRatioF())
    painter.drawPixmap(box.topLeft(), shown)


def qicon(name: str, size: int = 20, colour: str | QColor = "ink", weight: Weight = "regular") -> "QIcon":
    """An icon for a menu or an action, in the colours of the theme at the time of the call."""
    from PySide6.QtGui import QIcon  # takes milliseconds, which the first window need not pay

    made = QIcon(icon(name, size, colour, weight))
    made.addPixmap(icon(name, size, "muted", weight), QIcon.Mode.Disabled)
    return made


@cache
def _source(name: str, weight: Weight) -> bytes:
    drawn = resource("icons", weight, f"{name}.svg")
    # An icon that is not there in this weight is better thin than not at all: an exception while painting is fatal.
    return (drawn if drawn.exists() else resource("icons", "regular", f"{name}.svg")).read_bytes()


@cache
def _pixmap(name: str, size: int, rgba: int, weight: Weight, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    colour = QColor.fromRgba(rgba)
    data = _source(name, weight).replace(b"currentColor", colour.name().encode())
    shown = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    shown.setDevicePixelRatio(ratio)
    shown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shown)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return shown
