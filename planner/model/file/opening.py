"""Taking a plan: who may write it, what a crash left of it, and its content in a private folder, checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from planner.i18n import _
from planner.model.file import errors
from planner.model.file.arrival import Check, bring_in
from planner.model.file.disk import Fingerprint, fingerprint, leftovers_beside
from planner.model.file.errors import PlanInUse
from planner.model.file.owner import OwnerFile, seen_only
from planner.model.file.publish import copy_beside, copy_name
from planner.model.file.recovery import Recovery
from planner.model.file.workroom import Claim, Workroom

InUse = Literal["refuse", "read_only", "copy", "anyway"]
Now = Callable[[], datetime]


@dataclass(slots=True)
class Taken:
    """A plan that this process has taken."""

    path: Path
    room: Workroom
    owner: OwnerFile | None
    """None where it may only be read."""
    published: Fingerprint | None = None
    """What the document held; None where there was none."""
    has_news: bool = False
    """The room holds edits of an earlier session that the document lacks, and their image."""
    notices: list[str] = field(default_factory=list)


def take_new(path: Path, state: Path, now: Now) -> Taken:
    """Take a path for a plan that begins there. Raises PlanInUse and OSError."""
    owner = OwnerFile.acquire(path, now)
    with _undone_on_error(owner.release):
        taken = Taken(path, Workroom.make(state), owner, fingerprint(path))
        with _undone_on_error(taken.room.remove):
            Recovery(state, path, now(), taken.notices).set_aside()
            # It claims to know no content: after a crash an old document stands, and the new plan is set aside.
            taken.room.claim(Claim(str(path), None, None))
            taken.room.sync()
    return taken


def take(path: Path, state: Path, now: Now, check: Check, on_in_use: InUse) -> Taken:
    """Take a plan that is there, or that a crash left in a private folder only. Raises PlanFileError and OSError."""
    try:
        if path.exists() and not _may_be_written(path):
            return _view(path, state, check, _read_only_because(errors.read_only(path)))
        owner = OwnerFile.acquire(path, now, anyway=on_in_use == "anyway")
    except PlanInUse as error:
        if on_in_use == "read_only":
            return _view(path, state, check, seen_only(path, error.owner))
        if on_in_use == "copy":
            return _take_copy(path, state, now, check)
        raise
    except OSError as error:  # no file can be made in the folder: it is read-only, or its disk is full
        if not path.exists():
            raise errors.missing(path) from error
        return _view(path, state, check, _read_only_because(errors.explain(error, path)))
    with _undone_on_error(owner.release):
        if on_in_use != "anyway":  # nobody else is at work here, so these are of no use to anybody
            _clear(path)
        return _take_owned(path, owner, state, now, check)


def _take_owned(path: Path, owner: OwnerFile, state: Path, now: Now, check: Check) -> Taken:
    notices: list[str] = []
    present = fingerprint(path)
    adopted = Recovery(state, path, now(), notices).take_up(present, lambda database: check(database, True))
    if adopted is None:
        if present is None:
            raise errors.missing(path)
        taken = Taken(path, Workroom.make(state), owner, notices=notices)
        with _undone_on_error(taken.room.remove):
            taken.published = bring_in(path, taken.room, check, notices)
            taken.room.claim(Claim(str(path), taken.published, None))
            taken.room.sync()
        return taken
    taken = Taken(path, adopted.room, owner, present, adopted.has_news, notices)
    with _undone_on_error(taken.room.leave):
        taken.room.claim(Claim(str(path), present, None))
        taken.room.sync()
    return taken


def _take_copy(path: Path, state: Path, now: Now, check: Check) -> Taken:
    copy = copy_name(path)
    copy_beside(path, copy)
    taken = take(copy, state, now, check, "refuse")
    text = _("“{name}” is open elsewhere; you are working on a copy of it, “{copy}”.")
    taken.notices.append(text.format(name=path.name, copy=copy.name))
    return taken


def _view(path: Path, state: Path, check: Check, notice: str) -> Taken:
    """The content of a document that is not ours to write. A crash leaves nothing of it that anybody needs."""
    taken = Taken(path, Workroom.make(state), None, notices=[notice])
    with _undone_on_error(taken.room.remove):
        taken.published = bring_in(path, taken.room, check, taken.notices, sync=False)
    return taken


def _read_only_because(error: BaseException | None) -> str:
    return _("The plan is open to read only: {reason}").format(reason=error)


def _may_be_written(document: Path) -> bool:
    """Whether the rights of the file let this user write it; whether its folder does shows when it is tried."""
    return os.access(document, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _clear(path: Path) -> None:
    for left in leftovers_beside(path):
        with suppress(OSError):
            left.unlink()


@contextmanager
def _undone_on_error(undo: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        undo()
        raise
