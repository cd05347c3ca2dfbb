"""Writing whole files so that they are there after a power cut."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sys
from pathlib import Path

from planner.i18n import _
from planner.model.file.errors import DiskFull, PlanFileError, ReadOnlyPlace

_BUSY_ON_WINDOWS = {5, 32, 33}
_TRIES = 30


def fingerprint(path: Path) -> str | None:
    """Size and SHA-256 of a file that SQLite does not have open here; None where there is none."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    return f"{len(content)}:{hashlib.sha256(content).hexdigest()}"


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file and wait until it is on the disk."""
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing, 1 << 20)
        writing.flush()
        os.fsync(writing.fileno())


def replace_durably(source: Path, target: Path) -> None:
    """Put one file in the place of another at once. On Windows a virus scanner or a sync client may hold the
    target for a moment, so it is tried for some seconds."""
    for left in reversed(range(_TRIES)):
        try:
            source.replace(target)
            break
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS or not left:
                raise
            _wait_a_tenth()
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def in_words(error: OSError, path: Path) -> PlanFileError:
    """An operating system's error as a sentence about a plan file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(_("The disk is full, so {name} was not saved; free some space.").format(name=path.name))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyPlace(
            _("{name} cannot be written in {folder}; save a copy elsewhere.").format(name=path.name, folder=path.parent)
        )
    return PlanFileError(
        _("{name} could not be saved ({reason}); save a copy elsewhere.").format(
            name=path.name, reason=error.strerror or error
        )
    )


def _wait_a_tenth() -> None:
    import threading

    threading.Event().wait(0.1)
