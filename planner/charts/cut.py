"""The cut with its lag: what is saved and when, what is lost and when, and what the other ways of cutting lose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from matplotlib.figure import Figure

from planner.calc import months
from planner.calc import words as said
from planner.calc.cut import POLICIES, Cut, CutRequest, consequence, plain, request_of, saved_by_month
from planner.calc.cut.request import AGREED, EQUAL, OPTIMAL
from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.axis import Columns
from planner.charts.sheet import Sheet, clean, measured, started, without
from planner.i18n import _, mark
from planner.model.plan import Money, Month, Plan

USUAL_SHARE, USUAL_MONTHS = 0.2, 4
"""What is drawn where no scenario says otherwise: a fifth of the envelope, four months into the plan."""
_LEFT = 64.0
_SIDE = 330.0
_HEAD = 92.0
_POLICIES = {EQUAL: mark("equal shares"), AGREED: mark("agreed order"), OPTIMAL: mark("least costly")}


def draw(plan: Plan, results: Results) -> Figure:
    """Months from the decision on: money not spent above, orders lost below. Red is what is lost."""
    request = _request(plan)
    cut = None if request is None else results.simulator.cut(request)
    if cut is None or not cut.saved or not cut.lost_total or not months.period(plan):
        text = _("What a cut costs cannot be drawn yet. It needs budget lines with months, leads of the activities "
                 "they pay for, and the rates and months to order of the page Forecast.")  # fmt: skip
        return without(plan, results, _("What a cut saves, and what it loses"), text)
    currency = plan.facts.currency
    sheet, top = started(plan, results, _title(cut, currency), _("own rates and months to order"))
    lost = dict(cut.lost_by_month)
    saved = {month: amount for month, amount in saved_by_month(plan, cut).items() if month in lost}
    columns = Columns(tuple(lost), _LEFT, sheet.width - style.MARGIN - _SIDE)
    foot = sheet.height - 246
    per = (foot - top - 2 * _HEAD) / (max(saved.values(), default=0) + max(lost.values()))
    middle = top + _HEAD + per * max(saved.values(), default=0)
    columns.draw(sheet, top + 30, foot, quarters=False)
    _end_of_plan(sheet, plan, columns, top + 30, foot)
    _bars(sheet, columns, saved, middle, per, colours.mixed(colours.BLUE, 0.35), _("Saved"), currency)
    _bars(sheet, columns, lost, foot, per, colours.FIX, _("Orders lost, on the same scale"), currency)
    _ways(sheet, results, cut, columns.right + 50, top + 50, currency)
    _sentence(sheet, plan, results, cut)
    return sheet.figure


def _request(plan: Plan) -> CutRequest | None:
    """The first scenario that is a cut, else the usual one."""
    kept = next((request for row in plan.scenarios if (request := request_of(plan, row)) is not None), None)
    period = months.period(plan)
    if kept is not None or not period:
        return kept
    return CutRequest(from_month=period[min(USUAL_MONTHS, len(period) - 1)], share=USUAL_SHARE)


def _title(cut: Cut, currency: str | None) -> str:
    text = _("Saving {saved} from {month} on costs {lost} of orders")
    found = text.format(
        saved=words.amount(cut.saved, currency),
        month=said.month(cut.request.from_month),
        lost=words.amount(cut.lost_total or 0, currency),
    )
    if cut.illusion_ratio and cut.illusion_ratio >= 0.5:
        found += _(", most of them next year")
    return found


def _bars(
    sheet: Sheet, columns: Columns, values: Mapping[Month, Money], foot: float, per: float, colour: str, name: str,
    currency: str | None,
) -> None:  # fmt: skip
    """Bars from ``foot`` up, so many pixels per minor unit; the largest carries its figure."""
    largest = max(values, key=values.__getitem__, default=None)
    most = 0 if largest is None else values[largest]
    words_colour = colours.FIX_TEXT if colour == colours.FIX else colours.BLUE
    sheet.text(columns.left, foot - per * most - 46, name, 26, words_colour, 600)
    sheet.line([columns.left, columns.right], [foot, foot], colours.STRONG, 2)
    wide = round(columns.pitch * 0.58)
    for place, month in enumerate(columns.months):
        high = round(per * values.get(month, 0))
        if high > 0:
            sheet.rect(columns.middle(place) - wide / 2, foot - high, wide, high, colour)
        if month == largest and most:
            x = max(columns.middle(place), columns.left + 40)
            figure = words.amount(most, currency)
            sheet.text(x, foot - high - 12, figure, 24, weight=600, family=style.DISPLAY, at="center")


def _end_of_plan(sheet: Sheet, plan: Plan, columns: Columns, top: float, bottom: float) -> None:
    """A line where the year of the plan ends; after it nothing is saved any more."""
    period = months.period(plan)
    inside = sum(month <= period[-1] for month in columns.months)
    x = columns.left + inside * columns.pitch
    sheet.line([x, x], [top, bottom], colours.INK, 2, dashes=(3, 3))
    if inside < len(columns.months):
        sheet.text(x + 14, top + 20, _("after the plan"), 24, colours.MUTED)


def _ways(sheet: Sheet, results: Results, cut: Cut, x: float, y: float, currency: str | None) -> None:
    """What the same amount costs when it is cut another way."""
    sheet.text(x, y, _("Orders lost, by"), 24, colours.MUTED)
    for policy in POLICIES:
        other = cut
        if policy != cut.request.policy:
            other = results.simulator.cut(replace(cut.request, policy=policy), chance=False)
        y += 92
        chosen = policy == cut.request.policy
        figure = words.amount(other.lost_total or 0, currency)
        sheet.text(x, y - 26, figure, 40, colours.FIX_TEXT if chosen else colours.INK, 600, family=style.DISPLAY)
        sheet.text(x, y + 6, _(_POLICIES[policy]), 24, colours.INK if chosen else colours.MUTED, 600 if chosen else 400)


def _sentence(sheet: Sheet, plan: Plan, results: Results, cut: Cut) -> None:
    """The consequence, on the ground of losses."""
    period = months.period(plan)
    money = partial(words.amount, currency=plan.facts.currency)
    text = plain(consequence(cut, money, results.forecast.target, period[-1]))
    top = sheet.height - 188
    sheet.rect(0, top, sheet.width, 106, colours.mixed(colours.FIX, 0.9))
    measure = measured(28, 400, style.SERIF)
    y = top + 44
    for line in words.lines(clean(text), sheet.width - 2 * style.MARGIN, measure, 2):
        sheet.text(style.MARGIN, y, line, 28, family=style.SERIF)
        y += 40
