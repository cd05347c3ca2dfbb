"""Chapter 12: how far the sides plan together, what is still open, what each promises, and who has signed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.calc import signing
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.edits.signing import ReopenPlan, TakeSignatureBack
from planner.model.plan import TABLES, Plan
from planner.ui.page import Page
from planner.ui.pages import BY_KEY
from planner.ui.pages.agreement.board import PromiseBoard
from planner.ui.pages.agreement.changes import ChangesDialog
from planner.ui.pages.agreement.figures import score_of, score_parts, signature_of
from planner.ui.pages.agreement.findings import FindingCard
from planner.ui.pages.agreement.pulse import PulseCard, PulseDialog
from planner.ui.pages.agreement.score import ScoreCard
from planner.ui.pages.agreement.sign import SignDialog, SignFoot
from planner.ui.pages.agreement.trace import story
from planner.ui.pages.tables_dialog import TablesDialog
from planner.ui.parts.button import Button
from planner.ui.parts.card import Line, Paper
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.chip import Chip
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.focus import point_at
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.trace import Trace
from planner.ui.parts.tracesheet import TraceSheet
from planner.ui.voices import name_of_person
from planner.ui.workspace import Workspace

_SIDE_BY_SIDE_FROM = 900
_HIGH = 287  # three findings, whole
_BY_HAND = ("pulse", "signoff", "waiver")


class AgreementPage(Page):
    """The score, the findings, the promises in halves and the signatures under them."""

    key = "agreement"
    watches = frozenset(TABLES)  # the score and the findings follow from the whole plan

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.score = ScoreCard()
        self.score.actionsAsked.connect(self._to_activities)
        self.findings = FindingCard(workspace, self)
        self.findings.showAsked.connect(self.showAsked)
        self.board = PromiseBoard(workspace, self)
        self.pulse = PulseCard()
        self.pulse.taken.connect(self.take_pulse)
        self.feet = {"marketing": SignFoot("marketing"), "sales": SignFoot("sales")}
        grid = self.board.main.grid
        grid.addWidget(Line(), 2, 0, 1, 3)
        for place, foot in enumerate(self.feet.values()):
            grid.addWidget(foot, 3, 2 * place)
            foot.signAsked.connect(self.sign)
            foot.backAsked.connect(self._take_back)
            foot.changesAsked.connect(self.show_changes)
        grid.addWidget(Line(upright=True), 3, 1)
        self._lay_out()
        self._results: Results | None = None
        self.trace = TraceSheet(self._find_trace, self)
        self.trace.rowAsked.connect(self.showAsked)
        for card in (self.score, self.findings):
            card.traced.connect(self.trace.open_trace)

    def _find_trace(self, key: str) -> Trace | None:
        return story(self._results, key) if self._results is not None else None

    def _lay_out(self) -> None:
        chapter = BY_KEY[self.key]
        self._locked = Chip("", "note.tint", "note.text", icon="lock-simple", weight="fill")
        self._reopen = Button(_("Open it again"), icon="lock-simple-open")
        self._reopen.clicked.connect(self.reopen)
        head = ChapterHead(_(chapter.title), _(chapter.purpose))
        export = Button(_("Export agreement"), icon="export")
        export.clicked.connect(self.export)
        for action in (self._locked, self._reopen, export):
            head.add_action(action)
        self._upper = QGridLayout()
        self._upper.setSpacing(24)
        upper = Paper()
        upper.setLayout(self._upper)
        self._upper.setContentsMargins(32, 4, 32, 24)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(upper)
        column.addWidget(self.board)
        below = QVBoxLayout()
        below.setContentsMargins(32, 0, 32, 16)
        below.addWidget(self.pulse)
        column.addLayout(below)
        column.addLayout(self._all_by_hand())
        column.addStretch(1)
        self._scroll = Scroll(content)
        self.body = ChapterBody(self, head, self._scroll, make_empty=self._empty_page)
        self._columns = 0
        self._place_upper()

    def _empty_page(self) -> EmptyPage:
        empty = EmptyPage(
            _("Nobody has promised anything yet."),
            _("What each side promises the other, with a measure, and what follows if it is missed. Then both sign."),
            _("Add the first promise"),
            _("or start with the two that most teams need"),
            "shared",
        )
        empty.started.connect(self.add_new)
        empty.alternative.connect(self.board.start_with_two)
        return empty

    def export(self) -> None:
        """What is agreed, as a workbook, on paper and in charts."""
        self.commandAsked.emit("export_plan")

    def _all_by_hand(self) -> QHBoxLayout:
        link = Button(_("Pulse answers, signatures and waivers"), "link", icon="list-checks", size="small")
        link.clicked.connect(self.open_tables)
        row = QHBoxLayout()
        row.setContentsMargins(32, 0, 32, 24)
        row.addWidget(link)
        row.addStretch(1)
        return row

    def _place_upper(self) -> None:
        """The findings stand beside the score where there is room, else under it."""
        columns = 2 if self.width() - 64 >= _SIDE_BY_SIDE_FROM else 1
        if columns == self._columns:
            return
        self._columns = columns
        for card in (self.score, self.findings):
            self._upper.removeWidget(card)
            card.setFixedHeight(_HIGH)
        self._upper.addWidget(self.score, 0, 0)
        self._upper.addWidget(self.findings, 2 - columns, columns - 1)
        self._upper.setColumnStretch(0, 62)
        self._upper.setColumnStretch(1, 38 if columns == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_upper()

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self._results = results
        self.trace.follow_plan()
        filled = bool(len(plan.commitments) or len(plan.signoffs))
        self.body.show_filled(self.is_awaited or filled)
        if not filled:
            self._locked.hide()
            self._reopen.hide()
            return
        signed = {half: self.workspace.plan_after(row.edit) for half, row in signing.signatures(plan).items()}
        agreed = signing.baseline(plan)
        self.score.show_score(
            score_of(plan, results, signed.get((agreed.function or "") if agreed else "")), score_parts(plan, results)
        )
        self.findings.show_plan(plan, results)
        self.board.show_plan(plan, results)
        self.pulse.show_plan(plan)
        for half, foot in self.feet.items():
            foot.show_signature(signature_of(plan, half, signed.get(half)), self.board.main.open_count)
        locked = signing.is_locked(plan)
        version = plan.facts.version
        self._locked.setText(_("Locked as version {version}").format(version=version) if version else _("Locked"))
        self._locked.setVisible(locked)
        self._reopen.setVisible(locked)

    # Signing

    def sign(self, half: str) -> None:
        """Ask who signs for a half."""
        count = self.board.main.open_count
        note = _n("{n} promise still open is noted.", "{n} promises still open are noted.", count).format(n=count)
        dialog = SignDialog(self.workspace, "marketing" if half == "marketing" else "sales", note if count else "")
        dialog.open_over(self.window(), dialog.first)

    def _take_back(self, id: str) -> None:
        self.workspace.apply(TakeSignatureBack(id))

    def reopen(self) -> None:
        """Start the next version."""
        self.workspace.apply(ReopenPlan())

    def show_changes(self, id: str) -> None:
        """What has changed since a signature."""
        plan = self.workspace.plan
        row = plan.signoffs.get(id)
        signed = self.workspace.plan_after(row.edit) if row else None
        if row is None or signed is None:
            return
        day = self.feet[row.function or "sales"].day
        ChangesDialog(plan, signed, name_of_person(plan, row.person), day).open_over(self.window())

    def take_pulse(self) -> None:
        """Everybody answers the twelve statements, one after the other."""
        dialog = PulseDialog(self.workspace)
        dialog.open_over(self.window(), dialog.board)

    # Page

    def _to_activities(self) -> None:
        self.showAsked.emit("activities", None)

    def open_tables(self) -> TablesDialog:
        """Answers of the pulse, and every signature and waiver with all its fields."""
        dialog = TablesDialog(self.workspace, _("Pulse, signatures, waivers"), _BY_HAND)
        dialog.open_over(self.window())
        return dialog

    def add_new(self) -> None:
        self.board.add_for_author()

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        plan = self.workspace.plan
        if row_id in plan.commitments:
            view = self.board.list_of(row_id)
            if view is not None:
                view.take(row_id)
                self._scroll.ensureWidgetVisible(view, 0, 80)
                view.setFocus()
            if field is not None and field != "accepted_by":
                self.board.open_row(row_id, field)
        elif row_id in plan.signoffs:
            half = plan.signoffs[row_id].function
            foot = self.feet.get(half or "")
            if foot is None or foot.signature != row_id:
                return self.open_tables().show_row("signoff", row_id, field)
            self._scroll.ensureWidgetVisible(foot, 0, 24)
            point_at(foot)
        elif row_id in plan.waivers and self.findings.take_waiver(row_id):
            self._scroll.ensureWidgetVisible(self.findings, 0, 24)
            self.findings.list.setFocus()
        elif row_id in plan.waivers or row_id in plan.pulses:
            return self.open_tables().show_row("waiver" if row_id in plan.waivers else "pulse", row_id, field)
        else:
            return False
        return True
