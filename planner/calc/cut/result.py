"""What a cut comes to. Money is minor units; orders are order intake, and fractions of deals stay fractions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planner.calc.cut.request import CutRequest
from planner.calc.montecarlo import Draws
from planner.model.plan import Money, Month, RowId


class Taken(NamedTuple):
    """What one line loses."""

    key: str
    """The id of the line, or ``unallocated``."""
    activity: RowId | None
    amount: Money
    share: float
    """Of what could be cut of it."""


class GoalOutcome(NamedTuple):
    """What a goal on orders or pipeline comes to, in minor units."""

    goal: RowId
    target: Money
    before: Money
    after: Money

    @property
    def was_met(self) -> bool:
        return self.before >= self.target

    @property
    def is_met(self) -> bool:
        return self.after >= self.target

    @property
    def turns_red(self) -> bool:
        """Whether the cut is what the goal fails by."""
        return self.was_met and not self.is_met


class PromiseOutcome(NamedTuple):
    """A promise to sales that the cut reaches: the answer to an input, or a number of leads."""

    row: RowId
    """The sales input, or the promise."""
    activity: RowId | None
    """What answers the input; None for a promise of a number."""
    period: str | None
    """The quarter or month of a promised number."""
    share_lost: float
    """Of the activity's money that could be cut, or of the number."""
    breaks: bool
    """Whether the activity no longer happens, or the number falls below what was promised."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """One cut and all that follows from it. What cannot be worked out is None."""

    request: CutRequest
    asked: Money
    saved: Money
    """This year. Less than asked where less can be cut, more where something goes as a whole."""
    cuttable: Money
    """What could be cut at most under this request."""
    taken: tuple[Taken, ...]
    share: float | None
    """The share that a cut by equal shares takes of every line; None for other policies."""

    lost_leads: float
    lost_leads_by_activity: dict[RowId, float]
    dropped: tuple[RowId, ...]
    """Activities that lose all of their money that could be cut."""
    lost_deals_year: float | None
    lost_deals_later: float | None
    lost_year: Money | None
    """Orders lost within the plan."""
    lost_later: Money | None
    """Orders lost after its last month."""
    lost_by_month: tuple[tuple[Month, Money], ...]
    """From the decision until the last lost lead would have become an order."""
    lost_by_quarter: tuple[tuple[str, Money], ...]
    """By calendar quarter, ``2027-Q3``."""
    peak_month: Month | None
    illusion_ratio: float | None
    """Of all orders lost, the share that is lost after the year in which the cut saved."""
    contribution_lost: Money | None
    contribution_per_unit: float | None
    """Contribution lost for each unit of money saved."""

    order_intake_before: Money | None
    order_intake_after: Money | None
    intake_by_month_before: tuple[Money, ...] | None
    intake_by_month_after: tuple[Money, ...] | None
    pipeline_before: Money | None
    pipeline_after: Money | None
    """Open at the end of the plan's last month."""
    goals: tuple[GoalOutcome, ...]
    promises: tuple[PromiseOutcome, ...]
    before: Draws | None
    after: Draws | None
    """Order intake of the year drawn with the same luck without and with the cut; None where it was not asked for."""

    @property
    def lost_total(self) -> Money | None:
        return None if self.lost_year is None or self.lost_later is None else self.lost_year + self.lost_later

    @property
    def shows_from(self) -> Month | None:
        """The first month by whose end a tenth of all orders lost is missing: before it a cut hardly shows."""
        missing, most = 0, sum(amount for _month, amount in self.lost_by_month)
        for month, amount in self.lost_by_month:
            missing += amount
            if most and 10 * missing >= most:
                return month
        return None

    @property
    def lost_deals(self) -> float | None:
        if self.lost_deals_year is None or self.lost_deals_later is None:
            return None
        return self.lost_deals_year + self.lost_deals_later

    @property
    def goals_that_turn_red(self) -> tuple[GoalOutcome, ...]:
        return tuple(goal for goal in self.goals if goal.turns_red)

    @property
    def promises_that_break(self) -> tuple[PromiseOutcome, ...]:
        return tuple(promise for promise in self.promises if promise.breaks)
