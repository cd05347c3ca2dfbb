"""Which assumption moves the orders most: one at a time to its low and its high end, the widest on top."""

from __future__ import annotations

from matplotlib.figure import Figure

from planner.calc.money import to_major
from planner.calc.results import Results
from planner.calc.tornado import Bar
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, measured, started, width, without
from planner.i18n import _, _n
from planner.model.plan import Plan

_LEFT = 380.0
_MOST = 11
_OURS, _OTHER = colours.BLUE, colours.mixed(colours.BLUE, 0.6)


def draw(plan: Plan, results: Results) -> Figure:
    """Bars around what is expected; what the team controls is dark."""
    bars, base = results.tornado, results.forecast.order_intake
    heading = _("What moves the orders most")
    if not bars or base is None:
        said = _("There is nothing to compare yet. Give the rates, the deal size and the leads of activities a low and "
                 "a high end on the page Forecast.")  # fmt: skip
        return without(plan, results, heading, said)
    currency = results.forecast.currency
    shown = bars[:_MOST]
    more = len(bars) - len(shown)
    source = _n("{n} narrower one left out", "{n} narrower ones left out", more).format(n=more) if more else ""
    sheet, top = started(plan, results, _title(shown[0], currency), source)
    _legend(sheet, top + 34)
    low, high = min(min(bar.low, bar.high) for bar in bars), max(max(bar.low, bar.high) for bar in bars)
    label = 14 + max(width(words.amount(value, currency), 24) for bar in shown for value in (bar.low, bar.high))
    left, right = _LEFT + label, sheet.width - style.MARGIN - label
    per = (right - left) / max(1, high - low)
    first, last = top + 96, sheet.height - 118
    pitch = min(58.0, (last - first) / len(shown))
    at = left + (base - low) * per
    said = _("expected {amount}").format(amount=words.amount(base, currency))
    sheet.text(at, first - 8, said, 24, colours.MUTED, at="center")
    sheet.line([at, at], [first + 4, first + pitch * len(shown)], colours.STRONG, 2)
    for place, bar in enumerate(shown):
        _bar(sheet, bar, first + 8 + place * pitch, pitch, left - low * per, per, currency)
    return sheet.figure


def _title(widest: Bar, currency: str | None) -> str:
    low, high = sorted((widest.low, widest.high))
    return _("{name} moves orders most: from {low} to {high}").format(
        name=words.fit(clean(widest.name), 560, measured(44, 500, style.SERIF)),
        low=words.amount(low, currency),
        high=words.amount(high, currency),
    )


def _legend(sheet: Sheet, y: float) -> None:
    x = float(style.MARGIN)
    for colour, said in ((_OURS, _("In our hands")), (_OTHER, _("Not in our hands"))):
        sheet.rounded(x, y - 20, 22, 22, 4, colour)
        sheet.text(x + 34, y, said, 24, colours.MUTED)
        x += 34 + width(said, 24) + 40


def _bar(sheet: Sheet, bar: Bar, y: float, pitch: float, zero: float, per: float, currency: str | None) -> None:
    high = min(34.0, pitch - 14)
    middle = y + pitch / 2
    low, top = sorted((bar.low, bar.high))
    start, end = zero + low * per, zero + top * per
    figure = words.major(to_major(low, currency), currency)
    sheet.name(style.MARGIN, middle, bar.name, start - width(figure, 24) - style.MARGIN - 44, pitch)
    sheet.rect(start, middle - high / 2, max(3.0, end - start), high, _OURS if bar.is_ours else _OTHER)
    sheet.text(start - 12, middle + 8, figure, 24, colours.MUTED, at="right")
    sheet.text(end + 12, middle + 8, words.major(to_major(top, currency), currency), 24, colours.MUTED)
