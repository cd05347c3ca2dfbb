"""How useful each side finds the materials, from blind ratings, and how many people a share of use is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Material

SIDES = ("sales", "marketing")
_ROUNDED = 0.0051
"""A share is written in whole percents; so far it may lie from the true one."""


@dataclass(frozen=True)
class Mean:
    """The mean of ratings from 1 to 5 and how many people it rests on; ``n`` None where nobody says."""

    value: float
    n: int | None


@dataclass(frozen=True)
class Opinion:
    """What both sides think of one material; None where a side has not rated it."""

    sales: Mean | None = None
    marketing: Mean | None = None

    @property
    def gap(self) -> float | None:
        """Sales less marketing: negative where the people who should use it like it less."""
        return None if self.sales is None or self.marketing is None else self.sales.value - self.marketing.value

    @property
    def sales_raters(self) -> int:
        """How many of sales are known to have rated it."""
        return (self.sales.n or 0) if self.sales else 0

    @property
    def is_known(self) -> bool:
        """Whether any side has rated it."""
        return self.sales is not None or self.marketing is not None


def opinions(plan: Plan) -> dict[RowId, Opinion]:
    """The opinion on every material.

    A mean that was entered as such and the ratings of single people may both be there, as people of a survey and of
    the room; they are not added, since the same person may be in both. What more people stand behind is used, single
    ratings where it is a draw. "Does not know it" is no rating.
    """
    scores: dict[tuple[RowId, str], list[float]] = {}
    for rating in plan.ratings:
        if rating.score is not None and rating.material is not None and rating.function in SIDES:
            scores.setdefault((rating.material, rating.function), []).append(rating.score)
    return {
        row.id: Opinion(
            _mean(row.sales_rating, row.n_raters, scores.get((row.id, "sales"))),
            _mean(row.marketing_rating, row.n_marketing_raters, scores.get((row.id, "marketing"))),
        )
        for row in plan.materials
    }


def _mean(said: float | None, n: int | None, scores: list[float] | None) -> Mean | None:
    if scores and (said is None or len(scores) >= (n or 0)):
        return Mean(sum(scores) / len(scores), len(scores))
    return None if said is None else Mean(said, n)


def widest_gap(opinion: Opinion) -> tuple[int, float, float]:
    """The order in which materials are talked about: the widest gap first, and where two are alike the one that sales
    likes less; then what one side rated, the worst first; then what nobody rated."""
    gap = opinion.gap
    if gap is not None:
        return 0, -round(abs(gap), 6), gap
    one = opinion.sales or opinion.marketing
    return (1, one.value, 0.0) if one else (2, 0.0, 0.0)


def reps_of(plan: Plan) -> int | None:
    """How many people sell: the field and inside sales of the company, or else the sales people of the plan."""
    facts = plan.facts
    told = [count for count in (facts.sales_field, facts.sales_inside) if count is not None]
    people = sum(1 for person in plan.people if person.function == "sales")
    return sum(told) or people or None


def users_of(share: float | None, reps: int | None) -> int | None:
    """The people behind a share of use; None where the share is of some other number of people, so that "2 of 8" is
    never printed for a share that is not two of eight."""
    if share is None or not reps:
        return None
    users = round(share * reps)
    return users if abs(share - users / reps) <= _ROUNDED else None


def askers_of(plan: Plan, material: Material) -> tuple[RowId, ...]:
    """The inputs that asked for a material, linked from either side, in their order."""
    known = material.sales_inputs
    linked = [row.id for row in plan.sales_inputs if material.id in row.materials and row.id not in known]
    return (*(id for id in known if id in plan.sales_inputs), *linked)
