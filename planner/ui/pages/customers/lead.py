"""What both halves agree on: what a good lead is, and whom nobody chases."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from planner.i18n import _
from planner.model.edits import SetFields
from planner.model.edits.customers import AgreeGoodLead, SetGoodLead
from planner.model.plan import SINGLETONS, Plan
from planner.ui.icons import draw_icon
from planner.ui.pages.customers.card import FactLine
from planner.ui.parts.button import IconButton
from planner.ui.parts.card import Card
from planner.ui.parts.halves import HalvesFoot
from planner.ui.parts.paint import painter
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace


class GoodLeadCard(Card):
    """The words in the middle, and a half for each side that agrees to them; other words are agreed anew.

    E edits the words, M and S give or take back the agreement of marketing and of sales.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.words = FactLine("good_lead", "", "quote", 6)
        self.words.asked.connect(self.edit)
        self.halves = HalvesFoot()
        self.halves.setMinimumHeight(64)
        self.halves.setFixedHeight(64)
        self.halves.setCursor(Qt.CursorShape.PointingHandCursor)
        self.halves.sideClicked.connect(self._agree)
        self.pencil = IconButton("pencil-simple", _("Edit what a good lead is"), side=28, glyph=14)
        self.pencil.clicked.connect(self.edit)
        head = QHBoxLayout()
        head.addWidget(Text(_("A good lead is"), "card", lines=1), 1)
        head.addWidget(self.pencil)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 10, 16, 12)
        inside.setSpacing(2)
        inside.addLayout(head)
        inside.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addStretch(1)
        column.addWidget(self.halves)

    def show_plan(self, plan: Plan) -> None:
        """Show what this plan calls a good lead, and who agrees."""
        facts = plan.facts
        self.words.show_words(facts.good_lead or "", _("Not agreed yet. Both halves have to mean the same by it."))
        agreed = facts.good_lead_agreed_by
        self.halves.set_halves(
            (_("Marketing agrees"), "") if "marketing" in agreed else ("", _("Click when marketing agrees")),
            (_("Sales agrees"), "") if "sales" in agreed else ("", _("Click when sales agrees")),
        )
        self.setAccessibleName(_("A good lead is: {words}").format(words=facts.good_lead or _("not agreed yet")))
        self.setAccessibleDescription(self.halves.accessibleName())

    def edit(self) -> None:
        """Type the words where they stand."""
        self.words.edit(self._keep, self._workspace.plan.facts.good_lead or "")

    def _keep(self, text: str) -> bool:
        if text == (self._workspace.plan.facts.good_lead or ""):
            return True
        return self._workspace.apply(SetGoodLead(text)) is not None

    def _agree(self, side: str) -> None:
        if self._workspace.plan.facts.good_lead:
            self._workspace.apply(AgreeGoodLead(side))
        else:
            self.edit()  # there is nothing to agree with before it is written down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_M.value: "marketing", Qt.Key.Key_S.value: "sales"}.get(event.key())
        if side and not event.modifiers():
            self._agree(side)
        elif event.key() in (Qt.Key.Key_E, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        else:
            super().keyPressEvent(event)


class _No(QLabel):
    """The sign for what is left alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(painter(self), "prohibit", QRectF(0, 4, 20, 20), "fix.fill")


class ExclusionCard(Card):
    """Whom nobody chases. E or Enter edits it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.words = FactLine("exclusion", "", "quote", 8)
        self.words.asked.connect(self.edit)
        self.pencil = IconButton("pencil-simple", _("Edit who we do not chase"), side=28, glyph=14)
        self.pencil.clicked.connect(self.edit)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(_No())
        head.addWidget(Text(_("Who we do not chase"), "card", lines=1), 1)
        head.addWidget(self.pencil)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 16, 14)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show the rule of this plan."""
        rule = plan.facts.exclusion or ""
        self.words.show_words(rule, _("Where do we lose time with people who will never buy?"))
        self.setAccessibleName(_("Who we do not chase: {words}").format(words=rule or _("not said yet")))

    def edit(self) -> None:
        """Type the rule where it stands."""
        self.words.edit(self._keep, self._workspace.plan.facts.exclusion or "")

    def _keep(self, text: str) -> bool:
        if text == (self._workspace.plan.facts.exclusion or ""):
            return True
        return self._workspace.apply(SetFields("facts", SINGLETONS["facts"], {"exclusion": text})) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_E, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        else:
            super().keyPressEvent(event)
