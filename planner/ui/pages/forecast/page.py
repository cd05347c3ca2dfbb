"""Chapter 10, Forecast: what the plan should bring, how sure that is, and what a cut would cost."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.calc.cut import SPLIT, ScenarioCut, Simulator, request_of, scenario_cuts, spend_of
from planner.calc.outlook import Basis, Outlook, basis_of, outlook_of
from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits import DeleteRows
from planner.model.ids import new_id
from planner.model.plan import SINGLETONS, TABLES, Plan
from planner.ui.jobs import Job, Progress
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.forecast.assumed import AssumedView
from planner.ui.pages.forecast.cost import NOW
from planner.ui.pages.forecast.cutfigures import proposed_title
from planner.ui.pages.forecast.cutting import Cutting
from planner.ui.pages.forecast.figures import Missing
from planner.ui.pages.forecast.levers import LeversView
from planner.ui.pages.forecast.money import MoneyView
from planner.ui.pages.forecast.outlook import WIDEST, OutlookView
from planner.ui.pages.forecast.trace import Tracer
from planner.ui.pages.forecast.tracecut import CutTracer
from planner.ui.pages.forecast.tracemoney import MoneyTracer
from planner.ui.parts.button import Button
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.trace import Trace
from planner.ui.parts.tracesheet import TraceSheet
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.forms.sheet import DetailSheet
    from planner.ui.parts.emptypage import EmptyPage

OUTLOOK, LEVERS, MONEY, ASSUMPTIONS = "outlook", "levers", "money", "assumptions"


class ForecastPage(Page):
    """What is drawn by lot is drawn beside the window; until it is there, what is known without it is shown."""

    key = "forecast"
    watches = frozenset(TABLES)  # promises, inputs and people are named by what a cut takes along

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.cutting = Cutting(self)
        self.outlook: Outlook | None = None
        self._results: Results | None = None
        self._job: Job | None = None
        self.choice = Segmented(
            [
                (OUTLOOK, _("Outlook")),
                (LEVERS, _("What moves it")),
                (MONEY, _("Money")),
                (ASSUMPTIONS, _("Assumptions")),
            ]
        )
        self.choice.chosen.connect(self.show_view)
        self.view = OutlookView(self.cutting)
        self.assumed = AssumedView(workspace, self)
        self.assumed.crmAsked.connect(self.import_crm)
        self.assumed.told.connect(self.cell)
        self.levers = LeversView()
        self.money = MoneyView(workspace)
        self._lay_out()
        self.trace = TraceSheet(self._find_trace, self)
        self.trace.rowAsked.connect(self._show_row)
        for view in (self.view, self.levers):
            view.traced.connect(self.trace.open_trace)
        self.levers.asked.connect(self._show_row)
        self.money.asked.connect(self._show_row)
        self.money.keepAsked.connect(self.keep_split)
        self.view.missing.fillAsked.connect(self.fill_in)
        self.view.cut.keepAsked.connect(self.keep)
        self.view.cost.asked.connect(self._ask_row)
        scenarios = self.view.scenarios.list
        scenarios.tried.connect(self.try_out)
        scenarios.edited.connect(self.edit_scenario)
        scenarios.deleteAsked.connect(self._delete_scenario)
        self._sheet: DetailSheet | None = None

    def _lay_out(self) -> None:
        chapter = BY_KEY[self.key]
        head = ChapterHead(_(chapter.title), _(chapter.purpose), WIDEST)
        head.add_action(self.choice)
        views = (self.view, self.levers, self.money, self.assumed)
        self.body = ChapterBody(self, head, *views, make_empty=self._empty_page)

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self._results = results
        blank = self._is_blank(plan) and not self.is_awaited
        if self._sheet is not None:
            self._sheet.show_plan(plan)
        if self.choice.current == ASSUMPTIONS:
            self.assumed.show_plan(plan, results)
            self.body.show_layer(self.assumed)
        elif blank:
            self.body.show_empty(bare=False)
            return
        elif self.choice.current == LEVERS:
            self.levers.show_plan(plan, results)
            self.body.show_layer(self.levers)
        elif self.choice.current == MONEY:
            self.money.show_plan(plan, results)
            self.body.show_layer(self.money)
        else:
            self.body.show_layer(self.view)
        if basis_of(plan, results.forecast.assumptions) is None:
            self.outlook = None
        self._show()
        self._draw(results)

    @staticmethod
    def _is_blank(plan: Plan) -> bool:
        given = plan.funnel
        return not (len(plan.rates) or len(plan.prior_months) or given.lag_won or given.deal_likely is not None)

    def _show(self) -> None:
        assert self._results is not None
        if self.choice.current == OUTLOOK:
            self.view.show_plan(self._results.plan, self._results, self.outlook)
        self.trace.follow_plan()

    @property
    def is_drawn(self) -> bool:
        """Whether everything that is drawn by lot belongs to the plan of now."""
        return self._job is None

    def _draw(self, results: Results) -> None:
        """Draw what this plan needs, in a job; a later plan makes the answer void."""
        basis, known = basis_of(results.plan, results.forecast.assumptions), self.outlook
        if basis is None:
            self._job = None
            self.view.show_kept(scenario_cuts(Simulator(results), chance=False))
            return
        reusable = known if known is not None and known.basis == basis else None

        def work(progress: Progress) -> tuple[Results, Outlook, tuple[ScenarioCut, ...]]:
            return results, *_drawn(results, basis, reusable)

        self._job = Job(work)
        self._job.done.connect(self._take)
        self._job.start()

    def _take(self, answer: tuple[Results, Outlook, tuple[ScenarioCut, ...]]) -> None:
        results, outlook, kept = answer
        if self.sender() is not self._job or results is not self._results:
            return
        self._job = None
        fresh = outlook is not self.outlook
        self.outlook = outlook
        if fresh:
            self._show()
        self.view.show_kept(kept)

    def _empty_page(self) -> "EmptyPage":
        from planner.ui.parts.emptypage import EmptyPage

        empty = EmptyPage(
            _("Your own rates persuade better than anybody’s."),
            _(
                "How many leads become orders, what an order brings, and how long it takes. With these the plan "
                "says what it will bring, and what a cut would cost."
            ),
            _("Bring them from the CRM"),
            _("or write down the first rate"),
            "shared",
        )
        empty.started.connect(self.import_crm)
        empty.alternative.connect(self._first_rate)
        return empty

    def show_view(self, key: str) -> None:
        """Outlook, what moves it, where money works best, or assumptions."""
        self.choice.set_current(key)
        if self._results is not None:
            self.refresh(self.workspace.plan, self._results, None)

    # What people do here

    def import_crm(self) -> None:
        """Look at a CRM export, then bring its rates, deal size and cycle in."""
        from planner.ui.importing.crm import ask_for_crm

        ask_for_crm(self.workspace, self.window())

    def _first_rate(self) -> None:
        self.show_view(ASSUMPTIONS)
        self.assumed.add_row("rate")

    def fill_in(self, wanted: Missing) -> None:
        """Go where something that is missing is entered."""
        if wanted.here == "rate":
            self._first_rate()
        elif wanted.here == "funnel":
            self.show_object(SINGLETONS["funnel"], wanted.field)
        elif wanted.key in self.workspace.plan.rates:
            self.show_object(wanted.key, wanted.field)
        else:
            self.showAsked.emit(wanted.key, wanted.field or None)

    def add_new(self) -> None:
        """On the outlook what is tried out is kept; among the assumptions a row is added."""
        if self.choice.current == ASSUMPTIONS:
            self.assumed.add_row("rate")
        elif self.body.is_empty:
            self._first_rate()
        elif self.cutting.is_nothing:
            self.view.reveal(self.view.cut.hands.whole)
            by_keyboard(self.view.cut.hands.whole)
        else:
            self.keep()

    def keep(self) -> "KeepDialog":
        """Ask what the scenario is called, and keep what is tried out."""
        dialog = KeepDialog(proposed_title(self.cutting))
        dialog.finished.connect(self._keep)
        dialog.open_over(self.window(), dialog.title)
        return dialog

    def _keep(self, title: str | None) -> None:
        edit = self.cutting.kept(new_id(), title) if title else None
        if edit is not None and self.workspace.apply(edit) is not None:
            self.view.scenarios.list.take(edit.id)
            self.view.reveal(self.view.scenarios)

    def keep_split(self) -> "KeepDialog":
        """Ask what the other split of the money is called, and keep it."""
        dialog = KeepDialog(_("Another split of the money"))
        dialog.finished.connect(self._keep_split)
        dialog.open_over(self.window(), dialog.title)
        return dialog

    def _keep_split(self, title: str | None) -> None:
        edit = self.money.kept(new_id(), title) if title else None
        if edit is not None and self.workspace.apply(edit) is not None:
            self.show_object(edit.id)

    def try_out(self, id: str) -> None:
        """Put a scenario on the sliders, or another split where money is moved."""
        plan = self.workspace.plan
        row = plan.scenarios.get(id)
        if row is not None and row.kind == SPLIT and row.shares and self._results is not None:
            self.show_view(MONEY)
            self.money.try_split(spend_of(plan, self._results.budget, row.shares))
            return
        request = request_of(plan, row) if row else None
        if request is not None:
            self.cutting.load(request)
            self.view.reveal(self.view.cut)
        elif id != NOW:
            self.edit_scenario(id)

    def edit_scenario(self, id: str, field: str | None = None) -> None:
        """All fields of a scenario."""
        from planner.ui.forms.sheet import DetailSheet

        if self._sheet is None:
            self._sheet = DetailSheet(self.workspace, "scenario", self)
        self._sheet.open_row(id, field)

    def _delete_scenario(self, id: str) -> None:
        if id in self.workspace.plan.scenarios:
            self.workspace.apply(DeleteRows("scenario", (id,)))

    # Where figures come from

    def _find_trace(self, key: str) -> Trace | None:
        if self._results is None:
            return None
        cut = self.cutting.cut
        if cut is not None:
            found = CutTracer(self._results, self.outlook, cut).trace(key)
            if found is not None:
                return found
        found = MoneyTracer(self._results, self.outlook).trace(key)
        return found or Tracer(self._results, self.outlook).trace(key)

    def _ask_row(self, id: str) -> None:
        self._show_row(id, None)

    def _show_row(self, id: str, field: str | None) -> None:
        """A row of this chapter is shown here, others where they are at home."""
        if not self.show_object(id, field):
            self.showAsked.emit(id, field)

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        if row_id in plan.scenarios:
            self.show_view(OUTLOOK)
            if self.body.current is not self.view:
                return False
            scenarios = self.view.scenarios.list
            scenarios.take(row_id)
            self.view.reveal(scenarios)
            scenarios.setFocus(Qt.FocusReason.OtherFocusReason)
            if field:
                self.edit_scenario(row_id, field)
            return True
        if row_id != SINGLETONS["funnel"] and not any(row_id in plan.table(name) for name in BY_KEY[self.key].tables):
            return False
        self.show_view(ASSUMPTIONS)
        return self.assumed.show_row(row_id, field)


def _drawn(results: Results, basis: Basis, known: Outlook | None) -> tuple[Outlook, tuple[ScenarioCut, ...]]:
    """In the job: the draws of a plan, and what its scenarios come to."""
    outlook = known or outlook_of(basis)
    return outlook, scenario_cuts(Simulator(results, outlook.draws))


class KeepDialog(Dialog):
    """Asks for a name; `finished(title)`."""

    def __init__(self, proposed: str) -> None:
        super().__init__(_("Keep as a scenario"), 480)
        self.title = LineEdit(proposed)
        self.title.selectAll()
        self.body.addWidget(Field(_("What if"), self.title, _("It stands beside the plan and changes nothing in it.")))
        self.add_button(Button(_("Cancel")), None)
        keep = self.add_button(Button(_("Keep it"), "primary"), finishes=False)
        keep.clicked.connect(self._keep)

    def _keep(self) -> None:
        if title := self.title.text().strip():
            self.finish(title)
        else:
            self.title.set_wrong(True)
