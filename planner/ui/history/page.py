"""History: every edit with its author. Look at any moment, compare two, take one edit back, name a version."""

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.edits import AddRow
from planner.model.edits.takeback import TakeBack, obstacle
from planner.model.plan import TABLES, Plan
from planner.ui.history.changes import ChangesList, ChangesModel
from planner.ui.history.compared import Compared, compared
from planner.ui.history.entries import Entry, entries_of, moment_words, restored_here, row_codes
from planner.ui.history.filters import Filters
from planner.ui.history.model import Filter, HistoryModel
from planner.ui.history.rows import HistoryList
from planner.ui.history.strip import Strip
from planner.ui.jobs import Job, Progress
from planner.ui.page import Page
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.text import Text
from planner.ui.theme import VOICES
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.model.document import Document

_SOON = 120  # milliseconds after a marker moved
_FEW = 200  # rows of an edit that are looked through at once
_PATIENCE = 300  # milliseconds of comparing after which it says so


class HistoryPage(Page):
    """A page without a chapter number. `lookAt(record)` asks the window to show the plan as it was."""

    key: ClassVar[str] = "history"
    watches: ClassVar[frozenset[str]] = frozenset(TABLES)

    lookAt = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._entries: list[Entry] = []
        self._places: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._reason = ""
        self._looking: Job | None = None
        paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(18)
        purpose = _("Every edit with its author. Look at any moment, compare two, take one back.")
        head = ChapterHead(_("History"), purpose)
        self._name_it = Button(_("Name this moment"), icon="bookmark-simple")
        self._name_it.clicked.connect(self.name_moment)
        self._look = Button(_("Open the plan as it was"), icon="clock-counter-clockwise")
        self._look.clicked.connect(self.look)
        head.add_action(self._name_it)
        head.add_action(self._look)
        column.addWidget(head)
        self.strip = Strip()
        self.strip.moved.connect(self._moved)
        column.addWidget(self.strip)
        low = QHBoxLayout()
        low.setSpacing(24)
        low.addWidget(self._left(), 53)
        low.addWidget(self._right(), 47)
        column.addLayout(low, 1)
        self.setFocusProxy(self.list)  # arrows and Del are for the edits at once
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        self._compare_soon = QTimer(self)
        self._compare_soon.setSingleShot(True)
        self._compare_soon.setInterval(_SOON)
        self._compare_soon.timeout.connect(self._compare)
        self._comparing: Job | None = None
        self._left_open = False  # whether it was hidden before an answer came
        self._say_comparing = QTimer(self)
        self._say_comparing.setSingleShot(True)
        self._say_comparing.setInterval(_PATIENCE)
        self._say_comparing.timeout.connect(self._tell_comparing)

    def _left(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        self.filters = Filters()
        self.filters.changed.connect(self._filter)
        self.model = HistoryModel(self.workspace, self._version, self)
        self.list = HistoryList(self.model, self._version)
        self.list.chosen.connect(self._chosen)
        self.list.taken_back.connect(self.take_back)
        self.list.marker.connect(self._mark)
        self.list.filtering.connect(self._to_filter)
        self._nothing = Text("", "small", "muted")
        self._nothing.setContentsMargins(20, 8, 20, 8)
        column.addWidget(self.filters)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.copies = Button(_("Earlier copies of this file…"), "link", size="small")
        self.copies.clicked.connect(self._ask_for_copies)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 4, 20, 0)
        foot.addWidget(self.copies)
        foot.addStretch(1)
        column.addLayout(foot)
        return card

    def _right(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 14, 1, 16)
        column.setSpacing(6)
        title = QHBoxLayout()
        title.setContentsMargins(24, 0, 24, 0)
        title.addWidget(Text(_("What changed"), "card", lines=1), 1)
        self._count = Text("", "small", "muted", lines=1)
        title.addWidget(self._count)
        column.addLayout(title)
        self._between = Text("", "caption", "muted", lines=1)
        between = QHBoxLayout()
        between.setContentsMargins(24, 0, 24, 4)
        between.addWidget(self._between, 1)
        column.addLayout(between)
        self.changes = ChangesModel(self)
        self._changes_list = ChangesList(self.changes)
        column.addWidget(self._changes_list, 1)
        self._sentence = Text("", "small", "muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 0)
        foot.addWidget(self._sentence, 1)
        column.addLayout(foot)
        return card

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        """Read what is new of the history; the markers and the row in hand stay with their edits."""
        document = self.workspace.document
        if document is None:
            return
        at_end = not self._entries or self.strip.places["B"] == len(self._entries) - 1
        known = self._entries[-1].record.seq - 1 if self._entries and change is not None else 0
        new = entries_of(plan, document.history(known), document.touched(known))
        self._entries = [entry for entry in self._entries if entry.record.seq <= known] + new
        self._places = {entry.record.id: place for place, entry in enumerate(self._entries)}
        self._names = {version.edit: version.name or "" for version in plan.named_versions if version.edit}
        counts = Counter(entry.voice for entry in self._entries)
        self.filters.set_counts({voice: counts[voice] for voice in VOICES})
        self.strip.show_entries(plan, self._entries, self._names)
        last = len(self._entries) - 1
        first = self.strip.places["A"] if change is not None or known else self._first_moment()
        self.strip.set_markers(min(first, last), last if at_end else min(self.strip.places["B"], last))
        self._filter()
        self._compare_soon.start()

    def _first_moment(self) -> int:
        """Where A stands at first: at the last moment with a name, else where the last day began."""
        named = [self._places[edit] for edit in self._names if edit in self._places]
        last = len(self._entries) - 1
        if named := [place for place in named if place < last]:
            return max(named)
        if not self._entries:
            return -1
        today = self._entries[-1].at.date()
        return next((n for n in range(last, -1, -1) if self._entries[n].at.date() != today), -1)

    def _version(self, edit: str) -> str:
        return self._names.get(edit, "")

    def _filter(self) -> None:
        work, filters, document = self.workspace, self.filters, self.workspace.document
        hand = self.list.entry
        row = row_codes(work.plan).get(filters.words.casefold()) if filters.words else None
        edits = frozenset(document.edits_of(row)) if row and document is not None else None
        wanted = Filter(filters.voice, filters.chapter, filters.words, edits)
        self.model.show_entries(work.plan, self._entries, wanted, work.now())
        place = self.model.place_of(hand.record.id) if hand else -1
        place = place if place >= 0 else self.model.first()
        if place >= 0:
            self.list.set_in_hand(place)
        said = _("Nothing has been changed yet.") if not self._entries else _("No edit fits. Try fewer words.")
        self._nothing.setText(said)
        self._nothing.setVisible(not self.model.count)
        self.list.setVisible(bool(self.model.count))

    def _to_filter(self) -> None:
        by_keyboard(self.filters.field)

    def _ask_for_copies(self) -> None:
        self.commandAsked.emit("earlier_copies")

    # The edit in hand

    def _chosen(self, entry: Entry) -> None:
        document = self.workspace.document
        if document is None or self.workspace.past is not None:
            return
        label = entry.record.label
        if entry.rows <= _FEW:
            self._show_takeable(label, *_takeable(document, entry.record.id))
            return
        self.list.set_can_take_back(False)
        self._sentence.setText(_("Looking whether “{what}” can be taken back").format(what=label))
        self._looking = job = Job(lambda progress: (label, *_takeable(document, entry.record.id)), self)
        job.done.connect(self._looked)
        job.start()

    def _looked(self, found: tuple[str, str, str]) -> None:
        if self.sender() is self._looking:
            self._show_takeable(*found)

    def _show_takeable(self, label: str, reason: str, restores: str) -> None:
        """Whether an edit can be taken back by itself: why not, or what that restores."""
        self._looking = None
        self._reason = reason
        self.list.set_can_take_back(not reason)
        if reason:
            said = _("“{what}” cannot be taken back by itself. {why}").format(what=label, why=reason)
        else:
            said = _("Taking back “{what}” {restores}. Nothing after it depends on it.")
            said = said.format(what=label, restores=restores)
        self._sentence.setText(said)

    def take_back(self, entry: Entry) -> None:
        """Ask once, then put back what the edit changed, as an edit of whoever is at the keyboard."""
        document = self.workspace.document
        if document is None:
            return
        rows = document.rows_of(entry.record.id)
        said = _("This {restores}. It is an edit itself, in the name of {who}, and can be undone.").format(
            restores=restored_here(document.plan, rows), who=self.workspace.author.name or _("Somebody")
        )
        dialog = Dialog(_("Take back “{what}”?").format(what=entry.record.label), 440, lines=said)
        dialog.add_button(Button(_("Leave it")), None)
        yes = dialog.add_button(Button(_("Take back"), "primary"), entry)
        dialog.finished.connect(self._take_back)
        dialog.open_over(self.window(), yes)

    def _take_back(self, entry: Entry | None) -> None:
        document = self.workspace.document
        if entry is not None and document is not None:
            self.workspace.bring_in(TakeBack(document.rows_of(entry.record.id), entry.record.label))

    def look(self) -> None:
        """The plan as it was after the edit in hand."""
        if (entry := self.list.entry) is not None:
            self.lookAt.emit(entry.record)

    def name_moment(self) -> None:
        """Give the moment after the edit in hand a name."""
        entry = self.list.entry
        if entry is None:
            return
        when = moment_words(self.workspace.plan, entry.at)
        dialog = Dialog(_("Name this moment"), 440, lines=_("The plan as it was on {when}.").format(when=when))
        self._name_field = LineEdit("", _("Such as First draft"))
        dialog.body.addWidget(Field(_("Name"), self._name_field))
        dialog.add_button(Button(_("Cancel")), None)
        dialog.add_button(Button(_("Keep the name"), "primary"), entry)
        dialog.finished.connect(self._named)
        dialog.open_over(self.window(), self._name_field)

    def _named(self, entry: Entry | None) -> None:
        name = self._name_field.text().strip()
        if entry is None or not name:
            return
        values = {"name": name, "edit": entry.record.id, "by": self.workspace.author.id}
        self.workspace.apply(AddRow("named_version", values))

    # The two moments

    def _mark(self, marker: str, entry: Entry) -> None:
        self.strip.take(marker)
        self._moved(marker, self._places[entry.record.id])

    def _moved(self, marker: str, place: int) -> None:
        places = {**self.strip.places, marker: place}
        self.strip.set_markers(places["A"], places["B"])
        if place >= 0:
            row = self.model.place_of(self._entries[place].record.id)
            if row >= 0:
                self.list.set_in_hand(row)
        self._compare_soon.start()

    def _compare(self) -> None:
        """Find what differs between the two moments, the earlier one first; an older question is dropped."""
        document = self.workspace.document
        self.stop_comparing()
        if document is None or not self.isVisible():
            return  # asked again when the page is shown
        from_seq, to_seq = (self._seq(place) for place in sorted(self.strip.places.values()))
        early, late = document.earlier(from_seq), document.earlier(to_seq)
        by_seq = {entry.record.seq: (entry.who, entry.voice) for entry in self._entries}
        touched = document.last_touch(from_seq, to_seq)
        by = {key: by_seq[seq] for key, seq in touched.items() if seq in by_seq}

        def work(progress: Progress) -> Compared:
            return compared(early, late, by, progress)

        self._comparing = job = Job(work)
        job.done.connect(self._show_compared)
        job.start()
        self._say_comparing.start()

    def stop_comparing(self) -> None:
        """Nobody waits for what is being compared any more."""
        self._say_comparing.stop()
        if self._comparing is not None:
            self._comparing.stop()
            self._comparing = None

    def _tell_comparing(self) -> None:
        self._count.setText("")
        self._between.setText(_("Comparing A and B"))

    def _show_compared(self, found: Compared) -> None:
        if self.sender() is not self._comparing:
            return
        self._say_comparing.stop()
        self._comparing = None
        self.changes.show(found)
        count = found.count
        self._count.setText(_n("{n} field", "{n} fields", count).format(n=count) if count else "")
        first = "A" if self.strip.places["A"] <= self.strip.places["B"] else "B"
        second = "B" if first == "A" else "A"
        said = _("From {first} ({a}) to {second} ({b})") if count else _("Nothing differs between A and B.")
        words = {"first": first, "a": self.strip.label(first), "second": second, "b": self.strip.label(second)}
        self._between.setText(said.format(**words))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._left_open = self._comparing is not None or self._compare_soon.isActive()
        self.stop_comparing()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._left_open:
            self._compare_soon.start()

    def _seq(self, place: int) -> int:
        return self._entries[place].record.seq if place >= 0 else 0


def _takeable(document: "Document", edit_id: str) -> tuple[str, str]:
    """Why an edit cannot be taken back by itself, else empty; and what taking it back restores, in words."""
    rows, plan = document.rows_of(edit_id), document.plan
    reason = obstacle(plan, rows)
    return reason, "" if reason else restored_here(plan, rows)
