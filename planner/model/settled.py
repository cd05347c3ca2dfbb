"""What was settled with a copy before, so that the same copy asks nothing when it is taken in once more.

For each place at which a copy said something else than the plan it grew from, two short marks are kept: of the
place, and of what the copy said there. When the same copy says the same again, it has had its answer; when it says
something new, that is looked at anew. The values themselves are not kept.
"""

from __future__ import annotations

import json
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from planner.model.fields import Kind, RowId, fields_of
from planner.model.ids import new_id, next_position
from planner.model.plan import Plan, Settled
from planner.model.rows.base import Row

TABLE = "settled"
Place = tuple[str, RowId, str]
"""A table, a row of it, and one of its fields; the field is empty where the whole row is meant."""
_MARK = 8
"""The letters of one mark, six bytes."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a copy."""

    source: str = ""
    """By what the copy is known again; empty where nothing is to be remembered."""
    name: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    """By the mark of a place: the mark of what the copy said there when it was last taken in."""
    heard: Mapping[str, str] = field(default_factory=dict)
    """The same of this plan, for a copy that has taken this plan in before."""

    def answered(self, place: Place, theirs: Any) -> bool:
        """Whether the copy said just this before."""
        return bool(self.said) and self.said.get(_mark(place)) == value_mark(theirs)

    def asked(self, place: Place) -> bool:
        """Whether the copy said anything there before."""
        return bool(self.said) and _mark(place) in self.said

    def agreed(self, place: Place, mine: Any) -> bool:
        """Whether what stands here is what the copy said before, or what it knew of when it said something else."""
        if not self.said and not self.heard:
            return False
        return value_mark(mine) in (self.said.get(_mark(place)), self.heard.get(_mark(place)))

    def forgotten(self) -> Memory:
        """The same copy as if it came for the first time."""
        return replace(self, said={}, heard={})


def memory(mine: Plan, theirs: Plan, source: str, name: str, own: str = "") -> Memory:
    """What is remembered of a copy; ``own`` is by what the copy would know this plan again."""
    return Memory(source, name, _said(mine, source), _said(theirs, own) if own else {})


def remembering(mine: Plan, theirs: Plan, of: Memory, said: Iterable[tuple[Place, Any]]) -> Iterator[Settled]:
    """The rows that keep what was settled now, and what the copy itself had settled with others."""
    if not of.source:
        return
    marks = {_mark(place): value_mark(value) for place, value in said}
    rows = [(of.source, of.name, marks)]
    rows += [(row.source, row.name or "", _marks(row)) for row in theirs.settled if row.source]
    known = {row.source: row for row in mine.settled}
    position = next_position(mine, TABLE)
    for number, (source, name, new) in enumerate(rows):
        row = known.get(source) or Settled(id=new_id(), position=position + number, source=source, name=name)
        before = _marks(row)
        answers = {**before, **new} if source == of.source else {**new, **before}
        if answers != before:
            yield replace(row, name=name or row.name, answers=tuple(sorted(a + b for a, b in answers.items())))


def value_mark(value: Any) -> str:
    """The mark of a value or of a whole row; two ways of writing one letter have the same."""
    return _digest(_plain(value))


def _said(plan: Plan, source: str) -> dict[str, str]:
    row = next((row for row in plan.settled if source and row.source == source), None)
    return _marks(row) if row else {}


def _marks(row: Settled) -> dict[str, str]:
    return {one[:_MARK]: one[_MARK:] for one in row.answers}


def _mark(place: Place) -> str:
    return _digest(place)


def _plain(value: Any) -> Any:
    if isinstance(value, Row):
        # The day on which an input was given is filled in when it is read, so that it says nothing about the row.
        fields = fields_of(type(value)).values()
        return [_plain(getattr(value, one.name)) for one in fields if one.kind is not Kind.DAY]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return b64encode(sha256(text.encode()).digest()[: _MARK * 3 // 4], b"-_").decode()
