"""What the context page shows of a plan, as plain values."""

from collections.abc import Sequence

from planner.calc.bridge import Bridge, BridgeStep, bridge_of
from planner.calc.money import to_major
from planner.i18n import _, mark
from planner.model.fields import Money, RowId
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.parts.waterfall import Pier, axis
from planner.ui.voices import first_name, name_of_person, side_name, voice_of

SWOT = ("strength", "weakness", "opportunity", "threat")
BASE, TARGET = "bridge_base", "bridge_target"
PART_NAMES = {
    BASE: mark("Last year"),
    "bridge_existing": mark("Existing customers"),
    "bridge_marketing": mark("Through marketing"),
    TARGET: mark("Goal"),
}
"""What the steps that are facts are called; each is a field of the plan's facts."""
_UNITS = ((1e9, "bn"), (1e6, "m"), (1e3, "k"), (1.0, ""))


class NoteFace(Value):
    """One line of a sheet: its words, whoever said it, and whoever doubts it. Empty texts where there is nobody."""

    id: RowId
    text: str
    author: str
    voice: str
    doubt: str
    doubt_voice: str


class RoomFace(Value):
    """One person of the plan, and whether they are in the room."""

    id: RowId
    name: str
    voice: str
    about: str
    present: bool


class BridgeFigures(Value):
    """The bridge as it is drawn."""

    piers: tuple[Pier, ...]
    floor: float
    ticks: tuple[tuple[float, str], ...]
    unit: str
    level: str
    """How the check ends: fine, look, or empty where it cannot be made yet."""
    verdict: str


def note_faces(plan: Plan, kind: str) -> list[NoteFace]:
    """The lines of one sheet in their order."""
    return [
        NoteFace(
            row.id,
            row.text or "",
            first_name(name_of_person(plan, row.author)),
            voice_of(plan, row.author),
            first_name(name_of_person(plan, row.doubted_by)),
            voice_of(plan, row.doubted_by),
        )
        for row in plan.notes.ordered
        if row.kind == kind
    ]


def room_faces(plan: Plan) -> list[RoomFace]:
    """Everybody of the plan who has a name, in the order of the plan, so that a face that is clicked stays put."""
    return [
        RoomFace(
            person.id,
            person.name or "",
            voice_of(plan, person.id),
            person.role or side_name(person.function),
            bool(person.present),
        )
        for person in plan.people.ordered
        if person.name
    ]


def is_blank(plan: Plan) -> bool:
    """Whether nothing of the context is known yet."""
    nothing = not (len(plan.notes) or len(plan.people) or len(plan.bridge_steps) or plan.facts.company)
    return nothing and bridge_of(plan).is_blank


def bridge_figures(plan: Plan) -> BridgeFigures:
    """The bridge of a plan, its axis, and whether its steps add up."""
    bridge = bridge_of(plan)
    currency = plan.facts.currency
    levels = [to_major(level, currency) for level in _levels(bridge)]
    floor, ticks = axis(levels)
    size, letter = next(unit for unit in _UNITS if max(levels, default=0.0) >= unit[0] or unit[0] == 1)
    numbers = numbers_of(plan)
    draw = _Drawing(plan, bridge, numbers, size)
    level, verdict = verdict_of(plan, bridge)
    labels = [numbers.number(tick / size) for tick in ticks]
    return BridgeFigures(
        tuple(draw.piers()),
        floor,
        tuple(
            (tick, numbers.in_currency(label, letter) if place == 0 else label)
            for place, (tick, label) in enumerate(zip(ticks, labels, strict=True))
        ),
        numbers.in_currency(unit=letter),
        level,
        verdict,
    )


def _levels(bridge: Bridge) -> list[Money]:
    known = [level for level in (bridge.base, bridge.target) if level is not None]
    for step in bridge.steps:
        if step.start is not None:
            known += [step.start, step.start + (step.amount or 0)]
    return known


def verdict_of(plan: Plan, bridge: Bridge) -> tuple[str, str]:
    """Whether the steps come to the goal: a level and a sentence, both empty while it cannot be said."""
    if bridge.gap is None:
        return "", "" if bridge.is_blank else _("Not all figures are known yet")
    numbers = numbers_of(plan)
    if bridge.gap == 0:
        return "fine", _("The steps add up to the goal")
    said = _("{amount} short of the goal") if bridge.gap > 0 else _("{amount} beyond the goal")
    return "look", said.format(amount=numbers.money(abs(bridge.gap)))


class _Drawing:
    """Makes the columns of one bridge."""

    def __init__(self, plan: Plan, bridge: Bridge, numbers: Numbers, size: float) -> None:
        self._plan, self._bridge, self._numbers, self._size = plan, bridge, numbers, size

    def piers(self) -> Sequence[Pier]:
        bridge = self._bridge
        year = (self._plan.facts.fiscal_year_start or "")[:4]
        before = str(int(year) - 1) if year.isdecimal() else _(PART_NAMES[BASE])
        goal = _("Goal {year}").format(year=year) if year else _(PART_NAMES[TARGET])
        return [
            self._total(BASE, before, bridge.base, ""),
            *(self._step(step) for step in bridge.steps),
            self._total(TARGET, goal, bridge.target, self._growth(bridge.target)),
        ]

    def _major(self, amount: Money | None) -> float | None:
        return None if amount is None else to_major(amount, self._plan.facts.currency)

    def _total(self, key: str, name: str, amount: Money | None, below: str) -> Pier:
        figure = self._numbers.money_short(amount)
        spoken = f"{name}, {self._numbers.money(amount) or _('not known yet')}"
        return Pier(key, name, below, figure, spoken, True, None, self._major(amount))

    def _step(self, step: BridgeStep) -> Pier:
        row = self._plan.bridge_steps.get(step.row)
        name = (row.name or _("Step")) if row else _(PART_NAMES[step.field])
        below = (row.arithmetic or "") if row else self._reckoned(step)
        end = None if step.start is None else self._major(step.start + (step.amount or 0))
        spoken = [name, self._signed(step.amount, full=True) or _("not known yet"), below]
        return Pier(
            step.row or step.field,
            name,
            below,
            self._signed(step.amount),
            ", ".join(part for part in spoken if part),
            False,
            self._major(step.start),
            end,
        )

    def _signed(self, amount: Money | None, *, full: bool = False) -> str:
        if amount is None:
            return ""
        major = to_major(amount, self._plan.facts.currency)
        words = self._numbers.money(amount) if full else self._numbers.number(major / self._size, 2)
        return f"+{words}" if amount >= 0 else words

    def _reckoned(self, step: BridgeStep) -> str:
        """How a step that is a fact comes about, where the plan itself can say so."""
        deal = self._plan.funnel.deal_likely
        if step.field == "bridge_marketing" and deal and step.amount and step.amount % deal == 0:
            return f"{self._numbers.number(step.amount // deal)} × {self._numbers.money_short(deal)}"
        base = self._bridge.base
        if not base or step.amount is None:
            return ""
        return _("{share} of last year").format(share=self._numbers.share(round(step.amount / base, 3)))

    def _growth(self, target: Money | None) -> str:
        base = self._bridge.base
        if not base or target is None:
            return ""
        share = round(target / base - 1, 3)
        return f"{'+' if share >= 0 else ''}{self._numbers.share(share)}"
