"""From what was said to what is done: inputs flow to their answer, and from there to what the plan does about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from planner.calc.results import Results
from planner.calc.supply import is_counted
from planner.calc.voices import VOICES, voice_of_person
from planner.charts import colours, words
from planner.charts.sheet import Sheet, started, without
from planner.i18n import _, _n, mark
from planner.model.plan import Plan, SalesInput

_ANSWERS = ("accepted", "adapted", "parked", "declined", "open")
_DONE = ("activity", "material", "nothing")
_NAMES = {
    "accepted": mark("Accepted"),
    "adapted": mark("Adapted"),
    "parked": mark("Parked"),
    "declined": mark("Declined"),
    "open": mark("Not answered yet"),
    "activity": mark("An activity does it"),
    "material": mark("A material does it"),
    "nothing": mark("Not in the plan"),
}
_COLOURS = {"open": colours.LOOK, "declined": colours.CONTROL, "parked": colours.CONTROL, "nothing": colours.CONTROL}
_COLUMNS = (330.0, 760.0, 1190.0)
_WIDE = 26.0
_GAP = 34.0


class _Node(NamedTuple):
    top: float
    high: float


def draw(plan: Plan, results: Results) -> Figure:
    """As wide as the number of inputs: who said it, the answer, what the plan does."""
    inputs = [row for row in plan.sales_inputs if row.merged_into is None]
    heading = _("From what was said to what is done")
    if not inputs:
        text = _("No input has been written down yet. Ask the people who meet customers what they hear, and answer "
                 "each one.")  # fmt: skip
        return without(plan, results, heading, text)
    flows = [(voice_of_person(plan, row.given_by), _answer(row), _done(plan, row)) for row in inputs]
    sheet, top = started(plan, results, _title(flows), _("sales input"))
    area = (top + 98, sheet.height - 120)
    sides = [voice for voice in VOICES if any(flow[0] == voice for flow in flows)]
    columns = [_column(flows, place, keys, area) for place, keys in enumerate((sides, _ANSWERS, _DONE))]
    for x, name in zip(_COLUMNS, (_("said by"), _("our answer"), _("in the plan")), strict=True):
        sheet.text(x + _WIDE / 2, top + 36, name, 24, colours.MUTED, at="center")
    for place in (0, 1):
        _ribbons(sheet, flows, place, columns[place], columns[place + 1])
    for place, nodes in enumerate(columns):
        counts = Counter(flow[place] for flow in flows)
        for key, node in nodes.items():
            _node(sheet, place, key, node, counts[key])
    return sheet.figure


def _answer(row: SalesInput) -> str:
    return row.status if row.status in _ANSWERS else "open"


def _done(plan: Plan, row: SalesInput) -> str:
    """What the plan does about an input, linked from either end; a declined or parked one is not counted as done."""
    if row.status not in ("accepted", "adapted"):
        return "nothing"
    linked = [plan.activities.get(id) for id in row.activities]
    linked += [activity for activity in plan.activities if row.id in activity.sales_inputs]
    if any(activity is not None and is_counted(activity) for activity in linked):
        return "activity"
    made = bool(row.materials) or any(row.id in material.sales_inputs for material in plan.materials)
    return "material" if made else "nothing"


def _title(flows: Sequence[tuple[str, str, str]]) -> str:
    done = sum(flow[2] != "nothing" for flow in flows)
    waiting = sum(flow[1] == "open" for flow in flows)
    text = _n("{done} of {all} inputs is in the plan", "{done} of {all} inputs are in the plan", done)
    found = text.format(done=done, all=len(flows))
    if waiting:
        found += _n("; {n} waits for an answer", "; {n} wait for an answer", waiting).format(n=waiting)
    return found


def _column(
    flows: Sequence[tuple[str, str, str]], place: int, keys: Iterable[str], area: tuple[float, float]
) -> dict[str, _Node]:
    """The nodes of one column, one under the other, in the middle of the area."""
    counts = Counter(flow[place] for flow in flows)
    used = [key for key in keys if counts[key]]
    unit = (area[1] - area[0] - _GAP * (max(len(_ANSWERS), len(used)) - 1)) / len(flows)
    whole = unit * len(flows) + _GAP * (len(used) - 1)
    y = area[0] + (area[1] - area[0] - whole) / 2
    found = {}
    for key in used:
        found[key] = _Node(y, unit * counts[key])
        y += unit * counts[key] + _GAP
    return found


def _ribbons(
    sheet: Sheet, flows: Sequence[tuple[str, str, str]], place: int, left: dict[str, _Node], right: dict[str, _Node]
) -> None:
    """Ribbons between two columns, stacked at each node in the order of the other column."""
    pairs = Counter((flow[place], flow[place + 1]) for flow in flows)
    unit = next(iter(left.values())).high / sum(
        count for (first, _second), count in pairs.items() if first == next(iter(left))
    )
    start = {key: node.top for key, node in left.items()}
    end = {key: node.top for key, node in right.items()}
    x1, x2 = _COLUMNS[place] + _WIDE, _COLUMNS[place + 1]
    for first in left:
        for second in right:
            high = pairs[first, second] * unit
            if high:
                colour = colours.mixed(_colour(second if place else first, place), 0.72)
                _ribbon(sheet, x1, start[first], x2, end[second], high, colour)
                start[first] += high
                end[second] += high


def _ribbon(sheet: Sheet, x1: float, y1: float, x2: float, y2: float, high: float, colour: str) -> None:
    middle = (x1 + x2) / 2
    points = [(x1, y1), (middle, y1), (middle, y2), (x2, y2), (x2, y2 + high), (middle, y2 + high),
              (middle, y1 + high), (x1, y1 + high), (x1, y1)]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    sheet.add(PathPatch(Path(points, codes), facecolor=colour, linewidth=0))


def _colour(key: str, place: int) -> str:
    if place == 0 and key in colours.FILL:
        return colours.FILL[key]
    return _COLOURS.get(key, colours.FINE)


def _node(sheet: Sheet, place: int, key: str, node: _Node, count: int) -> None:
    x = _COLUMNS[place]
    colour = _colour(key, place)
    sheet.rect(x, node.top, _WIDE, node.high, colour)
    name = words.voice(key) if place == 0 else _(_NAMES[key])
    middle = node.top + node.high / 2 + 9
    if place == 0:
        sheet.text(x - 18, middle, f"{name}  {count}", 26, colours.WORDS[key], 600, at="right")
    elif place == 1:
        sheet.text(x + _WIDE / 2, node.top - 9, f"{name}  {count}", 24, colours.INK, 600, at="center")
    else:
        sheet.text(x + _WIDE + 18, middle, f"{name}  {count}", 26, colours.INK, 600)
