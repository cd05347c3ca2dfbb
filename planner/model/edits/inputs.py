"""What is done with what sales says: answer it, vote for it, put twins together or tell them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.i18n import _, _n
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, RowId
from planner.model.ids import new_row
from planner.model.plan import Dot, Plan, SalesInput, VoteRound
from planner.model.words import name_of

Answer = Literal["accepted", "adapted", "parked", "declined"]


@dataclass(frozen=True)
class AnswerInput:
    """Answer an input in the name of ``responder``, on the day ``on``.

    ``words`` says what the plan does with it, or how it was changed; for what is parked or declined it is the reason.
    Refused: declined without a reason, parked without a day, adapted without saying how.
    """

    id: RowId
    answer: Answer
    words: str = ""
    until: Day | None = None
    activities: tuple[RowId, ...] = ()
    materials: tuple[RowId, ...] = ()
    responder: RowId | None = None
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        words = {"input": input_name(plan, self.id), "day": self.until or ""}
        return {
            "accepted": _("Accept “{input}”"),
            "adapted": _("Adapt “{input}”"),
            "parked": _("Park “{input}” until {day}"),
            "declined": _("Decline “{input}”"),
        }[self.answer].format(**words)

    @property
    def lacks(self) -> str:
        """The sentence for what is missing; empty where the answer is complete."""
        if self.answer == "declined" and not self.words.strip():
            return _("Say why. Whoever gave the input will read the reason.")
        if self.answer == "parked" and not self.until:
            return _("Say until when. On that day it comes back.")
        if self.answer == "adapted" and not self.words.strip():
            return _("Say what is done differently from what was asked.")
        return ""

    def run(self, write: Writer) -> None:
        if self.lacks:
            raise EditRefused(self.lacks)
        _input(write.plan, self.id)
        refused = self.answer in ("parked", "declined")
        words = self.words.strip() or None
        write.update(
            "sales_input",
            self.id,
            status=self.answer,
            response=None if refused else words,
            decline_reason=words if refused else None,
            revisit_on=self.until if self.answer == "parked" else None,
            activities=self.activities,
            materials=self.materials,
            responder=self.responder,
            responded_on=self.on,
        )

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class Vote:
    """Place a dot of a person on a thing, or take one back. Person None: the dot of the side as a whole.

    The first dot opens a round. Refused: without a side, with all dots of the round placed, and with none to take.
    """

    item: RowId
    function: str | None
    person: RowId | None = None
    back: bool = False
    kind: Literal["inputs", "priorities", "causes"] = "inputs"
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        item = plan.find(self.item)
        name = name_of(plan, item) if item else _("an input")
        return _("Take a dot off “{name}”").format(name=name) if self.back else _("Dot on “{name}”").format(name=name)

    def run(self, write: Writer) -> None:
        if not self.function:
            raise EditRefused(_("Say who is at the keyboard first, so that the dot has a side."))
        if write.plan.find(self.item) is None:
            raise EditRefused(_("This row is no longer in the plan."))
        round = latest_round(write.plan, self.kind)
        if round is None:
            if self.back:
                raise EditRefused(_("No dot has been placed yet."))
            round = new_row(write.plan, "vote_round", kind=self.kind, held_on=self.on)
            write.put([round])
        own = next((dot for dot in _dots(write.plan, round) if self._is_own(dot) and dot.item == self.item), None)
        if self.back:
            self._take(write, own)
        else:
            self._place(write, round, own)

    def _place(self, write: Writer, round: VoteRound, own: Dot | None) -> None:
        most = round.dots_per_person
        if self.person is not None and most is not None:
            placed = sum(dot.dots for dot in _dots(write.plan, round) if dot.person == self.person)
            if placed >= most:
                raise EditRefused(
                    _n(
                        "The only dot is placed. Take it back first, with Shift V.",
                        "All {n} dots are placed. Take one back first, with Shift V.",
                        most,
                    ).format(n=most)
                )
        if own is None:
            values = {"round": round.id, "item": self.item, "function": self.function, "person": self.person}
            write.put([new_row(write.plan, "dot", **values, dots=1)])
        else:
            write.update("dot", own.id, dots=own.dots + 1)

    def _take(self, write: Writer, own: Dot | None) -> None:
        if own is None or own.dots < 1:
            raise EditRefused(_("There is no dot of yours to take back here."))
        if own.dots == 1 and own.person is not None:
            write.delete("dot", [own.id])
        else:
            write.update("dot", own.id, dots=own.dots - 1)

    def _is_own(self, dot: Dot) -> bool:
        return (dot.function, dot.person) == (self.function, self.person)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class MergeInputs:
    """Say that inputs say the same as another one: they point to it, and their dots count for it."""

    keep: RowId
    others: tuple[RowId, ...]

    def label(self, plan: Plan) -> str:
        count = len(self.others)
        return _n("Put {n} input with “{name}”", "Put {n} inputs with “{name}”", count).format(
            n=count, name=input_name(plan, self.keep)
        )

    def run(self, write: Writer) -> None:
        if _input(write.plan, self.keep).merged_into or self.keep in self.others:
            raise EditRefused(_("Choose the one input that stays, and another that joins it."))
        for id in self.others:
            _input(write.plan, id)
            joined = [row.id for row in write.plan.sales_inputs if row.merged_into == id]
            for one in (id, *joined):  # whatever had joined it before comes along
                write.update("sales_input", one, merged_into=self.keep)
            for dot in [dot for dot in write.plan.dots if dot.item == id]:
                self._move(write, dot)

    def _move(self, write: Writer, dot: Dot) -> None:
        same = next(
            (
                other
                for other in write.plan.dots
                if other.item == self.keep
                and (other.round, other.function, other.person) == (dot.round, dot.function, dot.person)
            ),
            None,
        )
        if same is None:
            write.update("dot", dot.id, item=self.keep)
        else:
            write.update("dot", same.id, dots=same.dots + dot.dots)
            write.delete("dot", [dot.id])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class TellApart:
    """Say that two inputs that read alike do not say the same, so that nobody is asked again."""

    keep: RowId
    other: RowId

    def label(self, plan: Plan) -> str:
        return _("Tell “{one}” and “{other}” apart").format(
            one=input_name(plan, self.keep), other=input_name(plan, self.other)
        )

    def run(self, write: Writer) -> None:
        known = _input(write.plan, self.other).differs_from
        if _input(write.plan, self.keep).id not in known:
            write.update("sales_input", self.other, differs_from=(*known, self.keep))

    def merges_with(self) -> str | None:
        return None


def latest_round(plan: Plan, kind: str = "inputs") -> VoteRound | None:
    """The last round of dots on inputs or on priorities; None before the first."""
    rounds = [round for round in plan.vote_rounds if round.kind == kind]
    return max(rounds, key=lambda round: (round.held_on or "", round.position, round.id), default=None)


def input_name(plan: Plan, id: RowId) -> str:
    """The first words of an input."""
    found = plan.sales_inputs.get(id)
    return name_of(plan, found) if found else _("an input")


def _input(plan: Plan, id: RowId) -> SalesInput:
    found = plan.sales_inputs.get(id)
    if found is None:
        raise EditRefused(_("This input is no longer in the plan."))
    return found


def _dots(plan: Plan, round: VoteRound) -> list[Dot]:
    return [dot for dot in plan.dots if dot.round == round.id]
