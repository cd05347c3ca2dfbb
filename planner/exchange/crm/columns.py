"""Which column of an export holds what: by the names that CRM programs give them, then by what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from planner.exchange.cells import Cell, RawRow, RawTable, words
from planner.exchange.crm.columnnames import LABELS, NAMES
from planner.exchange.crm.outcomes import LOST, WON, flag, outcome_of
from planner.exchange.days import is_day
from planner.exchange.plainwords import compact
from planner.exchange.refused import ImportRefused
from planner.i18n import _, quoted

_ROLE_OF = {compact(name): role for role, names in NAMES.items() for name in names.split(",")}
_RANK = {compact(name): rank for names in NAMES.values() for rank, name in enumerate(names.split(","))}
_LATE = ("estclose", "estimatedclose", "expectedclose", "expectedrevenue", "estrevenue", "estimated", "gesch",
         "erwartet", "voraussichtlich", "chiusuraprevista")  # fmt: skip
_PREFIXES = ("opportunity", "deal", "opp", "hs", "verkaufschance", "potential", "crm")
_NEAR = 88
_HEADER_WITHIN = 40
_LOOKED_AT = 500
_DAY_INSTEAD = {"is_won": "won_on", "is_lost": "lost_on", "is_closed": "closed"}
_LEADS = frozenset(("isconverted", "converteddate", "convertedopportunityid", "leadid", "leadstatus"))
_ALIASES = {"value": "amount", "win": "is_won", "created_on": "created", "closed_on": "closed", "stage_name": "stage"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the header is and what its columns hold."""

    header: RawRow
    place: Mapping[str, int]
    """Column numbers from 0 by what they hold."""
    near: tuple[str, ...] = ()
    """Notes on names that were nearly, not exactly, known."""

    def title(self, role: str) -> str:
        """What the file calls a column."""
        return words(self.header.cells[self.place[role]]) if role in self.place else ""

    def cell(self, row: RawRow, role: str) -> Cell:
        """A row's value for a role; empty where the file has none."""
        number = self.place.get(role)
        return "" if number is None or number >= len(row.cells) else row.cells[number]


def find_columns(table: RawTable, mapping: Mapping[str, str] | None = None) -> Columns | None:
    """The header among the first rows and what its columns hold; None where nothing looks like opportunities.

    ``mapping`` (what it holds: the name of the column) goes before what is found. Raises ImportRefused for a mapping
    of something that no export holds.
    """
    mapping = {_ALIASES.get(role, role): name for role, name in (mapping or {}).items()}
    for role in mapping:
        if role not in LABELS:
            raise ImportRefused(
                _("“{role}” is nothing that an export of opportunities holds; it may be one of: {roles}.").format(
                    role=role, roles=", ".join(LABELS)
                )
            )
    best: Columns | None = None
    for row in table.rows[:_HEADER_WITHIN]:
        found = _columns(row, mapping)
        if found and (best is None or len(found.place) > len(best.place)):
            best = found
    if best is None:
        return None
    best = _flags_or_days(best, table)
    if not {"stage", "status", "is_won"} & set(best.place):
        best = _by_content(best, table)
    return best if _are_opportunities(best) else None


def _is_lead_list(table: RawTable) -> bool:
    """Whether the columns are those of a list of leads."""
    return any(_LEADS & {compact(words(cell)) for cell in row.cells} for row in table.rows[:_HEADER_WITHIN])


def _columns(row: RawRow, mapping: Mapping[str, str]) -> Columns | None:
    names = [_bare(cell) for cell in row.cells]
    if sum(bool(name) for name in names) < 2 or any(isinstance(cell, float) for cell in row.cells):
        return None
    whole = [words(cell).casefold() for cell in row.cells]
    wanted = {role: name.strip().casefold() for role, name in mapping.items()}
    if not set(wanted.values()) <= set(whole):
        return None
    place = {role: whole.index(name) for role, name in wanted.items()}
    ranks: dict[str, int] = {}
    taken = set(place.values())
    for number, name in enumerate(names):
        known, rank = _known(name)
        if known and number not in taken and known not in mapping and rank < ranks.get(known, 1_000):
            ranks[known] = rank
            place[known] = number
    near = _near_misses(row, names, place)
    return Columns(row, place, tuple(near)) if place else None


def _bare(cell: Cell) -> str:
    """The name of a column without its unit: ``Amount (EUR)`` is ``amount``."""
    text = re.sub(r"(?<=\w)\s*[(\[][^)\]]*[)\]]\s*$", "", words(cell))
    return compact(text.removesuffix("*"))


def _known(name: str) -> tuple[str | None, int]:
    if name in _ROLE_OF:
        return _ROLE_OF[name], _RANK[name] + (500 if name.startswith(_LATE) else 0)
    for prefix in _PREFIXES:
        rest = name.removeprefix(prefix)
        if rest != name and rest in _ROLE_OF:
            return _ROLE_OF[rest], _RANK[rest] + 50 + (500 if rest.startswith(_LATE) else 0)
    return None, 0


def _near_misses(row: RawRow, names: Sequence[str], place: dict[str, int]) -> Iterable[str]:
    """Columns whose name is mistyped or nearly one that is known; adds them to ``place``."""
    from rapidfuzz import fuzz, process

    notes = []
    taken = set(place.values())
    for number, name in enumerate(names):
        if number in taken or len(name) < 5 or len(name) > 40:
            continue
        match = process.extractOne(name, list(_ROLE_OF), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if match is None or (role := _ROLE_OF[match[0]]) in place:
            continue
        place[role] = number
        notes.append(
            _("The column “{column}” was read as “{label}”.").format(
                column=words(row.cells[number]), label=_(LABELS[role])
            )
        )
    return notes


def _flags_or_days(columns: Columns, table: RawTable) -> Columns:
    """A column called “Closed” or “Won” may hold yes and no, or the day it happened: look what it is."""
    place = dict(columns.place)
    for role, day_role in _DAY_INSTEAD.items():
        values = _values(table, columns.header, place.get(role, -1))
        if role not in place or all(flag(value) is not None for value in values):
            continue
        number = place.pop(role)
        if all(is_day(value) for value in values):
            place.setdefault(day_role, number)
    return replace(columns, place=place)


def _values(table: RawTable, header: RawRow, number: int) -> list[str]:
    """What stands in a column below the header, in the first rows that have anything there."""
    below = (row for row in table.rows if row.number > header.number and 0 <= number < len(row.cells))
    return [words(row.cells[number]) for row in islice(below, _LOOKED_AT) if row.cells[number] != ""]


def _by_content(columns: Columns, table: RawTable) -> Columns:
    """Look for a column in which deals are won and lost, whatever it is called."""
    for number in range(len(columns.header.cells)):
        if number in columns.place.values():
            continue
        values = _values(table, columns.header, number)
        outcomes = {outcome_of(value) for value in values if len(value) < 60}
        known = sum(outcome_of(value) is not None for value in values)
        if {WON, LOST} <= outcomes and known > len(values) / 5:
            note = _("The column “{column}” was read as “{label}”, by what is in it.").format(
                column=words(columns.header.cells[number]), label=_(LABELS["stage"])
            )
            return Columns(columns.header, {**columns.place, "stage": number}, (*columns.near, note))
    return columns


def _are_opportunities(columns: Columns) -> bool:
    found = set(columns.place)
    says_outcome = found & {"stage", "status", "is_won", "probability"}
    says_deal = found & {"amount", "won_amount", "closed", "won_on", "probability", "is_won"}
    return (bool(says_outcome and says_deal) and len(says_outcome | says_deal) > 1) or {"id", "stage"} <= found


def refusal(name: str, tables: Sequence[RawTable], mapping: Mapping[str, str] | None) -> ImportRefused:
    """What is said of sheets in which no opportunities are found."""
    if mapping:
        return ImportRefused(
            _("{file} has no row of column names with {names} in it, or nothing that tells won from lost.").format(
                file=name, names=", ".join(quoted(name) for name in mapping.values())
            )
        )
    if any(_is_lead_list(table) for table in tables):
        return ImportRefused(
            _("{file} is a list of leads; export the opportunities (deals) of your CRM instead.").format(file=name)
        )
    return ImportRefused(
        _(
            "{file} is no list of opportunities: it has no column for a stage (won, lost, open) with an amount or a"
            " close date; export opportunities, or name the columns with a mapping."
        ).format(file=name)
    )
