"""Chapter 4, Stakeholders: the map on which people are dragged and the register; the log of talks; who was heard."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits import DeleteRows, SetFields
from planner.model.edits.stakeholders import PlaceOnMap
from planner.model.edits.talks import DeleteTalk
from planner.model.plan import Plan
from planner.model.rows.people import STANCES
from planner.ui.page import Page
from planner.ui.pages import BY_KEY, CHAPTERS
from planner.ui.pages.stakeholders.figures import Standing, standings
from planner.ui.pages.stakeholders.log import TalkLog
from planner.ui.pages.stakeholders.log_model import heard_cells, heard_columns, heard_rows, heard_tips
from planner.ui.pages.stakeholders.map import StakeholderMap
from planner.ui.pages.stakeholders.register import Register
from planner.ui.pages.stakeholders.trace import GAP, gap_words, story
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.focus import point_at
from planner.ui.parts.matrix import Matrix
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.parts.trace import Trace
from planner.ui.parts.tracesheet import TraceSheet
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.forms.sheet import DetailSheet


class StakeholdersPage(Page):
    """Three views of the same people: where they stand, what they said, and who has not been heard yet."""

    key = "stakeholders"
    watches = frozenset({"stakeholder", "engagement", "person", "facts"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        chapter = BY_KEY[self.key]
        head = ChapterHead(_(chapter.title), _(chapter.purpose))
        add = Button(_("Add person"), icon="plus")
        add.clicked.connect(self.add_person)
        self.view = Segmented([("map", _("Map")), ("log", _("Log")), ("heard", _("Heard"))])
        self.view.setAccessibleName(_("View"))
        self.view.chosen.connect(self.show_view)
        head.add_action(self.view)
        head.add_action(add)
        self._people: dict[str, Standing] = {}
        self._stale: set[str] = set()
        self._map = StakeholderMap()
        self._map.moved.connect(self._moved)
        self._map.stanceChosen.connect(self._set_stance)
        self._map.opened.connect(self._open)
        self._map.handChanged.connect(self._in_hand)
        self._register = Register()
        self._register.opened.connect(self._open)
        self._register.talkAsked.connect(self._talk)
        self._register.removed.connect(self._remove)
        self._register.stanceChosen.connect(self._set_stance)
        self._register.inHand.connect(self._in_hand)
        self._register.gapAsked.connect(self._ask_gap)
        sheet = Card()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._map)
        full = self._full = Paper()
        self._row = QHBoxLayout(full)
        self._row.setContentsMargins(32, 4, 32, 32)
        self._row.setSpacing(24)
        # The cards lie on the paper itself, which draws their shadows.
        self._row.addWidget(sheet, 52)
        self._row.addWidget(self._register, 48)
        self.log = TalkLog(workspace)
        self.log.opened.connect(self._open_talk)
        self.heard = Matrix(most=16, widths=(190, 104))
        self.heard.setAccessibleName(_("Who was heard about what"))
        self.heard.handInChanged.connect(self._tell_heard)
        self.heard.opened.connect(self._note_from_grid)
        self._views: dict[str, QWidget] = {"map": full, "log": self.log, "heard": self._heard_page()}
        self.body = ChapterBody(self, head, *self._views.values(), make_empty=self._empty_page)
        self._results: Results | None = None
        self.trace = TraceSheet(self._find_trace, self)
        self.trace.rowAsked.connect(self.show_object)
        self._sheet: DetailSheet | None = None
        self._talk_sheet: DetailSheet | None = None

    def _heard_page(self) -> QWidget:
        card = Card()
        words = QVBoxLayout()
        words.setContentsMargins(19, 0, 19, 6)
        words.setSpacing(0)
        words.addWidget(Text(_("Who has not been heard yet?"), "card", lines=1))
        said = _("By the numbers of the chapters at the left. Enter on a place notes a talk about it.")
        words.addWidget(Text(said, "small", "muted"))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 12, 1, 10)
        inside.setSpacing(2)
        inside.addLayout(words)
        inside.addWidget(self.heard)
        paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 4, 32, 32)
        column.addWidget(card)
        column.addStretch(1)
        return Scroll(paper)

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        if not (self.is_awaited or len(plan.stakeholders)):
            self.body.show_empty()
            return
        self.body.show_layer(self._views[self.view.current])
        for sheet in (self._sheet, self._talk_sheet):
            if sheet is not None:
                sheet.show_plan(plan)
        people = standings(plan, self.workspace.as_of)
        self._people = {one.id: one for one in people}
        self._results = results
        self._register.show_gap(gap_words(results))
        self.trace.follow_plan()
        self.view.set_count("log", len(plan.engagements))
        self._stale = {"map", "log", "heard"}
        self._fill(self.view.current)

    def _fill(self, key: str) -> None:
        """Show the plan of now in a view, unless it is there already."""
        if key not in self._stale:
            return
        self._stale.discard(key)
        plan, people = self.workspace.plan, list(self._people.values())
        if key == "log":
            self.log.show_plan(plan)
        elif key == "heard":
            self.heard.show_cells(heard_columns(), heard_rows(people), heard_cells(plan, people), heard_tips())
        else:
            self._map.show_people(people)
            self._register.show_people(people)

    def _ask_gap(self) -> None:
        self.trace.open_trace(GAP)

    def _find_trace(self, key: str) -> Trace | None:
        return story(self._results, key) if self._results is not None else None

    def show_view(self, key: str) -> None:
        """Show the map, the log or who was heard."""
        self._fill(key)
        self.view.set_current(key)
        self.body.show_layer(self._views[key])

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("Who could say no in February?"),
            _(
                "Somebody outside this room can stop what is agreed in it. Write down who can move the plan, "
                "where they stand today and where the plan needs them, and ask them before it is locked."
            ),
            _("Add the first person"),
            "",
            "shared",
        )
        empty.started.connect(self.add_person)
        return empty

    # What people do here

    def add_new(self) -> None:
        """A talk where talks are shown, else a person."""
        if self.body.current is self.log:
            self.log.bar.begin()
        else:
            self.add_person()

    def add_person(self) -> None:
        """Ask who else can move the plan."""
        from planner.ui.pages.stakeholders.dialogs import PersonDialog

        dialog = PersonDialog(self.workspace, self.show_object)
        dialog.open_over(self.window(), dialog.first)

    def _talk(self, id: str) -> None:
        from planner.ui.pages.stakeholders.dialogs import TalkDialog

        TalkDialog(self.workspace, id).open_over(self.window())

    def _open(self, id: str) -> None:
        from planner.ui.forms.sheet import DetailSheet

        if self._sheet is None:
            self._sheet = DetailSheet(self.workspace, "stakeholder", self)
        self._sheet.open_row(id)

    def _open_talk(self, id: str, field: str | None = None) -> None:
        from planner.ui.forms.sheet import DetailSheet

        if self._talk_sheet is None:
            self._talk_sheet = DetailSheet(self.workspace, "engagement", self, removal=DeleteTalk)
        self._talk_sheet.open_row(id, field)

    def _note_from_grid(self, id: str, column: int) -> None:
        """A talk with the person of a row about the step of a column; the first column is about anything."""
        self.show_view("log")
        self.log.bar.begin(id, CHAPTERS[column - 1].key if column > 0 else "")

    def _tell_heard(self) -> None:
        hand = self.heard.in_hand()
        if hand is None:
            self.cell.emit("", "")
        else:
            self.cell.emit(hand[0].name, hand[2].said)

    def _remove(self, id: str) -> None:
        self.workspace.apply(DeleteRows("stakeholder", (id,)))

    def _moved(self, id: str, wanted: bool, interest: float, power: float) -> None:
        self.workspace.apply(PlaceOnMap(id, interest, power, wanted))

    def _set_stance(self, id: str, stop: int, wanted: bool) -> None:
        self.workspace.apply(SetFields("stakeholder", id, {"desired" if wanted else "current": STANCES[stop]}))

    def _in_hand(self, id: str | None) -> None:
        self._register.light(id)
        one = self._people.get(id or "")
        self.cell.emit(one.name if one else "", one.stance_words if one else "")

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        if row_id in self.workspace.plan.engagements:
            self.show_view("log")
            if field is not None:
                self._open_talk(row_id, field)
            return self.log.show_talk(row_id)
        if row_id not in self._people:
            return False
        self.show_view("map")
        found = self._register.row(row_id)
        assert found is not None
        point_at(found, 6)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setStretch(0, 52 if self.width() < 1200 else 60)
