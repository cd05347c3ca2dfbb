"""Looking at a file that may come from anybody, before anything in it is believed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from planner.i18n import _
from planner.model.file.errors import DamagedPlan, NewerPlan, NotAPlan, PlanMissing, ReadOnlyPlace
from planner.model.file.format import APPLICATION_ID, FILE_VERSION, LARGEST

Schema = Mapping[tuple[str, str], str]

_MAGIC = b"SQLite format 3\x00"
_STEPS = 50_000_000
"""How much work the database may do for the checks; a file made to be slow is stopped."""


def check_header(path: Path) -> int:
    """Look at the first bytes of a file. Returns its version. Raises PlanFileError."""
    name = path.name
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise PlanMissing(_("There is no file {path}.").format(path=path)) from None
    except IsADirectoryError:
        raise NotAPlan(_("{name} is a folder, not a plan.").format(name=name)) from None
    except OSError as error:
        raise ReadOnlyPlace(_("{name} cannot be read: {reason}.").format(name=name, reason=error.strerror)) from error
    if header[:16] != _MAGIC or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAPlan(_("{name} is not a Common Ground plan; to bring in other files, use Import.").format(name=name))
    if size > LARGEST:
        raise NotAPlan(_("{name} is larger than any plan can be and was not opened.").format(name=name))
    version = int.from_bytes(header[60:64], "big")
    if version > FILE_VERSION:
        raise NewerPlan(
            _("{name} was saved by a newer version of Common Ground; update the program to open it.").format(name=name)
        )
    return version


def check_untrusted(path: Path, expected: Schema) -> None:
    """Check header, schema and soundness of a plan file that nothing has open. Raises PlanFileError.

    The schema must be exactly the expected one, text by text: a trigger, a view in place of a table or a hostile
    default would run as soon as the plan is read.
    """
    check_header(path)
    if path.with_name(path.name + "-journal").exists() or path.with_name(path.name + "-wal").exists():
        return  # an unfinished write lies beside it; it is recovered on a private copy, which is checked then
    check_content(path, expected, named=path.name)


def check_content(path: Path, expected: Schema, *, named: str, thorough: bool = False) -> None:
    """The part of the check that reads the database."""
    damaged = _("{name} is damaged; open an earlier version of it, or a copy.").format(name=named)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024)
        for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {pragma}")
        _limit_work(connection)
        found = {
            (kind, name): sql
            for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        }
        if {key: _plain(sql) for key, sql in found.items()} != {key: _plain(sql) for key, sql in expected.items()}:
            raise NotAPlan(_("{name} holds things that no plan holds and was not opened.").format(name=named))
        check = "integrity_check" if thorough else "quick_check"
        if connection.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
            raise DamagedPlan(damaged)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DamagedPlan(damaged)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise DamagedPlan(damaged) from error
    finally:
        connection.close()


def _limit_work(connection: sqlite3.Connection) -> None:
    left = [_STEPS // 100_000]

    def tick() -> int:
        left[0] -= 1
        return int(left[0] < 0)

    connection.set_progress_handler(tick, 100_000)


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()
