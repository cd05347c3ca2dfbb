"""Which row of a sheet is which row of the plan: by its id, and by what it holds where ids were scrambled or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from planner.model.plan import RowId

_ALIKE = 0.7
"""Rows with the same key text are the same when at least this share of their other cells is."""
Contents = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of a sheet: its number, its id or nothing, what it holds, and what it is called by."""

    number: int
    id: str
    holds: Contents
    key: Hashable


@dataclass(slots=True)
class Matched:
    """Rows of a sheet by number with the rows of the plan that they are; the rest is new or missing."""

    pairs: dict[int, RowId] = field(default_factory=dict)
    new: list[int] = field(default_factory=list)
    missing: list[RowId] = field(default_factory=list)
    scrambled: bool = False
    copies: list[int] = field(default_factory=list)
    """New rows that carry the id of another row, because they were copied from it."""
    by_content: int = 0
    """How many rows were recognised by what they hold."""


def match(rows: Sequence[Candidate], base: Mapping[RowId, Contents], keys: Mapping[RowId, Hashable]) -> Matched:
    """Match the rows of a sheet with those that it was exported with. ``keys`` are what those are called by."""
    found = Matched()
    by_contents: dict[Contents, list[RowId]] = {}
    for id, holds in base.items():
        by_contents.setdefault(holds, []).append(id)
    untrusted = _scrambled(rows, base, by_contents, found)
    left = dict.fromkeys(base)
    _by_id([row for row in rows if row.number not in untrusted], base, left, found)
    _by_contents(rows, by_contents, left, found)
    _by_likeness(rows, base, keys, left, found)
    taken = set(found.pairs.values())
    for row in rows:
        if row.number not in found.pairs:
            found.new.append(row.number)
            if row.id in taken:
                found.copies.append(row.number)
    found.missing = list(left)
    return found


def _scrambled(
    rows: Sequence[Candidate], base: Mapping[RowId, Contents], by_contents: Mapping[Contents, list[RowId]],
    found: Matched,
) -> set[int]:  # fmt: skip
    """The numbers of rows whose ids cannot be trusted, because a sort left the ids where they were.

    That is all rows when more of them hold exactly what another row held than what their own did; otherwise those
    that have changed places among themselves.
    """
    own = 0
    elsewhere: dict[int, RowId] = {}
    for row in rows:
        if row.id not in base:
            continue
        if row.holds == base[row.id]:
            own += 1
            continue
        others = by_contents.get(row.holds, [])
        if len(others) == 1:
            elsewhere[row.number] = others[0]
    if not elsewhere:
        return set()
    ids = {row.number: row.id for row in rows}
    closed = Counter(elsewhere.values()) == Counter(ids[number] for number in elsewhere)
    if len(elsewhere) > own:
        found.scrambled = True
        return {row.number for row in rows}
    if closed:
        found.scrambled = True
        return set(elsewhere)
    return set()


def _by_id(
    rows: Sequence[Candidate], base: Mapping[RowId, Contents], left: dict[RowId, None], found: Matched
) -> None:
    by_id: dict[str, list[Candidate]] = {}
    for row in rows:
        if row.id in base:
            by_id.setdefault(row.id, []).append(row)
    for id, same in by_id.items():
        row = next((row for row in same if row.holds == base[id]), same[0])
        found.pairs[row.number] = id
        del left[id]


def _by_contents(
    rows: Sequence[Candidate], by_contents: Mapping[Contents, list[RowId]], left: dict[RowId, None], found: Matched
) -> None:
    for row in rows:
        if row.number in found.pairs:
            continue
        id = next((id for id in by_contents.get(row.holds, ()) if id in left), None)
        if id is not None:
            found.pairs[row.number] = id
            found.by_content += 1
            del left[id]


def _by_likeness(
    rows: Sequence[Candidate], base: Mapping[RowId, Contents], keys: Mapping[RowId, Hashable],
    left: dict[RowId, None], found: Matched,
) -> None:  # fmt: skip
    by_key: dict[Hashable, list[RowId]] = {}
    for id in left:
        if keys.get(id) is not None:
            by_key.setdefault(keys[id], []).append(id)
    for row in rows:
        if row.number in found.pairs or row.key is None:
            continue
        alike = [(id, _alike(row.holds, base[id])) for id in by_key.get(row.key, ()) if id in left]
        best = max(alike, key=_share, default=None)
        if best is not None and best[1] >= _ALIKE:
            found.pairs[row.number] = best[0]
            found.by_content += 1
            del left[best[0]]


def _share(found: tuple[RowId, float]) -> float:
    return found[1]


def _alike(one: Contents, other: Contents) -> float:
    """The share of cells that are the same, among those that hold anything on either side."""
    held = [(a, b) for a, b in zip(one, other, strict=True) if a is not None or b is not None]
    return sum(a == b for a, b in held) / len(held) if held else 0.0
