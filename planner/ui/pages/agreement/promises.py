"""Promises in two halves: what one side promises and what the other does, each with its measure and who agreed."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.ui.icons import draw_icon
from planner.ui.pages.agreement.figures import PromiseFace
from planner.ui.parts.button import Button
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.paint import RIGHT, dashed, draw_text, painter, rounded
from planner.ui.parts.text import draw_lines, fit_lines
from planner.ui.theme import theme

HEAD = 56
_PAD, _TICKS = 24.0, 62.0
_NOTHING = 68


def draw_tick(p: QPainter, x: float, middle: float, voice: str, *, agreed: bool) -> None:
    """A filled circle with a tick for a half that has agreed, a dashed one for a half that has not."""
    box = QRectF(x, middle - 9, 18, 18)
    fill = theme().voice(voice).fill
    if not agreed:
        rounded(p, box, 9, None, dashed(fill, 1.5))
        return
    rounded(p, box, 9, fill)
    draw_icon(p, "check", QRectF(x + 4, middle - 5, 10, 10), theme().on_fill, "bold")


class PromiseList(FaceList[PromiseFace]):
    """As high as its rows. A click on the open tick, or A, accepts for the side that receives."""

    acceptAsked = Signal(object, object)

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__(78, name)
        self.empty_words = nothing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def key_on(self, face: PromiseFace, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_A or event.modifiers():
            return False
        self.acceptAsked.emit(face.id, self.tick_point(face.id))
        return True

    def click_on(self, face: PromiseFace, box: QRectF, at: QPointF) -> None:
        if at.x() >= box.right() - _TICKS and abs(at.y() - box.top() - 22) < 20:
            self.acceptAsked.emit(face.id, self.tick_point(face.id))

    def tick_point(self, id: str) -> QPoint:
        """Where the list of people who could accept opens."""
        box = self.row_box(id)
        return self.viewport().mapToGlobal(QPointF(box.right() - _TICKS, box.top() + 36).toPoint())

    def lines_wanted(self, faces: list[PromiseFace], width: float) -> int:
        """How many lines the longest promise takes at a width, two at most."""
        room = width - 2 * _PAD - 24 - _TICKS + 12
        return max((len(fit_lines(face.promise, "body", room, 2, 500)) for face in faces), default=1)

    def fit(self, lines: int, rows: int) -> None:
        """Rows for so many lines, and as high as so many rows."""
        self.set_row_height(58 + 20 * lines)
        self.setFixedHeight(max(_NOTHING, rows * self.row_height))

    def draw(self, p: QPainter, box: QRectF, face: PromiseFace) -> None:
        left = box.left() + _PAD
        draw_text(p, QRectF(left, box.top() + 12, 22, 20), face.number, "small", "muted", 500)
        text = left + 24
        room = box.right() - _PAD - _TICKS + 12 - text
        lines = fit_lines(face.promise, "body", room, 2, 500)
        draw_lines(p, QRectF(text, box.top() + 12, room, 40), lines, "body", "ink", 500)
        below = QRectF(text, box.top() + 13 + 20 * len(lines), box.right() - _PAD - text, 18)
        draw_text(p, below, face.measure or _("No measure yet"), "caption", "muted" if face.measure else "look.text")
        tone = "muted" if face.missed else "look.text"
        draw_text(p, below.translated(0, 18), face.missed_words, "caption", tone)
        right = box.right() - _PAD
        draw_tick(p, right - 40, box.top() + 22, face.giver, agreed=True)
        draw_tick(p, right - 18, box.top() + 22, face.receiver, agreed=face.accepted)


class HalfHead(QLabel):
    """The tinted head of one half."""

    def __init__(self, title: str, voice: str, *, left: bool) -> None:
        super().__init__()
        self._title, self._voice, self._left, self._words = title, voice, left, ""
        self.setFixedHeight(HEAD)
        self.setAccessibleName(title)

    def say(self, words: str) -> None:
        """What stands at the right: agreed by both, or how many are not."""
        self._words = words
        self.setAccessibleName(f"{self._title}, {words}" if words else self._title)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        colours, box = theme().voice(self._voice), QRectF(self.rect())
        p.setClipRect(box)
        shape = box.adjusted(0, 0, 14 if self._left else 0, 14).adjusted(0 if self._left else -14, 0, 0, 0)
        rounded(p, shape, 11, colours.tint)
        left = box.left() + _PAD + (0 if self._left else 12)
        middle = box.center().y()
        draw_glyph(p, self._voice, left, middle, 12)
        left += glyph_width(self._voice, 12) + 10
        right = box.right() - _PAD - (14 if self._left else 0)
        wide = draw_text(p, QRectF(left, 0, right - left, HEAD), self._title, "card", f"{self._voice}.text")
        rest = QRectF(left + wide + 12, 0, max(0.0, right - left - wide - 12), HEAD)
        draw_text(p, rest, self._words, "caption", f"{self._voice}.text", None, RIGHT)


class Half(QWidget):
    """One side's promises: head, list, and the way to another one. `addAsked` for that."""

    addAsked = Signal()

    def __init__(self, title: str, nothing: str, voice: str, *, left: bool) -> None:
        super().__init__()
        self.head = HalfHead(title, voice, left=left)
        self.list = PromiseList(title, nothing)
        self.faces: list[PromiseFace] = []
        add = Button(_("Add a promise"), "link", icon="plus", size="small")
        add.setAccessibleDescription(title)
        add.clicked.connect(self.addAsked)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 4, 24, 8)
        foot.addWidget(add)
        foot.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.column.addWidget(self.list)
        self.column.addLayout(foot)

    @property
    def count(self) -> int:
        """How many promises it shows."""
        return len(self.faces)

    def show_faces(self, faces: list[PromiseFace]) -> None:
        """Show these promises."""
        self.faces = faces
        waiting = sum(not face.accepted for face in faces)
        words = _n("{n} waits for a yes", "{n} wait for a yes", waiting).format(n=waiting)
        self.head.say("" if not faces else words if waiting else _("agreed by both"))
        self.list.show_faces(faces)

    def lines_wanted(self) -> int:
        """How many lines its longest promise takes at its width."""
        return self.list.lines_wanted(self.faces, self.width())
