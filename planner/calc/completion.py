"""How the budget will end: four ways to reckon on, and the one that fits what happened so far (method.md B8).

All amounts are minor units of the plan's currency.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planner.calc import signing
from planner.calc.against import measured
from planner.calc.results import Results
from planner.i18n import mark
from planner.model.plan import Rows

if TYPE_CHECKING:
    from planner.calc.earned import EarnedValue

TYPICAL, ATYPICAL, BOTH, BOTTOM_UP = "typical", "atypical", "both", "bottom_up"
WAYS = (TYPICAL, ATYPICAL, BOTH, BOTTOM_UP)
NAMES = {
    TYPICAL: mark("If the rest costs as the part so far did"),
    ATYPICAL: mark("If what went otherwise happens once"),
    BOTH: mark("If cost and delay both go on"),
    BOTTOM_UP: mark("If the months ahead cost what they are given now"),
}
FITS = {
    TYPICAL: mark("The first fits: the cost has been off plan so far, and nothing says that this ends."),
    ATYPICAL: mark("The second fits: the cost has stayed within 5% of what was done."),
    BOTH: mark("The third fits: what was done cost more than planned and comes late, and the end of the year stays."),
    BOTTOM_UP: mark("The fourth fits: the months ahead have been planned anew since the plan was signed."),
}
NEAR = 0.05
"""Up to this much off, cost and progress count as on plan (our own convention)."""


class Completion(NamedTuple):
    """What the whole budget comes to, in four ways."""

    earned: EarnedValue
    ends: dict[str, float | None]
    """By way; None where it would divide by nothing."""
    ahead: float
    """What the plan as it stands now gives to the months after the last with an actual."""
    fits: str
    """The way that fits."""
    against: Results
    """What it is measured against: the plan as both halves signed it, with what has happened since."""
    signed: bool
    """Whether they have; else it is measured against the plan as it stands."""

    @property
    def to_come(self) -> dict[str, float | None]:
        """What is still to be spent, by way."""
        rest = {way: None if end is None else end - self.earned.ac for way, end in self.ends.items()}
        return {**rest, TYPICAL: self.earned.etc}

    @property
    def left(self) -> dict[str, float | None]:
        """What will be left of the budget, by way; negative where it does not do."""
        rest = {way: None if end is None else self.earned.bac - end for way, end in self.ends.items()}
        return {**rest, TYPICAL: self.earned.vac}

    @property
    def replanned(self) -> bool:
        """Whether the months ahead have been planned anew since the plan was signed."""
        return round(self.ahead) != round(self.earned.bac - self.earned.pv)


def completion_of(results: Results) -> Completion | None:
    """How it will end; None before money is spent, or where nobody knows how far activities are."""
    budget = results.budget
    against, signed = against_signed(results)
    review = against.review
    earned = review.earned
    if earned is None or review.through is None:
        return None
    past = sum(row.spend_planned for row in results.review.months[: review.elapsed])
    ahead = float((budget.total or 0) - past)
    ends = {
        TYPICAL: earned.eac_typical,
        ATYPICAL: earned.eac_atypical,
        BOTH: earned.eac_both,
        BOTTOM_UP: earned.eac_bottom_up(ahead),
    }
    found = Completion(earned, ends, ahead, BOTTOM_UP, against, signed)
    return found if found.replanned else found._replace(fits=_fitting(found))


def against_signed(results: Results) -> tuple[Results, bool]:
    """The plan that both halves signed with what was spent and done since; the plan itself where that is not known."""
    row = signing.baseline(results.plan)
    then = results.signed.get(row.edit) if row is not None and row.edit else None
    if then is None:
        return results, False
    now = results.plan.activities
    done = [replace(one, progress=now[one.id].progress, status=now[one.id].status) if one.id in now else one
            for one in then.activities]  # fmt: skip
    return Results(measured(results.plan, then).with_tables({"activity": Rows(done)}), results.as_of), True


def _fitting(found: Completion) -> str:
    cpi, spi = found.earned.cpi, found.earned.spi
    if cpi is None or found.ends[TYPICAL] is None or abs(cpi - 1) <= NEAR:
        return ATYPICAL
    late = spi is not None and spi < 1 - NEAR
    return BOTH if cpi < 1 and late and found.ends[BOTH] is not None else TYPICAL
