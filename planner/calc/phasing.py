"""One amount over several months by a pattern, without losing a cent (method.md B7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from planner.calc.money import largest_remainder

Pattern = Literal["even", "front", "event", "seasonal"]
PATTERNS: tuple[Pattern, ...] = ("even", "front", "event", "seasonal")
DEPOSIT = 0.3
"""The share of an event that is paid when it is booked; the rest is paid when it takes place."""


def weights(pattern: Pattern, count: int, seasons: Sequence[float] = ()) -> tuple[float, ...]:
    """How much of the whole goes to each of so many months in a row.

    ``even``: the same; ``front``: less in each month than in the one before; ``event``: a deposit in the first month
    and the rest in the last; ``seasonal``: by ``seasons``, one weight for each month.
    """
    if pattern == "front":
        return tuple(float(count - place) for place in range(count))
    if pattern == "event" and count > 1:
        return (DEPOSIT, *(0.0,) * (count - 2), 1 - DEPOSIT)
    if pattern == "seasonal" and any(seasons[:count]):
        return tuple(max(0.0, weight) for weight in seasons[:count])
    return (1.0,) * count


def spread_count(total: float, parts: Sequence[float]) -> tuple[float, ...]:
    """A number of leads by weights: whole leads where the total is whole, so that no month has half a lead."""
    if not parts:
        return ()
    if total == int(total):
        return tuple(float(part) for part in largest_remainder(int(total), parts))
    whole = sum(parts)
    return tuple(total * part / whole for part in parts) if whole > 0 else (total / len(parts),) * len(parts)
