"""A workbook of the plan that comes back with changes, as one side of a merge.

Three steps: ``read_copy`` reads the file in a process with limits, ``exported_at`` finds the edit it was exported at,
``returned`` compares it with the plan as it stood then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.exchange.refused import ImportRefused
from planner.exchange.sandbox import run_limited
from planner.exchange.workbook.marks import GIVER, SCHEMA, Marks, read_marks
from planner.exchange.workbook_in.raw import RawBook, read_raw
from planner.exchange.workbook_in.refusing import Problem
from planner.exchange.workbook_in.returned import Returned, read_returned
from planner.exchange.workbook_in.values import plain
from planner.i18n import _
from planner.model.changes import Author, EditRecord
from planner.model.plan import Day, Plan


@dataclass(frozen=True, slots=True)
class Copy:
    """A workbook that was read: its cells, and what it knows about itself."""

    name: str
    raw: RawBook
    marks: Marks


def read_copy(path: Path) -> Copy:
    """Read a workbook. Raises ImportRefused: damaged, not one of ours, from a newer version, too much."""
    from planner.exchange.tables import is_workbook

    if not is_workbook(path):
        raise ImportRefused(
            _("{file} is not an Excel workbook; save the sheets as .xlsx and try again.").format(file=path.name)
        )
    raw = run_limited(read_raw, path)
    try:
        marks = read_marks(raw.marks)
    except ValueError:
        raise ImportRefused(
            _("{file} does not say which plan it belongs to; import it as a table instead.").format(file=path.name)
        ) from None
    if marks.schema > SCHEMA:
        raise ImportRefused(
            _("{file} was made by a newer version of this program; update the program first.").format(file=path.name)
        )
    return Copy(path.name, raw, marks)


def exported_at(copy: Copy, history: Sequence[EditRecord]) -> int:
    """The number of the edit that the workbook was exported at. Raises ImportRefused where it is no edit of these."""
    moment = copy.marks.moment
    if not moment.plan:
        return 0
    if not history or history[0].id != moment.plan:
        raise ImportRefused(_("{file} belongs to another plan; open that plan first.").format(file=copy.name))
    for record in history:
        if record.id == moment.edit:
            return record.seq
    raise ImportRefused(
        _("{file} was exported from a copy of this plan that has changed since; merge that copy first.").format(
            file=copy.name
        )
    )


def returned(copy: Copy, base: Plan, mine: Plan, by: Author, today: Day) -> Returned:
    """What the workbook changes of the plan as it stood when it was exported.

    ``mine`` is the plan of today, ``by`` whose answers they are, ``today`` the day on which they came.
    """
    return read_returned(copy.raw, copy.marks, base, mine, by.id, today, source(copy, by))


def giver(copy: Copy, plan: Plan, otherwise: Author) -> Author:
    """Whose changes they are: who said so in the workbook, whom it was made for, who saved it last."""
    said = _said_by(copy)
    for person in plan.people:
        if said and plain(person.name) == said:
            return Author(person.name or said, person.id)
    if said:
        return Author(said)
    meant = plan.people.get(copy.marks.giver)
    if meant is not None and meant.name:
        return Author(meant.name, meant.id)
    saved = copy.raw.saved_by
    for person in plan.people:
        if saved and plain(person.name) == plain(saved):
            return Author(saved, person.id)
    return otherwise


def source(copy: Copy, by: Author) -> str:
    """By what workbooks of one giver from one state of the plan are known again."""
    return f"{copy.marks.moment.edit}/{by.id or by.name}"


def _said_by(copy: Copy) -> str:
    sheet, row, column = copy.raw.names.get(GIVER, ("", 0, 0))
    for one in copy.raw.sheets:
        if one.title == sheet:
            return str(plain(one.at(row, column)) or "")
    return ""


__all__ = ["Copy", "ImportRefused", "Problem", "Returned", "exported_at", "giver", "read_copy", "returned", "source"]
