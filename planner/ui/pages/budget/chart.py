"""What stands over the month grid: how much of the envelope is used, and the phasing on the same columns."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.fields import Money
from planner.ui.numbers import Numbers
from planner.ui.pages.budget.grid import BudgetGrid
from planner.ui.pages.budget.trace import TOTAL
from planner.ui.parts.glyph import VOICE_NAMES
from planner.ui.parts.meter import draw_meter
from planner.ui.parts.paint import CENTRE, LEFT, draw_text, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.theme import theme

HEIGHT = 168
STACK = ("marketing", "agency", "sales", "shared", "finance", "customer")
"""From the top of a bar to its foot."""
LEGEND = ("marketing", "sales", "agency", "shared", "finance", "customer")
_TOP, _FOOT, _BAR = 54, 12, 28


@dataclass(frozen=True)
class Phasing:
    """Amounts in minor units: by column and voice, all lines, the envelope, what is kept for surprises."""

    columns: tuple[dict[str, Money], ...]
    total: Money | None
    """None where no amount is known."""
    envelope: Money | None
    contingency: Money | None
    numbers: Numbers
    minor: int
    rate: str = ""
    """What the second currency is taken for, in words."""
    is_planned: bool = True
    """Whether the amounts are what is planned: only that sum has a story of its own."""


class BudgetHead(Spotted):
    """Painted; `columnClicked(column)` for a click on the chart, `opened(key)` for the sum that is asked about."""

    columnClicked = Signal(object)

    def __init__(self, grid: BudgetGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._phasing: Phasing | None = None
        self.setFixedHeight(HEIGHT)
        grid.columnsMoved.connect(self.arrange)

    def show_phasing(self, phasing: Phasing) -> None:
        """Draw these amounts."""
        self._phasing = phasing
        sums = [sum(column.values()) for column in phasing.columns]
        used, rest, _level = self._words()
        most = sums.index(max(sums)) if any(sums) else None
        peak = ""
        if most is not None:
            name = self._grid.rows.columns[most].name
            peak = _("Most in {month}, {amount}").format(month=name, amount=phasing.numbers.money_short(sums[most]))
        self.setAccessibleName(". ".join(part for part in (_("Envelope used"), used, rest, peak) if part))
        spot = Spot(TOTAL, f"{_('Envelope used')}: {used}, {rest}", _("How this comes about"))
        self.show_spots([spot] if phasing.is_planned else [])

    def place_of(self, key: str) -> QRectF:
        return QRectF(10, 12, self._grid.name_width - 22, HEIGHT - 26)

    def reading(self) -> Reading | None:
        """Amounts by column and side."""
        shown = self._phasing
        if shown is None:
            return None
        voices = [voice for voice in LEGEND if any(voice in column for column in shown.columns)]
        rows = tuple(
            (self._grid.rows.columns[place].name,
             *(shown.numbers.money(column[voice]) if voice in column else "" for voice in voices),
             shown.numbers.money(sum(column.values())))
            for place, column in enumerate(shown.columns)
        )  # fmt: skip
        names = [_(VOICE_NAMES[voice]) for voice in voices]
        return Reading(_("Budget by month and side"), (_("Month"), *names, _("Total")), rows)

    def _words(self) -> tuple[str, str, str]:
        """What is used, what is left in words, and the level of that."""
        shown = self._phasing
        if shown is None:
            return "", "", "note"
        used = _("Not known yet") if shown.total is None else shown.numbers.money_short(shown.total)
        if shown.envelope is None:
            return used, _("No envelope is set yet"), "look"
        if shown.total is None:
            return used, _("No amount is known yet"), "look"
        rest = shown.envelope - shown.total
        amount = shown.numbers.money_short(abs(rest))
        if rest < 0:
            return used, _("{amount} over").format(amount=amount), "fix"
        return used, _("{amount} reserve").format(amount=amount), "fine"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._grid.column_at(event.position().x())
        if 0 < column < self._grid.rows.last:
            self.columnClicked.emit(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        if self._phasing is None:
            return
        self.paint_hover(p)
        self._paint_envelope(p, self._phasing)
        edge = self._grid.name_width - 4
        p.setClipRect(QRectF(edge, 0, self.width() - edge, HEIGHT))
        self._paint_chart(p, self._phasing)

    def _paint_envelope(self, p: QPainter, shown: Phasing) -> None:
        left, width = 20.0, self._grid.name_width - 36.0
        used, rest, level = self._words()
        style, tone = ("figure 28", "ink") if shown.total is not None else ("figure 20", "muted")
        draw_text(p, QRectF(left, 20, width, 18), _("Envelope used"), "caption", "muted", 500)
        wide = draw_text(p, QRectF(left, 42, width, 36), used, style, tone)
        if shown.envelope is not None:
            of = _("of {amount}").format(amount=shown.numbers.money_short(shown.envelope))
            draw_text(p, QRectF(left + wide + 8, 48, width - wide, 28), of, "body", "muted")
            if shown.envelope > 0:
                draw_meter(p, QRectF(left, 92, width, 9), shown.total or 0, judged=False, of=shown.envelope)
        draw_text(p, QRectF(left, 109, width, 19), rest, "small", f"{level}.text", 600)
        if shown.contingency:
            kept = _("{amount} for surprises").format(amount=shown.numbers.money_short(shown.contingency))
            draw_text(p, QRectF(left, 127, width, 18), kept, "caption", "muted")

        if shown.rate:
            below = QRectF(left, 144 if shown.contingency else 127, width, 18)
            draw_text(p, below, shown.rate, "caption", "muted")

    def _paint_chart(self, p: QPainter, shown: Phasing) -> None:
        sums = [sum(amount for amount in column.values() if amount > 0) for column in shown.columns]
        step = round_step(max(sums, default=0) / shown.minor)
        top = step * 4
        foot = HEIGHT - _FOOT
        tall = foot - _TOP
        first, _width = self._grid.column_box(1)
        last, last_width = self._grid.column_box(self._grid.rows.last - 1)
        right = max(first, last + last_width)
        now = theme()
        for line in range(5):
            y = round(foot - tall * line / 4)
            p.fillRect(QRectF(first, y, right - first, 1), now.hairline_strong if line == 0 else now.hairline)
            if line and any(sums):  # an axis of nothing would promise an amount
                words = self._axis_words(shown, step * line, line == 4)
                draw_text(p, QRectF(right + 10, y - 9, 60, 18), words, "caption", "muted", None, LEFT)
        for place, column in enumerate(shown.columns):
            self._paint_bar(p, place + 1, column, tall / (top * shown.minor), foot)
        self._paint_label(p, shown, sums, tall / (top * shown.minor), foot)
        self._paint_legend(p, first, shown)

    def _axis_words(self, shown: Phasing, value: float, with_sign: bool) -> str:
        thousand = value >= 1000
        figure = shown.numbers.number(value / 1000 if thousand else value)
        return shown.numbers.in_currency(figure, "k" if thousand else "") if with_sign else figure

    def _paint_bar(self, p: QPainter, column: int, parts: dict[str, Money], scale: float, foot: int) -> None:
        left, width = self._grid.column_box(column)
        bar = min(_BAR, width - 12) if not self._grid.rows.quarters else min(56, width - 24)
        x = round(left + (width - bar) / 2)
        bottom, reached = float(foot), 0.0
        for voice in reversed(STACK):
            amount = parts.get(voice, 0)
            if amount <= 0:
                continue
            reached += amount * scale
            y = float(round(foot - reached))
            gap = 1 if bottom < foot else 0
            p.fillRect(QRectF(x, y, bar, max(1.0, bottom - y - gap)), theme().voice(voice).fill)
            bottom = y

    def _paint_label(self, p: QPainter, shown: Phasing, sums: list[Money], scale: float, foot: int) -> None:
        """Over the column in hand, else over the largest."""
        model = self._grid.rows
        if not sums or not max(sums):
            return
        place = model.hand - 1 if 0 < model.hand < model.last else sums.index(max(sums))
        left, width = self._grid.column_box(place + 1)
        y = foot - sums[place] * scale
        text = model.writing.short(sums[place])
        draw_text(p, QRectF(left - 20, y - 21, width + 40, 18), text, "small", "ink", 600, CENTRE)

    def _paint_legend(self, p: QPainter, left: float, shown: Phasing) -> None:
        present = {voice for column in shown.columns for voice, amount in column.items() if amount > 0}
        left += 4
        for voice in LEGEND:
            if voice not in present:
                continue
            words = _("Shared") if voice == "shared" else _(VOICE_NAMES[voice])
            rounded(p, QRectF(left, 21, 10, 10), 2, theme().voice(voice).fill)
            draw_text(p, QRectF(left + 16, 16, 120, 20), words, "caption", "muted", 500)
            left += 16 + text_width(words, "caption", 500) + 18


def round_step(most: float) -> float:
    """A quarter of an axis on round values that reaches `most`: 74,000 gives 20,000."""
    if most <= 0:
        return 1.0
    least = most / 4
    size = 10 ** math.floor(math.log10(least))
    return next(float(size * times) for times in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10) if size * times >= least)
