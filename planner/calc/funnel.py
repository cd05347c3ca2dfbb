"""The funnel: rates chained from the first stage to the last, counts needed and expected, value of a stage.

Counts stay fractions; only what is shown is rounded (method.md B0, B1).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.model.plan import Rate


class Step(NamedTuple):
    """One step of the funnel: the share of one stage that reaches the next; None where it is not known."""

    before: str
    after: str
    rate: float | None
    row: Rate


def steps(plan: Plan) -> tuple[Step, ...]:
    """The plan's rates in the order of the funnel.

    Codes such as ``lead_to_mql`` say how they follow one another; where they do not form one chain, their order in
    the list does.
    """
    listed = [_step(row) for row in plan.rates]
    by_start = {step.before: step for step in listed}
    ends = {step.after for step in listed}
    firsts = [step for step in listed if step.before not in ends]
    if len(by_start) != len(listed) or len(firsts) != 1:
        return tuple(listed)
    chain, at = [firsts[0]], firsts[0].after
    while at in by_start and len(chain) < len(listed):
        chain.append(by_start[at])
        at = by_start[at].after
    return tuple(chain) if len(chain) == len(listed) else tuple(listed)


def _step(row: Rate) -> Step:
    before, _, after = (row.code or row.id).partition("_to_")
    return Step(before, after, row.most_likely, row)


def stage_names(plan: Plan) -> tuple[str, ...]:
    """The names of the stages from the first to the last; empty without rates.

    The stages' own codes where there is one for each, otherwise the names in the codes of the rates.
    """
    chain = steps(plan)
    if not chain:
        return ()
    if len(plan.stages) == len(chain) + 1:
        return tuple(stage.code or stage.id for stage in plan.stages)
    return (chain[0].before, *(step.after for step in chain))


def known_rates(plan: Plan) -> tuple[float, ...] | None:
    """All likely rates in order, or None where there is none or one of them is not known."""
    rates = [step.rate for step in steps(plan)]
    known = tuple(rate for rate in rates if rate is not None)
    return known if known and len(known) == len(rates) else None


def end_to_end(rates: Sequence[float]) -> float:
    """The share of the first stage that reaches the last."""
    return math.prod(rates)


def deals_needed(revenue: float, deal: float) -> float | None:
    """Deals that make the revenue; None for a deal that is worth nothing."""
    return revenue / deal if deal > 0 else None


def reverse(deals: float, rates: Sequence[float]) -> tuple[float, ...] | None:
    """Counts needed at each stage, from the first to the last, for so many deals (method.md B1).

    None where a rate is 0, since then no count is enough.
    """
    if any(rate <= 0 for rate in rates):
        return None
    counts = [deals]
    for rate in reversed(rates):
        counts.append(counts[-1] / rate)
    return tuple(reversed(counts))


def forward(leads: float, rates: Sequence[float]) -> tuple[float, ...]:
    """Counts expected at each stage, from the first to the last, from so many leads."""
    counts = [leads]
    for rate in rates:
        counts.append(counts[-1] * rate)
    return tuple(counts)


def stage_values(deal: float, rates: Sequence[float]) -> tuple[float, ...]:
    """What one piece of each stage is worth, from the first to the last, in the unit of the deal (method.md B4)."""
    values = [deal]
    for rate in reversed(rates):
        values.append(values[-1] * rate)
    return tuple(reversed(values))


def coverage_needed(win_rate: float) -> float | None:
    """Open pipeline per unit of target that the win rate asks for (method.md B3)."""
    return 1 / win_rate if win_rate > 0 else None


def velocity(opportunities: float, deal: float, win_rate: float, cycle_days: float) -> float | None:
    """What the pipeline turns into orders per day (method.md B3); None for a cycle without length."""
    return opportunities * deal * win_rate / cycle_days if cycle_days > 0 else None


def wilson(k: int, n: int, z: float = 1.96) -> tuple[float, float] | None:
    """The range of a rate observed k times of n, 95 percent by default (method.md B12); None for n = 0."""
    if n <= 0 or not 0 <= k <= n:
        return None
    share, spread = k / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, middle - half), min(1.0, middle + half)
