"""What a workbook hides, which the fast reader does not tell: columns, rows (a filter hides rows, too), and sheets.

Only the marks in front of the cells are looked at, part by part, in the process with limits that reads the workbook.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, ParseError, XMLParser, parse

from planner.exchange.cells import MOST_COLUMNS, MOST_ROWS, Hidden, RawTable
from planner.i18n import _n

SHEET = re.compile(r"xl[/\\]worksheets[/\\][^/\\]+\.xml", re.IGNORECASE)
_MARK = b"hidden="
_TAG = re.compile(rb"<(?:\w{1,20}:)?(row|col)\s([^<>]{0,400}?)\bhidden=[\"'](?:1|true)[\"']([^<>]{0,400})")
_ATTRIBUTE = re.compile(rb"(?:^|\s)(r|min|max)=[\"'](\d{1,7})[\"']")
_MOST_SAID = 12
_OVERLAP = 1_000
"""Letters, more than one such tag has."""


class Hides:
    """What one sheet hides, gathered from its parts one after the other."""

    def __init__(self) -> None:
        self._rows: set[int] = set()
        self._columns: set[int] = set()

    def look(self, part: bytes) -> None:
        """Look through a part of the sheet; it may begin with the end of the one before."""
        if _MARK not in part:
            return
        for tag, before, behind in _TAG.findall(part):
            said = {name.decode(): int(number) for name, number in _ATTRIBUTE.findall(before + b" " + behind)}
            if tag == b"row":
                if len(self._rows) < MOST_ROWS and "r" in said:
                    self._rows.add(said["r"])
            elif "min" in said:
                self._columns.update(range(said["min"] - 1, min(said.get("max", said["min"]), MOST_COLUMNS)))

    def found(self) -> Hidden:
        """What is hidden in the sheet."""
        return Hidden(frozenset(self._rows), frozenset(self._columns))


def parts_of(package: zipfile.ZipFile, name: str, size: int) -> Iterator[bytes]:
    """A member of a package in parts of this size, each with the end of the one before."""
    with package.open(name) as file:
        tail = b""
        while part := file.read(size):
            yield tail + part
            tail = part[-_OVERLAP:]


def with_hidden(path: Path, tables: Sequence[RawTable], hidden: dict[str, Hidden]) -> tuple[RawTable, ...]:
    """The sheets with what each of them hides, by the names of their parts, and with the sheets that were not read."""
    with zipfile.ZipFile(path) as package:
        try:
            parts, unread = _sheets(package)
        except (KeyError, ParseError, ValueError):
            return tuple(tables)
    said = []
    if unread:
        words = _n("{n} hidden sheet was not read: {names}.", "{n} hidden sheets were not read: {names}.", len(unread))
        said = [words.format(n=len(unread), names=some(unread))]
    return tuple(
        replace(table, notes=(*table.notes, *said), hidden=hidden.get(parts.get(table.sheet, ""), table.hidden))
        for table in tables
    )


def rows_read(table: RawTable, head: int) -> list[str]:
    """What is said of the rows below a head that the sheet hides and that are read all the same."""
    rows = [str(row.number) for row in table.rows if row.number > head and row.number in table.hidden.rows]
    if not rows:
        return []
    text = _n("{n} row that is hidden or filtered out in the sheet was read as well: {rows}.",
              "{n} rows that are hidden or filtered out in the sheet were read as well: {rows}.",
              len(rows))  # fmt: skip
    return [text.format(n=len(rows), rows=some(rows))]


def some(names: Sequence[str]) -> str:
    """Names one after the other; of many only the first."""
    return ", ".join(names[:_MOST_SAID]) + (" …" if len(names) > _MOST_SAID else "")


def _sheets(package: zipfile.ZipFile) -> tuple[dict[str, str], list[str]]:
    """The part of each sheet by its name, and the names of those that are hidden."""
    members = {name.replace("\\", "/").lower(): name for name in package.namelist()}
    book = _read(package, members["xl/workbook.xml"])
    links = _read(package, members["xl/_rels/workbook.xml.rels"])
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    parts, unread = {}, []
    for sheet in book.iter():
        if _local(sheet.tag) != "sheet":
            continue
        name, link = sheet.get("name", ""), next((v for k, v in sheet.attrib.items() if _local(k) == "id"), "")
        target = targets.get(link, "")
        if sheet.get("state", "visible") != "visible" and "worksheets/" in target:
            unread.append(name)
        place = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        parts[name] = members.get(place.lower(), "")
    return parts, unread


def _read(package: zipfile.ZipFile, name: str) -> Element:
    with package.open(name) as file:
        return parse(file, XMLParser()).getroot()


def _local(name: str) -> str:
    return name.rpartition("}")[2]
