"""Order intake by month against the goal: running total above, months below."""

from __future__ import annotations

from itertools import accumulate

from matplotlib.figure import Figure

from planner.calc.forecast import Forecast
from planner.calc.money import to_major
from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.axis import Columns, Scale, from_zero
from planner.charts.sheet import Sheet, started, width, without
from planner.i18n import _
from planner.model.plan import Plan

_LEFT = 190.0
_BARS = 150.0


def draw(plan: Plan, results: Results) -> Figure:
    """The running total ends at what the plan brings; the dashed line is the goal."""
    forecast = results.forecast
    monthly = forecast.order_intake_by_month
    heading = _("Order intake by month")
    if monthly is None or not any(monthly):
        said = _("No order intake can be worked out yet. It needs leads by month, the rate of every step, the usual "
                 "deal size and how many months a lead takes to become an order.")  # fmt: skip
        return without(plan, results, heading, said)
    currency = forecast.currency
    sheet, top = started(plan, results, _title(forecast), _("own rates and months to order"))
    amounts = [to_major(value, currency) for value in monthly]
    total = list(accumulate(amounts))
    target = None if forecast.target is None else to_major(forecast.target, currency)
    columns = Columns(forecast.months, _LEFT, sheet.width - style.MARGIN - 230)
    foot = sheet.height - 150
    upper = from_zero(max(total[-1], target or 0.0) * 1.04, top + 40, foot - _BARS - 74, 5)
    upper.draw(sheet, columns.left, columns.right, currency)
    columns.draw(sheet, upper.top, foot)
    _running(sheet, upper, columns, total, target, currency)
    _goal(sheet, upper, columns, target, currency)
    _months(sheet, foot, columns, amounts, currency)
    return sheet.figure


def _title(forecast: Forecast) -> str:
    reached = words.amount(forecast.order_intake or 0, forecast.currency)
    if not forecast.target:
        return _("Orders come to {reached} by the end of the plan; no revenue goal is set").format(reached=reached)
    return _("Orders come to {reached}, {share} of the goal of {goal}").format(
        reached=reached,
        share=words.percent((forecast.order_intake or 0) / forecast.target),
        goal=words.amount(forecast.target, forecast.currency),
    )


def _goal(sheet: Sheet, scale: Scale, columns: Columns, target: float | None, currency: str | None) -> None:
    if target is None:
        return
    y = scale.y(target)
    sheet.line([columns.left, columns.right], [y, y], colours.INK, 2.5, dashes=(5, 4))
    said = _("Goal {amount}").format(amount=words.major(target, currency))
    sheet.rect(columns.left + 6, y - 40, width(said, 24, 600) + 20, 32, colours.SURFACE)
    sheet.text(columns.left + 16, y - 14, said, 24, weight=600)


def _running(
    sheet: Sheet, scale: Scale, columns: Columns, total: list[float], target: float | None, currency: str | None
) -> None:
    xs = [columns.left, *(columns.left + (place + 1) * columns.pitch for place in range(len(total)))]
    ys = [scale.y(0), *(scale.y(value) for value in total)]
    sheet.shape([*zip(xs, ys, strict=True), (xs[-1], scale.y(0))], colours.mixed(colours.BLUE, 0.9))
    sheet.line(xs, ys, colours.BLUE, 5)
    sheet.circle(xs[-1], ys[-1], 10, colours.BLUE, edgecolor=colours.SURFACE, linewidth=3)
    near = target is not None and abs(scale.y(target) - ys[-1]) < 30
    y = ys[-1] + (-4 if near and total[-1] >= (target or 0) else 12)
    sheet.text(xs[-1] + 24, y, words.major(total[-1], currency), 36, colours.BLUE, 600, family=style.DISPLAY)
    sheet.text(xs[-1] + 24, y + 34, _("by then in all"), 24, colours.MUTED)


def _months(sheet: Sheet, foot: float, columns: Columns, amounts: list[float], currency: str | None) -> None:
    most = max(amounts)
    scale = Scale(0.0, most, foot - _BARS + 40, foot, most)
    wide = round(columns.pitch * 0.58)
    for place, value in enumerate(amounts):
        high = round(foot - scale.y(value))
        if high > 0:
            sheet.rect(columns.middle(place) - wide / 2, foot - high, wide, high, colours.mixed(colours.BLUE, 0.35))
    sheet.line([columns.left, columns.right], [foot, foot], colours.STRONG, 2)
    largest = amounts.index(most)
    said = words.major(most, currency)
    sheet.text(columns.middle(largest), scale.y(most) - 12, said, 24, weight=600, family=style.DISPLAY, at="center")
    sheet.text(columns.right + 24, foot - 22, _("each month"), 24, colours.MUTED)
