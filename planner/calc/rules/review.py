"""Review: spending ahead of effect, people who never heard what became of their words (method.md C9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.alignment import is_answered
from planner.calc.budget import share_of
from planner.calc.rules.finding import PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.words import month, percent, person, quote
from planner.i18n import _
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

_RUNNING = ("live", "closed")


@rule("REV-01", gates={"K5": WARNING}, chapter="review")
def money_is_not_ahead_of_effect(plan: Plan, results: Results) -> Said:
    """Burning ahead of effect."""
    so_far = results.review
    if so_far.through is None:
        return
    spent = share_of(so_far.spend.actual, so_far.spend.plan) if so_far.spend else None
    landed = so_far.landed_attainment
    if spent is None or landed is None:
        yield NotYet(
            _("whether money is spent ahead of its effect"),
            _("what was spent so far") if spent is None else _("the leads of each month, planned and counted"),
        )
    elif spent > landed + results.limits.ahead_of_effect + 1e-9:
        yield Finding(
            None,
            _(
                "By {month} {spend} of the money planned so far is spent, and {landed} of the leads are there "
                "whose orders still come within the plan."
            ).format(month=month(so_far.through), spend=percent(spent), landed=percent(landed)),
            _("Money runs ahead of what it is to bring about."),
            _("Forecast anew, and hold back what has not been ordered."),
        )
    else:
        yield PASSED


@rule("REV-02", gates={"K5": WARNING}, chapter="sales_input")
def who_gave_an_input_heard_the_outcome(plan: Plan, results: Results) -> Said:
    """The loop is open. Asked once the plan is at work."""
    if plan.facts.status not in _RUNNING and not plan.actuals:
        return
    for row in plan.sales_inputs:
        if row.merged_into is not None or not is_answered(row):
            continue
        if row.told_on is None:
            name = person(plan, row.given_by)
            yield Finding(
                row,
                _("{name} said {input}, and was never told what became of it.").format(
                    name=name, input=quote(row.text)
                ),
                _("Who hears nothing stops speaking."),
                _("Tell {name}, and note the day.").format(name=name),
                "told_on",
            )
        else:
            yield PASSED
