"""The stakeholder map: power over the plan and interest in it, who is drawn where, who has not been heard."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from planner.calc.results import Results
from planner.calc.voices import voice_of_person
from planner.charts import colours, style, words
from planner.charts.place import Box, place, spread
from planner.charts.sheet import Sheet, clean, measured, started, width, without
from planner.i18n import _, _n
from planner.model.plan import Plan, Stakeholder

_R = 36.0
_INTEREST = (0.6, 5.4)
_POWER = (0.35, 5.65)
"""The scales reach beyond 1 and 5, so that bubbles at the ends are whole and the names of the quadrants stay free."""
_BAND = 56
_NAME = 24
_NAME_HIGH = 28.0
_STRONG = 4
_BORDER = 3.5
"""Four and five are high, three and less are low."""


def draw(plan: Plan, results: Results) -> Figure:
    """The map for people whose power and interest are both known."""
    known = [row for row in plan.stakeholders if row.power is not None and row.interest is not None]
    if not known:
        said = _("Nobody is on the map yet. Give each stakeholder a power over the plan and an interest in it, 1 to 5.")
        return without(plan, results, _("Who can move this plan"), said, style.SQUARE)
    away = len(plan.stakeholders) - len(known)
    source = _n("{n} more without a place", "{n} more without a place", away).format(n=away) if away else ""
    sheet, top = started(plan, results, _title(plan, known), source, style.SQUARE)
    field = Box(118, top + 6, style.SQUARE[0] - style.MARGIN, style.SQUARE[1] - 208)
    _ground(sheet, field)
    _people(sheet, plan, known, field)
    return sheet.figure


def _title(plan: Plan, known: list[Stakeholder]) -> str:
    strong = [row for row in known if (row.power or 0) >= _STRONG]
    unheard = [row for row in known if row.engaged_on is None]
    first = _("{strong} of {all} people can move or stop this plan").format(strong=len(strong), all=len(known))
    if not unheard:
        return first + _("; everybody has been heard")
    return first + _n("; {n} has not been heard yet", "; {n} have not been heard yet", len(unheard)).format(
        n=len(unheard)
    )


def _ground(sheet: Sheet, field: Box) -> None:
    middle_x, middle_y = (field.left + field.right) / 2, (field.top + field.bottom) / 2
    border_x, border_y = _spot(_BORDER, _BORDER, field)
    sheet.rounded(field.left, field.top, field.right - field.left, field.bottom - field.top, 16, colours.SUNKEN)
    sheet.rect(border_x, field.top, field.right - border_x, border_y - field.top, colours.CLOSE_GROUND)
    sheet.line([border_x, border_x], [field.top, field.bottom], colours.STRONG, 1.5)
    sheet.line([field.left, field.right], [border_y, border_y], colours.STRONG, 1.5)
    names = (
        (field.left, field.top + 40, _("Keep satisfied")),
        (border_x, field.top + 40, _("Work closely")),
        (field.left, field.bottom - 20, _("Keep an eye on")),
        (border_x, field.bottom - 20, _("Keep informed")),
    )
    for x, y, said in names:
        sheet.text(x + 20, y, said, 26, colours.MUTED, family=style.SERIF, italic=True, name="quadrant")
    below = field.bottom + 38
    sheet.text(field.left, below, _("Low"), 24, colours.MUTED)
    sheet.text(middle_x, below, _("Interest in the plan"), 24, weight=500, at="center")
    sheet.text(field.right, below, _("High"), 24, colours.MUTED, at="right")
    scale = (
        (field.bottom, _("Low"), 400, "bottom"),
        (middle_y, _("Power over the plan"), 500, "center"),
        (field.top, _("High"), 400, "top"),
    )
    for y, said, weight, at in scale:
        upright = sheet.text(98, y, said, 24, colours.INK if weight == 500 else colours.MUTED, weight)
        upright.set(rotation=90, ha="right", va=at)
    foot = below + 56
    sheet.circle(field.left + 13, foot - 8, 13, colours.BLUE)
    sheet.text(field.left + 38, foot, _("Today"), 24, colours.MUTED)
    second = field.left + 38 + width(_("Today"), 24) + 44
    _dashed(sheet, second + 13, foot - 8, 13, colours.BLUE)
    sheet.text(second + 38, foot, _("Where we need them"), 24, colours.MUTED)
    third = second + 38 + width(_("Where we need them"), 24) + 44
    sheet.circle(third + 13, foot - 8, 14, "none", edgecolor=colours.LOOK, linewidth=2.6)
    sheet.text(third + 40, foot, _("Not heard yet"), 24, colours.MUTED)


def _people(sheet: Sheet, plan: Plan, known: list[Stakeholder], field: Box) -> None:
    rim = Box(field.left + _R + 6, field.top + _R + _BAND, field.right - _R - 6, field.bottom - _R - _BAND)
    spots = spread([_spot(row.interest, row.power, field) for row in known], 2 * _R + 8, rim)
    wanted = [_wanted(row, field) for row in known]
    for spot, goal, row in zip(spots, wanted, known, strict=True):
        if goal is not None:
            _arrow(sheet, spot, goal, colours.FILL[voice_of_person(plan, row.person)])
    measure = measured(_NAME, 500)
    names = [words.fit(clean(_name(plan, row)), 240, measure) for row in known]
    quadrants = [Box(x, y, x + 220, y + 44) for x in (field.left + 12, _spot(_BORDER, _BORDER, field)[0] + 12)
                 for y in (field.top + 10, field.bottom - 54)]  # fmt: skip
    taken = quadrants + [Box(x - _R, y - _R, x + _R, y + _R) for goal in wanted if goal for x, y in [goal]]
    boxes = place(spots, [(measure(name) + 6, _NAME_HIGH) for name in names], _R + 7, field, taken)
    for row, (x, y), name, box in zip(known, spots, names, boxes, strict=True):
        voice = voice_of_person(plan, row.person)
        if box is not None and abs((box.left + box.right) / 2 - x) + abs((box.top + box.bottom) / 2 - y) > 4 * _R:
            near_x = min(max(x, box.left), box.right)
            near_y = box.top if box.top > y else box.bottom
            sheet.line([x, near_x], [y, near_y], colours.STRONG, 1.5)
        if row.engaged_on is None:
            sheet.circle(x, y, _R + 5, colours.SURFACE, edgecolor=colours.LOOK, linewidth=2.6)
        sheet.circle(x, y, _R, colours.FILL[voice], edgecolor=colours.SURFACE, linewidth=2)
        sheet.text(x, y + 9, _initials(_name(plan, row)), 24, colours.SURFACE, 600, at="center", name="initials")
        if box is not None:
            middle = (box.left + box.right) / 2
            sheet.text(middle, box.bottom - 7, name, _NAME, colours.WORDS[voice], 500, at="center", name="label")


def _spot(interest: float | None, power: float | None, field: Box) -> tuple[float, float]:
    def along(value: float | None, ends: tuple[float, float]) -> float:
        return (min(max(value or 0.0, 1.0), 5.0) - ends[0]) / (ends[1] - ends[0])

    wide, high = field.right - field.left, field.bottom - field.top
    return field.left + along(interest, _INTEREST) * wide, field.bottom - along(power, _POWER) * high


def _wanted(row: Stakeholder, field: Box) -> tuple[float, float] | None:
    if row.wanted_power is None and row.wanted_interest is None:
        return None
    goal = _spot(row.wanted_interest or row.interest, row.wanted_power or row.power, field)
    return None if goal == _spot(row.interest, row.power, field) else goal


def _arrow(sheet: Sheet, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    arrow = FancyArrowPatch(start, end, arrowstyle="-|>,head_length=7,head_width=4", shrinkA=28, shrinkB=28,
                            color=colour, linewidth=1.6, mutation_scale=1.6, zorder=1)  # fmt: skip
    sheet.axes.add_patch(arrow)
    _dashed(sheet, *end, _R, colour)


def _dashed(sheet: Sheet, x: float, y: float, radius: float, colour: str) -> None:
    sheet.circle(x, y, radius, colours.SURFACE, edgecolor=colour, linewidth=1.8, linestyle=(0, (3, 2.5)))


def _name(plan: Plan, row: Stakeholder) -> str:
    person = plan.people.get(row.person)
    return (person.name if person else None) or row.code or _("somebody")


def _initials(name: str) -> str:
    parts = [part for part in name.split() if part[:1].isalnum()]
    return clean("".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:])) or "?")
