"""The sheets of the context: the four of the SWOT, the situation, the ground rules, what is parked."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from planner.i18n import _, mark
from planner.model.plan import Plan
from planner.ui.pages.context.figures import note_faces
from planner.ui.pages.context.notes import RING, NoteLines
from planner.ui.parts.button import IconButton
from planner.ui.parts.card import Card
from planner.ui.parts.paint import painter
from planner.ui.parts.text import Text
from planner.ui.theme import theme
from planner.ui.workspace import Workspace

_FOLD = 22
# Title, what it means, and what is asked where a line is typed.
WORDS = {
    "strength": (mark("Strengths"), mark("We have it"), mark("What do we have that others lack?")),
    "weakness": (mark("Weaknesses"), mark("We lack it"), mark("What do customers miss with us?")),
    "opportunity": (mark("Openings"), mark("Outside, for us"), mark("What changes out there, for us?")),
    "threat": (mark("Threats"), mark("Outside, against us"), mark("What changes out there, against us?")),
    "situation": (mark("Situation"), "", mark("What does everybody know, and nobody write down?")),
    "ground_rule": (mark("Ground rules"), "", mark("How do we want to talk with each other?")),
    "parking_lot": (mark("Parking lot"), "", mark("What comes back later?")),
}


class NoteSheet(Card):
    """Lines of one kind on a card. N, where the keyboard is on it, adds a line."""

    spoken_as = "List"

    def __init__(self, workspace: Workspace, kind: str, *, shown: int = 3) -> None:
        title, meaning, hint = WORDS[kind]
        self._fold = bool(meaning)
        super().__init__(radius=10 if meaning else 12)
        self.kind = kind
        self.setAccessibleName(_(title))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(204 if meaning else 176)
        self.lines = NoteLines(
            workspace, kind, _(hint), tick=kind == "ground_rule", ruled=bool(meaning), shown=shown
        )  # fmt: skip
        self.add = IconButton("plus", _("Add a line to {sheet}").format(sheet=_(title)), side=28, glyph=14)
        self.add.clicked.connect(self.lines.add_new)
        head = QHBoxLayout()
        head.setContentsMargins(RING, 0, RING + (6 if meaning else 0), 0)
        head.addWidget(Text(_(title), "card", lines=1), 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        side = (15 if meaning else 19) - RING
        column.setContentsMargins(side, 8, side, 12)
        column.setSpacing(0)
        column.addLayout(head)
        if meaning:
            about = Text(_(meaning), "caption", "muted", lines=1)
            about.setContentsMargins(RING, 0, RING, 0)
            column.addWidget(about)
            column.addSpacing(5)
        else:
            column.addSpacing(2)
        column.addWidget(self.lines)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show the lines of this plan."""
        self.lines.show_faces(note_faces(plan, self.kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.lines.add_new()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        if not self._fold:
            return
        right = self.width() - 0.5
        corner = QPainterPath()
        corner.moveTo(right - _FOLD, 0.5)
        corner.lineTo(right, _FOLD + 0.5)
        corner.lineTo(right - _FOLD, _FOLD + 0.5)
        corner.closeSubpath()
        # Outside the fold there is paper again.
        cut = QPainterPath()
        cut.moveTo(right - _FOLD, -1)
        cut.lineTo(right + 1, -1)
        cut.lineTo(right + 1, _FOLD + 0.5)
        cut.closeSubpath()
        p.fillPath(cut, theme().paper)
        p.fillPath(corner, theme().sunken)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(theme().hairline_strong, 1))
        p.drawPath(corner)
        p.drawLine(QPointF(right - _FOLD, 0.5), QPointF(right, _FOLD + 0.5))
