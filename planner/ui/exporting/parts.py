"""The parts of the export dialog: what can be made, and for whom."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from planner.i18n import _
from planner.model.fields import Audience, fields_of
from planner.model.plan import Plan
from planner.model.tables import TABLES, row_class
from planner.ui.icons import draw_icon
from planner.ui.numbers import numbers_of
from planner.ui.parts.eased import lit
from planner.ui.parts.focus import Ringed
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import CENTRE, dashed, draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme


class MakeCard(Ringed, QCheckBox):
    """One thing to make, with its tick at the right. `low` leaves room for controls at its foot."""

    ring_radius = 12

    def __init__(self, icon: str, title: str, about: str, *, low: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icon_name, self._about = icon, about
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(82 + low)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(about)

    def sizeHint(self) -> QSize:
        return QSize(380, self.height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        edge = now.ink if self.isChecked() else mix(now.hairline_strong, now.control, lit(self))
        rounded(p, QRectF(self.rect()), 12, now.surface, edge, 2 if self.isChecked() else 1)
        rounded(p, QRectF(16, 17, 48, 48), 10, now.sunken)
        draw_icon(p, self._icon_name, QRectF(30, 31, 20, 20), "ink")
        tone = "ink" if self.isEnabled() else "muted"
        draw_text(p, QRectF(80, 19, self.width() - 130, 24), self.text(), "title", tone)
        draw_text(p, QRectF(80, 43, self.width() - 96, 20), self._about, "small", "muted")
        box = QRectF(self.width() - 36, 18, 20, 20)
        if self.isChecked():
            rounded(p, box, 6, now.ink)
            draw_icon(p, "check", box.adjusted(3, 3, -3, -3), "on_ink", "bold")
        else:
            rounded(p, box, 6, now.surface, now.control, 1.25)


class FormatChip(Ringed, QCheckBox):
    """A file format as a pill that is on or off."""

    ring_radius = 16

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), "small", 600)) + 48, 32)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        box = QRectF(0, 0, self.width(), 32)
        if self.isChecked():
            rounded(p, box, 16, now.ink)
            draw_icon(p, "check", QRectF(13, 10, 12, 12), "on_ink", "bold")
            draw_text(p, box.adjusted(31, 0, -8, 0), self.text(), "small", "on_ink", 600)
        else:
            rounded(p, box, 16, mix(now.surface, now.sunken, lit(self)), now.control)
            draw_text(p, box, self.text(), "small", "ink", 500, CENTRE)


class AudienceCard(Ringed, QRadioButton):
    """Who the copy is for, in a voice of its own."""

    ring_radius = 12

    def __init__(self, audience: Audience, title: str, about: str, voice: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.audience, self._about, self._voice = audience, about, voice
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(82)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(about)

    def sizeHint(self) -> QSize:
        return QSize(168, 82)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        colours = now.voice(self._voice)
        on = self.isChecked()
        edge = colours.fill if on else mix(now.hairline_strong, now.control, lit(self))
        rounded(p, QRectF(self.rect()), 12, colours.tint if on else now.surface, edge, 2 if on else 1)
        draw_glyph(p, self._voice, 16, 27, 10)
        beside = 75 if on else 50  # the tick needs its room only where it is
        draw_text(p, QRectF(37, 15, self.width() - beside, 24), self.text(), "title", colours.text if on else now.ink)
        draw_text(p, QRectF(16, 45, self.width() - 24, 20), self._about, "small", "ink" if on else "muted")
        if on:
            tick = QRectF(self.width() - 32, 18, 18, 18)
            rounded(p, tick, 9, colours.fill)
            draw_icon(p, "check", tick.adjusted(3, 3, -3, -3), now.on_fill, "bold")


def hidden_fields(plan: Plan, audience: Audience) -> list[tuple[str, str]]:
    """Table and label of each field that a copy for an audience leaves out."""
    return [
        (table, _(declared.label))
        for table in TABLES
        for declared in fields_of(row_class(table)).values()
        if not declared.seen_by(audience)
    ]


class Preview(QWidget):
    """What an audience sees of the budget: the names of hidden columns with a lock, never a value behind them."""

    _ROWS = 4

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._audience = Audience.INTERNAL
        self.setFixedHeight(36 * (self._ROWS + 1))

    def show_audience(self, audience: Audience) -> None:
        """Draw the copy for this audience."""
        self._audience = audience
        hidden = [label for table, label in hidden_fields(self._plan, audience) if table in ("budget_line", "amount")]
        said = (
            _("Left out of this copy: {names}").format(names=", ".join(hidden)) if hidden else _("Everything is shown")
        )
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now, plan = theme(), self._plan
        box = QRectF(self.rect())
        declared = fields_of(row_class("budget_line"))
        columns = [("description", 0.0, 0.5), ("category", 0.5, 0.22), ("amount", 0.72, 0.14), ("note", 0.86, 0.14)]
        rounded(p, box, 8, now.surface, now.hairline)
        p.fillRect(QRectF(1, 1, box.width() - 2, 35), now.sunken)
        lines = list(plan.budget_lines)[: self._ROWS]
        hatch_from: float | None = None
        for name, start, share in columns:
            cell = QRectF(12 + (box.width() - 16) * start, 0, (box.width() - 16) * share - 10, 36)
            seen = declared[name].seen_by(self._audience)
            label = _(declared[name].label)
            if not seen:
                hatch_from = cell.left() - 8 if hatch_from is None else hatch_from
                draw_icon(p, "lock-simple", QRectF(cell.left(), 11, 13, 13), "muted", "fill")
                cell.setLeft(cell.left() + 18)
            draw_text(p, cell, label, "caption", "muted", 500)
            for row, line in enumerate(lines):
                value = getattr(line, name) if seen else None
                words = numbers_of(plan).money_short(value) if name == "amount" else str(value or "")
                spot = QRectF(cell.left(), 36 * (row + 1), cell.width(), 36)
                draw_text(p, spot, words, "small", "ink", 600 if name == "amount" else 400)
        for row in range(self._ROWS):
            p.fillRect(QRectF(1, 36 * (row + 1), box.width() - 2, 1), now.hairline)
        if hatch_from is not None:
            self._hatch(p, QRectF(hatch_from, 37, box.right() - hatch_from - 1, box.height() - 38))

    def _hatch(self, p: QPainter, box: QRectF) -> None:
        now = theme()
        p.fillRect(box, now.sunken)
        p.fillRect(box, QBrush(now.hairline_strong, Qt.BrushStyle.BDiagPattern))
        words = _("Left out of this copy")
        wide = text_width(words, "caption", 600) + 44
        pill = QRectF(0, 0, wide, 26)
        pill.moveCenter(box.center())
        pill.moveRight(min(pill.right(), box.right() - 4))
        rounded(p, pill, 13, now.surface, dashed(now.hairline_strong, 1))
        draw_icon(p, "eye-slash", QRectF(pill.left() + 12, pill.top() + 6, 14, 14), "ink")
        draw_text(p, pill.adjusted(32, 0, -8, 0), words, "caption", "ink", 600)
