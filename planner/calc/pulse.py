"""The blind pulse: twelve statements that each side answers alone (method.md A21).

Own construction and no validated scale: say so wherever it is shown. Answers without a name stay without one: a side
of which fewer than four answered is not shown by itself, nor can it be worked out from what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from planner.i18n import mark
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Pulse, Session

STATEMENTS = (
    mark("I could name our common revenue number without looking."),
    mark("I know which three sales requests marketing acted on this year."),
    mark("When marketing says no to me, or we say no to sales, a reason is given."),
    mark("Our materials are used in real customer conversations."),
    mark("Leads are called quickly enough."),
    mark("Leads are good enough to be worth a call."),
    mark("We agree which customers matter most."),
    mark("The agency understands how our customers decide."),
    mark("The agency contradicts us when we are wrong."),
    mark("If the budget were cut tomorrow, we would agree what goes first."),
    mark("I know what the other team promised us this quarter."),
    mark("Finance would defend our programme budget."),
)
FEWEST = 4
"""Nameless answers of one side that are shown together."""
WIDE, LOW = 1.0, 3.0
_EPSILON = 1e-9


class Mean(NamedTuple):
    """A mean of answers from 1 to 5 and how many answered."""

    value: float
    n: int


class Statement(NamedTuple):
    """What the sides answered to one statement."""

    number: int
    by_side: dict[str, Mean]
    """The sides that can be shown."""
    others: Mean | None
    """All other sides together, where they are enough people."""
    answered: int
    """How many answered in all."""

    @property
    def gap(self) -> float | None:
        """How far sales and marketing are apart; None where one of them is not shown."""
        sales, marketing = self.by_side.get("sales"), self.by_side.get("marketing")
        return abs(sales.value - marketing.value) if sales and marketing else None

    @property
    def is_wide(self) -> bool:
        """Whether sales and marketing are at least one apart."""
        return self.gap is not None and self.gap >= WIDE - _EPSILON

    @property
    def is_flagged(self) -> bool:
        """Whether it is to be talked about: the two sides at least one apart, or a mean below three."""
        means = [*self.by_side.values(), *([self.others] if self.others else [])]
        return self.is_wide or any(mean.value < LOW - _EPSILON for mean in means)


class Shift(NamedTuple):
    """One statement before and after; None where it was not answered then."""

    number: int
    before: Statement | None
    after: Statement | None

    @property
    def gap(self) -> float | None:
        """How much narrower the gap has become, negative where it is wider; None where it is not known twice."""
        before = self.before.gap if self.before else None
        after = self.after.gap if self.after else None
        return None if before is None or after is None else before - after


def pulse_of(plan: Plan, session: RowId | None = None) -> tuple[Statement, ...]:
    """The statements that were answered in a session (None: outside of any), in their order."""
    answers: dict[int, list[Pulse]] = {}
    for row in plan.pulses:
        if row.session == session and row.score is not None and row.statement is not None:
            answers.setdefault(row.statement, []).append(row)
    return tuple(_statement(number, answers[number]) for number in sorted(answers))


def before_and_after(plan: Plan) -> tuple[Shift, ...]:
    """The first and the last session with a pulse, statement by statement; empty while there are fewer than two."""
    held = sessions(plan)
    if len(held) < 2:
        return ()
    before, after = ({one.number: one for one in pulse_of(plan, row.id)} for row in (held[0], held[-1]))
    numbers = sorted(before.keys() | after.keys())
    return tuple(Shift(number, before.get(number), after.get(number)) for number in numbers)


def sessions(plan: Plan) -> tuple[Session, ...]:
    """The sessions in which a pulse was taken, the earliest first."""
    taken = {row.session for row in plan.pulses}
    return tuple(sorted((row for row in plan.sessions if row.id in taken), key=_when))


def _when(row: Session) -> tuple[str, int, str]:
    return row.held_on or "", row.position, row.id


def _statement(number: int, rows: Iterable[Pulse]) -> Statement:
    by_side: dict[str, list[Pulse]] = {}
    for row in rows:
        by_side.setdefault(row.function or "", []).append(row)
    shown = {side: _mean(given) for side, given in by_side.items() if side and _may_be_shown(given)}
    hidden = [row for side, given in by_side.items() if side not in shown for row in given]
    others = _mean(hidden) if len(hidden) >= FEWEST else None
    return Statement(number, dict(sorted(shown.items())), others, sum(len(given) for given in by_side.values()))


def _may_be_shown(rows: list[Pulse]) -> bool:
    """Whether a side's answers may stand by themselves: given under a name, or by enough people."""
    return len(rows) >= FEWEST or all(row.person is not None for row in rows)


def _mean(rows: list[Pulse]) -> Mean:
    return Mean(sum(row.score or 0 for row in rows) / len(rows), len(rows))
