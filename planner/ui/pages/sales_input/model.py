"""The ledger of inputs: what stands on each card, in the order and the choice asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt

from planner.calc.months import days_between
from planner.i18n import _, _n
from planner.model.edits.inputs import latest_round
from planner.model.fields import Day, RowId
from planner.model.plan import Plan, SalesInput
from planner.model.words import whole_name
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import numbers_of
from planner.ui.parts.chip import state_name
from planner.ui.reading import choice_words
from planner.ui.voices import name_of_person, voice_of, voice_of_side

CARD_ROLE = Qt.ItemDataRole.UserRole + 50
Order = Literal["votes", "newest", "oldest"]
STATES = ("new", "accepted", "adapted", "parked", "declined")


@dataclass(frozen=True)
class CardFace:
    """What a card shows. `dots` are voices, first vote first."""

    id: RowId
    quote: str
    giver: str
    voice: str
    kind: str
    state: str
    note: str
    """What stands beside the state: how it was changed, until when it is parked."""
    below: str
    """What stands under the state: what answers it, the reason, or how long it has waited."""
    below_is: Literal["link", "reason", "waiting", ""]
    dots: tuple[str, ...]
    merged: bool

    @property
    def said(self) -> str:
        """The whole card for a screen reader."""
        votes = _n("{n} vote", "{n} votes", len(self.dots)).format(n=len(self.dots))
        said_by = _("said by {name}").format(name=self.giver) if self.giver else ""
        parts = (votes, self.quote, said_by, self.kind, state_name(self.state), self.note, self.below)
        return ". ".join(part.rstrip(".") for part in parts if part)


def state_of(row: SalesInput) -> str:
    """The state of an answer as it is shown: what is still being discussed is as new."""
    return row.status if row.status in STATES else "new"


class LedgerModel(KeyedModel):
    """One row per input that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "all"
        self.giver: RowId | None = None
        self.kind: str | None = None
        self.query = ""
        """Words that must all stand in what was said, in its code or in its evidence."""
        self.order: Order = "votes"
        self.counts: dict[str, int] = {}
        self._plan = Plan()
        self._as_of: Day = ""
        self._dots: dict[RowId, tuple[str, ...]] = {}
        self._faces: dict[RowId, CardFace] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_plan(self, plan: Plan, as_of: Day) -> None:
        """Show the inputs of this plan; only cards whose face differs are told."""
        self.keep_only(plan.sales_inputs)
        before, self._faces = self._faces, {}
        self._plan, self._as_of = plan, as_of
        self._dots = _dots_by_input(plan)
        rows = [row for row in plan.sales_inputs if self._fits(row)]
        self.counts = dict.fromkeys(("all", *STATES), 0)
        for row in rows:
            self.counts["all"] += 1
            if row.merged_into is None:
                self.counts[state_of(row)] += 1
        wanted = [row for row in rows if self._is_wanted(row)]
        self.set_keys([row.id for row in sorted(wanted, key=self._order())])
        self.tell_rows([id for id in self._keys if id in before and before[id] != self.face(id)])

    def _is_wanted(self, row: SalesInput) -> bool:
        return self.state == "all" or (row.merged_into is None and state_of(row) == self.state)

    def _fits(self, row: SalesInput) -> bool:
        """Whether a row is what was looked for, whatever it was answered."""
        if self.giver is not None and row.given_by != self.giver:
            return False
        if self.kind is not None and row.category != self.kind:
            return False
        words = self.query.casefold().split()
        if not words:
            return True
        said = " ".join((row.code or "", row.text or "", row.evidence or "", row.response or "")).casefold()
        return all(word in said for word in words)

    @property
    def is_narrowed(self) -> bool:
        """Whether a giver, a kind or words are looked for."""
        return self.giver is not None or self.kind is not None or bool(self.query.strip())

    def _order(self) -> Callable[[SalesInput], tuple[object, ...]]:
        if self.order == "votes":
            return lambda row: (row.merged_into is not None, -len(self._dots.get(row.id, ())), row.position)
        if self.order == "newest":
            return lambda row: (-_number(row.date), row.position)
        return lambda row: (state_of(row) != "new", _number(row.date) or 10**9, row.position)

    def face(self, id: RowId) -> CardFace:
        """What the card of an input shows; made when it is first asked for."""
        if id not in self._faces:
            self._faces[id] = self._made(self._plan.sales_inputs[id])
        return self._faces[id]

    def _made(self, row: SalesInput) -> CardFace:
        plan, state = self._plan, state_of(row)
        note, below, kind = self._answer(row, state)
        return CardFace(
            row.id,
            row.text or _("Nothing is written here yet."),
            name_of_person(plan, row.given_by) or _("Nobody yet"),
            voice_of(plan, row.given_by),
            choice_words(row.category) if row.category else "",
            state,
            note,
            below,
            kind,
            self._dots.get(row.id, ()),
            row.merged_into is not None,
        )

    def _answer(self, row: SalesInput, state: str) -> tuple[str, str, Literal["link", "reason", "waiting", ""]]:
        """The words beside and below the state, and what those below are."""
        if row.merged_into is not None:
            other = self._plan.sales_inputs.get(row.merged_into)
            same = _("Same as {name}").format(name=other.code or whole_name(self._plan, other)) if other else ""
            return "", same, "link"
        if state == "new":
            return "", self._waiting(row), "waiting"
        if state == "declined":
            if row.decline_reason:
                return "", row.decline_reason, "reason"
            return "", _("No reason is given yet"), "waiting"
        if state == "parked":
            day = numbers_of(self._plan).day(row.revisit_on)
            note = _("until {day}").format(day=day) if day else _("no day is set")
            return note, row.decline_reason or "", "reason"
        links = self._links(row)
        if links:
            return row.response or "" if state == "adapted" else "", links, "link"
        if row.response:
            return "", row.response, "reason"
        return "", _("Nothing answers it yet"), "waiting"

    def _links(self, row: SalesInput) -> str:
        plan = self._plan
        found = [plan.activities.get(id) for id in row.activities] + [plan.materials.get(id) for id in row.materials]
        return ", ".join(whole_name(plan, one) for one in found if one is not None)

    def _waiting(self, row: SalesInput) -> str:
        days = days_between(row.date, self._as_of)
        if days is None or days < 1:
            return _("Waiting for an answer")
        return _n("Waiting {n} day for an answer", "Waiting {n} days for an answer", days).format(n=days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        face = self.face(self._keys[index.row()])
        if role == CARD_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (face.quote, face.note, face.below) if part)
        return None


def _dots_by_input(plan: Plan) -> dict[RowId, tuple[str, ...]]:
    """The voices of the dots of the latest round, by input, in the order in which they were placed."""
    round = latest_round(plan)
    found: dict[RowId, list[str]] = {}
    if round is not None:
        for dot in plan.dots:
            if dot.round == round.id and dot.item is not None and dot.dots > 0:
                found.setdefault(dot.item, []).extend([voice_of_side(dot.function)] * dot.dots)
    return {item: tuple(voices) for item, voices in found.items()}


def _number(day: Day | None) -> int:
    """A day as a number that sorts; 0 where it is not known."""
    digits = (day or "").replace("-", "")
    return int(digits) if digits.isdecimal() else 0
