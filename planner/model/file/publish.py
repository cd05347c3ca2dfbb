"""Putting a whole new version in the place of the user's file: nobody ever sees half of one.

The new version is built in the private folder, copied beside the document, brought to the disk, and only then given
the document's name. A document that somebody else has changed in the meantime is left as it is, and the new version
gets a name of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.i18n import _
from planner.model.file.disk import (
    SIDECARS,
    Fingerprint,
    copy_new,
    fingerprint,
    free_name,
    host_name,
    move_over,
    sync_folder,
    temporary_beside,
)

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Published:
    """When a plan reached which file. ``conflict_copy``: that file, where the document had been changed elsewhere."""

    at: datetime
    path: Path
    conflict_copy: Path | None


class Delivery:
    """A new version, on the disk beside the document and not yet in its place."""

    def __init__(self, temporary: Path, document: Path, content: Fingerprint) -> None:
        self._temporary = temporary
        self._document = document
        self.content = content

    def replaces_foreign(self, published: Fingerprint | None) -> bool:
        """Whether the document now holds something that we neither found nor put there; a missing one does not."""
        return fingerprint(self._document) not in (None, published)

    def put(self, target: Path) -> None:
        """Give the new version this name, durably."""
        for ending in SIDECARS:  # SQLite would play an old journal into the new file
            Path(f"{target}{ending}").unlink(missing_ok=True)
        move_over(self._temporary, target)
        sync_folder(target.parent)


@contextmanager
def delivery(image: Path, document: Path, at: datetime | None = None) -> Iterator[Delivery]:
    """Copy the new version beside the document, and in the end leave nothing there but documents.

    ``at`` becomes the time of the file, so that the program and the folder tell the same time of a version.
    """
    temporary = temporary_beside(document)
    temporary.unlink(missing_ok=True)
    try:
        content = copy_new(image, temporary)
        _keep_rights(document, temporary)
        if at:
            os.utime(temporary, (at.timestamp(), at.timestamp()))
        yield Delivery(temporary, document, content)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def conflict_name(document: Path, now: datetime) -> Path:
    """The name for our version of a document that somebody else has changed."""
    ours = _("{name} (copy from {host} {date})").format(
        name=document.stem, host=host_name().translate(_NOT_IN_NAMES), date=f"{now.astimezone():%Y-%m-%d}"
    )
    return free_name(document.with_name(ours + document.suffix))


def upgrade_name(document: Path) -> Path:
    """The name under which a document of an older file version is kept."""
    return free_name(document.with_name(_("{name} (before upgrade)").format(name=document.stem) + document.suffix))


def copy_name(document: Path) -> Path:
    """The name for a copy to work on while somebody else has the document open."""
    return free_name(document.with_name(_("{name} (copy)").format(name=document.stem) + document.suffix))


def earlier_name(document: Path, at: datetime) -> Path:
    """The name for an earlier version of a document that is to be looked at beside it."""
    name = _("{name} (as of {date})").format(name=document.stem, date=f"{at.astimezone():%Y-%m-%d %H.%M}")
    return free_name(document.with_name(name + document.suffix))


def copy_beside(source: Path, target: Path) -> None:
    """Copy a document to a name beside it that no file has, whole or not at all."""
    with delivery(source, target) as new:
        new.put(target)


def _keep_rights(document: Path, new: Path) -> None:
    """Who might read and write the old version may read and write the new one, as far as the disk knows of rights."""
    if sys.platform != "win32" and document.exists():
        before = document.stat()
        with suppress(OSError):
            new.chmod(before.st_mode & 0o777)
            os.chown(new, -1, before.st_gid)
