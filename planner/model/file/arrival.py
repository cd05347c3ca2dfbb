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

_ROLLBACK_FORMAT = b"\x01\x01"


def bring_in(document: Path, room: Workroom, check: Check, notices: list[str], *, sync: bool = True) -> Fingerprint:
    """Copy the document into the room, recover and check it there, and return what the document held.

    This program never leaves a journal beside a document, but another one that wrote in the file itself may have. Sync
    programs also pair files of different times: a journal that does not fit is passed over. Both are said in
    ``notices``, and the document itself becomes an earlier version when it is published next.
    """
    content = copy_new(document, room.database, sync=sync)
    journal = _journal_of(document, _format(room.database))
    if journal is None:
        _settle_and_check(room.database, check, thorough=False)
        return content
    try:
        copy_new(journal, Path(f"{room.database}{journal.name.removeprefix(document.name)}"), sync=False)
        _settle_and_check(room.database, check, thorough=True)
        text = _("A program did not finish writing “{name}”; this was put in order with the help of “{journal}”.")
    except (sqlite3.Error, DamagedPlan):
        for ending in ("", *SIDECARS):
            Path(f"{room.database}{ending}").unlink(missing_ok=True)
        content = copy_new(document, room.database, sync=sync)
        _settle_and_check(room.database, check, thorough=True)
        text = _("“{journal}” lies beside “{name}” but does not belong to it, and was not used.")
    notices.append(text.format(name=document.name, journal=journal.name))
    return content


def _journal_of(document: Path, format: bytes) -> Path | None:
    """The journal that SQLite would use. A log belongs to no file in rollback format, which SQLite overlooks."""
    ending = "-journal" if format == _ROLLBACK_FORMAT else "-wal"
    journal = document.with_name(document.name + ending)
    try:
        return journal if 0 < journal.stat().st_size <= LARGEST else None
    except FileNotFoundError:
        return None


def _settle_and_check(database: Path, check: Check, *, thorough: bool) -> None:
    if thorough or _format(database) != _ROLLBACK_FORMAT:
        settle_database(database)
    check(database, thorough)


def _format(database: Path) -> bytes:
    """Whether a file needs others beside it, in two bytes of its header."""
    with database.open("rb") as file:
        return file.read(HEADER_SIZE)[18:20]
