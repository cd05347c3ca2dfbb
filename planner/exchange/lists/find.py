"""Finding the table in a sheet: its head (one row or two), its columns, its rows; totals and notes are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from planner.exchange.cells import Cell, RawTable
from planner.exchange.lists.headers import Head, says_thousands, texts_of, year_in
from planner.exchange.lists.headrows import LONGEST_NAME, find_heads, read_heads, score_of
from planner.exchange.lists.kinds import KINDS, Kind
from planner.exchange.plainwords import plain
from planner.i18n import _

_GAP = 12
"""So many empty rows end a table."""
_TOTAL = re.compile(
    r"^(?:grand |sub ?|sous |zwischen|net )?"
    r"(?:totals?|sum|summe|gesamt\w*|subtotaa?l|insgesamt|somme|suma|totale?s?|totaal|tussentotaal|endsumme|balance)\b"
)
_NOTE = re.compile(r"^(?:note|notes|source|quelle|hinweis|anmerkung|remarque|nota|fuente|legend|\*|\(\d+\)|\d+\))")
_CLICKS = re.compile(
    r"\b(?:impr|impressions?|impressionen|impresiones|impressioni|impressoes|vertoningen|clicks?|klicks?|clics?|clic"
    r"|cliques|ctr|cpc|cpm|reach|reichweite|alcance|couverture|copertura|bereik)\b"
)
_HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: its number in the sheet, its cells under the columns, and the heading it stands under."""

    row: int
    cells: tuple[Cell, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row of the sheet that is no row of the list, and why, in words."""

    row: int
    reason: str
    line: Line | None = None
    """What it would be if a person takes it in; None where nobody can."""
    heading: bool = False
    """Whether it is the name of a group of rows, which is used and not lost."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a sheet: rows as a spreadsheet numbers them, columns from 0; the first and the last belong to it."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Found:
    """A table in a sheet."""

    sheet: str
    first_column: int
    head_rows: tuple[int, ...]
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    title: str = ""
    year: int | None = None
    """The year that the title over it names."""
    thousands: bool = False

    @property
    def score(self) -> float:
        """How much of it was recognised."""
        return score_of(self.heads)

    @property
    def area(self) -> Area:
        """Where it stands, from its head to its last row."""
        rows = [*self.head_rows, *(line.row for line in self.lines), *(out.row for out in self.left_out)]
        right = self.first_column + len(self.heads) - 1
        return Area(self.sheet, min(rows, default=1), self.first_column, max(rows, default=1), right)


def find_list(tables: Sequence[RawTable], kind: Kind) -> Found | None:
    """The best table of this kind in the sheets; None where nothing looks like one."""
    found = [table for sheet in tables for table in find_all(sheet, kind)]
    return max(found, key=lambda table: (table.score, len(table.lines)), default=None)


def best_score(tables: Sequence[RawTable]) -> float:
    """How much is recognised of the list that the sheets most look like; 0 where they look like none."""
    return max((score_of(heads) for kind in KINDS.values() for table in tables
                for _index, _first, heads, _rows in find_heads(table, kind)), default=0.0)  # fmt: skip


def guess_kind(tables: Sequence[RawTable]) -> Kind | None:
    """The kind of list that the sheets most look like."""
    best: tuple[float, str] = (0.0, "")
    for kind in KINDS.values():
        score = max((score_of(heads) for table in tables for _i, _f, heads, _r in find_heads(table, kind)), default=0.0)
        if score and kind.key == "spend" and (found := find_list(tables, kind)) is not None:
            score += 0.5 * _goes_on(found) + 0.5 * _counts_clicks(found)
        if score > best[0]:
            best = (score, kind.key)
    return KINDS.get(best[1])


def _goes_on(found: Found) -> bool:
    """Whether the same names come back day after day, as in reports of spend and never in plans."""
    place = next((place for place, head in enumerate(found.heads) if head.role == "line"), None)
    if place is None:
        return True
    names = [line.cells[place] for line in found.lines if place < len(line.cells)]
    return len(set(names)) < len(names) * 0.8


def _counts_clicks(found: Found) -> bool:
    """Whether there are columns that only reports of ad platforms have."""
    return any(_CLICKS.search(plain(head.title)) for head in found.heads if not head.role)


def find_all(sheet: RawTable, kind: Kind) -> list[Found]:
    """The tables of one kind in a sheet, from top to bottom and from left to right."""
    starts = list(find_heads(sheet, kind))
    found = []
    for place, (index, first, heads, rows) in enumerate(starts):
        below = [
            start - len(numbers) + 1
            for start, left, other, numbers in starts[place + 1 :]
            if start > index and _overlap(first, heads, left, other)
        ]
        found.append(table_at(sheet, kind, index, first, heads, rows, min(below, default=len(sheet.rows))))
    return found


def _overlap(first: int, heads: Sequence[Head], left: int, other: Sequence[Head]) -> bool:
    return first < left + len(other) and left < first + len(heads)


def table_at(
    sheet: RawTable,
    kind: Kind,
    index: int,
    first: int,
    heads: tuple[Head, ...],
    rows: tuple[int, ...],
    end: int,
    gap: int = _GAP,
) -> Found:
    """The table whose head ends at ``sheet.rows[index]`` and which ends before ``sheet.rows[end]``, or where more than
    ``gap`` empty rows begin."""
    title = title_over(sheet, index - len(rows) + 1)
    lines: list[Line] = []
    left: list[LeftOut] = []
    headings: list[Line] = []
    group, before = "", rows[-1] if rows else 0
    for row in sheet.rows[index + 1 : end]:
        if row.number - before > gap:
            break
        cells = tuple(row.cells[first : first + len(heads)])
        filled = [cell for cell in cells if cell != ""]
        if not filled:
            continue
        before = row.number
        reason = _no_line(cells, filled, heads)
        if reason == _HEADING:
            group = _as_text(filled[0])
            headings.append(Line(row.number, cells))
        elif reason:
            left.append(LeftOut(row.number, reason, Line(row.number, cells, group)))
        else:
            lines.append(Line(row.number, cells, group))
    if len(headings) > len(lines):  # a list of bare names, not a list under headings
        lines = sorted([*(Line(line.row, line.cells) for line in lines), *headings], key=lambda line: line.row)
    else:
        said = _("a heading: {text}")
        left += [LeftOut(line.row, said.format(text=texts_of(line.cells)[-1]), line, heading=True) for line in headings]
    return Found(
        sheet.sheet, first, rows, heads, tuple(lines), tuple(sorted(left, key=lambda out: out.row)), title,
        year_in(title or sheet.sheet), says_thousands(title),
    )  # fmt: skip


def _as_text(cell: Cell) -> str:
    return texts_of((cell,))[0]


def _no_line(cells: Sequence[Cell], filled: Sequence[Cell], heads: Sequence[Head]) -> str:
    """Why a row is none of the list, in words or as ``_HEADING``; empty where it is one."""
    first = filled[0]
    if not isinstance(first, str):
        return ""
    if _TOTAL.match(plain(first)):
        return _("a total")
    if len(heads) >= 3 and len(filled) == 1:
        if _NOTE.match(first.casefold()):
            return _("a note under the table")
        return _HEADING if cells.index(first) <= 1 and len(first) <= LONGEST_NAME else ""
    if first.casefold() == next((head.title.casefold() for head in heads if head.title), ""):
        texts = [text.casefold() for text in texts_of(tuple(cells))]
        if texts == [head.title.casefold() for head in heads[: len(texts)]]:
            return _("the head once more")
    return ""


def table_below(sheet: RawTable, kind: Kind, index: int, titles: list[str]) -> Found:
    """The table whose head is this row, whatever its columns are called."""
    first = next(place for place, title in enumerate(titles) if title)
    heads = read_heads(kind, titles[first:])
    return table_at(sheet, kind, index, first, heads, (sheet.rows[index].number,), len(sheet.rows))


def title_over(sheet: RawTable, index: int) -> str:
    """What stands over a table, as one text."""
    above = [text for row in sheet.rows[max(0, index - 6) : index] for text in texts_of(row.cells) if text]
    return " · ".join(above[:6])
