"""The right side: questions to ask, findings here, and what was changed lately; or a rail of three icons."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.frame.items import FindingItem, QuestionItem, RecentItem
from planner.ui.parts.button import IconButton
from planner.ui.parts.card import Line
from planner.ui.parts.coachcards import FindingRow, HistoryEntry, QuestionCard
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import draw_text, flat, painter
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.theme import theme

FULL, RAIL = 304, 48


class Coach(QWidget):
    """Open it is 304 wide, folded 48 with counts, so that findings stay noticed."""

    showFinding = Signal(object)
    presentQuestion = Signal(object)
    foldRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Coach"))
        self._folded = False
        self._floating = False
        self._fold = IconButton("caret-double-right", _("Fold the coach"), parent=self)
        self._rail = (
            IconButton("chat-circle-dots", _("Questions to ask"), side=36, glyph=18, tone="ink", parent=self),
            IconButton("flag", _("Findings here"), side=36, glyph=18, tone="ink", parent=self),
            IconButton("clock-counter-clockwise", _("Recent"), side=36, glyph=18, tone="ink", parent=self),
        )
        for button in (self._fold, *self._rail):
            button.clicked.connect(self.foldRequested)
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
        self._scroll = Scroll(content, self)
        self.set_questions([])
        self.set_findings([])
        self.set_recent([])

    def set_questions(self, items: Sequence[QuestionItem]) -> None:
        cards = [QuestionCard(item.text, item.asked, item.voice, item.key) for item in items]
        for card in cards:
            card.present.connect(self.presentQuestion)
        self._questions.fill(cards, _("No question here. Ask what you would want to know."))
        self._rail[0].set_badge(len(items))

    def set_findings(self, items: Sequence[FindingItem]) -> None:
        rows: list[QWidget] = []
        for item in items:
            if rows:
                rows.append(Line(start=28))
            row = FindingRow(item.level, item.text, item.key, can_show=item.key is not None)
            row.show_it.connect(self.showFinding)
            rows.append(row)
        self._findings.fill(rows, _("Nothing yet. Findings appear as the page fills."))
        open_ones = [item for item in items if item.level != "fine"]
        levels = [item.level for item in open_ones]
        worst = "fix" if "fix" in levels else "look" if "look" in levels else "note"
        self._rail[1].set_badge(len(open_ones), worst)

    def set_recent(self, items: Sequence[RecentItem]) -> None:
        entries = [HistoryEntry(item.name, item.voice, item.when, item.what) for item in items]
        self._recent.fill(entries, _("Nobody has changed anything yet."))

    @property
    def folded(self) -> bool:
        return self._folded

    def set_folded(self, folded: bool, floating: bool = False) -> None:
        """The frame decides; `floating` when it lies over the content."""
        self._folded, self._floating = folded, floating
        self._fold.set_icon("caret-double-left" if folded else "caret-double-right")
        self._fold.set_name(_("Open the coach") if folded else _("Fold the coach"), _("Ctrl period"))
        self._scroll.setVisible(not folded)
        for button in self._rail:
            button.setVisible(folded)
        self._arrange()

    def focus_first(self) -> None:
        by_keyboard(self._fold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._floating and not self._folded:
            self.foldRequested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left = (self.width() - 32) // 2 if self._folded else self.width() - 24 - 24
        self._fold.setGeometry(left, 16, 32, 32)
        for place, button in enumerate(self._rail):
            button.setGeometry(6, 64 + 56 * place, 36, 36)
        self._scroll.setGeometry(0, 66, self.width(), max(0, self.height() - 66))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        flat(p, self.rect(), now.well)
        flat(p, QRectF(0, 0, 1, self.height()), now.hairline)
        if self._folded:
            flat(p, QRectF(12, 52, self.width() - 24, 1), now.hairline_strong)
        else:
            draw_text(p, QRectF(24, 19, 200, 28), _("Coach"), "card")


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
