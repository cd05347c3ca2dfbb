"""The strip under the timeline: leads by month on its columns, and how many of them still land in the plan."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.calc.leads import landing_by_month, leads_by_month
from planner.i18n import _
from planner.model.fields import Month, RowId
from planner.model.plan import Plan
from planner.ui.numbers import NotANumber, Numbers, numbers_of
from planner.ui.pages.activities.place import INDENT, Place
from planner.ui.parts.button import Button
from planner.ui.parts.grid import CellEditor
from planner.ui.parts.paint import CENTRE, draw_text, flat, painter, rounded
from planner.ui.parts.readtable import Reading
from planner.ui.parts.timescale import Tick
from planner.ui.theme import mix, theme

HEIGHT, LOW = 92, 36
"""With bars, and as one line where the window is low."""
_TOP, _FOOT, _BAR = 26, 8, 28


@dataclass(frozen=True)
class Strip:
    """What the strip shows. `id` empty: all activities together, which cannot be typed into."""

    id: RowId
    name: str
    total: float | None
    low: float | None
    high: float | None
    months: dict[Month, float] = field(default_factory=dict)
    landing: dict[Month, float] | None = None
    until: Month = ""


def strip_of(plan: Plan, id: RowId | None) -> Strip:
    """The leads of an activity, or of all."""
    row = plan.activities.get(id)
    months = leads_by_month(plan, row.id if row else None)
    landing = landing_by_month(plan, months)
    last = max(months, default="")
    total = row.leads_likely if row else sum(months.values()) if months else None
    name = (row.title or row.code or "") if row else _("All activities")
    low, high = (row.leads_low, row.leads_high) if row else (None, None)
    return Strip(row.id if row else "", name, total, low, high, months, landing, last)


class LeadsStrip(QWidget):
    """Left and right go from month to month, a figure types over, Del empties; a click on a month types too.

    `given(id, month, leads)` for a typed month, `estimateAsked(id)` for the range and the pattern over the months.
    """

    spoken_as = "Chart"
    given = Signal(object, object, object)
    estimateAsked = Signal(object)
    refused = Signal(object)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._numbers: Numbers | None = None
        self.shown = Strip("", "", None, None, None)
        self.hand = ""
        """The month in hand."""
        self._typing: CellEditor | None = None
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.change = Button(_("Range and months"), "link", size="small", parent=self)
        self.change.clicked.connect(self._ask)

    def show_strip(self, plan: Plan, strip: Strip) -> None:
        """Show these leads."""
        if strip.id != self.shown.id:
            self._give_up()
        self._numbers, self.shown = numbers_of(plan), strip
        self.change.setVisible(bool(strip.id))
        self.setAccessibleName(self.said())
        self._place_button()
        self.update()

    def set_low(self, low: bool) -> None:
        """One line without bars, or all of it."""
        if low != self.is_low:
            self._give_up()
            self.setFixedHeight(LOW if low else HEIGHT)
            self._place_button()

    @property
    def is_low(self) -> bool:
        """Whether it is one line without bars."""
        return self.height() < HEIGHT

    def words(self) -> tuple[str, str]:
        """How many there are and in which range, and how many of them land."""
        shown, numbers = self.shown, self._numbers
        if numbers is None or shown.total is None:
            return _("No leads said yet"), ""
        total = _("{n} leads").format(n=numbers.number(shown.total, 0 if shown.total >= 10 else None))
        if shown.low is not None and shown.high is not None:
            low, high = numbers.number(shown.low), numbers.number(shown.high)
            total = _("{total}, {low} to {high}").format(total=total, low=low, high=high)
        by_month = sum(shown.months.values())
        if not shown.months:
            return total, _("in no month yet")
        if abs(by_month - shown.total) > 0.5:
            return total, _("months add up to {n}").format(n=numbers.number(by_month))
        if shown.landing is None or not by_month:
            return total, ""
        share = numbers.share(round(sum(shown.landing.values()) / by_month, 2))
        return total, _("{share} land in this plan").format(share=share)

    def said(self) -> str:
        """All of it for a screen reader."""
        numbers = self._numbers
        if numbers is None:
            return ""
        months = ", ".join(f"{numbers.month(month)} {numbers.number(n)}" for month, n in self.shown.months.items())
        return ". ".join(part for part in (self.shown.name, *self.words(), months) if part)

    def reading(self) -> Reading | None:
        """Leads by month, and how many of them land in this plan."""
        shown, numbers = self.shown, self._numbers
        if numbers is None or not shown.months:
            return None
        landing = shown.landing or {}
        rows = tuple(
            (numbers.month(month), numbers.number(leads), numbers.number(landing[month], 1) if month in landing else "")
            for month, leads in shown.months.items()
        )
        title = _("Leads of {name}").format(name=shown.name) if shown.id else _("Leads of all activities")
        return Reading(title, (_("Month"), _("Leads"), _("Land in this plan")), rows)

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        months, key = self._place.scale.months, event.key()
        if not self.shown.id or self._numbers is None or self.is_low:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = months.index(self.hand) if self.hand in months else -1
            self._take(months[max(0, min(len(months) - 1, at + (1 if key == Qt.Key.Key_Right else -1)))])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.hand:
            self._type(self.hand, self._written(self.hand))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.hand in self.shown.months:
            self.given.emit(self.shown.id, self.hand, None)
        elif event.text().isdigit() and self.hand:
            self._type(self.hand, event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        month = self._place.scale.month_at(x - self._place.left + self._place.shift)
        if month is None or x < self._place.left or not self.shown.id or self.is_low:
            return
        self._take(month)
        self._type(month, self._written(month))

    def _take(self, month: Month) -> None:
        self.hand = month
        if self._numbers is not None:
            leads = self.shown.months.get(month)
            known = _("not known yet") if leads is None else self._numbers.number(leads)
            self.setAccessibleDescription(f"{self._numbers.month(month)}, {known}")
        self.update()

    def _written(self, month: Month) -> str:
        leads = self.shown.months.get(month)
        return "" if leads is None or self._numbers is None else self._numbers.number(leads)

    def _type(self, month: Month, text: str) -> None:
        self._give_up()
        box = self._box(month)
        made = self._typing = CellEditor(self)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setTextMargins(2, 0, 2, 0)
        made.setText(text)
        made.setAccessibleName(self.accessibleDescription())
        wide = max(44.0, min(60.0, box.width()))
        made.setGeometry(QRectF(box.center().x() - wide / 2, HEIGHT - _FOOT - 30, wide, 28).toRect())
        made.installEventFilter(self)
        made.editingFinished.connect(self._keep)
        made.show()
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        if text and text == self._written(month):
            made.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()  # here, because a line of text hands the key on, and it would open the month again
        elif key == Qt.Key.Key_Escape:
            self._give_up()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return super().eventFilter(watched, event)
        return True

    def _keep(self) -> None:
        typing, numbers = self._typing, self._numbers
        if typing is None or numbers is None:
            return
        text, had_focus = typing.text(), typing.hasFocus()
        self._give_up()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if text == self._written(self.hand):
            return
        try:
            leads = numbers.read_number(text)
        except NotANumber as error:
            self.refused.emit(str(error))
            return
        if leads is not None and leads < 0:
            self.refused.emit(_("There cannot be fewer than no leads."))
        elif leads != self.shown.months.get(self.hand):
            self.given.emit(self.shown.id, self.hand, leads)

    def _give_up(self) -> None:
        typing, self._typing = self._typing, None
        if typing is not None:
            typing.hide()
            typing.deleteLater()

    def _ask(self) -> None:
        self.estimateAsked.emit(self.shown.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.hand and self.shown.id:
            self._take(min(self.shown.months, default=self._place.scale.months[0]))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Paint

    def _place_button(self) -> None:
        self.change.adjustSize()
        if self.is_low:
            self.change.move(self.width() - self.change.width() - INDENT, 4)
        else:
            self.change.move(INDENT, HEIGHT - 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _box(self, month: Month) -> QRectF:
        tick = next(tick for tick in self._place.scale.months_boxes() if f"{tick.day:%Y-%m}" == month)
        return QRectF(self._place.x(tick.x), 0, tick.width, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, now, place = painter(self), theme(), self._place
        flat(p, QRectF(0, 0, self.width(), 1), now.hairline)
        if self.hasFocus() and (self.is_low or not self.shown.id):  # no month is in hand that would show it
            rounded(p, QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, None, now.focus, 2)
        room = place.left - INDENT - 12.0
        total, lands = self.words()
        if self.is_low:
            line = QRectF(INDENT, 8, self.width() - 2 * INDENT - self.change.width() - 12, 20)
            wide = draw_text(p, line, total, "small", "ink", 600)
            rest = " · ".join(part for part in (lands, self.shown.name) if part)
            draw_text(p, line.adjusted(wide + 12, 0, 0, 0), rest, "caption", "muted")
            return
        draw_text(p, QRectF(INDENT, 8, room, 18), self.shown.name, "caption", "muted", 500)
        draw_text(p, QRectF(INDENT, 26, room, 19), total, "small", "ink", 600)
        draw_text(p, QRectF(INDENT, 45, room, 18), lands, "caption", "muted")
        p.setClipRect(QRectF(place.left, 1, place.room, HEIGHT - 1))
        most = max(self.shown.months.values(), default=0.0)
        for tick in place.scale.months_boxes():
            self._paint_month(p, tick, most)
        foot = HEIGHT - _FOOT
        flat(p, QRectF(place.x(0), foot, place.scale.width, 1), now.hairline_strong)

    def _paint_month(self, p: QPainter, tick: Tick, most: float) -> None:
        now, numbers, month = theme(), self._numbers, f"{tick.day:%Y-%m}"
        box = QRectF(self._place.x(tick.x), 0, tick.width, HEIGHT)
        if tick.quarter and tick.x > 0:
            flat(p, QRectF(round(box.left()), 1, 1, HEIGHT), now.hairline)
        if self.hand == month and self.hasFocus() and self.shown.id:
            rounded(p, box.adjusted(2, 6, -2, -4), 6, now.selection, now.focus, 2)
        leads = self.shown.months.get(month)
        if leads is None or numbers is None:
            return
        foot, tall = float(HEIGHT - _FOOT), HEIGHT - _FOOT - _TOP - 4.0
        high = tall * leads / most if most > 0 else 0.0
        wide = min(float(_BAR), box.width() - 12)
        left = round(box.center().x() - wide / 2)
        landed = (self.shown.landing or {}).get(month)
        pale = mix(now.blue, now.surface, 0.72)
        rounded(p, QRectF(left, foot - high, wide, high), 3, pale if landed is not None else now.blue)
        if landed is not None and leads > 0:
            part = high * landed / leads
            rounded(p, QRectF(left, foot - part, wide, part), 3, now.blue)
        words = numbers.number(leads, 0 if leads >= 10 else None)
        top = QPointF(box.left() - 8, foot - high - 19)
        draw_text(p, QRectF(top, top + QPointF(box.width() + 16, 18)), words, "caption", "ink", 500, CENTRE)
