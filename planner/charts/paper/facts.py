"""What several pages say in the same words: the goal, its chance, promises, the usual cut."""

from __future__ import annotations

from planner.calc import months
from planner.calc.cut import Cut, CutRequest, Part, consequence, request_of
from planner.calc.forecast import revenue_goal
from planner.calc.money import to_major
from planner.calc.promises import unit_of
from planner.calc.results import Results
from planner.calc.words import period as period_words
from planner.charts import words
from planner.i18n import _
from planner.model.plan import Commitment, Goal, Plan


def headline(plan: Plan) -> str:
    """The end goal as a heading."""
    goal = revenue_goal(plan)
    if goal is None or goal.target is None:
        return plan.facts.title or _("One plan")
    return _("{target}, by one plan").format(target=value_of(plan, goal, goal.target))


def value_of(plan: Plan, goal: Goal, value: float | None) -> str:
    """A figure of a goal with its unit: money in short, shares in percent."""
    if value is None:
        return "–"
    if goal.unit and goal.unit == plan.facts.currency:
        return words.major(value, goal.unit)
    if goal.unit in ("share", "%", "percent"):
        return words.percent(value if goal.unit == "share" else value / 100)
    return words.count(value)


def likely_of(results: Results, goal: Goal) -> float | None:
    """What a goal on orders or on open pipeline comes to, in its own unit; None for other goals."""
    plan, forecast = results.plan, results.forecast
    found = {"revenue": forecast.order_intake, "pipeline": forecast.open_pipeline_end}.get(goal.kind or "")
    if found is None or goal.unit not in (None, plan.facts.currency):
        return None
    return to_major(found, plan.facts.currency)


def chance(results: Results) -> float | None:
    """The chance to reach the end goal, with the luck of counting."""
    drawn = results.simulation
    return None if drawn is None else drawn.counted.p_hit


def promised(plan: Plan, by: str, to: str) -> list[str]:
    """What one side promises another."""
    return [row.promise or "" for row in plan.commitments if (row.from_function, row.to_function) == (by, to)]


def target_words(row: Commitment) -> str:
    """What is promised, period by period where it is: "Q1 2027: 248, Q2 2027: 167", "95%"."""
    write = words.percent if unit_of(row) == "share" else words.count
    targets = ", ".join(f"{period_words(at)}: {write(value)}" for at, value in row.targets)
    return targets or ("" if row.target is None else write(row.target))


def usual_cut(plan: Plan, results: Results) -> Cut | None:
    """The first kept what-if that is a cut, else a fifth from the fifth month on; None where nothing can be cut."""
    kept = next((request for row in plan.scenarios if (request := request_of(plan, row)) is not None), None)
    period = months.period(plan)
    if kept is None and period:
        kept = CutRequest(from_month=period[min(4, len(period) - 1)], share=0.2)
    cut = None if kept is None else results.simulator.cut(kept)
    return cut if cut is not None and cut.saved else None


def cut_words(plan: Plan, results: Results, cut: Cut) -> tuple[Part, ...]:
    """The cut in one sentence."""
    period = months.period(plan)
    return consequence(
        cut,
        lambda amount: words.amount(amount, plan.facts.currency),
        results.forecast.target,
        period[-1] if period else None,
    )
