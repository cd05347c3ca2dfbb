"""Chapter 2, Goals: the end goal that is shared, a card for each goal under it, and the table of all.

It is the first page on the screen, so what only editing needs is imported when something is edited.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.plan import Plan
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.goals.cards import EndGoalCard, GoalCards
from planner.ui.pages.goals.figures import card_goals, end_goal, figures
from planner.ui.pages.goals.table import TITLE, GoalTable, columns
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.focus import point_at
from planner.ui.parts.scroll import Scroll
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.forms.sheet import DetailSheet
    from planner.ui.parts.emptypage import EmptyPage

_WIDEST = 1120
_LAID_OUT = 30  # milliseconds after which a table that has grown has its new place


class GoalsPage(Page):
    """Everything on it can be changed where it stands."""

    key = "goals"
    # The likely results follow from the forecast, and the forecast from these.
    watches = frozenset({"goal", "person", "facts", "activity", "lead_month", "funnel", "stage", "rate", "prior_month"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        chapter = BY_KEY[self.key]
        head = ChapterHead(_(chapter.title), _(chapter.purpose), _WIDEST)
        add = Button(_("Add goal"), icon="plus")
        add.clicked.connect(self.add_new)
        head.add_action(add)
        self._end = EndGoalCard()
        self._end.opened.connect(self._open)
        self._end.wanted.connect(self._add_end_goal)
        self._cards = GoalCards()
        self._cards.opened.connect(self._open)
        self._cards.ownerAsked.connect(self._ask_from_card)
        self._table = GoalTable(workspace)
        self._table.ownerAsked.connect(self._ask_owner)
        self._table.deleteAsked.connect(self._delete)
        self._table.handInChanged.connect(self._tell_cell)
        sheet = Card()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self._table)
        paper = self._paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 4, 32, 28)
        column.setSpacing(24)
        column.addWidget(self._end)
        column.addWidget(self._cards)
        column.addWidget(sheet)
        column.addStretch(1)
        self._scroll = Scroll(paper)
        self.body = ChapterBody(self, head, self._scroll, make_empty=self._empty_page)
        self._sheet: DetailSheet | None = None

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self.body.show_filled(self.is_awaited or bool(len(plan.goals)))
        if self.body.is_empty:
            return
        if self._sheet is not None:
            self._sheet.show_plan(plan)
        end = end_goal(plan)
        self._end.show_goal(figures(plan, results, end) if end else None)
        self._cards.fill([figures(plan, results, goal) for goal in card_goals(plan)])
        self._table.tell(plan, self._marks(results))
        self._tell_cell()

    def _marks(self, results: Results) -> dict[tuple[str, str | None], str]:
        """Open findings by goal and field; none before the whole plan is there."""
        if self.workspace.document is None:
            return {}
        found = [one for one in results.findings if one.chapter == self.key and one.status == "open"]
        return {(one.row_id, one.field or None): one.message for one in found if one.row_id}

    def _empty_page(self) -> "EmptyPage":
        from planner.ui.parts.emptypage import EmptyPage

        empty = EmptyPage(
            _("Start with the number you share."),
            _(
                "One figure that both sides would be congratulated for in twelve months. Everything else in the "
                "plan serves it, and each goal under it has a marketing half and a sales half."
            ),
            _("Set the end goal"),
            _("or add another kind of goal"),
            "shared",
        )
        empty.started.connect(self._add_end_goal)
        empty.alternative.connect(self.add_new)
        return empty

    # What people do here

    def add_new(self) -> None:
        self._add({"title": _("New goal"), "commitment": "committed"})

    def _add_end_goal(self) -> None:
        facts = self.workspace.plan.facts
        year = (facts.fiscal_year_start or self.workspace.as_of)[:4]
        self._add(
            {
                "title": _("Orders in {year}").format(year=year),
                "kind": "revenue",
                "metric": _("order intake"),
                "unit": facts.currency or "EUR",
                "commitment": "committed",
            }
        )

    def _add(self, values: dict[str, object]) -> None:
        from planner.model.edits import AddRow
        from planner.model.ids import new_id

        id = new_id()
        if self.workspace.apply(AddRow("goal", values, id)) is not None:
            self.show_object(id, "title")
            index = self._table.model_.index(self._table.model_.row_of(id), TITLE)
            self._table.edit(index)

    def _delete(self, id: str) -> None:
        from planner.model.edits import DeleteRows

        self.workspace.apply(DeleteRows("goal", (id,)))

    def _open(self, id: str) -> None:
        from planner.ui.forms.sheet import DetailSheet

        if self._sheet is None:
            self._sheet = DetailSheet(self.workspace, "goal", self)
        self._sheet.open_row(id)

    def _ask_from_card(self, id: str, side: str) -> None:
        card = self._cards.card(id)
        if card is not None:
            left = 0 if side == "marketing" else card.width() // 2
            self._ask_owner(id, side, card.mapToGlobal(QPoint(left, card.height())))

    def _ask_owner(self, id: str, side: str, point: QPoint) -> None:
        from planner.model.edits import SetFields
        from planner.ui.people_menu import choose_person

        goal = self.workspace.plan.goals.get(id)
        if goal is None:
            return
        field = f"owner_{side}"

        def chosen(person: str | None) -> None:
            self.workspace.apply(SetFields("goal", id, {field: person}))

        choose_person(self.workspace.plan, side, getattr(goal, field), chosen, self, point)

    def _tell_cell(self) -> None:
        index = self._table.currentIndex()
        if not index.isValid():
            self.cell.emit("", "")
        else:
            goal = self._table.model_.goal(index.row())
            self.cell.emit(f"{goal.title}, {columns()[index.column()].title}", str(index.data() or ""))

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        row = self._table.model_.row_of(row_id)
        if row < 0:
            return False
        names = [column.field for column in columns()]
        place = names.index(field) if field in names else TITLE
        self._table.setCurrentIndex(self._table.model_.index(row, place))
        self._table.setFocus()
        card = self._cards.card(row_id)
        if card is not None and field not in names:
            self._scroll.ensureWidgetVisible(card, 0, 24)
            point_at(card)
        else:
            # The table grows with its rows only once the layout has run.
            QTimer.singleShot(_LAID_OUT, self, self._scroll_to_current)
        return True

    def _scroll_to_current(self) -> None:
        box = self._table.visualRect(self._table.currentIndex())
        point = self._table.viewport().mapTo(self._paper, box.center())
        self._scroll.ensureVisible(point.x(), point.y(), 0, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        layout = self._paper.layout()
        assert layout is not None
        layout.setContentsMargins(32, 4, 32 + spare, 28)
        self._table.fit(self.width() - 66 - spare)
