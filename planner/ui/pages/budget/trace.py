"""How the sum of the budget comes about: what it rests on, what is bound already, how it is divided, and the lines
behind each part."""

from collections.abc import Callable, Mapping

from planner.calc.benchmarks import benchmarks, revenue_share
from planner.calc.budget import CONTINGENCY, share_of
from planner.calc.results import Results
from planner.i18n import _, _n, mark
from planner.model.plan import SINGLETONS, BudgetLine, Money
from planner.model.words import whole_name
from planner.ui.numbers import numbers_of
from planner.ui.pages.budget.groups import By, group_of, group_order, group_title
from planner.ui.parts.trace import Trace, TraceLine, row
from planner.ui.reading import choice_words

TOTAL = "total"
_REVENUE = "revenue"
_ALL = "*"
"""Stands for all groups of a way in which the sum is divided."""
_BASES = ("quote", "last_year", "rule", "estimate", "guess")
_WAYS: dict[By, str] = {
    "side": mark("By the side that leads"),
    "priority": mark("By priority"),
    "category": mark("By category"),
}
_FIELDS: dict[By, str] = {"side": "owner", "priority": "priority", "category": "category"}
_MOST = 12
"""So many lines are listed, the largest first."""


def story(results: Results, key: str) -> Trace | None:
    """How the sum, or the part of it that a key names, comes about; None for a key that there is not."""
    kind, _colon, which = key.partition(":")
    if kind == TOTAL:
        return _total(results)
    if kind == _REVENUE:
        return _of_revenue(results)
    if kind == "basis" and which in (*_BASES, ""):
        return _part(results, _rests_on(which), "basis", lambda line: (line.basis or "") == which)
    if kind == "committed":
        return _part(results, _("Committed already"), "committed", lambda line: bool(line.committed))
    if kind == "surprises":
        return _part(results, _("Kept for surprises"), "", lambda line: line.category == CONTINGENCY)
    way = next((by for by in _WAYS if by == kind), None)
    if way is None:
        return None
    if which == _ALL:
        return _divided(results, way)
    name = group_title(results.plan, which, way)
    return _part(results, name, _FIELDS[way], lambda line: group_of(results.plan, line, way) == which)


def _of_revenue(results: Results) -> Trace | None:
    """The envelope as a share of revenue, with what others report beside it; None where it is not known."""
    plan, numbers, share = results.plan, numbers_of(results.plan), revenue_share(results.plan)
    if share is None:
        return None
    how = _(
        "The envelope, of the revenue that the plan aims at. What others report stands below for comparison: it is "
        "no target, and firms differ in whether they count salaries in."
    )
    facts = SINGLETONS["facts"]
    lines = [
        TraceLine(name=_("Envelope"), value=numbers.money(plan.facts.envelope), go=row(facts, "envelope")),
        TraceLine(name=_("Revenue target"), value=numbers.money(plan.facts.revenue_target),
                  go=row(facts, "revenue_target")),
    ]  # fmt: skip
    lines += [TraceLine(name=_(one.short), value=numbers.share(one.share)) for one in benchmarks("budget")
              if one.share is not None]  # fmt: skip
    name = _("Share of the revenue target")
    return Trace(name=name, value=numbers.share(round(share, 3)), how=how, lines=tuple(lines))


def _divided(results: Results, by: By) -> Trace:
    """The sum by side, priority or category, with the share of each; what stands under nothing comes last."""
    plan, budget, numbers = results.plan, results.budget, numbers_of(results.plan)
    sums: Mapping[str, Money] = {
        "side": budget.by_function,
        "priority": {str(priority): amount for priority, amount in budget.by_priority.items()},
        "category": budget.by_category,
    }[by]
    rest = (budget.total or 0) - sum(sums.values())
    groups = [group for group in group_order(plan, by) if group in sums]
    if by != "priority":
        groups.sort(key=lambda group: -sums[group])
    lines = []
    for group, amount in (*((group, sums[group]) for group in groups), *([("", rest)] if rest else [])):
        share = share_of(amount, budget.total)
        value = numbers.money(amount)
        if share is not None:
            value = _("{amount}, {share}").format(amount=value, share=numbers.share(round(share, 3)))
        lines.append(TraceLine(name=group_title(plan, group, by), value=value, go=f"trace:{by}:{group}"))
    how = {
        "side": _("Every line counts for the side of the person who leads it."),
        "priority": _("If money has to go, lines of priority 4 go first and those of priority 1 last."),
        "category": _("Every line counts for its own category."),
    }[by]
    total = numbers.money(budget.total) or _("not known yet")
    return Trace(name=_(_WAYS[by]), value=total, how=how, lines=tuple(lines))


def _total(results: Results) -> Trace:
    plan, budget, numbers = results.plan, results.budget, numbers_of(results.plan)
    count = sum(1 for line in plan.budget_lines if budget.amount(line) is not None)
    how = _n("{n} line with an amount.", "{n} lines with an amount, added up.", count).format(n=count)
    lines = [TraceLine(name=_("Envelope"), value=numbers.money(budget.envelope) or _("not known yet"),
                       go=row(SINGLETONS["facts"], "envelope"))]  # fmt: skip
    if budget.unallocated is not None:
        lines.append(TraceLine(name=_("Not given to anything"), value=numbers.money(budget.unallocated)))
    for basis in (*_BASES, ""):
        amount = sum(budget.amount(line) or 0 for line in plan.budget_lines if (line.basis or "") == basis)
        if amount:
            lines.append(TraceLine(name=_rests_on(basis), value=numbers.money(amount), go=f"trace:basis:{basis}"))
    for key, name, part in (
        ("committed", _("Committed already"), budget.committed),
        ("surprises", _("Kept for surprises"), budget.contingency),
    ):
        if part:
            lines.append(TraceLine(name=name, value=numbers.money(part), go=f"trace:{key}"))
    if budget.total:
        lines += [TraceLine(name=_(name), value="", go=f"trace:{by}:{_ALL}") for by, name in _WAYS.items()]
    share = revenue_share(plan)
    if share is not None:
        lines.append(TraceLine(name=_("Share of the revenue target"), value=numbers.share(round(share, 3)),
                               go=f"trace:{_REVENUE}"))  # fmt: skip
    value = numbers.money(budget.total) or _("not known yet")
    return Trace(name=_("Envelope used"), value=value, how=how, lines=tuple(lines))


def _rests_on(basis: str) -> str:
    return _("Rests on: {basis}").format(basis=choice_words(basis)) if basis else _("Nobody says what it rests on")


def _part(results: Results, name: str, field: str, wanted: Callable[[BudgetLine], bool]) -> Trace:
    plan, numbers = results.plan, numbers_of(results.plan)
    found = [(results.budget.amount(line) or 0, line) for line in plan.budget_lines if wanted(line)]
    found.sort(key=lambda pair: (-pair[0], pair[1].code or "", pair[1].id))
    how = _n("{n} line.", "{n} lines, the largest first.", len(found)).format(n=len(found))
    lines = tuple(TraceLine(name=whole_name(plan, line), value=numbers.money(amount), go=row(line.id, field))
                  for amount, line in found[:_MOST])  # fmt: skip
    return Trace(name=name, value=numbers.money(sum(amount for amount, _line in found)), how=how, lines=lines)
