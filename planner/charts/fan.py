"""Orders up to each month with how sure they are: the fan, and the chance of the goal beside it."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from planner.calc import words as said
from planner.calc.forecast import Forecast
from planner.calc.money import to_major
from planner.calc.montecarlo import Simulation, chance_words
from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.axis import Columns, Scale, from_zero
from planner.charts.place import apart
from planner.charts.sheet import Sheet, started, width, without
from planner.i18n import _, figure
from planner.model.plan import Plan

_LEFT = 190.0
_SIDE = 330.0


def draw(plan: Plan, results: Results) -> Figure:
    """Two bands: from one in ten to one in ten, and the middle half; the line is what half of all runs stay below."""
    simulation, forecast = results.simulation, results.forecast
    if simulation is None or not any(simulation.fan.p90):
        lack = _("How sure the orders are cannot be drawn yet. It needs leads by month, a range for the rate of every "
                 "step, the usual deal size and how many months a lead takes to become an order.")  # fmt: skip
        return without(plan, results, _("How sure are we?"), lack)
    currency = forecast.currency
    source = _("drawn {runs} times, own rates").format(runs=figure(f"{simulation.runs:,}"))
    sheet, top = started(plan, results, _title(forecast, simulation), source)
    columns = Columns(forecast.months, _LEFT, sheet.width - style.MARGIN - _SIDE)
    bands = [[to_major(value, currency) for value in band] for band in simulation.fan]
    target = None if forecast.target is None else to_major(forecast.target, currency)
    scale = from_zero(max(bands[4][-1], target or 0.0) * 1.02, top + 50, sheet.height - 160, 5)
    scale.draw(sheet, columns.left, columns.right, currency)
    columns.draw(sheet, scale.top, scale.bottom)
    for outer, share in (((bands[0], bands[4]), 0.84), ((bands[1], bands[3]), 0.66)):
        _band(sheet, scale, columns, *outer, colours.mixed(colours.BLUE, share))
    if target is not None:
        _goal(sheet, scale, columns, target, currency)
    xs, ys = _points(scale, columns, bands[2])
    sheet.line(xs, ys, colours.BLUE, 6)
    sheet.circle(xs[-1], ys[-1], 10, colours.BLUE, edgecolor=colours.SURFACE, linewidth=3)
    _ends(sheet, scale, columns.right + 26, bands, currency)
    _chance(sheet, columns.right + 26, scale.bottom, simulation)
    return sheet.figure


def _title(forecast: Forecast, simulation: Simulation) -> str:
    drawn = simulation.counted
    if drawn.p_hit is None or forecast.target is None:
        return _("Eight times of ten orders come to between {low} and {high}").format(
            low=words.amount(drawn.p10, forecast.currency), high=words.amount(drawn.p90, forecast.currency)
        )
    return _("The chance of reaching {goal} is {share}: {words}").format(
        goal=words.amount(forecast.target, forecast.currency),
        share=said.chance(drawn.p_hit),
        words=chance_words(drawn.p_hit),
    )


def _points(scale: Scale, columns: Columns, values: Sequence[float]) -> tuple[list[float], list[float]]:
    xs = [columns.left, *(columns.left + (place + 1) * columns.pitch for place in range(len(values)))]
    return xs, [scale.y(0), *(scale.y(value) for value in values)]


def _band(
    sheet: Sheet, scale: Scale, columns: Columns, low: Sequence[float], high: Sequence[float], colour: str
) -> None:
    xs, lower = _points(scale, columns, low)
    _xs, upper = _points(scale, columns, high)
    sheet.shape([*zip(xs, upper, strict=True), *zip(reversed(xs), reversed(lower), strict=True)], colour)


def _goal(sheet: Sheet, scale: Scale, columns: Columns, target: float, currency: str | None) -> None:
    y = scale.y(target)
    sheet.line([columns.left, columns.right], [y, y], colours.INK, 2.5, dashes=(5, 4))
    name = _("Goal {amount}").format(amount=words.major(target, currency))
    sheet.rect(columns.left + 6, y - 40, width(name, 24, 600) + 20, 32, colours.SURFACE)
    sheet.text(columns.left + 16, y - 14, name, 24, weight=600)


def _ends(sheet: Sheet, scale: Scale, x: float, bands: list[list[float]], currency: str | None) -> None:
    """High, likely and low at the edge."""
    rows = ((_("High"), bands[4][-1]), (_("Likely"), bands[2][-1]), (_("Low"), bands[0][-1]))
    heights = apart([scale.y(value) + 8 for _name, value in rows], 40, scale.top + 12, scale.bottom - 190)
    for (name, value), y in zip(rows, heights, strict=True):
        main = name == rows[1][0]
        text = f"{name}  {words.major(value, currency)}"
        sheet.text(x, y, text, 26 if main else 24, colours.BLUE if main else colours.MUTED, 600 if main else 400)


def _chance(sheet: Sheet, x: float, bottom: float, simulation: Simulation) -> None:
    chance = simulation.counted.p_hit
    if chance is None:
        return
    sheet.line([x, sheet.width - style.MARGIN], [bottom - 150] * 2, colours.HAIRLINE, 1.5)
    figure = said.chance(chance)
    sheet.text(x, bottom - 62, figure, 80, weight=600, family=style.DISPLAY)
    sheet.text(x, bottom - 22, _("chance of the goal"), 24, colours.MUTED)
