"""The materials as rows: what stands in each, in the order and the choice asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt

from planner.calc.materials import Mean, Opinion, askers_of, opinions, reps_of, users_of, widest_gap
from planner.i18n import _, _n
from planner.model.fields import RowId
from planner.model.plan import Material, Plan
from planner.model.words import whole_name
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.parts.avatar import initials
from planner.ui.parts.chip import state_name
from planner.ui.voices import first_name, name_of_person, voice_of

FACE_ROLE = Qt.ItemDataRole.UserRole + 50
Order = Literal["gap", "cost", "use", "name"]
DECISIONS = ("keep", "revise", "replace", "retire", "create")
UNDECIDED = "undecided"
_FEW_USERS, _LITTLE_USED = 3, 0.3


@dataclass(frozen=True)
class Asker:
    """Who asked first, and how many others did."""

    name: str
    letters: str
    voice: str
    others: int


@dataclass(frozen=True)
class MaterialFace:
    """What a row shows, as words and plain values."""

    id: RowId
    name: str
    below: str
    opinion: Opinion
    unrated: str
    """The words on the dashed pill where nobody has rated it."""
    means: tuple[str, str]
    raters: tuple[str, str]
    cost: str
    used: str
    little_used: bool
    asker: Asker | None
    state: str
    reason: str
    waits: bool
    """Whether the reason is what it waits for."""

    @property
    def asked(self) -> str:
        """Who asked, in words."""
        if self.asker is None:
            return _("Nobody yet")
        if not self.asker.others:
            return first_name(self.asker.name)
        return f"{first_name(self.asker.name)} +{self.asker.others}"

    @property
    def said(self) -> str:
        """The whole row for a screen reader."""
        rated = [
            f"{side} {mean}, {by}" if by else _("{side} has not rated it").format(side=side)
            for side, mean, by in zip((_("Sales"), _("Marketing")), self.means, self.raters, strict=True)
        ]
        cost = _("costs {amount} a year").format(amount=self.cost) if self.cost else ""
        used = _("used by {share}").format(share=self.used) if self.used else ""
        asked = _("asked for by {name}").format(name=self.asked)
        parts = (self.name, self.below, *rated, cost, used, asked, decision_name(self.state), self.reason)
        return ". ".join(part.rstrip(".") for part in parts if part)


def decision_name(state: str) -> str:
    """The word for a decision, or for none."""
    if state == UNDECIDED:
        return _("Undecided")
    return _("Reprint") if state == "reproduce_unchanged" else state_name(state)


def filter_of(row: Material) -> str:
    """The choice under which a material is found."""
    if row.decision == "reproduce_unchanged":
        return "keep"
    return row.decision if row.decision in DECISIONS else UNDECIDED


class MaterialsModel(KeyedModel):
    """One row per material that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = "all"
        self.order: Order = "gap"
        self.counts: dict[str, int] = {}
        self.rated_by_both = 0
        self._plan = Plan()
        self._opinions: dict[RowId, Opinion] = {}
        self._reps: int | None = None
        self._faces: dict[RowId, MaterialFace] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_plan(self, plan: Plan) -> None:
        """Show the materials of this plan; only rows whose face differs are told."""
        self.keep_only(plan.materials)
        before, self._faces = self._faces, {}
        self._plan, self._opinions, self._reps = plan, opinions(plan), reps_of(plan)
        self.counts = dict.fromkeys(("all", *DECISIONS, UNDECIDED), 0)
        for row in plan.materials:
            self.counts["all"] += 1
            self.counts[filter_of(row)] += 1
        self.rated_by_both = sum(one.gap is not None for one in self._opinions.values())
        wanted = [row for row in plan.materials if self.state in ("all", filter_of(row))]
        self.set_keys([row.id for row in sorted(wanted, key=self._order())])
        self.tell_rows([id for id in self._keys if id in before and before[id] != self.face(id)])

    def _order(self) -> Callable[[Material], tuple[object, ...]]:
        if self.order == "cost":
            return lambda row: (row.annual_cost is None, -(row.annual_cost or 0), row.position)
        if self.order == "use":
            return lambda row: (row.usage_share is None, row.usage_share or 0.0, row.position)
        if self.order == "name":
            return lambda row: ((row.name or "").casefold(), row.position)
        return lambda row: (*widest_gap(self._opinions[row.id]), row.position)

    def face(self, id: RowId) -> MaterialFace:
        """What the row of a material shows; made when it is first asked for."""
        if id not in self._faces:
            self._faces[id] = self._made(self._plan.materials[id])
        return self._faces[id]

    def _made(self, row: Material) -> MaterialFace:
        plan, numbers = self._plan, numbers_of(self._plan)
        opinion = self._opinions[row.id]
        used, little = self._used(row, numbers)
        reason, waits = self._reason(row, numbers)
        return MaterialFace(
            row.id,
            row.name or whole_name(plan, row),
            self._below(row, numbers),
            opinion,
            _("Rated once it exists") if row.decision == "create" else _("Not rated yet"),
            (_value(opinion.sales, numbers), _value(opinion.marketing, numbers)),
            (_raters(opinion.sales), _raters(opinion.marketing)),
            numbers.money_short(row.annual_cost),
            used,
            little,
            self._asker(row),
            row.decision or UNDECIDED,
            reason,
            waits,
        )

    def _below(self, row: Material, numbers: Numbers) -> str:
        if row.decision == "create" and not row.last_updated:
            return _("Not made yet")
        kind = (row.type or "")[:1].upper() + (row.type or "")[1:]
        return ", ".join(part for part in (kind, numbers.month(row.last_updated)) if part)

    def _used(self, row: Material, numbers: Numbers) -> tuple[str, bool]:
        share = row.usage_share
        if share is None:
            return "", False
        users = users_of(share, self._reps)
        if users is None:
            return numbers.share(share), share < _LITTLE_USED
        return _("{n} of {all}").format(n=users, all=self._reps), users <= _FEW_USERS

    def _asker(self, row: Material) -> Asker | None:
        inputs = [self._plan.sales_inputs[id] for id in askers_of(self._plan, row)]
        people = list(dict.fromkeys(one.given_by for one in inputs if one.given_by in self._plan.people))
        if not people:
            return None
        name = name_of_person(self._plan, people[0])
        return Asker(name, initials(name), voice_of(self._plan, people[0]), len(people) - 1)

    def _reason(self, row: Material, numbers: Numbers) -> tuple[str, bool]:
        if row.decision:
            return (row.reason, False) if row.reason else (_("No reason is given yet"), True)
        names = [first_name(name) for id in row.deciders or (row.owner,) if (name := name_of_person(self._plan, id))]
        if not names:
            return _("Nobody is asked to decide yet"), True
        who = _("Waits for {names}").format(names=_(" and ").join(names))
        return (f"{who}, {_('due {day}').format(day=numbers.day_short(row.decide_by))}" if row.decide_by else who), True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        face = self.face(self._keys[index.row()])
        if role == FACE_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.said
        if role == Qt.ItemDataRole.ToolTipRole:
            asker = _("Asked for by {name}").format(name=face.asker.name) if face.asker else ""
            return "\n".join(part for part in (face.name, face.below, asker, face.reason) if part)
        return None


def _value(mean: Mean | None, numbers: Numbers) -> str:
    return numbers.number(mean.value, 1) if mean else "–"


def _raters(mean: Mean | None) -> str:
    if mean is None:
        return ""
    return _("by ?") if mean.n is None else _n("by {n}", "by {n}", mean.n).format(n=mean.n)
