"""Materials as dumbbells: how useful sales and marketing each find them, rated blind from 1 to 5."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from planner.calc.materials import Opinion
from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, measured, started, width, without
from planner.i18n import _, _n, figure
from planner.model.plan import Material, Plan

_MOST = 12
_LEFT, _RIGHT = 640.0, 1130.0
_SALES = 1218.0
"""Where the figures of sales begin."""
_APART = 1.0
"""From this many points on, marketing above sales is a gap to talk about."""


@dataclass(frozen=True, slots=True)
class _Row:
    material: Material
    sales: float | None
    marketing: float | None

    @property
    def name(self) -> str:
        return self.material.name or self.material.code or _("A material")

    @property
    def in_title(self) -> str:
        """The name short enough for a sentence of two lines."""
        return words.fit(clean(self.name), 760, measured(44, 500, style.SERIF))

    @property
    def gap(self) -> float:
        return (self.marketing - self.sales) if self.sales is not None and self.marketing is not None else 0.0


def draw(plan: Plan, results: Results) -> Figure:
    """The lowest rated first; materials that nobody has rated are named at the end."""
    rows = [_row(row, results.opinions[row.id]) for row in plan.materials]
    rated = sorted((row for row in rows if row.sales is not None or row.marketing is not None), key=_rank)
    if not rated:
        said = _("No material has been rated yet. Let sales and marketing rate each one from 1 to 5, without seeing "
                 "the other side.")  # fmt: skip
        return without(plan, results, _("Materials: who finds them useful?"), said)
    unrated = [row for row in rows if row.sales is None and row.marketing is None]
    sheet, top = started(plan, results, _title(rated), _("blind ratings"))
    shown = rated[:_MOST]
    notes = _notes(len(rated) - len(shown), unrated)
    _head(sheet, top)
    pitch = min(86.0, (sheet.height - 108 - 62 * bool(notes) - (top + 72)) / len(shown))
    for place, row in enumerate(shown):
        _dumbbell(sheet, row, top + 92 + place * pitch, pitch)
    if notes:
        room = sheet.width - 2 * style.MARGIN
        broken = words.lines(clean(notes), room, measured(24), 2)
        for place, line in enumerate(broken):
            sheet.text(style.MARGIN, sheet.height - 96 - 32 * (len(broken) - 1 - place), line, 24, colours.MUTED)
    return sheet.figure


def _row(material: Material, opinion: Opinion) -> _Row:
    sales, marketing = opinion.sales, opinion.marketing
    return _Row(material, sales.value if sales else None, marketing.value if marketing else None)


def _rank(row: _Row) -> tuple[float, str]:
    return (row.sales if row.sales is not None else row.marketing or 0.0), row.name


def _title(rated: list[_Row]) -> str:
    widest = max(rated, key=lambda row: row.gap)
    if widest.gap > _APART:
        return _("Sales gives {name} {sales} of 5, marketing {marketing}").format(
            name=widest.in_title, sales=_rating(widest.sales), marketing=_rating(widest.marketing)
        )
    lowest = rated[0]
    if lowest.sales is None:
        return _("Sales has not rated any material yet")
    said = _("{name} gets {sales} of 5 from sales").format(name=lowest.in_title, sales=_rating(lowest.sales))
    if lowest.material.usage_share is not None:
        return said + _(" and is used by {share}").format(share=words.percent(lowest.material.usage_share))
    return said


def _marketing_at() -> float:
    """Where the figures of marketing begin: behind the word above those of sales."""
    return max(1348.0, _SALES + width(_("Sales"), 24, 500) + 62)


def _rating(value: float | None) -> str:
    return figure(f"{value or 0:.1f}")


def _head(sheet: Sheet, top: float) -> None:
    y = top + 32
    for score in range(1, 6):
        sheet.text(_at(score), y, str(score), 24, colours.MUTED, at="center")
    sheet.glyph("sales", _SALES - 38, y - 8)
    sheet.text(_SALES, y, _("Sales"), 24, colours.WORDS["sales"], 500)
    sheet.glyph("marketing", _marketing_at() - 38, y - 8)
    sheet.text(_marketing_at(), y, _("Marketing"), 24, colours.WORDS["marketing"], 500)


def _dumbbell(sheet: Sheet, row: _Row, y: float, pitch: float) -> None:
    sheet.name(style.MARGIN, y, row.name, _LEFT - style.MARGIN - 36, pitch, 26)
    sheet.line([_at(1), _at(5)], [y, y], colours.STRONG, 2)
    for score in range(1, 6):
        sheet.line([_at(score)] * 2, [y - 9, y + 9], colours.STRONG, 2)
    if row.sales is not None and row.marketing is not None:
        colour = colours.FIX if row.gap > _APART else colours.CONTROL
        sheet.line([_at(row.sales), _at(row.marketing)], [y, y], colour, 6)
    sides = (("marketing", row.marketing, _marketing_at()), ("sales", row.sales, _SALES))
    for voice, rating, x in sides:
        if rating is None:
            sheet.text(x, y + 9, _("not rated") if voice == "marketing" else "–", 24, colours.MUTED)
            continue
        sheet.circle(_at(rating), y, 14, colours.FILL[voice], edgecolor=colours.SURFACE, linewidth=1.5)
        sheet.text(x, y + 10, _rating(rating), 28, colours.WORDS[voice], 600, family=style.DISPLAY)


def _notes(more: int, unrated: list[_Row]) -> str:
    parts = []
    if more:
        parts.append(_n("{n} more, rated higher", "{n} more, rated higher", more).format(n=more))
    if unrated:
        parts.append(_("Nobody has rated yet: {names}").format(names=", ".join(row.name for row in unrated)))
    return ". ".join(parts)


def _at(score: float) -> float:
    return _LEFT + (min(max(score, 1.0), 5.0) - 1) / 4 * (_RIGHT - _LEFT)
