"""A sheet to draw a chart on, in pixels of the exported picture from the upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from planner.charts import colours, style, words
from planner.i18n import _
from planner.model.plan import Plan

_TITLE = 44
_FOOT = 24


_SHRINK: ContextVar[float] = ContextVar("shrink", default=1.0)


@contextmanager
def as_wide_as(inches: float, of: int = style.WIDE[0]) -> Iterator[None]:
    """Charts that are drawn meanwhile come out so wide on paper, lines and letters with them."""
    token = _SHRINK.set(inches * style.DPI / of)
    try:
        yield
    finally:
        _SHRINK.reset(token)


class Sheet:
    """One chart in the making: a figure, one axes that covers it, and the few shapes that charts are made of."""

    def __init__(self, size: tuple[int, int], background: str = colours.SURFACE, shrink: float | None = None) -> None:
        """``shrink``: how much smaller than its pixels the sheet is, where it is made for paper of a given size."""
        self.width, self.height = size
        self._shrink = shrink = _SHRINK.get() if shrink is None else shrink
        inches = (size[0] / style.DPI * shrink, size[1] / style.DPI * shrink)
        self.figure = Figure(figsize=inches, dpi=style.DPI, facecolor=background)
        FigureCanvasAgg(self.figure)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, size[0]), ylim=(size[1], 0))
        self.axes.set_axis_off()
        self._layer = 1.0

    def text(
        self, x: float, y: float, said: str, px: float = 24, colour: str = colours.INK, weight: int = 400,
        *, family: str = style.SANS, italic: bool = False, at: str = "left", name: str = "",
    ) -> Text:  # fmt: skip
        """Words with their baseline at ``y``. ``at``: whether x is their left, center or right."""
        made = self.axes.text(
            x, y, clean(said), color=colour, fontproperties=style.font(family, px * self._shrink, weight, italic),
            ha=at, va="baseline", parse_math=False, zorder=self._up(),
        )  # fmt: skip
        made.set_gid(name or None)
        return made

    def name(self, x: float, middle: float, said: str, room: float, high: float, px: float = 24) -> None:
        """What a row is called, about the height ``middle``: on two lines where a row ``high`` has room for them."""
        measure = measured(px, 500)
        two = high >= px * 2.3
        shown = words.lines(clean(said), room, measure, 2) if two else [words.fit(clean(said), room, measure)]
        step = px * 1.12
        for place, line in enumerate(shown):
            base = middle + px / 3 + step * (place - (len(shown) - 1) / 2)
            self.text(x, base, line, px, weight=500)

    def rect(self, x: float, y: float, wide: float, high: float, colour: str, **more: Any) -> None:
        """A filled rectangle on whole pixels."""
        left, top = round(x), round(y)
        patch = Rectangle((left, top), round(x + wide) - left, round(y + high) - top, facecolor=colour, linewidth=0)
        patch.set(**more)
        self.add(patch)

    def rounded(self, x: float, y: float, wide: float, high: float, radius: float, colour: str, **more: Any) -> None:
        """A filled rectangle with round corners."""
        box = FancyBboxPatch((x, y), wide, high, boxstyle=f"round,pad=0,rounding_size={radius}",
                             facecolor=colour, linewidth=0)  # fmt: skip
        box.set(**more)
        self.add(box)

    def line(self, xs: Sequence[float], ys: Sequence[float], colour: str, wide: float = 1.0, **more: Any) -> None:
        """A line through points."""
        points = wide * self._shrink * 72 / style.DPI
        made = Line2D(xs, ys, color=colour, linewidth=points, solid_capstyle="butt", **more)
        made.set_zorder(self._up())
        self.axes.add_line(made)

    def circle(self, x: float, y: float, radius: float, colour: str, **more: Any) -> None:
        """A filled circle."""
        patch = Circle((x, y), radius, facecolor=colour, linewidth=0)
        patch.set(**more)
        self.add(patch)

    def shape(self, points: Sequence[tuple[float, float]], colour: str, **more: Any) -> None:
        """A filled polygon."""
        patch = Polygon(list(points), closed=True, facecolor=colour, linewidth=0)
        patch.set(**more)
        self.add(patch)

    def glyph(self, voice: str, x: float, y: float, high: float = 18) -> float:
        """The sign of a voice, centred on height ``y`` from ``x`` on; returns its width."""
        colour, r = colours.FILL[voice], high / 2
        if voice in ("marketing", "sales", "shared"):
            first, second = x + r, x + r + 1.1 * r
            edge = {"edgecolor": colour, "linewidth": 1.2 * self._shrink}
            self.circle(first, y, r - 1, colour if voice == "marketing" else "none", **edge)
            self.circle(second, y, r - 1, colour if voice == "sales" else "none", **edge)
            if voice == "shared":
                self.shape(lens(first, second, y, r - 1), colour)
            return high * 1.55
        if voice == "agency":
            self.shape([(x + r, y - r), (x + high, y), (x + r, y + r), (x, y)], colour)
        elif voice == "finance":
            self.rounded(x + 1, y - r + 1, high - 2, high - 2, 4, colour)
        else:
            self.circle(x + r, y, r - 2, "none", edgecolor=colour, linewidth=2)
        return high

    def legend(self, x: float, y: float, entries: Iterable[tuple[str, str]]) -> None:
        """Voices with their words in one row from ``x`` on, in stacking order."""
        for voice, said in entries:
            x += self.glyph(voice, x, y - 8, 18) + 10
            self.text(x, y, said, 24, colours.WORDS[voice], 500)
            x += width(said, 24, 500) + 36

    def frame(self, title: str, plan: Plan, as_of: str | None, source: str) -> float:
        """The title on top, source and day lower left, the mark lower right. Returns the y where the chart begins."""
        y = style.MARGIN + 34.0
        measure = measured(_TITLE, 500, style.SERIF)
        for line in words.lines(clean(title), self.width - 2 * style.MARGIN, measure, 2):
            self.text(style.MARGIN, y, line, _TITLE, weight=500, family=style.SERIF, name="title")
            y += 56
        self._foot(plan, as_of, source)
        return y - 22

    def _foot(self, plan: Plan, as_of: str | None, source: str) -> None:
        parts = [plan.facts.company, plan.facts.title, source]
        base = self.height - 44
        self.mark(self.width - style.MARGIN - 24 * 1.53, base - 20, 24)
        room, measure = self.width - 2 * style.MARGIN - 80, measured(_FOOT)
        day = words.day(as_of)
        after = f" · {day}" if day else ""
        for place in range(len(parts)):  # whose plan it is gives way first; source and day stay
            said = clean(" · ".join(part for part in parts[place:] if part))
            if measure(said + after) <= room:
                break
        said = words.fit(said, room - measure(after), measure)
        self.text(style.MARGIN, base, said + after if said else day, _FOOT, colours.MUTED, name="foot")

    def mark(self, x: float, y: float, high: float) -> None:
        """The mark of the program: two circles and what they share."""
        r = high / 2
        first, second = x + r, x + r + 1.06 * r
        self.circle(first, y + r, r, colours.FILL["marketing"])
        self.circle(second, y + r, r, colours.FILL["sales"])
        self.shape(lens(first, second, y + r, r), colours.LENS)

    def missing(self, said: str) -> None:
        """The whole chart as a sentence, where the plan has not yet what it shows."""
        measure = measured(34, 400, style.SERIF)
        broken = words.lines(clean(said), min(900, self.width - 4 * style.MARGIN), measure, 5)
        y = self.height / 2 - 24 * (len(broken) - 1) + 12
        for line in broken:
            self.text(self.width / 2, y, line, 34, colours.MUTED, family=style.SERIF, at="center", name="missing")
            y += 48

    def add(self, patch: Any) -> None:
        """A shape of matplotlib's own, over what is there."""
        patch.set_zorder(self._up())
        self.axes.add_patch(patch)

    def _up(self) -> float:
        self._layer += 0.001
        return self._layer


def clean(said: str) -> str:
    """The text with one sign in place of each character that no font at hand can draw."""
    known = style.drawable()
    return "".join(sign if ord(sign) in known else " " if sign.isspace() else "▯" for sign in said)


@lru_cache(maxsize=4096)
def width(said: str, px: float, weight: int = 400, family: str = style.SANS, italic: bool = False) -> float:
    """How wide words are, in pixels."""
    prop = style.font(family, px, weight, italic)
    wide: float = text_to_path.get_text_width_height_descent(clean(said), prop, False)[0]
    return wide * style.DPI / 72


def measured(px: float, weight: int = 400, family: str = style.SANS) -> Callable[[str], float]:
    """``width`` for one style."""
    return lambda said: width(said, px, weight, family)


def within(room: float, said: str, px: float, weight: int = 400, family: str = style.SANS) -> float:
    """The size at which words are no wider than the room: ``px``, or as much smaller as they need."""
    wide = width(said, px, weight, family)
    return px if wide <= room else px * room / wide


def started(
    plan: Plan, results: Any, title: str, source: str, size: tuple[int, int] = style.WIDE
) -> tuple[Sheet, float]:
    """A sheet with its frame drawn, and the y where the chart begins."""
    sheet = Sheet(size)
    return sheet, sheet.frame(title, plan, results.as_of, source)


def without(plan: Plan, results: Any, title: str, said: str, size: tuple[int, int] = style.WIDE) -> Figure:
    """A chart that says in words what it lacks."""
    sheet, _top = started(plan, results, title, _("Nothing to draw yet"), size)
    sheet.missing(said)
    return sheet.figure


def lens(first: float, second: float, y: float, r: float) -> list[tuple[float, float]]:
    """What two circles of one radius share, as the points of its edge."""
    from math import acos, cos, pi, sin

    half = acos((second - first) / 2 / r)
    steps = [half * (2 * step / 24 - 1) for step in range(25)]
    right = [(first + r * cos(angle), y + r * sin(angle)) for angle in steps]
    left = [(second + r * cos(pi + angle), y + r * sin(pi + angle)) for angle in steps]
    return right + left
