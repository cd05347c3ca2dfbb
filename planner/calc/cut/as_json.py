"""A cut for programs: the key names of ``cut_example``, money in major units, None where unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.calc.cut.cuttable import UNALLOCATED
from planner.calc.cut.result import Cut
from planner.calc.forecast_json import number, plain_number
from planner.calc.money import exponent, half_up, to_major
from planner.model.plan import Plan

_SHARE, _LEADS, _COUNT, _CHANCE = 6, 2, 4, 4


def cut_json(plan: Plan, cuts: Mapping[str, Cut]) -> dict[str, Any]:
    """The same cut by one or more policies. Raises ValueError for none.

    Orders lost within the plan are under ``fy`` and the year of its first month, all later ones under the next.
    """
    if not cuts:
        raise ValueError("no cut to show")
    first = next(iter(cuts.values()))
    envelope = plan.facts.envelope
    share = first.request.share
    if share is None and envelope:
        share = half_up(first.asked / envelope, _SHARE)
    return {
        "share": share,
        "cut": _exact(first.asked, plan),
        "from_month": first.request.from_month,
        **{policy: _policy(plan, cut) for policy, cut in cuts.items()},
    }


def _policy(plan: Plan, cut: Cut) -> dict[str, Any]:
    year = int((plan.facts.fiscal_year_start or "0000")[:4])
    names = {line.id: line.code or line.id for line in plan.budget_lines} | {UNALLOCATED: UNALLOCATED}
    return {
        "s": number(cut.share, _SHARE),
        "saved": _exact(cut.saved, plan),
        "leads": number(cut.lost_leads, _LEADS),
        f"fy{year % 100:02d}": _rounded(cut.lost_year, plan),
        f"fy{(year + 1) % 100:02d}": _rounded(cut.lost_later, plan),
        "lost": _rounded(cut.lost_total, plan),
        "deals": number(cut.lost_deals, _COUNT),
        "pipeline_end": _rounded(cut.pipeline_after, plan),
        "peak_month": cut.peak_month,
        "illusion_ratio": number(cut.illusion_ratio, _COUNT),
        "contribution_lost": _rounded(cut.contribution_lost, plan),
        "contribution_per_unit_saved": number(cut.contribution_per_unit, _COUNT),
        "lost_by_month": {month: _rounded(amount, plan) for month, amount in cut.lost_by_month},
        "lost_by_quarter": {quarter: _rounded(amount, plan) for quarter, amount in cut.lost_by_quarter},
        "p_hit_before": number(cut.before.p_hit if cut.before else None, _CHANCE),
        "p_hit_after": number(cut.after.p_hit if cut.after else None, _CHANCE),
        "goals_red": [_code(plan, goal.goal) for goal in cut.goals_that_turn_red],
        "promises_broken": list(dict.fromkeys(_code(plan, promise.row) for promise in cut.promises_that_break)),
        "taken": {names[taken.key]: _exact(taken.amount, plan) for taken in cut.taken},
    }


def _code(plan: Plan, id: str) -> str:
    row = plan.find(id)
    return (row.code or id) if row else id


def _exact(amount: int | None, plan: Plan) -> float | int | None:
    currency = plan.facts.currency
    return None if amount is None else plain_number(to_major(amount, currency), exponent(currency))


def _rounded(amount: int | None, plan: Plan) -> int | None:
    return None if amount is None else int(half_up(to_major(amount, plan.facts.currency)))
