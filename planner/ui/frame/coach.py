"""The right side: questions to ask, findings here, and what was changed lately; or a rail of three icons."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.frame.items import ComparedItem, FindingItem, QuestionItem, RecentItem
from planner.ui.parts.button import IconButton
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import draw_text, flat, painter
from planner.ui.theme import theme

if TYPE_CHECKING:
    from planner.ui.frame.coachbody import CoachBody
    from planner.ui.parts.coachcards import QuestionCard

FULL, RAIL = 304, 48


class Coach(QWidget):
    """Open it is 304 wide, folded 48 with counts, so that findings stay noticed."""

    spoken_as = "Grouping"
    showFinding = Signal(object)
    presentQuestion = Signal(object)
    answerQuestion = Signal(object)
    askAgain = Signal(object)
    historyRequested = Signal()
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
        self._fold.clicked.connect(self.foldRequested)
        for button, section in zip(self._rail, ("questions", "findings", "recent"), strict=True):
            button.setProperty("section", section)
            button.clicked.connect(self._open_at)
        self._body: CoachBody | None = None

    @property
    def _filled(self) -> "CoachBody":
        """What stands under the heading; made with the first thing to say, which is after the first paint."""
        if self._body is None:
            from planner.ui.frame.coachbody import CoachBody

            self._body = CoachBody(self)
            self._body.presentQuestion.connect(self.presentQuestion)
            self._body.showFinding.connect(self.showFinding)
            self._body.answerQuestion.connect(self.answerQuestion)
            self._body.askAgain.connect(self.askAgain)
            self._body.historyRequested.connect(self.historyRequested)
            self._body.setVisible(not self._folded)
            self._arrange()
        return self._body

    def set_questions(self, items: Sequence[QuestionItem]) -> None:
        self._filled.set_questions(items)
        self._rail[0].set_badge(sum(item.state in ("open", "asked") for item in items))

    def set_findings(self, items: Sequence[FindingItem]) -> None:
        self._filled.set_findings(items)
        open_ones = [item for item in items if item.level != "fine"]
        levels = [item.level for item in open_ones]
        worst = "fix" if "fix" in levels else "look" if "look" in levels else "note"
        self._rail[1].set_badge(len(open_ones), worst)

    def set_recent(self, items: Sequence[RecentItem]) -> None:
        self._filled.set_recent(items)

    def set_compared(self, items: Sequence[ComparedItem]) -> None:
        self._filled.set_compared(items)

    def card(self, key: object) -> "QuestionCard | None":
        """The card of a question that is to be asked."""
        return self._filled.card(key)

    def bring_into_sight(self, key: object) -> None:
        """Scroll until the whole card of a question is seen."""
        self._filled.bring_into_sight(key)

    def _open_at(self) -> None:
        section = self.sender().property("section")
        self.foldRequested.emit()
        if not self._folded:
            self._filled.focus_section(section)

    @property
    def folded(self) -> bool:
        return self._folded

    def set_folded(self, folded: bool, floating: bool = False) -> None:
        """The frame decides; `floating` when it lies over the content."""
        self._folded, self._floating = folded, floating
        self._fold.set_icon("caret-double-left" if folded else "caret-double-right")
        self._fold.set_name(_("Open the coach") if folded else _("Fold the coach"), _("Ctrl period"))
        if self._body is not None:
            self._body.setVisible(not folded)
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
        if self._body is not None:
            self._body.setGeometry(0, 66, self.width(), max(0, self.height() - 66))
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
