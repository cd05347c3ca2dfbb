"""How far each chapter is, and what is missing next, in plain words.

A chapter is a list of steps, each done to a share 0..1; its own share is their mean. "Missing" is the first step that
is not done; it is empty where the chapter is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.alignment import ANSWERED, is_accepted, is_answered
from planner.calc.engagement import stance_gap, talks
from planner.calc.funnel import known_rates
from planner.calc.supply import is_counted
from planner.calc.words import month
from planner.i18n import _, _n, mark
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one chapter is."""

    share: float
    missing: str
    """What to do next; empty where nothing is missing."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a chapter asks for, and the words for its not being there."""

    done: float
    missing: str


Steps = list[Step]


def chapter_progress(plan: Plan, results: Results) -> dict[str, Progress]:
    """The progress of all thirteen chapters, in their order, by their keys."""
    return {key: _progress(steps(plan, results)) for key, steps in _CHAPTERS.items()}


def _progress(steps: Steps) -> Progress:
    share = sum(min(1.0, max(0.0, step.done)) for step in steps) / len(steps)
    return Progress(share, next((step.missing for step in steps if step.done < 1), ""))


def _is(there: object, missing: str) -> Step:
    """A step that is either done or not."""
    return Step(float(bool(there)), missing)


def _each(passed: Iterable[object], one: str, many: str) -> Step:
    """A step for each of several rows; the words, marked for translation, count those that fail.

    Without rows nothing is done.
    """
    marks = [bool(mark) for mark in passed]
    failing = marks.count(False)
    return Step(
        (len(marks) - failing) / len(marks) if marks else 0.0, _n(one, many, failing).format(n=failing)
    )


def _context(plan: Plan, results: Results) -> Steps:
    facts = plan.facts
    bridge = (facts.bridge_base, facts.bridge_existing, facts.bridge_marketing, facts.bridge_target)
    kinds = {note.kind for note in plan.notes}
    swot = kinds & {"strength", "weakness", "opportunity", "threat"}
    sides = {person.function for person in plan.people}
    return [
        _is(facts.company, _("The company has no name yet")),
        _is(months.period(plan), _("The plan has no period yet")),
        _is(facts.currency, _("The plan has no currency yet")),
        _is({"marketing", "sales"} <= sides, _("Nobody from marketing, or nobody from sales, is named yet")),
        _is("situation" in kinds, _("Nothing is said about the situation yet")),
        Step(len(swot) / 4, _("Strengths, weaknesses, opportunities or threats are missing")),
        Step(sum(part is not None for part in bridge) / 4, _("The revenue bridge is not complete")),
    ]


def _goals(plan: Plan, results: Results) -> Steps:
    if not plan.goals:
        return [Step(0, _("There is no goal yet"))]
    goals = plan.goals
    people = plan.people
    shared = [goal.owner_marketing in people and goal.owner_sales in people for goal in goals]
    return [
        _is(any(goal.kind == "revenue" for goal in goals), _("There is no revenue goal yet")),
        _each(
            shared,
            mark("{n} goal has an owner on one side only"),
            mark("{n} goals have an owner on one side only"),
        ),
        _each(
            (None not in (goal.metric, goal.unit, goal.baseline, goal.target, goal.due) for goal in goals),
            mark("{n} goal has no measure, figure or day"),
            mark("{n} goals have no measure, figure or day"),
        ),
        _each(
            (goal.baseline_source for goal in goals),
            mark("{n} goal does not say where today's figure comes from"),
            mark("{n} goals do not say where today's figure comes from"),
        ),
    ]


def _customers(plan: Plan, results: Results) -> Steps:
    if not plan.segments:
        return [Step(0, _("There is no segment yet"))]
    agreed = any({"marketing", "sales"} <= set(stage.accepted_by) for stage in plan.stages)
    agreed = agreed or {"marketing", "sales"} <= set(plan.facts.good_lead_agreed_by)
    excluded = plan.facts.exclusion or any(segment.must_not for segment in plan.segments)
    return [
        _each(
            (segment.job and segment.trigger and segment.buying_roles for segment in plan.segments),
            mark("{n} segment has no job, trigger or buying roles"),
            mark("{n} segments have no job, trigger or buying roles"),
        ),
        _each(
            (segment.priority for segment in plan.segments),
            mark("{n} segment has no priority"),
            mark("{n} segments have no priority"),
        ),
        _is(agreed, _("The two sides have not agreed on what a good lead is")),
        _is(excluded, _("Nobody says yet who is not to be chased")),
    ]


def _stakeholders(plan: Plan, results: Results) -> Steps:
    rows = plan.stakeholders
    if not rows:
        return [Step(0, _("There is no stakeholder yet"))]
    heard, lock = talks(plan), plan.facts.budget_lock_date
    in_time = (heard[row.id] and (lock is None or heard[row.id][0] <= lock) for row in rows)
    gaps = [row for row in rows if (stance_gap(row) or 0) > 0]
    steps = [
        _each(
            (row.power is not None and row.interest is not None for row in rows),
            mark("{n} stakeholder is not on the map"),
            mark("{n} stakeholders are not on the map"),
        ),
        _each(
            (row.current and row.desired for row in rows),
            mark("{n} stakeholder has no stance"),
            mark("{n} stakeholders have no stance"),
        ),
        _each(in_time, mark("{n} person has not been heard"), mark("{n} people have not been heard")),
    ]
    if gaps:
        steps.append(
            _each(
                (row.engagement_action and row.engagement_action_date for row in gaps),
                mark("{n} stakeholder has no next step"),
                mark("{n} stakeholders have no next step"),
            )
        )
    return steps


def _sales_input(plan: Plan, results: Results) -> Steps:
    rows = [row for row in plan.sales_inputs if row.merged_into is None]
    if not rows:
        return [Step(0, _("Nobody has said anything yet"))]
    fewest, lacking = results.limits.fewest_inputs, max(0, results.limits.fewest_inputs - len(rows))
    wanted = _n("{n} more input is wanted", "{n} more inputs are wanted", lacking)
    steps = [
        Step(len(rows) / fewest, wanted.format(n=lacking)),
        _each(
            (row.status in ANSWERED for row in rows),
            mark("{n} input waits for an answer"),
            mark("{n} inputs wait for an answer"),
        ),
        _each(
            (is_answered(row) or row.status not in ANSWERED for row in rows),
            mark("{n} input was declined without a reason"),
            mark("{n} inputs were declined without a reason"),
        ),
    ]
    taken = [row for row in rows if row.status in ("accepted", "adapted")]
    if taken:
        steps.append(
            _each(
                (row.activities or row.materials for row in taken),
                mark("{n} input is taken up and linked to nothing"),
                mark("{n} inputs are taken up and linked to nothing"),
            )
        )
    return steps


def _materials(plan: Plan, results: Results) -> Steps:
    rows = plan.materials
    if not rows:
        return [Step(0, _("There is no material yet"))]
    existing = [row for row in rows if row.decision != "create"]
    steps = [
        _each(
            (row.decision for row in rows),
            mark("{n} material waits for a decision"),
            mark("{n} materials wait for a decision"),
        ),
        _each(
            (row.owner for row in rows),
            mark("{n} material has no owner"),
            mark("{n} materials have no owner"),
        ),
    ]
    if existing:
        steps.append(
            _each(
                ((row.n_raters or 0) >= 3 for row in existing),
                mark("{n} material has been rated by fewer than three"),
                mark("{n} materials have been rated by fewer than three"),
            )
        )
    return steps


def _brief(plan: Plan, results: Results) -> Steps:
    if not plan.briefs:
        return [Step(0, _("There is no brief yet"))]
    brief = plan.briefs.ordered[-1]
    headings = (
        brief.problem,
        brief.propositions,
        brief.proof,
        brief.goals,
        brief.segments,
        brief.mandatories,
        brief.measures,
        brief.budget is not None,
        brief.timing,
        brief.final_approvers,
    )
    approved = {
        row.function for row in plan.approvals if row.brief == brief.id and row.version == brief.version
    }
    blocking = [row for row in plan.questions if row.blocking]
    steps = [
        _each(
            headings, mark("{n} heading of the brief is empty"), mark("{n} headings of the brief are empty")
        ),
        _is(plan.questions, _("The agency has asked nothing yet")),
    ]
    if blocking:
        steps.append(
            _each(
                (row.status != "open" for row in blocking),
                mark("{n} blocking question is open"),
                mark("{n} blocking questions are open"),
            )
        )
    steps.append(
        Step(len(approved & {"marketing", "sales"}) / 2, _("Marketing or sales has not approved the brief"))
    )
    return steps


def _activities(plan: Plan, results: Results) -> Steps:
    rows = [row for row in plan.activities if is_counted(row)]
    if not rows:
        return [Step(0, _("There is no activity yet"))]
    phased = {cell.activity for cell in plan.lead_months if cell.likely is not None}
    demand = [row for row in rows if row.kind == "demand"]
    steps = [
        _each(
            (row.owner and row.start and row.end for row in rows),
            mark("{n} activity has no owner, start or end"),
            mark("{n} activities have no owner, start or end"),
        ),
        _each(
            (row.goals for row in rows),
            mark("{n} activity serves no goal"),
            mark("{n} activities serve no goal"),
        ),
        _each(
            ((row.sales_role or "").strip() for row in rows),
            mark("{n} activity gives sales no part"),
            mark("{n} activities give sales no part"),
        ),
    ]
    if demand:
        steps.append(
            _each(
                (row.id in phased for row in demand),
                mark("{n} activity has no leads by month"),
                mark("{n} activities have no leads by month"),
            )
        )
    return steps


def _budget(plan: Plan, results: Results) -> Steps:
    lines, budget = plan.budget_lines, results.budget
    envelope = _is(budget.envelope is not None, _("There is no envelope yet"))
    if not lines:
        return [envelope, Step(0, _("There is no budget line yet"))]
    return [
        envelope,
        _each(
            (budget.amount(line) is not None for line in lines),
            mark("{n} line has no amount"),
            mark("{n} lines have no amount"),
        ),
        _each((line.owner for line in lines), mark("{n} line has no lead"), mark("{n} lines have no lead")),
        _each(
            (line.priority for line in lines),
            mark("{n} line has no priority"),
            mark("{n} lines have no priority"),
        ),
        _is((budget.unallocated or 0) >= 0, _("The lines are more than the envelope")),
    ]


def _forecast(plan: Plan, results: Results) -> Steps:
    assumed = plan.funnel
    return [
        _is(known_rates(plan), _("The rates from lead to order are not complete")),
        _is(assumed.deal_likely is not None, _("The deal size is not known")),
        _is(assumed.lag_won, _("Nobody says how long it takes from lead to order")),
        _is(assumed.lag_opportunity, _("Nobody says how long it takes from lead to opportunity")),
        _is(plan.lead_months, _("No activity has leads by month")),
        _is(plan.prior_months, _("Last year's leads are not entered")),
        _is(assumed.baseline_likely is not None, _("Leads that come by themselves are not estimated")),
    ]


def _risks(plan: Plan, results: Results) -> Steps:
    return [
        _is(plan.risks, _("No risk is on the list yet")),
        _each(
            (row.owner and row.mitigation for row in plan.risks),
            mark("{n} risk has no owner or no answer"),
            mark("{n} risks have no owner or no answer"),
        ),
        _is(plan.premortems, _("No pre-mortem has been held")),
        _is(plan.decisions, _("No decision is recorded")),
        _is(any(row.prepared for row in plan.scenarios), _("No cut has been prepared for")),
    ]


def _agreement(plan: Plan, results: Results) -> Steps:
    ways = {(row.from_function, row.to_function) for row in plan.commitments}
    signed = {row.function for row in plan.signoffs}
    return [
        _is(("marketing", "sales") in ways, _("Marketing has promised sales nothing yet")),
        _is(("sales", "marketing") in ways, _("Sales has promised marketing nothing yet")),
        _each(
            (is_accepted(plan, row) for row in plan.commitments),
            mark("{n} promise has not been accepted"),
            mark("{n} promises have not been accepted"),
        ),
        _is("marketing" in signed, _("Marketing has not signed")),
        _is("sales" in signed, _("Sales has not signed")),
    ]


def _review(plan: Plan, results: Results) -> Steps:
    period, now = months.period(plan), months.month_of(results.as_of)
    over = [at for at in period if now is not None and at < now]
    if not over:
        first = _("Begins when {month} is over").format(month=month(period[0])) if period else ""
        return [Step(0, first or _("Begins when the first month is over"))]
    told = {row.month for row in plan.actuals if row.value is not None}
    return [
        _each(
            (at in told for at in over),
            mark("{n} month has no results yet"),
            mark("{n} months have no results yet"),
        ),
        _each(
            (results.budget.actual_by_month.get(at) is not None for at in over),
            mark("{n} month has no spending yet"),
            mark("{n} months have no spending yet"),
        ),
        _is(plan.promise_checks, _("No promise has been checked")),
    ]


_CHAPTERS: dict[str, Callable[[Plan, Results], Steps]] = {
    "context": _context,
    "goals": _goals,
    "customers": _customers,
    "stakeholders": _stakeholders,
    "sales_input": _sales_input,
    "materials": _materials,
    "brief": _brief,
    "activities": _activities,
    "budget": _budget,
    "forecast": _forecast,
    "risks": _risks,
    "agreement": _agreement,
    "review": _review,
}
