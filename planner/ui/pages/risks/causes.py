"""The pre-mortem on the page: the sentences as they were written, their dots, and the rows they became."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.calc import risks
from planner.i18n import _
from planner.model.edits.risks import DotOnCause, DropCause, MakeRisk
from planner.model.fields import RowId
from planner.model.ids import new_id
from planner.model.plan import Cause, Plan
from planner.ui.pages.risks.figures import CauseFace, cause_faces, cause_rows, failed_words, premortem_words
from planner.ui.parts.card import Card, Line
from planner.ui.parts.dots import draw_dots
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import draw_text, text_width
from planner.ui.parts.text import Text, draw_shortened, fit_lines
from planner.ui.workspace import Workspace

_PAD = 20.0
_LOW = 72
_SHOWN_DOTS = 10


class CauseList(FaceList[CauseFace]):
    """Sentences as they were written. V adds a dot, Shift V takes one back, R makes a risk of the one in hand."""

    voteAsked = Signal(object, object)
    riskAsked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_LOW, _("Why it failed"))
        self.empty_words = _("Nobody has written a sentence yet.")
        self.setUniformItemSizes(False)

    def height_of(self, face: CauseFace) -> int:
        return _LOW - 22 + 22 * len(fit_lines(face.sentence, "quote", self.viewport().width() - 2 * _PAD, 3))

    def key_on(self, face: CauseFace, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_V and not held & ~Qt.KeyboardModifier.ShiftModifier:
            self.voteAsked.emit(face.id, bool(held))
        elif event.key() == Qt.Key.Key_R and not held:
            self.riskAsked.emit(face.id)
        else:
            return False
        return True

    def click_on(self, face: CauseFace, box: QRectF, at: QPointF) -> None:
        if self._link_box(box, face).adjusted(-8, -8, 8, 8).contains(at):
            self.riskAsked.emit(face.id)

    def _link_words(self, face: CauseFace) -> str:
        return face.risk or _("Make it a risk")

    def _link_box(self, box: QRectF, face: CauseFace) -> QRectF:
        wide = text_width(self._link_words(face), "small", 600)
        return QRectF(box.right() - _PAD - wide, box.bottom() - 30, wide, 20)

    def draw(self, p: QPainter, box: QRectF, face: CauseFace) -> None:
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        sentence = inner.adjusted(0, 10, 0, -32)
        draw_shortened(p, sentence, face.sentence, "quote", "ink", lines=int(sentence.height() // 22))
        link = self._link_box(box, face)
        middle, at = link.center().y(), inner.left()
        if face.writer:
            draw_glyph(p, face.voice, at, middle, 9)
            at += glyph_width(face.voice, 9) + 6
            at += draw_text(p, QRectF(at, link.top(), 110, 20), face.writer, "caption", f"{face.voice}.text", 600) + 20
        most = min(_SHOWN_DOTS, max(0, int((link.left() - at - 48) // 12)))
        draw_dots(p, at, middle - 4.5, face.dots[:most], a_row=most or 1)
        if face.dots:
            count = QRectF(at + 12 * min(most, len(face.dots)) + 4, link.top(), 30, 20)
            draw_text(p, count, str(len(face.dots)), "caption", "muted", 500)
        draw_text(p, link, self._link_words(face), "small", "focus", 600)


class PremortemCard(Card):
    """What the room wrote when it imagined that the plan had failed. `riskShown(id)`: go to the row it became."""

    riskShown = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.list = CauseList()
        self.list.opened.connect(self.make_risk)
        self.list.riskAsked.connect(self.make_risk)
        self.list.voteAsked.connect(self._vote)
        self.list.deleteAsked.connect(self._drop)
        self.list.menuAsked.connect(self._menu)
        self._title = Text("", "card", lines=1)
        self._written = Text("", "caption", "muted", lines=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 8)
        column.setSpacing(0)
        for words in (self._title, self._written):
            row = QHBoxLayout()
            row.setContentsMargins(20, 0, 20, 0)
            row.addWidget(words)
            column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(Line())
        column.addWidget(self.list, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the sentences of the last pre-mortem."""
        self._title.setText(failed_words(plan))
        self._written.setText(premortem_words(plan, risks.last_premortem(plan)))
        self.list.show_faces(cause_faces(plan))

    def _cause(self, id: RowId) -> Cause | None:
        return next((row for row in cause_rows(self._workspace.plan) if row.id == id), None)

    def make_risk(self, id: RowId) -> None:
        """A sentence becomes a row of the list, or the row it became is shown."""
        cause = self._cause(id)
        if cause is None:
            return
        if cause.risk in self._workspace.plan.risks:
            self.riskShown.emit(cause.risk)
            return
        risk = new_id()
        if self._workspace.apply(MakeRisk(cause, risk)) is not None:
            self.riskShown.emit(risk)

    def _vote(self, id: RowId, back: bool) -> None:
        work, cause = self._workspace, self._cause(id)
        person = work.plan.people.get(work.author.id)
        if cause is not None:
            side = person.function if person else None
            work.apply(DotOnCause(cause, side, person.id if person else None, back, work.as_of))

    def _drop(self, id: RowId) -> None:
        if (cause := self._cause(id)) is not None:
            self._workspace.apply(DropCause(cause))

    def _menu(self, id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        became = bool((cause := self._cause(id)) and cause.risk)
        words = _("Go to the risk it became") if became else _("Make it a risk")
        menu.add(words, "R", "arrow-right").triggered.connect(self._risk_from_hand)
        menu.add(_("Add a dot"), "V", "circle").triggered.connect(self._dot_in_hand)
        menu.add(_("Take a dot back"), "Shift V", "circle-dashed").triggered.connect(self._dot_back_in_hand)
        menu.add(_("Delete"), "Del", "trash").triggered.connect(self._drop_in_hand)
        menu.popup(point)

    def _risk_from_hand(self) -> None:
        self.make_risk(self.list.chosen or "")

    def _dot_in_hand(self) -> None:
        self._vote(self.list.chosen or "", False)

    def _dot_back_in_hand(self) -> None:
        self._vote(self.list.chosen or "", True)

    def _drop_in_hand(self) -> None:
        self._drop(self.list.chosen or "")
