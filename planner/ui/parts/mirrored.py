"""Two halves scored on one spine: bars to the left and to the right, and the gap at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.model.value import Value
from planner.ui.parts.focus import Ringed
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.paint import RIGHT, dashed, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.theme import theme

ROW, BAR, _HEAD = 30, 15, 24
_LONGEST, _SHORTEST = 96, 56  # of a bar; it gives way to the words before it
_GAP, _FIGURE = 40, 34


class MirroredRow(Value):
    """One line: values from 1 to 5, None where a half has not scored, with their words."""

    label: str
    left: float | None = None
    right: float | None = None
    left_words: str = "–"
    right_words: str = "–"
    gap_words: str = ""
    wide: bool = False
    """A gap worth talking about: semibold and in the tone of what is to be mended."""


class MirroredScore(Ringed, QLabel):
    """The left half speaks for all at the client, the right half for the agency."""

    spoken_as = "Chart"
    ring_radius = 6

    def __init__(self, left: str, right: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = left, right
        self._means = "–", "–"
        self.rows: Sequence[MirroredRow] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[MirroredRow], left_mean: str, right_mean: str) -> None:
        """Show these lines under both means."""
        self.rows, self._means = rows, (left_mean, right_mean)
        left, right = self._names
        said = [f"{left} {left_mean}, {right} {right_mean}"]
        for row in rows:
            line = f"{row.label}: {row.left_words}, {row.right_words}"
            said.append(_("{line}, gap {gap}").format(line=line, gap=row.gap_words) if row.gap_words else line)
        self.setAccessibleName(". ".join(said))
        self.updateGeometry()
        self.update()

    def reading(self) -> Reading:
        """Each line with what both halves say."""
        rows = tuple((row.label, row.left_words, row.right_words, row.gap_words) for row in self.rows)
        return Reading(_("Scores of both halves"), (_("Heading"), *self._names, _("Gap")), rows)

    def sizeHint(self) -> QSize:
        return QSize(520, _HEAD + ROW * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(430, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        full = self._full()
        spine = self.width() - _GAP - _FIGURE - full
        left, right = self._names
        wide = draw_text(p, QRectF(spine - 34, 0, 28, _HEAD), self._means[0], "small", "ink", 600, RIGHT)
        words = QRectF(0, 0, spine - 34 - max(0.0, wide - 28) - 10, _HEAD)
        drawn = draw_text(p, words, left, "caption", "shared.text", 500, RIGHT)
        draw_glyph(p, "shared", words.right() - drawn - 6 - glyph_width("shared", 9), _HEAD / 2, 9)
        draw_text(p, QRectF(spine + 6, 0, 30, _HEAD), self._means[1], "small", "agency.text", 600)
        at, gap_head = spine + 40, _("Gap")
        end = self.width() - text_width(gap_head, "caption", 400)
        if at + text_width(right, "caption", 500) + 12 > end:
            end = self.width() + 12.0  # the heading of the figures gives way to whose half it is
        else:
            draw_text(p, QRectF(0, 0, self.width(), _HEAD), gap_head, "caption", "muted", None, RIGHT)
        sign = at + 6 + draw_text(p, QRectF(at, 0, end - at - 12, _HEAD), right, "caption", "agency.text", 500)
        if sign + 20 < end:
            draw_glyph(p, "agency", sign, _HEAD / 2, 9)
        for place, row in enumerate(self.rows):
            top = _HEAD + place * ROW
            flat(p, QRectF(0, top, self.width(), 1), now.hairline)
            label = QRectF(0, top, spine - full - _FIGURE - 6, ROW)
            draw_text(p, label, row.label, "small", "ink", 600 if row.wide else 400)
            middle = top + ROW / 2 + 0.5
            if row.left is None and row.right is None:
                pill = QRectF(spine - full, middle - 9, 2 * full, 18)
                rounded(p, pill, 9, None, dashed(now.hairline_strong))
                draw_text(p, pill, _("Not scored yet"), "caption", "muted", None, Qt.AlignmentFlag.AlignHCenter)
                continue
            self._bar(p, spine - 1, middle, row.left, row.left_words, -full)
            self._bar(p, spine + 1, middle, row.right, row.right_words, full)
            gap = QRectF(0, top, self.width(), ROW)
            draw_text(p, gap, row.gap_words, "small", "fix.text" if row.wide else "muted", 600, RIGHT)

    def _full(self) -> float:
        """The length of a bar for the whole scale: shorter where the words would not fit."""
        words = max((text_width(row.label, "small", 600) for row in self.rows), default=0.0)
        room = (self.width() - _GAP - 2 * _FIGURE - 8 - words) / 2
        return max(_SHORTEST, min(_LONGEST, room))

    def _bar(self, p: QPainter, spine: float, middle: float, value: float | None, words: str, full: float) -> None:
        """A bar to the right, or for a negative full length to the left."""
        way = 1 if full > 0 else -1
        voice = "agency" if way > 0 else "shared"
        length = 0.0 if value is None else max(3.0, abs(full) * (value - 1) / 4)
        box = QRectF(QPointF(spine, middle - BAR / 2), QPointF(spine + way * length, middle + BAR / 2)).normalized()
        if value is not None:
            rounded(p, box, 3, theme().voice(voice).fill)
        figure = QRectF(spine + 6 + length, middle - 10, 30, 20) if way > 0 else QRectF(
            spine - length - 36, middle - 10, 30, 20
        )
        tone = "muted" if value is None else "agency.text" if way > 0 else "ink"
        draw_text(p, figure, words, "caption", tone, None, RIGHT if way < 0 else Qt.AlignmentFlag.AlignLeft)
