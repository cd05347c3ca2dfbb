"""Chapter 11: what can go wrong, what is taken for granted, what was decided, and who disagreed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.plan import Plan
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.risks.causes import PremortemCard
from planner.ui.pages.risks.decisions import DecisionCard
from planner.ui.pages.risks.figures import kind_counts, kind_name
from planner.ui.pages.risks.premortem import PremortemDialog
from planner.ui.pages.risks.table import RiskCard
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

_LEAST_ROWS, _FOOT, _GAP, _BOTTOM = 5, 278, 16, 24


class RisksPage(Page):
    """One list, the decision log and the pre-mortem."""

    key = "risks"
    watches = frozenset({"risk", "premortem", "cause", "decision", "person", "dot", "vote_round", "facts", "threshold"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.table = RiskCard(workspace, self)
        self.decisions = DecisionCard(workspace, self)
        self.premortem = PremortemCard(workspace)
        self.table.list.handChanged.connect(self._say)
        self.table.added.connect(self.show_object)
        self.decisions.added.connect(self.show_object)
        self.premortem.riskShown.connect(self.show_object)
        names = {"all": _("All"), "risk": _("Risks"), "assumption": _("Assumptions"), "issue": _("Issues"),
                 "dependency": _("Dependencies")}  # fmt: skip
        self.choice = Segmented(list(names.items()))
        self.choice.chosen.connect(self.filter_by)
        self._writing = False
        self._lay_out()

    def _lay_out(self) -> None:
        chapter = BY_KEY[self.key]
        run = Button(_("Run a pre-mortem"), icon="hourglass-medium")
        run.clicked.connect(self.run_premortem)
        add = Button(_("Add a row"), icon="plus")
        add.clicked.connect(self.add_new)
        head = ChapterHead(_(chapter.title), _(chapter.purpose))
        head.add_action(run)
        head.add_action(add)
        self.body = ChapterBody(self, head, self._filled_page(), make_empty=self._empty_page)

    def _filled_page(self) -> QWidget:
        choose = QHBoxLayout()
        choose.setContentsMargins(32, 4, 32, 10)
        choose.addWidget(self.choice)
        choose.addStretch(1)
        choose.addWidget(Text(_("Heaviest first"), "small", "muted", 500, lines=1))
        below = QHBoxLayout()
        below.setSpacing(_GAP)
        below.addWidget(self.decisions, 57)
        below.addWidget(self.premortem, 43)
        for card in (self.decisions, self.premortem):
            card.setMinimumHeight(_FOOT)
        content = Paper()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 2, 32, _BOTTOM)
        column.setSpacing(_GAP)
        column.addWidget(self.table)
        column.addLayout(below, 1)
        self._scroll = Scroll(content)
        filled = QWidget()
        whole = QVBoxLayout(filled)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(choose)
        whole.addWidget(self._scroll, 1)
        return filled

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("Nobody has said what could go wrong."),
            _(
                "A plan usually fails for a reason that somebody in the room already knew. Imagine that it has failed "
                "and write down why, in silence."
            ),
            _("Run a pre-mortem"),
            _("or add the first row"),
            "shared",
        )
        empty.started.connect(self.run_premortem)
        empty.alternative.connect(self.add_new)
        return empty

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        filled = bool(len(plan.risks) or len(plan.decisions) or len(plan.premortems))
        self.body.show_filled(self.is_awaited or filled)
        for kind, count in kind_counts(plan).items():
            self.choice.set_count(kind, count)
        self.table.show_plan(plan, self.choice.current)
        self.decisions.show_plan(plan)
        if not self._writing:
            self.premortem.show_plan(plan)
        self._fit()
        self._say()

    def filter_by(self, kind: str) -> None:
        """Show the rows of one kind, or "all"."""
        self.choice.set_current(kind)
        self.table.show_plan(self.workspace.plan, kind)
        self._fit()

    def _fit(self) -> None:
        """The list takes what the two cards leave, and five rows at least; beyond that the page scrolls."""
        self.table.fit(self._scroll.height() - 2 - _BOTTOM - _GAP - _FOOT, _LEAST_ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        view = self.table.list
        face = view.rows.face(view.chosen)
        if face is not None:
            self.cell.emit(face.code or kind_name(face.kind), face.weighed)

    def add_new(self) -> None:
        self.table.add_new(self.choice.current)

    def run_premortem(self) -> None:
        """Everybody writes why the plan failed; what is written shows when all are done."""
        self._writing = True
        dialog = PremortemDialog(self.workspace)
        dialog.finished.connect(self._all_have_written)
        dialog.open_over(self.window(), dialog.sentence)

    def _all_have_written(self, _result: object) -> None:
        self._writing = False
        self.premortem.show_plan(self.workspace.plan)
        self._show_causes()

    def _show_causes(self) -> None:
        self._scroll.ensureWidgetVisible(self.premortem, 0, _BOTTOM)
        self.premortem.list.setFocus()

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        if row_id in plan.risks:
            if self.table.list.rows.row_of(row_id) < 0:
                self.filter_by("all")
            self._scroll.ensureWidgetVisible(self.table, 0, 2)
            self.table.list.take(row_id)
            self.table.list.setFocus()
            if field in ("mitigation", "trigger", "statement", "due"):
                self.table.open_row(row_id, field)
        elif row_id in plan.decisions:
            self._scroll.ensureWidgetVisible(self.decisions, 0, _BOTTOM)
            self.decisions.list.take(row_id)
            self.decisions.list.setFocus()
            if field is not None:
                self.decisions.open_row(row_id, field)
        elif row_id in plan.causes or row_id in plan.premortems:
            self._show_causes()
            self.premortem.list.take(row_id)
        else:
            return False
        return True
