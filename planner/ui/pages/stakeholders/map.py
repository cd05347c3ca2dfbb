"""The map of power and interest, on which people are dragged, or moved with the arrow keys."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _, _n, figure
from planner.ui.pages.stakeholders.bubble import SIZE, Bubble, DragTip
from planner.ui.pages.stakeholders.figures import Standing
from planner.ui.parts.paint import CENTRE, RIGHT, dashed, draw_text, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.theme import theme

_LEFT, _TOP, _RIGHT, _BOTTOM = 48, 24, 24, 96  # around the plot
_INNER = 36  # between the plot's edge and the values 1 and 5
_STEP = 0.25  # finer than that nobody means it
_SHELF = 72  # height of the shelf with people who have no place yet, and of the words above it
_APART = 46.0
_MOST = 100  # people; nobody could tell more of them from each other


def _most_heard(people: list[Standing]) -> list[Standing]:
    """Those who are shown, in the same order: everybody, or where there are too many, those with most power and
    interest."""
    if len(people) <= _MOST:
        return people
    by_weight = sorted(people, key=lambda one: (-sum(one.place or (0, 0)), one.id))
    shown = {one.id for one in by_weight[:_MOST]}
    return [one for one in people if one.id in shown]


def _place_words(place: tuple[float, float] | None) -> tuple[str, str]:
    return ("", "") if place is None else (figure(f"{place[0]:g}"), figure(f"{place[1]:g}"))


class StakeholderMap(QWidget):
    """`moved(id, wanted, interest, power)` once per gesture; `stanceChosen(id, stop, wanted)` for the keys 1 to 5;
    `opened(id)` for Enter; `handChanged(id or None)` for the person in hand.
    """

    spoken_as = "Chart"
    moved = Signal(object, object, object, object)
    stanceChosen = Signal(object, object, object)
    opened = Signal(object)
    handChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Map of power and interest"))
        self._everybody: list[Standing] = []
        self._people: list[Standing] = []
        self._waiting = 0
        """How many have no place yet."""
        self._bubbles: dict[tuple[str, bool], Bubble] = {}
        self._drag: tuple[str, bool, QPointF] | None = None
        self._tip = DragTip(self)

    def sizeHint(self) -> QSize:
        return QSize(416, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, 380)

    def show_people(self, people: list[Standing]) -> None:
        """Everybody, in the order of the register, which is the order of Tab; of very many the weightiest."""
        self._everybody, self._people = people, _most_heard(people)
        people = self._people
        self._waiting = sum(one.place is None for one in people)
        self.setAccessibleDescription(self._more)
        wanted = {(one.id, False) for one in people} | {(one.id, True) for one in people if one.wanted}
        for key in [key for key in self._bubbles if key not in wanted]:
            gone = self._bubbles.pop(key)
            gone.hide()
            gone.deleteLater()
        for one in people:
            for goal in (True, False) if one.wanted else (False,):
                bubble = self._bubbles.get((one.id, goal)) or self._make(one, goal)
                bubble.show_person(one)
        self._arrange()

    def reading(self) -> Reading:
        """Everybody with today's and the wanted place."""
        rows = tuple((one.name, *_place_words(one.place), *_place_words(one.wanted)) for one in self._everybody)
        head = (_("Person"), _("Interest"), _("Power"), _("Interest wanted"), _("Power wanted"))
        return Reading(self.accessibleName(), head, rows)

    def _make(self, one: Standing, goal: bool) -> Bubble:
        bubble = self._bubbles[(one.id, goal)] = Bubble(one, goal, self)
        bubble.dragged.connect(self._dragged)
        bubble.dropped.connect(self._dropped)
        bubble.nudged.connect(self._nudged)
        bubble.stanceChosen.connect(self.stanceChosen)
        bubble.opened.connect(self.opened)
        bubble.inHand.connect(self.handChanged)
        bubble.show()
        return bubble

    def bubble(self, id: str) -> Bubble | None:
        """The bubble of a person of today."""
        return self._bubbles.get((id, False))

    # Places

    @property
    def plot(self) -> QRectF:
        """The ground, without axes and legend."""
        return QRectF(_LEFT, _TOP, max(80, self.width() - _LEFT - _RIGHT), max(80, self.height() - _TOP - self._foot()))

    def _foot(self) -> int:
        return _BOTTOM + (_SHELF if self._waiting else 0)

    @property
    def _more(self) -> str:
        """How many stand in the register only; empty where nobody does."""
        left = len(self._everybody) - len(self._people)
        return _n("{n} more in the register", "{n} more in the register", left).format(n=left) if left else ""

    def _shelf_step(self) -> float:
        """From one face on the shelf to the next: beside each other while there is room, over each other after."""
        return min(64.0, (self.plot.width() - SIZE) / max(1, self._waiting - 1))

    def point_of(self, place: tuple[float, float]) -> QPointF:
        """Where (interest, power) lies, in pixels."""
        box = self.plot.adjusted(_INNER, _INNER, -_INNER, -_INNER - 10)
        return QPointF(
            box.left() + box.width() * (place[0] - 1) / 4,
            box.bottom() - box.height() * (place[1] - 1) / 4,
        )

    def place_of(self, point: QPointF) -> tuple[float, float]:
        """The (interest, power) under a point, to a quarter, kept within 1 to 5."""
        box = self.plot.adjusted(_INNER, _INNER, -_INNER, -_INNER - 10)
        interest = 1 + 4 * (point.x() - box.left()) / box.width()
        power = 1 + 4 * (box.bottom() - point.y()) / box.height()
        return _kept(interest), _kept(power)

    def _arrange(self, *, glide: bool = True) -> None:
        # In an order of their own: a talk reorders the register and must not move anybody here.
        placed = sorted((one.id, one.place) for one in self._people if one.place is not None)
        spots = {id: self.point_of(place) for id, place in placed}
        _part(spots, self.plot.adjusted(SIZE / 2, SIZE / 2, -SIZE / 2, -SIZE / 2 - 16))
        shelf = 0
        for one in self._people:
            if one.place is None:
                spots[one.id] = QPointF(_LEFT + SIZE / 2 + shelf * self._shelf_step(), self.plot.bottom() + 78)
                shelf += 1
            if one.wanted:
                self._bubbles[(one.id, True)].put(self.point_of(one.wanted), glide=glide)
            self._bubbles[(one.id, False)].put(spots[one.id], glide=glide)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(glide=False)

    # Gestures

    def _dragged(self, id: str, goal: bool, point: QPointF) -> None:
        self._drag = (id, goal, point)
        one = next(one for one in self._people if one.id == id)
        self._tip.tell(one, goal, self.place_of(point), point, self.plot)
        self.handChanged.emit(id)
        self.update()

    def _dropped(self, id: str, goal: bool, point: QPointF) -> None:
        self._drag = None
        self._tip.hide()
        self.moved.emit(id, goal, *self.place_of(point))
        self._arrange()

    def _nudged(self, id: str, goal: bool, right: int, up: int) -> None:
        one = next(one for one in self._people if one.id == id)
        start = (one.wanted or one.place) if goal else one.place
        interest, power = start or (3.0, 3.0)
        self.moved.emit(id, goal, _kept(interest + right * _STEP), _kept(power + up * _STEP))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        box = self.plot
        rounded(p, box, 8, now.sunken)
        middle = self.point_of((3.5, 3.5))  # four and five are high, as in the rules
        closely = QRectF(middle.x(), box.top(), box.right() - middle.x(), middle.y() - box.top())
        rounded(p, closely, 8, now.voice("shared").tint)
        p.fillRect(QRectF(middle.x(), box.top(), 1, box.height()), now.hairline_strong)
        p.fillRect(QRectF(box.left(), middle.y(), box.width(), 1), now.hairline_strong)
        self._paint_words(p, box, middle)
        for one in self._people:
            self._paint_person(p, one)
        if self._drag is not None:
            self._paint_guides(p, box, self._drag[2])

    def _paint_words(self, p: QPainter, box: QRectF, middle: QPointF) -> None:
        quadrants = (
            (_("Keep satisfied"), box.left(), box.top() + 8),
            (_("Work closely"), middle.x(), box.top() + 8),
            (_("Keep an eye on"), box.left(), box.bottom() - 32),
            (_("Keep informed"), middle.x(), box.bottom() - 32),
        )
        for words, left, top in quadrants:
            right = middle.x() if left < middle.x() else box.right()
            draw_text(p, QRectF(left + 12, top, right - left - 16, 24), words, "map note", "muted")
        line = QRectF(box.left(), box.bottom() + 12, box.width(), 20)
        if self._waiting:
            draw_text(p, line.translated(0, 24), _("Not placed yet: drag them onto the map"), "caption", "muted")
        draw_text(p, line, _("Low"), "caption", "muted")
        draw_text(p, line, _("Interest in the plan"), "caption", "ink", 500, CENTRE)
        draw_text(p, line, _("High"), "caption", "muted", None, RIGHT)
        p.save()
        p.translate(20, box.bottom())
        p.rotate(-90)
        upright = QRectF(0, 0, box.height(), 20)
        draw_text(p, upright, _("Low"), "caption", "muted")
        draw_text(p, upright, _("Power over the plan"), "caption", "ink", 500, CENTRE)
        draw_text(p, upright, _("High"), "caption", "muted", None, RIGHT)
        p.restore()
        self._paint_legend(p, QRectF(box.left(), self.height() - 44, box.width(), 24))

    def _paint_legend(self, p: QPainter, line: QRectF) -> None:
        now = theme()
        middle = line.center().y()
        rounded(p, QRectF(line.left(), middle - 7, 14, 14), 7, now.voice("shared").fill)
        left = line.left() + 22
        left += draw_text(p, QRectF(left, line.top(), 100, line.height()), _("Today"), "caption", "muted") + 20
        rounded(p, QRectF(left, middle - 7, 14, 14), 7, now.surface, dashed(now.voice("shared").fill, 1.5))
        words = QRectF(left + 22, line.top(), line.right() - left - 22, line.height())
        used = draw_text(p, words, _("Where we need them"), "caption", "muted")
        rest = words.adjusted(used + 16, 0, 0, 0)
        hint = self._more or _("Drag to move; with Shift, where we need them")
        if rest.width() < text_width(hint, "caption"):
            hint = _("Drag to move")
        if rest.width() >= text_width(hint, "caption"):
            draw_text(p, rest, hint, "caption", "muted", None, RIGHT)

    def _paint_person(self, p: QPainter, one: Standing) -> None:
        here = self._bubbles[(one.id, False)].centre
        wanted = self._bubbles.get((one.id, True))
        if wanted is not None:
            _arrow(p, here, wanted.centre, one.voice)
        wide = text_width(one.short, "caption", 600) + 2
        if one.place is None:
            wide = min(wide, self._shelf_step() - 4)
            if wide < SIZE / 2:
                return  # the faces lie over each other; each says its name under the mouse
        name = QRectF(here.x() - wide / 2, here.y() + SIZE / 2 + 1, wide, 18)
        draw_text(p, name, one.short, "caption", f"{one.voice}.text", 600, CENTRE)

    def _paint_guides(self, p: QPainter, box: QRectF, point: QPointF) -> None:
        now = theme()
        p.setPen(QPen(now.hairline_strong, 1.5, Qt.PenStyle.DashLine))
        p.drawLine(QPointF(point.x(), box.top()), QPointF(point.x(), box.bottom()))
        p.drawLine(QPointF(box.left(), point.y()), QPointF(box.right(), point.y()))


def _arrow(p: QPainter, start: QPointF, end: QPointF, voice: str) -> None:
    """From the edge of one bubble to the edge of the other."""
    way = end - start
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    if length < SIZE + 8:
        return
    unit = way / length
    tone = theme().voice(voice).fill
    tip = end - unit * (SIZE / 2 + 3)
    p.setPen(QPen(tone, 1.5))
    p.drawLine(start + unit * (SIZE / 2 + 3), tip - unit * 5)
    across = QPointF(-unit.y(), unit.x())
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(tone)
    p.drawPolygon(QPolygonF([tip, tip - unit * 8 + across * 4, tip - unit * 8 - across * 4]))


def _part(spots: dict[str, QPointF], inside: QRectF) -> None:
    """Push bubbles that lie on each other apart; only the picture moves, never the values behind it."""
    at = [[spot.x(), spot.y()] for spot in spots.values()]
    left, right, top, bottom = inside.left(), inside.right(), inside.top(), inside.bottom()
    # Where there are more than the ground has room for, they lie on each other however long they are pushed.
    crowded = len(at) * _APART * _APART > inside.width() * inside.height()
    for _round in range(6 if crowded else 60):
        still = True
        for first, second in _near(at):
            one, other = at[first], at[second]
            x, y = other[0] - one[0], other[1] - one[1]
            far = (x * x + (y * 0.75) ** 2) ** 0.5  # names need more room below than beside
            if far >= _APART:
                continue
            still = False
            push = (_APART - far) / 2
            if far > 0.5:
                push /= far
            else:  # one on the other: any way will do
                x, y = (1.0 if second % 2 else -1.0), 0.4
            one[0], one[1] = _kept_in(one[0] - x * push, left, right), _kept_in(one[1] - y * push, top, bottom)
            other[0], other[1] = _kept_in(other[0] + x * push, left, right), _kept_in(other[1] + y * push, top, bottom)
        if still:
            break
    for id, (x, y) in zip(spots, at, strict=True):
        spots[id] = QPointF(x, y)


def _near(at: list[list[float]]) -> Iterator[tuple[int, int]]:
    """Pairs that may lie on each other, in their order: only those in the same field of a grid or the next."""
    field = _APART / 0.75
    fields: dict[tuple[int, int], list[int]] = {}
    for place, (x, y) in enumerate(at):
        fields.setdefault((int(x // field), int(y // field)), []).append(place)
    for first, (x, y) in enumerate(list(map(tuple, at))):
        column, row = int(x // field), int(y // field)
        around = (fields.get((column + right, row + down), ()) for right in (-1, 0, 1) for down in (-1, 0, 1))
        for second in sorted(place for places in around for place in places if place > first):
            yield first, second


def _kept_in(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _kept(value: float) -> float:
    return round(min(5.0, max(1.0, value)) / _STEP) * _STEP
