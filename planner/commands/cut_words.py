"""A cut for people: its sentence, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from planner.calc import months, words
from planner.calc.cut import AGREED, EQUAL, OPTIMAL, UNALLOCATED, Cut, consequence, plain
from planner.calc.results import Results
from planner.i18n import _, mark
from planner.model.plan import Plan

_POLICIES = {
    EQUAL: mark("Everything loses the same share"),
    AGREED: mark("By the agreed order"),
    OPTIMAL: mark("Where it costs least"),
}


def said(results: Results, policy: str, cut: Cut) -> Iterator[str]:
    """The lines about one policy."""
    plan = results.plan
    money = partial(words.whole_amount, currency=plan.facts.currency)
    period = months.period(plan)
    yield _(_POLICIES[policy])
    yield f"  {plain(consequence(cut, money, results.forecast.target, period[-1] if period else None))}"
    if cut.saved < cut.asked:
        text = _("Only {saved} of the {asked} asked for can still be cut.")
        yield "  " + text.format(saved=money(cut.saved), asked=money(cut.asked))
    if cut.peak_month is not None:
        peak = dict(cut.lost_by_month)[cut.peak_month]
        text = _("The deepest month is {month}: {amount} of orders are missing.")
        yield "  " + text.format(month=words.month(cut.peak_month), amount=money(peak))
    if cut.contribution_per_unit:
        text = _("Each {one} saved costs {each} of contribution.")
        one, each = (words.named(digits, plan.facts.currency) for digits in ("1", f"{cut.contribution_per_unit:,.2f}"))
        yield "  " + text.format(one=one, each=each)
    if cut.pipeline_before is not None and cut.pipeline_after is not None:
        text = _("Open pipeline at the end: {after} instead of {before}.")
        yield "  " + text.format(after=money(cut.pipeline_after), before=money(cut.pipeline_before))
    for goal in cut.goals_that_turn_red:
        row = plan.goals[goal.goal]
        text = _("{goal} is no longer met: {after} of {target}.")
        yield "  " + text.format(goal=row.title or row.code, after=money(goal.after), target=money(goal.target))
    broken = list(dict.fromkeys(_name(plan, promise.row) for promise in cut.promises_that_break))
    if broken:
        yield "  " + _("Promises to sales that break: {names}.").format(names=", ".join(broken))
    if cut.taken:
        parts = [f"{_line(plan, taken.key)} {money(taken.amount)}" for taken in cut.taken]
        yield "  " + _("Taken from: {lines}.").format(lines="; ".join(parts))


def _name(plan: Plan, id: str) -> str:
    row = plan.find(id)
    return (row.code or id) if row else id


def _line(plan: Plan, key: str) -> str:
    if key == UNALLOCATED:
        return _("not allocated")
    line = plan.budget_lines[key]
    return f"{line.code or ''} {line.description or ''}".strip()
