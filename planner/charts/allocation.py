"""Where money for leads works best: today, the best split, and the band in which anything is as good."""

from __future__ import annotations

from matplotlib.figure import Figure

from planner.calc.allocation import YEAR, Allocation, Share, allocate
from planner.calc.money import from_major, to_major
from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, started, width, without
from planner.charts.steps import round_step
from planner.i18n import _, _n
from planner.model.plan import Plan

_LEFT = 560.0
_MOST = 10


def draw(plan: Plan, results: Results) -> Figure:
    """A row per activity: the ring is today, the tick the best split of the same money, the band is as good."""
    found = allocate(results, objective=YEAR)
    if found is None or len(found.shares) < 2:
        said = _("There is nothing to weigh yet. It needs two activities that cost money and bring leads by month, and "
                 "how many months a lead takes to become an order.")  # fmt: skip
        return without(plan, results, _("Where the money works best"), said)
    currency = plan.facts.currency
    shown = sorted(found.shares, key=_today, reverse=True)[:_MOST]
    guessed = sum(share.curve.is_judgement for share in found.shares)
    note = _n("{n} response rests on judgement", "{n} responses rest on judgement", guessed).format(n=guessed)
    sheet, top = started(plan, results, _title(found), note if guessed else _("own answers on how leads follow money"))
    _legend(sheet, top + 34)
    most = max(max(share.high, share.today) for share in shown)
    figures = max(width(_figures(share, currency), 24, 600, style.DISPLAY) for share in shown)
    left, right = _LEFT, sheet.width - style.MARGIN - figures - 40
    first, last = top + 96, sheet.height - 118
    pitch = min(64.0, (last - first) / len(shown))
    per = (right - left) / most
    step = from_major(round_step(to_major(most, currency), 4), currency)
    for at in range(0, most + 1, step):
        x = left + at * per
        sheet.line([x, x], [first, first + pitch * len(shown)], colours.STRONG if at == 0 else colours.HAIRLINE, 1.5)
        sheet.text(x, first - 14, words.amount(at, currency if at == 0 else None), 24, colours.MUTED, at="center")
    sheet.text(sheet.width - style.MARGIN, first - 14, _("today → best"), 24, colours.MUTED, at="right")
    for place, share in enumerate(shown):
        _row(sheet, plan, share, first + place * pitch + pitch / 2, pitch, left, per, currency)
    return sheet.figure


def _today(share: Share) -> int:
    return share.today


def _title(found: Allocation) -> str:
    if found.gain is None or found.gain < 0.005:
        return _("The money for leads is spread as well as it can be")
    return _("The same money, spread better, could bring {gain} more leads in time").format(
        gain=words.percent(round(found.gain, 3))
    )


def _legend(sheet: Sheet, y: float) -> None:
    x = style.MARGIN + 12.0
    sheet.circle(x, y - 8, 10, colours.SURFACE, edgecolor=colours.INK, linewidth=2)
    sheet.text(x + 22, y, _("today"), 24, colours.MUTED)
    x += 22 + width(_("today"), 24) + 40
    sheet.line([x, x], [y - 22, y + 6], colours.BLUE, 5)
    sheet.text(x + 16, y, _("best split of the same money"), 24, colours.MUTED)
    x += 16 + width(_("best split of the same money"), 24) + 40
    sheet.rounded(x, y - 20, 54, 24, 6, colours.mixed(colours.BLUE, 0.66))
    sheet.text(x + 68, y, _("anything here is as good, within 1%"), 24, colours.MUTED)


def _row(
    sheet: Sheet, plan: Plan, share: Share, y: float, pitch: float, left: float, per: float, currency: str | None
) -> None:
    activity = plan.activities[share.activity]
    sheet.name(style.MARGIN, y, activity.title or activity.code or "", _LEFT - style.MARGIN - 30, pitch)
    start, end = left + share.low * per, left + share.high * per
    sheet.rounded(start, y - 13, max(6.0, end - start), 26, 6, colours.mixed(colours.BLUE, 0.66))
    today, best = left + share.today * per, left + share.best * per
    sheet.line([today, best], [y, y], colours.CONTROL, 2)
    sheet.line([best, best], [y - 19, y + 19], colours.BLUE, 5)
    sheet.circle(today, y, 11, colours.SURFACE, edgecolor=colours.INK, linewidth=2)
    said = _figures(share, currency)
    sheet.text(sheet.width - style.MARGIN, y + 8, said, 24, weight=600, family=style.DISPLAY, at="right")


def _figures(share: Share, currency: str | None) -> str:
    return f"{words.amount(share.today, currency)} → {words.amount(share.best, currency)}"
