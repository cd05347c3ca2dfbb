"""Blind answers from 1 to 5, one thing after the other: the figure keys answer and move on, 0 is "Don't know it"."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.model.value import Value
from planner.ui.keyed import Index, KeyedModel
from planner.ui.parts.paint import CENTRE, draw_text, flat, rounded, text_width
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.text import draw_shortened
from planner.ui.theme import theme

Answer = int | Literal["unknown"]
ROW, CIRCLE, PITCH = 52, 32, 44
_RATED = Qt.ItemDataRole.UserRole + 50


class Rated(Value):
    """One thing to answer: what it is called, and a line below."""

    key: str
    name: str
    below: str = ""


class RateModel(KeyedModel):
    """The things to answer with what was answered so far. What was not answered is not in `answers`."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, Answer] = {}
        self._rows: dict[str, Rated] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_rows(self, rows: Sequence[Rated]) -> None:
        """Start anew with these things and no answers."""
        self._rows = {row.key: row for row in rows}
        self.answers = {}
        self.set_keys([row.key for row in rows])
        self.tell_all()

    def give(self, key: str, answer: Answer | None) -> None:
        """Answer one thing; None takes the answer back."""
        self.answers.pop(key, None)
        if answer is not None:
            self.answers[key] = answer
        self.tell_rows([key])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[self._keys[index.row()]]
        if role == _RATED:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            answer = self.answers.get(row.key)
            said = _("no answer yet") if answer is None else _("don’t know it") if answer == "unknown" else str(answer)
            return f"{row.name}: {said}"
        return None


class RateBoard(PaintedList):
    """`answered()` after each answer. `voice` colours what is chosen; without `unknown` there is no fifth way out."""

    answered = Signal()

    def __init__(self, *, unknown: bool = True, parent: QWidget | None = None) -> None:
        self.rows = RateModel()
        super().__init__(self.rows, parent)
        self.rows.setParent(self)
        self.unknown = unknown
        self.voice = "shared"
        self.setItemDelegate(_RatePainter(self))

    @property
    def answers(self) -> dict[str, Answer]:
        """What was answered."""
        return dict(self.rows.answers)

    def show_rows(self, rows: Sequence[Rated], voice: str) -> None:
        """Start anew, in a person's voice, with the first row in hand."""
        self.voice = voice
        self.rows.show_rows(rows)
        self.setCurrentIndex(self.rows.index(0, 0))
        self.scrollToTop()

    def answer(self, key: str, answer: Answer | None) -> None:
        """Answer a row and move on to the next."""
        self.rows.give(key, answer)
        if answer is not None:
            following = self.rows.key_at(self.rows.row_of(key) + 1)
            if following is not None:
                self.take(following)
        self.viewport().update()
        self.answered.emit()

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        figure = event.key() - Qt.Key.Key_0.value
        if 1 <= figure <= 5:
            self.answer(key, figure)
        elif figure == 0 and self.unknown:
            self.answer(key, "unknown")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answer(key, None)
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        key = self.key_under(event.position().toPoint())
        if key is None or event.button() != Qt.MouseButton.LeftButton:
            return
        box = QRectF(self.visualRect(self.currentIndex()))
        for answer, target in self.targets(box):
            if target.contains(event.position()):
                given = self.rows.answers.get(key)
                self.answer(key, None if given == answer else answer)
                return

    def targets(self, box: QRectF) -> list[tuple[Answer, QRectF]]:
        """The answers of a row with the place of each."""
        found: list[tuple[Answer, QRectF]] = []
        right = box.right() - 16
        if self.unknown:
            wide = text_width(_("Don’t know it"), "caption", 500) + 24
            found.append(("unknown", QRectF(right - wide, box.center().y() - 16, wide, 32)))
            right -= wide + 16
        for figure in range(5, 0, -1):
            left = right - CIRCLE - (5 - figure) * PITCH
            found.append((figure, QRectF(left, box.center().y() - CIRCLE / 2, CIRCLE, CIRCLE)))
        return found


class _RatePainter(QStyledItemDelegate):
    def __init__(self, board: RateBoard) -> None:
        super().__init__(board)
        self._board = board

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        p, now, board, box = painter, theme(), self._board, QRectF(option.rect)
        row: Rated = index.data(_RATED)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = board.currentIndex() == index
        if current:
            rounded(p, box.adjusted(0, 1, 0, -2), 10, now.selection)
            if board.hasFocus():
                rounded(p, box.adjusted(0, 1, 0, -2), 10, None, now.focus, 2)
        flat(p, QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.hairline)
        targets = board.targets(box)
        room = min(target.left() for _answer, target in targets) - box.left() - 32
        words = QRectF(box.left() + 16, box.top() + 7, room, 20)
        if row.below:
            draw_text(p, words, row.name, "body", "ink", 600)
            draw_text(p, words.translated(0, 19), row.below, "caption", "muted")
        else:
            draw_shortened(p, QRectF(words.left(), box.top(), room, box.height() - 2), row.name, "body", "ink", 600)
        given = board.rows.answers.get(row.key)
        for answer, target in targets:
            self._draw_answer(p, target, answer, chosen=answer == given)

    def _draw_answer(self, p: QPainter, box: QRectF, answer: Answer, *, chosen: bool) -> None:
        now = theme()
        colours = now.voice(self._board.voice)
        radius = box.height() / 2
        rounded(p, box, radius, colours.fill if chosen else now.surface, None if chosen else now.control, 1.25)
        tone = now.on_fill if chosen else now.ink if answer != "unknown" else now.muted
        text = _("Don’t know it") if answer == "unknown" else str(answer)
        style = "caption" if answer == "unknown" else "body"
        middle = QRectF(box.topLeft() + QPointF(4, 0), box.bottomRight() - QPointF(4, 0))
        draw_text(p, middle, text, style, tone, 600 if chosen else 500, CENTRE)
