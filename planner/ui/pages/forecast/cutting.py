"""The cut that is being tried out: what the sliders stand at, and what follows. Nothing here changes the plan."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal

from planner.calc import months
from planner.calc.cut import (
    EQUAL,
    UNALLOCATED,
    Cut,
    CutRequest,
    Group,
    Simulator,
    groups,
    shares_of,
    single_groups,
)
from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.i18n import _
from planner.model.edits.scenarios import KeepCut
from planner.model.fields import Money, Month, RowId
from planner.model.plan import Plan

BY_HAND = "hand"
BY_GOAL, BY_ACTIVITY = "goal", "activity"
_MOST = 24
"""So many sliders at most; of more activities those with most money have their own."""


class Cutting(QObject):
    """`changed` when what is tried out, or what follows from it, is another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.how = EQUAL
        """A policy, or by hand."""
        self.grouping = BY_GOAL
        self.month: Month | None = None
        self._whole = 0
        self._amount: Money | None = None
        self._hand: dict[str, float] = {}
        self._results: Results | None = None
        self._simulator: Simulator | None = None
        self._cut: Cut | None = None

    # What it is asked of

    def show_results(self, results: Results, outlook: Outlook | None) -> None:
        """Ask this plan from now on; chances follow once its runs are drawn."""
        self._results = results
        basis = outlook.basis if outlook else None
        same = basis is not None and results.forecast.assumptions == basis.given
        self._simulator = Simulator(results, outlook.draws if outlook and same else None)
        self._chance = same
        period = months.period(results.plan)
        if self.month not in period:
            self.month = self._usual_month(period, results.as_of)
        self._forget(groups=True)

    @staticmethod
    def _usual_month(period: tuple[Month, ...], as_of: str | None) -> Month | None:
        """The month after today where it is in the plan, else the plan's first."""
        this = months.month_of(as_of)
        coming = months.add(this, 1) if this else None
        return coming if coming in period else period[0] if period else None

    def _forget(self, *, groups: bool = False) -> None:
        """What followed is no longer so; `groups`: nor is what can be cut."""
        self._cut = None
        if groups:
            self.__dict__.pop("groups", None)
        self.changed.emit()

    @property
    def plan(self) -> Plan:
        return self._results.plan if self._results else Plan()

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What has a slider of its own; by goal, unless all money serves one."""
        if self._results is None or self.month is None:
            return ()
        plan, budget = self.plan, self._results.budget
        found = groups(plan, budget, self.month)
        if self.grouping == BY_ACTIVITY or len(found) < 2:
            found = _foremost(single_groups(plan, budget, self.month))
        spare = budget.unallocated
        if spare is not None and spare > 0:
            found = (*found, Group(None, _("Not given out yet"), spare, spare, (UNALLOCATED,)))
        return found

    @property
    def request(self) -> CutRequest | None:
        """What is asked for now; None without a month."""
        if self.month is None:
            return None
        if self.how == BY_HAND:
            return CutRequest.freely(self.month, self._hand)
        share = None if self._amount is not None else self._whole / 100
        return CutRequest(from_month=self.month, share=share, amount=self._amount, policy=self.how)

    @property
    def cut(self) -> Cut | None:
        """What follows; None before there is a plan with months."""
        if self._cut is None and self._simulator is not None and (request := self.request) is not None:
            self._cut = self._simulator.cut(request, chance=self._chance)
        return self._cut

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as planned."""
        return self.cut is None or not self.cut.saved

    @property
    def whole(self) -> int:
        """What goes of the whole envelope, in percent: what is asked for, or what it comes to by hand."""
        basis = self._basis()
        if self.how != BY_HAND and self._amount is None:
            return self._whole
        gone = self._amount if self.how != BY_HAND and self._amount is not None else self.cut.saved if self.cut else 0
        return min(100, round(100 * gone / basis)) if basis else 0

    def _basis(self) -> int:
        budget = self._results.budget if self._results else None
        if budget is None:
            return 0
        return (budget.envelope if budget.envelope is not None else budget.total) or 0

    def percent(self, group: Group) -> int:
        """What goes of a group, in percent of what can still be cut of it."""
        return round(100 * self.taken(group) / group.cuttable) if group.cuttable else 0

    def taken(self, group: Group) -> int:
        """What goes of a group, minor units."""
        if self.cut is None:
            return 0
        return sum(part.amount for part in self.cut.taken if (part.activity or part.key) in group.keys)

    # Moving

    def set_whole(self, percent: int) -> None:
        """Cut so much of the whole envelope; by hand becomes the same share everywhere."""
        if self.how == BY_HAND:
            self.how = EQUAL
        self._whole, self._amount = percent, None
        self._forget()

    def set_amount(self, amount: Money) -> None:
        """Cut an amount, as it was typed."""
        if self.how == BY_HAND:
            self.how = EQUAL
        self._amount = amount
        self._forget()

    def set_group(self, group: Group, percent: float) -> None:
        """Cut so much of one group; everything else stays where it is, and from now on it is by hand."""
        if self.how != BY_HAND:
            self._hand = self._shares()
            self.how = BY_HAND
        for key in group.keys:
            self._hand[key] = percent / 100
        self._forget()

    def _shares(self) -> dict[str, float]:
        """What the cut of now takes of each activity and line, as shares of what can be cut."""
        if self.cut is None or self._simulator is None or self.month is None:
            return {}
        could: dict[str, int] = {}
        gone: dict[str, int] = {}
        for piece in self._simulator.cuttable(self.month):
            key = piece.activity or piece.key
            could[key] = could.get(key, 0) + piece.amount
        for part in self.cut.taken:
            key = part.activity or part.key
            gone[key] = gone.get(key, 0) + part.amount
        return {key: amount / could[key] for key, amount in gone.items() if could.get(key)}

    def set_how(self, how: str) -> None:
        """By another policy, or by hand from where the sliders stand."""
        if how == BY_HAND and self.how != BY_HAND:
            self._hand = self._shares()
        elif how != BY_HAND and self.how == BY_HAND:
            self._whole, self._amount = self.whole, None
        self.how = how
        self._forget()

    def set_month(self, month: Month) -> None:
        """Decided so early or late."""
        self.month = month
        self._forget(groups=True)

    def set_grouping(self, grouping: str) -> None:
        """A slider for each goal, or for each activity."""
        self.grouping = grouping
        self._forget(groups=True)

    def put_back(self) -> None:
        """Nothing is cut."""
        self._whole, self._amount, self._hand = 0, None, {}
        self._forget()

    def load(self, request: CutRequest) -> None:
        """Stand where a scenario stands."""
        self.month = request.from_month
        if request.free is not None:
            self.how, self._hand = BY_HAND, dict(request.free)
        else:
            self.how, self._amount = request.policy, request.amount
            self._whole = round(100 * min(1.0, request.share or 0.0))
            if request.share is not None and abs(100 * request.share - self._whole) > 1e-9:
                self._amount = round(request.share * self._basis())  # no whole percent, so it stands as money
        self._forget(groups=True)

    # Keeping

    def kept(self, id: RowId, title: str) -> KeepCut | None:
        """The edit that keeps what is tried out as a scenario."""
        request = self.request
        if request is None or self.month is None:
            return None
        if request.free is not None:
            return KeepCut(id, title, self.month, shares=shares_of(self.plan, request))
        return KeepCut(id, title, self.month, share=request.share, amount=request.amount, policy=request.policy)


def _foremost(found: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups in their order; what has least money together as one where there are too many."""
    if len(found) <= _MOST:
        return found
    kept = set(sorted(found, key=_money, reverse=True)[: _MOST - 1])
    others = [group for group in found if group not in kept]
    rest = Group(
        None,
        _("Everything smaller"),
        sum(group.total for group in others),
        sum(group.cuttable for group in others),
        tuple(key for group in others for key in group.keys),
    )
    return (*(group for group in found if group in kept), rest)


def _money(group: Group) -> int:
    return group.cuttable
