"""The ground of the charts of this chapter: round lines of value, months below, running totals above."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from planner.charts.steps import round_step
from planner.i18n import in_currency
from planner.model.fields import Month
from planner.ui.numbers import Numbers
from planner.ui.parts.paint import CENTRE, RIGHT, draw_text, flat, text_width
from planner.ui.theme import theme

Running = Sequence[float]
_GAP = 5.0


class Plot:
    """A box with months across, the first month starting at its left edge, and values upward from zero."""

    def __init__(self, box: QRectF, months: Sequence[Month], most: float, columns: int = 0) -> None:
        """`columns`: how many months are across, where there are more than those named."""
        self.box, self.months = box, months
        self.step = round_step(most, 6)
        self.top = max(self.step, most * 1.04)
        self.columns = columns or max(1, len(months))

    def x(self, months: float) -> float:
        """Where so many months after the start are."""
        return self.box.left() + self.box.width() * months / self.columns

    def y(self, value: float) -> float:
        return self.box.bottom() - self.box.height() * value / self.top

    def paint_ground(self, p: QPainter, numbers: Numbers, right: float = 0.0) -> None:
        """Lines of value with their words; the sign of the currency stands on the first alone."""
        now = theme()
        ticks = [n * self.step for n in range(8) if n * self.step <= self.top + 1e-9]
        for place, value in enumerate(reversed(ticks)):
            y = round(self.y(value))
            flat(p, QRectF(self.box.left(), y, (right or self.box.right()) - self.box.left(), 1), now.hairline)
            words = axis_words(numbers, value, with_sign=place == 0)
            draw_text(p, QRectF(0, y - 9, self.box.left() - 10, 18), words, "caption", "muted", None, RIGHT)

    def paint_months(self, p: QPainter, numbers: Numbers, top: float) -> None:
        """As many names of months as there is room for, the year with the first of each."""
        each = self.box.width() / self.columns
        every = next((n for n in (1, 2, 3, 6) if n * each >= 54), 12)
        year = ""
        for place in range(0, len(self.months), every):
            month = self.months[place]
            words = numbers.month_short(month)
            if month[:4] != year:
                year, words = month[:4], f"{words} {month[2:4]}"
            middle = self.x(place + 0.5)
            draw_text(p, QRectF(middle - 40, top, 80, 18), words, "caption", "muted", None, CENTRE)

    def points(self, running: Running) -> list[QPointF]:
        """A running total as points: nothing at the start, each month's sum at its end."""
        return [QPointF(self.x(0), self.y(0))] + [
            QPointF(self.x(place + 1), self.y(value)) for place, value in enumerate(running)
        ]

    def paint_line(self, p: QPainter, running: Running, pen: QPen) -> None:
        """A running total as a line."""
        p.setPen(pen)
        p.drawPolyline(QPolygonF(self.points(running)))

    def paint_between(self, p: QPainter, lower: Running, upper: Running, tone: QColor) -> None:
        """The area between two running totals."""
        p.setPen(QPen(tone, 0))
        p.setBrush(tone)
        p.drawPolygon(QPolygonF([*self.points(upper), *reversed(self.points(lower))]))

    def paint_goal(self, p: QPainter, value: float, words: str, right: float) -> None:
        """The goal as a dashed line, named on it at the left."""
        now, y = theme(), self.y(value)
        pen = QPen(now.ink, 1.5)
        pen.setDashPattern([5 / 1.5, 4 / 1.5])
        p.setPen(pen)
        p.drawLine(QPointF(self.box.left(), y), QPointF(right, y))
        draw_text(p, QRectF(self.box.left() + 6, y - 22, 200, 20), words, "small", "ink", 600)

    def paint_end(self, p: QPainter, running: Running, tone: QColor) -> None:
        """The round end of a line, with a rim of the ground."""
        if running:
            p.setPen(QPen(theme().surface, 2))
            p.setBrush(tone)
            p.drawEllipse(self.points(running)[-1], 6, 6)


def axis_words(numbers: Numbers, value: float, *, with_sign: bool) -> str:
    """A round value of an axis: "£20m", "5m", "500k", "0"."""
    size, unit = (1e6, "m") if value >= 1e6 else (1e3, "k") if value >= 1e3 else (1.0, "")
    figure = numbers.number(value / size)
    return numbers.in_currency(figure, unit) if with_sign else in_currency("", figure, unit)


def apart(wanted: Sequence[float], gap: float, least: float, most: float) -> list[float]:
    """Places for labels as near to where they belong as they can be without touching, top to bottom."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    places = list(wanted)
    at = least
    for n in order:
        places[n] = max(places[n], at)
        at = places[n] + gap
    limit = most
    for n in reversed(order):
        places[n] = min(places[n], limit)
        limit = places[n] - gap
    return places


def draw_pair(p: QPainter, box: QRectF, word: str, figure: str, tone: str, weight: int) -> float:
    """A word and its figure on one line; the figure is heavier. Returns their width."""
    wide = draw_text(p, box, word, "small", tone, weight)
    rest = box.adjusted(wide + _GAP, 0, 0, 0)
    draw_text(p, rest, figure, "small", tone, 600)
    return wide + _GAP + text_width(figure, "small", 600)
