"""The promise in money: what leads of each kind are worth, against marketing's share of the quota (method.md B4)."""

from __future__ import annotations

from typing import NamedTuple

from planner.calc.money import whole
from planner.model.plan import Money, Plan, RowId


class LeadValue(NamedTuple):
    """One kind of lead. Amounts are minor units."""

    row: RowId
    name: str
    each: float | None
    """Close rate x what an order brings; a fraction of a minor unit may remain."""
    month: Money | None
    """What the leads of a month are worth."""


class MoneyPromise(NamedTuple):
    """What marketing promises each month in money."""

    kinds: tuple[LeadValue, ...]
    worth: Money | None
    """All kinds together; None where none is known."""
    promised: Money | None
    """The quota x marketing's share of it."""

    @property
    def is_kept(self) -> bool | None:
        """Whether the leads of a month are worth what was promised; None where either is not known."""
        return None if self.worth is None or self.promised is None else self.worth >= self.promised


def money_promise(plan: Plan) -> MoneyPromise:
    """Worth of leads by kind, a month."""
    kinds, known = [], []
    for row in plan.lead_types:
        each = None if row.close_rate is None or row.revenue is None else row.close_rate * row.revenue
        month = None if each is None or row.per_month is None else each * row.per_month
        if month is not None:
            known.append(month)
        kinds.append(LeadValue(row.id, row.name or row.code or "", each, whole(month)))
    quota, share = plan.funnel.monthly_quota, plan.funnel.marketing_share
    promised = None if quota is None or share is None else quota * share
    return MoneyPromise(tuple(kinds), whole(sum(known)) if known else None, whole(promised))
