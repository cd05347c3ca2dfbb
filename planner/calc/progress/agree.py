"""Agree: agreement and review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import months, signing
from planner.calc.progress.step import Ask, Asks, each, either
from planner.calc.words import month
from planner.i18n import _, mark_n
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def agreement(plan: Plan, results: Results) -> Asks:
    signed = signing.signatures(plan)
    return [
        either(plan.commitments, _("Nobody has promised anything yet")),
        either("marketing" in signed, _("Marketing has not signed")),
        either("sales" in signed, _("Sales has not signed")),
    ]


def review(plan: Plan, results: Results) -> Asks:
    period, now = months.period(plan), months.month_of(results.as_of)
    over = [at for at in period if now is not None and at < now]
    if not over:
        first = _("Begins when {month} is over").format(month=month(period[0])) if period else ""
        return [Ask(0, first or _("Begins when the first month is over"))]
    told = {row.month for row in plan.actuals if row.value is not None}
    return [
        each(
            (at in told for at in over),
            mark_n("{n} month has no results yet", "{n} months have no results yet"),
        ),
        each(
            (results.budget.actual_by_month.get(at) is not None for at in over),
            mark_n("{n} month has no spending yet", "{n} months have no spending yet"),
        ),
        either(plan.promise_checks, _("No promise has been checked")),
    ]
