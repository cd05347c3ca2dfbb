"""Delimited text (CSV and its relatives): which letters, which delimiter."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from planner.exchange.cells import MOST_ROWS, RawRow, RawTable, trimmed
from planner.exchange.refused import ImportRefused
from planner.i18n import _, figure

DELIMITERS = ("\t", ";", "|", ",")
_SAMPLE = 60
_LARGEST_CELL = 1_000_000


def read_delimited(path: Path) -> RawTable:
    """The rows of a delimited text; row numbers count every row, the empty ones too. Raises ImportRefused."""
    text, notes = decoded(path.read_bytes())
    if "\0" in text:
        raise ImportRefused(
            _("{file} is no text but some other kind of file; export it as CSV or .xlsx.").format(file=path.name)
        )
    first = 1
    delimiter = ""
    if text[:4].lower() == "sep=" and len(text) > 5 and text[5] in "\r\n":
        delimiter, first = text[4], 2
        text = text.partition("\n")[2]
    lines = text.splitlines(keepends=True)
    delimiter = delimiter or sniffed(lines[:_SAMPLE])
    rows: list[RawRow] = []
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(iter(lines), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=first):
            if (row := trimmed(number, [cell.strip() for cell in cells])) is None:
                continue
            if len(rows) >= MOST_ROWS:
                raise ImportRefused(
                    _("{file} has more than {most} rows; export fewer years and try again.").format(
                        file=path.name, most=figure(f"{MOST_ROWS:,}")
                    )
                )
            rows.append(row)
    except csv.Error:
        raise ImportRefused(
            _("{file}, line {line}: a quotation mark is opened there and never closed.").format(
                file=path.name, line=reader.line_num
            )
        ) from None
    return RawTable(tuple(rows), notes=tuple(notes))


def decoded(raw: bytes) -> tuple[str, list[str]]:
    """The text, and a note where the letters had to be guessed. UTF-8, UTF-16 with and without mark, Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace"), []
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw.decode("utf-8-sig", "replace"), []
    head = raw[:2000]
    # Text of Latin letters in UTF-16 has a zero in every other byte.
    if head and head[1::2].count(0) > len(head) / 4:
        return raw.decode("utf-16-le", "replace"), []
    if head and head[0::2].count(0) > len(head) / 4:
        return raw.decode("utf-16-be", "replace"), []
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        note = _("The file is not in UTF-8; its letters were read as Windows Western.")
        return raw.decode("cp1252", "replace"), [note]


def sniffed(lines: list[str]) -> str:
    """The delimiter that cuts most of these lines into the same number of cells; more cells win a draw."""
    best, delimiter = (0, 0), ","
    for candidate in DELIMITERS:
        counts = Counter(_widths(lines, candidate))
        for width, times in counts.items():
            if width > 1 and (times, width) > best:
                best, delimiter = (times, width), candidate
    return delimiter


def _widths(lines: list[str], delimiter: str) -> Iterator[int]:
    try:
        for cells in csv.reader(iter(lines), delimiter=delimiter):
            if cells:
                yield len(cells)
    except csv.Error:
        return
