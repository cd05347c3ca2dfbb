"""The painted cards of the ledger, and the keys that answer and vote."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index
from planner.ui.pages.sales_input.model import CARD_ROLE, CardFace, LedgerModel
from planner.ui.parts.chip import state_look, state_name
from planner.ui.parts.dots import A_ROW, draw_dots
from planner.ui.parts.eased import veil
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.paint import CENTRE, dashed, draw_shadow, draw_text, rounded, text_width
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.text import balance, break_lines, draw_lines
from planner.ui.parts.whole import say_with_whole
from planner.ui.theme import metrics, theme

CARD, GAP, SIDE, ANSWER = 84, 8, 32, 240
_REACH = 8  # of the shadow around a card
_ANSWERS = {
    Qt.Key.Key_A.value: "accepted",
    Qt.Key.Key_D.value: "adapted",
    Qt.Key.Key_P.value: "parked",
    Qt.Key.Key_X.value: "declined",
}


@lru_cache(maxsize=8)
def _sheet(width: int, ratio: float, _theme: str) -> QPixmap:
    """An empty card with its shadow, drawn once for each width and theme: all cards of the ledger are alike."""
    made = QPixmap(QSizeF((width + 2 * _REACH) * ratio, (CARD + 2 * _REACH) * ratio).toSize())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    p = QPainter(made)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(_REACH, _REACH, width, CARD)
    draw_shadow(p, box, 12, 1)
    rounded(p, box, 12, theme().surface, theme().hairline)
    p.end()
    return made


def card_box(item: QRectF) -> QRectF:
    """The sheet of a card in the box of its row."""
    return QRectF(item.left() + SIDE, item.top() + GAP / 2, item.width() - 2 * SIDE, CARD)


def button_box(card: QRectF) -> QRectF:
    """The Answer button of a card that waits."""
    wide = text_width(_("Answer"), "small", 500) + 26
    return QRectF(card.right() - 16 - wide, card.top() + 11, wide, 28)


def votes_box(card: QRectF) -> QRectF:
    """Where a click places a dot: around the count and the dots."""
    return QRectF(card.left() + 4, card.top() + 4, 92, CARD - 8)


class CardPainter(QStyledItemDelegate):
    """Paints one input: votes, words, answer."""

    def __init__(self, view: "Ledger") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, CARD + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: CardFace = index.data(CARD_ROLE)
        card = card_box(QRectF(option.rect))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sheet(painter, card, self._view.currentIndex() == index, self._view.light(index))
        painter.setOpacity(0.6 if face.merged else 1.0)
        self._votes(painter, card, face)
        self._words(painter, card, face)
        self._answer(painter, card, face)
        painter.setOpacity(1.0)

    def _sheet(self, p: QPainter, card: QRectF, current: bool, light: float) -> None:
        now = theme()
        focused = current and self._view.hasFocus()
        ratio = p.device().devicePixelRatioF()
        p.drawPixmap(card.topLeft() - QPointF(_REACH, _REACH), _sheet(int(card.width()), ratio, now.name))
        if focused:
            rounded(p, card.adjusted(-4, -4, 4, 4), 16, None, QPen(now.focus, 2))
        elif current:
            rounded(p, card, 12, None, now.ink, 2)
        elif light:
            rounded(p, card, 12, None, veil(now.control, light))

    def _votes(self, p: QPainter, card: QRectF, face: CardFace) -> None:
        left = card.left() + 20
        if self._view.voting == face.id:
            rounded(p, votes_box(card), 8, theme().sunken)
            draw_icon(p, "plus", QRectF(card.left() + 74, card.top() + 18, 15, 15), "muted", "bold")
        draw_text(p, QRectF(left, card.top() + 9, 60, 32), str(len(face.dots)), "figure 24", "ink")
        if not face.dots:
            p.setPen(dashed(theme().control, 1))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(QRectF(left, card.top() + 46, 9, 9))
        most = 3 * A_ROW
        draw_dots(p, left, card.top() + (46 if len(face.dots) <= 2 * A_ROW else 42), face.dots[:most])
        if len(face.dots) > most:
            more = QRectF(left + 38, card.top() + 12, 40, 30)
            draw_text(p, more, f"+{len(face.dots) - most}", "caption", "muted")

    def _words(self, p: QPainter, card: QRectF, face: CardFace) -> None:
        left = card.left() + 104
        room = card.right() - ANSWER - 24 - left
        lines = break_lines(face.quote, "quote", room)
        if len(lines) == 2:
            lines = balance(face.quote, "quote", room)
        elif len(lines) > 2:
            rest = metrics("quote").elidedText(" ".join(lines[1:]), Qt.TextElideMode.ElideRight, room)
            lines = (lines[0], rest)
        draw_lines(p, QRectF(left, card.top() + (9 if len(lines) > 1 else 16), room, 44), lines, "quote", "ink")
        middle = card.top() + 65
        draw_glyph(p, face.voice, left, middle, 9)
        left += glyph_width(face.voice, 9) + 7
        row = QRectF(left, middle - 9, room, 18)
        wide = draw_text(p, row, face.giver, "caption", f"{face.voice}.text", 600)
        draw_text(p, row.adjusted(wide + 8, 0, -wide, 0), face.kind, "caption", "muted")

    def _answer(self, p: QPainter, card: QRectF, face: CardFace) -> None:
        edge = card.right() - ANSWER
        p.fillRect(QRectF(round(edge), card.top() + 15, 1, CARD - 30), theme().hairline)
        left, right = edge + 16, card.right() - 16
        chip = self._chip(p, left, card.top() + 13, face.state)
        if face.state == "new" and not face.merged:
            button = button_box(card)
            rounded(p, button, 8, theme().surface, theme().hairline_strong)
            draw_text(p, button, _("Answer"), "small", "ink", 500, CENTRE)
        elif face.note:
            box = QRectF(left + chip + 10, card.top() + 13, right - left - chip - 10, 24)
            draw_text(p, box, face.note, "caption", "muted")
        self._below(p, QRectF(left, card.top() + 42, right - left, 36), face)

    def _chip(self, p: QPainter, left: float, top: float, state: str) -> float:
        icon, ground, words = state_look(state)
        text = state_name(state)
        wide = text_width(text, "caption", 500) + 36
        box = QRectF(left, top, wide, 24)
        rounded(p, box, 12, theme().colour(ground))
        draw_icon(p, icon, QRectF(left + 8, top + 5.5, 13, 13), words, "bold")
        draw_text(p, box.adjusted(27, 0, -4, 0), text, "caption", words, 500)
        return wide

    def _below(self, p: QPainter, box: QRectF, face: CardFace) -> None:
        if face.below_is == "link":
            draw_icon(p, "arrow-elbow-down-right", QRectF(box.left() + 4, box.top() + 8, 14, 14), "muted", "regular")
            draw_text(p, QRectF(box.left() + 24, box.top() + 5, box.width() - 24, 20), face.below, "small", "ink", 600)
        elif face.below_is == "waiting":
            draw_text(p, QRectF(box.left(), box.top() + 5, box.width(), 20), face.below, "small", "look.text")
        elif face.below:
            lines = break_lines(face.below, "small", box.width())
            if len(lines) > 2:
                rest = metrics("small").elidedText(" ".join(lines[1:]), Qt.TextElideMode.ElideRight, box.width())
                lines = (lines[0], rest)
            draw_lines(p, QRectF(box.left(), box.top() - 3, box.width(), 38), lines, "small", "ink")


class Ledger(PaintedList):
    """The list of inputs: A accepts, D adapts, P parks, X declines, V and Shift V vote, M merges, F finds."""

    answerAsked = Signal(object, object)
    voteAsked = Signal(object, object)
    mergeAsked = Signal(object)
    findAsked = Signal()

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        self.voting = ""
        """The input whose dots are under the mouse."""
        super().__init__(model, parent)
        self.rows = model
        self.setMouseTracking(True)
        self.setItemDelegate(CardPainter(self))

    def box_of(self, id: str) -> QRectF:
        """The card of an input in this view's own pixels."""
        return card_box(self.row_box(id))

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        pressed = event.key()
        if pressed in _ANSWERS:
            self.answerAsked.emit(key, _ANSWERS[pressed])
        elif pressed == Qt.Key.Key_V:
            self.voteAsked.emit(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif pressed == Qt.Key.Key_M:
            self.mergeAsked.emit(key)
        elif pressed == Qt.Key.Key_F:
            self.findAsked.emit()
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        id = self.key_under(event.position().toPoint())
        if id is None or event.button() != Qt.MouseButton.LeftButton:
            return
        card = card_box(QRectF(self.visualRect(self.currentIndex())))
        if self.rows.face(id).state == "new" and button_box(card).contains(event.position()):
            self.answerAsked.emit(id, "accepted")
        elif votes_box(card).contains(event.position()):
            self.voteAsked.emit(id, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position()
        index = self.indexAt(at.toPoint())
        inside = index.isValid() and votes_box(card_box(QRectF(self.visualRect(index)))).contains(at)
        self._point_at((self.key_under(at.toPoint()) or "") if inside else "")

    def viewportEvent(self, event: QEvent) -> bool:
        if self.voting and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return say_with_whole(self.viewport(), event, _("A click places a dot, Shift and a click takes one back"))
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at("")

    def _point_at(self, id: str) -> None:
        if id != self.voting:
            self.voting = id
            self.viewport().update()
