"""The form under a question of the coach: what was answered, by whom, and the field of the plan it belongs to."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.exchange.question_bank import Place, Question
from planner.i18n import _
from planner.model.edits.coach import AnswerQuestion, MarkQuestion, written_into
from planner.model.fields import RowId
from planner.model.plan import SINGLETONS, Row, fields_of, row_class
from planner.model.words import TABLE_WORDS
from planner.ui.forms.form import Form
from planner.ui.pages import BY_KEY, HOME_OF
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.edits import TextArea
from planner.ui.parts.field import Field
from planner.ui.parts.text import Text
from planner.ui.reading import targets
from planner.ui.voices import voice_of
from planner.ui.workspace import Workspace


class AnswerForm(QWidget):
    """Ctrl Enter keeps the answer, Esc closes. `drafted(key, words)` while it is typed, `closed()` when it is done."""

    drafted = Signal(object, object)
    closed = Signal()

    def __init__(self, workspace: Workspace, question: Question, draft: str = "") -> None:
        super().__init__()
        self._workspace, self._question = workspace, question
        self.words = TextArea(draft, lines=4)
        self.words.textChanged.connect(self._typed)
        self._answer = Field(_("The answer, as it was said"), self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 7, 8)
        column.setSpacing(10)
        column.addWidget(self._answer)
        self.said_by = self._people()
        if self.said_by is not None:
            column.addWidget(Field(_("Said by"), self.said_by))
        self.row: Combo | None = None
        self.more: Form | None = None
        self._add_place(column, question.place)
        keep = Button(_("Keep the answer"), "primary", size="small")
        keep.clicked.connect(self.keep)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        others = QHBoxLayout()
        others.setSpacing(14)
        acts = ((_("Skip"), self.skip), (_("Asked, no answer yet"), self.asked), (_("Close"), self.close_it))
        for words, act in acts:
            button = Button(words, "link", size="small")
            button.clicked.connect(act)
            others.addWidget(button)
        others.addStretch(1)
        column.addLayout(others)

    def _people(self) -> Combo | None:
        """Everybody of the plan, whoever is at the keyboard first chosen."""
        plan = self._workspace.plan
        people = [(person.id, person.name or "") for person in plan.people if person.name]
        if not people:
            return None
        combo = Combo()
        combo.set_items(people, [voice_of(plan, id) for id, _name in people])
        combo.set_key(self._workspace.author.id)
        return combo

    # Where it goes

    def _add_place(self, column: QVBoxLayout, place: Place | None) -> None:
        plan = self._workspace.plan
        if place is None:
            column.addWidget(Text(_("Kept here, with the question."), "caption", "muted"))
            return
        chapter = _(BY_KEY[HOME_OF[place.table]].title)
        if place.new is not None:
            said = _("Becomes {what} in {chapter}.").format(what=_(TABLE_WORDS[place.table]), chapter=chapter)
            column.addWidget(Text(said, "caption", "muted"))
        elif place.table in SINGLETONS:
            field = place.words or place.also[0]
            label = _(fields_of(row_class(place.table))[field].label)
            said = _("Goes to “{field}” in {chapter}.").format(field=label, chapter=chapter)
            column.addWidget(Text(said, "caption", "muted"))
        else:
            rows = targets(plan, place.table)
            if not rows:
                said = _("{chapter} is empty, so the answer is kept here, with the question.").format(chapter=chapter)
                column.addWidget(Text(said, "caption", "muted"))
                return
            self.row = Combo(rows, _("Choose where it belongs"))
            self.row.set_key(rows[0][0] if len(rows) == 1 else None)
            self.row.chosen.connect(self._chosen)
            column.addWidget(Field(_("Belongs to, in {chapter}").format(chapter=chapter), self.row))
        if place.also:
            self.more = Form(self._workspace, place.table, (("", place.also),))
            column.addWidget(self.more)
            self._start()

    def _chosen(self, _id: object) -> None:
        if self.more is not None:
            self._start()

    def _start(self) -> None:
        """The fields beside the words show what the plan says of the row that is chosen."""
        place, form = self._question.place, self.more
        assert place is not None and form is not None
        known, plan = self._known(), self._workspace.plan
        given = place.new or {}
        form.start_draft(plan, {name: getattr(known, name) if known else given.get(name) for name in place.also})
        form.setEnabled(known is not None or place.new is not None)

    def _known(self) -> Row | None:
        place = self._question.place
        if place is None or place.new is not None:
            return None
        id = SINGLETONS.get(place.table) or (self.row.key if self.row is not None else None)
        return self._workspace.plan.table(place.table).get(str(id)) if id else None

    # What is done

    def keep(self) -> None:
        """One edit: the answer with its question, and in the field it belongs to."""
        if self.more is not None:
            self.more.finish_typing()
        words = self.words.toPlainText().strip()
        place, known = self._question.place, self._known()
        values = self._values(words, place, known)
        if not words and not values:
            self._answer.set_error(_("Write the answer first, or skip the question."))
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        edit = AnswerQuestion(
            self._question.key,
            _(self._question.text),
            words,
            self._by(),
            self._workspace.as_of,
            place.table if place is not None and values else "",
            known.id if known is not None else None,
            values,
        )
        self._do(edit)

    def skip(self) -> None:
        """Leave the question out; it can be asked again."""
        self._do(MarkQuestion(self._question.key, _(self._question.text), "skipped", self._by(), self._workspace.as_of))

    def asked(self) -> None:
        """It was asked and waits for its answer; it goes behind the others."""
        self._do(MarkQuestion(self._question.key, _(self._question.text), "asked", self._by(), self._workspace.as_of))

    def close_it(self) -> None:
        """Put the form away; what was typed is there again when it is opened."""
        self.closed.emit()

    def _do(self, edit: AnswerQuestion | MarkQuestion) -> None:
        if self._workspace.apply(edit) is not None:
            self.drafted.emit(self._question.key, "")
            self.closed.emit()

    def _by(self) -> RowId | None:
        if self.said_by is not None and self.said_by.key:
            return str(self.said_by.key)
        return self._workspace.author.id

    def _values(self, words: str, place: Place | None, known: Row | None) -> dict[str, Any]:
        if place is None or (place.new is None and known is None and place.table not in SINGLETONS):
            return {}
        also = {
            name: value
            for name, value in ((self.more.draft if self.more is not None else None) or {}).items()
            if value != (getattr(known, name) if known is not None else None)
        }
        if words and place.words and not (place.once and known is not None and getattr(known, place.words)):
            also[place.words] = written_into(known, place.table, place.words, words)
        if not also or place.new is None:
            return also
        return {**place.new, **self._signed(place.table), **also}

    def _signed(self, table: str) -> dict[str, Any]:
        """What a new row says of who said it, and when."""
        plan, by, on = self._workspace.plan, self._by(), self._workspace.as_of
        person = plan.people.get(by)
        side = person.function if person else None
        return {
            "note": {"author": by},
            "sales_input": {"given_by": by, "date": on},
            "question": {
                "question": _(self._question.text), "answered_by": by, "answered_on": on, "status": "answered",
            },
            "rating": {"person": by, "function": side, "date": on},
            "decision": {"driver": by, "date": on},
        }.get(table, {})  # fmt: skip

    def _typed(self) -> None:
        self._answer.set_error("")
        self.drafted.emit(self._question.key, self.words.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self.keep()
        else:
            super().keyPressEvent(event)
