"""Homework packs: a small workbook with what one person, or one side, is asked and owns.

It comes back like any other workbook of the plan (``planner.exchange.workbook_in``), credited to its giver.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.exchange.homework.recipient import NobodyError, Recipient, due_day, recipient
from planner.model.changes import Moment
from planner.model.plan import Day, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def write_homework(
    plan: Plan,
    results: Results,
    path: Path,
    to: Recipient,
    *,
    exported: Moment | None = None,
    today: Day = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write the pack whole or not at all, and return its path. Raises CancelledError, FaultyWorkbookError, OSError."""
    from planner.exchange.homework.sheets import make
    from planner.exchange.workbook.saving import save

    return save(make(plan, results, to, exported, today, due_day(plan, today)), path, cancelled)


__all__ = ["NobodyError", "Recipient", "due_day", "recipient", "write_homework"]
