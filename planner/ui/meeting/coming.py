"""How two states of a plan get to meet: a workbook or another copy is read beside the window, then shown."""


from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from planner.i18n import _
from planner.model.changes import Author
from planner.model.merge import common_edit, own_way
from planner.model.plan import Plan
from planner.ui.ask import ask
from planner.ui.jobs import Job
from planner.ui.meeting.meeting import Meeting, Side
from planner.ui.meeting.page import MergePage

if TYPE_CHECKING:
    from planner.exchange.workbook_in import Copy
    from planner.ui.window import Window

COPIES = (".cgplan",)


class Coming(QObject):
    """One file on its way to a window. It lives until it is shown or refused."""

    def __init__(self, window: "Window", path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._job: Job | None = None

    def start(self) -> None:
        """Read it by its kind."""
        if self._window.workspace.document is None:
            return
        self._window.frame.status.set_cell(_("Reading {name}").format(name=self._path.name))
        if self._path.suffix.lower() in COPIES:
            self._run(self._read_plan, self._meet_copy)
        else:
            self._run(self._read_workbook, self._find_base)

    def _run(self, work: Any, done: Any) -> None:
        self._job = Job(lambda progress: work(), self)
        self._job.done.connect(done)
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _refuse(self, error: Exception) -> None:
        from planner.exchange.refused import ImportRefused
        from planner.model.file.errors import PlanFileError

        self._window.frame.status.set_cell("")
        if not isinstance(error, ImportRefused | PlanFileError | OSError):
            raise error
        ask().tell(self._window, str(error))
        self.deleteLater()

    # A workbook

    def _read_workbook(self) -> "Copy":
        from planner.exchange.workbook_in import read_copy

        return read_copy(self._path)

    def _find_base(self, copy: "Copy") -> None:
        from planner.exchange.workbook_in import ImportRefused, exported_at, giver, returned, source

        work = self._window.workspace
        document = work.document
        if document is None:
            return
        try:
            history = document.history()
            seq = exported_at(copy, history)
        except ImportRefused as refusal:
            self._refuse(refusal)
            return
        base, mine = document.plan_at(seq), document.plan
        by = giver(copy, mine, work.author)
        today = work.now().date().isoformat()
        since = next((record.at for record in history if record.seq == seq), "")

        def show(found: Any) -> None:
            remarks = [
                _("Not taken: {sheet}, row {row}, {column}, “{value}”: {reason}").format(
                    sheet=one.sheet, row=one.row, column=one.column, value=one.value, reason=one.reason
                )
                for one in found.problems
            ]
            meeting = Meeting(
                found.base, found.theirs, self._mine_side(history[-1].at if history else ""),
                Side(by, _("from {name}").format(name=self._path.name), copy.raw.saved_at),
                _("Take in {name}").format(name=self._path.name), by, since, document.touches(seq), None,
                deletions=False, remarks=(*remarks, *found.notes), name=self._path.name, source=source(copy, by),
            )  # fmt: skip
            self._meet(meeting)

        self._run(lambda: returned(copy, base, mine, by, today), show)

    # Another copy

    def _read_plan(self) -> tuple[Plan, Any]:
        from planner.model.file.format import FILE_VERSION
        from planner.model.file.untrusted import check_untrusted
        from planner.model.reader import read_file, read_history
        from planner.model.versions import schema_of

        check_untrusted(self._path, schema_of(FILE_VERSION))
        return read_file(self._path), read_history(self._path)

    def _meet_copy(self, read: tuple[Plan, Any]) -> None:
        from planner.model.reader import read_touches

        theirs, their_history = read
        document = self._window.workspace.document
        if document is None:
            return
        history = document.history()
        common = common_edit(history, their_history)
        if common is None:
            self._window.frame.status.set_cell("")
            said = _("{name} is not a copy of this plan, so the two cannot meet.")
            ask().tell(self._window, said.format(name=self._path.name))
            return
        last = their_history[-1]
        meeting = Meeting(
            document.plan_at(common.seq), theirs, self._mine_side(history[-1].at),
            Side(Author(last.author, last.author_id), _("from {name}").format(name=self._path.name), last.at),
            _("Merge with {name}").format(name=self._path.name), None, common.at,
            document.touches(common.seq), read_touches(self._path, common.seq), deletions=True, name=self._path.name,
            source=own_way(their_history, common), own=own_way(history, common),
        )  # fmt: skip
        self._meet(meeting)

    def _mine_side(self, at: str) -> Side:
        return Side(self._window.workspace.author, _("this plan"), at)

    def _meet(self, meeting: Meeting) -> None:
        window = self._window
        window.frame.status.set_cell("")
        page = window.moments.open_meeting()
        assert isinstance(page, MergePage)
        page.meet(meeting)
        self.deleteLater()
