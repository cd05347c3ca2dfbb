"""The cut: what taking money out saves, and what it costs, when, and whom (method.md B11).

``Simulator(results)`` is made once for a plan; each ``simulator.cut(request)`` is an immutable ``Cut``.
"""

from planner.calc.cut.as_json import cut_json
from planner.calc.cut.chance import CommonDraws
from planner.calc.cut.cuttable import UNALLOCATED, Group, Piece, groups, pieces, single_groups
from planner.calc.cut.request import AGREED, EQUAL, LIFETIME, OPTIMAL, POLICIES, YEAR, CutRequest
from planner.calc.cut.result import Cut, GoalOutcome, PromiseOutcome, Taken
from planner.calc.cut.saved import saved_by_month
from planner.calc.cut.scenarios import SPLIT, ScenarioCut, request_of, scenario_cuts, shares_of
from planner.calc.cut.sentence import Part, consequence, plain
from planner.calc.cut.simulator import Simulator
from planner.calc.cut.split import Split, shares_for, spend_of, split_of

__all__ = [
    "AGREED",
    "EQUAL",
    "LIFETIME",
    "OPTIMAL",
    "POLICIES",
    "SPLIT",
    "UNALLOCATED",
    "YEAR",
    "CommonDraws",
    "Cut",
    "CutRequest",
    "GoalOutcome",
    "Group",
    "Part",
    "Piece",
    "PromiseOutcome",
    "ScenarioCut",
    "Simulator",
    "Split",
    "Taken",
    "consequence",
    "cut_json",
    "groups",
    "pieces",
    "plain",
    "request_of",
    "saved_by_month",
    "scenario_cuts",
    "shares_for",
    "shares_of",
    "single_groups",
    "spend_of",
    "split_of",
]
