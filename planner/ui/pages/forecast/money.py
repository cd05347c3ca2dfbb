"""Where money for leads works best: each activity with a band in which anything is as good, moved by hand."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc import months
from planner.calc.allocation import ALL, CHANGE, LIFETIME, YEAR, Allocation, allocate
from planner.calc.cut import shares_for
from planner.calc.moving import Moved, moved
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.edits.budget import SetAmounts
from planner.model.edits.scenarios import KeepSplit
from planner.model.fields import Money, RowId
from planner.model.plan import Plan
from planner.ui.jobs import Job, Progress
from planner.ui.numbers import NotANumber, numbers_of
from planner.ui.pages.forecast.assumed import AssumedCard
from planner.ui.pages.forecast.moneyfaces import remainder_words, share_faces, split_words
from planner.ui.pages.forecast.shares import Legend, ShareList
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.flow import Flow
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.sentence import Sentence
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

_WIDEST = 1120


class MoneyView(QWidget):
    """What is tried out here changes nothing until "Move the money" is confirmed; that is one step.

    `asked(id, field)` for a row, `keepAsked` for a scenario.
    """

    asked = Signal(object, object)
    keepAsked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._results: Results | None = None
        self._job: Job | None = None
        self._found: Allocation | None = None
        self._new: dict[RowId, Money] = {}
        self._budget: Money | None = None
        self.objective = Segmented([(YEAR, _("Leads that land this year")), (LIFETIME, _("All leads"))])
        self.objective.chosen.connect(self._ask_again)
        self.moves = Segmented([(ALL, _("All of it may move")), (CHANGE, _("Only the difference"))])
        self.moves.chosen.connect(self._ask_again)
        self.moves.hide()  # there is no difference before another sum is asked about
        self.money = LineEdit("")
        self.money.committed.connect(self._typed)
        self._field = Field(_("Money for these activities"), self.money)
        self.list = ShareList()
        self.list.moved.connect(self.set_share)
        self.list.asked.connect(self._ask_row)
        self.sentence = Sentence()
        self._remainder = Text("", "small", "muted")
        self.best = Button(_("Take the best split"), size="small")
        self.best.clicked.connect(self.take_best)
        self.back = Button(_("Back to today"), "quiet", size="small")
        self.back.clicked.connect(self.put_back)
        self.keep = Button(_("Keep as a scenario"), size="small")
        self.keep.clicked.connect(self.keepAsked)
        self.move_money = Button(_("Move the money"), "primary", size="small")
        self.move_money.clicked.connect(self.ask_to_move)
        self._paper = Paper()
        self._column = QVBoxLayout(self._paper)
        self._column.addWidget(self._card())
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self._paper))

    def _card(self) -> AssumedCard:
        card = AssumedCard(
            _("Where money for leads works best"),
            _("Anything inside a band is as good: the estimates cannot tell it apart. Events that cannot be done by "
              "halves, and what is committed, stay."),
            (self.back, self.best, self.keep, self.move_money),
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(16)
        self._field.setFixedWidth(190)
        row.addWidget(self._field, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.addSpacing(23)
        choices = Flow(gap=12)
        choices.addWidget(self.objective)
        choices.addWidget(self.moves)
        beside.addLayout(choices)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        card.body.addLayout(row)
        card.body.addWidget(self.sentence)
        card.body.addWidget(self._remainder)
        card.body.addWidget(Legend())
        card.body.addWidget(self.list)
        return card

    # What is shown

    def show_plan(self, plan: Plan, results: Results) -> None:
        """Look for the best split of this plan's money."""
        self._results = results
        self._ask_again()

    @property
    def is_found(self) -> bool:
        """Whether the split that is shown belongs to the plan of now."""
        return self._job is None

    def _ask_again(self, _key: object = None) -> None:
        """In a job, since many activities take a while; a later question makes the answer void."""
        results = self._results
        if results is None:
            return
        objective, moves, budget = self.objective.current, self.moves.current, self._budget

        def work(progress: Progress) -> tuple[Results, Allocation | None]:
            return results, allocate(results, objective=objective, budget=budget, moves=moves)

        if self._found is None:
            self.list.empty_words = _("Looking for the best split.")
        self._job = job = Job(work)
        job.done.connect(self._take)
        job.start()

    def _take(self, answer: tuple[Results, Allocation | None]) -> None:
        if self.sender() is not self._job or answer[0] is not self._results:
            return
        self._job, self._found = None, answer[1]
        self.list.empty_words = _("No activity has both money and leads by month yet.")
        known = {share.activity: share for share in self._found.shares} if self._found else {}
        self._new = {
            id: max(known[id].least, min(known[id].most, amount)) for id, amount in self._new.items() if id in known
        }
        self._show()

    def _show(self) -> None:
        found, results = self._found, self._results
        if results is None:
            return
        plan, numbers = results.plan, numbers_of(results.plan)
        self.money.set_text(numbers.money(self._budget if self._budget is not None else found.today if found else None))
        self.money.setEnabled(found is not None)
        other = found is not None and found.budget != found.today
        self.moves.setVisible(other)
        self.list.show_shares(share_faces(plan, found, self._new) if found else ())
        self.sentence.setVisible(found is not None)
        self._remainder.setVisible(bool(found and found.remainder))
        changed = found is not None and self._changed()
        if found is not None:
            self.sentence.show_parts(split_words(plan, found, self._new), "blue")
            self._remainder.setText(remainder_words(plan, found))
        self.best.setEnabled(found is not None and any(share.best != self._of(share.activity, share.today)
                                                       for share in found.shares))  # fmt: skip
        self.back.setEnabled(bool(changed))
        self.keep.setEnabled(bool(changed))
        self.move_money.setEnabled(bool(changed))

    def _of(self, activity: RowId, today: Money) -> Money:
        return self._new.get(activity, today)

    def _changed(self) -> bool:
        return self._found is not None and any(
            self._of(share.activity, share.today) != share.today for share in self._found.shares
        )

    # Trying out

    def set_share(self, activity: RowId, amount: Money) -> None:
        """Let an activity have so much."""
        self._new[activity] = amount
        self._show()

    def take_best(self) -> None:
        """Every activity gets what is best for it."""
        if self._found is not None:
            self._new = {share.activity: share.best for share in self._found.shares}
            self._show()

    def put_back(self) -> None:
        """Every activity keeps what it has."""
        self._new = {}
        self._show()

    def try_split(self, spend: Mapping[RowId, Money]) -> None:
        """Stand where a scenario stands."""
        results = self._results
        if results is None:
            return
        sums = results.budget.by_activity
        more = sum(amount - sums.get(id, 0) for id, amount in spend.items())
        today = allocate(results, objective=self.objective.current)
        self._budget = today.today + more if today is not None and more else None
        self._new = dict(spend)
        self._ask_again()

    def kept(self, id: RowId, title: str) -> KeepSplit | None:
        """The edit that keeps what is tried out as a scenario; None where nothing is."""
        if self._results is None or not self._changed():
            return None
        return KeepSplit(id, title, shares_for(self._results.plan, self._results.budget, self._new))

    def _typed(self, text: str) -> None:
        if self._results is None:
            return
        try:
            self._budget = numbers_of(self._results.plan).read_money(text)
        except NotANumber as error:
            self._field.set_error(str(error))
            return
        self._field.set_error("")
        self._new = {}
        self._ask_again()

    def _ask_row(self, id: RowId) -> None:
        self.asked.emit(id, None)

    # Moving

    def plan_of_move(self) -> Moved:
        """What would be planned in which month."""
        results, found = self._results, self._found
        if results is None or found is None:
            return Moved({}, {})
        wanted = {share.activity: self._of(share.activity, share.today) for share in found.shares}
        return moved(results.plan, results.budget, wanted, months.month_of(results.as_of))

    def ask_to_move(self) -> "MoveDialog | None":
        """Show what would change, and move it when that is confirmed."""
        if self._results is None or self._found is None:
            return None
        wanted = {share.activity: self._of(share.activity, share.today) for share in self._found.shares}
        dialog = MoveDialog(self._results, wanted, self.plan_of_move())
        dialog.finished.connect(self._move)
        dialog.open_over(self.window())
        return dialog

    def _move(self, agreed: bool | None) -> None:
        plan = self.plan_of_move()
        if agreed and plan.cells:
            count = self._moving()
            said = _n("Move money of {n} activity", "Move money between {n} activities", count).format(n=count)
            if self._workspace.apply(SetAmounts(dict(plan.cells), said=said)) is not None:
                self._new, self._budget = {}, None

    def _moving(self) -> int:
        if self._found is None:
            return 0
        return sum(1 for share in self._found.shares if self._of(share.activity, share.today) != share.today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        self._column.setContentsMargins(32, 4, 32 + spare, 32)


class MoveDialog(Dialog):
    """What each activity costs now and then; `finished(True)` when it is confirmed."""

    def __init__(self, results: Results, wanted: Mapping[RowId, Money], plan: Moved) -> None:
        super().__init__(
            _("Move the money"), 480,
            lines=_("The open months of the lines change in proportion. It is one step that can be taken back."),
        )  # fmt: skip
        numbers = numbers_of(results.plan)
        for id, amount in wanted.items():
            today = results.budget.by_activity.get(id, 0)
            if amount == today:
                continue
            activity = results.plan.activities[id]
            text = _("{name}: {before} → {after}").format(
                name=activity.title or activity.code or "", before=numbers.money(today),
                after=numbers.money(amount - plan.left.get(id, 0)),
            )  # fmt: skip
            self.body.addWidget(Text(text, "body"))
            if plan.left.get(id):
                words = _("{amount} of it cannot be moved: committed, spent, locked or without months.")
                self.body.addWidget(Text(words.format(amount=numbers.money(abs(plan.left[id]))), "small", "look.text"))
        self.add_button(Button(_("Cancel")), None)
        go = self.add_button(Button(_("Move the money"), "primary"), True)
        go.setEnabled(bool(plan.cells))
