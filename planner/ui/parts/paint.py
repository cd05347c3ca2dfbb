"""The few strokes that every painted part shares."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from planner.ui.theme import font, metrics, theme

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter

# Offset and reach of the shadow of each level; the reach is about two sigmas of the blur.
_SHADOWS = ((1, 6), (4, 18), (14, 44))
_heard: list[tuple[QRectF, str]] | None = None


@contextmanager
def hearing() -> Iterator[list[tuple[QRectF, str]]]:
    """Every text that is shortened while it is painted, whole, with its box in the pixels of its widget."""
    global _heard
    before, _heard = _heard, []
    try:
        yield _heard
    finally:
        _heard = before


def tell_shortened(p: QPainter, box: QRectF, whole: str) -> None:
    """Said by whatever paints a text that does not fit into `box`."""
    if _heard is not None:
        _heard.append((p.worldTransform().mapRect(box), whole))


def painter(widget: QWidget) -> QPainter:
    """A painter on a widget with smooth edges. The caller ends it, or lets it go out of scope."""
    made = QPainter(widget)
    made.setRenderHint(QPainter.RenderHint.Antialiasing)
    return made


def rounded(
    p: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | QPen | None = None,
    width: float = 1.0,
) -> None:
    """A rounded box with its edge inside `box`. A radius of half the height or more makes it a pill."""
    if fill is None:
        p.setBrush(Qt.BrushStyle.NoBrush)
    else:
        p.setBrush(fill)
    if edge is None:
        p.setPen(Qt.PenStyle.NoPen)
        inset = 0.0
    else:
        pen = edge if isinstance(edge, QPen) else QPen(edge, width)
        p.setPen(pen)
        inset = pen.widthF() / 2
    inner = box.adjusted(inset, inset, -inset, -inset)
    limit = min(inner.width(), inner.height()) / 2
    p.drawRoundedRect(inner, min(radius - inset, limit), min(radius - inset, limit))


def flat(p: QPainter, box: QRectF | QRect, colour: QColor) -> None:
    """Fill a box with edges on whole device pixels, so that hairlines stay sharp and neighbours leave no seam.

    QPainter.fillRect does the same but makes the binding load the names of all gradients.
    """
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour)
    p.drawRect(box)
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def dashed(colour: QColor, width: float = 1.25) -> QPen:
    """The pen of an open slot: 3 on, 2.5 off in pixels."""
    pen = QPen(colour, width)
    pen.setDashPattern([3 / width, 2.5 / width])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def draw_text(
    p: QPainter,
    box: QRectF,
    text: str,
    style: str = "body",
    colour: QColor | str = "ink",
    weight: int | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """One line of text, centred on the height of `box` and shortened to its width. Returns its width."""
    if not text:
        return 0.0
    measure = metrics(style, weight)
    wide = text_width(text, style, weight)
    if wide > box.width() + 0.5:
        tell_shortened(p, box, text)
        text = measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        wide = measure.horizontalAdvance(text)
    left = box.left()
    if align == RIGHT:
        left = box.right() - wide
    elif align == CENTRE:
        left = box.center().x() - wide / 2
    base = box.center().y() + (measure.ascent() - measure.descent()) / 2
    p.setFont(font(style, weight))
    p.setPen(theme().colour(colour) if isinstance(colour, str) else colour)
    p.drawText(QPointF(left, base), text)
    return wide


@lru_cache(maxsize=8192)
def text_width(text: str, style: str = "body", weight: int | None = None) -> float:
    """The width of one line of text in logical pixels, measured once."""
    return metrics(style, weight).horizontalAdvance(text)


def draw_shadow(p: QPainter, box: QRectF, radius: float, level: int = 1) -> None:
    """The shadow under a rounded box, from a picture that is blurred once and then stretched (levels 1 to 3)."""
    offset, reach = _SHADOWS[level - 1]
    ratio = p.device().devicePixelRatioF()
    colour = theme().shadows[level - 1]
    tile = _shadow_tile(round(radius), reach, colour.rgba(), ratio)
    grown = box.adjusted(-reach, offset - reach, reach, offset + reach)
    side = radius + 2 * reach  # of one corner in the tile, in logical pixels
    side = min(side, grown.width() / 2, grown.height() / 2)
    _nine_patch(p, tile, grown, side, ratio)


def _nine_patch(p: QPainter, tile: QPixmap, box: QRectF, side: float, ratio: float) -> None:
    source_side = side * ratio
    full = float(tile.width())
    source = (0.0, source_side, full - source_side, full)
    xs = (box.left(), box.left() + side, box.right() - side, box.right())
    ys = (box.top(), box.top() + side, box.bottom() - side, box.bottom())
    for row in range(3):
        for column in range(3):
            target = QRectF(QPointF(xs[column], ys[row]), QPointF(xs[column + 1], ys[row + 1]))
            part = QRectF(QPointF(source[column], source[row]), QPointF(source[column + 1], source[row + 1]))
            if target.width() > 0 and target.height() > 0:
                p.drawPixmap(target, tile, part)


@cache
def _shadow_tile(radius: int, reach: int, rgba: int, ratio: float) -> QPixmap:
    """Rings of equal steps from the outside in; their alphas add up to a soft edge."""
    side = 2 * (radius + 2 * reach) + 2
    tile = QPixmap(QSize(math.ceil(side * ratio), math.ceil(side * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    colour = QColor.fromRgba(rgba)
    p = QPainter(tile)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    steps = max(6, reach)
    done = 0.0
    for step in range(steps):
        share = (step + 1) / steps
        wanted = colour.alphaF() * share * share * (3 - 2 * share)
        layer = QColor(colour)
        layer.setAlphaF((wanted - done) / (1 - done) if done < 1 else 0.0)
        done = wanted
        inset = step * 2 * reach / steps
        box = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
        p.setBrush(layer)
        corner = radius + 2 * reach - inset
        p.drawRoundedRect(box, corner, corner)
    p.end()
    return tile


def circle(x: float, y: float, radius: float) -> QPainterPath:
    """A circle as a path, to be united with or cut by another."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path
