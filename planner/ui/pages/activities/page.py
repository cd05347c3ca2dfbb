"""Chapter 8: what is done month by month, and whose words it answers."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.calc import months as calendar
from planner.calc import schedule
from planner.calc.results import Results
from planner.calc.runs import next_span
from planner.calc.schedule import Span
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.edits import DeleteRows, SetFields
from planner.model.edits.activities import NeedFirst, SetLeads
from planner.model.edits.runs import StopRun
from planner.model.fields import Month, RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.numbers import numbers_of
from planner.ui.page import Page
from planner.ui.pages.activities.board import Board
from planner.ui.pages.activities.estimate import EstimateDialog
from planner.ui.pages.activities.filter import Filter
from planner.ui.pages.activities.groups import way_words
from planner.ui.pages.activities.head import TimelineHead
from planner.ui.pages.activities.leads import LeadsStrip, strip_of
from planner.ui.pages.activities.list import ActivityList
from planner.ui.pages.activities.menus import ActivityMenus
from planner.ui.pages.activities.model import ActivitiesModel
from planner.ui.pages.activities.moving import adding, moving
from planner.ui.pages.activities.needs import NeedsDialog
from planner.ui.pages.activities.runsbox import RunsBox
from planner.ui.pages.activities.sheet import GROUPS, NEW
from planner.ui.pages.activities.timeline import Timeline
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.chip import Chip
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.timescale import Timescale, Unit
from planner.ui.workspace import Workspace

_AROUND = 12  # months before and after the plan in which bars can still be seen
_CHIP_FROM = 1000  # the width of the page from which the head has room for one more word
_BARS_FROM = 664  # the height of the page from which leads are drawn as bars


class ActivitiesPage(Page):
    """A timeline of all activities, and the sheet of the one in hand."""

    key = "activities"
    watches = frozenset(
        {"activity", "run", "lead_month", "goal", "person", "segment", "sales_input", "facts", "funnel"}
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.unit: Unit = "month"
        self.rows = ActivitiesModel(self)
        self.timeline = Timeline(self.rows)
        self.timeline.setAccessibleName(_("Activities by month"))
        self.head = TimelineHead(self.timeline.place)
        self.filter = Filter(self.rows)
        self.filter.changed.connect(self._arranged)
        self.filter.unitChosen.connect(self.show_unit)
        self.menus = ActivityMenus(self)
        self.head.groupAsked.connect(self.menus.ways)
        line = self.timeline
        line.placed.connect(self.head.update)
        line.moved.connect(self.reschedule)
        line.needAsked.connect(self.need)
        line.opened.connect(self.open_details)
        line.inputAsked.connect(self._show_input)
        line.foldAsked.connect(self.fold)
        line.deleteAsked.connect(self.delete)
        line.needMenuAsked.connect(self.ask_needs)
        line.estimateAsked.connect(self.ask_estimate)
        line.againAsked.connect(self.run_again)
        line.stopAsked.connect(self.stop_run)
        line.menuAsked.connect(self.menus.activity)
        line.handChanged.connect(self._say)
        self.leads = LeadsStrip(line.place)
        self.leads.given.connect(self.set_leads)
        self.leads.estimateAsked.connect(self.ask_estimate)
        self.leads.refused.connect(workspace.refused)
        line.placed.connect(self.leads.update)
        self.list = ActivityList(self.rows)
        self.board = Board(self.rows)
        self.board.stateGiven.connect(self.give_state)
        for other in (self.list, self.board):
            other.opened.connect(self.open_details)
            other.deleteAsked.connect(self.delete)
            other.menuAsked.connect(self.menus.activity)
        self.list.handInChanged.connect(self._say)
        self.board.handChanged.connect(self._say)
        self._lay_out()
        groups = [(_(title), names) for title, names in GROUPS]
        self.details = DetailSheet(workspace, "activity", self, groups, under={"end": self._runs_box})
        self.details.closed.connect(self._back)

    def _runs_box(self) -> RunsBox:
        made = RunsBox(self.workspace)
        made.againAsked.connect(self.run_again)
        return made

    def _show_input(self, id: RowId) -> None:
        self.showAsked.emit(id, None)

    def _lay_out(self) -> None:
        add = Button(_("Add activity"), icon="plus")
        add.clicked.connect(self.add_new)
        head = ChapterHead(_("Activities"), _("What we will do, month by month, and whose words it answers."))
        self.choice = Segmented([("timeline", _("Timeline")), ("list", _("List")), ("board", _("Board"))])
        self.choice.chosen.connect(self.show_view)
        self.unanswered = Chip("", "look.tint", "look.text", icon="chat-circle-dots", weight="regular")
        self.unanswered.setFixedHeight(36)  # as high as what stands beside it
        head.add_action(self.unanswered)
        head.add_action(self.choice)
        head.add_action(add)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self.timeline, 1)
        inside.addWidget(self.leads)
        listed = Card(band=8)
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self.list)
        self._views = QStackedLayout()
        self._views.setContentsMargins(0, 0, 0, 0)
        for view in (card, listed, self.board):
            ground = Paper()
            around = QVBoxLayout(ground)
            around.setContentsMargins(32, 0, 32, 24)
            around.addWidget(view)
            self._views.addWidget(ground)
        filled = Paper()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        self.filter.setContentsMargins(32, 0, 32, 0)
        column.addWidget(self.filter)
        column.addLayout(self._views, 1)
        self.body = ChapterBody(self, head, filled, make_empty=self._empty_page)

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("The year is still open."),
            _("Start with what answers an input. What answers nobody has to explain itself, and everybody can see it."),
            _("Add the first activity"),
            voice="shared",
        )
        empty.started.connect(self.add_new)
        return empty

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self.rows.show_plan(plan)
        self.body.show_filled(self.is_awaited or bool(len(plan.activities)))
        self._make_scale(plan)
        self._tell_head()
        self._follow()
        self._tell_unanswered(plan)
        self.filter.show_plan(plan)
        self.details.show_plan(plan)
        self._say()

    def _tell_unanswered(self, plan: Plan) -> None:
        """How many inputs still wait for an answer, where there is room to say it."""
        count = sum(1 for row in plan.sales_inputs if row.status in ("new", "discussed") and row.merged_into is None)
        self.unanswered.setText(_n("{n} input unanswered", "{n} inputs unanswered", count).format(n=count))
        self.unanswered.updateGeometry()
        self.unanswered.setVisible(count > 0 and self.width() >= _CHIP_FROM)

    def _follow(self) -> None:
        """The view that is on the screen shows what the search takes; the others do when they come."""
        if self.choice.current == "list":
            self.list.rows.follow()
        elif self.choice.current == "board":
            self.board.follow()

    @property
    def view(self) -> Timeline | ActivityList | Board:
        """The view on the screen: timeline, list or board."""
        key = self.choice.current
        return self.timeline if key == "timeline" else self.list if key == "list" else self.board

    @property
    def hand(self) -> RowId | None:
        """The activity in hand."""
        return self.view.chosen

    def show_view(self, key: str) -> None:
        """Show the timeline, the list or the board; what was in hand stays in hand."""
        hand = next((view.chosen for view in (self.timeline, self.list, self.board) if view.isVisible()), None)
        self.choice.set_current(key)
        self._views.setCurrentIndex(("timeline", "list", "board").index(key))
        self.filter.units.setVisible(key == "timeline")
        self._follow()
        self.view.take(hand)

    def _make_scale(self, plan: Plan) -> None:
        """The months of the plan, and those around it in which something is done."""
        used = self.rows.months_in_use
        today = self.workspace.as_of
        start = plan.facts.fiscal_year_start
        first = start if schedule.first_of(start) else used[0] if used else today[:7]
        period = calendar.period(plan) or calendar.span(str(first), calendar.add(str(first), 11))
        limits = calendar.add(period[0], -_AROUND), calendar.add(period[-1], _AROUND)
        around = [min(max(month, limits[0]), limits[1]) for month in used]
        now = self.timeline.place.scale
        made = Timescale(period, around, self.unit)
        if (made.months, made.period, made.unit) != (now.months, now.period, now.unit):
            self.timeline.place.scale = made
        self.timeline.fit()

    def _tell_head(self) -> None:
        plan, painting = self.workspace.plan, self.timeline.painting
        marks = tuple(face.fixed for face in self.rows.shown if face.fixed)
        today = calendar.parse_day(self.workspace.as_of)
        painting.today = today
        painting.dotted = [day for mark in marks if (day := calendar.parse_day(mark.day))]
        self.head.show_marks(numbers_of(plan), marks, today)
        self.head.set_way(way_words(self.rows.by))

    def _arranged(self) -> None:
        """The search has another answer."""
        self.timeline.empty_words = _("Nothing fits this search.")
        self._tell_head()
        self._follow()
        self.timeline.fit()

    def show_unit(self, unit: Unit) -> None:
        """Show months or weeks; the bar in hand stays in sight."""
        self.unit = unit
        self._make_scale(self.workspace.plan)
        self.timeline.show_bar()

    def _say(self) -> None:
        id = self.hand
        plan = self.workspace.plan
        if self.view is self.timeline:
            self.leads.show_strip(plan, strip_of(plan, id))
        if id is not None and id in self.workspace.plan.activities:
            face = self.rows.face(id)
            self.cell.emit(face.title, self.rows.hand_words(id) if self.view is self.timeline else face.when)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.leads.set_low(self.height() < _BARS_FROM)
        self._tell_unanswered(self.workspace.plan)

    # Hands

    def reschedule(self, id: RowId, spans: Mapping[RowId, Span]) -> None:
        """Give runs of an activity other spans; what was moved stays in hand."""
        before = self.rows.face(id).bars
        if self.workspace.apply(moving(id, before, spans)) is not None and len(spans) == 1 and len(before) > 1:
            self.timeline.take_span(next(iter(spans.values())))

    def run_again(self, id: RowId, span: Span | None = None) -> None:
        """Let an activity take place once more, where nobody says when at its own distance; the new run is in hand.

        An activity without dates gets its first ones.
        """
        plan = self.workspace.plan
        span = span or next_span(plan, plan.activities[id])
        if span is None:
            self.open_details(id, "start")
        elif self.workspace.apply(adding(id, self.rows.face(id).bars, span)) is not None:
            self.timeline.take(id)
            self.timeline.take_span(span)

    def stop_run(self, id: RowId, run: RowId) -> None:
        """One run is no longer wanted."""
        self.workspace.apply(StopRun(id, run))

    def need(self, id: RowId, first: RowId) -> None:
        """An arrow was pulled from one bar to another; once more takes it away."""
        needed = first not in self.workspace.plan.activities[id].depends_on
        self.workspace.apply(NeedFirst(id, first, needed))

    def ask_needs(self, id: RowId) -> None:
        """Choose what an activity needs first, by typing."""
        dialog = NeedsDialog(self.workspace, id)
        dialog.open_over(self.window(), dialog.picker)

    def set_leads(self, id: RowId, month: Month, leads: float | None) -> None:
        """The likely leads of an activity in one month were typed."""
        self.workspace.apply(SetLeads(id, {month: leads}))

    def ask_estimate(self, id: RowId) -> None:
        """Ask how many leads an activity brings, and how they come over its months."""
        dialog = EstimateDialog(self.workspace, id)
        dialog.open_over(self.window(), dialog.lines[1])

    def fold(self, key: str) -> None:
        """Fold a group or open it; it stays in hand."""
        self.rows.toggle(key)
        self.timeline.take(key)

    def delete(self, id: RowId) -> None:
        """Take an activity out of the plan; the row after it is in hand."""
        row = self.rows.row_of(id)
        self.workspace.apply(DeleteRows("activity", (id,)))
        if self.choice.current == "timeline":
            self.timeline.take(self.rows.key_at(min(row, len(self.rows.keys) - 1)))

    def give_state(self, id: RowId, state: str | None) -> None:
        """A card came into another column of the board."""
        self.workspace.apply(SetFields("activity", id, {"status": state}))

    def open_details(self, id: RowId, field: str | None = None) -> None:
        """Show all fields of an activity."""
        self.view.take(id)
        self.details.open_row(id, field)

    def _back(self) -> None:
        if self.view is self.board:
            self.board.take(self.hand)
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def group_by(self, by: str) -> None:
        """Group by goal, owner, channel or segment; what is in hand stays in hand."""
        hand = self.timeline.chosen
        self.rows.by = by  # type: ignore[assignment]
        self.rows.arrange()
        self._tell_head()
        self.timeline.take(hand)

    # Page

    def add_new(self) -> None:
        hand = self.hand
        near = self.workspace.plan.activities.get(hand)
        values = {"goals": near.goals[:1]} if near and near.goals and self.rows.by == "goal" else {}
        dialog = NewRowDialog(_("New activity"), self.workspace, "activity", NEW, _("Add activity"), values=values)
        dialog.finished.connect(self._added)
        dialog.open_over(self.window())

    def _added(self, id: object) -> None:
        if isinstance(id, str):
            self.show_object(id)

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        part = plan.lead_months.get(row_id) or plan.runs.get(row_id)
        id = part.activity if part else row_id
        if id is None or id not in plan.activities:
            return False
        self.rows.reveal(id)
        self.filter.show_plan(plan)
        self._arranged()
        self.view.take(id)
        if field and field not in ("start", "end"):
            self.details.open_row(id, field)
        elif self.view is not self.board:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.timeline.take_run(row_id)
            self.timeline.show_bar()
        return True
