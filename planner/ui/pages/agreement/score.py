"""The overlap score with the six parts that it is made of; asked, each says what was counted."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from planner.i18n import _
from planner.ui.pages.agreement.figures import Part, Score
from planner.ui.pages.agreement.trace import SCORE
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.mark import OverlapScore
from planner.ui.parts.meter import draw_meter
from planner.ui.parts.paint import CENTRE, RIGHT, draw_text, painter, text_width
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.parts.text import Text

_ROW, _CIRCLES, _WORDS, _IN = 38, 160, 240, 8


class PartBars(Spotted):
    """Six shares, each with its name, what was counted and its figure."""

    spoken_as = "Grouping"

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Part] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[Part]) -> None:
        """Show these shares."""
        self._parts = parts
        said = [f"{part.name}: {part.counted} {_figure(part) or _('not known yet')}" for part in parts]
        said = [" ".join(line.split()) for line in said]
        self.setAccessibleName(". ".join(said))
        tip = _("How this comes about")
        self.show_spots([Spot(part.key, line, tip) for part, line in zip(parts, said, strict=True)])
        self.updateGeometry()

    def place_of(self, key: str) -> QRectF:
        place = next((n for n, part in enumerate(self._parts) if part.key == key), 0)
        return QRectF(0, place * _ROW, self.width(), _ROW - 4)

    def sizeHint(self) -> QSize:
        return QSize(300, _ROW * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, _ROW * 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_hover(p)
        for place, part in enumerate(self._parts):
            row = QRectF(_IN, place * _ROW, self.width() - 2 * _IN, 22)
            figure = _figure(part)
            draw_text(p, row, figure or _("not known yet"), "small", "ink" if figure else "muted", 600, RIGHT)
            right = row.right() - (44 if figure else text_width(_("not known yet"), "small", 600) + 14)
            room = QRectF(row.left(), row.top(), right - row.left(), row.height())
            draw_text(p, room, part.counted, "small", "muted", None, RIGHT)
            wide = room.width() - (text_width(part.counted, "small") + 10 if part.counted else 0)
            draw_text(p, QRectF(row.left(), row.top(), wide, row.height()), part.name, "small", "ink", 500)
            draw_meter(p, QRectF(row.left(), row.bottom() + 2, row.width(), 6), part.share or 0.0)


def _figure(part: Part) -> str:
    return "" if part.share is None else str(round(part.share * 100))


class ScoreCard(Card):
    """Two circles that overlap by the score. `actionsAsked` where nobody is to do anything yet."""

    actionsAsked = Signal()
    traced = Signal(object)
    """The key of a part, or `score`, that is asked how it comes about."""

    def __init__(self) -> None:
        super().__init__()
        self._circles = OverlapScore(None, _CIRCLES, _("common ground"))
        self._bars = PartBars()
        self._bars.opened.connect(self.traced)
        self._words = Text("", "caption", "muted", lines=2, balanced=True, align=CENTRE)
        self._words.setMaximumWidth(_WORDS)
        self._link = Button(_("Go to the activities"), "link", size="small")
        self._link.clicked.connect(self.actionsAsked)
        self.how = Button(_("How this comes about"), "link", size="small")
        self.how.clicked.connect(self._ask_how)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addStretch(1)
        left.addWidget(self._circles, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addWidget(self._words)
        left.addWidget(self._link)
        left.addWidget(self.how, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24 - _IN, 12)
        row.setSpacing(28 - _IN)
        row.addLayout(left)
        row.addWidget(self._bars, 1)

    def _ask_how(self) -> None:
        self.traced.emit(SCORE)

    def show_score(self, score: Score, parts: list[Part]) -> None:
        """Show a score and its parts."""
        self._circles.set_score(score.score)
        self._words.setText(score.words)
        self._link.setVisible(not score.acts)
        self.how.setVisible(score.score is not None)
        self._bars.show_parts(parts)
