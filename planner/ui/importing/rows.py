"""Rows that need a word: those that ask, with what may be said, and those that are left out, with why."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.digits import digit_of
from planner.ui.icons import draw_icon
from planner.ui.importing.faces import ASKS, DROP, NOTE, OUT, PROBLEM, SETTLED, TAKE, WordFace
from planner.ui.importing.steplist import GUTTER, StepList
from planner.ui.parts.paint import CENTRE, RIGHT, draw_text, flat, rounded, text_width
from planner.ui.parts.text import draw_shortened
from planner.ui.theme import theme

ROW, HIGH = 48, 62
_WIDE_FROM = 470
_ICONS = {
    ASKS: ("warning", "look.fill"), PROBLEM: ("warning", "look.fill"), SETTLED: ("check-circle", "fine.fill"),
    NOTE: ("info", "note.fill"),
}  # fmt: skip


class WordList(StepList[WordFace]):
    """`chosenFor(face, choice)`: a choice was made, by a click, by its digit, or by going left and right."""

    chosenFor = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, _("Rows that need a word"), parent)
        self.empty_words = _("Every row is clear.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_row_height(ROW if self.viewport().width() >= _WIDE_FROM else HIGH)

    def key_on(self, face: WordFace, event: QKeyEvent) -> bool:
        keys = [key for key, _words in face.choices]
        if not keys:
            return False
        at = keys.index(face.chosen) if face.chosen in keys else -1
        figure = digit_of(event)
        if figure is not None and 1 <= figure <= len(keys):
            wanted = keys[figure - 1]
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right):
            wanted = keys[(at + 1) % len(keys)]
        elif event.key() == Qt.Key.Key_Left:
            wanted = keys[(at - 1) % len(keys)]
        else:
            return False
        self.chosenFor.emit(face, wanted)
        return True

    def click_on(self, face: WordFace, box: QRectF, at: QPointF) -> None:
        for key, pill in self.pills(box, face):
            if pill.contains(at):
                self.chosenFor.emit(face, key)

    @staticmethod
    def pills(box: QRectF, face: WordFace) -> list[tuple[str, QRectF]]:
        """Where each choice of a row stands, from the right."""
        right = box.right() - GUTTER - 2
        found = []
        for key, words in reversed(face.choices):
            plain = key in (TAKE, DROP)
            wide = text_width(words, "small", 600 if plain else 500) + (8 if plain else 26)
            found.append((key, QRectF(right - wide, box.center().y() - 14, wide, 28)))
            right -= wide + 8
        return found[::-1]

    def draw(self, p: QPainter, box: QRectF, face: WordFace) -> None:
        now = theme()
        sign = QRectF(box.left() + 2, round(box.center().y() - 8), 16, 16)
        if face.state == OUT:
            rounded(p, sign.adjusted(1, 1, -1, -1), 7, None, now.muted, 1.25)
            flat(p, QRectF(sign.left() + 5, sign.center().y() - 0.5, 6, 1), now.muted)
        else:
            icon, tone = _ICONS[face.state]
            draw_icon(p, icon, sign, tone, "fill")
        pills = self.pills(box, face)
        end = pills[0][1].left() - 12 if pills else box.right() - GUTTER - 2
        left = box.left() + 24
        if face.row:
            wide = max(24.0, text_width(str(face.row), "small", 600) + 2)
            draw_text(p, QRectF(left, box.top(), wide, box.height()), str(face.row), "small", "muted", 600, RIGHT)
            left += wide + 10
        self._words(p, QRectF(left, box.top(), end - left, box.height()), face)
        for key, pill in pills:
            words = dict(face.choices)[key]
            if key in (TAKE, DROP):
                draw_text(p, pill, words, "small", "focus", 600, CENTRE)
                continue
            chosen = key == face.chosen
            rounded(p, pill, 14, now.ink if chosen else now.surface, None if chosen else now.control)
            draw_text(p, pill, words, "small", "on_ink" if chosen else "ink", 600 if chosen else 500, CENTRE)

    def _words(self, p: QPainter, box: QRectF, face: WordFace) -> None:
        tone = "muted" if face.state in (OUT, NOTE) else "ink"
        if not face.name:
            draw_shortened(p, box, face.reason, "caption", tone, lines=3 if box.height() > ROW else 2)
            return
        lines = 2 if box.height() > ROW else 1
        high = 19 + 17 * lines
        top = box.center().y() - high / 2
        draw_text(p, QRectF(box.left(), top, box.width(), 19), face.name, "small", tone, 600)
        below = QRectF(box.left(), top + 19, box.width(), 17 * lines)
        draw_shortened(p, below, face.reason, "caption", tone, lines=lines)
