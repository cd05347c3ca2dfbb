"""One file on its way in: read beside the window, looked at again whenever something is said about it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from planner.exchange.cells import RawTable
from planner.exchange.lists import Answers, Area, Profiles
from planner.exchange.lists.importing import year_of
from planner.exchange.lists.preview import Preview, Said, preview
from planner.exchange.recognise import LIST, Recognised, recognise
from planner.exchange.refused import ImportRefused
from planner.i18n import _
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.jobs import Job, Progress


class Session(QObject):
    """The plan is not touched here: it is only read, and the preview says what would be put into it."""

    reading = Signal(object)
    """A sentence while the file is read."""
    shown = Signal(object)
    """A Preview."""
    refused = Signal(object)
    """A sentence, where nothing can be done with the file."""
    stopped = Signal()
    recognised = Signal(object)
    """A Recognised that is no list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.path: Path | None = None
        self.tables: tuple[RawTable, ...] = ()
        self.preview: Preview | None = None
        self._plan = Plan()
        self._profiles = Profiles()
        self._job: Job | None = None

    # The file

    def open_file(self, plan: Plan, path: Path) -> None:
        """Read a file in a job; what it is decides what is told."""
        self._begin(plan, path.name, path)
        self.reading.emit(_("Reading {name}").format(name=path.name))
        self._run(lambda progress: recognise(path, lambda: progress(0, 1, "")))

    def open_tables(self, plan: Plan, name: str, tables: tuple[RawTable, ...], kind: str | None = None) -> None:
        """Look at sheets that are here already, as a list."""
        self._begin(plan, name, self.path)
        self.reading.emit(_("Looking at {name}").format(name=name))
        self.tables = tables
        self._look(Said(kind))

    def _begin(self, plan: Plan, name: str, path: Path | None) -> None:
        self._plan, self.name, self.path = plan, name, path
        self.tables, self.preview = (), None

    def stop(self) -> None:
        """Stop what is being read, at once: what the job still answers is late and says nothing any more."""
        if self._job is not None:
            self._job.stop()
            self._job = None
            self.stopped.emit()

    @property
    def busy(self) -> bool:
        """Whether something is being read or looked at."""
        return self._job is not None

    # What is said about it

    def follow(self, plan: Plan) -> None:
        """The plan has changed meanwhile."""
        if plan is not self._plan:
            self._plan = plan
            if self.preview is not None:
                self._look(self.preview.said)

    def say_kind(self, key: str) -> None:
        """What kind of list it is."""
        said = self._said()
        self._look(Said(key, said.sheet, Answers(decimal=said.answers.decimal, days=said.answers.days)))

    def say_sheet(self, sheet: str) -> None:
        """Which sheet the list is in; what it holds is found out anew."""
        self._look(Said(None, sheet))

    def say_area(self, area: Area) -> None:
        """Where the table is."""
        self._tell(area=area)

    def say_column(self, place: int, role: str) -> None:
        """What a column of the sheet holds, counted from 0; an empty text for nothing of this."""
        places = {**self._said().answers.places, place: role}
        if role:
            places = {other: held for other, held in places.items() if other == place or held != role}
        self._tell(places=places)

    def say(self, key: str, answer: str) -> None:
        """The answer to a question of the file: ``decimal`` or ``days``."""
        self._tell(**{key: answer})

    def say_row(self, row: int, taken: bool) -> None:
        """Take a row in, or leave it out."""
        answers = self._said().answers
        self._tell(
            taken=answers.taken | {row} if taken else answers.taken - {row},
            dropped=answers.dropped - {row} if taken else answers.dropped | {row},
        )

    def say_same(self, row: int, id: RowId | None) -> None:
        """Which row of the plan a row of the sheet is; None for a new one."""
        said = self._said()
        self._look(replace(said, same_as={**said.same_as, row: id}))

    def rest(self) -> None:
        """There is nothing to look at for now."""
        self.preview = None

    def resume(self, shown: Preview) -> None:
        """Go on with this preview."""
        self.preview = shown

    def keep(self, shown: Preview) -> None:
        """What was said is known for the next file of this shape."""
        self._profiles.keep(shown.read)

    def _said(self) -> Said:
        return self.preview.said if self.preview is not None else Said()

    def _tell(self, **changes: Any) -> None:
        said = self._said()
        self._look(replace(said, answers=replace(said.answers, **changes)))

    # The work

    def _look(self, said: Said) -> None:
        plan, tables, name, before = self._plan, self.tables, self.name, self.preview
        profiles = self._profiles if before is None else None

        def work(progress: Progress) -> Preview:
            return preview(plan, tables, name, said, year=year_of(plan), profiles=profiles, before=before)

        self._run(work)

    def _run(self, work: Callable[[Progress], Recognised | Preview]) -> None:
        if self._job is not None:
            self._job.stop()  # whatever it answers is late
        job = self._job = Job(work, self)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.start()

    def _is_late(self) -> bool:
        """Whether the job that speaks is not the last one: something newer was said meanwhile."""
        if self.sender() is not self._job:
            return True
        self._job = None
        return False

    def _done(self, answer: Recognised | Preview) -> None:
        if self._is_late():
            return
        if isinstance(answer, Preview):
            self.preview = answer
            self.shown.emit(answer)
        elif answer.what == LIST:
            self.tables = answer.tables
            self._look(Said())
        else:
            self.tables = answer.tables
            self.recognised.emit(answer)

    def _failed(self, error: Exception) -> None:
        if self._is_late():
            return
        expected = isinstance(error, ImportRefused | OSError)
        self.refused.emit(str(error) if expected else _("{name} cannot be read.").format(name=self.name))
        if not expected:
            raise error  # a fault of this program belongs into its log
