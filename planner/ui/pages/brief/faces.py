"""The questions as rows: who asks, what holds work up, what is assumed until when."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from planner.calc.brief import QUESTION_STATES, QuestionState, question_order, question_state
from planner.i18n import _
from planner.model.fields import RowId
from planner.model.plan import Plan, Question
from planner.model.words import whole_name
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import numbers_of
from planner.ui.parts.avatar import initials
from planner.ui.voices import first_name, name_of_person, voice_of

FACE_ROLE = Qt.ItemDataRole.UserRole + 50


@dataclass(frozen=True)
class QuestionFace:
    """What a row shows."""

    id: RowId
    question: str
    asker: str
    letters: str
    voice: str
    state: QuestionState
    answer: str
    waits: str
    """The activities that wait for it, by name."""

    @property
    def said(self) -> str:
        """The row for a screen reader."""
        by = _("asked by {name}").format(name=self.asker) if self.asker else ""
        waits = _("{activities} waits").format(activities=self.waits) if self.waits else ""
        parts = (question_state_name(self.state), self.question, by, self.answer, waits)
        return ". ".join(part.rstrip(".") for part in parts if part)


def question_state_name(state: str) -> str:
    """The word for a state."""
    return {"blocking": _("Blocking"), "assumed": _("Assumed"), "open": _("Open"), "answered": _("Answered")}[state]


class QuestionsModel(KeyedModel):
    """One row per question that is shown: blocking first, then assumed, then open, then answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "all"
        self.most: int | None = None
        """How many are shown; None for all."""
        self.counts: dict[str, int] = {}
        self._plan = Plan()
        self._faces: dict[RowId, QuestionFace] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_plan(self, plan: Plan) -> None:
        """Show the questions of this plan; only rows whose face differs are told."""
        self.keep_only(plan.questions)
        before, self._faces = self._faces, {}
        self._plan = plan
        self.counts = dict.fromkeys(("all", *QUESTION_STATES), 0)
        for row in plan.questions:
            self.counts["all"] += 1
            self.counts[question_state(row)] += 1
        wanted = [row for row in plan.questions if self.state in ("all", question_state(row))]
        self.set_keys([row.id for row in sorted(wanted, key=question_order)][: self.most])
        self.tell_rows([id for id in self._keys if id in before and before[id] != self.face(id)])

    def face(self, id: RowId) -> QuestionFace:
        """What the row of a question shows; made when it is first asked for."""
        if id not in self._faces:
            self._faces[id] = self._made(self._plan.questions[id])
        return self._faces[id]

    def _made(self, row: Question) -> QuestionFace:
        plan = self._plan
        asker = name_of_person(plan, row.asked_by)
        waiting = [whole_name(plan, plan.activities[id]) for id in row.activities if id in plan.activities]
        return QuestionFace(
            row.id,
            row.question or _("Nothing is asked here yet."),
            asker,
            initials(asker),
            voice_of(plan, row.asked_by),
            question_state(row),
            self._answer(row),
            ", ".join(waiting),
        )

    def _answer(self, row: Question) -> str:
        numbers, state = numbers_of(self._plan), question_state(row)
        if state == "answered":
            return row.answer or _("Answered, in words that are not written down")
        if state == "assumed":
            who = first_name(name_of_person(self._plan, row.answered_by))
            day = numbers.day_short(row.assumption_until)
            if who and day:
                checked = _("{name} checks by {day}").format(name=who, day=day)
            else:
                checked = _("Checked by {day}").format(day=day) if day else _("No day is set to check it")
            return f"{(row.answer or '').rstrip('.')}. {checked}" if row.answer else checked
        who = first_name(name_of_person(self._plan, row.put_to))
        day = numbers.day_short(row.due)
        if who and day:
            return _("Nobody yet. {name} is asked, due {day}").format(name=who, day=day)
        if who:
            return _("Nobody yet. {name} is asked").format(name=who)
        return _("Nobody yet, due {day}").format(day=day) if day else _("Nobody is asked yet")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        face = self.face(self._keys[index.row()])
        if role == FACE_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.question
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (face.question, face.answer, face.waits) if part)
        return None
