"""What stands in the tables of the pack, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planner.calc import months
from planner.calc import words as said
from planner.calc.results import Results
from planner.calc.runs import words_of
from planner.calc.serving import in_order, served, served_name
from planner.charts import words
from planner.charts.paper import sees
from planner.charts.paper.facts import target_words, value_of
from planner.i18n import _, mark
from planner.model.plan import Audience, Plan

_STATES = {
    "accepted": mark("Accepted"), "adapted": mark("Adapted"), "parked": mark("Parked"), "declined": mark("Declined"),
    "new": mark("Not answered yet"), "discussed": mark("Not answered yet"),
}  # fmt: skip
_MOST_RISKS = 10


@dataclass(frozen=True)
class Table:
    """A table of the pack."""

    title: str
    purpose: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    """How the width is shared out."""
    figures: frozenset[int] = field(default=frozenset())
    """Columns with figures, which stand right."""


def tables_of(plan: Plan, results: Results, audience: Audience) -> Iterator[Table]:
    """The tables that have rows, without what the audience may not see."""
    money = sees(audience, "amount", "planned")
    for table in (
        _goals(plan), _inputs(plan), _activities(plan, results, money), *([_budget(plan, results)] if money else []),
        _promises(plan), _risks(plan), _decisions(plan), _questions(plan),
    ):  # fmt: skip
        if table.rows:
            yield table


def _goals(plan: Plan) -> Table:
    rows = [
        (goal.title or "", value_of(plan, goal, goal.baseline), value_of(plan, goal, goal.target), words.day(goal.due),
         _owner(plan, goal.owner_marketing), _owner(plan, goal.owner_sales))
        for goal in plan.goals
    ]  # fmt: skip
    heads = (_("Goal"), _("Today"), _("Target"), _("By"), _("Marketing half"), _("Sales half"))
    return Table(_("What we want"), _("Every goal has a marketing half and a sales half."), heads, rows,
                 (5, 1.2, 1.2, 1.5, 2, 2), frozenset((1, 2)))  # fmt: skip


def _owner(plan: Plan, id: str | None) -> str:
    return said.person(plan, id) if id else _("open")


def _inputs(plan: Plan) -> Table:
    rows = []
    for row in plan.sales_inputs:
        if row.merged_into is None:
            named = [plan.activities[id].title or "" for id in row.activities if id in plan.activities]
            named += [plan.materials[id].name or "" for id in row.materials if id in plan.materials]
            done = row.response or row.decline_reason or ", ".join(named)
            rows.append((said.person(plan, row.given_by), row.text or "", _(_STATES.get(row.status, row.status)), done))
    heads = (_("Said by"), _("In their words"), _("Answer"), _("What the plan does with it"))
    return Table(
        _("What we were told, and what we do"), _("Every input gets an answer."), heads, rows, (1.8, 4.6, 1.5, 4.2)
    )


def _activities(plan: Plan, results: Results, money: bool) -> Table:
    rows = []
    for row in sorted(plan.activities, key=lambda row: row.start or ""):
        if row.status == "cancelled":
            continue
        when = words_of(plan, row, words.month)
        cost = results.budget.by_activity.get(row.id)
        made = [row.title or "", when, said.person(plan, row.owner) if row.owner else "", row.sales_role or ""]
        if money:
            made.append(words.amount(cost, plan.facts.currency) if cost is not None else "")
        rows.append(made)
    heads = [_("Activity"), _("When"), _("Lead"), _("What sales does in it"), *([_("Cost")] if money else [])]
    shares = (4.6, 1.9, 1.8, 3.4, *((1.1,) if money else ()))
    return Table(_("What we do"), "", heads, rows, shares, frozenset((4,)))


def _budget(plan: Plan, results: Results) -> Table:
    """By goal and quarter: money of an activity stands under the goal that it serves first."""
    period = months.period(plan)
    quarters = [period[place : place + 3] for place in range(0, len(period), 3)]
    by_month = results.budget.by_activity_month
    sums: dict[str, list[int]] = {}
    for id, cells in by_month.items():
        row = sums.setdefault(served(plan, plan.activities.get(id)), [0] * len(quarters))
        for place, quarter in enumerate(quarters):
            row[place] += sum(cells.get(month, 0) for month in quarter)
    currency = plan.facts.currency
    rows = [
        [served_name(plan, id), *(words.amount(value, currency) for value in (*sums[id], sum(sums[id])))]
        for id in in_order(plan, sums)
    ]
    heads = [
        _("For the goal"),
        *(words.month(quarter[0], True) + "–" + words.month(quarter[-1]) for quarter in quarters),
        _("In all"),
    ]
    shares = (4.5, *([1.3] * len(quarters)), 1.4)
    return Table(_("What it costs"), _("Money of activities, by the goal that they serve first."), heads, rows, shares,
                 frozenset(range(1, len(quarters) + 2)))  # fmt: skip


def _promises(plan: Plan) -> Table:
    rows = []
    for row in plan.commitments:
        sides = " → ".join(_side(side) for side in (row.from_function, row.to_function))
        rows.append((sides, row.promise or "", target_words(row), row.if_missed or ""))
    heads = (_("Who to whom"), _("Promise"), _("How much"), _("If missed, we will"))
    return Table(_("What we promise each other"), "", heads, rows, (2.2, 4.6, 3, 2.6))


def _side(side: str | None) -> str:
    return words.voice(side) if side in words.VOICE_WORDS else (side or "")


def _risks(plan: Plan) -> Table:
    found = [row for row in plan.risks if row.status != "closed"]
    found.sort(key=lambda row: -((row.probability or 0) * (row.impact or 0)))
    rows = []
    for row in found[:_MOST_RISKS]:
        owner = said.person(plan, row.owner) if row.owner else ""
        weight = (str(row.probability or "–"), str(row.impact or "–"))
        rows.append((row.statement or "", *weight, row.mitigation or _("no answer yet"), owner))
    heads = (_("What could go wrong"), _("Likely"), _("Heavy"), _("What we do about it"), _("Owner"))
    return Table(_("What could go wrong"), "", heads, rows, (4.6, 0.8, 0.8, 4, 1.9), frozenset((1, 2)))


def _decisions(plan: Plan) -> Table:
    rows = []
    for row in sorted(plan.decisions, key=lambda row: row.date or "", reverse=True):
        if row.status != "superseded":
            who = said.listing([said.person(plan, id) for id in row.approvers])
            rows.append((words.day(row.date), row.decision or "", who, row.rationale or ""))
    return Table(
        _("What was decided"), "", (_("On"), _("Decision"), _("Decided by"), _("Because")), rows, (1.4, 4.8, 1.9, 4)
    )


def _questions(plan: Plan) -> Table:
    rows = [
        (row.question or "", said.person(plan, row.asked_by) if row.asked_by else "",
         _("Work waits for it") if row.blocking else "", words.day(row.due))
        for row in plan.questions if row.status == "open"
    ]  # fmt: skip
    return Table(_("What is still open"), "", (_("Question"), _("Asked by"), "", _("Needed by")), rows, (7, 2, 2, 1.4))
