"""One open plan: its file, its present state, and the only door through which it changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Literal, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from planner.i18n import _
from planner.model import database
from planner.model.changes import Author, Change, EditRecord, Moment, RowChange, Touched, moment_of
from planner.model.earlier import Earlier
from planner.model.edits.base import Edit, EditRefused
from planner.model.edits.rows import PutRows
from planner.model.fields import RowId
from planner.model.file.begun import BegunFile
from planner.model.file.errors import DiskFull, PlanFileError, damaged, plainly
from planner.model.file.format import APPLICATION_ID, FILE_VERSION
from planner.model.file.snapshots import EarlierVersion
from planner.model.file.workcopy import Published, WorkingCopy, save_copy
from planner.model.journal import Journal
from planner.model.migrate import migrate
from planner.model.plan import Plan
from planner.model.touches import Touches
from planner.model.versions import schema_of

Now = Callable[[], datetime]
InUse = Literal["refuse", "read_only", "copy", "anyway"]
T = TypeVar("T")


class Document:
    """A plan that is open in this process. The plan in it is immutable and may be handed on.

    Threads may share it: each question and each edit has the database to itself, and whoever comes meanwhile waits. A
    publication keeps it only while the new version is written down, not while that is brought to the user's disk. What
    asks nothing of the database (``plan``, ``history`` ...) never waits.
    """

    def __init__(self, copy: WorkingCopy, connection: Connection, now: Now, *, upgraded: bool = False) -> None:
        self._database = RLock()
        self._delivery = RLock()
        """Who brings the plan to its file; taken before the other, never after it."""
        self._copy = copy
        self._connection = connection
        self._now = now
        self._journal = Journal(connection)
        self._published_seq = self._journal.seq
        self._upgraded = upgraded

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        now: Now,
        plan: Plan | None = None,
        author: Author,
        label: str = "",
        state_dir: Path | None = None,
        replace: bool = False,
        keep_versions: bool = True,
    ) -> Document:
        """A new plan file, holding the rows of ``plan`` as its first edit. Raises PlanFileError and EditRefused."""
        copy = WorkingCopy.create(path, now=now, state_dir=state_dir, replace=replace, keep_versions=keep_versions)
        with _connected(copy) as connection:
            database.create_tables(connection, {"application_id": APPLICATION_ID, "user_version": FILE_VERSION})
            database.guard(connection)
            document = cls(copy, connection, now)
            if plan is not None:
                document.apply(PutRows(tuple(plan.rows()), label or _("Start the plan")), author)
            document.publish()
        return document

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Now,
        state_dir: Path | None = None,
        on_in_use: InUse = "refuse",
        keep_versions: bool = True,
    ) -> Document:
        """Open a plan file. Raises PlanFileError: not a plan, newer, damaged, in use, missing."""
        copy = WorkingCopy.open(
            path,
            now=now,
            expected_schema=schema_of(FILE_VERSION),
            older_schemas={version: schema_of(version) for version in range(1, FILE_VERSION)},
            state_dir=state_dir,
            on_in_use=on_in_use,
            keep_versions=keep_versions,
        )
        with _connected(copy) as connection:
            upgraded = migrate(connection, FILE_VERSION)
            database.guard(connection)
            try:
                return cls(copy, connection, now, upgraded=upgraded)
            except (ValueError, TypeError, LookupError) as error:  # values that no plan holds, undos of nothing
                raise damaged(path, str(error)) from error

    @property
    def path(self) -> Path:
        """The file the user knows."""
        return self._copy.path

    @property
    def begun(self) -> BegunFile:
        """Where words are kept that are being typed and are no edit yet."""
        return self._copy.begun

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self._journal.plan

    @property
    def seq(self) -> int:
        """The number of the last edit."""
        return self._journal.seq

    @property
    def moment(self) -> Moment:
        """Where a copy that is made now is taken."""
        return moment_of(self._journal.history())

    @property
    def read_only(self) -> bool:
        """Whether edits stay in this window because the file cannot or may not be written."""
        return self._copy.read_only

    @property
    def notices(self) -> list[str]:
        """What the user should be told about opening this file, in sentences."""
        return list(self._copy.notices)

    @property
    def needs_publish(self) -> bool:
        """Whether edits have not reached the user's file yet."""
        return self._journal.seq != self._published_seq or self._upgraded or self._copy.needs_publish

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, in words."""
        record = self._journal.undo_record
        return record.label if record else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back, in words."""
        record = self._journal.redo_record
        return record.label if record else None

    @property
    def undo_rows(self) -> int:
        """How many rows undo would write to, at the most."""
        return self._rows_in(self._journal.undo_record)

    @property
    def redo_rows(self) -> int:
        """How many rows redo would write to, at the most."""
        return self._rows_in(self._journal.redo_record)

    def _rows_in(self, record: EditRecord | None) -> int:
        return self._alone(lambda: self._journal.size_of(record.id)) if record else 0

    def apply(self, edit: Edit, author: Author) -> Change | None:
        """Do an edit, durably. None where it changes nothing. Raises EditRefused or PlanFileError."""
        return self._safely(lambda: self._journal.apply(edit, author, self._now()))

    def undo(self, author: Author) -> Change | None:
        """Take back the last edit."""
        return self._safely(lambda: self._journal.undo(author, self._now()))

    def redo(self, author: Author) -> Change | None:
        """Bring back what was last taken back."""
        return self._safely(lambda: self._journal.redo(author, self._now()))

    def history(self, after: int = 0) -> list[EditRecord]:
        """The edits after the one with this number, oldest first."""
        return self._journal.history(after)

    def plan_at(self, seq: int) -> Plan:
        """The plan as it was after the edit with this number."""
        return self._alone(lambda: self._journal.plan_at(seq))

    def earlier(self, seq: int) -> Earlier:
        """The same, read now and made a plan wherever it is wanted: beside the window, too."""
        return self._alone(lambda: self._journal.earlier(seq))

    def touches(self, after: int) -> Touches:
        """Who changed which field last since the edit with this number."""
        return self._alone(lambda: self._journal.touches(after))

    def rows_of(self, edit_id: str) -> tuple[RowChange, ...]:
        """The rows that one edit changed, each as it was before and after it."""
        return self._alone(lambda: self._journal.rows_of(edit_id))

    def touched(self, after: int = 0) -> list[Touched]:
        """Which tables each edit after the one with this number wrote to."""
        return self._alone(lambda: self._journal.touched(after))

    def last_touch(self, after: int, upto: int) -> dict[tuple[str, RowId], int]:
        """The last edit that wrote to each row, among those after the one number up to the other."""
        return self._alone(lambda: self._journal.last_touch(after, upto))

    def edits_of(self, row_id: RowId) -> set[str]:
        """The ids of the edits that wrote to one row."""
        return self._alone(lambda: self._journal.edits_of(row_id))

    def earlier_versions(self) -> list[EarlierVersion]:
        """The versions of the file that are kept on this computer, newest first."""
        return self._copy.earlier_versions()

    def publish(self) -> Published | None:
        """Bring all edits to the user's file, whole. None where it is read-only. Raises PlanFileError."""
        if self.read_only:
            return None
        with self._delivery:
            seq = self._journal.seq  # an edit that slips in before the new version is written goes out twice
            published = self._copy.publish(self._vacuum_into, upgraded=self._upgraded)
            self._published_seq, self._upgraded = seq, False
            return published

    def save_copy(self, path: Path, *, with_history: bool = True) -> None:
        """Write another file with this plan in it, with its history or without. Raises PlanFileError."""
        save_copy(self._vacuum_into if with_history else self._vacuum_without_history, path)

    def close(self) -> None:
        """Publish what has not been published and let go of the file."""
        with self._delivery, self._database:
            try:
                if self.needs_publish and not self.read_only:
                    self.publish()
            finally:
                _let_go(self._connection)
                self._copy.close(clean=self.read_only or not self.needs_publish)

    def _vacuum_into(self, target: Path) -> None:
        with self._database:
            raw = self._connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            self._connection.rollback()
            self._journal.seal()
            raw.execute("VACUUM INTO ?", (str(target),))

    def _vacuum_without_history(self, target: Path) -> None:
        self._vacuum_into(target)
        stripped = sqlite3.connect(target, isolation_level=None)
        try:
            stripped.execute("PRAGMA secure_delete=ON")
            stripped.execute('DELETE FROM "change"')
            stripped.execute('DELETE FROM "edit"')
            stripped.execute("VACUUM")
        finally:
            stripped.close()

    def _alone(self, work: Callable[[], T]) -> T:
        """What work answers that has the database to itself."""
        with self._database:
            return work()

    def _safely(self, work: Callable[[], Change | None]) -> Change | None:
        try:
            return self._alone(work)
        except DBAPIError as error:
            raise _plain(error) from error


@contextmanager
def _connected(copy: WorkingCopy) -> Iterator[Connection]:
    """The connection to a working copy; where what is done with it fails, both are given back."""
    connection: Connection | None = None
    try:
        with plainly(copy.path, copy.database.parent):
            connection = database.connect(copy.database)
            yield connection
    except BaseException:
        if connection is not None:
            _let_go(connection)
        copy.close()
        raise


def _let_go(connection: Connection) -> None:
    connection.close()
    connection.engine.dispose()


def _plain(error: DBAPIError) -> PlanFileError | EditRefused:
    name = getattr(error.orig, "sqlite_errorname", "")
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return EditRefused(_("This refers to something that is no longer in the plan."))
    if name == "SQLITE_FULL":
        return DiskFull(_("The disk is full, so this change was not saved. Free some space and try again."))
    return PlanFileError(
        _("This change could not be saved ({reason}). Save a copy of the plan elsewhere.").format(reason=error.orig)
    )
