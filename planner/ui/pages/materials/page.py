"""Chapter 6: what exists, what it costs, who really uses it, and what happens to it next."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _, _n, mark
from planner.model.changes import Change
from planner.model.edits import DeleteRows
from planner.model.edits.materials import ListMaterials
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.materials.decide import DecisionSheet
from planner.ui.pages.materials.faces import DECISIONS, UNDECIDED, MaterialsModel, Order, decision_name
from planner.ui.pages.materials.habit import HabitBar
from planner.ui.pages.materials.list import HEAD, ROW, MaterialsHead, MaterialsList
from planner.ui.pages.materials.rate import RateDialog
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.chipbutton import ChipButton
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import TextArea
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.field import Field
from planner.ui.parts.menu import Menu
from planner.ui.parts.orderbutton import OrderButton
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

_WIDEST = 1120
_ROOM_FOR_RATED = 1000
_CARD_EDGES = 11
_NEW = ("name", "type", "last_updated", "annual_cost", "owner")
_GROUPS = (
    ("", ("name", "type", "last_updated", "owner")),
    (mark("Cost and use"), ("annual_cost", "usage_share", "activity", "stage", "segments")),
    (mark("Ratings collected elsewhere"), ("sales_rating", "n_raters", "marketing_rating", "n_marketing_raters")),
    (mark("Asked for, and what comes of it"), ("sales_inputs", "reason", "replaced_by", "deciders", "decide_by")),
)
_ON_THE_ROW = ("decision", None)


class MaterialsPage(Page):
    """The habit bar, the choice, and one row per material."""

    key = "materials"
    # The habit bar follows from the budget and from what activities answer.
    watches = frozenset(
        {"material", "rating", "sales_input", "person", "facts", "activity", "goal", "budget_line", "amount", "segment"}
    )

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.rows = MaterialsModel(self)
        self.list = MaterialsList(self.rows)
        self.list.setAccessibleName(_("Materials"))
        self.habit = HabitBar()
        self.choice = Segmented([("all", _("All")), *((state, decision_name(state)) for state in DECISIONS)])
        self.choice.chosen.connect(self.filter_by)
        self.open_chip = ChipButton()
        self.open_chip.clicked.connect(self._filter_open)
        self._rated = Text("", "small", "muted", lines=1)
        self.order = OrderButton(
            [
                ("gap", _("Widest gap first")),
                ("cost", _("Most expensive first")),
                ("use", _("Least used first")),
                ("name", _("By name")),
            ]
        )
        self.order.chosen.connect(self.sort_by)
        self.list.decisionAsked.connect(self.decide)
        self.list.clicked_row.connect(self._peek)
        self.list.opened.connect(self.open_details)
        self.list.deleteAsked.connect(self.delete)
        self.list.menuAsked.connect(self._menu)
        self.list.handChanged.connect(self._follow_hand)
        self._lay_out()
        self.decision_sheet = DecisionSheet(workspace, self)
        self.decision_sheet.closed.connect(self._back)
        groups = tuple((_(title) if title else "", names) for title, names in _GROUPS)
        self.details = DetailSheet(workspace, "material", self, groups)
        self.details.closed.connect(self._back)
        self.sort_by("gap")

    def _lay_out(self) -> None:
        chapter = BY_KEY[self.key]
        head = ChapterHead(_(chapter.title), _(chapter.purpose), _WIDEST)
        rate = Button(_("Rate in turns"), icon="users-three")
        rate.clicked.connect(self.rate)
        add = Button(_("Add material"), icon="plus")
        add.clicked.connect(self.add_new)
        head.add_action(rate)
        head.add_action(add)
        row = self._choices = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.choice)
        row.addWidget(self.open_chip)
        row.addWidget(self._rated)
        row.addStretch(1)
        row.addWidget(self.order)
        card = self._card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 10)
        inside.setSpacing(0)
        inside.addWidget(MaterialsHead())
        inside.addWidget(self.list, 1)
        filled = Paper()
        column = QVBoxLayout(filled)
        column.setContentsMargins(32, 4, 32, 24)
        column.setSpacing(14)
        column.addWidget(self.habit)
        column.addLayout(row)
        column.addWidget(card, 1000)
        column.addStretch(1)
        for widget in (self.habit, card):
            widget.setMaximumWidth(_WIDEST)
        self.body = ChapterBody(self, head, filled, make_empty=self._empty_page)

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("What do you hand over?"),
            _(
                "List what exists: brochures, slides, films, sheets. Then both sides say, blind, how useful each of "
                "them is, and what nobody asked for is seen."
            ),
            _("List the first material"),
            _("or paste a list of names"),
            voice="shared",
        )
        empty.started.connect(self.add_new)
        empty.alternative.connect(self.add_many)
        return empty

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        hand = self.list.chosen
        self.rows.show_plan(plan)
        self._count()
        self._fit_card()
        self.habit.show_habit(plan, results.habit)
        self.body.show_filled(self.is_awaited or bool(len(plan.materials)))
        self.details.show_plan(plan)
        if hand is not None and self.list.chosen == hand:
            self.list.scrollTo(self.list.currentIndex())
        self.list.viewport().update()
        self._say()

    def _count(self) -> None:
        counts = self.rows.counts
        for state in ("all", *DECISIONS):
            self.choice.set_count(state, counts[state])
        undecided = counts[UNDECIDED]
        self.open_chip.setText(_n("{n} undecided", "{n} undecided", undecided).format(n=undecided))
        self.open_chip.setVisible(bool(undecided) or self.rows.state == UNDECIDED)
        self.open_chip.setChecked(self.rows.state == UNDECIDED)
        self.open_chip.updateGeometry()
        rated = _("{n} of {all} rated by both").format(n=self.rows.rated_by_both, all=counts["all"])
        self._rated.setText(rated)

    def _fit_card(self) -> None:
        """As high as its rows, and no higher than the page."""
        self._card.setMaximumHeight(HEAD + ROW * max(2, self.rows.rowCount()) + _CARD_EDGES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choices.setContentsMargins(0, 0, max(0, self.width() - 64 - _WIDEST), 0)
        self._rated.setVisible(self.width() >= _ROOM_FOR_RATED)

    def filter_by(self, state: str) -> None:
        """Show only the materials with this decision, "undecided", or "all"."""
        self.rows.state = state
        words = decision_name(state) if state != "all" else ""
        self.list.empty_words = _("No material is marked “{decision}”.").format(decision=words)
        self.rows.show_plan(self.workspace.plan)
        self._count()
        self._fit_card()
        self.list.viewport().update()

    def _filter_open(self) -> None:
        self.filter_by(UNDECIDED if self.open_chip.isChecked() else self.choice.current)

    def sort_by(self, order: Order) -> None:
        """Widest gap, most expensive, least used, or by name."""
        self.rows.order = order
        self.order.set_order(order)
        self.rows.show_plan(self.workspace.plan)

    def _say(self) -> None:
        row = self.workspace.plan.materials.get(self.list.chosen)
        if row is not None:
            self.cell.emit(row.name or row.code or "", decision_name(self.rows.face(row.id).state))

    def _follow_hand(self) -> None:
        self._say()
        if self.details.isVisible() and self.list.hasFocus():
            self._peek(self.list.chosen)

    # Hands

    def decide(self, id: RowId, decision: str) -> None:
        """Open the small sheet for a decision; the reason is asked for at once."""
        self.details.hide()
        self.list.take(id)
        corner = self.list.mapTo(self, QPoint(0, 0))
        self.decision_sheet.open_for(id, decision, self.list.row_box(id).translated(corner.x(), corner.y()))

    def open_details(self, id: RowId) -> None:
        """Show all about a material and start to type."""
        self.details.open_row(id, "name")

    def _peek(self, id: RowId | None) -> None:
        """Show all about a material; the keys go on deciding."""
        if id is not None:
            self.details.open_row(id, take_focus=False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self, id: RowId) -> None:
        """Take a material out of the plan, with its ratings."""
        self.workspace.apply(DeleteRows("material", (id,)))

    def rate(self) -> None:
        """Rate blind, one person after the other."""
        dialog = RateDialog(self.workspace)
        dialog.open_over(self.window(), dialog.board)

    def _menu(self, id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        for state, keys, icon in (
            ("keep", "K", "check"), ("revise", "R", "pencil-simple"), ("replace", "P", "arrows-left-right"),
            ("retire", "T", "archive"), ("create", "C", "plus"), (UNDECIDED, "U", "circle-dashed"),
        ):  # fmt: skip
            action = menu.add(decision_name(state), keys, icon)
            action.setData(state)
            action.triggered.connect(self._decide_chosen)
        menu.addSeparator()
        menu.add(_("All about this material"), "Enter", "list").triggered.connect(self._details_of_hand)
        menu.add(_("Add several"), "", "list-checks").triggered.connect(self.add_many)
        menu.add(_("Delete"), "Del", "trash").triggered.connect(self._delete_hand)
        menu.popup(point)

    def _decide_chosen(self) -> None:
        self.decide(self.list.chosen or "", self.sender().data())  # type: ignore[attr-defined]

    def _details_of_hand(self) -> None:
        self.open_details(self.list.chosen or "")

    def _delete_hand(self) -> None:
        self.delete(self.list.chosen or "")

    def _back(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.details.isVisible():
            self.details.close_sheet()
        else:
            super().keyPressEvent(event)

    # Page

    def add_new(self) -> None:
        dialog = NewRowDialog(_("What is it?"), self.workspace, "material", _NEW, _("Add material"))
        dialog.finished.connect(self._added)
        dialog.open_over(self.window(), dialog.form.editor("name"))

    def _added(self, id: object) -> None:
        if isinstance(id, str):
            self.show_object(id)

    def add_many(self) -> None:
        """Several materials at once, one name to a line."""
        dialog = ManyDialog(self.workspace)
        dialog.open_over(self.window(), dialog.names)

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        rating = plan.ratings.get(row_id)
        id = rating.material if rating else row_id
        if id not in plan.materials:
            return False
        if self.rows.row_of(id) < 0:
            self.choice.set_current("all")
            self.filter_by("all")
        self.list.take(id)
        if rating is not None or field in _ON_THE_ROW:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.details.open_row(str(id), field)
        return True


class ManyDialog(Dialog):
    """A list of names, typed or pasted."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("What do you hand over?"), 460, lines=_("One to a line, typed or pasted from a list."))
        self._workspace = workspace
        self.names = TextArea("", _("Company slides"), lines=8)
        self._field = Field(_("Materials"), self.names)
        self.body.addWidget(self._field)
        self.add_button(Button(_("Cancel")))
        add = self.add_button(Button(_("Add them"), "primary"), finishes=False)
        add.clicked.connect(self.keep)

    def keep(self) -> None:
        """Add what is written."""
        names = tuple(line.strip() for line in self.names.toPlainText().split("\n") if line.strip())
        if not names:
            self._field.set_error(_("Write at least one name."))
            return
        self._workspace.apply(ListMaterials(names))
        self.finish(True)
