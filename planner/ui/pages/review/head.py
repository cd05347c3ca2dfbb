"""The head of the review: the finding in words with both bars on one scale, and three figures."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.pages.review.figures import Headline, Measured, Tile
from planner.ui.parts.card import Card
from planner.ui.parts.paint import CENTRE, RIGHT, draw_text, flat, painter, rounded, text_width
from planner.ui.theme import theme

HIGH = 136
_PAD, _NAME, _FIGURES, _PERCENT = 24.0, 118.0, 158.0, 58.0
_WORDS_BESIDE_FROM = 500


class HeadlineCard(Card):
    """Spend and landed leads; the tick is what was signed for these months."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Headline | None = None
        self.setFixedHeight(HIGH)

    def show_headline(self, shown: Headline) -> None:
        """Show a finding."""
        self._shown = shown
        self.setAccessibleName(shown.said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shown = self._shown
        if shown is None:
            return
        p = painter(self)
        right = self.width() - _PAD
        row = QRectF(_PAD, 12, right - _PAD, 30)
        used = draw_text(p, row, shown.range, "small", "muted", None, RIGHT) + 12
        draw_text(p, QRectF(_PAD, 12, row.width() - used, 30), shown.title, "card", "ink")
        most = max(1.15, *(1.02 * (bar.share or 0.0) for bar in (shown.spend, shown.landed)))
        low = self.width() < _WORDS_BESIDE_FROM
        figures = _PERCENT if low else _FIGURES
        track = QRectF(_PAD + _NAME, 0, right - figures - _PAD - _NAME, 10)
        for place, bar in enumerate((shown.spend, shown.landed)):
            self._bar(p, track.translated(0, 56 + place * 34), bar, most, right, low=low)
        at = round(track.left() + track.width() / most)
        flat(p, QRectF(at - 1, 50, 2, 56), theme().ink)
        draw_text(p, QRectF(at - 60, 108, 120, 18), shown.tick, "caption", "muted", None, CENTRE)

    def _bar(self, p: QPainter, box: QRectF, bar: Measured, most: float, right: float, *, low: bool) -> None:
        """A bar with its words at the right, or, where there is little room, under its name."""
        now = theme()
        middle = box.center().y()
        name = QRectF(_PAD, middle - (19 if low else 10), _NAME - 10, 20)
        draw_text(p, name, bar.name, "small" if low else "body", "ink", 600)
        rounded(p, box, 5, now.track)
        if bar.share:
            wide = max(10.0, box.width() * bar.share / most)
            tone = now.level("look").fill if bar.behind else now.blue
            rounded(p, QRectF(box.left(), box.top(), wide, box.height()), 5, tone)
        tone_words = "look.text" if bar.behind else "ink"
        words = QRectF(box.right() + 12, middle - 10, right - box.right() - 12, 20)
        if low:
            draw_text(p, name.translated(0, 17), bar.words, "caption", "muted")
            draw_text(p, words, bar.percent, "body", tone_words, 600, RIGHT)
            return
        draw_text(p, words, bar.words, "caption", "muted", None, RIGHT)
        room = words.width() - text_width(bar.words, "caption") - 8
        percent = QRectF(words.left(), words.top(), max(0.0, room), 20)
        draw_text(p, percent, bar.percent, "body", tone_words, 600)


class TileCard(Card):
    """One figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Tile | None = None
        self.setFixedHeight(HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)

    def show_tile(self, shown: Tile) -> None:
        """Show a figure."""
        self._shown = shown
        self.setAccessibleName(shown.said)
        self.setToolTip(shown.said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(176, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shown = self._shown
        if shown is None:
            return
        p = painter(self)
        box = QRectF(18, 0, self.width() - 32, self.height())
        draw_text(p, QRectF(box.left(), 16, box.width(), 20), shown.name, "small", "muted", 500)
        figure = shown.figure or "–"
        style = "figure 28" if box.width() >= 156 else "figure 24"
        tone = "ink" if shown.figure else "muted"
        wide = draw_text(p, QRectF(box.left(), 46, box.width(), 36), figure, style, tone)
        rest = QRectF(box.left() + wide + 8, 52, max(0.0, box.width() - wide - 8), 28)
        draw_text(p, rest, shown.of, "small", "muted")
        draw_text(p, QRectF(box.left(), 94, box.width(), 20), shown.below, "caption", shown.level, 500)
