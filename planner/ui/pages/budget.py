"""Chapter 9: the month grid under one envelope."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.calc.money import exponent
from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits.budget import Measure
from planner.model.fields import Money, RowId
from planner.model.plan import Plan
from planner.ui.detailsheet import DetailSheet, NewRowDialog
from planner.ui.form import Form
from planner.ui.page import Page
from planner.ui.pages.budget_amounts import THOUSAND
from planner.ui.pages.budget_chart import BudgetHead, Phasing
from planner.ui.pages.budget_grid import BudgetGrid
from planner.ui.pages.budget_hands import Hands
from planner.ui.pages.budget_model import GROUP, BudgetModel
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Line, Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.menu import Menu
from planner.ui.parts.segmented import Segmented
from planner.ui.voices import voice_of
from planner.ui.workspace import Workspace

_NEW = ("description", "activity", "owner", "category", "basis", "priority")
_GROUPS = (
    ("", ("description", "activity", "owner", "category", "basis", "priority", "amount")),
    ("", ("committed", "in_brief", "locked", "in_second_currency", "note")),
)


class BudgetPage(Page):
    """Envelope, phasing and grid on one sheet."""

    key = "budget"
    watches = frozenset({"budget_line", "amount", "activity", "person", "facts"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.rows = BudgetModel(self)
        self.rows.given.connect(workspace.apply)
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
        self.view.menuAsked.connect(self._menu)
        self.view.quartersAsked.connect(self.toggle_quarters)
        self.view.spreadAsked.connect(self.hands.spread)
        self.grid.names.nameClicked.connect(self._take_row)
        self.grid.names.nameOpened.connect(self.open_details)
        self.unit = Button("", "quiet", icon="caret-down", size="small", parent=self.grid)
        self.unit.clicked.connect(self._unit_menu)
        self.details = DetailSheet(workspace, "budget_line", self, _GROUPS)
        self.details.closed.connect(self._back_to_grid)
        self._lay_out()

    def _lay_out(self) -> None:
        self.choice = Segmented([("months", _("Months")), ("quarters", _("Quarters"))])
        self.choice.chosen.connect(self._choose_columns)
        add = Button(_("Add line"), icon="plus")
        add.clicked.connect(self.add_new)
        head = ChapterHead(_("Budget"), _("What it costs, when it is spent, and who leads each line."))
        head.add_action(self.choice)
        head.add_action(add)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.setSpacing(0)
        inside.addWidget(self.top)
        inside.addWidget(Line())
        inside.addWidget(self.grid, 1)
        self._empty = EmptyPage(
            _("The money starts with one line."),
            _("Write what you pay for, who leads it, and put an amount into the month in which it is spent."),
            _("Add the first line"),
            voice="finance",
        )
        self._empty.started.connect(self.add_new)
        sheet = Paper()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(32, 0, 32, 24)
        column.addWidget(card)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(sheet)
        ground = Paper()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 24, 0, 0)
        inner.setSpacing(16)
        head.setContentsMargins(32, 0, 32, 0)
        inner.addWidget(head)
        inner.addWidget(holder, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self.rows.show_plan(plan, change)
        self._stack.setCurrentIndex(1 if len(plan.budget_lines) else 0)
        self._tell_unit()
        self._show_head(plan, results)
        self.details.show_plan(plan)
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
                total or 0,
                budget.envelope,
                budget.contingency,
                self.rows.writing.numbers,
                10 ** exponent(plan.facts.currency),
                self.rows.rate_words,
            )
        )

    def _say_cell(self) -> None:
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
        self.rows.quarters = key == "quarters"
        self._again()

    def toggle_quarters(self) -> None:
        """Months become quarters and quarters months; the line in hand stays in hand."""
        row, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        key = "months" if self.rows.quarters else "quarters"
        first = self.rows.months_at(column)[:1] if column < self.rows.last else ()
        self.choice.set_current(key)
        self._choose_columns(key)
        found = (place for place in range(1, self.rows.last) if first and first[0] in self.rows.months_at(place))
        self.view.take(row, next(found, self.rows.last))

    def _unit_menu(self) -> None:
        menu = Menu(self)
        for measure, unit, words in self._units():
            action = menu.add(words)
            action.setData((measure, unit))
            action.triggered.connect(self._choose_unit)
        menu.addSeparator()
        menu.add(_("Second currency…"), "", "coins").triggered.connect(self.ask_currency)
        menu.popup(self.unit.mapToGlobal(QPoint(0, self.unit.height() + 4)))

    def ask_currency(self) -> None:
        """Which second currency there is, and what one unit of it is taken for."""
        dialog = Dialog(
            _("Second currency"), 440,
            lines=_("Lines can be written in it. The plan keeps their amounts in its own currency."),
        )  # fmt: skip
        form = Form(self.workspace, "facts", (("", ("second_currency", "second_currency_rate")),))
        form.show_row(self.workspace.plan, self.workspace.plan.facts)
        dialog.body.addWidget(form)
        dialog.add_button(Button(_("Close"), "primary"), None)
        dialog.open_over(self.window(), form.editor("second_currency"))

    def _units(self) -> list[tuple[Measure, int, str]]:
        sign = self.rows.writing.numbers.symbol or self.rows.writing.numbers.currency
        names: list[tuple[Measure, str]] = [
            ("planned", _("Planned")),
            ("committed", _("Committed")),
            ("actual", _("Spent")),
        ]
        return [
            (measure, unit, f"{name}, {sign}{'k' if unit == THOUSAND else ''}")
            for unit in (THOUSAND, 1)
            for measure, name in names
        ]

    def _choose_unit(self) -> None:
        measure, unit = self.sender().data()  # type: ignore[attr-defined]
        self.choose(measure, unit)

    def choose(self, measure: Measure, unit: int) -> None:
        """Show planned, committed or spent amounts, in major units or thousands of them."""
        self.rows.measure, self.rows.unit = measure, unit
        self._again()
        self.grid.fit()

    def _again(self) -> None:
        self.rows.arrange()
        self.rows.tell_all()
        self._tell_unit()
        self._show_head(self.workspace.plan, self.workspace.results)

    def _tell_unit(self) -> None:
        sign = self.rows.writing.title
        name = next(words for measure, unit, words in self._units()
                    if (measure, unit) == (self.rows.measure, self.rows.unit))  # fmt: skip
        self.unit.setText(sign if self.rows.measure == "planned" else name)
        self.unit.setAccessibleName(_("The grid shows: {what}").format(what=name))
        self.unit.move(8, 2)
        self.unit.adjustSize()
        self.unit.raise_()

    # Hands

    def toggle(self, key: str) -> None:
        """Fold a group or open it; the group stays in hand."""
        column = max(1, self.view.currentIndex().column())
        self.rows.toggle(key)
        self.view.take(self.rows.row_of(key), column)

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

    def _menu(self, point: QPoint) -> None:
        menu = Menu(self)
        lines, _months = self.view.range_cells()
        locked = bool(lines) and all(self.workspace.plan.budget_lines[line].locked for line in lines)
        for words, keys, icon, handler in (
            (_("All about this line"), "Shift Enter", "list", self._details_in_hand),
            (_("Fill down"), "Ctrl D", "arrow-down", self.hands.fill),
            (_("Fill to the right"), "Ctrl R", "arrow-right", self.hands.fill_right),
            (_("Spread an amount"), "S", "arrows-left-right", self.hands.spread),
            (_("Unlock") if locked else _("Lock"), "Ctrl Shift L", "lock-simple", self.hands.lock),
            (_("Note"), "Shift F2", "note", self.hands.note),
            (_("Empty"), "Del", "x", self.hands.clear),
            (self._currency_words(lines), "", "coins", self.hands.second),
            (_("Delete the line"), "", "trash", self.hands.delete),
        ):
            action = menu.add(words, keys, icon)
            action.setEnabled(bool(lines))
            action.triggered.connect(handler)
        menu.popup(point)

    def _currency_words(self, lines: list[RowId]) -> str:
        facts, plan_lines = self.workspace.plan.facts, self.workspace.plan.budget_lines
        there = bool(lines) and all(plan_lines[line].in_second_currency for line in lines)
        code = facts.currency if there else facts.second_currency
        return _("Write it in {currency}").format(currency=code) if code else _("Write it in the second currency")

    def _details_in_hand(self) -> None:
        if (key := self.rows.key_at(self.view.currentIndex().row())) is not None:
            self.open_details(key)

    def open_details(self, key: str) -> None:
        """Show all fields of a line; a group shows none."""
        if not key.startswith(GROUP):
            self.details.open_row(key)

    def _back_to_grid(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Page

    def add_new(self) -> None:
        line = self.rows.line_at(self.view.currentIndex().row())
        values = {"activity": line.activity} if line is not None and line.activity else {}
        dialog = NewRowDialog(_("New line"), self.workspace, "budget_line", _NEW, _("Add line"), values=values)
        dialog.finished.connect(self._added)
        dialog.open_over(self.window())

    def _added(self, id: object) -> None:
        if isinstance(id, str):
            self.show_object(id)

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
        self.view.take(self.rows.row_of(line.id), column)
        if field and field not in ("planned", "amount"):
            self.details.open_row(line.id, field)
        else:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
