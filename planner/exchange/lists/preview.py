"""What a list would do to a plan, for a person to look at: rows that need a word, signs of columns, counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.exchange.cells import RawTable
from planner.exchange.lists.columns import Asking
from planner.exchange.lists.find import LeftOut
from planner.exchange.lists.headers import texts_of
from planner.exchange.lists.importing import Answers, ListImport, read_tables_as
from planner.exchange.lists.into_plan import Outcome, list_rows
from planner.exchange.lists.matching import Alike
from planner.exchange.lists.profiles import Profiles
from planner.exchange.lists.signs import Sign, signs_of
from planner.model.fields import RowId
from planner.model.plan import Plan


@dataclass(frozen=True)
class Said:
    """Everything that a person has said about a file so far."""

    kind: str | None = None
    sheet: str | None = None
    answers: Answers = field(default_factory=Answers)
    same_as: Mapping[int, RowId | None] = field(default_factory=dict)
    """For rows of the sheet the row of the plan that they are; None for "a new one"."""


@dataclass(frozen=True)
class Preview:
    """A list as it was read, and what it would do. ``asked`` and ``alike`` hold rows that have been answered, too."""

    said: Said
    tables: tuple[RawTable, ...]
    read: ListImport
    outcome: Outcome
    signs: tuple[Sign, ...]
    """One for each column of the table."""
    asked: Mapping[int, Asking]
    alike: Mapping[int, Alike]
    names: Mapping[int, str]
    """What rows are called that need a word."""

    @property
    def sheet(self) -> RawTable:
        """The sheet with the table in it."""
        return next(table for table in self.tables if table.sheet == self.read.found.sheet)

    @property
    def ready(self) -> int:
        """How many rows come in."""
        return self.outcome.ready

    @property
    def open_rows(self) -> frozenset[int]:
        """Rows that still ask, and are left out until they are answered."""
        return frozenset({asking.row for asking in self.read.asking} | set(self.outcome.alike))

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Rows that are none of the list; headings are none either, and are not lost."""
        return tuple(out for out in self.read.left_out if not out.heading)


def preview(
    plan: Plan,
    tables: Sequence[RawTable],
    name: str,
    said: Said,
    *,
    year: int | None = None,
    profiles: Profiles | None = None,
    before: Preview | None = None,
) -> Preview:
    """Read these sheets as said, and see what would come of it. ``before`` is the preview of what was said until now:
    rows that it asked about are kept, to be answered otherwise. Raises ImportRefused."""
    read = read_tables_as(
        tables, name, said.kind, sheet=said.sheet, answers=said.answers, year=year, profiles=profiles, whatever=True
    )
    same_as = {row: id for row, id in said.same_as.items() if id is None or plan.table(read.kind.table).get(id)}
    outcome = list_rows(plan, read, same_as, ask_alike=True)
    kept = before if before is not None and before.read.shape == read.shape else None
    rows = {entry.row for entry in read.entries} | {one.row for one in read.asking}
    asked = {row: one for row, one in (kept.asked if kept else {}).items() if row in rows}
    alike = {row: one for row, one in (kept.alike if kept else {}).items() if row in rows}
    asked.update({one.row: one for one in read.asking})
    alike.update(outcome.alike)
    said = Said(read.kind.key, read.found.sheet or None, read.answers, same_as)
    out = {one.row for one in read.left_out} | read.answers.taken
    wanted = {*asked, *alike, *out, *(row for row, _text in outcome.problems)}
    names = _names(tables, read, wanted)
    return Preview(said, tuple(tables), read, outcome, signs_of(plan, read, outcome), asked, alike, names)


def _names(tables: Sequence[RawTable], read: ListImport, wanted: set[int]) -> dict[int, str]:
    """Rows by what stands in the main column, else by their first words."""
    found = read.found
    main = next((place for place, head in enumerate(found.heads) if head.role == read.kind.main), 0)
    sheet = next(table for table in tables if table.sheet == found.sheet)
    names = {}
    for row in sheet.rows:
        if row.number in wanted:
            texts = texts_of(row.cells[found.first_column : found.first_column + len(found.heads)])
            own = texts[main] if main < len(texts) else ""
            names[row.number] = own or next((text for text in texts if text), "")
    return names
