"""The private folder of one open plan: its working copy, and the claim that says which document it belongs to.

The folder's name says which program start owns it, so that a program that ended without closing its plan is known.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

from planner.model.file.disk import Fingerprint, private_folder, sync_file, sync_folder
from planner.model.file.format import DATABASE_NAME
from planner.model.file.processes import is_running, my_start

_NOBODY = "0.0"


@dataclass(frozen=True, slots=True)
class Claim:
    """The document a working copy belongs to, what was last seen in it, and what is about to be put there."""

    path: str
    published: Fingerprint | None
    pending: Fingerprint | None

    @property
    def known(self) -> tuple[Fingerprint | None, ...]:
        """What the document holds where nobody else has written it."""
        return (self.published, self.pending)


class Workroom:
    """One private folder. Made empty; a claim makes it one that a later program start may have to recover."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / DATABASE_NAME
        self.image = folder / "image.db"
        self._claims = folder / "claims.jsonl"

    @classmethod
    def make(cls, state: Path) -> Workroom:
        """A new folder of this process."""
        folder = private_folder(state / "open") / _name(f"{os.getpid()}.{my_start()}")
        folder.mkdir(mode=0o700)
        return cls(folder)

    def claim(self, claim: Claim, *, sync: bool = True) -> None:
        """Write down which document this belongs to, durably, before anything relies on it."""
        descriptor = os.open(self._claims, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, json.dumps(asdict(claim)).encode() + b"\n")
            if sync:
                sync_file(descriptor)
        finally:
            os.close(descriptor)

    def last_claim(self) -> Claim | None:
        """What was last written down; None for a folder that its program had not finished making, or had given up."""
        with suppress(OSError):
            for line in reversed(self._claims.read_bytes().splitlines()):
                with suppress(ValueError, TypeError, KeyError):  # the last line may be half written
                    return _claim(json.loads(line))
        return None

    def sync(self) -> None:
        """Wait until the folder and its names are on the disk."""
        sync_folder(self.folder)
        sync_folder(self.folder.parent)

    def taken_over(self) -> Workroom | None:
        """The same folder, now of this process; None where another one was faster, or still holds it."""
        return self._renamed(f"{os.getpid()}.{my_start()}")

    def leave(self) -> None:
        """Leave the working copy to whoever opens its document next."""
        self._renamed(_NOBODY)

    def remove(self) -> None:
        """Delete the folder; from the first step on it claims nothing."""
        with suppress(OSError):
            self._claims.unlink(missing_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _renamed(self, owner: str) -> Workroom | None:
        try:
            return Workroom(self.folder.rename(self.folder.with_name(_name(owner))))
        except OSError:
            return None


def abandoned(state: Path) -> Iterator[Workroom]:
    """The folders of programs that ended without closing their plan, the newest claim first."""
    found = []
    with suppress(FileNotFoundError), os.scandir(state / "open") as entries:
        for entry in entries:
            pid, _dot, rest = entry.name.partition(".")
            start = rest.partition(".")[0]
            if pid.isdecimal() and not is_running(int(pid), start):
                found.append(Path(entry.path))
    yield from (Workroom(folder) for folder in sorted(found, key=_age, reverse=True))


def _age(folder: Path) -> float:
    with suppress(OSError):
        return folder.stat().st_mtime
    return 0.0


def _name(owner: str) -> str:
    return f"{owner}.{uuid4().hex[:12]}"


def _claim(stored: dict[str, object]) -> Claim:
    def fingerprint(value: object) -> Fingerprint | None:
        return Fingerprint(**value) if isinstance(value, dict) else None

    return Claim(str(stored["path"]), fingerprint(stored["published"]), fingerprint(stored["pending"]))
