"""Files and folders: private ones, durable copies, replacing a file whole, and what a file's content is."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planner.model.file.format import HEADER_SIZE, unmarked

SIDECARS = ("-wal", "-journal", "-shm")
"""What SQLite writes beside a database."""

_CHUNK = 1024 * 1024
_WINDOWS_HELD = {5, 32, 33}
"""Windows' errors while a virus scanner or a sync client holds a file for a moment."""

_TRIES, _PAUSE = 20, 0.15


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file holds: its size in bytes, and the SHA-256 of its content without SQLite's own counters."""

    size: int
    sha256: str


def state_folder(given: Path | None) -> Path:
    """The private folder for working copies and earlier versions; the user's own where none is given."""
    if given is None:
        from platformdirs import user_state_path

        given = user_state_path("common-ground", appauthor=False)
    return private_folder(given)


def private_folder(path: Path) -> Path:
    """This folder, made where it is missing, closed to everybody else."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt" and path.stat().st_mode & 0o077:
        path.chmod(0o700)
    return path


def fingerprint(path: Path) -> Fingerprint | None:
    """What the file holds; None where there is none."""
    try:
        with path.open("rb") as file:
            return _drain(file.fileno(), None)
    except FileNotFoundError:
        return None


def copy_new(source: Path, target: Path, *, sync: bool = True) -> Fingerprint:
    """Copy a file to one that does not exist yet, durably, and return what was copied.

    Never for a database that SQLite has open in this process: closing it would take SQLite's locks away.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with source.open("rb") as file:
        out = os.open(target, flags, 0o666)
        try:
            found = _drain(file.fileno(), out)
            if sync:
                sync_file(out)
        except BaseException:
            os.close(out)
            target.unlink(missing_ok=True)
            raise
        os.close(out)
    return found


def sync_file(descriptor: int) -> None:
    """Wait until the file's content is on the disk; on macOS past the disk's own cache where that is possible."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the names in this folder are on the disk. Some shares cannot, and Windows needs no such call."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def move_over(source: Path, target: Path) -> None:
    """Give the file its place in one step; on Windows try again for about three seconds while it is held."""
    for left in reversed(range(_TRIES)):
        try:
            source.replace(target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_HELD or not left:
                raise
            time.sleep(_PAUSE)


def free_name(wanted: Path) -> Path:
    """This path, or the first with a number behind its name that no file has."""
    path, number = wanted, 1
    while os.path.lexists(path):
        number += 1
        path = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")
    return path


def host_name() -> str:
    """The name of this machine."""
    if sys.platform == "win32":
        name = os.environ.get("COMPUTERNAME", "")
    else:
        name = os.uname().nodename
    return name


def temporary_beside(document: Path) -> Path:
    """Where this process prepares a file for the document's folder."""
    return document.with_name(f".{document.name}.{os.getpid()}.tmp")


def leftovers_beside(document: Path) -> Iterator[Path]:
    """What processes that ended while they prepared a file left beside the document."""
    pattern = re.compile(rf"\.{re.escape(document.name)}\.\d+\.tmp(-journal)?")
    with os.scandir(document.parent) as entries:
        yield from [Path(entry.path) for entry in entries if pattern.fullmatch(entry.name)]


def _drain(source: int, target: int | None) -> Fingerprint:
    digest, size, chunk = hashlib.sha256(), 0, os.read(source, _CHUNK)
    while chunk:
        # A first chunk shorter than the header is a file that short: it is no plan, and any mark of it will do.
        digest.update(chunk if size else unmarked(chunk[:HEADER_SIZE]) + chunk[HEADER_SIZE:])
        size += len(chunk)
        if target is not None:
            _write(target, chunk)
        chunk = os.read(source, _CHUNK)
    return Fingerprint(size, digest.hexdigest())


def _write(target: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(target, rest) :]
