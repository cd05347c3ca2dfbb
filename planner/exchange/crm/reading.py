"""A CRM export from any program, understood row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from planner.exchange.amounts import CODES, AmountColumn, currency_in, read_column
from planner.exchange.cells import Cell, RawRow, RawTable, words
from planner.exchange.crm.columnnames import LABELS
from planner.exchange.crm.columns import Columns, find_columns, refusal
from planner.exchange.crm.dayorder import order_by_sequence
from planner.exchange.crm.opportunities import BLANK, CrmImport, Opportunity, Skipped
from planner.exchange.crm.outcomes import LOST, OPEN, WON, flag, outcome_of
from planner.exchange.days import MONTH_FIRST, DayReader, day_reader
from planner.exchange.hidden import rows_read
from planner.exchange.plainwords import plain
from planner.exchange.questions import DAYS, DECIMAL, ONLY, Question, about_amount, about_currencies, about_day
from planner.exchange.refused import ImportRefused
from planner.exchange.tables import read_table, read_tables
from planner.i18n import _, _n

REACHED = {"lead": "lead_on", "mql": "mql_on", "sal": "sal_on", "sql": "sql_on", "opportunity": "opportunity_on"}
_DAYS = ("created", "closed", "won_on", "lost_on", *REACHED.values())
_AMOUNTS = ("amount", "won_amount")
_TOTAL = re.compile(r"(grand |sub ?)?(total|totals|summe|gesamt|gesamtsumme|zwischensumme|somme|suma|totale)( .*)?")
_MOSTLY = 0.5
"""A column in which more than this share cannot be read is not used at all."""
_REPEATED = 0.2
"""Where more rows than this repeat a number, the number does not name opportunities."""


def read_crm(
    path: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    include_deleted: bool = False,
    answers: Mapping[str, str] | None = None,
    tables: Sequence[RawTable] = (),
) -> CrmImport:
    """The opportunities in an export (CSV, text, .xlsx). Raises ImportRefused in one sentence.

    ``mapping`` names columns that are not found by themselves: what it holds (``columns.LABELS``) to the column's
    name. Rows that the CRM marks as deleted are left out unless ``include_deleted``. ``answers`` settle the questions
    that an earlier reading of this file has asked, by their keys. ``tables`` are the file's sheets where they have been
    read already.
    """
    path = Path(path)
    tables = (read_table(path, sheet, tables),) if sheet is not None else tables or read_tables(path)
    return crm_of(tables, path.name, mapping=mapping, include_deleted=include_deleted, answers=answers)


def crm_of(
    tables: Sequence[RawTable],
    name: str,
    *,
    mapping: Mapping[str, str] | None = None,
    include_deleted: bool = False,
    answers: Mapping[str, str] | None = None,
) -> CrmImport:
    """The same from sheets that have been read already. Raises ImportRefused."""
    found = [(columns, table) for table in tables if (columns := find_columns(table, mapping))]
    if not found:
        raise refusal(name, tables, mapping)
    columns, table = max(found, key=lambda pair: len(pair[0].place))
    return _Reading(name, table, columns, include_deleted, answers or {}).result()


class _Reading:
    """One pass over the rows of one table. Whatever is left out or assumed on the way is kept, to be said."""

    def __init__(
        self, file: str, table: RawTable, columns: Columns, include_deleted: bool, answers: Mapping[str, str]
    ) -> None:
        self.file = file
        self.answers = answers
        self.table = table
        self.columns = columns
        self.include_deleted = include_deleted
        self.notes = [*table.notes, *columns.near]
        self.questions: list[Question] = []
        self.rows = [row for row in table.rows if row.number > columns.header.number]
        self.notes += rows_read(self.table, columns.header.number)
        self.skipped: list[Skipped] = []
        self.roles = set(columns.place)

    def result(self) -> CrmImport:
        """The import. Raises ImportRefused where nothing stands below the header."""
        if not self.rows:
            raise ImportRefused(
                _("{file} has the names of its columns but no opportunities below them.").format(file=self.file)
            )
        rows = self._real_rows()
        self.amounts = self._amounts(rows)
        currency = self._currency(rows)
        self.days = self._day_reader(rows)
        self._drop_unreadable(rows)
        self.by_probability = self._only_probability(rows)
        deals = [deal for row in rows if (deal := self._deal(row)) is not None]
        self._refuse_without(deals)
        self._say_what_is_odd(deals)
        return CrmImport(
            file=self.file,
            opportunities=tuple(deals),
            skipped=tuple(sorted(self.skipped, key=lambda skipped: skipped.row)),
            notes=tuple(self.notes),
            questions=tuple(self.questions),
            columns=tuple((role, self.columns.title(role)) for role in LABELS if role in self.roles),
            currency=currency,
            sheet=self.table.sheet,
            stages_reached=tuple(stage for stage, role in REACHED.items() if role in self.roles),
        )

    def _refuse_without(self, deals: Sequence[Opportunity]) -> None:
        unread = [skipped for skipped in self.skipped if skipped.reason != _("deleted in the CRM")]
        if unread and not deals:
            raise ImportRefused(
                _("No row of {file} is an opportunity; row {row}, for one: {reason}.").format(
                    file=self.file, row=unread[0].row, reason=unread[0].reason
                )
            )

    # -- before the rows are read --------------------------------------------------------------------------------

    def _real_rows(self) -> list[RawRow]:
        """The rows without totals, repeated headers, deleted and repeated opportunities."""
        header = [words(cell) for cell in self.columns.header.cells]
        first_of: dict[str, int] = {}
        twice: list[Skipped] = []
        rows: list[RawRow] = []
        for row in self.rows:
            filled = [words(cell) for cell in row.cells if cell != ""]
            if (
                _TOTAL.fullmatch(plain(filled[0]))
                and len(filled) < max(3, len(header) * 0.7)
                and not self._text(row, "stage")
            ):
                self._skip(row, _("a row of totals"))
            elif [words(cell) for cell in row.cells] == header:
                self._skip(row, _("the names of the columns again"))
            elif not self.include_deleted and flag(self._text(row, "is_deleted")) and "is_deleted" in self.roles:
                self._skip(row, _("deleted in the CRM"))
            else:
                rows.append(row)
                if id := self._text(row, "id"):
                    if id in first_of:
                        reason = _("the opportunity {id} of row {row} again").format(id=id, row=first_of[id])
                        twice.append(Skipped(row.number, reason))
                    else:
                        first_of[id] = row.number
        if len(twice) > max(1, len(rows) * _REPEATED):
            self.notes.append(
                _("“{column}” repeats itself in many rows, so each row was counted as an opportunity.").format(
                    column=self.columns.title("id")
                )
            )
            return rows
        again = {skipped.row for skipped in twice}
        self.skipped += twice
        return [row for row in rows if row.number not in again]

    def _amounts(self, rows: Iterable[RawRow]) -> dict[str, AmountColumn]:
        titles = " ".join(self.columns.title(role) for role in _AMOUNTS)
        made = {}
        hint = self.answers.get(DECIMAL, "")
        for role in sorted(self.roles.intersection(_AMOUNTS)):
            column = read_column((self.columns.cell(row, role) for row in rows), hint=hint)
            made[role] = replace(column, uncertain="") if hint else column
            if made[role].uncertain and not self._asked(DECIMAL):
                self.questions.append(about_amount(made[role].uncertain))
        self.titled_currency = currency_in(titles)
        return made

    def _asked(self, key: str) -> bool:
        return any(question.key == key for question in self.questions)

    def _day_reader(self, rows: Sequence[RawRow]) -> DayReader:
        """One reader for all date columns: a program writes its days in one way."""
        values = [self.columns.cell(row, role) for role in self.roles.intersection(_DAYS) for row in rows]
        reader = day_reader(values, hint=self.answers.get(DAYS, ""))
        if not reader.uncertain:
            return reader
        if answer := self.answers.get(DAYS):
            return DayReader(answer)
        if order := order_by_sequence([(self._cell(row, "created"), self._cell(row, "closed")) for row in rows]):
            said = _("Days were read with the {first} first; otherwise deals would close before they were created.")
            self.notes.append(said.format(first=_("month") if order == MONTH_FIRST else _("day")))
            return DayReader(order)
        self.questions.append(about_day(reader.uncertain))
        return reader

    def _cell(self, row: RawRow, role: str) -> Cell:
        return self.columns.cell(row, role) if role in self.roles else ""

    def _drop_unreadable(self, rows: Sequence[RawRow]) -> None:
        """Leave aside a column in which most cells are not what its name says; never the rows for it."""
        for role in [role for role in (*_AMOUNTS, *_DAYS) if role in self.roles]:
            read = self.amounts[role].read if role in _AMOUNTS else self.days.read
            filled = [cell for row in rows if (cell := self.columns.cell(row, role)) != ""]
            if filled and sum(not _readable(read, cell) for cell in filled) > len(filled) * _MOSTLY:
                self.roles.discard(role)
                self.notes.append(
                    _("The column “{column}” does not hold what its name says and was not used.").format(
                        column=self.columns.title(role)
                    )
                )

    def _only_probability(self, rows: Iterable[RawRow]) -> bool:
        """Whether the probability has to tell how deals ended, for no stage does."""
        if "probability" not in self.roles or self.roles & {"is_won", "is_lost", "won_on"}:
            return False
        ended = any(self._said_outcome(row) in (WON, LOST) for row in rows)
        if not ended:
            self.notes.append(_("No stage says won or lost, so 100 % was read as won and 0 % as lost."))
        return not ended

    # -- one row -------------------------------------------------------------------------------------------------

    def _deal(self, row: RawRow) -> Opportunity | None:
        """The opportunity in a row; None, and the reason kept, where it cannot be read."""
        outcome = self._outcome(row)
        if outcome is None:
            self._skip(row, _("it has no stage, so nobody can tell whether it is won, lost or open"))
            return None
        try:
            amount = self._amount(row, outcome)
            created = self._day(row, "created")
            closed = self._closed(row, outcome)
            reached = frozenset(stage for stage, role in REACHED.items() if self._day(row, role) is not None)
        except _Unreadable as unreadable:
            self._skip(row, str(unreadable))
            return None
        source = self._text(row, "source") or BLANK
        stage = self._text(row, "stage") or self._text(row, "status")
        return Opportunity(row.number, outcome, stage, amount, created, closed, source, reached)

    def _outcome(self, row: RawRow) -> str | None:
        said = self._flagged(row)
        if said is None and self.by_probability:
            said = self._by_chance(row)
        if said is not None:
            return said
        said = self._said_outcome(row)
        if said is not None:
            return said
        for role, outcome in (("won_on", WON), ("lost_on", LOST)):
            if self._text(row, role):
                return outcome
        if self.roles & {"stage", "status"}:
            return OPEN if self._text(row, "stage") or self._text(row, "status") else None
        return OPEN if self.roles & {"won_on", "lost_on", "is_won"} else None

    def _flagged(self, row: RawRow) -> str | None:
        won, lost, closed = (
            flag(text) if role in self.roles and (text := self._text(row, role)) else None
            for role in ("is_won", "is_lost", "is_closed")
        )
        if won:
            return WON
        if lost:
            return LOST
        if closed is False:
            return OPEN
        if closed and won is False:
            return LOST
        if won is False and lost is False:
            return OPEN
        return None

    def _said_outcome(self, row: RawRow) -> str | None:
        """What the words in status and stage say; the end of a deal goes before its being open."""
        said = [outcome_of(text) for role in ("status", "stage") if (text := self._text(row, role))]
        return next((outcome for outcome in said if outcome in (WON, LOST)), OPEN if OPEN in said else None)

    def _by_chance(self, row: RawRow) -> str | None:
        try:
            chance = float(self._text(row, "probability").rstrip("% ").replace(",", "."))
        except ValueError:
            return None
        return WON if chance == 100 else LOST if chance == 0 else OPEN

    def _amount(self, row: RawRow, outcome: str) -> float | None:
        for role in ("won_amount", "amount") if outcome == WON else ("amount",):
            cell = self.columns.cell(row, role)
            if role not in self.roles or cell == "" or self.amounts[role].leaves_open(cell):
                continue
            if not self._counts(row, cell):
                continue
            try:
                amount = self.amounts[role].read(cell)
            except ValueError:
                raise _Unreadable(
                    _("“{value}” in “{column}” is no amount").format(value=cell, column=self.columns.title(role))
                ) from None
            if amount is not None:
                return amount
        return None

    def _counts(self, row: RawRow, cell: Cell) -> bool:
        """Whether an amount is in the currency that counts."""
        if self._asked(ONLY):
            return False
        return not self.only or (self._text(row, "currency").upper() or currency_in(words(cell))) in ("", self.only)

    def _closed(self, row: RawRow, outcome: str) -> date | None:
        first = {WON: "won_on", LOST: "lost_on"}.get(outcome)
        return (self._day(row, first) if first else None) or self._day(row, "closed")

    def _day(self, row: RawRow, role: str) -> date | None:
        cell = self.columns.cell(row, role)
        if role not in self.roles or cell == "" or self.days.leaves_open(cell):
            return None
        try:
            return self.days.read(cell)
        except ValueError:
            raise _Unreadable(
                _("“{value}” in “{column}” is no day").format(value=cell, column=self.columns.title(role))
            ) from None

    def _text(self, row: RawRow, role: str) -> str:
        return words(self.columns.cell(row, role))

    def _skip(self, row: RawRow, reason: str) -> None:
        self.skipped.append(Skipped(row.number, reason))

    # -- after the rows are read ---------------------------------------------------------------------------------

    def _currency(self, rows: Iterable[RawRow]) -> str | None:
        """The one currency of the amounts; None where it is not said, or where there are several (which is asked)."""
        found = Counter(code for row in rows if (code := self._text(row, "currency").upper()) in CODES)
        names = [name for name, _count in found.most_common()] or [
            name for column in self.amounts.values() for name in column.currencies
        ]
        names = list(dict.fromkeys(names)) or [name for name in [self.titled_currency] if name]
        self.only = self.answers.get(ONLY, "")
        if self.only in names:
            return self.only
        if len(names) > 1:
            self.questions.append(about_currencies(names))
            return None
        return names[0] if names else None

    def _say_what_is_odd(self, deals: Sequence[Opportunity]) -> None:
        early = [
            deal.row
            for deal in deals
            if deal.created and deal.closed and deal.closed < deal.created and deal.outcome != OPEN
        ]
        if early:
            text = _n(
                "{n} deal was closed before it was created and does not count in the time to close (row {rows}).",
                "{n} deals were closed before they were created and do not count in the time to close (rows {rows}).",
                len(early),
            )
            self.notes.append(text.format(n=len(early), rows=_some(early)))
        bare = [deal.row for deal in deals if deal.outcome == WON and deal.amount is None]
        if bare and not self._asked(ONLY) and not self._asked(DECIMAL):
            text = _n(
                "{n} won deal has no amount (row {rows}).", "{n} won deals have no amount (rows {rows}).", len(bare)
            )
            self.notes.append(text.format(n=len(bare), rows=_some(bare)))
        deleted = sum(skipped.reason == _("deleted in the CRM") for skipped in self.skipped)
        if deleted:
            text = _n(
                "{n} opportunity is marked as deleted and was left out.",
                "{n} opportunities are marked as deleted and were left out.",
                deleted,
            )
            self.notes.append(text.format(n=deleted))


class _Unreadable(Exception):
    """A cell that is not what its column should hold; the message is the reason."""


def _readable(read: Callable[[Cell], object], cell: Cell) -> bool:
    try:
        read(cell)
    except ValueError:
        return False
    return True


def _some(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:5])) + (" …" if len(rows) > 5 else "")
