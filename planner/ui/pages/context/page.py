"""Chapter 1, Context: the bridge from last year to the goal, the SWOT, the situation, who is in the room."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.fields import RowId
from planner.model.plan import SINGLETONS, Plan
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.context.bridge import BridgeCard
from planner.ui.pages.context.figures import PART_NAMES, SWOT, is_blank
from planner.ui.pages.context.room import RoomCard
from planner.ui.pages.context.sheets import NoteSheet
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.focus import point_at
from planner.ui.parts.menu import Menu
from planner.ui.parts.scroll import Scroll
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.forms.sheet import DetailSheet
    from planner.ui.parts.emptypage import EmptyPage

_WIDEST, _NARROW = 1120, 760
_LAID_OUT = 30  # milliseconds after which a sheet that has grown has its new place
_SHEETS = (*SWOT, "situation", "ground_rule", "parking_lot")


class ContextPage(Page):
    """Sheets on paper: everything is written where it stands."""

    key = "context"
    watches = frozenset({"facts", "note", "bridge_step", "person", "extra", "funnel"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        chapter = BY_KEY[self.key]
        head = ChapterHead(_(chapter.title), _(chapter.purpose), _WIDEST)
        self._facts_button = Button(_("Plan and company"), icon="note-pencil")
        self._facts_button.clicked.connect(self.open_facts)
        self._add_button = Button(_("Add a fact"), icon="plus")
        self._add_button.clicked.connect(self._add_menu)
        head.add_action(self._facts_button)
        head.add_action(self._add_button)
        self.bridge = BridgeCard(workspace)
        self.sheets = {kind: NoteSheet(workspace, kind, shown=3 if kind in SWOT else 6) for kind in _SHEETS}
        self.room = RoomCard(workspace)
        self.room.opened.connect(self._open_person)
        self.room.listAsked.connect(self._open_everybody)
        self.room.addAsked.connect(self.add_person)
        self._kept = Button("", "link", size="small")
        self._kept.clicked.connect(self._open_kept)
        self._lay_out(head)
        self._facts: DetailSheet | None = None
        self._person: DetailSheet | None = None

    def _lay_out(self, head: ChapterHead) -> None:
        paper = self._paper = Paper()
        self._grid = QGridLayout(paper)
        self._grid.setContentsMargins(32, 4, 32, 32)
        self._grid.setSpacing(16)
        self._columns = 0
        self._scroll = Scroll(paper)
        self.body = ChapterBody(self, head, self._scroll, make_empty=self._empty_page)
        self._arrange(12)

    def _arrange(self, columns: int) -> None:
        """Twelve columns, or six where it is narrow: sheets two by two, people and rules under the situation."""
        if columns == self._columns:
            return
        self._columns = columns
        wide = columns == 12
        grid, sheets = self._grid, self.sheets
        for card in (self.bridge, *sheets.values(), self.room, self._kept):
            grid.removeWidget(card)
        grid.addWidget(self.bridge, 0, 0, 1, columns)
        for place, kind in enumerate(SWOT):
            row, column = (1, 3 * place) if wide else (1 + place // 2, 3 * (place % 2))
            grid.addWidget(sheets[kind], row, column, 1, 3)
        if wide:
            grid.addWidget(sheets["situation"], 3, 0, 1, 4)
            grid.addWidget(self.room, 3, 4, 1, 4)
            grid.addWidget(sheets["ground_rule"], 3, 8, 1, 4)
        else:
            grid.addWidget(sheets["situation"], 3, 0, 1, 6)
            grid.addWidget(self.room, 4, 0, 1, 3)
            grid.addWidget(sheets["ground_rule"], 4, 3, 1, 3)
        grid.addWidget(sheets["parking_lot"], 5, 0, 1, columns)
        grid.addWidget(self._kept, 6, 0, 1, columns, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(7, 1)
        for column in range(12):
            grid.setColumnStretch(column, 1 if column < columns else 0)

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        was_empty = self.body.is_empty
        self.body.show_filled(self.is_awaited or not is_blank(plan))
        for sheet in (self._facts, self._person):
            if sheet is not None:
                sheet.show_plan(plan)
        if self.body.is_empty:
            return
        if was_empty:
            change = None  # what stood behind the empty page was not told of anything
        tables = change.tables if change else frozenset()
        if change is None or tables & {"facts", "bridge_step", "funnel"}:
            self.bridge.show_plan(plan)
        if change is None or tables & {"note", "person"}:
            for card in self.sheets.values():
                card.show_plan(plan)
        if change is None or "person" in tables:
            self.room.show_plan(plan)
        parked = any(row.kind == "parking_lot" for row in plan.notes)
        self.sheets["parking_lot"].setVisible(parked)
        kept = len(plan.extras)
        self._kept.setText(_n("{n} thing kept from files", "{n} things kept from files", kept).format(n=kept))
        self._kept.setVisible(bool(kept))

    def _empty_page(self) -> "EmptyPage":
        from planner.ui.parts.emptypage import EmptyPage

        empty = EmptyPage(
            _("Where do you stand today?"),
            _(
                "Last year and the goal, what you are good at, who is in the room. What everybody knows and "
                "nobody wrote down is what people argue about later."
            ),
            _("Name the company"),
            _("or start with who is in the room"),
            "shared",
        )
        empty.started.connect(self._name_company)
        empty.alternative.connect(self.add_person)
        return empty

    # What people do here

    def add_new(self) -> None:
        """What is added is chosen from a menu; on a sheet the key N adds a line there."""
        if self.body.is_empty:
            self._name_company()
        else:
            self._add_menu()

    def _add_menu(self) -> None:
        menu = Menu(self)
        for words, kind in (
            (_("A line on the situation"), "situation"),
            (_("A strength"), "strength"),
            (_("A weakness"), "weakness"),
            (_("An opening"), "opportunity"),
            (_("A threat"), "threat"),
            (_("A step of the bridge"), "bridge_step"),
            (_("A person"), "person"),
            (_("A ground rule"), "ground_rule"),
            (_("Something for the parking lot"), "parking_lot"),
        ):
            action = menu.add(words)
            action.setData(kind)
            action.triggered.connect(self._add_chosen)
        menu.popup(self._add_button.mapToGlobal(QPoint(0, self._add_button.height() + 4)))

    def _add_chosen(self) -> None:
        self.add_to(self.sender().data())  # type: ignore[attr-defined]

    def add_to(self, kind: str) -> None:
        """Start a line on a sheet, a step of the bridge, or a person."""
        if kind == "bridge_step":
            self.bridge.add_new()
        elif kind == "person":
            self.add_person()
        else:
            sheet = self.sheets[kind]
            sheet.setVisible(True)
            sheet.lines.add_new()
            self._show_soon(sheet)

    def open_facts(self, field: str | None = None) -> None:
        """Show the facts of the plan and the company, and start in one of them."""
        from planner.ui.pages.context.facts import facts_sheet

        if self._facts is None:
            self._facts = facts_sheet(self.workspace, self)
        self._facts.open_row(SINGLETONS["facts"], field or None)

    def _name_company(self) -> None:
        self.open_facts("company")

    def add_person(self) -> None:
        """Ask who else is in the plan."""
        from planner.ui.pages.context.facts import add_person

        dialog = add_person(self.workspace)
        dialog.open_over(self.window(), dialog.form.editor("name"))

    def _open_person(self, id: RowId) -> None:
        from planner.ui.forms.sheet import DetailSheet

        if self._person is None:
            self._person = DetailSheet(self.workspace, "person", self)
        self._person.open_row(id)

    def _open_everybody(self) -> None:
        from planner.ui.pages.context.facts import everybody

        everybody(self.workspace).open_over(self.window())

    def _open_kept(self) -> None:
        from planner.ui.pages.context.facts import kept_from_files

        kept_from_files(self.workspace).open_over(self.window())

    # Showing

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        if row_id == SINGLETONS["facts"]:
            self._show_fact(field)
        elif (note := plan.notes.get(row_id)) is not None:
            line = self.sheets[note.kind].lines.line(row_id)
            if line is not None:
                self._show_soon(line)
        elif row_id in plan.bridge_steps:
            self._point_at_pier(row_id)
        elif row_id in plan.people:
            face = self.room.face(row_id)
            if face is None or field is not None:
                self._open_person(row_id)
            else:
                self._show_soon(face)
        elif row_id in plan.extras:
            self._show_kept(row_id, field)
        else:
            return False
        return True

    def _show_fact(self, field: str | None) -> None:
        if field in PART_NAMES and self.bridge.drawing.handle(field or "") is not None:
            self._point_at_pier(field or "")
        else:
            self.open_facts(field)

    def _point_at_pier(self, key: str) -> None:
        handle = self.bridge.drawing.handle(key)
        if handle is not None:
            self._scroll.ensureWidgetVisible(self.bridge, 0, 24)
            point_at(handle, 8)

    def _show_kept(self, id: RowId, field: str | None) -> None:
        from planner.ui.pages.context.facts import kept_from_files

        dialog = kept_from_files(self.workspace)
        dialog.open_over(self.window())
        dialog.show_row("extra", id, field)

    def _show_soon(self, widget: QWidget) -> None:
        """A sheet that has just been opened up has its place only once the layout has run."""
        self._wanted = widget
        if not isinstance(widget, NoteSheet):
            point_at(widget, 8)
        QTimer.singleShot(_LAID_OUT, self, self._scroll_to_wanted)

    def _scroll_to_wanted(self) -> None:
        from shiboken6 import isValid

        if isValid(self._wanted):
            self._scroll.ensureWidgetVisible(self._wanted, 0, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        self._grid.setContentsMargins(32, 4, 32 + spare, 32)
        self._arrange(12 if self.width() - 64 - spare >= _NARROW else 6)
