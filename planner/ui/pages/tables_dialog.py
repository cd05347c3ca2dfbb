"""Tables that a page shows only in part, as lists with all their fields, so that everything can be entered by hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from planner.i18n import _
from planner.model.changes import Change
from planner.ui.pages.generic_words import SHEETS
from planner.ui.pages.sheets import ListSheet
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.segmented import Segmented
from planner.ui.workspace import Workspace


class TablesDialog(Dialog):
    """`show_row(table, id)` takes a row in hand."""

    def __init__(self, workspace: Workspace, title: str, tables: tuple[str, ...]) -> None:
        super().__init__(title, 900)
        self._workspace = workspace
        self.choice = Segmented([(table, _(SHEETS[table].title)) for table in tables])
        self.choice.chosen.connect(self._choose)
        self.choice.setVisible(len(tables) > 1)
        self._holder = QWidget()
        self._holder.setMinimumHeight(420)
        self._stack = QStackedLayout(self._holder)
        self._sheets = {table: ListSheet(workspace, table) for table in tables}
        for sheet in self._sheets.values():
            self._stack.addWidget(sheet)
        add = Button(_("Add"), icon="plus")
        add.clicked.connect(self.add_new)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        row.addWidget(add)
        self.body.addLayout(row)
        self.body.addWidget(self._holder, 1)
        self.add_button(Button(_("Close"), "primary"), None)
        workspace.changed.connect(self._follow)
        self._follow(None)

    def sheet(self, table: str) -> ListSheet:
        """The list of a table, with the details of the row in hand."""
        return self._sheets[table]

    def show_row(self, table: str, id: str, field: str | None = None) -> bool:
        """Take a row of one of the tables in hand."""
        self.choice.set_current(table)
        self._choose(table)
        return self._sheets[table].show_row(id, field)

    def _follow(self, change: Change | None) -> None:
        for sheet in self._sheets.values():
            sheet.show_plan(self._workspace.plan, change)

    def _choose(self, table: str) -> None:
        self._stack.setCurrentWidget(self._sheets[table])

    def open_over(self, window: QWidget, first: QWidget | None = None) -> None:
        """Show over a window; the keyboard starts in the list where there is one."""
        view = self._sheets[self.choice.current].view
        super().open_over(window, first or (view if view.rows.keys else None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps what was typed in a field and goes back to the list, from where the next row is a key away."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(QApplication.focusWidget(), QLineEdit):
            self._sheets[self.choice.current].view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            event.accept()
        else:
            super().keyPressEvent(event)

    def add_new(self) -> None:
        """A new row in the table that is chosen."""
        self._sheets[self.choice.current].add_new()
