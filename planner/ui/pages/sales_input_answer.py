"""The small sheet on which an input is answered: the answer, the words, what answers it, until when."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _
from planner.model.edits.inputs import Answer, AnswerInput
from planner.model.fields import RowId
from planner.ui.linkpicker import LinkPicker
from planner.ui.parts.button import Button
from planner.ui.parts.datefield import DateField
from planner.ui.parts.edits import TextArea
from planner.ui.parts.field import Field
from planner.ui.parts.paint import draw_shadow, painter, rounded
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.reading import targets
from planner.ui.theme import theme
from planner.ui.workspace import Workspace

_WIDTH, _MARGIN = 420, 20


class _Words(TextArea):
    """Enter keeps the answer; Shift Enter starts a new line."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class AnswerSheet(QWidget):
    """`open_for(id, answer, card)` opens it on a card. Half an answer is not kept: the sheet says what is missing."""

    closed = Signal()

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host)
        self._workspace, self._host = workspace, host
        self._id: RowId | None = None
        self._given = {"refused": "", "taken": ""}
        self._offered: str | None = None
        self.setFixedWidth(_WIDTH + 2 * _MARGIN)
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
        self.words = _Words(lines=2)
        self.words.done.connect(self.keep)
        self.until = DateField(int(workspace.as_of[:4]))
        self.links = LinkPicker(_("Type an activity or a material"))
        self.links.changed.connect(self._fit)
        self._words_field = Field(_("Words"), self.words)
        self._until_field = Field(_("Until"), self.until)
        self._links_field = Field(_("Answered by"), self.links)
        self._button = Button("", "primary")
        self._button.clicked.connect(self.keep)
        cancel = Button(_("Cancel"), "quiet")
        cancel.clicked.connect(self.give_up)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN + 18, _MARGIN + 14, _MARGIN + 18, _MARGIN + 14)
        column.setSpacing(12)
        column.addWidget(self._quote)
        column.addWidget(self.choice)
        column.addWidget(self._words_field)
        column.addWidget(self._until_field)
        column.addWidget(self._links_field)
        column.addLayout(foot)
        self.hide()

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
        self.links.set_items([*targets(plan, "activity"), *targets(plan, "material")])
        self.links.set_ids([*row.activities, *row.materials])
        self.choice.set_current(answer)
        self.choose(answer)
        self.show()
        self.raise_()
        self._place(card)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        self._fit()
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
        edit = self.edit()
        if edit is None:
            return
        if edit.lacks:
            day = edit.answer == "parked"
            (self._until_field if day else self._words_field).set_error(edit.lacks)
            (self.until if day else self.words).setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()
            return
        self.give_up()
        self._workspace.apply(edit)

    def give_up(self) -> None:
        """Close without an answer."""
        self._id = None
        self.hide()
        self.closed.emit()

    def _fit(self) -> None:
        """As high as what it asks for, and inside the page."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        self.move(self.x(), max(0, min(self.y(), self._host.height() - self.height() - 8)))

    def _place(self, card: QRectF) -> None:
        self._fit()
        left = card.right() - self.width() + _MARGIN
        top = min(card.top() - _MARGIN, self._host.height() - self.height() - 8)
        self.move(round(max(0.0, left)), round(max(0.0, top)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """The sheet keeps clicks to itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        draw_shadow(p, box, 12, 2)
        rounded(p, box, 12, theme().raised, theme().hairline)
