"""Chapter 3, Customers: what a good lead is, whom nobody chases, a card for each segment, what it can be given."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits import AddRow
from planner.model.fields import RowId
from planner.model.ids import new_id
from planner.model.plan import SINGLETONS, Plan
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.customers.cards import SegmentCards
from planner.ui.pages.customers.figures import cover_cells, cover_rows, segment_faces, stage_words
from planner.ui.pages.customers.lead import ExclusionCard, GoodLeadCard
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.focus import point_at
from planner.ui.parts.matrix import Matrix
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.forms.sheet import DetailSheet

_WIDEST = 1120
_LAID_OUT = 30  # milliseconds after which a card that is new has its place


class CustomersPage(Page):
    """Everything on it is changed where it stands."""

    key = "customers"
    watches = frozenset({"segment", "facts", "activity", "material", "sales_input"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        chapter = BY_KEY[self.key]
        head = ChapterHead(_(chapter.title), _(chapter.purpose), _WIDEST)
        self._add_button = Button(_("Add customers"), icon="plus")
        self._add_button.clicked.connect(self.add_new)
        head.add_action(self._add_button)
        self.lead = GoodLeadCard(workspace)
        self.exclusion = ExclusionCard(workspace)
        self.cards = SegmentCards(workspace)
        self.cards.opened.connect(self._open)
        self.cover = Matrix()
        self.cover.setAccessibleName(_("Materials by customers and step"))
        self.cover.handInChanged.connect(self._tell_cell)
        self.cover.opened.connect(self._point_at_card)
        self._lay_out(head)
        self._sheet: DetailSheet | None = None

    def _lay_out(self, head: ChapterHead) -> None:
        self._cover_card = Card()
        inside = QVBoxLayout(self._cover_card)
        inside.setContentsMargins(1, 12, 1, 10)
        inside.setSpacing(2)
        words = QVBoxLayout()
        words.setContentsMargins(19, 0, 19, 6)
        words.setSpacing(0)
        words.addWidget(Text(_("What can we hand them?"), "card", lines=1))
        said = _("Materials that stay in use, by the step at which a customer needs them.")
        words.addWidget(Text(said, "small", "muted"))
        inside.addLayout(words)
        inside.addWidget(self.cover)
        agreed = QHBoxLayout()
        agreed.setSpacing(24)
        agreed.addWidget(self.lead, 7)
        agreed.addWidget(self.exclusion, 5)
        paper = self._paper = Paper()
        self._column = QVBoxLayout(paper)
        self._column.setContentsMargins(32, 4, 32, 32)
        self._column.setSpacing(24)
        self._column.addLayout(agreed)
        self._column.addWidget(self.cards)
        self._column.addWidget(self._cover_card)
        self._column.addStretch(1)
        self._scroll = Scroll(paper)
        self._wanted_lead = False
        self.body = ChapterBody(self, head, self._scroll, make_empty=self._empty_page)

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("Who buys for the same reason?"),
            _(
                "A plan for everybody reaches nobody. Name the customers who want the same job done, what starts "
                "their search, and who could stop it. Then say whom nobody chases."
            ),
            _("Name the first customers"),
            _("or agree first what a good lead is"),
            "shared",
        )
        empty.started.connect(self.add_new)
        empty.alternative.connect(self._start_with_lead)
        return empty

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        facts = plan.facts
        self.body.show_filled(
            self.is_awaited or bool(len(plan.segments) or facts.good_lead or facts.exclusion or self._wanted_lead)
        )
        if self._sheet is not None:
            self._sheet.show_plan(plan)
        if self.body.is_empty:
            return
        self.lead.show_plan(plan)
        self.exclusion.show_plan(plan)
        self.cards.fill(segment_faces(plan))
        self.cards.setVisible(bool(len(plan.segments)))
        self._cover_card.setVisible(bool(len(plan.segments)))
        self.cover.show_cells(stage_words(), cover_rows(plan), cover_cells(plan))

    def _start_with_lead(self) -> None:
        self._wanted_lead = True
        self.refresh(self.workspace.plan, self.workspace.results, None)
        self.lead.edit()

    # What people do here

    def add_new(self) -> None:
        id = new_id()
        if self.workspace.apply(AddRow("segment", {"name": _("New customers")}, id)) is not None:
            self.show_object(id)
            self.cards.edit(id, "name")

    def _open(self, id: RowId, field: str | None = None) -> None:
        from planner.ui.forms.sheet import DetailSheet

        if self._sheet is None:
            self._sheet = DetailSheet(self.workspace, "segment", self)
        self._sheet.open_row(id, field)

    def _point_at_card(self, id: RowId, _column: int) -> None:
        self.show_object(id)

    def _tell_cell(self) -> None:
        hand = self.cover.in_hand()
        if hand is None:
            self.cell.emit("", "")
        else:
            row, step, cell = hand
            self.cell.emit(f"{row.name}, {step}", cell.said)

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        if row_id == SINGLETONS["facts"] and field in ("good_lead", "good_lead_agreed_by", "exclusion"):
            found: QWidget = self.exclusion if field == "exclusion" else self.lead
        elif (card := self.cards.card(row_id)) is not None:
            found = card.lines.get(field or "", card)
        else:
            return False
        point_at(found)
        self._wanted = row_id
        self._scroll.ensureWidgetVisible(found, 0, 24)
        # A card that is new has its place only once the layout has run.
        QTimer.singleShot(_LAID_OUT, self, self._scroll_to_wanted)
        return True

    def _scroll_to_wanted(self) -> None:
        card = self.cards.card(self._wanted)
        if card is not None:
            self._scroll.ensureWidgetVisible(card, 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        self._column.setContentsMargins(32, 4, 32 + spare, 32)
        self.cards.fit(self.width() - 64 - spare)
