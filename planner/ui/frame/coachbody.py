"""What the coach says: questions to ask, findings here, and what was changed lately."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.frame.items import FindingItem, QuestionItem, RecentItem
from planner.ui.parts.card import Line
from planner.ui.parts.coachcards import FindingRow, HistoryEntry, QuestionCard
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text


class CoachBody(Scroll):
    """Three sections under each other."""

    showFinding = Signal(object)
    presentQuestion = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(0)
        self._questions = _Section(_("Questions to ask"), 10, 8)
        self._findings = _Section(_("Findings here"), 6, 7)
        self._recent = _Section(_("Recent"), 11, 11)
        for section in (self._questions, self._findings, self._recent):
            column.addWidget(section)
            column.addSpacing(28)
        column.addStretch(1)
        super().__init__(content, parent)
        self.set_questions([])
        self.set_findings([])
        self.set_recent([])

    def set_questions(self, items: Sequence[QuestionItem]) -> None:
        cards = [QuestionCard(item.text, item.asked, item.voice, item.key) for item in items]
        for card in cards:
            card.present.connect(self.presentQuestion)
        self._questions.fill(cards, _("No question here. Ask what you would want to know."))

    def set_findings(self, items: Sequence[FindingItem]) -> None:
        rows: list[QWidget] = []
        for item in items:
            if rows:
                rows.append(Line(start=28))
            row = FindingRow(item.level, item.text, item.key, can_show=item.key is not None)
            row.show_it.connect(self.showFinding)
            rows.append(row)
        self._findings.fill(rows, _("Nothing yet. Findings appear as the page fills."))

    def set_recent(self, items: Sequence[RecentItem]) -> None:
        entries = [HistoryEntry(item.name, item.voice, item.when, item.what) for item in items]
        self._recent.fill(entries, _("Nobody has changed anything yet."))


class _Section(QWidget):
    """A heading in overline and what stands under it."""

    def __init__(self, title: str, below: int, gap: int) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(below)
        outer.addWidget(Text(title, "overline", "muted", lines=1))
        self._column = QVBoxLayout()
        self._column.setSpacing(gap)
        outer.addLayout(self._column)
        self._shown: list[QWidget] = []

    def fill(self, widgets: Sequence[QWidget], empty: str) -> None:
        """Replace the content; with nothing to show, a muted sentence stands there."""
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = list(widgets) or [Text(empty, "small", "muted")]
        for widget in self._shown:
            self._column.addWidget(widget)
