"""What stands in the coach: questions to ask, findings, and what others did lately."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.parts.avatar import Avatar
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.card import Card
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.glyph import Glyph
from planner.ui.parts.paint import RIGHT, painter
from planner.ui.parts.text import Text
from planner.ui.theme import theme

LEVEL_ICONS = {
    "fine": "check-circle",
    "note": "info",
    "look": "warning",
    "fix": "warning-octagon",
}


class LevelIcon(QLabel):
    """The shape of a level of finding: tick, i, triangle or octagon."""

    def __init__(self, level: str, side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._side = level, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(level_name(level))

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(QPointF(0, 0), QPointF(self._side, self._side))
        draw_icon(painter(self), LEVEL_ICONS[self._level], box, theme().level(self._level).fill, "fill")


def level_name(level: str) -> str:
    """The word for a level of finding."""
    words = {"fine": _("Fine"), "note": _("Note"), "look": _("Look"), "fix": _("Fix")}
    return words[level]


class QuestionCard(Card):
    """A question for the room. `present` and `answer` carry its key; `hold` puts a form for the answer under it."""

    present = Signal(object)
    answer = Signal(object)

    def __init__(
        self, question: str, asked: str, voice: str, key: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, radius=10, level=0)
        self._key = key
        self._form: QWidget | None = None
        self.setAccessibleName(question)
        screen = IconButton("presentation", _("Put this question on the screen"), side=28, glyph=16)
        screen.setAccessibleDescription(question)
        screen.clicked.connect(self._present)
        self._answer = Button(_("Answer"), "link", size="small")
        self._answer.setAccessibleDescription(question)
        self._answer.clicked.connect(self._ask)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(6)
        foot.addWidget(Glyph(voice, 10))
        foot.addWidget(Text(asked, "caption", f"{voice}.text", 500, lines=1), 1)
        foot.addWidget(self._answer)
        foot.addWidget(screen)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(16, 12, 9, 7)
        self._rows.setSpacing(2)
        self._rows.addWidget(Text(question, "quote", balanced=True))
        self._rows.addLayout(foot)

    @property
    def form(self) -> QWidget | None:
        """The form under the question, while it is open."""
        return self._form

    def hold(self, form: QWidget | None) -> None:
        """Show a form under the question; None takes it away, and the keyboard goes back to "Answer"."""
        if self._form is not None:
            within = self._form.isAncestorOf(QApplication.focusWidget() or self)
            self._rows.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            if form is None and within:
                by_keyboard(self._answer)
        self._form = form
        self._answer.setVisible(form is None)
        if form is not None:
            self._rows.addWidget(form)
            form.show()

    def _present(self) -> None:
        self.present.emit(self._key)

    def _ask(self) -> None:
        self.answer.emit(self._key)


class AnsweredQuestion(QWidget):
    """A question that is done with: what was said and by whom, or that it was skipped. `again` carries its key."""

    again = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[str, str, str]],
        again: str,
        key: object = None,
        parent: QWidget | None = None,
    ) -> None:
        """`answers` are name, voice and words; `again` is what the button says."""
        super().__init__(parent)
        self._key = key
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(Text(question, "small", "muted"))
        for name, voice, words in answers:
            column.addWidget(Text(words, "quote"))
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(Glyph(voice, 9))
            line.addWidget(Text(name, "caption", f"{voice}.text", 500, lines=1), 1)
            column.addLayout(line)
        button = Button(again, "link", size="small")
        button.setAccessibleDescription(question)
        button.clicked.connect(self._ask)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        self.again.emit(self._key)


class FindingRow(QWidget):
    """A finding: its shape, one sentence in at most three lines, and "Show". `show_it` carries the key."""

    show_it = Signal(object)

    def __init__(
        self, level: str, text: str, key: object = None, *, can_show: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._key = key
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        # The icon and the first line stand on the middle of the button's 28 px.
        row.addLayout(_lowered(LevelIcon(level), 5), 0)
        sentence = Text(text, "small", lines=3)
        sentence.setAccessibleName(f"{level_name(level)}: {text}")
        row.addLayout(_lowered(sentence, 4), 1)
        if can_show:
            button = Button(_("Show"), "link", size="small")
            button.setAccessibleDescription(text)
            button.clicked.connect(self._show)
            row.addWidget(button, 0, top)

    def _show(self) -> None:
        self.show_it.emit(self._key)


def _lowered(widget: QWidget, by: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, by, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return column


class HistoryEntry(QWidget):
    """Who did what and when: avatar, first name in the voice's text colour, time, what happened in muted."""

    def __init__(self, name: str, voice: str, when: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Avatar(name, voice, 28), 0, Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Text(name.partition(" ")[0], "small", f"{voice}.text", 600, lines=1), 1)
        head.addWidget(Text(when, "caption", "muted", align=RIGHT, lines=1))
        column = QVBoxLayout()
        column.setContentsMargins(0, -1, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Text(what, "small", "muted", lines=3))
        row.addLayout(column, 1)
