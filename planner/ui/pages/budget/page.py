"""Chapter 9: the month grid under one envelope."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.calc.money import exponent
from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits.budget import Measure
from planner.model.fields import Money, RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.page import Page
from planner.ui.pages.budget.chart import BudgetHead, Phasing
from planner.ui.pages.budget.grid import BudgetGrid
from planner.ui.pages.budget.groups import By
from planner.ui.pages.budget.hands import Hands
from planner.ui.pages.budget.lines import FIELDS, LinesView
from planner.ui.pages.budget.menus import BudgetMenus, measures, units
from planner.ui.pages.budget.model import GROUP, BudgetModel
from planner.ui.pages.budget.since import Since
from planner.ui.pages.budget.trace import story
from planner.ui.parts.button import Button, HeadButton
from planner.ui.parts.card import Card, Line, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.trace import Trace
from planner.ui.parts.tracesheet import TraceSheet
from planner.ui.voices import voice_of
from planner.ui.workspace import Workspace

_MEASURE_FROM = 1080  # the width from which planned, committed and spent stand in the head
_NEW = ("description", "activity", "owner", "category", "basis", "priority")
_GROUPS = (
    ("", ("description", "activity", "owner", "category", "basis", "priority", "amount")),
    ("", ("committed", "in_brief", "locked", "in_second_currency", "note")),
)


class BudgetPage(Page):
    """Envelope, phasing and grid on one sheet."""

    key = "budget"
    watches = frozenset({"budget_line", "amount", "activity", "run", "person", "facts", "signoff"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.menus = BudgetMenus(self)
        self.rows = BudgetModel(self)
        self._since = Since(workspace)
        self.rows.given.connect(workspace.apply)
        self.rows.refused.connect(workspace.refused)
        self.grid = BudgetGrid(self.rows)
        self.view = self.grid.months
        self.view.setAccessibleName(_("Budget by month"))
        self.hands = Hands(workspace, self.rows, self.view)
        self.hands.said.connect(self.cell)
        self.top = BudgetHead(self.grid)
        self.top.columnClicked.connect(self._take_column)
        self.view.handInChanged.connect(self._say_cell)
        self.view.detailsAsked.connect(self.open_details)
        self.view.foldAsked.connect(self.toggle)
        self.view.menuAsked.connect(self.menus.months_menu)
        self.view.quartersAsked.connect(self.toggle_quarters)
        self.view.spreadAsked.connect(self.hands.spread)
        self.grid.names.nameClicked.connect(self._take_row)
        self.grid.names.nameOpened.connect(self.open_details)
        self.unit = HeadButton(self.grid)
        self.unit.clicked.connect(self.menus.grid_menu)
        self.lines = LinesView(workspace, self.rows)
        self.lines.handInChanged.connect(self._say_cell)
        self.lines.resized.connect(self._keep_chart_in_place)
        self.lines.detailsAsked.connect(self.open_details)
        self.lines.foldAsked.connect(self.toggle)
        self.lines.menuAsked.connect(self.menus.lines_menu)
        self.details = DetailSheet(workspace, "budget_line", self, _GROUPS)
        self.details.closed.connect(self._back_to_grid)
        self._results: Results | None = None
        self.trace = TraceSheet(self._find_trace, self)
        self.trace.rowAsked.connect(self._show_row)
        self.top.opened.connect(self.trace.open_trace)
        self._lay_out()

    def _lay_out(self) -> None:
        self.choice = Segmented([("months", _("Months")), ("quarters", _("Quarters")), ("lines", _("Lines"))])
        self.choice.chosen.connect(self._choose_columns)
        self.measure = Segmented(list(measures().items()))
        self.measure.chosen.connect(self._choose_measure)
        add = Button(_("Add line"), icon="plus")
        add.clicked.connect(self.add_new)
        head = ChapterHead(_("Budget"), _("What it costs, when, and who leads it."))
        head.add_action(self.measure)
        head.add_action(self.choice)
        head.add_action(add)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.top)
        inside.addWidget(Line())
        grids = QWidget()
        self._grids = QStackedLayout(grids)
        self._grids.addWidget(self.grid)
        self._grids.addWidget(self.lines)
        inside.addWidget(grids, 1)
        sheet = Paper()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(32, 4, 32, 24)
        column.addWidget(card)
        self.body = ChapterBody(self, head, sheet, make_empty=self._empty_page)

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("The money starts with one line."),
            _("Write what you pay for, who leads it, and put an amount into the month in which it is spent."),
            _("Add the first line"),
            voice="finance",
        )
        empty.started.connect(self.add_new)
        return empty

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self._results = results
        self._since.follow(plan, change)
        self.rows.changed = self._since.voices
        self.rows.show_plan(plan, change)
        self.body.show_filled(self.is_awaited or bool(len(plan.budget_lines)))
        self._tell_unit()
        self._show_head(plan, results)
        if self.in_lines:
            self.lines.rows.follow()
        self.details.show_plan(plan)
        self.trace.follow_plan()
        self._say_cell()

    def _show_head(self, plan: Plan, results: Results) -> None:
        columns: list[dict[str, Money]] = [{} for _column in self.rows.columns]
        voices = {line.id: voice_of(plan, line.owner) for line in plan.budget_lines}
        for line, voice in voices.items():
            for place, parts in enumerate(columns):
                amount = self.rows.amount(line, place + 1)
                if amount:
                    parts[voice] = parts.get(voice, 0) + amount
        budget = results.budget
        total = self.rows.amount("", self.rows.last) if self.rows.measure != "planned" else budget.total
        self.top.show_phasing(
            Phasing(
                tuple(columns),
                total,
                budget.envelope,
                budget.contingency,
                self.rows.writing.numbers,
                10 ** exponent(plan.facts.currency),
                self.rows.rate_words,
                self.rows.measure == "planned",
            )
        )

    @property
    def in_lines(self) -> bool:
        """Whether the grid shows what is known of the lines instead of their months."""
        return self.choice.current == "lines"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure.setVisible(self.width() >= _MEASURE_FROM)

    def _keep_chart_in_place(self) -> None:
        """The chart stands on the columns of the months, also while the lines lie over them."""
        if self.in_lines:
            self.grid.resize(self.lines.size())
            self.grid.fit()

    def _say_cell(self) -> None:
        if self.in_lines:
            at = self.lines.currentIndex()
            if at.isValid():
                self.cell.emit(*self.lines.rows.said(self.lines.rows.keys[at.row()], at.column()))
            return
        index = self.view.currentIndex()
        hand = index.column() if index.isValid() else -1
        if hand != self.rows.hand:
            self.rows.hand = hand
            self.grid.months.horizontalHeader().mark(hand)  # type: ignore[attr-defined]
            self.view.viewport().update()
            self.top.update()
        if index.isValid():
            self.cell.emit(*self.hands.words())

    # Choices

    def _choose_columns(self, key: str) -> None:
        hand = self.line_in_hand
        self._grids.setCurrentIndex(1 if key == "lines" else 0)
        self.measure.setEnabled(key != "lines")
        if key != "lines":
            self.rows.quarters = key == "quarters"
        self._again()
        view = self.lines if key == "lines" else self.view
        if hand is not None:
            view.take(self.rows.row_of(hand), max(1, view.currentIndex().column()))

    def _choose_measure(self, measure: Measure) -> None:
        self.choose(measure, self.rows.unit)

    @property
    def line_in_hand(self) -> RowId | None:
        """The line or the group in hand, in whichever grid is shown."""
        view = self.lines if self._grids.currentIndex() else self.view
        return self.rows.key_at(view.currentIndex().row())

    def toggle_quarters(self) -> None:
        """Months become quarters and quarters months; the line in hand stays in hand."""
        row, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        key = "months" if self.rows.quarters else "quarters"
        first = self.rows.months_at(column)[:1] if column < self.rows.last else ()
        self.choice.set_current(key)
        self._choose_columns(key)
        found = (place for place in range(1, self.rows.last) if first and first[0] in self.rows.months_at(place))
        self.view.take(row, next(found, self.rows.last))

    def group_by(self, by: By) -> None:
        """Group the lines by something else; the line in hand stays in hand."""
        hand = self.line_in_hand
        self.rows.by = by
        self._again()
        if hand is not None and not hand.startswith(GROUP):
            view = self.lines if self.in_lines else self.view
            view.take(self.rows.row_of(hand), max(1, view.currentIndex().column()))

    def choose(self, measure: Measure, unit: int) -> None:
        """Show planned, committed or spent amounts, in major units or thousands of them."""
        self.rows.measure, self.rows.unit = measure, unit
        self.measure.set_current(measure)
        self._again()
        self.grid.fit()

    def _again(self) -> None:
        self.rows.arrange()
        self.rows.tell_all()
        self.lines.rows.follow()
        self._tell_unit()
        self._show_head(self.workspace.plan, self.workspace.results)

    def _tell_unit(self) -> None:
        sign = self.rows.writing.title
        name = units(self.rows)[self.rows.measure, self.rows.unit]
        self.unit.setText(sign if self.rows.measure == "planned" else name)
        self.unit.setAccessibleName(_("The grid shows: {what}").format(what=name))
        self.unit.move(12, 2)
        self.unit.adjustSize()
        self.unit.raise_()

    # Hands

    def toggle(self, key: str) -> None:
        """Fold a group or open it; the group stays in hand."""
        self.rows.toggle(key)
        self.lines.rows.follow()
        if self.in_lines:
            self.lines.take(self.rows.row_of(key), 0)
        else:
            self.view.take(self.rows.row_of(key), max(1, self.view.currentIndex().column()))

    def _take_row(self, key: str) -> None:
        column = max(1, self.view.currentIndex().column())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if key.startswith(GROUP):
            self.toggle(key)
        else:
            self.view.take(self.rows.row_of(key), column)

    def _take_column(self, column: int) -> None:
        row = max(0, self.view.currentIndex().row())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.take(row, column)

    def details_in_hand(self) -> None:
        """Show all fields of the line in hand."""
        if (key := self.line_in_hand) is not None:
            self.open_details(key)

    def open_details(self, key: str) -> None:
        """Show all fields of a line; a group shows none."""
        if not key.startswith(GROUP):
            self.details.open_row(key)

    def _back_to_grid(self) -> None:
        (self.lines if self.in_lines else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    # Page

    def add_new(self) -> None:
        line = self.workspace.plan.budget_lines.get(self.line_in_hand)
        values = {"activity": line.activity} if line is not None and line.activity else {}
        dialog = NewRowDialog(_("New line"), self.workspace, "budget_line", _NEW, _("Add line"), values=values)
        dialog.finished.connect(self._added)
        dialog.open_over(self.window())

    def _added(self, id: object) -> None:
        if isinstance(id, str):
            self.show_object(id)

    def _find_trace(self, key: str) -> Trace | None:
        return story(self._results, key) if self._results is not None else None

    def _show_row(self, id: str, field: str | None) -> None:
        if not self.show_object(id, field):
            self.showAsked.emit(id, field)

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        amount = plan.amounts.get(row_id)
        line = plan.budget_lines.get(amount.line if amount else row_id)
        if line is None:
            return False
        self.rows.folded.discard(self.rows.group_of(line.id))
        self.rows.arrange()
        column = next(
            (place for place in range(1, self.rows.last) if amount and amount.month in self.rows.months_at(place)), 1
        )
        if field in FIELDS:
            self._show_in_lines(line.id, str(field))
            return True
        if self.in_lines:
            self.choice.set_current("months")
            self._choose_columns("months")
        self.view.take(self.rows.row_of(line.id), column)
        if field and field not in ("planned", "amount"):
            self.details.open_row(line.id, field)
        else:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _show_in_lines(self, line: RowId, field: str) -> None:
        """Take a field of a line in hand in the grid of the lines."""
        self.choice.set_current("lines")
        self._choose_columns("lines")
        self.lines.take(self.rows.row_of(line), 1 + FIELDS.index(field))
        self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)
