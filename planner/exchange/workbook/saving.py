"""A finished book as a file: checked, with the values of its formulas, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from planner.exchange.workbook import cached, lint
from planner.exchange.workbook.book import Book
from planner.exchange.workbook.cancelled import CancelledError
from planner.i18n import _


class FaultyWorkbookError(Exception):
    """A workbook came out with faults that a spreadsheet would repair or refuse; it was not handed over."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults[:20]))
        self.faults = faults


def save(book: Book, path: Path, cancelled: Callable[[], bool] = lambda: False) -> Path:
    """Write a book and return its path. Raises FaultyWorkbookError, CancelledError, OSError."""
    _properties(book)
    if found := lint.faults(book.workbook, book.cells.values):
        raise FaultyWorkbookError(found)
    with tempfile.TemporaryDirectory(prefix=".workbook-", dir=path.parent) as folder:
        raw, filled = Path(folder) / "raw.xlsx", Path(folder) / "filled.xlsx"
        book.workbook.save(raw)
        titles = [sheet.title for sheet in book.workbook.worksheets]
        if cached.fill(raw, filled, titles, book.cells.values) != len(book.cells.values):
            raise FaultyWorkbookError(["a formula was saved without its value"])
        if cancelled():
            raise CancelledError
        with filled.open("rb+") as file:
            os.fsync(file.fileno())
        filled.replace(path)
    return path


def _properties(book: Book) -> None:
    """What the workbook says about itself to programs that list files."""
    from datetime import datetime

    from openpyxl.packaging.custom import IntProperty, StringProperty

    facts, about = book.plan.facts, book.workbook.properties
    about.title = facts.title or _("Marketing plan")
    about.creator = "Common Ground"
    if book.today:
        about.created = datetime.fromisoformat(book.today)
    custom = book.workbook.custom_doc_props  # type: ignore[attr-defined]  # missing in the stubs only
    custom.append(StringProperty(name="PlanUid", value=book.marks.moment.plan))
    custom.append(IntProperty(name="ExportRev", value=book.marks.moment.seq))
    custom.append(IntProperty(name="SchemaVersion", value=book.marks.schema))
    custom.append(StringProperty(name="Audience", value=book.audience.value))
