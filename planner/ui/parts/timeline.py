"""What stands on a timeline: bars of two voices, handles, diamonds, and arrows from what is needed first."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from planner.ui.icons import draw_icon
from planner.ui.parts.paint import CENTRE, dashed, draw_shadow, draw_text, flat, rounded, text_width
from planner.ui.theme import theme

BAR, RADIUS, HANDLE = 20, 6, 8
LEAST_BAR = 8.0
CHIP = 22


def draw_bar(p: QPainter, box: QRectF, lead: str, support: str = "", *, hollow: bool = False) -> None:
    """Upper two thirds the lead's voice, lower third the supporter's, a pixel of surface between.

    `hollow`: what does not take place, or is not fully known, is an outline.
    """
    colours = theme().voice(lead)
    if hollow:
        rounded(p, box, RADIUS, colours.tint, dashed(colours.fill))
        return
    if not support:
        rounded(p, box, RADIUS, colours.fill)
        return
    upper = round(box.height() * 2 / 3)
    p.save()
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS, RADIUS)
    p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colours.fill)
    p.drawRect(QRectF(box.left(), box.top(), box.width(), upper))
    p.setBrush(theme().voice(support).fill)
    p.drawRect(QRectF(box.left(), box.top() + upper + 1, box.width(), box.height() - upper - 1))
    p.restore()


def draw_chosen(p: QPainter, box: QRectF, *, handles: bool = True) -> None:
    """The ring around the bar in hand, and its two handles where it can be made longer."""
    now = theme()
    rounded(p, box.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS + 2, None, now.focus, 2)
    for x in (box.left(), box.right()) if handles else ():
        handle = QRectF(x - HANDLE / 2, box.center().y() - 8, HANDLE, 16)
        rounded(p, handle, 4, now.surface, now.focus, 2)


def draw_link_knob(p: QPainter, at: QPointF) -> None:
    """Where an arrow to another bar is pulled out of the bar in hand."""
    p.setPen(QPen(theme().focus, 2))
    p.setBrush(theme().surface)
    p.drawEllipse(at, 4, 4)


def draw_diamond(p: QPainter, at: QPointF, fill: QColor) -> None:
    """A date that cannot move (ink) or a review by one side (its voice)."""
    p.setPen(QPen(theme().surface, 1.5))
    p.setBrush(fill)
    half = 9.0
    corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
    p.drawPolygon(QPolygonF([at + corner for corner in corners]))


def draw_arrow(p: QPainter, first: QRectF, then: QRectF, colour: QColor, *, clash: bool = False) -> None:
    """From the end of one bar to the bar that needs it, which stands in another row; a clash is dashed."""
    down = then.center().y() > first.center().y()
    edge = then.top() - 1 if down else then.bottom() + 1
    into = then.left() + 7
    if into > first.right() + 4:
        path = QPainterPath(QPointF(first.right() + 1, first.center().y()))
        path.lineTo(into, first.center().y())
    else:
        into = max(min(first.right(), then.right()) - 6, first.left() + 3, then.left() + 3)
        path = QPainterPath(QPointF(into, first.bottom() if down else first.top()))
    path.lineTo(into, edge)
    draw_pointed(p, path, QPointF(into, edge), -1 if down else 1, colour, clash=clash)


def draw_pointed(
    p: QPainter, path: QPainterPath, tip: QPointF, back: float, colour: QColor, *, clash: bool = False
) -> None:
    """A line with a point at its end; `back` says whether its shaft comes from above (-1) or from below (1)."""
    pen = QPen(colour, 2 if clash else 1.5)
    if clash:
        pen.setDashPattern([3, 2])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(pen)
    p.drawPath(path)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour)
    p.drawPolygon(QPolygonF([tip, tip + QPointF(-4, 6 * back), tip + QPointF(4, 6 * back)]))


def chip_width(text: str) -> float:
    """How wide a chip on a timeline is."""
    return text_width(text, "caption", 500) + 32


def draw_quote(p: QPainter, left: float, middle: float, text: str, voice: str, *, on_bar: bool = False) -> float:
    """The short name of an input in the voice of whoever gave it; on a bar it lies on white. Returns its width."""
    colours, wide = theme().voice(voice), chip_width(text)
    box = QRectF(left, middle - CHIP / 2, wide, CHIP)
    if on_bar:
        rounded(p, box, CHIP / 2, theme().surface, colours.line)
    else:
        rounded(p, box, CHIP / 2, colours.tint, colours.line)
    draw_icon(p, "quotes", QRectF(left + 8, round(middle - 6), 12, 12), colours.text, "fill")
    draw_text(p, box.adjusted(24, 0, -4, 0), text, "caption", colours.text, 500)
    return wide


def draw_open(p: QPainter, left: float, middle: float, text: str) -> float:
    """What is missing, in a dashed pill. Returns its width."""
    wide = chip_width(text)
    box = QRectF(left, middle - CHIP / 2, wide, CHIP)
    rounded(p, box, CHIP / 2, theme().surface, dashed(theme().level("look").text))
    draw_icon(p, "warning", QRectF(left + 8, round(middle - 6), 12, 12), "look.fill", "fill")
    draw_text(p, box.adjusted(24, 0, -4, 0), text, "caption", "look.text", 500)
    return wide


def draw_flag(p: QPainter, middle: float, top: float, text: str, least: float, most: float) -> QRectF:
    """A date that cannot move, named in ink over the months; it stays between two edges. Returns its box."""
    wide = text_width(text, "caption", 600) + 20
    left = max(least, min(most - wide, middle - wide / 2))
    box = QRectF(left, top, wide, CHIP)
    rounded(p, box, CHIP / 2, theme().ink)
    draw_text(p, box, text, "caption", "on_ink", 600, CENTRE)
    return box


def draw_said(p: QPainter, middle: float, bottom: float, text: str, least: float, most: float) -> None:
    """Plain words over what is being dragged."""
    wide = text_width(text, "caption", 600) + 20
    left = max(least, min(most - wide, middle - wide / 2))
    box = QRectF(left, bottom - 26, wide, 26)
    draw_shadow(p, box, 8, 2)
    rounded(p, box, 8, theme().ink)
    draw_text(p, box, text, "caption", "on_ink", 600, CENTRE)


def draw_dotted(p: QPainter, x: float, top: float, bottom: float) -> None:
    """The line of a date that cannot move, through all rows."""
    pen = QPen(theme().control, 1)
    pen.setDashPattern([2, 3])
    p.setPen(pen)
    p.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, bottom))


def draw_today(p: QPainter, x: float, top: float, bottom: float) -> None:
    """The line of today."""
    flat(p, QRectF(round(x) - 1, top, 2, bottom - top), theme().focus)
