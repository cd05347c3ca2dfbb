"""Both sides beside each other in their tints, with the mark on the seam."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _, _n
from planner.ui.meeting.words import Pane
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.mark import APART, draw_mark
from planner.ui.parts.paint import RIGHT, circle, draw_text, painter, text_width
from planner.ui.theme import theme

HIGH = 108


class MeetingHead(QWidget):
    """Mine at the left, theirs at the right: whose, from where, when, and how many changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sides: tuple[tuple[Pane, int], ...] = ()

    def sizeHint(self) -> QSize:
        return QSize(900, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, HIGH)

    def show_sides(self, mine: Pane, my_changes: int, theirs: Pane, their_changes: int) -> None:
        """`text` of a pane is where that side comes from."""
        self._sides = (mine, my_changes), (theirs, their_changes)
        said = [f"{name}, {pane.text}, {pane.who} {pane.when}: {_changes(count)}"
                for name, (pane, count) in zip((_("Mine"), _("Theirs")), self._sides, strict=True)]  # fmt: skip
        self.setAccessibleName(". ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._sides:
            return
        p, now = painter(self), theme()
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(whole, 12, 12)
        half = whole.width() / 2
        p.save()
        p.setClipPath(shape)
        boxes = (QRectF(whole.left(), whole.top(), half, HIGH), QRectF(whole.left() + half, whole.top(), half, HIGH))
        for box, (pane, _count) in zip(boxes, self._sides, strict=True):
            p.fillRect(box, now.voice(pane.voice).tint)
        p.restore()
        p.setPen(now.hairline)
        p.drawPath(shape)
        seam = QPointF(whole.left() + half, whole.center().y())
        p.fillRect(QRectF(seam.x() - 1, whole.top() + 1, 2, HIGH - 2), now.surface)
        p.fillPath(circle(seam.x(), seam.y(), 29), now.surface)
        wide = 24 * (1 + APART / 2)
        draw_mark(p, seam.x() - wide / 2, seam.y() - 12, 24)
        for place, (box, name) in enumerate(zip(boxes, (_("Mine"), _("Theirs")), strict=True)):
            pane, count = self._sides[place]
            self._side(p, box.adjusted(26 + 32 * place, 0, -26 - 32 * (1 - place), 0), name, pane, count)

    def _side(self, p: QPainter, box: QRectF, name: str, pane: Pane, count: int) -> None:
        draw_avatar(p, QRectF(box.left(), box.center().y() - 24, 48, 48), initials(pane.who), pane.voice)
        said = _changes(count)
        wide = text_width(said, "body", 600)
        draw_text(p, QRectF(box.right() - wide, box.top(), wide, HIGH), said, "body", f"{pane.voice}.text", 600, RIGHT)
        left = box.left() + 64
        room = box.right() - wide - 20 - left
        line = QRectF(left, box.center().y() - 30, room, 34)
        used = draw_text(p, line, name, "feature", f"{pane.voice}.text")
        draw_text(p, line.adjusted(used + 10, 4, 0, 4), pane.text, "small", f"{pane.voice}.text")
        below = ", ".join(part for part in (pane.who, pane.when) if part)
        draw_text(p, QRectF(left, box.center().y() + 6, room, 20), below, "small", "ink")


def _changes(count: int) -> str:
    return _n("{n} change", "{n} changes", count).format(n=count)
