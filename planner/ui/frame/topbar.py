"""The bar on top: company, plan and period; the find field; who is at the keyboard; Present."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.frame.authorchip import AuthorChip
from planner.ui.frame.findfield import FindField
from planner.ui.parts.button import Button
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import CENTRE, draw_text, flat, painter, rounded, text_width
from planner.ui.theme import mix, theme

HEIGHT = 56
# Room that company, plan and period may ask for before the parts at the right stop giving way.
_MOST_WORDS = 560


class TopBar(QWidget):
    """Gives way from the left to the right: the side's name in the chip first, then the find field's words."""

    spoken_as = "ToolBar"
    findRequested = Signal()
    authorMenuRequested = Signal(object)
    presentRequested = Signal()
    nowRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Plan and keyboard"))
        self._company = self._plan = self._period = ""
        self._past = ""
        self.find_field = FindField(self)
        self.author = AuthorChip(self)
        self.present = Button(_("Present"), "primary", icon="presentation", parent=self)
        self.present.setToolTip(_("Put this chapter on the big screen (F5)"))
        self.now = Button(_("Back to now"), "primary", icon="arrow-right", parent=self)
        self.now.setToolTip(_("Show the plan as it is (Esc)"))
        self.now.hide()
        self.now.clicked.connect(self.nowRequested)
        self.find_field.clicked.connect(self.findRequested)
        self.author.menuRequested.connect(self.authorMenuRequested)
        self.present.clicked.connect(self.presentRequested)

    def set_plan(self, company: str, plan: str, period: str) -> None:
        self._company, self._plan, self._period = company, plan, period
        self.setToolTip(" · ".join(part for part in (company, plan, period) if part))
        self._arrange()

    def set_author(self, name: str, voice: str, side: str) -> None:
        """Who is typing, in which voice, and the side in words ("Sales")."""
        self.author.set_author(name, voice, side)
        self._arrange()

    def set_past(self, words: str) -> None:
        """Tint the bar and say which moment of the plan is looked at; empty where it is now."""
        self._past = words
        self.now.setVisible(bool(words))
        self.present.setVisible(not words)
        self.setAccessibleDescription(words)
        self._arrange()

    def focus_first(self) -> None:
        by_keyboard(self.find_field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        right = self.width() - 24
        main = self.now if self._past else self.present
        wide = main.sizeHint().width()
        main.setGeometry(right - wide, 10, wide, 36)
        right -= wide + 12
        words = self._words_width()
        for with_side, with_words in ((True, True), (False, True), (False, False)):
            chip = self.author.width_for(with_side)
            find = 232 if with_words else 36
            if right - chip - 12 - find >= words or not with_words:
                break
        self.author.set_with_side(with_side)
        self.author.setGeometry(right - chip, 10, chip, 36)
        self.find_field.set_with_words(with_words)
        self.find_field.setGeometry(right - chip - 12 - find, 10, find, 36)
        self.update()

    def _words_width(self) -> float:
        company = text_width(self._company, "purpose", 600)
        plan, period = text_width(self._plan, "purpose"), text_width(self._past or self._period, "small", 500)
        return min(_MOST_WORDS, 32 + company + 10 + plan + 10 + period + 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        flat(p, self.rect(), mix(now.paper, now.level("look").tint, 0.8) if self._past else now.paper)
        flat(p, QRectF(0, self.height() - 1, self.width(), 1), now.hairline)
        left, end = 32.0, self.find_field.x() - 16.0
        moment = self._past or self._period
        period = text_width(moment, "small", 500) + 16 if moment else 0.0
        room = end - left - (period + 16 if period else 0)
        for text, colour, weight in ((self._company, "ink", 600), (self._plan, "muted", 400)):
            if text and room > 60:
                used = draw_text(p, QRectF(left, 0, room, HEIGHT), text, "purpose", colour, weight) + 10
                left, room = left + used, room - used
        if period and left + 4 + period <= end + 8:
            box = QRectF(left + 4, 16, period, 24)
            edge = now.level("look").fill if self._past else now.hairline_strong
            rounded(p, box, 6, now.surface, edge)
            draw_text(p, box, moment, "small", "look.text" if self._past else "ink", 500, CENTRE)
