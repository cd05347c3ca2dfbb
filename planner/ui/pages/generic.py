"""The plain page of a chapter: each of its tables as a list with details, made from the declared fields."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.plan import SINGLETONS, Plan
from planner.ui.page import Page
from planner.ui.pages import Chapter
from planner.ui.pages.generic_words import SHEETS
from planner.ui.pages.sheets import FormSheet, ListSheet
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.segmented import Segmented
from planner.ui.workspace import Workspace


class GenericPage(Page):
    """A chapter from the declared fields of its tables; each table is a sheet of its own."""

    def __init__(self, workspace: Workspace, chapter: Chapter, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.key = chapter.key  # type: ignore[misc] # the one page class that serves several chapters
        # Links show the names of rows of any table, so that any change may concern the page.
        self.watches = WATCHED  # type: ignore[misc]
        self._tables = chapter.tables
        self._sheets: dict[str, FormSheet | ListSheet] = {}
        self._stack = QStackedWidget()
        self._head = ChapterHead(_(chapter.title), _(chapter.purpose))
        self._add = Button("", "secondary", icon="plus")
        self._add.clicked.connect(self.add_new)
        self._head.add_action(self._add)
        self.choice = Segmented([(table, _(SHEETS[table].title)) for table in self._tables])
        self.choice.chosen.connect(self._choose)
        self.choice.setVisible(len(self._tables) > 1)
        ground = Paper()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(32, 24, 32, 12)
        top.setSpacing(16)
        top.addWidget(self._head)
        top.addWidget(self.choice)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self._choose(self._tables[0])

    def sheet(self, table: str) -> FormSheet | ListSheet:
        """The sheet of a table, made when it is first asked for."""
        if table not in self._sheets:
            made = (FormSheet if table in SINGLETONS else ListSheet)(self.workspace, table)
            self._sheets[table] = made
            self._stack.addWidget(made)
            made.show_plan(self.workspace.plan, None)
        return self._sheets[table]

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        for table in self._tables:
            if table not in SINGLETONS:
                self.choice.set_count(table, len(plan.table(table)))
        for sheet in self._sheets.values():
            sheet.show_plan(plan, change)

    def add_new(self) -> None:
        self.sheet(self.choice.current).add_new()

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        for table in self._tables:
            if row_id in self.workspace.plan.table(table) or SINGLETONS.get(table) == row_id:
                self.choice.set_current(table)
                self._choose(table)
                return self.sheet(table).show_row(row_id, field)
        return False

    def _choose(self, table: str) -> None:
        self._stack.setCurrentWidget(self.sheet(table))
        self._add.setText(_(SHEETS[table].add))
        self._add.setVisible(bool(SHEETS[table].add))


WATCHED = frozenset(SHEETS) | {"goal", "stakeholder", "engagement", "sales_input", "budget_line", "amount"}
