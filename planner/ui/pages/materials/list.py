"""The painted rows of the materials, their head, and the keys that decide."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index
from planner.ui.pages.materials.faces import FACE_ROLE, UNDECIDED, MaterialFace, MaterialsModel, decision_name
from planner.ui.parts.avatar import draw_avatar
from planner.ui.parts.chip import state_look
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.paint import CENTRE, RIGHT, dashed, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.text import balance, break_lines, draw_lines
from planner.ui.parts.tracks import draw_dumbbell
from planner.ui.theme import metrics, theme

ROW, HEAD = 58, 36
_PAD = 20
KEYS = {
    Qt.Key.Key_K.value: "keep",
    Qt.Key.Key_R.value: "revise",
    Qt.Key.Key_P.value: "replace",
    Qt.Key.Key_T.value: "retire",
    Qt.Key.Key_C.value: "create",
    Qt.Key.Key_U.value: UNDECIDED,
}


@dataclass(frozen=True)
class Columns:
    """Where the columns stand in a row of some width. Means, cost and use end at their place, the others begin."""

    name: float
    track: float
    track_end: float
    sales: float
    marketing: float
    cost: float
    used: float
    asked: float
    asked_name: float
    """The width of the asker's name; 0 where only the face fits."""
    decision: float
    reason: float | None
    """None: the reason stands under the decision."""
    end: float


def columns(width: float) -> Columns:
    """The three ways to divide a row: for a wide page, for one with the coach folded, and for the narrowest."""
    if width >= 1060:
        backs = (861, 731, 687, 650, 588, 504, 484, 96, 342, 248)
    elif width >= 880:
        backs = (742, 642, 603, 566, 506, 436, 424, 66, 316, 220)
    else:
        backs = (574, 482, 445, 408, 352, 282, 266, 0, 218, 0)
    track, end, sales, marketing, cost, used, asked, asked_name, decision, reason = (float(back) for back in backs)
    if reason:
        reason = min(reason, decision - 8 - max(decision_width(state) for state in KEYS.values()))
    return Columns(
        _PAD, width - track, width - end, width - sales, width - marketing, width - cost, width - used,
        width - asked, asked_name, width - decision, width - reason if reason else None, width - _PAD,
    )  # fmt: skip


class MaterialsHead(QWidget):
    """The heads of the columns, on the sunken ground at the top of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now, at = theme(), columns(self.width())
        p.setClipRect(self.rect())
        rounded(p, QRectF(0, 0, self.width(), HEAD + 20), 11, now.sunken)
        flat(p, QRectF(0, HEAD - 1, self.width(), 1), now.hairline)

        def word(left: float, right: float, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
            draw_text(p, QRectF(left, 0, right - left, HEAD - 1), text, "caption", "muted", 500, align)

        word(at.name, at.track - 12, _("Material"))
        word(at.track - 8, at.sales - 30, _("Useful? 1 to 5"))
        for voice, right in (("sales", at.sales), ("marketing", at.marketing)):
            draw_glyph(p, voice, right - glyph_width(voice, 9), HEAD / 2 - 0.5, 9)
        word(at.marketing + 6, at.cost, _("A year"), RIGHT)
        word(at.cost + 8, at.used, _("Used by"), RIGHT)
        word(at.asked, at.decision - 8, _("Who asked for it") if at.asked_name > 80 else _("Asked"))
        word(at.decision, at.end, _("Decision, and why"))


class RowPainter(QStyledItemDelegate):
    """Paints one material."""

    def __init__(self, view: "MaterialsList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        p, now, box = painter, theme(), QRectF(option.rect)
        face: MaterialFace = index.data(FACE_ROLE)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex() == index
        ground = now.selection if current else self._view.ground(index)
        if ground:
            flat(p, box, ground)
        if index.row():
            flat(p, QRectF(box.left(), box.top(), box.width(), 1), now.hairline)
        p.save()
        p.translate(box.topLeft())
        at = columns(box.width())
        self._name(p, at, face)
        self._ratings(p, at, face)
        self._figures(p, at, face)
        self._asked(p, at, face)
        self._decision(p, at, face)
        p.restore()
        if current and self._view.hasFocus():
            rounded(p, box.adjusted(1, 1, -1, -2), 8, None, now.focus, 2)

    def _name(self, p: QPainter, at: Columns, face: MaterialFace) -> None:
        box = QRectF(at.name, 9, at.track - 12 - at.name, 20)
        if text_width(face.name, "body", 600) > box.width():  # a long name takes the line below, too
            lines = two_lines(face.name, box.width(), 600)
            draw_lines(p, box.translated(0, 1), lines, "small", "ink", 600)
            if len(lines) == 1:
                draw_text(p, box.translated(0, 20), face.below, "caption", "muted")
            return
        draw_text(p, box if face.below else box.translated(0, 9), face.name, "body", "ink", 600)
        draw_text(p, box.translated(0, 20), face.below, "caption", "muted")

    def _ratings(self, p: QPainter, at: Columns, face: MaterialFace) -> None:
        track = QRectF(at.track, 19, at.track_end - at.track, 20)
        if not face.opinion.is_known:
            pill = QRectF(at.track, 17, at.marketing - at.track, 24)
            rounded(p, pill, 12, theme().surface, dashed(theme().control))
            draw_text(p, pill.adjusted(8, 0, -8, 0), face.unrated, "caption", "muted", 500, CENTRE)
            return
        sales, marketing = face.opinion.sales, face.opinion.marketing
        draw_dumbbell(p, track, sales.value if sales else None, marketing.value if marketing else None)
        for place, (voice, right) in enumerate((("sales", at.sales), ("marketing", at.marketing))):
            known = bool(face.raters[place])
            cell = QRectF(right - 40, 9 if known else 19, 40, 20)
            tone = f"{voice}.text" if known else "muted"
            draw_text(p, cell, face.means[place], "small", tone, 600, RIGHT)
            draw_text(p, cell.translated(0, 20), face.raters[place], "caption", "muted", None, RIGHT)

    def _figures(self, p: QPainter, at: Columns, face: MaterialFace) -> None:
        cost = QRectF(at.marketing + 6, 19, at.cost - at.marketing - 6, 20)
        draw_text(p, cost, face.cost or "–", "small", "ink" if face.cost else "muted", 600, RIGHT)
        used = QRectF(at.cost + 8, 19, at.used - at.cost - 8, 20)
        tone = "look.text" if face.little_used else "ink" if face.used else "muted"
        draw_text(p, used, face.used or "–", "small", tone, 600 if face.little_used else 400, RIGHT)

    def _asked(self, p: QPainter, at: Columns, face: MaterialFace) -> None:
        circle = QRectF(at.asked, 16, 26, 26)
        if face.asker is None:
            rounded(p, circle, 13, None, dashed(theme().level("look").text, 1.5))
            draw_text(p, circle, "?", "caption", "look.text", 600, CENTRE)
            tone, weight = "look.text", 500
        else:
            draw_avatar(p, circle, face.asker.letters, face.asker.voice)
            tone, weight = f"{face.asker.voice}.text", 600
        if at.asked_name:
            words = _("Nobody") if face.asker is None and at.asked_name < 80 else face.asked
            draw_text(p, QRectF(at.asked + 34, 19, at.asked_name, 20), words, "small", tone, weight)

    def _decision(self, p: QPainter, at: Columns, face: MaterialFace) -> None:
        beside = at.reason is not None
        draw_decision(p, at.decision, 17 if beside else 6, face.state)
        tone = "look.text" if face.waits else "ink"
        if at.reason is not None:
            room = at.end - at.reason
            lines = two_lines(face.reason, room)
            top = 10 if len(lines) > 1 else 19.5
            draw_lines(p, QRectF(at.reason, top, room, 38), lines, "small", tone)
        else:
            draw_text(p, QRectF(at.decision + 2, 33, at.end - at.decision, 18), face.reason, "small", tone)


def two_lines(text: str, room: float, weight: int | None = None) -> tuple[str, ...]:
    """A text in at most two lines of 13 and of even length; the second is shortened where there is more."""
    lines = balance(text, "small", room, weight)
    if len(lines) > 2:
        first, *rest = break_lines(text, "small", room, weight)
        measure = metrics("small", weight)
        return first, measure.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, room)
    return lines


def decision_width(state: str) -> float:
    """How wide the chip of a decision is."""
    return text_width(decision_name(state), "caption", 500) + (20 if state == UNDECIDED else 36)


def draw_decision(p: QPainter, left: float, top: float, state: str) -> float:
    """The chip of a decision; returns its width."""
    text, wide = decision_name(state), decision_width(state)
    now = theme()
    if state == UNDECIDED:
        box = QRectF(left, top, wide, 24)
        rounded(p, box, 12, now.surface, dashed(now.level("look").text))
        draw_text(p, box, text, "caption", "look.text", 500, CENTRE)
        return wide
    known = state != "reproduce_unchanged"
    icon, ground, words = state_look(state) if known else ("arrow-clockwise", "look.tint", "look.text")
    box = QRectF(left, top, wide, 24)
    rounded(p, box, 12, now.colour(ground), now.ink if state == "create" else None)
    draw_icon(p, icon, QRectF(left + 9, top + 5.5, 13, 13), words, "bold" if known else "regular")
    draw_text(p, box.adjusted(27, 0, -4, 0), text, "caption", words, 500)
    return wide


class MaterialsList(PaintedList):
    """Arrows move; K keeps, R revises, P replaces, T retires, C creates, U leaves undecided with names and a day."""

    decisionAsked = Signal(object, object)
    clicked_row = Signal(object)

    def __init__(self, model: MaterialsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows = model
        self.setItemDelegate(RowPainter(self))

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        decision = KEYS.get(event.key())
        if decision is not None:
            self.decisionAsked.emit(key, decision)
        return decision is not None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position()
        id = self.key_under(point.toPoint())
        if id is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if columns(self.viewport().width()).decision - 6 <= point.x():
            face = self.rows.face(id)
            self.decisionAsked.emit(id, "keep" if face.state == "reproduce_unchanged" else face.state)
        else:
            self.clicked_row.emit(id)
