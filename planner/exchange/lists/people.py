"""Names in lists as people of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from planner.exchange.plainwords import plain
from planner.model.fields import RowId
from planner.model.ids import new_row
from planner.model.plan import Person, Plan, Rows

NEAR = 90
"""How alike two names are, of 100, to be offered as the same person."""


class People:
    """Finds people by name and makes those that are new; ``made`` holds them and those that got something new."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._by_name: dict[str, Person] = {}
        self.made: dict[RowId, Person] = {}
        for person in plan.people:
            self._by_name.setdefault(_key(person.name or ""), person)

    def find(self, name: str) -> Person | None:
        """The person of this name: the same words in any order, initials, a name given by half where it is the only
        such one."""
        key = _key(name)
        if not key:
            return None
        if key in self._by_name:
            return self._by_name[key]
        parts = set(key.split())
        like = [person for known, person in self._by_name.items() if _fits(parts, set(known.split()))]
        return like[0] if len(like) == 1 else None

    def near(self, name: str) -> Person | None:
        """Somebody of a name so much like this one that it may be mistyped."""
        from rapidfuzz import fuzz, process

        if self.find(name) is not None:
            return None
        match = process.extractOne(_key(name), list(self._by_name), scorer=fuzz.ratio, score_cutoff=NEAR)
        return self._by_name[match[0]] if match else None

    def of(self, name: str, **values: object) -> Person:
        """The person of this name, made now if need be; ``values`` fill what is not known of them yet."""
        person = self.find(name)
        if person is None:
            plan = self._plan.with_tables({"person": Rows([*self._plan.people, *self._new()])})
            person = new_row(plan, "person", name=" ".join(_order(name)))
            self._by_name[_key(name)] = person
            self.made[person.id] = person
        fresh = {key: value for key, value in values.items() if value is not None and getattr(person, key) is None}
        if fresh:
            person = replace(person, **fresh)
            self._by_name[_key(person.name or "")] = person
            self.made[person.id] = person
        return person

    def _new(self) -> Iterable[Person]:
        return [person for person in self.made.values() if person.id not in self._plan.people]


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
