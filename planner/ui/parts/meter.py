"""Bars that measure: a share of a whole, and the way from a baseline to a target."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from planner.ui.parts.paint import flat, painter, rounded
from planner.ui.theme import mix, theme


def draw_meter(p: QPainter, box: QRectF, share: float, *, judged: bool = True, of: float = 1.0) -> None:
    """A filled bar in `box`. `share` and `of` (the limit) in the same measure; beyond the limit it turns red.

    Judged by its share: green from 0.85, amber below 0.7, ink-blue between; not judged: always ink-blue.
    """
    now = theme()
    radius = box.height() / 2
    rounded(p, box, radius, now.track)
    if share <= 0:
        return
    if share > of:
        _draw_over(p, box, of / share)
        return
    tone = now.blue
    if judged:
        level = share / of
        tone = now.level("fine").fill if level >= 0.85 else now.blue if level >= 0.7 else now.level("look").fill
    wide = max(box.height(), box.width() * share / of)
    rounded(p, QRectF(box.left(), box.top(), wide, box.height()), radius, tone)


def _draw_over(p: QPainter, box: QRectF, at: float) -> None:
    """The whole bar is what is used; an ink tick stands at the limit and what lies beyond is red."""
    now = theme()
    limit = box.left() + box.width() * at
    rounded(p, box, box.height() / 2, now.blue)
    p.save()
    p.setClipRect(QRectF(QPointF(limit, box.top() - 1), QPointF(box.right() + 1, box.bottom() + 1)))
    rounded(p, box, box.height() / 2, now.level("fix").fill)
    p.restore()
    flat(p, QRectF(round(limit) - 1, box.top() - 4, 2, box.height() + 8), now.ink)


class Meter(QProgressBar):
    """A bar 6 to 10 high. What it says must also stand beside it in words."""

    def __init__(self, thickness: int = 8, *, judged: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thickness, self._judged = thickness, judged
        self._share, self._limit = 0.0, 1.0
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, name: str, of: float = 1.0) -> None:
        """How much of `of` is used, and its name for a screen reader; `share` may be larger than `of`."""
        self._share, self._limit = share, of
        self.setValue(max(0, min(100, round(100 * share / of))) if of else 0)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._thickness + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._thickness + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        top = (self.height() - self._thickness) / 2
        box = QRectF(0, top, self.width(), self._thickness)
        draw_meter(painter(self), box, self._share, judged=self._judged, of=self._limit)


def draw_baseline(
    p: QPainter,
    box: QRectF,
    baseline: float | None,
    target: float | None,
    likely: float | None,
    scale: float,
) -> None:
    """Track from zero to `scale` in `box`, solid to the baseline, pale to the target, tick, triangle above."""
    now = theme()
    scale = scale or 1.0

    def x(value: float) -> float:
        return box.left() + box.width() * min(1.0, max(0.0, value / scale))

    radius = box.height() / 2
    rounded(p, box, radius, now.track)
    pale = mix(now.blue, now.surface, 0.72)
    for value, tone in ((target, pale), (baseline, now.blue)):
        if value:
            p.save()
            p.setClipRect(QRectF(box.left(), box.top(), x(value) - box.left(), box.height()))
            rounded(p, box, radius, tone)
            p.restore()
    if target is not None:
        flat(p, QRectF(round(x(target)) - 1, box.top() - 5, 2, box.height() + 10), now.ink)
    if likely is not None:
        level = "fine" if target is None or likely >= target else "look"
        _triangle(p, x(likely), box.top() - 3, now.level(level).fill)


def _triangle(p: QPainter, tip: float, bottom: float, tone: QColor) -> None:
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(tone)
    p.drawPolygon(QPolygonF([QPointF(tip - 5, bottom - 6), QPointF(tip + 5, bottom - 6), QPointF(tip, bottom)]))


class BaselineBar(QLabel):
    """From baseline to target with the likely result; `words` says the same for a screen reader."""

    def __init__(self, thickness: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thickness = thickness
        self._values: tuple[float | None, float | None, float | None] = (None, None, None)
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(
        self,
        baseline: float | None,
        target: float | None,
        likely: float | None,
        words: str,
        scale: float | None = None,
    ) -> None:
        """Values in one measure; `scale` is the value at the right end (default: 1.2 of the largest)."""
        self._values = baseline, target, likely
        known = [value for value in self._values if value is not None]
        self._scale = scale or 1.2 * max(known, default=1.0)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._thickness + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._thickness + 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        top = (self.height() - self._thickness) / 2 + 3
        box = QRectF(0, top, self.width(), self._thickness)
        draw_baseline(painter(self), box, *self._values, self._scale)
