"""What a program that ended without closing its plan left behind: taken up again, or set aside, and said."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from planner.i18n import _
from planner.model.file.disk import (
    SIDECARS,
    Fingerprint,
    fingerprint,
    free_name,
    move_over,
    private_folder,
    sync_folder,
)
from planner.model.file.errors import DiskFull, PlanFileError, explain
from planner.model.file.format import SUFFIX
from planner.model.file.workroom import Claim, Workroom, abandoned

Check = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Adopted:
    """A working copy taken up again. ``has_news``: it holds edits that the document does not."""

    room: Workroom
    has_news: bool


def settle_database(database: Path) -> None:
    """Finish or roll back what a crash interrupted, and leave one file in rollback format without any beside it."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


class Recovery:
    """Looks after the working copies that crashes left of one document. Adds to ``notices`` what the user must know."""

    def __init__(self, state: Path, document: Path, now: datetime, notices: list[str]) -> None:
        self._state = state
        self._document = document
        self._now = now
        self._notices = notices

    def take_up(self, present: Fingerprint | None, check: Check) -> Adopted | None:
        """The newest working copy that belongs to the document as it is; all others with edits are set aside.

        ``present`` is what the document holds now, None where it is missing: then the working copy brings it back.
        ``check`` raises PlanFileError for a working copy that is not whole.
        """
        adopted: Adopted | None = None
        for room, claim in self._left():
            with _left_in_peace_on_error(room):
                fits = adopted is None and (present is None or present in claim.known)
                reached = present if fits else claim.published
                adopted = self._settle(room, reached, check if fits else None) or adopted
        return adopted

    def set_aside(self) -> None:
        """Keep the edits of all of them elsewhere, because the document begins anew."""
        for room, claim in self._left():
            with _left_in_peace_on_error(room):
                self._settle(room, claim.published, None)

    def _left(self) -> Iterator[tuple[Workroom, Claim]]:
        for room in abandoned(self._state):
            claim = room.last_claim()
            if claim is None:
                room.remove()
            elif os.path.normcase(claim.path) == os.path.normcase(self._document) and (mine := room.taken_over()):
                yield mine, claim

    def _settle(self, room: Workroom, reached: Fingerprint | None, check: Check | None) -> Adopted | None:
        """The working copy, where ``check`` is given and passes; otherwise it is set aside, or deleted without news.

        ``reached`` is the last content that certainly reached the document; any other is news. One that was about to
        be put there when the crash came may not have got there.
        """
        edited = _edited(room.database)
        aside: Path | None = None
        try:
            content = _content(room)
            has_news = content is not None and content != reached
            if check and content:
                check(room.database)
                if has_news:
                    self._say(_("Edits of {time} that had not reached “{name}” were recovered."), edited)
                return Adopted(room, has_news)
        except (sqlite3.Error, PlanFileError) as error:
            if isinstance(explain(error, room.database), DiskFull):
                raise
            aside = self._keep_damaged(room, edited)
        else:
            if has_news:
                aside = self._keep(room, edited)
            room.remove()
        if aside is not None:
            text = _("Edits of {time} that do not fit “{name}” any more were set aside; they are in {aside}.")
            self._say(text, edited, aside)
        return None

    def _keep(self, room: Workroom, edited: datetime) -> Path:
        target = self._aside(edited)
        os.utime(room.image, (edited.timestamp(), edited.timestamp()))
        move_over(room.image, target)
        sync_folder(target.parent)
        return target

    def _keep_damaged(self, room: Workroom, edited: datetime) -> Path:
        """Keep the working copy as it is, with what SQLite wrote beside it, for somebody who can repair it."""
        target = self._aside(edited)
        for ending in ("", *SIDECARS):
            part = Path(f"{room.database}{ending}")
            if part.exists():
                move_over(part, Path(f"{target}{ending}"))
        room.remove()
        return target

    def _aside(self, edited: datetime) -> Path:
        name = _("{name} (recovered {time})").format(name=self._document.stem, time=f"{edited:%Y-%m-%d %H.%M}")
        return free_name(private_folder(self._state / "recovered") / f"{name}{SUFFIX}")

    def _say(self, text: str, edited: datetime, aside: Path | None = None) -> None:
        self._notices.append(text.format(time=_spoken(edited, self._now), name=self._document.name, aside=aside))


@contextmanager
def _left_in_peace_on_error(room: Workroom) -> Iterator[None]:
    try:
        yield
    except BaseException:
        room.leave()
        raise


def _content(room: Workroom) -> Fingerprint | None:
    """What the working copy holds; None where nothing. Leaves it as ``room.image``, as publishing does."""
    room.image.unlink(missing_ok=True)
    Path(f"{room.image}-journal").unlink(missing_ok=True)
    if not room.database.exists():
        return None
    settle_database(room.database)
    with closing(sqlite3.connect(room.database, isolation_level=None)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return None
        connection.execute("VACUUM INTO ?", (str(room.image),))
    return fingerprint(room.image)


def _edited(database: Path) -> datetime:
    """When the database was last written, in local time."""
    files = [path for path in (database, Path(f"{database}-wal")) if path.exists()]
    return datetime.fromtimestamp(max((path.stat().st_mtime for path in files), default=0.0)).astimezone()


def _spoken(time: datetime, now: datetime) -> str:
    """A time as people say it: today 17:03, yesterday 17:03, 2026-11-21 17:03."""
    today = now.astimezone().date()
    if time.date() == today:
        return _("today {time}").format(time=f"{time:%H:%M}")
    if time.date() == today - timedelta(days=1):
        return _("yesterday {time}").format(time=f"{time:%H:%M}")
    return f"{time:%Y-%m-%d %H:%M}"
