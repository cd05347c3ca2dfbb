"""Reading a list: the table, its columns, its rows with what could not be understood, and what has to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.exchange.cells import RawTable
from planner.exchange.lists.by_hand import likely_area, table_in
from planner.exchange.lists.columns import Asking, Columns
from planner.exchange.lists.content import by_content, without_misfits
from planner.exchange.lists.find import Area, Found, LeftOut, Line, find_list, guess_kind, table_below
from planner.exchange.lists.headers import Head, texts_of
from planner.exchange.lists.hiding import OUT, hidden_in, without_hidden
from planner.exchange.lists.kinds import KINDS, Kind
from planner.exchange.questions import Question, about_amount, about_day
from planner.exchange.refused import ImportRefused
from planner.exchange.tables import read_tables
from planner.i18n import _
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.exchange.lists.profiles import Profiles


@dataclass(frozen=True)
class Answers:
    """What a person said about a file: where the table is, which column holds what, what was asked."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """What it holds by the title of a column; an empty text for "nothing of this"."""
    decimal: str = ""
    """``.`` or ``,``."""
    days: str = ""
    """``day first`` or ``month first``."""
    places: Mapping[int, str] = field(default_factory=dict)
    """The same by the column of the sheet, from 0, for names that occur twice."""
    area: Area | None = None
    taken: frozenset[int] = frozenset()
    """Rows of the sheet that are taken in although they look like none of the list."""
    dropped: frozenset[int] = frozenset()
    """Rows of the sheet that are left out although they look like some."""
    hidden: str = ""
    """``out`` to leave out what the sheet hides, ``in`` to read it, which is done where nobody has said."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list: values by what they are, amounts by month, and what was not understood."""

    row: int
    values: Mapping[str, Any]
    months: Mapping[tuple[int | None, int, bool], float] = field(default_factory=dict)
    """(year, month, whether actual) and the amount in major units."""
    problems: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class ListImport:
    """A list as it was read."""

    kind: Kind
    file: str
    found: Found
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    currency: str = ""
    """The currency that the file names."""
    asking: tuple[Asking, ...] = ()
    """Rows that are left out until a question is answered."""
    unread: Mapping[int, int] = field(default_factory=dict)
    """How many cells were not understood, by the place of their column in the table."""
    answers: Answers = field(default_factory=Answers)
    """What was said, what was remembered from an earlier file of this shape included."""
    hiding: tuple[str, ...] = ()
    """What the sheet hides of the table, in sentences."""

    @property
    def shape(self) -> tuple[str, ...]:
        """What is the same for files of the same making: the kind and the titles of the columns."""
        return (self.kind.key, *(head.title.casefold() for head in self.found.heads))


def year_of(plan: Plan) -> int | None:
    """The year that a month without one is in: the first of the plan."""
    return int((plan.facts.fiscal_year_start or "0")[:4]) or None


def read_list(
    path: Path,
    kind: str | None = None,
    *,
    sheet: str | None = None,
    answers: Answers | None = None,
    year: int | None = None,
    profiles: Profiles | None = None,
    tables: Sequence[RawTable] = (),
) -> ListImport:
    """Read a file as a list of this kind, or of the one it most looks like. ``year`` is the plan's, for bare months.
    ``profiles`` are what was said about earlier files; ``tables`` the file's sheets where they have been read already.

    Raises ImportRefused with one sentence where nothing in the file looks like such a list.
    """
    tables = tables or read_tables(path)
    return read_tables_as(tables, path.name, kind, sheet=sheet, answers=answers, year=year, profiles=profiles)


def read_tables_as(
    tables: Sequence[RawTable],
    name: str,
    kind: str | None,
    *,
    sheet: str | None = None,
    answers: Answers | None = None,
    year: int | None = None,
    profiles: Profiles | None = None,
    whatever: bool = False,
) -> ListImport:
    """The same from sheets that have been read already. With ``whatever`` a table is shown where none was recognised,
    for a person to say what its columns hold. Raises ImportRefused."""
    answers = answers or Answers()
    if sheet is not None:
        tables = [table for table in tables if table.sheet.casefold() == sheet.casefold()]
        if not tables:
            raise ImportRefused(_("{file} has no sheet called “{sheet}”.").format(file=name, sheet=sheet))
    remembered = profiles.fitting(tables, kind) if profiles and answers.area is None else None
    if remembered is not None:
        wanted: Kind | None = remembered.kind
        found: Found | None = remembered.found
        answers = remembered.under(answers)
    else:
        wanted = KINDS[kind] if kind else guess_kind(tables) or (KINDS["activities"] if whatever else None)
        found = _find(tables, wanted, answers, whatever) if wanted else None
    if wanted is None or found is None:
        what = _(wanted.label) if wanted else _("a list")
        raise ImportRefused(
            _("Nothing in {file} looks like {what}; name the columns in its first row, or say which one holds what.")
            .format(file=name, what=what)
        )  # fmt: skip
    found = replace(found, heads=_of_year(found.heads, found.year or year))
    found, odd = without_misfits(by_content(found, wanted), wanted)
    sheet_read = next((table for table in tables if table.sheet == found.sheet), RawTable(()))
    hiding = hidden_in(found, sheet_read.hidden)
    if hiding and answers.hidden == OUT:
        found = without_hidden(found, sheet_read.hidden)
    found = replace(found, heads=_told(found, wanted, answers))
    read = _read(found, wanted, name, answers, year)
    read = replace(read, notes=(*sheet_read.notes, *read.notes), hiding=hiding)
    if odd:
        said = _("Not what their names say, and not used: the columns {names}.").format(names=", ".join(odd))
        read = replace(read, notes=(said, *read.notes))
    if remembered is None:
        return read
    return replace(read, notes=(_("Columns are read as in the last file of this shape."), *read.notes))


def _find(tables: Sequence[RawTable], kind: Kind, answers: Answers, whatever: bool) -> Found | None:
    area = answers.area
    if area is not None:
        return next((table_in(table, kind, area) for table in tables if table.sheet == area.sheet), None)
    found = find_list(tables, kind) or _as_told(tables, kind, answers)
    if found is None and whatever and (likely := likely_area(tables)) is not None:
        found = _find(tables, kind, replace(answers, area=likely), False)
    return found


def _of_year(heads: Sequence[Head], year: int | None) -> tuple[Head, ...]:
    """Of totals of several years the one of this year; the others are not this plan's."""
    yearly = [head for head in heads if head.year and not head.role.startswith(("month:", "quarter:"))]
    if year is None or all(head.year == year for head in yearly):
        return tuple(heads)
    return tuple(replace(head, role="", how="") if head in yearly and head.year != year else head for head in heads)


def _told(found: Found, kind: Kind, answers: Answers) -> tuple[Head, ...]:
    """The columns as a person has set them right."""
    said: dict[int, str] = {}
    for title, role in answers.columns.items():
        places = [place for place, head in enumerate(found.heads) if head.title.casefold() == title.casefold()]
        if not places:
            raise ImportRefused(_("There is no column called “{title}”.").format(title=title))
        said.update(dict.fromkeys(places, role))
    said.update({place - found.first_column: role for place, role in answers.places.items()})
    for role in said.values():
        if role and not kind.holds(role):
            raise ImportRefused(
                _("“{role}” is nothing that such a list holds; it may be one of: {roles}.").format(
                    role=role, roles=", ".join(kind.labels)
                )
            )
    given = set(said.values())
    made = []
    for place, head in enumerate(found.heads):
        if place in said:
            role = said[place]
            made.append(replace(head, role=role, how="you" if role else ""))
        elif head.role in given and not head.role.startswith(("month:", "quarter:")):
            made.append(replace(head, role="", how=""))
        else:
            made.append(head)
    return tuple(made)


def _as_told(tables: Sequence[RawTable], kind: Kind, answers: Answers) -> Found | None:
    """A table whose columns only a person knows: the first row that holds all the titles that were named."""
    wanted = {title.casefold() for title, role in answers.columns.items() if role}
    if kind.main not in answers.columns.values():
        return None
    for sheet in tables:
        for index, row in enumerate(sheet.rows):
            texts = texts_of(row.cells)
            if wanted <= {text.casefold() for text in texts}:
                return table_below(sheet, kind, index, texts)
    return None


def _read(found: Found, kind: Kind, name: str, answers: Answers, year: int | None) -> ListImport:
    columns = Columns(kind, found, answers.decimal, answers.days, year)
    back = [out for out in found.left_out if out.row in answers.taken and out.line is not None]
    left = [out for out in found.left_out if out not in back]
    lines = sorted([*found.lines, *(out.line for out in back if out.line)], key=_row) if back else found.lines
    entries: list[Entry] = []
    asking: list[Asking] = []
    for line in lines:
        if line.row in answers.dropped:
            left.append(LeftOut(line.row, _("left out by you"), line))
            continue
        asked = columns.asking(line)
        if asked is not None:
            asking.append(asked)
            continue
        values, months, problems = columns.read(line)
        if not values.get(kind.main) and kind.key != "spend":
            called = line.group or _first_words(line)
            if line.row not in answers.taken or not called or kind.key == "stakeholders":
                reason = _("it has no {what}").format(what=_(kind.labels[kind.main]))
                takes = called and kind.key != "stakeholders" and any(head.role == kind.main for head in found.heads)
                left.append(LeftOut(line.row, reason, line if takes else None))
                continue
            values[kind.main] = called
        entries.append(Entry(line.row, values, months, tuple(problems), line.group))
    notes = list(columns.notes)
    unknown = [head.title for head in found.heads if head.title and not head.role]
    if unknown:
        notes.append(_("Not imported: the columns {names}.").format(names=", ".join(unknown)))
    return ListImport(
        kind, name, found, tuple(entries), tuple(sorted(left, key=_row)), _questions(columns), tuple(notes),
        columns.currency, tuple(asking), dict(columns.unread), answers,
    )  # fmt: skip


def _row(one: Line | LeftOut) -> int:
    return one.row


def _first_words(line: Line) -> str:
    """The first text of a row, to call it by."""
    return next((cell for cell in line.cells if isinstance(cell, str) and any(map(str.isalpha, cell))), "")


def _questions(columns: Columns) -> tuple[Question, ...]:
    asked = []
    if columns.uncertain_amount:
        asked.append(about_amount(columns.uncertain_amount))
    if columns.uncertain_day:
        asked.append(about_day(columns.uncertain_day))
    return tuple(asked)
