"""What is still open, with Show and Waive, and what somebody left as it is."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.readiness import whole_readiness
from planner.calc.results import Results
from planner.calc.rules.registry import rules
from planner.i18n import _, _n
from planner.model.edits.waivers import EndWaiver, WaiveFinding
from planner.model.plan import Plan
from planner.ui.forms.links import LinkPicker
from planner.ui.icons import draw_icon
from planner.ui.numbers import numbers_of
from planner.ui.pages.agreement.figures import FindingFace, finding_faces
from planner.ui.pages.agreement.trace import READINESS
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Line
from planner.ui.parts.coachcards import LEVEL_ICONS
from planner.ui.parts.datefield import DateField
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.field import Field
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import draw_text, text_width
from planner.ui.parts.popsheet import PopSheet, Words
from planner.ui.parts.text import Text, draw_lines, fit_lines
from planner.ui.reading import targets
from planner.ui.workspace import Workspace

_ROW, _PAD = 76, 22.0


class FindingList(FaceList[FindingFace]):
    """Enter shows a finding where it is, W leaves it as it is or takes it up again."""

    waiveAsked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_ROW, _("Findings"))
        self.empty_words = _("Nothing is open.")

    def key_on(self, face: FindingFace, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_W or event.modifiers():
            return False
        self.waiveAsked.emit(face.id)
        return True

    def click_on(self, face: FindingFace, box: QRectF, at: QPointF) -> None:
        first, second = self._links(box, face)
        if first.adjusted(-6, -4, 6, 4).contains(at):
            self.opened.emit(face.id)
        elif second.adjusted(-6, -4, 6, 4).contains(at):
            self.waiveAsked.emit(face.id)

    def _links(self, box: QRectF, face: FindingFace) -> tuple[QRectF, QRectF]:
        right = box.right() - _PAD
        made = []
        for place, words in enumerate((_("Show"), self._other(face))):
            wide = text_width(words, "small", 600)
            made.append(QRectF(right - wide, box.top() + 12 + place * 26, wide, 20))
        return made[0], made[1]

    def _other(self, face: FindingFace) -> str:
        return _("Take up") if face.waiver else _("Waive")

    def draw(self, p: QPainter, box: QRectF, face: FindingFace) -> None:
        first, second = self._links(box, face)
        p.setOpacity(0.65 if face.waiver else 1.0)
        icon = QRectF(box.left() + _PAD, box.top() + 13, 18, 18)
        draw_icon(p, LEVEL_ICONS["fine" if face.waiver else face.level], icon,
                  "control" if face.waiver else f"{face.level}.fill", "fill")  # fmt: skip
        left = icon.right() + 10
        room = min(first.left(), second.left()) - 14 - left
        lines = fit_lines(face.message, "small", room, 2, 500)
        draw_lines(p, QRectF(left, box.top() + 12, room, 40), lines, "small", "ink", 500)
        below = QRectF(left, box.top() + 12 + 19 * len(lines), room, 18)
        draw_text(p, below, face.waived or face.chapter, "caption", "muted")
        p.setOpacity(1.0)
        draw_text(p, first, _("Show"), "small", "focus", 600)
        draw_text(p, second, self._other(face), "small", "focus", 600)


class WaiveSheet(PopSheet):
    """Asks who leaves a finding as it is, why and until when. Half an answer is not kept."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host)
        self._workspace = workspace
        self._face: FindingFace | None = None
        self.setAccessibleName(_("Leave it as it is"))
        self._title = Text("", "small", "ink", 600, lines=3)
        self.who = LinkPicker(_("Type a name"))
        self.who.changed.connect(self.fit)
        self.who.complained.connect(self.fit)
        self.why = Words(lines=2)
        self.why.done.connect(self.keep)
        self.until = DateField(int(workspace.as_of[:4]))
        self._fields = {
            "persons": Field(_("Who takes this upon them"), self.who),
            "reason": Field(_("Why it may stay as it is"), self.why),
            "until": Field(_("Until"), self.until),
        }
        self.column.addWidget(self._title)
        for field in self._fields.values():
            self.column.addWidget(field)
        self.add_foot(_("Leave it as it is"))

    def open_for(self, face: FindingFace, box: QRectF) -> None:
        """Start on a finding; ``box`` is the place of its row on the page."""
        plan, author = self._workspace.plan, self._workspace.author
        self._face = face
        self._title.setText(face.message)
        self.who.clear_typed()
        self.who.set_items(targets(plan, "person"))
        self.who.set_ids([person.id] if (person := plan.people.get(author.id)) else [])
        self.why.setPlainText("")
        self.until.set_day(None)
        for field in self._fields.values():
            field.set_error("")
        self.open_at(box, self.why)

    def edit(self) -> WaiveFinding | None:
        """The waiver as it stands; None where no finding is in hand."""
        face = self._face
        if face is None:
            return None
        both = next((one.two_sides for one in rules() if one.id == face.rule), False)
        return WaiveFinding(
            face.rule, face.object, face.message, self.who.ids, self.why.toPlainText(), self.until.day,
            self._workspace.as_of, both,
        )  # fmt: skip

    def keep(self) -> None:
        if QApplication.focusWidget() is self.until:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)  # what was typed as a day is read when it is left
        if not self.who.finish_typing():
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        edit = self.edit()
        if edit is None:
            return
        missing = edit.lacks(self._workspace.plan)
        for name, field in self._fields.items():
            field.set_error(missing.get(name, ""))
        self.fit()
        if missing:
            first = {"persons": self.who.line, "reason": self.why, "until": self.until}[next(iter(missing))]
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.give_up()
        self._workspace.apply(edit)


class FindingCard(Card):
    """`showAsked(what, field)`: a row elsewhere, or a chapter."""

    showAsked = Signal(object, object)
    traced = Signal(object)
    """`readiness`, where it is asked how it comes about."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__()
        self._workspace, self._host = workspace, host
        self.list = FindingList()
        self.list.opened.connect(self._show)
        self.list.waiveAsked.connect(self.waive)
        self.list.menuAsked.connect(self._menu)
        self.sheet = WaiveSheet(workspace, host)
        self.sheet.closed.connect(self.list.setFocus)
        self._count = Text("", "small", "muted", lines=1)
        self.ready = Button("", "link", size="small")
        self.ready.setToolTip(_("How this comes about"))
        self.ready.clicked.connect(self._ask_ready)
        head = QHBoxLayout()
        head.setContentsMargins(22, 14, 22, 8)
        head.setSpacing(12)
        head.addWidget(Text(_("Still open"), "card", lines=1), 1)
        head.addWidget(self.ready)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line(start=22))
        column.addWidget(self.list, 1)

    def show_plan(self, plan: Plan, results: Results) -> None:
        """Show the findings on this plan."""
        faces = finding_faces(plan, results)
        waived = sum(bool(face.waiver) for face in faces)
        words = _n("{n} finding", "{n} findings", len(faces) - waived).format(n=len(faces) - waived)
        self._count.setText(_("{open}, {n} waived").format(open=words, n=waived) if waived else words)
        self.list.show_faces(faces)
        ready = whole_readiness(results.report()).score
        self.ready.setVisible(ready is not None)
        if ready is not None:
            self.ready.setText(_("{share} ready").format(share=numbers_of(plan).share(round(ready, 2))))

    def _ask_ready(self) -> None:
        self.traced.emit(READINESS)

    def _show(self, id: str) -> None:
        face = self.list.rows.face(id)
        if face is not None:
            self.showAsked.emit(face.row_id or face.chapter_key, face.field or None)

    def waive(self, id: str) -> None:
        """Ask who leaves it as it is, or take up what was left."""
        face = self.list.rows.face(id)
        if face is None:
            return
        self.list.take(id)
        if face.waiver:
            self._workspace.apply(EndWaiver(face.waiver))
            return
        corner = self.list.viewport().mapTo(self._host, QPoint(0, 0))
        self.sheet.open_for(face, self.list.row_box(id).translated(corner.x(), corner.y()))

    def take_waiver(self, id: str) -> bool:
        """Take the finding of a waiver in hand."""
        return any(face.waiver == id and self.list.take(face.id) for face in self._faces())

    def _faces(self) -> list[FindingFace]:
        return [face for key in self.list.rows.keys if (face := self.list.rows.face(key)) is not None]

    def _menu(self, id: str, point: QPoint) -> None:
        face = self.list.rows.face(id)
        menu = Menu(self)
        menu.add(_("Show"), _("Enter"), "arrow-right").triggered.connect(self._show_in_hand)
        words = _("Take it up again") if face and face.waiver else _("Leave it as it is")
        menu.add(words, "W", "pause").triggered.connect(self._waive_in_hand)
        menu.popup(point)

    def _show_in_hand(self) -> None:
        self._show(self.list.chosen or "")

    def _waive_in_hand(self) -> None:
        self.waive(self.list.chosen or "")
