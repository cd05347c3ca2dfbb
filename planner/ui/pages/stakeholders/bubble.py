"""One person on the map: a bubble that is dragged or moved with the keys."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QMoveEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.motion import CHIP, halt, slide
from planner.ui.pages.stakeholders.figures import Standing, amount_words
from planner.ui.parts.avatar import draw_avatar
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import CENTRE, dashed, draw_shadow, draw_text, painter, rounded, text_width
from planner.ui.theme import theme

SIZE = 40
_STARTS = 4  # pixels before a press becomes a drag


class Bubble(Ringed, QWidget):
    """Where somebody is today, or (`goal`) where the plan needs them; only the first is reached by Tab.

    Arrows move today's place, with Shift the wanted one; 1 to 5 set the stance, with Shift the wanted one.
    """

    spoken_as = "Button"
    dragged = Signal(object, object, object)
    dropped = Signal(object, object, object)
    nudged = Signal(object, object, object, object)
    stanceChosen = Signal(object, object, object)
    opened = Signal(object)
    inHand = Signal(object)
    ring_radius = SIZE / 2

    def __init__(self, one: Standing, goal: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.goal = goal
        self._pressed: QPoint | None = None
        self._stood = False
        self._place: QPoint | None = None  # where it was put, unless it has been dragged away since
        self._pulling: bool | None = None  # whether the wanted place is what is being dragged
        self.setFixedSize(SIZE, SIZE)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if goal else Qt.FocusPolicy.StrongFocus)
        self.show_person(one)

    def show_person(self, one: Standing) -> None:
        """Another state of the person."""
        self.one = one
        place = one.wanted if self.goal else one.place
        if place is None:
            where = _("not on the map yet")
        else:
            where = _("power {power}, interest {interest}").format(
                power=amount_words(place[1]), interest=amount_words(place[0])
            )
        name = _("{name}, where we need them") if self.goal else "{name}"
        self.setAccessibleName(name.format(name=one.name))
        self.setAccessibleDescription(f"{where}. {one.stance_words}")
        self.setToolTip(f"{one.name}\n{where}")
        self.update()

    @property
    def centre(self) -> QPointF:
        """Its centre on the map."""
        return QRectF(self.geometry()).center()

    def put(self, centre: QPointF, *, glide: bool = False) -> None:
        """Move it there; it may glide from where it was."""
        place = QPoint(round(centre.x() - SIZE / 2), round(centre.y() - SIZE / 2))
        if glide and place == self._place:
            return  # it is there, or on its way
        halt(self)
        before, self._place = self.pos(), place
        self.move(place)
        if glide and self._stood and before != place and self.isVisible():
            slide(self, before - place, CHIP)
        self._stood = True

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if (ground := self.parentWidget()) is not None:
            ground.update()  # name and arrow are painted there

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.inHand.emit(self.one.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.inHand.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        by = event.position().toPoint() - self._pressed
        if self._pulling is None:
            if by.manhattanLength() < _STARTS:
                return
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pulling = self.goal or shift
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        halt(self)
        self._place = None
        self.move(self.pos() + by)
        self.dragged.emit(self.one.id, self._pulling, self.centre)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pulling, self._pulling, self._pressed = self._pulling, None, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if pulling is not None:
            self.dropped.emit(self.one.id, pulling, self.centre)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.one.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        key = Qt.Key(event.key())
        if key in ways:
            self.nudged.emit(self.one.id, self.goal or shift, *ways[key])
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stanceChosen.emit(self.one.id, key - Qt.Key.Key_1, False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.one.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect())
        if self.goal or self._pulling:
            colours = theme().voice(self.one.voice)
            rounded(p, box.adjusted(1, 1, -1, -1), SIZE / 2, theme().surface, dashed(colours.fill, 1.5))
            draw_text(p, box, self.one.letters, "body", colours.text, 500, CENTRE)
        else:
            rounded(p, box, SIZE / 2, theme().surface)
            draw_avatar(p, box.adjusted(1, 1, -1, -1), self.one.letters, self.one.voice)


class DragTip(QWidget):
    """What a drag would say, in plain words, above all bubbles and out of the way of the mouse."""

    _EDGE = 24  # room for the shadow

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = "", ""
        self.hide()

    def tell(self, one: Standing, goal: bool, place: tuple[float, float], point: QPointF, inside: QRectF) -> None:
        """The person, whether the wanted place is dragged, (interest, power), and the mouse within the plot."""
        first = _("{name}, where we need them") if goal else _("{name}, today")
        second = _("power {power}, interest {interest}")
        self._lines = (
            first.format(name=one.short),
            second.format(power=amount_words(place[1]), interest=amount_words(place[0])),
        )
        wide = max(text_width(self._lines[0], "small", 600), text_width(self._lines[1], "small")) + 28
        left = min(max(inside.left() + 8, point.x() - wide / 2), inside.right() - wide - 8)
        top = point.y() + 32 if point.y() + 90 < inside.bottom() else point.y() - 84
        box = QRectF(left, top, wide, 50).adjusted(-self._EDGE, -self._EDGE, self._EDGE, self._EDGE)
        self.setGeometry(box.toRect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        edge = self._EDGE
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        draw_shadow(p, box, 8, 2)
        rounded(p, box, 8, theme().ink)
        line = QRectF(box.left() + 14, box.top() + 6, box.width() - 20, 19)
        draw_text(p, line, self._lines[0], "small", "on_ink", 600)
        draw_text(p, line.translated(0, 19), self._lines[1], "small", "on_ink")
