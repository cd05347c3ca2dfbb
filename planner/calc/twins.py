"""Inputs that say nearly the same, found by the words they share; a suggestion, never a decision.

Words count by how rare they are in this ledger, so that "customers" tells less than "downtime". A word counts by its
first letters, which puts "price", "prices" and "priced" together in the languages that teams write in.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from planner.model.plan import Plan, RowId

LIKELY = 0.4
"""From this likeness on two inputs are offered as twins; tried on the example and on the data of other teams."""
_STEM, _SHORTEST = 5, 3
_COMMON, _MOST = 0.2, 40
"""Words in more than this share of the inputs, or in more than so many, bring nobody together by themselves."""
_WORD = re.compile(r"[^\W_]+")


class Twins(NamedTuple):
    """Two inputs that say nearly the same: the one that stays, the one that joins it, and how alike, 0 to 1."""

    keep: RowId
    other: RowId
    likeness: float


def twins(plan: Plan) -> list[Twins]:
    """Pairs of inputs that say nearly the same, the most alike first.

    Left out: what is put together already, and pairs of which somebody has said that they differ.
    """
    rows = [row for row in plan.sales_inputs if row.merged_into is None and row.text]
    stems = {row.id: stems_of(row.text or "") for row in rows}
    weights = _weights(stems.values())
    dots: Counter[RowId] = Counter()
    for dot in plan.dots:
        if dot.item is not None:
            dots[dot.item] += dot.dots
    place = {row.id: (-dots[row.id], row.date or "9999", n) for n, row in enumerate(rows)}
    apart = {frozenset((row.id, other)) for row in rows for other in row.differs_from}
    found = []
    for first, second in _candidates(stems, len(rows)):
        if frozenset((first, second)) in apart:
            continue
        alike = likeness(stems[first], stems[second], weights)
        if alike >= LIKELY:
            keep, other = sorted((first, second), key=place.__getitem__)
            found.append(Twins(keep, other, alike))
    return sorted(found, key=lambda pair: (-pair.likeness, place[pair.keep], place[pair.other]))


@lru_cache(maxsize=8192)
def stems_of(text: str) -> frozenset[str]:
    """The words of a sentence by their first letters; very short words are left out, figures never are."""
    words = _WORD.findall(text.casefold())
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST or word.isdecimal())


def likeness(first: frozenset[str], second: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much of what the two say is the same, 0 to 1: the mean of what they share of both and of the shorter one."""
    common = sum(weights.get(stem, 1.0) for stem in first & second)
    one, other = (sum(weights.get(stem, 1.0) for stem in stems) for stems in (first, second))
    if not common or len(first & second) < min(2, len(first), len(second)):
        return 0.0
    return (2 * common / (one + other) + common / min(one, other)) / 2


def _weights(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """The weight of each stem: the rarer, the heavier."""
    counts: Counter[str] = Counter()
    n = 0
    for stems in texts:
        counts.update(stems)
        n += 1
    return {stem: math.log(1 + n / count) for stem, count in counts.items()}


def _candidates(stems: Mapping[RowId, frozenset[str]], n: int) -> Iterable[tuple[RowId, RowId]]:
    """Pairs that share a word that is not everywhere; comparing all with all would take too long in a long ledger."""
    holders: dict[str, list[RowId]] = {}
    for id, words in stems.items():
        for stem in words:
            holders.setdefault(stem, []).append(id)
    most = min(_MOST, max(4, int(n * _COMMON)))
    pairs: dict[tuple[RowId, RowId], None] = {}
    for ids in holders.values():
        if len(ids) <= most:
            for place, first in enumerate(ids):
                for second in ids[place + 1 :]:
                    pairs[first, second] = None
    return pairs
