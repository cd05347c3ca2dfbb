"""Bringing a document into a private folder, together with what a crashed program may have left beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from planner.i18n import _
from planner.model.file.disk import SIDECARS, Fingerprint, copy_new
from planner.model.file.errors import DamagedPlan
from planner.model.file.format import HEADER_SIZE, LARGEST
from planner.model.file.recovery import settle_database
from planner.model.file.workroom import Workroom

Check = Callable[[Path, bool], None]
"""Raises PlanFileError for a database that is no whole plan; with True it looks more thoroughly."""

_JOURNALS = ("-wal", "-journal")


def bring_in(document: Path, room: Workroom, check: Check, notices: list[str], *, sync: bool = True) -> Fingerprint:
    """Copy the document into the room, recover and check it there, and return what the document held.

    This program never leaves a journal beside a document, but another one may. A journal that does not fit, as sync
    programs produce them by pairing files of different times, is passed over and mentioned in ``notices``.
    """
    journals = [ending for ending in _JOURNALS if _is_plausible(Path(f"{document}{ending}"))]
    content = copy_new(document, room.database, sync=sync)
    for ending in journals:
        copy_new(Path(f"{document}{ending}"), Path(f"{room.database}{ending}"), sync=False)
    try:
        _settle_and_check(room.database, check, thorough=bool(journals))
    except (sqlite3.Error, DamagedPlan):
        if not journals:
            raise
        for ending in ("", *SIDECARS):
            Path(f"{room.database}{ending}").unlink(missing_ok=True)
        content = copy_new(document, room.database, sync=sync)
        _settle_and_check(room.database, check, thorough=True)
        text = _("“{stray}” lies beside the plan but does not belong to it, and was not used.")
        notices.append(text.format(stray=f"{document.name}{journals[0]}"))
    return content


def _settle_and_check(database: Path, check: Check, *, thorough: bool) -> None:
    with database.open("rb") as file:
        header = file.read(HEADER_SIZE)
    if thorough or header[18:20] != b"\x01\x01":  # 1: rollback format, which needs no other file
        settle_database(database)
    check(database, thorough)


def _is_plausible(journal: Path) -> bool:
    try:
        return 0 < journal.stat().st_size <= LARGEST
    except FileNotFoundError:
        return False
