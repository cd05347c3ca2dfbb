"""The mark of the program, and the overlap score made from it."""

import math
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.parts.paint import CENTRE, circle, draw_text, painter, text_width
from planner.ui.theme import theme

APART = 1.06  # distance of the centres of the mark, in radii
_FIGURE_FROM = 40  # from this score up the lens has room for the figure
_WIDEST = 1.5  # of both circles, in circles
_FOOT = 22


def draw_mark(p: QPainter, left: float, top: float, height: float, apart: float = APART) -> None:
    """Two circles whose common part is the lens. `apart` is the distance of their centres in radii."""
    radius = height / 2
    first = circle(left + radius, top + radius, radius)
    second = circle(left + radius + apart * radius, top + radius, radius)
    colours = theme()
    p.fillPath(first, colours.voice("marketing").fill)
    p.fillPath(second, colours.voice("sales").fill)
    p.fillPath(first.intersected(second), colours.lens)


@lru_cache(maxsize=256)
def apart_for(score: float) -> float:
    """Distance of two unit circles' centres at which they share score percent of one circle's area.

    0 gives 2 (they touch), 100 gives 0 (they coincide). Solved by halving: the area falls steadily.
    """
    wanted = math.pi * min(max(score, 0.0), 100.0) / 100
    low, high = 0.0, 2.0
    for _step in range(40):
        middle = (low + high) / 2
        area = 2 * math.acos(middle / 2) - middle / 2 * math.sqrt(4 - middle * middle)
        low, high = (middle, high) if area > wanted else (low, middle)
    return (low + high) / 2


class Mark(QLabel):
    """The mark alone, `height` high (16 at least)."""

    def __init__(self, height: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Common Ground")

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(self._height * (1 + APART / 2)), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mark(painter(self), 0, (self.height() - self._height) / 2, self._height)


class OverlapScore(QLabel):
    """Agreement as two circles whose common area equals the score (0 to 100, None: not known yet).

    `words` say under the figure what it is: in the lens where they fit, else below the circles.
    """

    def __init__(
        self, score: float | None = None, height: int = 40, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._score, self._height, self._words = score, height, words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_score(score)

    def set_score(self, score: float | None) -> None:
        self._score = score
        said = _("not known yet") if score is None else _("{score} of 100").format(score=round(score))
        self.setAccessibleName(_("Common ground: {score}").format(score=said))
        self.updateGeometry()
        self.update()

    @property
    def _across(self) -> int:
        """How large a circle is: two that hardly overlap are smaller, so that they take no more room side by side."""
        return round(min(1.0, _WIDEST / (1 + apart_for(self._score or 0.0) / 2)) * self._height)

    def sizeHint(self) -> QSize:
        wide = math.ceil(self._across * (1 + apart_for(self._score or 0.0) / 2))
        return QSize(wide, self._across + (_FOOT if self._below() else 0))

    def _has_figure(self) -> bool:
        return self._score is not None and self._score >= _FIGURE_FROM

    def _words_fit(self) -> bool:
        lens = self._across / 2 * (2 - apart_for(self._score or 0.0))
        return self._has_figure() and text_width(self._words, "caption", 600) <= lens - 16

    def _below(self) -> str:
        """What stands under the circles."""
        figure = "" if self._has_figure() or not self._score else str(round(self._score))
        return " ".join(part for part in (figure, "" if self._words_fit() else self._words) if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        radius = self._across / 2
        apart = apart_for(self._score or 0.0)
        left = self.width() / 2 - radius * (1 + apart / 2)
        draw_mark(p, left, 0, self._across, apart)
        if self._has_figure():
            inside = bool(self._words) and self._words_fit()
            box = QRectF(0, -10 if inside else 0, self.width(), self._across)
            draw_text(p, box, str(round(self._score or 0.0)), _figure_style(self._across), "on_lens", 600, CENTRE)
            if inside:
                box = QRectF(0, self._across / 2 + 17, self.width(), 18)
                draw_text(p, box, self._words, "caption", "on_lens", 600, CENTRE)
        box = QRectF(0, self._across + _FOOT - 18, self.width(), 18)
        draw_text(p, box, self._below(), "caption", "ink", 600, CENTRE)


def _figure_style(height: int) -> str:
    for least, style in ((150, "figure 52"), (120, "figure 40"), (90, "figure 28"), (64, "figure 20")):
        if height >= least:
            return style
    return "small" if height >= 36 else "caption"
