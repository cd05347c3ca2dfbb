"""From the month a lead arrives to the months its orders come in (method.md B6).

Arrivals are leads by month, counted from the plan's first month as 0; months before the plan are negative. A lag is
the list of shares by month since arrival: ``weights[k]`` of the leads that win do so k months after they arrived.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Arrivals = Mapping[int, float]


def cumulative(weights: Sequence[float]) -> tuple[float, ...]:
    """F: the share that has had its effect within k months, by k."""
    total, sums = 0.0, []
    for weight in weights:
        total += weight
        sums.append(total)
    return tuple(sums)


def landed(total: Sequence[float], months: int) -> float:
    """F(k) for any number of months: 0 before the arrival, the full sum once the lag is over."""
    if months < 0 or not total:
        return 0.0
    return total[min(months, len(total) - 1)]


def landing(arrivals: Arrivals, total: Sequence[float], end: int) -> float:
    """Leads among the arrivals from month 0 on whose effect has landed by the end of month ``end``."""
    return sum(count * landed(total, end - month) for month, count in arrivals.items() if month >= 0)


def landing_share(arrivals: Arrivals, total: Sequence[float], end: int) -> float | None:
    """The share of these leads whose effect lands by the end of month ``end``; None without leads."""
    count = sum(arrivals.values())
    if count <= 0:
        return None
    return sum(leads * landed(total, end - month) for month, leads in arrivals.items()) / count


def carry_in(arrivals: Arrivals, total: Sequence[float], end: int) -> float:
    """Leads from before the plan whose effect lands in months 0 to ``end``."""
    return sum(
        count * (landed(total, end - month) - landed(total, -1 - month))
        for month, count in arrivals.items()
        if month < 0
    )


def effect_by_month(arrivals: Arrivals, weights: Sequence[float], months: int) -> tuple[float, ...]:
    """Leads that have their effect in each of the months 0 to ``months - 1``, whenever they arrived."""
    effect = [0.0] * months
    for arrived, count in arrivals.items():
        for waited, weight in enumerate(weights):
            if 0 <= arrived + waited < months:
                effect[arrived + waited] += count * weight
    return tuple(effect)


def effect_after(arrivals: Arrivals, total: Sequence[float], end: int) -> float:
    """Leads whose effect comes after month ``end``."""
    full = landed(total, len(total))
    return sum(count * (full - landed(total, end - month)) for month, count in arrivals.items())


def open_at(
    arrivals: Arrivals, to_opportunity: float, opened: Sequence[float], closed: Sequence[float], end: int
) -> float:
    """Opportunities open at the end of month ``end``.

    ``to_opportunity`` is the rate from lead to opportunity, ``opened`` and ``closed`` are cumulative lags from lead to
    opportunity and to order. Lost deals are taken to close as fast as won ones. Where the two lags were counted on
    different deals, a month may have more closed than opened; that is nothing open, not less than nothing.
    """
    return to_opportunity * sum(
        count * max(0.0, landed(opened, end - month) - landed(closed, end - month))
        for month, count in arrivals.items()
    )


def uniform_rate_needed(needed: float, carried: float, total: Sequence[float], months: int) -> float | None:
    """Leads a month, evenly, that meet the need by the end of so many months; None where no number does."""
    reach = sum(landed(total, months - 1 - month) for month in range(months))
    return (needed - carried) / reach if reach > 0 else None


def arrival_weights(weights: Sequence[float], first: int, last: int) -> dict[int, float]:
    """How much of a lead that arrives in a month has its effect in months ``first`` to ``last``, by arrival month.

    Read: when must leads arrive for the third quarter? Months that contribute nothing at the edges are left out.
    """
    share: dict[int, float] = {}
    for month in range(first - len(weights) + 1, last + 1):
        share[month] = sum(
            weights[effect - month] for effect in range(first, last + 1) if 0 <= effect - month < len(weights)
        )
    used = [month for month, value in share.items() if value > 0]
    return {month: share[month] for month in range(min(used), max(used) + 1)} if used else {}
