"""Opens a document without keeping the window waiting: the heavy imports happen beside it."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.i18n import _
from planner.model.file.format import FILE_VERSION, SUFFIX
from planner.model.plan import Plan
from planner.ui.pages import BY_KEY

if TYPE_CHECKING:
    from planner.model.document import Document

Prepare = Callable[[], Plan | None]
Open = Callable[[Plan | None], "Document"]


class Opening(QObject):
    """`prepare` runs in a thread and may read another file; `open` runs in the window's thread, which will own the
    database. One of `opened(document)` and `failed(error)` is emitted. Keep a reference until then.
    """

    opened = Signal(object)
    failed = Signal(object)
    _prepared = Signal(object, object)

    def __init__(self, prepare: Prepare, open: Open, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prepare, self._open = prepare, open
        self._prepared.connect(self._finish)

    def start(self) -> None:
        """Begin; called once the window has been painted."""
        Thread(target=self._run, name="opening", daemon=True).start()

    def _run(self) -> None:
        plan, problem = None, None
        try:
            import_module("planner.model.document")  # SQLAlchemy comes with it
            plan = self._prepare()
        except Exception as error:  # said in the window's thread
            problem = error
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._prepared.emit(plan, problem)

    def _finish(self, plan: "Plan | None", error: Exception | None) -> None:
        if error is None:
            try:
                document = self._open(plan)
            except Exception as refused:
                error = refused
            else:
                self.opened.emit(document)
                return
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
