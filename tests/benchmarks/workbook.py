"""The workbook of a plan against bare openpyxl that writes the same cells and formats; reading against its reader."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from openpyxl import Workbook, load_workbook

from planner.calc.results import Results
from planner.exchange.workbook import write_workbook
from planner.exchange.workbook.marks import read_marks
from planner.exchange.workbook_in.raw import read_raw
from planner.exchange.workbook_in.returned import read_returned
from planner.model.plan import Plan
from tests.benchmarks.big import big_plan

SIZES = (1_000, 10_000, 100_000)
BARE_AT = 10_000
ROUNDS = 3
AS_OF = "2026-11-16"


def measure() -> list[str]:
    """The rows of the report: writing, reading and reviewing at 10,000 rows, and how they grow."""
    found: list[str] = []
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        for rows in SIZES:
            count = ROUNDS if rows < SIZES[-1] else 1
            rounds = [_round(big_plan(rows), at, with_bare=rows == BARE_AT) for _n in range(count)]
            writing, reading, reviewing, *_bare = ([one[part] for one in rounds] for part in range(5))
            costs.append((median(writing), median(reading), median(reviewing)))
            if rows == BARE_AT:
                wrote, read = (median(one[ours] / one[bare] for one in rounds) for ours, bare in ((0, 3), (1, 4)))
                found.append(f"workbook of a plan of {rows:,} rows: {median(writing):.2f} s, {wrote:.2f} times bare "
                             "openpyxl")  # fmt: skip
                found.append(f"reading it: {median(reading):.2f} s, {read:.2f} times bare openpyxl; "
                             f"{median(reviewing):.2f} s to the reviewed changes")  # fmt: skip
    for (small, before), (large, after) in pairwise(zip(SIZES, costs, strict=True)):
        growth = ", ".join(f"{b / a:.1f}" for a, b in zip(before, after, strict=True))
        found.append(f"writing, reading, reviewing from {small:,} to {large:,} rows: {growth} times")
    return found


def _round(plan: Plan, folder: Path, *, with_bare: bool) -> tuple[float, ...]:
    """Seconds of the processor for writing, reading and reviewing, and for writing and reading with bare openpyxl."""
    path, times = folder / "ours.xlsx", [0.0] * 5
    times[0] = _time(_write, plan, path)
    times[1] = _time(read_raw, path)
    if with_bare:
        times[3] = _time(_bare, _cells(path), folder / "bare.xlsx")
        times[4] = _time(_read_bare, path)
    times[2] = _time(_review, path, plan)
    return tuple(times)


def _time(work: Callable[..., Any], *given: Any) -> float:
    start = process_time()
    work(*given)
    return process_time() - start


def _write(plan: Plan, path: Path) -> Path:
    return write_workbook(plan, Results(plan, AS_OF), path, today=AS_OF, pictures=False)


def _review(path: Path, plan: Plan) -> None:
    raw = read_raw(path)
    read_returned(raw, read_marks(raw.marks), plan, plan)


def _cells(path: Path) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Every cell of a workbook that holds something or looks like something, with what it looks like."""
    book = load_workbook(path)
    return [
        (sheet.title, [(cell.row, cell.column, cell.value, cell.font.__copy__(), cell.fill.__copy__(),
                        cell.border.__copy__(), cell.alignment.__copy__(), cell.number_format)
                       for row in sheet.iter_rows() for cell in row if cell.has_style or cell.value is not None])
        for sheet in book
    ]  # fmt: skip


def _bare(sheets: list[tuple[str, list[tuple[Any, ...]]]], path: Path) -> None:
    """The same cells through openpyxl's own front door, as anybody would write them."""
    book = Workbook()
    for title, cells in sheets:
        sheet = book.create_sheet(title)
        for row, column, value, font, fill, border, alignment, form in cells:
            cell = sheet.cell(row, column)
            cell.value = value
            cell.font, cell.fill, cell.border, cell.alignment = font, fill, border, alignment
            cell.number_format = form
    book.save(path)


def _read_bare(path: Path) -> None:
    book = load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for _row in sheet.iter_rows(values_only=True):
            pass
    book.close()
