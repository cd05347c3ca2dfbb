"""The private working copy of a plan: SQLite writes here, and the user's file is only ever replaced whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from planner.model.file import errors
from planner.model.file.begun import FOLDER, BegunFile
from planner.model.file.disk import state_folder
from planner.model.file.errors import PlanFileError, plainly
from planner.model.file.format import FILE_VERSION, with_suffix
from planner.model.file.opening import InUse, Now, Taken, take, take_new
from planner.model.file.owner import OwnerFile, current_owner, in_use
from planner.model.file.publish import (
    Delivery,
    Published,
    conflict_name,
    copy_beside,
    delivery,
    earlier_name,
    upgrade_name,
)
from planner.model.file.snapshots import EarlierVersion, Snapshots
from planner.model.file.untrusted import Schema, check_header, check_untrusted
from planner.model.file.workroom import Claim, Workroom

__all__ = ["InUse", "Published", "WorkingCopy", "earlier_versions", "leave_nothing", "save_copy", "set_out_earlier"]

VacuumInto = Callable[[Path], None]
"""Writes the whole content of the open database to a file that does not exist yet (SQL: VACUUM INTO)."""


class WorkingCopy:
    """One open plan file, of one thread. Made by ``create`` or ``open``, ended by ``close``."""

    def __init__(self, taken: Taken, state: Path, now: Now, keep_versions: bool) -> None:
        self.path = taken.path
        """The user's file. Another one after a foreign change, see ``Published.conflict_copy``."""
        self.database = taken.room.database
        """The private SQLite file, for exactly one connection, which is closed before ``close``."""
        self.read_only = taken.owner is None
        self.notices = taken.notices
        """What the user should be told about opening this file, in sentences."""
        self.trouble: str | None = None
        """Why the last publish failed, in a sentence; None where it did not."""
        self._taken = taken
        self._state = state
        self._now = now
        self._keep_versions = keep_versions
        self.begun = BegunFile(state, taken.path)
        """Where words are kept that are being typed and are no edit yet."""
        self._snapshots = Snapshots(state, taken.path)
        self._is_open = True

    @classmethod
    def create(
        cls, path: Path, *, now: Now, state_dir: Path | None = None, replace: bool = False, keep_versions: bool = True
    ) -> WorkingCopy:
        """A working copy without a database yet, for a file that comes into being when it is published.

        Raises PlanFileError; PlaceTaken for a file that is there already, unless it may be replaced.
        """
        path = with_suffix(path).resolve()
        if path.exists() and not (replace and path.is_file()):
            raise errors.exists(path)
        with plainly(path):
            state = state_folder(state_dir)
            copy = cls(take_new(path, state, now), state, now, keep_versions)
            copy.begun.write({})  # what was begun belongs to the plan that was in this place before
            return copy

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Now,
        expected_schema: Schema,
        older_schemas: Mapping[int, Schema] | None = None,
        state_dir: Path | None = None,
        on_in_use: InUse = "refuse",
        keep_versions: bool = True,
    ) -> WorkingCopy:
        """A working copy of a plan file; what a crash left of it is recovered and published, and said in ``notices``.

        A file that may not be written is opened to read only. ``on_in_use`` says what to do about a plan that
        somebody has open: raise PlanInUse, read it only, work on a copy beside it, or open it anyway; the last never
        against a program that certainly runs on this machine. ``older_schemas``: see ``check_untrusted``.
        ``keep_versions=False`` leaves no earlier versions on this computer. Raises PlanFileError.
        """
        path = path.resolve()

        def check(database: Path, thorough: bool) -> None:
            check_untrusted(database, expected_schema, older_schemas=older_schemas, thorough=thorough, name=path)

        with plainly(path):
            if path.exists():
                check_header(path, {FILE_VERSION, *(older_schemas or ())}, path)
            state = state_folder(state_dir)
            copy = cls(take(path, state, now, check, on_in_use), state, now, keep_versions)
            if copy._taken.has_news:
                with suppress(PlanFileError):  # kept in ``trouble``; the next publish tries again
                    copy._publish_image(upgraded=False)
            return copy

    @property
    def needs_publish(self) -> bool:
        """Whether the working copy is known to hold what the file does not: a publish failed, or a recovery's did."""
        return self._taken.has_news or self.trouble is not None

    def publish(self, vacuum_into: VacuumInto, *, upgraded: bool = False) -> Published:
        """Put everything into the user's file, which is replaced whole and is never touched by a failure.

        Where somebody else changed the file, a copy with this computer's name is written beside it, and from then
        on that is the file of this plan. ``upgraded``: the file is of an older version and is kept under another
        name. Raises PlanFileError; the next publish tries again.
        """
        if self.read_only:
            raise errors.read_only(self.path)
        image = self._taken.room.image
        try:
            with plainly(self.path, image.parent):
                image.unlink(missing_ok=True)
                vacuum_into(image)
        except PlanFileError as error:
            self.trouble = str(error)
            raise
        return self._publish_image(upgraded=upgraded)

    def earlier_versions(self) -> list[EarlierVersion]:
        """The versions of this plan kept on this computer, newest first."""
        return self._snapshots.all()

    def close(self, *, clean: bool = True) -> None:
        """Give the plan back and delete the working copy. The connection to ``database`` must be closed before.

        With ``clean=False`` the working copy holds what the file does not, and stays for the next opening; so does
        one with recovered edits that could not be published.
        """
        if not self._is_open:
            return
        self._is_open = False
        if self.read_only or (clean and not self._taken.has_news):
            self._taken.room.remove()
        else:
            self._taken.room.leave()
        if self._taken.owner:
            self._taken.owner.release()
        if not self._keep_versions:
            self._snapshots.forget()

    def _publish_image(self, *, upgraded: bool) -> Published:
        now = self._now()
        try:
            with plainly(self.path), delivery(self._taken.room.image, self.path, now) as new:
                if self.path.exists():
                    self._keep_old(now, upgraded)
                self._taken.room.claim(Claim(str(self.path), self._taken.published, new.content))
                conflict = conflict_name(self.path, now) if new.replaces_foreign(self._taken.published) else None
                if conflict:
                    self._move_to(conflict, new)
                else:
                    new.put(self.path)
        except PlanFileError as error:
            self.trouble = str(error)
            raise
        self._taken.published = new.content
        self._taken.has_news = False
        self.trouble = None
        # The claim before was good enough for this crash too, only less exact: not worth waiting for the disk.
        self._taken.room.claim(Claim(str(self.path), new.content, None), sync=False)
        with suppress(OSError):
            self._taken.room.image.unlink()
        return Published(now, self.path, conflict)

    def _keep_old(self, now: datetime, upgraded: bool) -> None:
        if self._keep_versions:
            with suppress(OSError):  # a full disk here is no reason not to save the plan there
                self._snapshots.keep(self.path, now)
        if upgraded:
            copy_beside(self.path, upgrade_name(self.path))

    def _move_to(self, conflict: Path, new: Delivery) -> None:
        """Leave the document to whoever changed it, and go on with a file of our own."""
        owner = OwnerFile.acquire(conflict, self._now)
        try:
            new.put(conflict)
            # After the file is there: a crash before this finds the old claim, and sets the working copy aside.
            self._taken.room.claim(Claim(str(conflict), new.content, None))
        except BaseException:
            owner.release()
            raise
        if self._taken.owner:
            self._taken.owner.release()
        self._taken.owner = owner
        self.path = self._taken.path = conflict
        self._snapshots = Snapshots(self._state, conflict)


def save_copy(vacuum_into: VacuumInto, target: Path, *, state_dir: Path | None = None) -> None:
    """Write the plan to another file, whole or not at all. Raises PlanFileError; PlanInUse for one that is open."""
    target = with_suffix(target).resolve()
    with plainly(target):
        if owner := current_owner(target):
            raise in_use(target, owner)
        room = Workroom.make(state_folder(state_dir))
        try:
            with plainly(target, room.folder):
                vacuum_into(room.image)
            with delivery(room.image, target) as new:
                new.put(target)
        finally:
            room.remove()


def earlier_versions(path: Path, state_dir: Path | None = None) -> list[EarlierVersion]:
    """The versions of a plan kept on this computer, newest first, whether or not the plan can be opened itself."""
    return Snapshots(state_folder(state_dir), path.resolve()).all()


def set_out_earlier(version: EarlierVersion, path: Path) -> Path:
    """Put a version of a plan beside it as a file of its own, under a name that no file has. Raises PlanFileError."""
    copy = earlier_name(path.resolve(), version.at)
    with plainly(copy):
        copy_beside(version.path, copy)
    return copy


def leave_nothing(state_dir: Path | None = None) -> None:
    """Delete from this computer all earlier versions, all edits set aside and all words begun, of every plan."""
    for name in ("versions", "recovered", FOLDER):
        shutil.rmtree(state_folder(state_dir) / name, ignore_errors=True)
