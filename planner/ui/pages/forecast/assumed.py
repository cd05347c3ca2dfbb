"""What the forecast assumes, written where it stands: each figure with where it comes from and who agreed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc import funnel, months, words
from planner.calc.results import Results
from planner.i18n import _
from planner.model.edits import AddRow, DeleteRows, PutRows
from planner.model.ids import new_id, new_row
from planner.model.plan import CELLS, SINGLETONS, Plan, Row
from planner.ui.forms.form import Form
from planner.ui.forms.grid import NAME, FieldColumn, FieldGrid
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.numbers import numbers_of
from planner.ui.pages.forecast.lag import LagCard
from planner.ui.pages.generic_words import SHEETS
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.focus import point_at
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

_WIDEST, _TWO_FROM = 1320, 900
USUAL_RATES = ("lead_to_mql", "mql_to_sal", "sal_to_sql", "sql_to_opp", "opp_to_won")
USUAL_STAGES = ("lead", "mql", "sal", "sql", "opportunity", "won")
FUNNEL = SINGLETONS["funnel"]

DEAL = ("deal_low", "deal_likely", "deal_high", "deal_evidence", "deal_n")
INBOUND = ("baseline_low", "baseline_likely", "baseline_high", "baseline_evidence")
MARGIN = ("margin_rate", "annual_margin", "retention_rate", "discount_rate")
PEOPLE = ("sellers", "capacity", "attempts", "minutes_per_attempt", "hours_per_seller", "hours_marketing",
          "hours_agency")  # fmt: skip
PROMISE = ("monthly_quota", "marketing_share")
RECKONED = ("distribution", "market_factor", "seed", "model")


def rate_name(plan: Plan, row: Any) -> str:
    """A step of the funnel: "Leads → Qualified by marketing"."""
    before, between, after = (row.code or "").partition("_to_")
    return f"{words.stage(before)} → {words.stage(after)}" if between else row.code or _("Step")


def _stage_name(plan: Plan, row: Any) -> str:
    return words.stage(row.code) if row.code else _("Stage")


def _month_name(plan: Plan, row: Any) -> str:
    return numbers_of(plan).month(row.month) or _("Month")


def _code_name(plan: Plan, row: Any) -> str:
    return row.name or row.code or _("Kind of lead")


class AssumedCard(Card):
    """A sheet with a title, tools at its right, and what is written on it."""

    def __init__(self, title: str, why: str = "", tools: Sequence[Button] = ()) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Text(title, "card", lines=1), 1)
        for tool in tools:
            head.addWidget(tool)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 14, 20, 18)
        self.body.setSpacing(10)
        self.body.addLayout(head)
        if why:
            self.body.addWidget(Text(why, "small", "muted"))


class AssumedView(QWidget):
    """Cards in two columns, the rates over both. `told(name, value)` for the status line."""

    crmAsked = Signal()
    told = Signal(object, object)

    def __init__(self, workspace: Workspace, host: QWidget, parent: QWidget | None = None) -> None:
        """Sheets with all fields of a row open over `host`."""
        super().__init__(parent)
        self._workspace, self._host = workspace, host
        self._forms: list[Form] = []
        self._sheets: dict[str, DetailSheet] = {}
        self._nothing: dict[str, Text] = {}
        self.grids: dict[str, FieldGrid] = {}
        self._make_grids()
        self._rates = self._rate_card()
        self._stages = self._grid_card(
            "stage", _("What counts as what"), _("A lead is only a lead when marketing and sales mean the same by it.")
        )
        self.won = LagCard(workspace, "lag_won", _("From lead to order"))
        self.opened = LagCard(workspace, "lag_opportunity", _("From lead to opportunity"))
        deal = self._form_card(_("What an order brings"), DEAL)
        inbound = self._form_card(_("Leads that come by themselves, each month"), INBOUND)
        prior = self._grid_card("prior_month", _("Leads from before the plan"),
                                _("Their orders still come in the first months of the plan."))  # fmt: skip
        prior.body.addWidget(self._form(("prior_note",)))
        margin = self._form_card(_("What is left of it"), MARGIN)
        people = self._form_card(_("What people can take on"), PEOPLE)
        self._kinds = self._grid_card("lead_type", _("Kinds of leads, and the promise in money"))
        self._worth = Text("", "small", "muted")
        self._kinds.body.addWidget(self._worth)
        self._kinds.body.addWidget(self._form(PROMISE))
        self._thresholds = self._grid_card("threshold", _("Lines of checks that were moved"))
        reckoned = self._form_card(_("How it is reckoned"), RECKONED)
        self._left = (deal, self.won, inbound, margin, self._thresholds)
        self._right = (prior, self.opened, self._kinds, people, reckoned)
        self._paper = Paper()
        self._column = QVBoxLayout(self._paper)
        self._column.setSpacing(20)
        self._both = QHBoxLayout()
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for side in self._sides:
            side.setSpacing(20)
            side.addStretch(1)
            self._both.addLayout(side, 1)
        self._column.addWidget(self._rates)
        self._column.addLayout(self._both)
        self._column.addWidget(self._stages)
        self._column.addStretch(1)
        self._columns = 0
        self._scroll = Scroll(self._paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    # The cards

    def _make_grids(self) -> None:
        c = FieldColumn
        shapes: dict[str, tuple[str, Callable[[Plan, Any], str], tuple[FieldColumn, ...]]] = {
            "rate": (_("Rates"), rate_name, (
                c(NAME, 150, 3, _("Step")), c("low", 54), c("most_likely", 62), c("high", 54), c("observed", 78),
                c("n", 66), c("evidence_kind", 84, 1, _("Kind")), c("evidence", 98, 3), c("agreed_by", 86, 1))),
            "stage": (_("Stages"), _stage_name, (
                c(NAME, 150, 1, _("Stage")), c("definition", 240, 5), c("owner", 86), c("accepted_by", 124, 1),
                c("time_limit", 84, 1), c("on_refusal", 100, 1))),
            "prior_month": (_("Leads from before the plan"), _month_name, (c(NAME, 120, 1, _("Month")),
                                                                          c("leads", 90, 1))),
            "lead_type": (_("Kinds of leads"), _code_name, (
                c("name", 100, 2), c("close_rate", 104, 0, _("Become orders")), c("revenue", 94),
                c("per_month", 72), c("evidence", 70, 1))),
            "threshold": (_("Lines of checks"), _limit_name, (
                c(NAME, 130, 3, _("Check")), c("value", 100), c("reason", 90, 2), c("by", 84, 1))),
        }  # fmt: skip
        for table, (title, name, columns) in shapes.items():
            grid = FieldGrid(self._workspace, table, columns, name, title)
            grid.setProperty("table", table)
            grid.detailsAsked.connect(self._details)
            grid.removeAsked.connect(self._remove)
            grid.cellTold.connect(self.told)
            self.grids[table] = grid

    def _rate_card(self) -> AssumedCard:
        crm = Button(_("Bring in from the CRM"), "link", size="small", icon="upload-simple")
        crm.clicked.connect(self.crmAsked)
        self._counted = Button(_("Take low and high from the counts"), "link", size="small")
        self._counted.clicked.connect(self.take_counted)
        card = self._grid_card("rate", _("From stage to stage"), "", (crm, self._counted))
        self._usual = Button(_("Start with the usual steps"), "link", size="small")
        self._usual.clicked.connect(self.add_usual)
        card.body.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _grid_card(self, table: str, title: str, why: str = "", tools: Sequence[Button] = ()) -> AssumedCard:
        add = Button(_("Add"), "link", size="small", icon="plus")
        add.setProperty("table", table)
        add.setAccessibleName(_("Add: {what}").format(what=title))
        add.clicked.connect(self._add_clicked)
        card = AssumedCard(title, why, (*tools, add))
        card.body.addWidget(self.grids[table])
        self._nothing[table] = Text(_(SHEETS[table].headline), "body", "muted")
        card.body.addWidget(self._nothing[table])
        return card

    def _form_card(self, title: str, names: tuple[str, ...]) -> AssumedCard:
        card = AssumedCard(title)
        card.body.addWidget(self._form(names))
        return card

    def _form(self, names: tuple[str, ...]) -> Form:
        made = Form(self._workspace, "funnel", (("", names),))
        self._forms.append(made)
        return made

    # What is shown

    def show_plan(self, plan: Plan, results: Results) -> None:
        """Show what this plan assumes."""
        rates = [step.row for step in funnel.steps(plan)]
        self.grids["rate"].show_rows(plan, rates)
        for table in ("stage", "lead_type", "threshold"):
            self.grids[table].show_rows(plan, plan.table(table).ordered)
        self.grids["prior_month"].show_rows(plan, sorted(plan.prior_months, key=_month_of))
        for table, nothing in self._nothing.items():
            shown = bool(self.grids[table].rows.rowCount())
            self.grids[table].setVisible(shown)
            nothing.setVisible(not shown)
        self._usual.setVisible(not rates)
        self._counted.setEnabled(bool(_counted(plan)))
        for form in self._forms:
            form.show_row(plan, plan.funnel)
        for card in (self.won, self.opened):
            card.show_plan(plan)
        self._worth.setText(_worth_words(plan, results))
        self._worth.setVisible(bool(self._worth.text()))
        for sheet in self._sheets.values():
            sheet.show_plan(plan)

    # What people do here

    def _add_clicked(self) -> None:
        self.add_row(self.sender().property("table"))

    def add_row(self, table: str) -> None:
        """A new row, ready to be typed into; where what comes next is not plain, it is asked for."""
        plan, usual = self._workspace.plan, {"rate": USUAL_RATES, "stage": USUAL_STAGES}.get(table, ())
        values: dict[str, Any] = {}
        if table == "prior_month":
            values = {"month": _month_before(plan)}
        elif table == "lead_type":
            values = {"name": _("New kind of lead")}
        elif usual:
            coming = next((code for code in usual if plan.table(table).by_code(code) is None), None)
            values = {"code": coming} if coming else {}
        if not values or None in values.values():
            self._ask_row(table)
            return
        id = None if table in CELLS else new_id()
        change = self._workspace.apply(AddRow(table, values, id))
        if change is not None:
            self._begin(table, id or next(row.id for row in change.rows if row.table == table))

    def _begin(self, table: str, id: str | None) -> None:
        grid = self.grids[table]
        if id is None or grid.rows.row_of(id) < 0:
            return
        first = next((column.field for column in grid.rows.columns if column.field), None)
        grid.take(id, "most_likely" if table == "rate" else first)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(grid)

    def _ask_row(self, table: str) -> None:
        names = {"rate": ("code", "most_likely"), "stage": ("code", "definition"), "prior_month": ("month", "leads"),
                 "threshold": ("value", "reason", "by")}  # fmt: skip
        if table == "threshold":
            from planner.ui.pages.forecast.limits import LimitsDialog

            LimitsDialog(self._workspace).open_over(self.window())
            return
        dialog = NewRowDialog(_("Add"), self._workspace, table, names[table], _("Add"))
        dialog.finished.connect(self._asked)
        dialog.open_over(self.window())

    def _asked(self, id: str | None) -> None:
        row = self._workspace.plan.find(id)
        if row is not None:
            self._begin(row.TABLE, row.id)

    def add_usual(self) -> None:
        """The usual stages and the steps between them, to be filled in, as one step."""
        plan = self._workspace.plan
        rows: list[Row] = [new_row(plan, "rate", code=code, position=n + 1) for n, code in enumerate(USUAL_RATES)]
        if not len(plan.stages):
            rows += [
                new_row(plan, "stage", code=code, owner="marketing" if n < 2 else "sales", position=n + 1)
                for n, code in enumerate(USUAL_STAGES)
            ]
        self._workspace.apply(PutRows(tuple(rows), _("Add the usual steps of the funnel")))
        self._begin("rate", rows[0].id)

    def take_counted(self) -> None:
        """Low and high of each rate that was counted become what 95 of 100 such counts mean, as one step."""
        rows = _counted(self._workspace.plan)
        if rows:
            self._workspace.apply(PutRows(rows, _("Take low and high from the counts")))

    def _details(self, id: str) -> None:
        table = self.sender().property("table")
        if table not in self._sheets:
            self._sheets[table] = DetailSheet(self._workspace, table, self._host)
        self._sheets[table].open_row(id)

    def _remove(self, id: str) -> None:
        self._workspace.apply(DeleteRows(self.sender().property("table"), (id,)))

    # Showing

    def show_row(self, id: str, field: str | None = None) -> bool:
        """Take a row, or a field of the funnel, in hand. False where it is of another chapter."""
        for grid in self.grids.values():
            if grid.take(id, field):
                self.reveal(grid)
                point_at(grid, 8)
                return True
        return id == FUNNEL and self._show_field(field or DEAL[1])

    def _show_field(self, field: str) -> bool:
        for card in (self.won, self.opened):
            if card.show_field(field):
                self.reveal(card)
                return True
        for form in self._forms:
            if form.focus_field(field):
                self.reveal(form.field(field))
                return True
        return False

    def reveal(self, widget: QWidget) -> None:
        """Bring something of this view into sight."""
        self._paper.layout().activate()  # type: ignore[union-attr]
        self._scroll.ensureWidgetVisible(widget, 0, 60)

    # Where the cards stand

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        self._column.setContentsMargins(32, 4, 32 + spare, 32)
        self._arrange(2 if self.width() - 64 - spare >= _TWO_FROM else 1)

    def _arrange(self, columns: int) -> None:
        """Two columns that do not wait for each other, or one in which they take turns."""
        if columns == self._columns:
            return
        self._columns = columns
        for card in (*self._left, *self._right):
            for column in self._sides:
                column.removeWidget(card)
        left, right = self._sides
        for place, pair in enumerate(zip(self._left, self._right, strict=True)):
            left.insertWidget(place if columns == 2 else 2 * place, pair[0])
            (right if columns == 2 else left).insertWidget(place if columns == 2 else 2 * place + 1, pair[1])
        self._both.setStretch(1, 1 if columns == 2 else 0)
        self._both.setSpacing(20 if columns == 2 else 0)


def _counted(plan: Plan) -> tuple[Row, ...]:
    """The rates whose counts mean another low and high than they have."""
    found = []
    for row in plan.rates:
        if row.n and row.observed is not None:
            between = funnel.wilson(round(row.observed * row.n), row.n)
            if between is not None:
                made = replace(row, low=round(between[0], 4), high=round(between[1], 4))
                if made != row:
                    found.append(made)
    return tuple(found)


def _worth_words(plan: Plan, results: Results) -> str:
    promise, numbers = results.money_promise, numbers_of(plan)
    if promise.worth is None:
        return ""
    said = _("The leads of a month are worth {amount}.").format(amount=numbers.money_short(promise.worth))
    if promise.promised is not None:
        more = _("Promised are {amount}.").format(amount=numbers.money_short(promise.promised))
        return f"{said} {more}"
    return said


def _month_before(plan: Plan) -> str | None:
    """The month before all that are known, or before the plan."""
    known = [row.month for row in plan.prior_months if months.is_month(row.month)]
    first = min(known, default=plan.facts.fiscal_year_start)
    return months.add(first, -1) if first and months.is_month(first) else None


def _month_of(row: Any) -> str:
    return row.month or ""


def _limit_name(plan: Plan, row: Any) -> str:
    from planner.calc.limits import Limits

    declared = getattr(Limits, row.code or "", None)
    return _(declared.label) if declared is not None else row.code or ""
