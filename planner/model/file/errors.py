"""What can go wrong with a plan file, each as one plain sentence: the file, the cause, the next step."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from planner.i18n import _
from planner.model.file.format import SUFFIX

if TYPE_CHECKING:
    from planner.model.file.owner import Owner


class PlanFileError(Exception):
    """A plan file cannot be used as asked. ``str()`` is a sentence for the user."""


class NotAPlan(PlanFileError):
    """The file is something else."""


class NewerPlan(PlanFileError):
    """The file was made by a later version of the program."""


class DamagedPlan(PlanFileError):
    """The file is a plan, but not whole, or holds what no plan holds."""


class PlanMissing(PlanFileError):
    """There is no such file."""


class PlaceTaken(PlanFileError):
    """A new plan would overwrite a file."""


class DiskFull(PlanFileError):
    """There is no space for the file."""


class ReadOnlyPlace(PlanFileError):
    """The file or its folder may not be written."""


class PlaceUnreachable(PlanFileError):
    """The folder is gone: a stick was pulled, a share is off line."""


class PlanInUse(PlanFileError):
    """Somebody has the plan open. ``owner`` says who."""

    def __init__(self, sentence: str, owner: Owner) -> None:
        super().__init__(sentence)
        self.owner = owner


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.ENODEV,
    errno.ENXIO,
    errno.EIO,
    errno.ENOTCONN,
    errno.ESTALE,
    errno.ETIMEDOUT,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
}


def explain(error: BaseException, path: Path, folder: Path | None = None) -> PlanFileError | None:
    """The plain form of what happened while this file was read or written; None for a fault of the program.

    ``folder`` is where it happened, when that is not the file's own folder.
    """
    place = folder / path.name if folder else path
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PlanFileError):
            return cause
        if isinstance(cause, OSError):
            return _of_system(cause, place)
        if isinstance(cause, sqlite3.Error):
            return _of_database(cause, place)
        cause = cause.__cause__
    return None


@contextmanager
def plainly(path: Path, folder: Path | None = None) -> Iterator[None]:
    """Raise PlanFileError in place of the system's and the database's errors about this file; see ``explain``."""
    try:
        yield
    except Exception as error:
        plain = explain(error, path, folder)
        if plain is None or plain is error:
            raise
        raise plain from error


def not_a_plan(path: Path) -> NotAPlan:
    if path.suffix == SUFFIX:
        text = _("“{name}” is not a Common Ground plan, whatever its name says; open a copy of it or another file.")
    else:
        text = _("“{name}” is not a Common Ground plan; choose a file that ends in .cgplan, or use Import.")
    return NotAPlan(text.format(name=path.name))


def newer(path: Path) -> NewerPlan:
    text = _("“{name}” was made by a newer version of Common Ground; update the program to open it.")
    return NewerPlan(text.format(name=path.name))


def damaged(path: Path, reason: str) -> DamagedPlan:
    return DamagedPlan(
        _("“{name}” is damaged ({reason}); open an earlier version or a copy of it instead.").format(
            name=path.name, reason=reason
        )
    )


def missing(path: Path) -> PlanMissing:
    return PlanMissing(
        _("There is no file “{name}” in {folder}; it may have been moved or renamed.").format(
            name=path.name, folder=path.parent
        )
    )


def exists(path: Path) -> PlaceTaken:
    return PlaceTaken(
        _("There is a file “{name}” in {folder} already; choose another name.").format(
            name=path.name, folder=path.parent
        )
    )


def disk_full(path: Path) -> DiskFull:
    return DiskFull(
        _("“{name}” could not be written because the disk is full; free some space on {folder} and try again.").format(
            name=path.name, folder=path.parent
        )
    )


def read_only(path: Path) -> ReadOnlyPlace:
    return ReadOnlyPlace(
        _("“{name}” may not be written in {folder}; save a copy of the plan in a folder of your own.").format(
            name=path.name, folder=path.parent
        )
    )


def unreachable(path: Path) -> PlaceUnreachable:
    return PlaceUnreachable(
        _("“{name}” cannot be reached in {folder}; connect the disk or share again, or save a copy elsewhere.").format(
            name=path.name, folder=path.parent
        )
    )


def _of_system(error: OSError, path: Path) -> PlanFileError:
    if error.errno in _FULL:
        return disk_full(path)
    if error.errno in _FORBIDDEN:
        return read_only(path)
    if error.errno in _GONE:
        return unreachable(path)
    return PlanFileError(
        _("“{name}” cannot be used ({reason}); save a copy under another name or in another folder.").format(
            name=path.name, reason=error.strerror or error
        )
    )


def _of_database(error: sqlite3.Error, path: Path) -> PlanFileError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its detail
    if code == sqlite3.SQLITE_FULL:
        return disk_full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return read_only(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return unreachable(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(error))
    return None
