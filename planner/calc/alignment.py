"""How far the sides plan together: six shares and their mean (method.md B14; own construction, label it as such)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from planner.calc.budget import Budget, budget_of, share_of
from planner.calc.engagement import engaged_power_share
from planner.calc.supply import is_counted
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.model.plan import Commitment, SalesInput, VoteRound

ANSWERED = frozenset({"accepted", "adapted", "parked", "declined"})


@dataclass(frozen=True, eq=False, repr=False)
class Alignment:
    """The six parts, each a share 0..1, or None where there is nothing yet to take a share of."""

    owned_goals: float | None
    """Goals with an owner in marketing and in sales."""
    answered_inputs: float | None
    """Inputs answered, the declined ones with a reason."""
    answering_spend: float | None
    """Money of activities that goes to those which answer an input."""
    engaged_power: float | None
    """Stakeholders consulted before the budget lock, weighed by power."""
    accepted_promises: float | None
    """Promises accepted by a person of the side that receives them."""
    shared_priorities: float | None
    """1 less the divergence of the dots of sales and marketing."""

    @property
    def parts(self) -> dict[str, float | None]:
        """The six shares by name."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    @property
    def known(self) -> int:
        """How many of the six parts are known; show it beside the index where it is not six."""
        return sum(value is not None for value in self.parts.values())

    @property
    def index(self) -> float | None:
        """The mean of the known parts; None where none is."""
        values = [value for value in self.parts.values() if value is not None]
        return sum(values) / len(values) if values else None


def alignment_of(plan: Plan, budget: Budget | None = None) -> Alignment:
    """The alignment of a plan; hand in its budget where it is computed already."""
    divergence = priority_divergence(plan)
    owned = [bool(goal.owner_marketing and goal.owner_sales) for goal in plan.goals]
    inputs = [is_answered(row) for row in plan.sales_inputs if row.merged_into is None]
    promises = [is_accepted(plan, promise) for promise in plan.commitments]
    return Alignment(
        owned_goals=_share(owned),
        answered_inputs=_share(inputs),
        answering_spend=answering_spend(plan, budget or budget_of(plan)),
        engaged_power=engaged_power_share(plan),
        accepted_promises=_share(promises),
        shared_priorities=None if divergence is None else 1 - divergence,
    )


def counts_of(plan: Plan) -> dict[str, tuple[int, int]]:
    """Of the parts that count rows: how many pass, and of how many."""
    goals = [bool(goal.owner_marketing and goal.owner_sales) for goal in plan.goals]
    inputs = [is_answered(row) for row in plan.sales_inputs if row.merged_into is None]
    promises = [is_accepted(plan, promise) for promise in plan.commitments]
    rows = {"owned_goals": goals, "answered_inputs": inputs, "accepted_promises": promises}
    return {name: (sum(passed), len(passed)) for name, passed in rows.items()}


def is_answered(row: SalesInput) -> bool:
    """Whether an input got a proper answer: a status, and where it is declined a reason."""
    return row.status in ANSWERED and (row.status != "declined" or bool((row.decline_reason or "").strip()))


def is_accepted(plan: Plan, promise: Commitment) -> bool:
    """Whether a person of the receiving side accepted the promise."""
    sides = {person.function for id in promise.accepted_by if (person := plan.people.get(id))}
    return promise.to_function in sides


def answering_spend(plan: Plan, budget: Budget) -> float | None:
    """Share of the money of activities that goes to activities which answer at least one input."""
    linked = {id for row in plan.sales_inputs for id in row.activities}
    total = answering = 0
    for activity in plan.activities:
        amount = budget.by_activity.get(activity.id, 0)
        if is_counted(activity):
            total += amount
            answering += amount if activity.sales_inputs or activity.id in linked else 0
    return share_of(answering, total)


def priority_divergence(plan: Plan) -> float | None:
    """Total variation between the dots of sales and of marketing in the latest round on priorities."""
    latest = latest_priorities(plan)
    if latest is None:
        return None
    return total_variation(*(dots_of(plan, latest, side) for side in ("sales", "marketing")))


def latest_priorities(plan: Plan) -> VoteRound | None:
    """The last round of dots on priorities; None before the first."""
    return max((row for row in plan.vote_rounds if row.kind == "priorities"), key=_when, default=None)


def _when(row: VoteRound) -> tuple[str, int, str]:
    return row.held_on or "", row.position, row.id


def dots_of(plan: Plan, round: VoteRound, function: str) -> dict[str, int]:
    """The dots that one side placed in one round, by the row they are on."""
    placed: dict[str, int] = {}
    for dot in plan.dots:
        if dot.round == round.id and dot.function == function and dot.item is not None and dot.dots:
            placed[dot.item] = placed.get(dot.item, 0) + dot.dots
    return placed


def total_variation(p: Mapping[str, float], q: Mapping[str, float]) -> float | None:
    """Half the sum of differences between the shares: 0 is the same list, 1 has nothing in common (method.md B14).

    Counts are turned into shares first; None where a side has none.
    """
    total_p, total_q = sum(p.values()), sum(q.values())
    if total_p <= 0 or total_q <= 0:
        return None
    items = sorted(p.keys() | q.keys())
    return sum(abs(p.get(item, 0) / total_p - q.get(item, 0) / total_q) for item in items) / 2


def _share(passed: list[bool]) -> float | None:
    return sum(passed) / len(passed) if passed else None
