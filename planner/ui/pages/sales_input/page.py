"""Chapter 5: what sales says, in their words, and what it is answered."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.calc.twins import twins
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits import DeleteRows
from planner.model.edits.inputs import Answer, MergeInputs, TellApart, Vote
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.page import Page
from planner.ui.pages.sales_input.answer import AnswerSheet
from planner.ui.pages.sales_input.cards import Ledger
from planner.ui.pages.sales_input.find import FindBar
from planner.ui.pages.sales_input.model import STATES, LedgerModel, Order
from planner.ui.pages.sales_input.strip import MaterialsStrip
from planner.ui.pages.sales_input.twins import TwinBar
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.chip import state_name
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.field import Field
from planner.ui.parts.menu import Menu
from planner.ui.parts.orderbutton import OrderButton
from planner.ui.parts.segmented import Segmented
from planner.ui.reading import row_words
from planner.ui.workspace import Workspace

_NEW = ("given_by", "category", "text", "evidence", "date")
_STRIP_FROM = 700  # the height of the page from which the strip of materials stands under the ledger


class SalesInputPage(Page):
    """The ledger of inputs."""

    key = "sales_input"
    watches = frozenset(
        {"sales_input", "vote_round", "dot", "person", "activity", "material", "rating", "facts", "decision"}
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._merging: RowId | None = None
        self.rows = LedgerModel(self)
        self.ledger = Ledger(self.rows)
        self.ledger.setAccessibleName(_("Inputs"))
        self.strip = MaterialsStrip()
        self.choice = Segmented([("all", _("All")), *((state, state_name(state)) for state in STATES)])
        self.choice.chosen.connect(self.filter_by)
        self.order = OrderButton(
            [("votes", _("Most votes")), ("newest", _("Newest first")), ("oldest", _("Longest waiting"))]
        )
        self.order.chosen.connect(self.sort_by)
        self.finder = FindBar(self.order)
        self.finder.changed.connect(self._fill)
        self.finder.left.connect(self._back)
        self.twins = TwinBar()
        self.twins.together.connect(self._put_together)
        self.twins.apart.connect(self._tell_apart)
        self.ledger.answerAsked.connect(self.answer)
        self.ledger.voteAsked.connect(self.vote)
        self.ledger.opened.connect(self.open_details)
        self.ledger.deleteAsked.connect(self.delete)
        self.ledger.mergeAsked.connect(self.merge)
        self.ledger.menuAsked.connect(self._menu)
        self.ledger.findAsked.connect(self.finder.search.setFocus)
        self.ledger.handChanged.connect(self._say)
        self._lay_out()
        self.answer_sheet = AnswerSheet(workspace, self)
        self.answer_sheet.closed.connect(self._back)
        self.details = DetailSheet(workspace, "sales_input", self)
        self.details.closed.connect(self._back)
        self.sort_by("votes")

    def _lay_out(self) -> None:
        add = Button(_("Add input"), "primary", icon="plus", voice="sales")
        add.clicked.connect(self.add_new)
        head = ChapterHead(
            _("Sales input"), _("What sales hears from customers, in their words. Every input gets an answer.")
        )
        head.add_action(add)
        row = QHBoxLayout()
        row.setContentsMargins(32, 4, 32, 8)
        row.addWidget(self.choice)
        row.addStretch(1)
        asked = QVBoxLayout()
        asked.setContentsMargins(32, 0, 32, 4)
        asked.addWidget(self.twins)
        foot = QVBoxLayout()
        foot.setContentsMargins(32, 12, 32, 24)
        foot.addWidget(self.strip)
        filled = Paper()
        inside = QVBoxLayout(filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(row)
        inside.addWidget(self.finder)
        inside.addLayout(asked)
        inside.addWidget(self.ledger, 1)
        inside.addLayout(foot)
        self.body = ChapterBody(self, head, filled, make_empty=self._empty_page)

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("Nobody has been asked yet."),
            _("The people who meet customers know what the plan needs. Write down what they say, in their words."),
            _("Add the first input"),
            voice="sales",
        )
        empty.started.connect(self.add_new)
        return empty

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        hand = self.ledger.chosen
        if change is None or change.tables & {"sales_input", "person"}:
            self.finder.show_plan(plan)
            self.twins.show_pairs(plan, twins(plan))
        self._fill()
        if change is None or change.tables & {"material", "rating", "facts"}:
            self.strip.show_plan(plan)
        self._place_strip()
        self.body.show_filled(self.is_awaited or bool(len(plan.sales_inputs)))
        self.details.show_plan(plan)
        if hand is not None and self.ledger.chosen == hand:
            self.ledger.scrollTo(self.ledger.currentIndex())
        self.ledger.viewport().update()
        self._say()

    def _fill(self) -> None:
        """The inputs that are looked for, with how many have which answer."""
        rows, find = self.rows, self.finder
        rows.giver, rows.kind, rows.query = find.giver, find.kind, find.words
        rows.show_plan(self.workspace.plan, self.workspace.as_of)
        for state, count in rows.counts.items():
            self.choice.set_count(state, count)
        state = rows.state
        nothing = _("No input is marked “{state}”.").format(state=state_name(state)) if state in STATES else ""
        self.ledger.empty_words = _("No input fits what you look for.") if rows.is_narrowed else nothing
        self.ledger.viewport().update()

    def _place_strip(self) -> None:
        self.strip.setVisible(self.height() >= _STRIP_FROM and self.strip.has_any)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    def _say(self) -> None:
        id = self.ledger.chosen
        row = self.workspace.plan.sales_inputs.get(id)
        if row is not None:
            self.cell.emit(row.code or "", state_name(self.rows.face(row.id).state))

    def filter_by(self, state: str) -> None:
        """Show only the inputs with this answer, or "all"."""
        self.rows.state = state
        self._fill()

    def sort_by(self, order: Order) -> None:
        """Most votes, newest, or what has waited longest first."""
        self.rows.order = order
        self.order.set_order(order)
        self.rows.show_plan(self.workspace.plan, self.workspace.as_of)

    # Hands

    def answer(self, id: RowId, answer: Answer) -> None:
        """Open the small sheet for an answer."""
        self.ledger.take(id)
        card = self.ledger.box_of(id)
        corner = self.ledger.mapTo(self, QPoint(0, 0))
        self.answer_sheet.open_for(id, answer, card.translated(corner.x(), corner.y()))

    def vote(self, id: RowId, back: bool) -> None:
        """A dot of the person at the keyboard, on or off."""
        work = self.workspace
        person = work.plan.people.get(work.author.id)
        side = person.function if person else None
        work.apply(Vote(id, side, person.id if person else None, back, on=work.as_of))

    def delete(self, id: RowId) -> None:
        """Take an input out of the plan."""
        self.workspace.apply(DeleteRows("sales_input", (id,)))

    def open_details(self, id: RowId) -> None:
        """Show all fields of an input."""
        self.details.open_row(id, "text")

    def merge(self, id: RowId) -> None:
        """Ask which other input says the same."""
        plan = self.workspace.plan
        alike = {pair.keep if pair.other == id else pair.other for pair in self.twins.pairs if id in pair[:2]}
        rows = [row.id for row in plan.sales_inputs if row.id != id and row.merged_into is None]
        rows.sort(key=lambda other: other not in alike)
        if not rows:
            return
        self._merging = id
        self._twin = Combo([(other, row_words(plan, other)) for other in rows], _("Choose the one that stays"))
        self._twin.set_key(rows[0] if alike else None)
        dialog = Dialog(
            _("Who said the same?"), 460, lines=_("This input joins the other one, and its dots count there.")
        )
        dialog.body.addWidget(Field(_("The input that stays"), self._twin))
        dialog.add_button(Button(_("Cancel")), False)
        dialog.add_button(Button(_("Put together"), "primary"), True)
        dialog.finished.connect(self._merge)
        dialog.open_over(self.window(), self._twin)

    def _merge(self, agreed: object) -> None:
        keep = self._twin.key
        if agreed and isinstance(keep, str) and self._merging is not None:
            self.workspace.apply(MergeInputs(keep, (self._merging,)))
        self._merging = None

    def _put_together(self, keep: RowId, other: RowId) -> None:
        self.workspace.apply(MergeInputs(keep, (other,)))
        self.ledger.take(keep)

    def _tell_apart(self, keep: RowId, other: RowId) -> None:
        self.workspace.apply(TellApart(keep, other))

    def _menu(self, id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        for words, keys, icon, handler in (
            (_("Accept"), "A", "check", self._accept),
            (_("Adapt"), "D", "arrows-left-right", self._adapt),
            (_("Park"), "P", "pause", self._park),
            (_("Decline"), "X", "x", self._decline),
            (_("Add a dot"), "V", "circle", self._vote),
            (_("Take a dot back"), "Shift V", "circle-dashed", self._take_back),
            (_("All about this input"), "Enter", "list", self._details),
            (_("Says the same as"), "M", "link", self._same),
            (_("Rounds of dots"), "", "list-checks", self.open_rounds),
            (_("Delete"), "Del", "trash", self._delete),
        ):
            menu.add(words, keys, icon).triggered.connect(handler)
        menu.popup(point)

    def _in_hand(self) -> RowId:
        return self.ledger.chosen or ""

    def _accept(self) -> None:
        self.answer(self._in_hand(), "accepted")

    def _adapt(self) -> None:
        self.answer(self._in_hand(), "adapted")

    def _park(self) -> None:
        self.answer(self._in_hand(), "parked")

    def _decline(self) -> None:
        self.answer(self._in_hand(), "declined")

    def _vote(self) -> None:
        self.vote(self._in_hand(), False)

    def _take_back(self) -> None:
        self.vote(self._in_hand(), True)

    def _details(self) -> None:
        self.open_details(self._in_hand())

    def _same(self) -> None:
        self.merge(self._in_hand())

    def _delete(self) -> None:
        self.delete(self._in_hand())

    def open_rounds(self) -> None:
        """The rounds of dots and every dot in them, to be entered by hand."""
        dialog = TablesDialog(self.workspace, _("Rounds of dots"), ("vote_round", "dot"))
        dialog.open_over(self.window())

    def _back(self) -> None:
        self.ledger.setFocus(Qt.FocusReason.OtherFocusReason)

    # Page

    def add_new(self) -> None:
        work = self.workspace
        person = work.plan.people.get(work.author.id)
        values = {"date": work.as_of} | ({"given_by": person.id} if person and person.function != "marketing" else {})
        dialog = NewRowDialog(
            _("What was said?"), work, "sales_input", _NEW, _("Add input"), values=values, voice="sales"
        )
        dialog.finished.connect(self._added)
        dialog.open_over(self.window(), dialog.form.editor("text"))

    def _added(self, id: object) -> None:
        if isinstance(id, str):
            self.show_object(id)

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        dot = plan.dots.get(row_id)
        id = dot.item if dot else row_id
        if id not in plan.sales_inputs:
            return False
        if self.rows.row_of(id) < 0:
            self.choice.set_current("all")
            self.rows.state = "all"
            self.finder.clear()
        self.ledger.take(id)
        if field in (None, "status", "response", "decline_reason", "responded_on"):
            self.ledger.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.details.open_row(str(id), field)
        return True
