"""What the history says of each edit: who, in which voice, when, in which chapter, what, and from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from planner.i18n import _, _n
from planner.model.changes import Author, EditRecord, RowChange, Touched
from planner.model.codec import stored_fields
from planner.model.edits.takeback import restored_words
from planner.model.plan import Plan, Row
from planner.model.words import edit_words, shorten
from planner.ui.numbers import numbers_of
from planner.ui.pages import BY_KEY, HOME_OF
from planner.ui.rowwords import field_words
from planner.ui.voices import voice_of_author

_MOST_READ = 40  # rows of one edit that are read for its words; a large import only says how many


@dataclass(frozen=True)
class Entry:
    """One line of history as it is shown."""

    record: EditRecord
    at: datetime
    """When, in the time of this computer."""
    voice: str
    chapter: str
    """The key of the chapter it is about; empty where it is about several."""
    rows: int
    what: str
    """What happened, as it goes on after the name."""
    searched: str
    """Everything it can be found by, in small letters."""

    @property
    def who(self) -> str:
        """Whose edit it was."""
        return self.record.author or _("Somebody")

    @property
    def place(self) -> str:
        """The chapter in words."""
        return _(BY_KEY[self.chapter].title) if self.chapter else _("Several chapters")


def entries_of(plan: Plan, records: Iterable[EditRecord], touched: Iterable[Touched]) -> list[Entry]:
    """The entries of these edits, in their order."""
    by_seq: dict[int, list[Touched]] = {}
    for one in touched:
        by_seq.setdefault(one.seq, []).append(one)
    voices: dict[tuple[str, str | None], str] = {}
    made = []
    for record in records:
        who = record.author, record.author_id
        if who not in voices:
            voices[who] = voice_of_author(plan, Author(*who))
        parts = by_seq.get(record.seq, [])
        homes = {HOME_OF[one.table] for one in parts if one.table in HOME_OF}
        chapter = homes.pop() if len(homes) == 1 else ""
        what = edit_words(plan, record)
        searched = f"{record.author} {record.label}".casefold()
        rows = sum(one.rows for one in parts)
        at = datetime.fromisoformat(record.at).astimezone()
        made.append(Entry(record, at, voices[who], chapter, rows, what, searched))
    return made


def change_words(plan: Plan, entry: Entry, rows: tuple[RowChange, ...]) -> tuple[str, str]:
    """From what to what, in short: one field's two values, else what came or went ("", "6 rows")."""
    if len(rows) != 1:
        return "", _n("{n} row", "{n} rows", entry.rows).format(n=numbers_of(plan).number(entry.rows, 0))
    (row,) = rows
    if row.before is None:
        return "", _("new")
    if row.after is None:
        return "", _("taken out")
    names = changed_fields(row)
    if len(names) != 1:
        return "", _n("{n} field", "{n} fields", len(names)).format(n=len(names))
    return short_words(plan, row.before, names[0]), short_words(plan, row.after, names[0])


def changed_fields(row: RowChange) -> list[str]:
    """The fields in which a row differs before and after."""
    return [name for name in stored_fields(row.table) if getattr(row.before, name) != getattr(row.after, name)]


def short_words(plan: Plan, row: Row, name: str) -> str:
    """One field of a row on one line; "empty" where nothing is known."""
    return " ".join(field_words(plan, row, name, getattr(row, name)).split())


def read_rows(entry: Entry) -> bool:
    """Whether the rows of an edit are few enough to be read for its words."""
    return entry.rows <= _MOST_READ


def day_words(plan: Plan, at: datetime, now: datetime) -> str:
    """The head of a day in the list: "Today, 10 Nov", "Monday, 9 Nov"."""
    day, today = at.astimezone().date(), now.astimezone().date()
    written = numbers_of(plan).day_short(day.isoformat())
    if day == today:
        return _("Today, {day}").format(day=written)
    names = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"),
    )  # fmt: skip
    if day.year != today.year:
        written = numbers_of(plan).day(day.isoformat())
    return f"{names[day.weekday()]}, {written}"


def moment_words(plan: Plan, at: datetime) -> str:
    """A moment: "3 Nov 17:10"."""
    local = at.astimezone()
    return f"{numbers_of(plan).day_short(local.date().isoformat())} {local:%H:%M}"


def row_codes(plan: Plan) -> Mapping[str, str]:
    """The ids of rows by their short codes, in small letters."""
    return {row.code.casefold(): row.id for row in plan.rows() if row.code}


def restored_here(plan: Plan, rows: tuple[RowChange, ...]) -> str:
    """What taking back an edit restores: one value as it is written in this plan, else in words."""
    if len(rows) == 1 and rows[0].before is not None and rows[0].after is not None:
        names = changed_fields(rows[0])
        if len(names) == 1:
            return _("restores {value}").format(value=shorten(short_words(plan, rows[0].before, names[0]), 24))
    return restored_words(plan, rows)
