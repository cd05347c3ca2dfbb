"""The one proposition in words, and the question that follows a second one: which one goes?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout

from planner.i18n import _
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.field import Field
from planner.ui.parts.popsheet import Words
from planner.ui.parts.text import Text


class PropositionDialog(Dialog):
    """One sentence. `finished(texts)` carries what was written, one text to a line; None where it was given up."""

    def __init__(self, now: str) -> None:
        super().__init__(
            _("The one proposition"), 560,
            lines=_("The one sentence that nobody else in your market may honestly say. Two messages are none."),
        )  # fmt: skip
        self.words = Words(now, style="quote", lines=3)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.words.done.connect(self.keep)
        self.body.addWidget(Field(_("In one sentence"), self.words))
        self.add_button(Button(_("Cancel")))
        keep = self.add_button(Button(_("Keep it"), "primary"), finishes=False)
        keep.clicked.connect(self.keep)

    def keep(self) -> None:
        """Hand back the lines that are not empty."""
        lines = [" ".join(line.split()) for line in self.words.toPlainText().split("\n")]
        self.finish(tuple(line for line in lines if line))


class WhichGoesDialog(Dialog):
    """There is room for one: `stays(index)` is called with the one that stays when it is said which goes.

    With more than two, every press takes one away, until one is left.
    """

    def __init__(self, title: str, lines: str, texts: Sequence[str], stays: Callable[[int], object]) -> None:
        super().__init__(title, 560, lines=lines)
        self._stays = stays
        self._left = list(range(len(texts)))
        self.cards: list[Card] = []
        self.buttons: list[Button] = []
        for place, text in enumerate(texts):
            card = Card(level=0, radius=10)
            button = Button(_("This one goes"), size="small")
            button.setProperty("place", place)
            button.setAccessibleDescription(text)
            button.clicked.connect(self._goes)
            row = QHBoxLayout(card)
            row.setContentsMargins(16, 12, 12, 12)
            row.setSpacing(16)
            row.addWidget(Text(text, "quote", balanced=True), 1, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.body.addWidget(card)
            self.cards.append(card)
            self.buttons.append(button)
        self.add_button(Button(_("Leave it as it is"), "quiet"))

    def _goes(self) -> None:
        place = self.sender().property("place")
        self._left.remove(place)
        self.cards[place].hide()
        if len(self._left) == 1:
            stays = self._left[0]
            self.finish(stays)
            self._stays(stays)
