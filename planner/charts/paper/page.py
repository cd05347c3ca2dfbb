"""A sheet of paper: head, foot, paragraphs, tables that go on over the next page."""

from __future__ import annotations

from collections.abc import Sequence

from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, measured, within
from planner.i18n import _
from planner.model.plan import Plan

TALL = (1131, 1600)
LYING = (1600, 1131)
_SHRINK = 8.2677 * style.DPI / 1131
"""A4 is 210 mm wide; 1131 pixels are drawn on it."""
SMALL, BODY = 14.0, 15.0


class Paper(Sheet):
    """A page with its head. ``top`` is where its content begins, ``bottom`` where it ends."""

    def __init__(self, plan: Plan, size: tuple[int, int], margin: int, right: str) -> None:
        super().__init__(size, shrink=_SHRINK)
        self.left, self.right = float(margin), float(size[0] - margin)
        self.plan = plan
        base = 68.0
        name = ", ".join(part for part in (plan.facts.company, plan.facts.title) if part)
        room = self.right - self.left
        end = words.fit(clean(right), room / 2, measured(BODY))
        left = room - measured(BODY)(end) - 40
        self.text(self.left, base, words.fit(clean(name), left, measured(BODY, 600)), BODY, weight=600)
        self.text(self.right, base, end, BODY, colours.MUTED, at="right")
        self.rule(base + 16)
        self.top = base + 16.0
        self.bottom = size[1] - 76.0

    def rule(self, y: float, colour: str = colours.INK, left: float | None = None, right: float | None = None) -> None:
        """A line across the page; hairlines have the colour of hairlines."""
        self.line((left or self.left, right or self.right), (y, y), colour, 1.2 if colour == colours.INK else 1.0)

    def hairline(self, y: float, left: float | None = None, right: float | None = None) -> None:
        """A thin line between rows."""
        self.rule(y, colours.STRONG, left, right)

    def title(self, y: float, said: str, px: float = 42, room: float | None = None) -> float:
        """A heading in the serif, on at most two lines; returns the baseline of the last one."""
        measure = measured(px, 500, style.SERIF)
        for line in words.lines(clean(said), room or self.right - self.left, measure, 2):
            y += px * 1.15
            self.text(self.left, y, line, px, weight=500, family=style.SERIF, name="title")
        return y

    def paragraph(
        self, x: float, y: float, said: str, room: float, px: float = BODY, colour: str = colours.INK,
        weight: int = 400, *, family: str = style.SANS, most: int = 3, step: float | None = None,
    ) -> float:  # fmt: skip
        """Words over several lines of even length from baseline ``y`` on; returns the baseline after the last."""
        step = step or px * 1.4
        for line in words.lines(clean(said), room, measured(px, weight, family), most):
            self.text(x, y, line, px, colour, weight, family=family)
            y += step
        return y

    def figure_over(self, x: float, y: float, room: float, figure: str, under: str) -> None:
        """A headline figure with what it is under it."""
        self.text(x, y, figure, within(room, figure, 34, 600, style.DISPLAY), weight=600, family=style.DISPLAY)
        self.text(x, y + 34, words.fit(under, room, measured(SMALL)), SMALL, colours.MUTED)

    def foot(self, said: str, second: str = "") -> None:
        """The line at the bottom, with the mark."""
        y = self.height - 64.0
        self.hairline(y)
        room = self.right - self.left - 80
        for place, line in enumerate(part for part in (said, second) if part):
            self.text(
                self.left, y + 26 + 22 * place, words.fit(clean(line), room, measured(SMALL)), SMALL, colours.MUTED
            )
        self.mark(self.right - 25 * 1.53, y + 12, 25)


def agreed(plan: Plan, results: Results) -> str:
    """Who has signed, in a sentence; how many inputs are answered."""
    signed = [person.name or "" for row in plan.signoffs if (person := plan.people.get(row.person))]
    last = max((row.date for row in plan.signoffs if row.date), default=None)
    said = (
        _("Agreed by {names}, {day}.").format(names=_listed(signed), day=words.day(last))
        if signed
        else _("Nobody has signed yet.")
    )
    given = [row for row in plan.sales_inputs if row.merged_into is None]
    if given:
        answered = sum(row.status not in ("new", "discussed") for row in given)
        said += " " + _("{answered} of {all} sales inputs answered.").format(answered=answered, all=len(given))
    return said


def dated(plan: Plan, results: Results) -> str:
    """The version and the day that the page shows."""
    version = _("version {n}").format(n=plan.facts.version) if plan.facts.version else ""
    return ", ".join(part for part in (version, words.day(results.as_of)) if part)


def first_name(plan: Plan, id: str | None) -> str:
    """How a person is called in the room; empty where nobody is named."""
    person = plan.people.get(id)
    return (person.name or "").split(" ")[0] if person else ""


def _listed(names: Sequence[str]) -> str:
    from planner.calc.words import listing

    return listing(list(dict.fromkeys(name for name in names if name)))
