"""Beside the answers: the clock, how many have answered and from which sides, and who has not been heard yet."""

from collections import Counter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.exchange.question_bank import Question
from planner.i18n import _, _n
from planner.model.plan import CoachAnswer, Person, Plan
from planner.ui.parts.avatar import Avatar
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.flow import Flow
from planner.ui.parts.paint import painter, rounded
from planner.ui.parts.text import Text
from planner.ui.presenting.countdown import Countdown
from planner.ui.theme import theme
from planner.ui.voices import first_name, voice_of

WIDE = 328
_MOST = 6  # people that are named


def not_heard(plan: Plan, question: Question, said: list[CoachAnswer]) -> list[Person]:
    """Whoever is asked and in the room, and has not answered; all who are asked where nobody is known to be there."""
    heard = {answer.by for answer in said}
    asked = [one for one in plan.people if one.name and (not question.ask or one.function == question.ask)]
    there = [one for one in asked if one.present]
    return [one for one in there or asked if one.id not in heard]


class Aside(Paper):
    """Two cards; the second one goes where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDE)
        self.clock = Countdown()
        self._count, self._counted = Text("", "figure 36"), Text("", "purpose", "muted", lines=1)
        self._sides, self._people = _Sides(), Text("", "small", "muted", lines=1)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addStretch(1)
        for one in (self._count, self._counted):
            told.addWidget(one)
        told.addSpacing(10)
        told.addWidget(self._sides)
        told.addSpacing(8)
        told.addWidget(self._people)
        told.addStretch(1)
        card = Card(radius=14)
        row = QHBoxLayout(card)
        row.setContentsMargins(28, 28, 20, 28)
        row.setSpacing(20)
        row.addWidget(self.clock)
        row.addLayout(told, 1)
        self._waiting = Card(radius=14)
        inside = QVBoxLayout(self._waiting)
        inside.setContentsMargins(24, 16, 24, 20)
        inside.setSpacing(10)
        inside.addWidget(Text(_("Not heard yet"), "title", lines=1))
        self._faces = QWidget()
        self._row = Flow(16)
        self._faces.setLayout(self._row)
        inside.addWidget(self._faces)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addWidget(card)
        column.addWidget(self._waiting)
        column.addStretch(1)

    def show_answers(self, plan: Plan, question: Question, said: list[CoachAnswer], *, names: bool) -> None:
        """Count them, and name those who are still to be heard unless names are hidden."""
        self._count.setText(str(len(said)))
        self._counted.setText(_n("answer", "answers", len(said)))
        people = len({answer.by for answer in said if answer.by})
        self._people.setText(_n("from {n} person", "from {n} people", people).format(n=people))
        self._people.setVisible(bool(people))
        self._sides.set_counts(Counter(voice_of(plan, answer.by) for answer in said))
        waiting = not_heard(plan, question, said)
        self._waiting.setVisible(bool(waiting) and names)
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for person in waiting[:_MOST]:
            self._row.addWidget(_face(person, voice_of(plan, person.id)))
        more = len(waiting) - _MOST
        if more > 0:
            rest = Text(_n("and {n} more", "and {n} more", more).format(n=more), "purpose", "muted", lines=1)
            rest.setFixedHeight(36)
            self._row.addWidget(rest)


def _face(person: Person, voice: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    name = person.name or ""
    row.addWidget(Avatar(name, voice, 36, heard=False))
    row.addWidget(Text(first_name(name), "purpose", lines=1))
    return whole


class _Sides(QLabel):
    """Which sides the answers came from, as parts of a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: list[tuple[str, int]] = []
        self.setFixedHeight(10)

    def set_counts(self, counts: Counter[str]) -> None:
        self._counts = counts.most_common()
        self.setVisible(bool(counts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        whole, left = sum(count for _voice, count in self._counts), 0.0
        room = self.width() - 2.0 * (len(self._counts) - 1)
        for voice, count in self._counts:
            rounded(p, QRectF(left, 0, room * count / whole, 10), 2, theme().voice(voice).fill)
            left += room * count / whole + 2
