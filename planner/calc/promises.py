"""Promises as they were kept: by month, and as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from planner.calc import months
from planner.model.plan import Month, Plan

if TYPE_CHECKING:
    from planner.model.plan import Commitment, PromiseCheck

State = Literal["kept", "broken", "open"]
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


class Kept(NamedTuple):
    """A promise, what was found by month, and how it stands: as it was found last."""

    promise: Commitment
    checks: dict[Month, PromiseCheck]
    state: State
    next_step: str


def month_of_period(period: str | None) -> Month | None:
    """The month in which a period is over: a month itself, or the last of a quarter. None for any other words."""
    if period and (found := _QUARTER.fullmatch(period)):
        return f"{found[1]}-{int(found[2]) * 3:02d}"
    return period if months.is_month(period) else None


def period_of_month(promise: Commitment, month: Month) -> str:
    """The period that a month is checked in: its quarter where the promise is by quarters, else the month."""
    by_quarter = any(_QUARTER.fullmatch(period) for period, _value in promise.targets)
    return months.quarter(month) if by_quarter else month


def target_of(promise: Commitment, period: str | None) -> float | None:
    """What was promised for a period."""
    return dict(promise.targets).get(period or "", promise.target)


def unit_of(promise: Commitment) -> str | None:
    """What its figures are counted in, "share" for fractions.

    Where nobody said so, a measure that begins with the word share and targets below one are shares.
    """
    if promise.unit:
        return promise.unit
    if (promise.metric or "").startswith("share"):
        return "share"
    targets = [value for _period, value in promise.targets] or [promise.target or 0.0]
    return "share" if any(0 < value < 1 for value in targets) and max(targets) <= 1 else None


def is_kept(promise: Commitment, check: PromiseCheck) -> bool | None:
    """Whether a promise was kept in a period: as somebody said, else by the figure; None where neither is known."""
    if check.kept is not None:
        return check.kept
    target = target_of(promise, check.period)
    return None if check.value is None or target is None else check.value >= target - 1e-9


def promises_kept(plan: Plan) -> list[Kept]:
    """Every promise in the order of the list."""
    checks: dict[str, dict[Month, PromiseCheck]] = {}
    for check in plan.promise_checks:
        month = month_of_period(check.period)
        if check.commitment is not None and month is not None:
            checks.setdefault(check.commitment, {})[month] = check
    return [_kept(promise, dict(sorted(checks.get(promise.id, {}).items()))) for promise in plan.commitments]


def _kept(promise: Commitment, checks: dict[Month, PromiseCheck]) -> Kept:
    found = [(check, is_kept(promise, check)) for check in checks.values()]
    known = [(check, kept) for check, kept in found if kept is not None]
    if not known:
        return Kept(promise, checks, "open", "")
    last, kept = known[-1]
    return Kept(promise, checks, "kept" if kept else "broken", last.next_step or "")
