"""The list of risks, assumptions, issues and dependencies, painted; its head stands above it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.model.value import Value
from planner.ui.digits import digit_of
from planner.ui.icons import draw_icon
from planner.ui.pages.risks.figures import RiskFace, kind_name
from planner.ui.parts.avatar import draw_avatar
from planner.ui.parts.blocks import STEPS, WIDTH, block_at, draw_blocks, draw_product
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.paint import LEFT, dashed, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.text import draw_shortened
from planner.ui.theme import theme

ROW, HEAD = 52, 33
_WIDE_FROM = 960
_PAD = 20.0
_KINDS = {
    "risk": ("warning", "fix"),
    "assumption": ("cloud", "look"),
    "issue": ("wrench", "note"),
    "dependency": ("link", "customer"),
}


class Columns(Value):
    """Where each column begins; `sign` is None where the first sign stands under the answer."""

    kind: float
    what: float
    blocks: float
    answer: float
    sign: float | None
    owner: float
    right: float

    @staticmethod
    def of(width: float) -> "Columns":
        """The columns of a list of this width."""
        right = width - _PAD
        owner = right - 92
        wide = width >= _WIDE_FROM
        rest = owner - (_PAD + 128) - 110
        what = rest * (0.38 if wide else 0.52)
        blocks = _PAD + 128 + what
        sign = blocks + 110 + rest * 0.335 if wide else None
        return Columns(_PAD, _PAD + 128, blocks, blocks + 110, sign, owner, right)


class RiskHead(QLabel):
    """The words above the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect())
        rounded(p, box.adjusted(0, 0, 0, 12), 11, theme().sunken)
        flat(p, QRectF(0, box.bottom() - 1, box.width(), 13), theme().surface)
        flat(p, QRectF(0, box.bottom() - 1, box.width(), 1), theme().hairline)
        at = Columns.of(box.width())
        texts = [(at.kind, _("Kind")), (at.what, _("What")), (at.blocks, _("Likely, heavy")),
                 (at.answer, _("What we do")), (at.owner, _("Owner, by"))]  # fmt: skip
        if at.sign is not None:
            texts.append((at.sign, _("First sign")))
        for left, words in texts:
            draw_text(p, QRectF(left, 0, at.right - left + 8, HEAD - 1), words, "caption", "muted", 500)


class RiskList(FaceList[RiskFace]):
    """1 to 5 sets likely, Shift 1 to 5 heavy; O asks for the owner, C closes or opens again."""

    weighed = Signal(object, object, object)
    """A row, the field and the figure."""
    ownerAsked = Signal(object, object)
    closeAsked = Signal(object)
    answerAsked = Signal(object)

    def __init__(self) -> None:
        super().__init__(ROW, _("Risks, assumptions, issues, dependencies"))

    def key_on(self, face: RiskFace, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        figure = digit_of(event)
        if figure in range(1, STEPS + 1) and not held & ~Qt.KeyboardModifier.ShiftModifier:
            heavy = held & Qt.KeyboardModifier.ShiftModifier
            self.weighed.emit(face.id, "impact" if heavy else "probability", figure)
        elif event.key() == Qt.Key.Key_O and not held:
            self.ownerAsked.emit(face.id, self.owner_point(face.id))
        elif event.key() == Qt.Key.Key_C and not held:
            self.closeAsked.emit(face.id)
        else:
            return False
        return True

    def click_on(self, face: RiskFace, box: QRectF, at: QPointF) -> None:
        columns = Columns.of(box.width())
        block = block_at(columns.blocks, box.center().y(), at)
        if block is not None:
            self.weighed.emit(face.id, ("probability", "impact")[block[0]], block[1])
        elif at.x() >= columns.owner:
            self.ownerAsked.emit(face.id, self.owner_point(face.id))
        elif columns.answer <= at.x() < (columns.sign or columns.owner) and not face.answer and not face.closed:
            self.answerAsked.emit(face.id)

    def owner_point(self, id: str) -> QPoint:
        """Where the list of people opens."""
        box = self.row_box(id)
        place = QPointF(Columns.of(box.width()).owner, box.bottom())
        return self.viewport().mapToGlobal(place.toPoint())

    def draw(self, p: QPainter, box: QRectF, face: RiskFace) -> None:
        at = Columns.of(box.width())
        p.setOpacity(0.55 if face.closed else 1.0)
        middle = box.center().y()
        _draw_kind(p, at.kind, middle, face.kind, at.what - at.kind - 12)
        room = QRectF(at.what, box.top(), at.blocks - at.what - 16, box.height())
        draw_shortened(p, room, face.what, "body", "ink", 500, lines=2)
        draw_blocks(p, at.blocks, middle, face.likely, face.heavy, red=face.is_heavy)
        product = str(face.weight) if face.weight is not None else "?"
        draw_product(p, at.blocks + WIDTH + 36, middle, product, red=face.is_heavy)
        self._answer(p, box, at, face)
        self._owner(p, box, at, face)
        p.setOpacity(1.0)

    def _answer(self, p: QPainter, box: QRectF, at: Columns, face: RiskFace) -> None:
        end = (at.sign or at.owner) - 16
        room = QRectF(at.answer, box.top(), end - at.answer, box.height())
        below = at.sign is None and face.first_sign
        if not face.answer and not face.closed:
            middle = box.center().y() - (8 if below else 0)
            _draw_missing(p, room.left(), middle, _("No answer yet"), room.width())
        else:
            part = room.adjusted(0, 6, 0, -24) if below else room
            draw_shortened(p, part, face.answer, "small", "ink", lines=1 if below else 2)
        if at.sign is not None:
            sign = QRectF(at.sign, box.top(), at.owner - 16 - at.sign, box.height())
            draw_shortened(p, sign, face.first_sign, "small", "muted", lines=2)
        elif below:
            draw_text(p, room.adjusted(0, 28, 0, -6), face.first_sign, "caption", "muted")

    def _owner(self, p: QPainter, box: QRectF, at: Columns, face: RiskFace) -> None:
        circle = QRectF(at.owner, box.center().y() - 13, 26, 26)
        if face.owner:
            draw_avatar(p, circle, face.letters, face.voice)
        else:
            rounded(p, circle, 13, None, dashed(theme().level("look").text))
            draw_icon(p, "plus", QRectF(circle.center().x() - 6, circle.center().y() - 6, 12, 12), "look.text", "bold")
        words = _("Closed") if face.closed else face.by
        day = QRectF(circle.right() + 9, box.top(), at.right + 8 - circle.right() - 9, box.height())
        draw_text(p, day, words, "small", "look.text" if face.late else "ink", 600 if face.late else 400, LEFT)


def _draw_kind(p: QPainter, left: float, middle: float, kind: str, room: float) -> None:
    icon, colours = _KINDS.get(kind, ("circle-dashed", "customer"))
    words = kind_name(kind)
    wide = min(room, text_width(words, "caption", 500) + 38)
    box = QRectF(left, middle - 12, wide, 24)
    rounded(p, box, 12, theme().colour(f"{colours}.tint"))
    draw_icon(p, icon, QRectF(left + 9, round(middle - 6.5), 13, 13), f"{colours}.text", "bold")
    draw_text(p, box.adjusted(28, 0, -6, 0), words, "caption", f"{colours}.text", 500)


def _draw_missing(p: QPainter, left: float, middle: float, words: str, room: float) -> None:
    """A dashed chip for what is not there yet."""
    wide = min(room, text_width(words, "caption", 500) + 38)
    box = QRectF(left, middle - 12, wide, 24)
    rounded(p, box, 12, None, dashed(theme().level("fix").text))
    draw_icon(p, "warning-octagon", QRectF(left + 8, round(middle - 7), 14, 14), "fix.text", "regular")
    draw_text(p, box.adjusted(28, 0, -6, 0), words, "caption", "fix.text", 500)
