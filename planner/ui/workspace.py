"""One open document on screen: its plan, its numbers, who is at the keyboard, and when it is brought to its file."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Author, Change, EditRecord
from planner.model.file.errors import PlanFileError
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.begun import Begun

if TYPE_CHECKING:
    from planner.model.document import Document
    from planner.model.edits.base import Edit

_SOON, _AT_MOST = 2000, 10_000  # milliseconds from the last, and from the first unpublished edit


class SaveState(Value):
    """What the status line says about the file: a level (fine, note, look, fix) and a sentence."""

    level: str
    text: str


class Workspace(QObject):
    """The window's side of a document.

    It can be made from a plan alone, so that the first page is painted before the database is ready; edits that are
    made meanwhile wait for `attach`.
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
        self._waiting: list[tuple[Edit, Author]] = []
        self._author = Author("")
        self._earlier: dict[str, Plan | None] = {}
        self._past: EditRecord | None = None
        self.begun = Begun(self)
        """What is being typed and is no edit yet."""
        self._set_plan(plan)
        self._soon, self._late = QTimer(self), QTimer(self)
        for timer, wait in ((self._soon, _SOON), (self._late, _AT_MOST)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.publish)

    def _set_plan(self, plan: Plan) -> None:
        self.plan = plan
        signed = {row.edit: then for row in plan.signoffs if row.edit and (then := self.plan_after(row.edit))}
        self.results = Results(plan, self.as_of, signed=signed)

    @property
    def as_of(self) -> str:
        """The day that "today" means in this plan, YYYY-MM-DD."""
        return self.plan.facts.as_of or self.now().date().isoformat()

    # The document

    @property
    def document(self) -> "Document | None":
        """The document, once it is open."""
        return self._document

    def attach(self, document: "Document") -> None:
        """The database is ready: show its plan, and do the edits that have waited."""
        self._document = document
        if not document.read_only:
            self.begun.keep_in(document.begun)
        self._set_plan(document.plan)
        waiting, self._waiting = self._waiting, []
        self.changed.emit(None)
        for edit, author in waiting:
            self._do(lambda edit=edit, author=author: document.apply(edit, author))  # type: ignore[misc]
        self.tell_saved()

    # Edits

    def apply(self, edit: "Edit", by: Author | None = None) -> Change | None:
        """Do an edit in the name of the person at the keyboard, or of whoever gave it. None where it changed nothing
        or was refused."""
        if self._past is not None:
            self.refused.emit(_("This is the plan as it was. Press Esc to go back to now, then change it."))
            return None
        if self._document is None:
            self._waiting.append((edit, by or self._author))
            return None
        document, author = self._document, by or self._author
        return self._do(lambda: document.apply(edit, author))

    def undo(self) -> Change | None:
        """Take back the last edit."""
        document, author = self._document, self._author
        self.back_to_now()
        return self._do(lambda: document.undo(author)) if document else None

    def redo(self) -> Change | None:
        """Bring back what was taken back."""
        document, author = self._document, self._author
        self.back_to_now()
        return self._do(lambda: document.redo(author)) if document else None

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

    def _do(self, work: "Callable[[], Change | None]") -> Change | None:
        from planner.model.edits.base import EditRefused

        assert self._document is not None
        try:
            change = work()
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return None
        except PlanFileError as error:
            self.saved.emit(SaveState("fix", str(error)))
            self.refused.emit(str(error))
            return None
        if change is None:
            return None
        self._set_plan(self._document.plan)
        self._follow_name()
        self._soon.start()
        if not self._late.isActive():
            self._late.start()
        self.changed.emit(change)
        self.tell_saved()
        return change

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
        """Bring what is new to the user's file now; a problem is said in the status line and tried again later."""
        self._soon.stop()
        self._late.stop()
        document = self._document
        if document is None or not document.needs_publish:
            return
        try:
            published = document.publish()
        except PlanFileError as error:
            self._late.start()
            self.saved.emit(SaveState("fix", str(error)))
            return
        if published is not None and published.conflict_copy is not None:
            name = published.conflict_copy.name
            said = _("Somebody else changed the file. Their version is kept as {name}.").format(name=name)
            self.saved.emit(SaveState("look", said))
            return
        self.tell_saved()

    def tell_saved(self) -> None:
        """Say how the plan stands with its file."""
        document = self._document
        if document is None:
            return
        if document.read_only:
            state = SaveState("look", _("Read-only: changes stay in this window"))
        elif document.needs_publish:
            state = SaveState("fine", _("Saved on this computer, on its way to the file"))
        else:
            state = SaveState("fine", _("All changes saved"))
        self.saved.emit(state)

    def close(self) -> None:
        """Publish and let go of the file. Raises PlanFileError where the last edits cannot reach it."""
        self._soon.stop()
        self._late.stop()
        self.begun.write()
        document, self._document = self._document, None
        if document is not None:
            document.close()
