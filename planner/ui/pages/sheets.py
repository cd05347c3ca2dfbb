"""The plain way to show a table: a list with the details of one row beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits import AddRow, DeleteRows
from planner.model.fields import RowId
from planner.model.ids import new_id
from planner.model.plan import CELLS, Plan, fields_of, row_class
from planner.model.words import whole_name
from planner.ui.forms.form import Form, form_fields
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.forms.table import RowsView
from planner.ui.pages.generic_words import SHEETS
from planner.ui.parts.button import IconButton
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace


def fields_shown(table: str) -> tuple[str, ...]:
    """The fields that a form of this table shows; a cell's place in its grid is fixed when it is made."""
    return tuple(name for name in form_fields(table) if name not in CELLS.get(table, ()))


class ListSheet(Paper):
    """A list at the left, all fields of the row in hand at the right, and an empty page where there is none."""

    def __init__(self, workspace: Workspace, table: str, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._workspace, self._table = workspace, table
        words = SHEETS[table]
        self.view = RowsView(table, words.shown)
        self.view.setAccessibleName(_(words.title))
        self.view.rowChosen.connect(self._show)
        self.view.opened.connect(self._to_form)
        self.view.deleteAsked.connect(self.delete)
        self.form = Form(workspace, table, (("", fields_shown(table)),))
        self.empty = EmptyPage(_(words.headline), _(words.why), _(words.add), voice="shared")
        self.empty.started.connect(self.add_new)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._filled())

    def _filled(self) -> QWidget:
        paper = Paper("raised")
        row = QHBoxLayout(paper)
        row.setContentsMargins(4, 4, 4, 8)
        row.setSpacing(20)
        left = Card()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(1, 10, 1, 10)
        inside.addWidget(self.view)
        row.addWidget(left, 9)
        row.addWidget(self._details(), 11)
        return paper

    def _details(self) -> QWidget:
        card = Card()
        card.setMaximumWidth(720)
        self._title = Text("", "card", lines=1)
        delete = IconButton("trash", _("Delete this row"))
        delete.clicked.connect(self.delete)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 12, 4)
        head.addWidget(self._title, 1)
        head.addWidget(delete)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 4, 20, 20)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll = Scroll(inside)
        outer = QVBoxLayout(card)
        outer.setContentsMargins(1, 1, 1, 8)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        return card

    def show_plan(self, plan: Plan, change: Change | None) -> None:
        """Show the rows of this plan; the row in hand stays in hand."""
        place = self.view.currentIndex().row()
        self.view.rows.show_plan(plan, change)
        rows = len(self.view.rows.keys)
        self._stack.setCurrentIndex(1 if rows else 0)
        if rows and self.view.chosen is None:
            self.view.choose(self.view.rows.key_at(min(max(place, 0), rows - 1)))
        self._show(self.view.chosen)

    def add_new(self) -> None:
        """A new row, ready to be typed into; cells of a grid are asked for their place first."""
        if self._table in CELLS:
            names = tuple(fields_of(row_class(self._table)))
            words = SHEETS[self._table]
            dialog = NewRowDialog(_(words.add), self._workspace, self._table, names, _("Add"))
            dialog.finished.connect(self._added)
            dialog.open_over(self.window())
            return
        id = new_id()
        if self._workspace.apply(AddRow(self._table, id=id)) is not None:
            self._added(id)

    def _added(self, id: RowId | None) -> None:
        if id is not None and self.view.choose(id):
            self._to_form()

    def delete(self) -> None:
        """Take the row in hand out of the plan."""
        if (id := self.view.chosen) is not None:
            self._workspace.apply(DeleteRows(self._table, (id,)))

    def show_row(self, id: RowId, field: str | None) -> bool:
        """Take a row in hand and point at it."""
        if not self.view.choose(id):
            return False
        if field and self.form.focus_field(field):
            self._scroll.ensureWidgetVisible(self.form.field(field), 0, 40)
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self, id: RowId | None) -> None:
        plan = self._workspace.plan
        row = plan.table(self._table).get(id)
        self.form.show_row(plan, row)
        self._title.setText(whole_name(plan, row) if row else "")

    def _to_form(self) -> None:
        self.form.focus_field()
