"""Earlier versions of a plan, kept on this computer and thinned by age."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planner.model.file.disk import copy_new, move_over, private_folder
from planner.model.file.format import SUFFIX

EVERY = timedelta(minutes=10)
RECENT, DAYS, WEEKS = 10, 7, 4

_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A plan as it was: when it was written (UTC), and the file that holds it."""

    at: datetime
    path: Path


class Snapshots:
    """The earlier versions of one plan. Files in the private folder, named by the time each was written."""

    def __init__(self, state: Path, document: Path) -> None:
        name = os.path.normcase(document).encode("utf-8", "surrogateescape")
        self._folder = state / "versions" / hashlib.sha256(name).hexdigest()[:20]
        self._kept_at: datetime | None = None

    def keep(self, document: Path, now: datetime) -> None:
        """Keep the document before it is replaced: the first time it is, and then at most every ten minutes."""
        if self._kept_at is not None and now - self._kept_at < EVERY:
            return
        private_folder(self._folder.parent)
        private_folder(self._folder)
        written = datetime.fromtimestamp(document.stat().st_mtime, UTC)
        unfinished = self._folder / "unfinished"
        unfinished.unlink(missing_ok=True)
        copy_new(document, unfinished)
        move_over(unfinished, self._folder / f"{written:{_STAMP}}{SUFFIX}")
        self._kept_at = now
        self._thin()

    def all(self) -> list[EarlierVersion]:
        """What is kept, newest first."""
        found = [EarlierVersion(at, path) for path in self._folder.glob(f"*{SUFFIX}") if (at := _time_of(path))]
        return sorted(found, key=lambda version: version.at, reverse=True)

    def forget(self) -> None:
        """Delete them all."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _thin(self) -> None:
        versions = self.all()
        kept = worth_keeping(version.at for version in versions)
        for version in versions:
            if version.at not in kept:
                version.path.unlink(missing_ok=True)


def worth_keeping(times: Iterable[datetime]) -> set[datetime]:
    """The ten newest, the newest of each of the last seven days, and of each of the last four weeks, that have any."""
    newest_first = sorted(set(times), reverse=True)
    days: dict[object, datetime] = {}
    weeks: dict[object, datetime] = {}
    for time in newest_first:
        days.setdefault(time.date(), time)
        weeks.setdefault(time.isocalendar()[:2], time)
    return {*newest_first[:RECENT], *list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]}


def _time_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
