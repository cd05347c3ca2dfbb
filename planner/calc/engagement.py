"""Who has been heard, and how far each stakeholder is from where the plan needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import months
from planner.model.plan import Day, Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Stakeholder

STANCES = ("unaware", "resistant", "neutral", "supportive", "leading")


def stance_gap(stakeholder: Stakeholder) -> int | None:
    """Steps from the stance now to the stance wanted, negative where less is wanted; None where one is not known.

    From unaware to resistant is progress too, since they know now: do not read the gap as a straight line.
    """
    if stakeholder.current not in STANCES or stakeholder.desired not in STANCES:
        return None
    return STANCES.index(stakeholder.desired) - STANCES.index(stakeholder.current)


def engagement_gap(plan: Plan) -> float | None:
    """Steps still to go, weighted by power: ``sum(power x gap) / sum(power)`` (method.md A6); 0 is "all there"."""
    weighed = [
        (row.power, max(0, gap))
        for row in plan.stakeholders
        if row.power is not None and (gap := stance_gap(row)) is not None
    ]
    power = sum(weight for weight, _ in weighed)
    return sum(weight * gap for weight, gap in weighed) / power if power else None


def talks(plan: Plan) -> dict[RowId, list[Day]]:
    """The days on which each stakeholder was consulted, from the register and the log, earliest first."""
    days: dict[RowId, set[Day]] = {row.id: set() for row in plan.stakeholders}
    for row in plan.stakeholders:
        if row.engaged_on is not None and months.parse_day(row.engaged_on):
            days[row.id].add(row.engaged_on)
    for talk in plan.engagements:
        if talk.stakeholder in days and talk.date is not None and months.parse_day(talk.date):
            days[talk.stakeholder].add(talk.date)
    return {id: sorted(found) for id, found in days.items()}


def engaged_power_share(plan: Plan) -> float | None:
    """Share of all power held by people who were consulted by the budget lock (method.md B14).

    Without a lock date every talk on record counts.
    """
    lock = plan.facts.budget_lock_date
    heard = talks(plan)
    powers = [(row.id, row.power) for row in plan.stakeholders if row.power is not None]
    total = sum(power for _, power in powers)
    if not total:
        return None
    in_time = sum(power for id, power in powers if heard[id] and (lock is None or heard[id][0] <= lock))
    return in_time / total
