"""How a row of the timeline is painted, and the arrows between rows."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from planner.calc.schedule import Span
from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.motion import CHIP
from planner.ui.pages.activities.faces import Face, Mark
from planner.ui.pages.activities.groups import Group
from planner.ui.pages.activities.model import FACE_ROLE, ActivitiesModel
from planner.ui.pages.activities.place import GROUP_ROW, INDENT, ROW, Place
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.eased import eased
from planner.ui.parts.paint import draw_text, flat, text_width
from planner.ui.parts.text import draw_shortened
from planner.ui.parts.timeline import (
    draw_arrow,
    draw_bar,
    draw_chosen,
    draw_diamond,
    draw_dotted,
    draw_link_knob,
    draw_open,
    draw_quote,
    draw_today,
)
from planner.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """Paints one row. What is being dragged is shown where it would go: `held` by the ids of runs, and `drawn` for a
    new run of an activity."""

    def __init__(self, view: QAbstractItemView, model: ActivitiesModel, place: Place) -> None:
        super().__init__()
        self._view, self._model, self._place = view, model, place
        self.current = ""
        self.bar: int | None = None
        """Which bar of the row in hand is in hand; None for all of them."""
        self.drawn: tuple[str, Span] | None = None
        self.focused = False
        self.held: dict[str, Span] = {}
        self.today: date | None = None
        self.dotted: list[date] = []

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, ROW if isinstance(index.data(FACE_ROLE), Face) else GROUP_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, what = QRectF(option.rect), index.data(FACE_ROLE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(what, Group):
            self._paint_group(painter, row, what)
        elif isinstance(what, Face):
            self._paint_activity(painter, row, what)
        flat(painter, QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme().hairline)

    def _paint_group(self, p: QPainter, row: QRectF, group: Group) -> None:
        now = theme()
        flat(p, row, now.sunken)
        if group.key == self.current and self.focused:
            flat(p, QRectF(row.left(), row.top(), 3, row.height() - 1), now.focus)
        caret = "caret-right" if group.key in self._model.folded else "caret-down"
        draw_icon(p, caret, QRectF(row.left() + 18, round(row.center().y() - 6), 12, 12), "muted", "bold")
        box = self.words_of_group(row, group)
        note = text_width(group.note, "caption") + 14
        wide = draw_text(p, box.adjusted(0, 0, -note, 0), group.title, "card")
        left = box.left() + wide + 12
        draw_text(p, QRectF(left, row.top() + 1, row.right() - left, row.height() - 1), group.note, "caption", "muted")

    def words_of_group(self, row: QRectF, group: Group) -> QRectF:
        """Where the name of a group and what is said of it stand; no arrow runs through it."""
        wide = text_width(group.title, "card") + text_width(group.note, "caption") + 15
        return QRectF(row.left() + INDENT, row.top(), min(wide, row.width() - INDENT - 24), row.height() - 1)

    def _paint_activity(self, p: QPainter, row: QRectF, face: Face) -> None:
        now, place = theme(), self._place
        chosen = face.id == self.current
        flat(p, row, now.selection if chosen else now.surface)
        p.save()
        p.setClipRect(QRectF(place.left, row.top(), row.width() - place.left, row.height()))
        self._paint_ground(p, row, chosen)
        self._paint_bars(p, row, face, chosen)
        p.restore()
        self._paint_names(p, row, face)

    def _paint_ground(self, p: QPainter, row: QRectF, chosen: bool) -> None:
        now, place = theme(), self._place
        if not chosen:
            for left, right in place.scale.outside():
                flat(p, QRectF(place.x(left), row.top(), right - left, row.height() - 1), now.sunken)
        for tick in place.scale.months_boxes():
            if tick.quarter and tick.x > 0:
                flat(p, QRectF(round(place.x(tick.x)), row.top(), 1, row.height()), now.hairline)
        for day in self.dotted:
            draw_dotted(p, place.x(place.scale.x(day)), row.top(), row.bottom())
        if self.today is not None:
            draw_today(p, place.x(place.scale.x(self.today)), row.top(), row.bottom())

    def _paint_bars(self, p: QPainter, row: QRectF, face: Face, chosen: bool) -> None:
        bars = self.bars_of(face, row)
        for bar in bars:
            draw_bar(p, bar, face.lead, face.support, hollow=face.cancelled)
        if self.drawn is not None and self.drawn[0] == face.id:
            bar = self._place.bar(self.drawn[1], row)
            draw_bar(p, bar, face.lead, face.support, hollow=True)
            draw_chosen(p, bar)
        if not bars:
            draw_text(p, self._undated(row, face), face.when, "caption", "look.text", 500)
            return
        for mark in (face.fixed, face.review):
            self._paint_mark(p, bars[0], mark)
        if chosen:
            for place, bar in enumerate(bars):
                if self.bar in (None, place):
                    draw_chosen(p, bar, handles=len(bars) == 1 or self.bar is not None)
            draw_link_knob(p, knob_at(bars[0]))

    def paint_chips(self, p: QPainter, row: QRectF, face: Face) -> None:
        """What the activity answers; painted over the arrows."""
        middle = row.center().y() - 0.5
        for chip in self._place.chips(face, self.bars_of(face, row) or [self._undated(row, face)]):
            if chip.voice:
                draw_quote(p, chip.left, middle, chip.text, chip.voice, on_bar=chip.on_bar)
            else:
                draw_open(p, chip.left, middle, chip.text)

    def _undated(self, row: QRectF, face: Face) -> QRectF:
        """Where the words stand of an activity without dates."""
        return QRectF(self._place.x(0) + 8, row.top(), text_width(face.when, "caption", 500) + 4, row.height() - 1)

    def bars_of(self, face: Face, row: QRectF) -> list[QRectF]:
        """The bars of an activity, where they are, are on their way to, or are being dragged to."""
        return [self._bar(bar.id, bar.span, row) for bar in face.bars]

    def _bar(self, id: str, span: Span, row: QRectF) -> QRectF:
        held = self.held.get(id)
        span = held or span
        lasts = 0 if held else CHIP  # a drag does not lag behind the mouse
        start, end = span.first.toordinal(), span.last.toordinal() + 1
        left = eased(self._view, ("start", id), start, milliseconds=lasts, again=_paint_all)
        right = eased(self._view, ("end", id), end, milliseconds=lasts, again=_paint_all)
        if (left, right) == (start, end):
            return self._place.bar(span, row)
        return self._place.between(self._x(left), self._x(right), row)

    def _x(self, moment: float) -> float:
        """The place of a moment on the scale, in days since the first of all."""
        x, day = self._place.scale.x, date.fromordinal(int(moment))
        return x(day) + (x(day + timedelta(days=1)) - x(day)) * (moment - int(moment))

    def _paint_mark(self, p: QPainter, bar: QRectF, mark: Mark | None) -> None:
        if mark is None:
            return
        x = self._place.x(self._place.scale.x(date.fromisoformat(mark.day)))
        fill = theme().voice(mark.voice).fill if mark.voice else theme().ink
        draw_diamond(p, QPointF(x, bar.center().y()), fill)

    def _paint_title(self, p: QPainter, box: QRectF, title: str, tone: str) -> None:
        """On one line, or in small letters on two; the tooltip holds what is longer."""
        if text_width(title, "body", 500) <= box.width():
            draw_text(p, box, title, "body", tone, 500)
            return
        draw_shortened(p, box, title, "caption", tone, 500)

    def _paint_names(self, p: QPainter, row: QRectF, face: Face) -> None:
        names = self._place.names
        tone = "muted" if face.cancelled else "ink"
        left = row.left() + INDENT
        if face.status == "done":
            draw_icon(p, "check", QRectF(row.left() + 18, round(row.center().y() - 7), 13, 13), "fine.text", "bold")
        elif face.clash:
            draw_icon(p, "warning", QRectF(row.left() + 16, round(row.center().y() - 8), 15, 15), "look.fill", "fill")
        self._paint_title(p, QRectF(left, row.top(), names - INDENT - 10, row.height() - 1), face.title, tone)
        box = QRectF(names, row.top() + round((row.height() - 27) / 2), 26, 26)
        if face.supporter:
            draw_avatar(p, box.translated(24, 0), initials(face.supporter), face.support)
        known = face.owner != _("Nobody yet")
        draw_avatar(p, box, initials(face.owner) if known else "?", face.lead, heard=known, rim=1)


def _paint_all(view: QAbstractItemView) -> None:
    """Arrows go through all rows."""
    view.viewport().update()


def knob_at(bar: QRectF) -> QPointF:
    """Where an arrow is pulled out of a bar: above its end, clear of the handle."""
    return QPointF(bar.right() + 2, bar.top() - 4)


def paint_arrows(p: QPainter, arrows: list[tuple[QRectF, QRectF, bool]], *, chosen: bool) -> None:
    """Arrows between bars: from, to, and whether the two clash."""
    now = theme()
    for first, then, clash in arrows:
        tone = now.level("fix").fill if clash else now.ink if chosen else now.control
        draw_arrow(p, first, then, tone, clash=clash)
