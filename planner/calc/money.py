"""Money in whole minor units: splitting without losing a cent, rounding, decimals of a currency."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planner.model.plan import Money

_USUAL_EXPONENT = 2
_EXPONENTS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"), 0),
    **dict.fromkeys(("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}

# Absorbs what binary fractions add: 21 / 0.7 / 0.3 is 100.00000000000001 and needs 100, not 101.
_EPSILON = 1e-9
_ALL_DIGITS = 1e15
"""From here on a binary fraction has no digit left behind the point."""


def exponent(currency: str | None) -> int:
    """Decimals of the currency's minor unit (ISO 4217); 2 for one that is not known."""
    return _EXPONENTS.get((currency or "").upper(), _USUAL_EXPONENT)


def to_major(amount: Money | float, currency: str | None) -> float:
    """Minor units as major units: 2,850,000 cents are 28,500.0 euros."""
    return float(amount / 10.0 ** exponent(currency))


def from_major(amount: float, currency: str | None) -> Money:
    """Major units as whole minor units, halves rounded away from zero."""
    return int(half_up(amount * 10 ** exponent(currency)))


def half_up(value: float, digits: int = 0) -> float:
    """The value rounded as people do it: 0.5 becomes 1, -0.5 becomes -1, and 1.005 to two digits 1.01.

    What binary fractions add beyond 15 digits is taken off first, so that a sum of 0.39625 is not 0.39624999...
    """
    if abs(value) >= _ALL_DIGITS:
        return value
    from decimal import ROUND_HALF_UP, Decimal

    step = Decimal(1).scaleb(-digits)
    return float(Decimal(f"{value:.15g}").quantize(step, rounding=ROUND_HALF_UP))


def whole(value: float | None) -> Money | None:
    """A computed amount as whole minor units; None stays None."""
    return None if value is None else int(half_up(value))


def safe_ceil(value: float) -> int:
    """The count that is needed: rounded up, unless only floating point put it above a whole number.

    method.md B0.
    """
    return math.ceil(value - _EPSILON)


def largest_remainder(total: Money, weights: Sequence[float]) -> tuple[Money, ...]:
    """The total split by weights into whole minor units that sum exactly to it (method.md B0).

    Where no weight is above 0 the split is even; the earlier part gets the odd unit. Raises ValueError for a negative
    weight, and for a total without any part to put it in.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("a weight is negative")
    if not weights:
        if total:
            raise ValueError("nothing to split the total over")
        return ()
    from fractions import Fraction

    exact = [Fraction(weight) for weight in weights]
    if not any(exact):
        exact = [Fraction(1)] * len(exact)
    whole_sum = sum(exact)
    shares = [abs(total) * weight / whole_sum for weight in exact]
    parts = [int(share) for share in shares]
    left = abs(total) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda place: (parts[place] - shares[place], place))
    for place in by_remainder[:left]:
        parts[place] += 1
    return tuple(-part for part in parts) if total < 0 else tuple(parts)
