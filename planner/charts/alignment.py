"""How far the sides plan together: the six parts of the score, and the score as the overlap of two circles."""

from __future__ import annotations

from math import acos, pi, sqrt

from matplotlib.figure import Figure

from planner.calc.alignment import Alignment
from planner.calc.ranges import bisect
from planner.calc.results import Results
from planner.calc.signing import has_owned_action
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, lens, measured, started, without
from planner.i18n import _, _n, in_sentence, mark
from planner.model.plan import Plan

_LEFT = 700.0
_RADIUS = 150.0
_PARTS = {
    "owned_goals": mark("Goals with both halves"),
    "answered_inputs": mark("Sales inputs answered"),
    "answering_spend": mark("Money that answers an input"),
    "engaged_power": mark("People heard, by power"),
    "accepted_promises": mark("Promises accepted"),
    "shared_priorities": mark("Priorities shared by both"),
}
_FINE, _FAIR = 0.85, 0.7


def draw(plan: Plan, results: Results) -> Figure:
    """The overlap of the circles is the score; a part that is not known has no bar."""
    alignment = results.alignment
    heading = _("How far we plan together")
    if alignment.index is None:
        text = _("There is nothing to compare yet. Add goals with their owners, sales input with its answers, and the "
                 "promises that the sides give each other.")  # fmt: skip
        return without(plan, results, heading, text)
    if not has_owned_action(plan):
        text = _("The score shows when one action has a name and a day: an agreement that nobody acts on is none.")
        return without(plan, results, heading, text)
    sheet, top = started(plan, results, _title(alignment), _("our own measure, the mean of its parts"))
    _circles(sheet, alignment.index, style.MARGIN + 290, (top + sheet.height - 100) / 2 - 10)
    pitch = (sheet.height - 120 - (top + 30)) / len(_PARTS)
    for place, (name, share) in enumerate(alignment.parts.items()):
        _part(sheet, _(_PARTS[name]), share, top + 30 + place * pitch, pitch)
    return sheet.figure


def _title(alignment: Alignment) -> str:
    known = {name: share for name, share in alignment.parts.items() if share is not None}
    least = min(known, key=known.__getitem__)
    score = _("We agree {score} of 100").format(score=round(100 * (alignment.index or 0)))
    missing = len(alignment.parts) - len(known)
    if missing:
        return score + _n(", with {n} part not known yet", ", with {n} parts not known yet", missing).format(n=missing)
    return score + _("; least on: {part}").format(part=in_sentence(_(_PARTS[least])))


def _part(sheet: Sheet, name: str, share: float | None, y: float, pitch: float) -> None:
    right = sheet.width - style.MARGIN
    middle = y + pitch / 2
    sheet.text(_LEFT, middle - 10, words.fit(clean(name), right - _LEFT - 120, measured(26, 500)), 26, weight=500)
    sheet.rounded(_LEFT, middle + 8, right - _LEFT, 14, 7, colours.SUNKEN)
    if share is None:
        sheet.text(right, middle - 10, _("not known yet"), 24, colours.MUTED, at="right")
        return
    colour = colours.FINE if share >= _FINE else colours.BLUE if share >= _FAIR else colours.LOOK
    sheet.rounded(_LEFT, middle + 8, max(14.0, share * (right - _LEFT)), 14, 7, colour)
    figure = words.percent(round(share, 3))
    sheet.text(right, middle - 10, figure, 28, weight=600, family=style.DISPLAY, at="right")


def _circles(sheet: Sheet, score: float, x: float, y: float) -> None:
    """Two circles of one size: at 0 they touch, at 100 they coincide; between them the shared area is the score."""
    r = _RADIUS
    away = 2 * r * bisect(_apart, 1 - score, 0.0, 1.0)
    first, second = x - away / 2, x + away / 2
    sheet.circle(first, y, r, colours.FILL["marketing"])
    sheet.circle(second, y, r, colours.FILL["sales"])
    sheet.shape(lens(first, second, y, r), colours.LENS)
    sheet.text(x, y + 28, str(round(100 * score)), 80, colours.SURFACE, 600, family=style.DISPLAY, at="center")
    sheet.text(x, y + r + 56, _("Marketing and sales"), 24, colours.MUTED, at="center")


def _apart(distance: float) -> float:
    """The share of a circle's area that it does not share with another so many diameters away."""
    return 1 - (2 * acos(distance) - 2 * distance * sqrt(max(0.0, 1 - distance * distance))) / pi
