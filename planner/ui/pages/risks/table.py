"""The card of the list: its head, its rows, and what is done to them."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.calc import risks
from planner.i18n import _
from planner.model.edits import DeleteRows, SetFields
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.pages.risks.figures import risk_faces
from planner.ui.pages.risks.list import HEAD, ROW, RiskHead, RiskList
from planner.ui.parts.card import Card
from planner.ui.parts.menu import Menu
from planner.ui.people_menu import choose_person
from planner.ui.workspace import Workspace

_NEW = ("type", "statement", "probability", "impact", "mitigation", "trigger", "owner", "due")


class RiskCard(Card):
    """Rows of one kind, or of all. `added(id)` after a new one."""

    added = Signal(object)

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self.list = RiskList()
        self.list.opened.connect(self.open_row)
        self.list.answerAsked.connect(self._ask_answer)
        self.list.weighed.connect(self._weigh)
        self.list.ownerAsked.connect(self._ask_owner)
        self.list.closeAsked.connect(self._close)
        self.list.deleteAsked.connect(self._delete)
        self.list.menuAsked.connect(self._menu)
        self.details = DetailSheet(workspace, "risk", host)
        self.details.closed.connect(self.list.setFocus)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(RiskHead())
        inside.addWidget(self.list, 1)

    def show_plan(self, plan: Plan, kind: str) -> None:
        """Show the rows of a kind, or of "all"."""
        self.list.empty_words = _nothing_words(kind)
        self.list.show_faces(risk_faces(plan, self._workspace.as_of, kind))
        self.details.show_plan(plan)

    def fit(self, room: int, least: int) -> None:
        """As high as its rows in this room, and at least as high as so many of them."""
        rows = max(2, self.list.rows.rowCount())
        self.setFixedHeight(HEAD + 2 + ROW * min(rows, max(least, (room - HEAD - 2) // ROW)))

    def add_new(self, kind: str) -> None:
        """Ask what could go wrong, or what else is to be written down."""
        values = {"type": "risk" if kind == "all" else kind, "status": "open"}
        dialog = NewRowDialog(_("What could go wrong?"), self._workspace, "risk", _NEW, _("Add it"), values=values)
        dialog.finished.connect(self._added)
        dialog.open_over(self.window(), dialog.form.editor("statement"))

    def _added(self, id: object) -> None:
        if id is not None:
            self.added.emit(id)

    def open_row(self, id: RowId, field: str | None = None) -> None:
        """All fields of a row."""
        self.details.open_row(id, field or "statement")

    def _ask_answer(self, id: RowId) -> None:
        self.open_row(id, "mitigation")

    def _weigh(self, id: RowId, field: str, figure: int) -> None:
        self._workspace.apply(SetFields("risk", id, {field: figure}))

    def _ask_owner(self, id: RowId, point: QPoint) -> None:
        row = self._workspace.plan.risks.get(id)
        if row is None:
            return

        def chosen(person: RowId | None) -> None:
            self._workspace.apply(SetFields("risk", id, {"owner": person}))

        choose_person(self._workspace.plan, None, row.owner, chosen, self, point)

    def _close(self, id: RowId) -> None:
        closed = risks.is_closed(self._workspace.plan.risks[id])
        self._workspace.apply(SetFields("risk", id, {"status": "open" if closed else "closed"}))

    def _delete(self, id: RowId) -> None:
        self._workspace.apply(DeleteRows("risk", (id,)))

    def _menu(self, id: RowId, point: QPoint) -> None:
        closed = risks.is_closed(self._workspace.plan.risks[id])
        menu = Menu(self)
        menu.add(_("Open…"), _("Enter"), "list").triggered.connect(self._open_in_hand)
        menu.add(_("Choose the owner"), "O", "user").triggered.connect(self._owner_in_hand)
        words, icon = (_("Open it again"), "arrow-counter-clockwise") if closed else (_("It is over"), "check")
        menu.add(words, "C", icon).triggered.connect(self._close_in_hand)
        menu.add(_("Delete"), "Del", "trash").triggered.connect(self._delete_in_hand)
        menu.popup(point)

    def _open_in_hand(self) -> None:
        self.open_row(self.list.chosen or "")

    def _owner_in_hand(self) -> None:
        id = self.list.chosen or ""
        self._ask_owner(id, self.list.owner_point(id))

    def _close_in_hand(self) -> None:
        self._close(self.list.chosen or "")

    def _delete_in_hand(self) -> None:
        self._delete(self.list.chosen or "")


def _nothing_words(kind: str) -> str:
    words = {
        "risk": _("No risk is written down yet."),
        "assumption": _("No assumption is written down yet."),
        "issue": _("No issue is written down yet."),
        "dependency": _("No dependency is written down yet."),
    }
    return words.get(kind, _("Nothing is written down yet. Make a sentence of the pre-mortem a risk."))
