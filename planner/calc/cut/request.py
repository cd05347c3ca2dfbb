"""What is asked for: how much, from when, and by which policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.model.plan import Money, Month

EQUAL, AGREED, OPTIMAL = "equal", "agreed", "optimal"
POLICIES = (EQUAL, AGREED, OPTIMAL)
YEAR, LIFETIME = "year", "lifetime"


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRequest:
    """One cut. Give a share of the envelope, or an amount, or for a free cut a share for each activity."""

    from_month: Month
    """The first month whose money may be cut."""
    share: float | None = None
    """Of the envelope; of all lines where no envelope is set."""
    amount: Money | None = None
    """Minor units; goes before the share."""
    policy: str = EQUAL
    """``equal``: every line that can be cut loses the same share. ``agreed``: by priority, 4 first. ``optimal``:
    what brings least goes first."""
    free: tuple[tuple[str, float], ...] | None = None
    """For a free cut: the share that is taken of what can be cut of each activity (by its id), of a line without one
    (by its id), of ``unallocated``. Goes before share, amount and policy."""
    unallocated: bool | None = None
    """Whether what is not allocated is taken too; by default not by ``equal``."""
    contingency: bool | None = None
    """Whether contingency is taken too; by default not by ``equal``."""
    objective: str = YEAR
    """What ``optimal`` spares: orders of this year (``year``), or all orders of the leads (``lifetime``)."""
    by_curve: bool = False
    """Whether leads follow money by each activity's response curve, rather than in proportion."""

    @property
    def takes_unallocated(self) -> bool:
        return self.policy != EQUAL if self.unallocated is None else self.unallocated

    @property
    def takes_contingency(self) -> bool:
        return self.policy != EQUAL if self.contingency is None else self.contingency

    @classmethod
    def freely(cls, from_month: Month, shares: Mapping[str, float], *, by_curve: bool = False) -> CutRequest:
        """A free cut from shares by key."""
        return cls(from_month=from_month, free=tuple(sorted(shares.items())), by_curve=by_curve)
