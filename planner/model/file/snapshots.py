"""Earlier versions of a plan, kept on this computer and thinned by age."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from planner.model.file.disk import copy_durably

EVERY = timedelta(minutes=10)
_RECENT, _DAILY, _WEEKLY = 10, 7, 4
_FORMAT = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A plan as it was published at some time."""

    at: datetime
    path: Path


def earlier_versions(folder: Path) -> list[EarlierVersion]:
    """The versions kept in a folder, newest first."""
    found = []
    for path in folder.glob("*.cgplan"):
        with suppress(ValueError):
            found.append(EarlierVersion(datetime.strptime(path.stem, _FORMAT).replace(tzinfo=UTC), path))
    return sorted(found, key=lambda version: version.at, reverse=True)


def keep(source: Path, folder: Path, now: datetime, *, always: bool = False) -> None:
    """Keep a published file as an earlier version, at most one per ten minutes unless ``always``."""
    kept = earlier_versions(folder)
    if kept and not always and now - kept[0].at < EVERY:
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy_durably(source, folder / f"{now.astimezone(UTC).strftime(_FORMAT)}.cgplan")
    for version in too_many(earlier_versions(folder)):
        with suppress(OSError):
            version.path.unlink()


def too_many(versions: list[EarlierVersion]) -> list[EarlierVersion]:
    """Those to let go: kept are the ten newest, then the newest of each of seven days and four weeks."""
    kept = set(versions[:_RECENT])
    for wanted, period in ((_DAILY, "%Y-%m-%d"), (_WEEKLY, "%G-%V")):
        newest: dict[str, EarlierVersion] = {}
        for version in versions:
            newest.setdefault(version.at.strftime(period), version)
        kept.update(list(newest.values())[:wanted])
    return [version for version in versions if version not in kept]
