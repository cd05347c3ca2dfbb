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
    fewest_raters: int = 3
    least_rating: float = 3
    usage_share: float = 0.3
    months_without_update: int = 24
    fewest_questions: int = 10
    brief_tolerance: float = 0.02
    most_activities: int = 6
    """Of one owner in one month."""
    answering_share: float = 0.5
    """Of all activities, how many should answer an input."""
    fewest_cases: int = 30
    """On which a rate of one's own is counted."""
    landing_share: float = 0.25
    seller_capacity: float = 15
    """Leads that a seller can take on in a month, where the plan does not say."""
    least_chance: float = 0.5
    fewest_deals: int = 10
    """On which the deal size is counted."""
    heavy_risk: int = 12
    """Likely times heavy, each 1 to 5."""
    kept_share: float = 0.8
    """Of a promise, from which it counts as kept."""
    missed_periods: int = 2
    divergence: float = 0.5
    ahead_of_effect: float = 0.2
    early_share: float = 0.25
    """Of an activity's leads, how many may come before the material that was asked for."""


DEFAULT = Limits()
