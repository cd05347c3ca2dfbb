"""What changed between two moments, chapter by chapter, and who did it last."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.model.compare import Difference
from planner.model.plan import Plan
from planner.ui.history.compared import By, Compared, Line
from planner.ui.history.entries import short_words
from planner.ui.history.model import ENTRY, Index
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.paint import RIGHT, draw_text, flat, text_width
from planner.ui.parts.scroll import thin
from planner.ui.rowwords import field_title, row_title
from planner.ui.theme import font, metrics, theme

ROW, HEAD = 34, 26


def _line(a: Plan, b: Plan, one: Difference, who: str, voice: str) -> Line:
    before, after = a.table(one.table).get(one.id), b.table(one.table).get(one.id)
    row = after or before
    name = row_title(b if after else a, row) if row else one.object
    if not one.field:
        gone, there = ("", _("new")) if before is None else (_("there"), _("taken out"))
        return Line(name, gone, there, who, voice, one.id)
    assert before is not None and after is not None
    if one.field == "position":  # what rows are ordered by says nothing; the difference knows the places
        words = str(one.a), str(one.b)
    else:
        words = short_words(a, before, one.field), short_words(b, after, one.field)
    return Line(field_title(b, after, one.field), *words, who, voice, one.id)


class ChangesModel(QAbstractListModel):
    """Lines and the names of chapters over them. A difference is put into words when it is painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Difference | Line | str] = []
        self._plans = Plan(), Plan()
        self._by: By = {}

    def show(self, found: Compared) -> None:
        """Show what differs between two plans."""
        self.beginResetModel()
        self._plans, self._by, self._lines = (found.a, found.b), found.by, found.lines
        self.endResetModel()

    def _worded(self, row: int) -> Line | str:
        one = self._lines[row]
        if isinstance(one, Difference):
            one = self._lines[row] = _line(*self._plans, one, *self._by.get((one.table, one.id), ("", "")))
        return one

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._worded(index.row())
        if role == ENTRY:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(one, str):
                return one
            by = _("sums") if one.sums else one.who
            return f"{one.what}: {one.before or _('empty')} → {one.after}" + (f", {by}" if by else "")
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(one, Line):
            return one.what
        return None


class _Paint(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEAD if isinstance(index.data(ENTRY), str) else ROW)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, box = index.data(ENTRY), QRectF(option.rect)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(one, str):
            flat(p, box, theme().sunken)
            draw_text(p, box.adjusted(24, 0, -24, 0), one, "small", "ink", 600)
        elif isinstance(one, Line):
            self._line(p, box, one)

    def _line(self, p: QPainter, box: QRectF, one: Line) -> None:
        now = theme()
        flat(p, QRectF(box.left() + 24, box.bottom() - 1, box.width() - 48, 1), now.hairline)
        right = box.right() - 24
        if one.sums:
            draw_text(p, QRectF(right - 44, box.top(), 44, ROW), _("sums"), "caption", "muted", None, RIGHT)
        elif one.who:
            draw_avatar(p, QRectF(right - 26, box.top() + 4, 26, 26), initials(one.who), one.voice)
        right -= 46
        room = (box.width() - 94) * 0.3
        wide = min(room, text_width(one.after, "small", 600))
        draw_text(p, QRectF(right - wide, box.top(), wide, ROW), one.after, "small", "ink", 600, RIGHT)
        right -= max(wide, 54) + 16
        wide = min(room, text_width(one.before, "small"))
        old = QRectF(right - wide, box.top(), wide, ROW)
        draw_text(p, old, one.before, "small", "muted", None, RIGHT)
        if one.before and one.before != _("empty"):
            self._strike(p, old, one.before)
        right -= wide + 14
        draw_text(p, QRectF(box.left() + 24, box.top(), right - box.left() - 24, ROW), one.what, "small", "ink")

    def _strike(self, p: QPainter, box: QRectF, text: str) -> None:
        measure = metrics("small")
        middle = box.center().y() + (measure.ascent() - measure.descent()) / 2 - measure.strikeOutPos()
        flat(p, QRectF(box.left(), round(middle), box.width(), 1), theme().muted)


class ChangesList(QListView):
    """The lines; by keyboard they are read one by one."""

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Paint(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(QFont(font("small")))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(400)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("What changed between A and B"))
        thin(self)
