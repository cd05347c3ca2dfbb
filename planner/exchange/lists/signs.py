"""How each column was recognised and what came of it, in a few words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from planner.exchange.cells import Cell, words
from planner.exchange.lists.headers import Head
from planner.exchange.lists.importing import ListImport
from planner.exchange.lists.into_plan import Outcome
from planner.exchange.lists.people import People, first_of, is_nobody
from planner.i18n import _, _n
from planner.model.fields import Kind, fields_of
from planner.model.plan import Plan, row_class

_LOOKED_AT = 500
"""So many lines are looked at for an amount to show."""
FINE, LOOK, NONE = "fine", "look", ""


@dataclass(frozen=True, slots=True)
class Sign:
    """``level`` is fine, look, or empty for a column that is not imported. ``example`` and ``value`` are an amount as
    it stands in the file and as it was read, in major units."""

    level: str
    text: str
    example: str = ""
    value: float | None = None


def signs_of(plan: Plan, read: ListImport, outcome: Outcome) -> tuple[Sign, ...]:
    """One sign for each column of the table."""
    asking = Counter(one.place for one in read.asking)
    people = People(plan)
    texts = _texts(read)
    return tuple(
        _sign(read, outcome, place, head, asking[place], people) or texts.get(place) or _recognised(head)
        for place, head in enumerate(read.found.heads)
    )


def _sign(
    read: ListImport, outcome: Outcome, place: int, head: Head, asking: int, people: People
) -> Sign | None:
    """What has to be said of a column; None where nothing but how it was recognised."""
    if not head.role:
        return Sign(NONE, _("not imported") if head.title else _("empty"))
    if asking:
        return Sign(LOOK, _n("{n} row asks", "{n} rows ask", asking).format(n=asking))
    if unread := read.unread.get(place, 0):
        return Sign(LOOK, _n("{n} cell not understood", "{n} cells not understood", unread).format(n=unread))
    if head.role == read.kind.main and read.kind.key not in ("stakeholders", "spend"):
        matched = len(outcome.updated) + len(outcome.same)
        named = _n("{n} name", "{n} names", len(read.entries)).format(n=len(read.entries))
        return Sign(FINE, _("{named}, {n} match the plan").format(named=named, n=matched) if matched else named)
    if _holds_people(read, head.role):
        return _of_people(read, place, people)
    if head.role == "amount" and any(entry.months for entry in read.entries):
        return _of_check(read)
    return None


def _recognised(head: Head) -> Sign:
    return Sign(LOOK if head.how == "content" else FINE, {
        "near": _("by a name much like it"), "part": _("by a part of its name"),
        "content": _("by what stands in it"), "you": _("as you said"),
    }.get(head.how, _("by its name")))  # fmt: skip


def _holds_people(read: ListImport, role: str) -> bool:
    if read.kind.key == "stakeholders" and role == "name":
        return True
    declared = fields_of(row_class(read.kind.table)).get(role)
    return declared is not None and declared.kind is Kind.LINK and declared.target == "person"


def _of_people(read: ListImport, place: int, people: People) -> Sign:
    said = {words(line.cells[place]) for line in read.found.lines if place < len(line.cells)}
    names = {first_of(name) for name in said if not is_nobody(name)}
    nobody = sum(bool(name) and is_nobody(name) for name in said)
    known = sum(people.find(name) is not None for name in names)
    new = len(names) - known
    parts = []
    if known:
        parts.append(_n("{n} person known", "{n} people known", known).format(n=known))
    if new:
        parts.append(_("{n} new").format(n=new))
    if nobody:
        parts.append(_n("{n} names nobody", "{n} name nobody", nobody).format(n=nobody))
    return Sign(LOOK if new or nobody else FINE, ", ".join(parts) or _("empty"))


def _of_check(read: ListImport) -> Sign:
    """Totals beside months are only compared with them."""
    compared = [entry for entry in read.entries if entry.months and entry.values.get("amount") is not None]
    differing = 0
    for entry in compared:
        planned = sum(amount for (_year, _month, actual), amount in entry.months.items() if not actual)
        differing += abs(planned - entry.values["amount"]) > 0.005
    if differing:
        return Sign(LOOK, _n("differs in {n} row", "differs in {n} rows", differing).format(n=differing))
    return Sign(FINE, _("agrees with the months"))


def _texts(read: ListImport) -> dict[int, Sign]:
    """For columns of amounts one that is written as a text, and what it was read as."""
    entries = {entry.row: entry for entry in read.entries}
    found: dict[int, Sign] = {}
    for line in read.found.lines[:_LOOKED_AT]:
        entry = entries.get(line.row)
        if entry is None:
            continue
        for place, head in enumerate(read.found.heads[: len(line.cells)]):
            cell: Cell = line.cells[place]
            if place in found or not head.role or not isinstance(cell, str) or not any(map(str.isdigit, cell)):
                continue
            value = entry.values.get(head.role)
            if head.role.startswith("month:"):
                number = int(head.role.partition(":")[2])
                value = next((one for (_y, month, _a), one in entry.months.items() if month == number), None)
            if isinstance(value, float):
                found[place] = Sign(FINE, "", cell.strip(), value)
    return found
