"""Opens a document without keeping the window waiting: the heavy imports happen beside it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.i18n import _
from planner.model.file.format import FILE_VERSION, SUFFIX
from planner.model.plan import Plan
from planner.ui.jobs import Job, Progress
from planner.ui.pages import BY_KEY

if TYPE_CHECKING:
    from planner.model.document import Document

Prepare = Callable[[], Plan | None]
Open = Callable[[Plan | None], "Document"]


class Opening(QObject):
    """`prepare` runs in a thread and may read another file; `open` runs in the window's thread, which will own the
    database. One of `opened(document)` and `failed(error)` is emitted, unless it was given up.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, prepare: Prepare, open: Open, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prepare, self._open = prepare, open
        self._given_up = False

    def start(self) -> None:
        """Begin; called once the window has been painted."""
        job = Job(self._read, self)
        job.done.connect(self._finish)
        job.failed.connect(self._fail)
        job.start(at_once=True)

    def give_up(self) -> None:
        """The window is closed: nothing is opened any more, and nothing is said."""
        self._given_up = True

    def _read(self, progress: Progress) -> "Plan | None":
        import_module("planner.model.document")  # SQLAlchemy comes with it
        return self._prepare()

    def _finish(self, plan: "Plan | None") -> None:
        if self._given_up:
            return
        try:
            document = self._open(plan)
        except Exception as refused:
            self._fail(refused)
        else:
            self.opened.emit(document)

    def _fail(self, error: Exception) -> None:
        if not self._given_up:
            self.failed.emit(error)


def nothing() -> None:
    """For files that need no preparation."""


def default_folder() -> Path:
    """Where plans are proposed to be kept."""
    from PySide6.QtCore import QStandardPaths

    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()


def plan_kinds() -> str:
    """Plan files, as file dialogs want it."""
    return _("Plans (*{suffix})").format(suffix=SUFFIX)


def first_page(path: Path, chapter: str) -> Plan:
    """What the first page shows, read without the database's heavy door. Raises PlanFileError for another file."""
    from planner.model.file.untrusted import check_header
    from planner.model.reader import read_file

    check_header(path, range(1, FILE_VERSION + 1), path)
    try:
        return read_file(path, ("facts", "person", *BY_KEY[chapter].tables))
    except Exception:
        return Plan()  # whatever is wrong with the file, the document says it a moment later
