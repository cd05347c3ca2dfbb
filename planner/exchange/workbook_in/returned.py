"""What came back in a workbook: the plan as its giver has it, what could not be read, what was noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from planner.exchange.workbook.content import Content
from planner.exchange.workbook.marks import GIVEN, LAG, TYPED, Marks
from planner.exchange.workbook_in import noticed
from planner.exchange.workbook_in.cells import Changes, LineReader
from planner.exchange.workbook_in.credit import EXPECTED, credit
from planner.exchange.workbook_in.finding import FoundList, FoundRow, find_lists
from planner.exchange.workbook_in.matching import Candidate, Matched, match
from planner.exchange.workbook_in.names import Names
from planner.exchange.workbook_in.raw import RawBook
from planner.exchange.workbook_in.refusing import Problem
from planner.exchange.workbook_in.singles import read_lag, read_singles
from planner.exchange.workbook_in.values import Cells, plain
from planner.i18n import in_language
from planner.model.ids import made_id
from planner.model.plan import CELLS, TABLES, Audience, Day, Kind, Plan, Row, RowId, fields_of, row_class

_KEY_KINDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.LINK)
_MOST_MISSING = 0.2
"""When more than this share of a list is missing, it was cut down for some purpose rather than cleaned up."""


@dataclass(slots=True)
class Returned:
    """What the giver of a workbook changed since it was exported."""

    base: Plan
    theirs: Plan
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """One list on its sheet with the rows of the plan that it was exported with."""

    found: FoundList
    keys: tuple[str, ...]
    given: tuple[str, ...]
    """Keys whose cells belong to new rows."""
    matched: Matched
    rows: Mapping[int, FoundRow]
    new: dict[int, RowId] = field(default_factory=dict)
    shown: Mapping[RowId, tuple[Hashable, ...]] = field(default_factory=dict)


def read_returned(
    raw: RawBook, marks: Marks, base: Plan, mine: Plan, giver: RowId | None = None, today: Day = "", source: str = ""
) -> Returned:
    """Compare a workbook with the plan that it was exported from.

    ``mine`` is the plan of today, for what is locked and what came in before; ``giver`` the person whose answers they
    are, ``today`` the day on which they came, and ``source`` by what the workbook is known again.
    """
    with in_language(marks.language):
        reader = _Reader(raw, marks, base, mine, giver, today, source)
        reader.read()
    return reader.result()


class _Reader:
    def __init__(
        self, raw: RawBook, marks: Marks, base: Plan, mine: Plan, giver: RowId | None, today: Day, source: str
    ) -> None:
        self._raw, self._marks, self._base, self._mine = raw, marks, base, mine
        self._giver, self._today, self._source = giver, today, source
        self._content = Content(base, Audience(marks.audience))
        self._places = find_lists(raw.sheets, marks)
        self._changes = Changes(base)
        self._problems: list[Problem] = []
        self._lists: list[_List] = []
        self._cut_down: dict[str, int] = {}

    def result(self) -> Returned:
        """What was read, with what was noticed in the language in use."""
        notes = noticed.in_words(
            self._marks, self._raw, self._places, [(one.found, one.matched) for one in self._lists], self._cut_down
        )
        return Returned(self._base, self._changes.plan(), self._problems, notes)

    def read(self) -> None:
        """Read everything, in the language of the workbook."""
        tables = [table for table in self._marks.columns if table in TABLES]
        self._lists = lists = [one for table in tables if (one := self._list(table)) is not None]
        for one in lists:
            self._changes.begin(one.found.table, one.new.values())
        known = self._known(lists)
        cells = Cells(known, Names(known))
        reader = LineReader(self._content, self._changes, cells, self._mine, self._problems,
                            EXPECTED if self._giver else frozenset())  # fmt: skip
        for one in lists:
            self._rows(one, reader)
            self._missing(one)
        read_singles(self._raw, self._marks, self._changes, reader)
        read_lag(self._places.get(LAG, []), self._changes, reader)
        reader.add_up()
        if self._giver:
            credit(self._changes, self._mine, self._giver, self._today)

    def _list(self, table: str) -> _List | None:
        places = self._places.get(table)
        if not places:
            return None
        found = places[0]
        how = {key: how for key, (_heading, how) in self._marks.columns[table].items()}
        keys = tuple(key for key in found.columns if how[key] == TYPED)
        coded = "code" in found.columns and self._content.coded(table)
        compared = (*keys, "code") if coded else keys
        base = self._exported(table, found)
        content = self._content
        shown = {row.id: tuple(plain(content.value(table, row, key)) for key in compared) for row in base}
        key_at = _key_of(table, compared)
        candidates = []
        for row in found.rows:
            holds = tuple(plain(row.cells[key]) for key in compared)
            if any(value is not None for value in holds) or shown.get(row.id) == holds:
                candidates.append(Candidate(row.number, row.id, holds, holds[key_at] if key_at is not None else None))
        called = {id: holds[key_at] for id, holds in shown.items()} if key_at is not None else {}
        matched = match(candidates, shown, called)
        given = tuple(key for key in found.columns if how[key] == GIVEN)
        made = _List(found, keys, given, matched, {row.number: row for row in found.rows}, shown=shown)
        typed = {row.number for row in candidates if any(value is not None for value in row.holds[: len(keys)])}
        fresh = typed.intersection(matched.new)
        made.new = self._new_ids(table, [row for row in candidates if row.number in fresh])
        return made

    def _new_ids(self, table: str, rows: Iterable[Candidate]) -> dict[int, RowId]:
        """Ids of new rows by their numbers: the same row of a workbook that comes a second time has the same again."""
        seen: Counter[Hashable] = Counter()
        ids = {}
        for row in rows:
            called = row.holds if row.key is None else row.key
            seen[called] += 1
            ids[row.number] = made_id(self._source, table, repr(called), str(seen[called]))
        return ids

    def _exported(self, table: str, found: FoundList) -> list[Row]:
        """The rows that the list was exported with: all of them, or those that were handed out."""
        rows = self._content.rows(table)
        if not self._marks.pack:
            return rows
        ids = {row.id for row in found.rows}
        return [row for row in rows if row.id in ids]

    def _known(self, lists: Iterable[_List]) -> Plan:
        """The plan with the new rows in it by their names, so that other new rows can speak of them."""
        plan = self._base
        for one in lists:
            table = one.found.table
            if one.new and table not in CELLS:
                texts = [name for name, f in fields_of(row_class(table)).items()
                         if f.kind in (Kind.TEXT, Kind.LONG_TEXT) and name in one.keys]  # fmt: skip
                made = {}
                for number, id in one.new.items():
                    cells = one.rows[number].cells
                    values = {name: plain(cells[name]) for name in texts if isinstance(cells[name], str)}
                    made[id] = row_class(table)(id=id, **values)
                plan = plan.with_tables({table: plan.table(table).with_changes(made)})
        return plan

    def _rows(self, one: _List, reader: LineReader) -> None:
        table = one.found.table
        for number, id in sorted(one.matched.pairs.items()):
            row = self._base.table(table)[id]
            reader.read(one.found, one.rows[number], row, one.keys, one.shown[id])
        for number, id in one.new.items():
            row = row_class(table)(id=id, code=_code_of(one, number, table))
            group = _group(one, number, self._base) if table == "budget_line" else None
            reader.read_new(one.found, one.rows[number], row, (*one.keys, *one.given), group)

    def _missing(self, one: _List) -> None:
        if self._marks.pack or not one.matched.missing:
            return
        table, missing = one.found.table, one.matched.missing
        if len(missing) > max(1, _MOST_MISSING * len(one.shown)):
            self._cut_down[table] = len(missing)
            return
        for id in missing:
            self._changes.delete(table, id)


def _key_of(table: str, keys: tuple[str, ...]) -> int | None:
    """Where among the keys the one is that rows are called by: their first required text or link."""
    for name, declared in fields_of(row_class(table)).items():
        if declared.required and declared.kind in _KEY_KINDS and name in keys:
            return keys.index(name)
    return None


def _code_of(one: _List, number: int, table: str) -> str | None:
    """The short code that somebody typed for a new row; copies do not keep the code of the other."""
    if number in one.matched.copies or "code" not in one.rows[number].cells:
        return None
    said = one.rows[number].cells["code"]
    return said.strip() or None if isinstance(said, str) else None


def _group(one: _List, number: int, base: Plan) -> RowId | None:
    """The activity of a line that was put between two lines of one activity, as its sums on the sheet include it."""

    def activity_of(at: int) -> RowId | None:
        if at in one.found.groups:
            return one.found.groups[at] or None
        id = one.matched.pairs.get(at)
        line = base.budget_lines.get(id)
        return line.activity if line else None

    known = sorted({*one.found.groups, *one.matched.pairs})
    above = max((at for at in known if at < number), default=None)
    below = min((at for at in known if at > number), default=None)
    if above is None or below is None or below in one.found.groups:
        return None
    return activity_of(above) if activity_of(above) == activity_of(below) else None
