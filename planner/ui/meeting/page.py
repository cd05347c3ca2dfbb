"""Two copies meet: what fits is taken in, where both changed the same thing somebody chooses; then one step."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.merge import Choice
from planner.model.plan import TABLES, Plan
from planner.ui.meeting.conflicts import RIGHT, ConflictList, ConflictsModel
from planner.ui.meeting.fits import FitsList, FitsModel
from planner.ui.meeting.head import MeetingHead
from planner.ui.meeting.meeting import Meeting, Side
from planner.ui.meeting.words import Pane, since_words, when_words
from planner.ui.page import Page
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.coachcards import LevelIcon
from planner.ui.parts.meter import Meter
from planner.ui.parts.text import Text
from planner.ui.voices import voice_of_author
from planner.ui.workspace import Workspace


class MergePage(Page):
    """A page without a chapter number. `finished()` when the step is done or given up."""

    key: ClassVar[str] = "merge"
    watches: ClassVar[frozenset[str]] = frozenset(TABLES)

    finished = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.meeting: Meeting | None = None
        paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 24, 32 - RIGHT, 16)
        column.setSpacing(16)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, RIGHT, 0)
        above.setSpacing(16)
        self._title = ChapterHead(_("Two copies meet"), "")
        self._leave = Button(_("Leave it"), "quiet")
        self._leave.clicked.connect(self.leave)
        self.save = Button(_("Save when all are settled"), "primary")
        self.save.clicked.connect(self.take_in)
        self._title.add_action(self._leave)
        self._title.add_action(self.save)
        above.addWidget(self._title)
        self._head = MeetingHead()
        above.addWidget(self._head)
        above.addLayout(self._line())
        column.addLayout(above)
        self._fits_card = self._fits()
        column.addWidget(self._fits_card, 1)
        self.conflicts_model = ConflictsModel(self)
        self.conflicts = ConflictList(self.conflicts_model)
        self.conflicts.choiceMade.connect(self._chosen)
        column.addWidget(self.conflicts, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _line(self) -> QHBoxLayout:
        """How much fits, and how much is settled."""
        row = QHBoxLayout()
        row.setSpacing(12)
        self._fitting = Text("", "body", lines=1)
        self._see = Button(_("See them"), "link")
        self._see.clicked.connect(self._turn_fits)
        self._again = Button(_("Ask again"), "link")
        self._again.clicked.connect(self._ask_again)
        self._meter = Meter(7, judged=False)
        self._meter.setFixedWidth(190)
        self._settled = Text("", "body", "ink", 600, lines=1)
        row.addWidget(LevelIcon("fine"))
        row.addWidget(self._fitting)
        row.addWidget(self._see)
        row.addWidget(self._again)
        row.addStretch(1)
        row.addWidget(self._meter, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._settled)
        return row

    def _fits(self) -> QWidget:
        """What fits, beside the room of the bar; nothing of it is left where it is not shown."""
        room = QWidget()
        beside = QHBoxLayout(room)
        beside.setContentsMargins(0, 0, RIGHT, 0)
        card = Card()
        beside.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 8, 1, 8)
        self.fits_model = FitsModel(self)
        self.fits = FitsList(self.fits_model)
        self.fits.turned.connect(self._turn)
        column.addWidget(self.fits)
        return room

    def meet(self, meeting: Meeting) -> None:
        """Show a meeting; where nothing is in conflict, what fits is shown at once."""
        self.meeting = meeting
        self._show()
        fits_first = not meeting.conflicts
        self._fits_card.setVisible(fits_first or bool(meeting.remarks))
        self.conflicts.setVisible(not fits_first)
        self._first().setFocus()

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        if self.meeting is not None:
            self._show()

    def focusInEvent(self, event: object) -> None:
        self._first().setFocus()

    def take_in(self) -> None:
        """Write what was chosen, as one step in the name of whoever gave it."""
        meeting = self.meeting
        if meeting is None or meeting.settled < len(meeting.conflicts):
            return
        if meeting.met.incoming:
            self.workspace.bring_in(meeting.edit(), meeting.credited)
        self.leave()

    def leave(self) -> None:
        """Away from here; what was not saved is forgotten."""
        self.meeting = None
        self.finished.emit()

    # What is shown

    def _first(self) -> QWidget:
        return self.conflicts if self.conflicts_model.rowCount() else self.fits

    def _show(self) -> None:
        meeting, plan = self.meeting, self.workspace.plan
        assert meeting is not None
        meeting.refresh(plan)
        since = since_words(plan, meeting.since)
        purpose = _("Both grew from the plan of {day}. Where both changed the same thing, you choose.")
        self._title.set_title(_("Two copies meet"), purpose.format(day=since))
        self._head.show_sides(self._side(meeting.mine_side), meeting.met.mine_changes,
                              self._side(meeting.their_side), len(meeting.met.incoming))  # fmt: skip
        self.conflicts_model.show(meeting)
        self.fits_model.show(meeting)
        self._tell()

    def _side(self, side: Side) -> Pane:
        plan = self.workspace.plan
        when = when_words(plan, side.when) if side.when else ""
        return Pane(side.author.name or _("Somebody"), voice_of_author(plan, side.author), when, side.where)

    def _tell(self) -> None:
        meeting = self.meeting
        assert meeting is not None
        fits, asked, settled = len(meeting.fits), len(meeting.conflicts), meeting.settled
        taken = sum(meeting.choice(one) != "mine" for one in meeting.fits)
        said = _n("{n} change fits and is taken in.", "{n} changes fit together and are taken in.", taken)
        said = said.format(n=taken)
        if taken < fits:
            left = fits - taken
            said += " " + _n("{n} is left as it is.", "{n} are left as they are.", left).format(n=left)
        before = len(meeting.met.settled)
        if before:
            words = _n("{n} was settled before.", "{n} were settled before.", before)
            said += " " + words.format(n=before)
        self._again.setVisible(bool(before))
        self._fitting.setText(said)
        self._see.setVisible(bool(asked))
        self._meter.setVisible(bool(asked))
        self._settled.setVisible(bool(asked))
        words = _("{n} of {all} settled").format(n=settled, all=asked)
        self._settled.setText(words)
        self._meter.set_share(settled / asked if asked else 1.0, words)
        ready = settled == asked
        count = meeting.taken
        self.save.setEnabled(ready)
        self.save.setText(
            _("Save when all are settled") if not ready else _("Nothing to save, close") if not meeting.met.incoming
            else _("Save as it is settled") if not count
            else _n("Save {n} change", "Save {n} changes", count).format(n=count)
        )  # fmt: skip
        self.cell.emit("" if ready else _("Nothing is written until all are settled"), "")

    def _ask_again(self) -> None:
        """Put what was settled when the copy came before up for choice once more."""
        if self.meeting is not None:
            self.meeting.again = True
            self.meet(self.meeting)

    def _turn_fits(self) -> None:
        shown = self._fits_card.isHidden()
        self._fits_card.setVisible(shown)
        self._see.setText(_("Hide them") if shown else _("See them"))

    # What is chosen

    def _chosen(self, key: str, choice: Choice | None) -> None:
        if self.meeting is not None:
            self.meeting.choose(self.conflicts_model.one(key), choice)
            self.conflicts_model.tell_rows([key])
            self._tell()

    def _turn(self, key: str) -> None:
        one = self.fits_model.one(key)
        if self.meeting is not None and one is not None:
            self.meeting.choose(one, "theirs" if self.meeting.choice(one) == "mine" else "mine")
            self.fits_model.tell_rows([key])
            self._tell()
