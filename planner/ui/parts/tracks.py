"""Two scales of people: how useful both sides find something, and where somebody stands."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.theme import theme

LEAST, MOST = 1.0, 5.0
STANCES = 5


def draw_dumbbell(p: QPainter, box: QRectF, sales: float | None, marketing: float | None) -> None:
    """Two dots on a scale from 1 to 5; the line between is red when sales is more than a point lower."""
    now = theme()
    start, length = box.left() + 1, box.width() - 2
    middle = box.center().y()

    def x(value: float) -> float:
        return start + length * (min(MOST, max(LEAST, value)) - LEAST) / (MOST - LEAST)

    p.setPen(QPen(now.hairline_strong, 1.5))
    p.drawLine(QPointF(start, middle), QPointF(start + length, middle))
    for tick in range(5):
        at = start + length * tick / 4
        reach = 5 if tick in (0, 4) else 3
        p.drawLine(QPointF(at, middle - reach), QPointF(at, middle + reach))
    if sales is not None and marketing is not None:
        wide_gap = marketing - sales > 1
        tone = now.level("fix").fill if wide_gap else now.control
        p.setPen(QPen(tone, 3))
        p.drawLine(QPointF(x(sales), middle), QPointF(x(marketing), middle))
    for value, voice in ((marketing, "marketing"), (sales, "sales")):
        if value is not None:
            _dot(p, x(value), middle, 6.5, now.voice(voice).fill, rim=True)


def draw_stance(p: QPainter, box: QRectF, now_at: int | None, wanted: int | None, voice: str) -> None:
    """Five stops (0 to 4); filled is now, hollow is wanted, the way between in the person's voice."""
    colours = theme()
    start, length = box.left() + 7, box.width() - 14
    middle = box.center().y()
    fill = colours.voice(voice).fill

    def x(stop: int) -> float:
        return start + length * stop / (STANCES - 1)

    p.setPen(QPen(colours.hairline_strong, 1.5))
    p.drawLine(QPointF(x(0), middle), QPointF(x(STANCES - 1), middle))
    for stop in range(STANCES):
        _dot(p, x(stop), middle, 3, colours.hairline_strong)
    if now_at is not None and wanted is not None and now_at != wanted:
        p.setPen(QPen(fill, 2))
        p.drawLine(QPointF(x(now_at), middle), QPointF(x(wanted), middle))
    if wanted is not None and wanted != now_at:
        p.setBrush(colours.surface)
        p.setPen(QPen(fill, 2))
        p.drawEllipse(QPointF(x(wanted), middle), 5, 5)
    if now_at is not None:
        _dot(p, x(now_at), middle, 6, fill)


def _dot(p: QPainter, x: float, y: float, radius: float, tone: QColor, *, rim: bool = False) -> None:
    p.setPen(QPen(theme().surface, 2) if rim else Qt.PenStyle.NoPen)
    p.setBrush(tone)
    radius += 1 if rim else 0
    p.drawEllipse(QPointF(x, y), radius, radius)
