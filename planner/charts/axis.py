"""The scale at the side of a chart: round values, hairlines, the unit on the first label only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from planner.charts import colours, words
from planner.charts.sheet import Sheet, width
from planner.charts.steps import round_step
from planner.model.plan import Month


@dataclass(frozen=True, slots=True)
class Scale:
    """Values on a height: ``low`` at ``bottom``, ``high`` at ``top``, in pixels."""

    low: float
    high: float
    top: float
    bottom: float
    step: float

    def y(self, value: float) -> float:
        """The pixel of a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def draw(self, sheet: Sheet, left: float, right: float, currency: str | None) -> None:
        """Hairlines and their labels at the left."""
        count = round((self.high - self.low) / self.step)
        for place in range(count + 1):
            value = self.low + place * self.step
            y = self.y(value)
            base = place == 0
            sheet.line([left, right], [y, y], colours.STRONG if base else colours.HAIRLINE, 2 if base else 1.5)
            said = words.major(value, currency if place == count else None)
            sheet.text(left - 16, y + 8, said, 24, colours.MUTED, at="right")


def from_zero(most: float, top: float, bottom: float, steps: int = 4) -> Scale:
    """A scale from zero to a round value at or over ``most``."""
    step = round_step(most, steps)
    return Scale(0.0, step * max(1, ceil(most / step - 1e-9)), top, bottom, step)


@dataclass(frozen=True, slots=True)
class Columns:
    """The months of the plan side by side."""

    months: Sequence[Month]
    left: float
    right: float

    @property
    def pitch(self) -> float:
        """The width of a column."""
        return (self.right - self.left) / len(self.months)

    def middle(self, place: int) -> float:
        """The middle of the column of a month."""
        return self.left + (place + 0.5) * self.pitch

    def draw(self, sheet: Sheet, top: float, bottom: float, quarters: bool = True) -> None:
        """Names of the months under the chart and a hairline before each quarter."""
        several = len({month[:4] for month in self.months}) > 1
        every = next(
            n for n in (1, 2, 3, 6, 12, 60) if self.pitch * n >= width("Mmm 88" if several else "Mmm", 24) + 10
        )
        for place, month in enumerate(self.months):
            if place % every == 0:
                said = words.month(month, several)
                sheet.text(self.middle(place), bottom + 38, said, 24, colours.MUTED, at="center")
            if quarters and place and place % 3 == 0:
                x = self.left + place * self.pitch
                sheet.line([x, x], [top, bottom], colours.HAIRLINE, 1.5)
