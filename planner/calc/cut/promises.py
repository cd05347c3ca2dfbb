"""Promises to sales that a cut reaches: answers to their input, and numbers of leads."""

from __future__ import annotations

from collections.abc import Mapping

from planner.calc import funnel, months
from planner.calc.cut.result import PromiseOutcome
from planner.calc.lag import Arrivals
from planner.calc.money import safe_ceil
from planner.calc.supply import Supply
from planner.model.plan import Month, Plan, RowId

_PROMISED = ("accepted", "adapted")


def broken_promises(
    plan: Plan, supply: Supply, cut_shares: Mapping[RowId, float], lost: Arrivals
) -> tuple[PromiseOutcome, ...]:
    """Every promise that the cut reaches.

    ``cut_shares``: what each activity loses of its money; an answer breaks when an activity that gives it loses all.
    ``lost``: leads lost by month of the plan; a promised number breaks where it was kept before and is not after.
    """
    return (*_answers(plan, cut_shares), *_numbers(plan, supply, lost))


def _answers(plan: Plan, cut_shares: Mapping[RowId, float]) -> list[PromiseOutcome]:
    found = []
    for row in plan.sales_inputs:
        if row.status not in _PROMISED or row.merged_into is not None:
            continue
        linked = [*row.activities, *(activity.id for activity in plan.activities if row.id in activity.sales_inputs)]
        hit = [id for id in linked if id in cut_shares]
        if hit:
            worst = max(hit, key=cut_shares.__getitem__)
            found.append(PromiseOutcome(row.id, worst, None, cut_shares[worst], cut_shares[worst] >= 1 - 1e-9))
    return found


def _numbers(plan: Plan, supply: Supply, lost: Arrivals) -> list[PromiseOutcome]:
    """Numbers of leads, or of a stage after them, that marketing promised sales."""
    names, rates, period = funnel.stage_names(plan), funnel.known_rates(plan), months.period(plan)
    found: list[PromiseOutcome] = []
    if rates is None or not lost:
        return found
    for row in plan.commitments:
        stage = (row.metric or "").split("_")[0].removesuffix("s")
        if (row.from_function, row.to_function) != ("marketing", "sales") or stage not in names:
            continue
        rate = funnel.end_to_end(rates[: names.index(stage)])
        for label, target in row.targets or ((_whole(period), row.target),):
            places = [at for at, month in enumerate(period) if label in (month, months.quarter(month), _whole(period))]
            planned = rate * sum(
                source.get(at, 0.0)
                for source in (supply.planned, supply.inbound)
                if source is not None
                for at in places
            )
            less = rate * sum(lost.get(at, 0.0) for at in places)
            if target is None or not less or not planned:
                continue
            breaks = safe_ceil(planned) >= target > safe_ceil(planned - less)
            found.append(PromiseOutcome(row.id, None, label, less / planned, breaks))
    return found


def _whole(period: tuple[Month, ...]) -> str:
    return f"{period[0]}..{period[-1]}" if period else ""
