"""A table as a person has drawn it in the sheet, with or without a row of names over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.exchange.cells import RawTable, column_letters
from planner.exchange.lists.find import Area, Found, table_at, title_over
from planner.exchange.lists.headers import Head, says_thousands, texts_of, year_in
from planner.exchange.lists.headrows import may_be_head, read_heads, score_of, with_content, with_row_below
from planner.exchange.lists.kinds import Kind


def table_in(sheet: RawTable, kind: Kind, area: Area) -> Found | None:
    """The table in a part of a sheet; None where nothing stands there."""
    rows = tuple(
        replace(row, cells=row.cells[: area.right + 1])
        for row in sheet.rows
        if area.top <= row.number <= area.bottom and any(text != "" for text in row.cells[area.left : area.right + 1])
    )
    if not rows:
        return None
    part = RawTable(rows, sheet.sheet, sheet.notes)
    width = area.right - area.left + 1
    inside = replace(rows[0], cells=rows[0].cells[area.left :])
    if not may_be_head(inside) and len(rows) > 1:
        found = table_at(part, kind, -1, area.left, _lettered(area), (), len(rows), gap=len(sheet.rows) + area.bottom)
        return replace(found, title="")
    names = (texts_of(inside.cells) + [""] * width)[:width]
    heads = read_heads(kind, names)
    head_rows: tuple[int, ...] = (rows[0].number,)
    double = with_row_below(part, kind, 0, area.left, names)
    if double is not None and score_of(double[0]) > score_of(heads) + 0.5:
        heads, head_rows = double[0][:width], double[1]
    last = len(head_rows) - 1
    heads = with_content(part, kind, last, area.left, heads)
    found = table_at(part, kind, last, area.left, heads, head_rows, len(rows), gap=area.bottom)
    whole = next((place for place, row in enumerate(sheet.rows) if row.number == area.top), 0)
    title = title_over(sheet, whole)
    return replace(found, title=title, year=year_in(title or sheet.sheet), thousands=says_thousands(title))


def _lettered(area: Area) -> tuple[Head, ...]:
    """Columns without names are called by their letters."""
    return tuple(Head(column_letters(place)) for place in range(area.left, area.right + 1))


def likely_area(tables: Sequence[RawTable]) -> Area | None:
    """Where a table may be in sheets in which none was recognised: from the first row that is about as full as the
    fullest one."""
    sheet = max(tables, key=lambda table: len(table.rows), default=None)
    if sheet is None or not sheet.rows:
        return None
    filled = [sum(cell != "" for cell in row.cells) for row in sheet.rows[:300]]
    first = next(place for place, count in enumerate(filled) if count >= max(filled) * 0.6)
    below = sheet.rows[first:]
    left = min(next(place for place, cell in enumerate(row.cells) if cell != "") for row in below[:300])
    return Area(sheet.sheet, below[0].number, left, below[-1].number, max(len(row.cells) for row in below) - 1)


def table_called(sheet: RawTable, kind: Kind, titles: Sequence[str]) -> Found | None:
    """The table whose columns have exactly these names, one beside the other; None where the sheet has none."""
    wanted = [title.casefold() for title in titles]
    width = len(wanted)
    lead = next((place for place, title in enumerate(wanted) if title), None)
    if lead is None:
        return None
    for index, row in enumerate(sheet.rows[:300]):
        texts = texts_of(row.cells)
        for first in [place - lead for place, text in enumerate(texts) if text.casefold() == wanted[lead]]:
            if first < 0:
                continue
            names = (texts[first:] + [""] * width)[:width]
            if [name.casefold() for name in names] == wanted:
                return table_at(sheet, kind, index, first, read_heads(kind, names), (row.number,), len(sheet.rows))
            double = with_row_below(sheet, kind, index, first, names)
            if double is not None and [head.title.casefold() for head in double[0][:width]] == wanted:
                return table_at(sheet, kind, index + 1, first, double[0][:width], double[1], len(sheet.rows))
    return None
