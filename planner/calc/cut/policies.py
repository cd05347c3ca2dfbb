"""How a cut is laid on the lines: by equal shares, by the agreed order, or where it costs least (method.md B11).

What cannot be done by halves goes as a whole or stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from planner.calc.cut.cuttable import UNALLOCATED, Piece
from planner.calc.money import largest_remainder
from planner.model.plan import Money, RowId

_ORDER = {4: 1, 3: 2, 2: 3, None: 4, 1: 5}
_MOST_WHOLES = 12
"""So many activities that cannot be done by halves are tried in every combination; more of them one after another."""


class Bundle(NamedTuple):
    """Pieces that go together, and what they bring for each unit of their money."""

    pieces: tuple[Piece, ...]
    rate: tuple[float, float]
    is_whole: bool
    """Whether it goes as a whole or not at all."""

    @property
    def amount(self) -> Money:
        return sum(piece.amount for piece in self.pieces)


Laid = dict[str, Money]
"""What each piece loses, by its key; pieces that lose nothing are left out."""


def bundled(
    pieces: Sequence[Piece], wholes: frozenset[RowId], worth: Mapping[RowId, tuple[float, float]]
) -> tuple[Bundle, ...]:
    """The pieces with what each brings; the lines of an activity that cannot be done by halves are one bundle."""
    open_by_activity: dict[RowId, Money] = {}
    for piece in pieces:
        if piece.activity is not None:
            open_by_activity[piece.activity] = open_by_activity.get(piece.activity, 0) + piece.amount

    def rate(activity: RowId | None) -> tuple[float, float]:
        if activity is None or activity not in worth:
            return 0.0, 0.0
        first, second = worth[activity]
        return first / open_by_activity[activity], second / open_by_activity[activity]

    found, done = [], set()
    for piece in pieces:
        if piece.activity in wholes:
            if piece.activity not in done:
                done.add(piece.activity)
                own = tuple(other for other in pieces if other.activity == piece.activity)
                found.append(Bundle(own, rate(piece.activity), True))
        else:
            found.append(Bundle((piece,), rate(piece.activity), False))
    return tuple(found)


def equal(bundles: Sequence[Bundle], need: Money) -> tuple[Laid, float | None]:
    """Every line loses the same share, which is returned too.

    Of activities that cannot be done by halves as many go as come nearest to their share, those that bring least
    first; the others make up for it.
    """
    total = sum(bundle.amount for bundle in bundles)
    if need >= total:
        return _all(bundles), (1.0 if total else None)
    parts = [bundle for bundle in bundles if not bundle.is_whole]
    wholes = sorted((bundle for bundle in bundles if bundle.is_whole), key=_rate)
    divisible = sum(bundle.amount for bundle in parts)
    share_of_wholes = need * sum(bundle.amount for bundle in wholes) / total
    laid: Laid = {}
    dropped = 0
    for bundle in wholes:
        if dropped + bundle.amount / 2 <= share_of_wholes or need - dropped > divisible:
            laid |= _all([bundle])
            dropped += bundle.amount
    rest = max(0, need - dropped)
    taken = largest_remainder(rest, [bundle.amount for bundle in parts])
    laid |= {bundle.pieces[0].key: amount for bundle, amount in zip(parts, taken, strict=True) if amount}
    return laid, (rest / divisible if divisible else None)


def agreed(bundles: Sequence[Bundle], need: Money) -> Laid:
    """What is not allocated first, then priority 4, 3, 2, without one, 1; within a priority what brings least.

    What cannot be done by halves and is more than what is still needed is passed over, and taken only where nothing
    else is left.
    """
    return _one_after_another(sorted(bundles, key=_agreed_rank), need)


def optimal(bundles: Sequence[Bundle], need: Money) -> Laid:
    """What brings least goes first, whatever was agreed; wholes are tried in every combination."""
    parts = sorted((bundle for bundle in bundles if not bundle.is_whole), key=_rate)
    wholes = sorted((bundle for bundle in bundles if bundle.is_whole), key=_rate)
    if need >= sum(bundle.amount for bundle in bundles):
        return _all(bundles)
    if len(wholes) > _MOST_WHOLES:
        return _one_after_another(sorted(bundles, key=_rate), need)
    divisible = sum(bundle.amount for bundle in parts)
    best: tuple[tuple[float, float, Money], Laid] | None = None
    for count in range(len(wholes) + 1):
        for gone in combinations(wholes, count):
            dropped = sum(bundle.amount for bundle in gone)
            if dropped + divisible < need:
                continue
            laid = _all(gone) | _one_after_another(parts, max(0, need - dropped))
            costs = (_cost(bundles, laid, 0), _cost(bundles, laid, 1), sum(laid.values()))
            if best is None or costs < best[0]:
                best = costs, laid
    return best[1] if best else {}


def _one_after_another(bundles: Sequence[Bundle], need: Money) -> Laid:
    laid: Laid = {}
    passed: list[Bundle] = []
    for bundle in bundles:
        if need <= 0:
            break
        if bundle.is_whole and bundle.amount > need:
            passed.append(bundle)
            continue
        for piece in bundle.pieces:
            laid[piece.key] = min(piece.amount, need)
            need -= laid[piece.key]
    for bundle in sorted(passed, key=_amount):
        if need > 0 and bundle.amount >= need:
            laid |= _all([bundle])
            need -= bundle.amount
    for bundle in passed:
        if need > 0:
            laid |= _all([bundle])
            need -= bundle.amount
    return {key: amount for key, amount in laid.items() if amount}


def _all(bundles: Sequence[Bundle]) -> Laid:
    return {piece.key: piece.amount for bundle in bundles for piece in bundle.pieces}


def _cost(bundles: Sequence[Bundle], laid: Laid, place: int) -> float:
    return sum(bundle.rate[place] * laid.get(piece.key, 0) for bundle in bundles for piece in bundle.pieces)


def _agreed_rank(bundle: Bundle) -> tuple[int, tuple[float, float]]:
    first = bundle.pieces[0]
    if first.key == UNALLOCATED:
        return 0, bundle.rate
    return min(_ORDER.get(piece.priority, _ORDER[None]) for piece in bundle.pieces), bundle.rate


def _rate(bundle: Bundle) -> tuple[float, float]:
    return bundle.rate


def _amount(bundle: Bundle) -> Money:
    return bundle.amount


