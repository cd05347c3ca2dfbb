"""All fields of one row on a sheet that lies over the right of a page, and the dialog for a new row."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.edits import AddRow, DeleteRows, Edit
from planner.model.fields import RowId
from planner.model.ids import new_id
from planner.model.plan import CELLS, SINGLETONS, Plan, row_class
from planner.model.words import whole_name
from planner.ui.forms.form import Form, Groups, Under
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.scroll import FittingScroll
from planner.ui.parts.sidesheet import SideSheet
from planner.ui.workspace import Workspace


class DetailSheet(SideSheet):
    """Opens over its host with `open_row(id)`; Esc and the cross close it, and the keyboard goes back."""

    def __init__(
        self,
        workspace: Workspace,
        table: str,
        host: QWidget,
        groups: Groups | None = None,
        *,
        title: str = "",
        removal: Callable[[RowId], Edit] | None = None,
        under: Under | None = None,
    ) -> None:
        """`title` stands in the place of the name of the row; `removal` is the edit that takes a row out; `under`
        makes what stands under fields of the form."""
        super().__init__(host)
        self._workspace, self._table, self._called, self._removal = workspace, table, title, removal
        self._groups, self._under = groups, under
        self.body.addStretch(1)
        delete = IconButton("trash", _("Delete"))
        delete.clicked.connect(self._delete)
        delete.setVisible(table not in SINGLETONS)
        self.add_tool(delete)

    @cached_property
    def form(self) -> Form:
        """All fields; made when the sheet is first opened."""
        made = Form(self._workspace, self._table, self._groups, under=self._under)
        self.body.insertWidget(0, made)
        return made

    def open_row(self, id: RowId, field: str | None = None, *, take_focus: bool = True) -> None:
        """Show a row of the plan and start in a field, by default the first; or leave the keyboard where it is."""
        if not self._show(id):
            return
        self.open_sheet()
        if take_focus and self.form.focus_field(field) and field:
            self.reveal(self.form.field(field))

    def show_plan(self, plan: Plan) -> None:
        """The plan has changed: show the row as it is now; where it is gone the sheet closes."""
        if self.isVisible() and not self._show(self.form.row_id):
            self.close_sheet()

    def _show(self, id: RowId | None) -> bool:
        plan = self._workspace.plan
        row = plan.table(self._table).get(id)
        if row is None and id is not None and id == SINGLETONS.get(self._table):
            row = row_class(self._table)(id=id)  # the one row of its table is there even before it is written
        self.form.show_row(plan, row)
        if row is None:
            return False
        name = self._called or whole_name(plan, row)
        self.set_title(f"{row.code}  {name}" if row.code else name)
        self.setAccessibleName(_("Details of {name}").format(name=name))
        return True

    def finish_typing(self) -> None:
        if "form" in self.__dict__:
            self.form.finish_typing()

    def _delete(self) -> None:
        id = self.form.row_id
        if id is not None:
            self.close_sheet()
            self._workspace.apply(self._removal(id) if self._removal else DeleteRows(self._table, (id,)))


class NewRowDialog(Dialog):
    """Asks for the fields of a new row; `finished(id)` carries the id of the row that was added, or None.

    Esc and a crash lose nothing: what was typed stands there again when the same is asked next time.
    """

    def __init__(
        self,
        title: str,
        workspace: Workspace,
        table: str,
        names: tuple[str, ...],
        button: str,
        *,
        values: Mapping[str, Any] | None = None,
        voice: str = "",
    ) -> None:
        super().__init__(title, 480)
        self._workspace, self._table = workspace, table
        self.form = Form(workspace, table, (("", names),))
        self._place = f"row:{table}"
        self._start = dict(values or {})
        self.form.start_draft(workspace.plan, {**self._start, **workspace.begun.row(self._place)})
        self.form.drafted.connect(self._note)
        self.body.addWidget(FittingScroll(self.form))
        cancel = self.add_button(Button(_("Cancel")), None)
        cancel.clicked.connect(self._forget)
        add = self.add_button(Button(button, "primary", voice=voice), finishes=False)
        add.clicked.connect(self.add_row)

    def _note(self) -> None:
        draft = self.form.draft or {}
        if any(value != self._start.get(name) for name, value in draft.items()):
            self._workspace.begun.note(self._place, draft)

    def _forget(self) -> None:
        self._workspace.begun.note(self._place, {})

    def _cancel(self) -> None:
        self.form.finish_typing()
        super()._cancel()

    def add_row(self) -> None:
        """Add the row, if all that is needed is there."""
        if not self.form.complete_draft():
            return
        id = None if self._table in CELLS else new_id()  # a cell's id follows from its place
        given = {name: value for name, value in (self.form.draft or {}).items() if value not in (None, ())}
        change = self._workspace.apply(AddRow(self._table, given, id=id))
        if change is not None:
            self._forget()
            added = next((row.id for row in change.rows if row.table == self._table and row.before is None), id)
            self.finish(added)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self.add_row()
        super().keyPressEvent(event)
