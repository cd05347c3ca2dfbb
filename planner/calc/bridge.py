"""The bridge from last year's revenue to the goal, step by step, and whether its steps add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planner.model.plan import Money, Plan, RowId

PARTS = ("bridge_existing", "bridge_marketing")
"""The two steps that are facts of the plan; further ones are rows of their own."""


class BridgeStep(NamedTuple):
    """One step: a fact by its field, or a row by its id. `start` is the level it leaves from."""

    field: str
    row: RowId | None
    amount: Money | None
    start: Money | None


class Bridge(NamedTuple):
    """Where it starts, its steps in their order, and where it should end; None where something is not known."""

    base: Money | None
    steps: tuple[BridgeStep, ...]
    target: Money | None
    reached: Money | None
    """Where the steps end; None while the start is not known, or a step, or while there is none."""

    @property
    def gap(self) -> Money | None:
        """What is still missing to the target, negative where the steps go beyond it; None where that is not known."""
        return None if self.target is None or self.reached is None else self.target - self.reached

    @property
    def is_blank(self) -> bool:
        """Whether nothing about it is known at all."""
        return self.base is None and self.target is None and all(step.amount is None for step in self.steps)


def bridge_of(plan: Plan) -> Bridge:
    """The bridge of a plan (method.md C, GOL-06).

    Further steps may stand in the place of the two that are facts; those are then left out while they are empty.
    """
    facts = plan.facts
    target = facts.bridge_target if facts.bridge_target is not None else facts.revenue_target
    steps = tuple(_steps(plan))
    amounts = [step.amount for step in steps if step.amount is not None]
    known = facts.bridge_base is not None and bool(steps) and len(amounts) == len(steps)
    reached = (facts.bridge_base or 0) + sum(amounts) if known else None
    return Bridge(facts.bridge_base, steps, target, reached)


def _steps(plan: Plan) -> Iterator[BridgeStep]:
    level = plan.facts.bridge_base
    further = plan.bridge_steps.ordered
    for field in PARTS:
        amount: Money | None = getattr(plan.facts, field)
        if amount is not None or not further:
            yield BridgeStep(field, None, amount, level)
            level = None if level is None else level + (amount or 0)
    for row in further:
        yield BridgeStep("amount", row.id, row.amount, level)
        level = None if level is None else level + (row.amount or 0)
