"""What looks like a search field in the top bar: it opens the palette of chapters, things and commands."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.parts.badge import draw_key_cap
from planner.ui.parts.eased import lit
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded
from planner.ui.theme import mix, theme


class FindField(Ringed, QPushButton):
    """232 by 36 with its words and its keys; 36 by 36 as an icon where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = True
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(_("Find or jump to"))
        self.setToolTip(_("Find a chapter, a person or anything in the plan (Ctrl K)"))

    def set_with_words(self, words: bool) -> None:
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        box = QRectF(self.rect())
        rounded(p, box, 8, mix(now.surface, now.sunken, lit(self)), now.control)
        draw_icon(p, "magnifying-glass", QRectF(12 if self._words else 10, 10, 16, 16), "muted")
        if self._words:
            cap = draw_key_cap(p, box.right() - 8, box.center().y(), _("Ctrl K"))
            words = QRectF(38, 0, cap - 46, box.height())
            draw_text(p, words, _("Find or jump to"), "small", "muted")
