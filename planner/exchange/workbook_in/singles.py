"""What is no list in a workbook: single facts in named cells, and the months that leads take."""

from __future__ import annotations

from planner.exchange.workbook import words
from planner.exchange.workbook.marks import Marks
from planner.exchange.workbook_in.cells import Changes, LineReader
from planner.exchange.workbook_in.finding import FoundList, FoundRow
from planner.exchange.workbook_in.raw import RawBook
from planner.exchange.workbook_in.refusing import Unreadable
from planner.exchange.workbook_in.values import plain
from planner.i18n import mark
from planner.model.merge import same_value
from planner.model.plan import Plan, Row, fields_of

_LAGS = {"won": "lag_won", "opened": "lag_opportunity"}


def read_singles(raw: RawBook, marks: Marks, changes: Changes, reader: LineReader) -> None:
    """The facts of the plan and the assumptions about its funnel, cell by cell."""
    sheets = {sheet.title: sheet for sheet in raw.sheets}
    for (table, name), cell_name in marks.singles.items():
        place = raw.names.get(cell_name)
        if place is None or place[0] not in sheets:
            continue
        sheet, row, column = sheets[place[0]], place[1], place[2]
        subject = _only(changes.base, table)
        declared = fields_of(type(subject)).get(name)
        if declared is None:
            continue
        cell = sheet.at(row, column)
        if plain(cell) == plain(words.shown(changes.base, declared, getattr(subject, name))):
            continue
        # As a list of one row, so that what cannot be read is said in the same way.
        label = next((at for at in range(column - 1, 0, -1) if isinstance(sheet.at(row, at), str)), column)
        found = FoundList(table, sheet, row, {name: label})
        line = FoundRow(row, "", {name: cell})
        if cell is None and (row, column) in sheet.formulas:
            reader.refuse(found, line, name, mark("it holds a formula without its value; save the workbook first"))
        elif declared.required and plain(cell) is None:
            reader.refuse(found, line, name, mark("this cannot be left empty"))
        else:
            try:
                value = reader.cells.read(declared, cell)
            except Unreadable as error:
                reader.refuse(found, line, name, error.reason, **error.words)
            else:
                if not same_value(value, getattr(subject, name)):
                    changes.set(subject, **{name: value})


def read_lag(places: list[FoundList], changes: Changes, reader: LineReader) -> None:
    """The shares of leads that become orders and opportunities, by months; rows may stand in any order."""
    if not places:
        return
    found, funnel = places[0], changes.base.funnel
    for key, name in _LAGS.items():
        before = getattr(funnel, name)
        if key not in found.columns or "months" not in found.columns:
            continue
        shares: dict[int, float] = {}
        try:
            for row in found.rows:
                if plain(row.cells[key]) is not None:
                    shares[int(reader.cells.number(row.cells["months"]))] = reader.cells.number(row.cells[key])
        except Unreadable as error:
            reader.refuse(found, row, key, error.reason, **error.words)
            continue
        if any(month < 0 for month in shares) or max(shares, default=0) > 600:
            continue
        now = tuple(shares.get(month, 0.0) for month in range(max(shares, default=-1) + 1))
        if tuple(map(plain, now)) != tuple(map(plain, before)):
            changes.set(funnel, **{name: now})


def _only(plan: Plan, table: str) -> Row:
    return plan.facts if table == "facts" else plan.funnel
