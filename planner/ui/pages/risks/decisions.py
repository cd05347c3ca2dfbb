"""The decision log: what was decided, by whom with whom, and who disagreed in which words."""

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _, _n, quoted
from planner.model.edits import DeleteRows
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.pages.risks.figures import DecisionFace, decision_faces
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Line
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import RIGHT, draw_text, rounded, text_width
from planner.ui.parts.text import Text, draw_lines, draw_shortened, fit_lines
from planner.ui.theme import theme
from planner.ui.workspace import Workspace

_PAD = 20.0
_DISSENT = 262.0
_WIDE_FROM = 520  # the width from which the dissent stands at the right of its decision
_LOW = 84
_NEW = (
    "decision", "date", "revisit_on", "approvers", "contributors", "rationale", "alternatives", "dissent_by", "dissent",
)  # fmt: skip


class DecisionList(FaceList[DecisionFace]):
    """What was decided, by whom with whom, and who disagreed in which words."""

    def __init__(self) -> None:
        super().__init__(_LOW, _("Decisions"))
        self.empty_words = _("Nothing is decided yet.")
        self.setUniformItemSizes(False)

    def height_of(self, face: DecisionFace) -> int:
        if self._is_wide:
            return _LOW
        lines = len(fit_lines(face.what, "body", self.viewport().width() - 2 * _PAD, 2, 600))
        return 13 + 20 * lines + 18 + (70 if face.dissent else 44)

    @property
    def _is_wide(self) -> bool:
        return self.viewport().width() >= _WIDE_FROM

    def draw(self, p: QPainter, box: QRectF, face: DecisionFace) -> None:
        wide = self._is_wide
        right = box.right() - _PAD
        left = QRectF(box.left() + _PAD, box.top(), box.width() - 2 * _PAD - (_DISSENT + 20 if wide else 0), _LOW)
        title = fit_lines(face.what, "body", left.width(), 2, 600)
        draw_lines(p, left.adjusted(0, 10, 0, 0), title, "body", "ink", 600)
        self._who(p, QRectF(left.left(), left.top() + 13 + 20 * len(title), left.width(), 18), face)
        if wide:
            part = QRectF(right - _DISSENT, box.top() + 15, _DISSENT, 54)
        else:
            high = 50 if face.dissent else 28
            part = QRectF(left.left(), box.bottom() - high - 12, left.width(), high)
        self._dissent(p, part, face)

    def _who(self, p: QPainter, box: QRectF, face: DecisionFace) -> None:
        at, middle = box.left(), box.center().y()

        def say(words: str, colour: str = "muted", weight: int = 400, gap: float = 14) -> None:
            nonlocal at
            room = QRectF(at, box.top(), max(0.0, box.right() - at), box.height())
            at += draw_text(p, room, words, "caption", colour, weight) + gap

        if face.when:
            say(face.when)
        if face.trouble:
            say(face.trouble, "look.text", 600)
        else:
            say(_("decided by"), gap=6)
            draw_glyph(p, face.voice, at, middle, 9)
            at += glyph_width(face.voice, 9) + 6
            say(face.decided_by, f"{face.voice}.text", 600)
        if face.state:
            say(face.state, "ink", 600)
        if face.took_part and at + 40 < box.right():
            say(_("with"), gap=8)
            for voice in face.took_part:
                if at + 16 > box.right():
                    break
                draw_glyph(p, voice, at, middle, 9)
                at += glyph_width(voice, 9) + 8

    def _dissent(self, p: QPainter, box: QRectF, face: DecisionFace) -> None:
        again = _("again {day}").format(day=face.again) if face.again else ""
        quiet = not face.dissent and not face.dissenter
        tone = "muted" if quiet else f"{face.dissent_voice}.text"
        if not quiet:
            rounded(p, box, 8, theme().voice(face.dissent_voice).tint)
        inner = box if quiet and box.width() > _DISSENT else box.adjusted(12, 0, -12, 0)
        head = QRectF(inner.left(), box.top() + 5, inner.width(), 18)
        left, wide = inner.left(), text_width(again, "caption")
        if not quiet:
            draw_glyph(p, face.dissent_voice, left, head.center().y(), 9)
            left += glyph_width(face.dissent_voice, 9) + 6
        name = QRectF(left, head.top(), inner.right() - left - wide - 10, 18)
        draw_text(p, name, face.disagreed, "caption", tone, None if quiet else 600)
        draw_text(p, head, again, "caption", "look.text" if face.overdue else tone, None, RIGHT)
        if face.dissent:
            words = QRectF(inner.left(), head.bottom(), inner.width(), box.bottom() - head.bottom() - 4)
            draw_shortened(p, words, quoted(face.dissent), "quote", "ink", lines=1)


class DecisionCard(Card):
    """The log under its head; `added(id)` after a new one."""

    added = Signal(object)

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self.list = DecisionList()
        self.list.opened.connect(self.open_row)
        self.list.deleteAsked.connect(self._delete)
        self.list.menuAsked.connect(self._menu)
        self.details = DetailSheet(workspace, "decision", host)
        self.details.closed.connect(self.list.setFocus)
        self._count = Text("", "small", "muted", lines=1)
        add = Button(_("Add a decision"), "link", size="small")
        add.clicked.connect(self.add_new)
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 20, 4)
        head.setSpacing(16)
        head.addWidget(Text(_("Decisions"), "card", lines=1))
        head.addWidget(self._count, 1)
        head.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.list, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the decisions of this plan."""
        faces = decision_faces(plan, self._workspace.as_of)
        taken = sum(not face.trouble and not face.state for face in faces)
        self._count.setText(_n("{n} taken, dissent kept", "{n} taken, dissent kept", taken).format(n=taken))
        self.list.show_faces(faces)
        self.details.show_plan(plan)

    def add_new(self) -> None:
        """Write down what was decided."""
        values = {"date": self._workspace.as_of, "status": "decided"}
        dialog = NewRowDialog(_("What was decided?"), self._workspace, "decision", _NEW, _("Keep it"), values=values)
        dialog.finished.connect(self._added)
        dialog.open_over(self.window(), dialog.form.editor("decision"))

    def _added(self, id: object) -> None:
        if id is not None:
            self.added.emit(id)

    def open_row(self, id: RowId, field: str | None = None) -> None:
        """All fields of a decision."""
        self.details.open_row(id, field or "decision")

    def _delete(self, id: RowId) -> None:
        self._workspace.apply(DeleteRows("decision", (id,)))

    def _menu(self, id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        menu.add(_("Open…"), _("Enter"), "list").triggered.connect(self._open_in_hand)
        menu.add(_("Delete"), "Del", "trash").triggered.connect(self._delete_in_hand)
        menu.popup(point)

    def _open_in_hand(self) -> None:
        self.open_row(self.list.chosen or "")

    def _delete_in_hand(self) -> None:
        self._delete(self.list.chosen or "")
