"""Round steps for scales."""

from __future__ import annotations

from math import floor, log10


def round_step(span: float, steps: int = 4) -> float:
    """A step of 1, 2, 2.5 or 5 times a power of ten that covers the span in about so many steps."""
    if span <= 0:
        return 1.0
    rough = span / steps
    power = 10.0 ** floor(log10(rough))
    return next(power * times for times in (1, 2, 2.5, 5, 10) if power * times >= rough * 0.999)
