"""Chapter 7: what the agency has to know, what it asked, and whether both read the same brief."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.brief import CLASSIC
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.plan import Plan
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.brief.hands import BriefHands
from planner.ui.pages.brief.headings import HeadingsCard, HeadingSheet
from planner.ui.pages.brief.questions import QuestionsCard, kickoff_questions
from planner.ui.pages.brief.score import ScoreCard, ScoreDialog
from planner.ui.pages.brief.strip import BriefStrip
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.focus import by_keyboard, point_at
from planner.ui.parts.scroll import Scroll
from planner.ui.workspace import Workspace

_WIDEST = 1120
_SIDE_BY_SIDE = 1010  # the width of the page from which headings and scores stand beside each other
_ROOM_FOR_PURPOSE = 990
_HEADING_OF = {name: heading for heading, names in CLASSIC.items() for name in names}


class BriefPage(Page):
    """The strip, the eight headings beside the two-sided score, and the question register."""

    key = "brief"
    watches = frozenset(
        {
            "brief", "approval", "question", "brief_score", "brief_section", "person", "facts", "goal", "segment",
            "activity", "budget_line", "amount",
        }
    )  # fmt: skip

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.strip = BriefStrip()
        self.headings = HeadingsCard()
        self.headings.asked.connect(self.open_heading)
        self.scores = ScoreCard()
        self.questions = QuestionsCard(workspace, self)
        self.questions.expandedChanged.connect(self._place_cards)
        self.questions.handChanged.connect(self.cell)
        self.hands = BriefHands(workspace, self.strip, self)
        self._lay_out()
        self.heading_sheet = HeadingSheet(workspace, self)
        self.heading_sheet.closed.connect(self._back)

    def _lay_out(self) -> None:
        chapter = BY_KEY[self.key]
        head = self._head = ChapterHead(_(chapter.title), _(chapter.purpose), _WIDEST)
        score = Button(_("Score it blind"), icon="eye-slash")
        score.clicked.connect(self.score)
        ask = Button(_("Ask a question"), "primary", icon="plus", voice="agency")
        ask.clicked.connect(self.add_new)
        head.add_action(score)
        head.add_action(ask)
        self._middle = Paper()
        self._pair = QHBoxLayout(self._middle)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(24)
        self._pair.addWidget(self.headings, 17)
        self._pair.addWidget(self.scores, 20)
        paper = self._paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 4, 32, 12)
        column.setSpacing(14)
        column.addWidget(self.strip)
        column.addWidget(self._middle)
        column.addWidget(self.questions)
        column.addStretch(1)
        self._column = column
        self._scroll = Scroll(paper)
        self.body = ChapterBody(self, head, self._scroll, make_empty=self._empty_page)

    def _empty_page(self) -> EmptyPage:
        count = len(kickoff_questions())
        empty = EmptyPage(
            _("The brief starts with a question."),
            _(
                "An agency that asks nothing is guessing. Write the first thing you would need to know. Marketing and "
                "sales answer it here, and the answer goes into the brief."
            ),
            _("Write the first question"),
            _n("or start from {n} kickoff question", "or start from {n} kickoff questions", count).format(n=count),
            "agency",
        )
        empty.started.connect(self.add_new)
        empty.alternative.connect(self.questions.ask_kickoff)
        return empty

    # What is shown

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self.body.show_filled(self.is_awaited or bool(len(plan.briefs) or len(plan.questions)))
        self._say_purpose()
        brief = self.hands.brief
        self.strip.show_brief(plan, brief)
        self.headings.show_brief(plan, results, brief)
        self.scores.show_brief(plan, brief.id if brief else None)
        self.questions.show_plan(plan)
        self.heading_sheet.show_plan(plan, results)
        self._paper.update()

    def _say_purpose(self) -> None:
        """What the chapter is for: before there is anything in it, and then."""
        chapter = BY_KEY[self.key]
        words = _(chapter.purpose)
        if not self.body.is_empty:
            words = _("What the agency has to know, what it asked, and whether both read the same brief.")
            if self.width() < _ROOM_FOR_PURPOSE:
                words = _("What the agency has to know, and what it has asked.")
        self._head.set_title(_(chapter.title), words)

    def _place_cards(self) -> None:
        """All questions take the page; else the scores stand beside the headings or, on a narrow page, at its end."""
        expanded = self.questions.expanded
        self._middle.setVisible(not expanded)
        self._column.setStretchFactor(self.questions, 1000 if expanded else 0)
        wide = self.width() >= _SIDE_BY_SIDE
        if wide and self.scores.parentWidget() is not self._middle:
            self._pair.addWidget(self.scores, 20)
        elif not wide and self.scores.parentWidget() is self._middle:
            self._column.insertWidget(self._column.indexOf(self.questions) + 1, self.scores)
        self.scores.set_slim(not wide)
        self.scores.setVisible(wide or not expanded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        self._column.setContentsMargins(32, 4, 32 + spare, 12)
        self._say_purpose()
        self._place_cards()

    # Hands

    def open_heading(self, heading: str, field: str | None = None) -> None:
        """Write under a heading; without a brief one is started."""
        brief = self.hands.brief
        id = brief.id if brief else self.hands.start()
        if id is not None:
            self.heading_sheet.open_heading(id, heading, field)

    def score(self) -> None:
        """Score the brief blind, one person after the other."""
        brief = self.hands.brief
        id = brief.id if brief else self.hands.start()
        if id is not None:
            dialog = ScoreDialog(self.workspace, id)
            dialog.open_over(self.window(), dialog.board)

    def _back(self) -> None:
        self.headings.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.questions.expanded:
            self.questions.expand(False)
        else:
            super().keyPressEvent(event)

    # Page

    def add_new(self) -> None:
        self.questions.ask()

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        if self.questions.show_question(row_id, field):
            self._scroll.ensureWidgetVisible(self.questions, 0, 24)
            return True
        row = plan.briefs.get(row_id) or plan.approvals.get(row_id) or plan.brief_scores.get(row_id)
        section = plan.brief_sections.get(row_id)
        if row is None and section is None:
            return False
        brief = plan.briefs.get(row_id) or plan.briefs.get(getattr(section or row, "brief", None))
        if brief is not None:
            self.hands.go_to(brief.id)
        self.questions.expand(False)
        if section is not None:
            self._show_heading(section.heading or "", "text")
        elif row_id in plan.approvals:
            by_keyboard(self.strip.version)
        elif row_id in plan.brief_scores:
            self._scroll.ensureWidgetVisible(self.scores, 0, 24)
            point_at(self.scores.bars, 6)
        else:
            self._show_field(field)
        return True

    def _show_field(self, field: str | None) -> None:
        """Where a field of the brief is changed."""
        cells = {"propositions": self.strip.proposition, "final_approvers": self.strip.approver,
                 "version": self.strip.version}  # fmt: skip
        if field in _HEADING_OF:
            self._show_heading(_HEADING_OF[field], field)
        else:
            self._scroll.ensureWidgetVisible(self.strip, 0, 24)
            by_keyboard(cells.get(field or "", self.strip.proposition))

    def _show_heading(self, heading: str, field: str | None) -> None:
        self._scroll.ensureWidgetVisible(self.headings, 0, 24)
        self.headings.list.take(heading)
        self.open_heading(heading, None if field == "text" else field)
