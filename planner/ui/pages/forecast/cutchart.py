"""The year with and without the cut on one axis, and below it what is lost in which month, beyond the year too."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.numbers import Numbers
from planner.ui.pages.forecast.cutfigures import CutFace
from planner.ui.pages.forecast.plot import Plot, apart, draw_pair
from planner.ui.parts.paint import CENTRE, draw_text, flat, painter, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.theme import theme

HIGH = 250
_TOP, _AXIS, _RIGHT = 12.0, 56.0, 16.0
_LINES = 134.0
_MONTHS = 8.0
_BARS = (184.0, 232.0)
_LABEL = 176.0


class CutChart(QWidget):
    """Painted; its words are its accessible name."""

    spoken_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: CutFace | None = None
        self._numbers: Numbers | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(620, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, HIGH)

    def show_face(self, face: CutFace, numbers: Numbers) -> None:
        """Show this cut."""
        self._face, self._numbers = face, numbers
        self.setAccessibleName(face.said)
        self.update()

    def reading(self) -> Reading | None:
        """The year with and without the cut, and what is lost in which month."""
        face, numbers = self._face, self._numbers
        if face is None or numbers is None or not face.planned:
            return None
        columns = [column for column in ((_("As planned"), face.planned), (_("With the cut"), face.cut)) if column[1]]
        columns.append((_("Lost in the month"), face.lost))
        rows = tuple(
            (numbers.month(month), *(
                numbers.money_of(round(line[place])) if place < len(line) else "" for _name, line in columns
            ))
            for place, month in enumerate(face.months)
        )  # fmt: skip
        return Reading(_("The year with the cut"), (_("Month"), *(name for name, _line in columns)), rows)

    def _plot(self, face: CutFace) -> Plot:
        box = QRectF(_AXIS, _TOP, self.width() - _AXIS - _RIGHT, _LINES)
        most = max([*face.planned[-1:], face.goal or 0.0], default=0.0)
        return Plot(box, face.months, most, len(face.months))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, face, now = painter(self), self._face, theme()
        if face is None or self._numbers is None or not face.months:
            return
        plot = self._plot(face)
        end = plot.x(face.length)
        plot.paint_ground(p, self._numbers, end)
        plot.paint_months(p, self._numbers, _TOP + _LINES + _MONTHS)
        for top, foot in ((_TOP - 6, _TOP + _LINES), (_TOP + _LINES + _MONTHS + 20, _BARS[1])):  # not through a month
            flat(p, QRectF(round(end), top, 1, foot - top), now.hairline_strong)
        if face.planned:
            if face.cut:
                plot.paint_between(p, face.cut, face.planned, now.level("fix").tint)
            plot.paint_line(p, face.planned, QPen(now.blue, 3))
            if face.cut:
                pen = QPen(now.level("fix").fill, 2.5)
                pen.setDashPattern([3 / 2.5 * 1.6, 2 / 2.5 * 1.6])
                plot.paint_line(p, face.cut, pen)
            plot.paint_end(p, face.planned, now.blue)
            plot.paint_end(p, face.cut, now.level("fix").fill)
        if face.goal is not None:
            plot.paint_goal(p, face.goal, _("Goal {amount}").format(amount=face.goal_words), end)
        self._paint_ends(p, plot, face)
        self._paint_losses(p, plot, face)

    def _paint_ends(self, p: QPainter, plot: Plot, face: CutFace) -> None:
        if not face.planned:
            return
        left = plot.x(face.length) + 14
        room = max(80.0, self.width() - left)
        if not face.cut:
            y = plot.y(face.planned[-1])
            draw_pair(p, QRectF(left, y - 10, room, 20), _("As planned"), face.planned_words, "blue", 600)
            return
        upper, lower = apart([plot.y(face.planned[-1]), plot.y(face.cut[-1])], 24, _TOP + 2, _TOP + _LINES - 24)
        draw_pair(p, QRectF(left, upper - 10, room, 20), _("As planned"), face.planned_words, "blue", 600)
        draw_pair(p, QRectF(left, lower - 10, room, 20), _("With the cut"), face.cut_words, "fix.text", 600)
        draw_text(p, QRectF(left, lower + 9, room, 18), face.range_words, "caption", "muted")

    def _paint_losses(self, p: QPainter, plot: Plot, face: CutFace) -> None:
        now, (top, foot) = theme(), _BARS
        flat(p, QRectF(plot.box.left(), foot, plot.box.width(), 1), now.hairline_strong)
        name = QRectF(plot.box.left() + 6, top - 8, 260, 18)
        if not any(face.lost):
            draw_text(p, name, _("Orders lost by month: none"), "caption", "muted", 500)
            return
        most = max(face.lost)
        each = plot.box.width() / plot.columns
        bar = min(28.0, each - 6)
        for place, value in enumerate(face.lost):
            if value > 0:
                high = max(1.0, (foot - top - 18) * value / most)
                box = QRectF(round(plot.x(place) + (each - bar) / 2), foot - high, bar, high)
                flat(p, box, now.level("fix").fill)
        peak = face.lost.index(most)
        amount = self._numbers.major_short(most) if self._numbers else ""
        label = QRectF(plot.x(peak + 0.5) - 50, top - 2, 100, 18)
        draw_text(p, label, amount, "caption", "fix.text", 600, CENTRE)
        quiet = face.quiet_words or _("Orders lost by month")
        if text_width(quiet, "caption", 500) + 12 < label.left() - plot.box.left():
            draw_text(p, name, quiet, "caption", "muted", 500)
        after = QRectF(plot.x(face.length) + 8, foot + 1, _LABEL, 16)
        draw_text(p, after, _("after the plan year"), "caption", "muted")
