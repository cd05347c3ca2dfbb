"""Chapter 13: what happened by month against the plan that was signed, and which promises were kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.calc import signing
from planner.calc.against import against
from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.fields import Month
from planner.model.plan import TABLES, Plan
from planner.ui.numbers import numbers_of
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.review.chart import MonthChart
from planner.ui.pages.review.entry import MonthDialog
from planner.ui.pages.review.figures import (
    baseline_words,
    headline,
    month_chart,
    next_month,
    tiles,
)
from planner.ui.pages.review.head import HeadlineCard, TileCard
from planner.ui.pages.review.promises import KeptCard
from planner.ui.pages.review.trace import ENDING, GOALS, LEADS, reading, story
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.chip import Chip, warning_chip
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.flow import Flow
from planner.ui.parts.readtable import ReadingDialog
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.trace import Trace
from planner.ui.parts.tracesheet import TraceSheet
from planner.ui.workspace import Workspace

_BESIDE_FROM = 980
_BY_HAND = ("actual", "promise_check", "session", "coach_answer", "named_version")


class ReviewPage(Page):
    """The finding, three figures, two charts on one axis, and the promises."""

    key = "review"
    watches = frozenset(TABLES)  # the forecast at completion follows from the whole plan

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.head_card = HeadlineCard()
        self.tile_cards = [TileCard() for _place in range(3)]
        self.chart = MonthChart()
        self.chart.enterAsked.connect(self.enter)
        self.chart.handChanged.connect(self._say)
        self.promises = KeptCard(workspace, self)
        self._results: Results | None = None
        self._lay_out()
        self.trace = TraceSheet(self._find_trace, self)
        self.trace.rowAsked.connect(self.showAsked)

    def _lay_out(self) -> None:
        chapter = BY_KEY[self.key]
        self._baseline = Chip("", "note.tint", "note.text", icon="lock-simple", weight="fill")
        self._baseline.setToolTip(_("Compared with the plan as both halves signed it."))
        self._unsigned = warning_chip(_("Not signed by both yet"))
        self._unsigned.setToolTip(_("Compared with the plan as it stands, because not both halves have signed."))
        self._enter = Button("", icon="plus")
        self._enter.clicked.connect(self.add_new)
        head = ChapterHead(_(chapter.title), _(chapter.purpose))
        for chip in (self._baseline, self._unsigned):
            head.add_action(chip)
        head.add_action(self._enter)
        self._upper = QGridLayout()
        self._upper.setSpacing(16)
        sheet = Card()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.chart)
        content = Paper()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 4, 32, 24)
        column.setSpacing(16)
        column.addLayout(self._upper)
        column.addWidget(sheet)
        column.addWidget(self.promises)
        column.addLayout(self._links())
        column.addStretch(1)
        self._scroll = Scroll(content)
        self.body = ChapterBody(self, head, self._scroll, make_empty=self._empty_page)
        self._columns = 0
        self._place_upper()

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("No month has been entered yet."),
            _("Once a month: what was spent, which leads came, which promises were kept. Ten minutes, and you know."),
            _("Enter a month"),
            _("or see sessions and named versions"),
            "shared",
        )
        empty.started.connect(self.add_new)
        empty.alternative.connect(self.open_tables)
        return empty

    def _links(self) -> Flow:
        row = Flow(gap=20)
        self.ending, self.goals, self.counted, read, tables = (
            Button(words, "link", icon=icon, size="small")
            for words, icon in (
                (_("How it will end"), "coins"), (_("How far the goals have come"), "target"),
                (_("Leads, counted and landed"), "funnel"),
                (_("Read as a table"), "table"), (_("All figures, checks, sessions and versions"), "list-checks"),
            )
        )  # fmt: skip
        for link, handler in (
            (self.ending, self.open_ending), (self.goals, self.open_goals), (self.counted, self.open_leads),
            (read, self.read_as_table), (tables, self.open_tables),
        ):  # fmt: skip
            link.clicked.connect(handler)
            row.addWidget(link)
        return row

    def _find_trace(self, key: str) -> Trace | None:
        return story(self._results, key) if self._results is not None else None

    def open_ending(self) -> None:
        """What the whole budget comes to, in four ways, and which of them fits."""
        self.trace.open_trace(ENDING)

    def open_goals(self) -> None:
        """How far each goal has come."""
        self.trace.open_trace(GOALS)

    def open_leads(self) -> None:
        """Leads as they are counted, and as they land."""
        self.trace.open_trace(LEADS)

    def _place_upper(self) -> None:
        """The three figures stand beside the finding where there is room, else under it."""
        columns = 4 if self.width() - 64 >= _BESIDE_FROM else 3
        if columns == self._columns:
            return
        self._columns = columns
        for card in (self.head_card, *self.tile_cards):
            self._upper.removeWidget(card)
        self._upper.addWidget(self.head_card, 0, 0, 1, 1 if columns == 4 else 3)
        for place, card in enumerate(self.tile_cards):
            self._upper.addWidget(card, 0 if columns == 4 else 1, place + 1 if columns == 4 else place)
        for place in range(4):
            wide = 41 if columns == 4 and place == 0 else 20
            self._upper.setColumnStretch(place, wide if place < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_upper()
        self.promises.show_plan(self.workspace.plan)

    # What is shown

    @property
    def signed(self) -> Plan | None:
        """The plan as both halves signed it; None before, or where this file's history does not know it."""
        row = signing.baseline(self.workspace.plan)
        return self.workspace.plan_after(row.edit) if row else None

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self._results = results
        begun = any(row.actual is not None for row in plan.amounts) or len(plan.actuals) or len(plan.promise_checks)
        self.body.show_filled(self.is_awaited or bool(begun))
        wanted = next_month(plan, self.workspace.as_of)
        numbers = numbers_of(plan)
        self._enter.setText(_("Enter {month}").format(month=numbers.month(wanted, year=False)) if wanted else "")
        self._enter.setVisible(bool(begun and wanted))
        words = baseline_words(plan)
        self._baseline.setText(words)
        self._baseline.setVisible(bool(begun and words))
        self._unsigned.setVisible(bool(begun and not words))
        if not begun:
            self.body.empty.button.setText(_("Enter a month") if wanted else _("Say when the plan starts"))
            return
        found = against(plan, self.signed or plan, self.workspace.as_of)
        self.head_card.show_headline(headline(plan, found))
        for card, tile in zip(self.tile_cards, tiles(plan, results, found), strict=True):
            card.show_tile(tile)
        self._face = month_chart(plan, found, self.workspace.as_of)
        self.chart.show_face(self._face)
        self.promises.show_plan(plan)
        for link, key in ((self.ending, ENDING), (self.goals, GOALS), (self.counted, LEADS)):
            link.setVisible(self._find_trace(key) is not None)
        self.trace.follow_plan()

    def _say(self) -> None:
        bar = self.chart.bar
        if bar is not None:
            name, _colon, said = bar.said.partition(": ")
            self.cell.emit(name, said)

    # What people do here

    def add_new(self) -> None:
        self.enter(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.enter(self.chart.bar.month if self.chart.bar and self.chart.hasFocus() else None)
        else:
            super().keyPressEvent(event)

    def enter(self, month: Month | None) -> MonthDialog | None:
        """Enter a month, by default the next one that is missing."""
        wanted = month or next_month(self.workspace.plan, self.workspace.as_of)
        if wanted is None:
            self.showAsked.emit("context", None)
            return None
        dialog = MonthDialog(self.workspace, self.signed, wanted)
        dialog.open_over(self.window(), dialog.grid)
        return dialog

    def open_tables(self) -> TablesDialog:
        """Every figure, check, session and version with all its fields."""
        dialog = TablesDialog(self.workspace, _("Figures, checks, sessions, versions"), _BY_HAND)
        dialog.open_over(self.window())
        return dialog

    def read_as_table(self) -> None:
        """The charts in words, month by month, and how it will end."""
        ending = reading(self._results) if self._results is not None else None
        tables = [self.chart.reading(), *([ending] if ending is not None else [])]
        ReadingDialog(tables).open_over(self.window())

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        actual = plan.actuals.get(row_id)
        check = plan.promise_checks.get(row_id)
        if actual is not None and actual.month is not None:
            dialog = self.enter(actual.month)
            if dialog is not None:
                dialog.show_cell(None, (actual.measure or "", actual.activity, actual.goal))
            return True
        if check is not None and self.promises.show_check(check):
            self._scroll.ensureWidgetVisible(self.promises, 0, 24)
            self.promises.list.setFocus()
            return True
        table = next((name for name in _BY_HAND if row_id in plan.table(name)), None)
        return self.open_tables().show_row(table, row_id, field) if table else False
