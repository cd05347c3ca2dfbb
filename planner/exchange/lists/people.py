"""Names in lists as people of the plan."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from planner.exchange.plainwords import plain
from planner.model.fields import RowId
from planner.model.ids import NewRows
from planner.model.plan import Person, Plan

_NOBODY = frozenset((
    "tbc", "tbd", "tba", "n n", "nn", "n a", "na", "open", "offen", "noch offen", "none", "nobody", "niemand",
    "unknown", "unbekannt", "xx", "xxx", "a definir", "ouvert", "personne", "por definir", "sin asignar", "pendiente",
    "vacant", "vakant", "nog te bepalen", "nader te bepalen", "to be confirmed", "to be defined", "unassigned",
    "not assigned",
))  # fmt: skip


def is_nobody(name: str) -> bool:
    """Whether a name only holds the place of one ("TBC", "N.N.")."""
    return not plain(name) or plain(name) in _NOBODY


class People:
    """Finds people by name and makes those that are new; ``made`` holds them and those that got something new."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._fresh = NewRows(plan)
        self._by_name: dict[str, Person] = {}
        self._keys: dict[str, str] = {}
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self.made: dict[RowId, Person] = {}
        for person in plan.people:
            if (key := _key(person.name or "")) and key not in self._by_name:
                self._call(key, person)

    def _call(self, key: str, person: Person) -> None:
        self._by_name[key] = person
        for word in key.split():
            self._by_word[word].add(key)

    def find(self, name: str) -> Person | None:
        """The person of this name: the same words in any order, initials, a name given by half where it is the only
        such one."""
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = _key(name)
        if not key:
            return None
        if key in self._by_name:
            return self._by_name[key]
        parts = set(key.split())
        words = [part for part in parts if len(part) > 1]
        known = self._by_word.get(max(words, key=len), set()) if words else set()
        like = {id(self._by_name[one]): self._by_name[one] for one in known if _fits(parts, set(one.split()))}
        return next(iter(like.values())) if len(like) == 1 else None

    def of(self, name: str, **values: object) -> Person:
        """The person of this name, made now if need be; ``values`` fill what is not known of them yet."""
        person = self.find(name)
        if person is None:
            person = self._fresh.row("person", name=" ".join(_order(name)))
            self._call(_key(name), person)
            self.made[person.id] = person
        fresh = {key: value for key, value in values.items() if value is not None and getattr(person, key) is None}
        if fresh:
            person = replace(person, **fresh)
            self._by_name[_key(person.name or "")] = person
            self.made[person.id] = person
        return person


def first_of(names: str) -> str:
    """The first of several people in one cell: "Arun, Bex", "Arun & Bex", "Arun / Bex"; "Reh, Tomasz" is one."""
    parts = [part.strip() for part in re.split(r"\s*(?:[;/&+]|\band\b|\bund\b|\bet\b|\by\b)\s*", names) if part.strip()]
    if not parts:
        return names.strip()
    comma = [part.strip() for part in parts[0].split(",")]
    return comma[0] if len(comma) > 2 or (len(comma) == 2 and " " in comma[0]) else parts[0]


def _order(name: str) -> list[str]:
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}".split() if comma and first.strip() else name.split()


def _key(name: str) -> str:
    return " ".join(sorted(plain(" ".join(_order(re.sub(r"\([^)]*\)", "", name)))).split()))


def _fits(given: set[str], known: set[str]) -> bool:
    """Whether the given parts are parts, or initials of parts, of the known name."""
    left = set(known)
    for part in sorted(given, key=len, reverse=True):
        match = (
            part if part in left else next((word for word in sorted(left) if len(part) == 1 and word[0] == part), "")
        )
        if not match:
            return False
        left.discard(match)
    return any(len(part) > 1 for part in given)
