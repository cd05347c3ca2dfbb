"""Two charts on one month axis: spend by month, and landed leads as a running total."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.charts.steps import round_step
from planner.i18n import _, figure
from planner.ui.pages.review.figures import MonthBar, MonthChartFace
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import CENTRE, RIGHT, dashed, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.theme import mix, theme

HIGH = 290
_TITLES, _AXIS, _ENDS = 112.0, 44.0, 132.0
_SPEND, _LEADS = (58.0, 146.0), (184.0, 256.0)


class MonthChart(Ringed, QWidget):
    """Left and right move the month in hand through both charts; E or Enter, or a click, asks to enter it."""

    spoken_as = "Chart"
    enterAsked = Signal(object)
    handChanged = Signal()
    ring_radius = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = MonthChartFace((), "", "", "", "", "", "", "")
        self._hand = -1
        self.setFixedHeight(HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("Left and right go from month to month, E enters the month in hand."))

    def show_face(self, face: MonthChartFace) -> None:
        """Show these months."""
        self._face = face
        self._hand = min(self._hand, len(face.bars) - 1)
        self._tell()

    def reading(self) -> Reading:
        """Month by month what was signed and what happened; leads add up."""
        face = self._face
        spend, leads = _("Spend, {signed}").format(signed=face.legend), _("Leads, {signed}").format(signed=face.legend)
        head = (_("Month"), spend, _("Spent"), leads, face.leads_name, _("Likely"))
        rows = tuple(
            (bar.name, *(
                "" if value is None else figure(f"{value:,.0f}")
                for value in (bar.signed_spend, bar.spend, bar.signed_leads, bar.leads, bar.likely_leads)
            ))
            for bar in face.bars
        )  # fmt: skip
        return Reading(_("By month: spend and leads against the plan"), head, rows)

    @property
    def bar(self) -> MonthBar | None:
        """The month in hand."""
        return self._face.bars[self._hand] if 0 <= self._hand < len(self._face.bars) else None

    def take(self, month: str) -> None:
        """Take a month in hand."""
        self._hand = next((n for n, bar in enumerate(self._face.bars) if bar.month == month), -1)
        self._tell()

    def _tell(self) -> None:
        bar = self.bar
        name = _("By month: spend and leads against the plan")
        self.setAccessibleName(f"{name}. {bar.said}" if bar else name)
        self.handChanged.emit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(520, HIGH)

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._face.bars) - 1
        moves = {
            Qt.Key.Key_Left.value: max(0, self._hand - 1),
            Qt.Key.Key_Right.value: min(last, self._hand + 1),
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: last,
        }
        if key in moves and last >= 0:
            self._hand = moves[key]
            self._tell()
        elif key in (Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.enterAsked.emit(self.bar.month if self.bar else None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._hand = self._at(event.position().x())
        self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.bar is not None:
            self.enterAsked.emit(self.bar.month)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(float(event.pos().x()))
            if place >= 0:
                QToolTip.showText(event.globalPos(), self._face.bars[place].said, self)
            return True
        return super().event(event)

    def _plot(self) -> tuple[float, float]:
        return 24 + _TITLES + _AXIS, self.width() - _ENDS

    def _column(self, place: int) -> tuple[float, float]:
        left, right = self._plot()
        wide = (right - left) / max(1, len(self._face.bars))
        return left + place * wide, wide

    def _at(self, x: float) -> int:
        left, right = self._plot()
        if not self._face.bars or not left <= x < right:
            return -1
        return int((x - left) / self._column(0)[1])

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        face = self._face
        left, right = self._plot()
        draw_text(p, QRectF(24, 10, _TITLES, 28), _("By month"), "card", "ink")
        free = self._legend(p, left)
        ahead = next((n for n, bar in enumerate(face.bars) if not bar.over), len(face.bars))
        if ahead < len(face.bars):
            start = self._column(ahead)[0]
            flat(p, QRectF(start, 42, right - start, _LEADS[1] - 42), theme().sunken)
            words = max(start + 10, free)
            draw_text(p, QRectF(words, 14, right - words, 20), _("Still ahead"), "caption", "muted", 500)
        if self.bar is not None:
            at, wide = self._column(self._hand)
            rounded(p, QRectF(at + 1, 44, wide - 2, _LEADS[1] + 24 - 44), 6, theme().selection)
        self._titles(p)
        self._spend(p, left, right)
        self._leads(p, left, right)
        for place, bar in enumerate(face.bars):
            at, wide = self._column(place)
            strong = place == self._hand
            box = QRectF(at, _LEADS[1] + 4, wide, 20)
            draw_text(p, box, bar.name, "caption", "ink" if strong else "muted", 600 if strong else 500, CENTRE)

    def _legend(self, p: QPainter, left: float) -> float:
        """What the bars are; returns where it ends."""
        for words, filled in ((_("spent"), True), (self._face.legend, False)):
            box = QRectF(left, 18, 14, 10)
            if filled:
                rounded(p, box, 2, theme().blue)
            else:
                rounded(p, box, 2, None, dashed(theme().muted))
            draw_text(p, QRectF(left + 20, 13, 80, 20), words, "caption", "muted", 500)
            left += 20 + text_width(words, "caption", 500) + 20
        return left

    def _titles(self, p: QPainter) -> None:
        face = self._face
        ends = self.width() - _ENDS + 12
        for (top, _foot), name, unit, signed, likely in (
            (_SPEND, _("Spend"), face.unit, face.signed_spend, face.likely_spend),
            (_LEADS, face.leads_name, _("running total"), face.signed_leads, face.likely_leads),
        ):
            draw_text(p, QRectF(24, top - 2, _TITLES - 8, 20), name, "small", "ink", 600)
            draw_text(p, QRectF(24, top + 18, _TITLES - 8, 18), unit, "caption", "muted")
            room = QRectF(ends, top + 2, _ENDS - 20, 18)
            draw_text(p, room, f"{face.legend.capitalize()} {signed}", "caption", "muted", 500)
            if likely:
                words = _("Now likely {amount}").format(amount=likely)
                draw_text(p, room.translated(0, 20), words, "caption", "note.text", 600)

    def _grid(
        self, p: QPainter, left: float, right: float, ends: tuple[float, float], most: float, unit: float
    ) -> float:
        """Lines on round values; returns how high one unit is."""
        top, foot = ends
        step, parts = scale_for(most)
        for line in range(parts + 1):
            y = round(foot - (foot - top) * line / parts)
            flat(p, QRectF(left, y, right - left, 1), theme().hairline if line else theme().hairline_strong)
            words = figure(f"{step * line / unit:,.10g}")
            draw_text(p, QRectF(left - 52, y - 9, 44, 18), words, "caption", "muted", None, RIGHT)
        return (foot - top) / (step * parts)

    def _spend(self, p: QPainter, left: float, right: float) -> None:
        bars = self._face.bars
        most = max((max(bar.signed_spend, bar.spend or 0.0) for bar in bars), default=0.0)
        scale = self._grid(p, left, right, _SPEND, most or 2000.0, 1000.0)
        for place, bar in enumerate(bars):
            at, wide = self._column(place)
            thick = min(34.0, wide - 10)
            x = at + (wide - thick) / 2
            if bar.spend is not None:
                high = max(1.0, bar.spend * scale)
                rounded(p, QRectF(x + 2, _SPEND[1] - high, thick - 4, high), 2, theme().blue)
                label = QRectF(at - 8, _SPEND[1] - max(high, bar.signed_spend * scale) - 19, wide + 16, 18)
                draw_text(p, label, bar.spend_words, "caption", "ink", 600, CENTRE)
            if bar.signed_spend > 0:
                high = bar.signed_spend * scale
                rounded(p, QRectF(x, _SPEND[1] - high, thick, high), 3, None, dashed(theme().muted))

    def _leads(self, p: QPainter, left: float, right: float) -> None:
        bars = self._face.bars
        most = max((max(bar.signed_leads, bar.leads or 0.0, bar.likely_leads or 0.0) for bar in bars), default=0.0)
        scale = self._grid(p, left, right, _LEADS, most or 100.0, 1.0)

        def points(values: list[float | None]) -> list[QPointF]:
            ends = [(self._column(place)[0] + self._column(place)[1], value) for place, value in enumerate(values)]
            return [QPointF(x, _LEADS[1] - value * scale) for x, value in ends if value is not None]

        start = QPointF(left, _LEADS[1])
        signed = points([bar.signed_leads for bar in bars])
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(dashed(theme().muted, 1.5))
        p.drawPolyline(QPolygonF([start, *signed]))
        known = points([bar.leads for bar in bars])
        likely = points([bar.likely_leads for bar in bars])
        if len(likely) > 1:
            dots = QPen(mix(theme().blue, theme().surface, 0.25), 2)
            dots.setDashPattern([1, 2])
            p.setPen(dots)
            p.drawPolyline(QPolygonF(likely))
        if known:
            p.setPen(QPen(theme().blue, 3))
            p.drawPolyline(QPolygonF([start, *known]))
            p.setPen(QPen(theme().surface, 2))
            p.setBrush(theme().blue)
            p.drawEllipse(known[-1], 6, 6)
            last = bars[len(known) - 1]
            there, then = figure(f"{last.leads or 0:,.0f}"), figure(f"{last.signed_leads:,.0f}")
            words = _("{came}, {planned} {signed}").format(
                planned=self._face.legend, came=there, signed=then
            )
            wide = text_width(words, "caption", 600)
            x = known[-1].x() + 10 if known[-1].x() + 10 + wide < right else known[-1].x() - wide - 10
            y = min(known[-1].y() + 2, _LEADS[1] - 20)
            draw_text(p, QRectF(x, y, wide + 2, 18), words, "caption", "ink", 600)


def scale_for(most: float) -> tuple[float, int]:
    """The round step and the number of steps, two to four, that reach ``most`` with the least room to spare."""
    tried = [(round_step(most, parts), parts) for parts in (2, 3, 4)]
    return min((one for one in tried if one[0] * one[1] >= most), key=lambda one: one[0] * one[1])
