"""The pictures of the start screen, painted: the cropped mark, and one for each playbook."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from planner.ui.parts.mark import draw_mark
from planner.ui.parts.paint import circle, rounded
from planner.ui.theme import mix, theme


def draw_annual(p: QPainter, box: QRectF) -> None:
    """Twelve months around the mark."""
    centre = box.center()
    draw_mark(p, centre.x() - 27, centre.y() - 18, 36)
    tones = ["marketing"] * 3 + ["shared"] + ["sales"] * 5 + ["shared"] + ["marketing"] * 2
    for month, voice in enumerate(tones):
        angle = 2 * math.pi * month / 12 - math.pi / 2
        at = centre + QPointF(math.cos(angle) * 54, math.sin(angle) * 54)
        p.fillPath(circle(at.x(), at.y(), 9), theme().voice(voice).fill)


def draw_launch(p: QPainter, box: QRectF) -> None:
    """Growing circles, the last one in the voice of sales."""
    base, left = box.bottom() - 14, box.center().x() - 82
    p.setPen(QPen(theme().voice("sales").line, 2))
    p.drawLine(QPointF(left - 12, base), QPointF(box.center().x() + 96, base))
    big = circle(box.center().x() + 40, base - 66, 42)
    third = circle(left + 78, base - 42, 20)
    p.fillPath(circle(left + 12, base - 14, 8), theme().voice("marketing").fill)
    p.fillPath(circle(left + 42, base - 30, 13), theme().voice("marketing").fill)
    p.fillPath(third, theme().voice("marketing").fill)
    p.fillPath(big, theme().voice("sales").fill)
    p.fillPath(third.intersected(big), theme().lens)


def draw_agency(p: QPainter, box: QRectF) -> None:
    """Three circles that share a middle."""
    x, y, radius = box.center().x(), box.center().y() + 8, 38
    top, left, right = circle(x, y - 26, radius), circle(x - 27, y + 18, radius), circle(x + 27, y + 18, radius)
    now = theme()
    for shape, voice in ((top, "agency"), (left, "marketing"), (right, "sales")):
        p.fillPath(shape, now.voice(voice).fill)
    for first, second, tone in (
        (left, right, now.lens),
        (top, left, mix(now.voice("agency").fill, now.lens, 0.6)),
        (top, right, mix(now.voice("sales").fill, now.lens, 0.7)),
    ):
        p.fillPath(first.intersected(second), tone)
    p.fillPath(top.intersected(left).intersected(right), now.surface)


def draw_show(p: QPainter, box: QRectF) -> None:
    """Stands in rows along an aisle, one of them ours."""
    now = theme()
    tone = mix(now.voice("finance").fill, now.voice("finance").tint, 0.55)
    left, top = box.center().x() - 82, box.center().y() - 56
    for row in range(4):
        for column in range(7):
            shift = 0 if row < 2 else 22
            spot = QRectF(left + column * 24, top + row * 25 + shift, 18, 18)
            if (row, column) not in ((1, 4), (1, 5)):
                rounded(p, spot, 4, tone)
    p.setPen(QPen(tone, 2, Qt.PenStyle.DotLine))
    p.drawLine(QPointF(left, box.center().y() + 3), QPointF(left + 164, box.center().y() + 3))
    draw_mark(p, left + 94, top + 20, 28)


def draw_timeline(p: QPainter, box: QRectF) -> None:
    """Four bars that follow each other."""
    now = theme()
    p.setPen(QPen(now.voice("shared").line, 1))
    for line in range(5):
        x = box.left() + 30 + line * (box.width() - 60) / 4
        p.drawLine(QPointF(x, box.top() + 16), QPointF(x, box.bottom() - 12))
    step = box.height() / 5
    for row, (start, length, voice) in enumerate(
        ((0.1, 0.32, "marketing"), (0.25, 0.35, "sales"), (0.45, 0.32, "agency"), (0.58, 0.33, "marketing"))
    ):
        top = box.top() + (row + 0.92) * step
        bar = QRectF(box.left() + box.width() * start, top, box.width() * length, 0.54 * step)
        rounded(p, bar, 5, now.voice(voice).fill)


PICTURES = {
    "annual-plan": draw_annual,
    "product-launch": draw_launch,
    "agency-kickoff": draw_agency,
    "trade-show": draw_show,
}


def draw_hero(widget: QWidget, p: QPainter, below: float) -> None:
    """The mark so large that it leaves the panel at the left, and well above what begins at `below`."""
    top = widget.height() * 0.11
    high = min(max(376.0, widget.width() * 0.79), widget.height() * 0.4, below - top - 24)
    draw_mark(p, widget.width() - 28 - high * 1.53, top, high)
