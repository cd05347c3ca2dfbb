"""The head of the big screen: mark, plan and chapter; where we are; how to leave."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.parts.badge import KeyCap
from planner.ui.parts.button import Button
from planner.ui.parts.mark import draw_mark
from planner.ui.parts.paint import draw_text, painter, rounded
from planner.ui.theme import theme

HEIGHT, MARGIN = 80, 64


class Head(QWidget):
    """`dots` are told the place, `leave` is the button beside Esc."""

    def __init__(self, plan: str, chapter: str) -> None:
        super().__init__()
        self._plan, self._chapter = plan, chapter
        self.setFixedHeight(HEIGHT)
        self.dots = Dots()
        self.leave = Button(_("Leave"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.addStretch(1)
        row.addWidget(self.dots)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(KeyCap("Esc"))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        draw_mark(p, MARGIN, 30, 20)
        box = QRectF(MARGIN + 48, 0, self.dots.x() - MARGIN - 64, self.height())
        used = draw_text(p, box, self._plan, "purpose", "ink", 600)
        draw_text(p, box.adjusted(used + 14, 0, 0, 0), self._chapter, "purpose", "muted")


class Dots(QLabel):
    """Which of how many: past filled, now a pill, still to come hollow; sheets of the chapter are square."""

    def __init__(self) -> None:
        super().__init__()
        self._place, self._questions, self._count = 0, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_place(self, place: int, questions: int, sheets: int) -> None:
        """The questions come first, the sheets after them."""
        self._place, self._questions, self._count = place, questions, questions + sheets
        if place < questions:
            said = _("Question {n} of {all}").format(n=place + 1, all=questions)
        else:
            said = _("Sheet {n} of {all}").format(n=place - questions + 1, all=sheets)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def _gap(self) -> float:
        return 18.0 if self._count <= 8 else 8.0

    def sizeHint(self) -> QSize:
        return QSize(round((10 + self._gap()) * self._count + 14), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        left = self._gap() / 2
        for place in range(self._count):
            wide = 24.0 if place == self._place else 10.0
            past, radius = place <= self._place, 5 if place < self._questions else 2
            rounded(p, QRectF(left, 9, wide, 10), radius, now.ink if past else None, None if past else now.control)
            left += wide + self._gap()
