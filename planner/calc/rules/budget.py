"""Budget: within its envelope, owned, defendable, with an order of cuts (method.md C7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.budget import CONTINGENCY, share_of
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.runs import runs_of, words_of
from planner.calc.supply import is_counted
from planner.calc.words import amount, listing, month, percent, quote
from planner.i18n import _
from planner.model.plan import Month, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Activity, BudgetLine

_MEASURING = ("foundation", "measurement")


def _lines(plan: Plan) -> Iterator[BudgetLine]:
    """All lines but those of cancelled activities."""
    for line in plan.budget_lines:
        activity = plan.activities.get(line.activity)
        if activity is None or is_counted(activity):
            yield line


@rule("BUD-01", gates={"K2": WARNING, "K3": ERROR}, chapter="budget")
def budget_fits_its_envelope(plan: Plan, results: Results) -> Said:
    """Who plans above the envelope invites others to cut."""
    budget, currency = results.budget, plan.facts.currency
    if budget.total is None:
        return
    if budget.envelope is None:
        yield NotYet(_("whether the budget fits"), _("the envelope"), plan.facts, "envelope")
    elif budget.total > budget.envelope:
        yield Finding(
            plan.facts,
            _("The lines come to {total}, {over} more than the envelope of {envelope}.").format(
                total=amount(budget.total, currency),
                over=amount(budget.total - budget.envelope, currency),
                envelope=amount(budget.envelope, currency),
            ),
            _("A plan above its envelope invites others to cut it."),
            _("Cut it yourselves, lowest priority first."),
            "envelope",
        )
    else:
        yield PASSED


@rule("BUD-02", gates={"K3": ERROR}, chapter="budget")
def line_has_a_lead(plan: Plan, results: Results) -> Said:
    """Money that nobody leads is spent by nobody, or by everybody."""
    for line in _lines(plan):
        if line.owner not in plan.people:
            yield Finding(
                line,
                _("Nobody leads {line}.").format(line=_named(plan, results, line)),
                _("Money that nobody leads is nobody's to defend or to give back."),
                _("Name one person."),
                "owner",
            )
        else:
            yield PASSED


@rule("BUD-03", gates={"K0": ERROR}, chapter="budget")
def months_of_a_line_add_up(plan: Plan, results: Results) -> Said:
    """A line whose months say something else than its amount is two budgets."""
    currency = plan.facts.currency
    for line in _lines(plan):
        sums = results.budget.by_line.get(line.id)
        planned = sums.planned if sums else None
        if line.amount is None:
            continue
        if planned is None:
            if line.amount:
                yield NotYet(
                    _("whether the months of {line} add up").format(line=quote(line.description)),
                    _("its months"),
                    line,
                    "amount",
                )
        elif abs(planned - line.amount) > results.limits.phasing_tolerance:
            yield Finding(
                line,
                _("The months of {line} come to {planned}, and the line says {amount}.").format(
                    line=quote(line.description),
                    planned=amount(planned, currency),
                    amount=amount(line.amount, currency),
                ),
                _("Two figures for the same money will end up in two documents."),
                _("Correct the months, or take their sum."),
                "amount",
            )
        else:
            yield PASSED


@rule("BUD-04", gates={"K2": WARNING, "K3": ERROR}, chapter="budget")
def line_belongs_to_an_activity(plan: Plan, results: Results) -> Said:
    """Money without an activity cannot be defended."""
    for line in _lines(plan):
        if line.category == CONTINGENCY:
            continue
        if line.activity not in plan.activities:
            yield Finding(
                line,
                _("{line} belongs to no activity.").format(line=_named(plan, results, line)),
                _("Money without an activity cannot be defended."),
                _("Link the activity it pays for, or mark it as contingency."),
                "activity",
            )
        else:
            yield PASSED


@rule("BUD-05", gates={"K3": WARNING}, chapter="budget")
def money_is_spent_around_its_activity(plan: Plan, results: Results) -> Said:
    """Money far from the work it pays for is in the wrong month, or the work is."""
    limits = results.limits
    spent = _months_with_money(plan)
    for line in _lines(plan):
        activity, paid = plan.activities.get(line.activity), spent.get(line.id)
        if activity is None or not paid:
            continue
        runs = [run for run in runs_of(plan, activity) if months.is_month(run.start) and months.is_month(run.end)]
        if not runs:
            yield NotYet(
                _("whether {line} is spent around its activity").format(line=quote(line.description)),
                _("the start and the end of {activity}").format(activity=quote(activity.title)),
                line,
            )
            continue
        outside = [
            at
            for at in paid
            if all(
                (months.offset(run.start, at) or 0) < -limits.months_before_start
                or (months.offset(run.end, at) or 0) > limits.months_after_end
                for run in runs
            )
        ]
        if outside and len(runs) > 1:
            yield Finding(
                line,
                _("{line} is paid in {paid}, and {activity} runs in {months}.").format(
                    line=quote(line.description),
                    paid=listing([month(at) for at in outside]),
                    activity=quote(activity.title),
                    months=words_of(plan, activity, month),
                ),
                _("Money far from the work it pays for is in the wrong month, or the work is."),
                _("Move the money or the activity."),
            )
        elif outside:
            yield Finding(
                line,
                _("{line} is paid in {paid}, and {activity} runs from {start} to {end}.").format(
                    line=quote(line.description),
                    paid=listing([month(at) for at in outside]),
                    activity=quote(activity.title),
                    start=month(runs[0].start or ""),
                    end=month(runs[0].end or ""),
                ),
                _("Money far from the work it pays for is in the wrong month, or the work is."),
                _("Move the money or the activity."),
            )
        else:
            yield PASSED


def _months_with_money(plan: Plan) -> dict[RowId, list[Month]]:
    paid: dict[RowId, list[Month]] = {}
    for cell in plan.amounts:
        if cell.planned and months.is_month(cell.month):
            paid.setdefault(cell.line, []).append(cell.month)
    return {line: sorted(found) for line, found in paid.items()}


@rule("BUD-06", gates={"K3": WARNING}, chapter="budget")
def there_is_something_for_surprises(plan: Plan, results: Results) -> Said:
    """The first surprise breaks a plan without contingency."""
    share, least = results.budget.contingency_share, results.limits.contingency_share
    if share is None:
        return
    if share < least:
        yield Finding(
            None,
            _("Contingency is {share} of the budget; {least} is the least that is usual.").format(
                share=percent(share), least=percent(least)
            ),
            _("The first surprise breaks a plan that keeps nothing back."),
            _("Put something aside, and say who may release it."),
        )
    else:
        yield PASSED


@rule("BUD-07", gates={}, chapter="budget")
def something_is_spent_on_measuring(plan: Plan, results: Results) -> Said:
    """Who does not measure flies blind."""
    spent = 0
    for line in _lines(plan):
        activity = plan.activities.get(line.activity)
        if line.category in _MEASURING or (activity is not None and activity.kind in _MEASURING):
            spent += results.budget.amount(line) or 0
    share = share_of(spent, results.budget.total)
    if share is not None and share < results.limits.measurement_share:
        yield Finding(
            None,
            _("{share} of the budget goes into measuring; {least} is a usual least.").format(
                share=percent(share), least=percent(results.limits.measurement_share)
            ),
            _("Without it nobody will know next year what worked."),
            _("Plan a small activity for measuring."),
        )


@rule("BUD-08", gates={"K3": WARNING}, chapter="budget")
def large_lines_are_not_guessed(plan: Plan, results: Results) -> Said:
    """A guess of this size moves the whole budget."""
    envelope = results.budget.envelope
    for line in _lines(plan):
        planned = results.budget.amount(line)
        if line.basis != "guess" or not planned:
            continue
        if not envelope:
            yield NotYet(
                _("whether {line} is too large for a guess").format(line=quote(line.description)),
                _("the envelope"),
                line,
            )
        elif planned > results.limits.guess_share * envelope:
            yield Finding(
                line,
                _("{line} is a guess, and {share} of the envelope.").format(
                    line=_named(plan, results, line), share=percent(planned / envelope)
                ),
                _("A guess of this size moves the whole budget."),
                _("Get a quote."),
                "basis",
            )
        else:
            yield PASSED


@rule("BUD-09", gates={"K3": WARNING}, chapter="budget")
def activity_has_its_cost(plan: Plan, results: Results) -> Said:
    """What has no line is paid from somewhere else."""
    paid = {line.activity for line in plan.budget_lines}
    for activity in plan.activities:
        if not is_counted(activity) or activity.kind == "process":
            continue
        if activity.id not in paid:
            yield Finding(
                activity,
                _("{activity} has no line in the budget.").format(activity=quote(activity.title)),
                _("What has no line is paid from somewhere else."),
                _("Add a line for what it costs; where it costs nothing, call it a process."),
            )
        else:
            yield PASSED


@rule("BUD-10", gates={}, chapter="budget")
def no_activity_takes_it_all(plan: Plan, results: Results) -> Said:
    """All eggs in one basket."""
    total = results.budget.total
    for activity in plan.activities:
        share = share_of(results.budget.by_activity.get(activity.id, 0), total)
        if is_counted(activity) and share is not None and share > results.limits.concentration_share:
            yield Finding(
                activity,
                _("{activity} takes {share} of the budget.").format(
                    activity=quote(activity.title), share=percent(share)
                ),
                _("If it fails, the plan fails."),
                _("Be sure that this is meant."),
            )


@rule("BUD-11", gates={"K2": WARNING, "K3": ERROR}, chapter="budget")
def line_has_its_place_in_the_order_of_cuts(plan: Plan, results: Results) -> Said:
    """Without an order of cuts, others will choose."""
    for line in _lines(plan):
        if line.priority not in (1, 2, 3, 4):
            yield Finding(
                line,
                _("{line} has no priority from 1 to 4.").format(line=_named(plan, results, line)),
                _("Without an agreed order of cuts, others will choose."),
                _("Agree on it: 1 is cut last, 4 is cut first."),
                "priority",
            )
        else:
            yield PASSED


@rule("BUD-12", gates={"K5": WARNING}, chapter="budget")
def line_is_not_overspent(plan: Plan, results: Results) -> Said:
    """What is spent and ordered runs ahead of what was planned."""
    currency = plan.facts.currency
    for line in _lines(plan):
        sums, planned = results.budget.by_line.get(line.id), results.budget.amount(line)
        if sums is None or planned is None or (sums.actual is None and sums.committed is None):
            continue
        used = (sums.actual or 0) + (sums.committed or 0)
        if used > planned * (1 + results.limits.overspend_share):
            yield Finding(
                line,
                _("{used} is spent or ordered for {line}, and {planned} was planned.").format(
                    used=amount(used, currency),
                    line=quote(line.description),
                    planned=amount(planned, currency),
                ),
                _("What runs over here is missing elsewhere."),
                _("Take it from contingency or from another line, and say which."),
            )
        else:
            yield PASSED


def _named(plan: Plan, results: Results, line: BudgetLine) -> str:
    """A line with its amount and, where it has one, its activity."""
    planned, activity = results.budget.amount(line), plan.activities.get(line.activity)
    said = quote(line.description)
    if planned is not None:
        said = _("{line} ({amount})").format(line=said, amount=amount(planned, plan.facts.currency))
    return _("{line} in {activity}").format(line=said, activity=_title(activity)) if activity else said


def _title(activity: Activity) -> str:
    return quote(activity.title)
