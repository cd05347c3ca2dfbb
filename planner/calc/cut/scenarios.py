"""Cuts that are kept beside the plan, worked out and set against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.calc import months
from planner.calc.cut.request import EQUAL, POLICIES, CutRequest
from planner.calc.cut.result import Cut
from planner.calc.cut.simulator import Simulator
from planner.model.plan import RowId

if TYPE_CHECKING:
    from planner.model.plan import Scenario

KIND = "budget_cut"


class ScenarioCut(NamedTuple):
    """One scenario with what it comes to; None where it does not say how much from when."""

    scenario: RowId
    cut: Cut | None


def request_of(scenario: Scenario) -> CutRequest | None:
    """What a scenario asks for; None where it is no cut, or does not say how much from when."""
    if scenario.kind not in (None, KIND) or scenario.from_month is None or not months.is_month(scenario.from_month):
        return None
    share = scenario.cut_share if scenario.cut_share is not None and 0 <= scenario.cut_share <= 1 else None
    if share is None and scenario.cut_amount is None:
        return None
    policy = scenario.policy if scenario.policy in POLICIES else EQUAL
    return CutRequest(
        from_month=scenario.from_month, share=share, amount=scenario.cut_amount, policy=policy or EQUAL
    )


def scenario_cuts(simulator: Simulator, *, chance: bool = True) -> tuple[ScenarioCut, ...]:
    """Every scenario of the plan that is a cut, in order, all from the same draws and so comparable."""
    found = []
    for scenario in simulator.plan.scenarios:
        if scenario.kind in (None, KIND):
            request = request_of(scenario)
            cut = None if request is None else simulator.cut(request, chance=chance)
            found.append(ScenarioCut(scenario.id, cut))
    return tuple(found)
