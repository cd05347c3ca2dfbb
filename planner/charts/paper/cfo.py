"""What the money buys, activity by activity: cost, range of leads, what it rests on, who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.figure import Figure

from planner.calc import funnel
from planner.calc.completion import NAMES, completion_of
from planner.calc.cut import plain
from planner.calc.results import Results
from planner.calc.serving import in_order, served, served_name
from planner.calc.voices import voice_of_person
from planner.charts import colours, style, words
from planner.charts.paper import sees
from planner.charts.paper.facts import cut_words, usual_cut, value_of
from planner.charts.paper.page import BODY, SMALL, TALL, Paper, agreed, dated, first_name
from planner.charts.sheet import clean, measured, within
from planner.i18n import _, _n, figure, in_sentence, mark
from planner.model.plan import Activity, Audience, Plan

_ROW, _GROUP = 50.0, 32.0
_ROWS = 17
_BASIS = {"quote": mark("quote"), "estimate": mark("estimate"), "guess": mark("guess"),
          "last_year": mark("last year"), "rule": mark("rule")}  # fmt: skip
_JUDGED = ("estimate", "guess")
_AT = {"cost": 350.0, "leads": 376.0, "range": 466.0, "rests": 566.0, "by": 924.0}


def draw(plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
    """One upright page; rows shrink to what fits, the least costly become one line."""
    total = results.budget.total
    if total is None:
        return ()
    page = Paper(plan, TALL, 68, ", ".join((_("For finance"), dated(plan, results))))
    currency = plan.facts.currency
    y = page.title(
        page.top - 2, _("What {money} buys, and how sure we are").format(money=words.amount(total, currency)), 36
    )
    y = _figures(page, plan, results, y + 24)
    y = _derivations(page, plan, results, y + 34)
    if sees(audience, "amount", "actual"):
        y = _ending(page, plan, results, y)
    y = _table(page, plan, results, y + 10)
    _cut(page, plan, results, y + 16)
    page.foot(agreed(plan, results), _("Every figure stands in the workbook, sheet Forecast."))
    return (page.figure,)


def _figures(page: Paper, plan: Plan, results: Results, y: float) -> float:
    currency, budget, forecast = plan.facts.currency, results.budget, results.forecast
    boxes: list[tuple[str, str, str]] = []
    of = _("of {envelope}").format(envelope=words.amount(budget.envelope, currency)) if budget.envelope else ""
    kept = _("{money} is not given to anything").format(money=words.amount(budget.unallocated or 0, currency))
    boxes.append((words.amount(budget.total or 0, currency), of, kept))
    if forecast.order_intake is not None:
        goal = _("Goal {goal}").format(goal=words.amount(forecast.target, currency)) if forecast.target else ""
        boxes.append((words.amount(forecast.order_intake, currency), _("likely orders"), goal))
    if (drawn := results.simulation) is not None:
        low, high = (words.amount(value, currency) for value in (drawn.counted.p10, drawn.counted.p90))
        boxes.append((_("{low} to {high}").format(low=low, high=high), "", _("one in ten either side")))
        if drawn.counted.p_hit is not None:
            boxes.append((words.chance(drawn.counted.p_hit), _("chance"), _("of reaching the goal or more")))
    wide = (page.right - page.left) / len(boxes)
    for place, (shown, beside, under) in enumerate(boxes):
        x = page.left + wide * place + (14 if place else 0)
        if place:
            page.line((x - 14, x - 14), (y, y + 60), colours.STRONG)
        px = within(page.left + wide * (place + 1) - 14 - x, shown, 30 if len(shown) < 10 else 22, 600, style.DISPLAY)
        page.text(x, y + 28, shown, px, weight=600, family=style.DISPLAY)
        after = x + measured(px, 600, style.DISPLAY)(shown) + 8
        beside = words.fit(beside, x + wide - after - 20, measured(SMALL))
        page.text(after, y + 28, beside.removeprefix("…"), SMALL, colours.MUTED)
        page.text(x, y + 56, words.fit(under, wide - 24, measured(SMALL)), SMALL, colours.MUTED)
    page.hairline(y + 80)
    return y + 80


def _derivations(page: Paper, plan: Plan, results: Results, y: float) -> float:
    """How leads become orders, with the rates and where they come from."""
    forecast = results.forecast
    if forecast.expected_by_stage and forecast.end_to_end_rate is not None:
        stages = [f"{words.count(count)} {in_sentence(words.stage(name))}" for name, count in
                  zip(forecast.stages, forecast.expected_by_stage, strict=True)]  # fmt: skip
        rates = [words.percent(rate) for rate in funnel.known_rates(plan) or ()]
        chain = stages[0] + "".join(
            f", {rate} → {stage}" for (_before, stage), rate in zip(pairwise(stages), rates, strict=False)
        )
        y = _reason(page, y, _("How leads become orders:"), chain + ". " + _evidence(plan))
    if forecast.order_intake is not None and plan.funnel.deal_likely:
        currency = plan.facts.currency
        text = _(
            "{leads} leads land in time (carried over {carried}, planned {planned}, by themselves {inbound}); "
            "{deals} orders of {deal} come to {orders}."
        ).format(
            leads=words.count(forecast.effective_leads or 0),
            carried=words.count(forecast.carry_in_leads or 0),
            planned=words.count(forecast.plan_leads_landing or 0),
            inbound=words.count(forecast.baseline_leads_landing or 0),
            deals=words.count(forecast.deals or 0),
            deal=words.amount(plan.funnel.deal_likely, currency),
            orders=words.amount(forecast.order_intake, currency),
        )
        y = _reason(page, y, _("How orders reach this:"), text)
    return y


def _ending(page: Paper, plan: Plan, results: Results, y: float) -> float:
    """What the whole budget comes to, in the way that fits, and how far the other ways lie apart."""
    found = completion_of(results)
    end = None if found is None else found.ends[found.fits]
    if found is None or end is None:
        return y
    currency = plan.facts.currency
    others = [value for way, value in found.ends.items() if way != found.fits and value is not None]
    text = _(
        "{spent} is spent of {budget}, and what is done was planned at {done}. {why}, it comes to {end}; "
        "the other ways to reckon on say {low} to {high}."
    ).format(
        spent=words.amount(round(found.earned.ac), currency),
        budget=words.amount(round(found.earned.bac), currency),
        done=words.amount(round(found.earned.ev), currency),
        why=_(NAMES[found.fits]),
        end=words.amount(round(end), currency),
        low=words.amount(round(min(others)), currency),
        high=words.amount(round(max(others)), currency),
    )
    return _reason(page, y, _("How it will end:"), text)


def _reason(page: Paper, y: float, name: str, text: str) -> float:
    measure = measured(16, 400, style.SERIF)
    lines = words.lines(clean(f"{name} {text}"), page.right - page.left, measure, 3)
    for place, line in enumerate(lines):
        if not place and line.startswith(name):
            page.text(page.left, y, name, 16, weight=600, family=style.SERIF)
            at = page.left + measured(16, 600, style.SERIF)(name) + 12
            page.text(at, y, line[len(name) + 1 :], 16, family=style.SERIF)
        else:
            page.text(page.left, y, line, 16, family=style.SERIF)
        y += 25
    return y + 8


def _evidence(plan: Plan) -> str:
    counted = [row.n for row in plan.rates if row.n]
    said = next((row.evidence for row in plan.rates if row.evidence), "")
    if counted:
        return _("Rates counted on {n} cases and more.").format(n=figure(f"{min(counted):,}"))
    return said or _("The rates are judgement.")


def _table(page: Paper, plan: Plan, results: Results, y: float) -> float:
    x = page.left
    page.rule(y)
    heads = (
        (0, _("Goal and activity")),
        (_AT["leads"], _("Leads: likely, low to high")),
        (_AT["rests"], _("What it rests on")),
        (_AT["by"], _("Led by")),
    )
    for at, head in heads:
        page.text(x + at if at else x, y + 23, head, SMALL, weight=600)
    page.text(x + _AT["cost"] - 20, y + 23, _("Cost"), SMALL, weight=600, at="right")
    y += 34
    page.rule(y)
    most = max((row.leads_high or row.leads_likely or 0 for row in plan.activities), default=0) or 1
    room = page.bottom - y - 190
    groups = _groups(plan, results)
    rows = sum(len(found) for _goal, found in groups)
    high = max(38.0, min(_ROW, (room - _GROUP * len(groups) - 40) / max(rows, 1)))
    fit = int((room - _GROUP * len(groups) - 40) // high)
    kept = _kept(groups, results, fit)
    for name, found in groups:
        y = _group(page, plan, results, y, name, found)
        for activity in found:
            if activity.id in kept:
                y = _activity(page, plan, results, y, activity, high, most)
        left = [activity for activity in found if activity.id not in kept]
        if left:
            cost = words.amount(sum(results.budget.by_activity.get(row.id, 0) for row in left), plan.facts.currency)
            page.text(x + 30, y + 22, _("and {n} smaller").format(n=len(left)), SMALL, colours.MUTED)
            page.text(x + _AT["cost"] - 20, y + 22, cost, BODY, weight=600, at="right")
            y += 32
            page.hairline(y)
    return _sum(page, plan, results, y)


Groups = list[tuple[str, list[Activity]]]


def _groups(plan: Plan, results: Results) -> Groups:
    """Activities with money under the goal that they serve first, under all goals, or without one."""
    found: dict[str, list[Activity]] = {}
    for row in plan.activities:
        if row.status != "cancelled" and row.id in results.budget.by_activity:
            found.setdefault(served(plan, row), []).append(row)
    return [(id, found[id]) for id in in_order(plan, found)]


def _kept(groups: Groups, results: Results, fit: int) -> set[str]:
    rows = [row for _goal, found in groups for row in found]
    if len(rows) <= fit:
        return {row.id for row in rows}
    money = results.budget.by_activity
    return {row.id for row in sorted(rows, key=lambda row: -money.get(row.id, 0))[: max(fit - len(groups), 1)]}


def _group(page: Paper, plan: Plan, results: Results, y: float, id: str, found: list[Activity]) -> float:
    goal = plan.goals.get(id)
    page.rect(page.left, y, page.right - page.left, _GROUP, "#F4F2ED")
    px = 16.0
    shown = words.fit(clean(served_name(plan, id)), 560, measured(px, 500, style.SERIF))
    page.text(page.left + 8, y + 22, shown, px, weight=500, family=style.SERIF)
    if goal is not None and goal.target is not None:
        after = page.left + 30 + measured(px, 500, style.SERIF)(shown)
        said = _("{before} to {after}").format(
            before=value_of(plan, goal, goal.baseline), after=value_of(plan, goal, goal.target)
        )
        page.text(after, y + 22, said, SMALL, colours.MUTED)
    cost = sum(results.budget.by_activity.get(row.id, 0) for row in found)
    page.text(page.right - 8, y + 22, words.amount(cost, plan.facts.currency), BODY, weight=600, at="right")
    return y + _GROUP


def _activity(page: Paper, plan: Plan, results: Results, y: float, row: Activity, high: float, most: float) -> float:
    x, middle = page.left, y + high / 2
    page.glyph(voice_of_person(plan, row.owner), x + 8, middle, 12)
    name = words.lines(clean(row.title or ""), 230, measured(SMALL, 500), 2)
    for place, line in enumerate(name):
        page.text(x + 32, middle + 5 - 9 * (len(name) - 1) + 18 * place, line, SMALL, weight=500)
    basis = _basis(plan, row)
    right = x + _AT["cost"] - 20
    cost = words.amount(results.budget.by_activity[row.id], plan.facts.currency)
    page.text(right, middle - 2, cost, SMALL, weight=600, at="right")
    source = _(_BASIS[basis]) if basis in _BASIS else _("no basis")
    page.text(right, middle + 16, source, SMALL, colours.MUTED, at="right")
    if row.leads_likely:
        page.text(x + _AT["leads"] + 6, middle - 2, words.count(row.leads_likely), SMALL, weight=600)
        said = _("{low} to {high}").format(low=words.count(row.leads_low or 0), high=words.count(row.leads_high or 0))
        page.text(x + _AT["leads"] + 6, middle + 16, said, SMALL, colours.MUTED)
        _range(page, row, x + _AT["range"], middle, most)
    else:
        page.text(x + _AT["leads"] + 6, middle + 5, _("no leads of its own"), SMALL, colours.MUTED)
    if basis in _JUDGED:
        page.circle(x + _AT["rests"] - 12, middle, 4, "none", edgecolor=colours.INK, linewidth=1)
    rests = _rests(plan, row)
    lines = words.lines(clean(rests), _AT["by"] - _AT["rests"] - 20, measured(SMALL), 2)
    for place, line in enumerate(lines):
        page.text(x + _AT["rests"], middle + 5 - 9 * (len(lines) - 1) + 18 * place, line, SMALL)
    page.text(x + _AT["by"], middle + 5, words.fit(first_name(plan, row.owner), 70, measured(SMALL)), SMALL)
    page.hairline(y + high)
    return y + high


def _range(page: Paper, row: Activity, x: float, y: float, most: float) -> None:
    wide = 76.0
    page.line((x, x + wide), (y, y), colours.STRONG)
    low, likely, high = ((value or 0) / most * wide for value in (row.leads_low, row.leads_likely, row.leads_high))
    page.rounded(x + low, y - 5, max(high - low, 2), 10, 2, "#C4CDD3")
    page.line((x + likely, x + likely), (y - 9, y + 9), colours.INK, 3)


def _basis(plan: Plan, row: Activity) -> str:
    """The weakest basis of the lines of an activity."""
    order = ("guess", "estimate", "rule", "last_year", "quote")
    found = {line.basis for line in plan.budget_lines if line.activity == row.id and line.basis}
    return next((basis for basis in order if basis in found), "")


def _rests(plan: Plan, row: Activity) -> str:
    """What is known that speaks for the figure: last time's result, else whose words it answers."""
    if row.last_result:
        return row.last_result
    asked = [plan.sales_inputs[id] for id in row.sales_inputs if id in plan.sales_inputs]
    if asked:
        return _("Answers {name}: “{text}”").format(name=first_name(plan, asked[0].given_by), text=asked[0].text or "")
    return _("Nothing is written down that it rests on.")


def _sum(page: Paper, plan: Plan, results: Results, y: float) -> float:
    page.rule(y)
    x, currency = page.left, plan.facts.currency
    page.text(x + 8, y + 25, _("Planned for activities"), BODY, weight=600)
    money = results.budget.by_activity
    page.text(x + _AT["cost"] - 20, y + 25, words.amount(sum(money.values()), currency), BODY, weight=600, at="right")
    leads = [row for row in plan.activities if row.leads_likely and row.status != "cancelled"]
    if leads:
        page.text(
            x + _AT["leads"] + 6, y + 25, words.count(sum(row.leads_likely or 0 for row in leads)), BODY, weight=600
        )
        page.text(
            x + _AT["rests"],
            y + 25,
            _("Ranges do not add up: not everything goes badly at once."),
            SMALL,
            colours.MUTED,
        )
    page.rule(y + 38)
    judged = sum(money.get(row.id, 0) for row in plan.activities if _basis(plan, row) in _JUDGED)
    page.circle(x + 5, y + 56, 4, "none", edgecolor=colours.INK, linewidth=1)
    said = _("rests on judgement, not on a quote or a count of ours: {judged} of {total}.").format(
        judged=words.amount(judged, currency), total=words.amount(sum(money.values()), currency)
    )
    other = (results.budget.total or 0) - sum(money.values())
    if other > 0:
        said += " " + _("{money} more is kept for what nobody foresees or belongs to no activity.").format(
            money=words.amount(other, currency)
        )
    page.text(x + 18, y + 61, words.fit(clean(said), page.right - x - 20, measured(SMALL)), SMALL)
    return y + 74


def _cut(page: Paper, plan: Plan, results: Results, y: float) -> None:
    cut = usual_cut(plan, results)
    if cut is None:
        return
    said = plain(cut_words(plan, results, cut))
    broken = sum(outcome.breaks for outcome in cut.promises)
    if broken:
        said += " " + _n("{n} promise to sales breaks.", "{n} promises to sales break.", broken).format(n=broken)
    lines = words.lines(clean(said), page.right - page.left - 40, measured(17, 400, style.SERIF), 3)
    high = 52.0 + 26 * len(lines)
    page.rounded(page.left, y, page.right - page.left, high, 4, "none", edgecolor=colours.INK, linewidth=1.1)
    page.text(page.left + 20, y + 30, _("If it is cut"), 18, weight=500, family=style.SERIF)
    for place, line in enumerate(lines):
        page.text(page.left + 20, y + 60 + 26 * place, line, 17, family=style.SERIF)
