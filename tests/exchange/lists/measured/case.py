"""One workbook or export as somebody made it, and what has to be understood of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

DAY, MOMENT = date, datetime


@dataclass(frozen=True)
class Case:
    """``sheets`` are rows of cells by the name of a sheet; ``text`` is a delimited text with its letters instead."""

    name: str
    kind: str
    head: tuple[int, ...]
    """The rows of the names of the columns."""
    roles: Mapping[str, str]
    """What each column holds by its title; columns that are not named here must not be used."""
    rows: Mapping[int, Mapping[str, Any]]
    """Every row that is read by its number, and values of it that must be exactly so (months as ``m1``, ``a1``)."""
    sheets: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)
    text: str = ""
    letters: str = "utf-8"
    merged: Sequence[str] = ()
    sheet: str = ""
    left: Sequence[int] = ()
    """Rows of the table that are none of the list, headings included."""
    asks: Mapping[int, str] = field(default_factory=dict)
    """Rows that wait for an answer, and the key of the question."""

    def write(self, folder: Path) -> Path:
        """The file as it would arrive."""
        if self.text:
            path = folder / "list.csv"
            path.write_bytes(self.text.encode(self.letters))
            return path
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for title, rows in self.sheets.items():
            made = book.create_sheet(title)
            for row in rows:
                made.append(list(row))
            for area in self.merged if title == (self.sheet or title) else ():
                made.merge_cells(area)
        path = folder / "list.xlsx"
        book.save(path)
        return path
