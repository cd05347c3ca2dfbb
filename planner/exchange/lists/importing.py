"""Reading a list: the table, its columns, its rows with what could not be understood, and what has to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from planner.exchange.days import DAY_FIRST, MONTH_FIRST
from planner.exchange.lists.columns import Columns
from planner.exchange.lists.find import Found, LeftOut, find_list, guess_kind
from planner.exchange.lists.headers import Head, texts_of
from planner.exchange.lists.kinds import KINDS, Kind
from planner.exchange.refused import ImportRefused
from planner.exchange.tables import RawTable, read_tables
from planner.i18n import _


@dataclass(frozen=True)
class Answers:
    """What a person said about a file: which column holds what, and what was asked."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """What it holds by the title of a column; an empty text for "nothing of this"."""
    decimal: str = ""
    """``.`` or ``,``."""
    days: str = ""
    """``day first`` or ``month first``."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file leaves open: never guessed silently."""

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    """Pairs of the answer and how it is said."""


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

    @property
    def shape(self) -> str:
        """What is the same for files of the same making: the kind and the titles of the columns."""
        return "|".join((self.kind.key, *(head.title.casefold() for head in self.found.heads)))


def read_list(
    path: Path,
    kind: str | None = None,
    *,
    sheet: str | None = None,
    answers: Answers | None = None,
    year: int | None = None,
) -> ListImport:
    """Read a file as a list of this kind, or of the one it most looks like. ``year`` is the plan's, for bare months.

    Raises ImportRefused with one sentence where nothing in the file looks like such a list.
    """
    return read_tables_as(read_tables(path), path.name, kind, sheet=sheet, answers=answers, year=year)


def read_tables_as(
    tables: Sequence[RawTable],
    name: str,
    kind: str | None,
    *,
    sheet: str | None = None,
    answers: Answers | None = None,
    year: int | None = None,
) -> ListImport:
    """The same from sheets that have been read already. Raises ImportRefused."""
    answers = answers or Answers()
    if sheet is not None:
        tables = [table for table in tables if table.sheet.casefold() == sheet.casefold()]
        if not tables:
            raise ImportRefused(_("{file} has no sheet called “{sheet}”.").format(file=name, sheet=sheet))
    wanted = KINDS[kind] if kind else guess_kind(tables)
    found = find_list(tables, wanted) if wanted else None
    if wanted is None or found is None:
        found = _as_told(tables, wanted, answers) if wanted else None
    if wanted is None or found is None:
        what = _(wanted.label) if wanted else _("a list")
        raise ImportRefused(
            _("Nothing in {file} looks like {what}; name the columns in its first row, or say which one holds what.")
            .format(file=name, what=what)
        )  # fmt: skip
    found = replace(found, heads=_told(found.heads, wanted, answers))
    return _read(found, wanted, name, answers, year)


def _told(heads: Sequence[Head], kind: Kind, answers: Answers) -> tuple[Head, ...]:
    """The columns as a person has set them right."""
    known = {title.casefold(): title for title in (head.title for head in heads)}
    said = {title.casefold(): role for title, role in answers.columns.items()}
    for title, role in answers.columns.items():
        if title.casefold() not in known:
            raise ImportRefused(_("There is no column called “{title}”.").format(title=title))
        if role and role.partition(":")[0] not in {*kind.labels, "month", "quarter", "raci", "spend"}:
            raise ImportRefused(
                _("“{role}” is nothing that such a list holds; it may be one of: {roles}.").format(
                    role=role, roles=", ".join(kind.labels)
                )
            )
    given = set(said.values())
    made = []
    for head in heads:
        if head.title.casefold() in said:
            role = said[head.title.casefold()]
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
    from planner.exchange.lists.find import table_below

    for sheet in tables:
        for index, row in enumerate(sheet.rows):
            texts = texts_of(row.cells)
            if wanted <= {text.casefold() for text in texts}:
                return table_below(sheet, kind, index, texts)
    return None


def _read(found: Found, kind: Kind, name: str, answers: Answers, year: int | None) -> ListImport:
    columns = Columns(kind, found, answers.decimal, answers.days, year)
    entries: list[Entry] = []
    left = list(found.left_out)
    for line in found.lines:
        values, months, problems = columns.read(line)
        if not values.get(kind.main) and kind.key != "spend":
            left.append(LeftOut(line.row, _("it has no {what}").format(what=_(kind.labels[kind.main]))))
            continue
        entries.append(Entry(line.row, values, months, tuple(problems), line.group))
    notes = list(columns.notes)
    unknown = [head.title for head in found.heads if head.title and not head.role]
    if unknown:
        notes.append(_("Not imported: the columns {names}.").format(names=", ".join(unknown)))
    questions = _questions(columns)
    return ListImport(
        kind, name, found, tuple(entries), tuple(sorted(left, key=lambda out: out.row)), questions, tuple(notes),
        columns.currency,
    )  # fmt: skip


def _questions(columns: Columns) -> tuple[Question, ...]:
    asked = []
    if columns.uncertain_amount:
        value = columns.uncertain_amount
        text = _("Is {amount} in this file more than a thousand, or does it have decimals?").format(amount=value)
        thousand, decimals = (",", ".") if "." in value else (".", ",")
        asked.append(Question("decimal", text, ((thousand, _("more than a thousand")), (decimals, _("with decimals")))))
    if columns.uncertain_day:
        text = _("Is {day} in this file written with the day first or with the month first?").format(
            day=columns.uncertain_day
        )
        asked.append(Question("days", text, ((DAY_FIRST, _("day first")), (MONTH_FIRST, _("month first")))))
    return tuple(asked)
