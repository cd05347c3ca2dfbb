"""What the coach says: questions to ask, findings here, and what was changed lately."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.ui.frame.items import ComparedItem, FindingItem, QuestionItem, RecentItem
from planner.ui.parts.button import Button
from planner.ui.parts.coachcards import AnsweredQuestion, FindingRow, HistoryEntry, QuestionCard
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import RIGHT
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text

_QUESTIONS, _FINDINGS = 3, 8
SECTIONS = ("questions", "findings", "recent")


class CoachBody(Scroll):
    """Three sections under each other. What stays the same keeps its widget, and so the keyboard and what is typed."""

    showFinding = Signal(object)
    presentQuestion = Signal(object)
    answerQuestion = Signal(object)
    askAgain = Signal(object)
    historyRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(0)
        self._questions = _Section(_("Questions to ask"), 10, 8)
        self._done = _Section("", 0, 12)
        self._findings = _Section(_("Findings here"), 6, 7)
        self._recent = _Section(_("Recent"), 11, 11)
        self._compared = _Section("", 0, 14)
        for section in (self._questions, self._done, self._findings, self._recent, self._compared):
            column.addWidget(section)
            column.addSpacing(8 if section is self._questions else 28)
        history = Button(_("The whole history"), "link", size="small")
        self._recent.add_foot(history)
        column.addStretch(1)
        super().__init__(content, parent)
        history.clicked.connect(self.historyRequested)
        self._wanted: object = None
        self.set_questions([])
        self.set_findings([])
        self.set_recent([])
        self.set_compared([])

    def set_questions(self, items: Sequence[QuestionItem]) -> None:
        """Those to ask as cards, those that are done with folded away below."""
        ask = [item for item in items if item.state in ("open", "asked")]
        done = [item for item in items if item.state not in ("open", "asked")]
        answered = sum(item.state == "answered" for item in items)
        said = _("{n} of {all} answered").format(n=answered, all=len(items)) if items else ""
        self._questions.set_note(said)
        empty = _("Every question here has been asked.") if items else _("Ask what you would want to know.")
        more = _n("{n} more question", "{n} more questions", len(ask) - _QUESTIONS).format(n=len(ask) - _QUESTIONS)
        self._questions.fill([(item, self._card) for item in ask], empty, _QUESTIONS, more)
        asked = _n("{n} asked already", "{n} asked already", len(done)).format(n=len(done))
        self._done.fill([(item, self._answered) for item in done], "", 0, asked)
        self._done.setVisible(bool(done))

    def card(self, key: object) -> QuestionCard | None:
        """The card of a question that is to be asked; None for another one."""
        found = [card for card in self.findChildren(QuestionCard) if card.property("key") == key]
        return next((card for card in found if not card.isHidden()), None)

    def bring_into_sight(self, key: object) -> None:
        """Scroll until the whole card of a question is seen, its form included."""
        self._wanted = key
        QTimer.singleShot(0, self, self._bring)  # what is new has its place when the layouts have run

    def _bring(self) -> None:
        card = self.card(self._wanted)
        if card is not None:
            self.ensureWidgetVisible(card, 0, 12)

    def _card(self, item: QuestionItem) -> QWidget:
        asked = _("{asked}, no answer yet").format(asked=item.asked) if item.state == "asked" else item.asked
        card = QuestionCard(item.text, asked, item.voice, item.key)
        card.setProperty("key", item.key)
        card.present.connect(self.presentQuestion)
        card.answer.connect(self.answerQuestion)
        return card

    def _answered(self, item: QuestionItem) -> QWidget:
        again = _("Add an answer") if item.state == "answered" else _("Skipped. Ask again")
        row = AnsweredQuestion(item.text, item.answers, again, item.key)
        row.again.connect(self.askAgain)
        return row

    def set_findings(self, items: Sequence[FindingItem]) -> None:
        empty = _("Nothing open here. What is missing or clashes appears as the page fills.")
        more = _n("{n} more finding", "{n} more findings", len(items) - _FINDINGS).format(n=len(items) - _FINDINGS)
        self._findings.fill([(item, self._finding) for item in items], empty, _FINDINGS, more)

    def _finding(self, item: FindingItem) -> QWidget:
        row = FindingRow(item.level, item.text, item.key, can_show=item.key is not None)
        row.show_it.connect(self.showFinding)
        return row

    def set_recent(self, items: Sequence[RecentItem]) -> None:
        self._recent.fill([(item, self._entry) for item in items], _("Nobody has changed anything yet."))

    def _entry(self, item: RecentItem) -> QWidget:
        return HistoryEntry(item.name, item.voice, item.when, item.what)

    def set_compared(self, items: Sequence[ComparedItem]) -> None:
        """What others report, folded away until somebody asks."""
        self._compared.fill([(item, _compared) for item in items], "", 0, _("What others report"))
        self._compared.setVisible(bool(items))

    def focus_section(self, name: str) -> None:
        """Bring a section (questions, findings, recent) to the top and the keyboard to its first control."""
        section = dict(zip(SECTIONS, (self._questions, self._findings, self._recent), strict=True))[name]
        self.verticalScrollBar().setValue(section.y())
        first = next((one for one in section.findChildren(Button) if one.isVisible()), None)
        if first is not None:
            by_keyboard(first)


Make = Callable[..., QWidget]


def _compared(item: ComparedItem) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(item.text, "small", "ink"))
    column.addWidget(Text(item.source, "caption", "muted"))
    return both


class _Section(QWidget):
    """A heading in overline, what stands under it, and how many more there are."""

    def __init__(self, title: str, below: int, gap: int) -> None:
        super().__init__()
        self._title = title
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(below)
        head = QHBoxLayout()
        self._note = Text("", "caption", "muted", lines=1, align=RIGHT)
        if title:
            head.addWidget(Text(title, "overline", "muted", lines=1), 1)
            head.addWidget(self._note)
            outer.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(gap)
        outer.addLayout(self._column)
        self._more = Button(_("Show all"), "link", size="small")
        self._more.clicked.connect(self._open)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(0, 2, 0, 0)
        self.add_foot(self._more)
        outer.addLayout(self._foot)
        self._empty = Text("", "small", "muted")
        self._column.addWidget(self._empty)
        self._shown: dict[object, QWidget] = {}
        self._wanted: Sequence[tuple[object, Make]] = ()
        self._words: tuple[str, str] = "", ""
        self._first = 0
        self._opened = False

    def add_foot(self, widget: QWidget) -> None:
        """Something that always stands at the foot."""
        self._foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def set_note(self, text: str) -> None:
        """Words at the right of the heading."""
        self._note.setText(text)

    def fill(self, items: Sequence[tuple[object, Make]], empty: str, first: int = 0, more: str = "") -> None:
        """Show these items, each made by its function; with `more` words only the `first` ones until asked for all."""
        self._words = empty, more
        if [item for item, _make in items] != [item for item, _make in self._wanted]:
            self._wanted, self._first = items, first
            self._build()
        self._tell()

    def _build(self) -> None:
        limited = self._words[1] and not self._opened
        wanted = dict(self._wanted[: self._first] if limited else self._wanted)
        for item in [item for item in self._shown if item not in wanted]:
            old = self._shown.pop(item)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, (item, make) in enumerate(wanted.items()):
            widget = self._shown.get(item)
            if widget is None:
                widget = self._shown[item] = make(item)
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
                widget.show()

    def _tell(self) -> None:
        empty, more = self._words
        self._empty.setText(empty)
        self._empty.setVisible(not self._wanted and bool(empty))
        hidden = len(self._wanted) - self._first
        self._more.setVisible(bool(more) and hidden > 0)
        self._more.setText(_("Show fewer") if self._opened else more or _("Show all"))

    def _open(self) -> None:
        self._opened = not self._opened
        self._build()
        self._tell()
