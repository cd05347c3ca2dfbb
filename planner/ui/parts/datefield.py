"""A day typed in the ways people type it, or picked from a calendar."""

import calendar
import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget

from planner.calc import words
from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.paint import painter

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./ ](\d{1,2})(?:[./ ](\d{4}|\d{2})?)?")
_WORDS = re.compile(r"(\d{1,2})\.? *([^\W\d]{3,})\.?(?: +(\d{4}|\d{2}))?")


def read_day(text: str, year: int) -> tuple[str | None, str]:
    """A day as 'YYYY-MM-DD' and an empty text, or None and a sentence that says what would be right.

    Reads 2026-11-10, 10.11.2026, 10/11/26 (day first) and "10 Nov 2026"; `year` is taken where none is typed.
    An empty text is None without a complaint.
    """
    text = text.strip()
    if not text:
        return None, ""
    if found := _ISO.fullmatch(text):
        parts = int(found[1]), int(found[2]), int(found[3])
    elif found := _NUMBERS.fullmatch(text):
        parts = _year(found[3], year), int(found[2]), int(found[1])
    elif (found := _WORDS.fullmatch(text)) and (named := words.month_number(found[2])):
        parts = _year(found[3], year), named, int(found[1])
    else:
        return None, _("Write the day like 10 Nov 2026.")
    return _checked(*parts)


def _year(typed: str | None, year: int) -> int:
    """A year of four or two digits; the other one where none is typed."""
    return year if not typed else int(typed) + (2000 if len(typed) == 2 else 0)


def _checked(year: int, month: int, day: int) -> tuple[str | None, str]:
    if not 1 <= month <= 12:
        return None, _("There is no month {month}.").format(month=month)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        said = words.day(date(year, month, last).isoformat(), year=False)
        return None, _("No such day. The last is {day}.").format(day=said)
    return date(year, month, day).isoformat(), ""


def day_words(day: str | None) -> str:
    """'2026-11-10' as "10 Nov 2026"; None as an empty text."""
    return words.day_short(day)


class DateField(LineEdit):
    """A day or nothing. `dayChanged` carries 'YYYY-MM-DD' or None; `complained` a sentence, empty when fine."""

    dayChanged = Signal(object)
    complained = Signal(object)

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        """`year` completes a day that is typed without one."""
        super().__init__("", _("Day, month, year"), parent)
        self._year = year
        self._day: str | None = None
        self.setTextMargins(10, 0, 36, 0)
        self.committed.connect(self._read)

    def set_day(self, day: str | None) -> None:
        self._day = day
        self.set_wrong(False)
        self.set_text(day_words(day))

    @property
    def day(self) -> str | None:
        return self._day

    def set_wrong(self, wrong: bool) -> None:
        super().set_wrong(wrong)
        self.setTextMargins(10, 0, 36, 0)

    def _read(self, text: str) -> None:
        day, complaint = read_day(text, self._year)
        self.set_wrong(bool(complaint))
        self.complained.emit(complaint)
        if not complaint:
            self._take(day)

    def _take(self, day: str | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.dayChanged.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - 36:
            self.open_calendar()
        else:
            super().mousePressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar under the field."""
        shown = QCalendarWidget(self)
        shown.setWindowFlag(Qt.WindowType.Popup)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._day:
            shown.setSelectedDate(QDate.fromString(self._day, Qt.DateFormat.ISODate))
        shown.clicked.connect(self._picked)
        shown.clicked.connect(shown.close)
        shown.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        shown.show()

    def _picked(self, day: QDate) -> None:
        self.complained.emit("")
        self._take(day.toString(Qt.DateFormat.ISODate))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._wrong:
            draw_icon(painter(self), "calendar-blank", QRectF(self.width() - 28, 10, 16, 16), "muted")
