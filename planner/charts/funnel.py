"""The funnel, needed and planned: what each stage has to hold for the goal, and what the plan brings."""

from __future__ import annotations

from matplotlib.figure import Figure

from planner.calc import funnel as chain
from planner.calc.forecast import Forecast
from planner.calc.money import safe_ceil
from planner.calc.results import Results
from planner.calc.voices import voice_of
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, measured, started, without
from planner.i18n import _
from planner.model.plan import Plan

_LEFT = 430.0
_ROOM = 700.0
_SQUEEZE = 0.42
"""Widths follow the counts to this power, so that the last stage can still be seen beside the first."""


def draw(plan: Plan, results: Results) -> Figure:
    """One row per stage. Within a row needed and planned are to scale, between rows widths are compressed."""
    forecast = results.forecast
    if not forecast.needed_by_stage and not forecast.expected_by_stage:
        said = _("The funnel cannot be drawn yet. It needs the rate of every step, and either a revenue goal with the "
                 "usual deal size or leads with the months they take.")  # fmt: skip
        return without(plan, results, _("What the goal needs, and what the plan brings"), said)
    sheet, top = started(plan, results, _title(forecast), _("rates as agreed on the page Forecast"))
    _head(sheet, top + 34)
    count = len(forecast.stages)
    pitch = min(112.0, (sheet.height - 110 - (top + 64)) / count)
    needed = forecast.needed_by_stage or (None,) * count
    planned = forecast.expected_by_stage or (None,) * count
    widest = max(
        max(need or 0.0, have or 0.0) / (need or have or 1.0) for need, have in zip(needed, planned, strict=True)
    )
    first = needed[0] or planned[0] or 1.0
    for place in range(count):
        base = needed[place] or planned[place] or 0.0
        full = _ROOM / widest * (base / first) ** _SQUEEZE if first and base else 0.0
        _stage(sheet, plan, forecast, place, top + 64 + place * pitch, pitch, full)
    return sheet.figure


def _title(forecast: Forecast) -> str:
    needed, planned = forecast.needed_by_stage, forecast.expected_by_stage
    if needed and planned:
        return _("The plan brings {planned} orders in time; the goal needs {needed}").format(
            planned=words.count(planned[-1]), needed=words.count(safe_ceil(needed[-1]))
        )
    if needed:
        return _("The goal needs {leads} leads for {orders} orders").format(
            leads=words.count(safe_ceil(needed[0])), orders=words.count(safe_ceil(needed[-1]))
        )
    return _("The plan brings {planned} orders in time").format(planned=words.count(planned[-1] if planned else 0))


def _head(sheet: Sheet, y: float) -> None:
    sheet.text(1290, y, _("Planned"), 24, colours.INK, 600, at="right")
    sheet.text(1430, y, _("Needed"), 24, colours.MUTED, 500, at="right")
    sheet.line([_LEFT + 3] * 2, [y - 20, y + 4], colours.INK, 4)
    sheet.text(_LEFT + 18, y, _("Needed for the goal"), 24, colours.MUTED)
    sheet.text(style.MARGIN, y, _("Share of the stage before"), 24, colours.MUTED)


def _stage(sheet: Sheet, plan: Plan, forecast: Forecast, place: int, y: float, pitch: float, full: float) -> None:
    need = forecast.needed_by_stage[place] if forecast.needed_by_stage else None
    have = forecast.expected_by_stage[place] if forecast.expected_by_stage else None
    voice = _voice(plan, place, len(forecast.stages))
    high = min(64.0, pitch - 32)
    middle = y + pitch / 2
    key = forecast.stages[place]
    name = words.stage(key)
    sheet.text(style.MARGIN, middle - 2, words.fit(clean(name), _LEFT - style.MARGIN - 30, measured(26, 600)), 26,
               colours.WORDS[voice], 600)  # fmt: skip
    steps = chain.steps(plan)
    rate = steps[place - 1].rate if 0 < place <= len(steps) else None
    sheet.text(style.MARGIN, middle + 30, words.percent(rate) if rate is not None else "", 24, colours.MUTED)
    scale = full / (need or have or 1.0)
    if have is not None and full:
        sheet.rounded(_LEFT, middle - high / 2, max(6.0, have * scale), high, 6, colours.FILL[voice])
    if need is not None and full:
        at = _LEFT + need * scale
        sheet.line([at, at], [middle - high / 2 - 10, middle + high / 2 + 10], colours.SURFACE, 9)
        sheet.line([at, at], [middle - high / 2 - 10, middle + high / 2 + 10], colours.INK, 4)
    if have is not None:
        sheet.text(1290, middle + 12, words.count(have), 34, weight=600, family=style.DISPLAY, at="right")
    if need is not None:
        sheet.text(
            1430, middle + 12, words.count(safe_ceil(need)), 28, colours.MUTED, 600, family=style.DISPLAY, at="right"
        )
    if have is not None and need:
        share = have / need
        sheet.text(sheet.width - style.MARGIN, middle + 11, words.percent(share), 26,
                   colours.FINE_TEXT if share >= 1 else colours.LOOK_TEXT, 600, at="right")  # fmt: skip


def _voice(plan: Plan, place: int, count: int) -> str:
    """The side that the stage belongs to; without owners marketing has the first half, sales the rest."""
    stages = plan.stages.ordered
    if len(stages) == count and stages[place].owner:
        return voice_of(stages[place].owner)
    return "marketing" if place < (count + 1) // 2 else "sales"
