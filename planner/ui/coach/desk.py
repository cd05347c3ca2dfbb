"""Keeps the coach in step with a window: what it says of the chapter on screen, and what is done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from planner.exchange.question_bank import question
from planner.i18n import _
from planner.model.edits.coach import MarkQuestion
from planner.ui import surround
from planner.ui.coach.answer import AnswerForm
from planner.ui.coach.questions import state_of

if TYPE_CHECKING:
    from planner.ui.window import Window


class CoachDesk(QObject):
    """One for each window; made with the first thing to say."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._coach = window.frame.coach
        self._open: str | None = None
        self._coach.showFinding.connect(self._show_finding)
        self._coach.presentQuestion.connect(self._present)
        self._coach.answerQuestion.connect(self.answer)
        self._coach.askAgain.connect(self._ask_again)
        self._coach.historyRequested.connect(window.history)

    def tell(self) -> None:
        """Say what there is to say now."""
        work, chapter = self._window.workspace, self._window.chapter
        self._tell_questions()
        self._coach.set_findings(surround.findings(work.results, chapter))
        self._coach.set_compared(surround.compared(work.plan, chapter))
        self._coach.set_recent(surround.recent(work.plan, work.latest(surround.RECENT_SHOWN), work.now()))

    def _tell_questions(self) -> None:
        self._coach.set_questions(surround.questions(self._window.workspace.plan, self._window.chapter))

    def answer(self, key: str) -> None:
        """Open the form under a question, and close the one that was open."""
        self.close_form()
        card = self._coach.card(key)
        if card is None:
            return
        form = AnswerForm(self._window.workspace, question(key), self._draft(key))
        form.drafted.connect(self._keep_draft)
        form.closed.connect(self.close_form)
        card.hold(form)
        self._open = key
        self._coach.bring_into_sight(key)
        form.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the form away."""
        card = self._coach.card(self._open) if self._open else None
        self._open = None
        if card is not None:
            card.hold(None)
            self._tell_questions()

    def _draft(self, key: str) -> str:
        return self._window.workspace.begun.text(f"coach:{key}")

    def _keep_draft(self, key: str, words: str) -> None:
        self._window.workspace.begun.note(f"coach:{key}", words)

    def _ask_again(self, key: str) -> None:
        work, one = self._window.workspace, question(key)
        if state_of(work.plan, key) == "skipped":
            work.apply(MarkQuestion(key, _(one.text), "open"))
            self._tell_questions()
        else:
            self.another_answer(key)

    def another_answer(self, key: str) -> None:
        """Ask for an answer to a question in a dialog."""
        from planner.ui.parts.dialog import Dialog

        dialog = Dialog(_(question(key).text), 440)
        form = AnswerForm(self._window.workspace, question(key), self._draft(key))
        form.drafted.connect(self._keep_draft)
        form.closed.connect(dialog.finish)
        dialog.body.addWidget(form)
        dialog.open_over(self._window, form.words)

    def _show_finding(self, key: tuple[str, str | None]) -> None:
        self._window.show_object(*key)

    def _present(self, key: str) -> None:
        from planner.ui.presenting import Presenting

        Presenting(self._window, key).open()
