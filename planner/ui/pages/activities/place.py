"""Where things stand on the timeline: names, owners, months, bars, and the chips beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

from planner.calc.schedule import Span
from planner.i18n import _, _n
from planner.ui.pages.activities.faces import Face, no_input_words
from planner.ui.parts.paint import text_width
from planner.ui.parts.timeline import BAR, LEAST_BAR, chip_width
from planner.ui.parts.timescale import Timescale

ROW, GROUP_ROW = 40, 36
LEAST_NAME, MOST_NAME, OWNERS = 176, 300, 72
INDENT, EDGE = 38, 16
_GAP = 8
_Words = tuple[str, str, str]  # what a chip says, in whose voice, and the id of the input it quotes


@dataclass(frozen=True)
class Chip:
    """One chip beside or on a bar. Voice empty: that nothing is behind the activity. `quoted` is the input that it
    names; empty for a count."""

    left: float
    text: str
    voice: str
    on_bar: bool
    quoted: str = ""

    def is_at(self, x: float) -> bool:
        """Whether it stands at a place across."""
        return self.left <= x <= self.left + chip_width(self.text)


class Place:
    """The geometry that head, rows and strip of a timeline share. `shift` is how far the months are scrolled."""

    def __init__(self) -> None:
        self.scale = Timescale(("2027-01",))
        self.names = LEAST_NAME
        self.width = 0
        self.shift = 0.0

    def fit(self, width: int, names: list[str]) -> None:
        """Names as wide as they need where the months keep their least width; the months take the rest."""
        needed = max((text_width(name, "body", 500) for name in names), default=0.0) + INDENT + 12
        self.width = width
        self.scale.fit(width - OWNERS - MOST_NAME)
        free = width - OWNERS - self.scale.width - EDGE
        self.names = int(max(LEAST_NAME, min(MOST_NAME, needed, max(free, width * 0.24))))
        self.scale.fit(self.room - EDGE)
        self.shift = max(0.0, min(self.most_shift, self.shift))

    @property
    def left(self) -> int:
        """Where the months begin."""
        return self.names + OWNERS

    @property
    def room(self) -> float:
        """How much of the months can be seen."""
        return max(80.0, self.width - self.left)

    @property
    def most_shift(self) -> float:
        """How far the months can be scrolled."""
        return max(0.0, self.scale.width + EDGE - self.room)

    def x(self, place: float) -> float:
        """A place on the scale in the pixels of the view."""
        return self.left + place - self.shift

    def bar(self, span: Span, row: QRectF) -> QRectF:
        """The bar of a run in its row."""
        return self.between(*self.scale.box(span), row)

    def between(self, left: float, right: float, row: QRectF) -> QRectF:
        """A bar in its row between two places of the scale."""
        top = row.top() + round((row.height() - BAR) / 2)
        return QRectF(self.x(left) + 1, top, max(LEAST_BAR, right - left - 2), BAR)

    def chips(self, face: Face, bars: Sequence[QRectF]) -> list[Chip]:
        """The inputs it answers: after the last bar, before the first, between two or on one; where there is no room
        fewer, then a count."""
        start, end = self.x(0) + 4, max(self.x(self.scale.width), self.left + self.room - 4) - 2
        bars = sorted(bars, key=QRectF.left) or [QRectF(start, 0, 0, BAR)]  # nothing to stand beside
        first, last, longest = bars[0], max(bars, key=QRectF.right), max(bars, key=QRectF.width)
        for texts in _ways(face):
            wide = sum(chip_width(one[0]) for one in texts) + _GAP * (len(texts) - 1)
            after = last.right() + (16 if last.width() else 0)
            if after + wide <= end:
                return _row(texts, after, on_bar=False)
            if first.left() - 12 - wide >= start:
                return _row(texts, first.left() - 12 - wide, on_bar=False)
            for one, following in pairwise(bars):
                if one.right() + 16 + wide + 12 <= following.left():
                    return _row(texts, one.right() + 16, on_bar=False)
            if longest.width() >= wide + 32:
                return _row(texts, longest.left() + 16, on_bar=True)
        return _row(_ways(face)[-1], max(start, first.left() + 4), on_bar=True)


def _ways(face: Face) -> list[list[_Words]]:
    """What the chips may say, from everything to a count."""
    if not face.quotes:
        return [[(no_input_words(), "", "")], [(_("No input"), "", "")]]
    every = [(quote.short, quote.voice, quote.id) for quote in face.quotes]
    ways = [every]
    for some in range(len(every) - 1, 0, -1):
        ways.append([*every[:some], (f"+{len(every) - some}", every[some][1], "")])
    count, voice = len(every), every[0][1]
    return [*ways, [(_n("{n} input", "{n} inputs", count).format(n=count), voice, "")], [(str(count), voice, "")]]


def _row(texts: list[_Words], left: float, *, on_bar: bool) -> list[Chip]:
    chips = []
    for text, voice, quoted in texts:
        chips.append(Chip(left, text, voice, on_bar, quoted))
        left += chip_width(text) + _GAP
    return chips
