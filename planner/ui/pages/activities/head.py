"""What stands over the timeline: how it is grouped, the months or weeks, and dates that cannot move."""

from datetime import date

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.numbers import Numbers
from planner.ui.pages.activities.faces import Mark
from planner.ui.pages.activities.place import Place
from planner.ui.parts.button import HeadButton
from planner.ui.parts.paint import CENTRE, LEFT, draw_text, flat, painter
from planner.ui.parts.timeline import draw_dotted, draw_flag, draw_today
from planner.ui.parts.timescale import Tick
from planner.ui.theme import theme

HEIGHT = 60
_FLAGS = 22  # what the dates that cannot move need above the months
_LABELS = 30  # from the top to the words of the columns


class TimelineHead(QWidget):
    """Painted on the same scale as the rows below. `groupAsked(point)` for the button at the left."""

    spoken_as = "ColumnHeader"
    groupAsked = Signal(object)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._numbers: Numbers | None = None
        self._marks: tuple[Mark, ...] = ()
        self._today: date | None = None
        self.setFixedHeight(HEIGHT)
        self.group = HeadButton(self)
        self.group.clicked.connect(self._ask)

    def show_marks(self, numbers: Numbers, marks: tuple[Mark, ...], today: date | None) -> None:
        """The dates that cannot move, and today."""
        self._numbers, self._marks, self._today = numbers, marks, today
        self.setFixedHeight(HEIGHT if marks else HEIGHT - _FLAGS)
        self.setAccessibleName("; ".join((_("Months"), *(mark.words for mark in marks))))
        self.update()

    def set_way(self, words: str) -> None:
        """How the rows are grouped."""
        self.group.setText(words)
        self.group.adjustSize()
        self.group.move(12, self.height() - 32)

    def _ask(self) -> None:
        self.groupAsked.emit(self.group.mapToGlobal(QPoint(0, self.group.height() + 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.group.move(12, self.height() - 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        p.translate(0, self.height() - HEIGHT)
        place = self._place
        flat(p, QRectF(0, HEIGHT - 1, self.width(), 1), theme().hairline)
        owners = QRectF(place.names, _LABELS, 72, HEIGHT - _LABELS - 4)
        draw_text(p, owners, _("Owners"), "caption", "muted", 500)
        p.setClipRect(QRectF(place.left, 0, place.room, HEIGHT))
        for tick in place.scale.ticks():
            self._paint_tick(p, tick)
        self._paint_month_names(p)
        self._paint_today(p)
        for mark in self._marks:
            day = date.fromisoformat(mark.day)
            x = place.x(place.scale.x(day))
            if place.left <= x <= place.left + place.room:
                draw_dotted(p, x, 26, HEIGHT - 1)
                draw_flag(p, x, 5, mark.words, place.left + 4.0, place.left + place.room - 8)

    def _paint_tick(self, p: QPainter, tick: Tick) -> None:
        box = QRectF(self._place.x(tick.x), 0, tick.width, HEIGHT)
        if self._numbers is None:
            return
        inside = box.adjusted(0, _LABELS, 0, -4)
        if self._place.scale.unit == "month":
            words = self._numbers.month_short(f"{tick.day:%Y-%m}")
            if tick.day.month == 1 and len(self._place.scale.months) > 12:
                words = f"{tick.day:%Y}"
            draw_text(p, inside, words, "caption", "muted", 500, CENTRE)
            return
        if tick.width >= 20:
            figure = QRectF(box.left() + 4, 42, box.width(), 15)
            draw_text(p, figure, str(tick.day.day), "caption", "muted", 500, LEFT)

    def _paint_month_names(self, p: QPainter) -> None:
        """Over the weeks, once for each month."""
        if self._numbers is None or self._place.scale.unit == "month":
            return
        for month in self._place.scale.months_boxes():
            name = self._numbers.month(f"{month.day:%Y-%m}", year=month.day.month == 1 or month.x == 0)
            draw_text(p, QRectF(self._place.x(month.x) + 4, 28, 90, 15), name, "caption", "ink", 600)

    def _paint_today(self, p: QPainter) -> None:
        scale = self._place.scale
        if self._today is None or not scale.first <= self._today <= scale.last:
            return
        x = self._place.x(scale.x(self._today))
        draw_today(p, x, HEIGHT - 8, HEIGHT)

