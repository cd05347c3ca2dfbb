"""What-ifs that are kept beside the plan, cuts and other splits, worked out and set against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.calc import months
from planner.calc.cut.request import EQUAL, POLICIES, CutRequest
from planner.calc.cut.result import Cut
from planner.calc.cut.simulator import Simulator
from planner.calc.cut.split import Split, split_of
from planner.model.plan import RowId

if TYPE_CHECKING:
    from planner.model.plan import Plan, Scenario

KIND, SPLIT = "budget_cut", "allocation"


class ScenarioCut(NamedTuple):
    """One scenario with what it comes to as a cut or as another split; neither where it does not say enough."""

    scenario: RowId
    cut: Cut | None
    split: Split | None = None


def request_of(plan: Plan, scenario: Scenario) -> CutRequest | None:
    """What a scenario asks for; None where it is no cut, or does not say how much from when."""
    if scenario.kind not in (None, KIND) or scenario.from_month is None or not months.is_month(scenario.from_month):
        return None
    if scenario.shares:
        by_key = {_key(plan, code): part for code, part in scenario.shares}
        return CutRequest.freely(scenario.from_month, by_key)
    share = scenario.cut_share if scenario.cut_share is not None and 0 <= scenario.cut_share <= 1 else None
    if share is None and scenario.cut_amount is None:
        return None
    policy = scenario.policy if scenario.policy in POLICIES else EQUAL
    return CutRequest(
        from_month=scenario.from_month, share=share, amount=scenario.cut_amount, policy=policy or EQUAL
    )


def _key(plan: Plan, code: str) -> str:
    """A scenario names activities and lines by their codes, which people can read."""
    row = plan.activities.by_code(code) or plan.budget_lines.by_code(code)
    return code if row is None else row.id


def shares_of(plan: Plan, request: CutRequest) -> tuple[tuple[str, float], ...]:
    """What a free cut takes, as a scenario keeps it: by codes, without what keeps everything."""
    found = []
    for key, part in request.free or ():
        row = plan.activities.get(key) or plan.budget_lines.get(key)
        if part:
            found.append(((row.code if row else None) or key, part))
    return tuple(found)


def scenario_cuts(simulator: Simulator, *, chance: bool = True) -> tuple[ScenarioCut, ...]:
    """Every scenario of the plan, in order, all from the same draws and so comparable."""
    found = []
    for scenario in simulator.plan.scenarios:
        if scenario.kind == SPLIT:
            draws = simulator.draws if chance else None
            split = split_of(simulator.results, scenario.shares, draws) if scenario.shares else None
            found.append(ScenarioCut(scenario.id, None, split))
            continue
        request = request_of(simulator.plan, scenario)
        cut = None if request is None else simulator.cut(request, chance=chance)
        found.append(ScenarioCut(scenario.id, cut))
    return tuple(found)
