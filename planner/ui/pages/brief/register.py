"""The question register: painted rows, the keys that answer, and the sheet on which it is done."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.model.edits.brief import AnswerQuestion, AssumeAnswer
from planner.model.fields import RowId
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index
from planner.ui.pages.brief.faces import FACE_ROLE, QuestionFace, QuestionsModel, question_state_name
from planner.ui.parts.avatar import draw_avatar
from planner.ui.parts.combo import Combo
from planner.ui.parts.datefield import DateField
from planner.ui.parts.field import Field
from planner.ui.parts.paint import CENTRE, RIGHT, dashed, draw_text, flat, rounded, text_width
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.popsheet import PopSheet, Words
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text, balance, break_lines, draw_lines
from planner.ui.theme import line_height, metrics, theme
from planner.ui.voices import voice_of
from planner.ui.workspace import Workspace

ROW = 56  # two lines of a question with air around them
_PAD, _CHIP = 24, 104
_ROOM_FOR_WAITS = 900
_LOOKS = {
    "blocking": ("prohibit", "fix.tint", "fix.text", ""),
    "assumed": ("timer", "surface", "look.text", "look.text"),
    "open": ("question", "selection", "focus", ""),
    "answered": ("check", "fine.tint", "fine.text", ""),
}
"""Icon, ground, words and, where it is dashed, the edge of each state."""


class _QuestionPainter(QStyledItemDelegate):
    def __init__(self, view: "QuestionList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        p, now, box = painter, theme(), QRectF(option.rect)
        face: QuestionFace = index.data(FACE_ROLE)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex() == index
        flat(p, QRectF(box.left() + _PAD, box.top(), box.width() - 2 * _PAD, 1), now.hairline)
        if current:
            ring = QPen(now.focus, 2) if self._view.hasFocus() else None
            rounded(p, box.adjusted(10, 2, -10, -2), 8, now.selection, ring)
        elif ground := self._view.ground(index):
            rounded(p, box.adjusted(10, 2, -10, -2), 8, ground)
        circle = QRectF(box.left() + _PAD, box.center().y() - 13, 26, 26)
        if face.asker:
            draw_avatar(p, circle, face.letters, face.voice)
        else:
            rounded(p, circle, 13, None, dashed(now.control))
            draw_text(p, circle, "?", "caption", "muted", 600, CENTRE)
        chip = box.left() + max(330.0, box.width() * 0.398)
        left = circle.right() + 12
        _two_lines(p, QRectF(left, box.top(), chip - 14 - left, ROW), face.question, "quote", "ink")
        self._chip(p, chip, box.center().y(), face)
        wide = box.width() >= _ROOM_FOR_WAITS
        right = box.right() - _PAD
        if wide and face.waits:
            room = min(190.0, text_width(face.waits, "caption") + 1)
            draw_text(p, QRectF(right - room, box.top(), room, ROW), face.waits, "caption", "muted", None, RIGHT)
            right -= room + 16
        tone = "fix.text" if face.state == "blocking" else "muted" if face.state == "open" else "ink"
        answer = QRectF(chip + _CHIP + 10, box.top(), right - chip - _CHIP - 10, ROW)
        if face.waits and not wide and face.state != "answered":
            draw_text(p, answer.adjusted(0, 0, 0, -18), face.answer, "small", tone)
            waits = _("{activities} waits").format(activities=face.waits)
            draw_text(p, answer.adjusted(0, 18, 0, 0), waits, "caption", "muted")
        else:
            _two_lines(p, answer, face.answer, "small", tone)

    def _chip(self, p: QPainter, left: float, middle: float, face: QuestionFace) -> None:
        icon, ground, words, edge = _LOOKS[face.state]
        text = question_state_name(face.state)
        box = QRectF(left, middle - 12, text_width(text, "caption", 500) + 36, 24)
        rounded(p, box, 12, theme().colour(ground), dashed(theme().colour(edge)) if edge else None)
        weight = "bold" if icon in ("check", "question") else "regular"
        draw_icon(p, icon, QRectF(left + 8, middle - 6.5, 13, 13), words, weight)  # type: ignore[arg-type]
        draw_text(p, box.adjusted(26, 0, -4, 0), text, "caption", words, 500)


def _two_lines(p: QPainter, box: QRectF, text: str, style: str, tone: str) -> None:
    """A text in at most two lines, in the middle of a row."""
    lines = balance(text, style, box.width())
    if len(lines) > 2:
        first, *rest = break_lines(text, style, box.width())
        lines = (first, metrics(style).elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, box.width()))
    high = line_height(style) * len(lines)
    draw_lines(p, QRectF(box.left(), box.center().y() - high / 2, box.width(), high), lines, style, tone)


class QuestionList(PaintedList):
    """Arrows move; A answers, U assumes, B says that work waits for it, or that it does not."""

    answerAsked = Signal(object, object)
    blockingAsked = Signal(object)

    def __init__(self, model: QuestionsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows = model
        self.setItemDelegate(_QuestionPainter(self))

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_A:
            self.answerAsked.emit(key, "answered")
        elif event.key() == Qt.Key.Key_U:
            self.answerAsked.emit(key, "assumed")
        elif event.key() == Qt.Key.Key_B:
            self.blockingAsked.emit(key)
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        id = self.key_under(event.position().toPoint())
        chip = max(330.0, self.viewport().width() * 0.398)
        if id is not None and event.button() == Qt.MouseButton.LeftButton and event.position().x() >= chip:
            self.answerAsked.emit(id, "assumed" if self.rows.face(id).state == "assumed" else "answered")


class QuestionSheet(PopSheet):
    """`open_for(id, way, row)` opens it on a row: an answer for good, or an assumption until a day."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host, 440)
        self._workspace = workspace
        self._id: RowId | None = None
        self.setAccessibleName(_("Answer"))
        self._quote = Text("", "quote", lines=3)
        self.choice = Segmented([("answered", _("Answer")), ("assumed", _("Assume until"))])
        self.choice.chosen.connect(self.choose)
        self.words = Words(lines=3)
        self.words.done.connect(self.keep)
        self.who = Combo((), _("Nobody yet"))
        self.until = DateField(int(workspace.as_of[:4]))
        self._words_field = Field("", self.words)
        self._who_field = Field("", self.who)
        self._until_field = Field(_("Checked by"), self.until)
        for widget in (self._quote, self.choice, self._words_field, self._until_field, self._who_field):
            self.column.addWidget(widget)
        self._button = self.add_foot()

    def open_for(self, id: RowId, way: str, box: QRectF) -> None:
        """Start an answer; the keyboard goes into the words."""
        plan = self._workspace.plan
        row = plan.questions.get(id)
        if row is None:
            return
        self._id = id
        self._quote.setText(row.question or "")
        self.words.setPlainText(row.answer or "")
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.until.set_day(row.assumption_until)
        self.who.set_items(
            [("", _("Nobody yet")), *((person.id, person.name or "") for person in plan.people)],
            ["", *(voice_of(plan, person.id) for person in plan.people)],
        )
        at = self._workspace.author.id
        self.who.set_key(row.answered_by or row.put_to or (at if at in plan.people else ""))
        self.choice.set_current(way)
        self._ask(way)
        self.open_at(box, self.words)

    def choose(self, way: str) -> None:
        """Ask for what an answer, or an assumption, needs."""
        self._ask(way)
        self.fit()
        if self.isVisible():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, way: str) -> None:
        assumed = way == "assumed"
        self._words_field.set_label(_("What is assumed") if assumed else _("The answer"))
        self._who_field.set_label(_("Who checks it") if assumed else _("Answered by"))
        self._button.setText(_("Assume") if assumed else _("Answer"))
        self._until_field.setVisible(assumed)
        self._words_field.set_error("")
        self._until_field.set_error("")

    def keep(self) -> None:
        """Bring the answer to the plan; what is missing is said under its field."""
        if QApplication.focusWidget() is self.until:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)  # what was typed as a day is read when it is left
        if self._id is None:
            return
        words, who = self.words.toPlainText(), str(self.who.key or "") or None
        edit: AnswerQuestion | AssumeAnswer
        if self.choice.current == "assumed":
            edit = AssumeAnswer(self._id, words, self.until.day, who)
            lacks = ((self._words_field, edit.lacks_words), (self._until_field, edit.lacks_day))
        else:
            edit = AnswerQuestion(self._id, words, who, self._workspace.as_of)
            lacks = ((self._words_field, edit.lacks), (self._until_field, ""))
        for field, sentence in lacks:
            if sentence:
                field.set_error(sentence)
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                self.fit()
                return
        self.give_up()
        self._workspace.apply(edit)

    def give_up(self) -> None:
        """Close without an answer."""
        self._id = None
        super().give_up()
