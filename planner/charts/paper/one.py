"""The plan on one page: the end goal, its chance, the goals with their halves, what is done when, promises, the cut."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from planner.calc import months
from planner.calc.cut import plain
from planner.calc.money import to_major
from planner.calc.results import Results
from planner.calc.runs import stretches_of
from planner.calc.voices import voice_of_person
from planner.charts import colours, style, words
from planner.charts.paper import sees
from planner.charts.paper.facts import chance, cut_words, headline, likely_of, promised, usual_cut, value_of
from planner.charts.paper.page import BODY, LYING, SMALL, Paper, agreed, dated, first_name
from planner.charts.sheet import clean, measured
from planner.i18n import _, figure, in_currency, quoted
from planner.model.plan import Activity, Audience, Goal, Plan

_ROWS, _ROW = 11, 35.0
_NAMES, _MOST_NAMES = 340.0, 460.0


def draw(plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
    """One lying page. Nothing is shown that the audience may not see."""
    if not plan.goals and not plan.activities:
        return ()
    page = Paper(plan, LYING, 70, ", ".join((_("One page"), dated(plan, results))))
    y = _head(page, plan, results, audience)
    y = _goals(page, plan, results, audience, y + 34)
    y = _timeline(page, plan, results, audience, y + 40)
    _below(page, plan, results, audience, y + 16)
    page.foot(agreed(plan, results))
    return (page.figure,)


def _head(page: Paper, plan: Plan, results: Results, audience: Audience) -> float:
    figures: list[tuple[str, str]] = []
    currency = plan.facts.currency
    forecast = results.forecast
    if sees(audience, "rate", "most_likely") and forecast.order_intake is not None:
        figures.append((words.amount(forecast.order_intake, currency), _("likely")))
        if (hit := chance(results)) is not None:
            figures.append((words.chance(hit), _("chance of the goal")))
    total = results.budget.total
    if sees(audience, "amount", "planned") and total is not None:
        envelope = results.budget.envelope
        of = _("of {envelope}").format(envelope=words.amount(envelope, currency)) if envelope else _("planned")
        figures.append((words.amount(total, currency), of))
    x = page.right - 182.0 * len(figures)
    y = page.title(page.top + 6, headline(plan), 42, x - page.left - 40)
    for place, (shown, under) in enumerate(figures):
        at = x + 182 * place
        page.line((at, at), (page.top + 20, page.top + 92), colours.STRONG)
        page.figure_over(at + 18, page.top + 52, 182 - 36, shown, under)
    brief = next(iter(plan.briefs), None)
    if brief is not None and brief.propositions:
        said = quoted(brief.propositions[0])
        y += 34
        page.text(page.left, y, words.fit(clean(said), x - page.left - 40, measured(20, 400, style.SERIF)), 20,
                  colours.MUTED, family=style.SERIF)  # fmt: skip
    return max(y, page.top + 92)


def _goals(page: Paper, plan: Plan, results: Results, audience: Audience, y: float) -> float:
    goals = list(plan.goals)[:4]
    if not goals:
        return y
    gap = 24.0
    wide = (page.right - page.left - gap * (len(goals) - 1)) / len(goals)
    px = min(_heading(clean(goal.title or ""), wide - 40) for goal in goals)
    for place, goal in enumerate(goals):
        _goal(page, plan, results, audience, goal, page.left + place * (wide + gap), y, wide, px)
    return y + 206


def _goal(
    page: Paper,
    plan: Plan,
    results: Results,
    audience: Audience,
    goal: Goal,
    x: float,
    y: float,
    wide: float,
    px: float,
) -> None:
    page.rounded(x, y, wide, 206, 7, "none", edgecolor=colours.STRONG, linewidth=0.8)
    left, right = x + 20, x + wide - 20
    name = words.lines(clean(goal.title or ""), right - left, measured(px, 500, style.SERIF), 2)
    for place, line in enumerate(name):
        page.text(left, y + 34 + px * 1.3 * place, line, px, weight=500, family=style.SERIF)
    base, at = y + 104, left
    values = (value_of(plan, goal, goal.baseline), "→", value_of(plan, goal, goal.target))
    for value, colour in zip(values, (colours.MUTED, colours.MUTED, colours.INK), strict=True):
        page.text(at, base, value, 25, colour, 600, family=style.SANS if value == "→" else style.DISPLAY)
        at += measured(25, 600, style.DISPLAY)(value) + 12
    likely = likely_of(results, goal) if sees(audience, "rate", "most_likely") else None
    _track(page, goal, likely, left, base + 22, right - left)
    if likely is not None and goal.target is not None:
        enough = likely >= goal.target
        said = _("likely {value}").format(value=value_of(plan, goal, likely))
        # Beside the figures where there is room, else below the line, beside who has the first half.
        level = base if at + measured(SMALL, 600)(said) < right else y + 164
        page.text(right, level, said, SMALL, colours.FINE_TEXT if enough else colours.LOOK_TEXT, 600, at="right")
    for place, (voice, owner) in enumerate((("marketing", goal.owner_marketing), ("sales", goal.owner_sales))):
        foot = y + 164 + 26 * place
        page.glyph(voice, left, foot - 5, 13)
        who = first_name(plan, owner)
        page.text(left + 28, foot, who or _("open"), BODY, colours.WORDS[voice] if who else colours.LOOK_TEXT)


def _heading(title: str, room: float) -> float:
    """The largest size in which a title is whole on two lines; the usual one where none is small enough."""
    sizes = (19.0, 17.0, 15.0)
    for px in sizes:
        name = words.lines(title, room, measured(px, 500, style.SERIF), 2)
        if " ".join(name) == " ".join(title.split()):
            return px
    return sizes[0]


def _track(page: Paper, goal: Goal, likely: float | None, x: float, y: float, wide: float) -> None:
    """From zero: solid to the baseline, pale to the target, a tick at the target, a triangle at what is likely."""
    values = [value for value in (goal.baseline, goal.target, likely) if value is not None]
    most = max(values, default=0.0) * 1.15
    page.rounded(x, y, wide, 9, 4.5, "#ECE9E2")
    if most <= 0:
        return
    if goal.target is not None:
        page.rounded(x, y, max(wide * max(goal.target, 0) / most, 9), 9, 4.5, "#C4CDD3")
    if goal.baseline:
        page.rounded(x, y, max(wide * max(goal.baseline, 0) / most, 9), 9, 4.5, colours.BLUE)
    if goal.target is not None:
        at = x + wide * goal.target / most
        page.line((at, at), (y - 5, y + 14), colours.INK, 2.2)
    if likely is not None:
        at = x + wide * max(likely, 0) / most
        good = goal.target is None or likely >= goal.target
        page.shape([(at - 5, y - 12), (at + 5, y - 12), (at, y - 4)], colours.FINE if good else colours.LOOK)


def _timeline(page: Paper, plan: Plan, results: Results, audience: Audience, y: float) -> float:
    period = months.period(plan)
    rows = sorted(
        (row for row in plan.activities if row.status != "cancelled" and row.start and row.end),
        key=lambda row: (row.start or "", row.end or ""),
    )
    money = results.budget.by_activity if sees(audience, "amount", "planned") else {}
    page.text(page.left, y, _("What we do"), 20, weight=500, family=style.SERIF)
    if not period or not rows:
        page.text(page.left, y + 40, _("Nothing has its months yet."), BODY, colours.MUTED)
        return y + 60
    shown = _most_costly(rows, money, _ROWS)
    widest = max(measured(BODY, 500)(clean(row.title or "")) for row in shown)
    first = page.left + min(max(_NAMES, widest + 66), _MOST_NAMES)
    step = (page.right - 70 - first) / len(period)
    for place, month in enumerate(period):
        page.text(first + step * (place + 0.5), y, words.month(month), SMALL, colours.MUTED, at="center")
    if money:
        unit = in_currency(words.sign(plan.facts.currency), "", "k")
        page.text(page.right, y, unit, SMALL, colours.MUTED, at="right")
    top = y + 14
    page.rule(top)
    foot = top + _ROW * len(shown)
    for place, month in enumerate(period):
        if place and months.index(month) % 3 == 0:
            page.line((first + step * place,) * 2, (top, foot), colours.HAIRLINE)
    for place, row in enumerate(shown):
        line = top + _ROW * place
        _bar(page, plan, row, first, step, period, line)
        if money:
            page.text(page.right, line + 23, _thousands(money.get(row.id), plan), BODY, weight=600, at="right")
        page.hairline(line + _ROW)
    page.rule(foot)
    rest = len(rows) - len(shown)
    if rest:
        costs = sum(money.get(row.id, 0) for row in rows if row not in shown)
        page.text(page.left + 26, foot + 24, _("and {n} smaller").format(n=rest), BODY, colours.MUTED)
        if money:
            page.text(page.right, foot + 24, _thousands(costs, plan), BODY, weight=600, at="right")
        foot += _ROW
    return foot + 8


def _most_costly(rows: list[Activity], money: dict[str, int], most: int) -> list[Activity]:
    if len(rows) <= most:
        return rows
    kept = sorted(rows, key=lambda row: -money.get(row.id, 0))[: most - 1]
    return [row for row in rows if row in kept]


def _bar(
    page: Paper, plan: Plan, row: Activity, first: float, step: float, period: tuple[str, ...], top: float
) -> None:
    voice = voice_of_person(plan, row.owner)
    page.glyph(voice, page.left, top + _ROW / 2, 12)
    room = first - page.left - 40
    name = words.lines(clean(row.title or ""), room, measured(BODY, 500), 1)
    if name and name[0].endswith("…"):
        name = words.lines(clean(row.title or ""), room, measured(SMALL, 500), 2)
    for place, line in enumerate(name):
        px, base = (BODY, top + 23) if len(name) == 1 else (SMALL, top + 15 + 15 * place)
        page.text(page.left + 26, base, line, px, weight=500)
    helper = "sales" if row.sales_role and voice != "sales" else ""
    for start, last in stretches_of(plan, row):
        begin = max(start - months.index(period[0]), 0)
        end = min(last - months.index(period[0]), len(period) - 1)
        if end < begin:
            continue
        x, wide = first + step * begin, step * (end - begin + 1)
        page.rounded(x, top + 9, wide, 11 if helper else 16, 4, colours.FILL[voice])
        if helper:
            page.rounded(x, top + 21, wide, 5, 2.5, colours.FILL[helper])


def _below(page: Paper, plan: Plan, results: Results, audience: Audience, y: float) -> None:
    columns = [
        ("marketing", _("Marketing promises sales"), promised(plan, "marketing", "sales")),
        ("sales", _("Sales promises marketing"), promised(plan, "sales", "marketing")),
    ]
    if sees(audience, "rate", "most_likely") and (cut := usual_cut(plan, results)) is not None:
        columns.append(("shared", _("If money is cut"), [plain(cut_words(plan, results, cut))]))
    wide = (page.right - page.left) / len(columns)
    for place, (voice, title, lines) in enumerate(columns):
        x = page.left + wide * place + (18 if place else 0)
        if place:
            page.line((x - 18, x - 18), (y, y + 106), colours.STRONG)
        page.glyph(voice, x, y + 16, 14)
        page.text(x + 30, y + 22, title, 17, colours.WORDS[voice], 500, family=style.SERIF)
        base = y + 52
        most = {1: 3, 2: 2}.get(len(lines), 1)  # as many lines each as the page has below
        for line in lines[:3] or [_("nothing yet")]:
            base = page.paragraph(x, base, line, wide - 40, BODY, most=most, step=21) + 4
            if base > page.bottom - 10:
                break


def _thousands(amount: int | None, plan: Plan) -> str:
    return "" if amount is None else figure(f"{to_major(amount, plan.facts.currency) / 1000:,.0f}")
