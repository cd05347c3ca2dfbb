"""Where the rules draw their lines. Every threshold stands here, with its default."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """The thresholds of the rules (method.md C)."""

    most_goals: int = 5
    power_high: float = 4
    interest_high: float = 4
    response_days: int = 14
    """Days in which an input is answered, where the plan does not say."""
    givers_share: float = 0.6
    """Of all sales people, how many should have said something."""
    top_voted_share: float = 0.2
    declined_share: float = 0.6
    fewest_inputs: int = 5
    phasing_tolerance: int = 1
    """Minor units by which the months of a line may differ from its amount."""
    months_before_start: int = 3
    months_after_end: int = 1
    contingency_share: float = 0.05
    measurement_share: float = 0.02
    guess_share: float = 0.05
    """Of the envelope, from which a guessed line asks for a quote."""
    concentration_share: float = 0.4
    overspend_share: float = 0.1


DEFAULT = Limits()
