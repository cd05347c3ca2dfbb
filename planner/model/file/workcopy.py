"""The private working copy of an open plan, and publishing it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from planner.i18n import _
from planner.model.file import owner, snapshots
from planner.model.file.disk import copy_durably, fingerprint, in_words, replace_durably, sync_folder
from planner.model.file.errors import PlaceTaken, PlanFileError, PlanInUse
from planner.model.file.format import SUFFIX
from planner.model.file.untrusted import Schema, check_content, check_header

Now = Callable[[], datetime]
VacuumInto = Callable[[Path], None]
InUse = Literal["refuse", "read_only", "copy", "anyway"]
_SIDES = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class Published:
    """That the user's file holds everything, and since when."""

    at: datetime
    path: Path
    conflict_copy: Path | None = None


class WorkingCopy:
    """A plan taken from its file, until it is given back."""

    def __init__(self, path: Path, home: Path, now: Now, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.notices: list[str] = []
        self._home = home
        self._now = now
        self.database = home / "plan.db"
        self._known: str | None = None

    @classmethod
    def create(cls, path: Path, *, now: Now, state_dir: Path | None = None, replace: bool = False) -> WorkingCopy:
        """Start a plan file that is not there yet; its tables are made by the caller. Raises PlanFileError."""
        path = _with_suffix(path)
        if path.exists() and not replace:
            raise PlaceTaken(_("There is a file {name} already; choose another name.").format(name=path.name))
        _take(path, now, "refuse")
        try:
            copy = cls(path, _home(path, state_dir), now, read_only=False)
            shutil.rmtree(copy._home, ignore_errors=True)
            _private(copy._home)
            copy._known = fingerprint(path)
            copy._note()
        except OSError as error:
            owner.let_go(path)
            raise in_words(error, path) from error
        return copy

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Now,
        expected_schema: Schema,
        state_dir: Path | None = None,
        on_in_use: InUse = "refuse",
    ) -> WorkingCopy:
        """Take a plan from its file, with everything checked. Raises PlanFileError."""
        path = path.resolve()
        check_header(path)
        notices: list[str] = []
        read_only = not _take(path, now, on_in_use, notices)
        home = _home(path, state_dir)
        if read_only:
            home = home.with_name(f"{home.name}-{os.getpid()}-{id(notices)}")
        copy = cls(path, home, now, read_only=read_only)
        copy.notices = notices
        try:
            adopted = not read_only and copy._recover(expected_schema)
            if not adopted:
                shutil.rmtree(home, ignore_errors=True)
                _private(home)
                copy._fetch(expected_schema)
            if not read_only:
                with suppress(OSError):
                    snapshots.keep(path, copy._versions, now(), always=False)
                copy._note()
        except OSError as error:
            copy.close()
            raise in_words(error, path) from error
        except PlanFileError:
            copy.close()
            raise
        return copy

    def publish(self, vacuum_into: VacuumInto) -> Published:
        """Put the whole plan in the place of the user's file. Raises PlanFileError; the file is untouched then.

        The new file is made privately, copied beside the old one and only then put in its place. Where somebody
        else changed the file meanwhile, it is left alone and a copy with this computer's name is written instead.
        """
        now = self._now()
        private = self._home / "publish.db"
        beside = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        try:
            private.unlink(missing_ok=True)
            vacuum_into(private)
            found = fingerprint(self.path)
            foreign = found is not None and self._known is not None and found != self._known
            target = self._conflict_name(now) if foreign else self.path
            copy_durably(private, beside)
            mine = fingerprint(beside)
            self._note(pending=None if foreign else mine)
            if not foreign:
                for side in _SIDES:
                    self.path.with_name(self.path.name + side).unlink(missing_ok=True)
            replace_durably(beside, target)
            if not foreign:
                self._known = mine
            self._note()
            with suppress(OSError):
                snapshots.keep(private, self._versions, now)
            return Published(now, self.path, target if foreign else None)
        except OSError as error:
            raise in_words(error, self.path) from error
        except sqlite3.Error as error:
            raise in_words(OSError(28 if "full" in str(error) else 5, str(error)), self.path) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            with suppress(OSError):
                private.unlink(missing_ok=True)

    def close(self, *, clean: bool = True) -> None:
        """Give the plan back; a working copy whose edits did not reach the file is kept for the next opening."""
        if clean:
            shutil.rmtree(self._home, ignore_errors=True)
        if not self.read_only:
            owner.let_go(self.path)

    def earlier_versions(self) -> list[snapshots.EarlierVersion]:
        """The versions of this plan kept on this computer, newest first."""
        return snapshots.earlier_versions(self._versions)

    @property
    def _versions(self) -> Path:
        return self._home.parent.parent / "versions" / self._home.name

    def _fetch(self, expected: Schema) -> None:
        """Copy the file, with what an interrupted program left beside it, and recover the copy."""
        shutil.copyfile(self.path, self.database)
        for side in _SIDES[:2]:
            beside = self.path.with_name(self.path.name + side)
            if beside.exists():
                shutil.copyfile(beside, self.database.with_name(self.database.name + side))
        self._known = fingerprint(self.path)
        _settle(self.database)
        check_content(self.database, expected, named=self.path.name)

    def _recover(self, expected: Schema) -> bool:
        """Adopt a working copy that a crash left behind; where the file changed too, set the copy aside."""
        if not self.database.exists():
            return False
        noted = self._noted()
        found = fingerprint(self.path)
        try:
            _settle(self.database)
            check_content(self.database, expected, named=self.path.name, thorough=True)
        except (PlanFileError, sqlite3.Error):
            self._set_aside(_("What was left of an unfinished session could not be used and lies in {place}."))
            return False
        if found is not None and found not in (noted.get("known"), noted.get("pending")):
            self._set_aside(_("This file changed elsewhere; edits that had not reached it lie in {place}."))
            return False
        self._known = found
        self.notices.append(_("The last session ended unexpectedly; everything that was saved then is here."))
        return True

    def _set_aside(self, sentence: str) -> None:
        folder = self._home.parent.parent / "recovered"
        _private(folder)
        place = folder / f"{self.path.stem} {self._now():%Y-%m-%d %H-%M-%S}{SUFFIX}"
        shutil.copyfile(self.database, place)
        self.notices.append(sentence.format(place=place))

    def _conflict_name(self, now: datetime) -> Path:
        stem = _("{name} (copy from {host} {date})").format(
            name=self.path.stem, host=socket.gethostname(), date=f"{now:%Y-%m-%d %H-%M}"
        )
        return self.path.with_name(stem + self.path.suffix)

    def _note(self, pending: str | None = None) -> None:
        note = self._home / "note.json"
        fresh = self._home / "note.tmp"
        with fresh.open("w", encoding="utf-8") as writing:
            json.dump({"path": str(self.path), "known": self._known, "pending": pending}, writing)
            writing.flush()
            os.fsync(writing.fileno())
        fresh.replace(note)

    def _noted(self) -> dict[str, str | None]:
        try:
            noted: dict[str, str | None] = json.loads((self._home / "note.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted


def save_copy(vacuum_into: VacuumInto, target: Path) -> None:
    """Write a plan into another file, whole. Raises PlanFileError."""
    target = _with_suffix(target)
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.unlink(missing_ok=True)
        vacuum_into(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        replace_durably(beside, target)
    except OSError as error:
        raise in_words(error, target) from error
    except sqlite3.Error as error:
        raise in_words(OSError(28 if "full" in str(error) else 5, str(error)), target) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _take(path: Path, now: Now, on_in_use: InUse, notices: list[str] | None = None) -> bool:
    """Take the plan. Returns whether it may be written."""
    try:
        other = owner.take(path, now())
    except OSError:
        if notices is None:
            raise
        notices.append(_("{name} cannot be written here, so it is open for reading only.").format(name=path.name))
        return False
    if other is None:
        if path.exists() and not os.access(path, os.W_OK):
            owner.let_go(path)
            if notices is not None:
                notices.append(_("{name} is write-protected; it is open for reading only.").format(name=path.name))
            return False
        return True
    who = _("{name} is open by {user} on {host}").format(name=path.name, user=other.user, host=other.host)
    if on_in_use == "refuse" or notices is None:
        raise PlanInUse(_("{who}; close it there, or open it for reading.").format(who=who))
    if on_in_use == "anyway":
        owner.owner_file(path).unlink(missing_ok=True)
        return owner.take(path, now()) is None
    notices.append(_("{who}; this is a copy for reading.").format(who=who))
    return False


def _settle(database: Path) -> None:
    """Finish what an interrupted program left in the journals of a private copy."""
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.DatabaseError as error:
        if "malformed" not in str(error) and "not a database" not in str(error):
            raise
    finally:
        connection.close()


def _home(path: Path, state_dir: Path | None) -> Path:
    if state_dir is None:
        from platformdirs import user_state_path

        state_dir = user_state_path("common-ground", appauthor=False)
    return state_dir / "open" / hashlib.sha256(str(path).encode()).hexdigest()[:24]


def _private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    sync_folder(folder.parent)


def _with_suffix(path: Path) -> Path:
    path = path.absolute()
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
