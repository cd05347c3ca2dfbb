"""The card of the question register: the most pressing ones on the page, all of them when asked for."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.brief import QUESTION_STATES
from planner.exchange.question_bank import questions_of
from planner.i18n import _, _n
from planner.model.edits import DeleteRows
from planner.model.edits.brief import AskQuestions, BlockOnQuestion
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.pages.brief.faces import QuestionsModel, question_state_name
from planner.ui.pages.brief.register import ROW, QuestionList, QuestionSheet
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.menu import Menu
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

_SHOWN = 4
_NEW = ("question", "asked_by", "put_to", "due", "blocking", "activities")


def kickoff_questions() -> tuple[tuple[str, str], ...]:
    """What an agency asks before it has an idea, from the question bank: what each is about, and its words."""
    return tuple((_(one.about.capitalize()), _(one.text)) for one in questions_of("brief"))


class QuestionsCard(Card):
    """`expandedChanged` when all are shown, or the most pressing again. `host` is where its sheets open."""

    expandedChanged = Signal()
    handChanged = Signal(object, object)
    """What is in hand for the status line: its name and its state."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__()
        self._workspace, self._host = workspace, host
        self.expanded = False
        self.rows = QuestionsModel(self)
        self.list = QuestionList(self.rows)
        self.list.setAccessibleName(_("Questions"))
        self.choice = Segmented(
            [("all", _("All")), *((state, question_state_name(state)) for state in QUESTION_STATES)]
        )
        self.choice.chosen.connect(self.filter_by)
        self._count = Text("", "small", "muted", lines=1)
        self.see_all = Button("", "link", size="small")
        self.see_all.clicked.connect(self._toggle)
        self.list.answerAsked.connect(self.answer)
        self.list.blockingAsked.connect(self.block)
        self.list.opened.connect(self.open_details)
        self.list.deleteAsked.connect(self.delete)
        self.list.menuAsked.connect(self._menu)
        self.list.handChanged.connect(self._say)
        self._title = Text(_("Questions"), "card", lines=1)
        head = QHBoxLayout()
        head.setContentsMargins(23, 0, 23, 0)
        head.setSpacing(16)
        head.addWidget(self._title)
        head.addWidget(self.choice)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.see_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.sheet = QuestionSheet(workspace, host)
        self.sheet.closed.connect(self._back)
        self.details = DetailSheet(workspace, "question", host)
        self.details.closed.connect(self._back)
        self.expand(False)

    # What is shown

    def show_plan(self, plan: Plan) -> None:
        """Show the questions of this plan."""
        self.rows.show_plan(plan)
        counts = self.rows.counts
        for state, count in counts.items():
            self.choice.set_count(state, count)
        parts = [
            _n("{n} answered", "{n} answered", counts["answered"]).format(n=counts["answered"]),
            _n("{n} assumed", "{n} assumed", counts["assumed"]).format(n=counts["assumed"]),
            _n("{n} open", "{n} open", counts["open"]).format(n=counts["open"]),
            _n("{n} blocking", "{n} blocking", counts["blocking"]).format(n=counts["blocking"]),
        ]
        known = [part for part, state in zip(parts, ("answered", "assumed", "open", "blocking"), strict=True)
                 if counts[state]]  # fmt: skip
        asked = _n("{n} asked", "{n} asked", counts["all"]).format(n=counts["all"])
        self._count.setText(f"{asked}: {', '.join(known)}" if known else _("Nothing is asked yet"))
        self.details.show_plan(plan)
        self._fit()
        self.list.viewport().update()

    def expand(self, expanded: bool) -> None:
        """Show all questions, or the most pressing ones only."""
        self.expanded = expanded
        if not expanded and self.rows.state != "all":
            self.choice.set_current("all")
            self.filter_by("all")
        self.choice.setVisible(expanded)
        self._title.setVisible(not expanded)
        self.rows.most = None if expanded else _SHOWN
        self.rows.show_plan(self._workspace.plan)
        self._count.setVisible(not expanded)
        self._fit()
        self.expandedChanged.emit()

    def _toggle(self) -> None:
        self.expand(not self.expanded)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """As high as its few rows, or as high as the page lets it be."""
        count = self.rows.counts.get("all", 0)
        self.see_all.setVisible(self.expanded or count > _SHOWN)
        self.see_all.setText(_("Back to the brief") if self.expanded else _("See all {n}").format(n=count))
        if self.expanded:
            self.list.setMinimumHeight(ROW * _SHOWN)
            self.list.setMaximumHeight(16_777_215)
        else:
            self.list.setFixedHeight(ROW * max(1, min(_SHOWN, count)))

    def filter_by(self, state: str) -> None:
        """Show only the questions in this state, or "all"."""
        self.rows.state = state
        words = question_state_name(state) if state in QUESTION_STATES else ""
        self.list.empty_words = _("No question is marked “{state}”.").format(state=words)
        self.rows.show_plan(self._workspace.plan)
        self.list.viewport().update()

    def show_question(self, id: RowId, field: str | None = None) -> bool:
        """Bring a question into sight. False where it is not in the plan."""
        if id not in self._workspace.plan.questions:
            return False
        if self.rows.row_of(id) < 0:
            self.choice.set_current("all")
            self.filter_by("all")
        if self.rows.row_of(id) < 0:
            self.expand(True)
        self.list.take(id)
        if field in (None, "status", "answer", "blocking"):
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.details.open_row(id, field)
        return True

    def _say(self) -> None:
        row = self._workspace.plan.questions.get(self.list.chosen)
        if row is not None:
            self.handChanged.emit(row.code or "", question_state_name(self.rows.face(row.id).state))

    # Hands

    def ask(self) -> None:
        """A new question of the person at the keyboard."""
        work = self._workspace
        at = work.author.id
        values = {"asked_by": at} if at in work.plan.people else {}
        dialog = NewRowDialog(
            _("What would you need to know?"), work, "question", _NEW, _("Ask"), values=values, voice="agency"
        )
        dialog.finished.connect(self._asked)
        dialog.open_over(self.window(), dialog.form.editor("question"))

    def _asked(self, id: object) -> None:
        if isinstance(id, str):
            self.show_question(id)

    def ask_kickoff(self) -> None:
        """The questions of the bank, asked by the person at the keyboard or else by the agency."""
        plan = self._workspace.plan
        at = plan.people.get(self._workspace.author.id)
        agency = next((person for person in plan.people if person.function == "agency"), None)
        by = at if at is not None and at.function == "agency" else agency
        self._workspace.apply(AskQuestions(kickoff_questions(), by.id if by else None))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, id: RowId, way: str) -> None:
        """Open the small sheet for an answer or an assumption."""
        self.list.take(id)
        corner = self.list.mapTo(self._host, QPoint(0, 0))
        box = self.list.row_box(id).translated(corner.x(), corner.y())
        self.sheet.open_for(id, way, QRectF(box).adjusted(0, 0, -24, 0))

    def block(self, id: RowId) -> None:
        """Work waits for the answer, or it no longer does."""
        row = self._workspace.plan.questions[id]
        self._workspace.apply(BlockOnQuestion(id, not (row.blocking and row.status == "open")))

    def open_details(self, id: RowId) -> None:
        """Show all fields of a question."""
        self.details.open_row(id, "question")

    def delete(self, id: RowId) -> None:
        """Take a question off the register."""
        self._workspace.apply(DeleteRows("question", (id,)))

    def _menu(self, id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        for words, keys, icon, handler in (
            (_("Answer"), "A", "check", self._answer_hand),
            (_("Assume until"), "U", "timer", self._assume_hand),
            (_("Work waits for it"), "B", "prohibit", self._block_hand),
            (_("All about this question"), "Enter", "list", self._details_of_hand),
            (_("Delete"), "Del", "trash", self._delete_hand),
        ):
            menu.add(words, keys, icon).triggered.connect(handler)
        menu.popup(point)

    def _answer_hand(self) -> None:
        self.answer(self.list.chosen or "", "answered")

    def _assume_hand(self) -> None:
        self.answer(self.list.chosen or "", "assumed")

    def _block_hand(self) -> None:
        if self.list.chosen:
            self.block(self.list.chosen)

    def _details_of_hand(self) -> None:
        self.open_details(self.list.chosen or "")

    def _delete_hand(self) -> None:
        self.delete(self.list.chosen or "")

    def _back(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
