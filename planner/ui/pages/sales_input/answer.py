"""The small sheet on which an input is answered: the answer, the words, what answers it, until when."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from planner.i18n import _
from planner.model.edits.inputs import Answer, AnswerInput
from planner.model.fields import RowId
from planner.ui.forms.links import LinkPicker
from planner.ui.parts.datefield import DateField
from planner.ui.parts.field import Field
from planner.ui.parts.popsheet import PopSheet, Words
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.reading import targets
from planner.ui.workspace import Workspace


class AnswerSheet(PopSheet):
    """`open_for(id, answer, card)` opens it on a card. Half an answer is not kept: the sheet says what is missing."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host)
        self._workspace = workspace
        self._id: RowId | None = None
        self._given = {"refused": "", "taken": ""}
        self._offered: str | None = None
        self.setAccessibleName(_("Answer"))
        self._quote = Text("", "quote", lines=2)
        self.choice = Segmented(
            [
                ("accepted", _("Accept")),
                ("adapted", _("Adapt")),
                ("parked", _("Park")),
                ("declined", _("Decline")),
            ]
        )
        self.choice.chosen.connect(self.choose)
        self.words = Words(lines=2)
        self.words.done.connect(self.keep)
        self.words.paused.connect(self._note)
        self.until = DateField(int(workspace.as_of[:4]))
        self.links = LinkPicker(_("Type an activity or a material"))
        self.links.changed.connect(self.fit)
        self.links.complained.connect(self.fit)
        self._words_field = Field(_("Words"), self.words)
        self._until_field = Field(_("Until"), self.until)
        self._links_field = Field(_("Answered by"), self.links)
        for widget in (self._quote, self.choice, self._words_field, self._until_field, self._links_field):
            self.column.addWidget(widget)
        self._button = self.add_foot()

    def open_for(self, id: RowId, answer: Answer, card: QRectF) -> None:
        """Start an answer; `card` is the place of the input on the page. The keyboard goes into the words."""
        plan = self._workspace.plan
        row = plan.sales_inputs.get(id)
        if row is None:
            return
        self._id = id
        self._quote.setText(row.text or "")
        self._given = {"refused": row.decline_reason or "", "taken": row.response or ""}
        self._offered = None
        self.until.set_day(row.revisit_on)
        self.links.clear_typed()
        self.links.set_items([*targets(plan, "activity"), *targets(plan, "material")])
        self.links.set_ids([*row.activities, *row.materials])
        self.choice.set_current(answer)
        self.choose(answer)
        if begun := self._workspace.begun.text(f"answer:{id}"):
            self.words.setPlainText(begun)
            self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.open_at(card, self.words)

    def choose(self, answer: str) -> None:
        """Ask for what this answer needs."""
        refused = answer in ("parked", "declined")
        labels = {
            "accepted": (_("What the plan does with it"), _("Accept")),
            "adapted": (_("What is done differently"), _("Adapt")),
            "parked": (_("Why later"), _("Park")),
            "declined": (_("Why not. Whoever gave it will read this"), _("Decline")),
        }
        label, verb = labels[answer]
        self._words_field.set_label(label)
        self._offer(self._given["refused" if refused else "taken"])
        self._button.setText(verb)
        self._until_field.setVisible(answer == "parked")
        self._links_field.setVisible(not refused)
        self._words_field.set_error("")
        self._until_field.set_error("")
        self.fit()
        if self.isVisible():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, words: str) -> None:
        """What was said before with this kind of answer, unless something else has been typed by now."""
        if self._offered is None or self.words.toPlainText() == self._offered:
            self.words.setPlainText(words)
            self.words.moveCursor(QTextCursor.MoveOperation.End)
            self._offered = words

    def edit(self) -> AnswerInput | None:
        """The answer as it stands; None where no input is in hand."""
        if self._id is None:
            return None
        plan = self._workspace.plan
        answer: Answer = self.choice.current  # type: ignore[assignment]
        ids: Sequence[RowId] = self.links.ids
        return AnswerInput(
            self._id,
            answer,
            self.words.toPlainText(),
            self.until.day if answer == "parked" else None,
            tuple(id for id in ids if id in plan.activities),
            tuple(id for id in ids if id in plan.materials),
            self._workspace.author.id,
            self._workspace.as_of,
        )

    def keep(self) -> None:
        """Bring the answer to the plan; what is missing is said under its field."""
        at = QApplication.focusWidget()
        if at is self.until:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)  # what was typed as a day is read when it is left
        if self.links.isVisible() and not self.links.finish_typing():
            self.links.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        edit = self.edit()
        if edit is None:
            return
        if edit.lacks:
            day = edit.answer == "parked"
            (self._until_field if day else self._words_field).set_error(edit.lacks)
            (self.until if day else self.words).setFocus(Qt.FocusReason.OtherFocusReason)
            self.fit()
            return
        self._workspace.begun.note(f"answer:{self._id}", "")
        self._id = None
        self.give_up()
        self._workspace.apply(edit)

    def _note(self, words: str) -> None:
        if self._id is not None and words != self._offered:
            self._workspace.begun.note(f"answer:{self._id}", words)

    def give_up(self) -> None:
        """Close without an answer. What was written is still there when the same input is taken up again."""
        self._note(self.words.toPlainText())
        self._id = None
        super().give_up()
