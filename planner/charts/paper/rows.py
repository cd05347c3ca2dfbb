"""Plain rows on paper that go on over the next page: sales page, brief, decisions are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from matplotlib.figure import Figure

from planner.charts import colours, style, words
from planner.charts.paper.page import BODY, SMALL, TALL, Paper
from planner.charts.sheet import clean, measured
from planner.model.plan import Plan

_ASIDE = 250
"""Room for what stands at the right of a row, as wide as two months with their years in any language."""


class Pages:
    """Blocks of text one under the other on as many pages as it takes; each page has the head and the foot."""

    def __init__(self, plan: Plan, title: str, right: str, foot: str, margin: int = 84) -> None:
        self._plan, self._right, self._foot, self._margin = plan, right, foot, margin
        self.figures: list[Figure] = []
        self._new()
        self.y = self.page.title(self.page.top, title, 40) + 34

    def _new(self) -> None:
        self.page = Paper(self._plan, TALL, self._margin, self._right)
        self.page.foot(self._foot)
        self.figures.append(self.page.figure)
        self.y = self.page.top + 44

    def need(self, high: float) -> None:
        """Go to the next page where this much does not fit."""
        if self.y + high > self.page.bottom:
            self._new()

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.page.right - self.page.left

    def heading(self, said: str, voice: str = "") -> None:
        """A heading with a line under it."""
        self.need(124)
        self.y += 14
        x = self.page.left
        if voice:
            self.page.glyph(voice, x, self.y - 7, 14)
            x += 30
        colour = colours.WORDS[voice] if voice else colours.INK
        self.page.text(x, self.y, said, 22, colour, 500, family=style.SERIF)
        self.page.rule(self.y + 14)
        self.y += 40

    def row(self, title: str, more: Iterable[str], aside: str = "", voice: str = "") -> None:
        """A title, lines under it, something at the right, a hairline below."""
        lines = [part for said in more if said for part in self._lines(said, self.room - 180, BODY, 400, 4)]
        beside = words.fit(clean(aside), _ASIDE, measured(SMALL))
        heads = self._lines(title, self.room - 40 - max(160, measured(SMALL)(beside)), 17, 500, 3)
        self.need(24.0 * len(heads) + 21 * len(lines) + 18)
        x = self.page.left
        if voice:
            self.page.glyph(voice, x, self.y - 6, 12)
            x += 26
        self.page.text(self.page.right, self.y, beside, SMALL, colours.MUTED, at="right")
        for line in heads:
            self.page.text(x, self.y, line, 17, weight=500)
            self.y += 24
        for line in lines:
            self.page.text(x, self.y, line, BODY, colours.MUTED)
            self.y += 21
        self.page.hairline(self.y - 8)
        self.y += 20

    def words(self, said: str, px: float = 17) -> None:
        """A paragraph in the serif."""
        for line in self._lines(said, self.room, px, 400, 8, style.SERIF):
            self.need(px * 1.5)
            self.page.text(self.page.left, self.y, line, px, family=style.SERIF)
            self.y += px * 1.5
        self.y += 14

    def _lines(self, said: str, room: float, px: float, weight: int, most: int, family: str = style.SANS) -> list[str]:
        measure: Callable[[str], float] = measured(px, weight, family)
        return words.lines(clean(said), room, measure, most)
