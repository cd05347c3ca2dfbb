"""How many contributions of each side are in the plan: a bar and the counts under it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from planner.i18n import _
from planner.ui.parts.glyph import VOICE_NAMES, draw_glyph, glyph_width
from planner.ui.parts.paint import RIGHT, draw_text, painter, rounded, text_width
from planner.ui.theme import theme

HEIGHT = 72


class VoicesBar(QLabel):
    """Title and total, a bar in the voices' colours, and a count with its sign for each voice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[tuple[str, int]] = []
        self.setFixedHeight(HEIGHT)
        self.set_counts([])

    def set_counts(self, counts: list[tuple[str, int]]) -> None:
        """Voices with their counts in the order in which they stand; those with 0 are left out."""
        self._counts = [(voice, count) for voice, count in counts if count > 0]
        words = [f"{_(VOICE_NAMES[voice])} {count}" for voice, count in self._counts]
        said = ", ".join(words) or _("none yet")
        self.setAccessibleName(_("Voices in this plan: {counts}").format(counts=said))
        self.setToolTip("\n".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        wide = float(self.width())
        total = sum(count for _voice, count in self._counts)
        head = QRectF(0, 0, wide, 20)
        draw_text(p, head, _("Voices in this plan"), "small", "ink", 600)
        draw_text(p, head, str(total), "small", "muted", None, RIGHT)
        if not total:
            rounded(p, QRectF(0, 27, wide, 8), 2, now.track)
            draw_text(p, QRectF(0, 42, wide, 20), _("Nobody has been heard yet"), "caption", "muted")
            return
        gap = 2.0
        room = wide - gap * (len(self._counts) - 1)
        left = 0.0
        for voice, count in self._counts:
            part = max(3.0, room * count / total)
            rounded(p, QRectF(left, 27, min(part, wide - left), 8), 2, now.voice(voice).fill)
            left += part + gap
        self._paint_counts(p, wide)

    def _paint_counts(self, p: QPainter, wide: float) -> None:
        widths = [glyph_width(v, 8) + 5 + text_width(str(n), "small") for v, n in self._counts]
        spare = wide - sum(widths)
        gap = min(14.0, spare / max(1, len(widths) - 1)) if len(widths) > 1 else 0.0
        left = 0.0
        for (voice, count), width in zip(self._counts, widths, strict=True):
            draw_glyph(p, voice, left + 0.5, 54, 8)
            figure = QRectF(left + glyph_width(voice, 8) + 5, 44, 60, 20)
            draw_text(p, figure, str(count), "small", "muted")
            left += width + gap
