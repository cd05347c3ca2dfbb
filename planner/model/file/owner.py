"""Who has a plan open: a small file beside it, which a crash may leave behind and which then counts for nothing."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from planner.i18n import _
from planner.model.file.disk import host_name, temporary_beside
from planner.model.file.errors import PlanInUse
from planner.model.file.processes import UNKNOWN, is_running, my_start

_TRIES, _PAUSE = 20, 0.01

_held: set[str] = set()
"""The tokens of the marks that this process stands by. One that it could not take away, from a stick that was pulled
while the plan was open, says nothing any more."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who opened a plan, where and when (ISO time), and which program start that was."""

    user: str
    host: str
    pid: int
    time: str
    start: str = UNKNOWN
    token: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is a program on this machine."""
        return self.host == host_name()

    @property
    def is_gone(self) -> bool:
        """Whether the program that wrote this has certainly ended."""
        return self.is_here and (not is_running(self.pid, self.start) or (self._is_mine and self.token not in _held))

    @property
    def is_certain(self) -> bool:
        """Whether the program certainly still runs; of another machine nobody can say."""
        return self.is_here and self.start != UNKNOWN and is_running(self.pid, self.start)

    @property
    def _is_mine(self) -> bool:
        return self.pid == os.getpid() and self.start == my_start()


class OwnerFile:
    """This process's mark on a plan that it has open."""

    def __init__(self, path: Path, owner: Owner) -> None:
        self._path = path
        self._owner = owner

    @classmethod
    def acquire(cls, document: Path, now: Callable[[], datetime], *, anyway: bool = False) -> OwnerFile:
        """Mark the plan as open here.

        ``anyway`` also takes the mark of somebody who may be gone, but never that of a program that certainly runs.
        Raises PlanInUse, and OSError where no file can be made beside the plan.
        """
        path = owner_path(document)
        owner = Owner(_user(), host_name(), os.getpid(), now().isoformat(timespec="seconds"), my_start(), uuid4().hex)
        while not _create(path, owner):
            other = _read(path)
            if other and not other.is_gone and not (anyway and not other.is_certain):
                raise in_use(document, other)
            _remove(path, other, temporary_beside(document))
        _held.add(owner.token)
        return cls(path, owner)

    def release(self) -> None:
        """Take the mark away, unless somebody else has put theirs in its place."""
        _held.discard(self._owner.token)
        if _parse(self._path) == self._owner:
            with suppress(OSError):  # the stick is gone, and the mark with it
                self._path.unlink()


def owner_path(document: Path) -> Path:
    """Where the mark of a plan is."""
    return document.with_name(f".~lock.{document.name}#")


def current_owner(document: Path) -> Owner | None:
    """Who has the plan open; None where nobody has, a program that crashed included."""
    other = _parse(owner_path(document))
    return None if other is None or other.is_gone else other


def in_use(document: Path, owner: Owner) -> PlanInUse:
    """The error that says who has the plan open."""
    text = _("“{name}” is in use by {user} on {host} since {time}; close it there, or open it to read only.")
    return PlanInUse(_filled(text, document, owner), owner)


def seen_only(document: Path, owner: Owner) -> str:
    """The sentence for a plan that is opened to read only, because somebody has it open."""
    text = _("“{name}” is in use by {user} on {host} since {time}, so it is open to read only here.")
    return _filled(text, document, owner)


def _filled(text: str, document: Path, owner: Owner) -> str:
    return text.format(
        name=document.name,
        user=owner.user or _("somebody"),
        host=owner.host or _("another computer"),
        time=owner.time.replace("T", " ")[:16],
    )


def _create(path: Path, owner: Owner) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps(asdict(owner)).encode())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return True


def _read(path: Path) -> Owner | None:
    """Who the mark names. One that stays unreadable was left by a crash: writing one takes no time."""
    for _try in range(_TRIES):
        owner = _parse(path)
        if owner or not path.exists():
            return owner
        time.sleep(_PAUSE)
    return None


def _parse(path: Path) -> Owner | None:
    with suppress(OSError, ValueError, TypeError):
        return Owner(**json.loads(path.read_bytes()))
    return None


def _remove(path: Path, seen: Owner | None, aside: Path) -> None:
    """Take a stale mark away. Moving it first makes sure that of two programs only one does."""
    with suppress(FileNotFoundError):
        path.replace(aside)
        if _parse(aside) == seen:
            aside.unlink()
        else:
            aside.replace(path)  # another program was faster, and this is its mark


def _user() -> str:
    names = (os.environ.get(name) for name in ("USER", "USERNAME", "LOGNAME"))
    return next(filter(None, names), "")
