"""All promises of the agreement, and what is done to them: add, accept, change, take out."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.edits import DeleteRows, PutRows
from planner.model.edits.signing import AcceptPromise
from planner.model.fields import RowId
from planner.model.ids import new_row
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.pages.agreement.figures import other_promise_faces
from planner.ui.pages.agreement.halves import HalvesCard
from planner.ui.pages.agreement.promises import Half, PromiseList
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.menu import Menu
from planner.ui.people_menu import choose_person
from planner.ui.workspace import Workspace

_NEW = ("promise", "from_function", "to_function", "metric", "unit", "target", "review", "if_missed")
_SIDES = ("marketing", "sales", "agency")


class PromiseBoard(Paper):
    """Marketing and sales in two halves, the agency in two more, and promises of others where there are any."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self.main = HalvesCard(
            (_("Marketing promises sales"), _("Sales promises marketing")),
            (_("Marketing has promised nothing yet."), _("Sales has promised nothing yet.")),
            ("marketing", "sales"),
            (("marketing", "sales"), ("sales", "marketing")),
            seam=True,
        )
        self.agency = HalvesCard(
            (_("The agency promises"), _("Promised to the agency")),
            (_("The agency has promised nothing yet."), _("Nobody has promised the agency anything yet.")),
            ("agency", "shared"),
            (("agency", None), (None, "agency")),
        )
        for card in (self.main, self.agency):
            card.addAsked.connect(self.add_new)
            card.opened.connect(self.open_row)
            card.acceptAsked.connect(self.accept)
            card.deleteAsked.connect(self._delete)
            card.menuAsked.connect(self._menu)
        self._others_card = Card()
        self.others = Half(_("Other promises"), "", "shared", left=True)
        self.others.addAsked.connect(self._add_other)
        self.others.list.opened.connect(self.open_row)
        self.others.list.acceptAsked.connect(self.accept)
        self.others.list.deleteAsked.connect(self._delete)
        self.others.list.menuAsked.connect(self._menu)
        inside = QVBoxLayout(self._others_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 24)
        column.setSpacing(24)
        column.addWidget(self.main)
        column.addWidget(self.agency)
        column.addWidget(self._others_card)
        self.details = DetailSheet(workspace, "commitment", host)
        self.details.closed.connect(self._back)
        self._in_hand: RowId = ""

    def show_plan(self, plan: Plan, results: Results) -> None:
        """Show the promises of this plan."""
        self.main.show_plan(plan, results)
        self.agency.show_plan(plan, results)
        others = other_promise_faces(plan)
        self._others_card.setVisible(bool(others))
        self.others.show_faces(others)
        self.others.list.fit(self.others.lines_wanted(), len(others))
        self.details.show_plan(plan)

    def list_of(self, id: RowId) -> PromiseList | None:
        """The list that shows a promise."""
        found = self.main.list_of(id) or self.agency.list_of(id)
        return found or (self.others.list if self.others.list.rows.row_of(id) >= 0 else None)

    # What is done to them

    def add_new(self, giver: str | None, receiver: str | None) -> None:
        """Ask for a promise of one side to another."""
        values = {"from_function": giver or "marketing", "to_function": receiver or "marketing"}
        if values["from_function"] == values["to_function"]:
            values["to_function"] = "sales"
        title = _("What is promised?")
        dialog = NewRowDialog(title, self._workspace, "commitment", _NEW, _("Promise it"), values=values)
        dialog.finished.connect(self._added)
        dialog.open_over(self.window(), dialog.form.editor("promise"))

    def add_for_author(self) -> None:
        """Ask for a promise of the side that is at the keyboard."""
        person = self._workspace.plan.people.get(self._workspace.author.id)
        side = person.function if person and person.function in _SIDES else "marketing"
        self.add_new(side, "marketing" if side != "marketing" else "sales")

    def _add_other(self) -> None:
        self.add_new("management", "marketing")

    def start_with_two(self) -> None:
        """The two promises that most teams need first, to be changed to one's own."""
        plan = self._workspace.plan
        first = new_row(
            plan,
            "commitment",
            from_function="marketing",
            to_function="sales",
            promise=_("Every sales input is answered within ten working days"),
            metric=_("share answered in time"),
            unit="share",
            target=1.0,
            review=_("monthly"),
        )
        second = new_row(
            plan.with_tables({"commitment": plan.commitments.with_changes({first.id: first})}),
            "commitment",
            from_function="sales",
            to_function="marketing",
            promise=_("Every qualified lead is called within one working day"),
            metric=_("share called in time"),
            unit="share",
            target=0.9,
            review=_("monthly"),
        )
        self._workspace.apply(PutRows((first, second), _("Start with two promises")))

    def _added(self, id: object) -> None:
        if isinstance(id, str) and (view := self.list_of(id)) is not None:
            view.take(id)
            view.setFocus()

    def open_row(self, id: RowId, field: str | None = None) -> None:
        """All fields of a promise."""
        self._in_hand = id
        self.details.open_row(id, field or "promise")

    def _back(self) -> None:
        if (view := self.list_of(self._in_hand)) is not None:
            view.setFocus()

    def accept(self, id: RowId, point: QPoint) -> None:
        """Accept at once where somebody of the receiving side is at the keyboard, else ask who does."""
        work = self._workspace
        row = work.plan.commitments.get(id)
        if row is None:
            return
        author = work.plan.people.get(work.author.id)
        if author is not None and author.function == row.to_function:
            work.apply(AcceptPromise(id, author.id, work.as_of, back=author.id in row.accepted_by))
            return
        before = row.accepted_by[-1] if row.accepted_by else None

        def chosen(person: RowId | None) -> None:
            if person is None and before is not None:
                work.apply(AcceptPromise(id, before, work.as_of, back=True))
            elif person is not None:
                work.apply(AcceptPromise(id, person, work.as_of))

        choose_person(work.plan, row.to_function, before, chosen, self, point)

    def _delete(self, id: RowId) -> None:
        self._workspace.apply(DeleteRows("commitment", (id,)))

    def _menu(self, id: RowId, point: QPoint) -> None:
        self._in_hand = id
        menu = Menu(self)
        menu.add(_("Open…"), _("Enter"), "list").triggered.connect(self._open_in_hand)
        menu.add(_("Accept for the other side"), "A", "check").triggered.connect(self._accept_in_hand)
        menu.add(_("Delete"), "Del", "trash").triggered.connect(self._delete_in_hand)
        menu.popup(point)

    def _open_in_hand(self) -> None:
        self.open_row(self._in_hand)

    def _accept_in_hand(self) -> None:
        if (view := self.list_of(self._in_hand)) is not None:
            self.accept(self._in_hand, view.tick_point(self._in_hand))

    def _delete_in_hand(self) -> None:
        self._delete(self._in_hand)
