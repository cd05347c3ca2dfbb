"""Days across: which day stands where on a timeline, in months of one width or in weeks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from planner.calc import months as calendar
from planner.calc.schedule import WEEK, Span, first_of, last_of
from planner.model.fields import Month
from planner.model.value import Value

Unit = Literal["month", "week"]
LEAST = {"month": 44.0, "week": 34.0}
MOST = {"month": 80.0, "week": 60.0}


class Tick(Value):
    """A column of a timeline: where it is, its first day, and whether a line stands before it."""

    x: float
    width: float
    day: date
    quarter: bool


class Timescale:
    """The months of a plan, and as many around them as are needed. `fit(room)` sets the width of its columns.

    Places are pixels from the left edge of the first month.
    """

    def __init__(self, period: Sequence[Month], around: Sequence[Month] = (), unit: Unit = "month") -> None:
        """`period` are the months of the plan, at least one; `around` further months that must be on the scale."""
        self.unit = unit
        self.period = tuple(period)
        known = [month for month in (*period, *around) if first_of(month)]
        self.months = calendar.span(min(known), max(known))
        self._starts = [day for month in self.months if (day := first_of(month))]
        self.first = self._starts[0]
        self.last = last_of(self.months[-1]) or self.first
        self.column = LEAST[unit]

    def fit(self, room: float) -> None:
        """Columns as wide as the room allows, from the least to the most that is well read."""
        count = len(self.months) if self.unit == "month" else ((self.last - self.first).days + 1) / WEEK
        self.column = max(LEAST[self.unit], min(MOST[self.unit], room / count))
        if self.unit == "month":
            self.column = float(int(self.column))  # so that lines stay sharp

    @property
    def width(self) -> float:
        """All columns together."""
        return self.x(self.last + timedelta(days=1))

    def x(self, day: date) -> float:
        """Where a day begins; also for days outside the scale."""
        if self.unit == "week":
            return (day - self.first).days * self.column / WEEK
        month = f"{day:%Y-%m}"
        last = last_of(month)
        share = (day.day - 1) / (last.day if last else 30)
        return (calendar.index(month) - calendar.index(self.months[0]) + share) * self.column

    def box(self, span: Span) -> tuple[float, float]:
        """Left and right edge of a span."""
        return self.x(span.first), self.x(span.last + timedelta(days=1))

    def month_at(self, x: float) -> Month | None:
        """The month at a place."""
        for month, start in zip(self.months, self._starts, strict=True):
            if self.x(start) <= x < self.x((last_of(month) or start) + timedelta(days=1)):
                return month
        return None

    def months_boxes(self) -> list[Tick]:
        """Every month with its place; a quarter of the plan begins with each third one."""
        pairs = zip(self.months, self._starts, strict=True)
        return [self._tick(start, last_of(month) or start) for month, start in pairs]

    def ticks(self) -> list[Tick]:
        """The columns: months, or weeks from Monday on."""
        if self.unit == "month":
            return self.months_boxes()
        found = []
        day = self.first
        while day <= self.last:
            following = day + timedelta(days=WEEK - day.weekday())
            found.append(self._tick(day, following - timedelta(days=1)))
            day = following
        return found

    def _tick(self, first: date, last: date) -> Tick:
        left, right = self.box(Span(first, min(last, self.last)))
        return Tick(left, right - left, first, self.starts_quarter(first))

    def starts_quarter(self, day: date) -> bool:
        """Whether a quarter of the plan begins with this day."""
        return day.day == 1 and (calendar.index(f"{day:%Y-%m}") - calendar.index(self.period[0])) % 3 == 0

    def outside(self) -> list[tuple[float, float]]:
        """The stretches of the scale that the plan does not cover, as left and right edges."""
        start, end = first_of(self.period[0]), last_of(self.period[-1])
        if start is None or end is None:
            return []
        left, right = self.x(start), self.x(end + timedelta(days=1))
        return [(a, b) for a, b in ((0.0, left), (right, self.width)) if b > a]
