"""LibreOffice as an independent reader: it recalculates a workbook, and says what every formula comes to.

By default it trusts the values inside a file, so its profile is told to recalculate always; a test with a file full
of wrong values proves that it does.
"""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

PYTHON = "/usr/bin/python3"
"""The Python that LibreOffice belongs to."""

PATIENCE = 1200
"""Seconds that it may take on a machine with much else to do."""

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


class Office:
    """One LibreOffice with a profile of its own."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")

    def recalculated(self, *workbooks: Path) -> list[dict[tuple[str, str], Any]]:
        """Every value of each workbook after recalculation, by sheet and coordinate."""
        out = self._folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        profile = (self._folder / "profile").as_uri()
        call = [self._program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir"]
        subprocess.run([*call, out, *workbooks], check=True, capture_output=True, timeout=PATIENCE)
        return [values(out / workbook.name) for workbook in workbooks]

    def edited(self, source: Path, target: Path, *steps: list[Any]) -> Path:
        """A copy of a workbook in which LibreOffice itself did these steps (see office_hands.py)."""
        hands = Path(__file__).with_name("office_hands.py")
        call = [PYTHON, hands, self._program, self._folder / "hands", source, target, json.dumps(steps)]
        subprocess.run(call, check=True, capture_output=True, timeout=PATIENCE, env={})
        return target


def values(path: Path) -> dict[tuple[str, str], Any]:
    """Every value that a workbook holds, as a reader sees it that does not calculate."""
    return _cells(path, data_only=True)


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """Every formula of a workbook."""
    found = _cells(path, data_only=False)
    return {key: value for key, value in found.items() if isinstance(value, str) and value.startswith("=")}


def _cells(path: Path, data_only: bool) -> dict[tuple[str, str], Any]:
    from openpyxl import load_workbook

    book = load_workbook(path, data_only=data_only)
    cells = (
        (sheet.title, cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )
    return {(title, cell.coordinate): cell.value for title, cell in cells if data_only or cell.data_type == "f"}


def poisoned(source: Path, target: Path) -> Path:
    """A copy in which every number that a formula came to is wrong by a thousand."""

    def wrong(found: re.Match[bytes]) -> bytes:
        return found[1] + b"<v>" + repr(float(found[2]) + 1000).encode() + b"</v></c>"

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(<f[^>]*>[^<]*</f>)<v>(-?[0-9.e+-]+)</v></c>", wrong, content)
            new.writestr(entry, content)
    return target
