"""When a plan is brought to its file, and what is said about that: beside the window, a moment after each edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from planner.i18n import _
from planner.model.file.errors import PlanFileError
from planner.model.value import Value
from planner.ui.jobs import Job

if TYPE_CHECKING:
    from planner.model.document import Document
    from planner.model.file.workcopy import Published

_SOON, _AT_MOST = 2000, 10_000  # milliseconds from the last, and from the first unpublished edit


class SaveState(Value):
    """What the status line says about the file: a level (fine, note, look, fix) and a sentence."""

    level: str
    text: str


class Saving(QObject):
    """`thread` has one thread, in which the large edits of the same plan are written as well, one after another."""

    said = Signal(object)
    """A SaveState."""

    def __init__(self, thread: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._document: Document | None = None
        self._job: Job | None = None
        self._soon, self._late = QTimer(self), QTimer(self)
        for timer, wait in ((self._soon, _SOON), (self._late, _AT_MOST)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.publish)

    def attach(self, document: "Document | None") -> None:
        """This is the plan from now on; None where it is let go of."""
        self._soon.stop()
        self._late.stop()
        self._document, self._job = document, None

    def note_edit(self) -> None:
        """There is something new to bring to the file."""
        self._soon.start()
        if not self._late.isActive():
            self._late.start()

    def publish(self) -> None:
        """Begin to bring what is new to the user's file; a problem is said and tried again later."""
        self._soon.stop()
        self._late.stop()
        document = self._document
        if document is None or not document.needs_publish:
            return
        if self._job is not None:
            self._soon.start()  # what is on its way goes first
            return
        self._job = Job(lambda progress: document.publish(), self)
        self._job.done.connect(self._published)
        self._job.failed.connect(self._not_published)
        self._job.start(self._thread)

    def _published(self, published: "Published | None") -> None:
        if self.sender() is not self._job:
            return  # the plan was let go of meanwhile
        self._job = None
        if published is not None and published.conflict_copy is not None:
            name = published.conflict_copy.name
            said = _("Somebody else changed the file. Their version is kept as {name}.").format(name=name)
            self.said.emit(SaveState("look", said))
            return
        self.tell()

    def _not_published(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._late.start()
        if not isinstance(error, PlanFileError):
            raise error
        self.said.emit(SaveState("fix", str(error)))

    def tell(self) -> None:
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
        self.said.emit(state)
