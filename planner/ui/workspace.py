"""One open document on screen: its plan, its numbers, who is at the keyboard, and when it is brought to its file."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Author, Change, EditRecord
from planner.model.file.errors import PlanFileError
from planner.model.plan import Plan
from planner.ui.begun import Begun
from planner.ui.jobs import Job, Progress
from planner.ui.saving import SaveState, Saving

if TYPE_CHECKING:
    from planner.model.document import Document
    from planner.model.edits.base import Edit

Told = Callable[["Change | None"], None]
"""Who is told what an edit has changed; None where it changed nothing or was refused."""

_LARGE = 400  # rows; so many are written in some 20 milliseconds


class Workspace(QObject):
    """The window's side of a document.

    It can be made from a plan alone, so that the first page is painted before the database is ready; edits that are
    made meanwhile wait for `attach`.

    Small edits are done at once, in the window's thread. Large ones, and bringing the plan to its file, have a thread
    of their own, one after another; what is asked for while a large edit is being written is done after it, in turn.
    """

    changed = Signal(object)
    """A Change, or None where the whole plan is new."""
    saved = Signal(object)
    author_changed = Signal(object)
    refused = Signal(object)
    """A sentence for the person who tried."""

    def __init__(self, plan: Plan, *, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._document: Document | None = None
        self._waiting: list[Callable[[], object]] = []
        self._author = Author("")
        self._earlier: dict[str, Plan | None] = {}
        self._past: EditRecord | None = None
        self.begun = Begun(self)
        """What is being typed and is no edit yet."""
        self._set_plan(plan)
        self._thread = QThreadPool(self)
        self._thread.setMaxThreadCount(1)
        self._writing: Job | None = None
        self._told: Told = _nobody
        self._saving = Saving(self._thread, self)
        self._saving.said.connect(self.saved)

    def _set_plan(self, plan: Plan) -> None:
        self.plan, self.results = plan, self._results(plan)

    def _results(self, plan: Plan) -> Results:
        signed = {row.edit: then for row in plan.signoffs if row.edit and (then := self.plan_after(row.edit))}
        return Results(plan, self._as_of(plan), signed=signed)

    def _as_of(self, plan: Plan) -> str:
        return plan.facts.as_of or self.now().date().isoformat()

    @property
    def as_of(self) -> str:
        """The day that "today" means in this plan, YYYY-MM-DD."""
        return self._as_of(self.plan)

    # The document

    @property
    def document(self) -> "Document | None":
        """The document, once it is open."""
        return self._document

    def attach(self, document: "Document") -> None:
        """The database is ready: show its plan, and do the edits that have waited."""
        self._document = document
        self._saving.attach(document)
        if not document.read_only:
            self.begun.keep_in(document.begun)
        self._set_plan(document.plan)
        self.changed.emit(None)
        self.tell_saved()
        self._go_on()

    # Edits

    def apply(self, edit: "Edit", by: Author | None = None) -> Change | None:
        """Do an edit in the name of the person at the keyboard, or of whoever gave it. None where it changed nothing,
        was refused, or waits."""
        if self._is_past():
            return None
        return self._in_turn(partial(self._apply, edit, by or self._author))

    def bring_in(self, edit: "Edit", by: Author | None = None, told: Told | None = None) -> None:
        """Do an edit of many rows beside the window, and tell when the plan on screen has them."""
        if self._is_past():
            return
        self._in_turn(partial(self._bring_in, edit, by or self._author, told or _nobody))

    def undo(self) -> Change | None:
        """Take back the last edit. None where there is none, or where it is taken back beside the window."""
        self.back_to_now()
        return self._in_turn(partial(self._turn, False, self._author))

    def redo(self) -> Change | None:
        """Bring back what was taken back. None as with `undo`."""
        self.back_to_now()
        return self._in_turn(partial(self._turn, True, self._author))

    @property
    def is_writing(self) -> bool:
        """Whether a large edit is being written."""
        return self._writing is not None

    def _is_past(self) -> bool:
        if self._past is not None:
            self.refused.emit(_("This is the plan as it was. Press Esc to go back to now, then change it."))
        return self._past is not None

    def _in_turn(self, do: "Callable[[], Change | None]") -> Change | None:
        if self._document is None or self._writing is not None:
            self._waiting.append(do)
            return None
        return do()

    def _go_on(self) -> None:
        """Do what has waited, up to the next large edit."""
        while self._waiting and self._writing is None:
            self._waiting.pop(0)()

    def _apply(self, edit: "Edit", author: Author) -> Change | None:
        document = self._open_document
        return self._do(lambda: document.apply(edit, author))

    def _bring_in(self, edit: "Edit", author: Author, told: Told) -> None:
        document = self._open_document
        said = _("Bringing it in: {what}").format(what=edit.label(self.plan))
        self._do_beside(lambda: document.apply(edit, author), said, told)

    def _turn(self, forward: bool, author: Author) -> Change | None:
        """Undo, or redo."""
        document = self._open_document
        do = partial(document.redo if forward else document.undo, author)
        if (document.redo_rows if forward else document.undo_rows) <= _LARGE:
            return self._do(do)
        label = (document.redo_label if forward else document.undo_label) or ""
        said = _("Bringing it back: {what}") if forward else _("Taking it back: {what}")
        self._do_beside(do, said.format(what=label), _nobody)
        return None

    @property
    def _open_document(self) -> "Document":
        assert self._document is not None
        return self._document

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, in words."""
        return self._document.undo_label if self._document else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back, in words."""
        return self._document.redo_label if self._document else None

    def history(self, after: int = 0) -> list[EditRecord]:
        """The edits after the one with this number, oldest first."""
        return self._document.history(after) if self._document else []

    def latest(self, most: int) -> list[EditRecord]:
        """The last few edits, oldest first."""
        return self._document.history(max(0, self._document.seq - most)) if self._document else []

    # An earlier moment

    @property
    def past(self) -> EditRecord | None:
        """The edit after which the plan is shown as it was; None while it is shown as it is."""
        return self._past

    def look_at(self, record: EditRecord) -> None:
        """Show the plan as it was after an edit. Until `back_to_now` every change is refused in a sentence."""
        if self._document is None:
            return
        self._past = record
        self._set_plan(self._document.plan_at(record.seq))
        self.changed.emit(None)

    def back_to_now(self) -> bool:
        """Show the plan as it is again. False where it is shown so already."""
        if self._past is None or self._document is None:
            return False
        self._past = None
        self._set_plan(self._document.plan)
        self.changed.emit(None)
        return True

    @property
    def last_edit(self) -> str | None:
        """The id of the edit that the plan stands at; None before the first."""
        document = self._document
        records = document.history(document.seq - 1) if document else []
        return records[-1].id if records else None

    def plan_after(self, edit: str | None) -> Plan | None:
        """The plan as it stood after an edit of the history; None where this file's history has no such edit."""
        if edit is None or self._document is None:
            return None
        if edit not in self._earlier:
            record = next((one for one in self.history() if one.id == edit), None)
            self._earlier[edit] = self._document.plan_at(record.seq) if record else None
        return self._earlier[edit]

    # How they are done

    def _do(self, work: "Callable[[], Change | None]") -> Change | None:
        try:
            change = work()
        except Exception as error:
            self._say_not_done(error)
            return None
        if change is not None:
            plan = self._open_document.plan
            self._show(change, plan, self._results(plan))
        return change

    def _do_beside(self, work: "Callable[[], Change | None]", said: str, told: Told) -> None:
        document = self._open_document

        def whole(progress: Progress) -> tuple[Change, Plan, Results] | None:
            change = work()
            if change is None:
                return None
            plan = document.plan
            results = self._results(plan)
            results.work_out()
            return change, plan, results

        self._told = told
        self._writing = Job(whole, self)
        self._writing.done.connect(self._done_beside)
        self._writing.failed.connect(self._failed_beside)
        self._writing.start(self._thread)
        self.saved.emit(SaveState("note", said))

    def _done_beside(self, done: tuple[Change, Plan, Results] | None) -> None:
        if self.sender() is not self._writing:
            return  # the plan was let go of meanwhile
        self._writing = None
        if done is None:
            self.tell_saved()
        else:
            self._show(*done)
        self._told(done[0] if done else None)
        self._go_on()

    def _failed_beside(self, error: Exception) -> None:
        if self.sender() is not self._writing:
            return
        self._writing = None
        try:
            self._say_not_done(error)
        finally:
            self._told(None)
            self._go_on()

    def _show(self, change: Change, plan: Plan, results: Results) -> None:
        """Show what an edit has changed; not while somebody looks at an earlier moment, where nothing changes."""
        shown = self._past is None
        if shown:
            self.plan, self.results = plan, results
        self._follow_name()
        self._saving.note_edit()
        if shown:
            self.changed.emit(change)
        self.tell_saved()

    def _say_not_done(self, error: Exception) -> None:
        """Say it, where the person or the disk must know. Raises it where it is a fault of this program."""
        from planner.model.edits.base import EditRefused

        if isinstance(error, PlanFileError):
            self.saved.emit(SaveState("fix", str(error)))
        elif not isinstance(error, EditRefused):
            raise error
        self.refused.emit(str(error))

    # Who is at the keyboard

    @property
    def author(self) -> Author:
        """Whoever is typing; what is changed next belongs to that person."""
        return self._author

    def set_author(self, author: Author) -> None:
        """Hand the keyboard to somebody."""
        if author != self._author:
            self._author = author
            self.author_changed.emit(author)

    def _follow_name(self) -> None:
        """Whoever is typing goes on under the name the plan has for them now."""
        person = self.plan.people.get(self._author.id)
        if person is not None and person.name:
            self.set_author(Author(person.name, person.id))

    # The file

    def publish(self) -> None:
        """Bring what is new to the user's file now, beside the window; how that went is `saved`."""
        self._saving.publish()

    def tell_saved(self) -> None:
        """Say how the plan stands with its file."""
        if self._writing is None:
            self._saving.tell()

    def close(self) -> None:
        """Finish what is under way, publish, and let go of the file. Raises PlanFileError where the last edits cannot
        reach it."""
        self.begun.write()
        self._finish()
        self._saving.attach(None)
        document, self._document = self._document, None
        if document is not None:
            document.close()

    def _finish(self) -> None:
        """Wait for what is being written, and do what has waited for it; nothing is shown any more."""
        self.blockSignals(True)
        self._thread.waitForDone()
        while self._writing is not None or (self._waiting and self._document is not None):
            self._writing = None
            self._go_on()
            self._thread.waitForDone()
        self.blockSignals(False)


def _nobody(_change: Change | None) -> None:
    """For edits that nobody waits for."""
