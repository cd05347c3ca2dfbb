"""A list in a workbook on its way to the reviewed preview, against the bare reader; and how it grows with its rows."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from python_calamine import CalamineWorkbook

from planner.exchange.lists.importing import year_of
from planner.exchange.lists.preview import Said, preview
from planner.exchange.recognise import recognise
from planner.exchange.sandbox import run_limited
from planner.exchange.sheets import read_sheets
from planner.model.plan import Facts, Plan, Rows

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 9
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def measure() -> list[str]:
    """The rows of the report. Times are those of the clock, the child process included."""
    found: list[str] = []
    costs: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in SIZES:
            path = Path(folder) / f"{rows}.xlsx"
            _write(path, rows)
            rounds = [_round(path) for _n in range(ROUNDS if rows < SIZES[-1] else 3)]
            bare, reading, whole = (median(part) for part in zip(*rounds, strict=True))
            by_reading, by_whole = (median(one[of] / one[0] for one in rounds) for of in (1, 2))
            costs.append((reading, whole))
            found.append(
                f"list of {rows:,} rows: read in {reading:.2f} s, {by_reading:.2f} times the bare reader;"
                f" from file to reviewed preview {whole:.2f} s, {by_whole:.1f} times its {bare:.2f} s"
            )
    for (small, before), (large, after) in pairwise(zip(SIZES, costs, strict=True)):
        growth = ", ".join(f"{b / a:.1f}" for a, b in zip(before, after, strict=True))
        found.append(f"reading, and to the preview, from {small:,} to {large:,} rows: {growth} times")
    return found


def _round(path: Path) -> tuple[float, float, float]:
    """Seconds for the bare reader and for ours, both where files are read, and from the file to the preview."""
    bare, reading = (run_limited(seconds, work, path) for work in (bare_reader, read_sheets))
    return bare, reading, seconds(_review, path)


def seconds(work: Callable[[Path], Any], path: Path) -> float:
    """How long the work takes."""
    start = perf_counter()
    work(path)
    return perf_counter() - start


def bare_reader(path: Path) -> None:
    """Every cell as the reader gives it."""
    with CalamineWorkbook.from_path(path) as book:
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _review(path: Path) -> None:
    facts = Facts(
        id="00000000-0000-4000-8000-00000000fac7", currency="EUR", fiscal_year_start="2027-01", horizon_months=12
    )
    plan = Plan({"facts": Rows([facts])})
    shown = preview(plan, recognise(path).tables, path.name, Said(), year=year_of(plan))
    assert shown.read.kind.key == "budget" and shown.ready == len(shown.read.entries)


def _write(path: Path, rows: int) -> None:
    """A budget as large as a company's: four columns of words, twelve months, a total."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Budget")
    sheet.append(["Line", "Category", "Lead", "Note", *MONTHS, "Total"])
    for number in range(rows):
        amounts = [float((number * month) % 900) for month in range(1, 13)]
        words = (f"Line {number}", f"Group {number % 40}", f"Person {number % 25}", "as agreed")
        sheet.append([*words, *amounts, sum(amounts)])
    book.save(path)
