"""The habit bar: why the money of the plan is in it, in three heaps. It stands first because it starts the talk."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.calc.habit import Habit
from planner.i18n import _, _n
from planner.model.plan import Plan
from planner.model.words import name_of
from planner.ui.numbers import numbers_of
from planner.ui.parts.card import Card
from planner.ui.parts.paint import RIGHT, draw_text, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.parts.text import draw_within
from planner.ui.parts.whole import WholeTips
from planner.ui.theme import mix, theme

_HIGH, _BAR, _PAD = 100, 26, 24
_NAMED = 3  # things that habit consists of, by name


@dataclass(frozen=True)
class Heap:
    """One part of the bar: its words, its share of the whole in words and as a figure, its money in words."""

    key: str
    words: str
    share: float
    percent: str
    money: str


class HabitBar(WholeTips, Card):
    """Painted; the accessible name says the same in words."""

    spoken_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._heaps: tuple[Heap, ...] = ()
        self.headline, self.why, self.consists = "", "", ""

    def show_habit(self, plan: Plan, habit: Habit | None) -> None:
        """Show why the money is there; None where no line has an amount."""
        share = habit.share if habit else None
        if habit is None or share is None:
            self._heaps, self.consists = (), ""
            self.headline = _("How much of it is habit?")
            self.why = _("Known as soon as the budget has amounts.")
        else:
            numbers = numbers_of(plan)
            amounts = (("asked", _("Asked for by sales or customers"), habit.asked),
                       ("goal", _("For a goal"), habit.goal), ("habit", _("Habit"), habit.habit))  # fmt: skip
            self._heaps = tuple(
                Heap(key, words, amount / habit.total, numbers.share(round(amount / habit.total, 2)),
                     numbers.money_short(amount))
                for key, words, amount in amounts if amount > 0
            )  # fmt: skip
            self.consists = _consists(plan, habit)
            if habit.habit:
                percent = numbers.share(round(share, 2)) if share >= 0.005 else _("Less than 1%")
                self.headline = _("{share} of this budget is habit").format(share=percent)
                self.why = _("Nobody in the plan asked for it, and it serves no goal. Our own measure.")
            else:
                self.headline = _("Nothing in this budget is habit")
                self.why = _("Every line answers somebody or serves a goal. Our own measure.")
        said = [f"{heap.words}: {heap.percent}, {heap.money}" for heap in self._heaps]
        self.setAccessibleName(". ".join(part for part in (self.headline, *said, self.consists) if part))
        self.setAccessibleDescription(self.why)
        self.setToolTip(
            _("Money of lines whose activity answers no input and serves no goal, without what is kept for surprises.")
        )
        self.update()

    def reading(self) -> Reading:
        """Why the money is there."""
        rows = tuple((heap.words, heap.percent, heap.money) for heap in self._heaps)
        return Reading(self.headline, (_("Why the money is there"), _("Share"), _("Amount")), rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        wide = max(236.0, min(290.0, self.width() * 0.27))
        fits = text_width(self.headline, "feature") <= wide + 16
        draw_text(p, QRectF(_PAD, 16, wide + 16, 32), self.headline, "feature" if fits else "card", "ink")
        draw_within(p, QRectF(_PAD, 50, wide, 40), self.why, "small", "muted")
        left = _PAD + wide + 40
        bar = QRectF(left, 44, self.width() - _PAD - left, _BAR)
        if not self._heaps:
            rounded(p, bar, 4, theme().track)
            return
        self._paint_bar(p, bar)
        below = QRectF(bar.left(), 74, bar.width(), 18)
        draw_text(p, below, self.consists, "caption", "muted", None, RIGHT)

    def _paint_bar(self, p: QPainter, bar: QRectF) -> None:
        room = bar.width() - 2 * (len(self._heaps) - 1)
        boxes, left = [], bar.left()
        for heap in self._heaps:
            boxes.append(QRectF(left, bar.top(), max(3.0, room * heap.share), _BAR))
            left = boxes[-1].right() + 2
        for heap, box in zip(self._heaps, boxes, strict=True):
            self._paint_heap(p, box, heap)
        self._paint_labels(p, bar, boxes)

    def _paint_heap(self, p: QPainter, box: QRectF, heap: Heap) -> None:
        now = theme()
        grounds: dict[str, QColor] = {"asked": now.blue, "goal": mix(now.blue, now.surface, 0.62)}
        words: QColor | str = now.on_lens if heap.key == "asked" else "ink"
        if heap.key == "habit":
            _hatched(p, box)
            words = "look.text"
        else:
            rounded(p, box, 4, grounds[heap.key])
        wide = text_width(heap.money, "small", 600)
        if wide + 20 <= box.width():
            patch = QRectF(box.left() + 7, box.top() + 4, wide + 10, _BAR - 8)
            if heap.key == "habit":
                rounded(p, patch, 3, now.level("look").tint)
            draw_text(p, QRectF(box.left() + 12, box.top(), wide + 2, _BAR), heap.money, "small", words, 600)

    def _paint_labels(self, p: QPainter, bar: QRectF, boxes: list[QRectF]) -> None:
        """Each over its part; where parts are too narrow for their words these stand side by side, to the right."""
        percents = [text_width(heap.percent, "caption") + 8 for heap in self._heaps]
        words = [text_width(heap.words, "caption", 500) for heap in self._heaps]
        wides = [wide + more for wide, more in zip(words, percents, strict=True)]
        lefts = [box.left() for box in boxes]
        right = bar.right()
        for place in range(len(lefts) - 1, -1, -1):
            lefts[place] = min(lefts[place], right - wides[place])
            right = lefts[place] - 14
        ends = [min(box.right(), after - 10) for box, after in zip(boxes, [*lefts[1:], bar.right() + 10], strict=True)]
        for heap, box, left, wide, end in zip(self._heaps, boxes, lefts, wides, ends, strict=True):
            in_place = left == box.left() and left + wide <= end
            tone = "look.text" if heap.key == "habit" else "ink"
            draw_text(p, QRectF(max(left, bar.left()), 18, wide, 20), heap.words, "caption", tone, 500)
            percent = QRectF(QPointF(left, 18), QPointF(end if in_place else left + wide, 38))
            draw_text(p, percent, heap.percent, "caption", "muted", None, RIGHT)


def _hatched(p: QPainter, box: QRectF) -> None:
    """Amber edge and tint with lines at 45 degrees, 9 apart."""
    now = theme().level("look")
    rounded(p, box, 4, now.tint, now.fill)
    p.save()
    p.setClipRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
    line = QColor(now.fill)
    line.setAlphaF(0.45)
    p.setPen(QPen(line, 1))
    at = box.left() - box.height()
    while at < box.right():
        p.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
        at += 9
    p.restore()


def _consists(plan: Plan, habit: Habit) -> str:
    """What habit is made of: "Packline £54k, retainer £66k and 4 more £24k"."""
    numbers = numbers_of(plan)

    def words(id: str, amount: int) -> str:
        row = plan.find(id)
        return f"{name_of(plan, row) if row else ''} {numbers.money_short(amount)}"

    named = habit.lines if len(habit.lines) <= _NAMED else habit.lines[: _NAMED - 1]
    rest = habit.lines[len(named) :]
    said = ", ".join(words(one.id, one.amount) for one in named)
    if not rest:
        return said
    money = numbers.money_short(sum(one.amount for one in rest))
    return said + ", " + _n("{n} more {money}", "{n} more {money}", len(rest)).format(n=len(rest), money=money)
