"""Owner halves: what marketing and sales own together; a missing half is a dashed gap."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import CENTRE, dashed, draw_text, flat, painter, rounded
from planner.ui.parts.text import draw_within
from planner.ui.theme import theme

SIDES = ("marketing", "sales")
FOOT = 104


def draw_halves_pill(p: QPainter, box: QRectF, marketing: str, sales: str) -> None:
    """Both names in one pill with a gap of 2; an empty name is an open half."""
    half = (box.width() - 2) / 2
    left = QRectF(box.left(), box.top(), half, box.height())
    right = QRectF(box.right() - half, box.top(), half, box.height())
    for side, part, name in (("marketing", left, marketing), ("sales", right, sales)):
        shape = _half_shape(part, box.height() / 2, round_left=side == "marketing")
        if name:
            p.fillPath(shape, theme().voice(side).tint)
            draw_text(p, part.adjusted(8, 0, -6, 0), name, "caption", f"{side}.text", 500, CENTRE)
        else:
            edge = part.adjusted(0.75, 0.75, -0.75, -0.75)
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(dashed(theme().level("look").text))
            p.drawPath(_half_shape(edge, edge.height() / 2, round_left=side == "marketing"))
            draw_text(p, part, _("open"), "caption", "look.text", 500, CENTRE)


def _half_shape(box: QRectF, radius: float, *, round_left: bool) -> QPainterPath:
    """A box that is rounded on one side only."""
    path = QPainterPath()
    if round_left:
        path.moveTo(box.topRight())
        path.lineTo(box.left() + radius, box.top())
        path.arcTo(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 90, 90)
        path.lineTo(box.left(), box.bottom() - radius)
        path.arcTo(QRectF(box.left(), box.bottom() - 2 * radius, 2 * radius, 2 * radius), 180, 90)
        path.lineTo(box.bottomRight())
    else:
        path.moveTo(box.topLeft())
        path.lineTo(box.right() - radius, box.top())
        path.arcTo(QRectF(box.right() - 2 * radius, box.top(), 2 * radius, 2 * radius), 90, -90)
        path.lineTo(box.right(), box.bottom() - radius)
        path.arcTo(QRectF(box.right() - 2 * radius, box.bottom() - 2 * radius, 2 * radius, 2 * radius), 0, -90)
        path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path


def halves_words(marketing: str, sales: str) -> str:
    """Both halves for a screen reader."""
    return _("Marketing: {marketing}. Sales: {sales}.").format(
        marketing=marketing or _("open"), sales=sales or _("open")
    )


class HalvesFoot(QLabel):
    """The foot of a goal card, 104 high: each side's owner and part. `sideClicked` carries the side.

    A half is clicked, or reached by Tab, walked to by left and right and opened by Enter. The foot fills the card
    from edge to edge; its lower corners follow the card's radius of 12.
    """

    spoken_as = "Button"
    sideClicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._halves = (("", ""), ("", ""))
        self.setMinimumHeight(FOOT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_halves(self, marketing: tuple[str, str], sales: tuple[str, str]) -> None:
        """For each side the owner's name and what that side does; an empty name is an open half."""
        self._halves = (marketing, sales)
        said = halves_words(*(f"{name}, {part}" if name else "" for name, part in self._halves))
        self.setAccessibleName(said)
        self.setToolTip("\n".join(f"{name}: {part}" for name, part in self._halves if name and part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, FOOT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.sideClicked.emit(SIDES[event.position().x() > self.width() / 2])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._at = int(key == Qt.Key.Key_Right)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.sideClicked.emit(SIDES[self._at])
        else:
            super().keyPressEvent(event)

    def _paint_focus(self, p: QPainter, box: QRectF, radius: float) -> None:
        if self.hasFocus():
            half = QRectF(box.left() + self._at * box.width() / 2, box.top(), box.width() / 2, box.height())
            rounded(p, half, radius, None, theme().focus, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        inside = QRectF(self.rect()).adjusted(1, 0, -1, -1)
        p.setClipPath(_foot_shape(inside, 11))
        half = (inside.width() - 2) / 2
        left = QRectF(inside.left(), inside.top(), half, inside.height())
        right = QRectF(inside.right() - half, inside.top(), half, inside.height())
        for side, box, (name, part) in zip(SIDES, (left, right), self._halves, strict=True):
            self._paint_half(p, side, box, name, part)
        self._paint_focus(p, inside, 8)

    def _paint_half(self, p: QPainter, side: str, box: QRectF, name: str, part: str) -> None:
        tone = f"{side}.text" if name else "look.text"
        if name:
            flat(p, box, theme().voice(side).tint)
        else:
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(dashed(theme().level("look").text))
            edge = box.adjusted(0.75, 0.75, -0.75, -0.75)
            p.drawPath(_foot_shape(edge, 10, left=side == "marketing", right=side == "sales"))
        left = box.left() + (15 if side == "marketing" else 14)
        draw_glyph(p, side, left, box.top() + 21, 9)
        head = QRectF(left + 20, box.top() + 11, box.right() - left - 26, 20)
        draw_text(p, head, name or _("open"), "small", tone, 600)
        width = box.right() - left - 10
        words = QRectF(QPointF(left, box.top() + 36), QPointF(left + width, box.bottom()))
        draw_within(p, words, part, "small", "ink")


def _foot_shape(box: QRectF, radius: float, *, left: bool = True, right: bool = True) -> QPainterPath:
    """A box whose lower corners are rounded, both or one of them."""
    path = QPainterPath()
    path.moveTo(box.topLeft())
    path.lineTo(box.topRight())
    across = 2 * radius
    if right:
        path.lineTo(box.right(), box.bottom() - radius)
        path.arcTo(QRectF(box.right() - across, box.bottom() - across, across, across), 0, -90)
    else:
        path.lineTo(box.bottomRight())
    if left:
        path.lineTo(box.left() + radius, box.bottom())
        path.arcTo(QRectF(box.left(), box.bottom() - across, across, across), 270, -90)
    else:
        path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path
