"""Activities: for a goal, in time, with a part for sales, within what people can do (method.md C6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.runs import clashes, runs_of, stretches_of
from planner.calc.supply import is_counted
from planner.calc.words import amount, day, listing, month, percent, person, quote
from planner.i18n import _
from planner.model.plan import Day, Month, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Activity


def _activities(plan: Plan) -> list[Activity]:
    """All that still take place."""
    return [row for row in plan.activities if is_counted(row)]


@rule("ACT-01", gates={"K2": WARNING, "K3": ERROR}, chapter="activities")
def activity_serves_a_goal(plan: Plan, results: Results) -> Said:
    """Money without a purpose."""
    for row in _activities(plan):
        if any(id in plan.goals for id in row.goals):
            yield PASSED
            continue
        money = results.budget.by_activity.get(row.id)
        said = (
            _("{activity} costs {money} and serves no goal.") if money else _("{activity} serves no goal.")
        )
        yield Finding(
            row,
            said.format(activity=quote(row.title), money=amount(money or 0, plan.facts.currency)),
            _("It is effort without a purpose."),
            _("Link the goal it serves, or stop it."),
            "goals",
        )


@rule("ACT-02", gates={"K3": ERROR}, chapter="activities")
def activity_has_an_owner_and_a_time(plan: Plan, results: Results) -> Said:
    """What nobody does at no time is not done."""
    for row in _activities(plan):
        missing = {
            "owner": "" if row.owner in plan.people else _("an owner"),
            "start": "" if row.start else _("a start"),
            "end": "" if row.end else _("an end"),
        }
        fields = [field for field, words in missing.items() if words]
        if fields:
            yield Finding(
                row,
                _("{activity} lacks {missing}.").format(
                    activity=quote(row.title), missing=listing([missing[field] for field in fields])
                ),
                _("What nobody does at no time is not done."),
                _("Name one person, the first and the last month."),
                fields[0],
            )
        else:
            yield PASSED


@rule("ACT-03", gates={"K3": WARNING}, chapter="activities")
def activity_can_be_judged(plan: Plan, results: Results) -> Said:
    """Without a measure nobody learns."""
    for row in _activities(plan):
        if not (row.success_metric or "").strip():
            yield Finding(
                row,
                _("Nobody says how to tell whether {activity} worked.").format(activity=quote(row.title)),
                _("Without a measure nobody learns from it."),
                _("Name one measure."),
                "success_metric",
            )
        else:
            yield PASSED


@rule("ACT-04", gates={"K2": WARNING}, chapter="activities")
def what_is_repeated_has_a_result(plan: Plan, results: Results) -> Said:
    """We have always done it."""
    for row in _activities(plan):
        if row.origin != "carry_over":
            continue
        if not (row.last_result or "").strip():
            yield Finding(
                row,
                _("{activity} is done again, and nobody says what came out last time.").format(
                    activity=quote(row.title)
                ),
                _("Having always done it is no reason."),
                _("Enter last year's result first."),
                "last_result",
            )
        else:
            yield PASSED


@rule("ACT-05", gates={"K3": WARNING}, chapter="activities")
def demand_brings_leads(plan: Plan, results: Results) -> Said:
    """What has no leads is not in the forecast."""
    phased = {cell.activity for cell in plan.lead_months if cell.likely is not None}
    for row in _activities(plan):
        if row.kind != "demand":
            continue
        missing = {
            "leads_low": "" if row.leads_low is not None else _("the low estimate"),
            "leads_likely": "" if row.leads_likely is not None else _("the likely estimate"),
            "leads_high": "" if row.leads_high is not None else _("the high estimate"),
            "": "" if row.id in phased else _("the months they come in"),
        }
        fields = [field for field, words in missing.items() if words]
        if fields:
            yield Finding(
                row,
                _("{activity} is to bring leads; missing: {missing}.").format(
                    activity=quote(row.title), missing=listing([missing[field] for field in fields])
                ),
                _("What is not estimated is not in the forecast."),
                _("Estimate low, likely and high together with sales, and spread it over the months."),
                fields[0] or "leads_likely",
            )
        else:
            yield PASSED


@rule("ACT-06", gates={"K2": WARNING, "K3": ERROR}, chapter="activities")
def sales_has_a_part_in_it(plan: Plan, results: Results) -> Said:
    """Leads without a caller, sheets without a user."""
    for row in _activities(plan):
        if row.kind not in ("demand", "material"):
            continue
        if not (row.sales_role or "").strip():
            yield Finding(
                row,
                _("{activity} says nothing about what sales does in it.").format(activity=quote(row.title)),
                _("Leads without a caller and sheets without a user are money lost.")
                if row.kind == "demand"
                else _("A sheet without a user is money lost."),
                _("Agree with sales on their part, in one sentence."),
                "sales_role",
            )
        else:
            yield PASSED


@rule("ACT-07", gates={"K3": ERROR}, chapter="activities")
def what_is_needed_first_is_ready(plan: Plan, results: Results) -> Said:
    """The material arrives after the fair."""
    clashing = clashes(plan)
    for row in _activities(plan):
        if not row.depends_on:
            continue
        late = [
            _("{needed}, which ends {when}").format(needed=quote(needed.title), when=_at(first.end_day, first.end))
            for needed in (plan.activities[id] for id in clashing.get(row.id, ()))
            for first in runs_of(plan, needed)[:1]
        ]
        if late:
            mine = runs_of(plan, row)[0]
            yield Finding(
                row,
                _("{activity} starts {when} and needs first: {late}.").format(
                    activity=quote(row.title), when=_at(mine.start_day, mine.start), late=listing(late)
                ),
                _("It would begin without what it needs."),
                _("Start it later, or have the other ready earlier."),
                "start",
            )
        else:
            yield PASSED


def _at(on: Day | None, at: Month | None) -> str:
    """When something starts or ends: the day where there is one, else the month."""
    return _("on {day}").format(day=day(on)) if on else _("in {month}").format(month=month(at or ""))


@rule("ACT-08", gates={"K3": WARNING}, chapter="activities")
def nobody_does_it_all(plan: Plan, results: Results) -> Said:
    """The plan exceeds the team."""
    most = results.limits.most_activities
    by_owner: dict[RowId, list[tuple[int, int]]] = {}
    for row in _activities(plan):
        stretches = stretches_of(plan, row)
        if row.owner in plan.people and row.owner and stretches and row.status != "done":
            by_owner.setdefault(row.owner, []).extend(stretches)
    for owner, spans in by_owner.items():
        at, count = _busiest(spans)
        if count > most:
            yield Finding(
                plan.people[owner],
                _("{name} owns {n} activities that run in {month}; {most} are about as many as one can.").format(
                    name=person(plan, owner), n=count, month=month(months.from_index(at)), most=most
                ),
                _("The plan asks for more than the team can do."),
                _("Give some to somebody else, or move them."),
            )
        else:
            yield PASSED


def _busiest(spans: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The first month in which the most of these overlap, and how many do."""
    turns: Counter[int] = Counter()
    for first, last in spans:
        turns[first] += 1
        turns[last + 1] -= 1
    running, best = 0, (0, 0)
    for at in sorted(turns):
        running += turns[at]
        if running > best[1]:
            best = (at, running)
    return best


@rule("ACT-09", gates={"K3": WARNING}, chapter="activities")
def activities_answer_inputs(plan: Plan, results: Results) -> Said:
    """Planned without listening."""
    rows, least = _activities(plan), results.limits.answering_share
    linked = {id for row in plan.sales_inputs for id in row.activities}
    answering = sum(
        row.id in linked or any(id in plan.sales_inputs for id in row.sales_inputs) for row in rows
    )
    if not rows:
        return
    if answering < least * len(rows):
        yield Finding(
            None,
            _("{n} of {all} activities answer an input of sales; {least} is the least that shows listening.").format(
                n=answering, all=len(rows), least=percent(least)
            ),
            _("The rest is planned without having listened."),
            _("Link the inputs that are answered, and ask what the others are for."),
        )
    else:
        yield PASSED


def _last_month(plan: Plan, row: Activity) -> Month | None:
    """The month in which the last run ends; None where it is not known."""
    return max((run.end for run in runs_of(plan, row) if run.end and months.is_month(run.end)), default=None)


@rule("ACT-10", gates={}, chapter="activities")
def activity_ends_within_the_plan(plan: Plan, results: Results) -> Said:
    """What goes on belongs into the next plan too."""
    ends = [(row, end) for row in _activities(plan) if (end := _last_month(plan, row))]
    period = months.period(plan)
    if ends and not period:
        yield NotYet(
            _("whether the activities end within the plan"),
            _("the plan's first month and its length"),
            plan.facts,
            "fiscal_year_start",
        )
        return
    for row, end in ends:
        if (months.offset(period[-1], end) or 0) > 0:
            yield Finding(
                row,
                _("{activity} ends in {end}, and the plan in {last}.").format(
                    activity=quote(row.title), end=month(end), last=month(period[-1])
                ),
                _("What goes on after the plan is nobody's in it."),
                _("Carry it forward into the next plan."),
                "end",
            )
