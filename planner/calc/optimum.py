"""The best split of money over curves: equal marginal value wherever the bounds leave room (method.md B10)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from planner.calc.curves import Curve
from planner.calc.ranges import bisect

AS_GOOD = 0.01
"""What a split may bring less than the best and still be as good: inside it the estimates cannot tell them apart."""

SPENT, FULL, TOO_LITTLE, NOTHING_GAINED = "spent", "full", "too_little", "nothing_gained"
_STEPS = 64
_GRID = 16
_MOST_SHAPED = 6
"""So many curves shaped like an S are tried on and off in every combination; of more, those that bring most are on."""


class Channel(NamedTuple):
    """Something money is spent on. Value is what one lead is worth here, in any one unit for all channels."""

    curve: Curve
    value: float
    low: float
    high: float

    def worth(self, spend: float) -> float:
        return self.value * self.curve.leads(spend)

    def marginal(self, spend: float) -> float:
        return self.value * self.curve.marginal(spend) if self.value else 0.0


class Optimum(NamedTuple):
    """The best split."""

    spend: tuple[float, ...]
    total: float
    """Value of all leads."""
    marginal: float | None
    """What one more unit would bring (lambda), where some channel has room; None where none has."""
    remainder: float
    """What cannot be spent within the bounds, or brings nothing; negative where even the least is too much."""
    why: str
    """``spent``: nothing remains. ``full``: every channel is at its most. ``too_little``: the least of all channels is
    more than there is. ``nothing_gained``: what remains would bring nothing."""


def best(channels: Sequence[Channel], budget: float, today: Sequence[float] | None = None) -> Optimum:
    """The best split of a budget. With ``today`` never worse than it, where today keeps to bounds and budget.

    Raises ValueError for a channel whose least is above its most.
    """
    if any(channel.low > channel.high or channel.low < 0 for channel in channels):
        raise ValueError("the least is above the most")
    lows, highs = [channel.low for channel in channels], [channel.high for channel in channels]
    if budget <= sum(lows) + 1e-9:
        short = budget - sum(lows)
        return _made(channels, lows, short if short < -1e-9 else 0.0, TOO_LITTLE if short < -1e-9 else SPENT)
    if budget >= sum(highs) - 1e-9:
        over = budget - sum(highs)
        return _made(channels, highs, over if over > 1e-9 else 0.0, FULL if over > 1e-9 else SPENT)
    splits = [split for states in _states(channels) if (split := _with_states(channels, budget, states)) is not None]
    totals = [_total(channels, split) for split in splits]
    spend = splits[totals.index(max(totals))]
    if today is not None and _keeps(channels, budget, today) and _total(channels, today) > _total(channels, spend):
        spend = list(today)
    _polish(channels, spend)
    remainder = budget - sum(spend)
    small = remainder < max(1e-9, 1e-12 * budget)
    return _made(channels, spend, 0.0 if small else remainder, SPENT if small else NOTHING_GAINED)


def band(channels: Sequence[Channel], found: Optimum, tolerance: float = AS_GOOD) -> tuple[tuple[float, float], ...]:
    """For each channel the spends that are as good as the best: the others share what it takes or leaves, pro rata."""
    enough = found.total * (1 - tolerance)
    edges = []
    for place, channel in enumerate(channels):
        best_spend = found.spend[place]

        def loss(spend: float, at: int = place) -> float:
            return enough - _total(channels, moved(channels, found.spend, at, spend))

        def mirrored(distance: float, of: float = best_spend, at: int = place) -> float:
            return enough - _total(channels, moved(channels, found.spend, at, of - distance))

        others = [index for index in range(len(channels)) if index != place]
        most = min(channel.high, best_spend + sum(found.spend[i] - channels[i].low for i in others))
        least = max(channel.low, best_spend - sum(channels[i].high - found.spend[i] for i in others))
        low = least if loss(least) <= 0 else best_spend - bisect(mirrored, 0.0, 0.0, best_spend - least)
        high = most if loss(most) <= 0 else bisect(loss, 0.0, best_spend, most)
        edges.append((low, high))
    return tuple(edges)


def moved(channels: Sequence[Channel], spend: Sequence[float], place: int, to: float) -> list[float]:
    """The split with one channel moved, the others sharing the difference in proportion, as far as bounds let them."""
    found, left = list(spend), spend[place] - to
    found[place] = to
    free = [at for at in range(len(channels)) if at != place]
    while free and abs(left) > 1e-9:
        whole = sum(found[at] for at in free)
        parts = {at: left * (found[at] / whole if whole > 0 else 1 / len(free)) for at in free}
        for at, part in parts.items():
            kept = min(max(found[at] + part, channels[at].low), channels[at].high)
            left -= kept - found[at]
            found[at] = kept
        still = [at for at in free if channels[at].low < found[at] < channels[at].high]
        if len(still) == len(free):
            break
        free = still
    return found


def _states(channels: Sequence[Channel]) -> Iterator[tuple[float | None, ...]]:
    """For each channel where it begins when it is on (None: it stays at its least), in every combination.

    A curve shaped like an S begins at its bend, from where on equal marginals are the best there is. What is worth
    nothing here stays at its least.
    """
    starts = [
        min(max(channel.curve.bend, channel.low), channel.high) if channel.value > 0 else channel.low
        for channel in channels
    ]
    shaped = [
        place
        for place, (channel, start) in enumerate(zip(channels, starts, strict=True))
        if start > channel.low + 1e-12
    ]

    def average(place: int) -> float:
        return -channels[place].worth(starts[place]) / starts[place]

    ranked = sorted(shaped, key=average)
    for count in range(_MOST_SHAPED + 1, len(ranked) + 1):
        on = set(ranked[:count])
        yield tuple(None if place in shaped and place not in on else start for place, start in enumerate(starts))
    tried = set(ranked[:_MOST_SHAPED])
    yield from product(
        *(
            (start, None) if place in tried else (None,) if place in shaped else (start,)
            for place, start in enumerate(starts)
        )
    )


def _with_states(
    channels: Sequence[Channel], budget: float, states: tuple[float | None, ...]
) -> list[float] | None:
    """The best split with these channels on; None where they cost more than there is."""
    lows = [channel.low if start is None else start for channel, start in zip(channels, states, strict=True)]
    highs = [channel.low if start is None else channel.high for channel, start in zip(channels, states, strict=True)]
    if sum(lows) > budget + 1e-9:
        return None
    spend = _equal_marginals(channels, lows, highs, budget)
    _fill(channels, spend, budget)
    return spend


def _equal_marginals(
    channels: Sequence[Channel], lows: list[float], highs: list[float], budget: float
) -> list[float]:
    """Every channel that has room at the same marginal value, found by halving on a log scale."""

    def at(log_value: float) -> list[float]:
        price = math.exp(log_value)
        return [
            min(max(channel.curve.spend_at(price / channel.value) if channel.value > 0 else low, low), high)
            for channel, low, high in zip(channels, lows, highs, strict=True)
        ]

    if sum(highs) <= budget:
        return [high if channel.value > 0 else low
                for channel, low, high in zip(channels, lows, highs, strict=True)]  # fmt: skip
    dear, cheap = 80.0, -120.0
    for _step in range(_STEPS):
        middle = (dear + cheap) / 2
        if sum(at(middle)) > budget:
            cheap = middle
        else:
            dear = middle
    return at(dear)


def _fill(channels: Sequence[Channel], spend: list[float], budget: float) -> None:
    """Put what is left, which equal marginals alone could not place, where it brings most at once."""
    for _round in range(2 * len(channels)):
        left = budget - sum(spend)
        if left <= 1e-9 * max(1.0, budget):
            break
        gains = []
        for place, channel in enumerate(channels):
            more = min(left, channel.high - spend[place])
            if more > 0 and channel.value > 0:
                gains.append((channel.worth(spend[place] + more) - channel.worth(spend[place]), place, more))
        if not gains or max(gains)[0] <= 0:
            break
        _gain, place, more = max(gains)
        spend[place] += more


def _polish(channels: Sequence[Channel], spend: list[float]) -> None:
    """Between each curve that is not beyond its bend and each other one, what money moved from one to the other adds.

    There equal marginals may be the worst, so the whole range is looked through.
    """
    for place, channel in enumerate(channels):
        if not channel.value or spend[place] > channel.curve.bend * (1 + 1e-9):
            continue
        for other, partner in enumerate(channels):
            if other == place:
                continue
            pair = spend[place] + spend[other]
            least, most = max(channel.low, pair - partner.high), min(channel.high, pair - partner.low)

            def worth(amount: float, one: Channel = channel, two: Channel = partner, both: float = pair) -> float:
                return one.worth(amount) + two.worth(both - amount)

            spend[place] = max((spend[place], _highest(worth, least, most)), key=worth)
            spend[other] = pair - spend[place]


def _highest(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function is highest between two places: on a grid, and then ever finer around the best of it."""
    if high <= low:
        return low
    for _round in range(8):
        step = (high - low) / _GRID
        places = [low + step * at for at in range(_GRID)] + [high]
        top = max(places, key=function)
        low, high = max(low, top - step), min(high, top + step)
    return top


def _keeps(channels: Sequence[Channel], budget: float, spend: Sequence[float]) -> bool:
    inside = all(
        channel.low - 1e-9 <= amount <= channel.high + 1e-9 for channel, amount in zip(channels, spend, strict=True)
    )
    return inside and sum(spend) <= budget + 1e-9


def _made(channels: Sequence[Channel], spend: Sequence[float], remainder: float, why: str) -> Optimum:
    inner = [
        channel.marginal(amount)
        for channel, amount in zip(channels, spend, strict=True)
        if channel.low + 1e-9 < amount < channel.high - 1e-9
    ]
    return Optimum(tuple(spend), _total(channels, spend), max(inner, default=None), remainder, why)


def _total(channels: Sequence[Channel], spend: Sequence[float]) -> float:
    return sum(channel.worth(amount) for channel, amount in zip(channels, spend, strict=True))

