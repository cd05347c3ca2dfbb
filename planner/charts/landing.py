"""How much of each activity's leads has its effect within the plan: the landing share."""

from __future__ import annotations

from typing import NamedTuple

from matplotlib.figure import Figure

from planner.calc import timing
from planner.calc import words as said
from planner.calc.results import Results
from planner.calc.voices import voice_of_person
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, measured, started, without
from planner.i18n import _, _n
from planner.model.plan import Plan

_LEFT = 620.0
_ROOM = 560.0
_MOST = 11


class _Row(NamedTuple):
    name: str
    voice: str
    leads: float
    share: float


def draw(plan: Plan, results: Results) -> Figure:
    """A bar per activity as long as its leads; the dark part lands in time."""
    rows = _rows(plan, results)
    if not rows:
        text = _("No leads land anywhere yet. Give activities their leads by month, and say on the page Forecast how "
                 "many months a lead takes to become an order.")  # fmt: skip
        return without(plan, results, _("Which leads still count this year"), text)
    shown = rows[:_MOST]
    more = len(rows) - len(shown)
    note = _n("{n} more with fewer leads", "{n} more with fewer leads", more).format(n=more) if more else ""
    sheet, top = started(plan, results, _title(rows), note)
    month = timing.last_month_that_counts(plan)
    head = _("Leads; the dark part lands in time")
    if month is not None:
        text = _("The dark part lands in time, half or more until {month}")
        head = text.format(month=said.month(month))
    sheet.text(_LEFT, top + 36, words.fit(head, 830, measured(24)), 24, colours.MUTED)
    sheet.text(sheet.width - style.MARGIN, top + 36, _("lands"), 24, colours.MUTED, at="right")
    pitch = min(64.0, (sheet.height - 116 - (top + 56)) / len(shown))
    unit = _ROOM / max(row.leads for row in shown)
    for place, row in enumerate(shown):
        _bar(sheet, row, top + 56 + place * pitch, pitch, unit)
    return sheet.figure


def _rows(plan: Plan, results: Results) -> list[_Row]:
    found = []
    for activity in plan.activities:
        share = results.forecast.landing_share.get(activity.code or activity.id)
        leads = sum(results.supply.by_activity.get(activity.id, {}).values())
        if share is not None and leads > 0:
            name = activity.title or activity.code or ""
            found.append(_Row(name, voice_of_person(plan, activity.owner), leads, share))
    return sorted(found, key=_leads, reverse=True)


def _leads(row: _Row) -> float:
    return row.leads


def _title(rows: list[_Row]) -> str:
    leads = sum(row.leads for row in rows)
    landed = sum(row.leads * row.share for row in rows)
    text = _("{landed} of {leads} planned leads land within the plan").format(
        landed=words.count(round(landed)), leads=words.count(round(leads))
    )
    least = min(rows, key=_share)
    if least.share < 0.25:
        name = words.fit(clean(least.name), 500, measured(44, 500, style.SERIF))
        text += _("; of {name} only {share}").format(name=name, share=words.percent(round(least.share, 2)))
    return text


def _share(row: _Row) -> float:
    return row.share


def _bar(sheet: Sheet, row: _Row, y: float, pitch: float, unit: float) -> None:
    high = min(36.0, pitch - 14)
    middle = y + pitch / 2
    sheet.glyph(row.voice, style.MARGIN, middle, 18)
    sheet.name(style.MARGIN + 40, middle, row.name, _LEFT - style.MARGIN - 66, pitch)
    whole = max(3.0, row.leads * unit)
    sheet.rect(_LEFT, middle - high / 2, whole, high, colours.mixed(colours.FILL[row.voice], 0.72))
    sheet.rect(_LEFT, middle - high / 2, whole * row.share, high, colours.FILL[row.voice])
    sheet.text(_LEFT + whole + 14, middle + 8, words.count(row.leads), 24, colours.MUTED)
    late = row.share < 0.25
    sheet.text(sheet.width - style.MARGIN, middle + 10, words.percent(round(row.share, 2)), 28,
               colours.LOOK_TEXT if late else colours.INK, 600, family=style.DISPLAY, at="right")  # fmt: skip
