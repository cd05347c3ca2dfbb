"""The activities with money and leads: what each gets today, the band in which anything is as good, and a thumb."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.pages.forecast.moneyfaces import ShareFace
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.paint import RIGHT, draw_text, flat, painter, rounded, text_width
from planner.ui.theme import mix, theme

_ROW = 54
_NAMES, _USUAL, _FIGURES = 0.36, 320.0, 190.0
_STEPS = 40


class ShareList(FaceList[ShareFace]):
    """Left and right move money in small steps, Home to today, B or End to the best; Enter goes to the activity.

    `moved(id, amount)` in minor units, by keys or by pulling the thumb.
    """

    moved = Signal(object, object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_ROW, _("Money by activity"))
        self.empty_words = _("No activity has both money and leads by month yet.")
        self._most = 1
        self._names = _USUAL
        self._pulled: str | None = None
        self.opened.connect(self.asked)

    def show_shares(self, faces: tuple[ShareFace, ...]) -> None:
        """Show these, to one scale."""
        self._most = max((max(face.most, face.today, face.best) for face in faces), default=1) or 1
        widest = max((text_width(face.name, "small", 600) for face in faces), default=0.0)
        self._names = max(_USUAL, widest + 28)
        self.show_faces(faces)
        self.setFixedHeight(max(64, _ROW * len(faces) + 2))

    def key_on(self, face: ShareFace, event: QKeyEvent) -> bool:
        step = max(1, (face.most - face.least) // _STEPS)
        wanted = {
            Qt.Key.Key_Left.value: face.new - step,
            Qt.Key.Key_Right.value: face.new + step,
            Qt.Key.Key_Home.value: face.today,
            Qt.Key.Key_End.value: face.best,
            Qt.Key.Key_B.value: face.best,
        }.get(event.key())
        if wanted is None or not face.moves:
            return False
        self.moved.emit(face.id, max(face.least, min(face.most, wanted)))
        return True

    def _track(self, box: QRectF) -> tuple[float, float]:
        left = box.left() + min(self._names, box.width() * _NAMES)
        return left, max(60.0, box.right() - _FIGURES - 16 - left)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        key = self.key_under(event.position().toPoint())
        face = self.rows.face(key)
        if face is None or not face.moves or event.button() != Qt.MouseButton.LeftButton:
            return
        left, length = self._track(self.row_box(face.id))
        if left - 8 <= event.position().x() <= left + length + 8:
            self._pulled = face.id
            self._pull(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled is None:
            super().mouseMoveEvent(event)
        else:
            self._pull(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pulled = None
        super().mouseReleaseEvent(event)

    def _pull(self, event: QMouseEvent) -> None:
        face = self.rows.face(self._pulled)
        if face is None:
            return
        left, length = self._track(self.row_box(face.id))
        amount = round(self._most * (event.position().x() - left) / length)
        near = self._most * 4 / length
        for mark in (face.today, face.best):
            amount = mark if abs(amount - mark) < near else amount
        self.moved.emit(face.id, max(face.least, min(face.most, amount)))

    def draw(self, p: QPainter, box: QRectF, face: ShareFace) -> None:
        now = theme()
        left, length = self._track(box)
        words = QRectF(box.left() + 10, box.top() + 7, left - box.left() - 26, 20)
        draw_text(p, words, face.name, "small", "ink", 600)
        draw_text(p, words.translated(0, 19), face.below, "caption", "muted")
        y = box.center().y()

        def x(amount: int) -> float:
            return left + length * amount / self._most

        rounded(p, QRectF(left, y - 3, length, 6), 3, now.track)
        if face.moves:
            rounded(
                p, QRectF(x(face.least), y - 3, x(face.most) - x(face.least), 6), 3, mix(now.blue, now.surface, 0.8)
            )
            band = QRectF(x(face.low), y - 8, max(4.0, x(face.high) - x(face.low)), 16)
            rounded(p, band, 4, mix(now.blue, now.surface, 0.6))
            best = x(face.best)
            p.setPen(QPen(now.blue, 2))
            p.drawLine(QPointF(best, y - 11), QPointF(best, y + 11))
        flat(p, QRectF(round(x(face.today)) - 1, y - 13, 2, 26), now.ink)
        if face.moves:
            p.setPen(QPen(now.ink if face.new != face.today else now.control, 2))
            p.setBrush(now.surface)
            p.drawEllipse(QPointF(x(face.new), y), 8, 8)
        figures = QRectF(box.right() - _FIGURES, box.top() + 7, _FIGURES - 10, 20)
        changed = face.new != face.today
        draw_text(p, figures, face.money_words, "small", "ink", 600 if changed else None, RIGHT)
        leads = _("{n} leads").format(n=face.leads_words)
        draw_text(p, figures.translated(0, 19), leads, "caption", "muted", None, RIGHT)


class Legend(QWidget):
    """What the marks on a row mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(24)

    def paintEvent(self, event: object) -> None:
        p, now, left = painter(self), theme(), 10.0
        for word in (_("today"), _("best"), _("as good"), _("bounds")):
            box = QRectF(left, 7, 14, 10)
            if word == _("today"):
                flat(p, QRectF(left + 6, 4, 2, 16), now.ink)
            elif word == _("best"):
                flat(p, QRectF(left + 6, 4, 2, 16), now.blue)
            else:
                share = 0.6 if word == _("as good") else 0.8
                rounded(p, box, 3, mix(now.blue, now.surface, share))
            wide = draw_text(p, QRectF(left + 20, 2, 120, 20), word, "caption", "muted")
            left += wide + 38
