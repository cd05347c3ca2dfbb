"""What a file from elsewhere is: a plan as text or another copy, a workbook of this program, deals, or a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from planner.exchange.cells import RawTable
from planner.exchange.delimited import read_delimited
from planner.exchange.sandbox import run_limited
from planner.exchange.sheets import read_foreign, read_sheets_slowly
from planner.exchange.tables import is_workbook

What = Literal["plan", "copy", "workbook", "crm", "list"]
PLAN: What = "plan"
COPY: What = "copy"
WORKBOOK: What = "workbook"
DEALS: What = "crm"
LIST: What = "list"
_TEXTS = frozenset((".yaml", ".yml"))
_DATABASE = b"SQLite format 3\0"


@dataclass(frozen=True)
class Recognised:
    """What a file is, and its sheets where it is a table."""

    what: What
    tables: tuple[RawTable, ...] = ()


def recognise(path: Path, tick: Callable[[], None] | None = None) -> Recognised:
    """Look into a file. ``tick`` is called while it is read and may stop it by raising. Raises ImportRefused."""
    if path.suffix.lower() in _TEXTS:
        return Recognised(PLAN)
    if is_workbook(path):
        from planner.exchange.workbook.marks import MARKS

        sheets = run_limited(read_foreign, path, MARKS, tick=tick, otherwise=partial(read_sheets_slowly, path))
        return Recognised(WORKBOOK) if sheets is None else of_tables(sheets)
    with path.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            return Recognised(COPY)
    return of_tables((run_limited(read_delimited, path, tick=tick),))


def of_tables(tables: tuple[RawTable, ...]) -> Recognised:
    """Deals where more columns of a CRM are found than of any list, else a list."""
    from planner.exchange.crm.columns import find_columns
    from planner.exchange.lists.find import best_score

    deals = max((len(found.place) for table in tables if (found := find_columns(table)) is not None), default=0)
    return Recognised(DEALS if deals > best_score(tables) else LIST, tables)
