"""Tables of the plan, one at a time, each with all its declared fields."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.i18n import _
from planner.model.changes import Change
from planner.model.plan import SINGLETONS, Plan
from planner.ui.pages.generic_words import SHEETS
from planner.ui.pages.sheets import FormSheet, ListSheet
from planner.ui.parts.segmented import Segmented
from planner.ui.workspace import Workspace


class TablesView(QWidget):
    """A choice of tables, and the sheet of the one that is chosen."""

    def __init__(self, workspace: Workspace, tables: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tables = workspace, tuple(tables)
        self._sheets: dict[str, FormSheet | ListSheet] = {}
        self.choice = Segmented([(table, _(SHEETS[table].title)) for table in self._tables])
        self.choice.chosen.connect(self._choose)
        self.choice.setVisible(len(self._tables) > 1)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(32, 0, 32, 0)
        top.addWidget(self.choice)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def sheet(self, table: str) -> FormSheet | ListSheet:
        """The sheet of a table, made when it is first asked for."""
        if table not in self._sheets:
            made = (FormSheet if table in SINGLETONS else ListSheet)(self._workspace, table)
            self._sheets[table] = made
            self._stack.addWidget(made)
            made.show_plan(self._workspace.plan, None)
        return self._sheets[table]

    def show_plan(self, plan: Plan, change: Change | None) -> None:
        """Show the rows of this plan."""
        for table in self._tables:
            if table not in SINGLETONS:
                self.choice.set_count(table, len(plan.table(table)))
        for sheet in self._sheets.values():
            sheet.show_plan(plan, change)
        if not self._sheets:
            self._choose(self._tables[0])

    def add_new(self, table: str | None = None) -> None:
        """A new row in a table, by default in the one that is shown."""
        if table is not None:
            self.choice.set_current(table)
            self._choose(table)
        self.sheet(self.choice.current).add_new()

    def show_row(self, id: str, field: str | None = None) -> bool:
        """Take a row in hand. False where it is of another chapter."""
        plan = self._workspace.plan
        for table in self._tables:
            if id in plan.table(table) or SINGLETONS.get(table) == id:
                self.choice.set_current(table)
                self._choose(table)
                return self.sheet(table).show_row(id, field)
        return False

    def _choose(self, table: str) -> None:
        self._stack.setCurrentWidget(self.sheet(table))
