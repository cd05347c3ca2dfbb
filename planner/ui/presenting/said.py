"""The answers to a question on the big screen: the last first, four at first, whoever said them in their voice."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from planner.i18n import _, _n
from planner.model.plan import CoachAnswer, Plan
from planner.ui import motion
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.glyph import Glyph
from planner.ui.parts.paint import painter, rounded
from planner.ui.parts.text import Text
from planner.ui.theme import theme
from planner.ui.voices import name_of_person, voice_of

SHOWN = 4
JUST_NOW = 6_000  # milliseconds that an arriving answer keeps its voice tint


class Said(Paper):
    """Two columns of cards; `moreAsked()` for those behind the button."""

    moreAsked = Signal()

    def __init__(self, plan: Plan, said: list[CoachAnswer], shown: int, *, names: bool, new: frozenset[str]) -> None:
        """`new` are the ids of the answers that have just come."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(20)
        first = said[len(said) - shown :] if shown < len(said) else said
        for place, answer in enumerate(reversed(first)):
            grid.addWidget(AnswerCard(plan, answer, names=names, new=answer.id in new), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        hidden = len(said) - len(first)
        if hidden:
            words = _n("{n} more answer", "{n} more answers", hidden).format(n=hidden)
            more = Button(words, "quiet", icon="caret-down")
            more.clicked.connect(self.moreAsked)
            grid.addWidget(more, len(first), 0, Qt.AlignmentFlag.AlignLeft)


class AnswerCard(Card):
    """One answer. Nobody's name where names are hidden; the side stays, in its sign and colour."""

    def __init__(self, plan: Plan, answer: CoachAnswer, *, names: bool, new: bool) -> None:
        super().__init__(radius=14)
        self._voice = voice_of(plan, answer.by)
        self._new = new
        words = answer.answer or ""
        name = (name_of_person(plan, answer.by) or _("Somebody")) if names else ""
        self.setAccessibleName(f"{name}: {words}" if name else words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.addWidget(Text(words, "present quote", lines=4, balanced=True))
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(Glyph(self._voice, 12))
        who.addWidget(Text(name, "purpose", f"{self._voice}.text", 600, lines=1), 1)
        self._now = Text(_("just now"), "purpose", f"{self._voice}.text", 600, lines=1)
        self._now.setVisible(new)
        who.addWidget(self._now)
        column.addStretch(1)
        column.addLayout(who)
        if new:
            motion.arrive(self)
            QTimer.singleShot(JUST_NOW, self, self.settle)

    def settle(self) -> None:
        """It has come long enough ago."""
        self._new = False
        self._now.hide()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._new:
            super().paintEvent(event)
            return
        voice = theme().voice(self._voice)
        rounded(painter(self), QRectF(self.rect()), self.radius, voice.tint, voice.fill, 2)

