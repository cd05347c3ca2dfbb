"""One amount over several months by a pattern, without losing a cent (method.md B7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from planner.calc import months
from planner.calc.curves import adstock
from planner.calc.money import largest_remainder
from planner.model.plan import Money, Month

Pattern = Literal["even", "front", "event", "seasonal"]
DEPOSIT = 0.3
"""The share of an event that is paid when it is booked; the rest is paid when it takes place."""
CARRIED = 0.5
"""How much of what money does in one month it does once more in the next. Judgement, to be labelled so."""


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


def after_money(spent: Mapping[Month, Money], over: Sequence[Month], carried: float = CARRIED) -> tuple[float, ...]:
    """How much works in each of these months, in order: their money, and what earlier ones carry on (method.md B9).

    The unnormalised geometric adstock; money of months before the first counts as far as it still works. Empty where
    nothing works in any of them.
    """
    paid = sorted(at for at, amount in spent.items() if amount and months.is_month(at))
    if not paid or not over or paid[0] > over[-1]:
        return ()
    row = months.span(min(paid[0], over[0]), over[-1])
    working = dict(zip(row, adstock([float(spent.get(at) or 0) for at in row], carried), strict=True))
    return tuple(working[at] for at in over)


def spread_count(total: float, parts: Sequence[float]) -> tuple[float, ...]:
    """A number of leads by weights: whole leads where the total is whole, so that no month has half a lead."""
    if not parts:
        return ()
    if total == int(total):
        return tuple(float(part) for part in largest_remainder(int(total), parts))
    whole = sum(parts)
    return tuple(total * part / whole for part in parts) if whole > 0 else (total / len(parts),) * len(parts)
