"""Where the lists of the plan stand in a workbook that comes back: by their headings, not by their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from planner.exchange.workbook.marks import GROUP, NO_ROW, Marks
from planner.exchange.workbook_in.raw import RawSheet, Value
from planner.exchange.workbook_in.values import tidy

_MOST_OF = 0.6
"""A row without a head for row ids is the head of a list when it holds this share of the list's headings."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row of a list: its number on the sheet, its id where it has one, its cells by key."""

    number: int
    id: str
    cells: Mapping[str, Value]


@dataclass(slots=True)
class FoundList:
    """One list of the plan as it stands on a sheet."""

    table: str
    sheet: RawSheet
    head: int
    columns: dict[str, int] = field(default_factory=dict)
    """By key, from 1."""
    id_column: int = 0
    strange: tuple[str, ...] = ()
    """Headings that no column of this list has."""
    rows: list[FoundRow] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    """By row number the activity whose lines follow."""


def find_lists(sheets: list[RawSheet], marks: Marks) -> dict[str, list[FoundList]]:
    """All lists, by table; a list that was copied stands in several places, the best first."""
    found: dict[str, list[FoundList]] = {}
    for sheet in sheets:
        heads = list(_heads(sheet, marks))
        ends = [one.head - 1 for one in heads[1:]] + [max(sheet.rows, default=0)] * bool(heads)
        for one, end in zip(heads, ends, strict=True):
            _fill(one, end)
            found.setdefault(one.table, []).append(one)
    for places in found.values():
        places.sort(key=lambda one: (-sum(bool(row.id) for row in one.rows), -len(one.rows)))
    return found


def _heads(sheet: RawSheet, marks: Marks) -> Iterator[FoundList]:
    by_heading: dict[str, set[str]] = {}
    for table, columns in marks.columns.items():
        for heading, _how in columns.values():
            by_heading.setdefault(tidy(heading).casefold(), set()).add(table)
    id_head = tidy(marks.row_id).casefold()
    for number, cells in sorted(sheet.rows.items()):
        texts = {tidy(cell).casefold(): at for at, cell in enumerate(cells, 1) if isinstance(cell, str)}
        counts: dict[str, int] = {}
        for text in texts:
            for table in by_heading.get(text, ()):
                counts[table] = counts.get(table, 0) + 1
        if not counts:
            continue
        table = max(counts, key=lambda one: (counts[one], counts[one] / len(marks.columns[one])))
        id_column = texts.get(id_head, 0)
        if id_column or counts[table] >= max(3.0, _MOST_OF * len(marks.columns[table])):
            yield _head(sheet, number, table, texts, id_column, marks)


def _head(
    sheet: RawSheet, number: int, table: str, texts: Mapping[str, int], id_column: int, marks: Marks
) -> FoundList:
    headings = {tidy(heading).casefold(): key for key, (heading, _how) in marks.columns[table].items()}
    columns = {key: texts[text] for text, key in headings.items() if text in texts}
    strange = tuple(
        str(sheet.at(number, at))
        for text, at in texts.items()
        if text and text not in headings and at != id_column
    )
    return FoundList(table, sheet, number, columns, id_column, strange)


def _fill(one: FoundList, end: int) -> None:
    """The rows under a head, to the last one that is used: programs do not always extend a table."""
    sheet = one.sheet
    for number in range(one.head + 1, end + 1):
        if number not in sheet.rows:
            continue
        id = str(sheet.at(number, one.id_column) or "").strip() if one.id_column else ""
        if id.startswith(GROUP):
            one.groups[number] = id[len(GROUP) :]
        if id == NO_ROW or id.startswith(GROUP):
            continue
        cells = {key: sheet.at(number, at) for key, at in one.columns.items()}
        if one.id_column or not _is_foot(one, number, cells):
            one.rows.append(FoundRow(number, id, cells))


def _is_foot(one: FoundList, number: int, cells: Mapping[str, Value]) -> bool:
    """Without row ids nothing tells totals and headings from rows but what they look like."""
    known = [key for key, value in cells.items() if value is not None]
    sums = [key for key in known if (number, one.columns[key]) in one.sheet.formulas]
    return len(known) < 2 or len(sums) * 2 > len(known)
