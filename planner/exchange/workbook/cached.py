"""Puts the values of formulas into a saved workbook, for previews and readers that do not calculate.

Only the public file format is used: the cells of the sheet parts get the ``<v>`` that a spreadsheet would have saved.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_CELL = re.compile(
    rb'<c r="(?P<ref>[A-Z]+[0-9]+)"(?P<rest>[^>]*)><f(?P<formula>[^>]*>.*?)</f>(?:<v\s*/>|<v></v>)</c>', re.S
)
_TYPE = re.compile(rb'\s+t="[^"]*"')
_WHEN = (1980, 1, 1, 0, 0, 0)


def fill(source: Path, target: Path, titles: Sequence[str], values: Mapping[tuple[str, str], Any]) -> int:
    """Copy a workbook with the values of its formulas; returns how many were put in.

    ``titles`` are the sheets in their order, ``values`` are by sheet title and coordinate. Raises KeyError for a
    formula without a value.
    """
    parts = {f"xl/worksheets/sheet{number}.xml": title for number, title in enumerate(titles, 1)}
    filled = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            title = parts.get(entry.filename)
            if title is not None:

                def with_value(found: re.Match[bytes], title: str = title) -> bytes:
                    return _cell(found, values[title, found["ref"].decode("ascii")])

                content, count = _CELL.subn(with_value, content)
                filled += count
            # The same plan gives the same file: no time of writing inside it.
            new.writestr(zipfile.ZipInfo(entry.filename, _WHEN), content, zipfile.ZIP_DEFLATED)
    return filled


def _cell(found: re.Match[bytes], value: Any) -> bytes:
    kind, said = b"", ""
    if isinstance(value, bool):
        kind, said = b' t="b"', str(int(value))
    elif isinstance(value, str):
        kind, said = b' t="str"', escape(value)
    else:
        said = repr(float(value)) if not float(value).is_integer() else str(int(value))
    rest = _TYPE.sub(b"", found["rest"])
    return b'<c r="%s"%s%s><f%s</f><v>%s</v></c>' % (found["ref"], rest, kind, found["formula"], said.encode("utf-8"))
